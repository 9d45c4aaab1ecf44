/* Exact arithmetic: ratios of 128-bit integers and intervals between them. Nothing here ever wraps
 * or rounds in silence: an operation that would overflow says so, and the result is then unusable.
 * The only 128-bit type of the program lives here; no floating point is used for figures. */
#ifndef HG_BASE_EXACT_H
#define HG_BASE_EXACT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

__extension__ typedef __int128 hg_int128;

/* num / den, den > 0. Not necessarily in lowest terms: compare with hg_ratio_compare only.
 * A zeroed struct is not a number. */
struct hg_ratio {
    hg_int128 num, den;
};

struct hg_ratio hg_ratio_of(int64_t whole);
/* num / den in lowest terms; den must not be 0. */
struct hg_ratio hg_ratio_make(int64_t num, int64_t den);
/* 10 to the power `exponent`, which must lie in -36 .. 36. */
struct hg_ratio hg_ratio_ten(int exponent);

/* False if the result does not fit (or b is 0, for div); *out is then untouched. out may be a or b. */
bool hg_ratio_add(struct hg_ratio *out, struct hg_ratio a, struct hg_ratio b);
bool hg_ratio_sub(struct hg_ratio *out, struct hg_ratio a, struct hg_ratio b);
bool hg_ratio_mul(struct hg_ratio *out, struct hg_ratio a, struct hg_ratio b);
bool hg_ratio_div(struct hg_ratio *out, struct hg_ratio a, struct hg_ratio b);
bool hg_ratio_power(struct hg_ratio *out, struct hg_ratio base, unsigned exponent);

/* Always exact, never overflows. */
int hg_ratio_compare(struct hg_ratio a, struct hg_ratio b);
int hg_ratio_sign(struct hg_ratio a);
bool hg_ratio_is_whole(struct hg_ratio a);
/* Lowest terms. */
struct hg_ratio hg_ratio_reduce(struct hg_ratio a);

enum hg_rounding {
    HG_ROUND_HALF_UP,   /* 四舍五入; halves away from zero */
    HG_ROUND_HALF_EVEN, /* 四舍六入五成双, GB/T 8170 */
    HG_ROUND_TRUNCATE,  /* 截尾, towards zero */
};

/* Rounds to `places` decimals (negative: to tens, hundreds …), -30 .. 30. The one rounding of the
 * program. False if the scaled value does not fit. */
bool hg_ratio_round(struct hg_ratio *out, struct hg_ratio a, int places, enum hg_rounding rounding);

/* Appends the exact value: "98.1", "-3", or "2/3" where no finite decimal exists. */
void hg_ratio_format(struct hg_buf *out, struct hg_ratio a);
/* Appends exactly `places` decimals (0 .. 30); falls back to hg_ratio_format if they do not fit. */
void hg_ratio_format_places(struct hg_buf *out, struct hg_ratio a, int places,
                            enum hg_rounding rounding);
/* Appends at most `places` decimals, cut off, with "…" where digits were left out: "98.137…". */
void hg_ratio_format_cut(struct hg_buf *out, struct hg_ratio a, int places);

/* All numbers between two ends. `infinite` ends ignore their ratio. An interval with `overflow` set
 * is no interval: every operation on it gives another one, every test on it is false. */
struct hg_interval {
    struct hg_ratio low, high;
    bool low_open, high_open;
    bool low_infinite, high_infinite;
    bool overflow;
};

struct hg_interval hg_interval_point(struct hg_ratio at);
struct hg_interval hg_interval_closed(struct hg_ratio low, struct hg_ratio high);
/* centre ± half, closed. */
struct hg_interval hg_interval_around(struct hg_ratio centre, struct hg_ratio half);
struct hg_interval hg_interval_overflow(void);

struct hg_interval hg_interval_add(const struct hg_interval *a, const struct hg_interval *b);
struct hg_interval hg_interval_sub(const struct hg_interval *a, const struct hg_interval *b);
struct hg_interval hg_interval_mul(const struct hg_interval *a, const struct hg_interval *b);
/* A divisor that contains 0 inside gives overflow; one that ends at 0 gives an infinite end. */
struct hg_interval hg_interval_div(const struct hg_interval *a, const struct hg_interval *b);
struct hg_interval hg_interval_scale(const struct hg_interval *a, struct hg_ratio factor);
/* base must not reach below 0. Where a power does not fit, its ends are moved outwards to 18
 * significant decimals, so the result always contains the true one. */
struct hg_interval hg_interval_power(const struct hg_interval *base, unsigned exponent);

/* Some number lies in both. */
bool hg_interval_meets(const struct hg_interval *a, const struct hg_interval *b);
bool hg_interval_contains(const struct hg_interval *a, struct hg_ratio point);
/* Some number of a is <= some number of b. */
bool hg_interval_can_be_at_most(const struct hg_interval *a, const struct hg_interval *b);
bool hg_interval_is_point(const struct hg_interval *a);

#endif
