/* A table as people read it: a grid of places with the heads above, the labels at the left, and
 * the unit that each number is meant in. Everything from the arena; the document is borrowed. */
#ifndef HG_FIGURES_TABLE_GRID_H
#define HG_FIGURES_TABLE_GRID_H

#include "figures/quantity.h"

enum hg_grid_content {
    HG_GRID_BLANK,
    HG_GRID_DASH,   /* — - / 无: none, on purpose */
    HG_GRID_NUMBER, /* one number, perhaps with its unit */
    HG_GRID_TEXT
};

/* One place. Merged cells fill all their places; `origin` marks the first. */
struct hg_grid_place {
    const struct hg_cell *cell; /* null where the row has none */
    const struct hg_paragraph *paragraph; /* the one that holds the text; null if none does */
    struct hg_str text;         /* of all paragraphs, without any blanks */
    struct hg_quantity *quantity; /* NUMBER only; null in places that are no origin */
    uint16_t indent;            /* leading blanks, in half characters */
    uint8_t content;            /* enum hg_grid_content */
    bool origin;
};

enum hg_grid_kind {
    HG_GRID_DATA,
    HG_GRID_HEAD,    /* a row of heads, a column of labels */
    HG_GRID_ORDINAL, /* 序号, 栏次 */
    HG_GRID_UNITS,   /* 计量单位 */
    HG_GRID_SECTION, /* a row that is one label across the table */
    HG_GRID_NOTE     /* 备注, other text between the numbers */
};

enum hg_line_trait {
    HG_LINE_TOTAL = 1u << 0,    /* 合计 总计 共计 小计 by name */
    HG_LINE_SUBTOTAL = 1u << 1, /* 小计 (with TOTAL) */
    HG_LINE_GRAND = 1u << 2,    /* 总计 (with TOTAL) */
    HG_LINE_WHOLE = 1u << 3,    /* 全市 全县 总收入: may be the sum of others, need not */
    HG_LINE_OF_WHICH = 1u << 4, /* 其中：… : part of the line before, the parts may be incomplete */
    HG_LINE_SHARE = 1u << 5,    /* holds percentages or rates: never added, but 占比 */
    HG_LINE_PORTION = 1u << 6,  /* 占比 比重 构成: the shares of one whole */
    HG_LINE_CHANGE = 1u << 7,   /* 增长 增减 同比 比上年 */
    HG_LINE_NO_SUM = 1u << 8,   /* 位次 平均 单价 年份 …: never added */
    HG_LINE_FALL = 1u << 9,     /* 降幅 下降: the rate counts downwards (with CHANGE) */
    HG_LINE_COMPARABLE = 1u << 10, /* 可比价 同口径: not to be computed from nominal figures */
};

enum { HG_GRID_DEPTH = 6 };

/* A row or a column of data with what names it. */
struct hg_grid_line {
    uint32_t at;                        /* row or column */
    struct hg_str path[HG_GRID_DEPTH];  /* outermost first, units left out, no level twice */
    uint32_t depth;
    struct hg_str label;                /* the last of them; empty if it has no name */
    const struct hg_unit *unit;         /* that the head names; null if none */
    int16_t power;
    bool has_unit;
    bool percent;                       /* bare numbers in it are percentages */
    uint16_t indent;
    uint32_t section;                   /* rows: number of section rows above */
    uint32_t traits;                    /* enum hg_line_trait */
};

struct hg_grid {
    const struct hg_table *table;
    uint32_t rows, columns;
    struct hg_grid_place *places; /* row by row */
    uint8_t *row_kinds, *column_kinds; /* enum hg_grid_kind */
    struct hg_str caption;        /* the lines above the table and in its first merged rows */
    const struct hg_unit *unit;   /* of the caption: 单位：万元 */
    int16_t power;
    bool has_unit;
    bool excerpt;                 /* 部分, 前十位 …: the rows need not be all */
    bool two_panels;              /* labels stand again between the numbers */
    struct hg_grid_line *row_lines, *column_lines;
    uint32_t row_count, column_count;
};

/* Null if the table holds no figures to compare, or is too large or too small to be one. */
struct hg_grid *hg_grid_read(struct hg_arena *arena, const struct hg_table *table);

struct hg_grid_place *hg_grid_at(const struct hg_grid *grid, uint32_t row, uint32_t column);

/* table_label.c: what the words of a head say. */
uint32_t hg_grid_traits(struct hg_str label);
/* Takes （万元）, (%), “单位：件” off the end of a head; false if it names no unit. */
bool hg_grid_take_unit(struct hg_str *label, const struct hg_unit **unit, int16_t *power);
/* 万元 -> 元, 4; 件 -> 件, 0. */
bool hg_grid_unit_named(struct hg_str name, const struct hg_unit **unit, int16_t *power);
/* table_line.c: fills row_lines and column_lines and gives the numbers their units. */
void hg_grid_name_lines(struct hg_arena *arena, struct hg_grid *grid);

#endif
