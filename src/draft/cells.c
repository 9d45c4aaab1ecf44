/* Cells of a form's tables: given, from the example, or computed along rows and columns. */
#include "draft/values.h"

/* The n-th word of a row's example, n counted over the input columns. */
static struct hg_str example_of(const struct hg_form_table *table, size_t row, size_t column)
{
    struct hg_str rest = table->rows.items[row].example, word = HG_STR("");
    size_t inputs = 0;

    for (size_t i = 0; i < column; i++) {
        inputs += table->columns.items[i].formula == NULL;
    }
    for (size_t i = 0; i <= inputs; i++) {
        if (!hg_str_split(&rest, ' ', &word)) {
            return HG_STR("");
        }
    }
    return word;
}

struct line_context {
    struct hg_draft_values *values;
    const struct hg_form_table *table;
    size_t row, column;
    bool along_rows;  /* names are rows; else columns */
    unsigned depth;
};

/* Totals of totals: no table of a form goes deeper. */
enum { DEPTH_MAX = 8 };

static bool cell_number(struct line_context *c, struct hg_ratio *out);

static bool line_value(void *context, const struct hg_formula *name, struct hg_ratio *out)
{
    struct line_context inner = *(const struct line_context *)context;

    if (inner.along_rows) {
        inner.row = name->index;
    } else {
        inner.column = name->index;
    }
    inner.depth++;
    return cell_number(&inner, out);
}

/* A given cell counts before a formula; of two formulas the column's goes first, as a total column
 * is the sum of its row. */
static bool cell_number(struct line_context *c, struct hg_ratio *out)
{
    const struct hg_form_line *row = &c->table->rows.items[c->row];
    const struct hg_form_line *column = &c->table->columns.items[c->column];
    struct hg_str text = hg_draft_value(
        c->values, hg_str_of(hg_arena_printf(c->values->arena, "%.*s.%.*s.%.*s",
                                             HG_FMT(c->table->id), HG_FMT(row->id),
                                             HG_FMT(column->id))));
    int places;

    if (c->depth > DEPTH_MAX) {
        return false;
    }
    if (text.len == 0 && c->values->example && row->formula == NULL && column->formula == NULL) {
        text = example_of(c->table, c->row, c->column);
    }
    if (text.len > 0) {
        return hg_draft_number(text, HG_STR(""), out, &places);
    }
    if (column->formula != NULL) {
        c->along_rows = false;
        return hg_formula_eval(out, column->formula, line_value, c) == HG_TERM_OK;
    }
    if (row->formula != NULL) {
        c->along_rows = true;
        return hg_formula_eval(out, row->formula, line_value, c) == HG_TERM_OK;
    }
    return false;
}

struct hg_str hg_draft_cell(struct hg_draft_values *values, const struct hg_form_table *table,
                            size_t row, size_t column)
{
    struct line_context context = {values, table, row, column, false, 0};
    struct hg_ratio number;
    struct hg_buf out = HG_BUF_INIT;
    struct hg_str text = HG_STR("");

    if (cell_number(&context, &number)) {
        hg_ratio_format_cut(&out, number, 6);
        text = hg_str_copy(values->arena, hg_buf_view(&out));
    }
    hg_buf_release(&out);
    return text;
}
