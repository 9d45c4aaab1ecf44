#include "base/utf8.h"
#include "lang/chars.h"
#include "lint/check.h"
#include "template/match.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_empty_section = {
    .id = "empty-section",
    .family = HG_FAMILY_STRUCTURE,
    .name = "标题下没有内容",
    .severity = HG_SEVERITY_ERROR,
    .summary = "标题下没有正文，或内容明显过少",
    .explanation = "有标题而没有正文，多半是写作时留空、调整结构时移走了内容，或标题后误接了另一个标题。请补写"
                   "内容，或删去标题并顺改编号。低一级的标题只在同级的其他标题都有正文时才报告，因为有些文稿"
                   "用编号逐条列事项，条目本身就是内容。",
    .bad = "一、工作情况\n今年以来，共受理来访47件。\n二、存在问题\n三、下一步工作计划\n继续抓好接待工作。\n",
    .good = "一、工作情况\n今年以来，共受理来访47件。\n二、存在问题\n接待窗口人手不够。\n"
            "三、下一步工作计划\n（一）补充人手\n（二）加强培训\n",
    .run = run,
};

/* Characters of a draft that is written out: in a shorter one nothing is short by comparison. */
enum { WHOLE_DRAFT = 400 };

/* What stands under a heading. Headings below it count as text: what hangs under them is looked at
 * on its own. */
struct content {
    size_t characters;
    bool placeholder; /* a content control is still unfilled: then it is no fault of length */
};

/* Of all children of one heading. */
struct children {
    size_t filled, empty;
};

static bool holds_placeholder(const struct hg_paragraph *paragraph)
{
    for (size_t i = 0; i < paragraph->runs.len; i++) {
        if ((paragraph->runs.items[i].flags & HG_RUN_PLACEHOLDER) != 0) {
            return true;
        }
    }
    return false;
}

/* Characters and placeholders of the body before each paragraph. */
static struct content *running_totals(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    struct content *totals =
        HG_NEW_ARRAY(hg_pass_arena(pass), struct content, doc->body_count + 1);
    size_t *placeholders = HG_NEW_ARRAY(hg_pass_arena(pass), size_t, 1);

    for (size_t i = 0; i < doc->body_count; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];

        totals[i + 1].characters =
            totals[i].characters + hg_utf8_count(hg_str_trim(paragraph->text));
        *placeholders += holds_placeholder(paragraph);
        totals[i + 1].placeholder = *placeholders > 0;
    }
    return totals;
}

static struct content content_of(const struct content *totals, const struct hg_heading *heading)
{
    struct content content = {0, false};

    if (heading->end > heading->first + 1) {
        content.characters =
            totals[heading->end].characters - totals[heading->first + 1].characters;
    }
    /* A skeleton has placeholders from its first lines on. */
    content.placeholder = totals[heading->end].placeholder;
    if (heading->run_in) {
        content.characters +=
            hg_utf8_count(heading->paragraph->text) - hg_utf8_count(heading->title_text);
    }
    return content;
}

/* Dates, places and names in a heading's style, and text of other languages, are left alone. */
static bool is_han(struct hg_str title)
{
    size_t han = 0;

    for (size_t at = 0; at < title.len && han < 2;) {
        han += hg_char_is_han(hg_utf8_next(title, &at));
    }
    return han >= 2;
}

/* 一、建立台账； is an item that is its own content. */
static bool is_item(const struct hg_heading *heading)
{
    struct hg_str text = hg_str_trim(heading->paragraph->text);
    uint32_t last = hg_utf8_before(text, text.len);

    return last == 0xFF1B || last == ';' || last == 0x3002 || last == 0xFF0C;
}

static void report_empty(struct hg_pass *pass, const struct hg_heading *heading,
                         const struct children *siblings, bool required)
{
    struct hg_finding *finding;

    if (!required && (siblings->filled == 0 || siblings->empty > 1 || is_item(heading) ||
                      !is_han(heading->title_text))) {
        return;
    }
    finding = hg_report(pass, &hg_check_empty_section, heading->paragraph, heading->title,
                        "“%.*s”下没有内容，请补写，或删去这个标题并顺改编号",
                        HG_FMT(heading->title_text));
    if (!required) {
        hg_finding_severity(finding, HG_SEVERITY_WARNING);
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_outline *outline = hg_pass_outline(pass);
    const struct hg_match *match = hg_pass_match(pass);
    size_t count = outline->headings.len;
    const struct content *totals = running_totals(pass);
    struct children *children = HG_NEW_ARRAY(hg_pass_arena(pass), struct children, count + 1);

    for (size_t i = 0; i < count; i++) {
        const struct hg_heading *heading = &outline->headings.items[i];
        struct children *of =
            &children[heading->parent == UINT32_MAX ? count : heading->parent];

        if (content_of(totals, heading).characters > 0) {
            of->filled++;
        } else {
            of->empty++;
        }
    }
    for (size_t i = 0; i < count; i++) {
        const struct hg_heading *heading = &outline->headings.items[i];
        const struct hg_form_section *section =
            match == NULL || match->section_of[i] == UINT32_MAX
                ? NULL
                : &match->form->sections.items[match->section_of[i]];
        struct content content = content_of(totals, heading);
        /* A section of the form that this heading says by name, not a slogan that was taken in. */
        bool named = section != NULL && match->fills[match->section_of[i]].heading == i &&
                     match->fills[match->section_of[i]].score >= 70;

        if (content.characters == 0) {
            report_empty(pass, heading,
                         &children[heading->parent == UINT32_MAX ? count : heading->parent],
                         named && section->required);
        } else if (named && section->required && !content.placeholder &&
                   content.characters < section->min_length &&
                   totals[hg_pass_doc(pass)->body_count].characters >= WHOLE_DRAFT) {
            struct hg_finding *finding = hg_report(
                pass, &hg_check_empty_section, heading->paragraph, heading->title,
                "“%.*s”只有%zu字，一般不少于%u字，请核对是否写全", HG_FMT(heading->title_text),
                content.characters, (unsigned)section->min_length);

            hg_finding_severity(finding, HG_SEVERITY_NOTE);
        }
    }
}
