/* Findings as comments and tracked changes in a copy of the draft. */
#ifndef HG_REPORT_ANNOTATE_H
#define HG_REPORT_ANNOTATE_H

#include "lint/run.h"

struct hg_annotate_options {
    struct hg_str author;   /* of comments; empty: 核稿 */
    bool changes;           /* certain replacements as tracked changes instead of comments */
    bool strip;             /* take hegao's comments and changes out; add none */
    struct hg_day day;      /* the date that comments carry */
};

/* What became of the findings. */
struct hg_annotate_counts {
    size_t comments, changes;
    size_t elsewhere; /* comments that had to stand on another place than their finding's */
};

/* Reads the package at `path` once more and writes the annotated copy to `copy`, beside its place
 * first and then renamed; folders are made as needed. `result` may be null with `strip`.
 * HG_PROTECTED for what must not be rewritten, HG_NOT_DOCX for text, HG_EXISTS if the copy would
 * be the draft itself. */
enum hg_status hg_annotate(const char *path, const char *copy, const struct hg_lint_result *result,
                           const struct hg_annotate_options *options,
                           struct hg_annotate_counts *counts, struct hg_error *err);

#endif
