/* Claims of tables and between tables and text. */
#ifndef HG_FIGURES_TABLES_H
#define HG_FIGURES_TABLES_H

#include "figures/ledger.h"

/* Reads the tables of the document, enters their claims into the ledger, and puts the numbers of
 * their cells, with the units that the heads give them, in the place of the bare ones that
 * ledger->quantities holds. Linear in the tables and the text. To be called when quantities and
 * moments stand, before claims are sorted. */
void hg_tables_claim(struct hg_arena *arena, struct hg_ledger *ledger);

#endif
