/* Shared by sum.c (lists after a whole) and sum_total.c (totals after their parts). Internal. */
#ifndef HG_FIGURES_SUM_H
#define HG_FIGURES_SUM_H

#include "figures/scene.h"

/* How a list of parts hangs on its whole. */
enum hg_sum_opening {
    HG_SUM_OPEN_NONE,     /* only follows it */
    HG_SUM_OPEN_OF_WHICH, /* 其中, 包括, 含 */
    HG_SUM_OPEN_COLON,    /* whole：parts */
    HG_SUM_OPEN_BRACKET,  /* whole（parts） */
};

struct hg_sum_search {
    struct hg_scene *scene;
    const struct hg_mention *whole;
    size_t whole_index;
    enum hg_sum_opening opening;
    HG_VEC(const struct hg_mention *) items;
    bool ends_open; /* 等 follows the list, or it is broken off */
    bool to_end;    /* the list reaches the end of its sentence or bracket */
};
/* A number that may stand in a sum: an amount, no change, no range. */
bool hg_sum_may_serve(const struct hg_mention *mention);
/* The first `count` items and the whole as operands, the whole last. */
struct hg_operand *hg_sum_bind(const struct hg_sum_search *s, size_t count,
                               enum hg_operand_role part, enum hg_operand_role whole);
/* A bare whole number in a list of decimals is no more exact than they are: 279 beside 865.4. The
 * last operand is the whole. */
void hg_sum_align(struct hg_operand *operands, size_t count);

/* sum_total.c: 一审195件，二审9件，共204件; 122+24=146; 旧存 + 新收 − 结案 = 未结. */
void hg_sum_find_total(struct hg_scene *scene, size_t index);
bool hg_sum_find_equation(struct hg_scene *scene, size_t index);
void hg_sum_find_stock(struct hg_scene *scene, size_t index);

#endif
