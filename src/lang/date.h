/* Dates and periods of a text. */
#ifndef HG_LANG_DATE_H
#define HG_LANG_DATE_H

#include <stdint.h>

#include "base/str.h"

enum hg_date_kind {
    HG_DATE_DAY,      /* 2023年6月30日, 6月30日, 2023-06-30 */
    HG_DATE_MONTH,    /* 2023年6月, 6月份 */
    HG_DATE_QUARTER,  /* 一季度, 2023年第三季度 */
    HG_DATE_HALF,     /* 上半年, 2023年下半年 */
    HG_DATE_YEAR,     /* 2023年, 二〇二三年度 */
    HG_DATE_RANGE,    /* 1—6月, 2018—2022年, 2023年1月至6月, 前三季度 */
    HG_DATE_PLAN,     /* “十三五”期间 */
    HG_DATE_RELATIVE, /* 今年 去年 上年 今年以来 半年来 截至目前: see `relative` */
    HG_DATE_WEEKDAY,  /* 星期五 周五 */
    HG_DATE_DURATION, /* 五年来, 近三年, 三年间: `years` long */
};

enum hg_relative {
    HG_RELATIVE_NONE,
    HG_RELATIVE_THIS_YEAR, /* 今年 本年 全年 */
    HG_RELATIVE_LAST_YEAR, /* 去年 上年 */
    HG_RELATIVE_YEAR_BEFORE_LAST,
    HG_RELATIVE_NEXT_YEAR,
    HG_RELATIVE_SAME_PERIOD, /* 上年同期 去年同期 同期 */
    HG_RELATIVE_NOW,         /* 目前 截至目前 至今 */
    HG_RELATIVE_THIS_MONTH,
    HG_RELATIVE_LAST_MONTH,
    HG_RELATIVE_LAST_QUARTER,
    HG_RELATIVE_HALF_YEAR, /* 半年来 */
};

enum hg_date_flag {
    HG_DATE_SINCE = 1u << 0,       /* 以来 follows: 今年以来 */
    HG_DATE_IMPOSSIBLE = 1u << 1,  /* month 13, 30 February: fields are as written */
    HG_DATE_SHORT_YEAR = 1u << 2,  /* 23年: the year is as written, below 100 */
    HG_DATE_BACKWARDS = 1u << 3,   /* a range whose end lies before its start */
    HG_DATE_CHINESE = 1u << 4,     /* written with Chinese numerals */
    HG_DATE_PERIOD_WORD = 1u << 5, /* 期间 时期 年间 is part of it */
    HG_DATE_UNTIL = 1u << 6,       /* 截至 or 截止 stands before it (not part of the span) */
};

/* A day, month or year, as far as it is said. */
struct hg_date_point {
    int32_t year;       /* 0 if not said */
    uint8_t month, day; /* 0 if not said */
};

/* One date or period as written. */
struct hg_date {
    struct hg_span span;
    enum hg_date_kind kind;
    enum hg_relative relative;
    struct hg_date_point from, to; /* to equals from unless RANGE; QUARTER and HALF give months */
    uint8_t quarter;               /* 1 to 4 for QUARTER */
    uint8_t plan;                  /* 13 for “十三五” */
    uint8_t weekday;               /* 1 Monday … 7 Sunday */
    uint16_t years;                /* DURATION */
    uint32_t flags;                /* enum hg_date_flag */
};

/* Parses the date or period that starts at byte `at`, the longest reading. False if none does.
 * A number that only might be a date (3天, 12个月, 1.5年) is none. */
bool hg_date_parse(struct hg_str text, size_t at, struct hg_date *out);
/* A quick test on the character at `at`, before hg_date_parse. */
bool hg_date_may_start(uint32_t code_point);

/* Days in a month (1 to 12), Gregorian. Year 0 (not said) counts as a leap year. */
unsigned hg_date_days_in_month(int32_t year, unsigned month);
/* Days since 1970-01-01; the date must exist. */
int64_t hg_date_day_number(int32_t year, unsigned month, unsigned day);
/* 1 Monday … 7 Sunday. */
unsigned hg_date_weekday(int32_t year, unsigned month, unsigned day);
/* Compares as far as both points say; 0 where they say nothing that differs. */
int hg_date_compare(struct hg_date_point a, struct hg_date_point b);

#endif
