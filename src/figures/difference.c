/* Percentage points: 由95.2%提高到98.1%，提高2.9个百分点; 97.6%，较上年的95.8%上升1.8个百分点;
 * 分别高出3.9个和2.2个百分点. */
#include "figures/course.h"

struct rates {
    const struct hg_mention *current, *previous;
    bool certain;
};

enum { BACK = 5, TURNS_MAX = 4,
       PLAIN = HG_CUE_FILLER | HG_CUE_COMPARE | HG_CUE_UP | HG_CUE_DOWN | HG_CUE_RESPECTIVE };

static bool is_rate(const struct hg_mention *mention)
{
    return hg_quantity_is_share(mention->quantity) && !mention->change;
}

/* 较上年的95.8%: what it is compared with, though a verb of change follows at once. */
static bool is_base(const struct hg_scene *scene, const struct hg_mention *mention)
{
    struct hg_str lead = hg_str_trim(hg_scene_text(scene, mention->lead));

    return hg_quantity_is_share(mention->quantity) && hg_str_ends(lead, HG_STR("的")) &&
           hg_mention_lead_has(scene, mention, HG_CUE_COMPARE | HG_CUE_PREVIOUS);
}

static bool tells_previous(const struct hg_scene *scene, const struct hg_mention *mention)
{
    const struct hg_cue *cue = hg_mention_cue(scene, mention, HG_CUE_PREVIOUS);

    return is_base(scene, mention) ||
           (cue != NULL && hg_scene_residue(scene, cue->end, mention->lead.end,
                                            HG_CUE_FILLER | HG_CUE_RATE) <= 12);
}

/* Looks ahead for the earlier rate: 提升2.15个百分点；去年同期为89.22%. */
static void look_ahead(const struct hg_scene *scene, size_t index, struct rates *out)
{
    const struct hg_mention *items = scene->mentions.items;

    for (size_t i = index + 1; i < scene->mentions.len && i < index + 3; i++) {
        if (items[i].passage != items[index].passage) {
            return;
        }
        if (is_rate(&items[i]) && tells_previous(scene, &items[i]) &&
            (items[i].sentence == items[index].sentence ||
             hg_scene_residue(scene, items[i].lead.start, items[i].lead.end,
                              PLAIN | HG_CUE_PREVIOUS) == 0)) {
            out->previous = &items[i];
            return;
        }
    }
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
        if (!is_rate(mention) && !is_base(scene, mention)) {
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
        if (out.previous == NULL && tells_previous(scene, mention)) {
            out.previous = mention;
        } else if (out.current == NULL) {
            out.current = mention;
            out.certain = out.previous != NULL || i == index;
            continue;
        }
        break;
    }
    if (out.previous == NULL) {
        look_ahead(scene, index, &out);
    }
    return out;
}

static void claim_points(struct hg_scene *scene, size_t index, const struct rates *rates,
                         bool fall)
{
    struct hg_mention *stated = &scene->mentions.items[index];
    struct hg_claim *claim = hg_scene_claim(scene, HG_RELATION_DIFFERENCE, stated);
    struct hg_operand operands[3];
    size_t start = rates->previous->lead.start < rates->current->lead.start
                       ? rates->previous->lead.start
                       : rates->current->lead.start;

    claim->name = HG_STR("百分点");
    operands[0] = hg_operand_of(HG_OPERAND_CURRENT, rates->current->quantity);
    operands[1] = hg_operand_of(HG_OPERAND_PREVIOUS, rates->previous->quantity);
    operands[2] = hg_operand_of(HG_OPERAND_STATED, stated->quantity);
    hg_claim_read(scene->arena, claim, fall ? HG_FORMULA_DROP : HG_FORMULA_CHANGE, operands, 3);
    if (!rates->certain ||
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

/* 全国、全省分别为92.4%和94.1%，我市为96.3%，分别高出3.9个和2.2个百分点; or as many rates now as before. */
static bool find_turns(struct hg_scene *scene, size_t index)
{
    const struct hg_mention *items = scene->mentions.items;
    const struct hg_mention *rates[2 * TURNS_MAX];
    size_t count = 0;
    size_t k = 0;
    bool fall = hg_course_falls(scene, &items[index]);

    if (items[index].group != index + 1) {
        return items[index].group != 0;
    }
    while (index + k < scene->mentions.len && items[index + k].group == index + 1) {
        k++;
    }
    for (size_t i = index; i > 0 && items[i - 1].sentence == items[index].sentence; i--) {
        if (is_rate(&items[i - 1]) || is_base(scene, &items[i - 1])) {
            if (count == 2 * TURNS_MAX) {
                return true;
            }
            rates[count++] = &items[i - 1]; /* the last one first */
        }
    }
    if (k < 2 || k > TURNS_MAX || (count != k + 1 && count != 2 * k)) {
        return true;
    }
    for (size_t i = 0; i < k; i++) {
        struct rates pair = {rates[0], rates[k - i], true};

        if (count == 2 * k) {
            bool later = tells_previous(scene, rates[k - 1]);

            pair.current = later ? rates[2 * k - 1 - i] : rates[k - 1 - i];
            pair.previous = later ? rates[k - 1 - i] : rates[2 * k - 1 - i];
            pair.certain = later || tells_previous(scene, rates[2 * k - 1]);
        }
        if (pair.certain) {
            claim_points(scene, index + i, &pair, fall);
        }
    }
    return true;
}

void hg_find_differences(struct hg_scene *scene)
{
    for (size_t i = 1; i < scene->mentions.len; i++) {
        const struct hg_mention *mention = &scene->mentions.items[i];
        struct rates rates;

        if (mention->quantity->unit == NULL ||
            mention->quantity->unit->dimension != HG_DIMENSION_POINT || mention->used ||
            find_turns(scene, i)) {
            continue;
        }
        rates = find_pair(scene, i);
        if (hg_mention_cue(scene, mention, HG_CUE_UP | HG_CUE_DOWN) != NULL &&
            rates.current != NULL && rates.previous != NULL) {
            claim_points(scene, i, &rates, hg_course_falls(scene, mention));
        }
    }
}
