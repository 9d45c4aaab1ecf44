/* Which single typing error would explain a wrong claim: one digit changed, or two neighbouring
 * digits swapped. Named only if there is exactly one. */
#include "figures/verdict.h"

#include <string.h>

enum { MAX_DIGITS = 24, MAX_OPERANDS = 8 };

struct search {
    struct hg_reading trial;
    struct hg_operand operands[MAX_OPERANDS];
    uint32_t found;
    uint32_t operand;      /* of the repair found */
    char before[MAX_DIGITS + 4], after[MAX_DIGITS + 4];
};

/* The plain Arabic digits of an operand as written; false if it is written otherwise. */
static bool digits_of(const struct hg_operand *operand, char *out, size_t *len)
{
    const struct hg_quantity *q = operand->quantity;
    struct hg_str text;

    if (q == NULL || (q->numeral.flags & (HG_NUMERAL_CHINESE | HG_NUMERAL_CHAIN | HG_NUMERAL_GROUPED |
                                          HG_NUMERAL_FULL_WIDTH | HG_NUMERAL_VAGUE)) != 0) {
        return false;
    }
    text = hg_str_sub(q->paragraph->text, q->numeral.digits);
    if (text.len == 0 || text.len > MAX_DIGITS) {
        return false;
    }
    memcpy(out, text.data, text.len);
    out[text.len] = '\0';
    *len = text.len;
    return true;
}

/* The value of a digit string relative to that of another of the same form: shown × new ÷ old. */
static bool digits_value(const char *digits, hg_int128 *out)
{
    *out = 0;
    for (; *digits != '\0'; digits++) {
        if (*digits == '.') {
            continue;
        }
        if (*digits < '0' || *digits > '9') {
            return false;
        }
        *out = *out * 10 + (*digits - '0');
    }
    return true;
}

static void try_digits(struct search *s, uint32_t operand, const char *old, const char *changed)
{
    struct hg_operand saved = s->operands[operand];
    struct hg_operand *o = &s->operands[operand];
    struct hg_ratio factor;
    struct hg_ratio shift;

    if (!digits_value(old, &factor.den) || !digits_value(changed, &factor.num) ||
        factor.den == 0 || !hg_ratio_mul(&o->shown, saved.shown, factor) ||
        !hg_ratio_sub(&shift, o->shown, saved.shown) ||
        !hg_ratio_add(&o->value.low, saved.value.low, shift) ||
        !hg_ratio_add(&o->value.high, saved.value.high, shift)) {
        *o = saved;
        return;
    }
    hg_reading_evaluate(&s->trial);
    if (s->trial.fit == HG_FIT_ROUNDED) {
        s->found++;
        s->operand = operand;
        memcpy(s->before, old, strlen(old) + 1);
        memcpy(s->after, changed, strlen(changed) + 1);
    }
    *o = saved;
}

static void try_operand(struct search *s, uint32_t operand)
{
    char old[MAX_DIGITS + 4];
    char changed[MAX_DIGITS + 4];
    size_t len;

    if (!digits_of(&s->operands[operand], old, &len)) {
        return;
    }
    for (size_t i = 0; i < len && s->found < 2; i++) {
        if (old[i] == '.') {
            continue;
        }
        for (char digit = i == 0 && len > 1 ? '1' : '0'; digit <= '9' && s->found < 2; digit++) {
            if (digit != old[i]) {
                memcpy(changed, old, len + 1);
                changed[i] = digit;
                try_digits(s, operand, old, changed);
            }
        }
        if (i + 2 < len && old[i + 1] == '.' && old[i] != old[i + 2]) { /* across the point */
            memcpy(changed, old, len + 1);
            changed[i] = old[i + 2];
            changed[i + 2] = old[i];
            try_digits(s, operand, old, changed);
        }
        if (i + 1 < len && old[i + 1] != '.' && old[i] != old[i + 1] &&
            !(i == 0 && old[1] == '0')) {
            memcpy(changed, old, len + 1);
            changed[i] = old[i + 1];
            changed[i + 1] = old[i];
            try_digits(s, operand, old, changed);
        }
    }
}

struct hg_str hg_repair_find(struct hg_arena *arena, const struct hg_reading *reading)
{
    struct search s = {.found = 0};

    if (reading->count > MAX_OPERANDS || reading->formula == HG_FORMULA_EQUAL ||
        reading->formula == HG_FORMULA_AT_MOST || reading->formula == HG_FORMULA_COUNT ||
        reading->formula == HG_FORMULA_COUNT_AT_MOST) {
        return HG_STR("");
    }
    s.trial = *reading;
    memcpy(s.operands, reading->operands, reading->count * sizeof *s.operands);
    s.trial.operands = s.operands;
    for (uint32_t i = 0; i < reading->count && s.found < 2; i++) {
        try_operand(&s, i);
    }
    if (s.found != 1) {
        return HG_STR("");
    }
    return hg_str_of(hg_arena_printf(arena, "%s→%s", s.before, s.after));
}
