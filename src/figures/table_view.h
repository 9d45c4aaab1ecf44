/* A table looked at in one direction: its rows as lines and its columns as slots, or the other way
 * round. Relations hold between lines, once in each slot. Internal to figures/. */
#ifndef HG_FIGURES_TABLE_VIEW_H
#define HG_FIGURES_TABLE_VIEW_H

#include "figures/ledger.h"
#include "figures/table_grid.h"

struct hg_table_view {
    struct hg_arena *arena;
    struct hg_ledger *ledger;
    const struct hg_grid *grid;
    bool across; /* lines are columns */
    const struct hg_grid_line *lines, *slots;
    uint32_t line_count, slot_count;
};

struct hg_table_view hg_table_view_of(struct hg_arena *arena, struct hg_ledger *ledger,
                                      const struct hg_grid *grid, bool across);
/* Null where no number stands. */
const struct hg_quantity *hg_table_number(const struct hg_table_view *view, uint32_t line,
                                          uint32_t slot);
/* A dash stands there: none. */
bool hg_table_is_dash(const struct hg_table_view *view, uint32_t line, uint32_t slot);
/* Decimals of the finest of the numbers; whole numbers among decimals were rounded like them. */
int hg_table_decimals(const struct hg_quantity *quantity, int so_far);
/* The number as an operand; a whole number counts as rounded to `decimals` (-1: as it stands). */
struct hg_operand hg_table_operand(enum hg_operand_role role, const struct hg_quantity *quantity,
                                   int decimals);
/* A new claim on the number at (line, slot), not yet in the ledger. */
struct hg_claim *hg_table_claim_new(const struct hg_table_view *view, enum hg_relation relation,
                                    uint32_t line, uint32_t slot);
/* Settles it and enters it. */
void hg_table_claim_enter(const struct hg_table_view *view, struct hg_claim *claim);

/* table_sum.c, table_sum_search.c: totals, subtotals, parts. */
void hg_table_sums(const struct hg_table_view *view);
/* table_rate.c: 率, 占比, 增长, 增减. */
void hg_table_rates(const struct hg_table_view *view);
/* table_flow.c: 旧存 + 新收 − 办结 = 未结. */
void hg_table_flows(const struct hg_table_view *view);

#endif
