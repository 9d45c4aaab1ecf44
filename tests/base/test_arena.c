#include "base/arena.h"

#include "support/unit.h"

static void pieces_are_zeroed_and_apart(void **state)
{
    struct hg_arena *arena = hg_arena_open();
    char *first = hg_arena_alloc(arena, 10);
    char *second = hg_arena_alloc(arena, 100000);

    (void)state;
    for (size_t i = 0; i < 100000; i++) {
        assert_int_equal(second[i], 0);
    }
    memset(first, 'x', 10);
    assert_int_equal(second[0], 0);
    assert_true(hg_arena_used(arena) >= 100010);
    hg_arena_clear(arena);
    assert_int_equal(hg_arena_used(arena), 0);
    hg_arena_free(arena);
}

static void text_is_copied_and_printed(void **state)
{
    struct hg_arena *arena = hg_arena_open();

    (void)state;
    assert_string_equal(hg_arena_strndup(arena, "受理件", 6), "受理");
    assert_string_equal(hg_arena_printf(arena, "%d件", 47), "47件");
    hg_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_are_zeroed_and_apart),
        cmocka_unit_test(text_is_copied_and_printed),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
