/* UTF-8: the only place that does byte arithmetic on characters. Alone sees utf8proc. */
#ifndef HG_BASE_UTF8_H
#define HG_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* hg_utf8_next for what is neither ASCII nor of three bytes, and for what is ill-formed. */
uint32_t hg_utf8_next_rare(struct hg_str text, size_t *at);

/* Decodes the character at `at` and moves *at past it. Ill-formed bytes give U+FFFD, one byte at
 * a time, so every call moves forward. `*at < text.len` is required. */
static inline uint32_t hg_utf8_next(struct hg_str text, size_t *at)
{
    const unsigned char *p = (const unsigned char *)text.data + *at;

    if (p[0] < 0x80) {
        *at += 1;
        return p[0];
    }
    /* U+1000 to U+CFFF, where no sequence is over-long and none is a surrogate: Chinese text. */
    if (p[0] >= 0xE1 && p[0] <= 0xEC && text.len - *at >= 3 && (p[1] & 0xC0) == 0x80 &&
        (p[2] & 0xC0) == 0x80) {
        *at += 3;
        return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    }
    return hg_utf8_next_rare(text, at);
}

/* Decodes the character that ends at *at and moves *at to its start. `*at > 0` is required. */
uint32_t hg_utf8_prev(struct hg_str text, size_t *at);
/* The character at `at`, 0 at or past the end. */
uint32_t hg_utf8_at(struct hg_str text, size_t at);
/* The character that ends at `at`, 0 at the start. */
uint32_t hg_utf8_before(struct hg_str text, size_t at);
/* Decodes the whole text as hg_utf8_next does: code_points[i] stands at byte offsets[i]. Both arrays
 * have room for text.len items; returns how many were written. */
size_t hg_utf8_decode(struct hg_str text, uint32_t *code_points, uint32_t *offsets);
/* Writes 1 to 4 bytes, returns how many. */
size_t hg_utf8_encode(uint32_t code_point, char out[4]);
/* Offset of the first ill-formed byte; text.len if the text is well-formed. */
size_t hg_utf8_valid_until(struct hg_str text);
/* Code points in the text. */
size_t hg_utf8_count(struct hg_str text);
/* Byte offset of the n-th code point; text.len past the end. */
size_t hg_utf8_offset(struct hg_str text, size_t n);
/* Appends the NFC form (Unicode normalisation form C). */
void hg_utf8_nfc(struct hg_buf *out, struct hg_str text);
/* NFKC of one character where that is a single character (full-width forms to ASCII), else itself. */
uint32_t hg_utf8_fold_width(uint32_t code_point);
/* Columns on a terminal: 0, 1 or 2 each character (East Asian Width), summed. Ambiguous marks such
 * as “ ” — … count 1, as the C library and terminals count them by default. */
size_t hg_utf8_width(struct hg_str text);
/* C0 and C1 controls, DEL, bidi controls, zero-width characters, noncharacters: what must never
 * reach a terminal from a document. */
bool hg_utf8_is_unprintable(uint32_t code_point);
/* Appends the text without unprintable characters; a tab or newline becomes one space. */
void hg_utf8_printable(struct hg_buf *out, struct hg_str text);

#endif
