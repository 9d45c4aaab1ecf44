/* Reading one input as a command names it. */
#ifndef HG_CLI_INPUT_H
#define HG_CLI_INPUT_H

#include "io/reader.h"

/* A path, or "-" for standard input. */
enum hg_status hg_input_read(struct hg_doc **out, const char *path,
                             const struct hg_read_options *options, struct hg_error *err);
/* The path as output shows it: bytes that are not UTF-8 as %XX. */
void hg_input_show(struct hg_buf *out, const char *path);

#endif
