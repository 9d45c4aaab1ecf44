/* Claims: relations between figures that the document asserts, with every admissible reading, a
 * verdict and the working. */
#ifndef HG_FIGURES_CLAIM_H
#define HG_FIGURES_CLAIM_H

#include "figures/quantity.h"

enum hg_relation {
    HG_RELATION_RATE,        /* "rate": part ÷ whole = stated share */
    HG_RELATION_SUM,         /* "sum": parts make up the whole */
    HG_RELATION_GROWTH,      /* "growth": current, previous, difference, rate */
    HG_RELATION_DIFFERENCE,  /* "difference": percentage points between two rates */
    HG_RELATION_MULTIPLE,    /* "multiple": 倍, 番 */
    HG_RELATION_CONTAINMENT, /* "containment": part <= whole */
    HG_RELATION_COUNT,       /* "count": listed items = stated number */
    HG_RELATION_AVERAGE,     /* "average": 人均, 年均 */
    HG_RELATION_AGREEMENT,   /* "agreement": the same quantity said twice */
    HG_RELATION_TABLE_SUM,   /* "table-sum" */
    HG_RELATION_TABLE_RATE,  /* "table-rate" */
    HG_RELATION_TABLE_TEXT,  /* "table-text" */
    HG_RELATION_PERIOD,      /* "period" */
    HG_RELATION_COUNT_OF     /* number of kinds */
};

/* Outward names (JSON), constant. */
const char *hg_relation_name(enum hg_relation relation);
/* 比率 合计 增减 … for people. */
const char *hg_relation_label(enum hg_relation relation);

enum hg_verdict {
    HG_VERDICT_CONSISTENT,
    HG_VERDICT_TRUNCATED,    /* right only if cut off instead of rounded */
    HG_VERDICT_WRONG,        /* disjoint under every admissible reading and rounding */
    HG_VERDICT_UNVERIFIABLE, /* see the reason */
};

const char *hg_verdict_name(enum hg_verdict verdict);  /* "consistent" … */
const char *hg_verdict_label(enum hg_verdict verdict); /* 一致 疑为截尾 不一致 无法核验 */

enum hg_reason {
    HG_REASON_NONE,
    HG_REASON_NO_WHOLE,       /* the whole or base is not given */
    HG_REASON_NO_PART,
    HG_REASON_OPEN_PARTITION, /* parts need not make up the whole */
    HG_REASON_DEF_AMBIGUOUS,  /* the rate's definition leaves room */
    HG_REASON_STOCK_FLOW,     /* carried-over stock may be involved */
    HG_REASON_SCOPE_DIFF,     /* the figures may differ in period or scope */
    HG_REASON_APPROX,         /* approximate figures do not decide it */
    HG_REASON_CALIBRE,        /* comparable prices, same calibre, adjusted */
    HG_REASON_TARGET,         /* an aim, not a result */
    HG_REASON_OVERFLOW,       /* numbers too large to compute exactly */
    HG_REASON_SUSPECT,        /* does not fit, but a gate for `wrong` is missing */
    HG_REASON_COUNT
};

const char *hg_reason_code(enum hg_reason reason);  /* "NO_WHOLE" …; "" for NONE */
const char *hg_reason_label(enum hg_reason reason); /* one short Chinese phrase */

enum hg_operand_role {
    HG_OPERAND_PART,
    HG_OPERAND_WHOLE,
    HG_OPERAND_STATED,   /* the figure that the others are to give */
    HG_OPERAND_ITEM,     /* a term of a sum; a listed item */
    HG_OPERAND_MINUS,    /* a term taken away */
    HG_OPERAND_TOTAL,
    HG_OPERAND_CURRENT,
    HG_OPERAND_PREVIOUS,
    HG_OPERAND_DELTA,
    HG_OPERAND_GROWTH,   /* a rate of change */
    HG_OPERAND_COUNT,
    HG_OPERAND_MENTION,  /* of an agreement */
    HG_OPERAND_PERIOD,
    HG_OPERAND_COUNT_OF
};

const char *hg_operand_role_name(enum hg_operand_role role); /* "part" "whole" … : outward (JSON) */

/* A number in its role. */
struct hg_operand {
    enum hg_operand_role role;
    const struct hg_paragraph *paragraph; /* null if it stands nowhere (a count of items) */
    struct hg_span span;
    struct hg_interval value; /* base unit */
    struct hg_ratio shown;
    struct hg_ratio step;     /* 0: exact */
    int16_t decimals;         /* as shown, before multiplier or percent sign */
    int16_t power;            /* multiplier shown, as a power of ten */
    const struct hg_unit *unit;
    const struct hg_quantity *quantity; /* null for what is not one (dates, counted items) */
};

/* How a reading's numbers must fit. S is the first operand with the role STATED. */
enum hg_equation {
    HG_FORMULA_SHARE,      /* S = Σ PART ÷ Σ WHOLE (or ÷ (Σ PART + Σ ITEM) if there is no WHOLE) */
    HG_FORMULA_SUM,        /* TOTAL = Σ ITEM − Σ MINUS */
    HG_FORMULA_AT_MOST,    /* Σ PART <= Σ WHOLE */
    HG_FORMULA_GROWTH,     /* S = CURRENT ÷ PREVIOUS − 1; with DELTA in place of one of the two:
                              DELTA ÷ PREVIOUS, DELTA ÷ (CURRENT − DELTA) */
    HG_FORMULA_FALL,       /* the same with the sign turned: S = 1 − CURRENT ÷ PREVIOUS … */
    HG_FORMULA_CHANGE,     /* DELTA (STATED) = CURRENT − PREVIOUS */
    HG_FORMULA_DROP,       /* DELTA (STATED) = PREVIOUS − CURRENT */
    HG_FORMULA_COMPOUND,   /* (1 + S)^COUNT = CURRENT ÷ PREVIOUS */
    HG_FORMULA_QUOTIENT,   /* S = CURRENT ÷ PREVIOUS */
    HG_FORMULA_QUOTIENT_LESS_ONE, /* S = CURRENT ÷ PREVIOUS − 1, S in 倍 */
    HG_FORMULA_DOUBLINGS,  /* 2^S = CURRENT ÷ PREVIOUS */
    HG_FORMULA_MEAN,       /* S = Σ ITEM ÷ COUNT */
    HG_FORMULA_MEAN_STEP,  /* S = (CURRENT − PREVIOUS) ÷ COUNT */
    HG_FORMULA_EQUAL,      /* every operand has one value */
    HG_FORMULA_COUNT,      /* COUNT listed = S */
    HG_FORMULA_COUNT_AT_MOST, /* COUNT listed <= S: open lists */
};

/* How well a reading fits. */
enum hg_fit {
    HG_FIT_ROUNDED,   /* ring A: half-up or half-even */
    HG_FIT_TRUNCATED, /* ring B: cut off */
    HG_FIT_NONE,
    HG_FIT_OVERFLOW,
    HG_FIT_UNDEFINED, /* a division by zero */
};

/* One way to bind the roles. */
struct hg_reading {
    enum hg_equation formula;
    struct hg_operand *operands;
    uint32_t count;
    enum hg_fit fit;
    struct hg_interval computed; /* what the others give for STATED (or TOTAL) */
};

struct hg_claim {
    enum hg_relation relation;
    enum hg_verdict verdict;
    enum hg_reason reason;
    const struct hg_paragraph *paragraph; /* where the claim is anchored: its stated figure */
    struct hg_span span;
    HG_VEC(struct hg_reading) readings;
    uint32_t chosen;       /* the reading shown: the one that fits best, else the first */
    struct hg_str working; /* "1159 ÷ 1181 = 98.137…% → 98.1%" */
    struct hg_str name;    /* what it is about: 调解成功率, 其中; may be empty */
    struct hg_str repair;  /* the one single-digit change that mends it: "1159→1195"; or empty */
    bool may_be_wrong;     /* all gates but the arithmetic hold: D1, same unit, period and scope … */
    enum hg_reason doubt;  /* why not, if may_be_wrong is false */
    uint8_t aspect;        /* of a period claim: enum hg_period_aspect (figures/period.h) */
    bool loose;            /* the definition leaves room: wrong only because it is far off */
};

/* ---- Making claims (recognisers, tables) ---- */

struct hg_operand hg_operand_of(enum hg_operand_role role, const struct hg_quantity *quantity);
/* A whole number that stands in the text as `span` of `paragraph`, or nowhere (null). */
struct hg_operand hg_operand_count(enum hg_operand_role role, int64_t count,
                                   const struct hg_paragraph *paragraph, struct hg_span span);
/* Adds a reading (operands are copied). Readings beyond HG_READINGS_MAX are dropped. */
enum { HG_READINGS_MAX = 24 };
void hg_claim_read(struct hg_arena *arena, struct hg_claim *claim, enum hg_equation formula,
                   const struct hg_operand *operands, size_t count);

/* verdict.c: evaluates every reading and fills verdict, reason, chosen, working and repair. Any
 * reading that fits acquits; `wrong` only if none fits, none overflowed, and may_be_wrong. */
void hg_claim_settle(struct hg_arena *arena, struct hg_claim *claim);
/* The fit of one reading; fills fit and computed. */
void hg_reading_evaluate(struct hg_reading *reading);
/* The working in its two halves: "1159 ÷ 1181" and "98.1%", the result rounded as the stated
 * figure is. Empty where the working has no such form. */
struct hg_str hg_claim_expression(const struct hg_claim *claim);
struct hg_str hg_claim_result(const struct hg_claim *claim);
/* The stated figure as the text writes it; empty if it stands nowhere. */
struct hg_str hg_claim_stated(const struct hg_claim *claim);
/* 这两个数 这三个数 这几个数, by the number of figures in the chosen reading. */
const char *hg_claim_figures(const struct hg_claim *claim);
/* The chosen reading. */
const struct hg_reading *hg_claim_reading(const struct hg_claim *claim);

#endif
