#include "lang/chars.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_mixed_separators = {
    .id = "mixed-separators",
    .family = HG_FAMILY_MARKS,
    .name = "并列标点不一",
    .severity = HG_SEVERITY_NOTE,
    .summary = "并列的数字前后用了不同的标点，或书名号、引号之间用了顿号",
    .explanation = "同一层次的并列项应用同一种标点，如“分别为12件、8件、5件”，不宜前用顿号后用逗号。并列的书名号、"
                   "引号之间通常不用顿号；“三四十人”一类概数中间不用顿号（GB/T 15834—2011 第4.5条）。",
    .bad = "三个所分别办结12件、8件，5件。\n",
    .good = "三个所分别办结12件、8件、5件，同比均有增长。出台《办法》《细则》，走访三四十人。\n",
    .run = run,
};

enum { DUN = 0x3001, DOU = 0xFF0C };

/* ---- 12件、8件，5件 ---- */

/* The end of a bare figure at `at`: digits and at most two Han characters of unit, nothing else
 * before the next mark; `at` itself if there is none. *unit is where its unit begins, or might. */
static size_t figure_end(const struct hg_scan *scan, size_t at, size_t *unit)
{
    size_t end = at;

    while (end < scan->len &&
           (hg_char_is_digit(scan->code[end]) || scan->code[end] == '.')) {
        end++;
    }
    *unit = end;
    if (end == at) {
        return at;
    }
    while (end < scan->len && end < *unit + 3 &&
           (hg_char_is_han(scan->code[end]) || scan->code[end] == '%')) {
        end++;
    }
    return end > *unit && !hg_char_is_han(scan->code[end]) ? end : at;
}

static bool same_unit(const struct hg_scan *scan, size_t unit, size_t end, size_t first_unit,
                      size_t first_end)
{
    return hg_str_equal(hg_str_sub(scan->text, hg_scan_span(scan, unit, end)),
                        hg_str_sub(scan->text, hg_scan_span(scan, first_unit, first_end)));
}

/* A row of three figures and more with one unit, parted by both marks. */
static size_t check_row(struct hg_pass *pass, const struct hg_paragraph *paragraph, size_t at)
{
    const struct hg_scan *scan = hg_pass_scan(pass, paragraph);
    size_t first_unit = 0, unit = 0, end = figure_end(scan, at, &first_unit), first_end = end;
    size_t count = 1, duns = 0, dous = 0;

    if (end == at) {
        return first_unit > at ? first_unit : at + 1;
    }
    while (scan->code[end] == DUN || scan->code[end] == DOU || scan->code[end] == ',') {
        size_t next = figure_end(scan, end + 1, &unit);

        if (next == end + 1 || !same_unit(scan, unit, next, first_unit, first_end)) {
            break;
        }
        duns += scan->code[end] == DUN;
        dous += scan->code[end] != DUN;
        count++;
        end = next;
    }
    if (count >= 3 && duns > 0 && dous > 0) {
        (void)hg_report(pass, &hg_check_mixed_separators, paragraph, hg_scan_span(scan, at, end),
                        "并列的%zu个数字之间既有顿号又有逗号，请统一", count);
    }
    return end;
}

/* ---- 《》、《》 and “”、“” ---- */


static void check_titles(struct hg_pass *pass, const struct hg_paragraph *paragraph, size_t at,
                         struct hg_habit *titles)
{
    const struct hg_scan *scan = hg_pass_scan(pass, paragraph);

    if (hg_scan_before(scan, at) == 0x300B && scan->code[at + 1] == 0x300A) {
        if (scan->code[at] == DUN) {
            hg_habit_wrong(pass, titles, paragraph, hg_scan_span(scan, at - 1, at + 2));
        }
    }
}

/* ---- 三、四十人 ---- */

static int han_value(uint32_t c)
{
    static const uint32_t digits[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
                                      0x516D, 0x4E03, 0x516B, 0x4E5D};

    for (int i = 0; i < 9; i++) {
        if (digits[i] == c) {
            return i + 1;
        }
    }
    return 0;
}

static void check_estimate(struct hg_pass *pass, const struct hg_paragraph *paragraph, size_t at)
{
    const struct hg_scan *scan = hg_pass_scan(pass, paragraph);
    int left = han_value(hg_scan_before(scan, at)), right = han_value(scan->code[at + 1]);
    uint32_t tens = scan->code[at + 1] == 0 ? 0 : scan->code[at + 2];
    uint32_t before = at >= 2 ? scan->code[at - 2] : 0;

    if (left > 0 && right == left + 1 && (tens == 0x5341 || tens == 0x767E || tens == 0x5343) &&
        !hg_char_is_han_numeral(before) && before != 0x7B2C && before != DUN) {
        struct hg_finding *finding = hg_report(
            pass, &hg_check_mixed_separators, paragraph, hg_scan_span(scan, at - 1, at + 3),
            "表示概数的相邻数字之间不用顿号，如“三四十人”");
        struct hg_buf right_text = HG_BUF_INIT;

        hg_buf_code_point(&right_text, scan->code[at - 1]);
        hg_buf_code_point(&right_text, scan->code[at + 1]);
        hg_buf_code_point(&right_text, tens);
        hg_finding_suggest(pass, finding, hg_buf_view(&right_text));
        hg_buf_release(&right_text);
    }
}

static void check_paragraph(struct hg_pass *pass, const struct hg_paragraph *paragraph,
                            struct hg_habit *titles)
{
    const struct hg_scan *scan = hg_pass_scan(pass, paragraph);
    size_t done = 0;

    for (size_t i = 0; i < scan->other_count; i++) {
        size_t at = scan->others[i];

        if (scan->code[at] == DUN) {
            check_titles(pass, paragraph, at, titles);
            check_estimate(pass, paragraph, at);
        } else if (at >= done && hg_char_is_digit(scan->code[at])) {
            done = check_row(pass, paragraph, at);
        }
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    struct hg_habit titles = {{NULL, 0, 0}, 0};

    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        if (hg_pass_is_prose(pass, doc->paragraphs.items[i])) {
            check_paragraph(pass, doc->paragraphs.items[i], &titles);
        }
    }
    if (titles.places.len > 0) {
        (void)hg_report(pass, &hg_check_mixed_separators, titles.places.items[0].paragraph,
                        titles.places.items[0].span,
                        "并列的书名号之间通常不用顿号（全文%zu处，此处是第一处）",
                        titles.places.len);
    }
}
