/* Making a lexicon from rows: at build time for the shipped lists, at run time for a user's. */
#ifndef HG_LANG_LEXICON_BUILD_H
#define HG_LANG_LEXICON_BUILD_H

#include "lang/lexicon.h"

struct hg_lexicon_row {
    enum hg_list list;
    struct hg_str cells[HG_LEXICON_CELLS]; /* copied; missing ones are "" */
};

/* Builds a lexicon, all memory from the arena, which must outlive it. Rows keep their order within
 * a list. Words of fewer than two or more than HG_LEXICON_WORD_MOST characters, and words with
 * characters beyond U+FFFF, are not findable: they make the call fail with HG_BAD_SETTINGS and a
 * line that names the word. */
enum hg_status hg_lexicon_build(struct hg_lexicon *out, struct hg_arena *arena,
                                const struct hg_lexicon_row *rows, size_t row_count,
                                struct hg_error *err);

#endif
