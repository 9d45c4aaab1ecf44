/* Enumerations: A、B等2个; 2家司法所（A、B）; 3个乡镇：A、B、C; “五大员”; 三个方面 … 一是 二是 三是. */
#include "figures/count.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "lang/chars.h"
#include "lang/numeral_chain.h"

/* Bytes: a tiny item has up to 5 characters, a middle one up to 9. */
enum { LISTED_MAX = 60, TINY_ITEM = 15, MIDDLE_ITEM = 27, SHORT_ITEM = 48, NOUN_MAX = 45 };

/* What stands between the marks 、 of one scope. */
struct list {
    uint32_t items;     /* pieces between 、 */
    uint32_t joints;    /* 和 及 与 以及 in them: each may divide one piece further */
    size_t longest;     /* bytes of the longest piece */
    size_t first;       /* bytes of the first piece */
    size_t last_start;  /* where the last piece begins */
    bool plain;         /* no piece holds 的 地 在 是 and the like: bare names */
    bool verbs;         /* a piece after the first begins something else: 开展, 推进 … */
    bool etc;           /* ends in 等 */
};

static bool is_joint(struct hg_str text, size_t at)
{
    uint32_t c = hg_utf8_at(text, at);

    return c == 0x548C || c == 0x53CA || c == 0x4E0E || c == 0x6216;
}

static bool holds_verb(struct hg_str piece)
{
    static const char *const verbs[] = {
        "开展", "推进", "实施", "组织", "落实", "建立", "加强", "完善", "推动", "做好", "抓好",
        "围绕", "打造", "制定", "出台", "举办", "深化", "强化", "聚焦", "突出", "通过", "荣获",
        "新增", "建成", "完成", "覆盖", "涉及", "包括", "涵盖", "联合", "会同", "对", "向", "把",
        "将", "在", "以", "获", "被", "为", "召开", "形成", "明确", "实现", "提出", "针对"};

    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        if (hg_str_contains(piece, hg_str_of(verbs[i]))) {
            return true;
        }
    }
    return false;
}

/* Are the pieces bare names? Asked only where a number stands by the list. */
static void look_into(struct list *list, struct hg_str piece)
{
    static const char *const links[] = {"的", "地", "在", "是", "和", "了", "以", "有", "共"};

    for (size_t i = 0; i < sizeof links / sizeof *links; i++) {
        list->plain = list->plain && !hg_str_contains(piece, hg_str_of(links[i]));
    }
    list->verbs = list->verbs || (list->items > 0 && holds_verb(piece));
}

static void end_piece(struct list *list, struct hg_str text, size_t start, size_t end, bool closely)
{
    size_t len = end - start;

    if (closely) {
        look_into(list, hg_str_sub(text, (struct hg_span){start, end}));
    }
    if (list->items == 0) {
        list->first = len;
    }
    list->longest = len > list->longest ? len : list->longest;
    list->items++;
    list->last_start = start;
}

/* Splits text[start .. end) at its own 、; inner quotes and brackets are passed over. */
static struct list split(const struct hg_scene *scene, size_t start, size_t end, bool closely)
{
    struct list list = {.plain = true};
    size_t piece = start;

    for (size_t at = start; at < end;) {
        uint32_t c = hg_utf8_at(scene->text, at);
        size_t next = at;

        hg_utf8_next(scene->text, &next);
        if (c == 0x201C || c == 0xFF08 || c == '(' || c == 0x300A) {
            const struct hg_pair *pair = hg_analysis_pair_at(scene->analysis, at);

            if (pair != NULL && pair->outer.start == at && pair->outer.end <= end) {
                next = pair->outer.end;
                /* “甲”“乙” without 、 are two items */
                if (c == 0x201C && hg_utf8_at(scene->text, next) == 0x201C && next < end) {
                    end_piece(&list, scene->text, piece, next, closely);
                    piece = next;
                }
            }
        } else if (c == 0x3001) {
            end_piece(&list, scene->text, piece, at, closely);
            piece = next;
        } else if (is_joint(scene->text, at) && at > piece) {
            list.joints++;
        }
        at = next;
    }
    list.etc = end >= 3 && hg_str_ends(hg_str_sub(scene->text, (struct hg_span){start, end}),
                                       HG_STR("等"));
    end_piece(&list, scene->text, piece, end, closely);
    return list;
}

struct hg_claim *hg_count_claim(struct hg_scene *scene, struct hg_span span)
{
    struct hg_claim *claim = HG_NEW(scene->arena, struct hg_claim);

    claim->relation = HG_RELATION_COUNT;
    claim->paragraph = scene->paragraph;
    claim->span = span;
    claim->name = HG_STR("列举");
    return claim;
}

void hg_count_read(struct hg_scene *scene, struct hg_claim *claim, int64_t stated,
                       struct hg_span number, int64_t listed, struct hg_span items, bool open)
{
    struct hg_operand operands[2];

    operands[0] = hg_operand_count(HG_OPERAND_COUNT, listed, scene->paragraph, items);
    operands[1] = hg_operand_count(HG_OPERAND_STATED, stated, scene->paragraph, number);
    hg_claim_read(scene->arena, claim, open ? HG_FORMULA_COUNT_AT_MOST : HG_FORMULA_COUNT,
                  operands, 2);
}

/* Enters the claim if it holds, or if it may be called wrong. */
void hg_count_finish(struct hg_scene *scene, struct hg_claim *claim, bool may_be_wrong)
{
    claim->may_be_wrong = may_be_wrong;
    claim->doubt = may_be_wrong ? HG_REASON_NONE : HG_REASON_OPEN_PARTITION;
    hg_claim_settle(scene->arena, claim);
    if (claim->verdict != HG_VERDICT_UNVERIFIABLE) {
        *HG_PUSH(scene->arena, &scene->ledger->claims) = claim;
    }
}

static void claim_list(struct hg_scene *scene, const struct list *list, struct hg_span items,
                       int64_t stated, struct hg_span number, bool may_be_wrong)
{
    struct hg_claim *claim = hg_count_claim(scene, number);

    for (uint32_t extra = 0; extra <= list->joints && extra < 8; extra++) {
        hg_count_read(scene, claim, stated, number, (int64_t)list->items + extra, items, list->etc);
        if (list->etc) {
            break;
        }
    }
    hg_count_finish(scene, claim, may_be_wrong);
}

/* ---- A、B、C等7大要素: the number ends the list ---- */

/* A whole number 2 .. LISTED_MAX that starts at `at` and counts kinds of things. */
bool hg_count_number(struct hg_str text, size_t at, int64_t *out, size_t *end)
{
    static const char *const after[] = {
        "大", "个", "项", "类", "种", "条", "方面", "家", "名", "位", "省", "市", "县", "区",
        "镇", "乡", "村", "州", "国", "支", "座", "所", "处", "部", "门", "重", "点", "级", "学",
        "员", "领域", "环节", "地", "人", "张"};
    uint32_t c = hg_utf8_at(text, at);
    struct hg_numeral numeral;

    if (!hg_char_is_digit(c) && hg_numeral_digit(c) < 2 && hg_numeral_power(c) != 1) {
        return false;
    }
    if (!hg_numeral_parse(text, at, &numeral) || numeral.flags & (HG_NUMERAL_VAGUE | HG_NUMERAL_SHARE | HG_NUMERAL_TOO_LONG | HG_NUMERAL_DECIMAL) ||
        !hg_numeral_whole(hg_str_sub(text, numeral.span), out) || *out < 2 || *out > LISTED_MAX) {
        return false;
    }
    if (hg_utf8_before(text, at) == 0x201C) {
        *end = numeral.span.end; /* “五大员”: whatever it counts */
        return true;
    }
    for (size_t i = 0; i < sizeof after / sizeof *after; i++) {
        struct hg_str rest = {text.data + numeral.span.end, text.len - numeral.span.end};

        if (hg_str_starts(rest, hg_str_of(after[i]))) {
            *end = numeral.span.end;
            return true;
        }
    }
    return false;
}

/* The number in the last piece of a list: after 等, after the last item, or opening a quote. */
static size_t number_in_last(const struct hg_scene *scene, const struct list *list, size_t end,
                             int64_t *stated, size_t *number_end)
{
    size_t at = list->last_start;

    if (at < end) {
        hg_utf8_next(scene->text, &at); /* the last item has at least one character */
    }
    while (at < end) {
        uint32_t c = hg_utf8_at(scene->text, at);
        uint32_t before = hg_utf8_before(scene->text, at);

        if (before == 0x7B2C /* 第 */ || c == 0xFF08 || c == '(') {
            return SIZE_MAX;
        }
        if (c == 0x201C && hg_numeral_digit(hg_utf8_at(scene->text, at + 3)) < 2 &&
            hg_numeral_power(hg_utf8_at(scene->text, at + 3)) != 1) {
            return SIZE_MAX; /* a name of another kind */
        }
        if ((hg_char_is_digit(c) && hg_char_is_digit(hg_utf8_before(scene->text, at))) ||
            !hg_count_number(scene->text, at, stated, number_end) || *number_end > end) {
            hg_utf8_next(scene->text, &at);
            continue;
        }
        return at;
    }
    return SIZE_MAX;
}

static bool geographic(struct hg_str text, size_t at)
{
    static const char *const names[] = {"省", "市", "县", "区", "镇", "乡", "村", "州", "国"};
    struct hg_str rest = {text.data + at, text.len - at};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (hg_str_starts(rest, hg_str_of(names[i]))) {
            return true;
        }
    }
    return false;
}

/* Is the list surely the whole list? Short pieces of like length, and nothing else begins in it. */
static bool is_strict(const struct hg_scene *scene, const struct list *list,
                      const struct hg_clause *clause, size_t at, size_t number_end)
{
    uint32_t c = hg_utf8_at(scene->text, at);
    bool han = hg_numeral_digit(c) >= 0 || hg_numeral_power(c) > 0;
    uint32_t before = clause->span.start > 0 ? hg_utf8_before(scene->text, clause->span.start) : 0;
    struct hg_str rest = {scene->text.data + number_end, scene->text.len - number_end};

    if (list->verbs || !list->plain || list->items < 2 ||
        list->longest > (list->etc ? MIDDLE_ITEM : TINY_ITEM)) {
        return false;
    }
    if (before == 0xFF0C || before == ',') {
        return false; /* the list may have begun before the comma */
    }
    if (!geographic(scene->text, number_end) &&
        (!han || !(hg_str_starts(rest, HG_STR("大")) || hg_str_starts(rest, HG_STR("个")) ||
                   hg_str_starts(rest, HG_STR("项")) || hg_str_starts(rest, HG_STR("类")) ||
                   hg_str_starts(rest, HG_STR("种")) || hg_str_starts(rest, HG_STR("方面"))))) {
        return list->etc && han;
    }
    return true;
}

/* 二、认真进行…: the mark belongs to a heading's number. */
static bool is_label(const struct hg_scene *scene, size_t start, const struct list *list)
{
    int64_t value;

    return list->first <= 9 && list->items > 0 &&
           hg_numeral_whole(hg_str_sub(scene->text, (struct hg_span){start, start + list->first}),
                            &value);
}

/* 围绕“学、查、改、建”四个环节: a list in quotes, the number right behind them. */
static void find_quoted_list(struct hg_scene *scene, const struct hg_clause *clause)
{
    size_t at = clause->span.end;
    int64_t stated;
    size_t number_end;
    struct list list;

    if (hg_utf8_before(scene->text, clause->span.start) != 0x201C ||
        hg_utf8_at(scene->text, at) != 0x201D) {
        return;
    }
    hg_utf8_next(scene->text, &at);
    if (hg_utf8_at(scene->text, at) == 0x7B49) { /* 等 */
        hg_utf8_next(scene->text, &at);
    }
    if (!hg_count_number(scene->text, at, &stated, &number_end)) {
        return;
    }
    list = split(scene, clause->span.start, clause->span.end, false);
    if (list.items >= 2 && list.items <= LISTED_MAX) {
        claim_list(scene, &list, clause->span, stated, (struct hg_span){at, number_end}, false);
    }
}

static void find_closed_by_number(struct hg_scene *scene, const struct hg_clause *clause)
{
    struct list list = split(scene, clause->span.start, clause->span.end, false);
    int64_t stated = 0;
    size_t number_end = 0;
    size_t at;
    size_t item_end;
    struct list pure;

    if (list.items < 2 || list.items > LISTED_MAX ||
        is_label(scene, clause->span.start, &list)) {
        return;
    }
    at = number_in_last(scene, &list, clause->span.end, &stated, &number_end);
    if (at == SIZE_MAX) {
        return;
    }
    item_end = at;
    if (hg_utf8_before(scene->text, item_end) == 0x201C) {
        hg_utf8_prev(scene->text, &item_end);
    }
    if (item_end <= list.last_start) {
        return;
    }
    pure = split(scene, clause->span.start, item_end, true);
    if (pure.etc) {
        pure.joints = 0;
    }
    claim_list(scene, &pure, (struct hg_span){clause->span.start, item_end}, stated,
               (struct hg_span){at, number_end},
               hg_utf8_before(scene->text, at) != 0x201C &&
                   is_strict(scene, &pure, clause, at, number_end));
}

/* ---- 2家司法所（A、B）, 3个乡镇：A、B、C: the list follows the number ---- */

/* 县（市、区）: alternatives, not a list. */
static bool is_alternatives(struct hg_str inner)
{
    static const char *const parts[] = {"市",   "区",   "县",   "街道", "镇",   "乡",   "场",
                                        "州",   "旗",   "园区", "村",   "社区", "单位", "部门",
                                        "林区", "地",   "盟",   "居",   "套",   "次", "自治区", "直辖市", "园", "级", "乡镇", "科室", "司", "厅", "局", "委"};
    struct hg_str rest = inner;

    while (rest.len > 0) {
        size_t at = hg_str_find(rest, HG_STR("、"), 0);
        struct hg_str piece = {rest.data, at == SIZE_MAX ? rest.len : at};

        for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
            if (hg_str_is(piece, parts[i])) {
                return true;
            }
        }
        if (at == SIZE_MAX) {
            break;
        }
        rest.data += at + 3;
        rest.len -= at + 3;
    }
    return false;
}

static bool opens_partial(struct hg_str inner)
{
    static const char *const words[] = {"如", "包括", "含", "其中", "不含", "主要", "例如", "原", "即", "以下", "在"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (hg_str_starts(inner, hg_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

static bool has_quantity(const struct hg_scene *scene, size_t index, struct hg_span span)
{
    for (size_t i = index + 1; i < scene->mentions.len; i++) {
        if (scene->mentions.items[i].quantity->span.start >= span.end) {
            return false;
        }
        if (scene->mentions.items[i].quantity->span.start >= span.start) {
            return true;
        }
    }
    return false;
}

static void find_list_in(struct hg_scene *scene, size_t index, struct hg_span inner,
                         int64_t stated, bool strict)
{
    const struct hg_mention *mention = &scene->mentions.items[index];
    struct hg_str text = hg_scene_text(scene, inner);
    struct list list;

    if (inner.end <= inner.start || has_quantity(scene, index, inner) || is_alternatives(text) ||
        hg_scene_has_moment(scene, inner.start, inner.end) ||
        !hg_str_contains(text, HG_STR("、"))) {
        return;
    }
    list = split(scene, inner.start, inner.end, true);
    if (list.items < 2 || list.items > LISTED_MAX) {
        return;
    }
    claim_list(scene, &list, inner, stated, mention->quantity->span,
               strict && list.plain && !opens_partial(text) && list.longest <= SHORT_ITEM &&
                   !hg_str_contains(text, HG_STR("，")) && !hg_str_contains(text, HG_STR(",")) &&
                   !hg_str_contains(text, HG_STR("；")) && !list.verbs);
}

static bool whole_count(const struct hg_mention *mention, int64_t *out)
{
    const struct hg_quantity *q = mention->quantity;
    struct hg_ratio value;

    if (q->unit == NULL || q->unit->dimension != HG_DIMENSION_COUNT || !hg_quantity_is_plain(q) ||
        q->step.num != 0) {
        return false;
    }
    value = hg_ratio_reduce(q->shown);
    *out = (int64_t)value.num;
    return value.den == 1 && value.num >= 2 && value.num <= LISTED_MAX;
}

static void find_after_number(struct hg_scene *scene, size_t index)
{
    const struct hg_mention *mention = &scene->mentions.items[index];
    const struct hg_clause *clause = &scene->analysis->clauses.items[mention->clause];
    size_t at = mention->quantity->span.end;
    size_t end = clause->span.end;
    int64_t stated;

    if (!whole_count(mention, &stated) || has_quantity(scene, index, (struct hg_span){at, end})) {
        return;
    }
    while (at < end && at - mention->quantity->span.end <= NOUN_MAX) {
        uint32_t c = hg_utf8_at(scene->text, at);

        if (c == 0xFF08 || c == '(') {
            const struct hg_pair *pair = hg_analysis_pair_at(scene->analysis, at);

            if (pair != NULL && pair->outer.start == at) {
                find_list_in(scene, index, pair->inner, stated, true);
            }
            return;
        }
        if (hg_char_class(c) != HG_CHAR_HAN && c != 0x201C && c != 0x201D) {
            return;
        }
        hg_utf8_next(scene->text, &at);
    }
    if (at == end && (clause->end_mark == 0xFF1A || clause->end_mark == ':') &&
        mention->clause + 1 < scene->analysis->clauses.len) {
        const struct hg_clause *next = &scene->analysis->clauses.items[mention->clause + 1];

        find_list_in(scene, index, next->span, stated,
                     next->depth == clause->depth && next->end_mark != 0xFF0C &&
                         next->end_mark != ',' && next->end_mark != 0xFF1A);
    }
}

void hg_find_counts(struct hg_scene *scene)
{
    size_t at = hg_str_find(scene->text, HG_STR("、"), 0);

    hg_count_find_series(scene);
    while (at != SIZE_MAX) {
        const struct hg_clause *clause = hg_analysis_clause_at(scene->analysis, at);

        if (clause == NULL) {
            break;
        }
        if (clause->depth > 0) {
            find_quoted_list(scene, clause);
        }
        find_closed_by_number(scene, clause);
        at = hg_str_find(scene->text, HG_STR("、"),
                         clause->span.end > at ? clause->span.end : at + 3);
    }
    for (size_t i = 0; i < scene->mentions.len; i++) {
        find_after_number(scene, i);
    }
}
