/* Series inside running text: 一是…二是…, 第一，…第二，…, 首先…其次…, ①…②…. */
#include "base/utf8.h"
#include "lang/chars.h"
#include "model/outline_build.h"

/* Styles that number items inside a paragraph. */
static bool is_inline_style(enum hg_label_style style)
{
    return style == HG_LABEL_IS || style == HG_LABEL_DI || style == HG_LABEL_ADVERB ||
           style == HG_LABEL_CIRCLED;
}

/* An item starts at the start of a paragraph or after a mark that ends a clause. 一是 after a
 * comma is still an item (…工作，一是…，二是…). */
static bool may_start_item(uint32_t before)
{
    return before == 0 || hg_char_ends_clause(before) || before == 0xFF08 || before == '(' ||
           before == 0x201D;
}

/* The open series that an item of this style and value goes on: the latest of its style under the
 * same heading that waits for this value (a series may stand inside an item of another one), else
 * the latest of its style. An item of value 1 always opens a new one. */
static struct hg_series *series_for(struct hg_outline_builder *b, const struct hg_label_parse *label,
                                    uint32_t heading)
{
    struct hg_series *series = NULL;

    for (size_t i = b->out->series.len; i-- > 0 && label->value != 1;) {
        struct hg_series *open = &b->out->series.items[i];

        if (open->heading != heading) {
            break;
        }
        if (open->style == label->style) {
            if (open->items.items[open->items.len - 1].label.value + 1 == label->value) {
                return open;
            }
            series = series == NULL ? open : series;
        }
    }
    if (series == NULL) {
        series = HG_PUSH(b->arena, &b->out->series);
        series->style = label->style;
        series->heading = heading;
    }
    return series;
}

static void add_item(struct hg_outline_builder *b, const struct hg_paragraph *paragraph,
                     const struct hg_label_parse *label, uint32_t heading)
{
    struct hg_series *series = series_for(b, label, heading);
    struct hg_series_item *item;

    if (series->items.len > 0) {
        struct hg_series_item *last = &series->items.items[series->items.len - 1];

        if (last->paragraph == paragraph) {
            last->span.end = label->span.start;
        }
    }
    item = HG_PUSH(b->arena, &series->items);
    item->paragraph = paragraph;
    item->label = *label;
    item->span = (struct hg_span){label->span.start, paragraph->text.len};
}

/* True for a character that can start an inline label, to skip the rest quickly. */
static bool starts_label(uint32_t c)
{
    return c == 0x7B2C || c == 0x9996 || c == 0x5176 || c == 0x518D || c == 0x6700 ||
           (c >= 0x2460 && c <= 0x2473) || hg_char_is_han_numeral(c);
}

static void scan_paragraph(struct hg_outline_builder *b, const struct hg_paragraph *paragraph)
{
    struct hg_str text = paragraph->text;
    uint32_t heading = hg_outline_heading_at(b->out, paragraph, 0);
    uint32_t before = 0;

    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t c = hg_utf8_next(text, &at);
        struct hg_label_parse label;

        /* Most characters stand after another Han character: no item starts there. */
        if (hg_char_is_han(before)) {
            before = hg_char_class(c) != HG_CHAR_BLANK || c == '\n' ? c : before;
            continue;
        }
        if (starts_label(c) && may_start_item(before) && hg_label_parse(text, start, &label) &&
            is_inline_style(label.style)) {
            add_item(b, paragraph, &label, heading);
            at = label.span.end > at ? label.span.end : at;
            before = 0x662F;
            continue;
        }
        if (hg_char_class(c) != HG_CHAR_BLANK || c == '\n') {
            before = c;
        }
    }
}

void hg_outline_find_series(struct hg_outline_builder *b)
{
    for (size_t i = b->out->preface_end; i < b->doc->body_count; i++) {
        const struct hg_paragraph *paragraph = b->doc->paragraphs.items[i];

        if ((paragraph->flags & HG_PARAGRAPH_IN_TOC) == 0) {
            scan_paragraph(b, paragraph);
        }
    }
}
