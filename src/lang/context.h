/* Conditions on what stands around a word, as the word lists write them.
 *
 * Alternatives are parted by '|'. Each is a literal that must stand right beside the word, or
 *   ~literal   anywhere on that side within the sentence
 *   !literal   must not stand there;  !~literal  must not stand anywhere on that side
 *   <time> <num> <han> <start> <end>   a time, a number, a Han character, the edge of a clause
 * One of the plain alternatives must hold if there are any, and none of those with '!'. */
#ifndef HG_LANG_CONTEXT_H
#define HG_LANG_CONTEXT_H

#include "lang/analysis.h"
#include "lang/scan.h"

/* A word at characters [first, end) and the sentence around it. */
struct hg_context {
    const struct hg_scan *scan;
    size_t first, end;
    size_t sentence_first, sentence_end;
};

struct hg_context hg_context_of(const struct hg_scan *scan, const struct hg_analysis *analysis,
                                size_t first, size_t end);

/* True for an empty condition. */
bool hg_context_before(const struct hg_context *context, struct hg_str condition);
bool hg_context_after(const struct hg_context *context, struct hg_str condition);
/* True if the word stands inside one of the literals, parted by '|', that hold it. */
bool hg_context_inside(const struct hg_context *context, struct hg_str literals);

/* True if a time begins at character `at`: 2023年, 6月底, 目前, 今年, 第三季度 … */
bool hg_context_time_at(const struct hg_scan *scan, size_t at);

#endif
