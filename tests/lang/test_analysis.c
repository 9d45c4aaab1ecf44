#include "lang/analysis.h"

#include "support/unit.h"

/* Appends the clauses as "depth:text|". */
static void print_clauses(struct hg_buf *out, const struct hg_analysis *analysis)
{
    for (size_t i = 0; i < analysis->clauses.len; i++) {
        hg_buf_printf(out, "%u:%.*s|", (unsigned)analysis->clauses.items[i].depth,
                      HG_FMT(hg_str_sub(analysis->text, analysis->clauses.items[i].span)));
    }
}

static void assert_clauses(const char *text, const char *expected)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_buf found = HG_BUF_INIT;

    print_clauses(&found, hg_analysis_build(arena, hg_str_of(text)));
    assert_string_equal(hg_buf_view(&found).data, expected);
    hg_buf_release(&found);
    hg_arena_free(arena);
}

static void clauses_end_at_marks(void **state)
{
    (void)state;
    assert_clauses("受理47件，办结45件。全部归档", "0:受理47件|0:办结45件|0:全部归档|");
    assert_clauses("受理47件,办结45件;", "0:受理47件|0:办结45件|");
    assert_clauses("共1,234件，10:30开始", "0:共1,234件|0:10:30开始|");
    assert_clauses("甲、乙、丙", "0:甲、乙、丙|");
    assert_clauses("", "0:|");
}

static void brackets_are_scopes(void **state)
{
    (void)state;
    assert_clauses("共28项（其中预期性19项，约束性9项），均已完成",
                   "0:共28项（其中预期性19项，约束性9项）|1:其中预期性19项|1:约束性9项|0:均已完成|");
    assert_clauses("落实“四张清单”制度", "0:落实“四张清单”制度|1:四张清单|");
    assert_clauses("甲（乙（丙，丁）戊）", "0:甲（乙（丙，丁）戊）|1:乙（丙，丁）戊|2:丙|2:丁|");
    /* an unclosed bracket opens no scope */
    assert_clauses("甲（乙，丙", "0:甲（乙|0:丙|");
}

static void pairs_and_lone_marks(void **state)
{
    struct hg_arena *arena = hg_arena_open();
    const struct hg_analysis *a =
        hg_analysis_build(arena, HG_STR("《“放管服”实施方案》（试行)”、“甲"));

    (void)state;
    assert_int_equal(a->pairs.len, 3);
    assert_int_equal(a->pairs.items[0].kind, HG_PAIR_TITLE);
    assert_int_equal(a->pairs.items[1].kind, HG_PAIR_DOUBLE_QUOTE);
    assert_int_equal(a->pairs.items[1].depth, 1);
    assert_int_equal(a->pairs.items[2].kind, HG_PAIR_ROUND);
    assert_false(a->pairs.items[2].half_open);
    assert_true(a->pairs.items[2].half_close);
    assert_int_equal(a->lone_marks.len, 2);
    assert_false(a->lone_marks.items[0].opens);
    assert_true(a->lone_marks.items[1].opens);
    assert_true(hg_analysis_quoted(a, a->pairs.items[1].inner.start));
    assert_true(hg_analysis_in_title(a, a->pairs.items[1].inner.start));
    assert_false(hg_analysis_quoted(a, a->text.len - 1));
    hg_arena_free(arena);
}

static void addresses_are_masked(void **state)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_str text = HG_STR("见https://qinghe.example/a,b；邮箱ban@qinghe.example，完");
    const struct hg_analysis *a = hg_analysis_build(arena, text);

    (void)state;
    assert_int_equal(a->masks.len, 2);
    assert_true(hg_analysis_masked(a, hg_str_find(text, HG_STR("a,b"), 0) + 1));
    assert_true(hg_analysis_masked(a, hg_str_find(text, HG_STR("ban@"), 0)));
    assert_false(hg_analysis_masked(a, 0));
    hg_arena_free(arena);
}

static void hostile_marks_take_linear_time(void **state)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_buf text = HG_BUF_INIT;
    const struct hg_analysis *a;

    (void)state;
    for (size_t i = 0; i < 300000; i++) {
        hg_buf_puts(&text, i % 3 == 2 ? "）" : "《");
    }
    a = hg_analysis_build(arena, hg_buf_view(&text));
    assert_int_equal(a->pairs.len, 0);
    assert_int_equal(a->lone_marks.len, 300000);
    for (size_t i = 1; i < a->lone_marks.len; i++) {
        assert_true(a->lone_marks.items[i - 1].span.start < a->lone_marks.items[i].span.start);
    }
    hg_buf_release(&text);
    hg_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clauses_end_at_marks),     cmocka_unit_test(brackets_are_scopes),
        cmocka_unit_test(pairs_and_lone_marks),     cmocka_unit_test(addresses_are_masked),
        cmocka_unit_test(hostile_marks_take_linear_time),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
