#include "template/found.h"

#include "base/utf8.h"
#include "lang/chars.h"
#include "lang/label.h"

/* In characters: between the word and the number (受理各类案件47件); a name shorter than WHOLE must be
 * equal, a longer one may be cut. */
enum { BETWEEN = 8, WHOLE = 6, DISTINCT = 4 };

/* ---- In running text ---- */

static bool has_unit(const struct hg_form_figure *figure, const struct hg_quantity *quantity)
{
    struct hg_str unit = hg_str_sub(quantity->paragraph->text, quantity->unit_span);

    if (figure->percent) {
        return hg_quantity_is_share(quantity);
    }
    return hg_str_equal(hg_str_trim(unit), figure->unit);
}

static bool said_before(struct hg_str before, struct hg_str word)
{
    size_t at = before.len, from = SIZE_MAX;

    for (size_t i = 0; i <= BETWEEN && at > 0; i++) {
        struct hg_str head = {before.data, at};

        if (hg_str_ends(head, word)) {
            from = at;
            break;
        }
        if (hg_char_is_digit(hg_utf8_prev(before, &at))) {
            return false; /* another number stands between */
        }
    }
    return from != SIZE_MAX || (at == 0 && hg_str_equal(before, word));
}

/* The word that says the figure before the quantity; empty if none does. */
static struct hg_str said_by(const struct hg_form_figure *figure,
                             const struct hg_quantity *quantity,
                             const struct hg_analysis *analysis)
{
    struct hg_str text = quantity->paragraph->text, before;
    size_t start = 0;

    if (quantity->clause < analysis->clauses.len) {
        start = analysis->clauses.items[quantity->clause].span.start;
    }
    if (start > quantity->span.start) {
        start = 0;
    }
    before = hg_str_trim(hg_str_sub(text, (struct hg_span){start, quantity->span.start}));
    for (size_t i = 0; i < figure->said.len; i++) {
        if (said_before(before, figure->said.items[i])) {
            return figure->said.items[i];
        }
    }
    return said_before(before, figure->name) ? figure->name : HG_STR("");
}

bool hg_found_together(const struct hg_found_figure *a, const struct hg_found_figure *b)
{
    return (a->distinct && b->distinct) || (a->quantity->paragraph == b->quantity->paragraph &&
                                            a->sentence == b->sentence);
}

static uint32_t sentence_of(const struct hg_quantity *quantity, const struct hg_analysis *analysis)
{
    return quantity->clause < analysis->clauses.len
               ? analysis->clauses.items[quantity->clause].sentence
               : UINT32_MAX;
}

struct hg_found_figure *hg_found_figures(struct hg_arena *arena, const struct hg_form *form,
                                         const struct hg_ledger *ledger)
{
    struct hg_found_figure *found =
        HG_NEW_ARRAY(arena, struct hg_found_figure, form->figures.len + 1);
    const struct hg_paragraph *current = NULL;
    const struct hg_analysis *analysis = NULL;

    for (size_t q = 0; q < ledger->quantities.len && form->figures.len > 0; q++) {
        const struct hg_quantity *quantity = ledger->quantities.items[q];

        if (!hg_quantity_is_plain(quantity) ||
            (quantity->flags & (HG_QUANTITY_TARGET | HG_QUANTITY_ITEMS)) != 0 ||
            hg_node_enclosing_cell(&quantity->paragraph->node) != NULL) {
            continue;
        }
        for (size_t i = 0; i < form->figures.len; i++) {
            struct hg_str word;

            if (!has_unit(&form->figures.items[i], quantity)) {
                continue;
            }
            if (quantity->paragraph != current) {
                current = quantity->paragraph;
                analysis = hg_analysis_build(arena, current->text);
            }
            word = said_by(&form->figures.items[i], quantity, analysis);
            if (word.len == 0) {
                continue;
            }
            if (found[i].times++ == 0) {
                found[i].quantity = quantity;
                found[i].distinct = hg_utf8_count(word) >= DISTINCT;
                found[i].sentence = sentence_of(quantity, analysis);
            } else if (found[i].quantity != NULL &&
                       hg_ratio_compare(found[i].quantity->shown, quantity->shown) != 0) {
                found[i].quantity = NULL;
            }
        }
    }
    return found;
}

/* ---- In tables ---- */

/* The Han characters of a name without its number. */
static void bare_name(struct hg_buf *out, struct hg_str name)
{
    struct hg_label_parse label;
    size_t at = hg_label_parse(name, 0, &label) ? label.span.end : 0;

    hg_buf_clear(out);
    while (at < name.len) {
        uint32_t c = hg_utf8_next(name, &at);

        if (c == 0xFF08 || c == '(') {
            break; /* explanations in brackets are worded in many ways */
        }
        if (hg_char_is_han(c)) {
            hg_buf_code_point(out, c);
        }
    }
}

static bool same_name(struct hg_str wanted, struct hg_str seen)
{
    struct hg_buf a = HG_BUF_INIT, b = HG_BUF_INIT;
    bool same;

    bare_name(&a, wanted);
    bare_name(&b, seen);
    same = a.len > 0 && hg_str_equal(hg_buf_view(&a), hg_buf_view(&b));
    if (!same && hg_utf8_count(hg_buf_view(&a)) >= WHOLE &&
        hg_utf8_count(hg_buf_view(&b)) >= WHOLE) {
        same = hg_str_starts(hg_buf_view(&a), hg_buf_view(&b)) ||
               hg_str_starts(hg_buf_view(&b), hg_buf_view(&a));
    }
    hg_buf_release(&a);
    hg_buf_release(&b);
    return same;
}

/* The next line of the form that a place's text names, at or after `from`. */
static size_t next_line(const struct hg_form_line *lines, size_t count, size_t from,
                        struct hg_str text)
{
    for (size_t i = from; i < count; i++) {
        if (same_name(lines[i].name, text)) {
            return i;
        }
    }
    return SIZE_MAX;
}

static bool is_text(const struct hg_grid_place *place)
{
    return place->content == HG_GRID_TEXT && place->text.len > 0;
}

static bool has_numbers(const struct hg_grid *grid, uint32_t row)
{
    size_t numbers = 0;

    for (uint32_t c = 0; c < grid->columns; c++) {
        numbers += hg_grid_at(grid, row, c)->content == HG_GRID_NUMBER;
    }
    return numbers > 0;
}

/* Maps the form's rows to the grid's, in order; rows without a number are heads. Gives how many were found. */
static size_t map_rows(struct hg_found_table *found)
{
    const struct hg_form_table *table = found->table;
    size_t from = 0, count = 0;

    for (uint32_t r = 0; r < found->grid->rows && from < table->rows.len; r++) {
        for (uint32_t c = 0; c < found->grid->columns && has_numbers(found->grid, r); c++) {
            const struct hg_grid_place *place = hg_grid_at(found->grid, r, c);
            size_t line;

            if (!is_text(place)) {
                continue;
            }
            line = next_line(table->rows.items, table->rows.len, from, place->text);
            if (line != SIZE_MAX) {
                found->rows[line] = r;
                from = line + 1;
                count++;
                break;
            }
        }
    }
    return count;
}

/* Maps the form's columns by the names right above `row`, in order. */
static size_t map_columns(struct hg_found_table *found, uint32_t row)
{
    const struct hg_form_table *table = found->table;
    size_t from = 0, count = 0;

    for (uint32_t c = 0; c < found->grid->columns && row > 0 && from < table->columns.len; c++) {
        const struct hg_grid_place *place = hg_grid_at(found->grid, row - 1, c);
        size_t line = is_text(place)
                          ? next_line(table->columns.items, table->columns.len, from, place->text)
                          : SIZE_MAX;

        if (line != SIZE_MAX) {
            found->columns[line] = c;
            from = line + 1;
            count++;
        }
    }
    return count;
}

static bool map_table(struct hg_found_table *found)
{
    const struct hg_form_table *table = found->table;
    size_t rows, columns;
    uint32_t first = UINT32_MAX;

    for (size_t i = 0; i < table->rows.len; i++) {
        found->rows[i] = UINT32_MAX;
    }
    for (size_t i = 0; i < table->columns.len; i++) {
        found->columns[i] = UINT32_MAX;
    }
    rows = map_rows(found);
    if (rows == 0 && table->rows.len == 1) {
        /* A single row of numbers needs no name. */
        for (uint32_t r = found->grid->rows; r-- > 0 && rows == 0;) {
            if (has_numbers(found->grid, r)) {
                found->rows[0] = r;
                rows = 1;
            }
        }
    }
    for (size_t i = 0; i < table->rows.len; i++) {
        first = found->rows[i] < first ? found->rows[i] : first;
    }
    columns = first == UINT32_MAX ? 0 : map_columns(found, first);
    return 3 * rows >= 2 * table->rows.len && 5 * columns >= 4 * table->columns.len;
}

bool hg_found_table(struct hg_arena *arena, struct hg_found_table *out,
                    const struct hg_form_table *table, const struct hg_doc *doc)
{
    *out = (struct hg_found_table){.table = table};
    out->rows = HG_NEW_ARRAY(arena, uint32_t, table->rows.len);
    out->columns = HG_NEW_ARRAY(arena, uint32_t, table->columns.len);
    for (size_t i = 0; i < doc->tables.len; i++) {
        out->grid = hg_grid_read(arena, doc->tables.items[i]);
        if (out->grid != NULL && map_table(out)) {
            return true;
        }
    }
    out->grid = NULL;
    return false;
}

const struct hg_grid_place *hg_found_cell(const struct hg_found_table *found, size_t row,
                                          size_t column)
{
    uint32_t r = found->rows[row], c = found->columns[column];

    return r == UINT32_MAX || c == UINT32_MAX ? NULL : hg_grid_at(found->grid, r, c);
}
