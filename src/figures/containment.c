/* Containment by verbs: what was done cannot exceed what came in (审结 <= 受理), what is new cannot
 * exceed the total (新增 <= 累计). Containment after 其中 is found with the sums. */
#include "figures/scene.h"

#include "base/utf8.h"

enum { BACK = 3 };

static bool may_serve(const struct hg_mention *mention)
{
    return hg_mention_is_amount(mention) && !mention->change &&
           (mention->quantity->flags & HG_QUANTITY_RANGE) == 0;
}

static void claim_pair(struct hg_scene *scene, struct hg_mention *part,
                       const struct hg_mention *whole, enum hg_reason doubt)
{
    struct hg_claim *claim = HG_NEW(scene->arena, struct hg_claim);
    struct hg_operand operands[2];

    claim->relation = HG_RELATION_CONTAINMENT;
    claim->paragraph = scene->paragraph;
    claim->span = part->quantity->span;
    claim->name = HG_STR("包含");
    operands[0] = hg_operand_of(HG_OPERAND_PART, part->quantity);
    operands[1] = hg_operand_of(HG_OPERAND_WHOLE, whole->quantity);
    hg_claim_read(scene->arena, claim, HG_FORMULA_AT_MOST, operands, 2);
    claim->doubt = doubt;
    claim->may_be_wrong = doubt == HG_REASON_NONE;
    hg_scene_settle(scene, claim);
}

/* The verb that governs a number: the last one of its lead, the longest of those that end there. */
static uint16_t governing_verb(const struct hg_scene *scene, const struct hg_mention *mention)
{
    const struct hg_cue *best = NULL;

    for (uint32_t i = mention->cue_first; i < mention->cue_end; i++) {
        const struct hg_cue *cue = &scene->cues.items.items[i];

        if (cue->verb != 0 &&
            (best == NULL || cue->end > best->end ||
             (cue->end == best->end && cue->end - cue->start > best->end - best->start))) {
            best = cue;
        }
    }
    return best != NULL ? best->verb : 0;
}

/* True if the lead says, in a word that stands on its own, what the verb is a part of. */
static bool says_whole(const struct hg_scene *scene, const struct hg_mention *whole,
                       const uint64_t *within)
{
    for (uint32_t i = whole->cue_first; i < whole->cue_end; i++) {
        const struct hg_cue *cue = &scene->cues.items.items[i];
        bool hidden = false;

        if (!hg_rate_row_has(within, cue->verb)) {
            continue;
        }
        for (uint32_t j = whole->cue_first; j < whole->cue_end && !hidden; j++) {
            const struct hg_cue *other = &scene->cues.items.items[j];

            hidden = other->verb != 0 && other->start <= cue->start && other->end >= cue->end &&
                     other->end - other->start > cue->end - cue->start &&
                     !hg_rate_row_has(within, other->verb);
        }
        if (!hidden) {
            return true;
        }
    }
    return false;
}

static enum hg_reason doubt_of(const struct hg_scene *scene, const struct hg_mention *part,
                               const struct hg_mention *whole)
{
    size_t first = whole < part ? whole->lead.start : part->lead.start;
    size_t end = whole < part ? part->quantity->span.end : whole->quantity->span.end;

    if (scene->ledger->conventions.carried_included ||
        hg_scene_sentence_has(scene, part, HG_CUE_STOCK | HG_CUE_NEW)) {
        return HG_REASON_STOCK_FLOW;
    }
    if (!hg_unit_same(part->quantity->unit, whole->quantity->unit) ||
        part->quantity->step.num != 0 || whole->quantity->step.num != 0 ||
        hg_scene_has_moment(scene, whole < part ? whole->quantity->span.end : first, end) ||
        hg_scene_has(scene, first, end, HG_CUE_CUMULATIVE | HG_CUE_PREVIOUS)) {
        return HG_REASON_SCOPE_DIFF;
    }
    if (hg_scene_has(scene, first, end, HG_CUE_AIM)) {
        return HG_REASON_TARGET;
    }
    return HG_REASON_NONE;
}

/* 受理47件，…审结41件: the nearest number before that a fixed rate has as its whole. */
static void find_by_verb(struct hg_scene *scene, size_t index)
{
    struct hg_mention *part = &scene->mentions.items[index];
    uint16_t verb = governing_verb(scene, part);
    size_t seen = 0;

    if (verb == 0 || scene->vocabulary->usual[verb] == NULL) {
        return;
    }
    for (size_t i = index; i > 0 && seen < BACK; i--) {
        struct hg_mention *whole = &scene->mentions.items[i - 1];

        if (whole->sentence != part->sentence) {
            break;
        }
        if (!may_serve(whole) || whole->delta ||
            !hg_unit_compatible(part->quantity->unit, whole->quantity->unit)) {
            continue;
        }
        seen++;
        if (scene->vocabulary->within[verb] != NULL &&
            says_whole(scene, whole, scene->vocabulary->within[verb])) {
            claim_pair(scene, part, whole, doubt_of(scene, part, whole));
            return;
        }
        if (says_whole(scene, whole, scene->vocabulary->usual[verb])) {
            claim_pair(scene, part, whole, HG_REASON_DEF_AMBIGUOUS);
            return;
        }
    }
}

/* 新增12项…，累计达到64项; 增加7359万，总计达到1.17亿. 分别 pairs them by place. */
static void find_by_total(struct hg_scene *scene, size_t index)
{
    struct hg_mention *total = &scene->mentions.items[index];

    for (size_t i = index; i > 0 && index - i < 8; i--) {
        struct hg_mention *part = &scene->mentions.items[i - 1];
        bool fresh = part->delta;

        if (part->sentence != total->sentence) {
            break;
        }
        fresh = fresh || hg_mention_lead_has(scene, part, HG_CUE_NEW);
        if (part->group != 0 && part->group <= scene->mentions.len) {
            fresh = fresh || hg_mention_lead_has(
                                 scene, &scene->mentions.items[part->group - 1], HG_CUE_NEW);
        }
        if (!may_serve(part) || !fresh ||
            !hg_unit_compatible(part->quantity->unit, total->quantity->unit) ||
            hg_mention_lead_has(scene, part, HG_CUE_DOWN) ||
            ((part->group != 0) != (total->group != 0)) || part->place != total->place) {
            continue;
        }
        claim_pair(scene, part, total,
                   part->delta || governing_verb(scene, total) != 0 || !hg_unit_same(part->quantity->unit, total->quantity->unit)
                       ? HG_REASON_SCOPE_DIFF
                       : HG_REASON_NONE);
        return;
    }
}

static bool leads_total(const struct hg_scene *scene, const struct hg_mention *mention)
{
    const struct hg_mention *first =
        mention->group != 0 ? &scene->mentions.items[mention->group - 1] : mention;

    return hg_mention_lead_has(scene, first, HG_CUE_CUMULATIVE | HG_CUE_TOTAL);
}

void hg_find_containments(struct hg_scene *scene)
{
    for (size_t i = 1; i < scene->mentions.len; i++) {
        const struct hg_mention *mention = &scene->mentions.items[i];

        if (!may_serve(mention) || mention->delta) {
            continue;
        }
        find_by_verb(scene, i);
        if (leads_total(scene, mention)) {
            find_by_total(scene, i);
        }
    }
}
