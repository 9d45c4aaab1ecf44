#include "io/docx_editor.h"

#include <strings.h>
#include <time.h>

#include "io/docx_edit_comments.h"
#include "io/docx_edit_marks.h"
#include "io/docx_edit_own.h"
#include "io/docx_edit_parts.h"

static void format_date(char out[32], int64_t seconds)
{
    time_t time = (time_t)seconds;
    struct tm parts;

    if (gmtime_r(&time, &parts) == NULL || strftime(out, 32, "%Y-%m-%dT%H:%M:%SZ", &parts) == 0) {
        out[0] = '\0';
    }
}

/* Edits in other parts than the main one cannot be placed: what is left is in `kept`. */
static void sort_out(const struct hg_docx_parts *parts, struct hg_docx_edit *edits, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct hg_str part = edits[i].part, main = parts->main.name;

        if (edits[i].anchor == HG_DOCX_AT_RANGE &&
            (part.len != main.len || strncasecmp(part.data, main.data, main.len) != 0)) {
            edits[i].start_leaf = edits[i].end_leaf = UINT32_MAX; /* no leaf has this ordinal */
        }
    }
}

static enum hg_status edit_parts(struct hg_docx_parts *parts, struct hg_docx_own *own,
                                 struct hg_docx_edit *edits, size_t count,
                                 const struct hg_docx_edit_options *options, struct hg_error *err)
{
    struct hg_docx_raw *comments = &parts->part[HG_DOCX_COMMENTS];
    struct hg_docx_ids ids = {0};
    int32_t *comment_ids = hg_heap_alloc((count + 1) * sizeof *comment_ids);
    char date[32];
    struct hg_docx_marks marks = {&ids, hg_docx_parts_namespace(parts), date};
    enum hg_status status;

    format_date(date, options->time);
    hg_docx_own_find(own, comments);
    hg_docx_own_strip_marks(own, &parts->main);
    if (options->strip_changes) {
        hg_docx_own_strip_changes(&parts->main);
    }
    status = hg_docx_own_strip_entries(own, parts, err);
    if (status == HG_OK && count > 0) {
        hg_docx_ids_collect(&ids, hg_buf_view(&parts->main.text), &own->comments);
        hg_docx_ids_collect(&ids, hg_buf_view(&comments->text), &own->comments);
        sort_out(parts, edits, count);
        hg_docx_marks_place(&parts->main.patches, hg_buf_view(&parts->main.text), edits, count,
                            comment_ids, &marks);
        status = hg_docx_comments_add(parts, edits, comment_ids, count,
                                      options->author.len > 0 ? options->author
                                                              : HG_STR(HG_DOCX_OWN_AUTHOR),
                                      date, err);
    }
    hg_docx_ids_release(&ids);
    hg_heap_free(comment_ids);
    return status;
}

enum hg_status hg_docx_edit(struct hg_archive_writer *writer, struct hg_archive *package,
                            struct hg_docx_edit *edits, size_t count,
                            const struct hg_docx_edit_options *options, struct hg_error *err)
{
    struct hg_docx_parts parts;
    struct hg_docx_own own = {0};
    enum hg_status status = hg_docx_parts_open(&parts, package, err);

    if (status == HG_OK) {
        status = hg_docx_parts_may_edit(&parts, err);
    }
    if (status == HG_OK) {
        status = hg_docx_parts_load(&parts, HG_DOCX_COMMENTS, err);
    }
    if (status == HG_OK) {
        status = edit_parts(&parts, &own, edits, count, options, err);
    }
    if (status == HG_OK) {
        hg_docx_parts_write(writer, &parts, options->time);
    }
    hg_docx_own_release(&own);
    hg_docx_parts_release(&parts);
    return status;
}
