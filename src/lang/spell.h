/* Spelling of Latin words. Alone sees hunspell. One dictionary for the whole process, loaded when the
 * first word needs it, behind a mutex: hunspell handles are not safe to share. */
#ifndef HG_LANG_SPELL_H
#define HG_LANG_SPELL_H

#include <stdbool.h>

#include "base/str.h"
#include "base/vec.h"

enum { HG_SPELL_WORD_MOST = 40 }; /* letters; longer words are taken as right */

/* False if the dictionary is not installed: then every word is taken as right. */
bool hg_spell_available(void);
bool hg_spell_right(struct hg_str word);

struct hg_spell_words {
    HG_VEC(struct hg_str) items;
};
/* What may have been meant, best first. 30 to 120 ms a word: for few words only. */
void hg_spell_suggest(struct hg_str word, struct hg_arena *arena, struct hg_spell_words *out);

#endif
