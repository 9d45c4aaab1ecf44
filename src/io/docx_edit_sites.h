/* Where in a raw part a mark may stand. A mark (the start or end of a comment's range or of a
 * tracked change) is legal between runs only, so a place inside a run means splitting it, and a
 * place that no split reaches (ruby, formulas, a shape inside a run) moves out to the nearest
 * legal one (ECMA-376 part 1, EG_RangeMarkupElements, EG_PContent). */
#ifndef HG_IO_DOCX_EDIT_SITES_H
#define HG_IO_DOCX_EDIT_SITES_H

#include "io/leaf.h"
#include "io/markup.h"

enum hg_site_goal {
    HG_GOAL_LEAF,      /* a character of a leaf */
    HG_GOAL_FOOTNOTE,  /* the reference to a footnote */
    HG_GOAL_ENDNOTE,
    HG_GOAL_PARAGRAPH  /* the first paragraph of the part */
};

enum hg_site_kind {
    HG_SITE_NONE,    /* the place does not exist, or the part cannot be followed */
    HG_SITE_OUTSIDE, /* between runs already */
    HG_SITE_CHILD,   /* between two children of a run: split it */
    HG_SITE_TEXT,    /* inside a leaf's text: split it and its run */
    HG_SITE_EMPTY_PARAGRAPH /* inside <w:p/>, which has to be opened */
};

/* A run that has to be split, and what is copied for its second half. */
struct hg_site_run {
    struct hg_span tag;        /* its start tag */
    struct hg_span properties; /* its w:rPr, empty if none */
    struct hg_str prefix;
    size_t start, end;
    size_t first_child, last_end; /* bytes of what it holds after the properties */
    size_t parent;             /* start of the element it stands in */
    bool parent_takes_changes; /* w:ins and w:del may be put there */
};

struct hg_site {
    enum hg_site_kind kind;
    bool is_text;           /* the leaf is w:t */
    bool takes_changes;
    size_t at;              /* where to insert */
    size_t run;             /* index into runs; SIZE_MAX if it stands in none */
    size_t parent;          /* start of the element that takes the mark … */
    size_t story;           /* … and of the text box around it, 0 outside boxes */
    struct hg_str prefix;   /* of WordprocessingML elements there */
    struct hg_str attribute_prefix; /* of its attributes; null data if none is bound */
    struct hg_span leaf_tag; /* TEXT: start tag of the leaf */
    struct hg_span space;    /* TEXT: value of its xml:space, empty if it has none */
    bool preserve, cdata;
};

struct hg_mark {
    enum hg_site_goal goal;
    bool end;               /* the end of a range: `offset` is past its last character */
    uint32_t leaf, offset;  /* LEAF: ordinal and code points */
    int32_t id;             /* FOOTNOTE, ENDNOTE */
    struct hg_site site;    /* filled by hg_sites_find */
};

struct hg_sites {
    HG_VEC(struct hg_site_run) runs;
};

/* Fills the site of every mark. `marks` are sorted by goal, then by leaf. */
void hg_sites_find(struct hg_sites *sites, struct hg_str part, struct hg_mark *marks,
                   size_t count);
void hg_sites_release(struct hg_sites *sites);

#endif
