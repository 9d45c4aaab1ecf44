/* How a reader builds a document. Nodes are added in reading order; hg_doc_seal numbers them. */
#ifndef HG_MODEL_BUILD_H
#define HG_MODEL_BUILD_H

#include "model/doc.h"

/* An empty document with its body story and one section without stated values. */
struct hg_doc *hg_doc_open(void);

/* Index of an OPC part name in part_names, added once. */
uint32_t hg_doc_part_name(struct hg_doc *doc, struct hg_str name);

/* Added after all stories that exist; the body is there from the start. */
struct hg_story *hg_doc_add_story(struct hg_doc *doc, enum hg_part part);

/* Appended as the last child of parent. Tables are numbered as they are added. */
struct hg_paragraph *hg_doc_add_paragraph(struct hg_doc *doc, struct hg_node *parent);
struct hg_table *hg_doc_add_table(struct hg_doc *doc, struct hg_node *parent);
struct hg_row *hg_doc_add_row(struct hg_doc *doc, struct hg_table *table);
struct hg_cell *hg_doc_add_cell(struct hg_doc *doc, struct hg_row *row);

/* Takes a node out of its parent (a deleted row, a paragraph that joins the next one). */
void hg_node_remove(struct hg_node *node);

/* Appends text to a paragraph. `look` may be null (plain text: then no runs are kept). `origin`
 * is where the first character stands, null for generated text. A run equal in look and flags,
 * or an origin that goes on where the last one ended, extends what is there. */
void hg_paragraph_append(struct hg_doc *doc, struct hg_paragraph *paragraph, struct hg_str text,
                         const struct hg_look *look, uint32_t flags,
                         const struct hg_origin *origin);

/* Fills doc->paragraphs, body_count, and each paragraph's part, number and index. Called once,
 * when all stories stand. Stories keep their order, so numbers follow first reference. */
void hg_doc_seal(struct hg_doc *doc);

#endif
