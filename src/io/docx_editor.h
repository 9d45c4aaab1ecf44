/* Annotated copies: comments and tracked changes put into a DOCX package while every other part
 * stays byte for byte and compressed as it was (reference: ECMA-376 part 1, 17.13.4 and 17.13.5).
 *
 * Works on the raw parts with the places that origins give (model/doc.h); no document model is
 * needed. The input is only read. */
#ifndef HG_IO_DOCX_EDITOR_H
#define HG_IO_DOCX_EDITOR_H

#include <stdbool.h>
#include <stdint.h>

#include "io/archive.h"

/* hegao's own comments and changes: known again by these. A comment under another author (a
 * setting of the user's) still carries the initials. */
#define HG_DOCX_OWN_AUTHOR "核稿"
#define HG_DOCX_OWN_INITIALS "核稿"

enum hg_docx_anchor {
    HG_DOCX_AT_RANGE,    /* characters of the main part */
    HG_DOCX_AT_FOOTNOTE, /* the reference to a note: comments cannot stand in the note itself */
    HG_DOCX_AT_ENDNOTE,
    HG_DOCX_AT_DOCUMENT  /* the first paragraph */
};

enum hg_docx_outcome {
    HG_DOCX_NOT_PLACED, /* the place does not exist in the raw part */
    HG_DOCX_COMMENTED,
    HG_DOCX_CHANGED
};

struct hg_docx_edit {
    enum hg_docx_anchor anchor;
    struct hg_str part;                 /* RANGE: as origins name it; must be the main part */
    uint32_t start_leaf, start_offset;  /* the first character … */
    uint32_t end_leaf, end_offset;      /* … and past the last one, in the last one's leaf */
    int32_t note_id;
    struct hg_str comment;              /* paragraphs separated by '\n' */
    /* A tracked replacement of the range instead of the comment, where the range is plain runs of
     * one paragraph outside other changes and fields; elsewhere the comment. */
    bool change;
    struct hg_str replacement;
    enum hg_docx_outcome outcome;       /* filled */
};

struct hg_docx_edit_options {
    struct hg_str author;   /* of comments; changes are always HG_DOCX_OWN_AUTHOR's */
    int64_t time;           /* of what is written, seconds since 1970 */
    bool strip_changes;     /* reject hegao's own tracked changes */
};

/* Fills `writer` with the copy: hegao's earlier comments go, then the edits are placed. With no
 * edits and strip_changes it takes hegao's traces out. The caller saves the writer while `package`
 * is open. HG_PROTECTED for a signed or protected package. */
enum hg_status hg_docx_edit(struct hg_archive_writer *writer, struct hg_archive *package,
                            struct hg_docx_edit *edits, size_t count,
                            const struct hg_docx_edit_options *options, struct hg_error *err);

#endif
