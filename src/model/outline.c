#include "model/outline.h"

#include "base/utf8.h"
#include "lang/chars.h"
#include "model/outline_build.h"

/* ---- Headings ---- */

/* A typed or automatic number with text this long and no full stop is a heading; beyond it a
 * numbered paragraph of running text. In characters. */
enum { HEADING_MAX = 60, RUN_IN_MAX = 45 };

static bool ends_heading(uint32_t c)
{
    return c == 0x3002 || c == 0xFF1B || c == ';' || c == '\n';
}

/* The heading part of a text from `from`: up to the first full stop outside quotes and brackets.
 * *run_in tells whether anything follows. */
static struct hg_span heading_span(struct hg_str text, size_t from, bool *run_in)
{
    size_t depth = 0;

    *run_in = false;
    for (size_t at = from; at < text.len;) {
        size_t start = at;
        uint32_t c = hg_utf8_next(text, &at);

        if (c == 0x201C || c == 0xFF08 || c == '(' || c == 0x300A) {
            depth++;
        } else if ((c == 0x201D || c == 0xFF09 || c == ')' || c == 0x300B) && depth > 0) {
            depth--;
        } else if (depth == 0 && ends_heading(c)) {
            struct hg_str rest = hg_str_trim(hg_str_sub(text, (struct hg_span){at, text.len}));

            *run_in = rest.len > 0;
            return (struct hg_span){from, start};
        }
    }
    return (struct hg_span){from, text.len};
}

/* Rank of a label style among the levels of 公文; 0 for styles that head no section. */
static uint32_t rank_of(const struct hg_label_parse *label)
{
    switch (label->style) {
    case HG_LABEL_CHAPTER:
    case HG_LABEL_PART:
        return 1;
    case HG_LABEL_SECTION:
        return 2;
    case HG_LABEL_HAN:
        return 3;
    case HG_LABEL_HAN_PAREN:
        return 4;
    case HG_LABEL_DECIMAL:
    case HG_LABEL_MULTI:
        return 5 + (label->depth > 1 ? label->depth - 1 : 0);
    case HG_LABEL_DECIMAL_PAREN:
        return 9;
    case HG_LABEL_CIRCLED:
        return 10;
    default:
        return 0;
    }
}

/* Level from a heading style ("heading 2" → 2) or an outline level; 0 if it has neither. */
static uint32_t style_level(const struct hg_paragraph *paragraph)
{
    struct hg_str name = hg_str_of(paragraph->style_name);

    if (hg_str_starts(name, HG_STR("heading ")) && name.len == 9 && name.data[8] >= '1' &&
        name.data[8] <= '9') {
        return (uint32_t)(name.data[8] - '0');
    }
    return paragraph->outline_level >= 0 ? (uint32_t)paragraph->outline_level + 1 : 0;
}

/* True if the text goes on like a sentence rather than a heading: too long, or it holds a comma
 * clause that ends in a figure, or it is an item that ends with ； inside a list. */
static bool reads_as_heading(struct hg_str title, bool run_in)
{
    size_t count = hg_utf8_count(title);

    return count > 0 && count <= (run_in ? RUN_IN_MAX : HEADING_MAX);
}

static struct hg_heading *try_heading(struct hg_outline_builder *b,
                                      const struct hg_paragraph *paragraph)
{
    struct hg_label_parse label = {.style = HG_LABEL_NONE};
    uint32_t by_style = style_level(paragraph);
    bool automatic = paragraph->label.text.len > 0 && !paragraph->label.bullet;
    struct hg_heading *heading;
    struct hg_span title;
    size_t from = 0;
    bool run_in;
    uint32_t rank;

    if (hg_node_enclosing_cell(&paragraph->node) != NULL ||
        (paragraph->flags & HG_PARAGRAPH_IN_TOC) != 0 || hg_str_trim(paragraph->text).len == 0) {
        return NULL;
    }
    if (automatic) {
        if (hg_label_parse(paragraph->label.text, 0, &label)) {
            label.value = paragraph->label.value;
        }
    } else if (hg_label_parse(paragraph->text, 0, &label)) {
        from = label.span.end;
    }
    rank = rank_of(&label);
    if (by_style == 0 && rank == 0) {
        return NULL;
    }
    title = heading_span(paragraph->text, from, &run_in);
    if (by_style == 0 && !reads_as_heading(hg_str_sub(paragraph->text, title), run_in)) {
        return NULL;
    }
    heading = HG_PUSH(b->arena, &b->out->headings);
    heading->paragraph = paragraph;
    heading->source = by_style > 0 ? HG_HEADING_BY_STYLE
                      : automatic  ? HG_HEADING_BY_NUMBER
                                   : HG_HEADING_BY_TYPED;
    heading->label = label;
    heading->automatic = automatic;
    heading->run_in = run_in;
    heading->number = automatic ? paragraph->label.text
                      : label.style != HG_LABEL_NONE
                          ? hg_str_trim(hg_str_sub(paragraph->text, label.span))
                          : HG_STR("");
    heading->title_text = hg_str_trim(hg_str_sub(paragraph->text, title));
    heading->title.start = (size_t)(heading->title_text.data - paragraph->text.data);
    heading->title.end = heading->title.start + heading->title_text.len;
    /* Typed ranks leave room between styles: style level n and rank are brought together below. */
    heading->level = rank > 0 ? rank : 100 + by_style;
    heading->parent = UINT32_MAX;
    heading->first = paragraph->index;
    return heading;
}

/* Turns ranks into levels 1, 2, 3 …: a rank's level is one more than that of the rank it stands
 * under. Headings by style without a number keep their style's level. */
static void settle_levels(struct hg_outline *outline)
{
    bool used[HG_OUTLINE_RANKS] = {false};
    uint32_t level_of[HG_OUTLINE_RANKS] = {0};
    uint32_t level = 0;

    for (size_t i = 0; i < outline->headings.len; i++) {
        if (outline->headings.items[i].level < HG_OUTLINE_RANKS) {
            used[outline->headings.items[i].level] = true;
        }
    }
    for (size_t rank = 0; rank < HG_OUTLINE_RANKS; rank++) {
        if (used[rank]) {
            level_of[rank] = ++level;
        }
    }
    for (size_t i = 0; i < outline->headings.len; i++) {
        struct hg_heading *heading = &outline->headings.items[i];

        heading->level = heading->level < HG_OUTLINE_RANKS ? level_of[heading->level]
                                                           : heading->level - 100;
    }
}

/* Parents and ends, in one pass over a stack of the headings that are still open. */
static void settle_sections(struct hg_outline_builder *b, size_t text_end)
{
    struct hg_heading *headings = b->out->headings.items;
    uint32_t open = UINT32_MAX; /* the innermost open heading; its chain of parents is the stack */

    for (size_t i = 0; i < b->out->headings.len; i++) {
        while (open != UINT32_MAX && headings[open].level >= headings[i].level) {
            headings[open].end = headings[i].first;
            open = headings[open].parent;
        }
        headings[i].parent = open;
        open = (uint32_t)i;
    }
    for (; open != UINT32_MAX; open = headings[open].parent) {
        headings[open].end =
            text_end > headings[open].first ? (uint32_t)text_end : headings[open].first;
    }
}

static void find_headings(struct hg_outline_builder *b)
{
    struct hg_doc *doc = b->doc;

    for (size_t i = b->out->preface_end; i < doc->body_count && i < b->out->text_end; i++) {
        (void)try_heading(b, doc->paragraphs.items[i]);
    }
    settle_levels(b->out);
    settle_sections(b, b->out->text_end);
}

const struct hg_outline *hg_outline_build(struct hg_doc *doc)
{
    struct hg_outline_builder b = {.doc = doc, .arena = doc->arena};

    b.out = HG_NEW(doc->arena, struct hg_outline);
    b.out->title = HG_STR("");
    hg_outline_find_ends(&b);
    find_headings(&b);
    hg_outline_find_series(&b);
    return b.out;
}

uint32_t hg_outline_heading_at(const struct hg_outline *outline,
                               const struct hg_paragraph *paragraph, size_t at)
{
    size_t low = 0, high = outline->headings.len;
    uint32_t heading;

    (void)at;
    if (paragraph == NULL || paragraph->part != HG_PART_BODY) {
        return UINT32_MAX;
    }
    while (low < high) { /* the first heading after the paragraph */
        size_t middle = low + (high - low) / 2;

        if (outline->headings.items[middle].first <= paragraph->index) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    heading = low > 0 ? (uint32_t)(low - 1) : UINT32_MAX;
    while (heading != UINT32_MAX && paragraph->index != outline->headings.items[heading].first &&
           paragraph->index >= outline->headings.items[heading].end) {
        heading = outline->headings.items[heading].parent;
    }
    return heading;
}

void hg_outline_path(const struct hg_outline *outline, uint32_t heading, struct hg_buf *out)
{
    const struct hg_heading *item;

    if (heading == UINT32_MAX) {
        return;
    }
    item = &outline->headings.items[heading];
    if (item->parent != UINT32_MAX) {
        hg_outline_path(outline, item->parent, out);
        hg_buf_puts(out, " › ");
    }
    hg_buf_str(out, item->number);
    hg_buf_str(out, item->title_text);
}
