/* Scans, and the conditions of word lists. */
#include "lang/context.h"

#include "support/unit.h"

static struct hg_context context_of(struct hg_arena *arena, const char *text, const char *word)
{
    struct hg_str all = hg_str_of(text), needle = hg_str_of(word);
    struct hg_scan *scan = hg_scan_build(arena, all);
    size_t at = hg_str_find(all, needle, 0);

    assert_int_not_equal(at, SIZE_MAX);
    return hg_context_of(scan, hg_analysis_build(arena, all), hg_scan_index(scan, at),
                         hg_scan_index(scan, at + needle.len));
}

static bool after(const char *text, const char *condition)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_context context = context_of(arena, text, "截止");
    bool holds = hg_context_after(&context, hg_str_of(condition));

    hg_arena_free(arena);
    return holds;
}

static bool before(const char *text, const char *condition)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_context context = context_of(arena, text, "截止");
    bool holds = hg_context_before(&context, hg_str_of(condition));

    hg_arena_free(arena);
    return holds;
}

static void literals_stand_beside_the_word(void **state)
{
    (void)state;
    assert_true(after("截止日期", "日期|时间"));
    assert_false(after("截止到日期", "日期|时间"));
    assert_true(after("截止到日期", "!日期"));
    assert_false(after("截止日期", "!日期"));
    assert_true(after("截止了", ""));
    assert_true(before("报名截止", "报名|申报"));
    assert_false(before("报名已截止", "报名|申报"));
}

static void a_tilde_reaches_through_the_sentence(void **state)
{
    (void)state;
    assert_true(before("报名工作将于月底截止", "~报名"));
    assert_false(before("报名开始。将于月底截止", "~报名"));
    assert_false(before("报名工作将于月底截止", "!~报名"));
    assert_true(after("截止后，不再受理报名", "~报名"));
    assert_false(after("截止后。不再受理报名", "~报名"));
}

static void classes_are_known(void **state)
{
    (void)state;
    assert_true(after("截止2023年底", "<time>"));
    assert_true(after("截止 12月31日", "<time>"));
    assert_true(after("截止目前", "<time>"));
    assert_true(after("截止第三季度", "<time>"));
    assert_true(after("截止十二月", "<time>"));
    assert_false(after("截止12件", "<time>"));
    assert_false(after("截止", "<time>"));
    assert_true(after("截止12件", "<num>"));
    assert_true(after("截止，", "<end>"));
    assert_true(after("截止", "<end>"));
    assert_false(after("截止日", "<end>"));
    assert_true(before("截止", "<start>"));
    assert_true(before("好，截止", "<start>"));
    assert_true(before("6月截止", "<time>"));
    assert_true(before("于截止", "<han>"));
}

static void a_word_inside_an_exception_is_let_be(void **state)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_context context = context_of(arena, "到了报名截止日期了", "截止");

    (void)state;
    assert_true(hg_context_inside(&context, HG_STR("报名截止日期|截止时间")));
    assert_true(hg_context_inside(&context, HG_STR("截止时间|截止日期")));
    assert_false(hg_context_inside(&context, HG_STR("截止时间|期截止日期")));
    assert_false(hg_context_inside(&context, HG_STR("")));
    hg_arena_free(arena);
}

static void scans_count_characters(void **state)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_scan *scan = hg_scan_build(arena, HG_STR("共47件\xED\xA0\x80，𠮷"));

    (void)state;
    assert_int_equal(scan->len, 9); /* the three bytes of a lone surrogate are one each */
    assert_int_equal(scan->kind[1], HG_CHAR_DIGIT);
    assert_int_equal(scan->code[4], 0xFFFD);
    assert_int_equal(scan->code[8], 0x20BB7);
    assert_int_equal(scan->code[9], 0);
    assert_int_equal(scan->other_count, 6);
    for (size_t i = 0; i <= scan->len; i++) {
        assert_int_equal(hg_scan_index(scan, scan->offset[i]), i);
    }
    assert_int_equal(hg_scan_index(scan, 4), 2);
    assert_true(hg_scan_at(scan, 1, HG_STR("47件")));
    assert_true(hg_scan_ends(scan, 4, HG_STR("47件")));
    assert_false(hg_scan_at(scan, 8, HG_STR("𠮷𠮷")));
    scan = hg_scan_build(arena, HG_STR(""));
    assert_int_equal(scan->len, 0);
    assert_int_equal(hg_scan_index(scan, 0), 0);
    hg_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(literals_stand_beside_the_word),
        cmocka_unit_test(a_tilde_reaches_through_the_sentence),
        cmocka_unit_test(classes_are_known),
        cmocka_unit_test(a_word_inside_an_exception_is_let_be),
        cmocka_unit_test(scans_count_characters),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
