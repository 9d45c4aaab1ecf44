/* Quantities: numbers of a paragraph that count or measure something, with what they can mean.
 *
 * Not quantities: dates and periods (tokens of their own), ordinals and 位次, document numbers,
 * names in quotes (“三个规定”), telephone and hotline numbers, codes, 1+6+N. */
#ifndef HG_FIGURES_QUANTITY_H
#define HG_FIGURES_QUANTITY_H

#include "lang/analysis.h"
#include "lang/date.h"
#include "lang/numeral.h"
#include "lang/unit.h"
#include "model/doc.h"

enum hg_approx {
    HG_APPROX_ABOUT = 1u << 0, /* 约 大约 左右 上下: [0.8 n, 1.2 n] */
    HG_APPROX_NEAR = 1u << 1,  /* 近 接近 将近: [0.8 n, n] */
    HG_APPROX_OVER = 1u << 2,  /* 超 超过 逾 突破: (n, unbounded) */
    HG_APPROX_MORE = 1u << 3,  /* 余 多 after the digits: [n, n + one in the last place that is not 0] */
    HG_APPROX_FLOOR = 1u << 4, /* 以上 不少于 至少 不低于: [n, unbounded) */
    HG_APPROX_CEILING = 1u << 5, /* 以下 以内 不超过 不足: [0, n] */
};

enum hg_quantity_flag {
    HG_QUANTITY_RANGE = 1u << 0,     /* 3—5年: from the one to the other */
    HG_QUANTITY_INHERITED = 1u << 1, /* bare number in a list: the unit is that of its neighbour */
    HG_QUANTITY_QUOTED = 1u << 2,    /* inside quotes, yet with a unit of measure */
    HG_QUANTITY_BRACKETED = 1u << 3, /* inside round brackets */
    HG_QUANTITY_TARGET = 1u << 4,    /* aimed at (力争 确保 达到 n 以上), not reported */
    HG_QUANTITY_MULTIPLIER_INHERITED = 1u << 5, /* 3至5万元: the first number's 万 */
    HG_QUANTITY_ITEMS = 1u << 6,     /* 三个方面, 两大任务: announces items rather than counting things */
};

/* One quantity. Spans are bytes of the paragraph's text. */
struct hg_quantity {
    const struct hg_paragraph *paragraph;
    struct hg_span span;      /* with approximators: 约380.6万余人次 */
    struct hg_span unit_span; /* empty if no unit is written */
    struct hg_numeral numeral;
    const struct hg_unit *unit; /* null: a bare number */
    struct hg_ratio shown;      /* as written, in the base unit of the dimension */
    struct hg_ratio step;       /* one in the last shown place, in the base unit; 0: counted exactly */
    struct hg_interval value;   /* what may be meant: precision and approximators together */
    uint16_t approx;            /* enum hg_approx */
    uint16_t flags;             /* enum hg_quantity_flag */
    uint32_t clause;            /* index into the paragraph's analysis */
    uint32_t sentence;
};

/* A date or period of the text. */
struct hg_moment {
    const struct hg_paragraph *paragraph;
    struct hg_date date;
    uint32_t clause, sentence;
};

/* What one paragraph holds, in order of start. */
struct hg_quantities {
    HG_VEC(struct hg_quantity) items;
    HG_VEC(struct hg_moment) moments;
    HG_VEC(size_t) firsts; /* bytes where a 一 may open an enumeration: 一是, 第一，, （一） */
    bool has_note;         /* holds 四舍五入, 下同 or 单位计算: may declare a convention */
};

/* Linear in the text. All memory from the arena. */
void hg_quantities_find(struct hg_arena *arena, struct hg_quantities *out,
                        const struct hg_paragraph *paragraph, const struct hg_analysis *analysis);

/* A table cell that holds one number and perhaps a unit, and nothing else. `unit` (may be null)
 * and `power` (of ten: 4 for 万元) say what a bare number means. False if it holds anything else. */
bool hg_quantity_of_cell(struct hg_quantity *out, const struct hg_paragraph *paragraph,
                         const struct hg_unit *unit, int power);

/* Gives a bare number its unit and multiplier, and computes shown, step and value anew. */
void hg_quantity_set_unit(struct hg_quantity *quantity, const struct hg_unit *unit, int power);

/* No approximator, no range, not vague: the number itself is meant. */
bool hg_quantity_is_plain(const struct hg_quantity *quantity);
/* A share of a whole: %, ‰, 成, 分之. */
bool hg_quantity_is_share(const struct hg_quantity *quantity);

#endif
