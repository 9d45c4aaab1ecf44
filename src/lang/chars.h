/* Classes of characters in Chinese official text. */
#ifndef HG_LANG_CHARS_H
#define HG_LANG_CHARS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum hg_char_class {
    HG_CHAR_HAN,        /* ideographs, 〇 and 々 included */
    HG_CHAR_LATIN,      /* letters of any alphabet, half-width */
    HG_CHAR_DIGIT,      /* 0-9 */
    HG_CHAR_FULL_ALNUM, /* full-width letters and digits */
    HG_CHAR_BLANK,      /* blanks of any width, tabs, line breaks */
    HG_CHAR_MARK,       /* Chinese and full-width punctuation, “ ” ‘ ’ — … · included */
    HG_CHAR_HALF_MARK,  /* ASCII punctuation */
    HG_CHAR_OTHER
};

enum hg_char_class hg_char_class(uint32_t code_point);
bool hg_char_is_han(uint32_t code_point);
/* 0-9 and ０-９. */
bool hg_char_is_digit(uint32_t code_point);
/* 零一二三四五六七八九十百千万亿两〇 and the financial forms 壹贰叁 …. */
bool hg_char_is_han_numeral(uint32_t code_point);
/* 。；！？ and their half-width forms; a line break. */
bool hg_char_ends_sentence(uint32_t code_point);
/* What ends a clause: the above and ， ： with their half-width forms. 、 does not. */
bool hg_char_ends_clause(uint32_t code_point);

#endif
