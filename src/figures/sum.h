/* What lists after a whole (sum.c) and lists that a total closes (sum_total.c) share. Internal to
 * figures/. */
#ifndef HG_FIGURES_SUM_H
#define HG_FIGURES_SUM_H

#include "figures/scene.h"

/* A number that may be a term of a sum or its total: no change, no range. */
bool hg_sum_may_serve(const struct hg_mention *mention);
/* It touches the quantity before it: 195件236人 count two things at once. */
bool hg_sum_touches(const struct hg_mention *mention);
/* A bare whole number in a list of decimals is no more exact than they are: 279 beside 865.4. */
void hg_sum_align(struct hg_operand *operands, size_t count);

/* sum_total.c: lists that the number at `index` closes, balances and equations. */
void hg_sum_find_totals(struct hg_scene *scene, size_t index);
/* True if the number is the result of a written equation: 122+24=146. */
bool hg_sum_find_equation(struct hg_scene *scene, size_t index);

#endif
