/* Growth and decline: current value, previous value, difference and rate of change, in whatever
 * order the sentence gives them. */
#include "figures/scene.h"

#include "base/utf8.h"

struct growth {
    struct hg_scene *scene;
    struct hg_mention *stated;
    size_t index;
    const struct hg_mention *current, *previous, *delta;
    bool fall, far, by_period; /* by_period: the previous value is told by 上年同期 or a year */
};

enum { BACK = 6, PLAIN = HG_CUE_FILLER | HG_CUE_COMPARE | HG_CUE_UP | HG_CUE_DOWN | HG_CUE_RESPECTIVE |
       HG_CUE_YEARLY };

static bool is_amount(const struct hg_mention *mention)
{
    return hg_mention_is_amount(mention) &&
           (mention->quantity->flags & HG_QUANTITY_RANGE) == 0;
}

static bool falls(const struct hg_scene *scene, const struct hg_mention *mention)
{
    const struct hg_cue *cue = hg_mention_cue(scene, mention, HG_CUE_UP | HG_CUE_DOWN);

    return cue != NULL && (cue->classes & HG_CUE_DOWN) != 0;
}

static size_t index_of(const struct hg_scene *scene, const struct hg_mention *mention)
{
    return (size_t)(mention - scene->mentions.items);
}

static bool same_unit(const struct hg_mention *a, const struct hg_mention *b)
{
    return hg_unit_same(a->quantity->unit, b->quantity->unit);
}

/* 由 A 增加到 B, A→B: sets both ends if `to` is the second of the two. */
static bool find_from(struct growth *g, const struct hg_mention *to)
{
    size_t at = index_of(g->scene, to);
    const struct hg_mention *from;

    if (at == 0 || !hg_mention_gap_has(g->scene, to, HG_CUE_TO)) {
        return false;
    }
    from = to - 1;
    if (from->sentence != to->sentence || !is_amount(from) || from->delta || from->change ||
        !same_unit(from, to)) {
        return false;
    }
    if (!hg_mention_lead_has(g->scene, from, HG_CUE_FROM | HG_CUE_PREVIOUS) &&
        !hg_str_contains(hg_scene_text(g->scene, hg_mention_gap(g->scene, to)), HG_STR("→")) &&
        !hg_mention_gap_has(g->scene, from, HG_CUE_FROM)) {
        return false;
    }
    g->previous = from;
    g->current = to;
    return true;
}

static bool tells_previous(const struct hg_scene *scene, const struct hg_mention *mention)
{
    const struct hg_cue *cue = hg_mention_cue(scene, mention, HG_CUE_PREVIOUS | HG_CUE_COMPARE);

    /* 较“十三五”末的9323.1亿元: what is compared with. */
    if (cue != NULL && (cue->classes & HG_CUE_COMPARE) != 0 && !mention->delta &&
        hg_str_ends(hg_str_trim(hg_scene_text(scene, mention->lead)), HG_STR("的"))) {
        return true;
    }
    return cue != NULL && (cue->classes & HG_CUE_PREVIOUS) != 0 && !mention->delta &&
           hg_scene_residue(scene, cue->end, mention->lead.end, HG_CUE_FILLER) <= 12;
}

/* Walks back from the rate to the numbers it speaks of. */
static void look_back(struct growth *g, size_t from)
{
    const struct hg_mention *items = g->scene->mentions.items;

    for (size_t i = from; i > 0 && from - i < BACK; i--) {
        const struct hg_mention *mention = &items[i - 1];

        if (mention->sentence != g->stated->sentence) {
            return;
        }
        if (!is_amount(mention) || mention->change) {
            continue;
        }
        if (mention->delta) {
            if (g->delta != NULL || i != g->index) {
                return; /* another number's change stands between */
            }
            g->delta = mention;
            continue;
        }
        if (find_from(g, mention)) {
            return;
        }
        if (g->previous == NULL && tells_previous(g->scene, mention)) {
            g->previous = mention;
            g->by_period = true;
            continue;
        }
        g->current = mention;
        return;
    }
}

/* 增长37.9%，增加1637亿元; 增长100%（上年同期9人）. */
static void look_ahead(struct growth *g)
{
    const struct hg_mention *next = &g->scene->mentions.items[g->index + 1];

    if (g->index + 1 >= g->scene->mentions.len || next->sentence != g->stated->sentence ||
        !is_amount(next) || g->current == NULL || !same_unit(next, g->current)) {
        return;
    }
    if (next->delta && g->delta == NULL && !hg_mention_gap_has(g->scene, next, HG_CUE_YEARLY) &&
        hg_scene_residue(g->scene, next->lead.start, next->lead.end, PLAIN) == 0 &&
        falls(g->scene, next) == g->fall) {
        g->delta = next;
    } else if (g->previous == NULL && tells_previous(g->scene, next)) {
        g->previous = next;
        g->by_period = true;
    }
}

/* Two values of two years in a row: 2021年9人，2022年18人，增长100%. */
static void pair_years(struct growth *g)
{
    const struct hg_mention *before;

    if (g->current == NULL || g->previous != NULL || g->delta != NULL ||
        index_of(g->scene, g->current) == 0) {
        return;
    }
    before = g->current - 1;
    if (before->sentence == g->stated->sentence && is_amount(before) && !before->delta &&
        same_unit(before, g->current) &&
        hg_scene_has_moment(g->scene, before->lead.start, before->lead.end) &&
        hg_scene_has_moment(g->scene, g->current->lead.start, g->current->lead.end) &&
        hg_scene_residue(g->scene, g->current->lead.start, g->current->lead.end,
                         HG_CUE_FILLER | HG_CUE_TO) <= 12) {
        g->previous = before;
        g->by_period = true;
    }
}

/* 环比, 比上月, 比上季度 against 同比, 比上年. */
static bool by_month(const struct hg_scene *scene, const struct hg_cue *cue)
{
    struct hg_str word = hg_scene_text(scene, (struct hg_span){cue->start, cue->end});

    return hg_str_contains(word, HG_STR("环")) || hg_str_contains(word, HG_STR("月")) ||
           hg_str_contains(word, HG_STR("季"));
}

static enum hg_reason doubt_of(const struct growth *g)
{
    const struct hg_scene *scene = g->scene;
    const struct hg_mention *base = g->current != NULL ? g->current : g->previous;
    size_t start = base->lead.start;
    size_t end = g->stated->quantity->span.end;

    if (g->previous != NULL && g->previous->lead.start < start) {
        start = g->previous->lead.start;
    }
    if (g->delta != NULL && g->delta->lead.start < start) {
        start = g->delta->lead.start;
    }
    if (hg_scene_has(scene, start, end, HG_CUE_CALIBRE) ||
        hg_scene_has(scene, start, end, HG_CUE_PRICED) ||
        hg_scene_sentence_has(scene, g->stated, HG_CUE_BASIS) ||
        scene->ledger->conventions.comparable) {
        return HG_REASON_CALIBRE;
    }
    /* An aim with its own difference is a calculation all the same. */
    if (g->delta == NULL && hg_scene_has(scene, start, end, HG_CUE_AIM)) {
        return HG_REASON_TARGET;
    }
    if (g->far || hg_scene_residue(scene, g->stated->lead.start, g->stated->lead.end, PLAIN) > 0) {
        return HG_REASON_SCOPE_DIFF;
    }
    if (g->delta != NULL &&
        (hg_scene_residue(scene, g->delta->lead.start, g->delta->lead.end, PLAIN) > 0 ||
         (g->stated > g->delta && g->delta > g->current + 1 && g->current != NULL))) {
        return HG_REASON_SCOPE_DIFF;
    }
    if (g->delta != NULL && g->previous == NULL) { /* two comparisons: 比上年…，环比… */
        const struct hg_cue *a = hg_mention_cue(scene, g->stated, HG_CUE_COMPARE);
        const struct hg_cue *b = hg_mention_cue(scene, g->delta, HG_CUE_COMPARE);

        if (a != NULL && b != NULL && by_month(scene, a) != by_month(scene, b)) {
            return HG_REASON_SCOPE_DIFF;
        }
    }
    if (g->by_period && g->current != NULL && g->previous != NULL &&
        g->current->clause + 2 < g->previous->clause) {
        return HG_REASON_SCOPE_DIFF;
    }
    return HG_REASON_NONE;
}

static size_t operand_if(struct hg_operand *operands, size_t count, enum hg_operand_role role,
                         const struct hg_mention *mention)
{
    if (mention != NULL) {
        operands[count++] = hg_operand_of(role, mention->quantity);
    }
    return count;
}

/* The rate from every two of the three numbers. */
static void read_rate(const struct growth *g, struct hg_claim *claim)
{
    enum hg_equation formula = g->fall ? HG_FORMULA_FALL : HG_FORMULA_GROWTH;
    const struct hg_mention *pairs[3][3] = {
        {g->current, g->previous, NULL}, {g->current, NULL, g->delta}, {NULL, g->previous, g->delta}};

    for (size_t i = 0; i < 3; i++) {
        struct hg_operand operands[4];
        size_t count = 0;

        count = operand_if(operands, count, HG_OPERAND_CURRENT, pairs[i][0]);
        count = operand_if(operands, count, HG_OPERAND_PREVIOUS, pairs[i][1]);
        count = operand_if(operands, count, HG_OPERAND_DELTA, pairs[i][2]);
        if (count != 2 || (i > 0 && g->delta == NULL)) {
            continue;
        }
        operands[count++] = hg_operand_of(HG_OPERAND_STATED, g->stated->quantity);
        hg_claim_read(g->scene->arena, claim, formula, operands, count);
    }
}

/* The difference itself: 由1200件减少到900件，减少300件. */
static void claim_change(struct growth *g, struct hg_mention *delta, enum hg_reason doubt)
{
    struct hg_claim *claim;
    struct hg_operand operands[3];

    if (g->current == NULL || g->previous == NULL || !same_unit(g->current, delta) ||
        !same_unit(g->previous, delta) || delta->used) {
        return;
    }
    claim = hg_scene_claim(g->scene, HG_RELATION_GROWTH, delta);
    operands[0] = hg_operand_of(HG_OPERAND_CURRENT, g->current->quantity);
    operands[1] = hg_operand_of(HG_OPERAND_PREVIOUS, g->previous->quantity);
    operands[2] = hg_operand_of(HG_OPERAND_STATED, delta->quantity);
    hg_claim_read(g->scene->arena, claim,
                  falls(g->scene, delta) ? HG_FORMULA_DROP : HG_FORMULA_CHANGE, operands, 3);
    claim->doubt = doubt;
    claim->may_be_wrong = doubt == HG_REASON_NONE;
    claim->name = HG_STR("增减量");
    hg_scene_settle(g->scene, claim);
}

static bool bound(const struct growth *g)
{
    int count = (g->current != NULL) + (g->previous != NULL) + (g->delta != NULL);

    return count >= 2 && (g->delta == NULL || g->current == NULL ||
                          same_unit(g->delta, g->current)) &&
           (g->previous == NULL || g->current == NULL || same_unit(g->previous, g->current));
}

static void find_rate(struct hg_scene *scene, size_t index)
{
    struct growth g = {.scene = scene, .index = index};
    struct hg_claim *claim;

    g.stated = &scene->mentions.items[index];
    g.fall = falls(scene, g.stated);
    look_back(&g, index);
    look_ahead(&g);
    pair_years(&g);
    if (g.delta != NULL && falls(scene, g.delta) != g.fall) {
        g.delta = NULL;
    }
    if (!bound(&g)) {
        return;
    }
    claim = hg_scene_claim(scene, HG_RELATION_GROWTH, g.stated);
    claim->name = g.fall ? HG_STR("降幅") : HG_STR("增幅");
    read_rate(&g, claim);
    claim->doubt = doubt_of(&g);
    claim->may_be_wrong = claim->doubt == HG_REASON_NONE;
    hg_scene_settle(scene, claim);
    if (g.delta != NULL) {
        claim_change(&g, (struct hg_mention *)(uintptr_t)g.delta, claim->doubt);
    }
}

/* ---- Yearly growth ---- */

static int32_t year_in(const struct hg_scene *scene, struct hg_span span)
{
    for (size_t i = hg_scene_first_moment(scene, span.start); i < scene->found->moments.len; i++) {
        const struct hg_date *date = &scene->found->moments.items[i].date;

        if (date->span.start >= span.end) {
            break;
        }
        if (date->span.end <= span.end && date->from.year > 1000) {
            return date->from.year;
        }
    }
    return 0;
}

/* Years between the two values: from the years beside them, or from 五年来, “十三五”期间. */
static int32_t years_between(const struct growth *g)
{
    const struct hg_scene *scene = g->scene;
    int32_t first = year_in(scene, hg_mention_gap(scene, g->previous));
    int32_t last = year_in(scene, hg_mention_gap(scene, g->current));
    struct hg_span sentence =
        scene->analysis->sentences.items[g->stated->sentence].span;

    if (first != 0 && last > first) {
        return last - first;
    }
    for (size_t i = hg_scene_first_moment(scene, sentence.start);
         i < scene->found->moments.len; i++) {
        const struct hg_date *date = &scene->found->moments.items[i].date;

        if (date->span.end > sentence.end) {
            break;
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

/* 年均增长25.5% (compound), 平均每年增加2053亿元 (a step). */
static void find_yearly(struct hg_scene *scene, size_t index)
{
    struct growth g = {.scene = scene, .index = index};
    bool rate = hg_quantity_is_share(scene->mentions.items[index].quantity);
    struct hg_claim *claim;
    int32_t years;

    g.stated = &scene->mentions.items[index];
    look_back(&g, index);
    if (g.current == NULL || g.previous == NULL || falls(scene, g.stated)) {
        return;
    }
    years = years_between(&g);
    if (years < 1 || years > 100 || (!rate && !same_unit(g.current, g.stated))) {
        return;
    }
    claim = hg_scene_claim(scene, rate ? HG_RELATION_GROWTH : HG_RELATION_AVERAGE, g.stated);
    claim->name = HG_STR("年均");
    for (int32_t step = 0; step < 3; step++) {
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
    claim->doubt = doubt_of(&g);
    claim->may_be_wrong = claim->doubt == HG_REASON_NONE;
    hg_scene_settle(scene, claim);
}

/* ---- 97件134人，去年同期197件375人，分别下降50.76%、64.27% ---- */

enum { GROUP_MAX = 4 };

/* The amounts before a list of rates, in order; *split is the first that tells the earlier value.
 * False if they do not pair off with the rates. */
static bool pair_off(const struct hg_scene *scene, size_t first, size_t rates,
                     const struct hg_mention **values)
{
    const struct hg_mention *items = scene->mentions.items;
    size_t need = 2 * rates;
    size_t count = 0;

    for (size_t i = first; i > 0 && count < need; i--) {
        const struct hg_mention *mention = &items[i - 1];

        if (mention->sentence != items[first].sentence || !is_amount(mention) || mention->delta ||
            mention->change) {
            return false;
        }
        values[need - ++count] = mention;
    }
    if (count < need || !tells_previous(scene, values[rates])) {
        return false;
    }
    for (size_t i = 0; i < rates; i++) {
        if (!same_unit(values[i], values[rates + i])) {
            return false;
        }
    }
    return true;
}

static void find_group(struct hg_scene *scene, size_t first)
{
    const struct hg_mention *values[2 * GROUP_MAX];
    size_t rates = 1;

    while (first + rates < scene->mentions.len && rates <= GROUP_MAX &&
           scene->mentions.items[first + rates].group == first + 1) {
        rates++;
    }
    if (rates < 2 || rates > GROUP_MAX || !pair_off(scene, first, rates, values)) {
        return;
    }
    for (size_t i = 0; i < rates; i++) {
        struct growth g = {.scene = scene, .index = first + i};
        struct hg_claim *claim;

        g.stated = &scene->mentions.items[first + i];
        g.current = values[i];
        g.previous = values[rates + i];
        g.fall = falls(scene, &scene->mentions.items[first]);
        claim = hg_scene_claim(scene, HG_RELATION_GROWTH, g.stated);
        claim->name = g.fall ? HG_STR("降幅") : HG_STR("增幅");
        read_rate(&g, claim);
        claim->doubt = hg_scene_sentence_has(scene, g.stated, HG_CUE_CALIBRE | HG_CUE_AIM)
                           ? HG_REASON_CALIBRE
                           : HG_REASON_NONE;
        claim->may_be_wrong = claim->doubt == HG_REASON_NONE;
        hg_scene_settle(scene, claim);
    }
}

void hg_find_growth(struct hg_scene *scene)
{
    for (size_t i = 0; i < scene->mentions.len; i++) {
        struct hg_mention *mention = &scene->mentions.items[i];
        bool rate = hg_quantity_is_share(mention->quantity);

        if (mention->used || (!mention->change && !mention->delta)) {
            continue;
        }
        if (hg_mention_gap_has(scene, mention, HG_CUE_YEARLY)) {
            find_yearly(scene, i);
        } else if (mention->group != 0) {
            if (mention->group == i + 1 && mention->change && rate) {
                find_group(scene, i);
            }
        } else if (mention->change && rate) {
            find_rate(scene, i);
        } else if (mention->delta && hg_mention_is_amount(mention)) {
            struct growth g = {.scene = scene, .stated = mention, .index = i};

            look_back(&g, i);
            if (g.current != NULL && g.previous != NULL) {
                claim_change(&g, mention, doubt_of(&g));
            }
        }
    }
}
