/* Near misses: a fixed phrase with one wrong character, or a term with one character missing or
 * added. One error leaves the first or the last two characters of a phrase of four and more
 * intact, so those two lead to it. */
#ifndef HG_LANG_NEAR_H
#define HG_LANG_NEAR_H

#include "lang/lexicon.h"

enum hg_miss_kind {
    HG_MISS_SOUND,   /* the odd character has the same toneless reading */
    HG_MISS_LOOK,    /* it looks like the right one */
    HG_MISS_NEAR_SOUND, /* -n and -ng, z and zh, c and ch, s and sh, n and l */
    HG_MISS_MISSING, /* one character is missing before `odd` */
    HG_MISS_ADDED    /* the character at `odd` is too many */
};

/* Phrases that characters `at` and `at + 1` begin or end. `symbols` are those of the scan's
 * characters, three more of 0 behind them. */
void hg_near_find(const struct hg_lexicon *lexicon, const struct hg_scan *scan,
                  const uint16_t *symbols, size_t at, struct hg_arena *arena,
                  struct hg_lexicon_hits *out);

#endif
