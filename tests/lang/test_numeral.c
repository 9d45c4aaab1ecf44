#include "lang/numeral.h"

#include "support/unit.h"

struct example {
    const char *text;
    const char *value, *high, *step; /* as hg_ratio_format writes them; high null: as value */
    size_t end;                      /* bytes read; 0: all */
};

static void assert_ratio(struct hg_ratio ratio, const char *expected, const char *text)
{
    struct hg_buf buf = HG_BUF_INIT;

    hg_ratio_format(&buf, ratio);
    if (strcmp(buf.data, expected) != 0) {
        fail_msg("%s: %s, expected %s", text, buf.data, expected);
    }
    hg_buf_release(&buf);
}

static void check(const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct example *e = &examples[i];
        struct hg_numeral numeral;

        if (!hg_numeral_parse(hg_str_of(e->text), 0, &numeral)) {
            fail_msg("%s: no numeral", e->text);
        }
        assert_ratio(numeral.value, e->value, e->text);
        assert_ratio(numeral.high, e->high != NULL ? e->high : e->value, e->text);
        if (e->step != NULL) {
            assert_ratio(numeral.step, e->step, e->text);
        }
        if (numeral.span.end != (e->end != 0 ? e->end : strlen(e->text))) {
            fail_msg("%s: read %zu bytes", e->text, numeral.span.end);
        }
    }
}

static void arabic_numbers(void **state)
{
    static const struct example examples[] = {
        {"1181", "1181", NULL, "1", 0},
        {"98.10", "98.1", NULL, "0.01", 0},
        {"12,345.6", "12345.6", NULL, "0.1", 0},
        {"12 345", "12345", NULL, "1", 0},
        {"1181,2", "1181", NULL, "1", 4},
        {"2023,456", "2023", NULL, NULL, 4},
        {"１２．５", "12.5", NULL, "0.1", 0},
        {"３，９８９亿", "398900000000", NULL, "100000000", 0},
        {"-3.5", "-3.5", NULL, NULL, 0},
        {"负12", "-12", NULL, NULL, 0},
        {"25%", "0.25", NULL, "0.01", 0},
        {"25.5％", "0.255", NULL, "0.001", 0},
        {"3‰", "0.003", NULL, "0.001", 0},
        {"1/3", "1/3", NULL, NULL, 0},
    };

    (void)state;
    check(examples, sizeof examples / sizeof *examples);
}

static void multipliers(void **state)
{
    static const struct example examples[] = {
        {"380.6万", "3806000", NULL, "1000", 0},
        {"1.83万亿", "1830000000000", NULL, "10000000000", 0},
        {"2万5千", "25000", NULL, "1000", 0},
        {"5亿1万4千6百", "500014600", NULL, "100", 0},
        {"3万4000", "34000", NULL, "1", 0},
        {"10万万", "1000000000", NULL, NULL, 0},
        {"4.45万千瓦", "44500", NULL, "100", 7},
        {"30余万", "300000", "400000", NULL, 0},
        {"380余万", "3800000", "3900000", NULL, 0},
    };

    (void)state;
    check(examples, sizeof examples / sizeof *examples);
}

static void chinese_numbers(void **state)
{
    static const struct example examples[] = {
        {"一百二十", "120", NULL, NULL, 0},
        {"一百二", "120", NULL, NULL, 0},
        {"一千零一", "1001", NULL, NULL, 0},
        {"三万五", "35000", NULL, NULL, 0},
        {"两百", "200", NULL, NULL, 0},
        {"十", "10", NULL, NULL, 0},
        {"廿二", "22", NULL, NULL, 0},
        {"九十八点八", "98.8", NULL, "0.1", 0},
        {"一点二亿", "120000000", NULL, "10000000", 0},
        {"二〇二三", "2023", NULL, NULL, 0},
        {"玖仟陆佰陆拾伍", "9665", NULL, NULL, 0},
        {"十几", "11", "19", NULL, 0},
        {"二十几万", "210000", "290000", NULL, 0},
        {"几十", "20", "90", NULL, 0},
        {"两三", "2", "3", NULL, 0},
        {"三四百", "300", "400", NULL, 0},
        {"十五六", "15", "16", NULL, 0},
        {"十余万", "100000", "200000", NULL, 0},
        {"九千八百七十六万五千四百三十二亿九千八百七十六万五千四百三十二", "9876543298765432", NULL,
         NULL, 0},
        {"二两", "2", NULL, NULL, 3},
    };

    (void)state;
    check(examples, sizeof examples / sizeof *examples);
}

static void shares(void **state)
{
    static const struct example examples[] = {
        {"百分之九十八点八", "0.988", NULL, "0.001", 0},
        {"百分之百", "1", NULL, NULL, 0},
        {"千分之三", "0.003", NULL, "0.001", 0},
        {"万分之四", "0.0004", NULL, NULL, 0},
        {"三分之二", "2/3", NULL, NULL, 0},
        {"三成", "0.3", NULL, "0.1", 0},
        {"三成五", "0.35", NULL, "0.01", 0},
        {"半数", "0.5", NULL, NULL, 0},
        {"三成立", "3", NULL, NULL, 3},
        {"百分之负六", "-0.06", NULL, NULL, 0},
    };

    (void)state;
    check(examples, sizeof examples / sizeof *examples);
}

static void nothing_wraps(void **state)
{
    char digits[200];
    struct hg_numeral numeral;

    (void)state;
    memset(digits, '9', sizeof digits);
    assert_true(hg_numeral_parse((struct hg_str){digits, 40}, 0, &numeral));
    assert_int_equal(numeral.span.end, 40);
    assert_true((numeral.flags & HG_NUMERAL_TOO_LONG) != 0);
    assert_true(hg_numeral_parse(hg_str_of("9亿亿亿亿亿亿"), 0, &numeral));
    assert_true((numeral.flags & HG_NUMERAL_TOO_LONG) != 0);
    assert_true(hg_numeral_parse(hg_str_of("1万亿亿"), 0, &numeral));
    assert_ratio(numeral.value, "100000000000000000000", "1万亿亿");
    assert_false(hg_numeral_parse(hg_str_of("件"), 0, &numeral));
    assert_false(hg_numeral_parse(hg_str_of("几乎"), 0, &numeral));
    assert_false(hg_numeral_parse(hg_str_of(""), 0, &numeral));
    assert_false(hg_numeral_parse(hg_str_of("-"), 0, &numeral));
}

static void assert_written(int64_t n, const char *expected)
{
    struct hg_buf buf = HG_BUF_INIT;
    int64_t back;

    hg_numeral_write_chinese(&buf, n);
    assert_string_equal(buf.data, expected);
    assert_true(hg_numeral_whole(hg_buf_view(&buf), &back));
    assert_true(back == n);
    hg_buf_release(&buf);
}

static void writes_what_it_reads(void **state)
{
    struct hg_buf buf = HG_BUF_INIT;

    (void)state;
    assert_written(0, "零");
    assert_written(7, "七");
    assert_written(10, "十");
    assert_written(12, "十二");
    assert_written(20, "二十");
    assert_written(110, "一百一十");
    assert_written(120, "一百二十");
    assert_written(1001, "一千零一");
    assert_written(1010, "一千零一十");
    assert_written(10006, "一万零六");
    assert_written(100000, "十万");
    assert_written(1000054, "一百万零五十四");
    assert_written(500000006, "五亿零六");
    assert_written(-11, "负十一");
    for (int64_t n = 1; n < 2000000000000; n = n * 3 + 7) {
        int64_t back;

        hg_buf_clear(&buf);
        hg_numeral_write_chinese(&buf, n);
        assert_true(hg_numeral_whole(hg_buf_view(&buf), &back));
        assert_true(back == n);
    }
    hg_buf_clear(&buf);
    hg_numeral_write_digits(&buf, 2023);
    assert_string_equal(buf.data, "二〇二三");
    hg_buf_release(&buf);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arabic_numbers), cmocka_unit_test(multipliers),
        cmocka_unit_test(chinese_numbers), cmocka_unit_test(shares),
        cmocka_unit_test(nothing_wraps), cmocka_unit_test(writes_what_it_reads),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
