/* Numbers as Word prints them in lists (ST_NumberFormat: ECMA-376 part 1, 17.18.59). */
#ifndef HG_IO_DOCX_NUMBER_FORMAT_H
#define HG_IO_DOCX_NUMBER_FORMAT_H

#include <stdint.h>

#include "base/str.h"

enum hg_number_format {
    HG_NUMBER_DECIMAL, /* and whatever is not listed here */
    HG_NUMBER_NONE,
    HG_NUMBER_BULLET,
    HG_NUMBER_UPPER_ROMAN,
    HG_NUMBER_LOWER_ROMAN,
    HG_NUMBER_UPPER_LETTER,
    HG_NUMBER_LOWER_LETTER,
    HG_NUMBER_ORDINAL,
    HG_NUMBER_CARDINAL_TEXT,
    HG_NUMBER_ORDINAL_TEXT,
    HG_NUMBER_HEX,
    HG_NUMBER_CHICAGO,
    HG_NUMBER_DECIMAL_ZERO,
    HG_NUMBER_ZERO_3, /* custom formats "001, 002", "0001 …", "00001 …" */
    HG_NUMBER_ZERO_4,
    HG_NUMBER_ZERO_5,
    HG_NUMBER_IN_DASH,
    HG_NUMBER_FULL_WIDTH,
    HG_NUMBER_CIRCLE,
    HG_NUMBER_FULL_STOP,
    HG_NUMBER_PAREN,
    HG_NUMBER_IDEOGRAPH_CIRCLE,
    HG_NUMBER_HAN_COUNTING,          /* chineseCounting: 九十九, then digits 一〇〇 */
    HG_NUMBER_HAN_THOUSAND,          /* chineseCountingThousand: 一百零一 */
    HG_NUMBER_TAIWAN_COUNTING,
    HG_NUMBER_TAIWAN_THOUSAND,
    HG_NUMBER_JAPANESE_COUNTING,     /* 百一 */
    HG_NUMBER_HAN_DIGITAL,           /* ideographDigital: 一〇 */
    HG_NUMBER_TAIWAN_DIGITAL,        /* 一○ */
    HG_NUMBER_HEAVENLY_STEMS,        /* ideographTraditional: 甲 乙 */
    HG_NUMBER_EARTHLY_BRANCHES,      /* ideographZodiac: 子 丑 */
    HG_NUMBER_SEXAGENARY,            /* ideographZodiacTraditional: 甲子 乙丑 */
    HG_NUMBER_LEGAL_SIMPLIFIED,      /* 壹 贰 叁 */
    HG_NUMBER_LEGAL_TRADITIONAL,     /* 壹 貳 參 */
    HG_NUMBER_LEGAL_JAPANESE,        /* 壱 弐 参 */
};

/* `value` is w:numFmt's w:val, `custom` its w:format ("" if none). */
enum hg_number_format hg_number_format_of(struct hg_str value, struct hg_str custom);

/* Appends the number; nothing for NONE and BULLET. Beyond what a format can say it is decimal. */
void hg_number_format_put(struct hg_buf *out, enum hg_number_format format, uint32_t number);

#endif
