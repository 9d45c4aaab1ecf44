/* Multiples: 增长2倍 (three times), 是上年的3倍, 翻一番. */
#include "figures/scene.h"

struct multiple {
    const struct hg_mention *current, *previous;
    bool certain;
};

enum { BACK = 5, PLAIN = HG_CUE_FILLER | HG_CUE_COMPARE | HG_CUE_UP | HG_CUE_TIMES_OF | HG_CUE_TO |
       HG_CUE_PREVIOUS };

static bool is_amount(const struct hg_mention *mention)
{
    return hg_mention_is_amount(mention) && !mention->delta && !mention->change &&
           (mention->quantity->flags & HG_QUANTITY_RANGE) == 0;
}

static bool tells_previous(const struct hg_scene *scene, const struct hg_mention *mention)
{
    return hg_mention_lead_has(scene, mention, HG_CUE_PREVIOUS | HG_CUE_COMPARE | HG_CUE_TIMES_OF) &&
           (hg_mention_lead_has(scene, mention, HG_CUE_PREVIOUS) ||
            hg_scene_has_moment(scene, mention->lead.start, mention->lead.end));
}

static bool same_unit(const struct hg_mention *a, const struct hg_mention *b)
{
    return hg_unit_same(a->quantity->unit, b->quantity->unit);
}

static struct multiple find_pair(const struct hg_scene *scene, size_t index)
{
    const struct hg_mention *items = scene->mentions.items;
    struct multiple out = {NULL, NULL, false};

    for (size_t i = index; i > 0 && index - i < BACK; i--) {
        const struct hg_mention *mention = &items[i - 1];

        if (mention->sentence != items[index].sentence) {
            break;
        }
        if (!is_amount(mention)) {
            continue;
        }
        if (out.previous == NULL && i > 1 && mention[-1].sentence == mention->sentence &&
            is_amount(mention - 1) && same_unit(mention, mention - 1) &&
            hg_mention_gap_has(scene, mention, HG_CUE_TO) &&
            hg_mention_gap_has(scene, mention - 1, HG_CUE_FROM | HG_CUE_PREVIOUS)) {
            out.current = mention;
            out.previous = mention - 1;
            out.certain = i == index;
            return out;
        }
        if (out.previous == NULL && tells_previous(scene, mention)) {
            out.previous = mention;
            continue;
        }
        if (out.previous == NULL || !same_unit(mention, out.previous)) {
            continue;
        }
        out.current = mention;
        out.certain = mention + 1 == out.previous;
        break;
    }
    return out;
}

/* 增长2倍 against 是…的3倍, 增长到3倍. */
static enum hg_equation formula_of(const struct hg_scene *scene, const struct hg_mention *stated)
{
    const struct hg_cue *up = hg_mention_cue(scene, stated, HG_CUE_UP);

    if (stated->quantity->unit->dimension == HG_DIMENSION_DOUBLING) {
        return HG_FORMULA_DOUBLINGS;
    }
    return up != NULL && (up->classes & HG_CUE_TO) == 0 &&
                   hg_scene_residue(scene, up->end, stated->lead.end, HG_CUE_FILLER) == 0
               ? HG_FORMULA_QUOTIENT_LESS_ONE
               : HG_FORMULA_QUOTIENT;
}

static void find_one(struct hg_scene *scene, size_t index)
{
    struct hg_mention *stated = &scene->mentions.items[index];
    struct multiple pair = find_pair(scene, index);
    struct hg_claim *claim;
    struct hg_operand operands[3];
    size_t start;

    if (pair.current == NULL || pair.previous == NULL ||
        hg_mention_lead_has(scene, stated, HG_CUE_DOWN | HG_CUE_YEARLY)) {
        return;
    }
    start = pair.previous->lead.start < pair.current->lead.start ? pair.previous->lead.start
                                                                 : pair.current->lead.start;
    claim = hg_scene_claim(scene, HG_RELATION_MULTIPLE, stated);
    claim->name = HG_STR("倍数");
    operands[0] = hg_operand_of(HG_OPERAND_CURRENT, pair.current->quantity);
    operands[1] = hg_operand_of(HG_OPERAND_PREVIOUS, pair.previous->quantity);
    operands[2] = hg_operand_of(HG_OPERAND_STATED, stated->quantity);
    hg_claim_read(scene->arena, claim, formula_of(scene, stated), operands, 3);
    if (!pair.certain ||
        hg_scene_residue(scene, stated->lead.start, stated->lead.end, PLAIN) > 3) {
        claim->doubt = HG_REASON_SCOPE_DIFF;
    } else if (hg_scene_has(scene, start, stated->lead.end, HG_CUE_CALIBRE | HG_CUE_PRICED) ||
               hg_scene_sentence_has(scene, stated, HG_CUE_BASIS)) {
        claim->doubt = HG_REASON_CALIBRE;
    } else if (hg_scene_has(scene, start, stated->lead.end, HG_CUE_AIM)) {
        claim->doubt = HG_REASON_TARGET;
    }
    claim->may_be_wrong = claim->doubt == HG_REASON_NONE;
    hg_scene_settle(scene, claim);
}

void hg_find_multiples(struct hg_scene *scene)
{
    for (size_t i = 1; i < scene->mentions.len; i++) {
        const struct hg_unit *unit = scene->mentions.items[i].quantity->unit;

        if (unit != NULL && !scene->mentions.items[i].used &&
            (unit->dimension == HG_DIMENSION_TIMES || unit->dimension == HG_DIMENSION_DOUBLING)) {
            find_one(scene, i);
        }
    }
}
