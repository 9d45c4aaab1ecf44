/* Changes to one text, gathered in any order and applied at once: everything that no change names
 * stays byte for byte. */
#ifndef HG_IO_XML_PATCH_H
#define HG_IO_XML_PATCH_H

#include "base/str.h"
#include "base/vec.h"

struct hg_patch {
    size_t at, removed;   /* bytes [at, at + removed) go … */
    struct hg_span text;  /* … and this range of `texts` comes in their place */
    size_t order;
};

/* Zero-initialise it. Two changes at one place stand in the order in which they were added;
 * what is inserted where a removal begins stands before it. */
struct hg_patches {
    HG_VEC(struct hg_patch) items;
    struct hg_buf texts;
};

void hg_patches_release(struct hg_patches *patches);
void hg_patches_insert(struct hg_patches *patches, size_t at, struct hg_str text);
void hg_patches_replace(struct hg_patches *patches, struct hg_span old, struct hg_str text);
/* Appends `text` with all changes made. Of removals that overlap, the union goes. */
void hg_patches_apply(struct hg_buf *out, struct hg_patches *patches, struct hg_str text);

#endif
