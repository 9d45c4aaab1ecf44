#include "lang/scan.h"

#include <string.h>

#include "base/utf8.h"

struct hg_scan *hg_scan_build(struct hg_arena *arena, struct hg_str text)
{
    struct hg_scan *scan = HG_NEW(arena, struct hg_scan);
    size_t room = text.len + 1;
    uint32_t *code = HG_NEW_ARRAY(arena, uint32_t, room);
    uint32_t *offset = HG_NEW_ARRAY(arena, uint32_t, room);
    uint8_t *kind;
    uint32_t *others;

    scan->text = text;
    scan->len = hg_utf8_decode(text, code, offset);
    code[scan->len] = 0;
    offset[scan->len] = (uint32_t)text.len;
    kind = HG_NEW_ARRAY(arena, uint8_t, scan->len + 1);
    for (size_t i = 0; i < scan->len; i++) {
        kind[i] = (uint8_t)hg_char_class(code[i]);
        scan->other_count += kind[i] != HG_CHAR_HAN;
    }
    kind[scan->len] = HG_CHAR_OTHER;
    others = HG_NEW_ARRAY(arena, uint32_t, scan->other_count + 1);
    for (size_t i = 0, count = 0; i < scan->len; i++) {
        if (kind[i] != HG_CHAR_HAN) {
            others[count++] = (uint32_t)i;
        }
    }
    scan->code = code;
    scan->offset = offset;
    scan->kind = kind;
    scan->others = others;
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
