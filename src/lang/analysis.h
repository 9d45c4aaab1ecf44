/* What every reader of a paragraph's text asks for, found once: sentences, clauses, pairs of
 * quotes and brackets, masked spans. Offsets are bytes of the text. */
#ifndef HG_LANG_ANALYSIS_H
#define HG_LANG_ANALYSIS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "base/vec.h"

/* Deeper than any text goes; keeps the walk outwards from a place short. */
enum { HG_PAIR_DEPTH = 32 };

enum hg_pair_kind {
    HG_PAIR_DOUBLE_QUOTE,   /* “ ” */
    HG_PAIR_SINGLE_QUOTE,   /* ‘ ’ */
    HG_PAIR_STRAIGHT_QUOTE, /* " " */
    HG_PAIR_CORNER,         /* 「 」 */
    HG_PAIR_WHITE_CORNER,   /* 『 』 */
    HG_PAIR_ROUND,          /* （ ） ( ) and mixtures of the two widths */
    HG_PAIR_TITLE,          /* 《 》 */
    HG_PAIR_INNER_TITLE,    /* 〈 〉 */
    HG_PAIR_LENTICULAR,     /* 【 】 */
    HG_PAIR_TORTOISE,       /* 〔 〕 */
    HG_PAIR_SQUARE,         /* [ ] ［ ］ */
    HG_PAIR_CURLY,          /* { } */
    HG_PAIR_KIND_COUNT
};

/* A matched pair. The outer span holds both marks, the inner one what stands between them. */
struct hg_pair {
    enum hg_pair_kind kind;
    struct hg_span outer, inner;
    uint16_t depth;      /* 0 for an outermost pair; pairs nested HG_PAIR_DEPTH deep are left out */
    uint32_t parent;     /* index of the pair around it; UINT32_MAX for an outermost pair */
    bool half_open, half_close; /* the mark is the half-width form */
};

/* A mark of a pair whose partner is missing in this text. */
struct hg_lone_mark {
    enum hg_pair_kind kind;
    struct hg_span span;
    bool opens;
};

/* A clause lies between marks that end clauses. What stands in quotes or brackets is a scope of
 * its own: its clauses are listed apart with a greater depth, and do not split the outer clause.
 * A bracketed text with no inner mark is one clause of its own depth, too. */
struct hg_clause {
    struct hg_span span;  /* without the mark that ends it, blanks at both ends left out */
    uint32_t end_mark;    /* the mark's code point; 0 at the end of the text or scope */
    uint32_t sentence;    /* index into sentences; for inner scopes that of the outer sentence */
    uint16_t depth;       /* 0 outside all quotes and brackets */
    uint32_t parent;      /* index of the clause that its scope stands in; UINT32_MAX at depth 0 */
};

struct hg_sentence {
    struct hg_span span;  /* with its final mark; outermost scope only */
    uint32_t first_clause; /* clauses of depth 0 and below that lie in it … */
    uint32_t clause_count; /* … are contiguous in hg_analysis.clauses */
};

enum hg_mask_kind { HG_MASK_URL, HG_MASK_EMAIL };

/* Text that is not prose: no check of wording or marks looks inside. */
struct hg_mask {
    enum hg_mask_kind kind;
    struct hg_span span;
};

struct hg_analysis {
    struct hg_str text;
    HG_VEC(struct hg_sentence) sentences; /* in order; tile the text */
    HG_VEC(struct hg_clause) clauses;     /* in order of start; an outer clause before its inner ones */
    HG_VEC(struct hg_pair) pairs;         /* in order of start */
    HG_VEC(struct hg_lone_mark) lone_marks;
    HG_VEC(struct hg_mask) masks;
};

/* Linear in the text. All memory from the arena; `text` is borrowed. */
struct hg_analysis *hg_analysis_build(struct hg_arena *arena, struct hg_str text);

/* The innermost pair around byte `at` (marks included); null if there is none. */
const struct hg_pair *hg_analysis_pair_at(const struct hg_analysis *analysis, size_t at);
/* True if `at` lies between quotes of any kind (not title marks or brackets). */
bool hg_analysis_quoted(const struct hg_analysis *analysis, size_t at);
/* True if `at` lies in a title 《…》. */
bool hg_analysis_in_title(const struct hg_analysis *analysis, size_t at);
bool hg_analysis_masked(const struct hg_analysis *analysis, size_t at);
/* The innermost clause that holds `at`, or the one before it; null for an empty text. */
const struct hg_clause *hg_analysis_clause_at(const struct hg_analysis *analysis, size_t at);
const struct hg_sentence *hg_analysis_sentence_at(const struct hg_analysis *analysis, size_t at);

#endif
