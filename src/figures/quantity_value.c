/* What a written number can mean: precision and approximators as an interval. */
#include "figures/quantity.h"

static bool scale(struct hg_ratio *out, struct hg_ratio value, const struct hg_quantity *quantity,
                  int power)
{
    *out = value;
    if (power != 0 && !hg_ratio_mul(out, *out, hg_ratio_ten(power))) {
        return false;
    }
    /* The sign % is part of a share's numeral, which holds the fraction already. */
    if (quantity->unit == NULL || (quantity->numeral.flags & HG_NUMERAL_SHARE) != 0) {
        return true;
    }
    return quantity->unit->num == quantity->unit->den ||
           hg_ratio_mul(out, *out, hg_unit_factor(quantity->unit));
}

/* One in the last place that is not 0: 500余 -> 100, 380.6万余 -> 1000. */
static struct hg_ratio last_place(struct hg_ratio shown, struct hg_ratio step)
{
    struct hg_ratio count;

    if (step.num == 0) {
        step = hg_ratio_of(1);
    }
    if (shown.num == 0 || !hg_ratio_div(&count, shown, step)) {
        return step;
    }
    count = hg_ratio_reduce(count);
    while (count.den == 1 && count.num % 10 == 0 && hg_ratio_mul(&step, step, hg_ratio_of(10))) {
        count.num /= 10;
    }
    return step;
}

static void bound_by_factor(struct hg_interval *value, struct hg_ratio shown, int low, int high)
{
    struct hg_ratio at;

    if (hg_ratio_mul(&at, shown, hg_ratio_make(low, 10)) && hg_ratio_compare(at, value->low) < 0) {
        value->low = at;
    }
    if (hg_ratio_mul(&at, shown, hg_ratio_make(high, 10)) &&
        hg_ratio_compare(at, value->high) > 0) {
        value->high = at;
    }
}

static void apply_approximators(struct hg_quantity *quantity, struct hg_ratio step)
{
    struct hg_interval *value = &quantity->value;
    struct hg_ratio shown = quantity->shown;
    struct hg_ratio high = value->high;

    if ((quantity->numeral.flags & HG_NUMERAL_FRACTION) != 0) {
        bound_by_factor(value, shown, 9, 11);
    }
    if ((quantity->approx & HG_APPROX_ABOUT) != 0) {
        bound_by_factor(value, shown, 8, 12);
    }
    if ((quantity->approx & HG_APPROX_NEAR) != 0) {
        bound_by_factor(value, shown, 8, 10);
    }
    if ((quantity->approx & HG_APPROX_MORE) != 0 &&
        hg_ratio_add(&high, shown, last_place(shown, step))) {
        value->low = shown;
        value->high = hg_ratio_compare(high, value->high) > 0 ? high : value->high;
        value->high_open = true;
    }
    if ((quantity->approx & (HG_APPROX_OVER | HG_APPROX_FLOOR)) != 0) {
        value->low = shown;
        value->low_open = false;
        value->high_infinite = true;
    }
    if ((quantity->approx & HG_APPROX_CEILING) != 0) {
        value->low = hg_ratio_of(0);
        value->high = quantity->shown;
    }
}

void hg_quantity_set_unit(struct hg_quantity *quantity, const struct hg_unit *unit, int power)
{
    const struct hg_numeral *numeral = &quantity->numeral;
    struct hg_ratio high;
    struct hg_ratio step;
    struct hg_ratio half;
    bool exact;

    quantity->unit = unit;
    quantity->numeral.power = (int16_t)(numeral->power + power);
    exact = numeral->decimals == 0 && numeral->power == 0 &&
            (numeral->flags & (HG_NUMERAL_SHARE | HG_NUMERAL_CHAIN)) == 0 &&
            (unit == NULL || unit->exact);
    if ((numeral->flags & HG_NUMERAL_TOO_LONG) != 0 ||
        !scale(&quantity->shown, numeral->value, quantity, power) ||
        !scale(&high, numeral->high, quantity, power) ||
        !scale(&step, numeral->step, quantity, power)) {
        quantity->shown = quantity->step = hg_ratio_of(0);
        quantity->value = hg_interval_overflow();
        return;
    }
    quantity->step = exact ? hg_ratio_of(0) : step;
    quantity->value = hg_interval_closed(quantity->shown, high);
    if (!exact && (numeral->flags & HG_NUMERAL_VAGUE) == 0 &&
        hg_ratio_mul(&half, step, hg_ratio_make(1, 2))) {
        quantity->value = hg_interval_around(quantity->shown, half);
    }
    apply_approximators(quantity, step);
}

bool hg_quantity_is_plain(const struct hg_quantity *quantity)
{
    return quantity->approx == 0 && (quantity->flags & HG_QUANTITY_RANGE) == 0 &&
           (quantity->numeral.flags & (HG_NUMERAL_VAGUE | HG_NUMERAL_FRACTION)) == 0;
}

bool hg_quantity_is_share(const struct hg_quantity *quantity)
{
    return (quantity->numeral.flags & HG_NUMERAL_SHARE) != 0;
}

/* Past + ↑ or ↓ before a number; *falls for ↓. */
static size_t past_sign(struct hg_str text, size_t at, bool *falls)
{
    static const char *const signs[] = {"+", "＋", "↑", "↓"};

    *falls = false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        struct hg_str rest = {text.data + at, text.len - at};

        if (hg_str_starts(rest, hg_str_of(signs[i]))) {
            *falls = i == 3;
            return at + hg_str_of(signs[i]).len;
        }
    }
    return at;
}

static void turn(struct hg_numeral *numeral)
{
    numeral->value.num = -numeral->value.num;
    numeral->high = numeral->value;
    numeral->flags ^= HG_NUMERAL_NEGATIVE;
}

bool hg_quantity_of_cell(struct hg_quantity *out, const struct hg_paragraph *paragraph,
                         const struct hg_unit *unit, int power)
{
    struct hg_str text = hg_str_trim(paragraph->text);
    size_t start = (size_t)(text.data - paragraph->text.data);
    size_t end;
    const struct hg_unit *own;
    size_t number;
    bool falls;

    *out = (struct hg_quantity){.paragraph = paragraph};
    if (text.len == 0) {
        return false;
    }
    number = past_sign(paragraph->text, start, &falls);
    if (!hg_numeral_parse(paragraph->text, number, &out->numeral) ||
        (out->numeral.flags & HG_NUMERAL_TOO_LONG) != 0 ||
        (number > start && (out->numeral.flags & (HG_NUMERAL_NEGATIVE | HG_NUMERAL_VAGUE)) != 0)) {
        return false;
    }
    if (falls) {
        turn(&out->numeral);
    }
    end = out->numeral.span.end;
    out->unit_span = (struct hg_span){end, end};
    own = hg_unit_at(paragraph->text, end, &end);
    out->unit_span.end = end;
    out->span = (struct hg_span){start, end};
    if (end != start + text.len) {
        return false;
    }
    if (hg_quantity_is_share(out)) {
        hg_quantity_set_unit(out, hg_unit_named(HG_STR("%")), 0);
    } else if (own != NULL) {
        hg_quantity_set_unit(out, own, 0);
    } else {
        hg_quantity_set_unit(out, unit, power);
    }
    return true;
}
