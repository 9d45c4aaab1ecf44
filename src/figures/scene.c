#include "figures/scene.h"

#include "base/utf8.h"
#include "lang/chars.h"

enum { SENTENCE_REACH = 1500 }; /* bytes */

struct hg_str hg_scene_text(const struct hg_scene *scene, struct hg_span span)
{
    return hg_str_sub(scene->text, span);
}

bool hg_mention_is_amount(const struct hg_mention *mention)
{
    const struct hg_unit *unit = mention->quantity->unit;

    if (hg_quantity_is_share(mention->quantity)) {
        return false;
    }
    if (unit == NULL) {
        return true;
    }
    return unit->dimension != HG_DIMENSION_POINT && unit->dimension != HG_DIMENSION_TIMES &&
           unit->dimension != HG_DIMENSION_DOUBLING && unit->dimension != HG_DIMENSION_TIME &&
           unit->dimension != HG_DIMENSION_SCORE;
}

/* The mark that ends at or before `at`, blanks skipped. */
static uint32_t mark_before(struct hg_str text, size_t at)
{
    while (at > 0) {
        uint32_t c = hg_utf8_prev(text, &at);

        if (hg_char_class(c) != HG_CHAR_BLANK) {
            return hg_char_class(c) == HG_CHAR_HAN || hg_char_class(c) == HG_CHAR_DIGIT ? 0 : c;
        }
    }
    return 0;
}

static bool is_joint(uint32_t c)
{
    return c == 0x3001 /* 、 */ || c == 0x548C /* 和 */ || c == 0x53CA /* 及 */ ||
           c == 0x4E0E /* 与 */;
}

static bool is_close(uint32_t c)
{
    return c == 0xFF09 || c == ')' || c == 0x201D || c == 0x300B || c == ']' || c == 0xFF3D;
}

/* Past closing marks and one bracket that follows the quantity before: (26.8%)、农业26 */
static size_t past_brackets(const struct hg_scene *scene, size_t at, size_t limit)
{
    while (at < limit) {
        uint32_t c = hg_utf8_at(scene->text, at);
        size_t next = at;
        const struct hg_pair *pair;

        hg_utf8_next(scene->text, &next);
        if (is_close(c) || c == ' ') {
            at = next;
            continue;
        }
        if (c != 0xFF08 && c != '(') {
            break;
        }
        pair = hg_analysis_pair_at(scene->analysis, at);
        if (pair == NULL || pair->outer.start != at || pair->outer.end > limit) {
            break;
        }
        at = pair->outer.end;
    }
    return at;
}

static void set_lead(struct hg_scene *scene, struct hg_mention *mention, size_t index)
{
    const struct hg_clause *clause = &scene->analysis->clauses.items[mention->clause];
    size_t start = clause->span.start;
    size_t limit = mention->quantity->span.start;
    size_t i;

    mention->depth = clause->depth;
    mention->before = mark_before(scene->text, start);
    for (i = index; i > 0 && index - i < HG_SCENE_REACH; i--) {
        const struct hg_mention *other = &scene->mentions.items[i - 1];

        if (other->clause == mention->clause) {
            size_t end = past_brackets(scene, other->quantity->span.end, limit);
            uint32_t c = hg_utf8_at(scene->text, end);

            start = end;
            mention->before = is_joint(c) ? c : 0;
            mention->listed = is_joint(c);
            if (is_joint(c)) {
                hg_utf8_next(scene->text, &start);
            }
            break;
        }
        if (other->sentence != mention->sentence ||
            (other->depth == 0 && other->clause < mention->clause)) {
            break;
        }
    }
    mention->lead = (struct hg_span){start < limit ? start : limit, limit};
    mention->bracket = mention->depth > 0 && index > 0 && start == clause->span.start &&
                       (mention->before == 0xFF08 || mention->before == '(') &&
                       scene->mentions.items[index - 1].depth < mention->depth &&
                       clause->span.start - scene->mentions.items[index - 1].quantity->span.end <= 6;
}

static void set_tail(struct hg_scene *scene, struct hg_mention *mention, size_t index)
{
    const struct hg_clause *clause = &scene->analysis->clauses.items[mention->clause];
    size_t start = mention->quantity->span.end;
    size_t end = clause->span.end > start ? clause->span.end : start;
    size_t at = start;

    if (index + 1 < scene->mentions.len &&
        scene->mentions.items[index + 1].quantity->span.start < end) {
        end = scene->mentions.items[index + 1].quantity->span.start;
    }
    while (at < end) {
        uint32_t c = hg_utf8_at(scene->text, at);

        if (c == 0x3001 || c == 0xFF08 || c == '(' || is_close(c)) {
            break;
        }
        hg_utf8_next(scene->text, &at);
    }
    mention->tail = (struct hg_span){start, at};
    mention->after = hg_utf8_at(scene->text, at);
}

/* Cues that start in [span.start, span.end), by binary search. */
static uint32_t first_cue(const struct hg_scene *scene, size_t at)
{
    size_t low = 0;
    size_t high = scene->cues.items.len;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (scene->cues.items.items[middle].start < at) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return (uint32_t)low;
}

/* A cue inside a longer one says nothing: 到 in 达到, 增 in 增长. */
static bool is_inside_longer(const struct hg_scene *scene, uint32_t index)
{
    const struct hg_cue *cue = &scene->cues.items.items[index];

    for (uint32_t i = index; i-- > 0;) {
        const struct hg_cue *other = &scene->cues.items.items[i];

        if (other->start + 40 < cue->start) {
            break;
        }
        if (other->end >= cue->end && other->end - other->start > cue->end - cue->start &&
            other->classes != HG_CUE_FILLER) {
            return true;
        }
    }
    return false;
}

static void set_cues(struct hg_scene *scene, struct hg_mention *mention)
{
    mention->cue_first = first_cue(scene, mention->lead.start);
    mention->cue_end = first_cue(scene, mention->lead.end);
    mention->tail_first = first_cue(scene, mention->tail.start);
    mention->tail_end = first_cue(scene, mention->tail.end);
    for (uint32_t i = mention->cue_first; i < mention->cue_end; i++) {
        if (!is_inside_longer(scene, i)) {
            mention->lead_classes |= scene->cues.items.items[i].classes;
        }
    }
}

bool hg_mention_lead_has(const struct hg_scene *scene, const struct hg_mention *mention,
                         uint32_t classes)
{
    (void)scene;
    return (mention->lead_classes & classes) != 0;
}

const struct hg_cue *hg_mention_cue(const struct hg_scene *scene, const struct hg_mention *mention,
                                    uint32_t classes)
{
    for (uint32_t i = mention->cue_end; i-- > mention->cue_first;) {
        if ((scene->cues.items.items[i].classes & classes) != 0 && !is_inside_longer(scene, i)) {
            return &scene->cues.items.items[i];
        }
    }
    return NULL;
}

bool hg_scene_has(const struct hg_scene *scene, size_t start, size_t end, uint32_t classes)
{
    for (uint32_t i = first_cue(scene, start);
         i < scene->cues.items.len && scene->cues.items.items[i].start < end; i++) {
        if ((scene->cues.items.items[i].classes & classes) != 0 && !is_inside_longer(scene, i)) {
            return true;
        }
    }
    return false;
}

bool hg_scene_sentence_has(const struct hg_scene *scene, const struct hg_mention *mention,
                           uint32_t classes)
{
    struct hg_span span = scene->analysis->sentences.items[mention->sentence].span;
    size_t at = mention->quantity->span.start;

    if (at > SENTENCE_REACH && span.start < at - SENTENCE_REACH) {
        span.start = at - SENTENCE_REACH;
    }
    if (span.end > at + SENTENCE_REACH) {
        span.end = at + SENTENCE_REACH;
    }
    return hg_scene_has(scene, span.start, span.end, classes);
}

struct hg_span hg_mention_gap(const struct hg_scene *scene, const struct hg_mention *mention)
{
    size_t end = mention->quantity->span.start;
    size_t start = scene->analysis->sentences.items[mention->sentence].span.start;

    if (mention > scene->mentions.items && (mention - 1)->quantity->span.end > start) {
        start = (mention - 1)->quantity->span.end;
    }
    return (struct hg_span){start < end ? start : end, end};
}

bool hg_mention_gap_has(const struct hg_scene *scene, const struct hg_mention *mention,
                        uint32_t classes)
{
    struct hg_span gap = hg_mention_gap(scene, mention);

    return hg_scene_has(scene, gap.start, gap.end, classes);
}

/* The end of the date that covers `at`, else `at`. */
static size_t past_moment(const struct hg_scene *scene, size_t at)
{
    size_t low = 0;
    size_t high = scene->found->moments.len;

    while (low < high) { /* the first moment that starts after `at` */
        size_t middle = low + (high - low) / 2;

        if (scene->found->moments.items[middle].date.span.start <= at) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low > 0 && scene->found->moments.items[low - 1].date.span.end > at) {
        return scene->found->moments.items[low - 1].date.span.end;
    }
    return at;
}

size_t hg_scene_first_moment(const struct hg_scene *scene, size_t at)
{
    size_t low = 0;
    size_t high = scene->found->moments.len;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (scene->found->moments.items[middle].date.span.start < at) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

bool hg_scene_has_moment(const struct hg_scene *scene, size_t start, size_t end)
{
    for (size_t at = start; at < end;) {
        size_t next = past_moment(scene, at);

        if (next > at) {
            return true;
        }
        hg_utf8_next(scene->text, &at);
    }
    return false;
}

size_t hg_scene_residue(const struct hg_scene *scene, size_t start, size_t end, uint32_t classes)
{
    size_t residue = 0;
    size_t at = start;
    uint32_t cue = first_cue(scene, start);

    while (at < end) {
        size_t next = past_moment(scene, at);

        while (cue < scene->cues.items.len && scene->cues.items.items[cue].start < at) {
            cue++;
        }
        for (uint32_t i = cue;
             i < scene->cues.items.len && scene->cues.items.items[i].start == at; i++) {
            const struct hg_cue *found = &scene->cues.items.items[i];

            if ((found->classes & classes) != 0 && found->end > next && found->end <= end) {
                next = found->end;
            }
        }
        if (next == at) {
            uint32_t c = hg_utf8_next(scene->text, &next);

            residue += hg_char_class(c) == HG_CHAR_HAN || hg_char_class(c) == HG_CHAR_LATIN
                           ? next - at
                           : 0;
        }
        at = next;
    }
    return residue;
}

struct hg_range hg_scene_sentence(const struct hg_scene *scene, size_t mention)
{
    struct hg_range range = {mention, mention + 1};
    uint32_t sentence = scene->mentions.items[mention].sentence;

    while (range.first > 0 && mention - range.first < HG_SCENE_REACH &&
           scene->mentions.items[range.first - 1].sentence == sentence) {
        range.first--;
    }
    while (range.end < scene->mentions.len && range.end - mention < HG_SCENE_REACH &&
           scene->mentions.items[range.end].sentence == sentence) {
        range.end++;
    }
    return range;
}

struct hg_range hg_scene_passage(const struct hg_scene *scene, size_t mention)
{
    struct hg_range range = {mention, mention + 1};
    uint32_t passage = scene->mentions.items[mention].passage;

    while (range.first > 0 && mention - range.first < HG_SCENE_REACH &&
           scene->mentions.items[range.first - 1].passage == passage) {
        range.first--;
    }
    while (range.end < scene->mentions.len && range.end - mention < HG_SCENE_REACH &&
           scene->mentions.items[range.end].passage == passage) {
        range.end++;
    }
    return range;
}

struct hg_range hg_scene_sentence_before(const struct hg_scene *scene, struct hg_range range)
{
    struct hg_range before = {range.first, range.first};
    uint32_t sentence = scene->mentions.items[range.first].sentence;

    while (before.first > 0 && before.end - before.first < HG_SCENE_REACH &&
           scene->mentions.items[before.first - 1].sentence + 1 == sentence) {
        before.first--;
    }
    return before;
}

/* 增幅达25%, 降幅为5%: the noun says the direction, the verb only leads on. */
static const struct hg_cue *past_reach(const struct hg_scene *scene,
                                       const struct hg_mention *mention, const struct hg_cue *cue)
{
    static const char *const nouns[] = {"增幅", "降幅", "增速", "减幅", "涨幅", "增长率",
                                        "增加额", "减少额", "增长额", "增量"};

    if (cue == NULL || (cue->classes & HG_CUE_TO) == 0) {
        return cue;
    }
    for (uint32_t i = mention->cue_first; i < mention->cue_end; i++) {
        const struct hg_cue *other = &scene->cues.items.items[i];
        struct hg_str word = hg_scene_text(scene, (struct hg_span){other->start, other->end});

        for (size_t n = 0; n < sizeof nouns / sizeof *nouns; n++) {
            if (hg_str_is(word, nouns[n]) &&
                hg_scene_residue(scene, other->end, cue->start, HG_CUE_FILLER) == 0) {
                return other;
            }
        }
    }
    return cue;
}

/* Amounts and rates of change: 增加110万套, 同比增收6.5亿元, 增长5%; not 增加到. */
static void mark_change(const struct hg_scene *scene, struct hg_mention *mention)
{
    const struct hg_cue *cue = hg_mention_cue(
        scene, mention, HG_CUE_UP | HG_CUE_DOWN | HG_CUE_TO | HG_CUE_COMPARE);
    const struct hg_unit *unit = mention->quantity->unit;

    cue = past_reach(scene, mention, cue);
    if (cue == NULL || (cue->classes & HG_CUE_TO) != 0 ||
        hg_scene_residue(scene, cue->end, mention->lead.end, HG_CUE_FILLER) > 0) {
        return;
    }
    if ((cue->classes & (HG_CUE_UP | HG_CUE_DOWN)) == 0) {
        return;
    }
    if (hg_quantity_is_share(mention->quantity) ||
        (unit != NULL && (unit->dimension == HG_DIMENSION_TIMES ||
                          unit->dimension == HG_DIMENSION_DOUBLING))) {
        mention->change = true;
    } else {
        mention->delta = true;
    }
}

/* The sentence before ends in ；: this one goes on with the same matter. */
static bool joins_before(const struct hg_scene *scene, uint32_t sentence)
{
    struct hg_str before;

    if (sentence == 0) {
        return false;
    }
    before = hg_str_trim(
        hg_scene_text(scene, scene->analysis->sentences.items[sentence - 1].span));
    return hg_str_ends(before, HG_STR("；")) || hg_str_ends(before, HG_STR(";"));
}

static void set_passage(const struct hg_scene *scene, size_t index)
{
    struct hg_mention *mention = &scene->mentions.items[index];
    uint32_t sentence = mention->sentence;
    int steps = 0;

    if (index > 0 && mention[-1].sentence == sentence) {
        mention->passage = mention[-1].passage;
        return;
    }
    while (joins_before(scene, sentence) && steps++ < HG_SCENE_REACH) {
        sentence--;
        if (index > 0 && mention[-1].sentence == sentence) {
            mention->passage = mention[-1].passage;
            return;
        }
    }
    mention->passage = sentence;
}

/* 分别新增12项和44项: the list that 分别 opens. */
static void set_group(struct hg_scene *scene, size_t index)
{
    struct hg_mention *mention = &scene->mentions.items[index];
    const struct hg_mention *before = index > 0 ? mention - 1 : NULL;

    if (hg_mention_lead_has(scene, mention, HG_CUE_RESPECTIVE)) {
        mention->group = (uint32_t)index + 1;
    } else if (before != NULL && before->group != 0 && mention->listed &&
               before->sentence == mention->sentence) {
        mention->group = before->group;
        mention->place = before->place + 1;
        mention->change = before->change && hg_quantity_is_share(mention->quantity);
    }
}

enum { OPERAND_BUDGET = 100000 };

/* Words of the sentences that hold quantities. */
static void scan_sentences(struct hg_scene *scene, size_t count)
{
    uint32_t last = UINT32_MAX;

    for (size_t i = 0; i < count; i++) {
        uint32_t sentence = scene->found->items.items[i].sentence;
        struct hg_span span = scene->analysis->sentences.items[sentence].span;

        if (sentence != last) {
            hg_vocabulary_scan(scene->arena, scene->vocabulary, scene->text, span.start, span.end,
                               &scene->cues);
        }
        last = sentence;
    }
}

void hg_scene_build(struct hg_scene *scene)
{
    size_t count = scene->found->items.len;

    if (count == 0) {
        return;
    }
    scene->budget = OPERAND_BUDGET;
    scan_sentences(scene, count);
    scene->mentions.items = HG_NEW_ARRAY(scene->arena, struct hg_mention, count);
    scene->mentions.cap = count;
    for (size_t i = 0; i < count; i++) {
        struct hg_mention *mention = &scene->mentions.items[scene->mentions.len++];

        mention->quantity = &scene->found->items.items[i];
        mention->clause = mention->quantity->clause;
        mention->sentence = mention->quantity->sentence;
        set_lead(scene, mention, i);
        set_passage(scene, i);
    }
    for (size_t i = 0; i < count; i++) {
        set_tail(scene, &scene->mentions.items[i], i);
        set_cues(scene, &scene->mentions.items[i]);
        mark_change(scene, &scene->mentions.items[i]);
        set_group(scene, i);
    }
}

struct hg_claim *hg_scene_claim(struct hg_scene *scene, enum hg_relation relation,
                                struct hg_mention *stated)
{
    struct hg_claim *claim = HG_NEW(scene->arena, struct hg_claim);

    claim->relation = relation;
    claim->paragraph = scene->paragraph;
    claim->span = stated->quantity->span;
    stated->used = true;
    return claim;
}

void hg_scene_settle(struct hg_scene *scene, struct hg_claim *claim)
{
    hg_claim_settle(scene->arena, claim);
    *HG_PUSH(scene->arena, &scene->ledger->claims) = claim;
}
