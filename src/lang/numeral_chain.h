/* Inside of numeral.c: numerals made of digits and multipliers, Chinese or mixed. */
#ifndef HG_LANG_NUMERAL_CHAIN_H
#define HG_LANG_NUMERAL_CHAIN_H

#include "lang/numeral.h"

/* 0 to 9 for 零〇一…九 and the financial and traditional forms; -1 otherwise. 两 is 2. */
int hg_numeral_digit(uint32_t c);
/* 1 2 3 4 8 for 十百千万亿; 0 otherwise. */
int hg_numeral_power(uint32_t c);

/* 0 to 9 for ASCII and full-width digits; -1 otherwise. */
int hg_numeral_arabic_digit(uint32_t c);

/* Arabic digits with grouping and decimals from `at` on; no sign, no multiplier. */
bool hg_numeral_arabic(struct hg_str text, size_t at, struct hg_numeral *out);
/* Multipliers and what follows them, after the Arabic number `out`; or a numeral of Chinese
 * characters from `at` on if `out` holds no number yet (out->digits empty). */
bool hg_numeral_chain(struct hg_str text, size_t at, struct hg_numeral *out);

#endif
