/* hegao's own traces in a package from an earlier run: which they are, and taking them out. */
#ifndef HG_IO_DOCX_EDIT_OWN_H
#define HG_IO_DOCX_EDIT_OWN_H

#include "io/docx_edit_ids.h"
#include "io/docx_edit_parts.h"

/* Zero-initialise it. */
struct hg_docx_own {
    struct hg_docx_ids comments;      /* ids of own comments */
    HG_VEC(struct hg_str) paragraphs; /* w14:paraId of theirs; slices of the comments part */
};

void hg_docx_own_release(struct hg_docx_own *own);
/* Reads the comments part (loaded, or absent) and patches own comments out of it. */
void hg_docx_own_find(struct hg_docx_own *own, struct hg_docx_raw *comments);
/* Takes the marks of own comments out of the main part. */
void hg_docx_own_strip_marks(const struct hg_docx_own *own, struct hg_docx_raw *main);
/* Rejects own tracked changes: insertions go, deletions are text again. */
void hg_docx_own_strip_changes(struct hg_docx_raw *main);
/* Entries of own comments in the extended parts; replies of people lose their parent and stay. */
enum hg_status hg_docx_own_strip_entries(const struct hg_docx_own *own,
                                         struct hg_docx_parts *parts, struct hg_error *err);

#endif
