/* Every check's own examples: `bad` is reported by it, `good` is not. */
#include <stdio.h>

#include "lint/registry.h"
#include "support/golden.h"
#include "support/unit.h"

static void bad_is_reported(void **state)
{
    const struct hg_check *check = *state;

    if (hg_test_count(check->id, check->bad) == 0) {
        fail_msg("%s: its bad example is not reported", check->id);
    }
}

static void good_is_silent(void **state)
{
    const struct hg_check *check = *state;
    struct hg_buf found = HG_BUF_INIT;

    hg_test_findings(&found, check->id, check->good);
    if (found.len > 0) {
        fail_msg("%s: its good example is reported: %s", check->id, found.data);
    }
    hg_buf_release(&found);
}

static void metadata_is_whole(void **state)
{
    const struct hg_check *check = *state;

    assert_non_null(check->run);
    for (const char *c = check->id; *c != '\0'; c++) {
        assert_true((*c >= 'a' && *c <= 'z') || *c == '-' || (*c >= '0' && *c <= '9'));
    }
    assert_true(strlen(check->name) > 0 && strlen(check->summary) > 0);
    assert_true(strlen(check->explanation) >= 60); /* a clerk learns why and what to do */
    assert_true(strlen(check->bad) > 0 && strlen(check->good) > 0);
    for (const char *const *id = check->supersedes; id != NULL && *id != NULL; id++) {
        assert_non_null(hg_check_find(hg_str_of(*id)));
    }
}

int main(void)
{
    size_t count, n = 0;
    const struct hg_check *const *checks = hg_checks(&count);
    struct CMUnitTest *tests = hg_heap_alloc(count * 3 * sizeof *tests);
    int failed;

    for (size_t i = 0; i < count; i++) {
        void *state = (void *)(uintptr_t)checks[i];

        tests[n++] = (struct CMUnitTest){checks[i]->id, bad_is_reported, NULL, NULL, state};
        tests[n++] = (struct CMUnitTest){checks[i]->id, good_is_silent, NULL, NULL, state};
        tests[n++] = (struct CMUnitTest){checks[i]->id, metadata_is_whole, NULL, NULL, state};
    }
    failed = _cmocka_run_group_tests("examples", tests, n, NULL, NULL);
    hg_heap_free(tests);
    return failed;
}
