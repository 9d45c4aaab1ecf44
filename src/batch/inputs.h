/* From the paths a user names to the files to read. */
#ifndef HG_BATCH_INPUTS_H
#define HG_BATCH_INPUTS_H

#include <stdbool.h>

#include "base/str.h"
#include "base/vec.h"

struct hg_input {
    const char *path; /* "-" is standard input */
    const char *relative; /* below the folder that was named, or the file's own name */
    bool named;       /* by the user; false for what was met in a folder */
    enum hg_status skip; /* HG_OWNER_FILE or HG_EMPTY: met in a folder, passed over; else HG_OK */
};

struct hg_inputs {
    struct hg_arena *arena;
    HG_VEC(struct hg_input) items;
};

/* Adds a path: a file as it is, a folder with every *.docx and *.txt below it, sorted by name
 * bytewise. A path that does not exist is added as it is: reading it tells why it fails. Hidden
 * folders are passed over. */
void hg_inputs_add(struct hg_inputs *inputs, const char *path);
/* Adds every path of a list, one a line (or separated by zero bytes, if there are any); empty
 * lines are passed over. */
void hg_inputs_add_list(struct hg_inputs *inputs, struct hg_str list);

#endif
