/* Changes in turn: A、B分别为x1、x2，比上年的y1、y2分别增长p1、p2; x1批x2人次，分别下降p1和p2（上年y1批y2人次）. */
#include "figures/course.h"

enum { TURNS_MAX = 6 };

struct turns {
    struct hg_scene *scene;
    size_t first, count; /* the stated figures: mentions first .. first + count */
    const struct hg_mention *values[2 * TURNS_MAX + 1];
    size_t value_count;
};

static bool is_value(const struct hg_mention *mention)
{
    return hg_mention_is_amount(mention) && !mention->delta && !mention->change &&
           (mention->quantity->flags & HG_QUANTITY_RANGE) == 0;
}

static bool tells_previous(const struct hg_scene *scene, const struct hg_mention *mention)
{
    return hg_mention_lead_has(scene, mention, HG_CUE_PREVIOUS | HG_CUE_COMPARE) ||
           hg_mention_gap_has(scene, mention, HG_CUE_PREVIOUS);
}

/* The values of the sentence: those before the stated figures, and those right after them. */
static void collect(struct turns *t)
{
    const struct hg_mention *items = t->scene->mentions.items;
    struct hg_range range = hg_scene_sentence(t->scene, t->first);

    for (size_t i = range.first; i < range.end; i++) {
        if (i >= t->first && i < t->first + t->count) {
            continue;
        }
        if (is_value(&items[i])) {
            if (t->value_count > 2 * t->count) {
                return;
            }
            t->values[t->value_count++] = &items[i];
        } else if (i >= t->first) {
            break;
        }
    }
}

static void claim_one(struct turns *t, size_t place, const struct hg_mention *current,
                      const struct hg_mention *previous)
{
    struct hg_mention *stated = &t->scene->mentions.items[t->first + place];
    const struct hg_mention *opener = &t->scene->mentions.items[t->first];
    bool fall = hg_course_falls(t->scene, opener);
    bool rate = hg_quantity_is_share(stated->quantity);
    struct hg_operand operands[3];
    struct hg_claim *claim;

    if (!hg_unit_same(current->quantity->unit, previous->quantity->unit) ||
        (!rate && !hg_unit_same(current->quantity->unit, stated->quantity->unit))) {
        return;
    }
    operands[0] = hg_operand_of(HG_OPERAND_CURRENT, current->quantity);
    operands[1] = hg_operand_of(HG_OPERAND_PREVIOUS, previous->quantity);
    operands[2] = hg_operand_of(HG_OPERAND_STATED, stated->quantity);
    claim = hg_scene_claim(t->scene, HG_RELATION_GROWTH, stated);
    claim->name = fall ? HG_STR("降幅") : HG_STR("增幅");
    hg_claim_read(t->scene->arena, claim,
                  rate ? (fall ? HG_FORMULA_FALL : HG_FORMULA_GROWTH)
                       : (fall ? HG_FORMULA_DROP : HG_FORMULA_CHANGE),
                  operands, 3);
    if (hg_scene_sentence_has(t->scene, stated,
                              HG_CUE_CALIBRE | HG_CUE_PRICED | HG_CUE_BASIS)) {
        claim->doubt = HG_REASON_CALIBRE;
    } else if (hg_scene_sentence_has(t->scene, stated, HG_CUE_AIM)) {
        claim->doubt = HG_REASON_TARGET;
    }
    claim->may_be_wrong = claim->doubt == HG_REASON_NONE;
    hg_scene_settle(t->scene, claim);
}

bool hg_find_respective_growth(struct hg_scene *scene, size_t index)
{
    struct turns t = {.scene = scene, .first = index};
    size_t k;
    bool later;

    if (scene->mentions.items[index].group != index + 1) {
        return false;
    }
    while (index + t.count < scene->mentions.len && t.count < TURNS_MAX &&
           scene->mentions.items[index + t.count].group == index + 1) {
        t.count++;
    }
    k = t.count;
    if (k < 2) {
        return false;
    }
    collect(&t);
    if (t.value_count != 2 * k) {
        return false;
    }
    later = tells_previous(scene, t.values[k]);
    if (!later && !tells_previous(scene, t.values[0])) {
        return false;
    }
    for (size_t i = 0; i < k; i++) {
        claim_one(&t, i, t.values[later ? i : k + i], t.values[later ? k + i : i]);
    }
    return true;
}
