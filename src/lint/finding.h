/* A finding: one fact about the document that a person should act on. Data, never a failure. */
#ifndef HG_LINT_FINDING_H
#define HG_LINT_FINDING_H

#include "model/doc.h"

struct hg_check;

enum hg_severity {
    HG_SEVERITY_NOTE,    /* 请核: a matter of judgement, or worth a second look */
    HG_SEVERITY_WARNING, /* 建议改: breaks a standard or is very likely wrong */
    HG_SEVERITY_ERROR,   /* 必改: proven wrong, or the draft would be sent back */
    HG_SEVERITY_COUNT
};

const char *hg_severity_name(enum hg_severity severity);  /* "note" "warning" "error" */
const char *hg_severity_label(enum hg_severity severity); /* 请核 建议改 必改 */

/* A place in the document. A null paragraph means the document as a whole. An empty span on a
 * paragraph with a label means its automatic number. */
struct hg_place {
    const struct hg_paragraph *paragraph;
    struct hg_span span; /* bytes of the paragraph's text */
};

struct hg_finding {
    const struct hg_check *check;
    enum hg_severity severity;
    struct hg_place place;
    struct hg_str message;    /* one line: what is wrong, what was expected, what to do */
    struct hg_str working;    /* "1159 ÷ 1181 = 98.137…% → 98.1%"; empty if there is none */
    struct hg_str suggestion; /* where exactly one replacement of the span is right … */
    bool has_suggestion;      /* … (it may be the empty text: delete the span) */
    struct hg_str subject;    /* of a whole-document finding: what it is about, for the fingerprint */
    HG_VEC(struct hg_place) related; /* sorted by place once the run is over */
    const void *claim;        /* the figure claim it rests on; findings that share one are merged */
    uint32_t heading;         /* innermost heading (model/outline.h), UINT32_MAX outside all; by the run */
    char fingerprint[33];     /* filled by the run */
    uint32_t order;           /* order of reporting, for stable sorting */
};

#endif
