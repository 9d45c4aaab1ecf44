/* Dates written with numbers: 2023年6月30日, 1—6月, 2021-12-22, 第三季度. */
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

static struct hg_str rest_of(struct hg_str text, size_t at)
{
    return (struct hg_str){text.data + at, text.len - at};
}

bool hg_date_starts(struct hg_str text, size_t at, const char *word)
{
    return at <= text.len && hg_str_starts(rest_of(text, at), hg_str_of(word));
}

/* Past `word` at `at`, or `at`. */
size_t hg_date_past(struct hg_str text, size_t at, const char *word)
{
    return hg_date_starts(text, at, word) ? at + strlen(word) : at;
}

size_t hg_date_past_blank(struct hg_str text, size_t at)
{
    while (at < text.len && text.data[at] == ' ') {
        at++;
    }
    return at;
}

/* A whole number of a date: at most four digits, Arabic or Chinese. 0 if there is none. */
size_t hg_date_number(struct hg_str text, size_t at, int *out, int *digits, bool *han)
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
        if (hg_date_starts(text, at, marks[i])) {
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
    size_t start = hg_date_past_blank(text, at);
    size_t end = hg_date_number(text, start, &month, &digits, han);

    if (end == 0 || digits > 2 || month > 99) {
        return at;
    }
    end = hg_date_past_blank(text, end);
    if (hg_utf8_at(text, end) != CHAR_MONTH || month == 0) {
        return at;
    }
    hg_utf8_next(text, &end);
    point->month = (uint8_t)month;
    at = hg_date_past(text, end, "份");
    start = hg_date_past_blank(text, end);
    end = hg_date_number(text, start, &day, &digits, han);
    if (end == 0 || digits > 2 || day == 0 || day > 99) {
        return at;
    }
    end = hg_date_past_blank(text, end);
    if (hg_utf8_at(text, end) != CHAR_DAY && hg_utf8_at(text, end) != CHAR_HAO) {
        return at;
    }
    hg_utf8_next(text, &end);
    point->day = (uint8_t)day;
    return end;
}

/* 上半年 下半年 一季度 第三季度 前三季度; fills months. */
size_t hg_date_part_of_year(struct hg_str text, size_t at, struct hg_date *out)
{
    static const char *const halves[] = {"上半年", "下半年"};
    size_t start = at;
    size_t end;
    int quarter = 0;
    int digits = 0;
    bool han = false;
    bool leading;

    for (uint8_t i = 0; i < 2; i++) {
        if (hg_date_starts(text, at, halves[i])) {
            out->kind = HG_DATE_HALF;
            out->from.month = (uint8_t)(1 + 6 * i);
            out->to.month = (uint8_t)(6 + 6 * i);
            return at + strlen(halves[i]);
        }
    }
    leading = hg_date_starts(text, at, "前") || hg_date_starts(text, at, "1-") || hg_date_starts(text, at, "1—");
    at = hg_date_past(text, hg_date_past(text, hg_date_past(text, hg_date_past(text, at, "前"), "第"), "1-"), "1—");
    end = hg_date_number(text, at, &quarter, &digits, &han);
    if (end == 0 || quarter < 1 || quarter > 4) {
        return start;
    }
    end = hg_date_past(text, end, "个");
    if (!hg_date_starts(text, end, "季度")) {
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
    size_t start = past_range_mark(text, hg_date_past_blank(text, at));
    struct hg_date_point point = out->from;
    int value = 0;
    int digits = 0;
    size_t end;

    if (start == at || start == hg_date_past_blank(text, at)) {
        return at;
    }
    start = hg_date_past_blank(text, start);
    end = hg_date_number(text, start, &value, &digits, han);
    if (end == 0) {
        return at;
    }
    end = hg_date_past_blank(text, end);
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
    size_t mark = hg_date_past_blank(text, end);
    size_t start = past_range_mark(text, mark);
    int second = 0;
    int second_digits = 0;

    if (start == mark) {
        return at;
    }
    start = hg_date_past_blank(text, start);
    end = hg_date_number(text, start, &second, &second_digits, han);
    if (end == 0) {
        return at;
    }
    end = hg_date_past_blank(text, end);
    if (is_year(first, digits) && (is_year(second, second_digits) || second_digits == 2) &&
        hg_utf8_at(text, end) == CHAR_YEAR) {
        hg_utf8_next(text, &end);
        out->from.year = first;
        out->to.year = second_digits == 2 ? first - first % 100 + second : second;
        return finish_range(out, hg_date_past(text, end, "度"));
    }
    if (first >= 1 && first <= 12 && second >= 1 && second <= 99 && digits <= 2 &&
        hg_utf8_at(text, end) == CHAR_MONTH) {
        hg_utf8_next(text, &end);
        out->from.month = (uint8_t)first;
        out->to.month = (uint8_t)second;
        check_point(out, out->to);
        return finish_range(out, hg_date_past(text, end, "份"));
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
    next = hg_date_number(text, end + 1, &month, &digits, &han);
    if (next == 0 || digits > 2 || next >= text.len || text.data[next] != mark ||
        !digit_at(text, next + 1)) {
        return at;
    }
    next = hg_date_number(text, next + 1, &day, &digits, &han);
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
    next = hg_date_part_of_year(text, hg_date_past_blank(text, end), out);
    if (next != hg_date_past_blank(text, end)) {
        return next;
    }
    /* 2023年1—6月 */
    {
        int month = 0;
        int digits = 0;
        size_t start = hg_date_past_blank(text, end);
        size_t after = hg_date_number(text, start, &month, &digits, han);

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
        end = hg_date_past(text, end, "度");
        if (hg_date_starts(text, end, "以来")) {
            out->flags |= HG_DATE_SINCE;
            end += strlen("以来");
        }
        next = end;
    }
    return read_range_end(text, next, out, han);
}

size_t hg_date_numbered(struct hg_str text, size_t at, struct hg_date *out)
{
    int value = 0;
    int digits = 0;
    bool han = false;
    size_t end = hg_date_number(text, at, &value, &digits, &han);
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
    end = hg_date_past_blank(text, end);
    mark = hg_utf8_at(text, end);
    if (mark == CHAR_YEAR && is_year(value, digits)) {
        hg_utf8_next(text, &end);
        if (hg_date_starts(text, end, "来") || hg_date_starts(text, end, "多")) {
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
