/* How Han characters sound and look: toneless readings (Unihan) and groups of look-alikes. */
#ifndef HG_LANG_SOUNDS_H
#define HG_LANG_SOUNDS_H

#include <stdbool.h>
#include <stdint.h>

/* True if the two share a toneless reading. */
bool hg_sounds_alike(uint32_t a, uint32_t b);
/* True if they share one once -n and -ng, z and zh, c and ch, s and sh, n and l are one. */
bool hg_sounds_nearly_alike(uint32_t a, uint32_t b);
/* True if they stand in one group of look-alikes. */
bool hg_looks_alike(uint32_t a, uint32_t b);

/* Generated tables over U+4E00 to U+9FFF: readings and groups of each, 0 behind the last. */
enum {
    HG_SOUNDS_FIRST = 0x4E00,
    HG_SOUNDS_END = 0xA000,
    HG_SOUNDS_COUNT = HG_SOUNDS_END - HG_SOUNDS_FIRST,
    HG_SOUNDS_READINGS = 4,
    HG_SOUNDS_GROUPS = 8
};
extern const uint16_t hg_sounds_readings[HG_SOUNDS_COUNT * HG_SOUNDS_READINGS];
extern const uint16_t hg_sounds_groups[HG_SOUNDS_COUNT * HG_SOUNDS_GROUPS];
/* The blurred reading of each reading. */
extern const uint16_t hg_sounds_blurred[];

#endif
