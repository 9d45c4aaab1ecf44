/* The schema of settings files, as compiled in. */
#ifndef HG_LINT_SETTINGS_SCHEMA_H
#define HG_LINT_SETTINGS_SCHEMA_H

#include "template/embedded.h"

extern const struct hg_embedded hg_embedded_settings[]; /* src/lint/settings.rng */

static inline struct hg_str hg_settings_schema(void)
{
    return (struct hg_str){(const char *)hg_embedded_settings[0].bytes,
                           hg_embedded_settings[0].len};
}

#endif
