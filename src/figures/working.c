/* The working of a claim as a person would write it down. */
#include "base/str.h"
#include "figures/verdict.h"

#include <string.h>

/* The operand as the text shows it, without approximators: 888.7万. */
static void write_operand(struct hg_buf *out, const struct hg_operand *operand)
{
    if (operand->quantity != NULL) {
        const struct hg_quantity *q = operand->quantity;
        struct hg_span span = {q->numeral.span.start, q->numeral.span.end};

        hg_buf_str(out, hg_str_sub(q->paragraph->text, span));
        return;
    }
    if (operand->paragraph != NULL && hg_ratio_sign(operand->shown) != 0 &&
        hg_ratio_reduce(operand->shown).den != 1) { /* 32/34 */
        hg_buf_str(out, hg_str_sub(operand->paragraph->text, operand->span));
        return;
    }
    hg_ratio_format(out, operand->shown);
}

static uint32_t count_role(const struct hg_reading *reading, enum hg_operand_role role)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < reading->count; i++) {
        count += reading->operands[i].role == role;
    }
    return count;
}

/* A column of a hundred rows is shown by its first and last. */
enum { TERMS_SHOWN = 12, TERMS_FIRST = 6 };

static void write_role(struct hg_buf *out, const struct hg_reading *reading, enum hg_operand_role role,
                       const char *joint, const char *lead)
{
    uint32_t count = count_role(reading, role);
    uint32_t term = 0;

    for (uint32_t i = 0; i < reading->count; i++) {
        if (reading->operands[i].role != role) {
            continue;
        }
        if (count > TERMS_SHOWN && term >= TERMS_FIRST && term + 1 < count) {
            if (term == TERMS_FIRST) {
                hg_buf_puts(out, joint);
                hg_buf_puts(out, "…");
            }
        } else {
            hg_buf_puts(out, term == 0 ? lead : joint);
            write_operand(out, &reading->operands[i]);
        }
        term++;
    }
    if (count > TERMS_SHOWN) {
        hg_buf_printf(out, "（共%u项）", (unsigned)count);
    }
}

static const char *power_name(int power)
{
    switch (power) {
    case 0:
        return "";
    case 4:
        return "万";
    case 8:
        return "亿";
    case 12:
        return "万亿";
    default:
        return NULL;
    }
}

/* A base-unit value in the unit and multiplier of `like`: its own digits and suffix. */
static bool in_terms_of(struct hg_ratio *out, const char **suffix, struct hg_ratio value,
                        const struct hg_operand *like)
{
    const struct hg_quantity *q = like->quantity;

    *suffix = power_name(like->power);
    if (*suffix == NULL || !hg_ratio_mul(out, value, hg_ratio_ten(-like->power))) {
        return false;
    }
    if (q == NULL || q->unit == NULL) {
        return true;
    }
    if (hg_quantity_is_share(q)) {
        bool permille = (q->numeral.flags & HG_NUMERAL_PERMILLE) != 0;
        bool tenths = (q->numeral.flags & HG_NUMERAL_TENTHS) != 0;

        *suffix = tenths ? "成" : permille ? "‰" : "%";
        return hg_ratio_mul(out, *out, hg_ratio_of(tenths ? 10 : permille ? 1000 : 100));
    }
    if (q->unit->dimension == HG_DIMENSION_POINT) {
        *suffix = "个百分点";
    } else if (q->unit->dimension == HG_DIMENSION_TIMES) {
        *suffix = "倍";
    }
    return hg_ratio_div(out, *out, hg_unit_factor(q->unit));
}

/* " = 98.137…% → 98.1%": what comes out, then rounded as the stated figure is shown. */
static void write_result(struct hg_buf *out, const struct hg_reading *reading,
                         const struct hg_operand *stated)
{
    struct hg_ratio value;
    struct hg_ratio scaled;
    struct hg_ratio rounded;
    const char *suffix;

    if (!hg_reading_compute_shown(&value, reading) ||
        !in_terms_of(&scaled, &suffix, value, stated)) {
        return;
    }
    hg_buf_puts(out, " = ");
    hg_ratio_format_cut(out, scaled, stated->decimals + 2);
    hg_buf_puts(out, suffix);
    if (hg_ratio_round(&rounded, scaled, stated->decimals, HG_ROUND_HALF_UP) &&
        hg_ratio_compare(rounded, scaled) != 0) {
        hg_buf_puts(out, " → ");
        hg_ratio_format_places(out, scaled, stated->decimals, HG_ROUND_HALF_UP);
        hg_buf_puts(out, suffix);
    }
}

static void write_share(struct hg_buf *out, const struct hg_reading *reading)
{
    bool many = count_role(reading, HG_OPERAND_PART) > 1;

    hg_buf_puts(out, many ? "(" : "");
    write_role(out, reading, HG_OPERAND_PART, " + ", "");
    hg_buf_puts(out, many ? ")" : "");
    hg_buf_puts(out, " ÷ ");
    if (count_role(reading, HG_OPERAND_WHOLE) == 0) {
        hg_buf_puts(out, "(");
        write_role(out, reading, HG_OPERAND_PART, " + ", "");
        write_role(out, reading, HG_OPERAND_ITEM, " + ", " + ");
        hg_buf_puts(out, ")");
        return;
    }
    many = count_role(reading, HG_OPERAND_WHOLE) > 1;
    hg_buf_puts(out, many ? "(" : "");
    write_role(out, reading, HG_OPERAND_WHOLE, " + ", "");
    hg_buf_puts(out, many ? ")" : "");
}

static void write_growth(struct hg_buf *out, const struct hg_reading *reading)
{
    bool fall = reading->formula == HG_FORMULA_FALL;

    if (count_role(reading, HG_OPERAND_DELTA) > 0 &&
        (count_role(reading, HG_OPERAND_CURRENT) == 0 ||
         count_role(reading, HG_OPERAND_PREVIOUS) == 0)) {
        write_role(out, reading, HG_OPERAND_DELTA, "", "");
        hg_buf_puts(out, " ÷ ");
        if (count_role(reading, HG_OPERAND_PREVIOUS) > 0) {
            write_role(out, reading, HG_OPERAND_PREVIOUS, "", "");
            return;
        }
        hg_buf_puts(out, "(");
        write_role(out, reading, HG_OPERAND_CURRENT, "", "");
        hg_buf_puts(out, fall ? " + " : " − ");
        write_role(out, reading, HG_OPERAND_DELTA, "", "");
        hg_buf_puts(out, ")");
        return;
    }
    hg_buf_puts(out, fall ? "1 − " : "");
    write_role(out, reading, HG_OPERAND_CURRENT, "", "");
    hg_buf_puts(out, " ÷ ");
    write_role(out, reading, HG_OPERAND_PREVIOUS, "", "");
    hg_buf_puts(out, fall ? "" : " − 1");
}

/* The yearly rate, to one digit more than stated, by bisection on powers. */
static void write_root(struct hg_buf *out, const struct hg_reading *reading,
                       const struct hg_operand *stated)
{
    struct hg_ratio ratio;
    struct hg_ratio years = {1, 1};
    int64_t scale = 100;
    int64_t low = 0;
    int64_t high;

    for (uint32_t i = 0; i < reading->count; i++) {
        if (reading->operands[i].role == HG_OPERAND_COUNT) {
            years = hg_ratio_reduce(reading->operands[i].shown);
        }
    }
    for (int i = 0; i <= stated->decimals; i++) {
        scale *= 10;
    }
    high = 20 * scale;
    if (!hg_reading_compute_shown(&ratio, reading)) {
        return;
    }
    while (low < high) { /* the greatest growth whose power stays below the ratio */
        int64_t middle = low + (high - low + 1) / 2;
        struct hg_interval base = hg_interval_point(hg_ratio_make(scale + middle, scale));
        struct hg_interval power = hg_interval_power(&base, (unsigned)years.num);

        if (!power.overflow && hg_ratio_compare(power.low, ratio) <= 0) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    hg_buf_puts(out, " − 1 = ");
    hg_ratio_format(out, hg_ratio_make(low, scale / 100));
    hg_buf_puts(out, "…%");
}

static void write_by_formula(struct hg_buf *out, const struct hg_reading *reading,
                             const struct hg_operand *stated)
{
    switch (reading->formula) {
    case HG_FORMULA_SHARE:
        write_share(out, reading);
        break;
    case HG_FORMULA_SUM:
        write_role(out, reading, HG_OPERAND_ITEM, " + ", "");
        write_role(out, reading, HG_OPERAND_MINUS, " − ", " − ");
        break;
    case HG_FORMULA_GROWTH:
    case HG_FORMULA_FALL:
        write_growth(out, reading);
        break;
    case HG_FORMULA_CHANGE:
        write_role(out, reading, HG_OPERAND_CURRENT, " + ", "");
        write_role(out, reading, HG_OPERAND_PREVIOUS, " − ", " − ");
        break;
    case HG_FORMULA_DROP:
        write_role(out, reading, HG_OPERAND_PREVIOUS, " + ", "");
        write_role(out, reading, HG_OPERAND_CURRENT, " − ", " − ");
        break;
    case HG_FORMULA_QUOTIENT:
    case HG_FORMULA_QUOTIENT_LESS_ONE:
    case HG_FORMULA_COMPOUND:
    case HG_FORMULA_DOUBLINGS:
        write_role(out, reading, HG_OPERAND_CURRENT, "", "");
        write_role(out, reading, HG_OPERAND_PREVIOUS, "", " ÷ ");
        hg_buf_puts(out, reading->formula == HG_FORMULA_QUOTIENT_LESS_ONE ? " − 1" : "");
        break;
    case HG_FORMULA_MEAN:
        write_role(out, reading, HG_OPERAND_ITEM, " + ", "");
        write_role(out, reading, HG_OPERAND_COUNT, "", " ÷ ");
        break;
    case HG_FORMULA_MEAN_STEP:
        hg_buf_puts(out, "(");
        write_role(out, reading, HG_OPERAND_CURRENT, "", "");
        write_role(out, reading, HG_OPERAND_PREVIOUS, "", " − ");
        hg_buf_puts(out, ")");
        write_role(out, reading, HG_OPERAND_COUNT, "", " ÷ ");
        break;
    case HG_FORMULA_AT_MOST:
        write_role(out, reading, HG_OPERAND_PART, " + ", "");
        break;
    case HG_FORMULA_EQUAL:
        write_role(out, reading, HG_OPERAND_MENTION,
                   reading->fit == HG_FIT_ROUNDED ? " = " : " ≠ ", "");
        break;
    case HG_FORMULA_COUNT:
    case HG_FORMULA_COUNT_AT_MOST:
        hg_buf_puts(out, "列出 ");
        write_role(out, reading, HG_OPERAND_COUNT, "", "");
        hg_buf_puts(out, " 项，文中为 ");
        write_operand(out, stated);
        break;
    }
}

struct hg_str hg_working_write(struct hg_arena *arena, const struct hg_reading *reading)
{
    struct hg_buf buf = HG_BUF_INIT;
    const struct hg_operand *stated = hg_reading_stated(reading);
    struct hg_str out;

    if (stated == NULL) {
        return HG_STR("");
    }
    write_by_formula(&buf, reading, stated);
    switch (reading->formula) {
    case HG_FORMULA_AT_MOST:
        hg_buf_puts(&buf, reading->fit == HG_FIT_ROUNDED ? " ≤ " : " > ");
        write_role(&buf, reading, HG_OPERAND_WHOLE, " + ", "");
        break;
    case HG_FORMULA_COMPOUND: {
        struct hg_buf inner = buf;

        buf = (struct hg_buf)HG_BUF_INIT;
        hg_buf_puts(&buf, "(");
        hg_buf_str(&buf, hg_buf_view(&inner));
        hg_buf_puts(&buf, ")^(1/");
        write_role(&buf, reading, HG_OPERAND_COUNT, "", "");
        hg_buf_puts(&buf, ")");
        hg_buf_release(&inner);
        write_root(&buf, reading, stated);
        break;
    }
    case HG_FORMULA_EQUAL:
    case HG_FORMULA_COUNT:
    case HG_FORMULA_COUNT_AT_MOST:
        break;
    default:
        write_result(&buf, reading, stated);
        break;
    }
    out = hg_str_copy(arena, hg_buf_view(&buf));
    hg_buf_release(&buf);
    return out;
}
