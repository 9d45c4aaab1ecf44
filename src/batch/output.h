/* Where results go: standard output, or a file that is written beside its place and renamed, so
 * that nothing half-written is ever seen under its name. Fragments that have to wait for what is
 * known last are spooled to a temporary file. */
#ifndef HG_BATCH_OUTPUT_H
#define HG_BATCH_OUTPUT_H

#include <stdio.h>

#include "base/str.h"

struct hg_output {
    FILE *file;
    const char *path;        /* null: standard output */
    struct hg_buf target;    /* the file itself where `path` is a link to it */
    struct hg_buf temporary; /* name of the file while it is written; empty for a device or pipe,
                                which is written to as it is and never replaced */
    FILE *spool;             /* null unless spooling */
};

/* `path` null or "-" is standard output. HG_NOT_REGULAR for a folder, HG_NOT_PERMITTED, HG_IO. */
enum hg_status hg_output_open(struct hg_output *output, const char *path, struct hg_error *err);
enum hg_status hg_output_spool(struct hg_output *output, struct hg_error *err);
/* To the spool if there is one. False if it could not be written. */
bool hg_output_write(struct hg_output *output, struct hg_str text);
/* Past the spool; then what was spooled. */
bool hg_output_unspool(struct hg_output *output, struct hg_str head);
/* Everything is written: flushes, renames. `fine` false gives it up instead. */
enum hg_status hg_output_close(struct hg_output *output, bool fine, struct hg_error *err);

#endif
