/* The characters of numerals, and Arabic numbers with grouping and decimals. */
#include "lang/numeral_chain.h"

#include "base/utf8.h"
#include "lang/chars.h"

int hg_numeral_digit(uint32_t c)
{
    switch (c) {
    case 0x3007: /* 〇 */
    case 0x96F6: /* 零 */
    case 0x25CB: /* ○ */
        return 0;
    case 0x4E00: /* 一 */
    case 0x58F9: /* 壹 */
    case 0x5E7A: /* 幺 */
        return 1;
    case 0x4E8C: /* 二 */
    case 0x8D30: /* 贰 */
    case 0x8CB3: /* 貳 */
    case 0x4E24: /* 两 */
    case 0x5169: /* 兩 */
        return 2;
    case 0x4E09: /* 三 */
    case 0x53C1: /* 叁 */
    case 0x53C3: /* 參 */
        return 3;
    case 0x56DB: /* 四 */
    case 0x8086: /* 肆 */
        return 4;
    case 0x4E94: /* 五 */
    case 0x4F0D: /* 伍 */
        return 5;
    case 0x516D: /* 六 */
    case 0x9646: /* 陆 */
    case 0x9678: /* 陸 */
        return 6;
    case 0x4E03: /* 七 */
    case 0x67D2: /* 柒 */
        return 7;
    case 0x516B: /* 八 */
    case 0x634C: /* 捌 */
        return 8;
    case 0x4E5D: /* 九 */
    case 0x7396: /* 玖 */
        return 9;
    default:
        return -1;
    }
}

int hg_numeral_power(uint32_t c)
{
    switch (c) {
    case 0x5341: /* 十 */
    case 0x62FE: /* 拾 */
        return 1;
    case 0x767E: /* 百 */
    case 0x4F70: /* 佰 */
        return 2;
    case 0x5343: /* 千 */
    case 0x4EDF: /* 仟 */
        return 3;
    case 0x4E07: /* 万 */
    case 0x842C: /* 萬 */
        return 4;
    case 0x4EBF: /* 亿 */
    case 0x5104: /* 億 */
        return 8;
    default:
        return 0;
    }
}

enum { MAX_DIGITS = 24 };

int hg_numeral_arabic_digit(uint32_t c)
{
    if (c >= '0' && c <= '9') {
        return (int)(c - '0');
    }
    if (c >= 0xFF10 && c <= 0xFF19) {
        return (int)(c - 0xFF10);
    }
    return -1;
}

/* Past exactly three digits from `at`; 0 if there are not three, or there are more. */
static size_t group_end(struct hg_str text, size_t at)
{
    for (int i = 0; i < 3; i++) {
        if (at >= text.len || hg_numeral_arabic_digit(hg_utf8_at(text, at)) < 0) {
            return 0;
        }
        hg_utf8_next(text, &at);
    }
    return hg_numeral_arabic_digit(hg_utf8_at(text, at)) < 0 ? at : 0;
}

static bool is_group_mark(uint32_t c)
{
    return c == ',' || c == 0x2009 || c == 0x202F || c == 0xA0 || c == ' ';
}

/* Digits of one number as they are read. */
struct digits {
    hg_int128 value;
    int count;      /* significant digits */
    int total;      /* digits read */
    bool full_width;
};

static size_t read_digits(struct hg_str text, size_t at, struct digits *out)
{
    while (at < text.len) {
        size_t next = at;
        uint32_t c = hg_utf8_next(text, &next);
        int digit = hg_numeral_arabic_digit(c);

        if (digit < 0) {
            break;
        }
        out->full_width = out->full_width || c > 0x7F;
        if (out->count < MAX_DIGITS) {
            out->value = out->value * 10 + digit;
        }
        out->count += out->count > 0 || digit > 0;
        out->total++;
        at = next;
    }
    return at;
}

bool hg_numeral_arabic(struct hg_str text, size_t at, struct hg_numeral *out)
{
    struct digits digits = {0, 0, 0, false};
    size_t end = read_digits(text, at, &digits);
    uint32_t mark = hg_utf8_at(text, end);
    uint32_t group_mark = mark;
    int whole_digits = digits.total;

    if (digits.total == 0 && mark != '.') {
        return false;
    }
    out->flags |= digits.total > 1 && hg_numeral_arabic_digit(hg_utf8_at(text, at)) == 0
                      ? HG_NUMERAL_LEADING_ZERO
                      : 0u;
    while (whole_digits >= 1 && whole_digits <= 3 &&
           (is_group_mark(mark) || (mark == 0xFF0C && digits.full_width)) && mark == group_mark &&
           (out->flags & HG_NUMERAL_LEADING_ZERO) == 0 && digits.value != 0) {
        size_t next = end;
        size_t past;

        hg_utf8_next(text, &next);
        past = group_end(text, next);
        if (past == 0) {
            break;
        }
        read_digits(text, next, &digits);
        end = past;
        mark = hg_utf8_at(text, end);
        out->flags |= HG_NUMERAL_GROUPED;
    }
    mark = hg_utf8_at(text, end);
    out->decimals = 0;
    if (mark == '.' || mark == 0xFF0E) {
        size_t next = end;
        size_t past;
        int before = digits.total;

        hg_utf8_next(text, &next);
        past = read_digits(text, next, &digits);
        if (past > next && digits.total - before <= MAX_DIGITS) {
            out->decimals = (int16_t)(digits.total - before);
            out->flags |= HG_NUMERAL_DECIMAL;
            end = past;
        } else if (past > next) {
            out->flags |= HG_NUMERAL_TOO_LONG;
            end = past;
        }
    }
    if (digits.total == 0) {
        return false;
    }
    out->flags |= (digits.full_width ? HG_NUMERAL_FULL_WIDTH : 0u) |
                  (digits.count > MAX_DIGITS ? HG_NUMERAL_TOO_LONG : 0u);
    out->span = (struct hg_span){at, end};
    out->digits = out->span;
    out->value.num = digits.value;
    out->value.den = hg_ratio_ten(out->decimals).num;
    out->high = out->value;
    out->step = hg_ratio_ten(-out->decimals);
    return true;
}
