/* Writing tables for the program: their bytes go to one data file, and a C source takes that file
 * in with .incbin, so that megabytes of tables cost the compiler nothing. */
#ifndef HG_BUILD_BLOB_H
#define HG_BUILD_BLOB_H

#include <stdbool.h>
#include <stdio.h>

#include "base/str.h"

struct blob {
    const char *data_path;
    FILE *data, *source;
    size_t at; /* bytes written */
};

/* False (with a line on stderr) if one of the two files cannot be made. */
bool blob_open(struct blob *blob, const char *data_path, const char *source_path);
/* A table `name` of `count` items of `size` bytes, declared elsewhere with its type. */
void blob_table(struct blob *blob, const char *name, const void *items, size_t size, size_t count);
/* False if anything could not be written. */
bool blob_close(struct blob *blob);

/* Calls `row` for each line of a TSV file that is neither empty nor starts with '#'. `cells` has
 * `columns` items, missing ones "". False (with a line on stderr) if the file cannot be read. */
typedef void (*blob_row)(void *context, const struct hg_str *cells, size_t columns);
bool blob_read_tsv(const char *path, size_t columns, struct hg_arena *arena, blob_row row,
                   void *context);

#endif
