/* Rates: …率为98.1% with the part and the whole that its definition names (rate_words.tsv). */
#include "figures/scene.h"

#include "base/utf8.h"

enum { PAIRS_MAX = 8 };

/* What a number is to a rate word. */
enum standing { STANDS_APART, STANDS_PART, STANDS_WHOLE };

struct rate_search {
    struct hg_scene *scene;
    const struct hg_rate_row *row; /* null: the table lacks the word */
    struct hg_mention *stated;
    size_t index; /* of stated */
    struct hg_range range, before;
    const struct hg_mention *parts[PAIRS_MAX], *wholes[PAIRS_MAX];
    size_t part_count, whole_count;
    bool part_here, whole_new, far, complement;
};

/* A verb hidden in a longer word that is no verb of the row: 受理 in 不予受理. */
static bool is_hidden(const struct hg_scene *scene, uint32_t first, uint32_t end,
                      const struct hg_cue *cue, const struct hg_rate_row *row)
{
    for (uint32_t i = first; i < end; i++) {
        const struct hg_cue *other = &scene->cues.items.items[i];

        if (other->verb != 0 && other->start <= cue->start && other->end >= cue->end &&
            other->end - other->start > cue->end - cue->start &&
            (other->end == cue->end || (other->classes & HG_CUE_HIDES) != 0) &&
            !hg_rate_row_has(row->parts, other->verb) &&
            !hg_rate_row_has(row->wholes, other->verb)) {
            return true;
        }
    }
    return false;
}

/* The verb that governs: the one that ends last; of those that end together the longest. `tail`:
 * the first one. */
static enum standing standing_in(const struct hg_scene *scene, uint32_t first, uint32_t end,
                                 const struct hg_rate_row *row, bool tail)
{
    const struct hg_cue *best = NULL;

    for (uint32_t i = first; i < end; i++) {
        const struct hg_cue *cue = &scene->cues.items.items[i];

        if (cue->verb == 0 || (!hg_rate_row_has(row->parts, cue->verb) &&
                               !hg_rate_row_has(row->wholes, cue->verb))) {
            continue;
        }
        if (is_hidden(scene, first, end, cue, row)) {
            continue;
        }
        if (best == NULL || (!tail && cue->end > best->end) ||
            (cue->end == best->end && cue->end - cue->start > best->end - best->start)) {
            best = cue;
        }
    }
    if (best == NULL) {
        return STANDS_APART;
    }
    /* A word that may be either (整改完成率: 整改) counts as the part unless it says 应. */
    return hg_rate_row_has(row->parts, best->verb) ? STANDS_PART : STANDS_WHOLE;
}

static enum standing standing_of(const struct hg_scene *scene, const struct hg_mention *mention,
                                 const struct hg_rate_row *row)
{
    enum standing in_lead =
        standing_in(scene, mention->cue_first, mention->cue_end, row, false);

    return in_lead != STANDS_APART
               ? in_lead
               : standing_in(scene, mention->tail_first, mention->tail_end, row, true);
}

/* ---- Where the rate word stands ---- */

/* The rate word of a share: in its lead, with nothing but fillers up to the number. */
static const struct hg_cue *rate_word(const struct hg_scene *scene,
                                      const struct hg_mention *mention)
{
    const struct hg_cue *cue =
        hg_mention_cue(scene, mention, HG_CUE_RATE | HG_CUE_UNKNOWN_RATE);

    if (cue == NULL ||
        hg_scene_residue(scene, cue->end, mention->lead.end, HG_CUE_FILLER | HG_CUE_TO) > 6) {
        return NULL;
    }
    if (mention->change && hg_scene_has(scene, cue->end, mention->lead.end,
                                        HG_CUE_UP | HG_CUE_DOWN)) {
        return NULL;
    }
    return cue;
}

static bool may_serve(const struct hg_mention *mention)
{
    return hg_mention_is_amount(mention) && !mention->delta &&
           (mention->quantity->flags & HG_QUANTITY_RANGE) == 0;
}

static void add_role(const struct hg_mention **list, size_t *count,
                     const struct hg_mention *mention)
{
    if (*count < PAIRS_MAX) {
        list[(*count)++] = mention;
    }
}

static void collect(struct rate_search *s, struct hg_range range, bool far)
{
    /* Backwards from the rate, then forwards: the nearest come first. */
    for (size_t step = 0; step < range.end - range.first; step++) {
        size_t i = range.end - 1 - step;
        const struct hg_mention *mention = &s->scene->mentions.items[i];
        enum standing standing;

        if (mention == s->stated || !may_serve(mention)) {
            continue;
        }
        standing = standing_of(s->scene, mention, s->row);
        if (standing == STANDS_PART && !(far && s->part_here)) {
            add_role(s->parts, &s->part_count, mention);
            s->far = s->far || far;
        } else if (standing == STANDS_WHOLE) {
            if (hg_mention_lead_has(s->scene, mention, HG_CUE_NEW)) {
                s->whole_new = true;
            }
            add_role(s->wholes, &s->whole_count, mention);
            s->far = s->far || far;
        }
    }
}

static void read_pair(struct rate_search *s, struct hg_claim *claim, const struct hg_mention *part,
                      const struct hg_mention *whole)
{
    struct hg_operand operands[3];

    operands[0] = hg_operand_of(HG_OPERAND_PART, part->quantity);
    operands[1] = hg_operand_of(HG_OPERAND_WHOLE, whole->quantity);
    operands[2] = hg_operand_of(HG_OPERAND_STATED, s->stated->quantity);
    hg_claim_read(s->scene->arena, claim, HG_FORMULA_SHARE, operands, 3);
}

/* Readings by the table's verbs. True if one of them has the same unit on both sides. */
static bool read_by_verbs(struct rate_search *s, struct hg_claim *claim)
{
    bool same = false;

    for (size_t p = 0; p < s->part_count; p++) {
        for (size_t w = 0; w < s->whole_count; w++) {
            const struct hg_unit *part_unit = s->parts[p]->quantity->unit;
            const struct hg_unit *whole_unit = s->wholes[w]->quantity->unit;

            if (hg_unit_compatible(part_unit, whole_unit)) {
                read_pair(s, claim, s->parts[p], s->wholes[w]);
                same = same || hg_unit_same(part_unit, whole_unit);
            }
        }
    }
    return same;
}

static bool is_near(const struct rate_search *s, const struct hg_mention *mention)
{
    uint32_t a = mention->clause;
    uint32_t b = s->stated->clause;

    return may_serve(mention) && hg_quantity_is_plain(mention->quantity) &&
           (a > b ? a - b : b - a) <= 4;
}

enum { ANY_REACH = 8 };

static bool pair_fits(const struct rate_search *s, const struct hg_mention *part,
                      const struct hg_mention *whole)
{
    struct hg_operand operands[3];
    struct hg_reading reading = {.formula = HG_FORMULA_SHARE, .operands = operands, .count = 3};

    operands[0] = hg_operand_of(HG_OPERAND_PART, part->quantity);
    operands[1] = hg_operand_of(HG_OPERAND_WHOLE, whole->quantity);
    operands[2] = hg_operand_of(HG_OPERAND_STATED, s->stated->quantity);
    hg_reading_evaluate(&reading);
    return reading.fit <= HG_FIT_TRUNCATED;
}

/* Any two numbers of one unit in the sentence, and part ÷ (part + other): these can only acquit. */
static void read_any_pair(struct rate_search *s, struct hg_claim *claim)
{
    struct hg_mention *items = s->scene->mentions.items;
    size_t first = s->range.first;
    size_t end = s->range.end;

    if (!hg_quantity_is_plain(s->stated->quantity)) {
        return; /* 超70%: nearly anything would do */
    }
    if (s->index > first + ANY_REACH) {
        first = s->index - ANY_REACH;
    }
    if (end > s->index + ANY_REACH) {
        end = s->index + ANY_REACH;
    }
    for (size_t i = first; i < end; i++) {
        for (size_t j = first; j < end; j++) {
            struct hg_operand operands[3];
            int order;

            if (i == j || claim->readings.len >= HG_READINGS_MAX || !is_near(s, &items[i]) ||
                !is_near(s, &items[j]) ||
                !hg_unit_same(items[i].quantity->unit, items[j].quantity->unit)) {
                continue;
            }
            order = hg_ratio_compare(items[i].quantity->shown, items[j].quantity->shown);
            if (order <= 0 && pair_fits(s, &items[i], &items[j])) {
                read_pair(s, claim, &items[i], &items[j]);
                return;
            }
            if (!s->complement || s->range.end - s->range.first > 6) {
                continue;
            }
            operands[0] = hg_operand_of(HG_OPERAND_PART, items[i].quantity);
            operands[1] = hg_operand_of(HG_OPERAND_ITEM, items[j].quantity);
            operands[2] = hg_operand_of(HG_OPERAND_STATED, s->stated->quantity);
            hg_claim_read(s->scene->arena, claim, HG_FORMULA_SHARE, operands, 3);
        }
    }
}

/* Several groups together: 满意90人、基本满意8人 of 100人. */
static void read_sum_of_parts(struct rate_search *s, struct hg_claim *claim)
{
    struct hg_operand operands[PAIRS_MAX + 2];
    size_t count = 0;

    if (s->part_count < 2 || s->whole_count == 0) {
        return;
    }
    for (size_t p = 0; p < s->part_count; p++) {
        if (!hg_unit_same(s->parts[p]->quantity->unit, s->parts[0]->quantity->unit)) {
            return;
        }
        operands[count++] = hg_operand_of(HG_OPERAND_PART, s->parts[p]->quantity);
    }
    operands[count++] = hg_operand_of(HG_OPERAND_WHOLE, s->wholes[0]->quantity);
    operands[count++] = hg_operand_of(HG_OPERAND_STATED, s->stated->quantity);
    hg_claim_read(s->scene->arena, claim, HG_FORMULA_SHARE, operands, count);
}

/* 不起诉率 with 起诉 and 不起诉 beside it: part ÷ (part + other). True if the name says so. */
static bool read_complement(struct rate_search *s, struct hg_claim *claim)
{
    struct hg_str verb = claim->name;
    const struct hg_mention *part = NULL;
    const struct hg_mention *other = NULL;
    struct hg_operand operands[3];

    if (!hg_str_starts(verb, HG_STR("不")) || !hg_str_ends(verb, HG_STR("率"))) {
        return false;
    }
    verb.len -= hg_str_of("率").len;
    for (size_t i = s->range.first; i < s->range.end; i++) {
        const struct hg_mention *mention = &s->scene->mentions.items[i];
        struct hg_str lead = hg_scene_text(s->scene, mention->lead);
        struct hg_str last = {verb.data + verb.len - 3, 3};

        if (!may_serve(mention)) {
            continue;
        }
        if (hg_str_contains(lead, HG_STR("不"))) {
            part = part == NULL && hg_str_contains(lead, last) ? mention : part;
        } else if (hg_str_contains(lead, last)) {
            other = other == NULL ? mention : other;
        }
    }
    if (part == NULL || other == NULL ||
        !hg_unit_same(part->quantity->unit, other->quantity->unit)) {
        return false;
    }
    operands[0] = hg_operand_of(HG_OPERAND_PART, part->quantity);
    operands[1] = hg_operand_of(HG_OPERAND_ITEM, other->quantity);
    operands[2] = hg_operand_of(HG_OPERAND_STATED, s->stated->quantity);
    hg_claim_read(s->scene->arena, claim, HG_FORMULA_SHARE, operands, 3);
    return true;
}

/* Further off than any difference of definition explains: five percentage points from each
 * reading. A rate whose definition leaves room is called wrong only then. */
static bool is_gross(struct hg_claim *claim)
{
    for (size_t i = 0; i < claim->readings.len; i++) {
        struct hg_reading *reading = &claim->readings.items[i];
        const struct hg_operand *stated = &reading->operands[reading->count - 1];
        struct hg_interval room = hg_interval_around(stated->shown, hg_ratio_make(1, 20));

        hg_reading_evaluate(reading);
        if (reading->fit == HG_FIT_OVERFLOW || reading->fit == HG_FIT_UNDEFINED ||
            hg_interval_meets(&room, &reading->computed)) {
            return false;
        }
    }
    return claim->readings.len > 0;
}

static bool any_fits(struct hg_claim *claim)
{
    for (size_t i = 0; i < claim->readings.len; i++) {
        hg_reading_evaluate(&claim->readings.items[i]);
        if (claim->readings.items[i].fit <= HG_FIT_TRUNCATED) {
            return true;
        }
    }
    return false;
}

/* Is `wrong` allowed? All gates but the arithmetic. */
static void gate(struct rate_search *s, struct hg_claim *claim, bool same_unit)
{
    const struct hg_scene *scene = s->scene;

    claim->doubt = HG_REASON_NONE;
    if (s->row == NULL || s->row->word->certainty != HG_CERTAINTY_FIXED) {
        claim->doubt = HG_REASON_DEF_AMBIGUOUS;
    } else if (s->part_count == 0) {
        claim->doubt = HG_REASON_NO_PART;
    } else if (s->whole_count == 0) {
        claim->doubt = HG_REASON_NO_WHOLE;
    } else if (hg_scene_sentence_has(scene, s->stated, HG_CUE_STOCK) ||
               scene->ledger->conventions.carried_included) {
        claim->doubt = HG_REASON_STOCK_FLOW;
    } else if (s->whole_new && !scene->ledger->conventions.carried_excluded) {
        claim->doubt = HG_REASON_STOCK_FLOW;
    } else if (hg_scene_has(scene, s->stated->lead.start, s->stated->lead.end, HG_CUE_AIM)) {
        claim->doubt = HG_REASON_TARGET;
    } else if (!same_unit) {
        claim->doubt = HG_REASON_SCOPE_DIFF;
    } else if (s->part_count > 3 || s->whole_count > 3) {
        claim->doubt = HG_REASON_SUSPECT;
    }
    claim->may_be_wrong = claim->doubt == HG_REASON_NONE;
}

static void find_one(struct hg_scene *scene, size_t index, const struct hg_cue *word)
{
    struct rate_search s = {.scene = scene, .index = index};
    struct hg_claim *claim;
    bool same = false;
    bool gross;

    s.stated = &scene->mentions.items[index];
    s.row = word->rate != 0 ? &scene->vocabulary->rows.items[word->rate - 1] : NULL;
    s.range = hg_scene_sentence(scene, index);
    s.before = hg_scene_sentence_before(scene, s.range);
    claim = hg_scene_claim(scene, HG_RELATION_RATE, s.stated);
    claim->name = hg_scene_text(scene, (struct hg_span){word->start, word->end});
    if (s.row != NULL) {
        collect(&s, (struct hg_range){s.range.first, index}, false);
        collect(&s, (struct hg_range){index + 1, s.range.end}, false);
        s.part_here = s.part_count > 0;
        if (s.part_count == 0 || s.whole_count == 0) {
            collect(&s, s.before, true);
        }
        same = read_by_verbs(&s, claim);
        read_sum_of_parts(&s, claim);
    }
    s.complement = read_complement(&s, claim);
    gate(&s, claim, same);
    gross = is_gross(claim);
    if (!any_fits(claim)) {
        read_any_pair(&s, claim);
    }
    if (claim->doubt == HG_REASON_DEF_AMBIGUOUS && s.row != NULL && gross &&
        (s.complement || (s.row->word->certainty == HG_CERTAINTY_USUAL && same && !s.far &&
                        s.part_count == 1 && s.whole_count == 1 && !s.whole_new &&
                        !hg_scene_sentence_has(scene, s.stated,
                                               HG_CUE_STOCK | HG_CUE_AIM)))) {
        claim->doubt = HG_REASON_NONE;
        claim->may_be_wrong = true;
        claim->loose = true;
    }
    if (claim->readings.len == 0 && claim->doubt == HG_REASON_NONE) {
        claim->doubt = HG_REASON_NO_WHOLE;
    }
    if (claim->readings.len == 0 &&
        (s.row == NULL || s.row->word->certainty == HG_CERTAINTY_OFFICIAL)) {
        return; /* 城镇化率65%: nothing that could be computed */
    }
    hg_scene_settle(scene, claim);
}

/* 办结率、满意率分别为98%和96%: the rate words of the first lead go with the values in turn. */
static bool find_respective(struct hg_scene *scene, size_t index)
{
    const struct hg_mention *first = &scene->mentions.items[index];
    const struct hg_cue *words[PAIRS_MAX];
    size_t count = 0;

    if (!hg_mention_lead_has(scene, first, HG_CUE_RESPECTIVE)) {
        return false;
    }
    for (uint32_t i = first->cue_first; i < first->cue_end && count < PAIRS_MAX; i++) {
        const struct hg_cue *cue = &scene->cues.items.items[i];

        if ((cue->classes & (HG_CUE_RATE | HG_CUE_UNKNOWN_RATE)) == 0) {
            continue;
        }
        if (count > 0 && words[count - 1]->end == cue->end) {
            continue; /* a shorter word inside the last one */
        }
        words[count++] = cue;
    }
    if (count < 2) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct hg_mention *mention = &scene->mentions.items[index + i];

        if (index + i >= scene->mentions.len || mention->sentence != first->sentence ||
            !hg_quantity_is_share(mention->quantity) || (i > 0 && !mention->listed)) {
            break;
        }
        find_one(scene, index + i, words[i]);
    }
    return true;
}

void hg_find_rates(struct hg_scene *scene)
{
    for (size_t i = 0; i < scene->mentions.len; i++) {
        struct hg_mention *mention = &scene->mentions.items[i];
        const struct hg_cue *word;

        if (!hg_quantity_is_share(mention->quantity) || mention->used) {
            continue;
        }
        word = rate_word(scene, mention);
        if (word == NULL || find_respective(scene, i)) {
            continue;
        }
        find_one(scene, i, word);
    }
}
