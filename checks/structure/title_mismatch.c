/* Year, period and unit of the title against the headings, the signature and the date. */
#include "base/utf8.h"
#include "lang/chars.h"
#include "lint/check.h"
#include "template/match.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_title_mismatch = {
    .id = "title-mismatch",
    .family = HG_FAMILY_STRUCTURE,
    .name = "标题与正文不一致",
    .severity = HG_SEVERITY_WARNING,
    .summary = "标题中的年份、时段或单位与正文标题、署名、成文日期对不上",
    .explanation = "沿用上一年的文稿改写时，标题、各级标题、署名和成文日期最容易漏改一处。总结的成文日期应在所总结的"
                   "时段之内或之后不久，计划的成文日期应在计划年度之内或之前不久；正文中“一、××年工作情况”的年份"
                   "应与标题一致。",
    .bad = "@title 清河县司法局2024年工作总结\n一、2023年工作情况\n开展宣传活动58场次。\n二、存在问题\n"
           "调解员年龄偏大。\n三、下一步工作计划\n选聘年轻调解员。\n",
    .good = "@title 清河县司法局2024年工作总结\n一、2024年工作情况\n开展宣传活动58场次。\n二、存在问题\n"
            "调解员年龄偏大。\n三、2025年工作计划\n选聘年轻调解员。\n@right 清河县司法局\n@right 2025年1月6日\n",
    .run = run,
};

/* 2023 from 2023年 or 二〇二三年 in the text, and where it stands; 0 if there is none or there are
 * several different ones (2021—2023年). */
static uint32_t year_in(struct hg_str text, struct hg_span *span)
{
    uint32_t found = 0;

    for (size_t at = 0; at < text.len;) {
        size_t start = at, end = at;
        uint32_t year = 0, c = hg_utf8_next(text, &at);

        if (hg_char_is_digit(c)) {
            size_t digits = 0;

            end = start;
            while (end < text.len && hg_char_is_digit(hg_utf8_at(text, end))) {
                year = year * 10 + hg_utf8_fold_width(hg_utf8_next(text, &end)) - '0';
                if (++digits > 4) {
                    break;
                }
            }
            at = end;
            year = digits == 4 ? year : 0;
        } else if (hg_char_is_han_numeral(c)) {
            if (!hg_label_read_han_date(text, &end, &year)) {
                continue;
            }
            at = end;
        }
        if (year < 1950 || year > 2100 || hg_utf8_at(text, end) != 0x5E74) {
            continue;
        }
        if (found != 0 && found != year) {
            return 0;
        }
        found = year;
        *span = (struct hg_span){start, end + HG_STR("年").len};
    }
    return found;
}

enum period { PERIOD_NONE, PERIOD_FIRST_HALF, PERIOD_SECOND_HALF, PERIOD_Q1, PERIOD_Q2, PERIOD_Q3, PERIOD_Q4 };

static const struct {
    struct hg_str word;
    enum period period;
} periods[] = {
    {HG_STR_INIT("上半年"), PERIOD_FIRST_HALF}, {HG_STR_INIT("下半年"), PERIOD_SECOND_HALF},
    {HG_STR_INIT("一季度"), PERIOD_Q1},         {HG_STR_INIT("二季度"), PERIOD_Q2},
    {HG_STR_INIT("三季度"), PERIOD_Q3},         {HG_STR_INIT("四季度"), PERIOD_Q4},
};

/* The one period a text names; NONE if it names none or several (上半年…和下半年…, 前三季度). */
static enum period period_in(struct hg_str text, struct hg_span *span)
{
    enum period found = PERIOD_NONE;

    if (hg_str_contains(text, HG_STR("前三季度")) || hg_str_contains(text, HG_STR("前二季度"))) {
        return PERIOD_NONE;
    }
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++) {
        size_t at = hg_str_find(text, periods[i].word, 0);

        if (at != SIZE_MAX) {
            if (found != PERIOD_NONE) {
                return PERIOD_NONE;
            }
            found = periods[i].period;
            *span = (struct hg_span){at, at + periods[i].word.len};
        }
    }
    return found;
}

static struct hg_span within(const struct hg_heading *heading, struct hg_span span)
{
    return (struct hg_span){heading->title.start + span.start, heading->title.start + span.end};
}

static void relate_title(struct hg_pass *pass, struct hg_finding *finding)
{
    const struct hg_paragraph *title = hg_pass_outline(pass)->title_first;

    hg_finding_related(pass, finding, title, (struct hg_span){0, title->text.len});
}

/* Headings that say work, problems or plan by name. */
static void check_headings(struct hg_pass *pass, const struct hg_match *match, uint32_t year,
                           enum period period)
{
    const struct hg_outline *outline = hg_pass_outline(pass);
    bool future = match->form->signs.tense == HG_TENSE_FUTURE;

    for (size_t h = 0; h < outline->headings.len; h++) {
        const struct hg_heading *heading = &outline->headings.items[h];
        uint32_t s = match->section_of[h];
        struct hg_span span = {0, 0};
        uint32_t own;
        enum period own_period;
        enum hg_role role;

        if (s == UINT32_MAX || heading->level != match->level) {
            continue;
        }
        role = match->form->sections.items[s].role;
        own = year_in(heading->title_text, &span);
        if (year != 0 && own != 0 &&
            ((role == HG_ROLE_WORK && !future && own != year) ||
             (role == HG_ROLE_PLAN && !future && own != year && own != year + 1) ||
             (future && role == HG_ROLE_TASKS && own != year))) {
            relate_title(pass, hg_report(pass, &hg_check_title_mismatch, heading->paragraph,
                                         within(heading, span),
                                         "标题是%u年，此处写的是%u年，请核对哪一处漏改", (unsigned)year,
                                         (unsigned)own));
        }
        own_period = period_in(heading->title_text, &span);
        if (period != PERIOD_NONE && own_period != PERIOD_NONE && role == HG_ROLE_WORK &&
            !future && own_period != period) {
            relate_title(pass, hg_report(pass, &hg_check_title_mismatch, heading->paragraph,
                                         within(heading, span),
                                         "标题的时段与此处“%.*s”不一致，请核对哪一处漏改",
                                         HG_FMT(hg_str_sub(heading->title_text, span))));
        }
    }
}

/* A summary is dated in its year or the next; a plan in its year or the one before. */
static void check_date(struct hg_pass *pass, const struct hg_match *match, uint32_t year,
                       enum period period)
{
    const struct hg_outline *outline = hg_pass_outline(pass);
    bool future = match->form->signs.tense == HG_TENSE_FUTURE;
    uint32_t own = outline->year;
    bool early;

    if (own == 0 || year == 0) {
        return;
    }
    early = !future && own == year &&
            ((period == PERIOD_FIRST_HALF && outline->month > 0 && outline->month < 5) ||
             (period == PERIOD_SECOND_HALF && outline->month > 0 && outline->month < 11) ||
             (period == PERIOD_Q4 && outline->month > 0 && outline->month < 10) ||
             (period == PERIOD_Q3 && outline->month > 0 && outline->month < 8) ||
             (period == PERIOD_Q2 && outline->month > 0 && outline->month < 5));
    if (future ? own + 1 < year || own > year : own < year || own > year + 1 || early) {
        relate_title(pass,
                     hg_report(pass, &hg_check_title_mismatch, outline->date,
                               (struct hg_span){0, outline->date->text.len},
                               "标题是%u年%s，成文日期是%u年%u月，时间对不上，请核对", (unsigned)year,
                               period == PERIOD_FIRST_HALF    ? "上半年"
                               : period == PERIOD_SECOND_HALF ? "下半年"
                                                              : "",
                               (unsigned)own, (unsigned)outline->month));
    }
}

/* The name of a unit at the start of the title: up to the first 局 委 办 … before the year or 关于. */
static struct hg_str unit_of_title(struct hg_str title)
{
    static const struct hg_str ends[] = {
        HG_STR_INIT("委员会"), HG_STR_INIT("人民政府"), HG_STR_INIT("办公室"), HG_STR_INIT("局"),
        HG_STR_INIT("法院"),   HG_STR_INIT("检察院"),   HG_STR_INIT("管委会"), HG_STR_INIT("司法所"),
        HG_STR_INIT("街道办事处"), HG_STR_INIT("中心"),
    };
    size_t best = 0;

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t at = hg_str_find(title, ends[i], 0);

        if (at != SIZE_MAX && at > 0 && (best == 0 || at + ends[i].len < best)) {
            best = at + ends[i].len;
        }
    }
    for (size_t at = 0; at < best;) {
        uint32_t c = hg_utf8_next(title, &at);

        if (!hg_char_is_han(c)) {
            return HG_STR(""); /* a year or a mark stands before it: the name is not what opens it */
        }
    }
    return (struct hg_str){title.data, best};
}

/* All characters of `inner` stand in `outer` in order: 清河县司法局 in 中共清河县司法局党组. */
static bool is_within(struct hg_str inner, struct hg_str outer)
{
    size_t o = 0;

    for (size_t i = 0; i < inner.len;) {
        uint32_t c = hg_utf8_next(inner, &i);
        bool found = false;

        while (o < outer.len && !found) {
            found = hg_utf8_next(outer, &o) == c;
        }
        if (!found) {
            return false;
        }
    }
    return true;
}

static void check_unit(struct hg_pass *pass, const struct hg_match *match)
{
    const struct hg_outline *outline = hg_pass_outline(pass);
    struct hg_str unit = unit_of_title(outline->title), sign;

    /* Under the title stands who speaks, for whatever unit. */
    if (unit.len == 0 || outline->signature == NULL ||
        outline->signature->index < outline->preface_end ||
        hg_form_field_find(match->form, HG_STR("author")) != NULL) {
        return;
    }
    sign = hg_str_trim(outline->signature->text);
    /* A name of two or three characters is a person's. */
    if (hg_utf8_count(sign) < 4 || unit_of_title(sign).len == 0 || is_within(unit, sign) ||
        is_within(sign, unit)) {
        return;
    }
    relate_title(pass, hg_report(pass, &hg_check_title_mismatch, outline->signature,
                                 (struct hg_span){0, outline->signature->text.len},
                                 "标题中的单位是“%.*s”，署名是“%.*s”，请核对哪一处漏改", HG_FMT(unit),
                                 HG_FMT(sign)));
}

static void run(struct hg_pass *pass)
{
    const struct hg_match *match = hg_pass_match(pass);
    const struct hg_outline *outline = hg_pass_outline(pass);
    struct hg_span span;
    uint32_t year;
    enum period period;

    if (match == NULL || outline->title_first == NULL) {
        return;
    }
    year = year_in(outline->title, &span);
    period = period_in(outline->title, &span);
    if (hg_str_contains(outline->title, HG_STR("半年工作总结")) && period == PERIOD_NONE &&
        !hg_str_contains(outline->title, HG_STR("下半年工作总结"))) {
        period = PERIOD_FIRST_HALF; /* 上半年工作总结和下半年工作计划 */
    }
    check_headings(pass, match, year, period);
    check_date(pass, match, year, period);
    check_unit(pass, match);
}
