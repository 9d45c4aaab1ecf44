/* styles.xml: what each style sets once basedOn is followed (ECMA-376 part 1, 17.7). */
#ifndef HG_IO_DOCX_STYLES_H
#define HG_IO_DOCX_STYLES_H

#include "io/docx_props.h"

enum hg_docx_style_kind {
    HG_STYLE_PARAGRAPH,
    HG_STYLE_CHARACTER,
    HG_STYLE_TABLE,
    HG_STYLE_NUMBERING,
    HG_STYLE_KIND_COUNT
};

struct hg_docx_style {
    enum hg_docx_style_kind kind;
    const char *id;
    const char *name; /* lower case where it is ASCII */
    struct hg_str based_on; /* id; empty if on none */
    const struct hg_docx_style *base; /* of the same kind; null at the top and where it turns round */
    /* With everything inherited. */
    struct hg_run_props run;
    struct hg_para_props paragraph;
    bool has_borders; /* a table style that draws lines */
    int8_t toc;       /* true for toc 1 to toc 9 */
    uint8_t state;    /* of the inheritance: 0 not begun, 1 under way, 2 done */
};

struct hg_docx_styles {
    struct hg_arena *arena;
    struct hg_map by_id[HG_STYLE_KIND_COUNT];
    const struct hg_docx_style *defaults[HG_STYLE_KIND_COUNT]; /* w:default="1"; may be null */
    struct hg_run_props run_defaults;        /* docDefaults */
    struct hg_para_props paragraph_defaults;
};

/* A package without styles.xml has no styles; that is no error. */
enum hg_status hg_docx_styles_load(struct hg_docx_styles *styles, struct hg_docx_package *package,
                                   struct hg_docx_fonts *fonts, struct hg_error *err);

/* Null if there is none of that kind. */
const struct hg_docx_style *hg_docx_style_find(const struct hg_docx_styles *styles,
                                               enum hg_docx_style_kind kind, struct hg_str id);

#endif
