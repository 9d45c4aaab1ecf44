#include "base/exact.h"

#include "support/unit.h"

static void assert_ratio(struct hg_ratio ratio, const char *expected)
{
    struct hg_buf buf = HG_BUF_INIT;

    hg_ratio_format(&buf, ratio);
    assert_string_equal(buf.data, expected);
    hg_buf_release(&buf);
}

static struct hg_ratio huge(void)
{
    return hg_ratio_ten(36);
}

static void arithmetic_is_exact(void **state)
{
    struct hg_ratio sum;

    (void)state;
    assert_true(hg_ratio_add(&sum, hg_ratio_make(1, 10), hg_ratio_make(2, 10)));
    assert_int_equal(hg_ratio_compare(sum, hg_ratio_make(3, 10)), 0);
    assert_true(hg_ratio_sub(&sum, hg_ratio_make(1, 3), hg_ratio_make(1, 2)));
    assert_ratio(sum, "-1/6");
    assert_true(hg_ratio_mul(&sum, hg_ratio_make(2, 3), hg_ratio_make(9, 4)));
    assert_ratio(sum, "1.5");
    assert_true(hg_ratio_div(&sum, hg_ratio_of(1159), hg_ratio_of(-1181)));
    assert_ratio(sum, "-1159/1181");
    assert_false(hg_ratio_div(&sum, hg_ratio_of(1), hg_ratio_of(0)));
    assert_true(hg_ratio_power(&sum, hg_ratio_make(11, 10), 3));
    assert_ratio(sum, "1.331");
    assert_ratio(hg_ratio_make(-6, -4), "1.5");
}

static void overflow_is_told(void **state)
{
    struct hg_ratio out = hg_ratio_of(7);

    (void)state;
    assert_false(hg_ratio_mul(&out, huge(), huge()));
    assert_false(hg_ratio_power(&out, hg_ratio_of(10), 39));
    assert_true(hg_ratio_power(&out, hg_ratio_of(10), 37));
    out = hg_ratio_of(7);
    assert_false(hg_ratio_add(&out, hg_ratio_make(1, INT64_MAX), hg_ratio_ten(30)));
    assert_ratio(out, "7");
    /* A comparison never overflows. */
    assert_int_equal(hg_ratio_compare(huge(), hg_ratio_ten(-36)), 1);
    assert_int_equal(hg_ratio_compare(hg_ratio_make(INT64_MAX, INT64_MAX - 1),
                                      hg_ratio_make(INT64_MAX - 1, INT64_MAX - 2)),
                     -1);
    {
        struct hg_ratio a = {hg_ratio_ten(36).num + 1, hg_ratio_ten(36).num};
        struct hg_ratio b = {hg_ratio_ten(36).num + 2, hg_ratio_ten(36).num + 1};

        assert_int_equal(hg_ratio_compare(a, b), 1);
        a.num = -a.num;
        assert_int_equal(hg_ratio_compare(a, b), -1);
    }
}

static void assert_rounded(struct hg_ratio a, int places, enum hg_rounding how, const char *expected)
{
    struct hg_ratio out;

    assert_true(hg_ratio_round(&out, a, places, how));
    assert_ratio(out, expected);
}

static void rounds_one_way_for_all(void **state)
{
    (void)state;
    assert_rounded(hg_ratio_make(125, 1000), 2, HG_ROUND_HALF_UP, "0.13");
    assert_rounded(hg_ratio_make(125, 1000), 2, HG_ROUND_HALF_EVEN, "0.12");
    assert_rounded(hg_ratio_make(135, 1000), 2, HG_ROUND_HALF_EVEN, "0.14");
    assert_rounded(hg_ratio_make(1299, 1000), 2, HG_ROUND_TRUNCATE, "1.29");
    assert_rounded(hg_ratio_make(-125, 1000), 2, HG_ROUND_HALF_UP, "-0.13");
    assert_rounded(hg_ratio_make(-1299, 1000), 2, HG_ROUND_TRUNCATE, "-1.29");
    assert_rounded(hg_ratio_of(15500), -3, HG_ROUND_HALF_EVEN, "16000");
    assert_rounded(hg_ratio_make(2, 3), 3, HG_ROUND_HALF_UP, "0.667");
}

static void writes_numbers(void **state)
{
    struct hg_buf buf = HG_BUF_INIT;

    (void)state;
    assert_ratio(hg_ratio_make(981, 10), "98.1");
    assert_ratio(hg_ratio_make(2, 3), "2/3");
    assert_ratio(hg_ratio_of(0), "0");
    assert_ratio(hg_ratio_make(-1, 8), "-0.125");
    hg_ratio_format_places(&buf, hg_ratio_make(5, 2), 2, HG_ROUND_HALF_UP);
    assert_string_equal(buf.data, "2.50");
    hg_buf_clear(&buf);
    hg_ratio_format_cut(&buf, hg_ratio_make(115900, 1181), 3);
    assert_string_equal(buf.data, "98.137…");
    hg_buf_clear(&buf);
    hg_ratio_format_cut(&buf, hg_ratio_make(99, 4), 3);
    assert_string_equal(buf.data, "24.75");
    hg_buf_release(&buf);
}

static struct hg_interval between(int64_t low, int64_t high)
{
    return hg_interval_closed(hg_ratio_of(low), hg_ratio_of(high));
}

static void intervals_hold_all_results(void **state)
{
    struct hg_interval a = between(2, 3);
    struct hg_interval b = between(-4, 5);
    struct hg_interval out = hg_interval_mul(&a, &b);

    (void)state;
    assert_ratio(out.low, "-12");
    assert_ratio(out.high, "15");
    out = hg_interval_sub(&a, &b);
    assert_ratio(out.low, "-3");
    assert_ratio(out.high, "7");
    out = hg_interval_div(&b, &a);
    assert_ratio(out.low, "-2");
    assert_ratio(out.high, "2.5");
    assert_true(hg_interval_div(&a, &b).overflow);
    b = between(0, 4);
    out = hg_interval_div(&a, &b);
    assert_true(out.high_infinite);
    assert_ratio(out.low, "0.5");
    b = between(0, 0);
    assert_true(hg_interval_div(&b, &b).overflow);
}

static void ends_may_be_open(void **state)
{
    struct hg_interval a = between(1, 2);
    struct hg_interval b = between(2, 3);

    (void)state;
    assert_true(hg_interval_meets(&a, &b));
    a.high_open = true;
    assert_false(hg_interval_meets(&a, &b));
    assert_false(hg_interval_contains(&a, hg_ratio_of(2)));
    assert_true(hg_interval_contains(&a, hg_ratio_of(1)));
    b.high_infinite = true;
    assert_true(hg_interval_contains(&b, huge()));
    assert_true(hg_interval_can_be_at_most(&a, &b));
    a = hg_interval_overflow();
    assert_false(hg_interval_meets(&a, &b));
    assert_true(hg_interval_add(&a, &b).overflow);
}

static void powers_stay_sound(void **state)
{
    struct hg_interval base = hg_interval_closed(hg_ratio_make(110000001, 100000000),
                                                 hg_ratio_make(110000003, 100000000));
    struct hg_interval out = hg_interval_power(&base, 10);

    (void)state;
    assert_false(out.overflow);
    /* 1.10000002^10 = 2.59374293… */
    assert_true(hg_interval_contains(&out, hg_ratio_make(259374293, 100000000)));
    assert_true(hg_ratio_compare(out.low, hg_ratio_make(25937424, 10000000)) > 0);
    assert_true(hg_ratio_compare(out.high, hg_ratio_make(25937433, 10000000)) < 0);
    base = between(-1, 2);
    assert_true(hg_interval_power(&base, 2).overflow);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arithmetic_is_exact),      cmocka_unit_test(overflow_is_told),
        cmocka_unit_test(rounds_one_way_for_all),   cmocka_unit_test(writes_numbers),
        cmocka_unit_test(intervals_hold_all_results), cmocka_unit_test(ends_may_be_open),
        cmocka_unit_test(powers_stay_sound),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
