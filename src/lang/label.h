/* Numbers of headings and items as they stand at the start of a paragraph or clause:
 * 一、 （一） 1. （1） ① 第一章 一是 首先 (GB/T 9704-2012 7.3.3, GB/T 15834-2011 4.5.3.5). */
#ifndef HG_LANG_LABEL_H
#define HG_LANG_LABEL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum hg_label_style {
    HG_LABEL_NONE,
    HG_LABEL_CHAPTER,       /* 第一章, 第一编 */
    HG_LABEL_PART,          /* 第一部分 */
    HG_LABEL_SECTION,       /* 第一节 */
    HG_LABEL_ARTICLE,       /* 第一条 */
    HG_LABEL_HAN,           /* 一、 一． */
    HG_LABEL_HAN_PAREN,     /* （一） */
    HG_LABEL_DECIMAL,       /* 1. 1． 1、 */
    HG_LABEL_DECIMAL_PAREN, /* （1） 1） */
    HG_LABEL_CIRCLED,       /* ① ⑴ */
    HG_LABEL_MULTI,         /* 1.1 1.1.1 */
    HG_LABEL_LETTER,        /* A. a) */
    HG_LABEL_IS,            /* 一是 二是 */
    HG_LABEL_DI,            /* 第一， 第二、 */
    HG_LABEL_ADVERB,        /* 首先 其次 再次 最后 */
    HG_LABEL_STYLE_COUNT
};

struct hg_label_parse {
    enum hg_label_style style;
    uint32_t value;       /* 1, 2, 3 …; for 1.2.3 the last number; for 最后 0 */
    uint32_t depth;       /* numbers in a HG_LABEL_MULTI label; 1 otherwise */
    struct hg_span span;  /* the label with its closing mark and the blanks after it */
    struct hg_span digits;/* the number alone */
    bool half_width;      /* brackets or dot are half-width where a full-width one is usual */
    uint32_t mark;        /* what closes it: 、 . ． ） ) ， 0 */
};

/* Parses a label at byte `at`, blanks before it allowed. False if there is none. */
bool hg_label_parse(struct hg_str text, size_t at, struct hg_label_parse *out);

/* Reads a Chinese numeral of a date at *at and moves past it: digit by digit (二〇二四) or counted
 * (十二, 三十一). False if there is none. */
bool hg_label_read_han_date(struct hg_str text, size_t *at, uint32_t *value);

/* Appends the label of this style and value as 公文 write it: 一、 （一） 1. （1） ① */
void hg_label_write(struct hg_buf *out, enum hg_label_style style, uint32_t value);

#endif
