/* Texts that grow in one dimension: what a hostile or merely enormous draft may be made of. */
#ifndef HG_TESTS_SHAPES_H
#define HG_TESTS_SHAPES_H

#include "base/str.h"

struct shape {
    const char *name;
    size_t small;   /* n of the smaller measurement; the larger one is ten times that */
    void (*fill)(struct hg_buf *out, size_t n); /* plain text, or a whole package */
};

extern const struct shape shapes[];
extern const size_t shape_count;

#endif
