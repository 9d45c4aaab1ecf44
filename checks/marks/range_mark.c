#include "lang/chars.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_range_mark = {
    .id = "range-mark",
    .family = HG_FAMILY_MARKS,
    .name = "起止连接号",
    .severity = HG_SEVERITY_WARNING,
    .summary = "数值、时间的起止之间用了连字符等，应为“—”或“～”",
    .explanation = "表示时间、数值的起止用一字线“—”或浪纹线“～”，如“3—5年”“10～20万元”，不用半角连字符“-”"
                   "（GB/T 15834—2011 第4.13条、GB/T 15835—2011 第5.1.4条）。日期 2021-12-22、电话号码、"
                   "标准编号中的连字符不受影响。",
    .bad = "力争通过3-5年时间建成示范点20个。\n",
    .good = "力争通过3—5年时间（2021—2025年）建成示范点20个，电话0570-4012345，日期2021-12-22。\n",
    .run = run,
};

/* Half-width marks that stand for the right one. The full-width － and the – of western setting are
 * hard to tell from — on paper, and left alone. */
static bool is_wrong_mark(uint32_t c)
{
    return c == '-' || c == '~' || c == 0x2212 || c == 0x2010 || c == 0x2011;
}

static bool is_right_mark(uint32_t c)
{
    return c == 0x2014 || c == 0xFF5E;
}

static bool is_number(uint32_t c)
{
    return hg_char_is_digit(c) || c == '.' || c == 0xFF0E;
}

/* What may stand behind a number that ends or begins a range. */
static bool is_unit(uint32_t c)
{
    static const uint32_t units[] = {
        0x4E07, 0x4E2A, 0x4EBA, 0x4EBF, 0x4EF6, 0x4EFD, 0x500D, 0x5143, /* 万个人亿件份倍元 */
        0x5206, 0x540D, 0x53F7, 0x5343, 0x5468, 0x5B63, 0x5C0F, 0x5C81, /* 分名号千周季小岁 */
        0x5E74, 0x5EA6, 0x6237, 0x65E5, 0x65F6, 0x6708, 0x671F, 0x6761, /* 年度户日时月期条 */
        0x6B21, 0x6BB5, 0x70B9, 0x767E, 0x79CD, 0x7AE0, 0x7C73, 0x7EA7, /* 次段点百种章米级 */
        0x516C, 0x5929, 0x5BB6, 0x5E73, 0x4EA9, 0x5428, 0x9879, 0x540E, /* 公天家平亩吨项后 */
        0x5B66, 0x8F6E, 0x5904, 0x573A, 0x6279, 0x6240, 0x2103, '%',    /* 学轮处场批所℃ */
        0xFF05, 0x2030,                                                 /* ％‰ */
    };

    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (units[i] == c) {
            return true;
        }
    }
    return false;
}

/* Where the number before `at` begins; `at` itself if there is none. A unit may stand between. */
static size_t left_number(const struct hg_scan *scan, size_t at)
{
    size_t end = at > 0 && is_unit(scan->code[at - 1]) ? at - 1 : at;
    size_t start = end;

    while (start > 0 && is_number(scan->code[start - 1])) {
        start--;
    }
    return start < end ? start : at;
}

/* What stands before a number that is part of a code, a standard or a call: GB/T 15834-2011. */
static bool joins_code(const struct hg_scan *scan, size_t at)
{
    uint32_t c = hg_scan_before(scan, at);

    if (c == ' ' && at >= 2) {
        c = scan->code[at - 2];
    }
    return is_wrong_mark(c) || c == '/' || c == ':' || c == '_' || c == '+' || c == '#' ||
           (c < 0x80 && hg_char_class(c) == HG_CHAR_LATIN) || c == 0xFF1A || c == '\\';
}

/* The range at the mark: number, mark, number, unit. */
static bool find_range(const struct hg_scan *scan, size_t at, size_t *first, size_t *end)
{
    size_t start = left_number(scan, at), stop = at + 1;

    while (stop < scan->len && is_number(scan->code[stop])) {
        stop++;
    }
    if (start == at || stop == at + 1 || !is_unit(scan->code[stop]) ||
        joins_code(scan, start)) {
        return false;
    }
    /* 0570-4012345号: what is so long is no quantity; 2021-12年 is a date that was cut. */
    if (stop - at > 7 || at - start > 7 || (scan->code[start] == '0' && is_number(scan->code[start + 1]) &&
                          scan->code[start + 1] != '.')) {
        return false;
    }
    *first = start;
    *end = stop + 1;
    return true;
}

static void report(struct hg_pass *pass, struct hg_place place, const struct hg_habit *habit,
                   bool throughout)
{
    struct hg_str text = hg_str_sub(place.paragraph->text, place.span);
    struct hg_buf right = HG_BUF_INIT;
    const struct hg_scan *scan = hg_pass_scan(pass, place.paragraph);
    size_t at = hg_scan_index(scan, place.span.start);
    struct hg_finding *finding;

    for (; at < scan->len && scan->offset[at] < place.span.end; at++) {
        uint32_t c = scan->code[at];

        hg_buf_code_point(&right, !is_wrong_mark(c) ? c : c == '~' ? 0xFF5E : 0x2014);
    }
    if (throughout) {
        (void)hg_report(pass, &hg_check_range_mark, place.paragraph, place.span,
                        "全文有%zu处起止用了“-”等符号，应统一改为“—”或“～”，如此处应为“%.*s”",
                        habit->places.len, HG_FMT(hg_buf_view(&right)));
    } else {
        finding = hg_report(pass, &hg_check_range_mark, place.paragraph, place.span,
                            "“%.*s”的起止连接号不规范，应写作“%.*s”", HG_FMT(text),
                            HG_FMT(hg_buf_view(&right)));
        hg_finding_suggest(pass, finding, hg_buf_view(&right));
    }
    hg_buf_release(&right);
}

static void collect(struct hg_pass *pass, const struct hg_paragraph *paragraph,
                    struct hg_habit *habit)
{
    const struct hg_scan *scan = hg_pass_scan(pass, paragraph);
    const struct hg_analysis *analysis = hg_pass_analysis(pass, paragraph);
    size_t first, end;

    for (size_t i = 0; i < scan->other_count; i++) {
        size_t at = scan->others[i];

        if (is_right_mark(scan->code[at]) && find_range(scan, at, &first, &end)) {
            hg_habit_right(habit);
        } else if (is_wrong_mark(scan->code[at]) && find_range(scan, at, &first, &end) &&
                   !hg_analysis_masked(analysis, scan->offset[at])) {
            hg_habit_wrong(pass, habit, paragraph, hg_scan_span(scan, first, end));
        }
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    struct hg_habit habit = {{NULL, 0, 0}, 0};
    bool throughout;

    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        if (hg_pass_is_prose(pass, doc->paragraphs.items[i])) {
            collect(pass, doc->paragraphs.items[i], &habit);
        }
    }
    throughout = hg_habit_verdict(&habit) == HG_HABIT_THROUGHOUT;
    for (size_t i = 0; i < habit.places.len && (i == 0 || !throughout); i++) {
        report(pass, habit.places.items[i], &habit, throughout);
    }
}
