#include "lang/sounds.h"

#include <stddef.h>

static const uint16_t *cells(const uint16_t *table, uint32_t c)
{
    return c >= HG_SOUNDS_FIRST && c < HG_SOUNDS_END
               ? table + (size_t)(c - HG_SOUNDS_FIRST) * HG_SOUNDS_EACH
               : NULL;
}

static bool share(const uint16_t *table, const uint16_t *map, uint32_t a, uint32_t b)
{
    const uint16_t *left = cells(table, a), *right = cells(table, b);

    if (left == NULL || right == NULL) {
        return false;
    }
    for (size_t i = 0; i < HG_SOUNDS_EACH && left[i] != 0; i++) {
        for (size_t j = 0; j < HG_SOUNDS_EACH && right[j] != 0; j++) {
            if (map == NULL ? left[i] == right[j] : map[left[i]] == map[right[j]]) {
                return true;
            }
        }
    }
    return false;
}

bool hg_sounds_alike(uint32_t a, uint32_t b)
{
    return share(hg_sounds_readings, NULL, a, b);
}

bool hg_sounds_nearly_alike(uint32_t a, uint32_t b)
{
    return share(hg_sounds_readings, hg_sounds_blurred, a, b);
}

bool hg_looks_alike(uint32_t a, uint32_t b)
{
    return share(hg_sounds_groups, NULL, a, b);
}
