#include "base/utf8.h"
#include "lint/check.h"
#include "template/match.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_missing_date = {
    .id = "missing-date",
    .family = HG_FAMILY_STRUCTURE,
    .name = "缺少成文日期",
    .severity = HG_SEVERITY_WARNING,
    .summary = "文稿没有成文日期",
    .explanation = "报告应写明成文日期，用阿拉伯数字将年、月、日标全（GB/T 9704—2012 第7.3.5.4条）。日期写在标题之下"
                   "括号内的也视为已有。网上公开的纯文本往往略去日期，只作提示。",
    .bad = "@title 清河县司法局2024年工作总结\n一、工作情况\n开展宣传活动58场次。\n二、存在问题\n调解员年龄偏大。\n"
           "三、下一步工作计划\n选聘年轻调解员。\n@right 清河县司法局\n",
    .good = "@title 清河县司法局2024年工作总结\n一、工作情况\n开展宣传活动58场次。\n二、存在问题\n调解员年龄偏大。\n"
            "三、下一步工作计划\n选聘年轻调解员。\n@right 清河县司法局\n@right 2024年12月20日\n",
    .run = run,
};

/* Lines after the title that may hold the date (（2024年12月20日）), and after the text. */
enum { LINES = 3, LINE_MAX = 40 };

/* A short line that holds 年 and 月: a date in some form, right or wrong. A date still to be
 * filled in is the matter of placeholder-left. */
static bool holds_date(struct hg_str line)
{
    return hg_utf8_count(line) <= LINE_MAX && hg_str_contains(line, HG_STR("年")) &&
           hg_str_contains(line, HG_STR("月"));
}

static bool holds_placeholder(const struct hg_paragraph *paragraph)
{
    for (size_t i = 0; i < paragraph->runs.len; i++) {
        if ((paragraph->runs.items[i].flags & HG_RUN_PLACEHOLDER) != 0) {
            return true;
        }
    }
    return false;
}

static bool dated_elsewhere(struct hg_pass *pass, const struct hg_outline *outline)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    size_t first = outline->title_last->index + 1, seen = 0;

    for (size_t i = first; i < doc->body_count && i < first + LINES; i++) {
        if (holds_date(hg_str_trim(doc->paragraphs.items[i]->text))) {
            return true;
        }
    }
    for (size_t i = doc->body_count; i-- > first && seen < LINES;) {
        struct hg_str line = hg_str_trim(doc->paragraphs.items[i]->text);

        seen += line.len > 0;
        if (holds_date(line) || holds_placeholder(doc->paragraphs.items[i])) {
            return true;
        }
    }
    return false;
}

static void run(struct hg_pass *pass)
{
    const struct hg_match *match = hg_pass_match(pass);
    const struct hg_outline *outline = hg_pass_outline(pass);
    struct hg_finding *finding;

    if (match == NULL || !match->form->date_required || outline->date != NULL ||
        outline->title_first == NULL || dated_elsewhere(pass, outline)) {
        return;
    }
    finding = hg_report_document(pass, &hg_check_missing_date, "date",
                                 "文稿没有成文日期，请在署名之下用阿拉伯数字写全年、月、日");
    if (hg_pass_doc(pass)->facts.kind == HG_PACKAGE_TEXT || !match->titled) {
        hg_finding_severity(finding, HG_SEVERITY_NOTE);
    }
}
