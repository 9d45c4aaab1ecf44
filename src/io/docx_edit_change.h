/* Tracked changes in the raw main part: whether a range can be one, and how it is written. */
#ifndef HG_IO_DOCX_EDIT_CHANGE_H
#define HG_IO_DOCX_EDIT_CHANGE_H

#include "io/docx_edit_marks.h"
#include "io/docx_edit_sites.h"

/* True if everything between the sites is plain text in runs of one element: nothing there but
 * w:r, w:rPr, w:t and marks without content. */
bool hg_docx_change_possible(struct hg_str part, const struct hg_sites *sites,
                             const struct hg_site *start, const struct hg_site *end);
/* w:t becomes w:delText in tags between the sites. */
void hg_docx_change_rename(struct hg_patches *patches, struct hg_str part,
                           const struct hg_site *start, const struct hg_site *end);
void hg_docx_change_start(struct hg_buf *out, const struct hg_site *site,
                          const struct hg_docx_marks *how);
/* Ends the deletion and inserts `text` with the looks of `run`. */
void hg_docx_change_end(struct hg_buf *out, struct hg_str part, const struct hg_site_run *run,
                        const struct hg_site *site, struct hg_str text,
                        const struct hg_docx_marks *how);

/* A run's properties once more, tracked changes of theirs under ids of their own. */
void hg_docx_copy_properties(struct hg_buf *out, struct hg_str part, struct hg_span properties,
                             struct hg_docx_ids *ids);

/* "<p:name", "</p:name>", ` p:name="`; the last declares a prefix where none is bound. */
void hg_xml_open_tag(struct hg_buf *out, struct hg_str prefix, const char *name);
void hg_xml_close_tag(struct hg_buf *out, struct hg_str prefix, const char *name);
void hg_docx_attribute(struct hg_buf *out, const struct hg_site *site, const char *namespace_uri,
                       const char *name);

#endif
