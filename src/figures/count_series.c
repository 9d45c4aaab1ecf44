/* Enumerations that number their items: 三个方面：一是…；二是…；三是…. */
#include "figures/count.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "lang/chars.h"
#include "lang/numeral_chain.h"

enum { NOUN_MAX = 45 }; /* bytes between the number and the first item */

static const char *const ordinals[] = {"一", "二", "三", "四", "五", "六",
                                       "七", "八", "九", "十", "十一", "十二"};
/* What stands before and after the ordinal of an item. */
static const struct {
    const char *before, *after;
} forms[] = {{"", "是"}, {"", "要"}, {"第", "，"}, {"第", ","}, {"其", "，"}, {"（", "）"}};

static size_t find_ordinal(const struct hg_scene *scene, size_t form, size_t number, size_t from,
                           size_t end)
{
    char word[32];
    struct hg_str scope = {scene->text.data, end < scene->text.len ? end : scene->text.len};
    size_t at = from;

    if (number >= sizeof ordinals / sizeof *ordinals) {
        return SIZE_MAX;
    }
    (void)snprintf(word, sizeof word, "%s%s%s", forms[form].before, ordinals[number],
                   forms[form].after);
    for (;;) {
        uint32_t before;

        at = hg_str_find(scope, hg_str_of(word), at);
        if (at == SIZE_MAX) {
            return SIZE_MAX;
        }
        before = hg_utf8_before(scene->text, at);
        if (before == 0 || hg_char_class(before) == HG_CHAR_MARK ||
            hg_char_class(before) == HG_CHAR_HALF_MARK || before == ' ' || before == '\n') {
            return at;
        }
        at += strlen(word);
    }
}

/* The number that the clause right before the first ordinal announces. */
static bool announced(const struct hg_scene *scene, size_t first, int64_t *stated,
                      struct hg_span *number)
{
    size_t end = first;
    size_t start;
    const struct hg_clause *clause;
    bool found = false;

    while (end > 0 && hg_char_class(hg_utf8_before(scene->text, end)) != HG_CHAR_HAN) {
        hg_utf8_prev(scene->text, &end);
        if (first - end > 12) {
            return false;
        }
    }
    if (end == 0) {
        return false;
    }
    clause = hg_analysis_clause_at(scene->analysis, end - 1);
    if (clause == NULL || clause->span.end < end) {
        return false;
    }
    start = clause->span.start;
    for (size_t at = start; at < end; hg_utf8_next(scene->text, &at)) {
        int64_t value;
        size_t number_end;
        uint32_t before = at > start ? hg_utf8_before(scene->text, at) : 0;

        if (hg_char_is_digit(before) || before == 0x7B2C /* 第 */ ||
            hg_numeral_digit(before) >= 0 || hg_numeral_power(before) > 0) {
            continue;
        }
        if (hg_count_number(scene->text, at, &value, &number_end) && number_end < end &&
            end - number_end <= NOUN_MAX) {
            *stated = value;
            *number = (struct hg_span){at, number_end};
            found = true;
        }
    }
    return found && *stated <= 12;
}

/* 此外, 还有 …: the list goes on without a number. */
static bool goes_on(const struct hg_scene *scene, size_t from, size_t end)
{
    static const char *const words[] = {"此外", "还有", "另外", "另有", "一类", "除此", "再就是", "最后"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct hg_str scope = {scene->text.data, end};

        if (hg_str_find(scope, hg_str_of(words[i]), from) != SIZE_MAX) {
            return true;
        }
    }
    return false;
}

static bool continues_in_next(const struct hg_scene *scene, size_t form, size_t count)
{
    const struct hg_doc *doc = scene->ledger->doc;
    struct hg_scene next = *scene;
    size_t index = (size_t)scene->paragraph->index + 1;

    for (size_t i = index; i < doc->paragraphs.len && i < index + 3; i++) {
        next.text = doc->paragraphs.items[i]->text;
        if (find_ordinal(&next, form, count, 0, next.text.len) != SIZE_MAX) {
            return true;
        }
    }
    return false;
}

static void count_announcement(struct hg_scene *scene, size_t form, size_t first)
{
    size_t again = find_ordinal(scene, form, 0, first + 3, scene->text.len);
    size_t limit = again != SIZE_MAX ? again : scene->text.len;
    size_t count = 1;
    size_t at = first;
    size_t last = first;
    int64_t stated = 0;
    struct hg_span number = {first, first};
    struct hg_claim *claim;

    while ((at = find_ordinal(scene, form, count, at + 3, limit)) != SIZE_MAX) {
        last = at;
        count++;
    }
    if (count >= 2 && announced(scene, first, &stated, &number) &&
        (stated <= (int64_t)count ||
         (!continues_in_next(scene, form, count) && !goes_on(scene, last, limit)))) {
        claim = hg_count_claim(scene, number);
        hg_count_read(scene, claim, stated, number, (int64_t)count, (struct hg_span){first, last},
                      false);
        hg_count_finish(scene, claim, true);
    }
}

void hg_count_find_series(struct hg_scene *scene)
{
    for (size_t i = 0; i < scene->found->firsts.len; i++) {
        size_t first = scene->found->firsts.items[i];

        for (size_t form = 0; form < sizeof forms / sizeof *forms; form++) {
            /* 第一， and （一） begin one character before the 一. */
            size_t at = form < 2 ? first : first - (first >= 3 ? 3 : first);

            if (find_ordinal(scene, form, 0, at, first + 10) == at) {
                count_announcement(scene, form, at);
                break;
            }
        }
    }
}
