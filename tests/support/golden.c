#include "support/golden.h"

#include <stdio.h>
#include <stdlib.h>

#include "io/reader.h"
#include "lint/registry.h"
#include "support/outline.h"

void hg_test_read(struct hg_buf *out, const char *path)
{
    FILE *file = fopen(path, "rb");
    char chunk[4096];
    size_t got;

    if (file == NULL) {
        (void)fprintf(stderr, "cannot read %s\n", path);
        abort();
    }
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0) {
        hg_buf_append(out, chunk, got);
    }
    (void)fclose(file);
}

static void print_finding(struct hg_buf *out, const struct hg_finding *finding, bool message)
{
    hg_buf_printf(out, "%s %s ", hg_severity_name(finding->severity), finding->check->id);
    if (finding->place.paragraph == NULL) {
        hg_buf_puts(out, "document");
    } else {
        hg_buf_printf(out, "%s:%u 「", hg_part_name(finding->place.paragraph->part),
                      (unsigned)finding->place.paragraph->number);
        hg_buf_str(out, hg_place_quote(finding->place));
        hg_buf_puts(out, "」");
    }
    if (message) {
        hg_buf_putc(out, ' ');
        hg_buf_str(out, finding->message);
    }
    if (message && finding->has_suggestion) {
        hg_buf_puts(out, " => 「");
        hg_buf_str(out, finding->suggestion);
        hg_buf_puts(out, "」");
    }
    hg_buf_putc(out, '\n');
}

/* Runs one check (all if `id` is null) and appends what it finds; returns how many. */
static size_t run(struct hg_buf *out, const char *id, struct hg_doc *doc, bool messages)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_lint_options options = {.today = {2024, 7, 5}};
    bool *disabled = HG_NEW_ARRAY(arena, bool, hg_check_count());
    struct hg_lint_result *result;
    size_t found, count;
    const struct hg_check *const *checks = hg_checks(&count);

    for (size_t i = 0; i < count; i++) {
        disabled[i] = id != NULL && !hg_str_is(hg_str_of(id), checks[i]->id);
    }
    options.disabled = disabled;
    result = hg_lint_run(doc, &options);
    found = result->findings.len;
    for (size_t i = 0; i < found && out != NULL; i++) {
        print_finding(out, result->findings.items[i], messages);
    }
    hg_lint_result_free(result);
    hg_doc_free(doc);
    hg_arena_free(arena);
    return found;
}

void hg_test_findings(struct hg_buf *out, const char *id, const char *outline)
{
    (void)run(out, id, hg_test_doc(outline), true);
}

void hg_test_file_findings(struct hg_buf *out, const char *path)
{
    struct hg_doc *doc;
    struct hg_error err;

    if (hg_read_file(&doc, path, NULL, &err) != HG_OK) {
        (void)fprintf(stderr, "%s: %s\n", path, err.message);
        abort();
    }
    (void)run(out, NULL, doc, false);
}

size_t hg_test_count(const char *id, const char *outline)
{
    return run(NULL, id, hg_test_doc(outline), false);
}
