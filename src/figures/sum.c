/* Sums: a whole and the parts listed after it. 其中, brackets and colons open a list; names that leave
 * no remainder, 其他 at its end, a colon or a bracket make it complete. What cannot be complete is a
 * containment (Σ parts <= whole). Lists that a total closes stand in sum_total.c. */
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
    return hg_str_contains(hg_scene_text(scene, mention->tail), HG_STR("等"));
}

/* ---- The list after a whole ---- */

bool hg_sum_touches(const struct hg_mention *mention)
{
    return mention->lead.end == mention->lead.start && !mention->listed && mention->before == 0;
}

static bool is_other_unit(const struct hg_mention *mention, const struct hg_mention *whole)
{
    return !hg_unit_compatible(mention->quantity->unit, whole->quantity->unit);
}

static bool is_joined(const struct hg_mention *mention)
{
    return mention->listed || mention->before == 0x3001;
}

/* The items that surely are one list; 0 where commas join them. */
static size_t tight_length(const struct hg_sum_search *s)
{
    size_t count = 1;

    while (count < s->items.len && (is_joined(s->items.items[count]) ||
                                    /* 8期620人次、14期1835人次: 、 stands before the pair */
                                    (hg_sum_touches(s->items.items[count]) &&
                                     is_joined(s->items.items[count] - 1)))) {
        count++;
    }
    return count > 1 ? count : 0;
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
            if (!hg_sum_touches(mention) &&
                !(i + 1 < scene->mentions.len && hg_sum_touches(&items[i + 1]))) {
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
        s->tight = tight_length(s);
        s->ends_open = follows_etc(scene, s->items.items[s->items.len - 1]);
    }
}

static struct hg_operand *bind(const struct hg_sum_search *s, size_t count, enum hg_operand_role part,
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

/* How many items balance the whole: the list that hangs together, else it and what follows, else
 * a beginning of it; 0 if none does. A list that hangs together is taken whole or not at all. */
static size_t length_that_fits(const struct hg_sum_search *s)
{
    size_t least = s->tight > 1 ? s->tight : 2;
    struct hg_operand *operands;
    struct hg_interval sum = hg_interval_point(hg_ratio_of(0));

    if (s->items.len < 2) {
        return 0;
    }
    operands = bind(s, s->items.len, HG_OPERAND_ITEM, HG_OPERAND_TOTAL);
    hg_sum_align(operands, s->items.len + 1);
    for (size_t i = 0; i < s->items.len; i++) {
        sum = hg_interval_add(&sum, &operands[i].value);
        if (i + 1 >= least && hg_interval_meets(&sum, &operands[s->items.len].value)) {
            return i + 1;
        }
    }
    return 0;
}

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

/* ---- Claims ---- */

static void read_sum(struct hg_sum_search *s, struct hg_claim *claim, size_t count)
{
    struct hg_operand *operands = bind(s, count, HG_OPERAND_ITEM, HG_OPERAND_TOTAL);

    hg_sum_align(operands, count + 1);
    hg_claim_read(s->scene->arena, claim, HG_FORMULA_SUM, operands, count + 1);
}

static void claim_sum(struct hg_sum_search *s, size_t count, bool may_be_wrong,
                      enum hg_reason doubt)
{
    struct hg_mention *stated = &s->scene->mentions.items[s->whole_index];
    struct hg_claim *claim = hg_scene_claim(s->scene, HG_RELATION_SUM, stated);

    stated->used = false; /* a whole may be divided twice */
    read_sum(s, claim, count);
    /* Where only commas join the items, the list may be shorter than it looks. */
    for (size_t shorter = count - 1;
         may_be_wrong && s->tight == 0 && shorter > 1 &&
         hg_sum_partition(s, count) != HG_PARTITION_CLOSED && s->opening != HG_SUM_OPEN_BRACKET &&
         claim->readings.len < HG_READINGS_MAX;
         shorter--) {
        read_sum(s, claim, shorter);
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
                  bind(&part, count, HG_OPERAND_PART, HG_OPERAND_WHOLE), count + 1);
    /* An earlier, greater amount may be the whole that is meant. */
    for (size_t i = s->whole_index; s->opening != HG_SUM_OPEN_BRACKET && i > 0 && s->whole_index - i < 6;
         i--) {
        const struct hg_mention *other = &s->scene->mentions.items[i - 1];

        if (other->sentence + 1 < s->whole->sentence) {
            break;
        }
        if (hg_sum_may_serve(other) && !is_other_unit(other, s->whole) &&
            claim->readings.len < WHOLES_MAX) {
            part.whole = other;
            hg_claim_read(s->scene->arena, claim, HG_FORMULA_AT_MOST,
                          bind(&part, count, HG_OPERAND_PART, HG_OPERAND_WHOLE), count + 1);
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
    size_t list = s->tight > 1 ? s->tight : 1;

    while (s->tight == 0 && list < s->items.len && hg_sum_is_exclusive(s, list + 1)) {
        list++;
    }
    if (list > 1 && (fits_below(s, 0, list) || hg_sum_is_exclusive(s, list))) {
        claim_at_most(s, 0, list, !fits_below(s, 0, list), HG_REASON_OPEN_PARTITION);
        return;
    }
    for (size_t i = 0; i < list; i++) {
        const struct hg_mention *item = s->items.items[i];
        bool certain = (i == 0 || is_joined(item)) && s->opening == HG_SUM_OPEN_OF_WHICH &&
                       hg_sum_of_one_kind(s, item);

        if (!fits_below(s, i, 1) || i == 0) {
            claim_at_most(s, i, 1, certain, certain ? HG_REASON_NONE : HG_REASON_SCOPE_DIFF);
        }
    }
}

static void settle_list(struct hg_sum_search *s)
{
    size_t fit = length_that_fits(s);
    size_t closed;

    if (s->items.len == 0) {
        return;
    }
    closed = hg_sum_closed_length(s);
    if (fit > 0 && (closed == 0 || fit == closed)) {
        claim_sum(s, fit, false, HG_REASON_OPEN_PARTITION);
        return;
    }
    if (closed > 0) {
        bool same = hg_sum_same_unit(s, closed);

        claim_sum(s, closed, same, same ? HG_REASON_NONE : HG_REASON_OPEN_PARTITION);
        return;
    }
    if (hg_sum_partition(s, s->items.len) == HG_PARTITION_EXCLUSIVE) {
        claim_at_most(s, 0, s->items.len, hg_sum_same_unit(s, s->items.len), HG_REASON_OPEN_PARTITION);
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
    if (index + 1 < scene->mentions.len && hg_sum_touches(&items[index + 1]) &&
        items[index + 1].sentence == items[index].sentence &&
        hg_mention_is_amount(&items[index + 1])) {
        find_list(scene, index + 1, opening);
    }
}

/* ---- All of them ---- */

/* 分为: the parts are all there are. */
static bool divides(const struct hg_scene *scene, const struct hg_mention *mention)
{
    struct hg_str gap = hg_scene_text(scene, hg_mention_gap(scene, mention));

    return hg_str_contains(gap, HG_STR("分为"));
}

/* A bracket that holds no parts: 年度目标分别为170吨、70吨. */
static bool speaks_of_another(struct hg_str lead)
{
    static const char *const words[] = {"分别", "目标", "任务", "计划", "上年", "去年",
                                        "同期", "上月", "不含", "另有", "另外", "除"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (hg_str_contains(lead, hg_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

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

        if (speaks_of_another(hg_scene_text(scene, mention->lead)) ||
            hg_mention_lead_has(scene, mention, HG_CUE_COMPARE | HG_CUE_UP | HG_CUE_DOWN)) {
            return HG_SUM_OPEN_NONE; /* 年度目标分别为170吨、70吨 */
        }
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
        !speaks_of_another(hg_scene_text(scene, mention->lead)) &&
        hg_scene_residue(scene, before->quantity->span.end, mention->lead.start, HG_CUE_FILLER) <=
            24) {
        return divides(scene, mention) ? HG_SUM_OPEN_DIVIDED : HG_SUM_OPEN_OF_WHICH;
    }
    return HG_SUM_OPEN_NONE;
}

/* A list that no word opens, in the whole's sentence or as the next one (投票站295个。城区64个，乡镇231
 * 个。): claimed only where the names divide the whole, or it balances. */
static void find_unmarked(struct hg_scene *scene, size_t index)
{
    struct hg_sum_search s = {.scene = scene, .opening = HG_SUM_OPEN_NONE};
    const struct hg_mention *items = scene->mentions.items;
    bool next;

    s.whole = &items[index];
    s.whole_index = index;
    if (!hg_sum_may_serve(s.whole) || index + 2 >= scene->mentions.len) {
        return;
    }
    next = items[index + 1].sentence == s.whole->sentence + 1 && s.whole->depth == 0;
    if ((items[index + 1].sentence != s.whole->sentence && !next) ||
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
    s.tight = s.items.len > 0 ? tight_length(&s) : 0;
    if (next && !(s.to_end && s.items.len > 1)) {
        return;
    }
    if (s.items.len > 1 && hg_quantity_is_plain(s.whole->quantity)) {
        size_t fit = length_that_fits(&s);
        enum hg_partition kind = HG_PARTITION_NONE;

        if (fit > 0 && (!next || fit == s.items.len)) {
            claim_sum(&s, fit, false, HG_REASON_OPEN_PARTITION);
            return;
        }
        for (size_t count = 2; !next && count <= LEADS_MAX && count <= s.items.len; count++) {
            kind = hg_sum_partition(&s, count);
            if (kind != HG_PARTITION_NONE) {
                s.items.len = count;
                break;
            }
        }
        if (kind != HG_PARTITION_NONE) {
            s.to_end = false;
            settle_list(&s);
        }
    }
}

void hg_find_sums(struct hg_scene *scene)
{
    for (size_t i = 0; i < scene->mentions.len; i++) {
        const struct hg_mention *mention = &scene->mentions.items[i];
        enum hg_sum_opening opening;

        if (hg_sum_find_equation(scene, i) || !hg_mention_is_amount(mention)) {
            continue;
        }
        opening = opening_at(scene, i);
        if (opening != HG_SUM_OPEN_NONE) {
            find_list_of_pair(scene, i, opening);
        }
        find_unmarked(scene, i);
        hg_sum_find_totals(scene, i);
    }
}
