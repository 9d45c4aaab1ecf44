/* What lists after a whole (sum.c) and lists that a total closes (sum_total.c) share. Internal to
 * figures/. */
#ifndef HG_FIGURES_SUM_H
#define HG_FIGURES_SUM_H

#include "figures/scene.h"

/* How a list of parts hangs on its whole. */
enum hg_sum_opening {
    HG_SUM_OPEN_NONE,     /* only follows it */
    HG_SUM_OPEN_OF_WHICH, /* 其中, 包括, 含 */
    HG_SUM_OPEN_DIVIDED,  /* 分为 */
    HG_SUM_OPEN_COLON,    /* whole：parts */
    HG_SUM_OPEN_BRACKET,  /* whole（parts） */
};

struct hg_sum_search {
    struct hg_scene *scene;
    const struct hg_mention *whole;
    size_t whole_index;
    enum hg_sum_opening opening;
    HG_VEC(const struct hg_mention *) items;
    size_t tight;   /* so many items hang together by 、 or 和: surely one list; 0 if commas join them */
    bool ends_open; /* 等 follows the list, or it is broken off */
    bool to_end;    /* the list reaches the end of its sentence or bracket */
};

/* A number that may be a term of a sum or its total: no change, no range. */
bool hg_sum_may_serve(const struct hg_mention *mention);
/* It touches the quantity before it: 195件236人 count two things at once. */
bool hg_sum_touches(const struct hg_mention *mention);
/* A bare whole number in a list of decimals is no more exact than they are: 279 beside 865.4. */
void hg_sum_align(struct hg_operand *operands, size_t count);

/* sum_list.c, of the first `count` items. */
enum hg_partition hg_sum_partition(const struct hg_sum_search *s, size_t count);
bool hg_sum_same_unit(const struct hg_sum_search *s, size_t count);
/* Neither whole nor item is an aim, a stock, a yearly figure: they are of one time and kind. */
bool hg_sum_of_one_kind(const struct hg_sum_search *s, const struct hg_mention *item);
/* No item can hold what another holds. */
bool hg_sum_is_exclusive(const struct hg_sum_search *s, size_t count);
/* How many items make a list that leaves nothing out; 0 if the wording does not promise it. */
size_t hg_sum_closed_length(const struct hg_sum_search *s);

/* sum_total.c: lists that the number at `index` closes, balances and equations. */
void hg_sum_find_totals(struct hg_scene *scene, size_t index);
/* True if the number is the result of a written equation: 122+24=146. */
bool hg_sum_find_equation(struct hg_scene *scene, size_t index);

#endif
