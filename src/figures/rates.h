/* Inside of the rates: what binds them (rate.c) and what claims them (rate_claim.c). Internal to
 * figures/. */
#ifndef HG_FIGURES_RATES_H
#define HG_FIGURES_RATES_H

#include "figures/scene.h"

enum { HG_RATE_ROLES = 4 };

struct hg_rate_search {
    struct hg_scene *scene;
    const struct hg_rate_row *row; /* null: the table lacks the word */
    struct hg_str name;            /* 响应率 */
    struct hg_mention *stated;
    size_t index; /* of stated */
    struct hg_range range;
    const struct hg_mention *parts[HG_RATE_ROLES], *wholes[HG_RATE_ROLES]; /* the likeliest first */
    size_t part_count, whole_count;
    const struct hg_mention *carried; /* 上年结转28件 */
    bool certain;         /* a fraction, or 应 against 实 */
    bool by_table;        /* the table's verb names the part */
    bool literal;         /* the rate's own name names the part */
    bool guessed;         /* the part is only the number before the rate */
    bool wholes_by_place; /* the wholes are only the numbers before the part */
    bool far;             /* a whole stands in another sentence */
    bool sibling;         /* a part of another rate is among the wholes */
    bool whole_new;       /* 新收: what was carried over may be missing */
};

bool hg_rate_may_serve(const struct hg_mention *mention);
/* Fills the roles. */
void hg_rate_bind(struct hg_rate_search *search);

#endif
