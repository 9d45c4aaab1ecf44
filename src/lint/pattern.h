/* Patterns of users' own rules. Alone sees PCRE2. A pattern works on UTF-8 with Unicode classes,
 * within limits, so that none can hold up a batch. */
#ifndef HG_LINT_PATTERN_H
#define HG_LINT_PATTERN_H

#include "base/str.h"

/* Compiled once, read by all threads. */
struct hg_pattern;

/* HG_BAD_SETTINGS with what is wrong and where in the pattern; also for one that matches nothing
 * but the empty text. */
enum hg_status hg_pattern_compile(struct hg_pattern **out, struct hg_str text,
                                  struct hg_error *err);
void hg_pattern_free(struct hg_pattern *pattern); /* null is allowed */

/* What one thread needs for matching. */
struct hg_matcher;

struct hg_matcher *hg_matcher_open(void);
void hg_matcher_free(struct hg_matcher *matcher);

enum hg_pattern_result { HG_PATTERN_NONE, HG_PATTERN_FOUND, HG_PATTERN_LIMIT };

/* The first match at or after `from` that is not empty. LIMIT: too complex for this text. */
enum hg_pattern_result hg_pattern_find(const struct hg_pattern *pattern,
                                       struct hg_matcher *matcher, struct hg_str text,
                                       size_t from, struct hg_span *span);
/* Appends the replacement of the match last found: $1 or ${name} stand for groups. */
void hg_pattern_replace(struct hg_buf *out, const struct hg_pattern *pattern,
                        struct hg_matcher *matcher, struct hg_str text, struct hg_span span,
                        struct hg_str replacement);

#endif
