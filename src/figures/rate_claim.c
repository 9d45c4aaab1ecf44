/* Claims about rates: the readings of what rate.c binds, and the gates before `wrong`. */
#include "figures/rates.h"

#include "base/utf8.h"
#include "lang/chars.h"

enum { WORDS_MAX = 8, NAME_CHARACTERS = 6 };

static void read_pair(struct hg_rate_search *s, struct hg_claim *claim,
                      const struct hg_mention *part, const struct hg_mention *whole,
                      const struct hg_mention *carried)
{
    struct hg_operand operands[4];
    size_t count = 0;

    operands[count++] = hg_operand_of(HG_OPERAND_PART, part->quantity);
    operands[count++] = hg_operand_of(HG_OPERAND_WHOLE, whole->quantity);
    if (carried != NULL) {
        operands[count++] = hg_operand_of(HG_OPERAND_WHOLE, carried->quantity);
    }
    operands[count++] = hg_operand_of(HG_OPERAND_STATED, s->stated->quantity);
    hg_claim_read(s->scene->arena, claim, HG_FORMULA_SHARE, operands, count);
}

/* True if a reading has the same unit on both sides. */
static bool read_pairs(struct hg_rate_search *s, struct hg_claim *claim)
{
    bool same = false;

    for (size_t p = 0; p < s->part_count; p++) {
        for (size_t w = 0; w < s->whole_count; w++) {
            const struct hg_mention *part = s->parts[p];
            const struct hg_mention *whole = s->wholes[w];

            if (part == whole ||
                !hg_unit_compatible(part->quantity->unit, whole->quantity->unit)) {
                continue;
            }
            if (s->carried != NULL && s->carried != whole && s->carried != part &&
                s->carried->depth == whole->depth &&
                hg_unit_same(s->carried->quantity->unit, whole->quantity->unit)) {
                read_pair(s, claim, part, whole, s->carried);
                same = same || hg_unit_same(part->quantity->unit, whole->quantity->unit);
            }
            if (s->wholes_by_place && s->whole_count > 1 &&
                hg_ratio_compare(part->quantity->shown, whole->quantity->shown) > 0) {
                continue;
            }
            read_pair(s, claim, part, whole, NULL);
            same = same || hg_unit_same(part->quantity->unit, whole->quantity->unit);
        }
    }
    return same;
}

/* Several groups together: 满意90人、基本满意8人 of 100人. */
static void read_sum_of_parts(struct hg_rate_search *s, struct hg_claim *claim)
{
    struct hg_operand operands[HG_RATE_ROLES + 2];
    size_t count = 0;

    if (s->part_count < 2 || s->whole_count == 0 || !s->by_table) {
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
static bool read_complement(struct hg_rate_search *s, struct hg_claim *claim)
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

        if (!hg_rate_may_serve(mention)) {
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

/* ---- Gates ---- */

/* 按期 及时 当场: the rate may count only what was due. */
static bool is_timed(struct hg_str name)
{
    static const char *const words[] = {"按期", "按时", "及时", "限时", "如期", "当场", "到期", "审限"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (hg_str_contains(name, hg_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

static bool is_all(const struct hg_mention *stated)
{
    return hg_ratio_compare(stated->quantity->shown, hg_ratio_of(1)) == 0;
}

static bool has_proven(const struct hg_rate_search *s)
{
    for (size_t i = 0; i < s->whole_count; i++) {
        if (s->wholes[i]->proven && s->wholes[i]->passage == s->stated->passage) {
            return s->wholes_by_place;
        }
    }
    return false;
}

/* The definition is fixed: by the table, by the two numbers themselves, or by the rate's own name
 * where one number alone can be the whole. */
static bool is_defined(const struct hg_rate_search *s)
{
    if (s->certain) {
        return true;
    }
    if (s->row != NULL && s->row->word->certainty == HG_CERTAINTY_OFFICIAL) {
        return false;
    }
    if (s->row != NULL && s->row->word->certainty == HG_CERTAINTY_FIXED && s->by_table &&
        (!s->wholes_by_place || (s->literal && s->whole_count == 1))) {
        return true;
    }
    if (s->row != NULL && s->row->word->certainty == HG_CERTAINTY_FIXED && s->by_table &&
        s->carried != NULL && s->whole_count == 1) {
        return true; /* what came in and what was carried over are both given */
    }
    if (has_proven(s) && (s->by_table || s->literal)) {
        return true; /* its neighbour is a share of the same whole */
    }
    return s->literal && !s->guessed && s->part_count == 1 && s->whole_count == 1 &&
           !s->sibling;
}

/* The whole stands before the last 。. */
static bool crosses_stop(const struct hg_rate_search *s)
{
    if (s->whole_count == 1 && s->wholes[0] + 1 == s->parts[0]) {
        return false; /* 受理387件。办结265件，办结率…: nothing stands between */
    }
    for (size_t i = 0; i < s->whole_count; i++) {
        if (s->wholes[i]->passage != s->stated->passage) {
            return true;
        }
    }
    return false;
}

static enum hg_reason doubt_of(const struct hg_rate_search *s, bool same_unit)
{
    const struct hg_scene *scene = s->scene;

    if (s->part_count == 0) {
        return HG_REASON_NO_PART;
    }
    if (s->whole_count == 0) {
        return HG_REASON_NO_WHOLE;
    }
    if (hg_scene_sentence_has(scene, s->stated, HG_CUE_EXCEPT)) {
        return HG_REASON_SCOPE_DIFF;
    }
    if (!is_defined(s) || (is_timed(s->name) && is_all(s->stated))) {
        return HG_REASON_DEF_AMBIGUOUS;
    }
    if (s->carried == NULL && (hg_scene_sentence_has(scene, s->stated, HG_CUE_STOCK) ||
                               scene->ledger->conventions.carried_included ||
                               (s->whole_new && !scene->ledger->conventions.carried_excluded))) {
        return HG_REASON_STOCK_FLOW;
    }
    if (hg_scene_has(scene, s->stated->lead.start, s->stated->lead.end, HG_CUE_AIM)) {
        return HG_REASON_TARGET;
    }
    if (!same_unit || (s->far && (!s->by_table || crosses_stop(s)))) {
        return HG_REASON_SCOPE_DIFF;
    }
    return s->part_count > 3 || s->whole_count > 3 ? HG_REASON_SUSPECT : HG_REASON_NONE;
}

/* A rate that usage alone defines, bound without any choice, and off beyond what usage explains. */
static bool is_loosely_wrong(struct hg_rate_search *s, struct hg_claim *claim, bool same,
                             bool complement)
{
    if (claim->doubt != HG_REASON_DEF_AMBIGUOUS || s->row == NULL || is_timed(s->name) ||
        !is_gross(claim) ||
        hg_scene_sentence_has(s->scene, s->stated, HG_CUE_STOCK | HG_CUE_AIM)) {
        return false;
    }
    return complement ? true
               : s->row->word->certainty == HG_CERTAINTY_USUAL && same && !s->far &&
                     s->by_table && s->part_count == 1 && s->whole_count == 1 &&
                     !s->wholes_by_place && !s->whole_new;
}

static void mark_proven(struct hg_rate_search *s, const struct hg_claim *claim)
{
    const struct hg_reading *reading;

    if (claim->verdict != HG_VERDICT_CONSISTENT && claim->verdict != HG_VERDICT_TRUNCATED) {
        return;
    }
    reading = hg_claim_reading(claim);
    for (size_t w = 0; w < s->whole_count; w++) {
        for (uint32_t i = 0; i < reading->count; i++) {
            if (reading->operands[i].role == HG_OPERAND_WHOLE &&
                reading->operands[i].quantity == s->wholes[w]->quantity) {
                ((struct hg_mention *)(uintptr_t)s->wholes[w])->proven = true;
            }
        }
    }
}

/* 整改完成率94.1%（32/34）: the fraction is written out. */
static bool find_fraction(struct hg_scene *scene, size_t index, struct hg_str name)
{
    struct hg_mention *stated = &scene->mentions.items[index];
    const struct hg_mention *fraction = stated + 1;
    struct hg_operand operands[2];
    struct hg_claim *claim;

    if (index + 1 >= scene->mentions.len || !fraction->bracket ||
        (fraction->quantity->numeral.flags & HG_NUMERAL_FRACTION) == 0 ||
        !hg_str_contains(hg_scene_text(scene, fraction->quantity->span), HG_STR("/"))) {
        return false;
    }
    operands[0] = hg_operand_of(HG_OPERAND_ITEM, fraction->quantity);
    operands[0].value = hg_interval_point(operands[0].shown);
    operands[0].step = hg_ratio_of(0);
    operands[0].quantity = NULL;
    operands[1] = hg_operand_of(HG_OPERAND_TOTAL, stated->quantity);
    claim = hg_scene_claim(scene, HG_RELATION_RATE, stated);
    claim->name = name;
    claim->may_be_wrong = true;
    hg_claim_read(scene->arena, claim, HG_FORMULA_SUM, operands, 2);
    hg_scene_settle(scene, claim);
    return true;
}

static void find_one(struct hg_scene *scene, size_t index, const struct hg_cue *word,
                     struct hg_str name)
{
    struct hg_rate_search s = {.scene = scene, .index = index, .name = name};
    struct hg_claim *claim;
    bool same;
    bool complement;

    if (find_fraction(scene, index, name)) {
        return;
    }
    s.stated = &scene->mentions.items[index];
    s.row = word->rate != 0 ? &scene->vocabulary->rows.items[word->rate - 1] : NULL;
    s.range = hg_scene_sentence(scene, index);
    claim = hg_scene_claim(scene, HG_RELATION_RATE, s.stated);
    claim->name = name;
    hg_rate_bind(&s);
    same = read_pairs(&s, claim);
    read_sum_of_parts(&s, claim);
    complement = read_complement(&s, claim);
    claim->doubt = doubt_of(&s, same);
    if (complement && (s.row == NULL || s.row->word->certainty == HG_CERTAINTY_OFFICIAL)) {
        claim->doubt = HG_REASON_DEF_AMBIGUOUS;
    }
    if (is_loosely_wrong(&s, claim, same, complement)) {
        claim->doubt = HG_REASON_NONE;
        claim->loose = true;
    }
    claim->may_be_wrong = claim->doubt == HG_REASON_NONE;
    if (claim->readings.len == 0 && claim->doubt == HG_REASON_NONE) {
        claim->doubt = HG_REASON_NO_WHOLE;
    }
    if (claim->readings.len == 0 &&
        (s.row == NULL || s.row->word->certainty == HG_CERTAINTY_OFFICIAL)) {
        return; /* 城镇化率65%: nothing that could be computed */
    }
    hg_claim_settle(scene->arena, claim);
    if (claim->verdict == HG_VERDICT_UNVERIFIABLE && s.guessed) {
        /* numbers that only stand near a rate are no working */
        claim->readings.len = 0;
        claim->working = HG_STR("");
        claim->doubt = claim->reason = HG_REASON_NO_PART;
        if (s.row == NULL) {
            return;
        }
    }
    *HG_PUSH(scene->arena, &scene->ledger->claims) = claim;
    mark_proven(&s, claim);
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

/* The whole name: 响应率 where only 率 was found. */
static struct hg_str name_of(const struct hg_scene *scene, const struct hg_mention *mention,
                             const struct hg_cue *word)
{
    size_t start = word->start;

    for (int i = 0; i < NAME_CHARACTERS && start > mention->lead.start; i++) {
        size_t at = start;
        uint32_t c = hg_utf8_prev(scene->text, &at);

        if (hg_char_class(c) != HG_CHAR_HAN || c == 0x7684 /* 的 */ || c == 0x548C /* 和 */) {
            break;
        }
        start = at;
    }
    return hg_scene_text(scene, (struct hg_span){start, word->end});
}

/* 办结率、满意率分别为98%和96%: the rate words of the first lead go with the values in turn. */
static bool find_respective(struct hg_scene *scene, size_t index)
{
    const struct hg_mention *first = &scene->mentions.items[index];
    const struct hg_cue *words[WORDS_MAX];
    size_t count = 0;

    if (!hg_str_contains(hg_scene_text(scene, first->lead), HG_STR("分别"))) {
        return false;
    }
    for (uint32_t i = first->cue_first; i < first->cue_end && count < WORDS_MAX; i++) {
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
        find_one(scene, index + i, words[i], name_of(scene, first, words[i]));
    }
    return true;
}

/* 报备率、及时率、规范率均为100%: the first is the one that the numbers before it speak of. */
static const struct hg_cue *first_of_several(const struct hg_scene *scene,
                                             const struct hg_mention *mention,
                                             const struct hg_cue *word)
{
    if (!hg_str_contains(hg_scene_text(scene, mention->lead), HG_STR("均")) &&
        !hg_str_contains(hg_scene_text(scene, mention->lead), HG_STR("都"))) {
        return word;
    }
    for (uint32_t i = mention->cue_first; i < mention->cue_end; i++) {
        if ((scene->cues.items.items[i].classes & (HG_CUE_RATE | HG_CUE_UNKNOWN_RATE)) != 0) {
            return &scene->cues.items.items[i];
        }
    }
    return word;
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
        word = first_of_several(scene, mention, word);
        find_one(scene, i, word, name_of(scene, mention, word));
    }
}
