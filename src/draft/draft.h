/* The skeleton of a report as a DOCX: real heading styles on one multilevel list, the page and fonts
 * of the form's layout profile, what is given filled in, what is missing as content controls. */
#ifndef HG_DRAFT_DRAFT_H
#define HG_DRAFT_DRAFT_H

#include "draft/values.h"

struct hg_draft_options {
    int64_t modified; /* seconds since 1970, of the package's entries and properties */
    bool force;       /* an existing file may be replaced */
};

/* Writes beside `path` and renames; a failure leaves no half file. HG_EXISTS if the file exists
 * and may not be replaced. */
enum hg_status hg_draft_save(struct hg_draft_values *values, const char *path,
                             const struct hg_draft_options *options, struct hg_error *err);
/* The same into memory. */
enum hg_status hg_draft_bytes(struct hg_buf *out, struct hg_draft_values *values,
                              const struct hg_draft_options *options, struct hg_error *err);

#endif
