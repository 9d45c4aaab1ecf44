/* Dates and periods: that they exist, run forward, and fit the report's own time. */
#ifndef HG_FIGURES_PERIOD_H
#define HG_FIGURES_PERIOD_H

#include "figures/ledger.h"
#include "model/outline.h"

/* What a period claim is about (hg_claim.aspect). */
enum hg_period_aspect {
    HG_PERIOD_EXISTS,   /* 2月30日 */
    HG_PERIOD_WEEKDAY,  /* 2023年6月30日（星期四） */
    HG_PERIOD_FORWARD,  /* 2022年至2018年 */
    HG_PERIOD_LENGTH,   /* 2018—2022年三年间 */
    HG_PERIOD_UNTIL,    /* 截至 a day after the report's own */
    HG_PERIOD_TITLE,    /* the title's period against headings and opening */
    HG_PERIOD_BEYOND,   /* a half-year report that speaks of what came later */
    HG_PERIOD_LATE,     /* dated long after the period it reports on */
    HG_PERIOD_STALE,    /* a plan for a year that is over */
    HG_PERIOD_COMPARED, /* 较上月同比 */
};

/* period.c: what each date tells by itself. */
void hg_periods_claim(struct hg_arena *arena, struct hg_ledger *ledger);
/* period_report.c: dates against the report's own title, date and sections. */
void hg_periods_claim_report(struct hg_arena *arena, struct hg_ledger *ledger,
                             const struct hg_outline *outline);

/* A claim about dates, anchored at the first place; its verdict and working are the caller's. */
struct hg_claim *hg_period_claim(struct hg_arena *arena, struct hg_ledger *ledger,
                                 enum hg_period_aspect aspect, const struct hg_paragraph *paragraph,
                                 struct hg_span span);
/* Adds a date or a word to what the claim rests on; `value` is yyyymmdd as far as it is said. */
void hg_period_rest(struct hg_arena *arena, struct hg_claim *claim,
                    const struct hg_paragraph *paragraph, struct hg_span span, int64_t value);
int64_t hg_period_value(struct hg_date_point point);
void hg_period_verdict(struct hg_arena *arena, struct hg_claim *claim, enum hg_verdict verdict,
                       enum hg_reason reason, const char *format, ...) HG_PRINTF(5, 6);

#endif
