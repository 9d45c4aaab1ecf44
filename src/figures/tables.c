#include "figures/tables.h"

#include "figures/table_text.h"
#include "figures/table_view.h"

/* The numbers of cells, by paragraph. */
static void mark_cells(const struct hg_grid *grid, const struct hg_quantity **by_paragraph)
{
    for (size_t i = 0; i < (size_t)grid->rows * grid->columns; i++) {
        const struct hg_grid_place *place = &grid->places[i];

        if (place->origin && place->quantity != NULL &&
            grid->row_kinds[i / grid->columns] != HG_GRID_ORDINAL &&
            grid->column_kinds[i % grid->columns] != HG_GRID_ORDINAL &&
            grid->row_kinds[i / grid->columns] != HG_GRID_HEAD) {
            by_paragraph[place->paragraph->index] = place->quantity;
        }
    }
}

/* Bare numbers of cells give way to the same numbers with their units, in the order of the text. */
static void replace_cells(struct hg_arena *arena, struct hg_ledger *ledger,
                          const struct hg_quantity **by_paragraph, const bool *in_grid)
{
    struct {
        HG_VEC(const struct hg_quantity *) kept;
    } merged = {{NULL, 0, 0}};
    size_t next = 0;

    for (size_t i = 0; i <= ledger->quantities.len; i++) {
        const struct hg_quantity *quantity =
            i < ledger->quantities.len ? ledger->quantities.items[i] : NULL;
        size_t until = quantity != NULL ? quantity->paragraph->index : ledger->doc->paragraphs.len;

        for (; next < until; next++) {
            if (by_paragraph[next] != NULL) {
                *HG_PUSH(arena, &merged.kept) = by_paragraph[next];
            }
        }
        if (quantity != NULL && by_paragraph[until] == NULL &&
            !(in_grid[until] && quantity->unit == NULL)) {
            *HG_PUSH(arena, &merged.kept) = quantity;
        }
    }
    ledger->quantities.items = merged.kept.items;
    ledger->quantities.len = merged.kept.len;
    ledger->quantities.cap = merged.kept.cap;
}

static void mark_paragraphs(const struct hg_grid *grid, bool *in_grid)
{
    for (size_t i = 0; i < (size_t)grid->rows * grid->columns; i++) {
        if (grid->places[i].origin && grid->places[i].paragraph != NULL) {
            in_grid[grid->places[i].paragraph->index] = true;
        }
    }
}

static void read_one(struct hg_arena *arena, struct hg_ledger *ledger, const struct hg_grid *grid)
{
    for (int across = 0; across < 2; across++) {
        struct hg_table_view view = hg_table_view_of(arena, ledger, grid, across == 1);

        hg_table_sums(&view);
        hg_table_rates(&view);
        hg_table_flows(&view);
    }
}

void hg_tables_claim(struct hg_arena *arena, struct hg_ledger *ledger)
{
    const struct hg_doc *doc = ledger->doc;
    const struct hg_quantity **by_paragraph;
    bool *in_grid;
    struct {
        HG_VEC(struct hg_grid *) grids;
    } found = {{NULL, 0, 0}};

    if (doc->tables.len == 0) {
        return;
    }
    by_paragraph = HG_NEW_ARRAY(arena, const struct hg_quantity *, doc->paragraphs.len + 1);
    in_grid = HG_NEW_ARRAY(arena, bool, doc->paragraphs.len + 1);
    for (size_t i = 0; i < doc->tables.len; i++) {
        struct hg_grid *grid = hg_grid_read(arena, doc->tables.items[i]);

        if (grid != NULL) {
            *HG_PUSH(arena, &found.grids) = grid;
            mark_cells(grid, by_paragraph);
            mark_paragraphs(grid, in_grid);
            read_one(arena, ledger, grid);
        }
    }
    replace_cells(arena, ledger, by_paragraph, in_grid);
    hg_table_texts(arena, ledger, found.grids.items, found.grids.len);
}
