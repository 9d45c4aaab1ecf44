/* Numeral cases of other libraries (../shared/corpus/numerals.tsv), the `value` rows. Labelled
 * `shared`; skipped where the material is absent. */
#include <stdio.h>
#include <stdlib.h>

#include "lang/numeral.h"
#include "support/golden.h"
#include "support/unit.h"

/* What reports do not write, and hegao does not read: rows with any of these are out of scope. */
static const char *const out_of_scope[] = {
    "折", "打", "对", "對", "双", "雙", "又", "兆", "圆", "元", "整", "角", "^", "e", "k", "K",
    "M",  "G",  "个", "個", "份", " ",  "倆", "角", "半半", "卌",
};

/* Where hegao differs on purpose. */
static const struct {
    const char *input, *why;
} differences[] = {
    {"半百", "an idiom, no figure"},
    {"半成", "an idiom, no figure"},
    {"1半", "no form of official text"},
    {"十份十一", "Cantonese fraction"},
    {"百四", "百四 is 140 short for 一百四, not a percentage"},
    {"万三", "13 000 short for 一万三, not three in ten thousand"},
    {"千四五", "no form of official text"},
    {".3%万", "a percent sign before a multiplier"},
    {"四分之三", "kept as a fraction"},
    {"四百分之16", "the source reads 4 and 16 per cent; 16 ÷ 400 is meant"},
    {"百分之三亿二百万五", "mixed place values"},
    {"万分之四三", "digits without places"},
    {"百分之三五", "digits without places"},
    {"三零万二零千", "digits with 零 for a place"},
    {"20千", "kept: 20 000"},
    {"300十万", "no form of official text"},
    {"五亿七千万十七百", "十七百 is no number"},
    {"一百点123", "read as 100.123"},
    {"200亿零四千230", "Chinese and Arabic digits alternate"},
    {"100万三千", "Chinese after Arabic place values"},
    {"零万", "zero places"},
    {"一千零十亿", "zero places"},
    {"九点", "a time of day"},
    {"一百零几万", "low end 101万: 几 is at least one"},
    {"一千五百零几万", "low end 1501万"},
    {"一百零幾萬", "low end 101万"},
    {"壹百零幾萬", "low end 101万"},
    {"壹千五百零幾萬", "low end 1501万"},
    {"二十几万", "low end 21万"},
    {"二十幾萬", "low end 21万"},
    {"一百分之五十五点五七九", "kept as said"},
    {"-3/2", "more than a whole is no fraction of official text"},
    {"-.34%", "kept"},
    {"七成 六", "spaced"},
    {"点五零", "a decimal point without a digit before it"},
    {"负百分之点二八", "a decimal point without a digit before it"},
    {"四千二分之三", "kept: 3 of 4200"},
    {"10000000000000000000000000000000000000000000", "longer than any figure: no value"},
    {"零兩萬三仟兩佰三拾二點零零五一八四一三二四二三四二三四二三三", "traditional 点 with 27 decimals"},
    {"零二萬三仟二佰三拾二點零零五一八四一三二四二三四二三四二三三", "traditional 点 with 27 decimals"},
    {"千四五", "no form of official text"},
};

static bool is_listed(struct hg_str input)
{
    for (size_t i = 0; i < sizeof out_of_scope / sizeof *out_of_scope; i++) {
        if (hg_str_contains(input, hg_str_of(out_of_scope[i]))) {
            return true;
        }
    }
    for (size_t i = 0; i < sizeof differences / sizeof *differences; i++) {
        if (hg_str_is(input, differences[i].input)) {
            return true;
        }
    }
    return false;
}

/* "0.05", "3/4", "4%", "1e-15". */
static bool read_expected(struct hg_str text, struct hg_ratio *out)
{
    char copy[128];
    char *end;
    struct hg_numeral numeral;

    if (text.len == 0 || text.len >= sizeof copy) {
        return false;
    }
    memcpy(copy, text.data, text.len);
    copy[text.len] = '\0';
    if (strpbrk(copy, "eE") != NULL) {
        long exponent;
        char *mark = strpbrk(copy, "eE");

        *mark = '\0';
        exponent = strtol(mark + 1, &end, 10);
        if (!hg_numeral_parse(hg_str_of(copy), 0, &numeral)) {
            return false;
        }
        return hg_ratio_mul(out, numeral.value,
                            hg_ratio_ten((int)exponent - (*end == '%' ? 2 : 0)));
    }
    if (strchr(copy, '/') != NULL) {
        *out = hg_ratio_make(strtol(copy, &end, 10), strtol(strchr(copy, '/') + 1, &end, 10));
        return true;
    }
    if (!hg_numeral_parse(hg_str_of(copy), 0, &numeral) || numeral.span.end != text.len) {
        return false;
    }
    *out = numeral.value;
    return true;
}

/* The sources compute in floating point: to nine decimals. */
static bool near(struct hg_ratio a, struct hg_ratio b)
{
    struct hg_ratio gap;

    if (!hg_ratio_sub(&gap, a, b)) {
        return false;
    }
    gap.num = gap.num < 0 ? -gap.num : gap.num;
    return hg_ratio_compare(gap, hg_ratio_ten(-9)) <= 0;
}

static void values_of_other_libraries(void **state)
{
    static const char *const places[] = {HG_SOURCE_DIR "/../shared/corpus/numerals.tsv",
                                         HG_SOURCE_DIR "/../../shared/corpus/numerals.tsv"};
    struct hg_buf file = HG_BUF_INIT;
    struct hg_str rest;
    struct hg_str line;
    size_t right = 0;
    size_t total = 0;
    FILE *probe = NULL;
    size_t place = 0;

    (void)state;
    for (; place < 2 && probe == NULL; place++) {
        probe = fopen(places[place], "r");
    }
    if (probe == NULL) {
        skip();
    }
    (void)fclose(probe);
    hg_test_read(&file, places[place - 1]);
    rest = hg_buf_view(&file);
    while (hg_str_split(&rest, '\n', &line)) {
        struct hg_str source, mode, kind, input;
        struct hg_ratio expected;
        struct hg_numeral numeral;
        bool good;

        if (!hg_str_split(&line, '\t', &source) || !hg_str_split(&line, '\t', &mode) ||
            !hg_str_split(&line, '\t', &kind) || !hg_str_split(&line, '\t', &input) ||
            !hg_str_is(kind, "value") || is_listed(input) || !read_expected(line, &expected)) {
            continue;
        }
        good = hg_numeral_parse(input, 0, &numeral) && numeral.span.end == input.len &&
               (numeral.flags & HG_NUMERAL_TOO_LONG) == 0 && near(numeral.value, expected);
        total++;
        right += good;
        if (!good) {
            print_message("%.*s expected %.*s\n", HG_FMT(input), HG_FMT(line));
        }
    }
    print_message("numerals: %zu of %zu\n", right, total);
    assert_true(total > 300);
    assert_true(right * 100 >= total * 98);
    hg_buf_release(&file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(values_of_other_libraries)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
