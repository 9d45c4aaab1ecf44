/* The figures of a form in a draft: in running text by the words said before them, in tables by
 * the names of rows and columns. */
#ifndef HG_TEMPLATE_FOUND_H
#define HG_TEMPLATE_FOUND_H

#include "figures/ledger.h"
#include "figures/table_grid.h"
#include "template/form.h"

struct hg_found_figure {
    const struct hg_quantity *quantity; /* null if it was not found, or found with several values */
    size_t times;                       /* places that say it */
    /* Words of fewer than four characters (受理, 办结) are said of many things: what they name is
     * known only together with the other figures of its sentence. */
    bool distinct;
    uint32_t sentence; /* of quantity->paragraph */
};

/* True if the two figures are said of one matter: by distinct words, or in one sentence. */
bool hg_found_together(const struct hg_found_figure *a, const struct hg_found_figure *b);

/* One a figure of the form, from the arena. A place says a figure if its unit is the figure's and
 * one of the words stands before it in the clause, at most a few characters away. */
struct hg_found_figure *hg_found_figures(struct hg_arena *arena, const struct hg_form *form,
                                         const struct hg_ledger *ledger);

struct hg_found_table {
    const struct hg_form_table *table;
    const struct hg_grid *grid;
    uint32_t *rows, *columns; /* grid row or column of each line; UINT32_MAX where it has none */
};

/* Finds a form's table among those of the draft; false if none of them has most of its lines. */
bool hg_found_table(struct hg_arena *arena, struct hg_found_table *out,
                    const struct hg_form_table *table, const struct hg_doc *doc);
/* A cell; null if the draft's table does not have it. */
const struct hg_grid_place *hg_found_cell(const struct hg_found_table *found, size_t row,
                                          size_t column);

#endif
