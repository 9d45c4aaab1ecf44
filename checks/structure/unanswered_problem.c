/* A problem that the plan never takes up: no word of it is found there. */
#include "base/map.h"
#include "base/utf8.h"
#include "lang/chars.h"
#include "lint/check.h"
#include "template/match.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_unanswered_problem = {
    .id = "unanswered-problem",
    .family = HG_FAMILY_STRUCTURE,
    .name = "问题没有对应措施",
    .severity = HG_SEVERITY_NOTE,
    .summary = "存在问题中的某一条，下一步计划完全没有提到",
    .explanation = "写了问题就应有对应的措施，这是审阅总结时常看的一点。核稿只在计划部分找不到该条问题的任何关键字词时"
                   "才提示，换了说法的可能误提，请人工核对。",
    .bad = "@title 清河县司法局2024年工作总结\n一、工作情况\n开展宣传活动58场次。\n二、存在问题\n"
           "一是调解员年龄偏大。二是车辆老化严重。\n三、下一步工作计划\n选聘年轻调解员，每季度开展一次轮训。\n",
    .good = "@title 清河县司法局2024年工作总结\n一、工作情况\n开展宣传活动58场次。\n二、存在问题\n"
            "一是调解员年龄偏大。二是车辆老化严重。\n三、下一步工作计划\n选聘年轻调解员，申请更换老化车辆。\n",
    .run = run,
};

/* Items looked at; characters of an item's first clause that say what the problem is. */
enum { ITEMS_MAX = 30, HEAD_MAX = 40, PLAN_MIN = 15, SHARED_ENOUGH = 2 };

/* Words that stand in any problem and any plan. Pairs of characters that touch one of them say
 * nothing about the matter. */
static const struct hg_str empty_words[] = {
    HG_STR_INIT("存在"), HG_STR_INIT("问题"), HG_STR_INIT("不足"), HG_STR_INIT("不够"), HG_STR_INIT("有待"),
    HG_STR_INIT("进一步"), HG_STR_INIT("加强"), HG_STR_INIT("提高"), HG_STR_INIT("提升"), HG_STR_INIT("完善"),
    HG_STR_INIT("工作"), HG_STR_INIT("需要"), HG_STR_INIT("还需"), HG_STR_INIT("仍需"), HG_STR_INIT("尚未"),
    HG_STR_INIT("较大"), HG_STR_INIT("较为"), HG_STR_INIT("比较"), HG_STR_INIT("部分"), HG_STR_INIT("个别"),
    HG_STR_INIT("方面"), HG_STR_INIT("一些"), HG_STR_INIT("严重"), HG_STR_INIT("突出"), HG_STR_INIT("偏"),
    HG_STR_INIT("的"),   HG_STR_INIT("和"),   HG_STR_INIT("与"),   HG_STR_INIT("在"),   HG_STR_INIT("对"),
    HG_STR_INIT("不"),   HG_STR_INIT("了"),   HG_STR_INIT("有"),   HG_STR_INIT("还"),   HG_STR_INIT("仍"),
};

struct problem {
    const struct hg_paragraph *paragraph;
    struct hg_span span; /* its first clause */
    struct hg_str whole; /* all that is said of it */
};

struct problems {
    struct problem items[ITEMS_MAX];
    size_t count;
};

/* The first clause from a place on. */
static struct hg_span first_clause(struct hg_str text, size_t from, size_t to)
{
    size_t at = from, count = 0;

    while (at < to && count < HEAD_MAX) {
        size_t next = at;

        if (hg_char_ends_clause(hg_utf8_next(text, &next))) {
            break;
        }
        at = next;
        count++;
    }
    return (struct hg_span){from, at};
}

static void add(struct problems *problems, const struct hg_paragraph *paragraph,
                struct hg_span span, struct hg_str whole)
{
    if (problems->count < ITEMS_MAX) {
        problems->items[problems->count++] = (struct problem){
            paragraph, first_clause(paragraph->text, span.start, span.end), whole};
    }
}

/* The text of the paragraphs under a heading, its own included. */
static struct hg_str section_text(struct hg_pass *pass, const struct hg_heading *heading)
{
    struct hg_buf text = HG_BUF_INIT;
    struct hg_str copy;

    for (size_t i = heading->first; i < heading->end; i++) {
        hg_buf_str(&text, hg_pass_doc(pass)->paragraphs.items[i]->text);
        hg_buf_putc(&text, '\n');
    }
    copy = hg_str_copy(hg_pass_arena(pass), hg_buf_view(&text));
    hg_buf_release(&text);
    return copy;
}

/* 一是 … 二是 … under the heading, else its sub-headings. */
static void gather(struct hg_pass *pass, uint32_t heading, struct problems *problems)
{
    const struct hg_outline *outline = hg_pass_outline(pass);
    const struct hg_heading *section = &outline->headings.items[heading];

    for (size_t h = heading + 1; h < outline->headings.len; h++) {
        const struct hg_heading *below = &outline->headings.items[h];

        if (below->level <= section->level) {
            break;
        }
        if (below->parent == heading && below->number.len > 0) {
            add(problems, below->paragraph, below->title, section_text(pass, below));
        }
    }
    for (size_t i = 0; i < outline->series.len && problems->count == 0; i++) {
        const struct hg_series *series = &outline->series.items[i];

        if (series->heading != heading) {
            continue;
        }
        for (size_t j = 0; j < series->items.len; j++) {
            const struct hg_series_item *item = &series->items.items[j];
            struct hg_span span = {item->label.span.end, item->span.end};

            add(problems, item->paragraph, span, hg_str_sub(item->paragraph->text, span));
        }
    }
}

/* A word that stands across [start, end) begins and ends close by. */
static bool touches_empty_word(struct hg_str text, size_t start, size_t end)
{
    for (size_t i = 0; i < sizeof empty_words / sizeof *empty_words; i++) {
        size_t reach = empty_words[i].len - 1;
        struct hg_span near = {start > reach ? start - reach : 0, end + reach};

        if (hg_str_contains(hg_str_sub(text, near), empty_words[i])) {
            return true;
        }
    }
    return false;
}

/* Pairs of characters of a text that say what it is about; how many of them stand in the plan. */
struct overlap {
    size_t pairs, shared;
};

/* Every pair of Han characters of a text; the keys are slices of it. */
static void read_pairs(struct hg_map *pairs, struct hg_str text)
{
    size_t previous = SIZE_MAX;

    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        bool han = hg_char_is_han(hg_utf8_next(text, &at));

        if (han && previous != SIZE_MAX) {
            *hg_map_put(pairs, hg_str_sub(text, (struct hg_span){previous, at})) = pairs;
        }
        previous = han ? start : SIZE_MAX;
    }
}

static struct overlap overlap_with(struct hg_str text, const struct hg_map *plan)
{
    struct overlap out = {0, 0};
    size_t previous = SIZE_MAX;

    for (size_t at = 0; at < text.len && out.shared < SHARED_ENOUGH;) {
        size_t start = at;
        bool han = hg_char_is_han(hg_utf8_next(text, &at));

        if (han && previous != SIZE_MAX && !touches_empty_word(text, previous, at)) {
            out.pairs++;
            out.shared +=
                hg_map_get(plan, hg_str_sub(text, (struct hg_span){previous, at})) != NULL;
        }
        previous = han ? start : SIZE_MAX;
    }
    return out;
}

/* A measure names a problem, or speaks of what the problem is explained by: other words for one
 * thing are common, so that little in common is enough to be silent. */
static bool is_left_out(const struct problem *problem, const struct hg_map *plan)
{
    struct overlap head =
        overlap_with(hg_str_sub(problem->paragraph->text, problem->span), plan);

    return head.pairs >= 2 && head.shared == 0 &&
           overlap_with(problem->whole, plan).shared < SHARED_ENOUGH;
}

static const struct hg_fill *fill_of(const struct hg_match *match, enum hg_role role)
{
    for (size_t s = 0; s < match->form->sections.len; s++) {
        if (match->form->sections.items[s].depth == 1 &&
            match->form->sections.items[s].role == role &&
            match->fills[s].kind == HG_FILL_HEADING) {
            return &match->fills[s];
        }
    }
    return NULL;
}

static void run(struct hg_pass *pass)
{
    const struct hg_match *match = hg_pass_match(pass);
    const struct hg_fill *asked, *answered;
    const struct hg_heading *plan;
    struct problems problems = {.count = 0};
    struct hg_buf text = HG_BUF_INIT;
    struct hg_map pairs;

    if (match == NULL) {
        return;
    }
    asked = fill_of(match, HG_ROLE_PROBLEMS);
    answered = fill_of(match, HG_ROLE_PLAN);
    answered = answered == NULL ? fill_of(match, HG_ROLE_ADVICE) : answered;
    if (asked == NULL || answered == NULL || answered->heading <= asked->heading) {
        return;
    }
    plan = &hg_pass_outline(pass)->headings.items[answered->heading];
    for (size_t i = plan->first; i < hg_pass_outline(pass)->text_end; i++) {
        hg_buf_str(&text, hg_pass_doc(pass)->paragraphs.items[i]->text);
        hg_buf_putc(&text, '\n');
    }
    gather(pass, asked->heading, &problems);
    if (hg_utf8_count(hg_buf_view(&text)) < PLAN_MIN) {
        problems.count = 0;
    }
    hg_map_init(&pairs, hg_pass_arena(pass));
    if (problems.count > 0) {
        read_pairs(&pairs, hg_buf_view(&text));
    }
    for (size_t i = 0; i < problems.count; i++) {
        const struct problem *problem = &problems.items[i];

        if (is_left_out(problem, &pairs)) {
            struct hg_finding *finding =
                hg_report(pass, &hg_check_unanswered_problem, problem->paragraph, problem->span,
                          "这条问题在“%.*s”中没有提到，请核对是否写了对应措施",
                          HG_FMT(plan->title_text));

            hg_finding_related(pass, finding, plan->paragraph, plan->title);
        }
    }
    hg_buf_release(&text);
}
