#include "lang/unit.h"

#include "support/unit.h"

static const struct hg_unit *named(const char *name)
{
    const struct hg_unit *unit = hg_unit_named(hg_str_of(name));

    if (unit == NULL) {
        fail_msg("no unit %s", name);
    }
    return unit;
}

static void finds_the_longest(void **state)
{
    static const char *const texts[] = {"人次参加", "人民", "公里程", "个百分点", "平方公里", "千瓦时", "家次"};
    static const char *const expected[] = {"人次", "人", "公里", "个百分点", "平方公里", "千瓦时", "家次"};

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        size_t end = 0;
        const struct hg_unit *unit = hg_unit_at(hg_str_of(texts[i]), 0, &end);

        assert_non_null(unit);
        assert_string_equal(unit->name, expected[i]);
        assert_int_equal(end, strlen(expected[i]));
    }
    assert_null(hg_unit_at(hg_str_of("乎"), 0, NULL));
    assert_null(hg_unit_at(hg_str_of(""), 0, NULL));
    assert_null(hg_unit_at(hg_str_of("money"), 0, NULL)); /* m is no metre here */
}

static void every_name_is_found(void **state)
{
    static const char *const names[] = {"件", "元", "亩", "公顷", "吨", "%", "‰", "倍", "番", "户",
                                        "km", "美元", "个月", "天", "米", "立方米", "千瓦", "场次"};

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        assert_string_equal(named(names[i])->name, names[i]);
    }
    assert_null(hg_unit_named(hg_str_of("万元")));
}

static void factors_convert(void **state)
{
    struct hg_ratio hectare = hg_unit_factor(named("公顷"));
    struct hg_ratio mu = hg_unit_factor(named("亩"));
    struct hg_ratio ratio;

    (void)state;
    assert_true(hg_ratio_div(&ratio, hectare, mu));
    assert_int_equal(hg_ratio_compare(ratio, hg_ratio_of(15)), 0);
    assert_int_equal(hg_ratio_compare(hg_unit_factor(named("公里")), hg_ratio_of(1000)), 0);
}

static void tells_things_apart(void **state)
{
    (void)state;
    assert_true(hg_unit_same(named("公里"), named("米")));
    assert_true(hg_unit_same(named("件"), named("起")));
    assert_false(hg_unit_same(named("人"), named("人次")));
    assert_false(hg_unit_same(named("元"), named("美元")));
    assert_false(hg_unit_same(named("件"), named("人")));
    assert_true(hg_unit_compatible(named("户"), named("家")));
    assert_true(hg_unit_compatible(named("个"), named("座")));
    assert_false(hg_unit_compatible(named("个"), named("人")));
    assert_false(hg_unit_compatible(named("元"), named("件")));
    assert_true(hg_unit_same(NULL, NULL));
    assert_false(hg_unit_same(NULL, named("件")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_longest),
        cmocka_unit_test(every_name_is_found),
        cmocka_unit_test(factors_convert),
        cmocka_unit_test(tells_things_apart),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
