/* Inside of the verdicts: shared by verdict.c, working.c and repair.c. */
#ifndef HG_FIGURES_VERDICT_H
#define HG_FIGURES_VERDICT_H

#include "figures/claim.h"

/* The operand that the others are to give: STATED, or TOTAL of a sum, or WHOLE of a containment;
 * null if there is none. */
const struct hg_operand *hg_reading_stated(const struct hg_reading *reading);
/* What the operands other than the stated one give, from what each may mean. Not for AT_MOST,
 * COMPOUND, DOUBLINGS and EQUAL, whose fit is decided otherwise. */
struct hg_interval hg_reading_compute(const struct hg_reading *reading);
/* The same from the shown numbers alone. False if it does not fit or divides by zero. */
bool hg_reading_compute_shown(struct hg_ratio *out, const struct hg_reading *reading);

/* working.c: "1159 ÷ 1181 = 98.137…% → 98.1%" */
struct hg_str hg_working_write(struct hg_arena *arena, const struct hg_reading *reading);
/* repair.c: the one single-digit change or transposition that makes the reading fit; "" if there is
 * none or more than one. */
struct hg_str hg_repair_find(struct hg_arena *arena, const struct hg_reading *reading);

#endif
