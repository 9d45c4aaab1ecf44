#include "lang/numeral.h"

#include "base/utf8.h"
#include "lang/chars.h"
#include "lang/numeral_chain.h"

enum {
    CHAR_FEN = 0x5206,     /* 分 */
    CHAR_OLD_FEN = 0x4EFD, /* 份, in old texts */
    CHAR_ZHI = 0x4E4B,     /* 之 */
    CHAR_NEGATIVE = 0x8D1F, /* 负 */
    CHAR_NEGATIVE_OLD = 0x8CA0,
    CHAR_MINUS = 0x2212,
    CHAR_FULL_MINUS = 0xFF0D,
    CHAR_BAN = 0x534A,   /* 半 */
    CHAR_CHENG = 0x6210, /* 成 */
    CHAR_PERCENT_FULL = 0xFF05,
    CHAR_PERCENT_SMALL = 0xFE6A,
    CHAR_PERMILLE = 0x2030,
};

bool hg_numeral_may_start(uint32_t c)
{
    if (c < 0x80) {
        return (c >= '0' && c <= '9') || c == '-' || c == '.';
    }
    if ((c >= 0xFF10 && c <= 0xFF19) || c == CHAR_MINUS || c == CHAR_FULL_MINUS) {
        return true;
    }
    if (c < 0x3007) {
        return c == 0x25CB;
    }
    return hg_numeral_digit(c) >= 0 || hg_numeral_power(c) > 0 || c == CHAR_NEGATIVE ||
           c == CHAR_NEGATIVE_OLD || c == CHAR_BAN || c == 0x51E0 /* 几 */ ||
           c == 0x6570 /* 数 */ || c == 0x5EFF /* 廿 */ || c == 0x5345 /* 卅 */;
}

/* A number without sign, percent sign or fraction. */
static bool parse_plain(struct hg_str text, size_t at, struct hg_numeral *out)
{
    uint32_t c = hg_utf8_at(text, at);

    if (hg_char_is_digit(c) || c == '.') {
        if (!hg_numeral_arabic(text, at, out)) {
            return false;
        }
        if ((out->flags & HG_NUMERAL_TOO_LONG) == 0) {
            hg_numeral_chain(text, out->span.end, out);
        }
        return true;
    }
    return hg_numeral_chain(text, at, out);
}

static void scale_by(struct hg_numeral *out, struct hg_ratio factor)
{
    if (!hg_ratio_mul(&out->value, out->value, factor) ||
        !hg_ratio_mul(&out->high, out->high, factor) ||
        !hg_ratio_mul(&out->step, out->step, factor)) {
        out->flags |= HG_NUMERAL_TOO_LONG;
    }
}

static void make_share(struct hg_numeral *out, int power)
{
    scale_by(out, hg_ratio_ten(-power));
    out->flags |= HG_NUMERAL_SHARE | (power == 3 ? HG_NUMERAL_PERMILLE : 0u);
}

static void take_percent_sign(struct hg_str text, struct hg_numeral *out)
{
    size_t end = out->span.end;
    uint32_t c = hg_utf8_at(text, end);

    if (c == ' ') {
        hg_utf8_next(text, &end);
        c = hg_utf8_at(text, end);
    }
    if (c == '%' || c == CHAR_PERCENT_FULL || c == CHAR_PERCENT_SMALL || c == CHAR_PERMILLE) {
        hg_utf8_next(text, &end);
        out->span.end = end;
        make_share(out, c == CHAR_PERMILLE ? 3 : 2);
    }
}

/* Y of X分之Y, after 分之. */
static bool finish_fraction(struct hg_str text, size_t at, const struct hg_numeral *whole,
                            struct hg_numeral *out)
{
    struct hg_numeral part = {.flags = 0};
    struct hg_ratio base = hg_ratio_reduce(whole->value);
    bool negative = hg_utf8_at(text, at) == CHAR_NEGATIVE;

    if (negative) {
        hg_utf8_next(text, &at);
    }
    if ((whole->flags & (HG_NUMERAL_TOO_LONG | HG_NUMERAL_VAGUE)) != 0 || base.num <= 0 ||
        base.den != 1 || base.num > 100000000 || !parse_plain(text, at, &part)) {
        return false;
    }
    part.span.start = part.digits.start = whole->span.start;
    if (base.num == 100 || base.num == 1000 || base.num == 10000) {
        make_share(&part, base.num == 100 ? 2 : base.num == 1000 ? 3 : 4);
    } else {
        scale_by(&part, (struct hg_ratio){1, base.num});
        part.flags |= HG_NUMERAL_SHARE | HG_NUMERAL_FRACTION;
        part.step = hg_ratio_of(0);
    }
    if (negative) {
        scale_by(&part, hg_ratio_of(-1));
        part.step.num = part.step.num < 0 ? -part.step.num : part.step.num;
        part.flags |= HG_NUMERAL_NEGATIVE;
    }
    part.flags |= HG_NUMERAL_CHINESE;
    *out = part;
    return true;
}

static bool take_fraction(struct hg_str text, struct hg_numeral *out)
{
    size_t at = out->span.end;
    uint32_t c = hg_utf8_at(text, at);

    if (c != CHAR_FEN && c != CHAR_OLD_FEN) {
        return false;
    }
    hg_utf8_next(text, &at);
    if (hg_utf8_at(text, at) != CHAR_ZHI) {
        return false;
    }
    hg_utf8_next(text, &at);
    return finish_fraction(text, at, out, out);
}

/* 1/3 between numbers that are no date. */
static bool take_slash(struct hg_str text, struct hg_numeral *out)
{
    size_t at = out->span.end;
    struct hg_numeral under = {.flags = 0};

    if (hg_utf8_at(text, at) != '/' || out->decimals != 0 || out->power != 0 ||
        out->span.end - out->span.start > 2 || !hg_char_is_digit(hg_utf8_at(text, at + 1)) ||
        !hg_numeral_arabic(text, at + 1, &under) || under.decimals != 0 ||
        under.span.end - under.span.start > 3 || under.value.num <= out->value.num ||
        hg_utf8_at(text, under.span.end) == '/') {
        return false;
    }
    scale_by(out, (struct hg_ratio){1, under.value.num});
    out->step = hg_ratio_of(0);
    out->span.end = under.span.end;
    out->flags |= HG_NUMERAL_SHARE | HG_NUMERAL_FRACTION;
    return true;
}

/* What may stand after 成 where it means tenths: not 成立, 成果, 成员 … */
static bool tenths_may_end(struct hg_str text, size_t at)
{
    static const char *const after[] = {"以上", "以下", "左右", "多", "的", "来", "是", "在",
                                        "由",   "被",   "群众", "受访", "企业"};
    struct hg_str rest = {text.data + at, text.len - at};
    uint32_t c = hg_utf8_at(text, at);

    if (at >= text.len || hg_char_class(c) == HG_CHAR_MARK || hg_char_class(c) == HG_CHAR_HALF_MARK) {
        return true;
    }
    for (size_t i = 0; i < sizeof after / sizeof *after; i++) {
        if (hg_str_starts(rest, hg_str_of(after[i]))) {
            return true;
        }
    }
    return false;
}

static bool take_tenths(struct hg_str text, struct hg_numeral *out)
{
    size_t at = out->span.end;
    int half = -1;

    if (hg_utf8_at(text, at) != CHAR_CHENG || out->decimals > 1 || out->power != 0 ||
        hg_ratio_compare(out->high, hg_ratio_of(10)) > 0 || hg_ratio_sign(out->value) <= 0) {
        return false;
    }
    hg_utf8_next(text, &at);
    if (hg_numeral_digit(hg_utf8_at(text, at)) > 0) { /* 三成五 */
        half = hg_numeral_digit(hg_utf8_at(text, at));
        hg_utf8_next(text, &at);
    } else if (hg_utf8_at(text, at) == CHAR_BAN) {
        half = 5;
        hg_utf8_next(text, &at);
    }
    if (!tenths_may_end(text, at)) {
        return false;
    }
    out->span.end = at;
    make_share(out, 1);
    out->flags |= HG_NUMERAL_TENTHS | HG_NUMERAL_CHINESE;
    if (half > 0) {
        hg_ratio_add(&out->value, out->value, hg_ratio_make(half, 100));
        out->high = out->value;
        out->step = hg_ratio_make(1, 100);
    }
    return true;
}

/* 半数, 一半, 过半 (the word before is an approximator): one half. */
static bool parse_half(struct hg_str text, size_t at, struct hg_numeral *out)
{
    struct hg_str rest = {text.data + at, text.len - at};
    size_t len = 0;

    if (hg_str_starts(rest, HG_STR("一半"))) {
        len = sizeof "一半" - 1;
    } else if (hg_str_starts(rest, HG_STR("半数"))) {
        len = sizeof "半数" - 1;
    } else {
        return false;
    }
    out->span = out->digits = (struct hg_span){at, at + len};
    out->value = out->high = hg_ratio_make(1, 2);
    out->step = hg_ratio_of(0);
    out->flags = HG_NUMERAL_SHARE | HG_NUMERAL_FRACTION | HG_NUMERAL_CHINESE;
    return true;
}

/* 负 is a sign at the start of a word: 为负3.2, but not 减负237亿元, 税负5700万. */
static bool is_sign(struct hg_str text, size_t at)
{
    uint32_t c = hg_utf8_at(text, at);
    uint32_t before = hg_utf8_before(text, at);

    if (c == CHAR_NEGATIVE || c == CHAR_NEGATIVE_OLD) {
        return !hg_char_is_han(before) || before == 0x4E3A /* 为 */ || before == 0x662F /* 是 */ ||
               before == 0x81F3 /* 至 */ || before == 0x5230 /* 到 */;
    }
    return c == '-' || c == CHAR_MINUS || c == CHAR_FULL_MINUS;
}

bool hg_numeral_parse(struct hg_str text, size_t at, struct hg_numeral *out)
{
    size_t start = at;
    bool negative = false;

    *out = (struct hg_numeral){.flags = 0};
    if (at >= text.len) {
        return false;
    }
    if (is_sign(text, at)) {
        negative = true;
        hg_utf8_next(text, &at);
        if (hg_utf8_at(text, at) == ' ') {
            hg_utf8_next(text, &at);
        }
    }
    if (parse_half(text, at, out)) {
        return !negative;
    }
    if (!parse_plain(text, at, out)) {
        return false;
    }
    if ((out->flags & HG_NUMERAL_TOO_LONG) == 0 && !take_fraction(text, out) &&
        !take_slash(text, out) && !take_tenths(text, out)) {
        take_percent_sign(text, out);
    }
    if (negative) {
        struct hg_ratio low = out->high;

        out->high = out->value;
        out->value = low;
        out->value.num = -out->value.num;
        out->high.num = -out->high.num;
        out->flags ^= HG_NUMERAL_NEGATIVE;
        out->span.start = start;
    }
    return true;
}

bool hg_numeral_whole(struct hg_str text, int64_t *out)
{
    struct hg_numeral numeral;
    struct hg_ratio value;

    if (!hg_numeral_parse(text, 0, &numeral) || numeral.span.end != text.len ||
        (numeral.flags & (HG_NUMERAL_TOO_LONG | HG_NUMERAL_VAGUE | HG_NUMERAL_SHARE)) != 0) {
        return false;
    }
    value = hg_ratio_reduce(numeral.value);
    if (value.den != 1 || value.num > INT64_MAX || value.num < INT64_MIN) {
        return false;
    }
    *out = (int64_t)value.num;
    return true;
}

static const char *const han_digits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

/* n in 1 .. 9999. `lead`: 10 to 19 are written 十…, as at the start of a number. */
static void write_section(struct hg_buf *out, int n, bool lead)
{
    static const char *const places[] = {"千", "百", "十", ""};
    static const int values[] = {1000, 100, 10, 1};
    bool gap = false;
    bool begun = false;

    for (size_t i = 0; i < 4; i++) {
        int digit = n / values[i] % 10;

        if (digit == 0) {
            gap = begun;
            continue;
        }
        if (gap) {
            hg_buf_puts(out, "零");
            gap = false;
        }
        if (!(i == 2 && digit == 1 && !begun && lead)) {
            hg_buf_puts(out, han_digits[digit]);
        }
        hg_buf_puts(out, places[i]);
        begun = true;
    }
}

void hg_numeral_write_chinese(struct hg_buf *out, int64_t n)
{
    static const char *const units[] = {"", "万", "亿", "万亿", "亿亿"};
    int sections[5];
    int count = 0;
    uint64_t rest = n < 0 ? (uint64_t)0 - (uint64_t)n : (uint64_t)n;
    bool begun = false;
    bool gap = false;

    if (n == 0) {
        hg_buf_puts(out, "零");
        return;
    }
    if (n < 0) {
        hg_buf_puts(out, "负");
    }
    for (; rest > 0; rest /= 10000) {
        sections[count++] = (int)(rest % 10000);
    }
    for (int i = count - 1; i >= 0; i--) {
        if (sections[i] == 0) {
            gap = begun;
            continue;
        }
        if (begun && (gap || sections[i] < 1000)) {
            hg_buf_puts(out, "零");
        }
        gap = false;
        write_section(out, sections[i], !begun);
        /* 万亿: the 亿 is said once, after the last section above it. */
        hg_buf_puts(out, i == 3 && sections[2] != 0 ? "万" : units[i]);
        begun = true;
    }
}

void hg_numeral_write_digits(struct hg_buf *out, int64_t n)
{
    if (n >= 10) {
        hg_numeral_write_digits(out, n / 10);
    }
    hg_buf_puts(out, n % 10 == 0 ? "〇" : han_digits[n % 10]);
}
