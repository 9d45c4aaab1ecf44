#include "lang/context.h"

#include "base/utf8.h"

/* How far a condition looks at most: what stands farther away says nothing about the word, and the
 * cost stays linear in a text without marks. */
enum { SIGHT = 200 };

struct hg_context hg_context_of(const struct hg_scan *scan, const struct hg_analysis *analysis,
                                size_t first, size_t end)
{
    struct hg_context context = {scan, first, end, 0, scan->len};
    const struct hg_sentence *sentence =
        hg_analysis_sentence_at(analysis, scan->offset[first]);

    if (sentence != NULL) {
        context.sentence_first = hg_scan_index(scan, sentence->span.start);
        context.sentence_end = hg_scan_index(scan, sentence->span.end);
    }
    if (first - context.sentence_first > SIGHT) {
        context.sentence_first = first - SIGHT;
    }
    if (context.sentence_end > end + SIGHT) {
        context.sentence_end = end + SIGHT;
    }
    if (context.sentence_end < end) {
        context.sentence_end = end;
    }
    return context;
}

/* ---- Classes ---- */

static bool is_number(uint32_t c)
{
    return hg_char_is_digit(c) || hg_char_is_han_numeral(c);
}

static bool is_time_unit(uint32_t c)
{
    return c == 0x5E74 || c == 0x6708 || c == 0x65E5 || c == 0x53F7 || c == 0x65F6 ||
           c == 0x70B9; /* 年月日号时点 */
}

static bool any_literal(const struct hg_scan *scan, size_t at, const struct hg_str *literals,
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (hg_scan_at(scan, at, literals[i])) {
            return true;
        }
    }
    return false;
}

bool hg_context_time_at(const struct hg_scan *scan, size_t at)
{
    static const struct hg_str times[] = {
        HG_STR_INIT("目前"), HG_STR_INIT("现在"), HG_STR_INIT("当前"), HG_STR_INIT("今年"),
        HG_STR_INIT("今天"), HG_STR_INIT("今日"), HG_STR_INIT("本月"), HG_STR_INIT("本年"),
        HG_STR_INIT("本周"), HG_STR_INIT("上月"), HG_STR_INIT("上年"), HG_STR_INIT("上周"),
        HG_STR_INIT("去年"), HG_STR_INIT("昨天"), HG_STR_INIT("昨日"), HG_STR_INIT("年底"),
        HG_STR_INIT("年末"), HG_STR_INIT("年初"), HG_STR_INIT("月底"), HG_STR_INIT("月末"),
        HG_STR_INIT("期末"), HG_STR_INIT("同期"), HG_STR_INIT("此时"), HG_STR_INIT("此刻"),
        HG_STR_INIT("当日"), HG_STR_INIT("当年"), HG_STR_INIT("当月"), HG_STR_INIT("一季度"),
        HG_STR_INIT("二季度"), HG_STR_INIT("三季度"), HG_STR_INIT("四季度"),
        HG_STR_INIT("上半年"), HG_STR_INIT("发稿"), HG_STR_INIT("“十"),
    };
    size_t end;

    while (at < scan->len && scan->kind[at] == HG_CHAR_BLANK) {
        at++;
    }
    if (any_literal(scan, at, times, sizeof times / sizeof *times)) {
        return true;
    }
    if (scan->code[at] == 0x7B2C) { /* 第三季度 */
        at++;
    }
    for (end = at; end < scan->len && is_number(scan->code[end]) && end < at + 6; end++) {
    }
    while (end < scan->len && end > at && scan->kind[end] == HG_CHAR_BLANK) {
        end++;
    }
    return end > at && (is_time_unit(scan->code[end]) || hg_scan_at(scan, end, HG_STR("季度")));
}

static bool ends_time(const struct hg_scan *scan, size_t at)
{
    uint32_t c = hg_scan_before(scan, at);

    return (is_time_unit(c) && at >= 2 && is_number(scan->code[at - 2])) ||
           hg_scan_ends(scan, at, HG_STR("目前")) || hg_scan_ends(scan, at, HG_STR("现在")) ||
           hg_scan_ends(scan, at, HG_STR("年底")) || hg_scan_ends(scan, at, HG_STR("月底")) ||
           hg_scan_ends(scan, at, HG_STR("年末"));
}

static bool opens(uint32_t c)
{
    return c == 0x201C || c == 0x2018 || c == 0xFF08 || c == '(' || c == 0x300A || c == 0x3001;
}

static bool closes(uint32_t c)
{
    return c == 0x201D || c == 0x2019 || c == 0xFF09 || c == ')' || c == 0x300B || c == 0x3001;
}

static bool class_after(const struct hg_context *context, struct hg_str name)
{
    uint32_t c = context->scan->code[context->end];

    if (hg_str_is(name, "<time>")) {
        return hg_context_time_at(context->scan, context->end);
    }
    if (hg_str_is(name, "<num>")) {
        return is_number(c);
    }
    if (hg_str_is(name, "<han>")) {
        return hg_char_is_han(c);
    }
    return hg_str_is(name, "<end>") &&
           (context->end >= context->scan->len || hg_char_ends_clause(c) || closes(c));
}

static bool class_before(const struct hg_context *context, struct hg_str name)
{
    uint32_t c = hg_scan_before(context->scan, context->first);

    if (hg_str_is(name, "<time>")) {
        return ends_time(context->scan, context->first);
    }
    if (hg_str_is(name, "<num>")) {
        return is_number(c);
    }
    if (hg_str_is(name, "<han>")) {
        return hg_char_is_han(c);
    }
    return hg_str_is(name, "<start>") &&
           (context->first == 0 || hg_char_ends_clause(c) || opens(c));
}

/* ---- Conditions ---- */

static bool is_class(struct hg_str item)
{
    return item.len > 2 && item.data[0] == '<' && item.data[item.len - 1] == '>';
}

static bool found(const struct hg_context *context, size_t first, size_t end, struct hg_str item)
{
    struct hg_str part = hg_str_sub(context->scan->text, hg_scan_span(context->scan, first, end));

    return hg_str_contains(part, item);
}

static bool holds(const struct hg_context *context, struct hg_str item, bool anywhere, bool after)
{
    if (anywhere) {
        return after ? found(context, context->end, context->sentence_end, item)
                     : found(context, context->sentence_first, context->first, item);
    }
    if (is_class(item)) {
        return after ? class_after(context, item) : class_before(context, item);
    }
    return after ? hg_scan_at(context->scan, context->end, item)
                 : hg_scan_ends(context->scan, context->first, item);
}

static bool condition_holds(const struct hg_context *context, struct hg_str condition, bool after)
{
    bool wanted = false, met = false;
    struct hg_str item;

    while (hg_str_split(&condition, '|', &item)) {
        bool banned = hg_str_starts(item, HG_STR("!"));
        bool anywhere;

        item = hg_str_sub(item, (struct hg_span){banned, item.len});
        anywhere = hg_str_starts(item, HG_STR("~"));
        item = hg_str_sub(item, (struct hg_span){anywhere, item.len});
        if (item.len == 0) {
            continue;
        }
        if (banned && holds(context, item, anywhere, after)) {
            return false;
        }
        if (!banned) {
            wanted = true;
            met = met || holds(context, item, anywhere, after);
        }
    }
    return met || !wanted;
}

bool hg_context_before(const struct hg_context *context, struct hg_str condition)
{
    return condition_holds(context, condition, false);
}

bool hg_context_after(const struct hg_context *context, struct hg_str condition)
{
    return condition_holds(context, condition, true);
}

bool hg_context_inside(const struct hg_context *context, struct hg_str literals)
{
    const struct hg_scan *scan = context->scan;
    struct hg_str word = hg_str_sub(scan->text, hg_scan_span(scan, context->first, context->end));
    struct hg_str literal;

    while (hg_str_split(&literals, '|', &literal)) {
        for (size_t at = hg_str_find(literal, word, 0); at != SIZE_MAX;
             at = hg_str_find(literal, word, at + 1)) {
            size_t word_at = scan->offset[context->first];

            if (at <= word_at && literal.len <= scan->text.len - (word_at - at) &&
                hg_str_equal(hg_str_sub(scan->text, (struct hg_span){word_at - at,
                                                                     word_at - at + literal.len}),
                             literal)) {
                return true;
            }
        }
    }
    return false;
}
