/* The inside of a pass: for lint/ alone. Checks see only the accessors of lint/check.h. */
#ifndef HG_LINT_PASS_H
#define HG_LINT_PASS_H

#include "lint/run.h"

struct hg_pass {
    struct hg_doc *doc;
    const struct hg_lint_options *options;
    struct hg_arena *arena; /* the result's */
    const struct hg_analysis **analyses; /* one a paragraph, made when first asked for */
    const struct hg_scan **scans;                /* as analyses; null until one is asked for */
    const struct hg_lexicon_hits **hits;
    const struct hg_outline *outline;
    const struct hg_ledger *ledger;
    const struct hg_match *match;
    bool match_done;
    struct hg_day own_day;
    bool own_day_done;
    HG_VEC(struct hg_finding *) findings;
    size_t *reported; /* one a check, for the limit */
    size_t dropped;
    size_t rule_findings; /* of users' own words and rules, for their limit */
    HG_VEC(struct hg_str) notices;
    struct hg_finding overflow; /* where findings beyond the limit are written */
};

/* settle.c: sorts, drops what gives way, merges what rests on one claim, fills section and
 * fingerprint. */
void hg_settle(struct hg_pass *pass);

#endif
