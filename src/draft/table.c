/* One table of a form: header rows and columns with their groups merged, cells filled or empty. */
#include "draft/parts.h"
#include "io/xml.h"

/* Levels of headers: groups and the line itself. */
enum { LEVELS_MAX = 6 };

/* The header path of a line: its groups from the outside, its own name last. */
struct path {
    struct hg_str parts[LEVELS_MAX];
    size_t len;
};

static struct path path_of(const struct hg_form_line *line)
{
    struct path path = {.len = 0};
    struct hg_str rest = line->under, part;

    while (path.len + 1 < LEVELS_MAX && hg_str_split(&rest, '/', &part)) {
        path.parts[path.len++] = part;
    }
    path.parts[path.len++] = line->name;
    return path;
}

static size_t levels(const struct hg_form_line *lines, size_t count)
{
    size_t most = 1;

    for (size_t i = 0; i < count; i++) {
        struct path path = path_of(&lines[i]);

        most = path.len > most ? path.len : most;
    }
    return most;
}

/* Two lines share the header at `level` if all groups down to it are equal. */
static bool same_group(const struct hg_form_line *a, const struct hg_form_line *b, size_t level)
{
    struct path first = path_of(a), second = path_of(b);

    if (level + 1 >= first.len || level + 1 >= second.len) {
        return false;
    }
    for (size_t i = 0; i <= level; i++) {
        if (!hg_str_equal(first.parts[i], second.parts[i])) {
            return false;
        }
    }
    return true;
}

enum merge { MERGE_NONE, MERGE_START, MERGE_GO_ON };

struct grid {
    struct hg_buf *out;
    size_t stub;     /* header columns at the left */
    int32_t stub_width, cell_width;
};

static void cell(struct grid *g, int32_t width, size_t span, enum merge merge, struct hg_str text)
{
    hg_buf_printf(g->out, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/>", (int)width);
    if (span > 1) {
        hg_buf_printf(g->out, "<w:gridSpan w:val=\"%zu\"/>", span);
    }
    if (merge != MERGE_NONE) {
        hg_buf_puts(g->out, merge == MERGE_START ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>");
    }
    hg_buf_puts(g->out, "<w:vAlign w:val=\"center\"/></w:tcPr><w:p><w:pPr><w:pStyle "
                        "w:val=\"TableText\"/></w:pPr>");
    if (text.len > 0 && merge != MERGE_GO_ON) {
        hg_buf_puts(g->out, "<w:r><w:t xml:space=\"preserve\">");
        hg_xml_escape(g->out, text);
        hg_buf_puts(g->out, "</w:t></w:r>");
    }
    hg_buf_puts(g->out, "</w:p></w:tc>");
}

static void open_row(struct grid *g, bool header)
{
    hg_buf_printf(g->out, "<w:tr><w:trPr><w:cantSplit/>%s</w:trPr>",
                  header ? "<w:tblHeader/>" : "");
}

static void header_rows(struct grid *g, const struct hg_form_table *table)
{
    size_t count = table->columns.len;
    const struct hg_form_line *columns = table->columns.items;
    size_t rows = levels(columns, count);

    for (size_t level = 0; level < rows; level++) {
        open_row(g, true);
        cell(g, g->stub_width * (int32_t)g->stub, g->stub,
             rows == 1 ? MERGE_NONE : level == 0 ? MERGE_START : MERGE_GO_ON, table->corner);
        for (size_t c = 0; c < count;) {
            struct path path = path_of(&columns[c]);
            size_t span = 1;

            while (c + span < count && same_group(&columns[c], &columns[c + span], level)) {
                span++;
            }
            if (level + 1 < path.len) {
                cell(g, g->cell_width * (int32_t)span, span, MERGE_NONE, path.parts[level]);
            } else {
                /* The line's own name, widened over the levels below it. */
                bool own = level + 1 == path.len;

                cell(g, g->cell_width, 1,
                     path.len == rows ? MERGE_NONE : own ? MERGE_START : MERGE_GO_ON,
                     path.parts[path.len - 1]);
            }
            c += span;
        }
        hg_buf_puts(g->out, "</w:tr>");
    }
}

static void stub_cells(struct grid *g, const struct hg_form_table *table, size_t row)
{
    const struct hg_form_line *rows = table->rows.items;
    struct path path = path_of(&rows[row]);

    for (size_t level = 0; level + 1 < path.len; level++) {
        bool goes_on = row > 0 && same_group(&rows[row - 1], &rows[row], level);
        bool next = row + 1 < table->rows.len && same_group(&rows[row], &rows[row + 1], level);

        cell(g, g->stub_width, 1, goes_on ? MERGE_GO_ON : next ? MERGE_START : MERGE_NONE,
             path.parts[level]);
    }
    cell(g, g->stub_width * (int32_t)(g->stub + 1 - path.len), g->stub + 1 - path.len, MERGE_NONE,
         path.parts[path.len - 1]);
}

void hg_draft_table(struct hg_buf *out, struct hg_draft_values *values,
                    const struct hg_form_table *table, const struct hg_layout *layout)
{
    struct grid g = {.out = out, .stub = levels(table->rows.items, table->rows.len)};
    int32_t width = layout->width - layout->left - layout->right;
    int32_t columns = (int32_t)table->columns.len, stub = (int32_t)g.stub;

    /* A header column is as wide as two others where there is one, as one where there are more. */
    g.cell_width = width / (columns + (stub == 1 ? 2 : stub + 1));
    g.stub_width = (width - g.cell_width * columns) / stub;
    hg_buf_printf(out,
                  "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"%d\" "
                  "w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/>"
                  "</w:tblPr><w:tblGrid>",
                  (int)(g.stub_width * stub + g.cell_width * columns));
    for (int32_t i = 0; i < stub + columns; i++) {
        hg_buf_printf(out, "<w:gridCol w:w=\"%d\"/>", (int)(i < stub ? g.stub_width : g.cell_width));
    }
    hg_buf_puts(out, "</w:tblGrid>");
    if (table->band.len > 0) {
        open_row(&g, true);
        cell(&g, g.stub_width * stub + g.cell_width * columns, (size_t)(stub + columns), MERGE_NONE,
             table->band);
        hg_buf_puts(out, "</w:tr>");
    }
    header_rows(&g, table);
    for (size_t r = 0; r < table->rows.len; r++) {
        open_row(&g, false);
        stub_cells(&g, table, r);
        for (size_t c = 0; c < table->columns.len; c++) {
            cell(&g, g.cell_width, 1, MERGE_NONE, hg_draft_cell(values, table, r, c));
        }
        hg_buf_puts(out, "</w:tr>");
    }
    hg_buf_puts(out, "</w:tbl>");
}
