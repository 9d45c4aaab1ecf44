/* The intervals of exact.h. */
#include "base/exact.h"

/* One end: a number or an infinity, attained or not. */
struct end {
    struct hg_ratio at;
    int infinite; /* -1, 0, 1 */
    bool open;
};

static struct end low_end(const struct hg_interval *a)
{
    return (struct end){a->low, a->low_infinite ? -1 : 0, a->low_open || a->low_infinite};
}

static struct end high_end(const struct hg_interval *a)
{
    return (struct end){a->high, a->high_infinite ? 1 : 0, a->high_open || a->high_infinite};
}

static struct hg_interval between(struct end low, struct end high)
{
    struct hg_interval out = {.low = low.at, .high = high.at};

    out.low_open = low.open;
    out.high_open = high.open;
    out.low_infinite = low.infinite != 0;
    out.high_infinite = high.infinite != 0;
    if (out.low_infinite) {
        out.low = hg_ratio_of(0);
    }
    if (out.high_infinite) {
        out.high = hg_ratio_of(0);
    }
    return out;
}

struct hg_interval hg_interval_overflow(void)
{
    struct hg_interval out = {.low = {0, 1}, .high = {0, 1}, .overflow = true};

    return out;
}

struct hg_interval hg_interval_point(struct hg_ratio at)
{
    return hg_interval_closed(at, at);
}

struct hg_interval hg_interval_closed(struct hg_ratio low, struct hg_ratio high)
{
    struct hg_interval out = {.low = low, .high = high};

    return out;
}

struct hg_interval hg_interval_around(struct hg_ratio centre, struct hg_ratio half)
{
    struct hg_interval out = {.low = centre, .high = centre};

    if (!hg_ratio_sub(&out.low, centre, half) || !hg_ratio_add(&out.high, centre, half)) {
        return hg_interval_overflow();
    }
    return out;
}

static bool add_ends(struct end *out, struct end a, struct end b)
{
    out->open = a.open || b.open;
    out->infinite = a.infinite != 0 ? a.infinite : b.infinite;
    out->at = hg_ratio_of(0);
    return out->infinite != 0 || hg_ratio_add(&out->at, a.at, b.at);
}

struct hg_interval hg_interval_add(const struct hg_interval *a, const struct hg_interval *b)
{
    struct end low;
    struct end high;

    if (a->overflow || b->overflow || !add_ends(&low, low_end(a), low_end(b)) ||
        !add_ends(&high, high_end(a), high_end(b))) {
        return hg_interval_overflow();
    }
    return between(low, high);
}

static struct hg_interval negate(const struct hg_interval *a)
{
    struct end low = high_end(a);
    struct end high = low_end(a);

    low.at.num = -low.at.num;
    high.at.num = -high.at.num;
    low.infinite = -low.infinite;
    high.infinite = -high.infinite;
    return between(low, high);
}

struct hg_interval hg_interval_sub(const struct hg_interval *a, const struct hg_interval *b)
{
    struct hg_interval minus;

    if (b->overflow) {
        return hg_interval_overflow();
    }
    minus = negate(b);
    return hg_interval_add(a, &minus);
}

static int end_sign(struct end a)
{
    return a.infinite != 0 ? a.infinite : hg_ratio_sign(a.at);
}

/* 0 times infinity is 0 here: the product of the ends of two intervals. */
static bool mul_ends(struct end *out, struct end a, struct end b)
{
    int sign_a = end_sign(a);
    int sign_b = end_sign(b);

    out->infinite = 0;
    out->at = hg_ratio_of(0);
    if (sign_a == 0 || sign_b == 0) {
        out->open = !((sign_a == 0 && !a.open) || (sign_b == 0 && !b.open));
        return true;
    }
    out->open = a.open || b.open;
    if (a.infinite != 0 || b.infinite != 0) {
        out->infinite = sign_a * sign_b;
        return true;
    }
    return hg_ratio_mul(&out->at, a.at, b.at);
}

static int compare_ends(struct end a, struct end b)
{
    if (a.infinite != 0 || b.infinite != 0) {
        return a.infinite - b.infinite;
    }
    return hg_ratio_compare(a.at, b.at);
}

static bool above_zero(const struct hg_interval *a)
{
    return !a->low_infinite && hg_ratio_sign(a->low) >= 0;
}

struct hg_interval hg_interval_mul(const struct hg_interval *a, const struct hg_interval *b)
{
    struct end ends[4];
    struct end low;
    struct end high;

    if (a->overflow || b->overflow) {
        return hg_interval_overflow();
    }
    if (above_zero(a) && above_zero(b)) {
        return mul_ends(&low, low_end(a), low_end(b)) && mul_ends(&high, high_end(a), high_end(b))
                   ? between(low, high)
                   : hg_interval_overflow();
    }
    if (!mul_ends(&ends[0], low_end(a), low_end(b)) ||
        !mul_ends(&ends[1], low_end(a), high_end(b)) ||
        !mul_ends(&ends[2], high_end(a), low_end(b)) ||
        !mul_ends(&ends[3], high_end(a), high_end(b))) {
        return hg_interval_overflow();
    }
    low = high = ends[0];
    for (size_t i = 1; i < 4; i++) {
        int below = compare_ends(ends[i], low);
        int above = compare_ends(ends[i], high);

        if (below < 0 || (below == 0 && !ends[i].open)) {
            low = ends[i];
        }
        if (above > 0 || (above == 0 && !ends[i].open)) {
            high = ends[i];
        }
    }
    return between(low, high);
}

static bool invert_end(struct end *out, struct end a, int infinite_sign)
{
    out->open = a.open;
    out->infinite = 0;
    out->at = hg_ratio_of(0);
    if (a.infinite != 0) {
        out->open = true;
        return true;
    }
    if (hg_ratio_sign(a.at) == 0) {
        out->infinite = infinite_sign;
        out->open = true;
        return true;
    }
    return hg_ratio_div(&out->at, hg_ratio_of(1), a.at);
}

struct hg_interval hg_interval_div(const struct hg_interval *a, const struct hg_interval *b)
{
    struct end low;
    struct end high;
    struct hg_interval inverse;
    int low_sign;
    int high_sign;

    if (a->overflow || b->overflow) {
        return hg_interval_overflow();
    }
    low_sign = end_sign(low_end(b));
    high_sign = end_sign(high_end(b));
    if ((low_sign < 0 && high_sign > 0) || (low_sign == 0 && high_sign == 0)) {
        return hg_interval_overflow();
    }
    if (!invert_end(&low, high_end(b), -1) || !invert_end(&high, low_end(b), 1)) {
        return hg_interval_overflow();
    }
    inverse = between(low, high);
    return hg_interval_mul(a, &inverse);
}

struct hg_interval hg_interval_scale(const struct hg_interval *a, struct hg_ratio factor)
{
    struct hg_interval by = hg_interval_point(factor);

    return hg_interval_mul(a, &by);
}

/* Moves an end outwards to 18 decimals, or to 6 where it is large. False if even that does not
 * fit. */
static bool coarsen(struct hg_ratio *out, struct hg_ratio a, bool up)
{
    struct hg_ratio cut;
    int places = 18;

    if (!hg_ratio_round(&cut, a, places, HG_ROUND_TRUNCATE)) {
        places = 6;
        if (!hg_ratio_round(&cut, a, places, HG_ROUND_TRUNCATE)) {
            return false;
        }
    }
    if (up && hg_ratio_compare(cut, a) < 0) {
        return hg_ratio_add(out, cut, hg_ratio_ten(-places));
    }
    *out = cut;
    return true;
}

/* base >= 0. */
static bool power_end(struct hg_ratio *out, struct hg_ratio base, unsigned exponent, bool up)
{
    struct hg_ratio power = hg_ratio_of(1);

    if (exponent > 400) {
        return false;
    }
    for (unsigned i = 0; i < exponent; i++) {
        if (hg_ratio_mul(&power, power, base)) {
            continue;
        }
        if (!coarsen(&power, power, up) || !coarsen(&base, base, up) ||
            !hg_ratio_mul(&power, power, base)) {
            return false;
        }
    }
    *out = power;
    return true;
}

struct hg_interval hg_interval_power(const struct hg_interval *base, unsigned exponent)
{
    struct hg_interval out = *base;

    if (base->overflow || !above_zero(base)) {
        return hg_interval_overflow();
    }
    if (!power_end(&out.low, base->low, exponent, false) ||
        (!base->high_infinite && !power_end(&out.high, base->high, exponent, true))) {
        return hg_interval_overflow();
    }
    return out;
}

bool hg_interval_can_be_at_most(const struct hg_interval *a, const struct hg_interval *b)
{
    int order;

    if (a->overflow || b->overflow) {
        return false;
    }
    if (a->low_infinite || b->high_infinite) {
        return true;
    }
    order = hg_ratio_compare(a->low, b->high);
    return order < 0 || (order == 0 && !a->low_open && !b->high_open);
}

bool hg_interval_meets(const struct hg_interval *a, const struct hg_interval *b)
{
    return hg_interval_can_be_at_most(a, b) && hg_interval_can_be_at_most(b, a);
}

bool hg_interval_contains(const struct hg_interval *a, struct hg_ratio point)
{
    struct hg_interval at = hg_interval_point(point);

    return hg_interval_meets(a, &at);
}

bool hg_interval_is_point(const struct hg_interval *a)
{
    return !a->overflow && !a->low_infinite && !a->high_infinite && !a->low_open &&
           !a->high_open && hg_ratio_compare(a->low, a->high) == 0;
}
