/* Percentage points: 由95.2%提高到98.1%，提高2.9个百分点. */
#include "figures/scene.h"

struct rates {
    const struct hg_mention *current, *previous;
    bool certain;
};

enum { BACK = 5, PLAIN = HG_CUE_FILLER | HG_CUE_COMPARE | HG_CUE_UP | HG_CUE_DOWN };

static bool is_rate(const struct hg_mention *mention)
{
    return hg_quantity_is_share(mention->quantity) && !mention->change;
}

static bool tells_previous(const struct hg_scene *scene, const struct hg_mention *mention)
{
    const struct hg_cue *cue = hg_mention_cue(scene, mention, HG_CUE_PREVIOUS | HG_CUE_COMPARE);

    if (cue != NULL && (cue->classes & HG_CUE_COMPARE) != 0) { /* 比上年的88.5%提高… */
        return hg_str_ends(hg_str_trim(hg_scene_text(scene, mention->lead)), HG_STR("的"));
    }

    return cue != NULL && hg_scene_residue(scene, cue->end, mention->lead.end,
                                           HG_CUE_FILLER | HG_CUE_RATE) <= 12;
}

/* The rate now and the rate before, around the points. */
static struct rates find_pair(const struct hg_scene *scene, size_t index)
{
    const struct hg_mention *items = scene->mentions.items;
    const struct hg_mention *stated = &items[index];
    struct rates out = {NULL, NULL, false};

    for (size_t i = index; i > 0 && index - i < BACK; i--) {
        const struct hg_mention *mention = &items[i - 1];

        if (mention->sentence != stated->sentence) {
            break;
        }
        if (!is_rate(mention)) {
            continue;
        }
        if (out.current == NULL && i > 1 && mention[-1].sentence == stated->sentence &&
            is_rate(mention - 1) && hg_mention_gap_has(scene, mention, HG_CUE_TO) &&
            (hg_mention_gap_has(scene, mention - 1, HG_CUE_FROM | HG_CUE_PREVIOUS))) {
            out.current = mention;
            out.previous = mention - 1;
            out.certain = i == index;
            return out;
        }
        if (tells_previous(scene, mention) && out.previous == NULL) {
            out.previous = mention;
        } else if (out.current == NULL) {
            out.current = mention;
            out.certain = out.previous != NULL || i == index;
            continue;
        }
        break;
    }
    for (size_t i = index + 1; out.previous == NULL && i < scene->mentions.len && i < index + 3;
         i++) {
        if (items[i].sentence == stated->sentence && is_rate(&items[i]) &&
            tells_previous(scene, &items[i])) {
            out.previous = &items[i];
        }
    }
    return out;
}

static void find_one(struct hg_scene *scene, size_t index)
{
    struct hg_mention *stated = &scene->mentions.items[index];
    const struct hg_cue *direction = hg_mention_cue(scene, stated, HG_CUE_UP | HG_CUE_DOWN);
    struct rates rates = find_pair(scene, index);
    struct hg_claim *claim;
    struct hg_operand operands[3];
    size_t start;

    if (direction == NULL || rates.current == NULL || rates.previous == NULL) {
        return;
    }
    start = rates.previous->lead.start < rates.current->lead.start ? rates.previous->lead.start
                                                                   : rates.current->lead.start;
    claim = hg_scene_claim(scene, HG_RELATION_DIFFERENCE, stated);
    claim->name = HG_STR("百分点");
    operands[0] = hg_operand_of(HG_OPERAND_CURRENT, rates.current->quantity);
    operands[1] = hg_operand_of(HG_OPERAND_PREVIOUS, rates.previous->quantity);
    operands[2] = hg_operand_of(HG_OPERAND_STATED, stated->quantity);
    hg_claim_read(scene->arena, claim,
                  (direction->classes & HG_CUE_DOWN) != 0 ? HG_FORMULA_DROP : HG_FORMULA_CHANGE,
                  operands, 3);
    if (!rates.certain ||
        hg_scene_residue(scene, stated->lead.start, stated->lead.end, PLAIN) > 0) {
        claim->doubt = HG_REASON_SCOPE_DIFF;
    } else if (hg_scene_has(scene, start, stated->lead.end, HG_CUE_AIM)) {
        claim->doubt = HG_REASON_TARGET;
    } else if (hg_scene_has(scene, start, stated->lead.end, HG_CUE_CALIBRE)) {
        claim->doubt = HG_REASON_CALIBRE;
    }
    claim->may_be_wrong = claim->doubt == HG_REASON_NONE;
    hg_scene_settle(scene, claim);
}

void hg_find_differences(struct hg_scene *scene)
{
    for (size_t i = 1; i < scene->mentions.len; i++) {
        const struct hg_mention *mention = &scene->mentions.items[i];

        if (mention->quantity->unit != NULL &&
            mention->quantity->unit->dimension == HG_DIMENSION_POINT && !mention->used) {
            find_one(scene, i);
        }
    }
}
