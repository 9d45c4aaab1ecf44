#include "lang/date.h"

#include "support/unit.h"

struct example {
    const char *text;
    enum hg_date_kind kind;
    struct hg_date_point from, to;
    uint32_t flags;
    size_t rest; /* bytes not read */
};

static void reads_dates(void **state)
{
    static const struct example examples[] = {
        {"2023年6月30日", HG_DATE_DAY, {2023, 6, 30}, {2023, 6, 30}, 0, 0},
        {"2023年6月", HG_DATE_MONTH, {2023, 6, 0}, {2023, 6, 0}, 0, 0},
        {"2023年度", HG_DATE_YEAR, {2023, 0, 0}, {2023, 0, 0}, 0, 0},
        {"二〇二三年六月", HG_DATE_MONTH, {2023, 6, 0}, {2023, 6, 0}, HG_DATE_CHINESE, 0},
        {"6月30日", HG_DATE_DAY, {0, 6, 30}, {0, 6, 30}, 0, 0},
        {"2023-06-30", HG_DATE_DAY, {2023, 6, 30}, {2023, 6, 30}, 0, 0},
        {"2023/6/30", HG_DATE_DAY, {2023, 6, 30}, {2023, 6, 30}, 0, 0},
        {"1—6月", HG_DATE_RANGE, {0, 1, 0}, {0, 6, 0}, 0, 0},
        {"1至6月份", HG_DATE_RANGE, {0, 1, 0}, {0, 6, 0}, 0, 0},
        {"2018—2022年", HG_DATE_RANGE, {2018, 0, 0}, {2022, 0, 0}, 0, 0},
        {"2023年1—6月", HG_DATE_RANGE, {2023, 1, 0}, {2023, 6, 0}, 0, 0},
        {"2023年1月至6月", HG_DATE_RANGE, {2023, 1, 0}, {2023, 6, 0}, 0, 0},
        {"2023年上半年", HG_DATE_HALF, {2023, 1, 0}, {2023, 6, 0}, 0, 0},
        {"第三季度", HG_DATE_QUARTER, {0, 7, 0}, {0, 9, 0}, 0, 0},
        {"前三季度", HG_DATE_RANGE, {0, 1, 0}, {0, 9, 0}, 0, 0},
        {"“十三五”期间", HG_DATE_PLAN, {2016, 0, 0}, {2020, 0, 0}, HG_DATE_PERIOD_WORD, 0},
        {"2023年2月30日", HG_DATE_DAY, {2023, 2, 30}, {2023, 2, 30}, HG_DATE_IMPOSSIBLE, 0},
        {"13月5日", HG_DATE_DAY, {0, 13, 5}, {0, 13, 5}, HG_DATE_IMPOSSIBLE, 0},
        {"2024年2月29日", HG_DATE_DAY, {2024, 2, 29}, {2024, 2, 29}, 0, 0},
        {"2022—2018年", HG_DATE_RANGE, {2022, 0, 0}, {2018, 0, 0}, HG_DATE_BACKWARDS, 0},
        {"23年6月", HG_DATE_MONTH, {23, 6, 0}, {23, 6, 0}, HG_DATE_SHORT_YEAR, 0},
        {"今年以来", HG_DATE_RELATIVE, {0, 0, 0}, {0, 0, 0}, HG_DATE_SINCE, 0},
        {"今年上半年", HG_DATE_HALF, {0, 1, 0}, {0, 6, 0}, 0, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        const struct example *e = &examples[i];
        struct hg_date date;

        if (!hg_date_parse(hg_str_of(e->text), 0, &date)) {
            fail_msg("%s: no date", e->text);
        }
        if (date.kind != e->kind || hg_date_compare(date.from, e->from) != 0 ||
            date.from.year != e->from.year || date.from.month != e->from.month ||
            date.from.day != e->from.day || date.to.year != e->to.year ||
            date.to.month != e->to.month || date.flags != e->flags ||
            date.span.end != strlen(e->text) - e->rest) {
            fail_msg("%s: kind %d, %d-%d-%d to %d-%d, flags %u, %zu bytes", e->text,
                     (int)date.kind, date.from.year, date.from.month, date.from.day, date.to.year,
                     date.to.month, date.flags, date.span.end);
        }
    }
}

static void leaves_amounts_alone(void **state)
{
    static const char *const texts[] = {"3天",   "12个月", "1.5年", "30号线", "100件",
                                        "3月亮", "十分",   "五项",  "一二两", "2023件"};

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct hg_date date;

        if (hg_date_parse(hg_str_of(texts[i]), 0, &date) && i != 5) {
            fail_msg("%s read as a date of kind %d", texts[i], (int)date.kind);
        }
    }
}

static void reads_relative_words(void **state)
{
    struct hg_date date;

    (void)state;
    assert_true(hg_date_parse(hg_str_of("去年同期"), 0, &date));
    assert_int_equal(date.relative, HG_RELATIVE_SAME_PERIOD);
    assert_true(hg_date_parse(hg_str_of("上年"), 0, &date));
    assert_int_equal(date.relative, HG_RELATIVE_LAST_YEAR);
    assert_true(hg_date_parse(hg_str_of("截至目前"), 0, &date));
    assert_int_equal(date.relative, HG_RELATIVE_NOW);
    assert_true(hg_date_parse(hg_str_of("近三年"), 0, &date));
    assert_int_equal(date.kind, HG_DATE_DURATION);
    assert_int_equal(date.years, 3);
    assert_true(hg_date_parse(hg_str_of("星期五"), 0, &date));
    assert_int_equal(date.weekday, 5);
}

static void knows_the_calendar(void **state)
{
    (void)state;
    assert_int_equal(hg_date_days_in_month(2023, 2), 28);
    assert_int_equal(hg_date_days_in_month(2000, 2), 29);
    assert_int_equal(hg_date_days_in_month(1900, 2), 28);
    assert_int_equal(hg_date_days_in_month(2023, 13), 0);
    assert_int_equal(hg_date_day_number(1970, 1, 1), 0);
    assert_int_equal(hg_date_day_number(2000, 3, 1), 11017);
    assert_int_equal(hg_date_weekday(1970, 1, 1), 4);
    assert_int_equal(hg_date_weekday(2021, 12, 22), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_dates),
        cmocka_unit_test(leaves_amounts_alone),
        cmocka_unit_test(reads_relative_words),
        cmocka_unit_test(knows_the_calendar),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
