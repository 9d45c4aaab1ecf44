#include "base/str.h"

#include "base/map.h"
#include "support/unit.h"

static void slices_compare_and_search(void **state)
{
    struct hg_str text = HG_STR("受理47件，办结45件");

    (void)state;
    assert_true(hg_str_starts(text, HG_STR("受理")));
    assert_true(hg_str_ends(text, HG_STR("件")));
    assert_int_equal(hg_str_find(text, HG_STR("件"), 0), 8);
    assert_int_equal(hg_str_find(text, HG_STR("件"), 9), text.len - 3);
    assert_true(hg_str_find(text, HG_STR("起"), 0) == SIZE_MAX);
    assert_true(hg_str_compare(HG_STR("a"), HG_STR("ab")) < 0);
    assert_true(hg_str_equal(hg_str_trim(HG_STR(" 　\t甲\xC2\xA0\n")), HG_STR("甲")));
    assert_int_equal(hg_str_sub(text, (struct hg_span){100, 200}).len, 0);
}

static void lists_are_split(void **state)
{
    struct hg_str rest = HG_STR("a||b"), part;

    (void)state;
    assert_true(hg_str_split(&rest, '|', &part) && hg_str_is(part, "a"));
    assert_true(hg_str_split(&rest, '|', &part) && hg_str_is(part, ""));
    assert_true(hg_str_split(&rest, '|', &part) && hg_str_is(part, "b"));
    assert_false(hg_str_split(&rest, '|', &part));
}

static void buffers_grow(void **state)
{
    struct hg_buf buf = HG_BUF_INIT;

    (void)state;
    for (int i = 0; i < 10000; i++) {
        hg_buf_printf(&buf, "%d件", i % 10);
    }
    assert_int_equal(buf.len, 40000);
    assert_memory_equal(buf.data + 39996, "9件", 4);
    hg_buf_clear(&buf);
    assert_string_equal(buf.data, "");
    hg_buf_release(&buf);
}

static void maps_keep_the_order_of_insertion(void **state)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_map map;

    (void)state;
    hg_map_init(&map, arena);
    assert_null(hg_map_get(&map, HG_STR("k")));
    for (size_t i = 0; i < 5000; i++) {
        *hg_map_put(&map, hg_str_of(hg_arena_printf(arena, "k%zu", i))) = (void *)(i + 1);
    }
    *hg_map_put(&map, HG_STR("k7")) = (void *)1;
    assert_int_equal(map.len, 5000);
    for (size_t i = 0; i < 5000; i++) {
        const char *key = hg_arena_printf(arena, "k%zu", i);

        assert_true(hg_str_is(map.entries[i].key, key));
        assert_true(hg_map_get(&map, hg_str_of(key)) == (void *)(i == 7 ? 1 : i + 1));
    }
    hg_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slices_compare_and_search),
        cmocka_unit_test(lists_are_split),
        cmocka_unit_test(buffers_grow),
        cmocka_unit_test(maps_keep_the_order_of_insertion),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
