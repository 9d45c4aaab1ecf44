/* The outline: title, headings, series and closing lines of the body.
 *
 * Headings come from style or outline level, from automatic numbers, and from typed numbers in
 * drafts without styles (the usual case), with the run-in form （一）抓教育整顿。一是… understood. */
#ifndef HG_MODEL_OUTLINE_H
#define HG_MODEL_OUTLINE_H

#include "lang/label.h"
#include "model/doc.h"

enum hg_heading_source {
    HG_HEADING_BY_STYLE,  /* style or outline level */
    HG_HEADING_BY_NUMBER, /* automatic number, no heading style */
    HG_HEADING_BY_TYPED,  /* typed number */
    HG_HEADING_BY_LOOK    /* no number: short, bold or 黑体 line, or the known wording of a section */
};

struct hg_heading {
    const struct hg_paragraph *paragraph;
    enum hg_heading_source source;
    uint32_t level;             /* from 1; what is nested, whatever the number says */
    struct hg_label_parse label; /* style NONE if it has no number; span empty if automatic */
    bool automatic;             /* the number is the paragraph's label, not in its text */
    bool run_in;                /* body text follows in the same paragraph */
    struct hg_str number;       /* "一、" as read */
    struct hg_span title;       /* bytes of the paragraph's text, number and final mark left out */
    struct hg_str title_text;
    uint32_t parent;            /* index into headings, or UINT32_MAX */
    /* The section: body paragraphs from the heading's own to the next heading of its level or
     * above: [first, end) of hg_doc.paragraphs. */
    uint32_t first, end;
};

/* One item of an enumeration inside running text: 一是… 二是…, 第一，…, 首先…. */
struct hg_series_item {
    const struct hg_paragraph *paragraph;
    struct hg_label_parse label;
    struct hg_span span; /* from the label to the next item's label or the end of the series */
};

struct hg_series {
    enum hg_label_style style; /* HG_LABEL_IS, HG_LABEL_DI, HG_LABEL_ADVERB, HG_LABEL_CIRCLED … */
    uint32_t heading;          /* the innermost heading it stands under, or UINT32_MAX */
    HG_VEC(struct hg_series_item) items; /* in order of the text, gaps and repeats kept */
};

struct hg_outline {
    HG_VEC(struct hg_heading) headings;
    HG_VEC(struct hg_series) series;
    /* Title: first..last paragraphs, joined without breaks; title_first null if there is none. */
    const struct hg_paragraph *title_first, *title_last;
    struct hg_str title;
    /* Lines above the title or the text that are metadata (索引号: | …), not text. */
    uint32_t preface_end;      /* body paragraphs [0, preface_end) are metadata, title, addressee */
    const struct hg_paragraph *addressee;  /* 主送机关; null */
    const struct hg_paragraph *signature;  /* 署名; null */
    const struct hg_paragraph *date;       /* 成文日期; null */
    uint32_t year, month, day;             /* of that date; 0 if there is none */
    uint32_t text_end;         /* body paragraphs from here are signature, date, attachments */
    HG_VEC(const struct hg_paragraph *) attachment_notes; /* 附件：1.… lines of the 附件说明 */
};

/* Everything from the document's arena. */
const struct hg_outline *hg_outline_build(struct hg_doc *doc);

/* The innermost heading whose section holds the place; UINT32_MAX if none does. */
uint32_t hg_outline_heading_at(const struct hg_outline *outline,
                               const struct hg_paragraph *paragraph, size_t at);
/* Appends the path "一、工作情况 › （三）筑牢防线"; nothing if outside all headings. */
void hg_outline_path(const struct hg_outline *outline, uint32_t heading, struct hg_buf *out);

#endif
