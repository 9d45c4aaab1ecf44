/* The numbers of headings, automatic and typed alike, count from one without gaps. */
#include <stdio.h>

#include "base/utf8.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_heading_number = {
    .id = "heading-number",
    .family = HG_FAMILY_STRUCTURE,
    .name = "标题编号不连续",
    .severity = HG_SEVERITY_ERROR,
    .summary = "各级标题的编号跳号、重号、颠倒、重新起编或混用不同体系",
    .explanation =
        "公文结构层次序数依次为“一、”“（一）”“1.”“（1）”（GB/T 9704—2012 第7.3.3条），同一级应从一开始"
        "连续编号。跳号、重号多半是增删段落后没有顺改，也可能是漏掉了一部分内容。自动编号与手工编号同时出现"
        "（“一、一、工作情况”）时，请去掉其中一种。",
    .bad = "一、工作情况\n今年以来，共受理来访47件。\n三、下一步工作计划\n继续抓好接待工作。\n",
    .good = "一、工作情况\n（一）抓接待。共受理来访47件。\n（二）抓办理。来访事项全部办结。\n"
            "二、下一步工作计划\n（一）抓巩固。继续抓好接待工作。\n",
    .run = run,
};

/* Labels that head sections; 一是 and the like are the matter of series-gap. */
static bool counts(enum hg_label_style style)
{
    return style >= HG_LABEL_CHAPTER && style <= HG_LABEL_DECIMAL_PAREN;
}

static void written(struct hg_buf *out, enum hg_label_style style, uint32_t value)
{
    hg_buf_clear(out);
    hg_label_write(out, style, value);
}

/* The number of a label without its marks, whose widths differ; digits full-width where `wide`. */
static void number_alone(struct hg_buf *out, enum hg_label_style style, uint32_t value, bool wide)
{
    hg_buf_clear(out);
    if (style == HG_LABEL_DECIMAL || style == HG_LABEL_DECIMAL_PAREN) {
        char digits[16];

        (void)snprintf(digits, sizeof digits, "%u", (unsigned)value);
        for (const char *c = digits; *c != '\0'; c++) {
            hg_buf_code_point(out, wide ? 0xFF10u + (unsigned)(*c - '0') : (unsigned)*c);
        }
        return;
    }
    written(out, style == HG_LABEL_HAN_PAREN ? HG_LABEL_HAN : style, value);
    if (style == HG_LABEL_HAN_PAREN || style == HG_LABEL_HAN) {
        out->len -= HG_STR("、").len;
    }
}

/* True if the number stands with a closing mark in the paragraphs from `first` to a heading, the
 * heading's own number left out. */
static bool stands_in(const struct hg_doc *doc, size_t first, const struct hg_heading *to,
                      enum hg_label_style style, struct hg_str number)
{
    bool bracket = style == HG_LABEL_HAN_PAREN || style == HG_LABEL_DECIMAL_PAREN;
    bool bare = style == HG_LABEL_HAN || style == HG_LABEL_DECIMAL;

    for (size_t i = first; i <= to->first; i++) {
        struct hg_str text = doc->paragraphs.items[i]->text;
        size_t at = 0;

        while ((at = hg_str_find(text, number, at)) != SIZE_MAX) {
            uint32_t after = hg_utf8_at(text, at + number.len);
            uint32_t before = hg_utf8_before(text, at);
            bool closed = bracket ? after == 0xFF09 || after == ')'
                          : bare ? after == 0x3001 || after == '.' || after == 0xFF0E
                                 : true; /* 第二章 closes itself */
            bool own = at == to->label.digits.start && i == to->first;

            if (!own && closed && before != 0x3001 && before != '.' &&
                !(before >= '0' && before <= '9')) {
                return true;
            }
            at += number.len;
        }
    }
    return false;
}

/* True if a paragraph between two headings holds the label of this value in any width: then the
 * number exists, on a line that was not taken for a heading, and there is no gap. */
static bool stands_between(struct hg_pass *pass, const struct hg_heading *from,
                           const struct hg_heading *to, enum hg_label_style style, uint32_t value)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    struct hg_buf digits = HG_BUF_INIT;
    bool found = false;

    number_alone(&digits, style, value, false);
    found = stands_in(doc, from == NULL ? 0 : from->first, to, style, hg_buf_view(&digits));
    if (!found && style >= HG_LABEL_DECIMAL) {
        number_alone(&digits, style, value, true);
        found = stands_in(doc, from == NULL ? 0 : from->first, to, style, hg_buf_view(&digits));
    }
    hg_buf_release(&digits);
    return found;
}

/* A short line without a final mark before a heading that starts again at one: the title of a
 * second part (上半年工作总结 … 下半年工作计划) or of an annex. */
static bool new_part_before(struct hg_pass *pass, const struct hg_heading *heading)
{
    const struct hg_doc *doc = hg_pass_doc(pass);

    for (size_t i = heading->first; i-- > 0;) {
        struct hg_str text = hg_str_trim(doc->paragraphs.items[i]->text);
        uint32_t last;

        if (text.len == 0) {
            continue;
        }
        last = hg_utf8_before(text, text.len);
        return hg_utf8_count(text) <= 40 && last != 0x3002 && last != 0xFF1B && last != ';' &&
               last != 0xFF0C;
    }
    return true;
}

static struct hg_finding *report(struct hg_pass *pass, const struct hg_heading *heading,
                                 const char *what, struct hg_str expected)
{
    struct hg_finding *finding;

    if (heading->automatic) {
        finding = hg_report_label(pass, &hg_check_heading_number, heading->paragraph,
                                  "编号“%.*s”%s“%.*s”，请核对是否漏了内容并顺改编号",
                                  HG_FMT(heading->number), what, HG_FMT(expected));
    } else {
        struct hg_span span = heading->label.span;

        finding = hg_report(pass, &hg_check_heading_number, heading->paragraph,
                            (struct hg_span){span.start, span.start + heading->number.len},
                            "编号“%.*s”%s“%.*s”，请核对是否漏了内容并顺改编号",
                            HG_FMT(heading->number), what, HG_FMT(expected));
    }
    /* Decimal items restart and lie in lists more freely than 一、 and （一）. */
    if (heading->label.style >= HG_LABEL_DECIMAL) {
        hg_finding_severity(finding, HG_SEVERITY_WARNING);
    }
    return finding;
}

/* Which heading comes next among siblings; UINT32_MAX if none does. */
static uint32_t next_sibling(const struct hg_outline *outline, uint32_t index)
{
    const struct hg_heading *heading = &outline->headings.items[index];

    for (uint32_t i = index + 1; i < outline->headings.len; i++) {
        if (outline->headings.items[i].level < heading->level) {
            break;
        }
        if (outline->headings.items[i].level == heading->level) {
            return i;
        }
    }
    return UINT32_MAX;
}

/* The first of its siblings, or the first after a change of style. */
static void check_first(struct hg_pass *pass, const struct hg_outline *outline,
                        uint32_t index, const struct hg_heading *before)
{
    const struct hg_heading *heading = &outline->headings.items[index];
    uint32_t next = next_sibling(outline, index);
    bool goes_on = next != UINT32_MAX &&
                   outline->headings.items[next].label.value == heading->label.value + 1;
    struct hg_buf expected = HG_BUF_INIT;
    const struct hg_heading *parent =
        heading->parent == UINT32_MAX ? NULL : &outline->headings.items[heading->parent];

    if (heading->label.value == 1 ||
        stands_between(pass, before != NULL ? before : parent, heading, heading->label.style, 1)) {
        return;
    }
    if (parent != NULL && counts(parent->label.style) && parent->label.value > 0 &&
        heading->label.value == parent->label.value + 1 &&
        (heading->label.style >= HG_LABEL_DECIMAL || !goes_on)) {
        /* 二、 … 3. …: the writer went on counting in another system. */
        written(&expected, parent->label.style, heading->label.value);
        (void)report(pass, heading, "与上文编号体系不一致，上文用的是", hg_buf_view(&expected));
    } else if (before != NULL && before->label.value + 1 == heading->label.value) {
        written(&expected, before->label.style, heading->label.value);
        (void)report(pass, heading, "与同级标题编号体系不一致，按上文应为", hg_buf_view(&expected));
    } else if (heading->label.style < HG_LABEL_DECIMAL && heading->label.style != HG_LABEL_ARTICLE) {
        written(&expected, heading->label.style, 1);
        (void)report(pass, heading, "之前没有", hg_buf_view(&expected));
    }
    hg_buf_release(&expected);
}

/* What a finding says of the heading behind it. */
enum next_told { NEXT_FREE, NEXT_SWAPPED /* the two changed places */, NEXT_RIGHT /* count on from it */ };

/* One wrong number among right ones, 二 四 四 or 二 二 四: the next heading stands where it should,
 * and is told with this one. */
static bool alone_wrong(const struct hg_outline *outline, uint32_t next,
                        const struct hg_heading *heading, uint32_t wanted)
{
    return next != UINT32_MAX &&
           outline->headings.items[next].label.style == heading->label.style &&
           outline->headings.items[next].automatic == heading->automatic &&
           outline->headings.items[next].label.value == wanted + 1;
}

/* A heading after its sibling of the same style. */
static void check_next(struct hg_pass *pass, const struct hg_outline *outline, uint32_t index,
                       const struct hg_heading *before, enum next_told *told)
{
    const struct hg_heading *heading = &outline->headings.items[index];
    uint32_t value = heading->label.value, wanted = before->label.value + 1;
    uint32_t next = next_sibling(outline, index);
    struct hg_buf expected = HG_BUF_INIT;

    *told = NEXT_FREE;
    written(&expected, heading->label.style, wanted);
    if (value == wanted || stands_between(pass, before, heading, heading->label.style, wanted)) {
        hg_buf_release(&expected);
        return;
    }
    if (value > wanted) {
        if (next != UINT32_MAX && outline->headings.items[next].label.style ==
                                      heading->label.style &&
            outline->headings.items[next].label.value == wanted) {
            struct hg_finding *finding =
                report(pass, heading, "与下一个标题次序颠倒，此处应为", hg_buf_view(&expected));

            hg_finding_related(pass, finding, outline->headings.items[next].paragraph,
                               outline->headings.items[next].title);
            *told = NEXT_SWAPPED;
        } else if (alone_wrong(outline, next, heading, wanted)) {
            struct hg_finding *finding =
                report(pass, heading, "与上下文不连续，按次序应为", hg_buf_view(&expected));

            hg_finding_related(pass, finding, before->paragraph, before->title);
            hg_finding_related(pass, finding, outline->headings.items[next].paragraph,
                               outline->headings.items[next].title);
            *told = NEXT_RIGHT;
        } else {
            struct hg_finding *finding =
                report(pass, heading, "与上文不连续，缺", hg_buf_view(&expected));

            hg_finding_related(pass, finding, before->paragraph, before->title);
        }
    } else if (value == 1 && heading->label.style >= HG_LABEL_DECIMAL) {
        /* A new list of items. */
    } else if (value == before->label.value) {
        struct hg_finding *finding =
            report(pass, heading, "与上文重号，按次序应为", hg_buf_view(&expected));

        hg_finding_related(pass, finding, before->paragraph, before->title);
        if (alone_wrong(outline, next, heading, wanted)) {
            *told = NEXT_RIGHT;
        }
    } else if (value != 1) {
        (void)report(pass, heading, "倒回，按次序应为", hg_buf_view(&expected));
    } else if (heading->label.style < HG_LABEL_DECIMAL && !new_part_before(pass, heading)) {
        (void)report(pass, heading, "重新起编，按次序应为", hg_buf_view(&expected));
    }
    hg_buf_release(&expected);
}

/* 一、一、工作情况: the list numbers the line, and the writer typed the number again. */
static bool numbered_twice(struct hg_pass *pass, const struct hg_heading *heading)
{
    struct hg_label_parse typed;

    if (!heading->automatic || !hg_label_parse(heading->paragraph->text, 0, &typed) ||
        !counts(typed.style) || typed.style != heading->label.style) {
        return false;
    }
    (void)hg_report(pass, &hg_check_heading_number, heading->paragraph, typed.span,
                    "自动编号“%.*s”之后又手工写了“%.*s”，请去掉其中一种", HG_FMT(heading->number),
                    HG_FMT(hg_str_trim(hg_str_sub(heading->paragraph->text, typed.span))));
    return true;
}

/* 一、建立台账； is an item of a list. */
static bool is_item(const struct hg_heading *heading)
{
    struct hg_str text = hg_str_trim(heading->paragraph->text);
    uint32_t last = hg_utf8_before(text, text.len);

    return last == 0xFF1B || last == ';';
}

/* Where counting stands: one for each heading (its children), one for those under none. */
struct counting {
    uint32_t latest;    /* index + 1 of the latest numbered child; 0 for none */
    uint32_t suspended; /* index + 1 of the child after which a list within it began at one */
};

static void check_one(struct hg_pass *pass, const struct hg_outline *outline, uint32_t index,
                      struct counting *counting, const uint32_t *root, enum next_told *told)
{
    const struct hg_heading *items = outline->headings.items;
    const struct hg_heading *heading = &items[index];
    const struct hg_heading *before =
        counting->latest == 0 ? NULL : &items[counting->latest - 1];
    uint32_t style = (uint32_t)heading->label.style;
    enum next_told next = NEXT_FREE;

    if (told[index] != NEXT_FREE) {
        /* Told with the one before it; of two that changed places, count on from the greater. */
        counting->latest = told[index] == NEXT_RIGHT ? index + 1 : counting->latest;
        return;
    }
    if (counting->suspended > 0 &&
        items[counting->suspended - 1].label.value + 1 == heading->label.value &&
        (before == NULL || before->label.value + 1 != heading->label.value)) {
        counting->suspended = 0; /* the list within an item is over */
    } else if (before == NULL || before->label.style != heading->label.style) {
        /* （一） （二） 一、 … 十、 （三）: the outer count goes on. */
        if (heading->parent == UINT32_MAX || root[style] == 0 ||
            items[root[style] - 1].label.value + 1 != heading->label.value) {
            check_first(pass, outline, index, before);
        }
    } else if (before->automatic && heading->automatic &&
               before->paragraph->label.list != heading->paragraph->label.list) {
        counting->suspended = counting->latest; /* two lists that count on their own */
    } else if (heading->label.value == 1 && before->label.value > 1 && is_item(heading)) {
        counting->suspended = counting->latest;
    } else {
        check_next(pass, outline, index, before, &next);
    }
    counting->latest = index + 1;
    if (next != NEXT_FREE) {
        told[next_sibling(outline, index)] = next;
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_outline *outline = hg_pass_outline(pass);
    size_t count = outline->headings.len;
    struct counting *countings = HG_NEW_ARRAY(hg_pass_arena(pass), struct counting, count + 1);
    enum next_told *told = HG_NEW_ARRAY(hg_pass_arena(pass), enum next_told, count + 1);
    uint32_t root[HG_LABEL_STYLE_COUNT] = {0};

    for (uint32_t i = 0; i < count; i++) {
        const struct hg_heading *heading = &outline->headings.items[i];
        struct counting *counting =
            &countings[heading->parent == UINT32_MAX ? count : heading->parent];

        if (!counts(heading->label.style) || heading->label.depth > 1 ||
            heading->label.style == HG_LABEL_MULTI) {
            continue;
        }
        if (numbered_twice(pass, heading)) {
            counting->latest = i + 1;
            continue;
        }
        check_one(pass, outline, i, counting, root, told);
        if (heading->parent == UINT32_MAX) {
            root[heading->label.style] = i + 1;
        }
    }
}
