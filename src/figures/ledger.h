/* The ledger: every quantity of a document and every claim about them, with verdicts. Built once a
 * document and read-only from then on. */
#ifndef HG_FIGURES_LEDGER_H
#define HG_FIGURES_LEDGER_H

#include "base/map.h"
#include "figures/claim.h"

/* What the document declares about all its figures. */
struct hg_conventions {
    bool rounding_note;   /* 因四舍五入，分项之和与合计可能不等 */
    bool carried_excluded; /* 不含上年旧存，下同 */
    bool carried_included; /* 含旧存 … 下同 */
    bool growth_in_unit;  /* 增减幅度以万元为单位计算: growth is computed from unrounded figures */
    bool comparable;      /* 可比口径, 可比价, 不变价 for the whole document */
};

/* How certain a rate word's definition is. */
enum hg_certainty {
    HG_CERTAINTY_FIXED = 1,   /* D1: may be called wrong */
    HG_CERTAINTY_USUAL = 2,   /* D2: at most suspect */
    HG_CERTAINTY_OFFICIAL = 3 /* D3: defined elsewhere, only listed */
};

/* One rate word with its roles (checks/figures/rate_words.tsv, and users' settings). Lists are
 * separated by '|'. */
struct hg_rate_word {
    const char *words;  /* 办结率|按期办结率 */
    const char *parts;  /* what introduces the numerator: 办结|已办结 */
    const char *wholes; /* what introduces the denominator: 受理|收到 */
    uint8_t certainty;  /* enum hg_certainty */
    bool capped;        /* cannot exceed 100% */
};

/* The shipped table; constant. */
extern const struct hg_rate_word hg_rate_words[];
extern const size_t hg_rate_word_count;

struct hg_outline;

struct hg_ledger_options {
    const struct hg_rate_word *extra_rates; /* of the user's; they come before the shipped ones */
    size_t extra_rate_count;
    int32_t report_year; /* the year the report is about; 0 if unknown */
    /* Its title, date and sections: without them no date is judged against the report's own time. */
    const struct hg_outline *outline;
    /* Analyses that exist already; null: the ledger makes its own. */
    const struct hg_analysis *(*analysis)(void *context, const struct hg_paragraph *paragraph);
    void *context;
};

struct hg_ledger {
    const struct hg_doc *doc;
    struct hg_conventions conventions;
    HG_VEC(const struct hg_quantity *) quantities; /* document order */
    HG_VEC(const struct hg_moment *) moments;      /* dates and periods, document order */
    HG_VEC(struct hg_claim *) claims;              /* by place of their stated figure */
};

/* All memory from the arena. Linear in the document. options may be null. */
struct hg_ledger *hg_ledger_build(struct hg_arena *arena, const struct hg_doc *doc,
                                  const struct hg_ledger_options *options);

#endif
