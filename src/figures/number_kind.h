/* Inside of quantity.c: what a number is not, and what bare numbers of a list take from it. */
#ifndef HG_FIGURES_NUMBER_KIND_H
#define HG_FIGURES_NUMBER_KIND_H

#include "figures/quantity.h"

/* 第8名, 前三名, 位列第二. */
bool hg_number_is_rank(struct hg_str text, size_t start, const struct hg_unit *unit);
/* 5G  G60  3·15  10:30  007  12345热线  30号 */
bool hg_number_is_code(struct hg_str text, const struct hg_numeral *numeral,
                       const struct hg_unit *unit);
/* 1+6+N: numbers joined by plus signs with no result. */
bool hg_number_is_sum_name(struct hg_str text, const struct hg_numeral *numeral,
                           const struct hg_unit *unit);
/* Chinese numerals that only belong to words: 一些, 千家万户, 十分. */
bool hg_number_is_word(struct hg_str text, const struct hg_numeral *numeral,
                       const struct hg_unit *unit);
/* Past the number that labels a paragraph (1. 1、 1）); 0 if there is none. */
size_t hg_number_label_end(struct hg_str text);

/* Gives the bare numbers items[first .. last) of one sentence the unit of their list. */
void hg_units_lend(struct hg_str text, struct hg_quantity *items, size_t first, size_t last);

#endif
