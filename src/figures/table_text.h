/* Figures of the prose against the cells of the tables. Internal to figures/. */
#ifndef HG_FIGURES_TABLE_TEXT_H
#define HG_FIGURES_TABLE_TEXT_H

#include "figures/ledger.h"
#include "figures/table_grid.h"

/* A claim for every prose figure whose words name a row and a column of one table, and for both
 * sides the unit is the same. */
void hg_table_texts(struct hg_arena *arena, struct hg_ledger *ledger,
                    struct hg_grid *const *grids, size_t count);

#endif
