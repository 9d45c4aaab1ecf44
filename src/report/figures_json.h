/* The ledger of one document as JSON, for `hegao figures --format json` (DESIGN.md section 5). */
#ifndef HG_REPORT_FIGURES_JSON_H
#define HG_REPORT_FIGURES_JSON_H

#include "base/json.h"
#include "figures/ledger.h"

/* {path, figures: […], claims: […]}; the caller's. */
struct hg_json *hg_figures_json(struct hg_str path, const struct hg_ledger *ledger);

#endif
