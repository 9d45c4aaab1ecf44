/* Totals of a table and the parts that make them up. Internal to figures/. */
#ifndef HG_FIGURES_TABLE_SUM_H
#define HG_FIGURES_TABLE_SUM_H

#include "figures/table_view.h"

/* A total with one set of parts, and how far the figures bear it out. */
struct hg_sum_tree {
    uint32_t total;
    HG_VEC(uint32_t) parts;
    uint32_t balanced;  /* slots where the parts give the total, zeros not counted */
    uint32_t failing;   /* slots with all parts where they do not */
    uint32_t missing;   /* slots that lack a part and do not balance */
    uint32_t exact;     /* balanced without any rounding, in whole numbers */
    uint32_t digits;    /* of the totals in balanced slots: how unlikely chance is */
    bool loose;         /* whole numbers of unknown unit may have been rounded */
};

struct hg_sum_search {
    const struct hg_table_view *view;
    uint32_t *next, *prev; /* roots: lines that no total has taken yet, 1-based, 0 ends */
    bool *root;
    uint32_t totals;    /* lines that are totals by name */
    uint32_t crosswise; /* lines of a group that is headed 合计 */
    bool of_which;      /* some line is 其中 */
    HG_VEC(struct hg_operand) operands; /* scratch */
};

/* The traits and units allow adding this number. */
bool hg_sum_may_add(const struct hg_table_view *view, uint32_t line, uint32_t slot,
                    const struct hg_quantity *quantity);
/* Counts balanced and failing slots of the tree. */
void hg_sum_weigh(struct hg_sum_search *search, struct hg_sum_tree *tree);
/* Enters a claim for each slot of the tree; `sure` if a failing one may be called wrong. */
void hg_sum_enter(struct hg_sum_search *search, const struct hg_sum_tree *tree, bool sure);
/* Takes the parts off the roots. */
void hg_sum_take(struct hg_sum_search *search, const struct hg_sum_tree *tree);

/* table_of_which.c */
void hg_sum_of_which(const struct hg_table_view *view);

/* table_sum_search.c: totals without a name, found by their figures alone. */
void hg_sum_search_unnamed(struct hg_sum_search *search);

#endif
