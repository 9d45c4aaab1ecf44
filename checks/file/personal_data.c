#include "lang/chars.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_personal_data = {
    .id = "personal-data",
    .family = HG_FAMILY_FILE,
    .name = "个人信息",
    .severity = HG_SEVERITY_NOTE,
    .summary = "文中有身份证号、手机号或银行卡号",
    .explanation = "身份证号、银行卡号属敏感个人信息，手机号属个人信息，对外报送和公开的文稿应隐去或遮掩"
                   "（《个人信息保护法》第六条、第二十八条）。身份证号、银行卡号按校验位核过才提示，"
                   "提示中已作遮掩。确需保留的，请核对报送范围。",
    .bad = "联系人：王某某，电话13800138000。\n",
    .good = "联系人：王某某，电话0570-4012345，办件编号20240705123456。\n",
    .run = run,
};

enum { ID_DIGITS = 18, MOBILE_DIGITS = 11, CARD_LEAST = 16, CARD_MOST = 19 };

/* Digits from `at`, single blanks or hyphens inside left out. */
struct digits {
    unsigned char value[CARD_MOST + 1]; /* 0 to 9; 10 for a final X */
    size_t count;
    size_t end;      /* behind them in the scan */
    bool parted;     /* blanks or hyphens inside */
};

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static void read_digits(const struct hg_scan *scan, size_t at, struct digits *digits)
{
    *digits = (struct digits){.end = at};
    while (at < scan->len) {
        uint32_t c = scan->code[at];

        if (is_digit(c) && digits->count <= CARD_MOST) {
            digits->value[digits->count++] = (unsigned char)(c - '0');
        } else if ((c == 'X' || c == 'x') && digits->count == ID_DIGITS - 1) {
            digits->value[digits->count++] = 10;
            digits->end = at + 1;
            return;
        } else if (is_digit(c)) {
            digits->count = CARD_MOST + 1; /* too long for any of them: read to its end */
        } else if (!((c == ' ' || c == '-') && digits->count > 0 &&
                     is_digit(scan->code[at + 1]))) {
            return;
        } else {
            digits->parted = true;
        }
        at++;
        digits->end = at;
    }
}

static int number(const struct digits *digits, size_t from, size_t count)
{
    int value = 0;

    for (size_t i = from; i < from + count; i++) {
        value = value * 10 + digits->value[i];
    }
    return value;
}

/* GB 11643: region, date of birth, serial number, check character (ISO 7064 MOD 11-2). */
static bool is_identity(const struct digits *digits)
{
    static const int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    static const int checks[] = {1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2};
    int sum = 0, region, year, month, day;

    if (digits->count != ID_DIGITS || digits->parted) {
        return false;
    }
    region = number(digits, 0, 2);
    year = number(digits, 6, 4);
    month = number(digits, 10, 2);
    day = number(digits, 12, 2);
    for (size_t i = 0; i < ID_DIGITS - 1; i++) {
        sum += digits->value[i] * weights[i];
    }
    return region >= 11 && region <= 82 && year >= 1900 && year <= 2099 && month >= 1 &&
           month <= 12 && day >= 1 && day <= 31 && digits->value[17] == checks[sum % 11];
}

static bool is_mobile(const struct digits *digits)
{
    return digits->count == MOBILE_DIGITS && digits->value[0] == 1 && digits->value[1] >= 3;
}

/* Bank cards (GB/T 14504): 16 to 19 digits that begin with 62 or 4, 5 and pass the Luhn test. */
static bool is_card(const struct digits *digits)
{
    int sum = 0;

    if (digits->count < CARD_LEAST || digits->count > CARD_MOST ||
        (number(digits, 0, 2) != 62 &&
         (digits->count != 16 || digits->value[0] < 4 || digits->value[0] > 5))) {
        return false;
    }
    for (size_t i = 0; i < digits->count; i++) {
        int digit = digits->value[digits->count - 1 - i];

        if (i % 2 == 1) {
            digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
        }
        sum += digit;
    }
    return sum % 10 == 0;
}

static void report(struct hg_pass *pass, const struct hg_paragraph *paragraph,
                   struct hg_span span, const struct digits *digits, const char *what)
{
    int last = digits->value[digits->count - 1];

    (void)hg_report(pass, &hg_check_personal_data, paragraph, span,
                    "文中有%s（%d****%d%c），报送前请核对是否应隐去", what, number(digits, 0, 3),
                    digits->value[digits->count - 2], last == 10 ? 'X' : '0' + last);
}

static void check_paragraph(struct hg_pass *pass, const struct hg_paragraph *paragraph)
{
    const struct hg_scan *scan = hg_pass_scan(pass, paragraph);
    size_t done = 0;

    for (size_t i = 0; i < scan->other_count; i++) {
        size_t at = scan->others[i];
        uint32_t before = hg_scan_before(scan, at);
        struct digits digits;
        const char *what;

        if (at < done || !is_digit(scan->code[at])) {
            continue;
        }
        read_digits(scan, at, &digits);
        done = digits.end;
        what = is_identity(&digits) ? "身份证号"
               : is_mobile(&digits) ? "手机号码"
               : is_card(&digits)   ? "银行卡号"
                                    : NULL;
        /* Part of a longer code or a figure: ZJ13800138000, 13800138000.5, 13800138000元. */
        if (what == NULL || hg_char_class(before) == HG_CHAR_LATIN || before == '.' ||
            before == '-' || before == '/' || before == '=' ||
            hg_char_class(scan->code[digits.end]) == HG_CHAR_LATIN ||
            scan->code[digits.end] == '.' || scan->code[digits.end] == 0x5143 ||
            scan->code[digits.end] == 0x53F7) {
            continue;
        }
        report(pass, paragraph, hg_scan_span(scan, at, digits.end), &digits, what);
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);

    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        check_paragraph(pass, doc->paragraphs.items[i]);
    }
}
