/* From properties as written to looks as printed: docDefaults, table style, paragraph style,
 * numbering level, character style, direct formatting (ECMA-376 part 1, 17.7.2). */
#ifndef HG_IO_DOCX_LOOKS_H
#define HG_IO_DOCX_LOOKS_H

#include "io/docx_numbering.h"

/* A look, and what decides whether the text is seen at all. */
struct hg_docx_run_look {
    const struct hg_look *look;
    bool hidden;      /* w:vanish */
    bool spec_vanish; /* w:specVanish: a style separator */
};

/* Where a run stands; styles may be null. No padding: looked up as bytes. */
struct hg_docx_run_place {
    const struct hg_docx_style *table, *paragraph, *character;
    struct hg_run_props direct;
};

struct hg_docx_looks {
    struct hg_arena *arena;                /* the document's: looks live there */
    const struct hg_docx_styles *styles;
    struct hg_map runs, paragraphs;        /* place -> resolved */
    struct hg_map looks, paragraph_looks;  /* look as bytes -> the one kept */
    struct hg_docx_run_place last_place;   /* runs mostly repeat the one before */
    const struct hg_docx_run_look *last;
};

void hg_docx_looks_init(struct hg_docx_looks *looks, const struct hg_docx_styles *styles,
                        struct hg_arena *arena, struct hg_arena *scratch);

/* Equal looks have one address. */
const struct hg_docx_run_look *hg_docx_look(struct hg_docx_looks *looks,
                                            const struct hg_docx_run_place *place);
/* `numbered` gives the indents of its level; its num may be null. */
const struct hg_paragraph_look *hg_docx_paragraph_look(struct hg_docx_looks *looks,
                                                       const struct hg_docx_style *table,
                                                       const struct hg_docx_style *style,
                                                       const struct hg_docx_numbered *numbered,
                                                       const struct hg_para_props *direct);

#endif
