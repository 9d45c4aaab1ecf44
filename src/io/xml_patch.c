#include "io/xml_patch.h"

#include <stdlib.h>

void hg_patches_release(struct hg_patches *patches)
{
    HG_HEAP_VEC_FREE(&patches->items);
    hg_buf_release(&patches->texts);
}

void hg_patches_replace(struct hg_patches *patches, struct hg_span old, struct hg_str text)
{
    struct hg_span added = {patches->texts.len, patches->texts.len + text.len};
    size_t order = patches->items.len;

    hg_buf_str(&patches->texts, text);
    *HG_HEAP_PUSH(&patches->items) =
        (struct hg_patch){old.start, old.end - old.start, added, order};
}

void hg_patches_insert(struct hg_patches *patches, size_t at, struct hg_str text)
{
    hg_patches_replace(patches, (struct hg_span){at, at}, text);
}

static int patch_order(const void *left, const void *right)
{
    const struct hg_patch *a = left, *b = right;

    if (a->at != b->at) {
        return a->at < b->at ? -1 : 1;
    }
    if ((a->removed > 0) != (b->removed > 0)) {
        return a->removed > 0 ? 1 : -1;
    }
    return a->order < b->order ? -1 : a->order > b->order;
}

void hg_patches_apply(struct hg_buf *out, struct hg_patches *patches, struct hg_str text)
{
    struct hg_str texts = hg_buf_view(&patches->texts);
    size_t done = 0;

    if (patches->items.len > 1) {
        qsort(patches->items.items, patches->items.len, sizeof *patches->items.items, patch_order);
    }
    for (size_t i = 0; i < patches->items.len; i++) {
        const struct hg_patch *patch = &patches->items.items[i];

        if (patch->at > done) {
            hg_buf_append(out, text.data + done, patch->at - done);
            done = patch->at;
        }
        hg_buf_str(out, hg_str_sub(texts, patch->text));
        if (patch->at + patch->removed > done) {
            done = patch->at + patch->removed;
        }
    }
    hg_buf_append(out, text.data + done, text.len - done);
}
