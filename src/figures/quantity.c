#include "figures/number_kind.h"

#include <string.h>

#include "base/utf8.h"
#include "lang/chars.h"
#include "lang/numeral_chain.h"

enum {
    CHAR_ONE = 0x4E00,    /* 一 */
    CHAR_ROUND = 0x820D,  /* 舍 */
    CHAR_BELOW = 0x4E0B,  /* 下 */
    CHAR_SINGLE = 0x5355, /* 单 */
};

struct finder {
    struct hg_arena *arena;
    struct hg_quantities *out;
    const struct hg_paragraph *paragraph;
    const struct hg_analysis *analysis;
    struct hg_str text;
    size_t floor; /* end of the last token: nothing before it is looked at again */
    size_t sentence_first; /* first quantity of the sentence being read */
    uint32_t sentence;
    size_t pair;  /* first pair that may still hold the place */
};

struct word {
    const char *text;
    unsigned approx;
};

/* Longer words first where one starts another. */
static const struct word before_words[] = {
    {"不少于", HG_APPROX_FLOOR},   {"不低于", HG_APPROX_FLOOR},   {"不超过", HG_APPROX_CEILING},
    {"不高于", HG_APPROX_CEILING}, {"不多于", HG_APPROX_CEILING}, {"至少", HG_APPROX_FLOOR},
    {"最少", HG_APPROX_FLOOR},     {"不足", HG_APPROX_CEILING},   {"不到", HG_APPROX_CEILING},
    {"低于", HG_APPROX_CEILING},   {"至多", HG_APPROX_CEILING},   {"最多", HG_APPROX_CEILING},
    {"大约", HG_APPROX_ABOUT},     {"大概", HG_APPROX_ABOUT},     {"接近", HG_APPROX_NEAR},
    {"将近", HG_APPROX_NEAR},      {"超过", HG_APPROX_OVER},      {"突破", HG_APPROX_OVER},
    {"多于", HG_APPROX_OVER},      {"高于", HG_APPROX_OVER},
    {"约", HG_APPROX_ABOUT},       {"近", HG_APPROX_NEAR},        {"超", HG_APPROX_OVER},
    {"逾", HG_APPROX_OVER},        {"过", HG_APPROX_OVER},
};

/* Characters before an approximator that make it a part of another word: 签约, 附近, 通过. */
static const struct {
    const char *word, *before;
} glued[] = {
    {"约", "签|节|预|合|公|违|履|契|制|条|集|邀|失|毁|守|解|续|特|赴|租|婚|简"},
    {"近", "附|临|邻|靠|最|就"},
    {"超", "赶|反|高"},
    {"过", "通|经|不|太|走|开|看|渡|度"},
    {"不足", "证据|事实|力量|条件"},
};

static const struct word after_words[] = {
    {"以上", HG_APPROX_FLOOR},   {"以下", HG_APPROX_CEILING}, {"以内", HG_APPROX_CEILING},
    {"之内", HG_APPROX_CEILING}, {"左右", HG_APPROX_ABOUT},   {"上下", HG_APPROX_ABOUT},
};

static bool starts(struct hg_str text, size_t at, const char *word)
{
    size_t len = strlen(word);

    return at + len <= text.len && memcmp(text.data + at, word, len) == 0;
}

static bool ends(struct hg_str text, size_t at, size_t floor, const char *word)
{
    size_t len = strlen(word);

    return at >= floor + len && memcmp(text.data + at - len, word, len) == 0;
}

/* The innermost pair that holds the token; pairs are walked along with the text. */
static const struct hg_pair *pair_around(struct finder *f, size_t at)
{
    const struct hg_pair *pairs = f->analysis->pairs.items;

    while (f->pair < f->analysis->pairs.len && pairs[f->pair].depth == 0 &&
           pairs[f->pair].outer.end <= at) {
        f->pair++;
        while (f->pair < f->analysis->pairs.len && pairs[f->pair].depth > 0) {
            f->pair++;
        }
    }
    if (f->pair >= f->analysis->pairs.len || pairs[f->pair].outer.start > at) {
        return NULL;
    }
    return hg_analysis_pair_at(f->analysis, at);
}

enum { SHORT_QUOTE = 48 }; /* bytes: quoted text up to 16 characters is a name */

/* Numbers in titles, document numbers and quoted names. */
static bool inside_name(struct finder *f, const struct hg_pair *pair)
{
    (void)f;
    if (pair == NULL) {
        return false;
    }
    switch (pair->kind) {
    case HG_PAIR_TITLE:
    case HG_PAIR_INNER_TITLE:
    case HG_PAIR_TORTOISE:
    case HG_PAIR_LENTICULAR:
        return true;
    case HG_PAIR_ROUND:
    case HG_PAIR_SQUARE:
    case HG_PAIR_CURLY:
        return false;
    default:
        return pair->inner.end - pair->inner.start <= SHORT_QUOTE;
    }
}

/* ---- Reading one quantity ---- */

static bool ends_in_one_of(const struct finder *f, size_t at, const char *list)
{
    struct hg_str rest = hg_str_of(list);
    struct hg_str one;

    while (hg_str_split(&rest, '|', &one)) {
        if (at >= f->floor + one.len && memcmp(f->text.data + at - one.len, one.data, one.len) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_glued(const struct finder *f, size_t at, const char *word)
{
    for (size_t i = 0; i < sizeof glued / sizeof *glued; i++) {
        if (strcmp(glued[i].word, word) == 0 && ends_in_one_of(f, at, glued[i].before)) {
            return true;
        }
    }
    return false;
}

static size_t take_before(struct finder *f, size_t start, uint16_t *approx)
{
    for (size_t i = 0; i < sizeof before_words / sizeof *before_words; i++) {
        if (ends(f->text, start, f->floor, before_words[i].text)) {
            size_t at = start - strlen(before_words[i].text);

            if (is_glued(f, at, before_words[i].text)) {
                return start;
            }
            *approx |= (uint16_t)before_words[i].approx;
            return at;
        }
    }
    return start;
}

static size_t take_after(struct hg_str text, size_t end, uint16_t *approx)
{
    for (size_t i = 0; i < sizeof after_words / sizeof *after_words; i++) {
        if (starts(text, end, after_words[i].text)) {
            *approx |= (uint16_t)after_words[i].approx;
            return end + strlen(after_words[i].text);
        }
    }
    return end;
}

/* 余 多 来 between number and unit. */
static size_t take_more(struct hg_str text, size_t end, uint16_t *approx)
{
    static const char *const more[] = {"余", "多", "来"};

    for (size_t i = 0; i < 3; i++) {
        if (starts(text, end, more[i])) {
            size_t after = end + strlen(more[i]);

            if (hg_unit_at(text, after, NULL) != NULL) {
                *approx |= HG_APPROX_MORE;
                return after;
            }
        }
    }
    return end;
}

/* Unit after the number, with 余 before or after it and 以上 behind. Returns the end. */
static size_t take_unit(struct hg_str text, struct hg_quantity *q)
{
    size_t end = q->numeral.span.end;
    const struct hg_unit *unit;

    if ((q->numeral.flags & HG_NUMERAL_SHARE) != 0) {
        q->unit = hg_unit_named(HG_STR("%"));
        q->unit_span = (struct hg_span){end, end};
        return take_after(text, end, &q->approx);
    }
    end = take_more(text, end, &q->approx);
    if (hg_utf8_at(text, end) == ' ' && hg_unit_at(text, end + 1, NULL) != NULL) {
        end++;
    }
    q->unit_span = (struct hg_span){end, end};
    unit = hg_unit_at(text, end, &end);
    q->unit = unit;
    q->unit_span.end = end;
    if (unit != NULL && unit->dimension != HG_DIMENSION_COUNT &&
        (starts(text, end, "多") || starts(text, end, "余"))) {
        q->approx |= HG_APPROX_MORE;
        end += strlen("多");
    }
    return take_after(text, end, &q->approx);
}

static size_t range_mark(struct hg_str text, size_t at)
{
    static const char *const marks[] = {"——", "—", "–", "－", "-", "~", "～", "〜", "至", "到"};

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (starts(text, at, marks[i])) {
            return at + strlen(marks[i]);
        }
    }
    return at;
}

/* 3—5年, 10万～20万元, 80%至90%: the second number goes on the first. */
static size_t take_range(struct finder *f, struct hg_quantity *q, size_t end)
{
    struct hg_quantity second = {.paragraph = q->paragraph};
    size_t at = range_mark(f->text, end);
    int power;
    size_t after;

    if (at == end || ends(f->text, q->span.start, 0, "从") || ends(f->text, q->span.start, 0, "由") ||
        !hg_numeral_may_start(hg_utf8_at(f->text, at)) ||
        !hg_numeral_parse(f->text, at, &second.numeral) ||
        (second.numeral.flags & (HG_NUMERAL_TOO_LONG | HG_NUMERAL_NEGATIVE)) != 0) {
        return end;
    }
    after = take_unit(f->text, &second);
    if (q->unit != NULL && q->unit != second.unit) {
        return end;
    }
    power = q->numeral.power == 0 && q->unit == NULL ? second.numeral.power : 0;
    if (hg_quantity_is_share(&second) && !hg_quantity_is_share(q)) { /* 30-40% */
        if (!hg_ratio_mul(&q->numeral.value, q->numeral.value, hg_ratio_make(1, 100))) {
            return end;
        }
        power = 0;
    }
    hg_quantity_set_unit(q, second.unit, power);
    hg_quantity_set_unit(&second, second.unit, 0);
    if (q->value.overflow || second.value.overflow ||
        hg_ratio_compare(q->shown, second.shown) >= 0) {
        q->numeral.power = (int16_t)(q->numeral.power - power);
        return end;
    }
    q->value = hg_interval_closed(q->shown, second.shown);
    q->flags |= HG_QUANTITY_RANGE;
    q->flags |= power != 0 ? HG_QUANTITY_MULTIPLIER_INHERITED : 0u;
    q->numeral.span.end = second.numeral.span.end;
    q->numeral.flags |= second.numeral.flags & HG_NUMERAL_SHARE;
    q->unit_span = second.unit_span;
    q->approx |= second.approx;
    return after;
}

static void place(struct finder *f, size_t at, uint32_t *clause, uint32_t *sentence)
{
    const struct hg_clause *found = hg_analysis_clause_at(f->analysis, at);

    if (found != NULL) {
        *clause = (uint32_t)(found - f->analysis->clauses.items);
        *sentence = found->sentence;
    }
}

/* Reads the quantity at `at`; returns the end of what was read (a quantity or a number that is
 * none), `at` if no number starts here. */
static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t read_quantity(struct finder *f, size_t at)
{
    struct hg_quantity q = {.paragraph = f->paragraph};
    const struct hg_pair *pair;
    uint32_t first = hg_utf8_at(f->text, at);
    size_t end;

    if ((first == '-' || first == 0x2212 || first == 0xFF0D) &&
        (at > 0 && (hg_char_is_digit(hg_utf8_before(f->text, at)) ||
                    is_letter(hg_utf8_before(f->text, at))))) {
        return at;
    }
    if (first == '.' && at > 0 && hg_char_is_digit(hg_utf8_before(f->text, at))) {
        return at;
    }
    if (!hg_numeral_parse(f->text, at, &q.numeral)) {
        return at;
    }
    q.span.start = take_before(f, at, &q.approx);
    end = take_unit(f->text, &q);
    if (end < q.numeral.span.end) {
        end = q.numeral.span.end;
    }
    if (hg_number_is_word(f->text, &q.numeral, q.unit)) {
        /* A multiplier alone moves one character on: 万 in 千家万户. */
        return q.numeral.span.end;
    }
    pair = pair_around(f, at);
    if (hg_number_is_code(f->text, &q.numeral, q.unit) || hg_number_is_rank(f->text, at, q.unit) ||
        hg_number_is_sum_name(f->text, &q.numeral, q.unit) || inside_name(f, pair) ||
        (f->analysis->masks.len > 0 && hg_analysis_masked(f->analysis, at))) {
        return q.numeral.span.end;
    }
    hg_quantity_set_unit(&q, q.unit, 0);
    q.span.end = end;
    end = take_range(f, &q, end);
    q.span.end = end;
    if (pair != NULL && pair->kind == HG_PAIR_ROUND) {
        q.flags |= HG_QUANTITY_BRACKETED;
    } else if (pair != NULL) {
        q.flags |= HG_QUANTITY_QUOTED;
    }
    place(f, at, &q.clause, &q.sentence);
    *HG_PUSH(f->arena, &f->out->items) = q;
    return end;
}

static void end_sentence(struct finder *f)
{
    hg_units_lend(f->text, f->out->items.items, f->sentence_first, f->out->items.len);
    f->sentence_first = f->out->items.len;
}

/* A sentence is over: `hg_units_lend` looks no further. */
static void note_sentence(struct finder *f)
{
    const struct hg_quantity *last;

    if (f->out->items.len == 0) {
        return;
    }
    last = &f->out->items.items[f->out->items.len - 1];
    if (f->out->items.len > f->sentence_first + 1 && last->sentence != f->sentence) {
        f->out->items.len--;
        end_sentence(f);
        f->out->items.len++;
    } else if (last->sentence != f->sentence && f->out->items.len == f->sentence_first + 1) {
        f->sentence_first = f->out->items.len - 1;
    }
    f->sentence = last->sentence;
}

/* Notes a 一 that may open an enumeration. True if no number can start here: 一 before anything but
 * a numeral or one of the few units that 一 counts with. */
static bool note_one(struct finder *f, size_t start, size_t end)
{
    uint32_t next = hg_utf8_at(f->text, end);
    uint32_t before = hg_utf8_before(f->text, start);

    if (next == 0x662F /* 是 */ || next == 0x8981 /* 要 */ ||
        ((before == 0x7B2C || before == 0x5176) && (next == 0xFF0C || next == ',')) ||
        (before == 0xFF08 && next == 0xFF09)) {
        *HG_PUSH(f->arena, &f->out->firsts) = start;
    }
    switch (next) {
    case 0x5206: /* 分 */
    case 0x70B9: /* 点 */
    case 0x534A: /* 半 */
    case 0x6210: /* 成 */
    case 0x500D: /* 倍 */
    case 0x756A: /* 番 */
    case 0x4E2A: /* 个 */
    case 0x5B63: /* 季 */
    case 0x5E74: /* 年 */
    case 0x6708: /* 月 */
    case 0x7F8E: /* 美 */
    case 0x5143: /* 元 */
        return false;
    default:
        return hg_numeral_digit(next) < 0 && hg_numeral_power(next) == 0 &&
               hg_char_class(next) != HG_CHAR_MARK && next != '-' && next != '~' &&
               next != 0x81F3 /* 至 */ && next != 0x5230 /* 到 */ && next != 0x591A && next != 0x4F59;
    }
}

void hg_quantities_find(struct hg_arena *arena, struct hg_quantities *out,
                        const struct hg_paragraph *paragraph, const struct hg_analysis *analysis)
{
    struct finder f = {.arena = arena, .out = out, .paragraph = paragraph, .analysis = analysis,
                       .text = paragraph->text};
    size_t at = hg_number_label_end(paragraph->text);

    f.floor = at;
    while (at < f.text.len) {
        size_t start = at;
        uint32_t c = hg_utf8_next(f.text, &at);
        struct hg_date date;

        if (c < 0x80 ? (c > '9' || c < '"') : (c < 0x2000 && c != 0xB7)) {
            continue;
        }
        if (c == CHAR_ONE && note_one(&f, start, at)) {
            continue;
        }
        if (c == CHAR_ROUND || c == CHAR_BELOW || c == CHAR_SINGLE) {
            out->has_note = out->has_note || starts(f.text, start, "舍五入") ||
                            starts(f.text, start, "下同") || starts(f.text, start, "单位计算");
        }
        if (hg_date_may_start(c) && hg_date_parse(f.text, start, &date)) {
            struct hg_moment *moment = HG_PUSH(arena, &out->moments);

            moment->paragraph = paragraph;
            moment->date = date;
            place(&f, start, &moment->clause, &moment->sentence);
            at = f.floor = date.span.end;
        } else if (hg_numeral_may_start(c)) {
            size_t count = out->items.len;
            size_t end = read_quantity(&f, start);

            if (end > start) {
                at = end;
                f.floor = end;
            }
            if (out->items.len > count) {
                note_sentence(&f);
            }
        }
    }
    end_sentence(&f);
}
