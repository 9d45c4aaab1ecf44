/* Units of measure and measure words: what a number counts or measures, and by which factor it
 * relates to the base unit of its dimension. */
#ifndef HG_LANG_UNIT_H
#define HG_LANG_UNIT_H

#include "base/exact.h"

enum hg_dimension {
    HG_DIMENSION_NONE,     /* a bare number */
    HG_DIMENSION_COUNT,    /* 件 人 户 家 …, told apart by `kind` */
    HG_DIMENSION_MONEY,    /* base 元; foreign money differs by `kind` */
    HG_DIMENSION_LENGTH,   /* 米 */
    HG_DIMENSION_AREA,     /* 平方米 */
    HG_DIMENSION_VOLUME,   /* 立方米 */
    HG_DIMENSION_MASS,     /* 千克 */
    HG_DIMENSION_ENERGY,   /* 千瓦时 */
    HG_DIMENSION_POWER,    /* 千瓦 */
    HG_DIMENSION_TIME,     /* by `kind`: seconds, or months */
    HG_DIMENSION_SHARE,    /* %, ‰: base 1 */
    HG_DIMENSION_POINT,    /* 个百分点, 个千分点: base 1 */
    HG_DIMENSION_TIMES,    /* 倍 */
    HG_DIMENSION_DOUBLING, /* 番 */
    HG_DIMENSION_SCORE,    /* 分, 名次 and the like: never added */
    HG_DIMENSION_OTHER,    /* 度, 分贝 …: compared with the same unit only */
};

/* Kinds of things. Numbers of one kind may be added and divided by one another. */
enum hg_unit_kind {
    HG_KIND_ANY,       /* 个: stands for any kind of thing but people */
    HG_KIND_CASE,      /* 件 起 宗 例 */
    HG_KIND_PERSON,    /* 人 名 位 */
    HG_KIND_VISIT,     /* 人次 */
    HG_KIND_TIME,      /* 次 场 期 批 */
    HG_KIND_FIRM,      /* 家 */
    HG_KIND_HOUSEHOLD, /* 户 */
    HG_KIND_ITEM,      /* 项 条 份 篇 */
    HG_KIND_PLACE,     /* 处 所 座 */
    HG_KIND_MACHINE,   /* 台 辆 架 */
    HG_KIND_HOME,      /* 套 间 栋 */
    HG_KIND_OTHER,     /* compared by the unit itself */
    HG_KIND_YUAN,
    HG_KIND_DOLLAR,
    HG_KIND_EURO,
    HG_KIND_HK_DOLLAR,
    HG_KIND_YEN,
    HG_KIND_POUND,
    HG_KIND_SECOND,
    HG_KIND_MONTH,
};

struct hg_unit {
    const char *name;  /* as written in text */
    uint8_t dimension; /* enum hg_dimension */
    uint8_t kind;      /* enum hg_unit_kind */
    bool exact;        /* counted one by one: a whole number of them is exact */
    int64_t num, den;  /* base units in one */
};

/* The longest unit that starts at byte `at`; null if none. *end (if not null) is set past it.
 * 万 and 亿 before a unit belong to the numeral, not to the unit. */
const struct hg_unit *hg_unit_at(struct hg_str text, size_t at, size_t *end);
/* By exact name; null if unknown. 万元 and 亿元 are not units but 元 with a multiplier. */
const struct hg_unit *hg_unit_named(struct hg_str name);
/* Base units in one of this unit. */
struct hg_ratio hg_unit_factor(const struct hg_unit *unit);

/* Same dimension and same thing: numbers of the two can contradict one another. Null is a bare
 * number and agrees with null only. */
bool hg_unit_same(const struct hg_unit *a, const struct hg_unit *b);
/* May stand for the same thing in loose wording: 户 and 家, 件 and 次, 个 and 座. */
bool hg_unit_compatible(const struct hg_unit *a, const struct hg_unit *b);

#endif
