/* A seeded bench of typing slips: in clean text one character of a fixed phrase is replaced by one
 * that sounds or looks like it. Of these at least 80 in a hundred are found, and of what is found at
 * least 98 in a hundred is where a slip was put. */
#include <stdio.h>

#include "base/utf8.h"
#include "lang/sounds.h"
#include "lang/word_pairs.h"
#include "lint/run.h"
#include "lint/registry.h"
#include "support/outline.h"
#include "support/unit.h"

enum { SLIPS = 4000, LINES = 20 };

/* Knuth's MMIX constants: the same slips on every machine. */
static uint32_t draw(uint64_t *seed, uint32_t below)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*seed >> 33) % below;
}

struct bench {
    uint64_t seed;
    uint32_t common[0x6000]; /* characters that begin a common word: what an input method offers */
    size_t common_count;
    size_t slips, found, told, stray;
};

static void list_common(struct bench *bench)
{
    for (size_t i = 0; i < hg_word_pair_count; i++) {
        uint32_t first = hg_word_pairs[i] >> 16;

        if (bench->common_count == 0 || bench->common[bench->common_count - 1] != first) {
            bench->common[bench->common_count++] = first;
        }
    }
}

/* A fixed phrase of four characters and more: set phrases, and idioms in common use. */
static bool draw_phrase(struct bench *bench, struct hg_str *out)
{
    enum hg_list list = draw(&bench->seed, 2) == 0 ? HG_LIST_PHRASE : HG_LIST_IDIOM;
    size_t row = draw(&bench->seed, (uint32_t)hg_lexicon_row_count(&hg_lexicon_shipped, list));

    *out = hg_lexicon_cell(&hg_lexicon_shipped, list, row, 0);
    return hg_utf8_count(*out) >= 4 &&
           (list == HG_LIST_PHRASE ||
            hg_lexicon_cell(&hg_lexicon_shipped, list, row, HG_IDIOM_USE).len > 0);
}

/* Writes the phrase with one character replaced; false if nothing fits, or if what comes out is a
 * word of the lists itself. */
static bool spoil(struct bench *bench, struct hg_str phrase, struct hg_buf *out)
{
    size_t odd = draw(&bench->seed, (uint32_t)hg_utf8_count(phrase));
    size_t start = hg_utf8_offset(phrase, odd), end = start;
    uint32_t right = hg_utf8_next(phrase, &end);
    size_t from = draw(&bench->seed, (uint32_t)bench->common_count);

    for (size_t i = 0; i < bench->common_count; i++) {
        uint32_t wrong = bench->common[(from + i) % bench->common_count];

        if (wrong != right && (hg_sounds_alike(wrong, right) || hg_looks_alike(wrong, right))) {
            hg_buf_clear(out);
            hg_buf_str(out, hg_str_sub(phrase, (struct hg_span){0, start}));
            hg_buf_code_point(out, wrong);
            hg_buf_str(out, hg_str_sub(phrase, (struct hg_span){end, phrase.len}));
            return hg_lexicon_entry(&hg_lexicon_shipped, hg_buf_view(out)) == UINT32_MAX;
        }
    }
    return false;
}

static const char *const before[] = {"今年以来，全县上下", "下一步，我们要做到", "工作中，各镇注重"};
static const char *const after[] = {"，各项任务有序落地。", "，群众反响良好。", "，现将情况报告如下。"};

static const char *const checks[] = {"misspelled-phrase", "confused-word"};

static struct hg_lint_result *check(struct hg_doc *doc, bool *disabled)
{
    struct hg_lint_options options = {.today = {2024, 7, 5}, .disabled = disabled};

    for (size_t i = 0; i < hg_check_count(); i++) {
        disabled[i] = true;
    }
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        disabled[hg_check_index(hg_check_find(hg_str_of(checks[i])))] = false;
    }
    return hg_lint_run(doc, &options);
}

/* Runs the draft and counts; slips[i] is the place in paragraph i. */
static void count(struct bench *bench, const char *outline, const struct hg_span *slips)
{
    bool disabled[256];
    struct hg_doc *doc = hg_test_doc(outline);
    struct hg_lint_result *result = check(doc, disabled);
    bool seen[LINES] = {false};

    assert_int_equal(doc->body_count, LINES);
    for (size_t i = 0; i < result->findings.len; i++) {
        struct hg_place place = result->findings.items[i]->place;
        struct hg_span slip = slips[place.paragraph->index];

        bench->told++;
        if (place.span.start < slip.end && slip.start < place.span.end) {
            bench->found += !seen[place.paragraph->index];
            seen[place.paragraph->index] = true;
        } else {
            bench->stray++;
        }
    }
    bench->slips += LINES;
    hg_lint_result_free(result);
    hg_doc_free(doc);
}

static void slips_are_found(void **state)
{
    struct bench *bench = hg_heap_alloc(sizeof *bench);
    struct hg_buf outline = HG_BUF_INIT, word = HG_BUF_INIT;

    (void)state;
    bench->seed = 20240705;
    list_common(bench);
    while (bench->slips < SLIPS) {
        struct hg_span slips[LINES];

        hg_buf_clear(&outline);
        for (size_t line = 0; line < LINES;) {
            struct hg_str phrase;
            size_t start = outline.len;

            if (!draw_phrase(bench, &phrase) || !spoil(bench, phrase, &word)) {
                continue;
            }
            hg_buf_puts(&outline, before[draw(&bench->seed, 3)]);
            slips[line].start = outline.len - start;
            hg_buf_str(&outline, hg_buf_view(&word));
            slips[line].end = outline.len - start;
            hg_buf_puts(&outline, after[draw(&bench->seed, 3)]);
            hg_buf_putc(&outline, '\n');
            line++;
        }
        count(bench, outline.data, slips);
    }
    print_message("%zu slips, %zu found, %zu told, %zu astray\n", bench->slips, bench->found,
                  bench->told, bench->stray);
    assert_true(bench->found * 100 >= bench->slips * 80);
    assert_true((bench->told - bench->stray) * 100 >= bench->told * 98);
    hg_buf_release(&outline);
    hg_buf_release(&word);
    hg_heap_free(bench);
}

/* The same text with the phrases as they should be. */
static void clean_text_is_silent(void **state)
{
    struct bench *bench = hg_heap_alloc(sizeof *bench);
    struct hg_buf outline = HG_BUF_INIT;
    struct hg_span none[LINES] = {{0, 0}};

    (void)state;
    bench->seed = 77;
    while (bench->slips < SLIPS) {
        hg_buf_clear(&outline);
        for (size_t line = 0; line < LINES;) {
            struct hg_str phrase;

            if (draw_phrase(bench, &phrase)) {
                hg_buf_printf(&outline, "%s%.*s%s\n", before[draw(&bench->seed, 3)],
                              HG_FMT(phrase), after[draw(&bench->seed, 3)]);
                line++;
            }
        }
        count(bench, outline.data, none);
    }
    print_message("%zu phrases, %zu told\n", bench->slips, bench->told);
    assert_true(bench->told * 1000 <= bench->slips);
    hg_buf_release(&outline);
    hg_heap_free(bench);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slips_are_found),
        cmocka_unit_test(clean_text_is_silent),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
