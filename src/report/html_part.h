/* The pieces of the HTML page, for report/ alone. */
#ifndef HG_REPORT_HTML_PART_H
#define HG_REPORT_HTML_PART_H

#include "report/writer.h"

/* A document's own id on the page: letters and digits, from its path. */
void hg_html_id(char out[20], struct hg_str path);
/* Text of a document: markup escaped, controls and bidi controls left out, line breaks kept. */
void hg_html_text(struct hg_buf *out, struct hg_str text);

/* The document's text as read, with every finding marked in its place. Findings are numbered from 1
 * in the order of the result. */
void hg_html_document_text(struct hg_buf *out, const char *id, const struct hg_lint_result *result);
/* The list at the side: 必改, then figures to confirm, then the rest. */
void hg_html_list(struct hg_buf *out, const char *id, const struct hg_lint_result *result);
/* Every claim with its working; nothing if the document has no ledger. */
void hg_html_ledger(struct hg_buf *out, const char *id, const struct hg_lint_result *result);

#endif
