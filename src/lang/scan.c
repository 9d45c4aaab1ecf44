#include "lang/scan.h"

#include <string.h>

#include "base/utf8.h"

enum { SHORT = 3072 }; /* bytes of a text that is decoded on the stack first */

static enum hg_char_class class_of(uint32_t c)
{
    return c - 0x4E00 < 0x5200 ? HG_CHAR_HAN : hg_char_class(c);
}

static void classify(struct hg_scan *scan, struct hg_arena *arena)
{
    uint8_t *kind = hg_arena_alloc(arena, scan->len + 1);
    uint32_t *others;
    size_t count = 0;

    for (size_t i = 0; i < scan->len; i++) {
        kind[i] = (uint8_t)class_of(scan->code[i]);
        count += kind[i] != HG_CHAR_HAN;
    }
    kind[scan->len] = HG_CHAR_OTHER;
    others = HG_NEW_ARRAY(arena, uint32_t, count + 1);
    for (size_t i = 0; i < scan->len; i++) {
        if (kind[i] != HG_CHAR_HAN) {
            others[scan->other_count++] = (uint32_t)i;
        }
    }
    scan->kind = kind;
    scan->others = others;
}

struct hg_scan *hg_scan_build(struct hg_arena *arena, struct hg_str text)
{
    struct hg_scan *scan = HG_NEW(arena, struct hg_scan);
    uint32_t *code, *offset;

    scan->text = text;
    if (text.len < SHORT) { /* what a paragraph holds takes no more room than it has characters */
        uint32_t codes[SHORT], offsets[SHORT];

        scan->len = hg_utf8_decode(text, codes, offsets);
        code = HG_NEW_ARRAY(arena, uint32_t, scan->len + 4);
        offset = HG_NEW_ARRAY(arena, uint32_t, scan->len + 1);
        memcpy(code, codes, scan->len * sizeof *code);
        memcpy(offset, offsets, scan->len * sizeof *offset);
    } else {
        code = HG_NEW_ARRAY(arena, uint32_t, text.len + 4);
        offset = HG_NEW_ARRAY(arena, uint32_t, text.len + 1);
        scan->len = hg_utf8_decode(text, code, offset);
    }
    memset(code + scan->len, 0, 4 * sizeof *code);
    offset[scan->len] = (uint32_t)text.len;
    scan->code = code;
    scan->offset = offset;
    classify(scan, arena);
    return scan;
}

uint32_t hg_scan_before(const struct hg_scan *scan, size_t at)
{
    return at > 0 ? scan->code[at - 1] : 0;
}

struct hg_span hg_scan_span(const struct hg_scan *scan, size_t first, size_t end)
{
    return (struct hg_span){scan->offset[first], scan->offset[end]};
}

size_t hg_scan_index(const struct hg_scan *scan, size_t offset)
{
    size_t low = 0, high = scan->len;

    while (low < high) { /* first character that starts after `offset` */
        size_t middle = low + (high - low) / 2;

        if (scan->offset[middle] <= offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return offset >= scan->text.len || low == 0 ? scan->len : low - 1;
}

bool hg_scan_at(const struct hg_scan *scan, size_t at, struct hg_str literal)
{
    size_t from = scan->offset[at];

    return literal.len <= scan->text.len - from &&
           memcmp(scan->text.data + from, literal.data, literal.len) == 0;
}

bool hg_scan_ends(const struct hg_scan *scan, size_t at, struct hg_str literal)
{
    size_t end = scan->offset[at];

    return literal.len <= end &&
           memcmp(scan->text.data + end - literal.len, literal.data, literal.len) == 0;
}
