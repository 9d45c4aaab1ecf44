#include "base/utf8.h"

#include <stdlib.h>
#include <utf8proc.h>

/* Length of the well-formed sequence at `at` (RFC 3629, table 3-7 of Unicode); 0 if ill-formed. */
static size_t sequence(struct hg_str text, size_t at, uint32_t *out)
{
    const unsigned char *p = (const unsigned char *)text.data + at;
    size_t left = text.len - at;
    uint32_t c = p[0];

    if (c < 0x80) {
        *out = c;
        return 1;
    }
    if (c >= 0xC2 && c <= 0xDF && left >= 2 && (p[1] & 0xC0) == 0x80) {
        *out = (c & 0x1Fu) << 6 | (p[1] & 0x3Fu);
        return 2;
    }
    if (c >= 0xE0 && c <= 0xEF && left >= 3 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80) {
        uint32_t v = (c & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);

        *out = v;
        return v >= 0x800 && (v < 0xD800 || v > 0xDFFF) ? 3 : 0;
    }
    if (c >= 0xF0 && c <= 0xF4 && left >= 4 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80 &&
        (p[3] & 0xC0) == 0x80) {
        uint32_t v =
            (c & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);

        *out = v;
        return v >= 0x10000 && v <= 0x10FFFF ? 4 : 0;
    }
    return 0;
}

uint32_t hg_utf8_next_rare(struct hg_str text, size_t *at)
{
    uint32_t code_point;
    size_t len = sequence(text, *at, &code_point);

    if (len == 0) {
        *at += 1;
        return 0xFFFD;
    }
    *at += len;
    return code_point;
}

size_t hg_utf8_decode(struct hg_str text, uint32_t *code_points, uint32_t *offsets)
{
    size_t count = 0;

    for (size_t at = 0; at < text.len; count++) {
        size_t len;

        offsets[count] = (uint32_t)at;
        len = sequence(text, at, &code_points[count]);
        if (len == 0) {
            code_points[count] = 0xFFFD;
            len = 1;
        }
        at += len;
    }
    return count;
}

uint32_t hg_utf8_prev(struct hg_str text, size_t *at)
{
    uint32_t code_point;

    for (size_t len = 1; len <= 4 && len <= *at; len++) {
        struct hg_str upto = {text.data, *at};

        if (sequence(upto, *at - len, &code_point) == len) {
            *at -= len;
            return code_point;
        }
    }
    *at -= 1;
    return 0xFFFD;
}

uint32_t hg_utf8_at(struct hg_str text, size_t at)
{
    return at < text.len ? hg_utf8_next(text, &at) : 0;
}

uint32_t hg_utf8_before(struct hg_str text, size_t at)
{
    return at > 0 && at <= text.len ? hg_utf8_prev(text, &at) : 0;
}

size_t hg_utf8_encode(uint32_t c, char out[4])
{
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
        c = 0xFFFD;
    }
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

size_t hg_utf8_valid_until(struct hg_str text)
{
    size_t at = 0;

    while (at < text.len) {
        uint32_t code_point;
        size_t len = sequence(text, at, &code_point);

        if (len == 0) {
            break;
        }
        at += len;
    }
    return at;
}

size_t hg_utf8_count(struct hg_str text)
{
    size_t count = 0;

    for (size_t at = 0; at < text.len; count++) {
        (void)hg_utf8_next(text, &at);
    }
    return count;
}

size_t hg_utf8_offset(struct hg_str text, size_t n)
{
    size_t at = 0;

    while (n > 0 && at < text.len) {
        (void)hg_utf8_next(text, &at);
        n--;
    }
    return at;
}

void hg_utf8_nfc(struct hg_buf *out, struct hg_str text)
{
    utf8proc_uint8_t *normal = NULL;
    utf8proc_ssize_t len =
        utf8proc_map((const utf8proc_uint8_t *)text.data, (utf8proc_ssize_t)text.len, &normal,
                     UTF8PROC_COMPOSE | UTF8PROC_STABLE);

    if (len < 0) {
        hg_buf_str(out, text); /* ill-formed: as it stands */
    } else {
        hg_buf_append(out, (const char *)normal, (size_t)len);
    }
    free(normal); /* utf8proc's own allocation */
}

uint32_t hg_utf8_fold_width(uint32_t code_point)
{
    if (code_point >= 0xFF01 && code_point <= 0xFF5E) {
        return code_point - 0xFF01 + 0x21;
    }
    return code_point == 0x3000 ? 0x20 : code_point;
}

static size_t width_of(uint32_t c)
{
    int width = utf8proc_charwidth((utf8proc_int32_t)c);

    return width > 0 ? (size_t)width : 0;
}

size_t hg_utf8_width(struct hg_str text)
{
    size_t width = 0;

    for (size_t at = 0; at < text.len;) {
        width += width_of(hg_utf8_next(text, &at));
    }
    return width;
}

bool hg_utf8_is_unprintable(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
           c == 0x061C || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) ||
           (c >= 0xE0000 && c <= 0xE0FFF);
}

void hg_utf8_printable(struct hg_buf *out, struct hg_str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t c = hg_utf8_next(text, &at);

        if (c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
            hg_buf_putc(out, ' ');
        } else if (c == 0xFFFD) {
            hg_buf_code_point(out, c);
        } else if (!hg_utf8_is_unprintable(c)) {
            hg_buf_append(out, text.data + start, at - start);
        }
    }
}
