#include "lang/date.h"

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

/* ---- Calendar ---- */

static bool leap(int32_t year)
{
    return year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

unsigned hg_date_days_in_month(int32_t year, unsigned month)
{
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    if (month < 1 || month > 12) {
        return 0;
    }
    return month == 2 && leap(year) ? 29u : days[month - 1];
}

int64_t hg_date_day_number(int32_t year, unsigned month, unsigned day)
{
    int64_t y = month <= 2 ? (int64_t)year - 1 : year;
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t of_era = y - era * 400;
    int64_t of_year = (153 * ((int64_t)month + (month > 2 ? -3 : 9)) + 2) / 5 + (int64_t)day - 1;

    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

unsigned hg_date_weekday(int32_t year, unsigned month, unsigned day)
{
    int64_t rest = (hg_date_day_number(year, month, day) + 3) % 7; /* 1970-01-01 was a Thursday */

    return (unsigned)(rest < 0 ? rest + 7 : rest) + 1;
}

int hg_date_compare(struct hg_date_point a, struct hg_date_point b)
{
    if (a.year != b.year && a.year != 0 && b.year != 0) {
        return a.year < b.year ? -1 : 1;
    }
    if ((a.year == 0) != (b.year == 0) || a.month == 0 || b.month == 0) {
        return 0;
    }
    if (a.month != b.month) {
        return a.month < b.month ? -1 : 1;
    }
    if (a.day == 0 || b.day == 0 || a.day == b.day) {
        return 0;
    }
    return a.day < b.day ? -1 : 1;
}

/* ---- Reading ---- */

static struct hg_str rest_of(struct hg_str text, size_t at)
{
    return (struct hg_str){text.data + at, text.len - at};
}

static bool starts(struct hg_str text, size_t at, const char *word)
{
    return at <= text.len && hg_str_starts(rest_of(text, at), hg_str_of(word));
}

/* Past `word` at `at`, or `at`. */
static size_t past(struct hg_str text, size_t at, const char *word)
{
    return starts(text, at, word) ? at + strlen(word) : at;
}

static size_t past_blank(struct hg_str text, size_t at)
{
    while (at < text.len && text.data[at] == ' ') {
        at++;
    }
    return at;
}

/* A whole number of a date: at most four digits, Arabic or Chinese. 0 if there is none. */
static size_t read_number(struct hg_str text, size_t at, int *out, int *digits, bool *han)
{
    size_t end = at;
    int value = 0;
    int count = 0;

    while (end < text.len && count < 5) {
        size_t next = end;
        uint32_t c = hg_utf8_next(text, &next);

        if (!hg_char_is_digit(c)) {
            break;
        }
        value = value * 10 + (int)(hg_utf8_fold_width(c) - '0');
        count++;
        end = next;
    }
    if (count == 0) {
        struct hg_numeral numeral;
        struct hg_ratio whole;

        if (at >= text.len || (hg_numeral_digit(hg_utf8_at(text, at)) < 0 &&
                               hg_numeral_power(hg_utf8_at(text, at)) != 1) ||
            !hg_numeral_parse(text, at, &numeral) ||
            (numeral.flags & (HG_NUMERAL_TOO_LONG | HG_NUMERAL_VAGUE | HG_NUMERAL_SHARE |
                              HG_NUMERAL_DECIMAL)) != 0) {
            return 0;
        }
        whole = hg_ratio_reduce(numeral.value);
        if (whole.den != 1 || whole.num > 9999) {
            return 0;
        }
        *han = true;
        *out = (int)whole.num;
        *digits = (numeral.flags & HG_NUMERAL_DIGITS) != 0
                      ? (int)((numeral.span.end - numeral.span.start) / 3)
                      : 0;
        return numeral.span.end;
    }
    *out = value;
    *digits = count;
    return count <= 4 ? end : 0;
}

static size_t past_range_mark(struct hg_str text, size_t at)
{
    static const char *const marks[] = {"——", "—", "–", "－", "-", "~", "～", "〜", "至", "到"};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (starts(text, at, marks[i])) {
            return at + strlen(marks[i]);
        }
    }
    return at;
}

static void check_point(struct hg_date *out, struct hg_date_point point)
{
    if (point.month > 12 ||
        (point.day > 0 && (point.month == 0 || point.day > hg_date_days_in_month(point.year, point.month)))) {
        out->flags |= HG_DATE_IMPOSSIBLE;
    }
}

/* 年 month 月 day 日 after a year was read, as far as they follow. */
static size_t read_month_day(struct hg_str text, size_t at, struct hg_date_point *point, bool *han)
{
    int month = 0;
    int day = 0;
    int digits = 0;
    size_t start = past_blank(text, at);
    size_t end = read_number(text, start, &month, &digits, han);

    if (end == 0 || digits > 2 || month > 99) {
        return at;
    }
    end = past_blank(text, end);
    if (hg_utf8_at(text, end) != CHAR_MONTH || month == 0) {
        return at;
    }
    hg_utf8_next(text, &end);
    point->month = (uint8_t)month;
    at = past(text, end, "份");
    start = past_blank(text, end);
    end = read_number(text, start, &day, &digits, han);
    if (end == 0 || digits > 2 || day == 0 || day > 99) {
        return at;
    }
    end = past_blank(text, end);
    if (hg_utf8_at(text, end) != CHAR_DAY && hg_utf8_at(text, end) != CHAR_HAO) {
        return at;
    }
    hg_utf8_next(text, &end);
    point->day = (uint8_t)day;
    return end;
}

/* 上半年 下半年 一季度 第三季度 前三季度; fills months. */
static size_t read_part_of_year(struct hg_str text, size_t at, struct hg_date *out)
{
    static const char *const halves[] = {"上半年", "下半年"};
    size_t start = at;
    size_t end;
    int quarter = 0;
    int digits = 0;
    bool han = false;
    bool leading;

    for (uint8_t i = 0; i < 2; i++) {
        if (starts(text, at, halves[i])) {
            out->kind = HG_DATE_HALF;
            out->from.month = (uint8_t)(1 + 6 * i);
            out->to.month = (uint8_t)(6 + 6 * i);
            return at + strlen(halves[i]);
        }
    }
    leading = starts(text, at, "前") || starts(text, at, "1-") || starts(text, at, "1—");
    at = past(text, past(text, past(text, past(text, at, "前"), "第"), "1-"), "1—");
    end = read_number(text, at, &quarter, &digits, &han);
    if (end == 0 || quarter < 1 || quarter > 4) {
        return start;
    }
    end = past(text, end, "个");
    if (!starts(text, end, "季度")) {
        return start;
    }
    out->kind = leading ? HG_DATE_RANGE : HG_DATE_QUARTER;
    out->quarter = leading ? 0 : (uint8_t)quarter;
    out->from.month = (uint8_t)(leading ? 1 : 3 * quarter - 2);
    out->to.month = (uint8_t)(3 * quarter);
    return end + strlen("季度");
}

static size_t finish_range(struct hg_date *out, size_t end)
{
    out->kind = HG_DATE_RANGE;
    if (hg_date_compare(out->from, out->to) > 0) {
        out->flags |= HG_DATE_BACKWARDS;
    }
    return end;
}

/* The end of a range after its start `out->from`: —2022年, 至6月30日, —6月. */
static size_t read_range_end(struct hg_str text, size_t at, struct hg_date *out, bool *han)
{
    size_t start = past_range_mark(text, past_blank(text, at));
    struct hg_date_point point = out->from;
    int value = 0;
    int digits = 0;
    size_t end;

    if (start == at || start == past_blank(text, at)) {
        return at;
    }
    start = past_blank(text, start);
    end = read_number(text, start, &value, &digits, han);
    if (end == 0) {
        return at;
    }
    end = past_blank(text, end);
    if (digits == 4 && hg_utf8_at(text, end) == CHAR_YEAR) {
        hg_utf8_next(text, &end);
        out->to = (struct hg_date_point){value, 0, 0};
        end = read_month_day(text, end, &out->to, han);
        check_point(out, out->to);
        return finish_range(out, end);
    }
    if (hg_utf8_at(text, end) == CHAR_MONTH && point.month > 0) {
        out->to = (struct hg_date_point){point.year, 0, 0};
        end = read_month_day(text, start, &out->to, han);
        if (out->to.month == 0) {
            return at;
        }
        check_point(out, out->to);
        return finish_range(out, end);
    }
    if (hg_utf8_at(text, end) == CHAR_DAY && point.day > 0 && value < 100) {
        hg_utf8_next(text, &end);
        out->to = point;
        out->to.day = (uint8_t)value;
        check_point(out, out->to);
        return finish_range(out, end);
    }
    return at;
}

static bool is_year(int value, int digits)
{
    return digits == 4 && value >= 1000 && value <= 2999;
}

/* 2018—2022年, 1—6月, 3至5月, 6月1—15日: the first number has no unit of its own. */
static size_t read_bare_range(struct hg_str text, size_t at, int first, int digits, size_t end,
                              struct hg_date *out, bool *han)
{
    size_t mark = past_blank(text, end);
    size_t start = past_range_mark(text, mark);
    int second = 0;
    int second_digits = 0;

    if (start == mark) {
        return at;
    }
    start = past_blank(text, start);
    end = read_number(text, start, &second, &second_digits, han);
    if (end == 0) {
        return at;
    }
    end = past_blank(text, end);
    if (is_year(first, digits) && (is_year(second, second_digits) || second_digits == 2) &&
        hg_utf8_at(text, end) == CHAR_YEAR) {
        hg_utf8_next(text, &end);
        out->from.year = first;
        out->to.year = second_digits == 2 ? first - first % 100 + second : second;
        return finish_range(out, past(text, end, "度"));
    }
    if (first >= 1 && first <= 12 && second >= 1 && second <= 99 && digits <= 2 &&
        hg_utf8_at(text, end) == CHAR_MONTH) {
        hg_utf8_next(text, &end);
        out->from.month = (uint8_t)first;
        out->to.month = (uint8_t)second;
        check_point(out, out->to);
        return finish_range(out, past(text, end, "份"));
    }
    return at;
}

static bool digit_at(struct hg_str text, size_t at)
{
    return hg_char_is_digit(hg_utf8_at(text, at));
}

/* 2021-12-22, 2021/6/30, 2021.12.22 */
static size_t read_dashed(struct hg_str text, size_t at, int year, size_t end, struct hg_date *out)
{
    char mark = end < text.len ? text.data[end] : '\0';
    int month = 0;
    int day = 0;
    int digits = 0;
    bool han = false;
    size_t next;

    if ((mark != '-' && mark != '/' && mark != '.') || !digit_at(text, end + 1)) {
        return at;
    }
    next = read_number(text, end + 1, &month, &digits, &han);
    if (next == 0 || digits > 2 || next >= text.len || text.data[next] != mark ||
        !digit_at(text, next + 1)) {
        return at;
    }
    next = read_number(text, next + 1, &day, &digits, &han);
    if (next == 0 || digits > 2 || month == 0 || day == 0 ||
        (next < text.len && text.data[next] == mark)) {
        return at;
    }
    out->kind = HG_DATE_DAY;
    out->from = (struct hg_date_point){year, (uint8_t)month, (uint8_t)day};
    out->to = out->from;
    check_point(out, out->from);
    return next;
}

static void settle_point(struct hg_date *out)
{
    out->to = out->from;
    out->kind = out->from.day > 0     ? HG_DATE_DAY
                : out->from.month > 0 ? HG_DATE_MONTH
                                      : HG_DATE_YEAR;
    check_point(out, out->from);
}

/* What may follow a year: 度, 底, 上半年, a month. */
static size_t read_year(struct hg_str text, size_t at, int year, size_t end, struct hg_date *out,
                        bool *han)
{
    size_t next;

    (void)at;
    out->from.year = out->to.year = year;
    next = read_part_of_year(text, past_blank(text, end), out);
    if (next != past_blank(text, end)) {
        return next;
    }
    /* 2023年1—6月 */
    {
        int month = 0;
        int digits = 0;
        size_t start = past_blank(text, end);
        size_t after = read_number(text, start, &month, &digits, han);

        if (after != 0 && digits <= 2) {
            struct hg_date range = *out;

            next = read_bare_range(text, start, month, digits, after, &range, han);
            if (next != start && range.from.month > 0) {
                range.from.year = range.to.year = year;
                *out = range;
                return finish_range(out, next);
            }
        }
    }
    next = read_month_day(text, end, &out->from, han);
    settle_point(out);
    if (next == end) {
        end = past(text, end, "度");
        if (starts(text, end, "以来")) {
            out->flags |= HG_DATE_SINCE;
            end += strlen("以来");
        }
        next = end;
    }
    return read_range_end(text, next, out, han);
}

static size_t read_numbered(struct hg_str text, size_t at, struct hg_date *out)
{
    int value = 0;
    int digits = 0;
    bool han = false;
    size_t end = read_number(text, at, &value, &digits, &han);
    size_t next;
    uint32_t mark;

    if (end == 0) {
        return at;
    }
    next = read_bare_range(text, at, value, digits, end, out, &han);
    if (next != at) {
        out->flags |= han ? HG_DATE_CHINESE : 0u;
        return next;
    }
    if (is_year(value, digits) && !han) {
        next = read_dashed(text, at, value, end, out);
        if (next != at) {
            return next;
        }
    }
    end = past_blank(text, end);
    mark = hg_utf8_at(text, end);
    if (mark == CHAR_YEAR && is_year(value, digits)) {
        hg_utf8_next(text, &end);
        if (starts(text, end, "来") || starts(text, end, "多")) {
            return at;
        }
        next = read_year(text, at, value, end, out, &han);
    } else if (mark == CHAR_YEAR && digits == 2 && value >= 10) { /* 23年6月 */
        size_t after = end;

        hg_utf8_next(text, &after);
        next = read_month_day(text, after, &out->from, &han);
        if (out->from.month == 0) {
            return at;
        }
        out->from.year = value;
        out->flags |= HG_DATE_SHORT_YEAR;
        settle_point(out);
    } else if (mark == CHAR_MONTH && digits <= 2 && value >= 1) {
        next = read_month_day(text, at, &out->from, &han);
        if (out->from.month == 0) {
            return at;
        }
        settle_point(out);
        next = read_range_end(text, next, out, &han);
    } else {
        return at;
    }
    out->flags |= han ? HG_DATE_CHINESE : 0u;
    return next;
}

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

static size_t read_word(struct hg_str text, size_t at, struct hg_date *out)
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
        end = past(text, at, words[i].text);
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
        size_t end = read_part_of_year(text, best, out);
        bool han = false;

        if (end != best) {
            return end;
        }
        end = read_numbered(text, best, out);
        if (end != best && out->from.year == 0) {
            return end;
        }
        out->from = out->to = (struct hg_date_point){0, 0, 0};
        out->kind = HG_DATE_RELATIVE;
        (void)han;
    }
    if (starts(text, best, "以来")) {
        out->flags |= HG_DATE_SINCE;
        best += strlen("以来");
    } else if (best >= strlen("以来") && starts(text, best - strlen("以来"), "以来")) {
        out->flags |= HG_DATE_SINCE;
    }
    return best;
}

/* “十三五”期间, 十四五时期 */
static size_t read_plan(struct hg_str text, size_t at, struct hg_date *out)
{
    size_t start = past(text, past(text, at, "“"), "\"");
    size_t quoted = start;
    int tens = 0;
    size_t next;
    int digit;

    if (starts(text, start, "十")) {
        tens = 10;
        start += strlen("十");
    }
    next = start;
    digit = start < text.len ? hg_numeral_digit(hg_utf8_next(text, &next)) : -1;
    if (digit < 1 || digit > 9 || !starts(text, next, "五")) {
        return at;
    }
    next += strlen("五");
    if (quoted != at) {
        size_t close = past(text, past(text, next, "”"), "\"");

        if (close == next) {
            return at;
        }
        next = close;
    } else if (tens == 0) {
        return at;
    }
    out->plan = (uint8_t)(tens + digit);
    start = next;
    next = past(text, past(text, past(text, start, "规划"), "时期"), "期间");
    if (next == start || starts(text, start, "规划") || (!starts(text, next - 6, "时期") && !starts(text, next - 6, "期间"))) {
        if (starts(text, start, "以来")) {
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
static size_t read_weekday(struct hg_str text, size_t at, struct hg_date *out)
{
    size_t next = past(text, at, "星期");
    uint32_t c;
    int digit;

    next = next == at ? past(text, at, "周") : next;
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
static size_t read_duration(struct hg_str text, size_t at, struct hg_date *out)
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

        next = past(text, start, before[i]);
        said = said || next != start;
        start = next;
    }
    end = read_number(text, start, &years, &digits, &han);
    if (end == 0 || years < 1 || years > 99) {
        return at;
    }
    end = past(text, end, "个");
    if (hg_utf8_at(text, end) != CHAR_YEAR) {
        return at;
    }
    hg_utf8_next(text, &end);
    next = past(text, past(text, past(text, end, "多"), "以来"), "来");
    next = next == end ? past(text, past(text, end, "间"), "里") : next;
    if (next == end && !said) {
        return at;
    }
    out->kind = HG_DATE_DURATION;
    out->years = (uint16_t)years;
    return next;
}

bool hg_date_may_start(uint32_t c)
{
    if (c < 0x80) {
        return (c >= '0' && c <= '9') || c == '"';
    }
    switch (c) {
    case 0x201C: /* “ */
    case 0x4ECA: /* 今 */
    case 0x672C: /* 本 */
    case 0x5168: /* 全 */
    case 0x5F53: /* 当 */
    case 0x53BB: /* 去 */
    case 0x4E0A: /* 上 */
    case 0x4E0B: /* 下 */
    case 0x540C: /* 同 */
    case 0x524D: /* 前 */
    case 0x660E: /* 明 */
    case 0x6765: /* 来 */
    case 0x622A: /* 截 */
    case 0x76EE: /* 目 */
    case 0x81F3: /* 至 */
    case 0x8FC4: /* 迄 */
    case 0x534A: /* 半 */
    case 0x7B2C: /* 第 */
    case 0x661F: /* 星 */
    case 0x5468: /* 周 */
    case 0x8FC7: /* 过 */
    case 0x6700: /* 最 */
    case 0x8FD1: /* 近 */
    case 0x8FD9: /* 这 */
        return true;
    default:
        return (c >= 0xFF10 && c <= 0xFF19) || hg_numeral_digit(c) >= 0 ||
               hg_numeral_power(c) == 1;
    }
}

bool hg_date_parse(struct hg_str text, size_t at, struct hg_date *out)
{
    static size_t (*const readers[])(struct hg_str, size_t, struct hg_date *) = {
        read_plan, read_numbered, read_part_of_year, read_word, read_duration, read_weekday};
    size_t end = at;

    for (size_t i = 0; i < sizeof readers / sizeof *readers && end == at; i++) {
        *out = (struct hg_date){.kind = HG_DATE_RELATIVE};
        end = readers[i](text, at, out);
    }
    if (end == at) {
        return false;
    }
    if (starts(text, end, "期间")) {
        out->flags |= HG_DATE_PERIOD_WORD;
        end += strlen("期间");
    }
    if (at >= 6 && (starts(text, at - 6, "截至") || starts(text, at - 6, "截止"))) {
        out->flags |= HG_DATE_UNTIL;
    }
    out->span = (struct hg_span){at, end};
    return true;
}
