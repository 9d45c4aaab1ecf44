/* Shares: …，占84%; 占全年预算227万元的22.47%; 财经25件(26.8%). The whole is the total that the
 * sentence speaks of. */
#include "figures/scene.h"

#include "base/utf8.h"

enum { WHOLES_MAX = 6 };

struct share_search {
    struct hg_scene *scene;
    struct hg_mention *stated;
    size_t index;
    struct hg_range range;
    const struct hg_mention *part;
    struct hg_str noun; /* what the share is of: 总数, 委员总数; empty if not said */
    const struct hg_mention *wholes[WHOLES_MAX];
    size_t whole_count;
    bool clear; /* exactly one total can be meant */
};

static bool may_serve(const struct hg_mention *mention)
{
    return hg_mention_is_amount(mention) && !mention->delta && !mention->change &&
           (mention->quantity->flags & HG_QUANTITY_RANGE) == 0;
}

/* The nearest amount before the share that it can be a share of the total of. */
static const struct hg_mention *part_before(struct share_search *s, size_t index)
{
    for (size_t i = index; i > s->range.first; i--) {
        const struct hg_mention *mention = &s->scene->mentions.items[i - 1];

        if (may_serve(mention) &&
            (mention->depth <= s->stated->depth || mention->depth == 0)) {
            return mention;
        }
    }
    return NULL;
}

static bool is_general(struct hg_str noun)
{
    static const char *const general[] = {"总数",   "总量", "全部",   "总额", "总",     "比",
                                          "比重",   "比例", "总件数", "总户数", "总人数", "其中",
                                          "合计",   "总体", "全部案件", "总面积", "总投资", "总收入",
                                          "总支出", "总案件数"};

    if (noun.len == 0) {
        return true;
    }
    for (size_t i = 0; i < sizeof general / sizeof *general; i++) {
        if (hg_str_is(noun, general[i])) {
            return true;
        }
    }
    return false;
}

/* 占 itself if the lead has it, else 比重 and the like. */
static const struct hg_cue *share_word(const struct hg_scene *scene,
                                       const struct hg_mention *mention, bool *certain)
{
    const struct hg_cue *last = hg_mention_cue(scene, mention, HG_CUE_SHARE);

    *certain = false;
    if (last == NULL || hg_mention_lead_has(scene, mention, HG_CUE_FROM)) {
        return NULL; /* 占比从10%提高到12%: two times, no part and whole */
    }
    for (uint32_t i = mention->cue_first; i < mention->cue_end; i++) {
        const struct hg_cue *cue = &scene->cues.items.items[i];
        struct hg_str word = hg_scene_text(scene, (struct hg_span){cue->start, cue->end});

        if ((cue->classes & HG_CUE_SHARE) != 0 &&
            (hg_str_is(word, "占") || hg_str_is(word, "占比") || hg_str_is(word, "约占") ||
             hg_str_is(word, "占到") || hg_str_is(word, "所占比例") ||
             hg_str_is(word, "所占比重"))) {
            *certain = true;
            return cue;
        }
    }
    return last;
}

/* 占 … : what stands between it and the number, fillers at its end left out. */
static struct hg_str noun_of(const struct hg_scene *scene, const struct hg_mention *stated,
                             const struct hg_cue *cue)
{
    static const char *const ends[] = {"的比重", "的比例", "比重", "比例", "的", "达到", "达", "为",
                                       "约", "近", "超过", "超", "到", "了", "比", "高达", "均", "分别", "则", "，", ",", "：", ":"};
    struct hg_str noun =
        hg_scene_text(scene, (struct hg_span){cue->end, stated->lead.end});

    for (bool again = true; again;) {
        noun = hg_str_trim(noun);
        again = false;
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
            if (hg_str_ends(noun, hg_str_of(ends[i]))) {
                noun.len -= hg_str_of(ends[i]).len;
                again = true;
            }
        }
    }
    return noun;
}

static bool same_amount(const struct hg_mention *a, const struct hg_mention *b)
{
    return hg_unit_compatible(a->quantity->unit, b->quantity->unit);
}

/* A part itself: a share or 占 follows it. */
static bool is_part_too(const struct share_search *s, size_t index)
{
    const struct hg_mention *next = &s->scene->mentions.items[index + 1];

    return index + 1 < s->range.end && next != s->stated &&
           hg_quantity_is_share(next->quantity) &&
           (next->bracket || hg_mention_lead_has(s->scene, next, HG_CUE_SHARE));
}

/* Totals that may be meant, the likeliest first; sets `clear`. */
static void collect_wholes(struct share_search *s, struct hg_range range, size_t part_index)
{
    const struct hg_mention *items = s->scene->mentions.items;
    const struct hg_mention *smaller = NULL;
    size_t totals = 0;

    for (size_t i = part_index; i > range.first; i--) {
        const struct hg_mention *mention = &items[i - 1];

        if (!may_serve(mention) || !same_amount(mention, s->part) || is_part_too(s, i - 1)) {
            continue;
        }
        if (hg_ratio_compare(mention->quantity->shown, s->part->quantity->shown) < 0) {
            if (mention + 1 == s->part && smaller == NULL) {
                smaller = mention; /* a slip may have made the total less than its part */
            }
            continue;
        }
        if (s->whole_count < WHOLES_MAX) {
            s->wholes[s->whole_count++] = mention;
        }
        totals += hg_unit_same(mention->quantity->unit, s->part->quantity->unit);
    }
    if (s->whole_count == 0 && smaller != NULL) {
        s->wholes[s->whole_count++] = smaller;
        totals += hg_unit_same(smaller->quantity->unit, s->part->quantity->unit);
    }
    s->clear = totals == 1 && s->whole_count == 1;
}

static size_t index_of(const struct hg_scene *scene, const struct hg_mention *mention)
{
    return (size_t)(mention - scene->mentions.items);
}

/* The total named by its noun: 占委员总数的68% with 委员总数 before a number. */
static void collect_named(struct share_search *s)
{
    const struct hg_mention *items = s->scene->mentions.items;

    for (size_t i = s->index; i > s->range.first; i--) {
        const struct hg_mention *mention = &items[i - 1];
        struct hg_str lead = hg_scene_text(s->scene, mention->lead);

        if (mention != s->part && may_serve(mention) && same_amount(mention, s->part) &&
            hg_str_contains(lead, s->noun) && s->whole_count < WHOLES_MAX) {
            s->wholes[s->whole_count++] = mention;
            s->clear = s->whole_count == 1;
        }
    }
}

static void settle(struct share_search *s, bool certain)
{
    struct hg_claim *claim = hg_scene_claim(s->scene, HG_RELATION_RATE, s->stated);
    const struct hg_conventions *conventions = &s->scene->ledger->conventions;

    (void)conventions;
    claim->name = HG_STR("占比");
    for (size_t i = 0; i < s->whole_count; i++) {
        struct hg_operand operands[3];

        operands[0] = hg_operand_of(HG_OPERAND_PART, s->part->quantity);
        operands[1] = hg_operand_of(HG_OPERAND_WHOLE, s->wholes[i]->quantity);
        operands[2] = hg_operand_of(HG_OPERAND_STATED, s->stated->quantity);
        hg_claim_read(s->scene->arena, claim, HG_FORMULA_SHARE, operands, 3);
    }
    if (s->whole_count == 0) {
        claim->doubt = HG_REASON_NO_WHOLE;
    } else if (!certain || !s->clear) {
        claim->doubt = HG_REASON_SUSPECT;
    } else if (hg_scene_has(s->scene, s->stated->lead.start, s->stated->lead.end, HG_CUE_AIM)) {
        claim->doubt = HG_REASON_TARGET;
    } else if (hg_scene_sentence_has(s->scene, s->stated, HG_CUE_CALIBRE)) {
        claim->doubt = HG_REASON_CALIBRE;
    }
    claim->may_be_wrong = claim->doubt == HG_REASON_NONE;
    hg_scene_settle(s->scene, claim);
}

/* 占…的p%, 占比p%, 占p%. */
static void find_share(struct share_search *s, const struct hg_cue *cue, bool certain)
{
    s->noun = noun_of(s->scene, s->stated, cue);
    s->part = part_before(s, s->index);
    if (s->part == NULL) {
        return;
    }
    if (is_general(s->noun)) {
        collect_wholes(s, s->range, index_of(s->scene, s->part));
        if (s->whole_count == 0) {
            struct hg_range before = hg_scene_sentence_before(s->scene, s->range);

            collect_wholes(s, before, before.end);
            s->clear = false;
        }
    } else {
        collect_named(s);
    }
    settle(s, certain);
}

/* 占全年预算227万元的22.47%, 完成全年预算2000万元的54.6%: the whole touches the share. */
static bool find_share_of_amount(struct share_search *s)
{
    const struct hg_mention *whole;
    struct hg_str lead = hg_scene_text(s->scene, s->stated->lead);
    bool bound;

    if (s->index == s->range.first || !hg_str_starts(hg_str_trim(lead), HG_STR("的")) ||
        hg_scene_residue(s->scene, s->stated->lead.start, s->stated->lead.end, HG_CUE_FILLER) > 0) {
        return false;
    }
    whole = &s->scene->mentions.items[s->index - 1];
    if (!may_serve(whole) || whole->clause != s->stated->clause) {
        return false;
    }
    bound = hg_mention_lead_has(s->scene, whole, HG_CUE_SHARE | HG_CUE_COMPLETE);
    s->part = part_before(s, s->index - 1);
    if (s->part == NULL || !bound || !same_amount(s->part, whole)) {
        return false;
    }
    s->wholes[0] = whole;
    s->whole_count = 1;
    s->clear = hg_unit_same(s->part->quantity->unit, whole->quantity->unit) &&
               whole->clause <= s->part->clause + 1;
    settle(s, hg_mention_lead_has(s->scene, whole, HG_CUE_SHARE) ||
                  hg_scene_residue(s->scene, s->part->quantity->span.end, whole->lead.start,
                                   HG_CUE_FILLER) == 0);
    return true;
}

/* 财经25件(26.8%): a bracket with nothing but the share, right after the part. */
static bool find_bracketed(struct share_search *s)
{
    const struct hg_clause *clause = &s->scene->analysis->clauses.items[s->stated->clause];

    if (!s->stated->bracket || clause->span.end != s->stated->quantity->span.end ||
        hg_scene_residue(s->scene, clause->span.start, s->stated->quantity->span.start,
                         HG_CUE_FILLER | HG_CUE_SHARE) > 0) {
        return false;
    }
    s->part = part_before(s, s->index);
    if (s->part == NULL || index_of(s->scene, s->part) + 1 != s->index) {
        return false;
    }
    collect_wholes(s, s->range, index_of(s->scene, s->part));
    if (s->whole_count == 0) {
        return false;
    }
    settle(s, s->whole_count > 0 && (s->wholes[0]->after == 0xFF1A || s->wholes[0]->after == ':' ||
                                     hg_mention_lead_has(s->scene, s->part, HG_CUE_OF_WHICH)));
    return true;
}

void hg_find_shares(struct hg_scene *scene)
{
    for (size_t i = 0; i < scene->mentions.len; i++) {
        struct share_search s = {.scene = scene, .index = i};
        const struct hg_cue *cue;
        bool certain;

        s.stated = &scene->mentions.items[i];
        if (!hg_quantity_is_share(s.stated->quantity) || s.stated->used || s.stated->change) {
            continue;
        }
        s.range = hg_scene_sentence(scene, i);
        if (find_share_of_amount(&s) || find_bracketed(&s)) {
            continue;
        }
        cue = share_word(scene, s.stated, &certain);
        if (cue != NULL && !hg_scene_has(scene, cue->end, s.stated->lead.end,
                                         HG_CUE_UP | HG_CUE_DOWN)) {
            find_share(&s, cue, certain);
        }
    }
}
