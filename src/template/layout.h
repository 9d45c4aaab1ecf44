/* Layout profiles: page, fonts and spacing of a kind of document (templates/layout/<id>.xml). They
 * drive the skeleton and the layout checks. GB/T 9704-2012 is the default. */
#ifndef HG_TEMPLATE_LAYOUT_H
#define HG_TEMPLATE_LAYOUT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "base/vec.h"
#include "model/doc.h"

enum hg_layout_part {
    HG_LAYOUT_TITLE,
    HG_LAYOUT_ADDRESSEE,
    HG_LAYOUT_BODY,
    HG_LAYOUT_HEADING_1,
    HG_LAYOUT_HEADING_2,
    HG_LAYOUT_HEADING_3,
    HG_LAYOUT_HEADING_4,
    HG_LAYOUT_TABLE,
    HG_LAYOUT_SIGNATURE,
    HG_LAYOUT_PART_COUNT
};

/* Lengths in twips (1/20 pt) unless they say otherwise. */
struct hg_layout_style {
    struct hg_str font, latin;      /* east-asian and ascii */
    HG_VEC(struct hg_str) fonts;    /* font and what counts as the same: a name that holds one of these */
    uint16_t half_points;
    bool bold;
    enum hg_align align;
    int32_t indent;                 /* first line, hundredths of a character */
    int32_t line, before, after;    /* line: exact */
    bool stated;
};

struct hg_layout_footer {
    struct hg_str font;
    uint16_t half_points;
    bool dash;                      /* — 1 — */
    enum hg_align odd, even;
};

struct hg_layout {
    struct hg_str id, name;
    int32_t width, height, top, bottom, left, right, header, footer_distance;
    int32_t tolerance;
    struct hg_layout_style styles[HG_LAYOUT_PART_COUNT];
    struct hg_layout_footer footer;
    bool has_footer;
};

/* A shipped profile, parsed at the first call; the one of GB/T 9704 for an unknown id. */
const struct hg_layout *hg_layout_find(struct hg_str id);
bool hg_layout_exists(struct hg_str id);

/* For tests and users' own: HG_BAD_SETTINGS with "path:line: …". */
enum hg_status hg_layout_read(struct hg_layout **out, struct hg_arena *arena, struct hg_str text,
                              const char *path, struct hg_error *err);

#endif
