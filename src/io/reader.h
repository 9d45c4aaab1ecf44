/* Reading a document, whatever its format. */
#ifndef HG_IO_READER_H
#define HG_IO_READER_H

#include <stdbool.h>

#include "model/doc.h"

/* Which view of tracked changes is the text. */
enum hg_revision_view { HG_REVISIONS_ACCEPT, HG_REVISIONS_REJECT };

struct hg_read_options {
    enum hg_revision_view revisions;
    bool own_comments; /* keep hegao's own comments of an earlier run, which are left out else */
};

/* Reads the file at `path` (DOCX or plain text, told apart by content, not by name). On HG_OK the
 * document is the caller's, to be freed with hg_doc_free. `options` may be null for the defaults.
 * Never writes, never follows an external relationship, never extracts to disk. */
enum hg_status hg_read_file(struct hg_doc **out, const char *path,
                            const struct hg_read_options *options, struct hg_error *err);

/* The same from memory; `bytes` are not kept. For standard input, tests and fuzzing. */
enum hg_status hg_read_memory(struct hg_doc **out, struct hg_str bytes,
                              const struct hg_read_options *options, struct hg_error *err);

/* ---- The readers behind it; each in its own file ---- */

struct hg_archive;

/* docx_reader.c: from an open ZIP archive, which is borrowed while the call lasts. */
enum hg_status hg_docx_read(struct hg_doc **out, struct hg_archive *archive,
                            const struct hg_read_options *options, struct hg_error *err);
/* text.c: UTF-8 with or without BOM, else GB18030; LF, CRLF or CR. */
enum hg_status hg_text_read(struct hg_doc **out, struct hg_str bytes, struct hg_error *err);
/* Appends the bytes of a text file as UTF-8: UTF-8 or UTF-16 by their mark, else UTF-8 if
 * well-formed, else GB18030. HG_BAD_ENCODING if it is none. */
enum hg_status hg_text_decode(struct hg_buf *out, struct hg_str bytes, struct hg_error *err);

#endif
