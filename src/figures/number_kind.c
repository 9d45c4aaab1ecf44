/* Numbers that count and measure nothing: codes, ranks, names, words, labels. */
#include "figures/number_kind.h"

#include <string.h>

#include "base/utf8.h"
#include "lang/chars.h"

static bool starts(struct hg_str text, size_t at, const char *word)
{
    size_t len = strlen(word);

    return at + len <= text.len && memcmp(text.data + at, word, len) == 0;
}

static bool ends(struct hg_str text, size_t at, size_t floor, const char *word)
{
    size_t len = strlen(word);

    return at >= floor + len && memcmp(text.data + at - len, word, len) == 0;
}
static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool hg_number_is_rank(struct hg_str text, size_t start, const struct hg_unit *unit)
{
    static const char *const ranks[] = {"第", "列", "居", "排名", "位次", "排"};

    for (size_t i = 0; i < sizeof ranks / sizeof *ranks; i++) {
        if (ends(text, start, 0, ranks[i])) {
            return i == 0 || (unit != NULL && unit->kind == HG_KIND_PERSON);
        }
    }
    return ends(text, start, 0, "前") &&
           (unit == NULL || unit->kind == HG_KIND_PERSON || starts(text, start, "三") ||
            starts(text, start, "十"));
}

static bool joins_code(uint32_t c)
{
    return is_letter(c) || c == '_' || c == '#' || c == 0xB7 /* · */ || c == 0xD7 /* × */ ||
           c == ':' || c == 0xFF1A || c == '*' || c == 0x2022;
}

/* 5G  G60  3·15  7×24  10:30  007  12345热线  30号  〔2021〕 */
bool hg_number_is_code(struct hg_str text, const struct hg_numeral *numeral, const struct hg_unit *unit)
{
    static const char *const after[] = {"号", "热线", "平台", "电话", "警务", "G网", "D打印", "届", "版", "期间"};
    size_t start = numeral->span.start;
    size_t end = numeral->span.end;
    uint32_t before = hg_utf8_before(text, start);
    uint32_t next = hg_utf8_at(text, end);
    bool share = (numeral->flags & HG_NUMERAL_SHARE) != 0;

    if (numeral->flags & (HG_NUMERAL_LEADING_ZERO | HG_NUMERAL_DIGITS)) {
        return true;
    }
    if (unit == NULL && !share) {
        for (size_t i = 0; i < sizeof after / sizeof *after; i++) {
            if (starts(text, end, after[i])) {
                return true;
            }
        }
        if (joins_code(next) && !(next == ':' || next == 0xFF1A)) {
            return true;
        }
        if ((next == ':' || next == 0xFF1A || next == '-') && end + 1 < text.len) {
            size_t after_mark = end;

            hg_utf8_next(text, &after_mark);
            if (hg_char_is_digit(hg_utf8_at(text, after_mark))) {
                return true;
            }
        }
        if (numeral->span.end - numeral->span.start > 9 && numeral->decimals == 0 &&
            (numeral->flags & HG_NUMERAL_GROUPED) == 0) {
            return true;
        }
    }
    if (unit == NULL && before == '-' && start >= 2 &&
        hg_char_is_digit(hg_utf8_before(text, start - 1))) {
        return true; /* 0570-4012345 */
    }
    if (next == '.' && hg_char_is_digit(hg_utf8_at(text, end + 1))) {
        return true; /* 1.2.3 */
    }
    if (joins_code(before)) {
        size_t at = start;
        uint32_t earlier;

        hg_utf8_prev(text, &at);
        earlier = hg_utf8_before(text, at);
        if (before == ':' || before == 0xFF1A) {
            return hg_char_is_digit(earlier);
        }
        if (before >= 'A' && before <= 'E' && !is_letter(earlier) && !hg_char_is_digit(earlier) && !joins_code(next)) {
            return false; /* A22、B68 */
        }
        return true;
    }
    return (before == '-' || before == '/' || before == '.') && start >= 2 &&
           (is_letter(hg_utf8_before(text, start - 1)) ||
            (before == '.' && hg_char_is_digit(hg_utf8_before(text, start - 1))));
}

/* 1+6+N: bare numbers joined by plus signs that no result follows. */
bool hg_number_is_sum_name(struct hg_str text, const struct hg_numeral *numeral,
                        const struct hg_unit *unit)
{
    uint32_t before = hg_utf8_before(text, numeral->span.start);
    uint32_t next = hg_utf8_at(text, numeral->span.end);
    size_t at = numeral->span.end;

    if (unit != NULL || (before != '+' && next != '+' && before != 0xFF0B && next != 0xFF0B)) {
        return false;
    }
    while (at < text.len) { /* an equation goes on to its = */
        uint32_t c = hg_utf8_next(text, &at);

        if (c == '=' || c == 0xFF1D) {
            return false;
        }
        if (!hg_char_is_digit(c) && c != '+' && c != 0xFF0B && c != '.') {
            break;
        }
    }
    for (at = numeral->span.start; at > 0;) {
        uint32_t c = hg_utf8_prev(text, &at);

        if (c == '=' || c == 0xFF1D) {
            return false;
        }
        if (!hg_char_is_digit(c) && c != '+' && c != 0xFF0B && c != '.') {
            break;
        }
    }
    return true;
}

/* Chinese numerals that only belong to words: 一些, 千家万户, 三门峡, 十分. */
bool hg_number_is_word(struct hg_str text, const struct hg_numeral *numeral,
                    const struct hg_unit *unit)
{
    uint32_t first = hg_utf8_at(text, numeral->span.start);
    enum hg_dimension dimension =
        unit != NULL ? (enum hg_dimension)unit->dimension : HG_DIMENSION_NONE;

    if ((numeral->flags & HG_NUMERAL_SHARE) != 0) {
        return false;
    }
    if ((numeral->flags & HG_NUMERAL_CHINESE) == 0 && numeral->digits.start != numeral->digits.end &&
        hg_char_is_digit(hg_utf8_at(text, numeral->digits.start))) {
        return false;
    }
    if (unit == NULL || dimension == HG_DIMENSION_SCORE) {
        return true;
    }
    if (first == 0x767E || first == 0x5343 || first == 0x4E07 || first == 0x4EBF) {
        return true; /* 百 千 万 亿 without a digit before */
    }
    if (hg_ratio_compare(numeral->value, hg_ratio_of(1)) == 0 &&
        (numeral->flags & HG_NUMERAL_VAGUE) == 0) {
        return dimension != HG_DIMENSION_POINT && dimension != HG_DIMENSION_TIMES &&
               dimension != HG_DIMENSION_DOUBLING && dimension != HG_DIMENSION_MONEY;
    }
    return dimension == HG_DIMENSION_OTHER || dimension == HG_DIMENSION_LENGTH ||
           (dimension == HG_DIMENSION_COUNT && unit->kind == HG_KIND_OTHER &&
            strcmp(unit->name, "类") != 0 && strcmp(unit->name, "种") != 0 &&
            strcmp(unit->name, "批") != 0);
}

/* 1. or 1、 or 1） that numbers a paragraph: the offset past it, else 0. */
size_t hg_number_label_end(struct hg_str text)
{
    size_t at = 0;
    size_t digits = 0;
    uint32_t c;

    while (at < text.len && (hg_utf8_at(text, at) == '(' || hg_utf8_at(text, at) == 0xFF08 ||
                             hg_utf8_at(text, at) == ' ' || hg_utf8_at(text, at) == 0x3000)) {
        hg_utf8_next(text, &at);
    }
    while (at < text.len && hg_char_is_digit(hg_utf8_at(text, at))) {
        hg_utf8_next(text, &at);
        digits++;
    }
    c = hg_utf8_at(text, at);
    if (digits == 0 || digits > 2) {
        return 0;
    }
    if (c == 0x3001 || c == ')' || c == 0xFF09) {
        return at;
    }
    if (c == '.' || c == 0xFF0E) {
        size_t after = at;
        size_t count = 0;

        hg_utf8_next(text, &after);
        for (size_t i = after; i < text.len && hg_char_is_digit(hg_utf8_at(text, i));) {
            hg_utf8_next(text, &i);
            count++;
        }
        return count == 0 || count >= 3 ? after : 0;
    }
    return 0;
}
