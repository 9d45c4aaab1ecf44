/* Running checks on test documents. */
#ifndef HG_TESTS_GOLDEN_H
#define HG_TESTS_GOLDEN_H

#include "lint/run.h"

/* Runs one check (all if `id` is null) on an outline, judged from 2024-07-05, and appends a line a
 * finding: "severity id part:paragraph 「quote」 message". */
void hg_test_findings(struct hg_buf *out, const char *id, const char *outline);
/* How many findings of the check the outline gives. */
size_t hg_test_count(const char *id, const char *outline);
/* All checks on a file as the program reads it; the lines end with the quote. */
void hg_test_file_findings(struct hg_buf *out, const char *path);
/* The whole file; fails the test if it cannot be read. Release with hg_buf_release. */
void hg_test_read(struct hg_buf *out, const char *path);

#endif
