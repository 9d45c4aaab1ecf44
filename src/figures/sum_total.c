/* Lists that a total closes (一审195件，二审9件，共204件), written equations (122+24=146), stock (旧存 +
 * 新收 − 结案 = 未结) and balances (共219件；办结211件，结转8件). */
#include "figures/sum.h"

#include "base/utf8.h"

enum { TERMS_MAX = 40, WALK_MAX = 120 };

struct total_search {
    struct hg_scene *scene;
    struct hg_mention *total;
    size_t index;
    const struct hg_mention *items[TERMS_MAX];
    size_t count;
    bool broken; /* something between the items is neither a term nor passed over for good reason */
};

static void read_sum(const struct hg_scene *scene, struct hg_claim *claim,
                     const struct hg_mention *const *items, size_t count,
                     const struct hg_mention *total)
{
    struct hg_operand operands[TERMS_MAX + 1];

    for (size_t i = 0; i < count; i++) {
        operands[i] = hg_operand_of(HG_OPERAND_ITEM, items[i]->quantity);
    }
    operands[count] = hg_operand_of(HG_OPERAND_TOTAL, total->quantity);
    hg_sum_align(operands, count + 1);
    hg_claim_read(scene->arena, claim, HG_FORMULA_SUM, operands, count + 1);
}

/* Enters the claim if it holds or is wrong; a total that may belong to other numbers says nothing. */
static void finish(struct hg_scene *scene, struct hg_claim *claim, bool may_be_wrong)
{
    claim->may_be_wrong = may_be_wrong;
    claim->doubt = may_be_wrong ? HG_REASON_NONE : HG_REASON_OPEN_PARTITION;
    hg_claim_settle(scene->arena, claim);
    if (claim->verdict != HG_VERDICT_UNVERIFIABLE) {
        *HG_PUSH(scene->arena, &scene->ledger->claims) = claim;
    }
}

/* 由5件增加到8件: two values of one thing. */
static bool is_course(const struct hg_scene *scene, const struct hg_mention *mention)
{
    const struct hg_mention *end = scene->mentions.items + scene->mentions.len;

    if (hg_mention_lead_has(scene, mention, HG_CUE_FROM | HG_CUE_PREVIOUS) &&
        mention + 1 < end && mention[1].sentence == mention->sentence &&
        hg_mention_gap_has(scene, mention + 1, HG_CUE_TO)) {
        return true;
    }
    return mention > scene->mentions.items && mention[-1].sentence == mention->sentence &&
           hg_mention_lead_has(scene, &mention[-1], HG_CUE_FROM) &&
           hg_mention_lead_has(scene, mention, HG_CUE_TO);
}

/* The terms before a total, in order: backwards to the number that opens the list (共1286件，其中…)
 * or to the start of the sentence. */
static void collect_terms(struct total_search *s)
{
    const struct hg_mention *all = s->scene->mentions.items;
    const struct hg_mention *kept[TERMS_MAX];
    size_t count = 0;

    for (size_t i = s->index; i > 0 && s->index - i < WALK_MAX && all[i - 1].sentence == s->total->sentence;
         i--) {
        const struct hg_mention *item = &all[i - 1];

        if (item->depth != s->total->depth || hg_quantity_is_share(item->quantity)) {
            continue;
        }
        if (!hg_unit_same(item->quantity->unit, s->total->quantity->unit)) {
            s->broken = s->broken || (!hg_sum_touches(item) && !hg_sum_touches(item + 1) &&
                                      hg_unit_compatible(item->quantity->unit,
                                                         s->total->quantity->unit));
            continue;
        }
        if (!hg_sum_may_serve(item) || is_course(s->scene, item)) {
            s->broken = s->broken || hg_mention_is_amount(item);
            break;
        }
        if (count == TERMS_MAX) {
            s->broken = true;
            break;
        }
        kept[count++] = item;
        if (hg_mention_gap_has(s->scene, item, HG_CUE_OF_WHICH)) {
            break;
        }
    }
    /* 共建成2460个，城区1580个，…，总计2460个: the whole said first and once more. */
    if (count > 2 && hg_ratio_compare(kept[count - 1]->quantity->shown,
                                      s->total->quantity->shown) == 0) {
        count--;
    }
    for (size_t i = 0; i < count; i++) {
        s->items[i] = kept[count - 1 - i];
    }
    s->count = count;
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

/* Past 共, 合计: a short verb may follow it (合计出警347次). */
static size_t past_total_word(const struct hg_scene *scene, const struct hg_mention *total)
{
    const struct hg_cue *cue = hg_mention_cue(scene, total, HG_CUE_TOTAL);
    struct hg_str word;

    if (cue == NULL) {
        return total->lead.end;
    }
    word = hg_scene_text(scene, (struct hg_span){cue->start, cue->end});
    return hg_str_starts(word, HG_STR("合计")) || hg_str_starts(word, HG_STR("共计")) ||
                   hg_str_starts(word, HG_STR("总计"))
               ? cue->end
               : total->lead.end;
}

static bool closes_plainly(const struct hg_scene *scene, const struct hg_mention *total)
{
    static const char *const whole[] = {"总数", "总量", "总额"};
    struct hg_str lead = hg_scene_text(scene, total->lead);

    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++) {
        if (hg_str_contains(lead, hg_str_of(whole[i]))) {
            return false; /* the total of something, perhaps of more than these */
        }
    }
    return hg_scene_residue(scene, total->lead.start, past_total_word(scene, total),
                            HG_CUE_FILLER | HG_CUE_TOTAL) == 0 &&
           hg_scene_residue(scene, past_total_word(scene, total), total->lead.end,
                            HG_CUE_FILLER) <= 9 &&
           (total->tail.end == total->tail.start || total->after == 0x3002 ||
            total->after == 0xFF0C || total->after == 0xFF1B || total->after == 0) &&
           !hg_mention_gap_has(scene, total, HG_CUE_OF_WHICH) &&
           !says_years(scene, total->lead);
}

/* Every term tells a period of its own: 一季度312件，二季度287件，…，全年共1240件. */
static bool by_periods(const struct total_search *s)
{
    for (size_t i = 0; i < s->count; i++) {
        struct hg_span gap = hg_mention_gap(s->scene, s->items[i]);

        if (!hg_scene_has_moment(s->scene, gap.start, gap.end)) {
            return false;
        }
    }
    return s->count == 2 || s->count == 4 || s->count == 12;
}

/* 补助标准提高到670元，缴费标准提高到400元，总额达到1070元: the values reached. */
static void read_reached(struct total_search *s, struct hg_claim *claim)
{
    const struct hg_mention *all = s->scene->mentions.items;
    const struct hg_mention *kept[TERMS_MAX];
    size_t count = 0;

    for (size_t i = s->index; i > 0 && s->index - i < WALK_MAX && all[i - 1].sentence == s->total->sentence;
         i--) {
        const struct hg_mention *item = &all[i - 1];

        if (hg_unit_same(item->quantity->unit, s->total->quantity->unit) &&
            hg_sum_may_serve(item) && hg_mention_lead_has(s->scene, item, HG_CUE_TO) &&
            hg_ratio_compare(s->total->quantity->step, item->quantity->step) <= 0 &&
            count < TERMS_MAX) {
            kept[count++] = item;
        }
    }
    if (count >= 2) {
        const struct hg_mention *ordered[TERMS_MAX];

        for (size_t i = 0; i < count; i++) {
            ordered[i] = kept[count - 1 - i];
        }
        read_sum(s->scene, claim, ordered, count, s->total);
    }
}

/* 一审195件，二审9件，共204件; 合计1148件1702人 closes two lists at once. */
static void find_total(struct hg_scene *scene, size_t index, const struct hg_mention *closing)
{
    struct total_search s = {.scene = scene, .index = index};
    struct hg_claim *claim;
    bool certain;

    s.total = &scene->mentions.items[index];
    if (!hg_sum_may_serve(s.total) || index == 0) {
        return;
    }
    collect_terms(&s);
    claim = hg_scene_claim(scene, HG_RELATION_SUM, s.total);
    s.total->used = false;
    claim->name = HG_STR("合计");
    if (s.count >= 2) {
        for (size_t first = 0; first + 1 < s.count; first++) {
            read_sum(scene, claim, s.items + first, s.count - first, s.total);
        }
    }
    read_reached(&s, claim);
    if (claim->readings.len == 0) {
        return;
    }
    certain = s.count >= 2 && !s.broken &&
              (closes_plainly(scene, closing) || by_periods(&s)) &&
              !hg_scene_sentence_has(scene, s.total, HG_CUE_AIM);
    finish(scene, claim, certain);
}

/* 甲18件、乙35件、丙62件，115件全部…: a number that begins the next clause and is the sum. */
static void find_silent_total(struct hg_scene *scene, size_t index)
{
    struct total_search s = {.scene = scene, .index = index};
    struct hg_claim *claim;

    s.total = &scene->mentions.items[index];
    if (!hg_sum_may_serve(s.total) || index < 2 || s.total->before != 0xFF0C ||
        hg_scene_residue(scene, s.total->lead.start, s.total->lead.end, HG_CUE_FILLER) > 0) {
        return;
    }
    collect_terms(&s);
    if (s.count < 2) {
        return;
    }
    for (size_t i = 1; i < s.count; i++) {
        if (!s.items[i]->listed && s.items[i]->before != 0x3001) {
            return;
        }
    }
    claim = hg_scene_claim(scene, HG_RELATION_SUM, s.total);
    s.total->used = false;
    claim->name = HG_STR("合计");
    read_sum(scene, claim, s.items, s.count, s.total);
    finish(scene, claim, false);
}

/* 122+24=146 */
bool hg_sum_find_equation(struct hg_scene *scene, size_t index)
{
    struct hg_mention *total = &scene->mentions.items[index];
    const struct hg_mention *items[TERMS_MAX];
    uint32_t mark = hg_utf8_before(scene->text, total->quantity->span.start);
    size_t first = index;
    struct hg_claim *claim;

    if (mark != '=' && mark != 0xFF1D) {
        return false;
    }
    while (first > 0 && index - first < TERMS_MAX) {
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
        items[i - first] = &scene->mentions.items[i];
    }
    claim = hg_scene_claim(scene, HG_RELATION_SUM, total);
    read_sum(scene, claim, items, index - first, total);
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

static bool tells_closed(const struct hg_scene *scene, const struct hg_mention *mention)
{
    static const char *const verbs[] = {"结案", "审结", "办结", "化解", "销号", "整改", "答复"};
    struct hg_str lead = hg_scene_text(scene, mention->lead);

    for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++) {
        if (hg_str_contains(lead, hg_str_of(verbs[v])) && !hg_str_contains(lead, HG_STR("未")) &&
            !hg_str_contains(lead, HG_STR("尚")) && !hg_str_contains(lead, HG_STR("率"))) {
            return hg_sum_may_serve(mention);
        }
    }
    return false;
}

static const struct hg_mention *closed_cases(const struct hg_scene *scene, struct hg_range range)
{
    for (size_t i = range.first; i < range.end; i++) {
        if (tells_closed(scene, &scene->mentions.items[i])) {
            return &scene->mentions.items[i];
        }
    }
    return NULL;
}

static void find_stock(struct hg_scene *scene, size_t index)
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

/* ---- Balances: what is left is all that is not done ---- */

/* 结转下年度, 其余: exhausts what there is. */
static bool exhausts(const struct hg_scene *scene, const struct hg_mention *mention)
{
    static const char *const words[] = {"结转下", "结转至下", "转下年", "转入下", "其余", "余下", "剩余", "下剩"};
    struct hg_str lead = hg_scene_text(scene, mention->lead);

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (hg_str_contains(lead, hg_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

/* 共219件；办结211件，结转下年度8件: done + left = what there was. */
static void find_balance(struct hg_scene *scene, size_t index)
{
    struct hg_mention *all = scene->mentions.items;
    struct hg_mention *left = &all[index];
    struct hg_range range = hg_scene_passage(scene, index);
    const struct hg_mention *items[2];
    const struct hg_mention *done = NULL;
    const struct hg_mention *whole = NULL;
    struct hg_claim *claim;

    for (size_t i = index; i > range.first && whole == NULL; i--) {
        const struct hg_mention *mention = &all[i - 1];

        if (!hg_sum_may_serve(mention) || mention->depth != left->depth ||
            !hg_unit_same(mention->quantity->unit, left->quantity->unit)) {
            continue;
        }
        if (done == NULL) {
            if (mention->sentence != left->sentence || !tells_closed(scene, mention)) {
                return;
            }
            done = mention;
        } else {
            whole = mention;
        }
    }
    if (whole == NULL || whole->delta || hg_mention_lead_has(scene, whole, HG_CUE_STOCK)) {
        return;
    }
    items[0] = done;
    items[1] = left;
    claim = hg_scene_claim(scene, HG_RELATION_SUM, (struct hg_mention *)(uintptr_t)whole);
    ((struct hg_mention *)(uintptr_t)whole)->used = false;
    claim->name = HG_STR("收支");
    read_sum(scene, claim, items, 2, whole);
    finish(scene, claim,
           !hg_mention_lead_has(scene, whole, HG_CUE_NEW) &&
               (hg_mention_lead_has(scene, whole, HG_CUE_TOTAL) ||
                !hg_scene_sentence_has(scene, whole, HG_CUE_STOCK)));
}

void hg_sum_find_totals(struct hg_scene *scene, size_t index)
{
    const struct hg_mention *mention = &scene->mentions.items[index];

    if (hg_mention_lead_has(scene, mention, HG_CUE_TOTAL)) {
        find_total(scene, index, mention);
    } else if (hg_sum_touches(mention) && index > 0 &&
               hg_mention_lead_has(scene, mention - 1, HG_CUE_TOTAL) &&
               mention->sentence == mention[-1].sentence) {
        find_total(scene, index, mention - 1);
    } else {
        find_silent_total(scene, index);
    }
    if (exhausts(scene, mention)) {
        find_balance(scene, index);
    } else if (hg_mention_lead_has(scene, mention, HG_CUE_STOCK)) {
        find_stock(scene, index);
    }
}
