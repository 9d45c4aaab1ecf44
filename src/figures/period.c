#include "figures/period.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/utf8.h"
#include "lang/chars.h"

/* ---- Claims about dates ---- */

int64_t hg_period_value(struct hg_date_point point)
{
    return (int64_t)point.year * 10000 + (int64_t)point.month * 100 + point.day;
}

struct hg_claim *hg_period_claim(struct hg_arena *arena, struct hg_ledger *ledger,
                                 enum hg_period_aspect aspect, const struct hg_paragraph *paragraph,
                                 struct hg_span span)
{
    static const char *const names[] = {"日期", "星期", "起止", "年数", "截至日期",
                                        "报告时段", "报告时段", "成文日期", "计划年份", "同比环比"};
    struct hg_claim *claim = HG_NEW(arena, struct hg_claim);

    claim->relation = HG_RELATION_PERIOD;
    claim->aspect = (uint8_t)aspect;
    claim->paragraph = paragraph;
    claim->span = span;
    claim->name = hg_str_of(names[aspect]);
    claim->repair = claim->working = HG_STR("");
    *HG_PUSH(arena, &ledger->claims) = claim;
    return claim;
}

void hg_period_rest(struct hg_arena *arena, struct hg_claim *claim,
                    const struct hg_paragraph *paragraph, struct hg_span span, int64_t value)
{
    struct hg_operand operand = hg_operand_count(HG_OPERAND_PERIOD, value, paragraph, span);
    struct hg_reading *reading;

    if (claim->readings.len == 0) {
        hg_claim_read(arena, claim, HG_FORMULA_EQUAL, &operand, 1);
        return;
    }
    reading = &claim->readings.items[0];
    reading->operands = hg_arena_grow(arena, reading->operands,
                                      reading->count * sizeof *reading->operands,
                                      (reading->count + 1) * sizeof *reading->operands);
    reading->operands[reading->count++] = operand;
}

void hg_period_verdict(struct hg_arena *arena, struct hg_claim *claim, enum hg_verdict verdict,
                       enum hg_reason reason, const char *format, ...)
{
    char text[256];
    va_list args;

    va_start(args, format);
    (void)vsnprintf(text, sizeof text, format, args);
    va_end(args);
    claim->verdict = verdict;
    claim->reason = verdict == HG_VERDICT_UNVERIFIABLE ? reason : HG_REASON_NONE;
    claim->may_be_wrong = verdict == HG_VERDICT_WRONG;
    claim->working = hg_str_copy(arena, hg_str_of(text));
}

static struct hg_claim *claim_of(struct hg_arena *arena, struct hg_ledger *ledger,
                                 enum hg_period_aspect aspect, const struct hg_moment *moment)
{
    struct hg_claim *claim =
        hg_period_claim(arena, ledger, aspect, moment->paragraph, moment->date.span);

    hg_period_rest(arena, claim, moment->paragraph, moment->date.span,
                   hg_period_value(moment->date.from));
    return claim;
}

/* ---- Days that exist ---- */

/* 2203年6月 is 2023年6月 with its digits exchanged: no report speaks of a month so far off. */
enum { YEAR_MAX = 2100 };

static bool is_bad(struct hg_date_point point)
{
    return point.month > 12 ||
           (point.month > 0 && point.day > hg_date_days_in_month(point.year, point.month));
}

/* 第13月, 13月龄, 编号2023-13-05A: a number that only looks like a date. */
static bool looks_like_code(const struct hg_moment *moment)
{
    struct hg_str text = moment->paragraph->text;
    uint32_t before = hg_utf8_before(text, moment->date.span.start);
    uint32_t after = hg_utf8_at(text, moment->date.span.end);
    enum hg_char_class class_before = hg_char_class(before), class_after = hg_char_class(after);

    return (before != 0 && (class_before == HG_CHAR_LATIN || before == 0x7B2C || before == '-' ||
                            before == '.' || before == '/')) ||
           (after != 0 && (class_after == HG_CHAR_LATIN || class_after == HG_CHAR_DIGIT ||
                           after == '-' || after == '/' || after == 0x9F84 || after == 0x85AA));
}

/* Written with 月: 1336-36-3 may be the number of anything. */
static bool is_spelt_out(const struct hg_moment *moment)
{
    return hg_str_contains(hg_str_sub(moment->paragraph->text, moment->date.span), HG_STR("月"));
}

static void check_exists(struct hg_arena *arena, struct hg_ledger *ledger,
                         const struct hg_moment *moment)
{
    const struct hg_date *date = &moment->date;
    bool impossible = (date->flags & HG_DATE_IMPOSSIBLE) != 0 ||
                      (date->from.month > 0 && date->from.year > YEAR_MAX);
    struct hg_date_point point = is_bad(date->from) ? date->from : date->to;
    struct hg_claim *claim;

    if (!impossible && (date->kind != HG_DATE_DAY || date->from.year < 1000)) {
        return;
    }
    /* 一二两月 reads like a number of its own. */
    if (impossible && (looks_like_code(moment) || !is_spelt_out(moment) ||
                       ((date->flags & HG_DATE_CHINESE) != 0 && point.month > 12))) {
        return;
    }
    claim = claim_of(arena, ledger, HG_PERIOD_EXISTS, moment);
    if (impossible && date->from.year > YEAR_MAX) {
        hg_period_verdict(arena, claim, HG_VERDICT_WRONG, HG_REASON_NONE, "年份写作%d年",
                          (int)date->from.year);
    } else if (!impossible || !is_bad(point)) {
        hg_period_verdict(arena, claim, HG_VERDICT_CONSISTENT, HG_REASON_NONE, "%u月有%u天",
                          (unsigned)point.month,
                          hg_date_days_in_month(point.year, point.month));
    } else if (point.month > 12) {
        hg_period_verdict(arena, claim, HG_VERDICT_WRONG, HG_REASON_NONE, "没有%u月",
                          (unsigned)point.month);
    } else if (point.year >= 1000) {
        hg_period_verdict(arena, claim, HG_VERDICT_WRONG, HG_REASON_NONE, "%d年%u月只有%u天",
                          (int)point.year, (unsigned)point.month,
                          hg_date_days_in_month(point.year, point.month));
    } else {
        hg_period_verdict(arena, claim, HG_VERDICT_WRONG, HG_REASON_NONE, "%u月只有%u天",
                          (unsigned)point.month,
                          hg_date_days_in_month(point.year, point.month));
    }
}

/* ---- Weekdays ---- */

static void check_weekday(struct hg_arena *arena, struct hg_ledger *ledger,
                          const struct hg_moment *day, const struct hg_moment *weekday)
{
    static const char *const names[] = {"一", "二", "三", "四", "五", "六", "日"};
    struct hg_str between;
    struct hg_claim *claim;
    unsigned right;

    if (day->date.kind != HG_DATE_DAY || day->date.from.year < 1000 || is_bad(day->date.from) ||
        weekday->date.kind != HG_DATE_WEEKDAY || weekday->paragraph != day->paragraph ||
        weekday->date.span.start < day->date.span.end) {
        return;
    }
    between = hg_str_trim(hg_str_sub(day->paragraph->text, (struct hg_span){
                                         day->date.span.end, weekday->date.span.start}));
    if (between.len != 0 && !hg_str_is(between, "（") && !hg_str_is(between, "(") &&
        !hg_str_is(between, "，") && !hg_str_is(between, ",")) {
        return;
    }
    right = hg_date_weekday(day->date.from.year, day->date.from.month, day->date.from.day);
    claim = claim_of(arena, ledger, HG_PERIOD_WEEKDAY, weekday);
    hg_period_rest(arena, claim, day->paragraph, day->date.span, hg_period_value(day->date.from));
    hg_period_verdict(arena, claim,
                      right == weekday->date.weekday ? HG_VERDICT_CONSISTENT : HG_VERDICT_WRONG,
                      HG_REASON_NONE, "%d年%u月%u日是星期%s", (int)day->date.from.year,
                      (unsigned)day->date.from.month, (unsigned)day->date.from.day,
                      names[right - 1]);
}

/* ---- Ranges ---- */

static void check_forward(struct hg_arena *arena, struct hg_ledger *ledger,
                          const struct hg_moment *moment)
{
    const struct hg_date *date = &moment->date;
    struct hg_str words = hg_str_sub(moment->paragraph->text, date->span);
    struct hg_claim *claim;
    bool backwards, proven;

    if (date->kind != HG_DATE_RANGE || (date->flags & HG_DATE_IMPOSSIBLE) != 0 ||
        looks_like_code(moment)) {
        return;
    }
    backwards = hg_date_compare(date->from, date->to) > 0;
    /* 11月至3月 runs into the next year; only years, or days of one month, settle it. */
    proven = (date->from.year != date->to.year && date->from.year > 0) ||
             (date->from.month == date->to.month && date->from.day > 0 && date->to.day > 0);
    claim = claim_of(arena, ledger, HG_PERIOD_FORWARD, moment);
    hg_period_verdict(arena, claim,
                      !backwards ? HG_VERDICT_CONSISTENT
                      : proven   ? HG_VERDICT_WRONG
                                 : HG_VERDICT_UNVERIFIABLE,
                      HG_REASON_SUSPECT, backwards ? "“%.*s”止早于起" : "“%.*s”先起后止",
                      HG_FMT(words));
}

/* 2018—2022年五年间: the number of years that is said right after the range. */
static void check_length(struct hg_arena *arena, struct hg_ledger *ledger,
                         const struct hg_moment *moment)
{
    static const char *const joints[] = {"的这", "的", "这", "（", "(", "，", ",", "共", "近"};
    static const char *const ends[] = {"年间", "年来", "年里", "年时间", "个年度", "年期间", "年内"};
    struct hg_str text = moment->paragraph->text;
    const struct hg_date *date = &moment->date;
    struct hg_numeral numeral;
    struct hg_claim *claim;
    size_t at = date->span.end;
    int64_t years, span;
    bool named = false;

    if (date->kind != HG_DATE_RANGE || date->from.year < 1000 || date->to.year < 1000 ||
        date->from.month != 0 || date->to.month != 0 || date->to.year <= date->from.year) {
        return;
    }
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        struct hg_str rest = {text.data + at, text.len - at};

        if (hg_str_starts(rest, hg_str_of(joints[i]))) {
            at += hg_str_of(joints[i]).len;
            break;
        }
    }
    if (!hg_numeral_parse(text, at, &numeral) ||
        (numeral.flags & (HG_NUMERAL_VAGUE | HG_NUMERAL_TOO_LONG | HG_NUMERAL_SHARE)) != 0 ||
        !hg_numeral_whole(hg_str_sub(text, numeral.span), &years) || years > 100) {
        return;
    }
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct hg_str rest = {text.data + numeral.span.end, text.len - numeral.span.end};

        if (hg_str_starts(rest, hg_str_of(ends[i]))) {
            at = numeral.span.end + sizeof "年" - 1;
            named = true;
            break;
        }
    }
    if (!named) {
        return;
    }
    span = date->to.year - date->from.year;
    claim = hg_period_claim(arena, ledger, HG_PERIOD_LENGTH, moment->paragraph,
                            (struct hg_span){numeral.span.start, at});
    hg_period_rest(arena, claim, moment->paragraph, claim->span, years);
    hg_period_rest(arena, claim, moment->paragraph, date->span, hg_period_value(date->from));
    hg_period_verdict(arena, claim,
                      years == span || years == span + 1 ? HG_VERDICT_CONSISTENT : HG_VERDICT_WRONG,
                      HG_REASON_NONE, "%d年至%d年首尾共%d个年度", (int)date->from.year,
                      (int)date->to.year, (int)span + 1);
}

/* ---- 同比 and 环比 ---- */

/* One of the words, up to four characters, then the comparison: 较上月末同比. */
static void check_compared(struct hg_arena *arena, struct hg_ledger *ledger,
                           const struct hg_paragraph *paragraph, const char *const *bases,
                           size_t count, struct hg_str comparison, const char *meaning)
{
    struct hg_str text = paragraph->text;

    for (size_t at = hg_str_find(text, comparison, 0); at != SIZE_MAX;
         at = hg_str_find(text, comparison, at + comparison.len)) {
        size_t from = at;
        struct hg_str lead;

        for (int i = 0; i < 8 && from > 0; i++) {
            size_t before = from;
            uint32_t c = hg_utf8_prev(text, &before);

            if (hg_char_class(c) != HG_CHAR_HAN) {
                break;
            }
            from = before;
        }
        lead = hg_str_sub(text, (struct hg_span){from, at});
        for (size_t i = 0; i < count; i++) {
            size_t base = hg_str_find(lead, hg_str_of(bases[i]), 0);
            struct hg_claim *claim;

            if (base == SIZE_MAX || base + hg_str_of(bases[i]).len + 6 < lead.len) {
                continue;
            }
            claim = hg_period_claim(arena, ledger, HG_PERIOD_COMPARED, paragraph,
                                    (struct hg_span){from + base, at + comparison.len});
            hg_period_rest(arena, claim, paragraph, claim->span, 0);
            hg_period_verdict(arena, claim, HG_VERDICT_WRONG, HG_REASON_NONE, "%s", meaning);
            break;
        }
    }
}

static void check_comparisons(struct hg_arena *arena, struct hg_ledger *ledger)
{
    static const char *const lately[] = {"较上月", "比上月", "较上个月", "比上个月", "与上月相比",
                                         "较上季度", "比上季度", "较上周", "比上周", "较上一季度",
                                         "比上一季度", "较上旬", "比上一月", "较上一月"};
    static const char *const yearly[] = {"较上年同期", "比上年同期", "较去年同期", "比去年同期",
                                         "与上年同期相比", "与去年同期相比", "较上年", "比上年",
                                         "较去年", "比去年"};

    for (size_t i = 0; i < ledger->doc->paragraphs.len; i++) {
        const struct hg_paragraph *paragraph = ledger->doc->paragraphs.items[i];

        if ((paragraph->flags & (HG_PARAGRAPH_IN_TOC | HG_PARAGRAPH_IN_DELETED_ROW)) != 0 ||
            paragraph->part == HG_PART_COMMENT) {
            continue;
        }
        check_compared(arena, ledger, paragraph, lately, sizeof lately / sizeof *lately,
                       HG_STR("同比"), "同比是与上年同期相比，与上月、上季度相比应为环比");
        check_compared(arena, ledger, paragraph, yearly, sizeof yearly / sizeof *yearly,
                       HG_STR("环比"), "环比是与上一期相比，与上年同期相比应为同比");
    }
}

void hg_periods_claim(struct hg_arena *arena, struct hg_ledger *ledger)
{
    for (size_t i = 0; i < ledger->moments.len; i++) {
        const struct hg_moment *moment = ledger->moments.items[i];

        check_exists(arena, ledger, moment);
        check_forward(arena, ledger, moment);
        check_length(arena, ledger, moment);
        if (i + 1 < ledger->moments.len) {
            check_weekday(arena, ledger, moment, ledger->moments.items[i + 1]);
        }
    }
    check_comparisons(arena, ledger);
}
