#include "base/str.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

int hg_str_compare(struct hg_str a, struct hg_str b)
{
    size_t common = a.len < b.len ? a.len : b.len;
    int order = common > 0 ? memcmp(a.data, b.data, common) : 0;

    if (order != 0) {
        return order;
    }
    return a.len < b.len ? -1 : a.len > b.len;
}

/* Words are looked for in clauses and paragraphs by the thousand: four bytes are a character and
 * the start of the next, and nearly always tell. What is long goes to memmem, which is linear
 * whatever it is given. */
enum { WORD = 4, FIND_SHORT = 1024 };

static size_t find_word(struct hg_str text, struct hg_str needle, size_t from)
{
    uint32_t want, have;

    memcpy(&want, needle.data, WORD);
    for (size_t at = from; at + needle.len <= text.len; at++) {
        memcpy(&have, text.data + at, WORD);
        if (have == want &&
            memcmp(text.data + at + WORD, needle.data + WORD, needle.len - WORD) == 0) {
            return at;
        }
    }
    return SIZE_MAX;
}

/* One character of three bytes. */
static size_t find_character(struct hg_str text, struct hg_str needle, size_t from)
{
    uint16_t want, have;

    memcpy(&want, needle.data + 1, sizeof want);
    for (size_t at = from; at + needle.len <= text.len; at++) {
        memcpy(&have, text.data + at + 1, sizeof have);
        if (have == want && text.data[at] == needle.data[0]) {
            return at;
        }
    }
    return SIZE_MAX;
}

size_t hg_str_find(struct hg_str text, struct hg_str needle, size_t from)
{
    const char *hit;

    if (from > text.len || needle.len == 0) {
        return from <= text.len ? from : SIZE_MAX;
    }
    if (needle.len > text.len - from) {
        return SIZE_MAX;
    }
    if (needle.len >= WORD && text.len - from <= FIND_SHORT) {
        return find_word(text, needle, from);
    }
    if (needle.len == 3) {
        return find_character(text, needle, from);
    }
    hit = memmem(text.data + from, text.len - from, needle.data, needle.len);
    return hit != NULL ? (size_t)(hit - text.data) : SIZE_MAX;
}

bool hg_str_contains(struct hg_str text, struct hg_str needle)
{
    return hg_str_find(text, needle, 0) != SIZE_MAX;
}

/* Bytes of the blank that starts (or, with `back`, ends) the text; 0 if none does. */
static size_t blank_len(struct hg_str text, bool back)
{
    static const struct hg_str blanks[] = {
        HG_STR_INIT(" "),  HG_STR_INIT("\t"),       HG_STR_INIT("\n"),
        HG_STR_INIT("\r"), HG_STR_INIT("\xC2\xA0"), HG_STR_INIT("\xE3\x80\x80")};

    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++) {
        if (back ? hg_str_ends(text, blanks[i]) : hg_str_starts(text, blanks[i])) {
            return blanks[i].len;
        }
    }
    return 0;
}

struct hg_str hg_str_trim(struct hg_str text)
{
    size_t len;

    while ((len = blank_len(text, false)) > 0) {
        text.data += len;
        text.len -= len;
    }
    while ((len = blank_len(text, true)) > 0) {
        text.len -= len;
    }
    return text;
}

struct hg_str hg_str_copy(struct hg_arena *arena, struct hg_str text)
{
    return (struct hg_str){hg_arena_strndup(arena, text.data, text.len), text.len};
}

bool hg_str_split(struct hg_str *rest, char mark, struct hg_str *out)
{
    const char *hit;

    if (rest->data == NULL || rest->len == 0) {
        return false;
    }
    hit = memchr(rest->data, mark, rest->len);
    if (hit == NULL) {
        *out = *rest;
        rest->data += rest->len;
        rest->len = 0;
    } else {
        *out = (struct hg_str){rest->data, (size_t)(hit - rest->data)};
        rest->len -= out->len + 1;
        rest->data = hit + 1;
    }
    return true;
}

static void buf_reserve(struct hg_buf *buf, size_t more)
{
    size_t cap = buf->cap == 0 ? 64 : buf->cap;

    if (more > SIZE_MAX / 4 || buf->len > SIZE_MAX / 4) {
        hg_oom();
    }
    while (cap < buf->len + more + 1) {
        cap *= 2;
    }
    if (cap != buf->cap) {
        buf->data = hg_heap_realloc(buf->data, cap);
        buf->cap = cap;
    }
}

void hg_buf_release(struct hg_buf *buf)
{
    hg_heap_free(buf->data);
    *buf = (struct hg_buf)HG_BUF_INIT;
}

void hg_buf_clear(struct hg_buf *buf)
{
    buf->len = 0;
    if (buf->data != NULL) {
        buf->data[0] = '\0';
    }
}

void hg_buf_append(struct hg_buf *buf, const char *bytes, size_t len)
{
    buf_reserve(buf, len);
    if (len > 0) {
        memcpy(buf->data + buf->len, bytes, len);
    }
    buf->len += len;
    buf->data[buf->len] = '\0';
}

void hg_buf_str(struct hg_buf *buf, struct hg_str text)
{
    hg_buf_append(buf, text.data, text.len);
}

void hg_buf_puts(struct hg_buf *buf, const char *terminated)
{
    hg_buf_append(buf, terminated, strlen(terminated));
}

void hg_buf_putc(struct hg_buf *buf, char byte)
{
    hg_buf_append(buf, &byte, 1);
}

void hg_buf_printf(struct hg_buf *buf, const char *format, ...)
{
    va_list args;
    int len;

    va_start(args, format);
    len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0) {
        return;
    }
    buf_reserve(buf, (size_t)len);
    va_start(args, format);
    (void)vsnprintf(buf->data + buf->len, (size_t)len + 1, format, args);
    va_end(args);
    buf->len += (size_t)len;
}

void hg_buf_code_point(struct hg_buf *buf, unsigned code_point)
{
    char bytes[4];

    hg_buf_append(buf, bytes, hg_utf8_encode(code_point, bytes));
}

struct hg_str hg_buf_view(const struct hg_buf *buf)
{
    return (struct hg_str){buf->data != NULL ? buf->data : "", buf->len};
}
