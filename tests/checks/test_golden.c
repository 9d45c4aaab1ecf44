/* Golden pairs: tests/checks/<family>/<id>/NAME.txt (an outline) and NAME.expected (the findings of
 * that check on it, one a line; empty: silent). HG_GOLDEN_WRITE=1 writes what is missing. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "lint/registry.h"
#include "support/golden.h"
#include "support/unit.h"

struct golden {
    const struct hg_check *check;
    char *path; /* without its ending */
};

static void matches_expected(void **state)
{
    const struct golden *golden = *state;
    struct hg_arena *arena = hg_arena_open();
    struct hg_buf outline = HG_BUF_INIT, expected = HG_BUF_INIT, found = HG_BUF_INIT;
    const char *expected_path = hg_arena_printf(arena, "%s.expected", golden->path);

    hg_test_read(&outline, hg_arena_printf(arena, "%s.txt", golden->path));
    hg_test_findings(&found, golden->check->id, hg_buf_view(&outline).data);
    if (getenv("HG_GOLDEN_WRITE") != NULL && access(expected_path, F_OK) != 0) {
        FILE *file = fopen(expected_path, "wb");

        assert_non_null(file);
        (void)fwrite(hg_buf_view(&found).data, 1, found.len, file);
        (void)fclose(file);
    }
    hg_test_read(&expected, expected_path);
    if (!hg_str_equal(hg_buf_view(&expected), hg_buf_view(&found))) {
        fail_msg("%s\nexpected:\n%sfound:\n%s", golden->path, hg_buf_view(&expected).data,
                 hg_buf_view(&found).data);
    }
    hg_buf_release(&outline);
    hg_buf_release(&expected);
    hg_buf_release(&found);
    hg_arena_free(arena);
}

static int is_outline(const struct dirent *entry)
{
    size_t len = strlen(entry->d_name);

    return len > 4 && strcmp(entry->d_name + len - 4, ".txt") == 0;
}

int main(void)
{
    HG_VEC(struct CMUnitTest) tests = {NULL, 0, 0};
    struct hg_arena *arena = hg_arena_open();
    size_t count;
    const struct hg_check *const *checks = hg_checks(&count);
    int failed;

    for (size_t i = 0; i < count; i++) {
        const char *folder = hg_arena_printf(arena, HG_SOURCE_DIR "/tests/checks/%s/%s",
                                             hg_family_name(checks[i]->family), checks[i]->id);
        struct dirent **entries = NULL;
        int found = scandir(folder, &entries, is_outline, alphasort);

        for (int j = 0; j < found; j++) {
            struct golden *golden = HG_NEW(arena, struct golden);

            golden->check = checks[i];
            golden->path = hg_arena_printf(arena, "%s/%.*s", folder,
                                           (int)strlen(entries[j]->d_name) - 4, entries[j]->d_name);
            *HG_PUSH(arena, &tests) = (struct CMUnitTest){golden->path, matches_expected, NULL,
                                                          NULL, golden};
            free(entries[j]);
        }
        free(entries);
    }
    if (tests.len == 0) {
        (void)fprintf(stderr, "no golden pair was found\n");
        return 1;
    }
    failed = _cmocka_run_group_tests("golden", tests.items, tests.len, NULL, NULL);
    hg_arena_free(arena);
    return failed;
}
