/* A baseline: findings that are known and accepted, so that only new ones count. Keyed by path and
 * fingerprint, so it survives edits elsewhere in a draft. It only ever shrinks. */
#ifndef HG_LINT_BASELINE_H
#define HG_LINT_BASELINE_H

#include "lint/run.h"

struct hg_baseline;

/* An empty one, for the first run. */
struct hg_baseline *hg_baseline_new(void);
/* Reads a file's text; `name` is for messages. HG_BAD_SETTINGS with the place of what is wrong. */
enum hg_status hg_baseline_parse(struct hg_baseline **out, struct hg_str text, const char *name,
                                 struct hg_error *err);
void hg_baseline_free(struct hg_baseline *baseline); /* null is allowed */

/* True if the finding is known. Read-only: may be asked by all threads. */
bool hg_baseline_has(const struct hg_baseline *baseline, struct hg_str path,
                     const char *fingerprint);
/* Moves known findings of a result to its suppressed ones. `all`: every finding is known. */
void hg_baseline_apply(const struct hg_baseline *baseline, bool all,
                       struct hg_lint_result *result, struct hg_str path);

/* ---- One thread only ---- */

/* Notes that a path was checked, and each finding it still has. */
void hg_baseline_checked(struct hg_baseline *baseline, struct hg_str path);
void hg_baseline_seen(struct hg_baseline *baseline, struct hg_str path, struct hg_str check,
                      struct hg_str fingerprint, bool add);
/* Known findings of checked paths that were not seen: mended, and free to go. */
size_t hg_baseline_stale(const struct hg_baseline *baseline);
/* Appends the file without them, sorted; unchecked paths keep theirs. */
void hg_baseline_write(struct hg_buf *out, const struct hg_baseline *baseline);
/* How many would be written. */
size_t hg_baseline_count(const struct hg_baseline *baseline);

#endif
