#include "base/vec.h"

#include <stdint.h>
#include <string.h>

void *hg_vec_more(struct hg_arena *arena, void *items, size_t *cap, size_t item_size)
{
    size_t old_cap = *cap;
    size_t new_cap = old_cap == 0 ? 8 : old_cap * 2;
    unsigned char *grown;

    if (new_cap > SIZE_MAX / 2 / item_size) {
        hg_oom();
    }
    *cap = new_cap;
    if (arena != NULL) {
        return hg_arena_grow(arena, items, old_cap * item_size, new_cap * item_size);
    }
    grown = hg_heap_realloc(items, new_cap * item_size);
    memset(grown + old_cap * item_size, 0, (new_cap - old_cap) * item_size);
    return grown;
}
