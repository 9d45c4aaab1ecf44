#include "lang/label.h"

#include "base/utf8.h"
#include "lang/chars.h"

/* Reads 1 to 4 digits of either width. */
static bool read_decimal(struct hg_str text, size_t *at, uint32_t *value)
{
    size_t digits = 0;

    *value = 0;
    while (hg_char_is_digit(hg_utf8_at(text, *at))) {
        *value = *value * 10 + (hg_utf8_fold_width(hg_utf8_next(text, at)) - '0');
        if (++digits > 4) {
            return false;
        }
    }
    return digits > 0;
}

static uint32_t han_digit(uint32_t c)
{
    static const uint32_t digits[] = {0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94,
                                      0x516D, 0x4E03, 0x516B, 0x4E5D}; /* 一 to 九 */

    for (uint32_t i = 0; i < 9; i++) {
        if (digits[i] == c) {
            return i + 1;
        }
    }
    return 0;
}

/* Reads 一 to 九百九十九; labels go no further. */
static bool read_han(struct hg_str text, size_t *at, uint32_t *value)
{
    uint32_t total = 0, pending = 0, read = 0;

    while (*at < text.len) {
        size_t next = *at;
        uint32_t c = hg_utf8_next(text, &next);
        uint32_t digit = han_digit(c);

        if (digit > 0 && pending == 0) {
            pending = digit;
        } else if (c == 0x5341) { /* 十 */
            total += (pending == 0 ? 1 : pending) * 10;
            pending = 0;
        } else if (c == 0x767E && pending > 0) { /* 百 */
            total += pending * 100;
            pending = 0;
        } else if ((c == 0x96F6 || c == 0x3007) && total > 0) { /* 零 〇 inside a number */
            pending = 0;
        } else {
            break;
        }
        *at = next;
        read++;
    }
    *value = total + pending;
    return read > 0 && *value > 0;
}

bool hg_label_read_han_date(struct hg_str text, size_t *at, uint32_t *value)
{
    size_t digits = 0, end = *at;
    uint32_t by_digit = 0;

    while (end < text.len && digits < 4) {
        size_t next = end;
        uint32_t c = hg_utf8_next(text, &next);
        uint32_t digit = han_digit(c);

        if (digit == 0 && c != 0x3007 && c != 0x96F6 && c != 0x25CB && c != 'O') {
            break;
        }
        by_digit = by_digit * 10 + digit;
        end = next;
        digits++;
    }
    if (digits == 4) {
        *at = end;
        *value = by_digit;
        return true;
    }
    return read_han(text, at, value);
}

static void skip_blanks(struct hg_str text, size_t *at)
{
    while (*at < text.len) {
        size_t next = *at;

        if (hg_char_class(hg_utf8_next(text, &next)) != HG_CHAR_BLANK) {
            break;
        }
        *at = next;
    }
}

static bool finish(struct hg_label_parse *out, enum hg_label_style style, uint32_t value,
                   size_t start, size_t end, struct hg_str text)
{
    out->style = style;
    out->value = value;
    skip_blanks(text, &end);
    out->span = (struct hg_span){start, end};
    return true;
}

/* （一） (1) 1） */
static bool parse_paren(struct hg_str text, size_t start, struct hg_label_parse *out)
{
    size_t at = start;
    uint32_t open = hg_utf8_next(text, &at);
    uint32_t close;
    bool han;

    skip_blanks(text, &at);
    out->digits.start = at;
    han = read_han(text, &at, &out->value);
    if (!han && !read_decimal(text, &at, &out->value)) {
        return false;
    }
    out->digits.end = at;
    skip_blanks(text, &at);
    close = at < text.len ? hg_utf8_next(text, &at) : 0;
    if (close != 0xFF09 && close != ')') {
        return false;
    }
    out->mark = close;
    out->half_width = open == '(' || close == ')';
    /* （2023） is a year, not the 2023rd item. */
    if (!han && out->value > 99) {
        return false;
    }
    return finish(out, han ? HG_LABEL_HAN_PAREN : HG_LABEL_DECIMAL_PAREN, out->value, start, at,
                  text);
}

/* 第一章 第一节 第一条 第一部分 第一， 第一、 */
static bool parse_ordinal(struct hg_str text, size_t start, struct hg_label_parse *out)
{
    static const struct {
        struct hg_str unit;
        enum hg_label_style style;
    } units[] = {
        {HG_STR_INIT("章"), HG_LABEL_CHAPTER},   {HG_STR_INIT("编"), HG_LABEL_CHAPTER},
        {HG_STR_INIT("部分"), HG_LABEL_PART},    {HG_STR_INIT("节"), HG_LABEL_SECTION},
        {HG_STR_INIT("条"), HG_LABEL_ARTICLE},
    };
    size_t at = start;
    uint32_t after;

    (void)hg_utf8_next(text, &at);
    skip_blanks(text, &at);
    out->digits.start = at;
    if (!read_han(text, &at, &out->value) && !read_decimal(text, &at, &out->value)) {
        return false;
    }
    out->digits.end = at;
    skip_blanks(text, &at);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        struct hg_str rest = {text.data + at, text.len - at};

        if (hg_str_starts(rest, units[i].unit)) {
            size_t end = at + units[i].unit.len;
            uint32_t next = hg_utf8_at(text, end);

            /* 第一节课 and 第一条战线 are no labels: a blank, mark or the end must follow. */
            if (next == 0 || hg_char_class(next) != HG_CHAR_HAN || i < 3) {
                return finish(out, units[i].style, out->value, start, end, text);
            }
            return false;
        }
    }
    after = hg_utf8_at(text, at);
    if (after == 0xFF0C || after == 0x3001 || after == ',' || after == 0xFF1A) {
        (void)hg_utf8_next(text, &at);
        out->mark = after;
        out->half_width = after == ',';
        return finish(out, HG_LABEL_DI, out->value, start, at, text);
    }
    return false;
}

static bool parse_circled(uint32_t c, struct hg_str text, size_t start, struct hg_label_parse *out)
{
    size_t at = start;
    uint32_t value = 0;

    if (c >= 0x2460 && c <= 0x2473) { /* ① to ⑳ */
        value = c - 0x2460 + 1;
    } else if (c >= 0x2474 && c <= 0x2487) { /* ⑴ to ⒇ */
        value = c - 0x2474 + 1;
    } else if (c >= 0x3220 && c <= 0x3229) { /* ㈠ to ㈩ */
        (void)hg_utf8_next(text, &at);
        out->digits = (struct hg_span){start, at};
        return finish(out, HG_LABEL_HAN_PAREN, c - 0x3220 + 1, start, at, text);
    } else if (c >= 0x2488 && c <= 0x249B) { /* ⒈ to ⒛ */
        (void)hg_utf8_next(text, &at);
        out->digits = (struct hg_span){start, at};
        return finish(out, HG_LABEL_DECIMAL, c - 0x2488 + 1, start, at, text);
    }
    if (value == 0) {
        return false;
    }
    (void)hg_utf8_next(text, &at);
    out->digits = (struct hg_span){start, at};
    return finish(out, HG_LABEL_CIRCLED, value, start, at, text);
}

/* 首先 其次 再次 最后, a comma after them */
static bool parse_adverb(struct hg_str text, size_t start, struct hg_label_parse *out)
{
    static const struct {
        struct hg_str word;
        uint32_t value;
    } words[] = {
        {HG_STR_INIT("首先"), 1}, {HG_STR_INIT("其次"), 2}, {HG_STR_INIT("再次"), 3},
        {HG_STR_INIT("再者"), 3}, {HG_STR_INIT("最后"), 0},
    };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct hg_str rest = {text.data + start, text.len - start};
        size_t at = start + words[i].word.len;

        if (hg_str_starts(rest, words[i].word)) {
            uint32_t after = hg_utf8_at(text, at);

            if (after != 0xFF0C && after != ',') {
                return false;
            }
            (void)hg_utf8_next(text, &at);
            out->mark = after;
            out->digits = (struct hg_span){start, start + words[i].word.len};
            return finish(out, HG_LABEL_ADVERB, words[i].value, start, at, text);
        }
    }
    return false;
}

/* 一、 一是 一． */
static bool parse_han(struct hg_str text, size_t start, struct hg_label_parse *out)
{
    size_t at = start;
    uint32_t mark;

    out->digits.start = at;
    if (!read_han(text, &at, &out->value)) {
        return false;
    }
    out->digits.end = at;
    mark = at < text.len ? hg_utf8_next(text, &at) : 0;
    out->mark = mark;
    if (mark == 0x662F) { /* 是 */
        return finish(out, HG_LABEL_IS, out->value, start, at, text);
    }
    if (mark == 0x3001 || mark == 0xFF0E || mark == '.') {
        out->half_width = mark == '.';
        /* 一、二、三产业 and 三、四季度 are running text: a second numeral follows. */
        if (mark == 0x3001 && hg_char_is_han_numeral(hg_utf8_at(text, at))) {
            size_t second = at;
            uint32_t value;

            if (read_han(text, &second, &value) && value == out->value + 1 &&
                second < text.len) {
                uint32_t follow = hg_utf8_at(text, second);

                if (follow == 0x3001 || hg_char_is_han(follow)) {
                    return false;
                }
            }
        }
        return finish(out, HG_LABEL_HAN, out->value, start, at, text);
    }
    return false;
}

/* 1. 1、 1） 1.1 1.1.1 */
static bool parse_decimal(struct hg_str text, size_t start, struct hg_label_parse *out)
{
    size_t at = start;
    uint32_t mark;

    out->digits.start = at;
    if (!read_decimal(text, &at, &out->value)) {
        return false;
    }
    out->digits.end = at;
    mark = hg_utf8_fold_width(hg_utf8_at(text, at));
    if (mark != '.' && mark != 0x3001 && mark != ')') {
        return false;
    }
    out->mark = hg_utf8_at(text, at);
    (void)hg_utf8_next(text, &at);
    if (mark == ')') {
        out->half_width = out->mark == ')';
        return out->value <= 99 &&
               finish(out, HG_LABEL_DECIMAL_PAREN, out->value, start, at, text);
    }
    if (mark == '.' && hg_char_is_digit(hg_utf8_at(text, at))) {
        uint32_t depth = 1, value = 0;

        while (hg_char_is_digit(hg_utf8_at(text, at)) && read_decimal(text, &at, &value)) {
            depth++;
            if (hg_utf8_fold_width(hg_utf8_at(text, at)) != '.') {
                break;
            }
            (void)hg_utf8_next(text, &at);
        }
        /* 3.5万元 and 12.20 are figures: a label is followed by a blank or a heading's Han text
         * whose first character is no unit. Only blanks are taken as certain. */
        if (hg_char_class(hg_utf8_at(text, at)) != HG_CHAR_BLANK && depth < 3) {
            return false;
        }
        out->depth = depth;
        return finish(out, HG_LABEL_MULTI, value, start, at, text);
    }
    /* 2023、2024 and 3、4月 are running text. */
    if (mark == 0x3001 && hg_char_is_digit(hg_utf8_at(text, at))) {
        return false;
    }
    out->half_width = out->mark == '.';
    return out->value <= 199 && finish(out, HG_LABEL_DECIMAL, out->value, start, at, text);
}

static bool parse_letter(struct hg_str text, size_t start, struct hg_label_parse *out)
{
    size_t at = start;
    uint32_t c = hg_utf8_next(text, &at);
    uint32_t mark = at < text.len ? hg_utf8_next(text, &at) : 0;

    if (((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) &&
        (mark == '.' || mark == ')' || mark == 0xFF09 || mark == 0x3001 || mark == 0xFF0E)) {
        uint32_t next = hg_utf8_at(text, at);

        if (hg_char_is_han(next) || hg_char_class(next) == HG_CHAR_BLANK) {
            out->digits = (struct hg_span){start, start + 1};
            out->mark = mark;
            return finish(out, HG_LABEL_LETTER, (c | 0x20) - 'a' + 1, start, at, text);
        }
    }
    return false;
}

bool hg_label_parse(struct hg_str text, size_t at, struct hg_label_parse *out)
{
    uint32_t c;

    *out = (struct hg_label_parse){.style = HG_LABEL_NONE, .depth = 1};
    skip_blanks(text, &at);
    c = hg_utf8_at(text, at);
    if (c == 0) {
        return false;
    }
    if (c == 0xFF08 || c == '(') {
        return parse_paren(text, at, out);
    }
    if (c == 0x7B2C) { /* 第 */
        return parse_ordinal(text, at, out);
    }
    if (hg_char_is_digit(c)) {
        return parse_decimal(text, at, out);
    }
    if (c >= 0x2460 && c <= 0x3229) {
        return parse_circled(c, text, at, out);
    }
    if (c < 0x80) {
        return parse_letter(text, at, out);
    }
    return parse_han(text, at, out) || parse_adverb(text, at, out);
}

static void write_han(struct hg_buf *out, uint32_t value)
{
    static const char *const digits[] = {"",   "一", "二", "三", "四",
                                         "五", "六", "七", "八", "九"};

    if (value >= 100) {
        hg_buf_printf(out, "%s百", digits[value / 100 % 10]);
        if (value % 100 != 0 && value % 100 < 10) {
            hg_buf_puts(out, "零");
        }
    }
    if (value % 100 >= 10) {
        hg_buf_printf(out, "%s十", value / 10 % 10 == 1 && value < 100 ? "" : digits[value / 10 % 10]);
    }
    hg_buf_puts(out, digits[value % 10]);
}

void hg_label_write(struct hg_buf *out, enum hg_label_style style, uint32_t value)
{
    static const struct {
        const char *before, *after;
        bool han;
    } forms[HG_LABEL_STYLE_COUNT] = {
        [HG_LABEL_NONE] = {"", "", false},          [HG_LABEL_CHAPTER] = {"第", "章", true},
        [HG_LABEL_PART] = {"第", "部分", true},     [HG_LABEL_SECTION] = {"第", "节", true},
        [HG_LABEL_ARTICLE] = {"第", "条", true},    [HG_LABEL_HAN] = {"", "、", true},
        [HG_LABEL_HAN_PAREN] = {"（", "）", true},  [HG_LABEL_DECIMAL] = {"", ".", false},
        [HG_LABEL_DECIMAL_PAREN] = {"（", "）", false}, [HG_LABEL_CIRCLED] = {"", "", false},
        [HG_LABEL_MULTI] = {"", "", false},         [HG_LABEL_LETTER] = {"", ".", false},
        [HG_LABEL_IS] = {"", "是", true},           [HG_LABEL_DI] = {"第", "，", true},
        [HG_LABEL_ADVERB] = {"", "", false},
    };

    hg_buf_puts(out, forms[style].before);
    if (style == HG_LABEL_CIRCLED && value >= 1 && value <= 20) {
        hg_buf_code_point(out, 0x2460 + value - 1);
    } else if (style == HG_LABEL_LETTER && value >= 1 && value <= 26) {
        hg_buf_putc(out, (char)('A' + value - 1));
    } else if (forms[style].han && value < 1000) {
        write_han(out, value);
    } else if (style == HG_LABEL_ADVERB) {
        hg_buf_puts(out, value == 1 ? "首先" : value == 2 ? "其次" : value == 3 ? "再次" : "最后");
    } else {
        hg_buf_printf(out, "%u", (unsigned)value);
    }
    hg_buf_puts(out, forms[style].after);
}
