/* Properties of runs and paragraphs as they are written, before inheritance: what stands in a
 * w:rPr or w:pPr of the text, of a style or of a numbering level. */
#ifndef HG_IO_DOCX_PROPS_H
#define HG_IO_DOCX_PROPS_H

#include "io/docx_fonts.h"
#include "io/docx_names.h"
#include "model/doc.h"

/* Which members are set, and the values of those that are on or off. */
enum hg_run_bit {
    HG_RP_BOLD = 1u << 0,
    HG_RP_ITALIC = 1u << 1,
    HG_RP_STRIKE = 1u << 2,
    HG_RP_DOUBLE_STRIKE = 1u << 3,
    HG_RP_VANISH = 1u << 4,
    HG_RP_SPEC_VANISH = 1u << 5,
    HG_RP_UNDERLINE = 1u << 6,
    HG_RP_HIGHLIGHT = 1u << 7,
    HG_RP_SHADE = 1u << 8,
    HG_RP_COLOUR = 1u << 9, /* on: `colour` holds; off: auto */
    HG_RP_SIZE = 1u << 10,
    HG_RP_ASCII = 1u << 11,
    HG_RP_EAST_ASIA = 1u << 12,
};

/* Those that a style turns over instead of setting (ECMA-376 part 1, 17.7.3). */
#define HG_RP_TOGGLES                                                                              \
    ((uint32_t)HG_RP_BOLD | HG_RP_ITALIC | HG_RP_STRIKE | HG_RP_DOUBLE_STRIKE | HG_RP_VANISH)

/* No padding: looked up as bytes. */
struct hg_run_props {
    const char *ascii, *east_asia; /* interned in struct hg_docx_fonts */
    uint32_t set, on;              /* enum hg_run_bit */
    uint32_t colour;
    uint32_t half_points;
};

enum hg_paragraph_bit {
    HG_PP_ALIGN = 1u << 0,
    HG_PP_LEFT = 1u << 1,
    HG_PP_RIGHT = 1u << 2,
    HG_PP_FIRST = 1u << 3,
    HG_PP_FIRST_CHARS = 1u << 4,
    HG_PP_LEFT_CHARS = 1u << 5,
    HG_PP_BEFORE = 1u << 6,
    HG_PP_AFTER = 1u << 7,
    HG_PP_LINE = 1u << 8,
    HG_PP_LINE_RULE = 1u << 9,
    HG_PP_KEEP_NEXT = 1u << 10,
    HG_PP_PAGE_BREAK = 1u << 11,
    HG_PP_SNAP = 1u << 12,
    HG_PP_OUTLINE = 1u << 13,
    HG_PP_NUM_ID = 1u << 14,
    HG_PP_ILVL = 1u << 15,
    HG_PP_FRAME = 1u << 16,
};

/* No padding either. */
struct hg_para_props {
    uint32_t set, on; /* enum hg_paragraph_bit */
    int32_t align, left, right, first, first_chars, left_chars, before, after, line, line_rule;
    int32_t outline, num_id, ilvl;
};

/* Takes one child element of a w:rPr or w:pPr; others are ignored. */
void hg_run_props_take(struct hg_run_props *props, const struct hg_xml_tag *tag,
                       struct hg_docx_fonts *fonts);
void hg_para_props_take(struct hg_para_props *props, const struct hg_xml_tag *tag);

/* Lays `over` upon `base`: what `over` sets wins. */
void hg_run_props_merge(struct hg_run_props *base, const struct hg_run_props *over);
void hg_para_props_merge(struct hg_para_props *base, const struct hg_para_props *over);

/* ---- Values ---- */

/* w:val; false if the element has none. */
bool hg_docx_val(const struct hg_xml_tag *tag, struct hg_str *value);
/* An on/off element: on without w:val, off for 0, false and off. */
bool hg_docx_on(const struct hg_xml_tag *tag);
/* A whole number; `otherwise` if it is none. Beyond int32 it is clamped. */
int32_t hg_docx_int(struct hg_str value, int32_t otherwise);
int32_t hg_docx_val_int(const struct hg_xml_tag *tag, int32_t otherwise);
/* A length in twips: plain, or with a unit as strict packages write it ("1.5cm", "12pt"). */
int32_t hg_docx_twips(struct hg_str value, int32_t otherwise);
int32_t hg_docx_attribute_twips(const struct hg_xml_tag *tag, uint16_t name, int32_t otherwise);
/* w:jc. */
enum hg_align hg_docx_align(struct hg_str value);

#endif
