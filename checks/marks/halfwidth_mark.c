#include "lang/chars.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_halfwidth_mark = {
    .id = "halfwidth-mark",
    .family = HG_FAMILY_MARKS,
    .name = "半角标点",
    .severity = HG_SEVERITY_WARNING,
    .summary = "中文里用了半角的逗号、分号、冒号、括号等",
    .explanation = "中文文稿的标点占一个汉字的位置（GB/T 15834—2011 第5.1条）。半角标点多由英文输入状态或网页"
                   "粘贴带入，排版后疏密不一。全文都用半角的只提示一次，可用“替换”一次改好；西文、数字、网址"
                   "中的半角标点不受影响。",
    .bad = "今年以来,共受理来访47件，办结45件。\n",
    .good = "今年以来，共受理来访47件，完成投资1,234万元（GDP增长3.5%）。\n",
    .run = run,
};

struct form {
    uint32_t half;
    struct hg_str full;
};

static const struct form forms[] = {
    {',', HG_STR_INIT("，")}, {';', HG_STR_INIT("；")}, {':', HG_STR_INIT("：")},
    {'(', HG_STR_INIT("（")}, {')', HG_STR_INIT("）")}, {'?', HG_STR_INIT("？")},
    {'!', HG_STR_INIT("！")}, {'.', HG_STR_INIT("。")},
};

static const struct form *form_of(uint32_t c)
{
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (forms[i].half == c) {
            return &forms[i];
        }
    }
    return NULL;
}

static bool is_full(uint32_t c)
{
    return c == 0xFF0C || c == 0xFF1B || c == 0xFF1A || c == 0xFF08 || c == 0xFF09 ||
           c == 0xFF1F || c == 0xFF01;
}

static bool is_chinese(uint32_t c)
{
    return hg_char_is_han(c) || (hg_char_class(c) == HG_CHAR_MARK && c != 0x2019);
}

static uint32_t next_solid(const struct hg_scan *scan, size_t at)
{
    while (at < scan->len && scan->kind[at] == HG_CHAR_BLANK) {
        at++;
    }
    return scan->code[at];
}

static uint32_t last_solid(const struct hg_scan *scan, size_t at)
{
    while (at > 0 && scan->kind[at - 1] == HG_CHAR_BLANK) {
        at--;
    }
    return hg_scan_before(scan, at);
}

/* True if one of the first characters between the brackets is Han. */
static bool holds_han(const struct hg_scan *scan, const struct hg_pair *pair)
{
    size_t at = hg_scan_index(scan, pair->inner.start);
    size_t end = hg_scan_index(scan, pair->inner.end);

    for (size_t i = at; i < end && i < at + 100; i++) {
        if (scan->kind[i] == HG_CHAR_HAN) {
            return true;
        }
    }
    return false;
}

/* （一） 1. 1) a) at the front of a paragraph number it; its layout is the business of others. */
static bool is_number_mark(const struct hg_scan *scan, size_t at)
{
    return at <= 3 && at > 0 && !hg_char_is_han(scan->code[at - 1]) && scan->code[at] != ',';
}

/* ? ! , . behind a run of two Latin words or more (What is new?) close or part a foreign sentence. A
 * letter that stands against Han (APP,) is a word of the Chinese one. */
static bool ends_latin_words(const struct hg_scan *scan, size_t at)
{
    size_t words = 0;

    while (at > 0 && scan->kind[at - 1] == HG_CHAR_BLANK) {
        at--;
    }
    while (words < 2 && at > 0 && scan->kind[at - 1] == HG_CHAR_LATIN) {
        size_t gap = at;

        while (gap > 0 && (scan->kind[gap - 1] == HG_CHAR_LATIN || scan->code[gap - 1] == '\'' ||
                           scan->code[gap - 1] == 0x2019 || scan->code[gap - 1] == '-')) {
            gap--;
        }
        words++;
        at = gap;
        while (at > 0 && (scan->kind[at - 1] == HG_CHAR_BLANK || scan->code[at - 1] == ',')) {
            at--;
        }
        if (at == gap) {
            break;
        }
    }
    return words >= 2;
}

static bool is_wrong(struct hg_pass *pass, const struct hg_paragraph *paragraph,
                     const struct hg_scan *scan, size_t at)
{
    uint32_t c = scan->code[at];
    uint32_t left = last_solid(scan, at), right = next_solid(scan, at + 1);
    const struct hg_analysis *analysis = hg_pass_analysis(pass, paragraph);
    size_t byte = scan->offset[at];

    if (hg_analysis_masked(analysis, byte) || is_number_mark(scan, at)) {
        return false;
    }
    if (c == '(' || c == ')') {
        const struct hg_pair *pair = hg_analysis_pair_at(analysis, byte);

        return pair != NULL && pair->kind == HG_PAIR_ROUND && pair->half_open &&
               pair->half_close && holds_han(scan, pair);
    }
    if ((c == '?' || c == '!' || c == ',' || c == '.') && ends_latin_words(scan, at)) {
        return false;
    }
    if (c == '.') {
        return hg_char_is_han(left) && (right == 0 || hg_char_is_han(right)) &&
               scan->code[at + 1] != '.' && hg_scan_before(scan, at) != '.';
    }
    if (hg_char_is_digit(left) && hg_char_is_digit(right)) {
        return false; /* 1,234  10:30 */
    }
    return is_chinese(left) || (is_chinese(right) && left != 0 && c != ':');
}

static const char *shown(uint32_t c)
{
    switch (c) {
    case ',': return "逗号";
    case ';': return "分号";
    case ':': return "冒号";
    case '?': return "问号";
    case '!': return "叹号";
    case '.': return "句号";
    default: return "括号";
    }
}

static void report(struct hg_pass *pass, struct hg_place place)
{
    struct hg_str text = hg_str_sub(place.paragraph->text, place.span);
    const struct form *form = form_of((unsigned char)text.data[0]);
    struct hg_finding *finding =
        hg_report(pass, &hg_check_halfwidth_mark, place.paragraph, place.span,
                  "此处用了半角%s“%.*s”，应为全角“%.*s”", shown(form->half), HG_FMT(text),
                  HG_FMT(form->full));

    hg_finding_suggest(pass, finding, form->full);
}

enum { SINGLE_MOST = 10 }; /* beyond so many places one finding says it all */

/* "…" around Han: one mark for both ends, which “ ” tell apart. */
static void collect_straight(struct hg_pass *pass, const struct hg_paragraph *paragraph,
                             struct hg_habit *straight)
{
    const struct hg_analysis *analysis = hg_pass_analysis(pass, paragraph);

    for (size_t i = 0; i < analysis->pairs.len; i++) {
        if (analysis->pairs.items[i].kind == HG_PAIR_STRAIGHT_QUOTE &&
            holds_han(hg_pass_scan(pass, paragraph), &analysis->pairs.items[i])) {
            hg_habit_wrong(pass, straight, paragraph, analysis->pairs.items[i].outer);
        }
    }
}

static void report_straight(struct hg_pass *pass, const struct hg_habit *straight)
{
    if (straight->places.len > SINGLE_MOST) {
        (void)hg_report(pass, &hg_check_halfwidth_mark, straight->places.items[0].paragraph,
                        straight->places.items[0].span,
                        "全文有%zu对直引号，应统一改为“ ”，此处是第一处", straight->places.len);
        return;
    }
    for (size_t i = 0; i < straight->places.len; i++) {
        struct hg_place place = straight->places.items[i];
        struct hg_str text = hg_str_sub(place.paragraph->text, place.span);
        struct hg_str inner = hg_str_sub(text, (struct hg_span){1, text.len - 1});
        struct hg_finding *finding =
            hg_report(pass, &hg_check_halfwidth_mark, place.paragraph, place.span,
                      "引号应用“ ”，此处用了不分左右的直引号");
        struct hg_buf right = HG_BUF_INIT;

        hg_buf_puts(&right, "“");
        hg_buf_str(&right, inner);
        hg_buf_puts(&right, "”");
        hg_finding_suggest(pass, finding, hg_buf_view(&right));
        hg_buf_release(&right);
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    struct hg_habit habit = {{NULL, 0, 0}, 0}, straight = {{NULL, 0, 0}, 0};

    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];
        const struct hg_scan *scan;

        if (!hg_pass_is_prose(pass, paragraph)) {
            continue;
        }
        scan = hg_pass_scan(pass, paragraph);
        collect_straight(pass, paragraph, &straight);
        for (size_t k = 0; k < scan->other_count; k++) {
            size_t at = scan->others[k];

            if (is_full(scan->code[at])) {
                hg_habit_right(&habit);
            } else if (scan->kind[at] == HG_CHAR_HALF_MARK && form_of(scan->code[at]) != NULL &&
                       is_wrong(pass, paragraph, scan, at)) {
                hg_habit_wrong(pass, &habit, paragraph, hg_scan_span(scan, at, at + 1));
            }
        }
    }
    report_straight(pass, &straight);
    if (hg_habit_verdict(&habit) == HG_HABIT_THROUGHOUT || habit.places.len > SINGLE_MOST) {
        (void)hg_report(pass, &hg_check_halfwidth_mark, habit.places.items[0].paragraph,
                        habit.places.items[0].span,
                        "全文有%zu处半角标点（逗号、分号、冒号、括号等），应统一改为全角，"
                        "此处是第一处",
                        habit.places.len);
        return;
    }
    for (size_t i = 0; i < habit.places.len; i++) {
        report(pass, habit.places.items[i]);
    }
}
