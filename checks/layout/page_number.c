#include "base/utf8.h"
#include "lang/chars.h"
#include "lint/check.h"
#include "template/look.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_page_number = {
    .id = "page-number",
    .family = HG_FAMILY_LAYOUT,
    .name = "页码缺失或格式不合要求",
    .severity = HG_SEVERITY_NOTE,
    .summary = "没有页码，或页码没有左右一字线",
    .explanation = "公文页码用4号半角宋体阿拉伯数字，编排在版心下边缘之下，数字左右各放一条一字线，单页码居右空一字，"
                   "双页码居左空一字（GB/T 9704—2012 第7.5条）。内部报告页码居中也常见，不作要求。只有整体按公文"
                   "排版且超过一页的文稿才检查。",
    .bad = "@page 11906 16838 2098 1474 1985 1588\n@font 仿宋_GB2312 32\n@footer 1\n"
           "今年以来，全县司法行政工作扎实推进，各项任务较好完成。\n",
    .good = "@page 11906 16838 2098 1474 1985 1588\n@font 仿宋_GB2312 32\n@footer — 1 —\n"
            "今年以来，全县司法行政工作扎实推进，各项任务较好完成。\n",
    .run = run,
};

/* Characters that fill more than one page of 22 lines of 28. */
enum { ONE_PAGE = 700 };

enum found { NO_NUMBER, BARE_NUMBER, NUMBER_WITH_DASHES };

/* A footer (or header) line that is a number with nothing but marks and blanks around it. */
static enum found number_in(struct hg_str text)
{
    size_t digits = 0, dashes = 0;

    for (size_t at = 0; at < text.len;) {
        uint32_t c = hg_utf8_next(text, &at);

        if (hg_char_is_digit(c)) {
            digits++;
        } else if (c == 0x2014 || c == 0x2013 || c == '-' || c == 0x2015 || c == 0xFF0D) {
            dashes++;
        } else if (hg_char_class(c) != HG_CHAR_BLANK) {
            /* 第1页 共5页 is a number of another form. */
            return digits > 0 || c == 0x7B2C ? NUMBER_WITH_DASHES : NO_NUMBER;
        }
    }
    return digits == 0 ? NO_NUMBER : dashes >= 2 ? NUMBER_WITH_DASHES : BARE_NUMBER;
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    const struct hg_layout *layout = hg_pass_layout(pass);
    const struct hg_paragraph *bare = NULL;
    enum found best = NO_NUMBER;
    size_t characters = 0;

    if (!hg_look_is_official(doc, hg_pass_outline(pass), layout)) {
        return;
    }
    for (size_t i = 0; i < doc->body_count && characters < ONE_PAGE; i++) {
        characters += hg_utf8_count(doc->paragraphs.items[i]->text);
    }
    for (size_t i = doc->body_count; i < doc->paragraphs.len; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];
        enum found found;

        /* A number may stand in a box within the footer. */
        if (paragraph->part != HG_PART_FOOTER && paragraph->part != HG_PART_HEADER &&
            paragraph->part != HG_PART_TEXTBOX) {
            continue;
        }
        found = number_in(paragraph->text);
        best = found > best ? found : best;
        bare = found == BARE_NUMBER && bare == NULL ? paragraph : bare;
    }
    if (best == BARE_NUMBER) {
        (void)hg_report(pass, &hg_check_page_number, bare, (struct hg_span){0, bare->text.len},
                        "页码左右没有一字线，应写作“— 1 —”的样子");
    } else if (best == NO_NUMBER && characters >= ONE_PAGE) {
        (void)hg_report_document(pass, &hg_check_page_number, "page-number",
                                 "文稿没有页码，请在页脚插入“— 1 —”样式的页码");
    }
}
