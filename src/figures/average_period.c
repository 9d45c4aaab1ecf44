/* Averages over time: 五年来累计投入12.5亿元，年均2.5亿元; 全年办理2268件，平均每月189件. */
#include "figures/scene.h"

enum { YEAR_MONTHS = 12, BACK = 6 };

static bool may_serve(const struct hg_mention *mention)
{
    return hg_mention_is_amount(mention) && !mention->delta && !mention->change &&
           (mention->quantity->flags & HG_QUANTITY_RANGE) == 0;
}

static int months_of_date(const struct hg_date *date)
{
    switch (date->kind) {
    case HG_DATE_DURATION:
        return date->years * YEAR_MONTHS;
    case HG_DATE_PLAN:
        return 5 * YEAR_MONTHS;
    case HG_DATE_YEAR:
        return YEAR_MONTHS;
    case HG_DATE_HALF:
        return 6;
    case HG_DATE_QUARTER:
        return 3;
    case HG_DATE_RANGE:
        if (date->from.month > 0 && date->to.month > date->from.month) {
            return date->to.month - date->from.month + 1;
        }
        return date->from.month == 0 && date->from.year > 1000 && date->to.year > date->from.year
                   ? (date->to.year - date->from.year + 1) * YEAR_MONTHS
                   : 0;
    default:
        return 0;
    }
}

/* 三年共…: a length of time that stands before the total. */
static int months_of_mention(const struct hg_mention *mention)
{
    const struct hg_unit *unit = mention->quantity->unit;
    struct hg_ratio value;

    if (unit == NULL || unit->dimension != HG_DIMENSION_TIME || unit->kind != HG_KIND_MONTH ||
        !hg_quantity_is_plain(mention->quantity)) {
        return 0;
    }
    value = hg_ratio_reduce(mention->quantity->shown);
    return value.den == 1 && value.num > 0 && value.num < 1200 ? (int)value.num : 0;
}

/* The months that the total covers, said in its sentence up to it; 0 if not said. */
static int months_of(const struct hg_scene *scene, const struct hg_mention *total)
{
    struct hg_span sentence = scene->analysis->sentences.items[total->sentence].span;
    struct hg_str before =
        hg_scene_text(scene, (struct hg_span){sentence.start, total->quantity->span.start});
    const struct hg_mention *first = scene->mentions.items;
    int months = 0;

    for (size_t i = hg_scene_first_moment(scene, sentence.start); i < scene->found->moments.len;
         i++) {
        const struct hg_date *date = &scene->found->moments.items[i].date;

        if (date->span.start >= total->quantity->span.start) {
            break;
        }
        months = months_of_date(date) != 0 ? months_of_date(date) : months;
    }
    for (const struct hg_mention *m = total; m > first && total - m < BACK; m--) {
        if (m[-1].sentence == total->sentence && months_of_mention(&m[-1]) != 0) {
            return months_of_mention(&m[-1]);
        }
    }
    if (months == 0 && hg_str_contains(before, HG_STR("全年"))) {
        months = YEAR_MONTHS;
    }
    return months;
}

/* The total: the nearest number of the unit before the average. */
static const struct hg_mention *total_before(const struct hg_scene *scene, size_t index)
{
    const struct hg_mention *stated = &scene->mentions.items[index];

    for (size_t i = index; i > 0 && index - i < BACK; i--) {
        const struct hg_mention *mention = &scene->mentions.items[i - 1];

        if (mention->sentence != stated->sentence) {
            break;
        }
        if (may_serve(mention) && hg_unit_same(mention->quantity->unit, stated->quantity->unit)) {
            return mention;
        }
    }
    return NULL;
}

/* Is the average by the year (12 months), by the month (1), or neither (0)? */
static int step_of(const struct hg_scene *scene, const struct hg_mention *stated)
{
    struct hg_str lead = hg_scene_text(scene, stated->lead);

    if (hg_mention_lead_has(scene, stated, HG_CUE_YEARLY) ||
        hg_str_contains(lead, HG_STR("平均每年"))) {
        return YEAR_MONTHS;
    }
    if (hg_str_contains(lead, HG_STR("平均每月")) || hg_str_contains(lead, HG_STR("月均")) ||
        hg_str_contains(lead, HG_STR("每月平均")) || hg_str_contains(lead, HG_STR("平均每个月"))) {
        return 1;
    }
    return 0;
}

bool hg_find_average_over_time(struct hg_scene *scene, size_t index)
{
    struct hg_mention *stated = &scene->mentions.items[index];
    int step = step_of(scene, stated);
    const struct hg_mention *total;
    struct hg_operand operands[3];
    struct hg_claim *claim;
    int months;

    if (step == 0) {
        return false;
    }
    total = total_before(scene, index);
    months = total != NULL ? months_of(scene, total) : 0;
    if (months <= step || months % step != 0) {
        return true;
    }
    claim = hg_scene_claim(scene, HG_RELATION_AVERAGE, stated);
    claim->name = step == 1 ? HG_STR("月均") : HG_STR("年均");
    operands[0] = hg_operand_of(HG_OPERAND_ITEM, total->quantity);
    operands[1] = hg_operand_count(HG_OPERAND_COUNT, months / step, NULL, (struct hg_span){0, 0});
    operands[2] = hg_operand_of(HG_OPERAND_STATED, stated->quantity);
    hg_claim_read(scene->arena, claim, HG_FORMULA_MEAN, operands, 3);
    if (hg_scene_sentence_has(scene, stated, HG_CUE_AIM)) {
        claim->doubt = HG_REASON_TARGET;
    } else if (!hg_mention_lead_has(scene, total, HG_CUE_TOTAL | HG_CUE_CUMULATIVE) ||
               hg_scene_has(scene, total->quantity->span.end, stated->lead.end,
                            HG_CUE_TO | HG_CUE_UP | HG_CUE_DOWN)) {
        claim->doubt = HG_REASON_SCOPE_DIFF; /* it may speak of something else */
    }
    claim->may_be_wrong = claim->doubt == HG_REASON_NONE;
    hg_scene_settle(scene, claim);
    return true;
}
