/* Text: borrowed slices (hg_str) and growable buffers (hg_buf). All text is UTF-8 unless a name
 * says otherwise; lengths and offsets are bytes. */
#ifndef HG_BASE_STR_H
#define HG_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/arena.h"

/* A borrowed slice; not zero-terminated. Lives as long as what it points into. */
struct hg_str {
    const char *data;
    size_t len;
};

/* A half-open byte range [start, end) of one text. */
struct hg_span {
    size_t start, end;
};

/* A slice of a string literal: the second form is for initialisers of static data. */
#define HG_STR(literal) ((struct hg_str)HG_STR_INIT(literal))
#define HG_STR_INIT(literal) {"" literal, sizeof(literal) - 1}
/* The two arguments that printf's %.*s takes. */
#define HG_FMT(str) ((int)(str).len), ((str).data)

/* These few are asked for at every character of a document, mostly in vain, so they are inline
 * and look at the last byte first: the first ones of two Chinese characters are often equal. */
static inline struct hg_str hg_str_of(const char *terminated)
{
    return (struct hg_str){terminated, strlen(terminated)};
}

static inline struct hg_str hg_str_sub(struct hg_str text, struct hg_span span)
{
    size_t end = span.end < text.len ? span.end : text.len;
    size_t start = span.start < end ? span.start : end;

    return (struct hg_str){text.data + start, end - start};
}

static inline bool hg_str_starts(struct hg_str text, struct hg_str prefix)
{
    return text.len >= prefix.len &&
           (prefix.len == 0 || (text.data[prefix.len - 1] == prefix.data[prefix.len - 1] &&
                                memcmp(text.data, prefix.data, prefix.len) == 0));
}

static inline bool hg_str_ends(struct hg_str text, struct hg_str suffix)
{
    return text.len >= suffix.len &&
           (suffix.len == 0 || (text.data[text.len - 1] == suffix.data[suffix.len - 1] &&
                                memcmp(text.data + text.len - suffix.len, suffix.data,
                                       suffix.len) == 0));
}

static inline bool hg_str_equal(struct hg_str a, struct hg_str b)
{
    return a.len == b.len && hg_str_starts(a, b);
}

static inline bool hg_str_is(struct hg_str text, const char *terminated)
{
    return hg_str_equal(text, hg_str_of(terminated));
}

/* Bytewise order, as strcmp. */
int hg_str_compare(struct hg_str a, struct hg_str b);
/* Offset of the first `needle` at or after `from`; SIZE_MAX if there is none. */
size_t hg_str_find(struct hg_str text, struct hg_str needle, size_t from);
bool hg_str_contains(struct hg_str text, struct hg_str needle);
/* Without ASCII blanks, U+00A0 and U+3000 at either end. */
struct hg_str hg_str_trim(struct hg_str text);
struct hg_str hg_str_copy(struct hg_arena *arena, struct hg_str text);
/* Takes the part of *rest before the next `mark` (or all of it) off its front; false when *rest
 * was exhausted. "a|b" gives "a", "b"; "" gives nothing. */
bool hg_str_split(struct hg_str *rest, char mark, struct hg_str *out);

/* A growable buffer on the heap, always zero-terminated once written to. Zero-initialise it,
 * release it with hg_buf_release. */
struct hg_buf {
    char *data;
    size_t len, cap;
};

#define HG_BUF_INIT {NULL, 0, 0}

void hg_buf_release(struct hg_buf *buf);
/* Empties, keeps the memory. */
void hg_buf_clear(struct hg_buf *buf);
void hg_buf_append(struct hg_buf *buf, const char *bytes, size_t len);
void hg_buf_str(struct hg_buf *buf, struct hg_str text);
void hg_buf_puts(struct hg_buf *buf, const char *terminated);
void hg_buf_putc(struct hg_buf *buf, char byte);
void hg_buf_printf(struct hg_buf *buf, const char *format, ...) HG_PRINTF(2, 3);
/* The code point as UTF-8; U+FFFD for what is none. */
void hg_buf_code_point(struct hg_buf *buf, unsigned code_point);
struct hg_str hg_buf_view(const struct hg_buf *buf);

#endif
