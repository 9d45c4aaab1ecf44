/* The comments part and its companions: entries for new comments. */
#ifndef HG_IO_DOCX_EDIT_COMMENTS_H
#define HG_IO_DOCX_EDIT_COMMENTS_H

#include "io/docx_editor.h"
#include "io/docx_edit_parts.h"

/* Adds one w:comment for each edit whose id is not negative, and entries in commentsExtended,
 * commentsIds and people where those parts exist and the comments part can carry paraIds. */
enum hg_status hg_docx_comments_add(struct hg_docx_parts *parts, const struct hg_docx_edit *edits,
                                    const int32_t *ids, size_t count, struct hg_str author,
                                    const char *date, struct hg_error *err);

#endif
