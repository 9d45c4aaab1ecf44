/* The ledger of one document for people: as text to take to the departments, and as the
 * 数据核实表 in CSV. */
#ifndef HG_REPORT_FIGURES_LEDGER_H
#define HG_REPORT_FIGURES_LEDGER_H

#include "figures/ledger.h"
#include "model/outline.h"

struct hg_figures_file {
    struct hg_str path; /* as shown */
    const struct hg_ledger *ledger;
    const struct hg_outline *outline;
};

/* Grouped by section: each claim with its verdict and working, then the figures that no claim
 * holds. `colour`: terminal colours. */
void hg_figures_text(struct hg_buf *out, const struct hg_figures_file *file, bool colour);

/* The line of column names, with the byte order mark that Excel and WPS need. `paths`: a first
 * column tells the file. */
void hg_figures_csv_head(struct hg_buf *out, bool paths);
/* One line a figure, numbered from *number on. Lines end with CR LF; no field can be taken for a
 * formula. */
void hg_figures_csv(struct hg_buf *out, const struct hg_figures_file *file, bool paths,
                    size_t *number);

/* ---- Shared by both ---- */

/* Which claims a figure takes part in: by ledger->quantities. */
struct hg_figures_use {
    const struct hg_claim *stated; /* the claim that states it; null if none does */
    const struct hg_claim *other;  /* the first claim that it serves otherwise */
};
/* One a quantity of the ledger, in its order. From the arena. */
struct hg_figures_use *hg_figures_uses(struct hg_arena *arena, const struct hg_ledger *ledger);

/* What is left where a whole and a part of it are both given: 受理387件，办结265件 → 未办结 122件. */
struct hg_figures_rest {
    struct hg_str name; /* 未办结 */
    struct hg_str text; /* 122件 */
    struct hg_str working; /* 387 − 265 = 122 */
};
/* False if the claim is none of that sort, or nothing is left. From the arena. */
bool hg_figures_rest(struct hg_arena *arena, const struct hg_claim *claim,
                     struct hg_figures_rest *out);

/* Appends "一、工作情况 › （三）…"; for cells the table, too. */
void hg_figures_section(struct hg_buf *out, const struct hg_outline *outline,
                        const struct hg_paragraph *paragraph, struct hg_span span);

#endif
