/* Gates and rings: when a claim holds, holds only cut off, is wrong, or cannot be decided. */
#include "figures/verdict.h"

#include <string.h>

const struct hg_operand *hg_reading_stated(const struct hg_reading *reading)
{
    enum hg_operand_role wanted = reading->formula == HG_FORMULA_SUM       ? HG_OPERAND_TOTAL
                          : reading->formula == HG_FORMULA_AT_MOST ? HG_OPERAND_WHOLE
                          : reading->formula == HG_FORMULA_EQUAL   ? HG_OPERAND_MENTION
                                                                   : HG_OPERAND_STATED;

    for (uint32_t i = 0; i < reading->count; i++) {
        if (reading->operands[i].role == wanted) {
            return &reading->operands[i];
        }
    }
    return NULL;
}

/* The sum over a role; *count says how many there were. */
static struct hg_interval total_of(const struct hg_reading *reading, enum hg_operand_role role,
                                   uint32_t *count)
{
    struct hg_interval sum = hg_interval_point(hg_ratio_of(0));

    *count = 0;
    for (uint32_t i = 0; i < reading->count; i++) {
        if (reading->operands[i].role == role) {
            sum = *count == 0 ? reading->operands[i].value
                              : hg_interval_add(&sum, &reading->operands[i].value);
            (*count)++;
        }
    }
    return sum;
}

static struct hg_interval one(void)
{
    return hg_interval_point(hg_ratio_of(1));
}

static struct hg_interval share_of(const struct hg_reading *reading)
{
    uint32_t parts;
    uint32_t wholes;
    uint32_t others;
    struct hg_interval part = total_of(reading, HG_OPERAND_PART, &parts);
    struct hg_interval whole = total_of(reading, HG_OPERAND_WHOLE, &wholes);
    struct hg_interval other = total_of(reading, HG_OPERAND_ITEM, &others);
    struct hg_interval unit = one();

    if (wholes > 0) {
        return hg_interval_div(&part, &whole);
    }
    /* part ÷ (part + other), each used once so that the interval is no wider than it must be */
    other = hg_interval_div(&other, &part);
    other = hg_interval_add(&unit, &other);
    return hg_interval_div(&unit, &other);
}

/* Growth (or fall) from whichever two of current, previous and difference are given. */
static struct hg_interval growth_of(const struct hg_reading *reading, bool fall)
{
    uint32_t currents;
    uint32_t previouses;
    uint32_t deltas;
    struct hg_interval current = total_of(reading, HG_OPERAND_CURRENT, &currents);
    struct hg_interval previous = total_of(reading, HG_OPERAND_PREVIOUS, &previouses);
    struct hg_interval delta = total_of(reading, HG_OPERAND_DELTA, &deltas);
    struct hg_interval unit = one();

    if (currents > 0 && previouses > 0) {
        current = hg_interval_div(&current, &previous);
        return fall ? hg_interval_sub(&unit, &current) : hg_interval_sub(&current, &unit);
    }
    if (deltas > 0 && previouses > 0) {
        return hg_interval_div(&delta, &previous);
    }
    /* 1 ÷ (current ÷ delta ∓ 1) */
    current = hg_interval_div(&current, &delta);
    current = fall ? hg_interval_add(&current, &unit) : hg_interval_sub(&current, &unit);
    return hg_interval_div(&unit, &current);
}

struct hg_interval hg_reading_compute(const struct hg_reading *reading)
{
    uint32_t count;
    uint32_t other_count;
    struct hg_interval a;
    struct hg_interval b;
    struct hg_interval unit = one();

    switch (reading->formula) {
    case HG_FORMULA_SHARE:
        return share_of(reading);
    case HG_FORMULA_SUM:
        a = total_of(reading, HG_OPERAND_ITEM, &count);
        b = total_of(reading, HG_OPERAND_MINUS, &other_count);
        return other_count > 0 ? hg_interval_sub(&a, &b) : a;
    case HG_FORMULA_AT_MOST:
        return total_of(reading, HG_OPERAND_PART, &count);
    case HG_FORMULA_GROWTH:
        return growth_of(reading, false);
    case HG_FORMULA_FALL:
        return growth_of(reading, true);
    case HG_FORMULA_CHANGE:
    case HG_FORMULA_DROP:
    case HG_FORMULA_MEAN_STEP:
        a = total_of(reading, HG_OPERAND_CURRENT, &count);
        b = total_of(reading, HG_OPERAND_PREVIOUS, &other_count);
        if (reading->formula == HG_FORMULA_DROP) {
            return hg_interval_sub(&b, &a);
        }
        a = hg_interval_sub(&a, &b);
        if (reading->formula == HG_FORMULA_CHANGE) {
            return a;
        }
        b = total_of(reading, HG_OPERAND_COUNT, &count);
        return hg_interval_div(&a, &b);
    case HG_FORMULA_QUOTIENT:
    case HG_FORMULA_QUOTIENT_LESS_ONE:
    case HG_FORMULA_COMPOUND:
    case HG_FORMULA_DOUBLINGS:
        a = total_of(reading, HG_OPERAND_CURRENT, &count);
        b = total_of(reading, HG_OPERAND_PREVIOUS, &other_count);
        a = hg_interval_div(&a, &b);
        return reading->formula == HG_FORMULA_QUOTIENT_LESS_ONE ? hg_interval_sub(&a, &unit) : a;
    case HG_FORMULA_MEAN:
        a = total_of(reading, HG_OPERAND_ITEM, &count);
        b = total_of(reading, HG_OPERAND_COUNT, &other_count);
        return hg_interval_div(&a, &b);
    case HG_FORMULA_EQUAL:
    case HG_FORMULA_COUNT:
    case HG_FORMULA_COUNT_AT_MOST:
        break;
    }
    return total_of(reading, HG_OPERAND_COUNT, &count);
}

/* A sum of any number of terms, as shown. */
static bool sum_shown(struct hg_ratio *out, const struct hg_reading *reading)
{
    struct hg_ratio sum = hg_ratio_of(0);

    for (uint32_t i = 0; i < reading->count; i++) {
        const struct hg_operand *operand = &reading->operands[i];

        if ((operand->role == HG_OPERAND_ITEM && !hg_ratio_add(&sum, sum, operand->shown)) ||
            (operand->role == HG_OPERAND_MINUS && !hg_ratio_sub(&sum, sum, operand->shown))) {
            return false;
        }
    }
    *out = sum;
    return true;
}

bool hg_reading_compute_shown(struct hg_ratio *out, const struct hg_reading *reading)
{
    struct hg_operand operands[40];
    struct hg_reading points = *reading;
    struct hg_interval computed;

    if (reading->formula == HG_FORMULA_SUM) {
        return sum_shown(out, reading);
    }
    if (reading->count > 40) {
        return false;
    }
    memcpy(operands, reading->operands, reading->count * sizeof *operands);
    for (uint32_t i = 0; i < reading->count; i++) {
        operands[i].value = hg_interval_point(operands[i].shown);
    }
    points.operands = operands;
    computed = hg_reading_compute(&points);
    if (!hg_interval_is_point(&computed)) {
        return false;
    }
    *out = computed.low;
    return true;
}

/* ---- Rings ---- */

static bool is_plain(const struct hg_operand *operand)
{
    return operand->quantity == NULL || hg_quantity_is_plain(operand->quantity);
}

/* True if the last shown digit is even: a half may then round down to it (GB/T 8170). */
static bool last_digit_even(const struct hg_operand *stated)
{
    struct hg_ratio count;

    if (!hg_ratio_div(&count, stated->shown, stated->step)) {
        return true;
    }
    count = hg_ratio_reduce(count);
    return count.den != 1 || count.num % 2 == 0;
}

/* All numbers that are rounded, half up or half to even, to what is stated. */
static struct hg_interval ring_rounded(const struct hg_operand *stated)
{
    struct hg_interval ring = stated->value;
    struct hg_ratio half;

    if (!is_plain(stated) || stated->step.num == 0 ||
        !hg_ratio_mul(&half, stated->step, hg_ratio_make(1, 2))) {
        return ring;
    }
    ring = hg_interval_around(stated->shown, half);
    if (!ring.overflow && !last_digit_even(stated)) {
        ring.high_open = hg_ratio_sign(stated->shown) >= 0;
        ring.low_open = !ring.high_open;
    }
    return ring;
}

/* All numbers that are cut off to what is stated. */
static struct hg_interval ring_truncated(const struct hg_operand *stated)
{
    struct hg_interval ring = hg_interval_closed(stated->shown, stated->shown);

    if (stated->step.num == 0 || !is_plain(stated)) {
        return ring;
    }
    if (hg_ratio_sign(stated->shown) < 0) {
        ring.low_open = true;
        return hg_ratio_sub(&ring.low, stated->shown, stated->step) ? ring
                                                                    : hg_interval_overflow();
    }
    ring.high_open = true;
    return hg_ratio_add(&ring.high, stated->shown, stated->step) ? ring : hg_interval_overflow();
}

static enum hg_fit fit_of(bool rounded, bool truncated)
{
    return rounded ? HG_FIT_ROUNDED : truncated ? HG_FIT_TRUNCATED : HG_FIT_NONE;
}

/* The divisor of a reading is 0 as shown. */
static bool divides_by_zero(const struct hg_reading *reading)
{
    static const enum hg_operand_role divisors[] = {HG_OPERAND_WHOLE, HG_OPERAND_PREVIOUS, HG_OPERAND_COUNT};

    for (uint32_t i = 0; i < reading->count; i++) {
        for (size_t d = 0; d < sizeof divisors / sizeof *divisors; d++) {
            if (reading->operands[i].role == divisors[d] &&
                hg_ratio_sign(reading->operands[i].shown) == 0) {
                return true;
            }
        }
    }
    return false;
}

/* (1 + S)^n against current ÷ previous, by powers of the ends of the ring. */
static enum hg_fit fit_compound(const struct hg_reading *reading, const struct hg_operand *stated)
{
    struct hg_interval unit = one();
    struct hg_interval rings[2] = {ring_rounded(stated), ring_truncated(stated)};
    bool meets[2];
    struct hg_ratio years = {0, 1};

    for (uint32_t i = 0; i < reading->count; i++) {
        if (reading->operands[i].role == HG_OPERAND_COUNT) {
            years = hg_ratio_reduce(reading->operands[i].shown);
        }
    }
    if (years.den != 1 || years.num < 1 || years.num > 200) {
        return HG_FIT_UNDEFINED;
    }
    for (size_t i = 0; i < 2; i++) {
        rings[i] = hg_interval_add(&rings[i], &unit);
        rings[i] = hg_interval_power(&rings[i], (unsigned)years.num);
        if (rings[i].overflow) {
            return HG_FIT_OVERFLOW;
        }
        meets[i] = hg_interval_meets(&rings[i], &reading->computed);
    }
    return fit_of(meets[0], meets[1]);
}

/* 翻N番: 2^N, with half a doubling of room on either side, compared by squares. */
static enum hg_fit fit_doublings(const struct hg_reading *reading, const struct hg_operand *stated)
{
    struct hg_ratio times = hg_ratio_reduce(stated->shown);
    struct hg_interval square = hg_interval_mul(&reading->computed, &reading->computed);
    struct hg_interval ring;
    struct hg_ratio low;
    struct hg_ratio high;

    if (times.den != 1 || times.num < 1 || times.num > 20) {
        return HG_FIT_UNDEFINED;
    }
    if (!hg_ratio_power(&low, hg_ratio_of(2), (unsigned)(2 * times.num - 1)) ||
        !hg_ratio_power(&high, hg_ratio_of(2), (unsigned)(2 * times.num + 1))) {
        return HG_FIT_OVERFLOW;
    }
    ring = hg_interval_closed(low, high);
    return fit_of(hg_interval_meets(&ring, &square), false);
}

static enum hg_fit fit_equal(const struct hg_reading *reading)
{
    for (uint32_t i = 1; i < reading->count; i++) {
        if (!hg_interval_meets(&reading->operands[0].value, &reading->operands[i].value)) {
            return HG_FIT_NONE;
        }
    }
    return HG_FIT_ROUNDED;
}

static enum hg_fit fit_ring(const struct hg_reading *reading, const struct hg_operand *stated)
{
    struct hg_interval rounded = ring_rounded(stated);
    struct hg_interval truncated = ring_truncated(stated);

    if (rounded.overflow || truncated.overflow) {
        return HG_FIT_OVERFLOW;
    }
    return fit_of(hg_interval_meets(&rounded, &reading->computed),
                  hg_interval_meets(&truncated, &reading->computed));
}

void hg_reading_evaluate(struct hg_reading *reading)
{
    const struct hg_operand *stated = hg_reading_stated(reading);

    for (uint32_t i = 0; i < reading->count; i++) {
        if (reading->operands[i].value.overflow) {
            reading->fit = HG_FIT_OVERFLOW;
            return;
        }
    }
    if (stated == NULL) {
        reading->fit = HG_FIT_UNDEFINED;
        return;
    }
    if (reading->formula == HG_FORMULA_EQUAL) {
        reading->computed = stated->value;
        reading->fit = fit_equal(reading);
        return;
    }
    reading->computed = hg_reading_compute(reading);
    if (reading->computed.overflow) {
        reading->fit = divides_by_zero(reading) ? HG_FIT_UNDEFINED : HG_FIT_OVERFLOW;
        return;
    }
    switch (reading->formula) {
    case HG_FORMULA_AT_MOST:
    case HG_FORMULA_COUNT_AT_MOST:
        reading->fit =
            fit_of(hg_interval_can_be_at_most(&reading->computed, &stated->value), false);
        break;
    case HG_FORMULA_COMPOUND:
        reading->fit = fit_compound(reading, stated);
        break;
    case HG_FORMULA_DOUBLINGS:
        reading->fit = fit_doublings(reading, stated);
        break;
    default:
        reading->fit = fit_ring(reading, stated);
        break;
    }
}

/* ---- Verdicts ---- */

/* 约, 近, 超, 左右: such a figure never proves anything wrong. 余 does: it is bounded. */
static bool is_loose(const struct hg_reading *reading)
{
    for (uint32_t i = 0; i < reading->count; i++) {
        const struct hg_quantity *quantity = reading->operands[i].quantity;

        if (quantity != NULL && ((quantity->approx & ~(unsigned)HG_APPROX_MORE) != 0 ||
                                 (quantity->flags & HG_QUANTITY_RANGE) != 0 ||
                                 (quantity->numeral.flags & HG_NUMERAL_FRACTION) != 0)) {
            return true;
        }
    }
    return false;
}

static bool is_target(const struct hg_reading *reading)
{
    for (uint32_t i = 0; i < reading->count; i++) {
        const struct hg_quantity *quantity = reading->operands[i].quantity;

        if (quantity != NULL && (quantity->flags & HG_QUANTITY_TARGET) != 0) {
            return true;
        }
    }
    return false;
}

static void give_up(struct hg_claim *claim, enum hg_reason reason)
{
    claim->verdict = HG_VERDICT_UNVERIFIABLE;
    claim->reason = reason;
}

static void decide(struct hg_arena *arena, struct hg_claim *claim, bool overflow, bool undefined)
{
    const struct hg_reading *reading = hg_claim_reading(claim);

    if (reading->fit == HG_FIT_ROUNDED) {
        claim->verdict = HG_VERDICT_CONSISTENT;
    } else if (reading->fit == HG_FIT_TRUNCATED) {
        claim->verdict = HG_VERDICT_TRUNCATED;
    } else if (overflow) {
        give_up(claim, HG_REASON_OVERFLOW);
    } else if (undefined) {
        give_up(claim, HG_REASON_NO_WHOLE);
    } else if (!claim->may_be_wrong) {
        give_up(claim, claim->doubt != HG_REASON_NONE ? claim->doubt : HG_REASON_SUSPECT);
    } else if (is_loose(reading)) {
        give_up(claim, HG_REASON_APPROX);
    } else if (is_target(reading)) {
        give_up(claim, HG_REASON_TARGET);
    } else {
        claim->verdict = HG_VERDICT_WRONG;
        claim->repair = hg_repair_find(arena, reading);
    }
}

void hg_claim_settle(struct hg_arena *arena, struct hg_claim *claim)
{
    bool overflow = false;
    bool undefined = false;

    if (claim->readings.len == 0) {
        give_up(claim, claim->doubt != HG_REASON_NONE ? claim->doubt : HG_REASON_NO_WHOLE);
        return;
    }
    claim->chosen = 0;
    for (uint32_t i = 0; i < claim->readings.len; i++) {
        struct hg_reading *reading = &claim->readings.items[i];

        hg_reading_evaluate(reading);
        overflow = overflow || reading->fit == HG_FIT_OVERFLOW;
        undefined = undefined || reading->fit == HG_FIT_UNDEFINED;
        if (reading->fit < claim->readings.items[claim->chosen].fit) {
            claim->chosen = i;
        }
        if (reading->fit == HG_FIT_ROUNDED) {
            break;
        }
    }
    decide(arena, claim, overflow, undefined);
    claim->working = hg_working_write(arena, hg_claim_reading(claim));
}
