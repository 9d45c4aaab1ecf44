/* Annotation ids (w:id of comments, tracked changes, bookmarks …): what a part uses, and fresh
 * ones. One pool for all kinds, so that no reader can mix them up. */
#ifndef HG_IO_DOCX_EDIT_IDS_H
#define HG_IO_DOCX_EDIT_IDS_H

#include <stdint.h>

#include "base/str.h"
#include "base/vec.h"

/* Zero-initialise it. */
struct hg_docx_ids {
    HG_VEC(int32_t) used;
    bool sorted;
    int64_t next; /* 0: not asked yet */
};

void hg_docx_ids_release(struct hg_docx_ids *ids);
/* Adds every w:id of a raw part. Elements about comments whose id is in `except` (may be null)
 * are left out: they are about to go. */
void hg_docx_ids_collect(struct hg_docx_ids *ids, struct hg_str part,
                         const struct hg_docx_ids *except);
void hg_docx_ids_add(struct hg_docx_ids *ids, int32_t id);
bool hg_docx_ids_has(const struct hg_docx_ids *ids, int32_t id);
/* An id that is not in use, and is from now on: above all others while there is room. */
int32_t hg_docx_ids_next(struct hg_docx_ids *ids);
/* A whole number as attributes hold it; false if it is none. */
bool hg_docx_id_parse(int32_t *out, struct hg_str text);

#endif
