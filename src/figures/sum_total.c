/* Sums whose total comes last: 共, 合计, =, and the balance of a stock. */
#include "figures/sum.h"

#include "base/utf8.h"

enum { BACK_MAX = 1000 };

/* ---- Lists that a total closes ---- */

static void collect_backwards(struct hg_sum_search *s, size_t total)
{
    const struct hg_mention *items = s->scene->mentions.items;
    uint32_t sentence = items[total].sentence;
    size_t first = total;

    while (first > 0 && total - first < BACK_MAX && items[first - 1].sentence == sentence) {
        const struct hg_mention *mention = &items[first - 1];

        if (hg_mention_is_amount(mention) && !mention->delta &&
            hg_unit_same(mention->quantity->unit, items[total].quantity->unit) &&
            !hg_sum_may_serve(mention)) {
            break;
        }
        first--;
    }
    for (size_t i = first; i < total; i++) {
        if (items[i].depth == items[total].depth && hg_sum_may_serve(&items[i]) &&
            !hg_mention_gap_has(s->scene, &items[i], HG_CUE_TO | HG_CUE_FROM) &&
            hg_unit_same(items[i].quantity->unit, items[total].quantity->unit)) {
            *HG_PUSH(s->scene->arena, &s->items) = &items[i];
        }
    }
}

static void read_suffixes(struct hg_sum_search *s, struct hg_claim *claim)
{
    size_t len = s->items.len;

    /* Long lists are tried whole and a few shorter; the budget keeps a paragraph of totals linear. */
    for (size_t first = 0; first + 1 < len && first < (len > 30 ? 2 : len) &&
                           claim->readings.len < HG_READINGS_MAX && s->scene->budget > len;
         first++) {
        struct hg_sum_search part = *s;
        struct hg_operand *operands;

        s->scene->budget -= len;
        part.items.items += first;
        operands = hg_sum_bind(&part, len - first, HG_OPERAND_ITEM, HG_OPERAND_TOTAL);
        hg_sum_align(operands, len - first + 1);
        hg_claim_read(s->scene->arena, claim, HG_FORMULA_SUM, operands, len - first + 1);
    }
}

/* 五年共计 …: the total spans more than the items. */
static bool says_years(const struct hg_scene *scene, struct hg_span span)
{
    for (size_t i = hg_scene_first_moment(scene, span.start); i < scene->found->moments.len; i++) {
        const struct hg_date *date = &scene->found->moments.items[i].date;

        if (date->span.start >= span.end) {
            break;
        }
        if (date->relative != HG_RELATIVE_THIS_YEAR) {
            return true;
        }
    }
    return hg_str_contains(hg_scene_text(scene, span), HG_STR("年共")) &&
           !hg_str_contains(hg_scene_text(scene, span), HG_STR("全年"));
}

/* 一审195件，二审9件，共204件 */
void hg_sum_find_total(struct hg_scene *scene, size_t index)
{
    struct hg_mention *total = &scene->mentions.items[index];
    struct hg_sum_search s = {.scene = scene, .whole = total, .whole_index = index};
    struct hg_claim *claim;
    bool plain;

    if (!hg_sum_may_serve(total) || index == 0 || scene->mentions.items[index - 1].sentence != total->sentence) {
        return;
    }
    collect_backwards(&s, index);
    if (s.items.len < 2) {
        return;
    }
    plain = hg_scene_residue(scene, total->lead.start, total->lead.end,
                             HG_CUE_FILLER | HG_CUE_TOTAL) == 0 &&
            (total->tail.end == total->tail.start || total->after == 0x3002 ||
             total->after == 0xFF0C || total->after == 0) &&
            !hg_mention_gap_has(scene, total, HG_CUE_OF_WHICH) && s.items.len <= 12 &&
            !says_years(scene, total->lead);
    claim = hg_scene_claim(scene, HG_RELATION_SUM, total);
    total->used = false;
    claim->name = HG_STR("合计");
    read_suffixes(&s, claim);
    claim->may_be_wrong = plain;
    claim->doubt = HG_REASON_OPEN_PARTITION;
    hg_claim_settle(scene->arena, claim);
    if (claim->verdict != HG_VERDICT_UNVERIFIABLE) {
        *HG_PUSH(scene->arena, &scene->ledger->claims) = claim;
    }
}

/* 122+24=146 */
bool hg_sum_find_equation(struct hg_scene *scene, size_t index)
{
    struct hg_mention *total = &scene->mentions.items[index];
    struct hg_sum_search s = {.scene = scene, .whole = total, .whole_index = index};
    uint32_t mark = hg_utf8_before(scene->text, total->quantity->span.start);
    size_t first = index;
    struct hg_claim *claim;

    if (mark != '=' && mark != 0xFF1D) {
        return false;
    }
    while (first > 0) {
        const struct hg_mention *item = &scene->mentions.items[first - 1];
        uint32_t joint = hg_utf8_at(scene->text, item->quantity->span.end);

        if (first < index ? (joint != '+' && joint != 0xFF0B) : joint != mark) {
            break;
        }
        first--;
    }
    if (index - first < 2) {
        return false;
    }
    for (size_t i = first; i < index; i++) {
        *HG_PUSH(scene->arena, &s.items) = &scene->mentions.items[i];
    }
    claim = hg_scene_claim(scene, HG_RELATION_SUM, total);
    {
        struct hg_operand *operands = hg_sum_bind(&s, s.items.len, HG_OPERAND_ITEM, HG_OPERAND_TOTAL);

        hg_sum_align(operands, s.items.len + 1);
        hg_claim_read(scene->arena, claim, HG_FORMULA_SUM, operands, s.items.len + 1);
    }
    claim->may_be_wrong = true;
    hg_scene_settle(scene, claim);
    return true;
}

/* ---- Stock: 旧存 + 新收 − 结案 = 未结 ---- */

static const struct hg_mention *with_class(const struct hg_scene *scene, struct hg_range range,
                                           uint32_t classes, const struct hg_mention *not_this)
{
    for (size_t i = range.first; i < range.end; i++) {
        const struct hg_mention *mention = &scene->mentions.items[i];

        if (mention != not_this && hg_sum_may_serve(mention) &&
            hg_mention_lead_has(scene, mention, classes)) {
            return mention;
        }
    }
    return NULL;
}

static const struct hg_mention *closed_cases(const struct hg_scene *scene, struct hg_range range)
{
    static const char *const verbs[] = {"结案", "审结", "办结", "化解", "销号"};

    for (size_t i = range.first; i < range.end; i++) {
        const struct hg_mention *mention = &scene->mentions.items[i];
        struct hg_str lead = hg_scene_text(scene, mention->lead);

        for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++) {
            if (hg_sum_may_serve(mention) && hg_str_contains(lead, hg_str_of(verbs[v])) &&
                !hg_str_contains(lead, HG_STR("未")) && !hg_str_contains(lead, HG_STR("尚"))) {
                return mention;
            }
        }
    }
    return NULL;
}

void hg_sum_find_stock(struct hg_scene *scene, size_t index)
{
    struct hg_range range = hg_scene_sentence(scene, index);
    const struct hg_mention *old = &scene->mentions.items[index];
    const struct hg_mention *fresh = with_class(scene, range, HG_CUE_NEW, old);
    struct hg_mention *left =
        (struct hg_mention *)(uintptr_t)with_class(scene, range, HG_CUE_LEFT, old);
    const struct hg_mention *closed = closed_cases(scene, range);
    struct hg_operand operands[4];
    struct hg_claim *claim;

    if (fresh == NULL || left == NULL || closed == NULL || left == closed || fresh == left ||
        !hg_unit_same(old->quantity->unit, fresh->quantity->unit) ||
        !hg_unit_same(old->quantity->unit, left->quantity->unit) ||
        !hg_unit_same(old->quantity->unit, closed->quantity->unit)) {
        return;
    }
    operands[0] = hg_operand_of(HG_OPERAND_ITEM, old->quantity);
    operands[1] = hg_operand_of(HG_OPERAND_ITEM, fresh->quantity);
    operands[2] = hg_operand_of(HG_OPERAND_MINUS, closed->quantity);
    operands[3] = hg_operand_of(HG_OPERAND_TOTAL, left->quantity);
    claim = hg_scene_claim(scene, HG_RELATION_SUM, left);
    hg_sum_align(operands, 4);
    hg_claim_read(scene->arena, claim, HG_FORMULA_SUM, operands, 4);
    claim->may_be_wrong = true;
    claim->name = HG_STR("存量");
    hg_scene_settle(scene, claim);
}
