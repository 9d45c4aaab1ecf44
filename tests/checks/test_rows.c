/* Every row of the word lists that carries examples: `bad` is reported, `good` is silent. */
#include <stdio.h>
#include <stdlib.h>

#include "lint/check.h"
#include "support/golden.h"
#include "support/unit.h"

struct list {
    enum hg_list list;
    const char *check;
    unsigned bad, good;
};

static const struct list lists[] = {
    {HG_LIST_CONFUSED, "confused-word", HG_CONFUSED_BAD, HG_CONFUSED_GOOD},
    {HG_LIST_MEASURE, "measure-word", HG_MEASURE_BAD, HG_MEASURE_GOOD},
    {HG_LIST_COLLOCATION, "collocation", HG_COLLOCATION_BAD, HG_COLLOCATION_GOOD},
};

static const char *outline_of(struct hg_arena *arena, struct hg_str text)
{
    return hg_arena_printf(arena, "@text-only\n%.*s\n", HG_FMT(text));
}

static void every_row_holds(void **state)
{
    const struct list *list = *state;
    size_t rows = hg_lexicon_row_count(&hg_lexicon_shipped, list->list), failed = 0;
    size_t elsewhere = 0; /* rows whose example an overlapping row tells first */
    struct hg_arena *arena = hg_arena_open();

    assert_true(rows > 0);
    for (size_t row = 0; row < rows; row++) {
        struct hg_str bad = hg_lexicon_cell(&hg_lexicon_shipped, list->list, row, list->bad);
        struct hg_str good = hg_lexicon_cell(&hg_lexicon_shipped, list->list, row, list->good);
        struct hg_str word = hg_lexicon_cell(&hg_lexicon_shipped, list->list, row, 0);
        struct hg_buf found = HG_BUF_INIT;

        hg_test_findings(&found, list->check, outline_of(arena, bad));
        elsewhere += found.len > 0 && !hg_str_contains(hg_buf_view(&found), word);
        if (found.len == 0) {
            failed++;
            print_error("%s, row %.*s: its bad example is silent: %.*s\n", list->check,
                        HG_FMT(word), HG_FMT(bad));
        }
        hg_buf_clear(&found);
        hg_test_findings(&found, list->check, outline_of(arena, good));
        if (found.len > 0) {
            failed++;
            print_error("%s, row %.*s: its good example is reported: %.*s\n%s", list->check,
                        HG_FMT(word), HG_FMT(good), found.data);
        }
        hg_buf_release(&found);
        hg_arena_clear(arena);
    }
    hg_arena_free(arena);
    assert_int_equal(failed, 0);
    assert_true(list->list == HG_LIST_COLLOCATION || elsewhere * 50 <= rows);
}

/* What a phrase may lawfully be varied to is silent. */
static void every_variant_is_silent(void **state)
{
    size_t rows = hg_lexicon_row_count(&hg_lexicon_shipped, HG_LIST_PHRASE), failed = 0, seen = 0;
    struct hg_arena *arena = hg_arena_open();

    (void)state;
    for (size_t row = 0; row < rows; row++) {
        struct hg_str rest =
            hg_lexicon_cell(&hg_lexicon_shipped, HG_LIST_PHRASE, row, HG_PHRASE_VARIANTS);
        struct hg_str variant;

        while (hg_str_split(&rest, '|', &variant)) {
            seen++;
            if (hg_test_count("misspelled-phrase", outline_of(arena, variant)) > 0) {
                failed++;
                print_error("variant reported: %.*s\n", HG_FMT(variant));
            }
        }
        hg_arena_clear(arena);
    }
    hg_arena_free(arena);
    assert_int_equal(failed, 0);
    assert_true(seen > 0);
}

int main(void)
{
    struct CMUnitTest tests[sizeof lists / sizeof *lists + 1];
    size_t count = sizeof lists / sizeof *lists;

    for (size_t i = 0; i < count; i++) {
        tests[i] = (struct CMUnitTest){lists[i].check, every_row_holds, NULL, NULL,
                                       (void *)(uintptr_t)&lists[i]};
    }
    tests[count++] = (struct CMUnitTest){"variants", every_variant_is_silent, NULL, NULL, NULL};
    return _cmocka_run_group_tests("rows", tests, count, NULL, NULL);
}
