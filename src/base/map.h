/* A map from text to a pointer, in an arena. Iteration follows insertion, so that no output ever
 * depends on hashes. */
#ifndef HG_BASE_MAP_H
#define HG_BASE_MAP_H

#include <stdint.h>

#include "base/str.h"

struct hg_map_entry {
    struct hg_str key; /* borrowed from the caller, must live as long as the map */
    uint64_t hash;
    void *value;
};

struct hg_map {
    struct hg_arena *arena;
    struct hg_map_entry *entries; /* in order of insertion */
    size_t len, cap;
    uint32_t *slots; /* 1-based indexes into entries; 0 is free */
    size_t slot_count;
};

void hg_map_init(struct hg_map *map, struct hg_arena *arena);
/* The value's place for `key`, added with a null value if it was absent. Holds until the next add. */
void **hg_map_put(struct hg_map *map, struct hg_str key);
/* Null if absent. */
void *hg_map_get(const struct hg_map *map, struct hg_str key);

#endif
