/* Calendar, and the choice among the readers of dates. */
#include "lang/date_parts.h"

#include <string.h>

#include "base/utf8.h"
#include "lang/chars.h"
#include "lang/numeral.h"
#include "lang/numeral_chain.h"

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

/* Which readers may begin with this character: trying them all on every character would cost more
 * than the rest of the reading. */
static bool may_begin(size_t reader, uint32_t c)
{
    bool number = hg_numeral_digit(c) >= 0 || hg_numeral_power(c) == 1 || hg_char_is_digit(c);

    switch (reader) {
    case 0: /* plan */
        return c == '"' || c == 0x201C || c == 0x5341;
    case 1: /* numbered */
        return number;
    case 2: /* part of a year */
        return number || c == 0x4E0A || c == 0x4E0B || c == 0x524D || c == 0x7B2C;
    case 3: /* word */
        return !number;
    case 4: /* duration */
        return number || c == 0x8FC7 || c == 0x6700 || c == 0x8FD1 || c == 0x8FD9 || c == 0x4ECA;
    default: /* weekday */
        return c == 0x661F || c == 0x5468;
    }
}

bool hg_date_parse(struct hg_str text, size_t at, struct hg_date *out)
{
    static size_t (*const readers[])(struct hg_str, size_t, struct hg_date *) = {
        hg_date_plan, hg_date_numbered, hg_date_part_of_year, hg_date_word, hg_date_duration, hg_date_week};
    uint32_t first = hg_utf8_at(text, at);
    size_t end = at;

    for (size_t i = 0; i < sizeof readers / sizeof *readers && end == at; i++) {
        if (!may_begin(i, first)) {
            continue;
        }
        *out = (struct hg_date){.kind = HG_DATE_RELATIVE};
        end = readers[i](text, at, out);
    }
    if (end == at) {
        return false;
    }
    if (hg_date_starts(text, end, "期间")) {
        out->flags |= HG_DATE_PERIOD_WORD;
        end += strlen("期间");
    }
    if (at >= 6 && (hg_date_starts(text, at - 6, "截至") || hg_date_starts(text, at - 6, "截止"))) {
        out->flags |= HG_DATE_UNTIL;
    }
    out->span = (struct hg_span){at, end};
    return true;
}
