/* What was to be filled in and was not: content controls, ××, XX, 待补充, TODO, guidance. */
#include "base/utf8.h"
#include "lang/chars.h"
#include "lint/check.h"
#include "template/match.h"

static void run(struct hg_pass *pass);

static const char *const supersedes[] = {"lost-character", NULL}; /* ?? before a unit */

const struct hg_check hg_check_placeholder_left = {
    .id = "placeholder-left",
    .family = HG_FAMILY_STRUCTURE,
    .name = "待填内容未填",
    .severity = HG_SEVERITY_ERROR,
    .summary = "模板的占位文字、××、待补充等仍留在文稿中",
    .explanation = "送签稿中不应留有待填的空白和占位文字：模板里还没有填写的内容、“××”“XX”“20XX年”“ 年 月 日”、"
                   "“待补充”“TODO”等。请逐处填写或删去。用“某”“××”隐去人名是保护隐私的写法，不报告。",
    .bad = "全年共受理来访XX件，其中信件（待补充）件。\n",
    .good = "全年共受理来访47件，其中信件12件，来访人张××对办理结果表示满意。\n",
    .supersedes = supersedes,
    .run = run,
};

/* In bytes: shorter guidance may be anybody's words. */
enum { GUIDANCE_MIN = 24 };

static const struct hg_str notes[] = {
    HG_STR_INIT("待补充"),     HG_STR_INIT("待填"),       HG_STR_INIT("待完善"),   HG_STR_INIT("待核实数据"),
    HG_STR_INIT("此处填写"),   HG_STR_INIT("请填写"),     HG_STR_INIT("在此填写"), HG_STR_INIT("此处插入"),
    HG_STR_INIT("请在此输入"), HG_STR_INIT("单击此处输入"), HG_STR_INIT("点击此处输入"),
    HG_STR_INIT("单击或点击此处"), HG_STR_INIT("TODO"),   HG_STR_INIT("TBD"),      HG_STR_INIT("【填写"),
    HG_STR_INIT("（填写"),     HG_STR_INIT("数据待定"),   HG_STR_INIT("待补数据"),
};

/* A note to oneself stands on its own or in brackets; 待完善的制度 and 请填写表格 are text. */
static bool stands_alone(struct hg_str text, struct hg_span span)
{
    uint32_t before = hg_utf8_before(text, span.start), after = hg_utf8_at(text, span.end);

    return (before == 0 || hg_char_class(before) != HG_CHAR_HAN) &&
           (after == 0 || hg_char_class(after) != HG_CHAR_HAN);
}

/* In a text that is no report of a known form, blanks may be meant to stay: an application form, a
 * contract. */
static void soften(struct hg_pass *pass, struct hg_finding *finding, enum hg_severity severity)
{
    if (hg_pass_match(pass) == NULL) {
        hg_finding_severity(finding, severity);
    }
}

static void find_notes(struct hg_pass *pass, const struct hg_paragraph *paragraph)
{
    struct hg_str text = paragraph->text;


    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        size_t at = 0;

        while ((at = hg_str_find(text, notes[i], at)) != SIZE_MAX) {
            struct hg_span span = {at, at + notes[i].len};
            bool latin = notes[i].data[0] == 'T';

            at = span.end;
            if (hg_analysis_masked(hg_pass_analysis(pass, paragraph), span.start) ||
                (latin ? hg_char_class(hg_utf8_before(text, span.start)) == HG_CHAR_LATIN ||
                             hg_char_class(hg_utf8_at(text, span.end)) == HG_CHAR_LATIN
                       : !stands_alone(text, span) && hg_utf8_before(text, span.start) != 0xFF08)) {
                continue;
            }
            (void)hg_report(pass, &hg_check_placeholder_left, paragraph, span,
                            "“%.*s”还没有填写，请补上内容或删去", HG_FMT(notes[i]));
        }
    }
}

/* [主送单位] 【姓名】 ［日期］: a bracket whose whole content is the name of a field. */
static bool is_field(struct hg_str inner)
{
    static const struct hg_str fields[] = {
        HG_STR_INIT("单位"),     HG_STR_INIT("单位名称"), HG_STR_INIT("主送单位"),
        HG_STR_INIT("主送机关"), HG_STR_INIT("发文单位"), HG_STR_INIT("发文机关"),
        HG_STR_INIT("报送单位"), HG_STR_INIT("填报单位"), HG_STR_INIT("落款单位"),
        HG_STR_INIT("抄送单位"), HG_STR_INIT("抄送机关"), HG_STR_INIT("单位全称"),
        HG_STR_INIT("姓名"),     HG_STR_INIT("日期"),     HG_STR_INIT("成文日期"),
        HG_STR_INIT("年份"),     HG_STR_INIT("年度"),     HG_STR_INIT("月份"),
        HG_STR_INIT("时间"),     HG_STR_INIT("地点"),     HG_STR_INIT("职务"),
        HG_STR_INIT("部门"),     HG_STR_INIT("部门名称"), HG_STR_INIT("数字"),
        HG_STR_INIT("数据"),     HG_STR_INIT("数值"),     HG_STR_INIT("数量"),
        HG_STR_INIT("金额"),     HG_STR_INIT("比例"),     HG_STR_INIT("百分比"),
        HG_STR_INIT("标题"),     HG_STR_INIT("联系人"),   HG_STR_INIT("联系电话"),
        HG_STR_INIT("电话"),     HG_STR_INIT("项目名称"), HG_STR_INIT("地区"),
        HG_STR_INIT("文号"),     HG_STR_INIT("发文字号"), HG_STR_INIT("具体数字"),
        HG_STR_INIT("具体数据"), HG_STR_INIT("具体内容"), HG_STR_INIT("具体日期"),
    };

    inner = hg_str_trim(inner);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        if (hg_str_equal(inner, fields[i])) {
            return true;
        }
    }
    return false;
}

/* （此处需补充数据） [待核实] （填数字）: a bracket that says that something is still to come. */
static bool is_reminder(struct hg_str inner)
{
    static const struct hg_str openings[] = {
        HG_STR_INIT("此处需"),   HG_STR_INIT("此处补"), HG_STR_INIT("此处应补"),
        HG_STR_INIT("此处待"),   HG_STR_INIT("需补充"), HG_STR_INIT("请补充"),
        HG_STR_INIT("数据待"),   HG_STR_INIT("待核实"), HG_STR_INIT("待确认"),
        HG_STR_INIT("待更新"),   HG_STR_INIT("待补"),   HG_STR_INIT("此处数据"),
    };

    inner = hg_str_trim(inner);
    if (hg_utf8_count(inner) > 14) {
        return false;
    }
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        if (hg_str_starts(inner, openings[i])) {
            return true;
        }
    }
    return hg_str_equal(inner, HG_STR("待定"));
}

/* 【时间】5月6日 labels what follows it; 【日期】一栏 speaks of the field of a form. */
static bool is_named_field(struct hg_str text, const struct hg_pair *pair)
{
    struct hg_str rest = hg_str_sub(text, (struct hg_span){pair->outer.end, text.len});
    struct hg_str inner = hg_str_sub(text, pair->inner);
    uint32_t before = hg_utf8_before(text, pair->outer.start), after = hg_utf8_at(rest, 0);

    if (hg_str_starts(rest, HG_STR("一栏")) || hg_str_starts(rest, HG_STR("栏")) ||
        hg_str_starts(rest, HG_STR("字段")) || hg_str_starts(rest, HG_STR("按钮"))) {
        return true;
    }
    return pair->kind == HG_PAIR_LENTICULAR && !hg_str_contains(inner, HG_STR("单位")) &&
           !hg_str_contains(inner, HG_STR("姓名")) && after != 0 &&
           (hg_char_is_han(after) || hg_char_is_digit(after)) &&
           (before == 0 || before == 0x3002 || hg_char_class(before) == HG_CHAR_BLANK);
}

static void find_brackets(struct hg_pass *pass, const struct hg_paragraph *paragraph)
{
    const struct hg_analysis *analysis = hg_pass_analysis(pass, paragraph);

    for (size_t i = 0; i < analysis->pairs.len; i++) {
        const struct hg_pair *pair = &analysis->pairs.items[i];
        struct hg_str inner = hg_str_sub(paragraph->text, pair->inner);
        bool square = pair->kind == HG_PAIR_SQUARE || pair->kind == HG_PAIR_LENTICULAR;

        /* What find_notes knows is told there. */
        if ((square && is_field(inner) && !is_named_field(paragraph->text, pair)) ||
            ((square || pair->kind == HG_PAIR_ROUND) && is_reminder(inner) &&
             !hg_str_contains(inner, HG_STR("待补充")) && !hg_str_contains(inner, HG_STR("待填")) &&
             !hg_str_contains(inner, HG_STR("待核实数据")) &&
             !hg_str_contains(inner, HG_STR("数据待定")) &&
             !hg_str_contains(inner, HG_STR("待补数据")))) {
            (void)hg_report(pass, &hg_check_placeholder_left, paragraph, pair->outer,
                            "“%.*s”是占位文字，还没有填写，请补上内容或删去",
                            HG_FMT(hg_str_sub(paragraph->text, pair->outer)));
        }
    }
}

/* 时间：待定。 金额为待定, where a clause ends: a value not yet known. 待定事项 and 议题待定 are text. */
static void find_undecided(struct hg_pass *pass, const struct hg_paragraph *paragraph)
{
    struct hg_str text = paragraph->text;
    size_t at = 0;

    while ((at = hg_str_find(text, HG_STR("待定"), at)) != SIZE_MAX) {
        struct hg_span span = {at, at + HG_STR("待定").len};
        uint32_t before = hg_utf8_before(text, span.start), after = hg_utf8_at(text, span.end);

        at = span.end;
        if ((before == 0x4E3A /* 为 */ || before == 0xFF1A || before == ':') &&
            (after == 0 || hg_char_class(after) == HG_CHAR_MARK || after == ',' || after == ';')) {
            (void)hg_report(pass, &hg_check_placeholder_left, paragraph, span,
                            "“待定”还没有填写，请补上具体内容");
        }
    }
}

static bool is_cross(uint32_t c)
{
    return c == 0x00D7 || c == 'X' || c == 'x' || c == 0xFF38 || c == 0xFF58 || c == 0x2715 ||
           c == 0x25CB || c == 0x25A1 || c == '*' || c == 0xFF0A;
}

/* What follows a blank that stands for a number, a name of a place or unit, or a date. */
static bool counts_after(uint32_t c)
{
    static const uint32_t after[] = {0x5E74, 0x6708, 0x65E5, 0x4EF6, 0x4EBA, 0x4E07, 0x5143, 0x4E2A,
                                     0x6B21, 0x573A, 0x9879, 0x5BB6, 0x6237, 0x5428, 0x4EA9, 0x5C40,
                                     0x53BF, 0x5E02, 0x533A, 0x9547, 0x4E61, 0x6751, 0x59D4, 0x529E,
                                     0x53F7, '%',    0xFF05, 0x4EFD, 0x671F, 0x540D, 0x5904, 0x7C73};

    for (size_t i = 0; i < sizeof after / sizeof *after; i++) {
        if (after[i] == c) {
            return true;
        }
    }
    return false;
}

static bool is_question(uint32_t c)
{
    return c == '?' || c == 0xFF1F;
}

/* 受理？？件, 完成??万元: question marks for a figure, with its unit behind them. */
static void find_questions(struct hg_pass *pass, const struct hg_paragraph *paragraph)
{
    struct hg_str text = paragraph->text;
    size_t from = 0;

    while (from < text.len) {
        size_t half = hg_str_find(text, HG_STR("??"), from);
        size_t full = hg_str_find(text, HG_STR("？？"), from);
        size_t start = half < full ? half : full, end = start;
        uint32_t after;

        if (start == SIZE_MAX) {
            return;
        }
        while (is_question(hg_utf8_at(text, end))) {
            (void)hg_utf8_next(text, &end);
        }
        from = end;
        after = hg_utf8_at(text, end);
        /* 真的吗？？人们…: a question ends in 吗 呢 么, or a new sentence begins with 人 or 家. */
        if (counts_after(after) && hg_utf8_before(text, start) != 0x5417 &&
            hg_utf8_before(text, start) != 0x5462 && hg_utf8_before(text, start) != 0x4E48 &&
            !hg_analysis_masked(hg_pass_analysis(pass, paragraph), start)) {
            (void)hg_report(pass, &hg_check_placeholder_left, paragraph,
                            (struct hg_span){start, end}, "“%.*s”处还没有填写，请补上具体数字",
                            HG_FMT(hg_str_sub(text, (struct hg_span){start, end})));
        }
    }
}

/* A run of crosses: two or more, or one before 月 and 日 (×月×日), or after 20 (20XX年). A surname
 * before it makes a name of it (张××), unless a unit follows. */
static void find_crosses(struct hg_pass *pass, const struct hg_paragraph *paragraph)
{
    struct hg_str text = paragraph->text;

    for (size_t at = 0; at < text.len;) {
        size_t start = at, count = 0;
        uint32_t c = hg_utf8_next(text, &at), before, after;
        bool letters;

        if (!is_cross(c)) {
            continue;
        }
        count = 1;
        while (at < text.len && hg_utf8_at(text, at) == c) {
            (void)hg_utf8_next(text, &at);
            count++;
        }
        before = hg_utf8_before(text, start);
        after = hg_utf8_at(text, at);
        if (c == 0x25CB && (hg_char_is_han_numeral(before) || hg_char_is_digit(before))) {
            continue; /* 二○○○年 */
        }
        letters = c == 'X' || c == 'x' || c == 0xFF38 || c == 0xFF58;
        if ((letters && (hg_char_class(before) == HG_CHAR_LATIN ||
                         hg_char_class(after) == HG_CHAR_LATIN ||
                         (hg_char_class(after) == HG_CHAR_DIGIT && count == 1))) ||
            hg_analysis_masked(hg_pass_analysis(pass, paragraph), start)) {
            continue;
        }
        if ((count >= 2 && counts_after(after)) ||
            (count >= 2 && letters && c != 'x' && hg_char_is_han(after)) ||
            (count == 1 && (after == 0x6708 || after == 0x65E5) && (letters || c == 0x00D7) &&
             !hg_char_is_digit(before))) {
            struct hg_finding *finding = hg_report(
                pass, &hg_check_placeholder_left, paragraph, (struct hg_span){start, at},
                "“%.*s”还没有填写，请补上具体内容",
                HG_FMT(hg_str_sub(text, (struct hg_span){start, at})));

            /* ×× before a name of a place may hide it on purpose. */
            if (!letters && (after == 0x53BF || after == 0x5E02 || after == 0x533A ||
                             after == 0x9547 || after == 0x4E61 || after == 0x6751 ||
                             after == 0x5C40 || after == 0x53F7)) {
                hg_finding_severity(finding, HG_SEVERITY_NOTE);
            }
        }
    }
}

/* "    年  月  日" and a line of underscores. */
static void find_blanks(struct hg_pass *pass, const struct hg_paragraph *paragraph)
{
    struct hg_str text = paragraph->text;
    size_t at = 0;

    while ((at = hg_str_find(text, HG_STR("年"), at)) != SIZE_MAX) {
        size_t start = at, end = at + HG_STR("年").len, blanks = 0;

        at = end;
        while (end < text.len && hg_char_class(hg_utf8_at(text, end)) == HG_CHAR_BLANK) {
            (void)hg_utf8_next(text, &end);
            blanks++;
        }
        if (blanks > 0 && hg_utf8_at(text, end) == 0x6708) {
            soften(pass,
                   hg_report(pass, &hg_check_placeholder_left, paragraph,
                             (struct hg_span){start, end + HG_STR("月").len},
                             "日期还没有填写，请用阿拉伯数字写全年、月、日"),
                   HG_SEVERITY_NOTE);
        }
    }
    at = hg_str_find(text, HG_STR("___"), 0);
    /* Lines to write on belong to forms in tables and attachments. */
    if (at != SIZE_MAX && hg_pass_match(pass) != NULL &&
        hg_node_enclosing_cell(&paragraph->node) == NULL &&
        paragraph->index < hg_pass_outline(pass)->text_end) {
        size_t end = at;

        while (end < text.len && text.data[end] == '_') {
            end++;
        }
        (void)hg_report(pass, &hg_check_placeholder_left, paragraph, (struct hg_span){at, end},
                        "横线处还没有填写，请补上内容或删去");
    }
}

/* Content controls that still show their placeholder: neighbouring runs are one. */
static bool find_controls(struct hg_pass *pass, const struct hg_paragraph *paragraph)
{
    bool found = false;

    for (size_t i = 0; i < paragraph->runs.len; i++) {
        struct hg_span span = paragraph->runs.items[i].span;

        if ((paragraph->runs.items[i].flags & HG_RUN_PLACEHOLDER) == 0) {
            continue;
        }
        while (i + 1 < paragraph->runs.len &&
               (paragraph->runs.items[i + 1].flags & HG_RUN_PLACEHOLDER) != 0) {
            span.end = paragraph->runs.items[++i].span.end;
        }
        found = true;
        soften(pass,
               hg_report(pass, &hg_check_placeholder_left, paragraph, span,
                         "这里还没有填写（%.*s），请填写或删去",
                         HG_FMT(hg_str_sub(paragraph->text, span))),
               HG_SEVERITY_WARNING);
    }
    return found;
}

/* The guidance of the draft's own form, typed over as ordinary text. */
static void find_guidance(struct hg_pass *pass, const struct hg_match *match,
                          const struct hg_paragraph *paragraph)
{
    struct hg_str text = hg_str_trim(paragraph->text);

    for (size_t s = 0; s < match->form->sections.len; s++) {
        const struct hg_form_section *section = &match->form->sections.items[s];

        for (size_t i = 0; i < section->items.len; i++) {
            struct hg_str guidance = section->items.items[i].guidance;

            if (guidance.len >= GUIDANCE_MIN && hg_str_starts(text, guidance)) {
                size_t at = (size_t)(text.data - paragraph->text.data);

                (void)hg_report(pass, &hg_check_placeholder_left, paragraph,
                                (struct hg_span){at, at + guidance.len},
                                "这是模板的填写说明，请换成正文");
                return;
            }
        }
    }
}

enum sign {
    SIGN_NOTE = 1u << 0,
    SIGN_CROSS = 1u << 1,
    SIGN_BLANK = 1u << 2,
    SIGN_BRACKET = 1u << 3,
    SIGN_QUESTION = 1u << 4
};

/* What a paragraph may hold, in one walk: most hold none of it. */
static unsigned signs_of(struct hg_str text)
{
    unsigned signs = 0;

    for (size_t at = 0; at < text.len;) {
        switch (hg_utf8_next(text, &at)) {
        case 0x5F85: /* 待 */
        case 0x586B: /* 填 */
        case 0x6B64: /* 此 */
        case 'T':
            signs |= SIGN_NOTE | SIGN_BRACKET;
            break;
        case '[':
        case 0xFF3B:
        case 0x3010:
        case 0x8865: /* 补 */
            signs |= SIGN_BRACKET;
            break;
        case '?':
        case 0xFF1F:
            signs |= SIGN_QUESTION;
            break;
        case 0x00D7:
        case 'X':
        case 'x':
        case 0xFF38:
        case 0xFF58:
        case 0x2715:
        case 0x25CB:
        case 0x25A1:
        case '*':
        case 0xFF0A:
            signs |= SIGN_CROSS;
            break;
        case '_':
            signs |= SIGN_BLANK;
            break;
        case 0x5E74: /* 年 */
            if (hg_char_class(hg_utf8_at(text, at)) == HG_CHAR_BLANK) {
                signs |= SIGN_BLANK;
            }
            break;
        default:
            break;
        }
    }
    return signs;
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    const struct hg_match *match = hg_pass_match(pass);

    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];
        unsigned signs;

        if (!hg_pass_is_prose(pass, paragraph) || find_controls(pass, paragraph)) {
            continue;
        }
        signs = signs_of(paragraph->text);
        if ((signs & SIGN_NOTE) != 0) {
            find_notes(pass, paragraph);
            find_undecided(pass, paragraph);
        }
        if ((signs & SIGN_BRACKET) != 0) {
            find_brackets(pass, paragraph);
        }
        if ((signs & SIGN_QUESTION) != 0) {
            find_questions(pass, paragraph);
        }
        if ((signs & SIGN_CROSS) != 0) {
            find_crosses(pass, paragraph);
        }
        if ((signs & SIGN_BLANK) != 0) {
            find_blanks(pass, paragraph);
        }
        if (match != NULL) {
            find_guidance(pass, match, paragraph);
        }
    }
}
