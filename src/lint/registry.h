/* All checks, in the order of checks/checks.def, the only list. */
#ifndef HG_LINT_REGISTRY_H
#define HG_LINT_REGISTRY_H

#include <stddef.h>

#include "lint/check.h"

/* Constant; *count receives how many. */
const struct hg_check *const *hg_checks(size_t *count);
size_t hg_check_count(void);
/* Null if no check has this id. */
const struct hg_check *hg_check_find(struct hg_str id);
/* Place in hg_checks(); SIZE_MAX for a check that is not in it. */
size_t hg_check_index(const struct hg_check *check);

#endif
