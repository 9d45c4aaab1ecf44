#include "lint/check.h"
#include "template/look.h"
#include "template/match.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_missing_title = {
    .id = "missing-title",
    .family = HG_FAMILY_STRUCTURE,
    .name = "缺少标题",
    .severity = HG_SEVERITY_WARNING,
    .summary = "文稿没有标题",
    .explanation = "报告应有标题，一般由单位、时间（或事由）和文种组成，如“清河县司法局2024年上半年工作总结”"
                   "（GB/T 9704—2012 第7.3.1条）。网上公开的纯文本往往不带标题，只作提示。",
    .bad = "一、工作情况\n开展宣传活动58场次。\n二、存在问题\n调解员年龄偏大。\n三、下一步工作计划\n选聘年轻调解员。\n@right 清河县司法局\n@right 2024年12月20日\n",
    .good = "@title 清河县司法局2024年工作总结\n一、工作情况\n开展宣传活动58场次。\n二、存在问题\n调解员年龄偏大。\n"
            "三、下一步工作计划\n选聘年轻调解员。\n",
    .run = run,
};

/* The form's title with ×× for what the drafter fills in. */
static void write_example(struct hg_buf *out, struct hg_str pattern)
{
    size_t at = 0, open;

    while ((open = hg_str_find(pattern, HG_STR("{"), at)) != SIZE_MAX) {
        size_t close = hg_str_find(pattern, HG_STR("}"), open); /* the form's reader saw to it */

        hg_buf_str(out, hg_str_sub(pattern, (struct hg_span){at, open}));
        hg_buf_puts(out, hg_str_equal(hg_str_sub(pattern, (struct hg_span){open + 1, close}),
                                      HG_STR("unit"))
                             ? "××局"
                             : "××");
        at = close + 1;
    }
    hg_buf_str(out, hg_str_sub(pattern, (struct hg_span){at, pattern.len}));
}

static void run(struct hg_pass *pass)
{
    const struct hg_match *match = hg_pass_match(pass);
    struct hg_finding *finding;
    struct hg_buf example = HG_BUF_INIT;

    if (match == NULL || hg_pass_outline(pass)->title_first != NULL) {
        return;
    }
    write_example(&example, match->form->title);
    finding = hg_report_document(pass, &hg_check_missing_title, "title",
                                 "文稿没有标题，请补上由单位、时间（或事由）和文种组成的标题，如“%.*s”",
                                 HG_FMT(hg_buf_view(&example)));
    hg_buf_release(&example);
    /* Text taken from a page, a draft without an end and without a look: an excerpt. */
    if (hg_pass_outline(pass)->signature == NULL &&
        !hg_look_is_official(hg_pass_doc(pass), hg_pass_outline(pass), hg_pass_layout(pass))) {
        hg_finding_severity(finding, HG_SEVERITY_NOTE);
    }
}
