#include "template/formula.h"

#include "support/unit.h"

static bool values(void *context, const struct hg_formula *name, struct hg_ratio *out)
{
    (void)context;
    if (hg_str_is(name->name, "zero")) {
        *out = hg_ratio_of(0);
        return true;
    }
    if (hg_str_is(name->name, "新收")) {
        *out = hg_ratio_of(24);
        return true;
    }
    if (hg_str_is(name->name, "a.b_1")) {
        *out = hg_ratio_make(5, 2);
        return true;
    }
    return false;
}

static void expressions_are_evaluated(void **state)
{
    static const struct {
        const char *text, *result;
    } cases[] = {
        {"1 + 2 * 3", "7"},       {"(1 + 2) × 3", "9"},     {"7 ÷ 2", "3.5"},
        {"-新收 + 30", "6"},      {"新收 / 7", "24/7"},     {"a.b_1 * 2", "5"},
        {"10 − 2 − 3", "5"},      {"（新收 - 4）/ 5", "4"}, {"１２ + 0.5", "12.5"},
    };
    struct hg_arena *arena = hg_arena_open();

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hg_formula *formula;
        struct hg_ratio result;
        struct hg_buf shown = HG_BUF_INIT;
        struct hg_error err;

        if (hg_formula_parse(&formula, arena, hg_str_of(cases[i].text), false, &err) != HG_OK) {
            fail_msg("%s", err.message);
        }
        assert_int_equal(hg_formula_eval(&result, formula, values, NULL), HG_TERM_OK);
        hg_ratio_format(&shown, result);
        assert_string_equal(shown.data, cases[i].result);
        hg_buf_release(&shown);
    }
    hg_arena_free(arena);
}

static void failures_say_where(void **state)
{
    static const struct {
        const char *text;
        bool rule;
        const char *message;
    } cases[] = {
        {"1 +", false, "公式“1 +”第4字处还缺一个数据项或数字"},
        {"(1 + 2", false, "公式“(1 + 2”第7字处缺少右括号“)”"},
        {"新收 新收", false, "公式“新收 新收”第4字处有多余的内容"},
        {"新收", true, "公式“新收”第3字处缺少比较符号，应写作“甲 + 乙 = 丙”或“甲 <= 乙”"},
        {"新收 = ", true, "公式“新收 = ”第6字处还缺一个数据项或数字"},
        {"a ? b", false, "公式“a ? b”第3字处有多余的内容"},
    };
    struct hg_arena *arena = hg_arena_open();

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hg_formula *formula;
        struct hg_error err;

        assert_int_equal(
            hg_formula_parse(&formula, arena, hg_str_of(cases[i].text), cases[i].rule, &err),
            HG_BAD_SETTINGS);
        assert_string_equal(err.message, cases[i].message);
        assert_null(formula);
    }
    hg_arena_free(arena);
}

static void comparisons_hold_or_not(void **state)
{
    static const struct {
        const char *text;
        bool holds;
    } cases[] = {
        {"新收 = 20 + 4", true}, {"新收 <= 23", false}, {"新收 ≥ 24", true},
        {"新收 < 24", false},    {"新收 > 23.9", true}, {"新收 = 25", false},
    };
    struct hg_arena *arena = hg_arena_open();

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hg_formula *formula;
        struct hg_ratio left, right;
        bool holds;

        assert_int_equal(
            hg_formula_parse(&formula, arena, hg_str_of(cases[i].text), true, NULL), HG_OK);
        assert_int_equal(hg_formula_test(&holds, &left, &right, formula, values, NULL),
                         HG_TERM_OK);
        assert_int_equal(holds, cases[i].holds);
    }
    hg_arena_free(arena);
}

static void what_cannot_be_computed_is_said(void **state)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_formula *formula;
    struct hg_ratio result;

    (void)state;
    assert_int_equal(hg_formula_parse(&formula, arena, HG_STR("新收 / zero"), false, NULL), HG_OK);
    assert_int_equal(hg_formula_eval(&result, formula, values, NULL), HG_TERM_BY_ZERO);
    assert_int_equal(hg_formula_parse(&formula, arena, HG_STR("新收 + other"), false, NULL), HG_OK);
    assert_int_equal(hg_formula_eval(&result, formula, values, NULL), HG_TERM_UNKNOWN);
    hg_arena_free(arena);
}

static void workings_leave_out_zeros(void **state)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_buf shown = HG_BUF_INIT;
    struct hg_formula *formula;

    (void)state;
    assert_int_equal(hg_formula_parse(&formula, arena, HG_STR("zero + 新收 + zero + 2 = (新收 - 1) * 2"),
                                      true, NULL),
                     HG_OK);
    hg_formula_write(&shown, formula, values, NULL);
    assert_string_equal(shown.data, "24 + 2 = (24 − 1) × 2");
    hg_buf_release(&shown);
    hg_arena_free(arena);
}

static void depth_is_bounded(void **state)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_buf text = HG_BUF_INIT;
    struct hg_formula *formula;

    (void)state;
    for (size_t i = 0; i < 500; i++) {
        hg_buf_putc(&text, '(');
    }
    assert_int_equal(hg_formula_parse(&formula, arena, hg_buf_view(&text), false, NULL),
                     HG_BAD_SETTINGS);
    hg_buf_clear(&text);
    for (size_t i = 0; i < 3000; i++) {
        hg_buf_puts(&text, "1+");
    }
    assert_int_equal(hg_formula_parse(&formula, arena, hg_buf_view(&text), false, NULL),
                     HG_BAD_SETTINGS);
    hg_buf_release(&text);
    hg_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(expressions_are_evaluated),
        cmocka_unit_test(failures_say_where),
        cmocka_unit_test(comparisons_hold_or_not),
        cmocka_unit_test(what_cannot_be_computed_is_said),
        cmocka_unit_test(workings_leave_out_zeros),
        cmocka_unit_test(depth_is_bounded),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
