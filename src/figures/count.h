/* Shared by count.c (lists) and count_series.c (一是, 二是 …). Internal. */
#ifndef HG_FIGURES_COUNT_H
#define HG_FIGURES_COUNT_H

#include "figures/scene.h"

/* A claim of the kind COUNT on `span`. */
struct hg_claim *hg_count_claim(struct hg_scene *scene, struct hg_span span);
/* The reading "listed items = stated number"; open: at most. */
void hg_count_read(struct hg_scene *scene, struct hg_claim *claim, int64_t stated,
                   struct hg_span number, int64_t listed, struct hg_span items, bool open);
/* Enters the claim if it holds, or if it may be called wrong. */
void hg_count_finish(struct hg_scene *scene, struct hg_claim *claim, bool may_be_wrong);
/* A whole number from 2 that starts at `at` and counts kinds of things; *end is set past it. */
bool hg_count_number(struct hg_str text, size_t at, int64_t *out, size_t *end);

void hg_count_find_series(struct hg_scene *scene);

#endif
