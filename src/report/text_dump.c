#include "report/text_dump.h"

#include "base/utf8.h"

void hg_dump_text(struct hg_buf *out, const struct hg_doc *doc)
{
    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];

        hg_utf8_printable(out, paragraph->label.text);
        if (paragraph->label.text.len > 0 && paragraph->label.bullet) {
            hg_buf_putc(out, ' ');
        }
        hg_utf8_printable(out, paragraph->text);
        hg_buf_putc(out, '\n');
    }
}

static void set_table(struct hg_json *object, const struct hg_paragraph *paragraph)
{
    const struct hg_cell *cell = hg_node_enclosing_cell(&paragraph->node);
    struct hg_json *place;

    if (cell == NULL) {
        return;
    }
    place = hg_json_object();
    hg_json_set_integer(place, "number", hg_node_enclosing_table(&cell->node)->number);
    hg_json_set_integer(place, "row", (long long)hg_node_row(cell->node.parent)->index + 1);
    hg_json_set_integer(place, "column", (long long)cell->column + 1);
    hg_json_set_integer(place, "column_span", cell->column_span);
    hg_json_set_integer(place, "row_span", cell->row_span);
    hg_json_set(object, "table", place);
}

static const struct hg_heading *heading_of(const struct hg_outline *outline,
                                           const struct hg_paragraph *paragraph)
{
    uint32_t index = hg_outline_heading_at(outline, paragraph, 0);

    return index != UINT32_MAX && outline->headings.items[index].paragraph == paragraph
               ? &outline->headings.items[index]
               : NULL;
}

struct hg_json *hg_dump_json(struct hg_str path, const struct hg_doc *doc,
                             const struct hg_outline *outline)
{
    struct hg_json *object = hg_json_object();
    struct hg_json *rows = hg_json_array();

    hg_json_set_str(object, "path", path);
    hg_json_set_str(object, "title", outline->title);
    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];
        const struct hg_heading *heading = heading_of(outline, paragraph);
        struct hg_json *row = hg_json_object();

        hg_json_set_text(row, "part", hg_part_name(paragraph->part));
        hg_json_set_integer(row, "paragraph", paragraph->number);
        if (paragraph->label.text.len > 0) {
            hg_json_set_str(row, "label", paragraph->label.text);
        }
        hg_json_set_str(row, "text", paragraph->text);
        if (heading != NULL) {
            hg_json_set_integer(row, "level", heading->level);
        }
        if (paragraph->style_name[0] != '\0') {
            hg_json_set_text(row, "style", paragraph->style_name);
        }
        if ((paragraph->flags & HG_PARAGRAPH_IN_TOC) != 0) {
            hg_json_set(row, "toc", hg_json_bool(true));
        }
        set_table(row, paragraph);
        hg_json_push(rows, row);
    }
    hg_json_set(object, "paragraphs", rows);
    return object;
}
