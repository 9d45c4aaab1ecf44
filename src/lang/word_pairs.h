/* Common words of two characters: whether a character that looks out of place makes a word with its
 * neighbour. */
#ifndef HG_LANG_WORD_PAIRS_H
#define HG_LANG_WORD_PAIRS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool hg_word_pair(uint32_t first, uint32_t second);

/* Generated from checks/wording/word_pairs.tsv: first << 16 | second, ascending. */
extern const uint32_t hg_word_pairs[];
extern const size_t hg_word_pair_count;

#endif
