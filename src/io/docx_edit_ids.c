#include "io/docx_edit_ids.h"

#include <stdlib.h>
#include <string.h>

#include "io/markup.h"

void hg_docx_ids_release(struct hg_docx_ids *ids)
{
    HG_HEAP_VEC_FREE(&ids->used);
}

bool hg_docx_id_parse(int32_t *out, struct hg_str text)
{
    char digits[16];
    char *end;
    long value;

    text = hg_str_trim(text);
    if (text.len == 0 || text.len >= sizeof digits) {
        return false;
    }
    memcpy(digits, text.data, text.len);
    digits[text.len] = '\0';
    value = strtol(digits, &end, 10);
    if (*end != '\0' || value < INT32_MIN || value > INT32_MAX) {
        return false;
    }
    *out = (int32_t)value;
    return true;
}

void hg_docx_ids_add(struct hg_docx_ids *ids, int32_t id)
{
    *HG_HEAP_PUSH(&ids->used) = id;
    ids->sorted = false;
}

bool hg_docx_ids_has(const struct hg_docx_ids *ids, int32_t id)
{
    for (size_t i = 0; i < ids->used.len; i++) {
        if (ids->used.items[i] == id) {
            return true;
        }
    }
    return false;
}

static bool is_comment_mark(const struct hg_markup_token *token)
{
    return hg_str_is(token->local, "comment") || hg_str_is(token->local, "commentReference") ||
           hg_str_is(token->local, "commentRangeStart") ||
           hg_str_is(token->local, "commentRangeEnd");
}

void hg_docx_ids_collect(struct hg_docx_ids *ids, struct hg_str part,
                         const struct hg_docx_ids *except)
{
    struct hg_markup scan;
    struct hg_markup_token token;
    int32_t id;

    hg_markup_init(&scan, part);
    while (hg_markup_next(&scan, &token)) {
        if ((token.kind == HG_MARKUP_START || token.kind == HG_MARKUP_EMPTY) &&
            token.ns == HG_MARKUP_NS_W &&
            hg_docx_id_parse(&id, hg_markup_value(&scan, &token, HG_MARKUP_NS_W, "id")) &&
            !(except != NULL && is_comment_mark(&token) && hg_docx_ids_has(except, id))) {
            hg_docx_ids_add(ids, id);
        }
    }
    hg_markup_release(&scan);
}

static int id_order(const void *left, const void *right)
{
    int32_t a = *(const int32_t *)left, b = *(const int32_t *)right;

    return a < b ? -1 : a > b;
}

int32_t hg_docx_ids_next(struct hg_docx_ids *ids)
{
    int32_t highest = -1;

    if (!ids->sorted && ids->used.len > 0) {
        qsort(ids->used.items, ids->used.len, sizeof *ids->used.items, id_order);
        ids->sorted = true;
    }
    if (ids->used.len > 0 && ids->used.items[ids->used.len - 1] > highest) {
        highest = ids->used.items[ids->used.len - 1];
    }
    if (highest < INT32_MAX) {
        *HG_HEAP_PUSH(&ids->used) = highest + 1; /* stays sorted */
        ids->sorted = true;
        return highest + 1;
    }
    /* The top is taken: the lowest free one at or above the last answer. */
    while (bsearch(&(int32_t){(int32_t)ids->next}, ids->used.items, ids->used.len,
                   sizeof *ids->used.items, id_order) != NULL) {
        ids->next++;
    }
    return (int32_t)ids->next++;
}
