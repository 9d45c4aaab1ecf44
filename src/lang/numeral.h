/* Numerals of a text, both ways: 1,234.5万, ２５％, 2万5千, 九十八点八, 百分之三, 十几, 三成五. */
#ifndef HG_LANG_NUMERAL_H
#define HG_LANG_NUMERAL_H

#include "base/exact.h"

enum hg_numeral_flag {
    HG_NUMERAL_CHINESE = 1u << 0,    /* written with Chinese characters other than 万 亿 */
    HG_NUMERAL_GROUPED = 1u << 1,    /* thousands set off: 12,345 or 12 345 */
    HG_NUMERAL_FULL_WIDTH = 1u << 2,
    HG_NUMERAL_DECIMAL = 1u << 3,    /* has a decimal point */
    HG_NUMERAL_SHARE = 1u << 4,      /* % ‰ 百分之 三分之二 三成 半数: value is the fraction itself */
    HG_NUMERAL_FRACTION = 1u << 5,   /* 三分之二, 半数: exact as said, no shown decimals */
    HG_NUMERAL_DIGITS = 1u << 6,     /* a run of Chinese digits: 二〇二三 */
    HG_NUMERAL_VAGUE = 1u << 7,      /* 十几, 几十, 数百, 两三, 30余万: value < high */
    HG_NUMERAL_LEADING_ZERO = 1u << 8, /* 007: a code, not a count */
    HG_NUMERAL_TOO_LONG = 1u << 9,   /* does not fit: no value */
    HG_NUMERAL_NEGATIVE = 1u << 10,
    HG_NUMERAL_CHAIN = 1u << 11,     /* 2万5千 */
    HG_NUMERAL_TENTHS = 1u << 12,    /* 三成, 三成五 */
    HG_NUMERAL_PERMILLE = 1u << 13,  /* ‰, 千分之 */
};

/* One numeral. */
struct hg_numeral {
    struct hg_span span;    /* sign, digits, multipliers and percent sign; no unit */
    struct hg_span digits;  /* the digits before any multiplier or percent sign */
    struct hg_ratio value;  /* as shown; the low end if VAGUE */
    struct hg_ratio high;   /* = value unless VAGUE (then the greatest, attained) */
    struct hg_ratio step;   /* one in the last shown place: 0.1万 -> 1000, 98.1% -> 1/1000 */
    int16_t decimals;       /* decimals shown, before multiplier or percent sign */
    int16_t power;          /* multiplier as a power of ten: 万 4, 亿 8, 万亿 12 */
    uint32_t flags;         /* enum hg_numeral_flag */
};

/* Parses the numeral that starts at byte `at`, the longest that can be read. False if none starts
 * there. Cost is linear in what is read; out->span.end > at on success. */
bool hg_numeral_parse(struct hg_str text, size_t at, struct hg_numeral *out);

/* True if a numeral may start with this character: a quick test before hg_numeral_parse. */
bool hg_numeral_may_start(uint32_t code_point);

/* The whole number that fills the text, Chinese or Arabic: 十二 -> 12. False otherwise. */
bool hg_numeral_whole(struct hg_str text, int64_t *out);

/* Appends n in Chinese counting form: 120 -> 一百二十, 10006 -> 一万零六. */
void hg_numeral_write_chinese(struct hg_buf *out, int64_t n);
/* Appends digit by digit, for years: 2023 -> 二〇二三. n >= 0. */
void hg_numeral_write_digits(struct hg_buf *out, int64_t n);

#endif
