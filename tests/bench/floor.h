/* The unit of the budget: inflating and a SAX pass with counting callbacks over the parts that
 * hegao reads of a package, in process (DESIGN.md section 8). */
#ifndef HG_TESTS_FLOOR_H
#define HG_TESTS_FLOOR_H

#include "model/doc.h"

/* Milliseconds of a steady clock. */
double bench_now(void);

struct bench_counts {
    size_t tags, bytes;
};

/* One pass over a package in memory, in milliseconds; `doc` is the same package as read, and says
 * which parts are. Counts are added to. Ends the program if the package cannot be read. */
double bench_floor(struct hg_str bytes, const struct hg_doc *doc, struct bench_counts *counts);

#endif
