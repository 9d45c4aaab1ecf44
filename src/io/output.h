/* Files that hegao writes: beside their place, then renamed, so that no half-written file is ever
 * seen under the name and an input is never written to in place. */
#ifndef HG_IO_OUTPUT_H
#define HG_IO_OUTPUT_H

#include "base/str.h"

/* Appends the file that `path` leads to: the target of a link, so that a link stays one; else the
 * path itself. */
void hg_output_target(struct hg_buf *out, const char *path);

/* Replaces or makes the file at `path`. On failure nothing is left behind. A device or pipe
 * is written to as it is. */
enum hg_status hg_output_replace(const char *path, struct hg_str bytes, struct hg_error *err);

#endif
