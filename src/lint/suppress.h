/* Findings that somebody has looked at and accepts: by a comment in the draft
 * (核稿:忽略 wrong-rate 理由), or by a rule of the settings file. Each needs a reason; one that holds
 * nothing back any more is said, so that it can go. */
#ifndef HG_LINT_SUPPRESS_H
#define HG_LINT_SUPPRESS_H

#include "lint/settings.h"

/* Moves accepted findings of the result to its suppressed ones and fills its notices. `settings`
 * may be null; `path` is the draft's absolute path, null for none. */
void hg_suppress(struct hg_lint_result *result, const struct hg_settings *settings,
                 const char *path, struct hg_day today);

/* What a comment asks to ignore; false if it does not begin with the mark. `checks` receives the
 * ids and families, separated by blanks, commas or 、; `reason` what follows them. */
bool hg_suppress_parse(struct hg_str comment, struct hg_str *checks, struct hg_str *reason);

#endif
