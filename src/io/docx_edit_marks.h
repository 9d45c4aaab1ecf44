/* Turns edits into changes of the raw main part: runs split with their properties, range marks,
 * reference runs, tracked deletions and insertions. */
#ifndef HG_IO_DOCX_EDIT_MARKS_H
#define HG_IO_DOCX_EDIT_MARKS_H

#include "io/docx_editor.h"
#include "io/docx_edit_ids.h"
#include "io/xml_patch.h"

struct hg_docx_marks {
    struct hg_docx_ids *ids;
    const char *namespace_uri; /* of WordprocessingML in this package */
    const char *date;          /* YYYY-MM-DDThh:mm:ssZ */
};

/* Sets the outcome of every edit and, for those that became comments, comment_ids[i] (others
 * -1). Patches refer to `part`. */
void hg_docx_marks_place(struct hg_patches *patches, struct hg_str part,
                         struct hg_docx_edit *edits, size_t count, int32_t *comment_ids,
                         const struct hg_docx_marks *how);

#endif
