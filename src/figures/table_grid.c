#include "figures/table_grid.h"

#include "base/utf8.h"
#include "lang/chars.h"

/* A table beyond this many places is no table of a report; 5 000 rows of 60 columns are one. */
enum { PLACES_MAX = 1000000, CAPTION_LINES = 3, CAPTION_CHARS = 80 };

struct hg_grid_place *hg_grid_at(const struct hg_grid *grid, uint32_t row, uint32_t column)
{
    return &grid->places[(size_t)row * grid->columns + column];
}

/* ---- Places ---- */

/* Appends the text without blanks of any width. */
static void append_tight(struct hg_buf *out, struct hg_str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t start = at;

        if (hg_char_class(hg_utf8_next(text, &at)) != HG_CHAR_BLANK) {
            hg_buf_str(out, hg_str_sub(text, (struct hg_span){start, at}));
        }
    }
}

static uint16_t indent_of(const struct hg_paragraph *paragraph)
{
    size_t at = 0, indent = 0;

    while (at < paragraph->text.len && indent < 64) {
        uint32_t c = hg_utf8_next(paragraph->text, &at);

        if (hg_char_class(c) != HG_CHAR_BLANK) {
            break;
        }
        indent += c == 0x3000 ? 2 : 1;
    }
    if (paragraph->look != NULL && indent == 0) {
        int32_t twips = paragraph->look->left + paragraph->look->first_line;

        indent = twips > 0 && twips < 6400 ? (size_t)twips / 100 : 0;
    }
    return (uint16_t)indent;
}

static bool is_dash(struct hg_str text)
{
    static const char *const dashes[] = {"-",  "—",  "--", "——", "－", "–",  "/",
                                         "／", "无", "―",  "−",  "---", "\\"};

    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        if (hg_str_is(text, dashes[i])) {
            return true;
        }
    }
    return false;
}

/* 2023年, 001, 三 and 5岁 name things; they are no figures. */
static bool is_figure(const struct hg_quantity *quantity)
{
    uint32_t flags = quantity->numeral.flags;

    if ((flags & (HG_NUMERAL_CHINESE | HG_NUMERAL_TOO_LONG | HG_NUMERAL_VAGUE |
                  HG_NUMERAL_LEADING_ZERO)) != 0 ||
        (flags & (HG_NUMERAL_FRACTION | HG_NUMERAL_SHARE)) == (HG_NUMERAL_FRACTION |
                                                               HG_NUMERAL_SHARE)) {
        return false;
    }
    return quantity->unit == NULL || quantity->unit->dimension != HG_DIMENSION_TIME ||
           quantity->unit->kind != HG_KIND_MONTH;
}

static void read_place(struct hg_arena *arena, struct hg_grid_place *place)
{
    struct hg_buf text = HG_BUF_INIT;
    struct hg_quantity quantity;
    const struct hg_node *cell = &place->cell->node;
    size_t filled = 0;
    bool nested = false;

    for (const struct hg_node *node = cell->first_child; node != NULL; node = node->next) {
        const struct hg_paragraph *paragraph = hg_node_paragraph(node);

        nested = nested || paragraph == NULL;
        if (paragraph != NULL && hg_str_trim(paragraph->text).len > 0) {
            place->paragraph = filled++ == 0 ? paragraph : place->paragraph;
            append_tight(&text, paragraph->text);
        }
    }
    place->text = hg_str_copy(arena, hg_buf_view(&text));
    hg_buf_release(&text);
    if (filled == 0) {
        place->content = nested ? HG_GRID_TEXT : HG_GRID_BLANK;
        return;
    }
    place->indent = indent_of(place->paragraph);
    place->content = HG_GRID_TEXT;
    if (is_dash(place->text)) {
        place->content = HG_GRID_DASH;
    } else if (filled == 1 && !nested && place->text.len < 64 &&
               hg_quantity_of_cell(&quantity, place->paragraph, NULL, 0) && is_figure(&quantity)) {
        place->content = HG_GRID_NUMBER;
        place->quantity = HG_NEW(arena, struct hg_quantity);
        *place->quantity = quantity;
    }
    if (filled > 1) {
        place->paragraph = NULL;
    }
}

/* The cell's places to its right, and the row below where a vertical merge goes on. */
static void spread(struct hg_grid *grid, uint32_t row, const struct hg_cell *cell)
{
    struct hg_grid_place *first = hg_grid_at(grid, row, cell->column);
    uint32_t end = cell->column + cell->column_span;

    if (cell->row_span == 0 && row > 0) {
        struct hg_grid_place *above = hg_grid_at(grid, row - 1, cell->column);

        if (above->cell != NULL) {
            *first = *above;
            first->origin = false;
            first->quantity = NULL;
        }
    }
    for (uint32_t column = cell->column + 1; column < end && column < grid->columns; column++) {
        struct hg_grid_place *place = hg_grid_at(grid, row, column);

        *place = *first;
        place->origin = false;
        place->quantity = NULL;
    }
}

static void read_places(struct hg_arena *arena, struct hg_grid *grid)
{
    uint32_t row = 0;

    for (const struct hg_node *node = grid->table->node.first_child;
         node != NULL && row < grid->rows; node = node->next) {
        if (node->kind != HG_NODE_ROW) {
            continue;
        }
        for (const struct hg_node *child = node->first_child; child != NULL; child = child->next) {
            const struct hg_cell *cell = hg_node_cell(child);
            struct hg_grid_place *place;

            if (cell == NULL || cell->column >= grid->columns) {
                continue;
            }
            place = hg_grid_at(grid, row, cell->column);
            place->cell = cell;
            place->origin = true;
            read_place(arena, place);
            spread(grid, row, cell);
        }
        row++;
    }
}

/* ---- Heads ---- */

static bool is_year(const struct hg_grid_place *place)
{
    const struct hg_quantity *quantity = place->quantity;

    return quantity != NULL && quantity->unit == NULL && quantity->numeral.decimals == 0 &&
           hg_ratio_compare(quantity->shown, hg_ratio_of(1949)) >= 0 &&
           hg_ratio_compare(quantity->shown, hg_ratio_of(2099)) <= 0 && place->text.len == 4;
}

/* 甲 乙 1 2 3: the numbers of the columns. */
static bool numbers_columns(const struct hg_grid *grid, uint32_t row)
{
    int64_t expected = 0;
    uint32_t seen = 0;

    for (uint32_t column = 0; column < grid->columns; column++) {
        const struct hg_grid_place *place = hg_grid_at(grid, row, column);
        int64_t value;

        if (!place->origin) {
            continue;
        }
        if (place->content != HG_GRID_NUMBER) {
            if (seen > 0 || hg_utf8_count(place->text) > 2) {
                return false;
            }
            continue;
        }
        if (!hg_numeral_whole(place->text, &value) || (seen > 0 && value != expected) ||
            (seen == 0 && value > 3)) {
            return false;
        }
        expected = value + 1;
        seen++;
    }
    return seen >= 3;
}

static bool all_across(const struct hg_grid *grid, uint32_t row)
{
    const struct hg_grid_place *first = hg_grid_at(grid, row, 0);

    return first->cell != NULL && first->content == HG_GRID_TEXT &&
           first->cell->column_span >= grid->columns;
}

/* Some figure stands in it that is no year of a head. */
static bool holds_figures(const struct hg_grid *grid, uint32_t row)
{
    bool figures = false, texts_only = true;

    for (uint32_t column = 0; column < grid->columns; column++) {
        const struct hg_grid_place *place = hg_grid_at(grid, row, column);

        if (place->origin && place->content == HG_GRID_NUMBER) {
            figures = figures || (column > 0 && !is_year(place));
            texts_only = texts_only && is_year(place);
        }
    }
    return figures || (!texts_only && grid->columns == 1);
}

/* Only its label, blanks or dashes beside it: data without a figure, not a head. */
static bool only_label(const struct hg_grid *grid, uint32_t row)
{
    uint32_t texts = 0;

    for (uint32_t column = 0; column < grid->columns; column++) {
        const struct hg_grid_place *place = hg_grid_at(grid, row, column);

        texts += place->origin && place->content == HG_GRID_TEXT;
    }
    return texts <= 1;
}

static void classify_rows(struct hg_grid *grid)
{
    const struct hg_node *node = grid->table->node.first_child;
    bool head = true, had_head = false;

    for (uint32_t row = 0; row < grid->rows; row++, node = node != NULL ? node->next : NULL) {
        const struct hg_row *source = hg_node_row(node);
        bool figures = holds_figures(grid, row);

        if (all_across(grid, row)) {
            grid->row_kinds[row] = HG_GRID_SECTION;
        } else if (numbers_columns(grid, row) && had_head) {
            grid->row_kinds[row] = HG_GRID_ORDINAL;
        } else if (head && !figures && !(had_head && only_label(grid, row))) {
            grid->row_kinds[row] = HG_GRID_HEAD;
            had_head = true;
        } else if (head && source != NULL && source->header && !had_head) {
            grid->row_kinds[row] = HG_GRID_HEAD;
            had_head = true;
        } else {
            grid->row_kinds[row] = HG_GRID_DATA;
            head = false;
        }
    }
}

static bool ordinal_column(const struct hg_grid *grid, uint32_t column, struct hg_str head)
{
    static const char *const names[] = {"序号", "行次", "编号", "项次", "栏次", "代码", "序",
                                        "排序", "NO",   "No",   "No."};
    int64_t expected = 1, value;
    uint32_t seen = 0;

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (hg_str_is(head, names[i])) {
            return true;
        }
    }
    for (uint32_t row = 0; column == 0 && grid->columns > 2 && row < grid->rows; row++) {
        const struct hg_grid_place *place = hg_grid_at(grid, row, column);

        if (grid->row_kinds[row] != HG_GRID_DATA || !place->origin ||
            place->content != HG_GRID_NUMBER) {
            continue;
        }
        if (!hg_numeral_whole(place->text, &value) || value != expected++) {
            return false;
        }
        seen++;
    }
    return seen >= 2;
}

static bool names_units(struct hg_str head)
{
    return hg_str_is(head, "单位") || hg_str_is(head, "计量单位") || hg_str_is(head, "数量单位");
}

/* What a column of the data rows holds. */
static enum hg_grid_kind column_kind(const struct hg_grid *grid, uint32_t column)
{
    struct hg_str head = HG_STR("");
    size_t numbers = 0, texts = 0, units = 0;

    for (uint32_t row = 0; row < grid->rows; row++) {
        const struct hg_grid_place *place = hg_grid_at(grid, row, column);
        const struct hg_unit *unit;
        int16_t power;

        if (grid->row_kinds[row] == HG_GRID_HEAD && place->text.len > 0) {
            head = place->text;
        } else if (grid->row_kinds[row] == HG_GRID_DATA && place->origin) {
            numbers += place->content == HG_GRID_NUMBER;
            texts += place->content == HG_GRID_TEXT;
            units += place->content == HG_GRID_TEXT &&
                     hg_grid_unit_named(place->text, &unit, &power);
        }
    }
    if (ordinal_column(grid, column, head)) {
        return HG_GRID_ORDINAL;
    }
    if (units > 0 && units * 2 >= texts && (names_units(head) || units == texts) && numbers == 0) {
        return HG_GRID_UNITS;
    }
    return numbers > 0 && numbers >= texts ? HG_GRID_DATA : HG_GRID_NOTE;
}

/* Columns before the first numbers are labels; text between numbers is a note, or, where it is
 * headed like the labels, a second panel. */
static void classify_columns(struct hg_grid *grid)
{
    bool data = false;

    for (uint32_t column = 0; column < grid->columns; column++) {
        enum hg_grid_kind kind = column_kind(grid, column);

        if (kind == HG_GRID_NOTE && !data) {
            kind = HG_GRID_HEAD;
        }
        if (kind == HG_GRID_NOTE && column + 1 < grid->columns &&
            column_kind(grid, column + 1) == HG_GRID_DATA) {
            size_t texts = 0;

            for (uint32_t row = 0; row < grid->rows; row++) {
                texts += grid->row_kinds[row] == HG_GRID_DATA &&
                         hg_grid_at(grid, row, column)->content == HG_GRID_TEXT;
            }
            grid->two_panels = grid->two_panels || texts >= 2;
        }
        data = data || kind == HG_GRID_DATA;
        grid->column_kinds[column] = (uint8_t)kind;
    }
}

/* ---- Caption ---- */

static void read_caption_line(struct hg_grid *grid, struct hg_str tight)
{
    static const char *const marks[] = {"单位：", "单位:"};
    static const char *const excerpts[] = {"部分", "前十", "前五", "前三", "前10", "前5", "节选",
                                           "摘录", "主要", "重点", "典型", "代表"};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t at = hg_str_find(tight, hg_str_of(marks[i]), 0);

        if (at != SIZE_MAX && !grid->has_unit) {
            struct hg_str name = hg_str_sub(
                tight, (struct hg_span){at + hg_str_of(marks[i]).len, tight.len});

            if (hg_str_ends(name, HG_STR("）")) || hg_str_ends(name, HG_STR(")"))) {
                name.len -= hg_str_ends(name, HG_STR("）")) ? 3 : 1;
            }
            grid->has_unit = hg_grid_unit_named(name, &grid->unit, &grid->power);
        }
    }
    if (!grid->has_unit) { /* 表2 收支情况（万元） */
        struct hg_str line = tight;

        grid->has_unit = hg_grid_take_unit(&line, &grid->unit, &grid->power) &&
                         grid->unit->dimension != HG_DIMENSION_SHARE;
    }
    for (size_t i = 0; i < sizeof excerpts / sizeof *excerpts; i++) {
        grid->excerpt = grid->excerpt || hg_str_contains(tight, hg_str_of(excerpts[i]));
    }
}

static void read_caption(struct hg_arena *arena, struct hg_grid *grid)
{
    struct hg_buf caption = HG_BUF_INIT, line = HG_BUF_INIT;
    const struct hg_node *node = grid->table->node.prev;

    for (uint32_t row = 0; row < grid->rows && grid->row_kinds[row] == HG_GRID_SECTION; row++) {
        read_caption_line(grid, hg_grid_at(grid, row, 0)->text);
        hg_buf_str(&caption, hg_grid_at(grid, row, 0)->text);
        hg_buf_putc(&caption, '\n');
    }
    for (int i = 0; i < CAPTION_LINES && node != NULL; i++, node = node->prev) {
        const struct hg_paragraph *paragraph = hg_node_paragraph(node);

        if (paragraph == NULL || hg_utf8_count(paragraph->text) > CAPTION_CHARS) {
            break;
        }
        hg_buf_clear(&line);
        append_tight(&line, paragraph->text);
        if (line.len == 0) {
            continue;
        }
        read_caption_line(grid, hg_buf_view(&line));
        hg_buf_str(&caption, hg_buf_view(&line));
        hg_buf_putc(&caption, '\n');
        if (!hg_str_contains(hg_buf_view(&line), HG_STR("单位"))) {
            break;
        }
    }
    grid->caption = hg_str_copy(arena, hg_buf_view(&caption));
    hg_buf_release(&caption);
    hg_buf_release(&line);
}

struct hg_grid *hg_grid_read(struct hg_arena *arena, const struct hg_table *table)
{
    struct hg_grid *grid;

    if (table->rows < 2 || table->columns < 2 ||
        (size_t)table->rows * table->columns > PLACES_MAX) {
        return NULL;
    }
    grid = HG_NEW(arena, struct hg_grid);
    grid->table = table;
    grid->rows = table->rows;
    grid->columns = table->columns;
    grid->places = HG_NEW_ARRAY(arena, struct hg_grid_place, (size_t)grid->rows * grid->columns);
    grid->row_kinds = HG_NEW_ARRAY(arena, uint8_t, grid->rows);
    grid->column_kinds = HG_NEW_ARRAY(arena, uint8_t, grid->columns);
    read_places(arena, grid);
    classify_rows(grid);
    classify_columns(grid);
    read_caption(arena, grid);
    hg_grid_name_lines(arena, grid);
    return grid->row_count > 0 && grid->column_count > 0 ? grid : NULL;
}
