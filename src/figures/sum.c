/* Sums: a whole and the parts listed after it. 其中, brackets and colons open a list; names that leave
 * no remainder, 其他 at its end, a colon or a bracket make it complete. What cannot be complete is a
 * containment (Σ parts <= whole). Lists that a total closes stand in sum_total.c. */
#include "figures/sum.h"

#include "base/utf8.h"

/* A list that nothing opens is short; one that is opened may be long. */
enum { WHOLES_MAX = 3, LEADS_MAX = 8, UNMARKED_MAX = 8, ITEMS_MAX = 20000 };

/* How a list of parts hangs on its whole. */
enum opening {
    OPEN_NONE,     /* only follows it */
    OPEN_OF_WHICH, /* 其中, 包括, 含 */
    OPEN_DIVIDED,  /* 分为 */
    OPEN_COLON,    /* whole：parts */
    OPEN_BRACKET,  /* whole（parts） */
};

struct sum_search {
    struct hg_scene *scene;
    const struct hg_mention *whole;
    size_t whole_index;
    enum opening opening;
    HG_VEC(const struct hg_mention *) items;
    size_t tight;   /* so many items hang together by 、 or 和: surely one list; 0 if commas join them */
    bool ends_open; /* 等 follows the list, or it is broken off */
    bool to_end;    /* the list reaches the end of its sentence or bracket */
};

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
static size_t tight_length(const struct sum_search *s)
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

static void collect(struct sum_search *s, size_t first)
{
    const struct hg_scene *scene = s->scene;
    const struct hg_mention *items = scene->mentions.items;
    uint32_t sentence = items[first].sentence;
    uint16_t depth = items[first].depth;
    size_t i;

    for (i = first; i < scene->mentions.len && items[i].sentence == sentence; i++) {
        const struct hg_mention *mention = &items[i];

        if (s->items.len >= (s->opening == OPEN_NONE ? UNMARKED_MAX : ITEMS_MAX)) {
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

static struct hg_operand *bind(const struct sum_search *s, size_t count, enum hg_operand_role part,
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
static size_t length_that_fits(const struct sum_search *s)
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

/* A类, B类 …: the lead begins with the letter of its place. */
static bool is_lettered(const struct sum_search *s, size_t place)
{
    struct hg_str lead = hg_str_trim(hg_scene_text(s->scene, s->items.items[place]->lead));

    return lead.len > 0 && hg_utf8_at(lead, 0) == 'A' + (uint32_t)place;
}

static enum hg_partition partition(const struct sum_search *s, size_t count)
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

static bool all_same_unit(const struct sum_search *s, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!hg_unit_same(s->items.items[i]->quantity->unit, s->whole->quantity->unit)) {
            return false;
        }
    }
    return true;
}

/* ---- Claims ---- */

static void read_sum(struct sum_search *s, struct hg_claim *claim, size_t count)
{
    struct hg_operand *operands = bind(s, count, HG_OPERAND_ITEM, HG_OPERAND_TOTAL);

    hg_sum_align(operands, count + 1);
    hg_claim_read(s->scene->arena, claim, HG_FORMULA_SUM, operands, count + 1);
}

static void claim_sum(struct sum_search *s, size_t count, bool may_be_wrong,
                      enum hg_reason doubt)
{
    struct hg_mention *stated = &s->scene->mentions.items[s->whole_index];
    struct hg_claim *claim = hg_scene_claim(s->scene, HG_RELATION_SUM, stated);

    stated->used = false; /* a whole may be divided twice */
    read_sum(s, claim, count);
    /* Where only commas join the items, the list may be shorter than it looks. */
    for (size_t shorter = count - 1;
         may_be_wrong && s->tight == 0 && shorter > 1 &&
         partition(s, count) != HG_PARTITION_CLOSED && s->opening != OPEN_BRACKET &&
         claim->readings.len < HG_READINGS_MAX;
         shorter--) {
        read_sum(s, claim, shorter);
    }
    claim->may_be_wrong = may_be_wrong;
    claim->doubt = doubt;
    claim->name = HG_STR("合计");
    hg_scene_settle(s->scene, claim);
}

static void claim_at_most(struct sum_search *s, size_t first, size_t count, bool may_be_wrong,
                          enum hg_reason doubt)
{
    struct hg_mention *stated = &s->scene->mentions.items[s->whole_index];
    struct hg_claim *claim = hg_scene_claim(s->scene, HG_RELATION_CONTAINMENT, stated);
    struct sum_search part = *s;

    stated->used = false;
    part.items.items += first;
    part.items.len = count;
    claim->paragraph = s->scene->paragraph;
    claim->span = part.items.items[0]->quantity->span;
    hg_claim_read(s->scene->arena, claim, HG_FORMULA_AT_MOST,
                  bind(&part, count, HG_OPERAND_PART, HG_OPERAND_WHOLE), count + 1);
    /* An earlier, greater amount may be the whole that is meant. */
    for (size_t i = s->whole_index; s->opening != OPEN_BRACKET && i > 0 && s->whole_index - i < 6;
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

static bool fits_below(const struct sum_search *s, size_t first, size_t count)
{
    struct hg_interval sum = hg_interval_point(hg_ratio_of(0));

    for (size_t i = 0; i < count; i++) {
        sum = hg_interval_add(&sum, &s->items.items[first + i]->quantity->value);
    }
    return hg_interval_can_be_at_most(&sum, &s->whole->quantity->value);
}

/* Neither whole nor item is an aim, a stock, a yearly figure: they are of one time and kind. */
static bool of_one_kind(const struct sum_search *s, const struct hg_mention *item)
{
    return !hg_mention_lead_has(s->scene, s->whole, HG_CUE_YEARLY | HG_CUE_EACH | HG_CUE_AIM) &&
           hg_unit_same(item->quantity->unit, s->whole->quantity->unit) &&
           !hg_mention_lead_has(s->scene, item,
                                HG_CUE_CUMULATIVE | HG_CUE_TO | HG_CUE_AIM | HG_CUE_STOCK |
                                    HG_CUE_CALIBRE);
}

/* May two items hold the same thing? Ages, schooling, steps of one procedure cut across each other;
 * kinds, places and levels do not. */
static bool may_overlap(struct hg_str lead)
{
    static const char *const words[] = {
        "岁",   "学历", "本科", "大专", "研究生", "硕士", "博士", "女",   "党员", "族",   "职称",
        "以上", "以下", "及以", "新增", "首次",   "重点", "重大", "涉",   "已",   "累计", "年轻",
        "青年", "骨干", "残疾", "低保", "贫困",   "脱贫", "受理", "立案", "办结", "审结", "移送",
        "整改", "开工", "竣工", "完工", "签约",   "到位", "结案", "破获", "抓获", "化解", "成功",
        "检查", "查处", "处罚", "责令", "起诉",   "参加", "覆盖", "惠及", "使用", "获",   "优秀",
        "困难", "重复", "普惠", "示范", "高级",   "先进", "投入", "完成", "合格", "用于"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (hg_str_contains(lead, hg_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

/* The last character that is no filler. */
static uint32_t last_character(const struct hg_scene *scene, const struct hg_mention *item)
{
    struct hg_str lead = hg_str_trim(hg_scene_text(scene, item->lead));

    return hg_utf8_before(lead, lead.len);
}

/* The items divide the whole without overlap: by their names, or as pieces of one list none of
 * which may hold what another holds. */
static bool is_exclusive(const struct sum_search *s, size_t count)
{
    bool same_end = true;

    if (count < 2 || !all_same_unit(s, count)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (!of_one_kind(s, s->items.items[i])) {
            return false;
        }
    }
    if (partition(s, count) != HG_PARTITION_NONE) {
        return true;
    }
    for (size_t i = 0; i < count; i++) {
        struct hg_str lead = hg_scene_text(s->scene, s->items.items[i]->lead);

        if (may_overlap(lead) || lead.len > 45) {
            return false;
        }
        same_end = same_end && last_character(s->scene, s->items.items[i]) ==
                                   last_character(s->scene, s->items.items[0]);
    }
    return count <= s->tight || same_end;
}

/* Items that need not be complete: Σ <= whole, or each of them. */
static void claim_containment(struct sum_search *s)
{
    size_t list = s->tight > 1 ? s->tight : 1;

    while (s->tight == 0 && list < s->items.len && is_exclusive(s, list + 1)) {
        list++;
    }
    if (list > 1 && (fits_below(s, 0, list) || is_exclusive(s, list))) {
        claim_at_most(s, 0, list, !fits_below(s, 0, list), HG_REASON_OPEN_PARTITION);
        return;
    }
    for (size_t i = 0; i < list; i++) {
        const struct hg_mention *item = s->items.items[i];
        bool certain = (i == 0 || is_joined(item)) && s->opening == OPEN_OF_WHICH &&
                       of_one_kind(s, item);

        if (!fits_below(s, i, 1) || i == 0) {
            claim_at_most(s, i, 1, certain, certain ? HG_REASON_NONE : HG_REASON_SCOPE_DIFF);
        }
    }
}

/* Periods that differ divide a whole: 113件(其中，2022年76件，2023年37件). */
static bool by_years(const struct sum_search *s)
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

/* 其他, 其余: what ends so leaves nothing out. */
static bool ends_in_rest(const struct sum_search *s, size_t count)
{
    static const char *const words[] = {"其他", "其余", "其它", "剩余", "余下"};
    struct hg_str lead = hg_scene_text(s->scene, s->items.items[count - 1]->lead);

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (hg_str_contains(lead, hg_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

/* How many items make a list that leaves nothing out; 0 if the wording does not promise it. */
static size_t closed_length(const struct sum_search *s)
{
    size_t most = s->tight > 1 ? s->tight : s->items.len;

    for (size_t count = most; count > 1; count--) {
        if (ends_in_rest(s, count) ||
            (count <= LEADS_MAX && partition(s, count) == HG_PARTITION_CLOSED)) {
            return count;
        }
        if (s->tight > 1) {
            break;
        }
    }
    if (s->opening == OPEN_DIVIDED && s->tight > 1) {
        return s->tight;
    }
    if (is_chinese_count(s->whole) || !s->to_end || s->ends_open || s->items.len < 2) {
        return 0;
    }
    if (s->opening == OPEN_BRACKET || s->opening == OPEN_COLON || s->opening == OPEN_DIVIDED) {
        return s->items.len;
    }
    return s->opening == OPEN_OF_WHICH && s->items.items[0]->depth > 0 && by_years(s)
               ? s->items.len
               : 0;
}

static void settle_list(struct sum_search *s)
{
    size_t fit = length_that_fits(s);
    size_t closed;

    if (s->items.len == 0) {
        return;
    }
    closed = closed_length(s);
    if (fit > 0 && (closed == 0 || fit == closed)) {
        claim_sum(s, fit, false, HG_REASON_OPEN_PARTITION);
        return;
    }
    if (closed > 0) {
        bool same = all_same_unit(s, closed);

        claim_sum(s, closed, same, same ? HG_REASON_NONE : HG_REASON_OPEN_PARTITION);
        return;
    }
    if (partition(s, s->items.len) == HG_PARTITION_EXCLUSIVE) {
        claim_at_most(s, 0, s->items.len, all_same_unit(s, s->items.len), HG_REASON_OPEN_PARTITION);
    } else if (s->opening == OPEN_OF_WHICH) {
        claim_containment(s);
    }
}

/* ---- Which whole a list belongs to ---- */

static const struct hg_mention *whole_before(const struct sum_search *s, size_t index,
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

static void find_list(struct hg_scene *scene, size_t index, enum opening opening)
{
    struct sum_search s = {.scene = scene, .opening = opening};
    const struct hg_mention *item = &scene->mentions.items[index];

    if (!hg_mention_is_amount(item) || item->delta) {
        return;
    }
    s.whole = whole_before(&s, index, item);
    if (s.whole == NULL) {
        return;
    }
    s.whole_index = (size_t)(s.whole - scene->mentions.items);
    if (s.whole->sentence != item->sentence && opening != OPEN_OF_WHICH) {
        return;
    }
    collect(&s, index);
    settle_list(&s);
}

/* Two things counted at once (67件70人：…): the list may divide the other one. */
static void find_list_of_pair(struct hg_scene *scene, size_t index, enum opening opening)
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
static enum opening opening_at(const struct hg_scene *scene, size_t index)
{
    const struct hg_mention *mention = &scene->mentions.items[index];
    const struct hg_mention *before = index > 0 ? mention - 1 : NULL;

    if (hg_mention_gap_has(scene, mention, HG_CUE_OF_WHICH)) {
        return OPEN_OF_WHICH;
    }
    if (before == NULL || before->sentence != mention->sentence) {
        return OPEN_NONE;
    }
    if (mention->bracket) {
        const struct hg_cue *cue = hg_mention_cue(scene, mention, HG_CUE_INCLUDING);

        if (speaks_of_another(hg_scene_text(scene, mention->lead)) ||
            hg_mention_lead_has(scene, mention, HG_CUE_COMPARE | HG_CUE_UP | HG_CUE_DOWN)) {
            return OPEN_NONE; /* 年度目标分别为170吨、70吨 */
        }
        /* 1.09 (0.48, 2.47): bare numbers are no whole and its parts */
        return cue != NULL                     ? OPEN_OF_WHICH
               : before->quantity->unit == NULL ? OPEN_NONE
                                                : OPEN_BRACKET;
    }
    if (before->quantity->unit != NULL &&
        (mention->before == 0xFF1A || mention->before == ':') &&
        before->after == mention->before && mention->clause > before->clause) {
        return OPEN_COLON;
    }
    if (hg_mention_lead_has(scene, mention, HG_CUE_INCLUDING) && !mention->listed &&
        !speaks_of_another(hg_scene_text(scene, mention->lead)) &&
        hg_scene_residue(scene, before->quantity->span.end, mention->lead.start, HG_CUE_FILLER) <=
            24) {
        return divides(scene, mention) ? OPEN_DIVIDED : OPEN_OF_WHICH;
    }
    return OPEN_NONE;
}

/* A list that no word opens, in the whole's sentence or as the next one (投票站295个。城区64个，乡镇231
 * 个。): claimed only where the names divide the whole, or it balances. */
static void find_unmarked(struct hg_scene *scene, size_t index)
{
    struct sum_search s = {.scene = scene, .opening = OPEN_NONE};
    const struct hg_mention *items = scene->mentions.items;
    bool next;

    s.whole = &items[index];
    s.whole_index = index;
    if (!hg_sum_may_serve(s.whole) || index + 2 >= scene->mentions.len) {
        return;
    }
    next = items[index + 1].sentence == s.whole->sentence + 1 && s.whole->depth == 0;
    if ((items[index + 1].sentence != s.whole->sentence && !next) ||
        items[index + 1].depth != s.whole->depth || opening_at(scene, index + 1) != OPEN_NONE ||
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
            kind = partition(&s, count);
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
        enum opening opening;

        if (hg_sum_find_equation(scene, i) || !hg_mention_is_amount(mention)) {
            continue;
        }
        opening = opening_at(scene, i);
        if (opening != OPEN_NONE) {
            find_list_of_pair(scene, i, opening);
        }
        find_unmarked(scene, i);
        hg_sum_find_totals(scene, i);
    }
}
