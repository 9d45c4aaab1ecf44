/* Packing a trie of words into a double array (lang/lexicon.h says how it is read). */
#ifndef HG_LANG_DOUBLE_ARRAY_H
#define HG_LANG_DOUBLE_ARRAY_H

#include "lang/lexicon.h"

struct hg_double_array {
    struct hg_arena *arena;
    const uint16_t *spelling;   /* the words, sorted, each spelling[spellings[i] .. [i + 1]) … */
    const uint32_t *spellings;  /* … of symbols from 1 */
    size_t word_count;
    HG_VEC(struct hg_lexicon_unit) units; /* the result */
    size_t free_hint;           /* no free unit lies before it */
};

void hg_double_array_build(struct hg_double_array *array);

#endif
