#include "io/docx_number_format.h"

/* Digits and units of one way to count in Han characters. */
struct han {
    const char *digits[10];
    const char *units[4]; /* "", ten, hundred, thousand */
    const char *myriad;
    bool say_one_ten;  /* 一十一, not 十一 */
    bool say_one;      /* 一百, not 百 */
    bool say_zero;     /* 一百零一, not 百一 */
};

static const struct han simplified = {
    {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}, {"", "十", "百", "千"}, "万",
    false, true, true};
static const struct han taiwan = {
    {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}, {"", "十", "百", "千"}, "萬",
    false, true, true};
static const struct han japanese = {
    {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}, {"", "十", "百", "千"}, "万",
    false, false, false};
static const struct han legal_simplified = {
    {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}, {"", "拾", "佰", "仟"}, "万",
    true, true, true};
static const struct han legal_traditional = {
    {"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"}, {"", "拾", "佰", "仟"}, "萬",
    true, true, true};
static const struct han legal_japanese = {
    {"", "壱", "弐", "参", "四", "伍", "六", "七", "八", "九"}, {"", "拾", "百", "阡"}, "萬",
    true, true, false};

static const char *const stems[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
static const char *const branches[] = {"子", "丑", "寅", "卯", "辰", "巳",
                                       "午", "未", "申", "酉", "戌", "亥"};

enum hg_number_format hg_number_format_of(struct hg_str value, struct hg_str custom)
{
    static const struct {
        const char *name;
        enum hg_number_format format;
    } names[] = {
        {"decimal", HG_NUMBER_DECIMAL},
        {"bullet", HG_NUMBER_BULLET},
        {"lowerLetter", HG_NUMBER_LOWER_LETTER},
        {"lowerRoman", HG_NUMBER_LOWER_ROMAN},
        {"none", HG_NUMBER_NONE},
        {"upperLetter", HG_NUMBER_UPPER_LETTER},
        {"upperRoman", HG_NUMBER_UPPER_ROMAN},
        {"japaneseCounting", HG_NUMBER_JAPANESE_COUNTING},
        {"chineseCounting", HG_NUMBER_HAN_COUNTING},
        {"chineseCountingThousand", HG_NUMBER_HAN_THOUSAND},
        {"decimalEnclosedCircle", HG_NUMBER_CIRCLE},
        {"decimalEnclosedCircleChinese", HG_NUMBER_CIRCLE},
        {"decimalZero", HG_NUMBER_DECIMAL_ZERO},
        {"decimalFullWidth", HG_NUMBER_FULL_WIDTH},
        {"decimalFullWidth2", HG_NUMBER_FULL_WIDTH},
        {"decimalEnclosedFullstop", HG_NUMBER_FULL_STOP},
        {"decimalEnclosedParen", HG_NUMBER_PAREN},
        {"ideographEnclosedCircle", HG_NUMBER_IDEOGRAPH_CIRCLE},
        {"ideographDigital", HG_NUMBER_HAN_DIGITAL},
        {"japaneseDigitalTenThousand", HG_NUMBER_HAN_DIGITAL},
        {"ideographTraditional", HG_NUMBER_HEAVENLY_STEMS},
        {"ideographZodiac", HG_NUMBER_EARTHLY_BRANCHES},
        {"ideographZodiacTraditional", HG_NUMBER_SEXAGENARY},
        {"ideographLegalTraditional", HG_NUMBER_LEGAL_TRADITIONAL},
        {"chineseLegalSimplified", HG_NUMBER_LEGAL_SIMPLIFIED},
        {"japaneseLegal", HG_NUMBER_LEGAL_JAPANESE},
        {"taiwaneseCounting", HG_NUMBER_TAIWAN_COUNTING},
        {"taiwaneseCountingThousand", HG_NUMBER_TAIWAN_THOUSAND},
        {"taiwaneseDigital", HG_NUMBER_TAIWAN_DIGITAL},
        {"ordinal", HG_NUMBER_ORDINAL},
        {"cardinalText", HG_NUMBER_CARDINAL_TEXT},
        {"ordinalText", HG_NUMBER_ORDINAL_TEXT},
        {"hex", HG_NUMBER_HEX},
        {"chicago", HG_NUMBER_CHICAGO},
        {"numberInDash", HG_NUMBER_IN_DASH},
    };

    if (hg_str_is(value, "custom")) {
        return hg_str_starts(custom, HG_STR("00001"))  ? HG_NUMBER_ZERO_5
               : hg_str_starts(custom, HG_STR("0001")) ? HG_NUMBER_ZERO_4
               : hg_str_starts(custom, HG_STR("001"))  ? HG_NUMBER_ZERO_3
               : hg_str_starts(custom, HG_STR("01"))   ? HG_NUMBER_DECIMAL_ZERO
                                                       : HG_NUMBER_DECIMAL;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (hg_str_is(value, names[i].name)) {
            return names[i].format;
        }
    }
    return HG_NUMBER_DECIMAL;
}

static void put_decimal(struct hg_buf *out, uint32_t number)
{
    hg_buf_printf(out, "%u", number);
}

/* ---- Latin ---- */

static void put_roman(struct hg_buf *out, uint32_t number, bool upper)
{
    static const struct {
        uint32_t value;
        const char *upper, *lower;
    } steps[] = {{1000, "M", "m"}, {900, "CM", "cm"}, {500, "D", "d"}, {400, "CD", "cd"},
                 {100, "C", "c"},  {90, "XC", "xc"},  {50, "L", "l"},  {40, "XL", "xl"},
                 {10, "X", "x"},   {9, "IX", "ix"},   {5, "V", "v"},   {4, "IV", "iv"},
                 {1, "I", "i"}};

    if (number > 32767) {
        put_decimal(out, number);
        return;
    }
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        for (; number >= steps[i].value; number -= steps[i].value) {
            hg_buf_puts(out, upper ? steps[i].upper : steps[i].lower);
        }
    }
}

/* a … z, aa, bb … zz, aaa: Word repeats the letter. */
static void put_letter(struct hg_buf *out, uint32_t number, char first)
{
    uint32_t times = (number - 1) / 26 + 1;

    if (number == 0 || times > 30) {
        put_decimal(out, number);
        return;
    }
    while (times-- > 0) {
        hg_buf_putc(out, (char)(first + (int)((number - 1) % 26)));
    }
}

static void put_ordinal(struct hg_buf *out, uint32_t number)
{
    uint32_t tens = number % 100, ones = number % 10;
    const char *suffix = tens >= 11 && tens <= 13 ? "th"
                         : ones == 1              ? "st"
                         : ones == 2              ? "nd"
                         : ones == 3              ? "rd"
                                                  : "th";

    hg_buf_printf(out, "%u%s", number, suffix);
}

static const char *const small_words[] = {
    "zero",    "one",     "two",       "three",    "four",     "five",    "six",
    "seven",   "eight",   "nine",      "ten",      "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen",  "seventeen", "eighteen", "nineteen"};
static const char *const small_ordinals[] = {
    "zeroth",     "first",     "second",     "third",       "fourth",     "fifth",   "sixth",
    "seventh",    "eighth",    "ninth",      "tenth",       "eleventh",   "twelfth", "thirteenth",
    "fourteenth", "fifteenth", "sixteenth",  "seventeenth", "eighteenth", "nineteenth"};
static const char *const ten_words[] = {"",      "ten",   "twenty",  "thirty", "forty",
                                        "fifty", "sixty", "seventy", "eighty", "ninety"};

/* 1 to 999 in words, small letters. */
static void put_below_thousand(struct hg_buf *out, uint32_t number, bool ordinal)
{
    if (number >= 100) {
        hg_buf_printf(out, "%s hundred", small_words[number / 100]);
        number %= 100;
        hg_buf_puts(out, number > 0 ? " " : ordinal ? "th" : "");
        if (number == 0) {
            return;
        }
    }
    if (number < 20) {
        hg_buf_puts(out, ordinal ? small_ordinals[number] : small_words[number]);
        return;
    }
    hg_buf_puts(out, ten_words[number / 10]);
    if (number % 10 == 0) {
        if (ordinal) {
            out->len--; /* twenty -> twentieth */
            hg_buf_puts(out, "ieth");
        }
        return;
    }
    hg_buf_putc(out, '-');
    hg_buf_puts(out, ordinal ? small_ordinals[number % 10] : small_words[number % 10]);
}

static void put_words(struct hg_buf *out, uint32_t number, bool ordinal)
{
    size_t start = out->len;

    if (number > 999999) {
        put_decimal(out, number);
        return;
    }
    if (number >= 1000) {
        put_below_thousand(out, number / 1000, false);
        number %= 1000;
        hg_buf_puts(out, number > 0 ? " thousand " : ordinal ? " thousandth" : " thousand");
        if (number == 0) {
            out->data[start] = (char)(out->data[start] - 'a' + 'A');
            return;
        }
    }
    put_below_thousand(out, number, ordinal);
    out->data[start] = (char)(out->data[start] - 'a' + 'A');
}

static void put_chicago(struct hg_buf *out, uint32_t number)
{
    static const char *const marks[] = {"*", "†", "‡", "§"};
    uint32_t times = number == 0 ? 0 : (number - 1) / 4 + 1;

    if (times > 30) {
        put_decimal(out, number);
        return;
    }
    while (times-- > 0) {
        hg_buf_puts(out, marks[(number - 1) % 4]);
    }
}

/* ---- Han ---- */

/* 0 to 9999; `before` says that higher places were said, so a gap needs its 零. */
static void put_han_group(struct hg_buf *out, const struct han *han, uint32_t number, bool before)
{
    bool gap = false;
    uint32_t scale = 1000;

    for (int place = 3; place >= 0; place--, scale /= 10) {
        uint32_t digit = number / scale % 10;

        if (digit == 0) {
            gap = true;
            continue;
        }
        if (gap && before && han->say_zero) {
            hg_buf_puts(out, han->digits[0]);
        }
        /* 十一 but 一百一十一; 百十一 where a leading one is never said. */
        if (digit > 1 || place == 0 ||
            (han->say_one && (place > 1 || han->say_one_ten || before))) {
            hg_buf_puts(out, han->digits[digit]);
        }
        hg_buf_puts(out, han->units[place]);
        gap = false;
        before = true;
    }
}

static void put_han(struct hg_buf *out, const struct han *han, uint32_t number)
{
    if (number == 0) {
        hg_buf_puts(out, "零");
        return;
    }
    if (number > 99999999) {
        put_decimal(out, number);
        return;
    }
    if (number >= 10000) {
        put_han_group(out, han, number / 10000, false);
        hg_buf_puts(out, han->myriad);
        number %= 10000;
        put_han_group(out, han, number, true);
        return;
    }
    put_han_group(out, han, number, false);
}

static void put_han_digits(struct hg_buf *out, uint32_t number, const char *zero)
{
    uint32_t scale = 1;

    while (number / scale >= 10) {
        scale *= 10;
    }
    for (; scale > 0; scale /= 10) {
        uint32_t digit = number / scale % 10;

        hg_buf_puts(out, digit == 0 ? zero : simplified.digits[digit]);
    }
}

static void put_full_width(struct hg_buf *out, uint32_t number)
{
    struct hg_buf plain = HG_BUF_INIT;

    put_decimal(&plain, number);
    for (size_t i = 0; i < plain.len; i++) {
        hg_buf_code_point(out, 0xFF10u + (unsigned)(plain.data[i] - '0'));
    }
    hg_buf_release(&plain);
}

/* A block of characters that stand for 1 to `most`. */
static void put_block(struct hg_buf *out, uint32_t number, uint32_t first, uint32_t most)
{
    if (number >= 1 && number <= most) {
        hg_buf_code_point(out, first + number - 1);
    } else {
        put_decimal(out, number);
    }
}

static void put_named(struct hg_buf *out, uint32_t number, const char *const *names, uint32_t most)
{
    if (number >= 1 && number <= most) {
        hg_buf_puts(out, names[number - 1]);
    } else {
        put_decimal(out, number);
    }
}

static void put_counting(struct hg_buf *out, const struct han *han, uint32_t number,
                         const char *zero)
{
    if (number >= 100) {
        put_han_digits(out, number, zero);
    } else {
        put_han(out, han, number);
    }
}

static void put_ideograph(struct hg_buf *out, enum hg_number_format format, uint32_t number)
{
    switch (format) {
    case HG_NUMBER_HAN_COUNTING:
        put_counting(out, &simplified, number, "〇");
        break;
    case HG_NUMBER_TAIWAN_COUNTING:
        put_counting(out, &taiwan, number, "○");
        break;
    case HG_NUMBER_HAN_THOUSAND:
        put_han(out, &simplified, number);
        break;
    case HG_NUMBER_TAIWAN_THOUSAND:
        put_han(out, &taiwan, number);
        break;
    case HG_NUMBER_JAPANESE_COUNTING:
        put_han(out, &japanese, number);
        break;
    case HG_NUMBER_HAN_DIGITAL:
        put_han_digits(out, number, "〇");
        break;
    case HG_NUMBER_TAIWAN_DIGITAL:
        put_han_digits(out, number, "○");
        break;
    case HG_NUMBER_HEAVENLY_STEMS:
        put_named(out, number, stems, 10);
        break;
    case HG_NUMBER_EARTHLY_BRANCHES:
        put_named(out, number, branches, 12);
        break;
    case HG_NUMBER_SEXAGENARY:
        if (number >= 1 && number <= 60) {
            hg_buf_puts(out, stems[(number - 1) % 10]);
            hg_buf_puts(out, branches[(number - 1) % 12]);
        } else {
            put_decimal(out, number);
        }
        break;
    case HG_NUMBER_LEGAL_SIMPLIFIED:
        put_han(out, &legal_simplified, number);
        break;
    case HG_NUMBER_LEGAL_TRADITIONAL:
        put_han(out, &legal_traditional, number);
        break;
    default:
        put_han(out, &legal_japanese, number);
        break;
    }
}

void hg_number_format_put(struct hg_buf *out, enum hg_number_format format, uint32_t number)
{
    switch (format) {
    case HG_NUMBER_NONE:
    case HG_NUMBER_BULLET:
        break;
    case HG_NUMBER_DECIMAL:
        put_decimal(out, number);
        break;
    case HG_NUMBER_UPPER_ROMAN:
    case HG_NUMBER_LOWER_ROMAN:
        put_roman(out, number, format == HG_NUMBER_UPPER_ROMAN);
        break;
    case HG_NUMBER_UPPER_LETTER:
    case HG_NUMBER_LOWER_LETTER:
        put_letter(out, number, format == HG_NUMBER_UPPER_LETTER ? 'A' : 'a');
        break;
    case HG_NUMBER_ORDINAL:
        put_ordinal(out, number);
        break;
    case HG_NUMBER_CARDINAL_TEXT:
    case HG_NUMBER_ORDINAL_TEXT:
        put_words(out, number, format == HG_NUMBER_ORDINAL_TEXT);
        break;
    case HG_NUMBER_HEX:
        hg_buf_printf(out, "%X", number);
        break;
    case HG_NUMBER_CHICAGO:
        put_chicago(out, number);
        break;
    case HG_NUMBER_DECIMAL_ZERO:
        hg_buf_printf(out, "%02u", number);
        break;
    case HG_NUMBER_ZERO_3:
    case HG_NUMBER_ZERO_4:
    case HG_NUMBER_ZERO_5:
        hg_buf_printf(out, "%0*u", 3 + (int)(format - HG_NUMBER_ZERO_3), number);
        break;
    case HG_NUMBER_IN_DASH:
        hg_buf_printf(out, "- %u -", number);
        break;
    case HG_NUMBER_FULL_WIDTH:
        put_full_width(out, number);
        break;
    case HG_NUMBER_CIRCLE:
        put_block(out, number, 0x2460, 20);
        break;
    case HG_NUMBER_FULL_STOP:
        put_block(out, number, 0x2488, 20);
        break;
    case HG_NUMBER_PAREN:
        put_block(out, number, 0x2474, 20);
        break;
    case HG_NUMBER_IDEOGRAPH_CIRCLE:
        put_block(out, number, 0x3280, 10);
        break;
    default:
        put_ideograph(out, format, number);
        break;
    }
}
