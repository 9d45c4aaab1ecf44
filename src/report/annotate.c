#include "report/annotate.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/utf8.h"
#include "io/docx_editor.h"
#include "report/writer.h"

enum { RELATED_SHOWN = 4, QUOTE_SHOWN = 40 };

/* ---- What a comment says ---- */

static void quoted(struct hg_buf *out, struct hg_str quote)
{
    size_t end = hg_utf8_offset(quote, QUOTE_SHOWN);

    hg_buf_puts(out, "“");
    hg_utf8_printable(out, hg_str_sub(quote, (struct hg_span){0, end}));
    hg_buf_puts(out, end < quote.len ? "…”" : "”");
}

static void write_comment(struct hg_buf *out, const struct hg_finding *finding, bool moved)
{
    size_t shown = 0;

    hg_buf_printf(out, "【%s】%s（%s）\n", hg_severity_label(finding->severity),
                  finding->check->name, finding->check->id);
    if (moved && finding->place.paragraph != NULL) {
        hg_place_words(out, finding->place);
        if (hg_place_quote(finding->place).len > 0) {
            quoted(out, hg_place_quote(finding->place));
        }
        hg_buf_puts(out, "：");
    }
    hg_utf8_printable(out, finding->message);
    if (finding->working.len > 0) {
        hg_buf_puts(out, "\n算式：");
        hg_utf8_printable(out, finding->working);
    }
    if (finding->has_suggestion && finding->suggestion.len > 0) {
        hg_buf_puts(out, "\n建议改为：");
        hg_utf8_printable(out, finding->suggestion);
    }
    for (size_t i = 0; i < finding->related.len && shown < RELATED_SHOWN; i++) {
        struct hg_place place = finding->related.items[i];

        if (place.paragraph != finding->place.paragraph && hg_place_quote(place).len > 0) {
            hg_buf_puts(out, "\n另见");
            hg_place_words(out, place);
            quoted(out, hg_place_quote(place));
            shown++;
        }
    }
}

/* ---- Where it stands ---- */

/* The first and last characters of a span that stand in the package. Generated text (a note's
 * mark) has no origin and is passed over. */
static bool span_ends(const struct hg_paragraph *paragraph, struct hg_span span,
                      struct hg_origin *first, struct hg_origin *last)
{
    size_t start = span.start, end = span.end;

    while (start < end && !hg_paragraph_origin(paragraph, start, first)) {
        (void)hg_utf8_next(paragraph->text, &start);
    }
    while (end > start) {
        (void)hg_utf8_prev(paragraph->text, &end);
        if (hg_paragraph_origin(paragraph, end, last)) {
            return true;
        }
    }
    return false;
}

static bool set_range(struct hg_docx_edit *edit, const struct hg_doc *doc,
                      const struct hg_paragraph *paragraph, struct hg_span span)
{
    struct hg_origin first, last;

    if (span.start == span.end) { /* the automatic number, or a point: the character beside it */
        if (paragraph->text.len == 0) {
            return false;
        }
        if (span.start >= paragraph->text.len) {
            (void)hg_utf8_prev(paragraph->text, &span.start);
            span.end = paragraph->text.len;
        } else {
            (void)hg_utf8_next(paragraph->text, &span.end);
        }
    }
    if (!span_ends(paragraph, span, &first, &last) || first.part_name != last.part_name) {
        return false;
    }
    edit->anchor = HG_DOCX_AT_RANGE;
    edit->part = hg_str_of(doc->part_names.items[first.part_name]);
    edit->start_leaf = first.leaf;
    edit->start_offset = first.offset;
    edit->end_leaf = last.leaf;
    edit->end_offset = last.offset + 1;
    return true;
}

/* The first paragraph of the body with text: for what concerns the whole document. */
static void set_document(struct hg_docx_edit *edit, const struct hg_doc *doc)
{
    for (size_t i = 0; i < doc->body_count; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];

        if (paragraph->text.len > 0) {
            if (set_range(edit, doc, paragraph, (struct hg_span){0, paragraph->text.len})) {
                return;
            }
            break;
        }
    }
    edit->anchor = HG_DOCX_AT_DOCUMENT;
}

/* Comments stand in the main part only: a finding in a note goes to the reference of the note, one
 * in a header or footer to the first paragraph, one in somebody's comment to what that comments
 * on. A box is in the main part, or in one of those. True if the place is the finding's own. */
static bool set_place(struct hg_docx_edit *edit, const struct hg_doc *doc, struct hg_place place)
{
    const struct hg_paragraph *paragraph = place.paragraph;

    for (int depth = 0; paragraph != NULL && depth < 8; depth++) {
        const struct hg_story *story = hg_node_story(&paragraph->node);

        switch (story->part) {
        case HG_PART_BODY:
            return set_range(edit, doc, paragraph, place.span) && depth == 0;
        case HG_PART_TEXTBOX:
            if (story->anchor == NULL ||
                hg_node_story(&story->anchor->node)->part == HG_PART_BODY) {
                return set_range(edit, doc, paragraph, place.span) && depth == 0;
            }
            break;
        case HG_PART_FOOTNOTE:
        case HG_PART_ENDNOTE:
            edit->anchor = story->part == HG_PART_FOOTNOTE ? HG_DOCX_AT_FOOTNOTE
                                                           : HG_DOCX_AT_ENDNOTE;
            edit->note_id = story->id;
            return false;
        case HG_PART_COMMENT:
            for (size_t i = 0; i < doc->comments.len; i++) {
                const struct hg_comment *comment = &doc->comments.items[i];

                if (comment->story == story && comment->start_paragraph != NULL) {
                    place.span = (struct hg_span){
                        comment->start, comment->end_paragraph == comment->start_paragraph
                                            ? comment->end
                                            : comment->start_paragraph->text.len};
                    return set_range(edit, doc, comment->start_paragraph, place.span) && false;
                }
            }
            break;
        default:
            break;
        }
        paragraph = story->anchor;
        place.span = paragraph != NULL ? (struct hg_span){0, paragraph->text.len} : place.span;
    }
    return false;
}

/* A certain replacement may be tracked unless the text is a field's result, which the next update
 * would bring back. */
static void set_change(struct hg_docx_edit *edit, const struct hg_finding *finding,
                       const struct hg_annotate_options *options)
{
    const struct hg_paragraph *paragraph = finding->place.paragraph;

    edit->change = options->changes && finding->has_suggestion && paragraph != NULL &&
                   finding->check->family != HG_FAMILY_FIGURES &&
                   finding->place.span.start < finding->place.span.end &&
                   !hg_paragraph_span_has(paragraph, finding->place.span, HG_RUN_FIELD_RESULT) &&
                   memchr(finding->suggestion.data, '\n', finding->suggestion.len) == NULL;
    edit->replacement = finding->suggestion;
}

static void make_edits(struct hg_docx_edit *edits, bool *exact, struct hg_arena *arena,
                       const struct hg_lint_result *result,
                       const struct hg_annotate_options *options)
{
    for (size_t i = 0; i < result->findings.len; i++) {
        const struct hg_finding *finding = result->findings.items[i];
        struct hg_buf text = HG_BUF_INIT;

        edits[i] = (struct hg_docx_edit){.anchor = HG_DOCX_AT_DOCUMENT};
        exact[i] = finding->place.paragraph == NULL;
        if (exact[i]) {
            set_document(&edits[i], result->doc);
        } else {
            exact[i] = set_place(&edits[i], result->doc, finding->place);
            if (exact[i]) {
                set_change(&edits[i], finding, options);
            } else if (edits[i].anchor == HG_DOCX_AT_DOCUMENT) {
                set_document(&edits[i], result->doc);
            }
        }
        write_comment(&text, finding, !exact[i]);
        edits[i].comment = hg_str_copy(arena, hg_buf_view(&text));
        hg_buf_release(&text);
    }
}

/* Findings whose place the raw package does not have go to the first paragraph after all. True if
 * there are any. */
static bool move_unplaced(struct hg_docx_edit *edits, bool *exact, size_t count,
                          struct hg_arena *arena, const struct hg_lint_result *result)
{
    bool any = false;

    for (size_t i = 0; i < count; i++) {
        if (edits[i].outcome == HG_DOCX_NOT_PLACED && edits[i].anchor != HG_DOCX_AT_DOCUMENT) {
            struct hg_buf text = HG_BUF_INIT;

            write_comment(&text, result->findings.items[i], true);
            edits[i] = (struct hg_docx_edit){.anchor = HG_DOCX_AT_DOCUMENT,
                                             .comment = hg_str_copy(arena, hg_buf_view(&text))};
            hg_buf_release(&text);
            exact[i] = false;
            any = true;
        }
    }
    return any;
}

/* ---- The copy ---- */

static enum hg_status make_folders(const char *path, struct hg_error *err)
{
    struct hg_buf folder = HG_BUF_INIT;
    enum hg_status status = HG_OK;

    for (size_t i = 1; status == HG_OK && path[i] != '\0'; i++) {
        if (path[i] != '/') {
            continue;
        }
        hg_buf_clear(&folder);
        hg_buf_append(&folder, path, i);
        if (mkdir(folder.data, 0777) != 0 && errno != EEXIST) {
            status = hg_error_set(err, HG_IO, "不能建立文件夹 %s：%s", folder.data,
                                  hg_errno_text(errno));
        }
    }
    hg_buf_release(&folder);
    return status;
}

static bool same_file(const char *a, const char *b)
{
    struct stat one, other;

    return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev &&
           one.st_ino == other.st_ino;
}

static int64_t seconds_of(struct hg_day day)
{
    struct tm parts = {.tm_year = day.year - 1900, .tm_mon = day.month - 1, .tm_mday = day.day};

    return (int64_t)timegm(&parts);
}

static bool begins_as_zip(FILE *file)
{
    char magic[2] = "";
    bool zip = fread(magic, 1, 2, file) == 2 && magic[0] == 'P' && magic[1] == 'K';

    rewind(file);
    return zip;
}

static enum hg_status open_package(struct hg_archive **out, const char *path, struct hg_error *err)
{
    FILE *file = fopen(path, "rbe");

    if (file == NULL) {
        return hg_error_set(err, HG_IO, "不能再次读取原稿：%s", hg_errno_text(errno));
    }
    if (!begins_as_zip(file)) {
        (void)fclose(file);
        return hg_error_set(err, HG_NOT_DOCX, "不是 DOCX，纯文本不能带批注，未作批注");
    }
    return hg_archive_open_file(out, file, err);
}

enum hg_status hg_annotate(const char *path, const char *copy, const struct hg_lint_result *result,
                           const struct hg_annotate_options *options,
                           struct hg_annotate_counts *counts, struct hg_error *err)
{
    size_t count = options->strip || result == NULL ? 0 : result->findings.len;
    struct hg_arena *arena = hg_arena_open();
    struct hg_docx_edit *edits = HG_NEW_ARRAY(arena, struct hg_docx_edit, count + 1);
    bool *exact = HG_NEW_ARRAY(arena, bool, count + 1);
    struct hg_docx_edit_options how = {options->author, seconds_of(options->day), options->strip};
    struct hg_archive_writer *writer = hg_archive_writer_open();
    struct hg_archive *package = NULL;
    enum hg_status status = open_package(&package, path, err);

    if (status == HG_OK && count > 0) {
        make_edits(edits, exact, arena, result, options);
    }
    if (status == HG_OK) {
        status = hg_docx_edit(writer, package, edits, count, &how, err);
    }
    if (status == HG_OK && move_unplaced(edits, exact, count, arena, result)) {
        hg_archive_writer_free(writer);
        writer = hg_archive_writer_open();
        status = hg_docx_edit(writer, package, edits, count, &how, err);
    }
    if (status == HG_OK && same_file(path, copy)) {
        status = hg_error_set(err, HG_EXISTS, "批注副本与原稿是同一个文件，未作批注；请换一个文件夹");
    }
    if (status == HG_OK) {
        status = make_folders(copy, err);
    }
    if (status == HG_OK) {
        status = hg_archive_writer_save(writer, copy, err);
    }
    *counts = (struct hg_annotate_counts){0};
    for (size_t i = 0; status == HG_OK && i < count; i++) {
        counts->comments += edits[i].outcome == HG_DOCX_COMMENTED;
        counts->changes += edits[i].outcome == HG_DOCX_CHANGED;
        counts->elsewhere += !exact[i] || edits[i].outcome == HG_DOCX_NOT_PLACED;
    }
    hg_archive_writer_free(writer);
    hg_archive_close(package);
    hg_arena_free(arena);
    return status;
}
