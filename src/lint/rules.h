/* What settings add to a run: words, rules, terms, severities. For lint/ alone. */
#ifndef HG_LINT_RULES_H
#define HG_LINT_RULES_H

#include "lint/pass.h"
#include "lint/registry.h"

enum { HG_RULE_FINDINGS_MAX = 1000 }; /* of all rules of a document together */

/* Before findings are settled. */
void hg_rules_run(struct hg_pass *pass, const struct hg_settings *settings);
/* Afterwards: terms take findings back, severities are the user's. */
void hg_rules_settle(struct hg_lint_result *result, const struct hg_settings *settings);

#endif
