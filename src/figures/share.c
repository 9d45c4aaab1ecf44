/* Shares: …，占84%; 占全年预算227万元的22.47%; 财经25件(26.8%); 分别占32.5%、21.3%. The whole is the total
 * that the sentence, or the one it goes on from, speaks of. */
#include "figures/scene.h"

#include "base/utf8.h"

enum { WHOLES_MAX = 6, TURNS_MAX = 8 };

struct share_search {
    struct hg_scene *scene;
    struct hg_mention *stated;
    size_t index;
    struct hg_range range, passage;
    const struct hg_mention *part;
    struct hg_str noun; /* what the share is of: 总数, 委员总数; empty if not said */
    const struct hg_mention *wholes[WHOLES_MAX]; /* the likeliest first */
    size_t whole_count;
    const struct hg_mention *second; /* the whole is two numbers together: 2513人 + 9684人 */
    size_t word_start; /* of 占: what follows it may name a plan */
    bool clear; /* no other total can be meant */
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

/* 总数, 信访总量, 参加人数: names a total by a word for totals alone. */
static bool is_general(struct hg_str noun)
{
    static const char *const general[] = {"总数",   "总量", "全部",   "总额", "总",     "比",
                                          "比重",   "比例", "总件数", "总户数", "总人数", "其中",
                                          "合计",   "总体", "全部案件", "总面积", "总投资", "总收入",
                                          "总支出", "总案件数", "总次数", "总批次", "受理总数", "收件总数"};

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
    static const char *const sure[] = {"占",       "占比",     "约占",   "占到", "所占比例",
                                       "所占比重", "占比达", "占比为"};
    const struct hg_cue *last = hg_mention_cue(scene, mention, HG_CUE_SHARE);

    *certain = false;
    if (last == NULL || hg_mention_lead_has(scene, mention, HG_CUE_FROM)) {
        return NULL; /* 占比从10%提高到12%: two times, no part and whole */
    }
    for (uint32_t i = mention->cue_first; i < mention->cue_end; i++) {
        const struct hg_cue *cue = &scene->cues.items.items[i];
        struct hg_str word = hg_scene_text(scene, (struct hg_span){cue->start, cue->end});

        for (size_t w = 0; (cue->classes & HG_CUE_SHARE) != 0 && w < sizeof sure / sizeof *sure;
             w++) {
            if (hg_str_is(word, sure[w])) {
                *certain = true;
                return cue;
            }
        }
    }
    return last;
}

/* 占 … : what stands between it and the number, fillers at its end left out. */
static struct hg_str noun_of(const struct hg_scene *scene, const struct hg_mention *stated,
                             const struct hg_cue *cue)
{
    static const char *const ends[] = {"的比重", "的比例", "比重", "比例", "的",   "达到", "达", "为",
                                       "约",     "近",     "超过", "超",   "到",   "了",   "比", "高达",
                                       "均",     "分别",   "则",   "，",   ",",    "：",   ":"};
    struct hg_str noun = hg_scene_text(scene, (struct hg_span){cue->end, stated->lead.end});

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

static size_t index_of(const struct hg_scene *scene, const struct hg_mention *mention)
{
    return (size_t)(mention - scene->mentions.items);
}

/* A part itself: a share or 占 follows it at once, perhaps after what else it counts. */
static bool is_part_too(const struct share_search *s, size_t index)
{
    const struct hg_mention *items = s->scene->mentions.items;
    const struct hg_mention *next = &items[index + 1];

    return index + 1 < s->scene->mentions.len && next != s->stated &&
           next->sentence == items[index].sentence && hg_quantity_is_share(next->quantity) &&
           !next->change &&
           (next->bracket || hg_mention_lead_has(s->scene, next, HG_CUE_SHARE));
}

static void add_whole(struct share_search *s, const struct hg_mention *mention)
{
    for (size_t i = 0; i < s->whole_count; i++) {
        if (s->wholes[i] == mention) {
            return;
        }
    }
    if (s->whole_count < WHOLES_MAX) {
        s->wholes[s->whole_count++] = mention;
    }
}

/* Totals that may be meant, the nearest first; sets `clear`. */
static void collect_wholes(struct share_search *s, struct hg_range range, size_t part_index)
{
    const struct hg_mention *items = s->scene->mentions.items;
    const struct hg_mention *smaller = NULL;
    size_t totals = 0;

    for (size_t i = part_index; i > range.first; i--) {
        const struct hg_mention *mention = &items[i - 1];

        if (!may_serve(mention) || !same_amount(mention, s->part) || is_part_too(s, i - 1) ||
            mention->depth > s->part->depth ||
            hg_mention_lead_has(s->scene, mention, HG_CUE_PREVIOUS)) {
            continue;
        }
        if (hg_ratio_compare(mention->quantity->shown, s->part->quantity->shown) < 0) {
            if (mention + 1 == s->part && smaller == NULL) {
                smaller = mention; /* a slip may have made the total less than its part */
            }
            continue;
        }
        add_whole(s, mention);
        totals += hg_unit_same(mention->quantity->unit, s->part->quantity->unit);
    }
    if (s->whole_count == 0 && smaller != NULL) {
        add_whole(s, smaller);
        totals += hg_unit_same(smaller->quantity->unit, s->part->quantity->unit);
    }
    s->clear = totals == 1 && s->whole_count == 1;
}

/* A neighbour's share holds with this whole: 收到146件，其中…98件，占67.12%；…41件，占28.08%. */
static bool take_proven(struct share_search *s)
{
    for (size_t i = s->index; i > s->passage.first; i--) {
        const struct hg_mention *mention = &s->scene->mentions.items[i - 1];

        if (mention->proven && may_serve(mention) && same_amount(mention, s->part) &&
            mention != s->part) {
            s->wholes[0] = mention;
            s->whole_count = 1;
            s->clear = hg_unit_same(mention->quantity->unit, s->part->quantity->unit);
            return true;
        }
    }
    return false;
}

/* ，合计14800件 at the end of the list of parts. */
static void collect_closing(struct share_search *s)
{
    const struct hg_mention *items = s->scene->mentions.items;

    for (size_t i = s->index + 1; i < s->passage.end; i++) {
        if (may_serve(&items[i]) && items[i].depth <= s->part->depth &&
            hg_mention_lead_has(s->scene, &items[i], HG_CUE_TOTAL) &&
            hg_unit_same(items[i].quantity->unit, s->part->quantity->unit)) {
            add_whole(s, &items[i]);
            s->clear = s->whole_count == 1;
            return;
        }
    }
}

/* ---- Totals that are named: 占信访总量的, 占参加考核人数的 ---- */

/* Characters of the noun that say what is counted; 总量 人数 全市 and the like say nothing. */
static uint32_t weight(struct hg_str noun, struct hg_str words)
{
    static const char empty[] = "总量数额全部市县区人件次户比的年度当同期本项个各级和与共计";
    uint32_t count = 0;

    for (size_t at = 0; at < noun.len;) {
        size_t next = at;
        struct hg_str character;

        hg_utf8_next(noun, &next);
        character = hg_str_sub(noun, (struct hg_span){at, next});
        if (!hg_str_contains(hg_str_of(empty), character) && hg_str_contains(words, character)) {
            count++;
        }
        at = next;
    }
    return count;
}

static bool names_total(struct hg_str noun)
{
    static const char *const words[] = {"总", "全部", "人数", "件数", "户数", "次数", "数量"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (hg_str_contains(noun, hg_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

/* A wider area than the one spoken of: 占全市的15%. */
static bool names_area(struct hg_str noun)
{
    static const char *const words[] = {"全国", "全省", "全市", "全县", "全区", "全球", "同期", "GDP", "生产总值"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (hg_str_is(noun, words[i])) {
            return true;
        }
    }
    return false;
}

/* The number whose words share most with the noun, at least two characters. */
static void collect_named(struct share_search *s, struct hg_range range)
{
    const struct hg_mention *items = s->scene->mentions.items;
    const struct hg_mention *best = NULL;
    uint32_t most = 0;
    bool tied = false;

    for (size_t i = s->index; i > range.first; i--) {
        const struct hg_mention *mention = &items[i - 1];
        struct hg_str words =
            hg_scene_text(s->scene, (struct hg_span){mention->lead.start, mention->tail.end});
        uint32_t found;

        if (mention == s->part || !may_serve(mention) || !same_amount(mention, s->part) ||
            is_part_too(s, i - 1)) {
            continue;
        }
        found = weight(s->noun, words);
        if (hg_str_contains(words, HG_STR("应参")) && !hg_str_contains(s->noun, HG_STR("应"))) {
            found = found > 0 ? 1 : 0; /* who took part, not who was to */
        }
        if (hg_str_contains(words, s->noun)) {
            found += 20;
        }
        if (found > 1 && hg_unit_same(mention->quantity->unit, s->part->quantity->unit)) {
            found += 10;
        }
        tied = found == most && best != NULL ? true : found > most ? false : tied;
        if (found > most) {
            most = found;
            best = mention;
        }
    }
    if (best != NULL && most > 1) {
        add_whole(s, best);
        s->clear = !tied && hg_unit_same(best->quantity->unit, s->part->quantity->unit) &&
                   hg_ratio_compare(best->quantity->shown, s->part->quantity->shown) >= 0;
    }
}

/* 城市1846户2513人，农村5127户9684人；…占低保总人数的28.0%: the two together. */
static void find_second(struct share_search *s)
{
    const struct hg_mention *items = s->scene->mentions.items;

    for (size_t i = s->index; i > s->passage.first && s->whole_count > 0; i--) {
        const struct hg_mention *mention = &items[i - 1];

        if (mention != s->wholes[0] && mention != s->part && may_serve(mention) &&
            mention->sentence == s->wholes[0]->sentence &&
            hg_unit_same(mention->quantity->unit, s->part->quantity->unit)) {
            s->second = mention;
            return;
        }
    }
}

/* ---- Claims ---- */

static void read_share(struct share_search *s, struct hg_claim *claim,
                       const struct hg_mention *whole, const struct hg_mention *second)
{
    struct hg_operand operands[4];
    size_t count = 0;

    operands[count++] = hg_operand_of(HG_OPERAND_PART, s->part->quantity);
    operands[count++] = hg_operand_of(HG_OPERAND_WHOLE, whole->quantity);
    if (second != NULL) {
        operands[count++] = hg_operand_of(HG_OPERAND_WHOLE, second->quantity);
    }
    operands[count++] = hg_operand_of(HG_OPERAND_STATED, s->stated->quantity);
    hg_claim_read(s->scene->arena, claim, HG_FORMULA_SHARE, operands, count);
}

static void mark_proven(struct share_search *s, const struct hg_claim *claim)
{
    const struct hg_reading *reading;

    if (claim->verdict != HG_VERDICT_CONSISTENT && claim->verdict != HG_VERDICT_TRUNCATED) {
        return;
    }
    reading = hg_claim_reading(claim);
    for (size_t i = 0; i < s->whole_count; i++) {
        if (reading->count == 3 && reading->operands[1].quantity == s->wholes[i]->quantity) {
            ((struct hg_mention *)(uintptr_t)s->wholes[i])->proven = true;
        }
    }
}

static void settle(struct share_search *s, bool certain)
{
    struct hg_claim *claim = hg_scene_claim(s->scene, HG_RELATION_RATE, s->stated);

    claim->name = HG_STR("占比");
    for (size_t i = 0; i < s->whole_count; i++) {
        read_share(s, claim, s->wholes[i], NULL);
    }
    if (s->second != NULL && s->whole_count > 0) {
        read_share(s, claim, s->wholes[0], s->second);
    }
    if (s->whole_count == 0) {
        claim->doubt = HG_REASON_NO_WHOLE;
    } else if (!certain || !s->clear) {
        claim->doubt = HG_REASON_SUSPECT;
    } else if (hg_scene_has(s->scene, s->stated->lead.start,
                            s->word_start != 0 ? s->word_start : s->stated->lead.end,
                            HG_CUE_AIM)) {
        claim->doubt = HG_REASON_TARGET;
    } else if (hg_scene_sentence_has(s->scene, s->stated,
                                     HG_CUE_CALIBRE | HG_CUE_EXCEPT)) {
        claim->doubt = HG_REASON_CALIBRE;
    }
    claim->may_be_wrong = claim->doubt == HG_REASON_NONE;
    hg_claim_settle(s->scene->arena, claim);
    if (claim->verdict == HG_VERDICT_UNVERIFIABLE && claim->reason == HG_REASON_SUSPECT) {
        claim->readings.len = 0; /* numbers that only stand near it are no working */
        claim->working = HG_STR("");
        claim->reason = HG_REASON_NO_WHOLE;
    }
    *HG_PUSH(s->scene->arena, &s->scene->ledger->claims) = claim;
    mark_proven(s, claim);
}

/* The totals that a share of nothing in particular may be of. */
static void find_wholes(struct share_search *s)
{
    collect_wholes(s, s->range, index_of(s->scene, s->part));
    if (s->whole_count == 0) {
        collect_closing(s);
    }
    if (s->whole_count == 0 && !take_proven(s)) {
        struct hg_range before = hg_scene_sentence_before(s->scene, s->passage);

        collect_wholes(s, s->passage, s->range.first);
        if (s->whole_count == 0) {
            collect_wholes(s, before, before.end);
        }
        s->clear = false;
    }
}

/* 占…的p%, 占比p%, 占p%. */
static void find_share(struct share_search *s, const struct hg_cue *cue, bool certain)
{
    s->noun = noun_of(s->scene, s->stated, cue);
    s->word_start = cue->start;
    s->part = part_before(s, s->index);
    if (s->part == NULL) {
        return;
    }
    if (s->stated->clause > s->part->clause + 2) {
        s->part = NULL;
        return;
    }
    if (is_general(s->noun)) {
        find_wholes(s);
    } else if (!names_area(s->noun)) {
        struct hg_range before = hg_scene_sentence_before(s->scene, s->passage);

        before.end = s->passage.end;
        collect_named(s, s->passage);
        if (s->whole_count == 0) {
            collect_named(s, before);
        }
        for (size_t i = s->index + 1; s->whole_count == 0 && i < s->range.end; i++) {
            const struct hg_mention *later = &s->scene->mentions.items[i];

            if (may_serve(later) && same_amount(later, s->part) &&
                hg_str_contains(hg_scene_text(s->scene, later->lead), s->noun)) {
                add_whole(s, later); /* 占全部办件量的83.4%，全部办件量为15.42万件 */
                s->clear = hg_unit_same(later->quantity->unit, s->part->quantity->unit);
            }
        }
        if (s->whole_count == 0 && names_total(s->noun)) {
            find_wholes(s); /* 占信访总量的: of what has just been counted */
            s->clear = s->clear && s->whole_count == 1;
        }
        find_second(s);
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
    bool sure;

    if (!s->stated->bracket || clause->span.end != s->stated->quantity->span.end ||
        hg_scene_residue(s->scene, clause->span.start, s->stated->quantity->span.start,
                         HG_CUE_FILLER | HG_CUE_SHARE) > 0) {
        return false;
    }
    s->part = part_before(s, s->index);
    if (s->part == NULL || index_of(s->scene, s->part) + 1 != s->index) {
        return false;
    }
    find_wholes(s);
    if (s->whole_count == 0) {
        return false;
    }
    sure = s->wholes[0] > s->stated || s->wholes[0]->after == 0xFF1A ||
           s->wholes[0]->after == ':' ||
           hg_mention_lead_has(s->scene, s->part, HG_CUE_OF_WHICH) || s->wholes[0]->proven ||
           hg_mention_lead_has(s->scene, s->stated, HG_CUE_SHARE);
    settle(s, sure);
    return true;
}

/* 物业311件、噪声204件，分别占32.5%、21.3%: the parts in turn, the whole before or after them. */
static bool find_turns(struct share_search *s)
{
    const struct hg_mention *items = s->scene->mentions.items;
    size_t k = 0;
    size_t first;

    if (!hg_str_contains(hg_scene_text(s->scene, s->stated->lead), HG_STR("分别")) ||
        !hg_mention_lead_has(s->scene, s->stated, HG_CUE_SHARE)) {
        return false;
    }
    while (s->index + k < s->range.end && (k == 0 || items[s->index + k].listed) &&
           hg_quantity_is_share(items[s->index + k].quantity) && k < TURNS_MAX) {
        k++;
    }
    first = s->index;
    while (first > s->range.first && may_serve(&items[first - 1]) && s->index - first < k + 1 &&
           (first == s->index ||
            hg_unit_same(items[first - 1].quantity->unit, items[first].quantity->unit))) {
        first--;
    }
    if (k < 2) {
        return false;
    }
    if (s->index - first == k + 1 && !items[first + 1].listed &&
        hg_mention_lead_has(s->scene, &items[s->index - 1], HG_CUE_TOTAL)) {
        /* 咨询316件、…，共800件，分别占: the total closes the list */
    } else if (s->index - first > k) {
        first = s->index - k;
    } else if (s->index - first < k) {
        return false;
    }
    for (size_t i = 0; i < k; i++) {
        struct share_search one = {.scene = s->scene, .index = s->index + i, .range = s->range,
                                   .passage = s->passage};

        one.stated = &s->scene->mentions.items[s->index + i];
        one.part = &items[first + i];
        if (hg_mention_lead_has(s->scene, &items[s->index - 1], HG_CUE_TOTAL) &&
            s->index - first == k + 1) {
            add_whole(&one, &items[s->index - 1]);
            one.clear = true;
        } else {
            collect_wholes(&one, s->range, first);
        }
        settle(&one, true);
    }
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
        s.passage = hg_scene_passage(scene, i);
        if (find_turns(&s) || find_share_of_amount(&s) || find_bracketed(&s)) {
            continue;
        }
        cue = share_word(scene, s.stated, &certain);
        if (cue != NULL && !hg_scene_has(scene, cue->end, s.stated->lead.end,
                                         HG_CUE_UP | HG_CUE_DOWN)) {
            find_share(&s, cue, certain);
        }
    }
}
