#include "base/utf8.h"
#include "lang/chars.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_unmatched_mark = {
    .id = "unmatched-mark",
    .family = HG_FAMILY_MARKS,
    .name = "标点不成对",
    .severity = HG_SEVERITY_ERROR,
    .summary = "引号、括号、书名号缺一半、方向写反、嵌套用错或全半角混搭",
    .explanation = "引号、括号、书名号应成对使用，少了一半，读者就不知道引文或篇名到哪里为止。引号里再用引号，"
                   "外双内单；书名号里再用书名号，外双内单（GB/T 15834—2011 第4.8、4.9、4.15条）。"
                   "请在原文中找到缺的一半并补上；一对括号的两半应同为全角。",
    .bad = "认真学习“三个务必，共举办宣讲会12场。\n",
    .good = "认真学习“三个务必”，共举办宣讲会12场。\n",
    .run = run,
};

/* A lone mark of the document, still waiting for a partner in a later paragraph. */
struct waiting {
    const struct hg_paragraph *paragraph;
    struct hg_lone_mark mark;
    bool settled;
};

struct lone_marks {
    HG_VEC(struct waiting) marks;
    struct hg_habit mixed; /* pairs of one full-width and one half-width bracket */
};

/* ---- Marks that are not half of a pair ---- */

static bool is_counter(uint32_t c)
{
    return hg_char_is_digit(c) || hg_char_is_han_numeral(c) || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || (c >= 0x2460 && c <= 0x2473);
}

/* 1） a) 一）: a closing bracket alone behind a counter that begins a clause. */
static bool is_list_number(const struct hg_scan *scan, size_t at)
{
    size_t start = at;

    while (start > 0 && at - start < 4 && is_counter(scan->code[start - 1])) {
        start--;
    }
    while (start > 0 && start < at && scan->kind[start - 1] == HG_CHAR_BLANK) {
        start--;
    }
    return start < at && scan->kind[at - 1] != HG_CHAR_BLANK &&
           (start == 0 || hg_char_ends_clause(scan->code[start - 1]) ||
            scan->code[start - 1] == 0x3001);
}

static bool is_ignorable(const struct hg_scan *scan, const struct hg_analysis *analysis,
                         const struct hg_lone_mark *mark)
{
    size_t at = hg_scan_index(scan, mark->span.start);
    uint32_t before = hg_scan_before(scan, at);

    if (hg_analysis_masked(analysis, mark->span.start)) {
        return true;
    }
    switch (mark->kind) {
    case HG_PAIR_ROUND:
        return !mark->opens && is_list_number(scan, at);
    case HG_PAIR_SINGLE_QUOTE: /* don’t, Workers’, ’99 */
        return hg_char_class(before) == HG_CHAR_LATIN ||
               hg_char_class(scan->code[at + 1]) == HG_CHAR_LATIN ||
               hg_char_is_digit(scan->code[at + 1]);
    case HG_PAIR_STRAIGHT_QUOTE: /* 3.5" */
        return hg_char_is_digit(before);
    case HG_PAIR_CURLY:
    case HG_PAIR_SQUARE:
        return !hg_char_is_han(before) && !hg_char_is_han(scan->code[at + 1]);
    default:
        return false;
    }
}

static void collect(struct hg_pass *pass, const struct hg_paragraph *paragraph,
                    struct lone_marks *lone)
{
    const struct hg_analysis *analysis = hg_pass_analysis(pass, paragraph);

    for (size_t i = 0; i < analysis->lone_marks.len; i++) {
        if (!is_ignorable(hg_pass_scan(pass, paragraph), analysis,
                          &analysis->lone_marks.items[i])) {
            *HG_PUSH(hg_pass_arena(pass), &lone->marks) =
                (struct waiting){paragraph, analysis->lone_marks.items[i], false};
        }
    }
}

/* ---- Pairs over several paragraphs, and marks written the wrong way round ---- */

enum { REACH = 12 }; /* paragraphs that a quotation or a bracketed list may run over */

static bool same_story(const struct hg_paragraph *a, const struct hg_paragraph *b)
{
    return a->part == b->part && hg_node_enclosing_cell(&a->node) == hg_node_enclosing_cell(&b->node);
}

/* A quotation of several paragraphs has “ at the front of each, and ” at its end alone. */
static bool next_begins_so(const struct hg_doc *doc, const struct waiting *mark)
{
    struct hg_str open = hg_str_sub(mark->paragraph->text, mark->mark.span);
    const struct hg_paragraph *next =
        mark->paragraph->index + 1 < doc->paragraphs.len
            ? doc->paragraphs.items[mark->paragraph->index + 1]
            : NULL;

    return next != NULL && same_story(next, mark->paragraph) && hg_str_starts(next->text, open);
}

/* A mark opened in one paragraph and closed in a later one is a pair. */
static void join_paragraphs(const struct hg_doc *doc, struct lone_marks *lone)
{
    struct waiting *last[HG_PAIR_KIND_COUNT] = {NULL};

    for (size_t i = 0; i < lone->marks.len; i++) {
        struct waiting *mark = &lone->marks.items[i];
        struct waiting *open = last[mark->mark.kind];

        if (mark->settled) {
            continue;
        }
        if (mark->mark.opens) {
            mark->settled = next_begins_so(doc, mark);
            last[mark->mark.kind] = mark;
            continue;
        }
        if (open != NULL && open->paragraph != mark->paragraph &&
            same_story(open->paragraph, mark->paragraph) &&
            mark->paragraph->index - open->paragraph->index <= REACH) {
            open->settled = mark->settled = true;
        }
        last[mark->mark.kind] = NULL;
    }
}

/* The other half of a mark; "" if it has no direction. */
static struct hg_str partner(struct hg_str mark)
{
    static const struct hg_str halves[][2] = {
        {HG_STR_INIT("“"), HG_STR_INIT("”")}, {HG_STR_INIT("‘"), HG_STR_INIT("’")},
        {HG_STR_INIT("（"), HG_STR_INIT("）")}, {HG_STR_INIT("("), HG_STR_INIT(")")},
        {HG_STR_INIT("《"), HG_STR_INIT("》")}, {HG_STR_INIT("〈"), HG_STR_INIT("〉")},
        {HG_STR_INIT("【"), HG_STR_INIT("】")}, {HG_STR_INIT("〔"), HG_STR_INIT("〕")},
        {HG_STR_INIT("「"), HG_STR_INIT("」")}, {HG_STR_INIT("『"), HG_STR_INIT("』")},
    };

    for (size_t i = 0; i < sizeof halves / sizeof *halves; i++) {
        if (hg_str_equal(mark, halves[i][0])) {
            return halves[i][1];
        }
        if (hg_str_equal(mark, halves[i][1])) {
            return halves[i][0];
        }
    }
    return HG_STR("");
}

/* Two left halves or two right halves with a few words between them: one was typed wrong. */
static bool is_reversed(const struct waiting *first, const struct waiting *second)
{
    size_t from = first->mark.span.end, to = second->mark.span.start;
    struct hg_str between;

    if (first->paragraph != second->paragraph || first->mark.kind != second->mark.kind ||
        first->mark.opens != second->mark.opens || to <= from || to - from > 90) {
        return false;
    }
    between = hg_str_sub(first->paragraph->text, (struct hg_span){from, to});
    return !hg_str_contains(between, HG_STR("。")) &&
           partner(hg_str_sub(first->paragraph->text, first->mark.span)).len > 0;
}

static void report_reversed(struct hg_pass *pass, struct waiting *first, struct waiting *second)
{
    struct waiting *wrong = first->mark.opens ? second : first;
    struct hg_str text = hg_str_sub(wrong->paragraph->text, wrong->mark.span);
    struct hg_finding *finding =
        hg_report(pass, &hg_check_unmatched_mark, wrong->paragraph, wrong->mark.span,
                  "“%.*s”的方向写反了，此处应为“%.*s”", HG_FMT(text), HG_FMT(partner(text)));

    hg_finding_suggest(pass, finding, partner(text));
    hg_finding_related(pass, finding, wrong->paragraph,
                       wrong == first ? second->mark.span : first->mark.span);
    first->settled = second->settled = true;
}

static void find_reversed(struct hg_pass *pass, struct lone_marks *lone)
{
    for (size_t i = 0; i + 1 < lone->marks.len; i++) {
        struct waiting *mark = &lone->marks.items[i];

        if (!mark->settled && is_reversed(mark, mark + 1)) {
            report_reversed(pass, mark, mark + 1);
        }
    }
}

static const char *kind_name(enum hg_pair_kind kind)
{
    switch (kind) {
    case HG_PAIR_DOUBLE_QUOTE: return "双引号";
    case HG_PAIR_SINGLE_QUOTE: return "单引号";
    case HG_PAIR_STRAIGHT_QUOTE: return "直引号";
    case HG_PAIR_CORNER:
    case HG_PAIR_WHITE_CORNER: return "直角引号";
    case HG_PAIR_ROUND: return "括号";
    case HG_PAIR_TITLE: return "书名号";
    case HG_PAIR_INNER_TITLE: return "单书名号";
    case HG_PAIR_LENTICULAR: return "方头括号";
    case HG_PAIR_TORTOISE: return "六角括号";
    case HG_PAIR_SQUARE: return "方括号";
    default: return "花括号";
    }
}

static void report_lone(struct hg_pass *pass, struct lone_marks *lone)
{
    for (size_t i = 0; i < lone->marks.len; i++) {
        const struct waiting *mark = &lone->marks.items[i];
        const char *name = kind_name(mark->mark.kind);

        if (!mark->settled) {
            (void)hg_report(pass, &hg_check_unmatched_mark, mark->paragraph, mark->mark.span,
                            mark->mark.opens ? "左%s缺少与它成对的右%s，请补上或删去"
                                             : "右%s缺少与它成对的左%s，请补上或删去",
                            name, name);
        }
    }
}

/* ---- Pairs that are whole but wrong ---- */

static void check_nesting(struct hg_pass *pass, const struct hg_paragraph *paragraph,
                          const struct hg_analysis *analysis)
{
    size_t title_end = 0, quote_end = 0; /* of the outer pair being read */

    for (size_t i = 0; i < analysis->pairs.len; i++) {
        const struct hg_pair *pair = &analysis->pairs.items[i];
        size_t *end = pair->kind == HG_PAIR_TITLE          ? &title_end
                      : pair->kind == HG_PAIR_DOUBLE_QUOTE ? &quote_end
                                                           : NULL;
        struct hg_finding *finding;

        if (end == NULL) {
            continue;
        }
        if (pair->outer.start >= *end) {
            *end = pair->outer.end;
            continue;
        }
        finding = hg_report(pass, &hg_check_unmatched_mark, paragraph, pair->outer,
                            pair->kind == HG_PAIR_TITLE
                                ? "书名号里的书名号应用单书名号“〈〉”，此处仍用“《》”"
                                : "引号里的引号应用单引号“‘ ’”，此处仍用双引号");
        hg_finding_severity(finding, HG_SEVERITY_WARNING);
    }
}

static void count_widths(struct hg_pass *pass, const struct hg_paragraph *paragraph,
                         const struct hg_analysis *analysis, struct hg_habit *mixed)
{
    for (size_t i = 0; i < analysis->pairs.len; i++) {
        const struct hg_pair *pair = &analysis->pairs.items[i];

        if (pair->kind != HG_PAIR_ROUND && pair->kind != HG_PAIR_SQUARE) {
            continue;
        }
        if (pair->half_open != pair->half_close) {
            hg_habit_wrong(pass, mixed, paragraph, pair->outer);
        } else {
            hg_habit_right(mixed);
        }
    }
}

static void report_widths(struct hg_pass *pass, const struct hg_habit *mixed)
{
    bool throughout = hg_habit_verdict(mixed) == HG_HABIT_THROUGHOUT;

    for (size_t i = 0; i < mixed->places.len && (i == 0 || !throughout); i++) {
        struct hg_place place = mixed->places.items[i];
        struct hg_finding *finding =
            throughout ? hg_report(pass, &hg_check_unmatched_mark, place.paragraph, place.span,
                                   "全文有%zu对括号一半全角、一半半角，应统一为全角",
                                   mixed->places.len)
                       : hg_report(pass, &hg_check_unmatched_mark, place.paragraph, place.span,
                                   "这对括号一半全角、一半半角，应同为全角");

        hg_finding_severity(finding, HG_SEVERITY_WARNING);
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    struct lone_marks lone = {{NULL, 0, 0}, {{NULL, 0, 0}, 0}};

    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];

        if (hg_pass_is_prose(pass, paragraph)) {
            const struct hg_analysis *analysis = hg_pass_analysis(pass, paragraph);

            collect(pass, paragraph, &lone);
            check_nesting(pass, paragraph, analysis);
            count_widths(pass, paragraph, analysis, &lone.mixed);
        }
    }
    find_reversed(pass, &lone);
    join_paragraphs(doc, &lone);
    report_lone(pass, &lone);
    report_widths(pass, &lone.mixed);
}
