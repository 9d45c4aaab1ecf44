/* Rows and columns of data: their names, traits and units. */
#include "figures/table_grid.h"

/* ---- Names ---- */

static void add_level(struct hg_grid_line *line, struct hg_str text)
{
    const struct hg_unit *unit;
    int16_t power;
    struct hg_str label = text;

    if (text.len == 0 || line->depth == HG_GRID_DEPTH) {
        return;
    }
    if (hg_grid_take_unit(&label, &unit, &power)) {
        line->unit = unit;
        line->power = power;
        line->has_unit = true;
    }
    if (label.len == 0 || (line->depth > 0 && hg_str_equal(line->path[line->depth - 1], label))) {
        return;
    }
    line->path[line->depth++] = label;
}

static bool is_share_unit(const struct hg_unit *unit)
{
    return unit != NULL &&
           (unit->dimension == HG_DIMENSION_SHARE || unit->dimension == HG_DIMENSION_POINT);
}

static void settle_traits(struct hg_grid_line *line)
{
    const uint32_t inherited = HG_LINE_SHARE | HG_LINE_PORTION | HG_LINE_CHANGE | HG_LINE_NO_SUM |
                               HG_LINE_FALL | HG_LINE_COMPARABLE | HG_LINE_OF_WHICH;

    line->label = line->depth > 0 ? line->path[line->depth - 1] : HG_STR("");
    line->traits = hg_grid_traits(line->label);
    for (uint32_t level = 0; level + 1 < line->depth; level++) {
        line->traits |= hg_grid_traits(line->path[level]) & inherited;
    }
    if (is_share_unit(line->unit)) {
        line->traits |= HG_LINE_SHARE;
    } else if (line->unit != NULL && line->unit->dimension == HG_DIMENSION_SCORE) {
        line->traits |= HG_LINE_NO_SUM;
    }
}

static bool row_has_number(const struct hg_grid *grid, uint32_t row)
{
    for (uint32_t column = 0; column < grid->columns; column++) {
        if (grid->column_kinds[column] == HG_GRID_DATA &&
            hg_grid_at(grid, row, column)->quantity != NULL) {
            return true;
        }
    }
    return false;
}

static void name_row(struct hg_grid *grid, struct hg_grid_line *line)
{
    bool data = false;

    for (uint32_t column = 0; column < grid->columns; column++) {
        const struct hg_grid_place *place = hg_grid_at(grid, line->at, column);
        enum hg_grid_kind kind = (enum hg_grid_kind)grid->column_kinds[column];

        data = data || kind == HG_GRID_DATA;
        if (kind == HG_GRID_HEAD && !data && place->content == HG_GRID_TEXT) {
            add_level(line, place->text);
            line->indent = place->indent;
        } else if (kind == HG_GRID_UNITS && !line->has_unit) {
            line->has_unit = hg_grid_unit_named(place->text, &line->unit, &line->power);
        }
    }
    settle_traits(line);
}

static void name_column(struct hg_grid *grid, struct hg_grid_line *line)
{
    for (uint32_t row = 0; row < grid->rows; row++) {
        if (grid->row_kinds[row] == HG_GRID_HEAD) {
            add_level(line, hg_grid_at(grid, row, line->at)->text);
        } else if (grid->row_kinds[row] == HG_GRID_DATA) {
            break;
        }
    }
    settle_traits(line);
}

/* ---- Units ---- */

static bool percent_words(struct hg_str label)
{
    static const char *const words[] = {"率",   "占比", "比重", "比例", "增长", "增幅", "增速",
                                        "降幅", "涨幅", "同比", "环比", "进度"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (hg_str_contains(label, hg_str_of(words[i]))) {
            return !hg_str_contains(label, HG_STR("额")) && !hg_str_contains(label, HG_STR("增量"));
        }
    }
    return false;
}

static bool wants_percent(const struct hg_grid_line *line)
{
    for (uint32_t level = 0; level < line->depth; level++) {
        if (percent_words(line->path[level])) {
            return true;
        }
    }
    return false;
}

/* A rate without a sign is in percent, unless every number of it is a fraction of one. */
static bool all_below_one(const struct hg_grid *grid, const struct hg_grid_line *line, bool row)
{
    uint32_t count = row ? grid->columns : grid->rows;
    uint32_t decimals = 0;

    for (uint32_t i = 0; i < count; i++) {
        const struct hg_grid_place *place =
            row ? hg_grid_at(grid, line->at, i) : hg_grid_at(grid, i, line->at);

        if (place->quantity == NULL) {
            continue;
        }
        if (hg_ratio_compare(place->quantity->shown, hg_ratio_of(1)) > 0) {
            return false;
        }
        decimals += place->quantity->numeral.decimals >= 2;
    }
    return decimals > 0;
}

static void settle_percent(const struct hg_grid *grid, struct hg_grid_line *line, bool row)
{
    line->percent = !line->has_unit && wants_percent(line) && !all_below_one(grid, line, row);
}

static void give_unit(const struct hg_grid *grid, struct hg_quantity *quantity,
                      const struct hg_grid_line *row, const struct hg_grid_line *column)
{
    const struct hg_unit *percent = hg_unit_named(HG_STR("%"));

    if (column->has_unit) {
        hg_quantity_set_unit(quantity, column->unit, column->power);
    } else if (column->percent) {
        hg_quantity_set_unit(quantity, percent, 0);
    } else if ((column->traits & HG_LINE_SHARE) != 0) {
        return;
    } else if (row->has_unit) {
        hg_quantity_set_unit(quantity, row->unit, row->power);
    } else if (row->percent) {
        hg_quantity_set_unit(quantity, percent, 0);
    } else if (grid->has_unit &&
               ((column->traits | row->traits) & (HG_LINE_NO_SUM | HG_LINE_SHARE)) == 0) {
        hg_quantity_set_unit(quantity, grid->unit, grid->power);
    }
}

/* 其中：维持 counts what the row above counts. */
static void pass_units_down(struct hg_grid *grid)
{
    for (uint32_t r = 1; r < grid->row_count; r++) {
        struct hg_grid_line *row = &grid->row_lines[r];
        const struct hg_grid_line *above = row - 1;

        if (!row->has_unit && above->has_unit && (row->traits & HG_LINE_SHARE) == 0 &&
            ((row->traits & HG_LINE_OF_WHICH) != 0 || row->indent > above->indent)) {
            row->unit = above->unit;
            row->power = above->power;
            row->has_unit = true;
        }
    }
}

static void give_units(struct hg_grid *grid)
{
    pass_units_down(grid);
    for (uint32_t r = 0; r < grid->row_count; r++) {
        settle_percent(grid, &grid->row_lines[r], true);
    }
    for (uint32_t c = 0; c < grid->column_count; c++) {
        settle_percent(grid, &grid->column_lines[c], false);
    }
    for (uint32_t r = 0; r < grid->row_count; r++) {
        for (uint32_t c = 0; c < grid->column_count; c++) {
            const struct hg_grid_line *row = &grid->row_lines[r];
            const struct hg_grid_line *column = &grid->column_lines[c];
            struct hg_quantity *quantity = hg_grid_at(grid, row->at, column->at)->quantity;

            if (quantity != NULL && quantity->unit == NULL) {
                give_unit(grid, quantity, row, column);
            }
        }
    }
}

/* A line whose numbers are percentages throughout is a rate, whatever its head says. */
static void mark_shares(struct hg_grid *grid, struct hg_grid_line *line, bool row)
{
    uint32_t count = row ? grid->columns : grid->rows;
    uint32_t shares = 0, others = 0;

    for (uint32_t i = 0; i < count; i++) {
        const struct hg_grid_place *place =
            row ? hg_grid_at(grid, line->at, i) : hg_grid_at(grid, i, line->at);

        if (place->quantity != NULL) {
            shares += is_share_unit(place->quantity->unit);
            others += !is_share_unit(place->quantity->unit);
        }
    }
    if (shares > 0 && others == 0) {
        line->traits |= HG_LINE_SHARE;
    } else if (others > 0 && shares == 0 && (line->traits & HG_LINE_CHANGE) == 0 &&
               line->has_unit && !is_share_unit(line->unit)) {
        line->traits &= ~(uint32_t)HG_LINE_SHARE; /* 完成进度（万元） */
    }
}

void hg_grid_name_lines(struct hg_arena *arena, struct hg_grid *grid)
{
    uint32_t section = 0;

    grid->row_lines = HG_NEW_ARRAY(arena, struct hg_grid_line, grid->rows);
    grid->column_lines = HG_NEW_ARRAY(arena, struct hg_grid_line, grid->columns);
    for (uint32_t row = 0; row < grid->rows; row++) {
        struct hg_grid_line *line = &grid->row_lines[grid->row_count];

        section += grid->row_kinds[row] == HG_GRID_SECTION;
        if (grid->row_kinds[row] != HG_GRID_DATA) {
            continue;
        }
        if (!row_has_number(grid, row)) {
            section++;
            continue;
        }
        line->at = row;
        line->section = section;
        name_row(grid, line);
        grid->row_count++;
    }
    for (uint32_t column = 0; column < grid->columns; column++) {
        if (grid->column_kinds[column] == HG_GRID_DATA) {
            struct hg_grid_line *line = &grid->column_lines[grid->column_count++];

            line->at = column;
            name_column(grid, line);
        }
    }
    give_units(grid);
    for (uint32_t i = 0; i < grid->row_count; i++) {
        mark_shares(grid, &grid->row_lines[i], true);
    }
    for (uint32_t i = 0; i < grid->column_count; i++) {
        mark_shares(grid, &grid->column_lines[i], false);
    }
}
