/* Telling current from earlier values: by 由…到, by 上年同期, by the years named. */
#include "figures/course.h"

#include "base/utf8.h"

enum { PLAIN = HG_CUE_FILLER | HG_CUE_COMPARE | HG_CUE_UP | HG_CUE_DOWN | HG_CUE_RESPECTIVE |
               HG_CUE_YEARLY | HG_CUE_NEW };

bool hg_course_is_value(const struct hg_mention *mention)
{
    const struct hg_unit *unit = mention->quantity->unit;

    return (mention->quantity->flags & HG_QUANTITY_RANGE) == 0 &&
           (hg_mention_is_amount(mention) ||
            (unit != NULL && unit->dimension == HG_DIMENSION_TIME));
}

bool hg_course_falls(const struct hg_scene *scene, const struct hg_mention *mention)
{
    const struct hg_cue *cue = hg_mention_cue(scene, mention, HG_CUE_UP | HG_CUE_DOWN);

    return cue != NULL && (cue->classes & HG_CUE_DOWN) != 0;
}

static bool same_unit(const struct hg_mention *a, const struct hg_mention *b)
{
    return hg_unit_same(a->quantity->unit, b->quantity->unit);
}

static size_t index_of(const struct hg_scene *scene, const struct hg_mention *mention)
{
    return (size_t)(mention - scene->mentions.items);
}

/* 增加到 降至 …, not a bare 达到. */
static bool moves(const struct hg_scene *scene, const struct hg_mention *to)
{
    const struct hg_cue *cue = hg_mention_cue(scene, to, HG_CUE_TO);

    return cue != NULL && cue->end - cue->start >= 6 &&
           !hg_str_is(hg_scene_text(scene, (struct hg_span){cue->start, cue->end}), "达到");
}

/* 从五年前的214人 */
static bool is_years_ago(const struct hg_scene *scene, const struct hg_mention *from)
{
    const struct hg_mention *ago = from > scene->mentions.items ? from - 1 : NULL;
    struct hg_str lead = hg_str_trim(hg_scene_text(scene, from->lead));

    return ago != NULL && ago->clause == from->clause && ago->quantity->unit != NULL &&
           ago->quantity->unit->dimension == HG_DIMENSION_TIME &&
           hg_mention_lead_has(scene, ago, HG_CUE_FROM) && hg_str_starts(lead, HG_STR("前"));
}

bool hg_course_find_from(struct hg_course *g, const struct hg_mention *to)
{
    const struct hg_mention *from;

    if (index_of(g->scene, to) == 0 || !hg_mention_gap_has(g->scene, to, HG_CUE_TO)) {
        return false;
    }
    from = to - 1;
    if (from->sentence != to->sentence || !hg_course_is_value(from) || from->delta ||
        from->change || !same_unit(from, to)) {
        return false;
    }
    if (!hg_mention_lead_has(g->scene, from, HG_CUE_FROM) &&
        !(hg_mention_lead_has(g->scene, from, HG_CUE_PREVIOUS) && moves(g->scene, to)) &&
        !is_years_ago(g->scene, from) &&
        !hg_str_contains(hg_scene_text(g->scene, hg_mention_gap(g->scene, to)), HG_STR("→")) &&
        !hg_mention_gap_has(g->scene, from, HG_CUE_FROM)) {
        return false;
    }
    g->previous = from;
    g->current = to;
    return true;
}

bool hg_course_tells_previous(const struct hg_scene *scene, const struct hg_mention *mention)
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

void hg_course_look_back(struct hg_course *g, size_t from)
{
    const struct hg_mention *items = g->scene->mentions.items;

    for (size_t i = from; i > 0 && from - i < HG_COURSE_BACK; i--) {
        const struct hg_mention *mention = &items[i - 1];

        if (mention->sentence != g->stated->sentence) {
            return;
        }
        if (!hg_course_is_value(mention) || mention->change) {
            continue;
        }
        if (mention->delta) {
            if (g->delta != NULL || i != g->index) {
                return; /* another number's change stands between */
            }
            g->delta = mention;
            continue;
        }
        if (hg_course_find_from(g, mention)) {
            return;
        }
        if (g->previous == NULL && hg_course_tells_previous(g->scene, mention)) {
            g->previous = mention;
            g->by_period = true;
            continue;
        }
        g->current = mention;
        return;
    }
}

/* ---- Periods ---- */

static const struct hg_date *last_moment(const struct hg_scene *scene, struct hg_span span)
{
    const struct hg_date *found = NULL;

    for (size_t i = hg_scene_first_moment(scene, span.start); i < scene->found->moments.len; i++) {
        const struct hg_date *date = &scene->found->moments.items[i].date;

        if (date->span.start >= span.end) {
            break;
        }
        if (date->span.start >= span.start && date->span.end <= span.end) {
            found = date;
        }
    }
    return found;
}

int32_t hg_course_year(const struct hg_scene *scene, struct hg_span span)
{
    int32_t year = 0;

    for (size_t i = hg_scene_first_moment(scene, span.start); i < scene->found->moments.len; i++) {
        const struct hg_date *date = &scene->found->moments.items[i].date;

        if (date->span.start >= span.end) {
            break;
        }
        if (date->span.start < span.start || date->span.end > span.end) {
            continue;
        }
        if (date->from.year > 1000) {
            year = date->from.year;
        } else if (date->relative == HG_RELATIVE_THIS_YEAR) {
            year = HG_COURSE_THIS_YEAR;
        } else if (date->relative == HG_RELATIVE_LAST_YEAR ||
                   date->relative == HG_RELATIVE_SAME_PERIOD) {
            year = HG_COURSE_THIS_YEAR - 1;
        } else if (date->relative == HG_RELATIVE_YEAR_BEFORE_LAST) {
            year = HG_COURSE_THIS_YEAR - 2;
        }
    }
    return year;
}

/* Months that the value's period has; 0 if not said. */
static int months_of(const struct hg_scene *scene, const struct hg_mention *mention)
{
    struct hg_span gap = hg_mention_gap(scene, mention);
    const struct hg_date *date = last_moment(scene, gap);
    struct hg_str text = hg_scene_text(scene, gap);

    if (hg_str_contains(text, HG_STR("同期"))) {
        return 0;
    }
    if (hg_str_contains(text, HG_STR("全年"))) {
        return 12;
    }
    if (date == NULL) {
        return 0;
    }
    switch (date->kind) {
    case HG_DATE_MONTH:
        return 1;
    case HG_DATE_QUARTER:
        return 3;
    case HG_DATE_HALF:
        return 6;
    case HG_DATE_YEAR:
        return 12;
    case HG_DATE_RANGE:
        return date->to.month > date->from.month && date->from.month > 0
                   ? date->to.month - date->from.month + 1
                   : 0;
    default:
        return 0;
    }
}

bool hg_course_unlike(const struct hg_scene *scene, const struct hg_mention *current,
                      const struct hg_mention *previous)
{
    int a = months_of(scene, current);
    int b = months_of(scene, previous);

    return a != 0 && b != 0 && a != b;
}

/* ---- Gates ---- */

/* 环比, 比上月, 比上季度 against 同比, 比上年. */
static bool by_month(const struct hg_scene *scene, const struct hg_cue *cue)
{
    struct hg_str word = hg_scene_text(scene, (struct hg_span){cue->start, cue->end});

    return hg_str_contains(word, HG_STR("环")) || hg_str_contains(word, HG_STR("月")) ||
           hg_str_contains(word, HG_STR("季"));
}

static bool compares_otherwise(const struct hg_course *g)
{
    const struct hg_cue *a = hg_mention_cue(g->scene, g->stated, HG_CUE_COMPARE);
    const struct hg_cue *b = hg_mention_cue(g->scene, g->delta, HG_CUE_COMPARE);

    return a != NULL && b != NULL && by_month(g->scene, a) != by_month(g->scene, b);
}

enum hg_reason hg_course_doubt(const struct hg_course *g)
{
    const struct hg_scene *scene = g->scene;
    const struct hg_mention *base = g->current != NULL ? g->current : g->previous;
    size_t start = base->lead.start < g->stated->lead.start ? base->lead.start
                                                            : g->stated->lead.start;
    size_t end = g->stated->quantity->span.end;

    if (g->previous != NULL && g->previous->lead.start < start &&
        g->previous->sentence == g->stated->sentence) {
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
    if (g->delta == NULL && hg_scene_has(scene, start, end, HG_CUE_INCOME) &&
        !hg_mention_gap_has(scene, g->stated, HG_CUE_YEARLY)) {
        return HG_REASON_CALIBRE;
    }
    if (hg_str_contains(hg_scene_text(scene, scene->analysis->sentences.items[g->stated->sentence]
                                                 .span),
                        HG_STR("口径"))) {
        return HG_REASON_CALIBRE;
    }
    /* An aim with its own difference is a calculation all the same. */
    if (g->delta == NULL && hg_scene_has(scene, start, end, HG_CUE_AIM)) {
        return HG_REASON_TARGET;
    }
    if (g->far || (!g->based && hg_scene_residue(scene, g->stated->lead.start, g->stated->lead.end,
                                                 PLAIN) > 0)) {
        return HG_REASON_SCOPE_DIFF;
    }
    if (g->delta != NULL && g->delta != g->stated &&
        (hg_scene_residue(scene, g->delta->lead.start, g->delta->lead.end, PLAIN) > 0 ||
         (g->stated > g->delta && g->current != NULL && g->delta > g->current + 1 &&
          g->previous == NULL))) {
        return HG_REASON_SCOPE_DIFF;
    }
    if (g->delta != NULL && g->previous == NULL && compares_otherwise(g)) {
        return HG_REASON_SCOPE_DIFF; /* 比上年…，环比… */
    }
    if (g->by_period && g->current != NULL && g->previous != NULL &&
        g->current->clause + 2 < g->previous->clause) {
        return HG_REASON_SCOPE_DIFF;
    }
    return HG_REASON_NONE;
}

void hg_course_claim_change(struct hg_course *g, struct hg_mention *delta, enum hg_reason doubt)
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
                  hg_course_falls(g->scene, delta) ? HG_FORMULA_DROP : HG_FORMULA_CHANGE, operands,
                  3);
    claim->doubt = doubt;
    claim->may_be_wrong = doubt == HG_REASON_NONE;
    claim->name = HG_STR("增减量");
    hg_scene_settle(g->scene, claim);
}
