/* The inside of building an outline: for outline*.c alone. */
#ifndef HG_MODEL_OUTLINE_BUILD_H
#define HG_MODEL_OUTLINE_BUILD_H

#include "model/outline.h"

enum { HG_OUTLINE_RANKS = 16 };

struct hg_outline_builder {
    struct hg_doc *doc;
    struct hg_arena *arena;
    struct hg_outline *out;
};

/* outline_ends.c: metadata, title, addressee, signature, date, attachments. */
void hg_outline_find_ends(struct hg_outline_builder *b);
/* outline_series.c: 一是 … 二是 …. Headings must stand. */
void hg_outline_find_series(struct hg_outline_builder *b);

#endif
