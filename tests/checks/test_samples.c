/* The drafts in samples/: the clean ones give no finding, the flawed ones exactly those that stand
 * beside them in NAME.expected. HG_GOLDEN_WRITE=1 writes what is missing. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "support/golden.h"
#include "support/unit.h"

static void clean_draft_is_silent(void **state)
{
    struct hg_buf found = HG_BUF_INIT;

    hg_test_file_findings(&found, *state);
    if (found.len > 0) {
        fail_msg("%s:\n%s", (const char *)*state, found.data);
    }
    hg_buf_release(&found);
}

static void flawed_draft_gives_what_is_expected(void **state)
{
    struct hg_arena *arena = hg_arena_open();
    const char *path = *state;
    const char *expected_path =
        hg_arena_printf(arena, "%.*s.expected", (int)strlen(path) - 5, path);
    struct hg_buf found = HG_BUF_INIT, expected = HG_BUF_INIT;

    hg_test_file_findings(&found, path);
    if (getenv("HG_GOLDEN_WRITE") != NULL && access(expected_path, F_OK) != 0) {
        FILE *file = fopen(expected_path, "wb");

        assert_non_null(file);
        (void)fwrite(hg_buf_view(&found).data, 1, found.len, file);
        (void)fclose(file);
    }
    hg_test_read(&expected, expected_path);
    assert_true(expected.len > 0);
    assert_string_equal(hg_buf_view(&found).data, hg_buf_view(&expected).data);
    hg_buf_release(&found);
    hg_buf_release(&expected);
    hg_arena_free(arena);
}

static int is_draft(const struct dirent *entry)
{
    size_t len = strlen(entry->d_name);

    return len > 5 && strcmp(entry->d_name + len - 5, ".docx") == 0;
}

struct suite {
    struct hg_arena *arena;
    HG_VEC(struct CMUnitTest) tests;
};

static void add_folder(struct suite *suite, const char *folder, CMUnitTestFunction test)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, is_draft, alphasort);

    for (int i = 0; i < count; i++) {
        char *path = hg_arena_printf(suite->arena, "%s/%s", folder, entries[i]->d_name);

        *HG_PUSH(suite->arena, &suite->tests) =
            (struct CMUnitTest){path, test, NULL, NULL, path};
        free(entries[i]);
    }
    free(entries);
}

int main(void)
{
    struct suite suite = {.arena = hg_arena_open()};
    int failed;

    add_folder(&suite, HG_SOURCE_DIR "/samples/clean", clean_draft_is_silent);
    add_folder(&suite, HG_SOURCE_DIR "/samples/flawed", flawed_draft_gives_what_is_expected);
    if (suite.tests.len < 6) {
        (void)fprintf(stderr, "the sample drafts are missing\n");
        return 1;
    }
    failed = _cmocka_run_group_tests("samples", suite.tests.items, suite.tests.len, NULL, NULL);
    hg_arena_free(suite.arena);
    return failed;
}
