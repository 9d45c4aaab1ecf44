/* ZIP archives. Alone sees libzip.
 *
 * Nothing an archive says about itself is believed: sizes are counted while inflating, names are
 * normalised, duplicates and overlaps refused (DESIGN.md section 7). Nothing is extracted to disk. */
#ifndef HG_IO_ARCHIVE_H
#define HG_IO_ARCHIVE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/str.h"

struct hg_archive;

/* Opens an archive that lies in memory; `bytes` is borrowed until hg_archive_close. HG_TRUNCATED
 * if the directory at the end is missing, HG_MALFORMED for duplicate names or entries that claim
 * more than the file holds, HG_ENCRYPTED if an entry is encrypted, HG_TOO_LARGE beyond a limit. */
enum hg_status hg_archive_open(struct hg_archive **out, struct hg_str bytes, struct hg_error *err);
/* The same read through a descriptor. The archive owns `file` from now on, also on failure. */
enum hg_status hg_archive_open_file(struct hg_archive **out, FILE *file, struct hg_error *err);
void hg_archive_close(struct hg_archive *archive); /* null is allowed */

size_t hg_archive_count(const struct hg_archive *archive);
/* Normalised: '/' between folders, none in front. Case as stored. Lives as long as the archive. */
struct hg_str hg_archive_name(const struct hg_archive *archive, size_t index);
/* OPC part names compare without regard to ASCII case. SIZE_MAX if there is none. */
size_t hg_archive_find(const struct hg_archive *archive, struct hg_str name);

/* One entry, inflated as it is read. Every byte read through any stream of the archive counts
 * towards the limit on all parts. */
struct hg_archive_stream;

enum hg_status hg_archive_stream_open(struct hg_archive_stream **out, struct hg_archive *archive,
                                      size_t index, struct hg_error *err);
/* Up to `cap` bytes into `bytes`; *got is 0 at the end. */
enum hg_status hg_archive_stream_read(struct hg_archive_stream *stream, char *bytes, size_t cap,
                                      size_t *got, struct hg_error *err);
void hg_archive_stream_close(struct hg_archive_stream *stream); /* null is allowed */

/* Appends a whole entry. */
enum hg_status hg_archive_read(struct hg_buf *out, struct hg_archive *archive, size_t index,
                               struct hg_error *err);

/* ---- Writing ---- */

/* Gathers entries, then writes one archive. Entries keep the order of the calls. */
struct hg_archive_writer;

struct hg_archive_writer *hg_archive_writer_open(void);
void hg_archive_writer_free(struct hg_archive_writer *writer); /* null is allowed */
/* An entry with these bytes (copied), deflated. `modified` is its time, seconds since 1970. */
void hg_archive_writer_add(struct hg_archive_writer *writer, struct hg_str name,
                           struct hg_str bytes, int64_t modified);
/* An entry of `from`, compressed bytes, name and time as they stand. `from` must stay open until
 * the archive is written. */
void hg_archive_writer_copy(struct hg_archive_writer *writer, struct hg_archive *from,
                            size_t index);
/* Appends the whole archive to a buffer. */
enum hg_status hg_archive_writer_bytes(struct hg_buf *out, struct hg_archive_writer *writer,
                                       struct hg_error *err);
/* Writes beside `path` and renames, so that no half-written file is ever seen under that name. */
enum hg_status hg_archive_writer_save(struct hg_archive_writer *writer, const char *path,
                                      struct hg_error *err);

#endif
