/* Which form a draft follows, how well, and which heading fills which section. */
#ifndef HG_TEMPLATE_MATCH_H
#define HG_TEMPLATE_MATCH_H

#include "model/outline.h"
#include "template/form.h"

/* Below this no form is assumed. */
enum { HG_MATCH_THRESHOLD = 60 };

enum hg_fill_kind {
    HG_FILL_NONE,      /* nothing in the draft */
    HG_FILL_HEADING,   /* a heading of its own */
    HG_FILL_SHARED,    /* a heading that covers several sections (问题及下步打算) */
    HG_FILL_PROSE      /* said in running text without a heading */
};

struct hg_fill {
    enum hg_fill_kind kind;
    uint32_t heading;   /* index into hg_outline.headings; UINT32_MAX for NONE and PROSE */
    uint32_t score;     /* of the wording, 0 to 100 */
    const struct hg_paragraph *paragraph; /* of HG_FILL_PROSE */
};

struct hg_match {
    const struct hg_form *form;
    uint32_t score;     /* 0 to 100 (吻合度) */
    bool given;         /* the user named the form: nothing was recognised */
    bool titled;        /* the draft's own title names this kind of report */
    struct hg_fill *fills;      /* one a section of the form */
    uint32_t *section_of;       /* one a heading: the section it fills, UINT32_MAX for none */
    uint32_t level;     /* of the headings that fill top sections */
};

/* The best match of a set; null if none reaches the threshold. All memory from the arena. */
const struct hg_match *hg_match_build(struct hg_arena *arena, const struct hg_doc *doc,
                                      const struct hg_outline *outline,
                                      const struct hg_form_set *set);
/* The match with one form the user named, whatever its score. */
const struct hg_match *hg_match_given(struct hg_arena *arena, const struct hg_doc *doc,
                                      const struct hg_outline *outline,
                                      const struct hg_form *form);
/* True if the draft looks like one of those documents that have a form but is not close enough to
 * any: then a note that no form was assumed is worth its line. */
bool hg_match_expected(const struct hg_doc *doc, const struct hg_outline *outline);

#endif
