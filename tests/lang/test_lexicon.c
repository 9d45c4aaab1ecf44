/* The automaton: built at run time from rows, found in texts, checked against a plain search. */
#include <stdio.h>

#include "base/utf8.h"
#include "lang/lexicon_build.h"
#include "lang/near.h"
#include "support/unit.h"

static void build(struct hg_lexicon *lexicon, struct hg_arena *arena, enum hg_list list,
                  const char *const *words, size_t count)
{
    struct hg_lexicon_row *rows = HG_NEW_ARRAY(arena, struct hg_lexicon_row, count);
    struct hg_error err = {HG_OK, ""};

    for (size_t i = 0; i < count; i++) {
        rows[i].list = list;
        for (size_t c = 0; c < HG_LEXICON_CELLS; c++) {
            rows[i].cells[c] = HG_STR("");
        }
        rows[i].cells[0] = hg_str_of(words[i]);
    }
    assert_int_equal(hg_lexicon_build(lexicon, arena, rows, count, &err), HG_OK);
}

static void find(const struct hg_lexicon *lexicon, struct hg_arena *arena, const char *text,
                 struct hg_lexicon_hits *hits)
{
    *hits = (struct hg_lexicon_hits){{NULL, 0, 0}, {NULL, 0, 0}};
    hg_lexicon_find(lexicon, hg_scan_build(arena, hg_str_of(text)), arena, hits);
}

static void overlapping_words_are_all_found(void **state)
{
    static const char *const words[] = {"法治", "法治政府", "治政", "政府", "政府工作报告"};
    struct hg_arena *arena = hg_arena_open();
    struct hg_lexicon lexicon;
    struct hg_lexicon_hits hits;

    (void)state;
    build(&lexicon, arena, HG_LIST_USER, words, 5);
    find(&lexicon, arena, "建设法治政府，政府工作报告", &hits);
    assert_int_equal(hits.words.len, 6);
    assert_int_equal(hits.words.items[0].start, 2);
    assert_int_equal(hits.words.items[0].end, 4);
    assert_int_equal(hits.words.items[1].end, 6);
    assert_int_equal(hits.words.items[5].end, 13);
    assert_true(hg_lexicon_hit_in(hits.words.items[5], HG_LIST_USER));
    assert_false(hg_lexicon_hit_in(hits.words.items[5], HG_LIST_PLACE));
    hg_arena_free(arena);
}

static void words_that_cannot_be_found_are_refused(void **state)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_lexicon lexicon;
    struct hg_lexicon_row row = {.list = HG_LIST_USER};
    struct hg_error err = {HG_OK, ""};

    (void)state;
    for (size_t c = 0; c < HG_LEXICON_CELLS; c++) {
        row.cells[c] = HG_STR("");
    }
    row.cells[0] = HG_STR("一");
    assert_int_equal(hg_lexicon_build(&lexicon, arena, &row, 1, &err), HG_BAD_SETTINGS);
    assert_non_null(strstr(err.message, "一"));
    row.cells[0] = HG_STR("𠮷野家");
    assert_int_equal(hg_lexicon_build(&lexicon, arena, &row, 1, &err), HG_BAD_SETTINGS);
    hg_arena_free(arena);
}

static void an_empty_lexicon_finds_nothing(void **state)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_lexicon lexicon;
    struct hg_lexicon_hits hits;

    (void)state;
    build(&lexicon, arena, HG_LIST_USER, NULL, 0);
    find(&lexicon, arena, "建设法治政府", &hits);
    assert_int_equal(hits.words.len + hits.misses.len, 0);
    assert_int_equal(hg_lexicon_entry(&lexicon, HG_STR("法治")), UINT32_MAX);
    hg_arena_free(arena);
}

/* Every word of the shipped lists is in the automaton, and found where it stands alone unless its
 * list is only asked for. */
static void every_shipped_word_is_found(void **state)
{
    struct hg_arena *arena = hg_arena_open();
    size_t missing = 0, words = 0;

    (void)state;
    for (uint32_t entry = 0; entry < hg_lexicon_shipped.entry_count; entry++) {
        struct hg_buf word = HG_BUF_INIT;
        struct hg_lexicon_hits hits;
        bool found = (hg_lexicon_shipped.lists[entry] & hg_lexicon_shipped.found_lists) == 0;

        for (uint32_t i = hg_lexicon_shipped.spellings[entry];
             i < hg_lexicon_shipped.spellings[entry + 1]; i++) {
            hg_buf_code_point(&word, hg_lexicon_shipped.spelling[i]);
        }
        find(&hg_lexicon_shipped, arena, word.data, &hits);
        for (size_t i = 0; i < hits.words.len; i++) {
            found = found || (hits.words.items[i].entry == entry && hits.words.items[i].start == 0);
        }
        missing += !found || hg_lexicon_entry(&hg_lexicon_shipped, hg_buf_view(&word)) != entry;
        words++;
        hg_buf_release(&word);
        hg_arena_clear(arena);
    }
    assert_int_equal(missing, 0);
    assert_true(words >= 27000);
    hg_arena_free(arena);
}

static void a_listed_word_covers_its_characters(void **state)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_scan *scan = hg_scan_build(arena, HG_STR("全体干部砥砺前行，不负重托"));

    (void)state;
    assert_true(hg_lexicon_covers(&hg_lexicon_shipped, scan, 4, 8));
    assert_true(hg_lexicon_covers(&hg_lexicon_shipped, scan, 5, 6));
    assert_false(hg_lexicon_covers(&hg_lexicon_shipped, scan, 7, 9));
    assert_false(hg_lexicon_covers(&hg_lexicon_shipped, scan, 8, 9));
    hg_arena_free(arena);
}

static void rows_keep_their_cells(void **state)
{
    uint32_t entry = hg_lexicon_entry(&hg_lexicon_shipped, HG_STR("截止"));
    const struct hg_lexicon_use *use;

    (void)state;
    assert_int_not_equal(entry, UINT32_MAX);
    use = hg_lexicon_use(&hg_lexicon_shipped, entry, HG_LIST_CONFUSED);
    assert_non_null(use);
    assert_true(hg_str_is(hg_lexicon_cell(&hg_lexicon_shipped, HG_LIST_CONFUSED, use->row,
                                          HG_CONFUSED_RIGHT),
                          "截至"));
    assert_int_equal(hg_lexicon_cell(&hg_lexicon_shipped, HG_LIST_IDIOM, 0, 7).len, 0);
    assert_true(hg_lexicon_row_count(&hg_lexicon_shipped, HG_LIST_CONFUSED) >= 600);
    assert_true(hg_lexicon_row_count(&hg_lexicon_shipped, HG_LIST_PHRASE) >= 1500);
}

/* ---- Near misses ---- */

static void one_miss(const struct hg_lexicon *lexicon, struct hg_arena *arena, const char *text,
                     enum hg_miss_kind kind, size_t odd)
{
    struct hg_lexicon_hits hits;

    find(lexicon, arena, text, &hits);
    assert_int_equal(hits.misses.len, 1);
    assert_int_equal(hits.misses.items[0].kind, kind);
    assert_int_equal(hits.misses.items[0].odd, odd);
}

static void a_wrong_character_anywhere_is_found_once(void **state)
{
    static const char *const words[] = {"砥砺前行", "画龙点睛", "绿水青山就是金山银山"};
    struct hg_arena *arena = hg_arena_open();
    struct hg_lexicon lexicon;
    struct hg_lexicon_hits hits;

    (void)state;
    build(&lexicon, arena, HG_LIST_IDIOM, words, 3);
    one_miss(&lexicon, arena, "底砺前行", HG_MISS_SOUND, 0);
    one_miss(&lexicon, arena, "砥励前行", HG_MISS_SOUND, 1);
    one_miss(&lexicon, arena, "我们砥砺钱行", HG_MISS_SOUND, 4);
    one_miss(&lexicon, arena, "砥砺前形", HG_MISS_SOUND, 3);
    one_miss(&lexicon, arena, "画龙点晴", HG_MISS_LOOK, 3);
    one_miss(&lexicon, arena, "绿水青山旧是金山银山", HG_MISS_SOUND, 4);
    one_miss(&lexicon, arena, "绿水青山就是金山银衫", HG_MISS_SOUND, 9);
    find(&lexicon, arena, "砥砺前行，砥砺后行，画龙点睛", &hits);
    assert_int_equal(hits.misses.len, 0);
    hg_arena_free(arena);
}

static void only_terms_may_lose_or_gain_a_character(void **state)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_lexicon_hits hits;

    (void)state;
    one_miss(&hg_lexicon_shipped, arena, "意识形态工作任制", HG_MISS_MISSING, 6);
    one_miss(&hg_lexicon_shipped, arena, "意识形态工作责责任制", HG_MISS_ADDED, 7);
    find(&hg_lexicon_shipped, arena, "砥前行", &hits);
    assert_int_equal(hits.misses.len, 0);
    hg_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(overlapping_words_are_all_found),
        cmocka_unit_test(words_that_cannot_be_found_are_refused),
        cmocka_unit_test(an_empty_lexicon_finds_nothing),
        cmocka_unit_test(every_shipped_word_is_found),
        cmocka_unit_test(a_listed_word_covers_its_characters),
        cmocka_unit_test(rows_keep_their_cells),
        cmocka_unit_test(a_wrong_character_anywhere_is_found_once),
        cmocka_unit_test(only_terms_may_lose_or_gain_a_character),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
