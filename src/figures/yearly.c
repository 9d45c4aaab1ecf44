/* Yearly growth: 年均增长25.5% (compound), 平均每年增加2053亿元 (a step). */
#include "figures/course.h"

/* Years between the two values: from the years beside them, or from 五年来, “十三五”期间. */
static int32_t years_between(const struct hg_course *g)
{
    const struct hg_scene *scene = g->scene;
    int32_t first = hg_course_year(scene, hg_mention_gap(scene, g->previous));
    int32_t last = hg_course_year(scene, hg_mention_gap(scene, g->current));
    struct hg_span sentence = scene->analysis->sentences.items[g->stated->sentence].span;

    if (first > 1000 && last > first && last < HG_COURSE_THIS_YEAR) {
        return last - first;
    }
    for (size_t i = hg_scene_first_moment(scene, sentence.start);
         i < scene->found->moments.len && scene->found->moments.items[i].date.span.start < sentence.end;
         i++) {
        const struct hg_date *date = &scene->found->moments.items[i].date;

        if (date->span.start < sentence.start || date->span.end > sentence.end) {
            continue;
        }
        if (date->kind == HG_DATE_DURATION) {
            return date->years;
        }
        if (date->kind == HG_DATE_PLAN) {
            return 5;
        }
    }
    return 0;
}

void hg_find_yearly(struct hg_scene *scene, size_t index)
{
    struct hg_course g = {.scene = scene, .index = index};
    bool rate = hg_quantity_is_share(scene->mentions.items[index].quantity);
    struct hg_claim *claim;
    int32_t years;
    bool named;

    g.stated = &scene->mentions.items[index];
    hg_course_look_back(&g, index);
    if (g.current == NULL || g.previous == NULL || hg_course_falls(scene, g.stated)) {
        return;
    }
    years = years_between(&g);
    if (years < 1 || years > 100 ||
        (!rate && !hg_unit_same(g.current->quantity->unit, g.stated->quantity->unit))) {
        return;
    }
    named = hg_course_year(scene, hg_mention_gap(scene, g.previous)) != 0;
    claim = hg_scene_claim(scene, rate ? HG_RELATION_GROWTH : HG_RELATION_AVERAGE, g.stated);
    claim->name = HG_STR("年均");
    for (int32_t step = 0; step < (named ? 2 : 3); step++) {
        int32_t count = years + (step == 0 ? 0 : step == 1 ? 1 : -1);
        struct hg_operand operands[4];

        if (count < 1) {
            continue;
        }
        operands[0] = hg_operand_of(HG_OPERAND_CURRENT, g.current->quantity);
        operands[1] = hg_operand_of(HG_OPERAND_PREVIOUS, g.previous->quantity);
        operands[2] = hg_operand_count(HG_OPERAND_COUNT, count, NULL, (struct hg_span){0, 0});
        operands[3] = hg_operand_of(HG_OPERAND_STATED, g.stated->quantity);
        hg_claim_read(scene->arena, claim, rate ? HG_FORMULA_COMPOUND : HG_FORMULA_MEAN_STEP,
                      operands, 4);
    }
    claim->doubt = hg_course_doubt(&g);
    claim->may_be_wrong = claim->doubt == HG_REASON_NONE;
    hg_scene_settle(scene, claim);
}
