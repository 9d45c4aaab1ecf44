#include "lang/sounds.h"

#include <stddef.h>

static bool is_listed(uint32_t c)
{
    return c >= HG_SOUNDS_FIRST && c < HG_SOUNDS_END;
}

/* True if two rows of `each` numbers share one, once `map` (if any) has been applied. */
static bool share(const uint16_t *left, const uint16_t *right, size_t each, const uint16_t *map)
{
    for (size_t i = 0; i < each && left[i] != 0; i++) {
        for (size_t j = 0; j < each && right[j] != 0; j++) {
            if (map == NULL ? left[i] == right[j] : map[left[i]] == map[right[j]]) {
                return true;
            }
        }
    }
    return false;
}

static bool sound(uint32_t a, uint32_t b, const uint16_t *map)
{
    return is_listed(a) && is_listed(b) &&
           share(hg_sounds_readings + (size_t)(a - HG_SOUNDS_FIRST) * HG_SOUNDS_READINGS,
                 hg_sounds_readings + (size_t)(b - HG_SOUNDS_FIRST) * HG_SOUNDS_READINGS,
                 HG_SOUNDS_READINGS, map);
}

bool hg_sounds_alike(uint32_t a, uint32_t b)
{
    return sound(a, b, NULL);
}

bool hg_sounds_nearly_alike(uint32_t a, uint32_t b)
{
    return sound(a, b, hg_sounds_blurred);
}

bool hg_looks_alike(uint32_t a, uint32_t b)
{
    return is_listed(a) && is_listed(b) &&
           share(hg_sounds_groups + (size_t)(a - HG_SOUNDS_FIRST) * HG_SOUNDS_GROUPS,
                 hg_sounds_groups + (size_t)(b - HG_SOUNDS_FIRST) * HG_SOUNDS_GROUPS,
                 HG_SOUNDS_GROUPS, NULL);
}
