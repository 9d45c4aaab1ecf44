/* Numerals made of digits and multipliers. */
#include "lang/numeral_chain.h"

#include "base/utf8.h"
#include "lang/chars.h"

enum {
    CHAR_JI = 0x51E0,   /* 几 */
    CHAR_SHU = 0x6570,  /* 数 */
    CHAR_DUO = 0x591A,  /* 多 */
    CHAR_YU = 0x4F59,   /* 余 */
    CHAR_LIANG = 0x4E24, /* 两: never follows a digit */
    CHAR_DIAN = 0x70B9, /* 点 */
    CHAR_DIAN_OLD = 0x9EDE,
    CHAR_NIAN = 0x5EFF, /* 廿 */
    CHAR_SA = 0x5345,   /* 卅 */
    MAX_DIGITS = 24,
};
/* The sum so far, once for the low and once for the high reading of a vague numeral:
 * total (亿 and above) + wan (万) + section (千百十) + current (digits not yet multiplied). */
struct chain {
    struct hg_ratio total[2], wan[2], section[2], current[2];
    bool has_current, has_section, any_power, zero, vague, overflow;
    bool after_power;    /* the last character was a multiplier */
    bool many;           /* 余 or 多 stood between digits and multiplier */
    int last_power;      /* of the last multiplier within its section */
    int final_power;     /* 万 and 亿 written last, together */
    int digit_run;       /* Chinese digits in a row */
    int run_start_digit;
    struct hg_ratio step;
    hg_int128 run_value;
    bool han;            /* any Chinese digit or 十百千 */
    bool arabic;         /* began with an Arabic number */
};

static void scale(struct chain *chain, struct hg_ratio *pair, int power)
{
    for (int i = 0; i < 2; i++) {
        chain->overflow |= !hg_ratio_mul(&pair[i], pair[i], hg_ratio_ten(power));
    }
}

static void move(struct chain *chain, struct hg_ratio *to, struct hg_ratio *from)
{
    for (int i = 0; i < 2; i++) {
        chain->overflow |= !hg_ratio_add(&to[i], to[i], from[i]);
        from[i] = hg_ratio_of(0);
    }
}

static void set_current(struct chain *chain, int64_t low, int64_t high)
{
    chain->current[0] = hg_ratio_of(low);
    chain->current[1] = hg_ratio_of(high);
    chain->has_current = true;
}

static void apply_small(struct chain *chain, int power)
{
    if (!chain->has_current) {
        set_current(chain, 1, 1);
    }
    scale(chain, chain->current, power);
    move(chain, chain->section, chain->current);
    chain->has_current = false;
    chain->has_section = true;
}

static void apply_large(struct chain *chain, int power)
{
    if (!chain->has_current && !chain->has_section && hg_ratio_sign(chain->wan[0]) == 0 &&
        hg_ratio_sign(chain->total[0]) == 0) {
        set_current(chain, 1, 1);
    }
    move(chain, chain->section, chain->current);
    if (power == 4) {
        if (!chain->has_current && !chain->has_section && hg_ratio_sign(chain->wan[0]) == 0) {
            scale(chain, chain->total, 4); /* 亿万 */
        } else {
            move(chain, chain->wan, chain->section);
            scale(chain, chain->wan, 4);
        }
    } else {
        move(chain, chain->wan, chain->section);
        move(chain, chain->total, chain->wan);
        scale(chain, chain->total, 8);
    }
    chain->has_current = chain->has_section = false;
}

static void apply_power(struct chain *chain, int power)
{
    bool again = chain->after_power;

    if (power < 4) {
        apply_small(chain, power);
    } else {
        apply_large(chain, power);
    }
    if (again) {
        chain->overflow |= !hg_ratio_mul(&chain->step, chain->step, hg_ratio_ten(power));
    } else if (power >= 4 || chain->arabic) {
        chain->overflow |= !hg_ratio_mul(&chain->step, chain->step, hg_ratio_ten(power));
    }
    chain->final_power = power >= 4 ? (again ? chain->final_power : 0) + power : 0;
    chain->last_power = power;
    chain->any_power = true;
    chain->after_power = true;
    chain->zero = false;
    chain->digit_run = 0;
}

/* Two neighbouring digits such as 三四 or 三五 say "three or four". */
static bool vague_pair(int first, int second)
{
    return first >= 1 && (second == first + 1 || (first == 3 && second == 5));
}

static void add_digit(struct chain *chain, int digit)
{
    chain->han = true;
    if (chain->after_power || chain->digit_run == 0) {
        chain->step = hg_ratio_of(1);
        chain->digit_run = 0;
        chain->run_value = 0;
        chain->run_start_digit = digit;
    }
    chain->after_power = false;
    chain->final_power = 0;
    chain->digit_run++;
    if (digit == 0 && chain->any_power && chain->digit_run == 1) {
        chain->zero = true;
        chain->digit_run = 0;
        return;
    }
    if (chain->digit_run <= MAX_DIGITS) {
        chain->run_value = chain->run_value * 10 + digit;
    }
    if (chain->digit_run > MAX_DIGITS) {
        chain->overflow = true;
    }
    chain->current[0] = chain->current[1] = (struct hg_ratio){chain->run_value, 1};
    chain->has_current = true;
}

/* 点 and the Chinese or Arabic digits after it; returns the offset past them, or `at`. */
static void finish_tail(struct chain *chain);

static size_t read_point(struct hg_str text, size_t at, struct chain *chain, int16_t *decimals)
{
    size_t end = at;
    hg_int128 value = 0;
    int places = 0;
    struct hg_ratio fraction;

    hg_utf8_next(text, &end);
    for (size_t next = end; next < text.len; end = next) {
        uint32_t c = hg_utf8_next(text, &next);
        int digit = hg_numeral_digit(c) >= 0 ? hg_numeral_digit(c) : hg_numeral_arabic_digit(c);

        if (digit < 0) {
            break;
        }
        places++;
        if (places <= MAX_DIGITS) {
            value = value * 10 + digit;
        }
    }
    if (places == 0 || places > MAX_DIGITS) {
        return at;
    }
    finish_tail(chain); /* 一百八点五 is 180.5 */
    fraction = hg_ratio_ten(-places);
    chain->step = fraction;
    fraction.num = value;
    for (int i = 0; i < 2; i++) {
        chain->overflow |= !hg_ratio_add(&chain->current[i], chain->current[i], fraction);
    }
    chain->has_current = true;
    chain->after_power = false;
    chain->digit_run = 0;
    chain->zero = true; /* no tail such as 三万五 after a decimal */
    *decimals = (int16_t)places;
    return end;
}

/* 三万五 means 35 000: a single digit right after a multiplier takes the next lower place. */
static void finish_tail(struct chain *chain)
{
    if (chain->any_power && !chain->zero && !chain->arabic && chain->digit_run == 1 &&
        chain->last_power >= 2) {
        scale(chain, chain->current, chain->last_power - 1);
        chain->step = hg_ratio_ten(chain->last_power - 1);
    }
}

/* 几十: up to 99; 30余万: up to 40万 (one in the last place that is not 0). */
static void widen(struct chain *chain, struct hg_ratio place)
{
    chain->vague = true;
    chain->overflow |= !hg_ratio_add(&chain->current[1], chain->current[0], place);
}

static struct hg_ratio last_place(struct hg_ratio value, struct hg_ratio step)
{
    struct hg_ratio count;

    if (!hg_ratio_div(&count, value, step) || count.num == 0) {
        return step;
    }
    count = hg_ratio_reduce(count);
    while (count.den == 1 && count.num % 10 == 0 && hg_ratio_mul(&step, step, hg_ratio_of(10))) {
        count.num /= 10;
    }
    return step;
}

/* 余 多 几 before a 万 or 亿, or 几 after 十 and before one. */
static bool take_vague(struct hg_str text, size_t at, uint32_t c, struct chain *chain)
{
    size_t next = at;
    int power;

    hg_utf8_next(text, &next);
    power = hg_numeral_power(hg_utf8_at(text, next));
    if (c == CHAR_JI || c == CHAR_SHU) {
        if (chain->has_current || (c == CHAR_SHU && (power == 0 || chain->any_power))) {
            return false;
        }
        if (power == 0 && !(chain->after_power && chain->last_power == 1)) {
            return false; /* 几 alone is no numeral */
        }
        set_current(chain, chain->after_power ? 1 : 2, 9);
        chain->vague = true;
        chain->after_power = false;
        return true;
    }
    if (power < 4 || (!chain->has_current && !chain->has_section)) {
        return false;
    }
    if (!chain->has_current) { /* 十余万 */
        struct hg_ratio place = last_place(chain->section[0], hg_ratio_of(1));

        chain->current[0] = hg_ratio_of(0);
        widen(chain, place);
        chain->has_current = true;
    } else if (hg_ratio_sign(chain->current[0]) != 0) {
        widen(chain, last_place(chain->current[0], chain->step));
    }
    chain->after_power = false;
    chain->many = true;
    return true;
}

static size_t skip_blank_before_power(struct hg_str text, size_t at, bool arabic)
{
    size_t next = at;

    if (!arabic || hg_utf8_at(text, at) != ' ') {
        return at;
    }
    hg_utf8_next(text, &next);
    return hg_numeral_power(hg_utf8_at(text, next)) > 0 ? next : at;
}

/* An Arabic number that goes on a chain: the 5 of 2万5千. */
static size_t take_arabic(struct hg_str text, size_t at, struct chain *chain)
{
    struct hg_numeral part = {.flags = 0};

    if (!chain->any_power || (!chain->after_power && !chain->zero) || !chain->arabic ||
        !hg_numeral_arabic(text, at, &part) ||
        (part.flags & (HG_NUMERAL_TOO_LONG | HG_NUMERAL_GROUPED)) != 0 ||
        hg_ratio_compare(part.value, hg_ratio_ten(chain->last_power)) >= 0) {
        return at;
    }
    chain->current[0] = chain->current[1] = part.value;
    chain->has_current = true;
    chain->step = part.step;
    chain->after_power = false;
    chain->final_power = 0;
    chain->digit_run = 0;
    return part.span.end;
}

static bool twenty_or_thirty(uint32_t c, struct chain *chain)
{
    if ((c != CHAR_NIAN && c != CHAR_SA && c != 0x534C) || chain->has_current) {
        return false;
    }
    set_current(chain, c == CHAR_NIAN ? 2 : c == CHAR_SA ? 3 : 4, c == CHAR_NIAN ? 2 : c == CHAR_SA ? 3 : 4);
    apply_power(chain, 1);
    chain->han = true;
    return true;
}

/* One step of the chain; returns the offset past what it took, `at` if nothing fits. */
static size_t take(struct hg_str text, size_t at, struct chain *chain, struct hg_numeral *out)
{
    size_t start = skip_blank_before_power(text, at, chain->arabic);
    size_t next = start;
    uint32_t c = start < text.len ? hg_utf8_next(text, &next) : 0;
    int digit = hg_numeral_digit(c);
    int power = hg_numeral_power(c);

    if (power > 0) {
        if (power < 4 && chain->after_power && (chain->last_power >= 4 || chain->last_power <= power)) {
            return at; /* 万千瓦: 千 belongs to the unit */
        }
        if (power < 4 && chain->arabic && !chain->any_power && c == 0x5341) {
            return at; /* 5十 is no numeral */
        }
        if (chain->digit_run == 2 && !chain->zero) { /* 三四百 */
            int second = (int)(chain->run_value % 10);

            if (!vague_pair(chain->run_start_digit, second)) {
                return chain->any_power || power >= 4 ? at : at;
            }
            set_current(chain, chain->run_start_digit, second);
            chain->vague = true;
        } else if (chain->digit_run > 2) {
            return at;
        }
        chain->han |= power < 4 || !chain->arabic;
        apply_power(chain, power);
        return next;
    }
    if (digit >= 0) {
        if ((chain->arabic && !chain->after_power) || chain->many) {
            return at;
        }
        if ((chain->any_power && chain->digit_run >= 2) ||
            (c == CHAR_LIANG && chain->digit_run > 0 && !chain->after_power)) {
            return at;
        }
        add_digit(chain, digit);
        return next;
    }
    if (c == CHAR_JI || c == CHAR_SHU || c == CHAR_DUO || c == CHAR_YU) {
        return take_vague(text, start, c, chain) ? next : at;
    }
    if ((c == CHAR_DIAN || c == CHAR_DIAN_OLD) && (chain->has_current || chain->has_section || chain->any_power) &&
        !chain->arabic && out->decimals == 0) {
        return read_point(text, start, chain, &out->decimals);
    }
    if (twenty_or_thirty(c, chain)) {
        return next;
    }
    return at == start ? take_arabic(text, at, chain) : at;
}

static void start_chain(struct chain *chain, const struct hg_numeral *out)
{
    for (int i = 0; i < 2; i++) {
        chain->total[i] = chain->wan[i] = chain->section[i] = chain->current[i] = hg_ratio_of(0);
    }
    chain->step = hg_ratio_of(1);
    if (out->digits.end > out->digits.start) {
        chain->arabic = true;
        chain->has_current = true;
        chain->current[0] = chain->current[1] = out->value;
        chain->step = out->step;
    }
}

/* Digits without multiplier: a code or year (二〇二三), or a guess (三五). */
static void finish_run(struct chain *chain, struct hg_numeral *out)
{
    int second = (int)(chain->run_value % 10);

    if (chain->digit_run < 2 || chain->arabic) {
        return;
    }
    if (chain->digit_run == 2 && !chain->zero && vague_pair(chain->run_start_digit, second)) {
        if (!chain->any_power) {
            set_current(chain, chain->run_start_digit, second);
            chain->vague = true;
        } else if (chain->last_power == 1) { /* 十五六 */
            set_current(chain, chain->run_start_digit, second);
            chain->vague = true;
        }
        return;
    }
    if (!chain->any_power) {
        out->flags |= HG_NUMERAL_DIGITS;
    }
}

bool hg_numeral_chain(struct hg_str text, size_t at, struct hg_numeral *out)
{
    struct chain chain = {.zero = false};
    size_t end = at;

    start_chain(&chain, out);
    for (;;) {
        size_t next = take(text, end, &chain, out);

        if (next == end) {
            break;
        }
        end = next;
    }
    if (end == at) {
        return false;
    }
    finish_run(&chain, out);
    finish_tail(&chain);
    move(&chain, chain.section, chain.current);
    move(&chain, chain.wan, chain.section);
    move(&chain, chain.total, chain.wan);
    out->span.end = end;
    if (!chain.arabic) {
        out->digits = (struct hg_span){at, end};
        out->span.start = at;
    }
    out->value = chain.total[0];
    out->high = chain.total[1];
    out->step = chain.step;
    out->power = (int16_t)chain.final_power;
    out->flags |= (chain.han ? HG_NUMERAL_CHINESE : 0u) | (chain.vague ? HG_NUMERAL_VAGUE : 0u) |
                  (chain.overflow ? HG_NUMERAL_TOO_LONG : 0u) |
                  (chain.arabic && (chain.total[0].num != 0 && chain.final_power == 0)
                       ? HG_NUMERAL_CHAIN
                       : 0u);
    return true;
}
