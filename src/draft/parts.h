/* The parts of the package beside the document: for draft.c alone. */
#ifndef HG_DRAFT_PARTS_H
#define HG_DRAFT_PARTS_H

#include "draft/values.h"
#include "template/layout.h"

#define HG_DRAFT_XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define HG_DRAFT_W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define HG_DRAFT_R                                                                                 \
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""

/* styles.c: word/styles.xml, word/fontTable.xml, word/numbering.xml. */
void hg_draft_styles(struct hg_buf *out, const struct hg_layout *layout);
void hg_draft_fonts(struct hg_buf *out, const struct hg_layout *layout);
void hg_draft_numbering(struct hg_buf *out, const struct hg_layout *layout);
/* package.c: [Content_Types].xml, relationships, settings, footers, properties. */
void hg_draft_content_types(struct hg_buf *out);
void hg_draft_package_rels(struct hg_buf *out);
void hg_draft_document_rels(struct hg_buf *out);
void hg_draft_settings(struct hg_buf *out);
void hg_draft_footer(struct hg_buf *out, const struct hg_layout *layout, bool even);
void hg_draft_core(struct hg_buf *out, struct hg_str title, struct hg_str creator,
                   int64_t modified);
void hg_draft_app(struct hg_buf *out);
/* body.c: word/document.xml. */
void hg_draft_document(struct hg_buf *out, struct hg_draft_values *values,
                       const struct hg_layout *layout);
/* table.c: one w:tbl. */
void hg_draft_table(struct hg_buf *out, struct hg_draft_values *values,
                    const struct hg_form_table *table, const struct hg_layout *layout);

/* Names of w:jc. */
const char *hg_draft_align(enum hg_align align);

#endif
