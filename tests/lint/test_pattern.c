#include "lint/pattern.h"

#include "support/unit.h"

static struct hg_pattern *compile(const char *text)
{
    struct hg_pattern *pattern;
    struct hg_error err;

    if (hg_pattern_compile(&pattern, hg_str_of(text), &err) != HG_OK) {
        fail_msg("%s", err.message);
    }
    return pattern;
}

static void matches_are_bytes_of_the_text(void **state)
{
    struct hg_pattern *pattern = compile("第[一二三]季度");
    struct hg_matcher *matcher = hg_matcher_open();
    struct hg_str text = HG_STR("在第二季度和第三季度");
    struct hg_span span;

    (void)state;
    assert_int_equal(hg_pattern_find(pattern, matcher, text, 0, &span), HG_PATTERN_FOUND);
    assert_int_equal(span.start, strlen("在"));
    assert_int_equal(span.end, strlen("在第二季度"));
    assert_int_equal(hg_pattern_find(pattern, matcher, text, span.end, &span), HG_PATTERN_FOUND);
    assert_int_equal(span.end, text.len);
    assert_int_equal(hg_pattern_find(pattern, matcher, text, span.end, &span), HG_PATTERN_NONE);
    hg_matcher_free(matcher);
    hg_pattern_free(pattern);
}

static void groups_stand_in_replacements(void **state)
{
    struct hg_pattern *pattern = compile("(\\d+)个百分点");
    struct hg_matcher *matcher = hg_matcher_open();
    struct hg_str text = HG_STR("提高3个百分点。");
    struct hg_span span;
    struct hg_buf out = HG_BUF_INIT;

    (void)state;
    assert_int_equal(hg_pattern_find(pattern, matcher, text, 0, &span), HG_PATTERN_FOUND);
    hg_pattern_replace(&out, pattern, matcher, text, span, HG_STR("${1}％"));
    assert_string_equal(out.data, "3％");
    hg_buf_release(&out);
    hg_matcher_free(matcher);
    hg_pattern_free(pattern);
}

static void faults_name_their_place(void **state)
{
    struct hg_pattern *pattern;
    struct hg_error err;

    (void)state;
    assert_int_equal(hg_pattern_compile(&pattern, HG_STR("甲(乙"), &err), HG_BAD_SETTINGS);
    assert_non_null(strstr(err.message, "第 4 个字符"));
    assert_int_equal(hg_pattern_compile(&pattern, HG_STR(""), &err), HG_BAD_SETTINGS);
}

static void what_would_never_end_is_stopped(void **state)
{
    struct hg_pattern *pattern = compile("(a|aa)+(?=b|。。)");
    struct hg_matcher *matcher = hg_matcher_open();
    struct hg_buf text = HG_BUF_INIT;
    struct hg_span span;

    (void)state;
    for (int i = 0; i < 4000; i++) {
        hg_buf_putc(&text, 'a');
    }
    hg_buf_puts(&text, "。");
    assert_int_equal(hg_pattern_find(pattern, matcher, hg_buf_view(&text), 0, &span),
                     HG_PATTERN_LIMIT);
    hg_buf_release(&text);
    hg_matcher_free(matcher);
    hg_pattern_free(pattern);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matches_are_bytes_of_the_text),
        cmocka_unit_test(groups_stand_in_replacements),
        cmocka_unit_test(faults_name_their_place),
        cmocka_unit_test(what_would_never_end_is_stopped),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
