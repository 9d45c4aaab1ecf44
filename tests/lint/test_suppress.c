#include "lint/suppress.h"

#include "lint/run.h"
#include "support/outline.h"
#include "support/unit.h"

static const struct hg_lint_options options = {.today = {2024, 7, 5}};

static void assert_counts(const char *outline, const char *check, size_t shown, size_t suppressed,
                          const char *notice)
{
    struct hg_doc *doc = hg_test_doc(outline);
    struct hg_lint_result *result = hg_lint_run(doc, &options);
    size_t count = 0, held = 0;
    bool said = notice == NULL;

    for (size_t i = 0; i < result->findings.len; i++) {
        count += strcmp(result->findings.items[i]->check->id, check) == 0;
    }
    for (size_t i = 0; i < result->suppressed.len; i++) {
        held += strcmp(result->suppressed.items[i].finding->check->id, check) == 0;
        assert_int_equal(result->suppressed.items[i].by, HG_SUPPRESSED_COMMENT);
    }
    for (size_t i = 0; i < result->notices.len; i++) {
        said = said || hg_str_contains(result->notices.items[i], hg_str_of(notice));
    }
    assert_int_equal(count, shown);
    assert_int_equal(held, suppressed);
    assert_true(said);
    assert_true(notice != NULL || result->notices.len == 0);
    hg_lint_result_free(result);
    hg_doc_free(doc);
}

static void a_comment_takes_back_what_it_stands_on(void **state)
{
    (void)state;
    assert_counts("共受理来信（含来电47件。\n", "unmatched-mark", 1, 0, NULL);
    assert_counts("共受理{==来信（含来电==}{>>核稿:忽略 unmatched-mark 原文如此<<}47件。\n",
                  "unmatched-mark", 0, 1, NULL);
    assert_counts("共受理{==来信（含来电==}{>>核稿：忽略 marks，原文如此<<}47件。\n",
                  "unmatched-mark", 0, 1, NULL);
    /* another check, another place */
    assert_counts("共受理{==来信（含来电==}{>>核稿:忽略 wrong-rate 原文如此<<}47件。\n",
                  "unmatched-mark", 1, 0, "已没有对应的问题");
    assert_counts("{==共受理==}{>>核稿:忽略 unmatched-mark 原文如此<<}来信（含来电47件。\n",
                  "unmatched-mark", 1, 0, "已没有对应的问题");
    assert_counts("共受理{==来信（含来电==}{>>这里要核实<<}47件。\n", "unmatched-mark", 1, 0, NULL);
}

static void a_comment_that_cannot_work_is_told(void **state)
{
    (void)state;
    assert_counts("共受理{==来信（含来电==}{>>核稿:忽略 unmatched-mark<<}47件。\n",
                  "unmatched-mark", 1, 0, "没有写理由");
    assert_counts("共受理{==来信（含来电==}{>>核稿:忽略 no-such-check 原文如此<<}47件。\n",
                  "unmatched-mark", 1, 0, "no-such-check");
    assert_counts("共受理{==来信（含来电==}{>>核稿:忽略 原文如此<<}47件。\n", "unmatched-mark", 1, 0,
                  "没有写明忽略哪项检查");
}

static void the_mark_is_read_leniently(void **state)
{
    struct hg_str checks, reason;

    (void)state;
    assert_true(hg_suppress_parse(HG_STR(" 核稿:忽略 a-b、c-d，e 省厅口径 "), &checks, &reason));
    assert_true(hg_str_starts(checks, HG_STR("a-b")) && hg_str_ends(checks, HG_STR("e")));
    assert_true(hg_str_is(reason, "省厅口径"));
    assert_true(hg_suppress_parse(HG_STR("核稿忽略：wrong-rate：见附件"), &checks, &reason));
    assert_true(hg_str_is(checks, "wrong-rate") && hg_str_is(reason, "见附件"));
    assert_false(hg_suppress_parse(HG_STR("请核稿"), &checks, &reason));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_comment_takes_back_what_it_stands_on),
        cmocka_unit_test(a_comment_that_cannot_work_is_told),
        cmocka_unit_test(the_mark_is_read_leniently),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
