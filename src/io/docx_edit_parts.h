/* The raw parts that an editor touches: found through relationships, loaded as UTF-8, and written
 * back (ECMA-376 part 2). */
#ifndef HG_IO_DOCX_EDIT_PARTS_H
#define HG_IO_DOCX_EDIT_PARTS_H

#include "io/archive.h"
#include "io/xml_patch.h"

/* Parts that hang on the main part. */
enum hg_docx_side_part {
    HG_DOCX_COMMENTS,
    HG_DOCX_COMMENTS_EXTENDED,
    HG_DOCX_COMMENTS_IDS,
    HG_DOCX_COMMENTS_EXTENSIBLE,
    HG_DOCX_PEOPLE,
    HG_DOCX_SETTINGS,
    HG_DOCX_PART_COUNT
};

/* One part while it is edited. */
struct hg_docx_raw {
    struct hg_str name;     /* empty: the package has none and none is made */
    size_t index;           /* in the archive; SIZE_MAX for a new part */
    bool loaded;
    struct hg_buf text;     /* UTF-8 */
    struct hg_patches patches;
};

struct hg_docx_parts {
    struct hg_archive *archive; /* borrowed */
    struct hg_arena *arena;
    bool strict;
    struct hg_docx_raw main, main_relations, types;
    struct hg_docx_raw part[HG_DOCX_PART_COUNT];
    bool related[HG_DOCX_PART_COUNT]; /* the main part names it */
};

/* Finds the parts and loads the main one with its relationships and the content types. */
enum hg_status hg_docx_parts_open(struct hg_docx_parts *parts, struct hg_archive *archive,
                                  struct hg_error *err);
void hg_docx_parts_release(struct hg_docx_parts *parts);
/* Loads one of the others; HG_OK and not loaded if the package does not hold it. */
enum hg_status hg_docx_parts_load(struct hg_docx_parts *parts, enum hg_docx_side_part which,
                                  struct hg_error *err);
/* HG_PROTECTED, with what to do, if the package is signed or protected. */
enum hg_status hg_docx_parts_may_edit(struct hg_docx_parts *parts, struct hg_error *err);
/* Makes the comments part if there is none: its name, content type and relationship, each only
 * if absent. */
void hg_docx_parts_need_comments(struct hg_docx_parts *parts);
/* All entries in their order, changed ones in their place, new ones last. */
void hg_docx_parts_write(struct hg_archive_writer *writer, struct hg_docx_parts *parts,
                         int64_t time);

/* The URI of WordprocessingML in this package. */
const char *hg_docx_parts_namespace(const struct hg_docx_parts *parts);
/* Puts text before the end of the root element, which is opened if it was an empty tag. */
void hg_docx_raw_append(struct hg_docx_raw *raw, struct hg_str text);

#endif
