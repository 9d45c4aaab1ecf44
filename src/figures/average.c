/* Averages: 共发放补助120万元，惠及400户，户均3000元. Yearly averages are found with growth. */
#include "figures/scene.h"

enum { PAIRS_MAX = 4 };

struct average {
    struct hg_scene *scene;
    struct hg_mention *stated;
    uint8_t kind; /* enum hg_unit_kind of what is divided by; HG_KIND_ANY: any */
    const struct hg_mention *totals[PAIRS_MAX], *counts[PAIRS_MAX];
    size_t total_count, count_count;
    bool far;
    bool whole_things; /* 平均每个: only what is counted by 个 */
};

static const struct {
    const char *word;
    uint8_t kind;
} divisors[] = {
    {"人均", HG_KIND_PERSON},  {"每人", HG_KIND_PERSON},    {"户均", HG_KIND_HOUSEHOLD},
    {"每户", HG_KIND_HOUSEHOLD}, {"每家", HG_KIND_FIRM},    {"件均", HG_KIND_CASE},
    {"每件", HG_KIND_CASE},    {"企均", HG_KIND_FIRM},      {"平均每名", HG_KIND_PERSON},
    {"平均每人", HG_KIND_PERSON}, {"平均每户", HG_KIND_HOUSEHOLD}, {"平均每家", HG_KIND_FIRM},
    {"平均每件", HG_KIND_CASE}, {"平均每", HG_KIND_ANY},
    {"村均", HG_KIND_ANY},     {"每村", HG_KIND_ANY},       {"校均", HG_KIND_ANY},
    {"场均", HG_KIND_TIME}, {"期均", HG_KIND_TIME}, {"次均", HG_KIND_TIME}, {"店均", HG_KIND_ANY},     {"亩均", HG_KIND_OTHER},     {"每亩", HG_KIND_OTHER},
    {"平均", HG_KIND_ANY},
};

static bool kind_of_divisor(struct average *a, const struct hg_cue *cue, uint8_t *kind)
{
    struct hg_str rest = {a->scene->text.data + cue->start, a->scene->text.len - cue->start};

    for (size_t i = 0; i < sizeof divisors / sizeof *divisors; i++) {
        if (hg_str_starts(rest, hg_str_of(divisors[i].word))) {
            *kind = divisors[i].kind;
            /* 平均每 + the measure word itself */
            if (hg_str_is(hg_str_of(divisors[i].word), "平均每")) {
                const struct hg_unit *unit =
                    hg_unit_at(a->scene->text, cue->start + hg_str_of(divisors[i].word).len, NULL);

                a->whole_things = unit != NULL && hg_str_is(hg_str_of(unit->name), "个");
                *kind = unit != NULL && unit->dimension == HG_DIMENSION_COUNT ? unit->kind
                                                                              : (uint8_t)HG_KIND_ANY;
            }
            return true;
        }
    }
    return false;
}

static bool fits_kind(const struct average *a, const struct hg_mention *mention)
{
    const struct hg_unit *unit = mention->quantity->unit;

    if (unit == NULL) {
        return false;
    }
    if (a->kind == HG_KIND_OTHER) {
        return unit->dimension == HG_DIMENSION_AREA;
    }
    if (unit->dimension != HG_DIMENSION_COUNT) {
        return false;
    }
    if (a->whole_things && unit->kind != HG_KIND_ANY) {
        return false; /* 平均每个 */
    }
    return a->kind == HG_KIND_ANY || unit->kind == a->kind ||
           (a->kind == HG_KIND_PERSON && unit->kind == HG_KIND_VISIT) ||
           (a->kind == HG_KIND_VISIT && unit->kind == HG_KIND_PERSON) ||
           (a->kind == HG_KIND_FIRM && unit->kind == HG_KIND_HOUSEHOLD);
}

static bool is_value(const struct hg_mention *mention)
{
    const struct hg_unit *unit = mention->quantity->unit;

    return hg_mention_is_amount(mention) ||
           (unit != NULL && unit->dimension == HG_DIMENSION_TIME && unit->kind == HG_KIND_SECOND);
}

static bool may_serve(const struct hg_mention *mention)
{
    return is_value(mention) && !mention->delta && !mention->change &&
           (mention->quantity->flags & HG_QUANTITY_RANGE) == 0;
}

static void collect(struct average *a, struct hg_range range)
{
    for (size_t i = range.end; i > range.first; i--) {
        const struct hg_mention *mention = &a->scene->mentions.items[i - 1];

        if (mention == a->stated || !may_serve(mention)) {
            continue;
        }
        if (fits_kind(a, mention) && a->count_count < PAIRS_MAX) {
            a->counts[a->count_count++] = mention;
        }
        if (hg_unit_same(mention->quantity->unit, a->stated->quantity->unit) &&
            a->total_count < PAIRS_MAX) {
            a->totals[a->total_count++] = mention;
        }
    }
}

/* 亩均 counts in 亩, whatever unit the area is written in: a total per base unit is not per 亩.
 * False if the numbers are too large. */
static bool count_in_mu(struct hg_operand *area)
{
    struct hg_ratio mu = hg_unit_factor(hg_unit_named(HG_STR("亩"))), per;

    if (!hg_ratio_div(&per, hg_ratio_of(1), mu)) {
        return false;
    }
    area->value = hg_interval_scale(&area->value, per);
    return hg_ratio_mul(&area->shown, area->shown, per) &&
           hg_ratio_mul(&area->step, area->step, per);
}

static void read_pairs(struct average *a, struct hg_claim *claim)
{
    for (size_t t = 0; t < a->total_count; t++) {
        for (size_t c = 0; c < a->count_count; c++) {
            struct hg_operand operands[3];

            if (a->totals[t] == a->counts[c]) {
                continue;
            }
            operands[0] = hg_operand_of(HG_OPERAND_ITEM, a->totals[t]->quantity);
            operands[1] = hg_operand_of(HG_OPERAND_COUNT, a->counts[c]->quantity);
            if (a->kind == HG_KIND_OTHER && !count_in_mu(&operands[1])) {
                continue;
            }
            operands[2] = hg_operand_of(HG_OPERAND_STATED, a->stated->quantity);
            hg_claim_read(a->scene->arena, claim, HG_FORMULA_MEAN, operands, 3);
        }
    }
}

static void find_one(struct hg_scene *scene, size_t index, const struct hg_cue *cue)
{
    struct average a = {.scene = scene};
    struct hg_range range = hg_scene_sentence(scene, index);
    struct hg_claim *claim;

    a.stated = &scene->mentions.items[index];
    if (!kind_of_divisor(&a, cue, &a.kind)) {
        return;
    }
    collect(&a, range);
    if (a.total_count == 0 || a.count_count == 0) {
        a.far = true;
        collect(&a, hg_scene_sentence_before(scene, range));
    }
    if (a.total_count == 0 || a.count_count == 0) {
        return;
    }
    claim = hg_scene_claim(scene, HG_RELATION_AVERAGE, a.stated);
    claim->name = hg_scene_text(scene, (struct hg_span){cue->start, cue->end});
    read_pairs(&a, claim);
    if (hg_mention_lead_has(scene, a.stated, HG_CUE_TO | HG_CUE_UP | HG_CUE_DOWN) &&
        hg_scene_has(scene, cue->end, a.stated->lead.end, HG_CUE_UP | HG_CUE_DOWN)) {
        claim->doubt = HG_REASON_SCOPE_DIFF; /* 户均收入提高到5万元 */
    } else if (a.totals[0] > a.stated || a.counts[0] > a.stated) {
        claim->doubt = HG_REASON_SCOPE_DIFF;
    } else if (a.far || a.total_count > 2 || a.count_count > 2 || a.kind == HG_KIND_ANY) {
        claim->doubt = HG_REASON_SCOPE_DIFF;
    } else if (hg_scene_sentence_has(scene, a.stated, HG_CUE_PRICED | HG_CUE_CALIBRE)) {
        claim->doubt = HG_REASON_CALIBRE;
    } else if (hg_scene_sentence_has(scene, a.stated, HG_CUE_AIM)) {
        claim->doubt = HG_REASON_TARGET;
    } else if (hg_scene_residue(scene, cue->end, a.stated->lead.end, HG_CUE_FILLER) > 18) {
        claim->doubt = HG_REASON_SCOPE_DIFF;
    }
    claim->may_be_wrong = claim->doubt == HG_REASON_NONE;
    hg_claim_settle(scene->arena, claim);
    if (claim->verdict == HG_VERDICT_UNVERIFIABLE && a.kind == HG_KIND_ANY) {
        return; /* any number would do: it says nothing that it does not fit */
    }
    *HG_PUSH(scene->arena, &scene->ledger->claims) = claim;
}

void hg_find_averages(struct hg_scene *scene)
{
    for (size_t i = 0; i < scene->mentions.len; i++) {
        const struct hg_mention *mention = &scene->mentions.items[i];
        const struct hg_cue *cue;

        if (mention->used || mention->delta || mention->change || !is_value(mention)) {
            continue;
        }
        if (hg_mention_lead_has(scene, mention, HG_CUE_EACH | HG_CUE_YEARLY) &&
            hg_find_average_over_time(scene, i)) {
            continue;
        }
        cue = hg_mention_cue(scene, mention, HG_CUE_EACH);
        if (cue != NULL) {
            find_one(scene, i, cue);
        }
    }
}
