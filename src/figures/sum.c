/* Sums: a whole and its parts. 其中, brackets and colons open a list after the whole; 共, 合计 close
 * one; names that leave no remainder make a list complete. What cannot be complete is a containment
 * (Σ parts <= whole). */
#include "figures/sum.h"

#include "base/utf8.h"

/* A list that nothing opens is short; one that is opened may be long. */
enum { WHOLES_MAX = 3, LEADS_MAX = 8, UNMARKED_MAX = 8, ITEMS_MAX = 20000 };

bool hg_sum_may_serve(const struct hg_mention *mention)
{
    return hg_mention_is_amount(mention) && !mention->delta && !mention->change &&
           (mention->quantity->flags & HG_QUANTITY_RANGE) == 0;
}

static bool follows_etc(const struct hg_scene *scene, const struct hg_mention *mention)
{
    return hg_str_starts(hg_scene_text(scene, (struct hg_span){mention->tail.start,
                                                               mention->tail.end}),
                         HG_STR("等")) ||
           hg_str_contains(hg_scene_text(scene, mention->tail), HG_STR("等"));
}

/* ---- The list after a whole ---- */

/* Mentions that touch (195件236人) count two things at once: the other unit is passed over. */
static bool touches(const struct hg_mention *mention)
{
    return mention->lead.end == mention->lead.start && !mention->listed && mention->before == 0;
}

static bool is_other_unit(const struct hg_mention *mention, const struct hg_mention *whole)
{
    return !hg_unit_compatible(mention->quantity->unit, whole->quantity->unit);
}

static void collect(struct hg_sum_search *s, size_t first)
{
    const struct hg_scene *scene = s->scene;
    const struct hg_mention *items = scene->mentions.items;
    uint32_t sentence = items[first].sentence;
    uint16_t depth = items[first].depth;
    size_t i;

    for (i = first; i < scene->mentions.len && items[i].sentence == sentence; i++) {
        const struct hg_mention *mention = &items[i];

        if (s->items.len >= (s->opening == HG_SUM_OPEN_NONE ? UNMARKED_MAX : ITEMS_MAX)) {
            break;
        }

        if (mention->depth > depth || hg_quantity_is_share(mention->quantity)) {
            continue; /* a bracket on an item, a share or growth beside it */
        }
        if (mention->depth < depth) {
            break;
        }
        if (i > first && (hg_mention_gap_has(scene, mention, HG_CUE_OF_WHICH) ||
                          hg_mention_lead_has(scene, mention, HG_CUE_TOTAL))) {
            break;
        }
        if (mention->delta || !hg_mention_is_amount(mention)) {
            continue;
        }
        if (is_other_unit(mention, s->whole)) {
            if (!touches(mention) && !(i + 1 < scene->mentions.len && touches(&items[i + 1]))) {
                break;
            }
            continue;
        }
        if (!hg_sum_may_serve(mention)) {
            break;
        }
        *HG_PUSH(scene->arena, &s->items) = mention;
    }
    s->to_end = i >= scene->mentions.len || items[i].sentence != sentence || items[i].depth < depth;
    if (s->items.len > 0) {
        s->ends_open = follows_etc(scene, s->items.items[s->items.len - 1]);
    }
}

/* A类, B类 …: the lead begins with the letter of its place. */
static bool is_lettered(const struct hg_sum_search *s, size_t place)
{
    struct hg_str lead = hg_str_trim(hg_scene_text(s->scene, s->items.items[place]->lead));

    return lead.len > 0 && hg_utf8_at(lead, 0) == 'A' + (uint32_t)place;
}

static enum hg_partition partition(const struct hg_sum_search *s, size_t count)
{
    struct hg_str leads[LEADS_MAX];

    if (count > LEADS_MAX) {
        return HG_PARTITION_NONE;
    }
    for (size_t i = 0; i < count; i++) {
        if (!hg_mention_lead_has(s->scene, s->items.items[i], HG_CUE_MEMBER) &&
            !is_lettered(s, i)) {
            return HG_PARTITION_NONE; /* the names say nothing: spare the search */
        }
        leads[i] = hg_scene_text(s->scene, s->items.items[i]->lead);
    }
    return hg_partition_of(leads, count);
}

struct hg_operand *hg_sum_bind(const struct hg_sum_search *s, size_t count, enum hg_operand_role part,
                               enum hg_operand_role whole)
{
    struct hg_operand *operands =
        HG_NEW_ARRAY(s->scene->arena, struct hg_operand, count + 1);

    for (size_t i = 0; i < count; i++) {
        operands[i] = hg_operand_of(part, s->items.items[i]->quantity);
    }
    operands[count] = hg_operand_of(whole, s->whole->quantity);
    return operands;
}

/* A bare whole number in a list of decimals is no more exact than they are: 279 beside 865.4. */
void hg_sum_align(struct hg_operand *operands, size_t count)
{
    struct hg_ratio finest = {0, 1};

    for (size_t i = 0; i < count; i++) {
        const struct hg_operand *o = &operands[i];

        if (o->decimals > 0 && (finest.num == 0 || hg_ratio_compare(o->step, finest) < 0)) {
            finest = o->step;
        }
    }
    for (size_t i = 0; finest.num != 0 && i < count; i++) {
        struct hg_operand *o = &operands[i];
        struct hg_ratio half;

        if (o->decimals == 0 && o->quantity != NULL && hg_quantity_is_plain(o->quantity) &&
            hg_ratio_compare(o->step, finest) > 0 && o->power == operands[count - 1].power &&
            hg_ratio_mul(&half, finest, hg_ratio_make(1, 2))) {
            o->step = finest;
            o->value = hg_interval_around(o->shown, half);
        }
    }
}

/* The shortest list from the first item on, of at least two, that balances; 0 if none does. */
static size_t prefix_that_fits(const struct hg_sum_search *s)
{
    size_t count = s->items.len;
    struct hg_operand *operands = hg_sum_bind(s, count, HG_OPERAND_ITEM, HG_OPERAND_TOTAL);
    struct hg_interval sum = operands[0].value;

    hg_sum_align(operands, count + 1);
    sum = operands[0].value;
    for (size_t i = 1; i < count; i++) {
        sum = hg_interval_add(&sum, &operands[i].value);
        if (hg_interval_meets(&sum, &operands[count].value)) {
            return i + 1;
        }
    }
    return 0;
}

static bool all_same_unit(const struct hg_sum_search *s, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!hg_unit_same(s->items.items[i]->quantity->unit, s->whole->quantity->unit)) {
            return false;
        }
    }
    return true;
}

/* ---- Claims ---- */

static void claim_sum(struct hg_sum_search *s, size_t count, bool may_be_wrong,
                      enum hg_reason doubt)
{
    struct hg_mention *stated = &s->scene->mentions.items[s->whole_index];
    struct hg_claim *claim = hg_scene_claim(s->scene, HG_RELATION_SUM, stated);
    struct hg_operand *operands = hg_sum_bind(s, count, HG_OPERAND_ITEM, HG_OPERAND_TOTAL);

    stated->used = false; /* a whole may be divided twice */
    hg_sum_align(operands, count + 1);
    hg_claim_read(s->scene->arena, claim, HG_FORMULA_SUM, operands, count + 1);
    for (size_t shorter = count;
         may_be_wrong && shorter > 2 && partition(s, count) != HG_PARTITION_CLOSED; shorter--) {
        operands = hg_sum_bind(s, shorter - 1, HG_OPERAND_ITEM, HG_OPERAND_TOTAL);
        hg_sum_align(operands, shorter);
        hg_claim_read(s->scene->arena, claim, HG_FORMULA_SUM, operands, shorter);
    }
    claim->may_be_wrong = may_be_wrong;
    claim->doubt = doubt;
    claim->name = HG_STR("合计");
    hg_scene_settle(s->scene, claim);
}

static void claim_at_most(struct hg_sum_search *s, size_t first, size_t count, bool may_be_wrong,
                          enum hg_reason doubt)
{
    struct hg_mention *stated = &s->scene->mentions.items[s->whole_index];
    struct hg_claim *claim = hg_scene_claim(s->scene, HG_RELATION_CONTAINMENT, stated);
    struct hg_sum_search part = *s;

    stated->used = false;
    part.items.items += first;
    part.items.len = count;
    claim->paragraph = s->scene->paragraph;
    claim->span = part.items.items[0]->quantity->span;
    hg_claim_read(s->scene->arena, claim, HG_FORMULA_AT_MOST,
                  hg_sum_bind(&part, count, HG_OPERAND_PART, HG_OPERAND_WHOLE), count + 1);
    /* An earlier, greater amount may be the whole that is meant. */
    for (size_t i = s->whole_index; i > 0 && s->whole_index - i < 6; i--) {
        const struct hg_mention *other = &s->scene->mentions.items[i - 1];

        if (other->sentence + 1 < s->whole->sentence) {
            break;
        }
        if (hg_sum_may_serve(other) && !is_other_unit(other, s->whole) &&
            claim->readings.len < WHOLES_MAX) {
            part.whole = other;
            hg_claim_read(s->scene->arena, claim, HG_FORMULA_AT_MOST,
                          hg_sum_bind(&part, count, HG_OPERAND_PART, HG_OPERAND_WHOLE), count + 1);
        }
    }
    claim->may_be_wrong = may_be_wrong;
    claim->doubt = doubt;
    claim->name = HG_STR("其中");
    hg_scene_settle(s->scene, claim);
}

static bool fits_below(const struct hg_sum_search *s, size_t first, size_t count)
{
    struct hg_interval sum = hg_interval_point(hg_ratio_of(0));

    for (size_t i = 0; i < count; i++) {
        sum = hg_interval_add(&sum, &s->items.items[first + i]->quantity->value);
    }
    return hg_interval_can_be_at_most(&sum, &s->whole->quantity->value);
}

/* Items that need not be complete: Σ <= whole, or each of them. */
static void claim_containment(struct hg_sum_search *s)
{
    if (fits_below(s, 0, s->items.len)) {
        claim_at_most(s, 0, s->items.len, false, HG_REASON_OPEN_PARTITION);
        return;
    }
    for (size_t i = 0; i < s->items.len; i++) {
        const struct hg_mention *item = s->items.items[i];
        bool certain = (i == 0 || item->listed) && s->opening == HG_SUM_OPEN_OF_WHICH &&
                       !hg_mention_lead_has(s->scene, s->whole, HG_CUE_YEARLY | HG_CUE_EACH) &&
                       hg_unit_same(item->quantity->unit, s->whole->quantity->unit) &&
                       !hg_mention_lead_has(s->scene, item,
                                            HG_CUE_CUMULATIVE | HG_CUE_TO | HG_CUE_AIM |
                                                HG_CUE_STOCK | HG_CUE_CALIBRE) &&
                       !hg_mention_lead_has(s->scene, s->whole, HG_CUE_AIM);

        if (i > 0 && !item->listed) {
            break; /* what a comma sets off may speak of something else */
        }
        if (!fits_below(s, i, 1) || i == 0) {
            claim_at_most(s, i, 1, certain, certain ? HG_REASON_NONE : HG_REASON_SCOPE_DIFF);
        }
    }
}

/* Years that differ divide a whole: 113件(其中，2022年76件，2023年37件). */
static bool by_years(const struct hg_sum_search *s)
{
    for (size_t i = 0; i < s->items.len; i++) {
        struct hg_span lead = s->items.items[i]->lead;

        if (!hg_scene_has_moment(s->scene, lead.start, lead.end) ||
            hg_scene_residue(s->scene, lead.start, lead.end,
                             HG_CUE_FILLER | HG_CUE_OF_WHICH) > 3) {
            return false;
        }
    }
    return s->items.len > 1;
}

static bool is_chinese_count(const struct hg_mention *mention)
{
    return (mention->quantity->numeral.flags & HG_NUMERAL_CHINESE) != 0;
}

/* 其他6件 at the end: nothing is left out. */
static bool ends_in_rest(const struct hg_sum_search *s)
{
    struct hg_str lead =
        hg_scene_text(s->scene, s->items.items[s->items.len - 1]->lead);

    return s->opening != HG_SUM_OPEN_NONE &&
           (hg_str_contains(lead, HG_STR("其他")) || hg_str_contains(lead, HG_STR("其它")) ||
            hg_str_contains(lead, HG_STR("其余")));
}

/* Does the wording promise that nothing is left out? */
static enum hg_partition closure(const struct hg_sum_search *s)
{
    enum hg_partition kind = partition(s, s->items.len);

    if (kind == HG_PARTITION_NONE && !s->ends_open && s->to_end && ends_in_rest(s) &&
        !is_chinese_count(s->whole)) {
        return HG_PARTITION_CLOSED;
    }
    if (kind != HG_PARTITION_NONE || s->ends_open) {
        return kind;
    }
    if (is_chinese_count(s->whole) || !s->to_end) {
        return HG_PARTITION_NONE;
    }
    if (s->opening == HG_SUM_OPEN_BRACKET || s->opening == HG_SUM_OPEN_COLON) {
        return HG_PARTITION_CLOSED;
    }
    return s->opening == HG_SUM_OPEN_OF_WHICH && s->items.items[0]->depth > 0 && by_years(s)
               ? HG_PARTITION_CLOSED
               : HG_PARTITION_NONE;
}

static void settle_list(struct hg_sum_search *s)
{
    size_t fit;
    enum hg_partition kind;
    bool same;

    if (s->items.len == 0) {
        return;
    }
    fit = prefix_that_fits(s);
    if (fit > 0 && fit < s->items.len && partition(s, s->items.len) == HG_PARTITION_CLOSED) {
        fit = 0; /* the names ask for the whole list */
    }
    if (fit > 0) {
        claim_sum(s, fit, false, HG_REASON_OPEN_PARTITION);
        return;
    }
    same = all_same_unit(s, s->items.len);
    kind = s->items.len > 1 ? closure(s) : HG_PARTITION_NONE;
    for (size_t count = s->items.len - 1; kind == HG_PARTITION_NONE && count > 1; count--) {
        if (count <= LEADS_MAX && partition(s, count) == HG_PARTITION_CLOSED) {
            s->items.len = count;
            kind = HG_PARTITION_CLOSED;
            same = all_same_unit(s, count);
        }
    }
    if (kind == HG_PARTITION_CLOSED) {
        claim_sum(s, s->items.len, same, same ? HG_REASON_NONE : HG_REASON_OPEN_PARTITION);
    } else if (kind == HG_PARTITION_EXCLUSIVE) {
        claim_at_most(s, 0, s->items.len, same, HG_REASON_OPEN_PARTITION);
    } else if (s->opening == HG_SUM_OPEN_OF_WHICH) {
        claim_containment(s);
    }
}

/* ---- Which whole a list belongs to ---- */

static const struct hg_mention *whole_before(const struct hg_sum_search *s, size_t index,
                                             const struct hg_mention *item)
{
    const struct hg_mention *items = s->scene->mentions.items;

    for (size_t i = index; i > 0 && index - i < HG_SCENE_REACH; i--) {
        const struct hg_mention *mention = &items[i - 1];

        if (mention->sentence + 1 < item->sentence) {
            break;
        }
        if (mention->depth <= item->depth && hg_sum_may_serve(mention) && !is_other_unit(item, mention)) {
            return mention;
        }
    }
    return NULL;
}

static void find_list(struct hg_scene *scene, size_t index, enum hg_sum_opening opening)
{
    struct hg_sum_search s = {.scene = scene, .opening = opening};
    const struct hg_mention *item = &scene->mentions.items[index];

    if (!hg_mention_is_amount(item) || item->delta) {
        return;
    }
    s.whole = whole_before(&s, index, item);
    if (s.whole == NULL) {
        return;
    }
    s.whole_index = (size_t)(s.whole - scene->mentions.items);
    if (s.whole->sentence != item->sentence && opening != HG_SUM_OPEN_OF_WHICH) {
        return;
    }
    collect(&s, index);
    settle_list(&s);
}

/* Two things counted at once (67件70人：…): the list may divide the other one. */
static void find_list_of_pair(struct hg_scene *scene, size_t index, enum hg_sum_opening opening)
{
    const struct hg_mention *items = scene->mentions.items;

    find_list(scene, index, opening);
    if (index + 1 < scene->mentions.len && touches(&items[index + 1]) &&
        items[index + 1].sentence == items[index].sentence &&
        hg_mention_is_amount(&items[index + 1])) {
        find_list(scene, index + 1, opening);
    }
}

/* ---- All of them ---- */

/* What opens a list at this mention. */
static enum hg_sum_opening opening_at(const struct hg_scene *scene, size_t index)
{
    const struct hg_mention *mention = &scene->mentions.items[index];
    const struct hg_mention *before = index > 0 ? mention - 1 : NULL;

    if (hg_mention_gap_has(scene, mention, HG_CUE_OF_WHICH)) {
        return HG_SUM_OPEN_OF_WHICH;
    }
    if (before == NULL || before->sentence != mention->sentence) {
        return HG_SUM_OPEN_NONE;
    }
    if (mention->bracket) {
        const struct hg_cue *cue = hg_mention_cue(scene, mention, HG_CUE_INCLUDING);

        /* 1.09 (0.48, 2.47): bare numbers are no whole and its parts */
        return cue != NULL                     ? HG_SUM_OPEN_OF_WHICH
               : before->quantity->unit == NULL ? HG_SUM_OPEN_NONE
                                                : HG_SUM_OPEN_BRACKET;
    }
    if (before->quantity->unit != NULL &&
        (mention->before == 0xFF1A || mention->before == ':') &&
        before->after == mention->before && mention->clause > before->clause) {
        return HG_SUM_OPEN_COLON;
    }
    if (hg_mention_lead_has(scene, mention, HG_CUE_INCLUDING) && !mention->listed &&
        hg_scene_residue(scene, before->quantity->span.end, mention->lead.start, HG_CUE_FILLER) <=
            24) {
        return HG_SUM_OPEN_OF_WHICH;
    }
    return HG_SUM_OPEN_NONE;
}

/* A list that no word opens: claimed only where the names divide the whole, or it balances. */
static void find_unmarked(struct hg_scene *scene, size_t index)
{
    struct hg_sum_search s = {.scene = scene, .opening = HG_SUM_OPEN_NONE};
    const struct hg_mention *items = scene->mentions.items;

    s.whole = &items[index];
    s.whole_index = index;
    if (!hg_sum_may_serve(s.whole) || index + 2 >= scene->mentions.len ||
        items[index + 1].sentence != s.whole->sentence ||
        items[index + 1].depth != s.whole->depth || opening_at(scene, index + 1) != HG_SUM_OPEN_NONE ||
        s.whole->listed || items[index + 1].listed ||
        hg_mention_lead_has(scene, s.whole, HG_CUE_STOCK | HG_CUE_NEW)) {
        return;
    }
    collect(&s, index + 1);
    for (size_t i = 0; i < s.items.len; i++) {
        if (!hg_quantity_is_plain(s.items.items[i]->quantity)) {
            s.items.len = i; /* 超过2万家: nearly anything would balance */
        }
    }
    if (s.items.len > 1 && hg_quantity_is_plain(s.whole->quantity)) {
        size_t fit = prefix_that_fits(&s);
        enum hg_partition kind = HG_PARTITION_NONE;

        if (fit > 0) {
            claim_sum(&s, fit, false, HG_REASON_OPEN_PARTITION);
            return;
        }
        for (size_t count = 2; count <= 4 && count <= s.items.len; count++) {
            kind = partition(&s, count);
            if (kind != HG_PARTITION_NONE) {
                s.items.len = count;
                break;
            }
        }
        if (kind != HG_PARTITION_NONE) {
            settle_list(&s);
        }
    }
}

void hg_find_sums(struct hg_scene *scene)
{
    for (size_t i = 0; i < scene->mentions.len; i++) {
        const struct hg_mention *mention = &scene->mentions.items[i];
        enum hg_sum_opening opening;

        if (hg_sum_find_equation(scene, i)) {
            continue;
        }
        if (!hg_mention_is_amount(mention)) {
            continue;
        }
        opening = opening_at(scene, i);
        if (opening != HG_SUM_OPEN_NONE) {
            find_list_of_pair(scene, i, opening);
        }
        find_unmarked(scene, i);
        if (hg_mention_lead_has(scene, mention, HG_CUE_TOTAL)) {
            hg_sum_find_total(scene, i);
        }
        if (hg_mention_lead_has(scene, mention, HG_CUE_STOCK)) {
            hg_sum_find_stock(scene, i);
        }
    }
}
