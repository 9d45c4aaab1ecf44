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
    uint32_t ending;    /* the character that every piece ends in; 0 if they differ */
    bool plain_rest;    /* as `plain`, of all pieces but the first, which may begin with a verb */
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
        bool linked = hg_str_contains(piece, hg_str_of(links[i]));

        list->plain = list->plain && !linked;
        list->plain_rest = list->plain_rest && (list->items == 0 || !linked);
    }
    /* 联合督办 is a name; what is longer may be a clause. */
    list->verbs = list->verbs || (list->items > 0 && piece.len > 12 && holds_verb(piece));
}

static void note_ending(struct list *list, struct hg_str piece)
{
    uint32_t c;

    if (hg_str_ends(piece, HG_STR("等"))) {
        piece.len -= 3;
    }
    c = hg_utf8_before(piece, piece.len);
    list->ending = list->items == 0 || list->ending == c ? c : 0;
}

static void end_piece(struct list *list, struct hg_str text, size_t start, size_t end, bool closely)
{
    size_t len = end - start;

    if (closely) {
        look_into(list, hg_str_sub(text, (struct hg_span){start, end}));
    }
    note_ending(list, hg_str_sub(text, (struct hg_span){start, end}));
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
    struct list list = {.plain = true, .plain_rest = true};
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
        "员", "领域", "环节", "地", "人", "张", "办", "件", "次"};
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

static bool starts_with_one(struct hg_str rest, const char *words)
{
    struct hg_str list = hg_str_of(words);
    struct hg_str word;

    while (hg_str_split(&list, '|', &word)) {
        if (hg_str_starts(rest, word)) {
            return true;
        }
    }
    return false;
}

/* A、B、C等2个: may more be listed than are said? Only kinds are counted so, never cases or people. */
static bool is_strict_open(const struct list *list, struct hg_str rest, bool han)
{
    return list->plain_rest && !list->verbs && list->longest <= MIDDLE_ITEM &&
           (han || starts_with_one(rest, "个|项|类|种|张|大|支|条|家"));
}

/* Is the list surely the whole list? Short pieces of like length, and nothing else begins in it. */
static bool is_strict(const struct hg_scene *scene, const struct list *list, size_t start, size_t at,
                      size_t number_end)
{
    uint32_t c = hg_utf8_at(scene->text, at);
    bool han = hg_numeral_digit(c) >= 0 || hg_numeral_power(c) > 0;
    uint32_t before = start > 0 ? hg_utf8_before(scene->text, start) : 0;
    struct hg_str rest = {scene->text.data + number_end, scene->text.len - number_end};
    bool kinds = starts_with_one(rest, "大|个|项|类|种|方面|张");

    if (list->items < 2) {
        return false;
    }
    if (list->etc) {
        return is_strict_open(list, rest, han);
    }
    if (hg_utf8_before(scene->text, at) == 0x201C) { /* …清单“三张清单”: of one kind, and so named */
        const struct hg_pair *pair = hg_analysis_pair_at(scene->analysis, at);

        return kinds && pair != NULL && list->ending != 0 && list->items >= 3 &&
               hg_utf8_before(scene->text, pair->inner.end) == list->ending;
    }
    if (before == 0xFF0C || before == ',') {
        return false; /* the list may have begun before the comma */
    }
    if (list->ending != 0 && list->items >= 3 && kinds && list->longest <= TINY_ITEM &&
        list->plain) {
        return true;
    }
    return !list->verbs && list->plain && list->longest <= TINY_ITEM &&
           (geographic(scene->text, number_end) || (han && kinds));
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

/* 基金会7个三类: the kinds are counted last. */
static size_t last_of_two(const struct hg_scene *scene, size_t number, size_t end, int64_t *stated,
                          size_t *number_end)
{
    size_t at = *number_end;
    size_t later_end;
    int64_t later;

    hg_utf8_next(scene->text, &at); /* the measure word */
    if (at < end && hg_count_number(scene->text, at, &later, &later_end) && later_end <= end &&
        (hg_str_starts((struct hg_str){scene->text.data + later_end, end - later_end},
                       HG_STR("类")) ||
         hg_str_starts((struct hg_str){scene->text.data + later_end, end - later_end},
                       HG_STR("大")))) {
        *stated = later;
        *number_end = later_end;
        return at;
    }
    return number;
}

/* 6人, 两次: people and times are counted, not the pieces of a list; but 四件大事. */
static bool counts_single(const struct hg_scene *scene, size_t at, size_t end)
{
    struct hg_str rest = {scene->text.data + end, scene->text.len - end};
    bool digits = hg_char_is_digit(hg_utf8_at(scene->text, at));

    return hg_str_starts(rest, HG_STR("次")) || hg_str_starts(rest, HG_STR("+")) ||
           (digits && (hg_str_starts(rest, HG_STR("人")) || hg_str_starts(rest, HG_STR("名")) ||
                       hg_str_starts(rest, HG_STR("位")) ||
                       (hg_str_starts(rest, HG_STR("件")) &&
                        !hg_str_starts(rest, HG_STR("件大事")) &&
                        !hg_str_starts(rest, HG_STR("件事")) &&
                        !hg_str_starts(rest, HG_STR("件实事")))));
}

/* The list text[start .. item_end) and the number at `at` that counts it. */
static void count_segment(struct hg_scene *scene, size_t start, size_t at, int64_t stated,
                          size_t number_end)
{
    size_t item_end = at;
    struct list list;

    if (hg_utf8_before(scene->text, item_end) == 0x201C) {
        hg_utf8_prev(scene->text, &item_end);
    }
    list = split(scene, start, item_end, true);
    if (list.items < 2 || list.items > LISTED_MAX || is_label(scene, start, &list) ||
        item_end <= list.last_start) {
        return;
    }
    if (list.etc) {
        list.joints = 0;
    } else if (counts_single(scene, at, number_end) ||
               (item_end < at && list.items + list.joints < 3)) {
        return; /* 村干部7人、大学生村官2人; 中马“两国双园” */
    }
    claim_list(scene, &list, (struct hg_span){start, item_end}, stated,
               (struct hg_span){at, number_end}, is_strict(scene, &list, start, at, number_end));
}

/* Past the thing counted: 3项举措和 | 上门办: where the next list of the clause begins. */
static size_t past_counted(const struct hg_scene *scene, size_t at, size_t end)
{
    while (at < end) {
        size_t here = at;
        uint32_t c = hg_utf8_next(scene->text, &at);

        if (c == 0x3001 || c == 0x7684 /* 的 */ || is_joint(scene->text, here)) {
            return at;
        }
    }
    return end;
}

/* Every number of the clause that a list leads up to: A、B、C等7大要素; A、B2项和C、D、E3项. */
static void find_closed_by_number(struct hg_scene *scene, const struct hg_clause *clause)
{
    size_t end = clause->span.end;
    size_t start = clause->span.start;
    size_t marked = 0; /* past the last 、 of this list; 0: none yet */

    for (size_t at = start; at < end;) {
        uint32_t c = hg_utf8_at(scene->text, at);
        const struct hg_pair *pair =
            c == 0x201C || c == 0x300A || c == 0xFF08 || c == '('
                ? hg_analysis_pair_at(scene->analysis, at)
                : NULL;
        size_t next = at;
        size_t number = at;
        size_t number_end;
        int64_t stated;

        hg_utf8_next(scene->text, &next);
        if (c == 0x3001) {
            marked = next;
            at = next;
            continue;
        }
        number = c == 0x201C ? next : at;
        if (marked != 0 && number > marked && hg_utf8_before(scene->text, number) != 0x7B2C &&
            !hg_char_is_digit(hg_utf8_before(scene->text, number)) &&
            hg_count_number(scene->text, number, &stated, &number_end) && number_end <= end) {
            number = last_of_two(scene, number, end, &stated, &number_end);
            count_segment(scene, start, number, stated, number_end);
            start = at = past_counted(scene, number_end, end);
            marked = 0;
            continue;
        }
        at = pair != NULL && pair->outer.start == at && pair->outer.end <= end ? pair->outer.end
                                                                               : next;
    }
}

/* ---- “甲”“乙”等3个, 《甲》《乙》2项: pieces that touch ---- */

static void find_touching(struct hg_scene *scene)
{
    const struct hg_pair *pairs = scene->analysis->pairs.items;
    size_t count = scene->analysis->pairs.len;

    for (size_t i = 0; i < count; i++) {
        size_t last = i;
        size_t at;
        size_t number_end;
        int64_t stated;
        int64_t listed = 1;
        bool open;
        struct hg_claim *claim;

        if (pairs[i].kind != HG_PAIR_DOUBLE_QUOTE && pairs[i].kind != HG_PAIR_TITLE) {
            continue;
        }
        for (size_t j = i + 1; j < count && pairs[j].outer.start <= pairs[last].outer.end; j++) {
            if (pairs[j].outer.start == pairs[last].outer.end && pairs[j].kind == pairs[i].kind) {
                last = j;
                listed++;
            }
        }
        at = pairs[last].outer.end;
        open = hg_utf8_at(scene->text, at) == 0x7B49; /* 等 */
        if (open) {
            hg_utf8_next(scene->text, &at);
        }
        if (listed >= 2 && hg_count_number(scene->text, at, &stated, &number_end)) {
            struct hg_span items = {pairs[i].outer.start, pairs[last].outer.end};

            claim = hg_count_claim(scene, (struct hg_span){at, number_end});
            hg_count_read(scene, claim, stated, (struct hg_span){at, number_end}, listed, items,
                          open);
            hg_count_finish(scene, claim,
                            hg_utf8_before(scene->text, items.start) != 0x3001 &&
                                hg_utf8_before(scene->text, items.start) != 0xFF0C);
        }
        i = last;
    }
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
    find_touching(scene);
    for (size_t i = 0; i < scene->mentions.len; i++) {
        find_after_number(scene, i);
    }
}
