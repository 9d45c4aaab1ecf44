#include "base/utf8.h"
#include "lang/chars.h"
#include "lang/label.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_broken_paragraph = {
    .id = "broken-paragraph",
    .family = HG_FAMILY_WORDING,
    .name = "段落断开",
    .severity = HG_SEVERITY_WARNING,
    .summary = "一段以逗号、顿号或分号结束，下一段接着说同一件事",
    .explanation = "段落应以句末标点结束。以逗号、顿号收尾又另起一段，多半是误按了回车或从别处粘贴带入；以分号收尾而"
                   "下一段没有编号的，同属一句话被断成两段。请接回一段，或改为句号。分行列举、各项以分号结尾的"
                   "不在此列。",
    .bad = "组织各司法所对照评星定级标准逐项自查整改，\n"
           "目前全县10个司法所已全部完成整改，其中3个通过省级验收。\n",
    .good = "重点做好以下工作：\n1.开展硬件提升；\n2.开展软件提升；\n3.加快推进“智慧矫正中心”建设。\n",
    .run = run,
};

enum { LONG_ENOUGH = 20 }; /* characters that a line of running text has */

static uint32_t last_mark(struct hg_str text)
{
    struct hg_str trimmed = hg_str_trim(text);

    return hg_utf8_before(trimmed, trimmed.len);
}

static bool ends_open(uint32_t c)
{
    return c == 0xFF0C || c == ',' || c == 0x3001;
}

static bool ends_half(uint32_t c)
{
    return c == 0xFF1B || c == ';';
}

static bool is_list_item(const struct hg_paragraph *paragraph)
{
    struct hg_label_parse label;
    uint32_t first = hg_utf8_at(hg_str_trim(paragraph->text), 0);

    return paragraph->label.text.len > 0 || hg_label_parse(paragraph->text, 0, &label) ||
           (!hg_char_is_han(first) && first != 0x201C && first != 0x300A &&
            !hg_char_is_digit(first));
}

/* Lines that end in ； one after the other are a list. */
static bool in_list(const struct hg_doc *doc, size_t at)
{
    const struct hg_paragraph *next = doc->paragraphs.items[at + 1];
    uint32_t before = at > 0 ? last_mark(doc->paragraphs.items[at - 1]->text) : 0;

    return ends_half(before) || before == 0xFF1A || before == ':' ||
           ends_half(last_mark(next->text)) || is_list_item(next);
}

/* A heading of its own, or a heading that the text runs on from. */
static bool begins_heading(struct hg_pass *pass, const struct hg_paragraph *paragraph)
{
    const struct hg_outline *outline = hg_pass_outline(pass);
    uint32_t index = hg_outline_heading_at(outline, paragraph, 0);

    return index != UINT32_MAX && outline->headings.items[index].paragraph == paragraph;
}

static bool is_text(const struct hg_pass *pass, const struct hg_paragraph *paragraph)
{
    return hg_pass_is_prose(pass, paragraph) && hg_node_enclosing_cell(&paragraph->node) == NULL;
}

static bool is_broken(struct hg_pass *pass, size_t at)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    const struct hg_paragraph *paragraph = doc->paragraphs.items[at];
    const struct hg_paragraph *next = doc->paragraphs.items[at + 1];
    uint32_t mark = last_mark(paragraph->text);

    if ((!ends_open(mark) && !ends_half(mark)) || !is_text(pass, paragraph) ||
        !is_text(pass, next) || next->part != paragraph->part ||
        hg_utf8_count(paragraph->text) < LONG_ENOUGH ||
        hg_utf8_count(next->text) < LONG_ENOUGH || is_list_item(next)) {
        return false;
    }
    /* 一是…； in one paragraph and the next item in another is a list, too. */
    return ends_open(mark) || (!begins_heading(pass, next) && !in_list(doc, at));
}

/* The mark that ends the paragraph. */
static struct hg_span last_span(const struct hg_paragraph *paragraph)
{
    struct hg_str text = hg_str_trim(paragraph->text);
    size_t end = (size_t)(text.data - paragraph->text.data) + text.len, at = end;

    (void)hg_utf8_prev(paragraph->text, &at);
    return (struct hg_span){at, end};
}

enum { SINGLE_MOST = 5 }; /* beyond so many the lines of the whole text were broken */

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    struct hg_habit broken = {{NULL, 0, 0}, 0};

    for (size_t i = hg_pass_outline(pass)->preface_end; i + 1 < doc->body_count; i++) {
        if (is_broken(pass, i)) {
            hg_habit_wrong(pass, &broken, doc->paragraphs.items[i],
                           last_span(doc->paragraphs.items[i]));
        }
    }
    for (size_t i = 0; i < broken.places.len; i++) {
        struct hg_place place = broken.places.items[i];
        struct hg_finding *finding;

        if (broken.places.len > SINGLE_MOST) {
            (void)hg_report(pass, &hg_check_broken_paragraph, place.paragraph, place.span,
                            "全文有%zu段在句中断开，疑为粘贴带入的硬回车，请接回，此处是第一处",
                            broken.places.len);
            return;
        }
        finding = hg_report(pass, &hg_check_broken_paragraph, place.paragraph, place.span,
                            "本段以“%.*s”结束，下一段接着说，疑一段误分为两段，请接回或改用句号",
                            HG_FMT(hg_place_quote(place)));
        hg_finding_related(pass, finding, doc->paragraphs.items[place.paragraph->index + 1],
                           (struct hg_span){0, 0});
    }
}
