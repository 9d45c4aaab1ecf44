/* The document as hegao reads it, for `hegao text`. */
#ifndef HG_REPORT_TEXT_DUMP_H
#define HG_REPORT_TEXT_DUMP_H

#include "base/json.h"
#include "model/outline.h"

/* One line a paragraph, automatic number included; stories in their order, the body first. */
void hg_dump_text(struct hg_buf *out, const struct hg_doc *doc);
/* {path, paragraphs: [{part, paragraph, label, text, level, style, table: {…}}]}; the caller's. */
struct hg_json *hg_dump_json(struct hg_str path, const struct hg_doc *doc,
                             const struct hg_outline *outline);

#endif
