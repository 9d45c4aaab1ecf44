#include "base/utf8.h"
#include "lint/check.h"
#include "template/match.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_missing_signature = {
    .id = "missing-signature",
    .family = HG_FAMILY_STRUCTURE,
    .name = "缺少署名",
    .severity = HG_SEVERITY_WARNING,
    .summary = "文稿末尾没有单位（或作者）署名",
    .explanation = "报告正文之后应署发文机关全称或规范化简称（述职报告署姓名），其下写成文日期（GB/T 9704—2012 "
                   "第7.3.5条）。署名写在标题之下的也视为已有。网上公开的纯文本往往略去署名，只作提示。",
    .bad = "@title 清河县司法局2024年工作总结\n一、工作情况\n开展宣传活动58场次。\n二、存在问题\n调解员年龄偏大。\n"
           "三、下一步工作计划\n选聘年轻调解员。\n",
    .good = "@title 清河县司法局2024年工作总结\n一、工作情况\n开展宣传活动58场次。\n二、存在问题\n调解员年龄偏大。\n"
            "三、下一步工作计划\n选聘年轻调解员。\n@right 清河县司法局\n@right 2024年12月20日\n",
    .run = run,
};

/* In characters. */
enum { LINE_MAX = 30 };

/* A short line under the title: the name of the unit or of the author. */
static bool signed_below_title(struct hg_pass *pass, const struct hg_outline *outline)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    size_t first = outline->title_last->index + 1;

    for (size_t i = first; i < doc->body_count && i < first + 3; i++) {
        struct hg_str line = hg_str_trim(doc->paragraphs.items[i]->text);
        struct hg_label_parse label;
        uint32_t last = hg_utf8_before(line, line.len);

        if (line.len == 0) {
            continue;
        }
        return hg_utf8_count(line) <= LINE_MAX && !hg_label_parse(line, 0, &label) &&
               last != 0x3002 && last != 0xFF1A && last != ':';
    }
    return false;
}

/* A line still to be filled in among the last ones: the matter of placeholder-left. */
static bool to_be_filled(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    size_t seen = 0;

    for (size_t i = doc->body_count; i-- > 0 && seen < 2;) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];

        seen += hg_str_trim(paragraph->text).len > 0;
        for (size_t r = 0; r < paragraph->runs.len; r++) {
            if ((paragraph->runs.items[r].flags & HG_RUN_PLACEHOLDER) != 0) {
                return true;
            }
        }
    }
    return false;
}

static void run(struct hg_pass *pass)
{
    const struct hg_match *match = hg_pass_match(pass);
    const struct hg_outline *outline = hg_pass_outline(pass);
    bool text = hg_pass_doc(pass)->facts.kind == HG_PACKAGE_TEXT;
    struct hg_finding *finding;

    /* A text without a title is an excerpt: one note about the title is enough. */
    if (match == NULL || !match->form->signature_required || outline->signature != NULL ||
        outline->title_first == NULL || signed_below_title(pass, outline) ||
        to_be_filled(pass)) {
        return;
    }
    finding = hg_report_document(pass, &hg_check_missing_signature, "signature",
                                 "文稿末尾没有署名，请在成文日期之上署%s",
                                 hg_form_field_find(match->form, HG_STR("author")) != NULL
                                     ? "姓名"
                                     : "单位全称或规范化简称");
    if (text || !match->titled) {
        hg_finding_severity(finding, HG_SEVERITY_NOTE);
    }
}
