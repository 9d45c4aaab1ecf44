/* The clauses around a span, cut to a width, with the span underlined: what a terminal shows. */
#ifndef HG_REPORT_EXCERPT_H
#define HG_REPORT_EXCERPT_H

#include "lint/finding.h"

struct hg_excerpt {
    struct hg_buf text; /* printable; … where something was cut */
    size_t indent;      /* columns before the span */
    size_t width;       /* columns of the span, at least 1 */
};

/* `columns` bounds the text's display width where the span itself leaves room. Release with
 * hg_excerpt_release. */
void hg_excerpt_init(struct hg_excerpt *out, struct hg_place place, size_t columns);
void hg_excerpt_release(struct hg_excerpt *excerpt);

#endif
