#include "base/exact.h"

/* The most negative value has no magnitude: reaching it counts as overflow. */
static const hg_int128 largest = (((hg_int128)1 << 126) - 1) * 2 + 1;

static hg_int128 magnitude(hg_int128 n)
{
    return n < 0 ? -n : n;
}

static bool fits_word(hg_int128 n)
{
    return n <= INT64_MAX && n >= -INT64_MAX;
}

static hg_int128 common_divisor(hg_int128 a, hg_int128 b)
{
    a = magnitude(a);
    b = magnitude(b);
    while (b != 0 && !(fits_word(a) && fits_word(b))) {
        hg_int128 rest = a % b;

        a = b;
        b = rest;
    }
    if (b != 0) {
        uint64_t x = (uint64_t)a;
        uint64_t y = (uint64_t)b;

        while (y != 0) {
            uint64_t rest = x % y;

            x = y;
            y = rest;
        }
        a = (hg_int128)x;
    }
    return a;
}

static bool times(hg_int128 *out, hg_int128 a, hg_int128 b)
{
    hg_int128 product;

    if (__builtin_mul_overflow(a, b, &product) || product < -largest) {
        return false;
    }
    *out = product;
    return true;
}

static bool plus(hg_int128 *out, hg_int128 a, hg_int128 b)
{
    hg_int128 sum;

    if (__builtin_add_overflow(a, b, &sum) || sum < -largest) {
        return false;
    }
    *out = sum;
    return true;
}

struct hg_ratio hg_ratio_of(int64_t whole)
{
    struct hg_ratio out = {whole, 1};

    return out;
}

struct hg_ratio hg_ratio_reduce(struct hg_ratio a)
{
    hg_int128 divisor = a.den == 1 ? 1 : common_divisor(a.num, a.den);

    if (divisor > 1) {
        a.num /= divisor;
        a.den /= divisor;
    }
    return a;
}

struct hg_ratio hg_ratio_make(int64_t num, int64_t den)
{
    struct hg_ratio out = {num, den};

    if (den < 0) {
        out.num = -out.num;
        out.den = -out.den;
    }
    return hg_ratio_reduce(out);
}

static hg_int128 power_of_ten(int exponent)
{
    hg_int128 out = 1;

    while (exponent-- > 0) {
        out *= 10;
    }
    return out;
}

struct hg_ratio hg_ratio_ten(int exponent)
{
    struct hg_ratio out = {1, 1};

    if (exponent >= 0) {
        out.num = power_of_ten(exponent);
    } else {
        out.den = power_of_ten(-exponent);
    }
    return out;
}

static bool add_once(struct hg_ratio *out, struct hg_ratio a, struct hg_ratio b)
{
    hg_int128 left;
    hg_int128 right;
    struct hg_ratio sum;

    if (a.den == b.den) {
        if (!plus(&sum.num, a.num, b.num)) {
            return false;
        }
        sum.den = a.den;
    } else {
        if (!times(&left, a.num, b.den) || !times(&right, b.num, a.den) ||
            !plus(&sum.num, left, right) || !times(&sum.den, a.den, b.den)) {
            return false;
        }
    }
    if (sum.den > INT64_MAX) {
        sum = hg_ratio_reduce(sum);
    }
    *out = sum;
    return true;
}

/* Over the least common denominator: fits wherever the reduced operands leave room. */
static bool add_reduced(struct hg_ratio *out, struct hg_ratio a, struct hg_ratio b)
{
    hg_int128 divisor;
    hg_int128 left;
    hg_int128 right;
    struct hg_ratio sum;

    a = hg_ratio_reduce(a);
    b = hg_ratio_reduce(b);
    divisor = common_divisor(a.den, b.den);
    if (!times(&left, a.num, b.den / divisor) || !times(&right, b.num, a.den / divisor) ||
        !plus(&sum.num, left, right) || !times(&sum.den, a.den / divisor, b.den)) {
        return false;
    }
    *out = hg_ratio_reduce(sum);
    return true;
}

bool hg_ratio_add(struct hg_ratio *out, struct hg_ratio a, struct hg_ratio b)
{
    return add_once(out, a, b) || add_reduced(out, a, b);
}

bool hg_ratio_sub(struct hg_ratio *out, struct hg_ratio a, struct hg_ratio b)
{
    b.num = -b.num;
    return hg_ratio_add(out, a, b);
}

bool hg_ratio_mul(struct hg_ratio *out, struct hg_ratio a, struct hg_ratio b)
{
    struct hg_ratio product;
    hg_int128 divisor;

    if (times(&product.num, a.num, b.num) && times(&product.den, a.den, b.den)) {
        *out = product.den > INT64_MAX ? hg_ratio_reduce(product) : product;
        return true;
    }
    a = hg_ratio_reduce(a);
    b = hg_ratio_reduce(b);
    divisor = common_divisor(a.num, b.den);
    if (divisor > 1) {
        a.num /= divisor;
        b.den /= divisor;
    }
    divisor = common_divisor(b.num, a.den);
    if (divisor > 1) {
        b.num /= divisor;
        a.den /= divisor;
    }
    if (!times(&product.num, a.num, b.num) || !times(&product.den, a.den, b.den)) {
        return false;
    }
    *out = product;
    return true;
}

bool hg_ratio_div(struct hg_ratio *out, struct hg_ratio a, struct hg_ratio b)
{
    struct hg_ratio inverse = {b.den, b.num};

    if (b.num == 0) {
        return false;
    }
    if (inverse.den < 0) {
        inverse.num = -inverse.num;
        inverse.den = -inverse.den;
    }
    return hg_ratio_mul(out, a, inverse);
}

bool hg_ratio_power(struct hg_ratio *out, struct hg_ratio base, unsigned exponent)
{
    struct hg_ratio power = hg_ratio_of(1);

    while (exponent > 0) {
        if ((exponent & 1u) != 0 && !hg_ratio_mul(&power, power, base)) {
            return false;
        }
        exponent >>= 1;
        if (exponent > 0 && !hg_ratio_mul(&base, base, base)) {
            return false;
        }
    }
    *out = power;
    return true;
}

static hg_int128 floor_of(struct hg_ratio a)
{
    hg_int128 whole = a.num / a.den;

    return a.num % a.den < 0 ? whole - 1 : whole;
}

int hg_ratio_compare(struct hg_ratio a, struct hg_ratio b)
{
    hg_int128 left;
    hg_int128 right;
    int sign = 1;

    if (a.den == b.den) {
        return a.num < b.num ? -1 : a.num > b.num;
    }
    if (times(&left, a.num, b.den) && times(&right, b.num, a.den)) {
        return left < right ? -1 : left > right;
    }
    /* Digit by digit as continued fractions: no product, so no overflow. */
    for (;;) {
        hg_int128 whole_a = floor_of(a);
        hg_int128 whole_b = floor_of(b);
        struct hg_ratio rest_a = {a.den, a.num - whole_a * a.den};
        struct hg_ratio rest_b = {b.den, b.num - whole_b * b.den};

        if (whole_a != whole_b) {
            return whole_a < whole_b ? -sign : sign;
        }
        if (rest_a.den == 0 || rest_b.den == 0) {
            return rest_a.den == rest_b.den ? 0 : (rest_a.den == 0 ? -sign : sign);
        }
        a = rest_a;
        b = rest_b;
        sign = -sign;
    }
}

int hg_ratio_sign(struct hg_ratio a)
{
    return a.num < 0 ? -1 : a.num > 0;
}

bool hg_ratio_is_whole(struct hg_ratio a)
{
    return a.num % a.den == 0;
}

bool hg_ratio_round(struct hg_ratio *out, struct hg_ratio a, int places, enum hg_rounding rounding)
{
    struct hg_ratio scaled;
    hg_int128 whole;
    hg_int128 rest;

    if (!hg_ratio_mul(&scaled, a, hg_ratio_ten(places))) {
        return false;
    }
    whole = scaled.num / scaled.den;
    rest = magnitude(scaled.num % scaled.den);
    if (rounding != HG_ROUND_TRUNCATE && rest != 0) {
        hg_int128 other = scaled.den - rest;
        bool away = rest > other ||
                    (rest == other && (rounding == HG_ROUND_HALF_UP || whole % 2 != 0));

        if (away) {
            whole += scaled.num < 0 ? -1 : 1;
        }
    }
    scaled.num = whole;
    scaled.den = 1;
    return hg_ratio_mul(out, scaled, hg_ratio_ten(-places));
}

static void append_whole(struct hg_buf *out, hg_int128 n)
{
    char digits[48];
    size_t at = sizeof digits;
    hg_int128 rest = magnitude(n);

    do {
        digits[--at] = (char)('0' + (int)(rest % 10));
        rest /= 10;
    } while (rest != 0);
    if (n < 0) {
        digits[--at] = '-';
    }
    hg_buf_append(out, digits + at, sizeof digits - at);
}

/* value = scaled / 10^places */
static void append_decimal(struct hg_buf *out, hg_int128 scaled, int places)
{
    hg_int128 unit = power_of_ten(places);
    hg_int128 rest = magnitude(scaled);

    if (scaled < 0) {
        hg_buf_putc(out, '-');
    }
    append_whole(out, rest / unit);
    if (places > 0) {
        char digits[40];
        hg_int128 fraction = rest % unit;

        for (int i = places - 1; i >= 0; i--) {
            digits[i] = (char)('0' + (int)(fraction % 10));
            fraction /= 10;
        }
        hg_buf_putc(out, '.');
        hg_buf_append(out, digits, (size_t)places);
    }
}

/* Decimals that a reduced denominator needs; -1 if none suffice or more than 30. */
static int decimals_of(hg_int128 den)
{
    int twos = 0;
    int fives = 0;
    int places;

    while (den % 2 == 0) {
        den /= 2;
        twos++;
    }
    while (den % 5 == 0) {
        den /= 5;
        fives++;
    }
    places = twos > fives ? twos : fives;
    return den == 1 && places <= 30 ? places : -1;
}

void hg_ratio_format(struct hg_buf *out, struct hg_ratio a)
{
    struct hg_ratio reduced = hg_ratio_reduce(a);
    int places = decimals_of(reduced.den);
    struct hg_ratio scaled;

    if (places >= 0 && hg_ratio_mul(&scaled, reduced, hg_ratio_ten(places))) {
        scaled = hg_ratio_reduce(scaled);
        append_decimal(out, scaled.num, places);
        return;
    }
    append_whole(out, reduced.num);
    hg_buf_putc(out, '/');
    append_whole(out, reduced.den);
}

void hg_ratio_format_places(struct hg_buf *out, struct hg_ratio a, int places,
                            enum hg_rounding rounding)
{
    struct hg_ratio rounded;
    struct hg_ratio scaled;

    if (!hg_ratio_round(&rounded, a, places, rounding) ||
        !hg_ratio_mul(&scaled, rounded, hg_ratio_ten(places))) {
        hg_ratio_format(out, a);
        return;
    }
    scaled = hg_ratio_reduce(scaled);
    append_decimal(out, scaled.num, places);
}

void hg_ratio_format_cut(struct hg_buf *out, struct hg_ratio a, int places)
{
    struct hg_ratio cut;
    struct hg_ratio reduced = hg_ratio_reduce(a);
    int exact = decimals_of(reduced.den);

    if (exact >= 0 && exact <= places) {
        hg_ratio_format(out, reduced);
        return;
    }
    if (!hg_ratio_round(&cut, a, places, HG_ROUND_TRUNCATE)) {
        hg_ratio_format(out, a);
        return;
    }
    if (cut.num == 0 && a.num < 0) {
        hg_buf_putc(out, '-');
    }
    hg_ratio_format_places(out, cut, places, HG_ROUND_TRUNCATE);
    hg_buf_puts(out, "…");
}
