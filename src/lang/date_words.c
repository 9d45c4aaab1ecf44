/* Dates and periods said in words: 今年以来, “十三五”期间, 近三年, 星期五. */
#include "lang/date_parts.h"

#include <string.h>

#include "base/utf8.h"
#include "lang/chars.h"
#include "lang/numeral.h"
#include "lang/numeral_chain.h"

enum {
    CHAR_YEAR = 0x5E74,  /* 年 */
    CHAR_MONTH = 0x6708, /* 月 */
    CHAR_DAY = 0x65E5,   /* 日 */
    CHAR_HAO = 0x53F7,   /* 号 */
};

struct word {
    const char *text;
    enum hg_relative relative;
};

static const struct word words[] = {
    {"今年上半年", HG_RELATIVE_NONE},       {"今年以来", HG_RELATIVE_THIS_YEAR},
    {"今年", HG_RELATIVE_THIS_YEAR},        {"本年度", HG_RELATIVE_THIS_YEAR},
    {"本年", HG_RELATIVE_THIS_YEAR},        {"全年", HG_RELATIVE_THIS_YEAR},
    {"当年", HG_RELATIVE_THIS_YEAR},        {"去年同期", HG_RELATIVE_SAME_PERIOD},
    {"上年同期", HG_RELATIVE_SAME_PERIOD},  {"同期", HG_RELATIVE_SAME_PERIOD},
    {"去年", HG_RELATIVE_LAST_YEAR},        {"上年度", HG_RELATIVE_LAST_YEAR},
    {"上年", HG_RELATIVE_LAST_YEAR},        {"上一年度", HG_RELATIVE_LAST_YEAR},
    {"上一年", HG_RELATIVE_LAST_YEAR},      {"前年", HG_RELATIVE_YEAR_BEFORE_LAST},
    {"明年", HG_RELATIVE_NEXT_YEAR},        {"来年", HG_RELATIVE_NEXT_YEAR},
    {"截至目前", HG_RELATIVE_NOW},          {"截止目前", HG_RELATIVE_NOW},
    {"目前", HG_RELATIVE_NOW},              {"至今", HG_RELATIVE_NOW},
    {"迄今", HG_RELATIVE_NOW},              {"本月", HG_RELATIVE_THIS_MONTH},
    {"当月", HG_RELATIVE_THIS_MONTH},       {"上个月", HG_RELATIVE_LAST_MONTH},
    {"上月", HG_RELATIVE_LAST_MONTH},       {"上季度", HG_RELATIVE_LAST_QUARTER},
    {"上个季度", HG_RELATIVE_LAST_QUARTER}, {"半年来", HG_RELATIVE_HALF_YEAR},
};

size_t hg_date_word(struct hg_str text, size_t at, struct hg_date *out)
{
    size_t best = at;

    if (hg_utf8_at(text, at) < 0x3400 || hg_numeral_digit(hg_utf8_at(text, at)) >= 0) {
        return at;
    }
    for (size_t i = 1; i < sizeof words / sizeof *words; i++) {
        size_t end;

        if (memcmp(words[i].text, text.data + at, text.len - at < 3 ? text.len - at : 3) != 0) {
            continue;
        }
        end = hg_date_past(text, at, words[i].text);
        if (end > best) {
            best = end;
            out->relative = words[i].relative;
        }
    }
    if (best == at) {
        return at;
    }
    out->kind = HG_DATE_RELATIVE;
    if (out->relative == HG_RELATIVE_THIS_YEAR || out->relative == HG_RELATIVE_LAST_YEAR ||
        out->relative == HG_RELATIVE_NEXT_YEAR) {
        size_t end = hg_date_part_of_year(text, best, out);
        bool han = false;

        if (end != best) {
            return end;
        }
        end = hg_date_numbered(text, best, out);
        if (end != best && out->from.year == 0) {
            return end;
        }
        out->from = out->to = (struct hg_date_point){0, 0, 0};
        out->kind = HG_DATE_RELATIVE;
        (void)han;
    }
    if (hg_date_starts(text, best, "以来")) {
        out->flags |= HG_DATE_SINCE;
        best += strlen("以来");
    } else if (best >= strlen("以来") && hg_date_starts(text, best - strlen("以来"), "以来")) {
        out->flags |= HG_DATE_SINCE;
    }
    return best;
}

/* “十三五”期间, 十四五时期 */
size_t hg_date_plan(struct hg_str text, size_t at, struct hg_date *out)
{
    size_t start = hg_date_past(text, hg_date_past(text, at, "“"), "\"");
    size_t quoted = start;
    int tens = 0;
    size_t next;
    int digit;

    if (hg_date_starts(text, start, "十")) {
        tens = 10;
        start += strlen("十");
    }
    next = start;
    digit = start < text.len ? hg_numeral_digit(hg_utf8_next(text, &next)) : -1;
    if (digit < 1 || digit > 9 || !hg_date_starts(text, next, "五")) {
        return at;
    }
    next += strlen("五");
    if (quoted != at) {
        size_t close = hg_date_past(text, hg_date_past(text, next, "”"), "\"");

        if (close == next) {
            return at;
        }
        next = close;
    } else if (tens == 0) {
        return at;
    }
    out->plan = (uint8_t)(tens + digit);
    start = next;
    next = hg_date_past(text, hg_date_past(text, hg_date_past(text, start, "规划"), "时期"), "期间");
    if (next == start || hg_date_starts(text, start, "规划") || (!hg_date_starts(text, next - 6, "时期") && !hg_date_starts(text, next - 6, "期间"))) {
        if (hg_date_starts(text, start, "以来")) {
            next = start + strlen("以来");
        } else {
            return at;
        }
    }
    out->kind = HG_DATE_PLAN;
    out->flags |= HG_DATE_PERIOD_WORD;
    out->from.year = 1953 + 5 * (out->plan - 1);
    if (out->plan >= 3) {
        out->from.year = 1966 + 5 * (out->plan - 3);
    }
    out->to.year = out->from.year + 4;
    return next;
}

/* 星期五 周五 礼拜天 */
size_t hg_date_week(struct hg_str text, size_t at, struct hg_date *out)
{
    size_t next = hg_date_past(text, at, "星期");
    uint32_t c;
    int digit;

    next = next == at ? hg_date_past(text, at, "周") : next;
    if (next == at || next >= text.len) {
        return at;
    }
    c = hg_utf8_next(text, &next);
    digit = c == CHAR_DAY || c == 0x5929 ? 7 : hg_numeral_digit(c);
    if (digit < 1 || digit > 7 || hg_numeral_digit(c) == 0 || digit > 6 + (c == CHAR_DAY || c == 0x5929)) {
        return at;
    }
    out->kind = HG_DATE_WEEKDAY;
    out->weekday = (uint8_t)digit;
    return next;
}

/* 五年来, 近三年, 过去五年, 三年间 */
size_t hg_date_duration(struct hg_str text, size_t at, struct hg_date *out)
{
    size_t start = at;
    bool said = false;
    int years = 0;
    int digits = 0;
    bool han = false;
    size_t end;
    size_t next;

    for (size_t i = 0; i < 6; i++) {
        static const char *const before[] = {"过去的", "过去", "最近", "近", "这", "今后"};

        next = hg_date_past(text, start, before[i]);
        said = said || next != start;
        start = next;
    }
    end = hg_date_number(text, start, &years, &digits, &han);
    if (end == 0 || years < 1 || years > 99) {
        return at;
    }
    end = hg_date_past(text, end, "个");
    if (hg_utf8_at(text, end) != CHAR_YEAR) {
        return at;
    }
    hg_utf8_next(text, &end);
    next = hg_date_past(text, hg_date_past(text, hg_date_past(text, end, "多"), "以来"), "来");
    next = next == end ? hg_date_past(text, hg_date_past(text, end, "间"), "里") : next;
    if (next == end && !said) {
        return at;
    }
    out->kind = HG_DATE_DURATION;
    out->years = (uint16_t)years;
    return next;
}
