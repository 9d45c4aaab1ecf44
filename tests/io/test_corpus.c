/* Every DOCX of the shared material: read in both views or refused with a line, and every
 * character where its origin says. Labelled `shared`; skipped where the material is absent. */
#include <ftw.h>
#include <stdio.h>
#include <unistd.h>

#include "base/utf8.h"
#include "support/origins.h"
#include "support/package.h"
#include "support/unit.h"

static HG_VEC(char *) paths;
static size_t total_bare;

static const char *folder(void)
{
    static const char *const places[] = {HG_SOURCE_DIR "/../shared/corpus/docx",
                                         HG_SOURCE_DIR "/../../shared/corpus/docx"};

    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (access(places[i], R_OK) == 0) {
            return places[i];
        }
    }
    return NULL;
}

static int collect(const char *path, const struct stat *stat, int kind, struct FTW *walk)
{
    (void)stat;
    (void)walk;
    if (kind == FTW_F) {
        char *copy = hg_heap_alloc(strlen(path) + 1);

        memcpy(copy, path, strlen(path));
        *HG_HEAP_PUSH(&paths) = copy;
    }
    return 0;
}

static bool read_bytes(struct hg_buf *out, const char *path)
{
    FILE *file = fopen(path, "rb");
    char chunk[65536];
    size_t got;

    if (file == NULL) {
        return false;
    }
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0) {
        hg_buf_append(out, chunk, got);
    }
    (void)fclose(file);
    return true;
}

/* What model/doc.h promises of every document. */
static void check_structure(const struct hg_doc *doc)
{
    uint32_t numbers[HG_PART_COUNT] = {0};

    assert_int_equal(doc->stories.items[0]->part, HG_PART_BODY);
    assert_true(doc->sections.len >= 1);
    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];
        size_t end = 0;

        assert_int_equal(paragraph->index, i);
        assert_int_equal(paragraph->number, ++numbers[paragraph->part]);
        assert_int_equal(paragraph->part == HG_PART_BODY, i < doc->body_count);
        assert_true(paragraph->section < doc->sections.len);
        assert_non_null(paragraph->look);
        assert_non_null(paragraph->mark_look);
        assert_int_equal(hg_utf8_valid_until(paragraph->text), paragraph->text.len);
        for (size_t j = 0; j < paragraph->runs.len; j++) {
            assert_int_equal(paragraph->runs.items[j].span.start, end);
            end = paragraph->runs.items[j].span.end;
        }
        assert_int_equal(end, paragraph->text.len);
        for (size_t at = 0; at < paragraph->text.len;) {
            uint32_t c = hg_utf8_next(paragraph->text, &at);

            assert_true(c == '\t' || c == '\n' || (c >= 0x20 && !(c >= 0x7F && c <= 0x9F)));
        }
    }
    for (size_t i = 0; i < doc->tables.len; i++) {
        const struct hg_table *table = doc->tables.items[i];
        uint32_t rows = 0;

        assert_int_equal(table->number, i + 1);
        for (const struct hg_node *row = table->node.first_child; row != NULL; row = row->next) {
            rows++;
            for (const struct hg_node *cell = row->first_child; cell != NULL; cell = cell->next) {
                const struct hg_cell *at = hg_node_cell(cell);

                assert_true(at->column_span >= 1 && at->column + at->column_span <= table->columns);
                assert_true(hg_node_row(row)->index + at->row_span <= table->rows);
            }
        }
        assert_int_equal(rows, table->rows);
    }
}

static size_t check(const char *path, enum hg_revision_view view, size_t *bad)
{
    struct hg_buf bytes = HG_BUF_INIT, why = HG_BUF_INIT;
    struct hg_read_options options = {.revisions = view};
    struct hg_error err = {HG_OK, ""};
    struct hg_doc *doc;
    size_t seen = 0, bare;

    if (!read_bytes(&bytes, path)) {
        return 0;
    }
    if (hg_read_memory(&doc, hg_buf_view(&bytes), &options, &err) != HG_OK) {
        assert_true(err.message[0] != '\0');
        print_message("refused: %s: %s\n", path, err.message);
    } else {
        struct hg_archive *archive;

        check_structure(doc);
        assert_int_equal(hg_archive_open(&archive, hg_buf_view(&bytes), NULL), HG_OK);
        seen = origins_check(doc, archive, &bare, &why);
        total_bare += bare;
        if (why.len > 0) {
            print_message("%s: %s\n", path, why.data);
            (*bad)++;
        }
        hg_archive_close(archive);
        hg_doc_free(doc);
    }
    hg_buf_release(&why);
    hg_buf_release(&bytes);
    return seen;
}

static void every_character_stands_at_its_origin(void **state)
{
    size_t seen = 0, bad = 0;

    (void)state;
    if (folder() == NULL) {
        skip();
    }
    (void)nftw(folder(), collect, 16, FTW_PHYS);
    for (size_t i = 0; i < paths.len; i++) {
        seen += check(paths.items[i], HG_REVISIONS_ACCEPT, &bad);
        seen += check(paths.items[i], HG_REVISIONS_REJECT, &bad);
        hg_heap_free(paths.items[i]);
    }
    print_message("%zu files, %zu characters with an origin, %zu generated\n", paths.len, seen,
                  total_bare);
    assert_true(total_bare < seen / 1000); /* formulas and drop-down fields alone */
    assert_true(paths.len > 100);
    assert_int_equal(bad, 0);
    HG_HEAP_VEC_FREE(&paths);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_stands_at_its_origin),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
