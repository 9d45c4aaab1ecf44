/* Any bytes, read as a document of whatever kind they look like, and checked by everything. */
#include <stddef.h>
#include <stdint.h>

#include "io/reader.h"
#include "lint/run.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct hg_lint_options options = {.today = {2024, 7, 5}};
    struct hg_doc *doc;
    struct hg_error err;

    for (int view = HG_REVISIONS_ACCEPT; view <= HG_REVISIONS_REJECT; view++) {
        struct hg_read_options read = {.revisions = (enum hg_revision_view)view};

        if (hg_read_memory(&doc, (struct hg_str){(const char *)data, size}, &read, &err) == HG_OK) {
            hg_lint_result_free(hg_lint_run(doc, &options));
            hg_doc_free(doc);
        }
    }
    return 0;
}
