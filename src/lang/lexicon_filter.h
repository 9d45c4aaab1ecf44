/* The filter that says of most places of a text that no word begins there, and no near miss.
 *
 * All that is known of two neighbouring characters lies in one line of the cache: bits for “they are
 * a word”, “with this third one they are the front of a word”, “with this neighbour they lead to a
 * phrase”. A bit may be set by chance; one that is not set is never wrong. Used by lang/lexicon
 * alone. */
#ifndef HG_LANG_LEXICON_FILTER_H
#define HG_LANG_LEXICON_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum hg_filter_what {
    HG_FILTER_NEXT,          /* leads to a phrase with the character after the two, … */
    HG_FILTER_SECOND_NEXT,   /* … the second one after them, … */
    HG_FILTER_BEFORE,        /* … the one before them, … */
    HG_FILTER_SECOND_BEFORE, /* … the second one before them */
    HG_FILTER_NEAR,          /* leads to a phrase at all; no neighbour */
    HG_FILTER_WORD,          /* is a word; no neighbour */
    HG_FILTER_FRONT          /* is the front of a word with the character after it */
};

enum { HG_FILTER_LINE_BITS = 12, HG_FILTER_WORDS = 8 << HG_FILTER_LINE_BITS }; /* 64-bit words */

/* `pair`: the two code points, the first in the upper half. */
static inline uint32_t hg_filter_key(uint32_t pair, uint32_t neighbour, enum hg_filter_what what)
{
    return (pair ^ neighbour << 3 ^ (uint32_t)what << 28) * UINT32_C(0x85EBCA6B);
}

static inline uint32_t hg_filter_line(uint32_t pair)
{
    return (pair * UINT32_C(0x9E3779B1)) >> (32 - HG_FILTER_LINE_BITS) << 3;
}

/* Where a key stands first in the table of near misses; its upper bits are the well mixed ones. */
static inline size_t hg_filter_slot(uint32_t key, size_t mask)
{
    return (key >> 13 ^ key) & mask;
}

/* `line`: the address of the pair's line. Two bits of it, by the upper 18 bits of the key. */
static inline bool hg_filter_has(const uint64_t *line, uint32_t key)
{
    return (line[key >> 29] >> (key >> 23 & 63) & line[key >> 20 & 7] >> (key >> 14 & 63) & 1u) != 0;
}

static inline void hg_filter_set(uint64_t *filter, uint32_t pair, uint32_t key)
{
    uint64_t *line = filter + hg_filter_line(pair);

    line[key >> 29] |= UINT64_C(1) << (key >> 23 & 63);
    line[key >> 20 & 7] |= UINT64_C(1) << (key >> 14 & 63);
}

#endif
