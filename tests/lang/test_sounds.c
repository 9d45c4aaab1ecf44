/* What sounds and looks alike, which characters make words, and the spelling of Latin words. */
#include "lang/sounds.h"

#include "lang/spell.h"
#include "lang/word_pairs.h"
#include "support/unit.h"

static void characters_sound_alike(void **state)
{
    (void)state;
    assert_true(hg_sounds_alike(0x783A, 0x5389));  /* 砺 厉 */
    assert_true(hg_sounds_alike(0x884C, 0x822A));  /* 行 航: one of several readings */
    assert_false(hg_sounds_alike(0x783A, 0x524D)); /* 砺 前 */
    assert_false(hg_sounds_alike('a', 'a'));
    assert_false(hg_sounds_alike(0x20BB7, 0x524D));
    assert_true(hg_sounds_nearly_alike(0x60C5, 0x52E4)); /* 情 勤: qing qin */
    assert_true(hg_sounds_nearly_alike(0x662F, 0x56DB)); /* 是 四: shi si */
    assert_false(hg_sounds_nearly_alike(0x4E1C, 0x987F)); /* 东 顿: dong is not don */
}

static void characters_look_alike(void **state)
{
    (void)state;
    assert_true(hg_looks_alike(0x775B, 0x6674)); /* 睛 晴 */
    assert_false(hg_looks_alike(0x775B, 0x524D));
}

static void common_words_are_known(void **state)
{
    (void)state;
    assert_true(hg_word_pair(0x4E3B, 0x4E49));  /* 主义 */
    assert_false(hg_word_pair(0x4E49, 0x6CD5)); /* 义法 */
    assert_false(hg_word_pair(0x20BB7, 0x6CD5));
}

static void latin_words_are_spelled(void **state)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_spell_words words = {{NULL, 0, 0}};

    (void)state;
    if (!hg_spell_available()) {
        hg_arena_free(arena);
        skip();
    }
    assert_true(hg_spell_right(HG_STR("international")));
    assert_false(hg_spell_right(HG_STR("internatoinal")));
    assert_true(hg_spell_right(HG_STR("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")));
    hg_spell_suggest(HG_STR("internatoinal"), arena, &words);
    assert_true(words.items.len > 0);
    assert_true(hg_str_is(words.items.items[0], "international"));
    hg_arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(characters_sound_alike),
        cmocka_unit_test(characters_look_alike),
        cmocka_unit_test(common_words_are_known),
        cmocka_unit_test(latin_words_are_spelled),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
