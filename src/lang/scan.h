/* A text decoded once, for every check that walks its characters: code points, their byte
 * offsets, their classes, and which of them are not Han. Indexes count characters from 0. */
#ifndef HG_LANG_SCAN_H
#define HG_LANG_SCAN_H

#include "lang/chars.h"

struct hg_scan {
    struct hg_str text;
    size_t len;             /* characters */
    const uint32_t *code;   /* len + 4 items; the last four are 0, so code[len + 3] may be read */
    const uint32_t *offset; /* len + 1 items; the last is text.len */
    const uint8_t *kind;    /* len + 1 items, enum hg_char_class; the last is HG_CHAR_OTHER */
    const uint32_t *others; /* indexes of the characters that are not Han, in order */
    size_t other_count;
};

/* Linear in the text. All memory from the arena; `text` is borrowed. */
struct hg_scan *hg_scan_build(struct hg_arena *arena, struct hg_str text);

/* The character before index `at`, 0 at the start. */
uint32_t hg_scan_before(const struct hg_scan *scan, size_t at);
/* The bytes of characters [first, end). */
struct hg_span hg_scan_span(const struct hg_scan *scan, size_t first, size_t end);
/* Index of the character that holds byte `offset`; len at or past the end. */
size_t hg_scan_index(const struct hg_scan *scan, size_t offset);
/* True if the characters from `at` on are exactly `literal`. */
bool hg_scan_at(const struct hg_scan *scan, size_t at, struct hg_str literal);
/* True if the characters that end before `at` are exactly `literal`. */
bool hg_scan_ends(const struct hg_scan *scan, size_t at, struct hg_str literal);

#endif
