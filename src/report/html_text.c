/* The text of a document on the page, findings marked in place. Spans of findings may overlap, so
 * a paragraph is cut into segments, each carrying the numbers of all findings that cover it. */
#include <stdlib.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "report/html_part.h"

enum { RELATED_MARKED = 20 };

void hg_html_id(char out[20], struct hg_str path)
{
    static const char digits[] = "0123456789abcdef";
    uint64_t hash = hg_hash64(path);

    out[0] = 'd';
    for (int i = 0; i < 16; i++) {
        out[i + 1] = digits[hash >> (60 - 4 * i) & 15];
    }
    out[17] = '\0';
}

void hg_html_text(struct hg_buf *out, struct hg_str text)
{
    size_t at = 0;

    while (at < text.len) {
        size_t start = at;
        uint32_t c = hg_utf8_next(text, &at);

        switch (c) {
        case '&':
            hg_buf_puts(out, "&amp;");
            break;
        case '<':
            hg_buf_puts(out, "&lt;");
            break;
        case '>':
            hg_buf_puts(out, "&gt;");
            break;
        case '"':
            hg_buf_puts(out, "&quot;");
            break;
        case '\'':
            hg_buf_puts(out, "&#39;");
            break;
        case '\n':
            hg_buf_puts(out, "<br>");
            break;
        case '\t':
            hg_buf_puts(out, "&emsp;");
            break;
        default:
            if (!hg_utf8_is_unprintable(c)) {
                hg_buf_append(out, text.data + start, at - start);
            }
            break;
        }
    }
}

/* A place of a finding, or of something related to one. */
struct spot {
    uint32_t paragraph;
    struct hg_span span;
    size_t number; /* of the finding, from 1 */
    bool related;
};

struct layout {
    const struct hg_lint_result *result;
    const char *id;
    struct hg_buf *out;
    HG_VEC(struct spot) spots; /* by paragraph, then start */
    size_t next;
    size_t heading;            /* the next heading of the outline */
};

static int spot_order(const void *left, const void *right)
{
    const struct spot *a = left, *b = right;

    if (a->paragraph != b->paragraph) {
        return a->paragraph < b->paragraph ? -1 : 1;
    }
    if (a->span.start != b->span.start) {
        return a->span.start < b->span.start ? -1 : 1;
    }
    return a->number < b->number ? -1 : a->number > b->number;
}

static void add_spot(struct layout *layout, struct hg_place place, size_t number, bool related)
{
    if (place.paragraph != NULL) {
        *HG_HEAP_PUSH(&layout->spots) =
            (struct spot){place.paragraph->index, place.span, number, related};
    }
}

static void collect(struct layout *layout)
{
    const struct hg_lint_result *result = layout->result;

    for (size_t i = 0; i < result->findings.len; i++) {
        const struct hg_finding *finding = result->findings.items[i];

        add_spot(layout, finding->place, i + 1, false);
        for (size_t j = 0; j < finding->related.len && j < RELATED_MARKED; j++) {
            add_spot(layout, finding->related.items[j], i + 1, true);
        }
    }
    if (layout->spots.len > 1) {
        qsort(layout->spots.items, layout->spots.len, sizeof *layout->spots.items, spot_order);
    }
}

static const struct hg_finding *finding_of(const struct layout *layout, const struct spot *spot)
{
    return layout->result->findings.items[spot->number - 1];
}

static void numbers(struct layout *layout, const struct spot *spots, size_t count, size_t at,
                    bool related)
{
    bool first = true;

    for (size_t i = 0; i < count; i++) {
        if (spots[i].related == related && spots[i].span.start <= at && at < spots[i].span.end) {
            hg_buf_printf(layout->out, "%s%zu", first ? "" : " ", spots[i].number);
            first = false;
        }
    }
}

/* The gravest finding over a byte; null if none covers it. *related: something related does. */
static const struct hg_finding *gravest(const struct layout *layout, const struct spot *spots,
                                        size_t count, size_t at, bool *related)
{
    const struct hg_finding *out = NULL;

    *related = false;
    for (size_t i = 0; i < count; i++) {
        const struct hg_finding *finding = finding_of(layout, &spots[i]);

        if (spots[i].span.start > at || at >= spots[i].span.end) {
            continue;
        }
        if (spots[i].related) {
            *related = true;
        } else if (out == NULL || finding->severity > out->severity) {
            out = finding;
        }
    }
    return out;
}

static void segment(struct layout *layout, struct hg_str text, struct hg_span span,
                    const struct spot *spots, size_t count)
{
    struct hg_buf *out = layout->out;
    bool related;
    const struct hg_finding *finding = gravest(layout, spots, count, span.start, &related);

    if (finding != NULL) {
        hg_buf_printf(out, "<mark class=\"s-%s\" data-f=\"", hg_severity_name(finding->severity));
        numbers(layout, spots, count, span.start, false);
        hg_buf_puts(out, "\"");
    } else if (related) {
        hg_buf_puts(out, "<span class=\"rel\"");
    }
    if (related) {
        hg_buf_puts(out, " data-r=\"");
        numbers(layout, spots, count, span.start, true);
        hg_buf_puts(out, "\"");
    }
    hg_buf_puts(out, finding != NULL || related ? ">" : "");
    hg_html_text(out, hg_str_sub(text, span));
    for (size_t i = 0; finding != NULL && i < count; i++) {
        if (!spots[i].related && spots[i].span.start < spots[i].span.end &&
            spots[i].span.end == span.end) {
            hg_buf_printf(out, "<sup class=\"n\">%zu</sup>", spots[i].number);
        }
    }
    hg_buf_puts(out, finding != NULL ? "</mark>" : related ? "</span>" : "");
}

/* Findings on a point of the text, or on the automatic number. */
static void points(struct layout *layout, const struct spot *spots, size_t count, size_t at)
{
    for (size_t i = 0; i < count; i++) {
        if (!spots[i].related && spots[i].span.start == at && spots[i].span.end == at) {
            hg_buf_printf(layout->out,
                          "<mark class=\"point s-%s\" data-f=\"%zu\">‸<sup class=\"n\">%zu</sup></mark>",
                          hg_severity_name(finding_of(layout, &spots[i])->severity),
                          spots[i].number, spots[i].number);
        }
    }
}

static size_t next_edge(const struct spot *spots, size_t count, size_t at, size_t end)
{
    for (size_t i = 0; i < count; i++) {
        if (spots[i].span.start > at && spots[i].span.start < end) {
            end = spots[i].span.start;
        }
        if (spots[i].span.end > at && spots[i].span.end < end) {
            end = spots[i].span.end;
        }
    }
    return end;
}

static void label(struct layout *layout, const struct hg_paragraph *paragraph,
                  const struct spot *spots, size_t count)
{
    size_t number = 0;

    if (paragraph->label.text.len == 0) {
        points(layout, spots, count, 0);
        return;
    }
    for (size_t i = 0; i < count && number == 0; i++) {
        if (!spots[i].related && spots[i].span.start == 0 && spots[i].span.end == 0) {
            number = spots[i].number;
        }
    }
    if (number > 0) {
        hg_buf_printf(layout->out, "<mark class=\"s-%s\" data-f=\"%zu\">",
                      hg_severity_name(layout->result->findings.items[number - 1]->severity),
                      number);
    }
    hg_html_text(layout->out, paragraph->label.text);
    if (number > 0) {
        hg_buf_printf(layout->out, "<sup class=\"n\">%zu</sup></mark>", number);
    }
}

static const char *class_of(struct layout *layout, const struct hg_paragraph *paragraph)
{
    const struct hg_outline *outline = layout->result->outline;

    if (outline->title_first != NULL && paragraph->part == HG_PART_BODY &&
        paragraph->index >= outline->title_first->index &&
        paragraph->index <= outline->title_last->index) {
        return "title";
    }
    while (layout->heading < outline->headings.len &&
           outline->headings.items[layout->heading].paragraph->index < paragraph->index) {
        layout->heading++;
    }
    if (layout->heading < outline->headings.len &&
        outline->headings.items[layout->heading].paragraph == paragraph &&
        !outline->headings.items[layout->heading].run_in) {
        return outline->headings.items[layout->heading].level == 1 ? "h1" : "h2";
    }
    if ((paragraph->flags & HG_PARAGRAPH_IN_TOC) != 0) {
        return "toc";
    }
    if (paragraph->look != NULL && paragraph->look->align == HG_ALIGN_CENTER) {
        return "center";
    }
    return paragraph->look != NULL && paragraph->look->align == HG_ALIGN_RIGHT ? "right" : "text";
}

static void paragraph_text(struct layout *layout, const struct hg_paragraph *paragraph)
{
    const struct spot *spots;
    size_t count = 0, at = 0;

    while (layout->next < layout->spots.len &&
           layout->spots.items[layout->next].paragraph < paragraph->index) {
        layout->next++;
    }
    spots = layout->spots.len > 0 ? &layout->spots.items[layout->next] : NULL;
    while (layout->next + count < layout->spots.len &&
           spots[count].paragraph == paragraph->index) {
        count++;
    }
    hg_buf_printf(layout->out, "<p class=\"%s\" id=\"%s-p%u\">", class_of(layout, paragraph),
                  layout->id, (unsigned)paragraph->index);
    label(layout, paragraph, spots, count);
    while (at < paragraph->text.len) {
        size_t end = next_edge(spots, count, at, paragraph->text.len);

        segment(layout, paragraph->text, (struct hg_span){at, end}, spots, count);
        at = end;
        if (at > 0) {
            points(layout, spots, count, at);
        }
    }
    hg_buf_puts(layout->out, "</p>\n");
}

static void open_node(struct layout *layout, const struct hg_node *node)
{
    const struct hg_cell *cell = hg_node_cell(node);

    if (node->kind == HG_NODE_TABLE) {
        hg_buf_puts(layout->out, "<table>\n");
    } else if (node->kind == HG_NODE_ROW) {
        hg_buf_puts(layout->out, "<tr>");
    } else if (cell != NULL && cell->row_span > 0) {
        hg_buf_puts(layout->out, "<td");
        if (cell->column_span > 1) {
            hg_buf_printf(layout->out, " colspan=\"%u\"", (unsigned)cell->column_span);
        }
        if (cell->row_span > 1) {
            hg_buf_printf(layout->out, " rowspan=\"%u\"", (unsigned)cell->row_span);
        }
        hg_buf_puts(layout->out, ">");
    }
}

static void close_node(struct layout *layout, const struct hg_node *node)
{
    const struct hg_cell *cell = hg_node_cell(node);

    if (node->kind == HG_NODE_TABLE) {
        hg_buf_puts(layout->out, "</table>\n");
    } else if (node->kind == HG_NODE_ROW) {
        hg_buf_puts(layout->out, "</tr>\n");
    } else if (cell != NULL && cell->row_span > 0) {
        hg_buf_puts(layout->out, "</td>");
    }
}

/* Depth first without recursion: tables nest as deep as a document likes. */
static void story_text(struct layout *layout, const struct hg_story *story)
{
    const struct hg_node *root = &story->node, *node = root->first_child;

    while (node != NULL) {
        const struct hg_cell *cell = hg_node_cell(node);
        bool covered = cell != NULL && cell->row_span == 0; /* its text is the cell's above */

        if (node->kind == HG_NODE_PARAGRAPH) {
            paragraph_text(layout, hg_node_paragraph(node));
        } else {
            open_node(layout, node);
            if (node->first_child != NULL && !covered) {
                node = node->first_child;
                continue;
            }
            close_node(layout, node);
        }
        while (node->next == NULL && node->parent != root) {
            node = node->parent;
            close_node(layout, node);
        }
        node = node->next;
    }
}

void hg_html_document_text(struct hg_buf *out, const char *id, const struct hg_lint_result *result)
{
    static const char *const names[HG_PART_COUNT] = {"",     "页眉",   "页脚", "脚注",
                                                     "尾注", "文本框", "批注"};
    struct layout layout = {.result = result, .id = id, .out = out};

    collect(&layout);
    hg_buf_puts(out, "<div class=\"paper\">\n");
    for (size_t i = 0; i < result->doc->stories.len; i++) {
        const struct hg_story *story = result->doc->stories.items[i];

        if (story->part != HG_PART_BODY) {
            hg_buf_printf(out, "<section class=\"story\"><h4>%s</h4>\n", names[story->part]);
        }
        story_text(&layout, story);
        if (story->part != HG_PART_BODY) {
            hg_buf_puts(out, "</section>\n");
        }
    }
    hg_buf_puts(out, "</div>\n");
    HG_HEAP_VEC_FREE(&layout.spots);
}
