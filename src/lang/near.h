/* Near misses: a fixed phrase with one wrong character, or a term with one character missing or
 * added. One error leaves the first or the last two characters of a phrase of four and more
 * intact, and one of their two neighbours: these lead to it. */
#ifndef HG_LANG_NEAR_H
#define HG_LANG_NEAR_H

#include "lang/lexicon.h"
#include "lang/lexicon_filter.h"

enum hg_miss_kind {
    HG_MISS_SOUND,   /* the odd character has the same toneless reading */
    HG_MISS_LOOK,    /* it looks like the right one */
    HG_MISS_NEAR_SOUND, /* -n and -ng, z and zh, c and ch, s and sh, n and l */
    HG_MISS_MISSING, /* one character is missing before `odd` */
    HG_MISS_ADDED    /* the character at `odd` is too many */
};

struct hg_near_search {
    const struct hg_lexicon *lexicon;
    const struct hg_scan *scan;
    struct hg_arena *arena;
    struct hg_lexicon_hits *out;
};

/* Adds the near misses of phrases that the pair at `at` and one of its neighbours lead to; `what` says
 * which neighbour, `key` is that of the three. */
void hg_near_find(const struct hg_near_search *search, size_t at, enum hg_filter_what what,
                  uint32_t key);

#endif
