#include "lint/registry.h"

#include <stdint.h>

#define CHECK(family, name) extern const struct hg_check hg_check_##name;
#include "checks/checks.def"
#undef CHECK

#define CHECK(family, name) &hg_check_##name,
static const struct hg_check *const checks[] = {
#include "checks/checks.def"
};
#undef CHECK

const struct hg_check *const *hg_checks(size_t *count)
{
    *count = hg_check_count();
    return checks;
}

size_t hg_check_count(void)
{
    return sizeof checks / sizeof *checks;
}

const struct hg_check *hg_check_find(struct hg_str id)
{
    for (size_t i = 0; i < hg_check_count(); i++) {
        if (hg_str_is(id, checks[i]->id)) {
            return checks[i];
        }
    }
    return NULL;
}

size_t hg_check_index(const struct hg_check *check)
{
    for (size_t i = 0; i < hg_check_count(); i++) {
        if (checks[i] == check) {
            return i;
        }
    }
    return SIZE_MAX;
}
