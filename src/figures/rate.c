/* Rates: …率为98.1% with the part and the whole that its definition names (rate_words.tsv), that its
 * own name says (响应率: 响应739件), or that 应 and 实 set against each other. */
#include "figures/rates.h"

#include "base/utf8.h"
#include "lang/chars.h"

/* What a number is to a rate word. */
enum standing { STANDS_APART, STANDS_PART, STANDS_WHOLE };

/* A verb hidden in a longer word that is no verb of the row: 受理 in 不予受理. */
static bool is_hidden(const struct hg_scene *scene, uint32_t first, uint32_t end,
                      const struct hg_cue *cue, const struct hg_rate_row *row)
{
    for (uint32_t i = first; i < end; i++) {
        const struct hg_cue *other = &scene->cues.items.items[i];

        if (other->verb != 0 && other->start <= cue->start && other->end >= cue->end &&
            other->end - other->start > cue->end - cue->start &&
            (other->end == cue->end || (other->classes & HG_CUE_HIDES) != 0) &&
            !hg_rate_row_has(row->parts, other->verb) &&
            !hg_rate_row_has(row->wholes, other->verb)) {
            return true;
        }
    }
    return false;
}

/* The verb that governs: the one that ends last; of those that end together the longest. `tail`:
 * the first one. */
static enum standing standing_in(const struct hg_scene *scene, uint32_t first, uint32_t end,
                                 const struct hg_rate_row *row, bool tail)
{
    const struct hg_cue *best = NULL;

    for (uint32_t i = first; i < end; i++) {
        const struct hg_cue *cue = &scene->cues.items.items[i];

        if (cue->verb == 0 || (!hg_rate_row_has(row->parts, cue->verb) &&
                               !hg_rate_row_has(row->wholes, cue->verb))) {
            continue;
        }
        if (is_hidden(scene, first, end, cue, row)) {
            continue;
        }
        if (best == NULL || (!tail && cue->end > best->end) ||
            (cue->end == best->end && cue->end - cue->start > best->end - best->start)) {
            best = cue;
        }
    }
    if (best == NULL) {
        return STANDS_APART;
    }
    /* A word that may be either (整改完成率: 整改) counts as the part unless it says 应. */
    return hg_rate_row_has(row->parts, best->verb) ? STANDS_PART : STANDS_WHOLE;
}

static enum standing standing_of(const struct hg_scene *scene, const struct hg_mention *mention,
                                 const struct hg_rate_row *row)
{
    enum standing in_lead =
        standing_in(scene, mention->cue_first, mention->cue_end, row, false);

    return in_lead != STANDS_APART
               ? in_lead
               : standing_in(scene, mention->tail_first, mention->tail_end, row, true);
}

bool hg_rate_may_serve(const struct hg_mention *mention)
{
    const struct hg_unit *unit = mention->quantity->unit;
    bool days = unit != NULL && unit->dimension == HG_DIMENSION_TIME &&
                hg_str_is(hg_str_of(unit->name), "天");

    return (hg_mention_is_amount(mention) || days) && !mention->delta &&
           (mention->quantity->flags & HG_QUANTITY_RANGE) == 0;
}

/* A bracket belongs to what stands right before it: 昼间100%，夜间96.9%（32个中31个达标). */
static bool within_reach(const struct hg_rate_search *s, const struct hg_mention *mention)
{
    const struct hg_mention *items = s->scene->mentions.items;
    size_t at = (size_t)(mention - items);

    if (!hg_rate_may_serve(mention)) {
        return false;
    }
    if (mention->depth <= s->stated->depth) {
        return true;
    }
    for (size_t i = s->index + 1; i < at; i++) {
        if (items[i].depth <= s->stated->depth) {
            return false;
        }
    }
    return at > s->index;
}

static bool unit_same(const struct hg_mention *a, const struct hg_mention *b)
{
    return hg_unit_same(a->quantity->unit, b->quantity->unit);
}

static bool unit_fits(const struct hg_mention *a, const struct hg_mention *b)
{
    return hg_unit_compatible(a->quantity->unit, b->quantity->unit);
}

static void add_role(const struct hg_mention **list, size_t *count,
                     const struct hg_mention *mention)
{
    for (size_t i = 0; i < *count; i++) {
        if (list[i] == mention) {
            return;
        }
    }
    if (*count < HG_RATE_ROLES) {
        list[(*count)++] = mention;
    }
}

/* ---- By the table's verbs ---- */

static void collect(struct hg_rate_search *s, struct hg_range range, bool far)
{
    /* Backwards from the rate, then forwards: the nearest come first. */
    for (size_t step = 0; step < range.end - range.first; step++) {
        size_t i = range.end - 1 - step;
        const struct hg_mention *mention = &s->scene->mentions.items[i];
        enum standing standing;

        if (mention == s->stated || !within_reach(s, mention)) {
            continue;
        }
        standing = standing_of(s->scene, mention, s->row);
        if (standing == STANDS_PART && !far) {
            add_role(s->parts, &s->part_count, mention);
        } else if (standing == STANDS_WHOLE && !(far && s->whole_count > 0)) {
            if (hg_mention_lead_has(s->scene, mention, HG_CUE_NEW)) {
                s->whole_new = true;
            }
            add_role(s->wholes, &s->whole_count, mention);
            s->far = s->far || far;
        }
    }
}

/* ---- By its own name ---- */

/* 率 比例 面 度 taken off, and what qualifies it: 抽检合格率 -> 抽检合格. */
static struct hg_str stem_of(struct hg_str name)
{
    static const char *const ends[] = {"率", "比例", "比率", "面", "度"};

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (hg_str_ends(name, hg_str_of(ends[i]))) {
            name.len -= hg_str_of(ends[i]).len;
            break;
        }
    }
    return name;
}

static bool says(struct hg_str lead, struct hg_str word)
{
    size_t at = hg_str_find(lead, word, 0);

    while (at != SIZE_MAX) {
        uint32_t before = hg_utf8_before(lead, at);

        if (before != 0x672A /* 未 */ && before != 0x4E0D /* 不 */ && before != 0x975E /* 非 */ &&
            before != 0x5E94 /* 应 */ && before != 0x65E0 /* 无 */) {
            return true;
        }
        at = hg_str_find(lead, word, at + 3);
    }
    return false;
}

/* The longest end of the stem, of two characters or more, that the number's words hold. */
static size_t literal_length(const struct hg_rate_search *s, const struct hg_mention *mention)
{
    struct hg_str stem = stem_of(s->name);
    struct hg_str lead = hg_scene_text(s->scene, mention->lead);
    struct hg_str tail = hg_scene_text(s->scene, mention->tail);

    tail.len = tail.len < 18 ? tail.len : 18; /* 203个村建成…: what follows at once */

    for (size_t at = 0; at + 6 <= stem.len; hg_utf8_next(stem, &at)) {
        struct hg_str word = {stem.data + at, stem.len - at};

        if (says(lead, word) || says(tail, word)) {
            return word.len;
        }
    }
    return 0;
}

/* The number nearest before the rate (else after it) that its name speaks of. */
static void add_literal_part(struct hg_rate_search *s)
{
    const struct hg_mention *best = NULL;
    size_t length = 0;

    for (size_t step = 0; step < s->range.end - s->range.first; step++) {
        size_t i = s->index > s->range.first + step ? s->index - 1 - step
                                                    : s->range.first + step;
        const struct hg_mention *mention = &s->scene->mentions.items[i];
        size_t found;

        if (mention == s->stated || !within_reach(s, mention)) {
            continue;
        }
        found = literal_length(s, mention);
        if (found > length) {
            best = mention;
            length = found;
        }
    }
    if (best != NULL) {
        s->literal = true;
        add_role(s->parts, &s->part_count, best);
    }
}

/* ---- 应 and 实 ---- */

static bool says_due(struct hg_str lead)
{
    static const char *const words[] = {"应届", "应用", "应急", "应对", "相应", "响应", "供应",
                                        "反应", "应诉", "回应", "适应", "应当", "效应", "对应"};
    struct hg_str due = HG_STR("应");

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (hg_str_contains(lead, hg_str_of(words[i])) &&
            !hg_str_contains(lead, HG_STR("应出庭")) && !hg_str_contains(lead, HG_STR("应应诉"))) {
            return false;
        }
    }
    return hg_str_contains(lead, due) || hg_str_contains(lead, HG_STR("符合条件"));
}

static bool says_done(struct hg_str lead)
{
    return hg_str_contains(lead, HG_STR("实")) || hg_str_contains(lead, HG_STR("已"));
}

/* 定检率 of 应检, 出勤率 of 应到: the rate speaks of what was due. */
static bool is_of_due(const struct hg_rate_search *s, const struct hg_mention *due)
{
    struct hg_str lead = hg_scene_text(s->scene, due->lead);
    size_t at = hg_str_find(lead, HG_STR("应"), 0);
    struct hg_str verb;

    if (s->row != NULL && s->row->word->certainty == HG_CERTAINTY_OFFICIAL) {
        return false;
    }
    if (at == SIZE_MAX) {
        return true; /* 符合条件 */
    }
    verb = (struct hg_str){lead.data + at + 3, lead.len - at - 3};
    for (size_t i = 0; i < s->name.len;) {
        size_t next = i;

        hg_utf8_next(s->name, &next);
        if (next < s->name.len &&
            hg_str_contains(verb, hg_str_sub(s->name, (struct hg_span){i, next}))) {
            return true;
        }
        i = next;
    }
    return hg_str_starts(verb, HG_STR("到")) && (hg_str_contains(s->name, HG_STR("出勤")) ||
                                                  hg_str_contains(s->name, HG_STR("出席")) ||
                                                  hg_str_contains(s->name, HG_STR("参")));
}

/* 应检960台，实检952台: the one pair of the sentence. */
static bool find_due_pair(struct hg_rate_search *s)
{
    const struct hg_mention *due = NULL;
    const struct hg_mention *done = NULL;

    for (size_t i = s->range.first; i < s->range.end; i++) {
        const struct hg_mention *mention = &s->scene->mentions.items[i];
        struct hg_str lead = hg_scene_text(s->scene, mention->lead);

        if (mention == s->stated || !within_reach(s, mention)) {
            continue;
        }
        if (says_due(lead)) {
            if (due != NULL) {
                return false;
            }
            due = mention;
        } else if (due != NULL && done == NULL && unit_same(due, mention) && says_done(lead)) {
            done = mention;
        }
    }
    for (size_t i = s->range.first; due != NULL && done == NULL && i < s->range.end; i++) {
        const struct hg_mention *mention = &s->scene->mentions.items[i];

        if (mention != due && mention != s->stated && within_reach(s, mention) &&
            unit_same(due, mention) && literal_length(s, mention) > 0) {
            done = mention; /* 返校48216人，应返48390人 */
        }
    }
    if (due == NULL || done == NULL || !is_of_due(s, due)) {
        return false;
    }
    s->part_count = s->whole_count = 0;
    add_role(s->parts, &s->part_count, done);
    add_role(s->wholes, &s->whole_count, due);
    s->certain = true;
    return true;
}

/* 整改完成率94.1%（32/34） */
static bool find_fraction(struct hg_rate_search *s)
{
    for (size_t i = s->range.first; i + 1 < s->range.end; i++) {
        const struct hg_mention *part = &s->scene->mentions.items[i];
        size_t end = part->quantity->span.end;
        uint32_t mark = hg_utf8_at(s->scene->text, end);

        if (part == s->stated || &part[1] == s->stated || (mark != '/' && mark != 0xFF0F) ||
            (i + 1 != s->index && i != s->index + 1) ||
            hg_scene_residue(s->scene, end, part[1].quantity->span.start, 0) > 12 ||
            !hg_unit_compatible(part->quantity->unit, part[1].quantity->unit)) {
            continue;
        }
        s->part_count = s->whole_count = 0;
        add_role(s->parts, &s->part_count, part);
        add_role(s->wholes, &s->whole_count, &part[1]);
        s->certain = true;
        return true;
    }
    return false;
}

/* ---- The whole that the sentence speaks of ---- */

/* A rate or share follows it at once: it is a part itself. */
static bool is_part_too(const struct hg_rate_search *s, const struct hg_mention *mention)
{
    const struct hg_mention *end = s->scene->mentions.items + s->scene->mentions.len;

    return mention + 1 < end && mention[1].sentence == mention->sentence &&
           mention + 1 != s->stated && hg_quantity_is_share(mention[1].quantity) &&
           !mention[1].change;
}

/* 用户38640户，隐患1126处，消除1109处: what is counted alike is the whole, the rest only might be. */
static void prefer_same_unit(struct hg_rate_search *s)
{
    size_t kept = 0;

    for (size_t i = 0; i < s->whole_count; i++) {
        if (unit_same(s->wholes[i], s->parts[0])) {
            s->wholes[kept++] = s->wholes[i];
        }
    }
    s->whole_count = kept > 0 ? kept : s->whole_count;
}

/* Numbers of the part's unit that came in before it: in its sentence, else at the head of the
 * passage (受理743件…；办结728件，办结率…). */
static void add_intake(struct hg_rate_search *s)
{
    const struct hg_mention *items = s->scene->mentions.items;
    const struct hg_mention *part = s->parts[0];
    struct hg_range passage = hg_scene_passage(s->scene, s->index);
    size_t at = (size_t)(part - items);

    for (size_t i = at; i > passage.first; i--) {
        const struct hg_mention *mention = &items[i - 1];

        if (s->whole_count > 0 && mention->sentence != part->sentence &&
            s->wholes[0]->sentence == part->sentence && unit_same(s->wholes[0], part)) {
            break; /* its own sentence gives the whole */
        }
        if (!within_reach(s, mention) || mention == s->stated || !unit_fits(mention, part) ||
            mention->depth > part->depth ||
            hg_mention_lead_has(s->scene, mention, HG_CUE_PREVIOUS)) {
            continue;
        }
        if (is_part_too(s, mention) && mention->sentence != s->stated->sentence) {
            s->sibling = true; /* the neighbour's part: a whole only by coincidence */
            add_role(s->wholes, &s->whole_count, mention);
            continue;
        }
        if (mention->sentence != s->stated->sentence) {
            s->far = s->far || !mention->proven;
        }
        add_role(s->wholes, &s->whole_count, mention);
    }
    prefer_same_unit(s);
    if (s->whole_count == 0 && part < s->stated) { /* 覆盖1876个，覆盖率98.6%（全县共1902个） */
        for (size_t i = s->index + 1; i < s->range.end; i++) {
            if (hg_rate_may_serve(&items[i]) && unit_fits(&items[i], part) &&
                (hg_mention_lead_has(s->scene, &items[i], HG_CUE_TOTAL | HG_CUE_SHARE) ||
                 hg_str_contains(hg_scene_text(s->scene, items[i].lead), HG_STR("全部")))) {
                add_role(s->wholes, &s->whole_count, &items[i]);
            }
        }
    }
}

/* 新收342件，上年结转28件: what was carried over belongs to the whole. */
static void find_carried(struct hg_rate_search *s)
{
    for (size_t i = s->range.first; i < s->range.end; i++) {
        const struct hg_mention *mention = &s->scene->mentions.items[i];

        if (mention != s->stated && hg_rate_may_serve(mention) && mention->depth == 0 &&
            hg_mention_lead_has(s->scene, mention, HG_CUE_STOCK) &&
            !hg_str_contains(hg_scene_text(s->scene, mention->lead), HG_STR("结转下")) &&
            s->carried == NULL) {
            s->carried = mention;
        }
    }
}

/* The number right before the part may be its whole, whatever the verbs say: 命案发4起、破4起. */
static void add_neighbour(struct hg_rate_search *s)
{
    const struct hg_mention *part = s->parts[0];
    const struct hg_mention *before = part > s->scene->mentions.items ? part - 1 : NULL;

    if (before != NULL && before != s->stated && before->sentence == part->sentence &&
        within_reach(s, before) && unit_same(before, part) &&
        hg_ratio_compare(before->quantity->shown, part->quantity->shown) >= 0) {
        add_role(s->wholes, &s->whole_count, before);
    }
}

void hg_rate_bind(struct hg_rate_search *s)
{
    struct hg_range before = hg_scene_sentence_before(s->scene, s->range);

    if (find_fraction(s) || find_due_pair(s)) {
        return;
    }
    if (s->row != NULL) {
        collect(s, (struct hg_range){s->range.first, s->index}, false);
        collect(s, (struct hg_range){s->index + 1, s->range.end}, false);
    }
    find_carried(s);
    s->by_table = s->part_count > 0;
    if (s->part_count == 0 || s->row == NULL ||
        s->row->word->certainty != HG_CERTAINTY_FIXED) {
        add_literal_part(s);
    } else if (literal_length(s, s->parts[0]) > 0) {
        s->literal = true;
    }
    if (s->row != NULL && s->whole_count == 0 && s->part_count > 0) {
        collect(s, before, true);
    }
    if (s->part_count == 0 && s->index > s->range.first &&
        within_reach(s, s->stated - 1) && hg_quantity_is_plain(s->stated[-1].quantity) &&
        s->stated->clause <= s->stated[-1].clause + 1 && hg_quantity_is_plain(s->stated->quantity)) {
        s->guessed = true; /* the number right before the rate */
        add_role(s->parts, &s->part_count, s->stated - 1);
    }
    if (s->part_count > 0 && (s->whole_count == 0 || s->guessed)) {
        s->wholes_by_place = true;
        add_intake(s);
    } else if (s->part_count > 0) {
        add_neighbour(s);
    }
}
