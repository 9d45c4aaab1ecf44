#include "base/map.h"

#include "base/hash.h"

void hg_map_init(struct hg_map *map, struct hg_arena *arena)
{
    *map = (struct hg_map){.arena = arena};
}

/* The slot of `key`, or the free slot where it belongs. Linear probing at most half full. */
static size_t slot_of(const struct hg_map *map, struct hg_str key, uint64_t hash)
{
    size_t mask = map->slot_count - 1;
    size_t slot = (size_t)hash & mask;

    while (map->slots[slot] != 0) {
        const struct hg_map_entry *entry = &map->entries[map->slots[slot] - 1];

        if (entry->hash == hash && hg_str_equal(entry->key, key)) {
            break;
        }
        slot = (slot + 1) & mask;
    }
    return slot;
}

static void grow(struct hg_map *map)
{
    size_t cap = map->cap == 0 ? 8 : map->cap * 2;

    map->entries = hg_arena_grow(map->arena, map->entries, map->len * sizeof *map->entries,
                                 cap * sizeof *map->entries);
    map->cap = cap;
    map->slot_count = cap * 2;
    map->slots = HG_NEW_ARRAY(map->arena, uint32_t, map->slot_count);
    for (size_t i = 0; i < map->len; i++) {
        map->slots[slot_of(map, map->entries[i].key, map->entries[i].hash)] = (uint32_t)(i + 1);
    }
}

void **hg_map_put(struct hg_map *map, struct hg_str key)
{
    uint64_t hash = hg_hash64(key);
    size_t slot;

    if (map->len == map->cap) {
        grow(map);
    }
    slot = slot_of(map, key, hash);
    if (map->slots[slot] == 0) {
        map->entries[map->len] = (struct hg_map_entry){key, hash, NULL};
        map->slots[slot] = (uint32_t)++map->len;
    }
    return &map->entries[map->slots[slot] - 1].value;
}

void *hg_map_get(const struct hg_map *map, struct hg_str key)
{
    size_t slot;

    if (map->len == 0) {
        return NULL;
    }
    slot = slot_of(map, key, hg_hash64(key));
    return map->slots[slot] != 0 ? map->entries[map->slots[slot] - 1].value : NULL;
}
