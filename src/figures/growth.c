/* Growth and decline: current value, previous value, difference and rate of change, in whatever
 * order the sentence gives them. */
#include "figures/course.h"

#include "base/utf8.h"

enum { PLAIN = HG_CUE_FILLER | HG_CUE_COMPARE | HG_CUE_UP | HG_CUE_DOWN | HG_CUE_RESPECTIVE };

static bool same_unit(const struct hg_mention *a, const struct hg_mention *b)
{
    return hg_unit_same(a->quantity->unit, b->quantity->unit);
}

/* 增长37.9%，增加1637亿元; 增长100%（上年同期9人）; 上升2.1%；去年同期为9件. */
static void look_ahead(struct hg_course *g)
{
    const struct hg_mention *next = &g->scene->mentions.items[g->index + 1];

    if (g->index + 1 >= g->scene->mentions.len || next->passage != g->stated->passage ||
        !hg_course_is_value(next) || g->current == NULL || !same_unit(next, g->current)) {
        return;
    }
    if (next->sentence == g->stated->sentence && next->delta && g->delta == NULL &&
        !hg_mention_gap_has(g->scene, next, HG_CUE_YEARLY) &&
        hg_scene_residue(g->scene, next->lead.start, next->lead.end, PLAIN) == 0 &&
        hg_course_falls(g->scene, next) == g->fall) {
        g->delta = next;
    } else if (g->previous == NULL && hg_course_tells_previous(g->scene, next) &&
               (next->sentence == g->stated->sentence ||
                hg_scene_residue(g->scene, next->lead.start, next->lead.end,
                                 PLAIN | HG_CUE_PREVIOUS) == 0)) {
        g->previous = next;
        g->by_period = true;
    }
}

/* The year that a value belongs to: the one before it, or in 2022年、2023年分别64件、71件 its own. */
static int32_t year_of(const struct hg_scene *scene, const struct hg_mention *mention)
{
    struct hg_span lead;
    size_t first;

    if (mention->group == 0 || mention->group > scene->mentions.len) {
        return hg_course_year(scene, hg_mention_gap(scene, mention));
    }
    lead = scene->mentions.items[mention->group - 1].lead;
    first = hg_scene_first_moment(scene, lead.start) + mention->place;
    if (first >= scene->found->moments.len ||
        scene->found->moments.items[first].date.span.end > lead.end) {
        return 0;
    }
    return scene->found->moments.items[first].date.from.year;
}

/* The value that the text gives for a year, near the stated figure. */
static const struct hg_mention *value_of_year(const struct hg_course *g, int32_t year)
{
    struct hg_range range = hg_scene_passage(g->scene, g->index);
    struct hg_range before = hg_scene_sentence_before(g->scene, range);

    for (size_t i = g->index; i > before.first; i--) {
        const struct hg_mention *mention = &g->scene->mentions.items[i - 1];

        if (hg_course_is_value(mention) && !mention->delta && !mention->change &&
            year_of(g->scene, mention) == year) {
            return mention;
        }
    }
    return NULL;
}

/* 2023年比2021年增长48.9%: both values are named by their years. */
static void bind_named(struct hg_course *g)
{
    struct hg_span lead = g->stated->lead;
    const struct hg_mention *base = NULL;
    int32_t year = 0;
    int32_t now = 0;

    for (uint32_t i = g->stated->cue_first; i < g->stated->cue_end && year == 0; i++) {
        const struct hg_cue *cue = &g->scene->cues.items.items[i];

        if ((cue->classes & HG_CUE_COMPARE) == 0) {
            continue;
        }
        year = hg_course_year(g->scene, (struct hg_span){cue->end, lead.end});
        year = year > 1000 && year < HG_COURSE_THIS_YEAR / 2 ? year : 0;
        now = hg_course_year(g->scene, (struct hg_span){lead.start, cue->start});
    }
    if (year == 0) {
        return;
    }
    g->based = true;
    base = value_of_year(g, year);
    g->previous = base;
    if (now != 0) {
        g->current = value_of_year(g, now);
    }
    if (g->current == base) {
        g->current = NULL;
    }
    g->by_period = base != NULL;
}

/* Two values of two years side by side, the later one is the current one whichever comes first. */
static void pair_years(struct hg_course *g)
{
    const struct hg_scene *scene = g->scene;
    const struct hg_mention *before;
    int32_t a;
    int32_t b;

    if (g->current == NULL || g->previous != NULL || g->delta != NULL || g->based ||
        g->current == scene->mentions.items) {
        return;
    }
    before = g->current - 1;
    while (before > scene->mentions.items && before->sentence + 1 >= g->current->sentence &&
           (before->change || !hg_course_is_value(before))) {
        before--;
    }
    a = hg_course_year(scene, hg_mention_gap(scene, before));
    b = hg_course_year(scene, hg_mention_gap(scene, g->current));
    if (before->sentence + 1 < g->current->sentence || !hg_course_is_value(before) ||
        before->delta || !same_unit(before, g->current) || a == 0 || b == 0 || a == b ||
        (a > b ? a - b : b - a) > 50 ||
        hg_scene_residue(scene, hg_mention_gap(scene, g->current).start, g->current->lead.end,
                         HG_CUE_FILLER | HG_CUE_TO) > 12) {
        return;
    }
    g->previous = a < b ? before : g->current;
    g->current = a < b ? g->current : before;
    g->by_period = true;
}

static size_t operand_if(struct hg_operand *operands, size_t count, enum hg_operand_role role,
                         const struct hg_mention *mention)
{
    if (mention != NULL) {
        operands[count++] = hg_operand_of(role, mention->quantity);
    }
    return count;
}

/* The rate from all three numbers together, then from every two of them. */
static void read_rate(const struct hg_course *g, struct hg_claim *claim)
{
    enum hg_equation formula = g->fall ? HG_FORMULA_FALL : HG_FORMULA_GROWTH;
    const struct hg_mention *sets[4][3] = {{g->current, g->previous, g->delta},
                                           {g->current, g->previous, NULL},
                                           {g->current, NULL, g->delta},
                                           {NULL, g->previous, g->delta}};

    for (size_t i = 0; i < 4; i++) {
        struct hg_operand operands[4];
        size_t count = 0;

        count = operand_if(operands, count, HG_OPERAND_CURRENT, sets[i][0]);
        count = operand_if(operands, count, HG_OPERAND_PREVIOUS, sets[i][1]);
        count = operand_if(operands, count, HG_OPERAND_DELTA, sets[i][2]);
        if (count != (i == 0 ? 3u : 2u) || (i > 1 && g->delta == NULL)) {
            continue;
        }
        operands[count++] = hg_operand_of(HG_OPERAND_STATED, g->stated->quantity);
        hg_claim_read(g->scene->arena, claim, formula, operands, count);
    }
}

/* 下降21.4%，由384起降为302起; 较上年增加126户，达到842户，增长17.6%; 减少5起、下降41.7%，全年共发生7起. */
static void look_around(struct hg_course *g)
{
    const struct hg_mention *items = g->scene->mentions.items;
    const struct hg_mention *end = items + g->scene->mentions.len;
    const struct hg_mention *to = g->stated + 2;

    if (g->current == NULL && g->delta == NULL && to < end &&
        to->sentence == g->stated->sentence && hg_course_find_from(g, to)) {
        g->based = true;
        return;
    }
    if (g->current != NULL && g->delta == NULL && g->previous == NULL && g->current > items &&
        g->current[-1].delta && g->current[-1].sentence == g->current->sentence &&
        same_unit(&g->current[-1], g->current) &&
        hg_mention_lead_has(g->scene, g->current, HG_CUE_TO)) {
        g->delta = g->current - 1;
        g->based = true;
        return;
    }
    to = g->stated + 1;
    if (g->delta != NULL && g->current == NULL && g->previous == NULL && to < end &&
        to->sentence == g->stated->sentence && hg_mention_is_amount(to) && !to->delta &&
        same_unit(to, g->delta) && hg_mention_lead_has(g->scene, to, HG_CUE_TOTAL)) {
        g->current = to;
        g->far = true;
    }
}

static bool bound(const struct hg_course *g)
{
    int count = (g->current != NULL) + (g->previous != NULL) + (g->delta != NULL);

    return count >= 2 && (g->delta == NULL || g->current == NULL ||
                          same_unit(g->delta, g->current)) &&
           (g->previous == NULL || g->current == NULL || same_unit(g->previous, g->current));
}

static void find_rate(struct hg_scene *scene, size_t index)
{
    struct hg_course g = {.scene = scene, .index = index};
    struct hg_claim *claim;

    g.stated = &scene->mentions.items[index];
    g.fall = hg_course_falls(scene, g.stated);
    bind_named(&g);
    if (g.based && g.previous == NULL && index > 0 && !scene->mentions.items[index - 1].delta) {
        return; /* the base is named, but its value is not given */
    }
    if (!(g.based && g.current != NULL && g.previous != NULL)) {
        const struct hg_mention *base = g.previous;

        hg_course_look_back(&g, index);
        if (g.based) {
            g.previous = base;
            g.current = g.current == base ? NULL : g.current;
        }
    }
    if (!g.based) {
        look_ahead(&g);
    }
    look_around(&g);
    pair_years(&g);
    if (g.delta != NULL && hg_course_falls(scene, g.delta) != g.fall) {
        g.delta = NULL;
    }
    if (g.current != NULL && g.previous != NULL && hg_course_unlike(scene, g.current, g.previous)) {
        g.previous = NULL;
    }
    if (!bound(&g)) {
        return;
    }
    claim = hg_scene_claim(scene, HG_RELATION_GROWTH, g.stated);
    claim->name = g.fall ? HG_STR("降幅") : HG_STR("增幅");
    read_rate(&g, claim);
    claim->doubt = hg_course_doubt(&g);
    claim->may_be_wrong = claim->doubt == HG_REASON_NONE;
    hg_scene_settle(scene, claim);
    if (g.delta != NULL) {
        hg_course_claim_change(&g, (struct hg_mention *)(uintptr_t)g.delta, claim->doubt);
    }
}

/* 由1200件减少到900件，减少300件; 同比减少8起，由31起下降到25起. */
static void find_delta(struct hg_scene *scene, size_t index)
{
    struct hg_mention *mention = &scene->mentions.items[index];
    struct hg_course g = {.scene = scene, .stated = mention, .index = index};

    hg_course_look_back(&g, index);
    if (g.previous == NULL && index + 2 < scene->mentions.len &&
        mention[2].sentence == mention->sentence && mention[2].clause <= mention->clause + 1) {
        g.current = g.previous = NULL;
        g.based = hg_course_find_from(&g, mention + 2);
    }
    if (g.current != NULL && g.previous != NULL &&
        !hg_course_unlike(scene, g.current, g.previous)) {
        hg_course_claim_change(&g, mention, hg_course_doubt(&g));
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
            hg_find_yearly(scene, i);
        } else if (mention->group != 0) {
            hg_find_respective_growth(scene, i);
        } else if (mention->change && rate) {
            find_rate(scene, i);
        } else if (mention->delta && hg_course_is_value(mention)) {
            find_delta(scene, i);
        }
    }
}
