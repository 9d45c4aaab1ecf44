/* Annotated copies of the sample drafts: each comment's range, read back, is its finding's quote;
 * the text is the original's; a second run gives the same bytes. */
#include "report/annotate.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "io/docx_editor.h"
#include "io/reader.h"
#include "support/golden.h"
#include "support/unit.h"

static const struct hg_lint_options lint = {.today = {2024, 7, 5}};

static struct hg_doc *read_doc(const char *path, bool own)
{
    struct hg_read_options options = {.own_comments = own};
    struct hg_doc *doc = NULL;
    struct hg_error err;

    if (hg_read_file(&doc, path, &options, &err) != HG_OK) {
        fail_msg("%s: %s", path, err.message);
    }
    return doc;
}

static void annotate(const char *path, const char *copy, const struct hg_lint_result *result,
                     bool strip)
{
    struct hg_annotate_options options = {.day = {2024, 7, 5}, .strip = strip};
    struct hg_annotate_counts counts;
    struct hg_error err;

    if (hg_annotate(path, copy, result, &options, &counts, &err) != HG_OK) {
        fail_msg("%s: %s", path, err.message);
    }
    assert_int_equal(counts.comments, strip ? 0 : result->findings.len);
}

/* The comment of the n-th finding: they are written in order, with rising ids. */
static const struct hg_comment *own_comment(const struct hg_doc *doc, size_t n)
{
    const struct hg_comment *found = NULL;
    int32_t last = INT32_MIN;

    for (size_t i = 0; i <= n; i++) {
        found = NULL;
        for (size_t j = 0; j < doc->comments.len; j++) {
            const struct hg_comment *comment = &doc->comments.items[j];

            if (hg_str_is(comment->author, HG_DOCX_OWN_AUTHOR) && comment->id > last &&
                (found == NULL || comment->id < found->id)) {
                found = comment;
            }
        }
        assert_non_null(found);
        last = found->id;
    }
    return found;
}

static size_t assert_read_back(const char *copy, const struct hg_lint_result *result)
{
    struct hg_doc *doc = read_doc(copy, true);
    size_t compared = 0;

    for (size_t i = 0; i < result->findings.len; i++) {
        const struct hg_finding *finding = result->findings.items[i];
        const struct hg_comment *comment = own_comment(doc, i);
        struct hg_str quote, range;

        assert_true(hg_str_contains(comment->text, hg_str_of(finding->check->id)));
        assert_non_null(comment->start_paragraph);
        if (finding->place.paragraph == NULL || finding->place.paragraph->part != HG_PART_BODY) {
            continue;
        }
        quote = hg_place_quote(finding->place);
        if (quote.len == 0) {
            continue;
        }
        assert_ptr_equal(comment->start_paragraph, comment->end_paragraph);
        range = hg_str_sub(comment->start_paragraph->text,
                           (struct hg_span){comment->start, comment->end});
        assert_int_equal(range.len, quote.len);
        assert_memory_equal(range.data, quote.data, quote.len);
        compared++;
    }
    hg_doc_free(doc);
    return compared;
}

static void assert_same_text(const struct hg_doc *a, const struct hg_doc *b)
{
    assert_int_equal(a->paragraphs.len, b->paragraphs.len);
    for (size_t i = 0; i < a->paragraphs.len; i++) {
        const struct hg_paragraph *one = a->paragraphs.items[i], *other = b->paragraphs.items[i];

        assert_true(hg_str_equal(one->text, other->text));
        assert_true(hg_str_equal(one->label.text, other->label.text));
        assert_int_equal(one->part, other->part);
    }
}

static void assert_same_bytes(const char *a, const char *b)
{
    struct hg_buf one = HG_BUF_INIT, other = HG_BUF_INIT;

    hg_test_read(&one, a);
    hg_test_read(&other, b);
    assert_int_equal(one.len, other.len);
    assert_memory_equal(one.data, other.data, one.len);
    hg_buf_release(&one);
    hg_buf_release(&other);
}

static size_t check_sample(const char *path, const char *folder)
{
    struct hg_buf first = HG_BUF_INIT, second = HG_BUF_INIT;
    struct hg_doc *doc = read_doc(path, false), *copy;
    struct hg_lint_result *result = hg_lint_run(doc, &lint), *again;
    size_t compared;

    hg_buf_printf(&first, "%s/first.docx", folder);
    hg_buf_printf(&second, "%s/second.docx", folder);
    annotate(path, first.data, result, false);
    compared = assert_read_back(first.data, result);
    copy = read_doc(first.data, false);
    assert_same_text(doc, copy);
    /* The copy, checked and annotated, gives itself. */
    again = hg_lint_run(copy, &lint);
    assert_int_equal(again->findings.len, result->findings.len);
    annotate(first.data, second.data, again, false);
    assert_same_bytes(first.data, second.data);
    hg_lint_result_free(again);
    hg_doc_free(copy);
    /* Stripped it has no comment of ours left. */
    annotate(first.data, second.data, NULL, true);
    copy = read_doc(second.data, true);
    assert_same_text(doc, copy);
    hg_doc_free(copy);
    hg_lint_result_free(result);
    hg_doc_free(doc);
    (void)unlink(first.data);
    (void)unlink(second.data);
    hg_buf_release(&first);
    hg_buf_release(&second);
    return compared;
}

static void comments_stand_on_their_quotes(void **state)
{
    static const char *const kinds[] = {"clean", "flawed"};
    char folder[] = "/tmp/hegao-annotate-XXXXXX";
    size_t compared = 0;

    (void)state;
    assert_non_null(mkdtemp(folder));
    for (size_t kind = 0; kind < 2; kind++) {
        struct hg_buf path = HG_BUF_INIT;
        DIR *listing;
        const struct dirent *entry;

        hg_buf_printf(&path, "%s/samples/%s", HG_SOURCE_DIR, kinds[kind]);
        listing = opendir(path.data);
        assert_non_null(listing);
        while ((entry = readdir(listing)) != NULL) {
            if (hg_str_ends(hg_str_of(entry->d_name), HG_STR(".docx"))) {
                hg_buf_clear(&path);
                hg_buf_printf(&path, "%s/samples/%s/%s", HG_SOURCE_DIR, kinds[kind], entry->d_name);
                compared += check_sample(path.data, folder);
            }
        }
        (void)closedir(listing);
        hg_buf_release(&path);
    }
    (void)rmdir(folder);
    assert_true(compared >= 8);
}

static void the_draft_itself_is_never_the_copy(void **state)
{
    struct hg_annotate_options options = {.day = {2024, 7, 5}, .strip = true};
    struct hg_annotate_counts counts;
    struct hg_error err;
    const char *sample = HG_SOURCE_DIR "/samples/clean/annual-typed.docx";

    (void)state;
    assert_int_equal(hg_annotate(sample, sample, NULL, &options, &counts, &err), HG_EXISTS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comments_stand_on_their_quotes),
        cmocka_unit_test(the_draft_itself_is_never_the_copy),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
