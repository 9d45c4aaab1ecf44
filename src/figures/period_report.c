/* Dates against the report's own time: its title, its date, its sections. Reports rightly name
 * earlier and later years (plans of five years, aims for 2035, history); only what the wording
 * itself ties to the report's own period is compared. */
#include "base/utf8.h"
#include "figures/period.h"

/* What the report says of itself. */
struct own {
    const struct hg_outline *outline;
    const struct hg_paragraph *paragraph; /* that tells the period: title, or the heading */
    struct hg_span span;
    int32_t year;           /* the one year it reports on; 0 if unknown or several */
    unsigned end_month;     /* last month of a half year or of quarters; 0 for whole years */
    bool summary, plan;     /* by its title */
    struct hg_date_point day; /* the date of the report */
    const struct hg_paragraph *day_paragraph;
    struct hg_span day_span;
    bool signed_day;        /* the closing date, not a line of metadata */
};

struct report {
    struct hg_arena *arena;
    struct hg_ledger *ledger;
    struct own own;
};

static bool holds_one_of(struct hg_str text, const char *list)
{
    struct hg_str rest = hg_str_of(list), word;

    while (hg_str_split(&rest, '|', &word)) {
        if (hg_str_contains(text, word)) {
            return true;
        }
    }
    return false;
}

static const char summary_words[] =
    "总结|工作情况|情况报告|情况的报告|情况汇报|完成情况|开展情况|落实情况|述职|述法|小结|回顾|年度报告";
static const char plan_words[] = "下一步|下步|下阶段|下一阶段|打算|计划|安排|思路|谋划|设想|要点|今后|"
                                 "努力方向|下半年工作|明年工作|来年工作";
static const char done_words[] = "完成情况|落实情况|执行情况|进展情况|总结";

static bool is_summary(struct hg_str text)
{
    return holds_one_of(text, summary_words);
}

static bool is_plan(struct hg_str text)
{
    return holds_one_of(text, plan_words) && !holds_one_of(text, done_words);
}

/* ---- Reading what the report says of itself ---- */

/* The dates and periods of a short text. */
struct dates {
    struct hg_date items[8];
    size_t count;
};

static void dates_of(struct hg_str text, struct dates *out)
{
    size_t at = 0;

    out->count = 0;
    while (at < text.len && out->count < sizeof out->items / sizeof *out->items) {
        if (hg_date_may_start(hg_utf8_at(text, at)) &&
            hg_date_parse(text, at, &out->items[out->count])) {
            at = out->items[out->count++].span.end;
        } else {
            (void)hg_utf8_next(text, &at);
        }
    }
}

/* The one year the text names, 0 if none or several; ranges of years count as several. */
static int32_t only_year(const struct dates *dates)
{
    int32_t year = 0;

    for (size_t i = 0; i < dates->count; i++) {
        const struct hg_date *date = &dates->items[i];

        if (date->kind == HG_DATE_PLAN || date->from.year != date->to.year) {
            return 0;
        }
        if (date->from.year >= 1000) {
            if (year != 0 && year != date->from.year) {
                return 0;
            }
            year = date->from.year;
        }
    }
    return year;
}

/* Last month of the one part of a year it names: 6 for 上半年, 9 for 前三季度; 0 otherwise. */
static unsigned end_month_of(const struct dates *dates)
{
    unsigned end = 0;

    for (size_t i = 0; i < dates->count; i++) {
        const struct hg_date *date = &dates->items[i];
        bool part = date->kind == HG_DATE_HALF || date->kind == HG_DATE_QUARTER ||
                    (date->kind == HG_DATE_RANGE && date->from.month == 1 && date->to.day == 0);

        if (part) {
            if (end != 0) {
                return 0;
            }
            end = date->to.month;
        }
    }
    return end == 12 ? 0 : end;
}

static void read_title(struct own *own)
{
    const struct hg_outline *outline = own->outline;
    struct dates dates;

    if (outline->title_first == NULL) {
        return;
    }
    own->summary = is_summary(outline->title);
    own->plan = is_plan(outline->title) && !own->summary;
    if (!own->summary && !own->plan) {
        return; /* a 政府工作报告 of 2023 looks back on 2022 */
    }
    dates_of(outline->title, &dates);
    own->year = only_year(&dates);
    own->end_month = own->summary ? end_month_of(&dates) : 0;
    own->paragraph = outline->title_first;
    own->span = (struct hg_span){0, outline->title_first->text.len};
}

/* Without a title, 一、上半年工作总结 tells the period. */
static void read_first_heading(struct own *own)
{
    for (size_t i = 0; i < own->outline->headings.len && own->paragraph == NULL; i++) {
        const struct hg_heading *heading = &own->outline->headings.items[i];
        struct dates dates;

        if (heading->level != 1 || !is_summary(heading->title_text)) {
            continue;
        }
        dates_of(heading->title_text, &dates);
        own->end_month = end_month_of(&dates);
        own->year = only_year(&dates);
        if (own->end_month != 0) {
            own->paragraph = heading->paragraph;
            own->span = heading->title;
        }
        return;
    }
}

static void read_day(const struct hg_doc *doc, struct own *own)
{
    const struct hg_outline *outline = own->outline;

    if (outline->year > 0 && outline->date != NULL) {
        own->day = (struct hg_date_point){(int32_t)outline->year, (uint8_t)outline->month,
                                          (uint8_t)outline->day};
        own->day_paragraph = outline->date;
        own->day_span = (struct hg_span){0, outline->date->text.len};
        own->signed_day = true;
        return;
    }
    for (size_t i = 0; i < outline->preface_end && i < doc->body_count; i++) {
        struct hg_str text = doc->paragraphs.items[i]->text;
        size_t at = hg_str_find(text, HG_STR("成文日期"), 0);
        struct dates dates;

        if (at == SIZE_MAX) {
            continue;
        }
        dates_of(hg_str_sub(text, (struct hg_span){at, text.len}), &dates);
        if (dates.count > 0 && dates.items[0].kind == HG_DATE_DAY &&
            dates.items[0].from.year >= 1000) {
            own->day = dates.items[0].from;
            own->day_paragraph = doc->paragraphs.items[i];
            own->day_span = (struct hg_span){at + dates.items[0].span.start,
                                             at + dates.items[0].span.end};
        }
        return;
    }
}

/* ---- Claims ---- */

static struct hg_claim *claim_at(struct report *r, enum hg_period_aspect aspect,
                                 const struct hg_paragraph *paragraph, struct hg_span span,
                                 int64_t value)
{
    struct hg_claim *claim = hg_period_claim(r->arena, r->ledger, aspect, paragraph, span);

    hg_period_rest(r->arena, claim, paragraph, span, value);
    return claim;
}

static void rest_on_title(struct report *r, struct hg_claim *claim)
{
    if (r->own.paragraph != NULL) {
        hg_period_rest(r->arena, claim, r->own.paragraph, r->own.span, r->own.year);
    }
}

static void rest_on_day(struct report *r, struct hg_claim *claim)
{
    hg_period_rest(r->arena, claim, r->own.day_paragraph, r->own.day_span,
                   hg_period_value(r->own.day));
}

/* The year that a plan must not lie before; 0 if unknown. */
static int32_t present_year(const struct own *own)
{
    return own->year > 0 ? own->year : own->signed_day ? own->day.year : 0;
}

static void check_heading(struct report *r, const struct hg_heading *heading)
{
    bool plan = is_plan(heading->title_text), summary = is_summary(heading->title_text) && !plan;
    int32_t present = present_year(&r->own), year;
    struct hg_claim *claim;
    struct dates dates;
    unsigned end;

    dates_of(heading->title_text, &dates);
    year = only_year(&dates);
    end = end_month_of(&dates);
    if (plan && year > 0 && present > 0) {
        claim = claim_at(r, HG_PERIOD_STALE, heading->paragraph, heading->title, year);
        rest_on_title(r, claim);
        hg_period_verdict(r->arena, claim,
                          year < present ? HG_VERDICT_WRONG : HG_VERDICT_CONSISTENT,
                          HG_REASON_NONE, "报告为%d年，计划为%d年", (int)present, (int)year);
    }
    if (!summary || !r->own.summary || r->own.paragraph == heading->paragraph) {
        return;
    }
    if (year > 0 && r->own.year > 0) {
        claim = claim_at(r, HG_PERIOD_TITLE, heading->paragraph, heading->title, year);
        rest_on_title(r, claim);
        hg_period_verdict(r->arena, claim,
                          year != r->own.year ? HG_VERDICT_WRONG : HG_VERDICT_CONSISTENT,
                          HG_REASON_NONE, "标题为%d年，此处为%d年", (int)r->own.year, (int)year);
    } else if (end > 0 && r->own.end_month > 0) {
        claim = claim_at(r, HG_PERIOD_TITLE, heading->paragraph, heading->title, end);
        rest_on_title(r, claim);
        hg_period_verdict(r->arena, claim,
                          end != r->own.end_month ? HG_VERDICT_WRONG : HG_VERDICT_CONSISTENT,
                          HG_REASON_NONE, "标题的时段止于%u月，此处止于%u月", r->own.end_month, end);
    }
}

/* The opening words of the text: “2022年，我局…” under a title of 2023. */
static void check_opening(struct report *r)
{
    const struct hg_doc *doc = r->ledger->doc;
    const struct hg_paragraph *opening = NULL;
    struct hg_date date;
    struct hg_claim *claim;
    struct hg_buf year = HG_BUF_INIT;
    uint32_t after;
    bool said;

    for (size_t i = r->own.outline->preface_end; i < doc->body_count && opening == NULL; i++) {
        if (hg_str_trim(doc->paragraphs.items[i]->text).len > 0) {
            opening = doc->paragraphs.items[i];
        }
    }
    if (!r->own.summary || r->own.year == 0 || opening == NULL ||
        !hg_date_parse(opening->text, 0, &date) || date.from.year < 1000 ||
        date.from.year != date.to.year || (date.flags & HG_DATE_SINCE) != 0 ||
        date.kind == HG_DATE_DAY || date.kind == HG_DATE_MONTH || date.kind == HG_DATE_PLAN) {
        return;
    }
    after = hg_utf8_at(opening->text, date.span.end);
    hg_buf_printf(&year, "%d", (int)r->own.year);
    said = hg_str_contains(opening->text, hg_buf_view(&year));
    hg_buf_release(&year);
    if ((after != ',' && after != 0xFF0C) || (date.from.year != r->own.year && said)) {
        return;
    }
    claim = claim_at(r, HG_PERIOD_TITLE, opening, date.span, date.from.year);
    rest_on_title(r, claim);
    hg_period_verdict(r->arena, claim,
                      date.from.year != r->own.year ? HG_VERDICT_WRONG : HG_VERDICT_CONSISTENT,
                      HG_REASON_NONE, "标题为%d年，正文开头为%d年", (int)r->own.year,
                      (int)date.from.year);
}

/* The report's date against the period it reports on. */
static void check_day(struct report *r)
{
    const struct own *own = &r->own;
    int32_t year = own->year > 0 ? own->year : own->end_month > 0 ? own->day.year : 0;
    unsigned month = own->end_month > 0 ? own->end_month : 12;
    int32_t later;
    struct hg_claim *claim;

    if (own->day.year == 0 || own->day.month == 0 || year == 0 || own->plan) {
        return;
    }
    later = (own->day.year - year) * 12 + own->day.month - (int32_t)month;
    claim = claim_at(r, HG_PERIOD_LATE, own->day_paragraph, own->day_span,
                     hg_period_value(own->day));
    rest_on_title(r, claim);
    if (own->day.year < year) {
        hg_period_verdict(r->arena, claim, HG_VERDICT_WRONG, HG_REASON_NONE,
                          "报告的时段为%d年，成文日期为%d年", (int)year, (int)own->day.year);
    } else if (own->end_month > 0 && (later >= 5 || later < -1)) {
        hg_period_verdict(r->arena, claim, HG_VERDICT_UNVERIFIABLE, HG_REASON_SUSPECT,
                          "报告的时段止于%d年%u月，成文于%d年%u月", (int)year, month,
                          (int)own->day.year, (unsigned)own->day.month);
    } else {
        hg_period_verdict(r->arena, claim, HG_VERDICT_CONSISTENT, HG_REASON_NONE,
                          "报告的时段止于%d年%u月，成文于%d年%u月", (int)year, month,
                          (int)own->day.year, (unsigned)own->day.month);
    }
}

/* ---- Dates of the text ---- */

static bool in_plan(const struct own *own, const struct hg_moment *moment)
{
    uint32_t at = hg_outline_heading_at(own->outline, moment->paragraph, moment->date.span.start);

    while (at != UINT32_MAX) {
        const struct hg_heading *heading = &own->outline->headings.items[at];

        if (is_plan(heading->title_text)) {
            return true;
        }
        at = heading->parent;
    }
    return own->plan;
}

static struct hg_str after_moment(const struct hg_moment *moment)
{
    struct hg_str text = moment->paragraph->text;
    size_t at = moment->date.span.end, end = at;

    while (end < text.len && end - at < 240) {
        size_t next = end;
        uint32_t c = hg_utf8_next(text, &next);

        if (c == 0x3002 || c == 0xFF1B || c == ';' || c == '\n') {
            break;
        }
        end = next;
    }
    return hg_str_sub(text, (struct hg_span){at, end});
}

static struct hg_str before_moment(const struct hg_moment *moment)
{
    struct hg_str text = moment->paragraph->text;
    size_t at = moment->date.span.start;

    for (int i = 0; i < 4 && at > 0; i++) {
        size_t before = at;
        uint32_t c = hg_utf8_prev(text, &before);

        if (c == 0x3002 || c == 0xFF0C || c == ',' || c == 0xFF1B || c == ';') {
            break;
        }
        at = before;
    }
    return hg_str_sub(text, (struct hg_span){at, moment->date.span.start});
}

static const char aim_words[] = "力争|计划|预计|确保|争取|拟|将|目标|规划|要";

static void check_until(struct report *r, const struct hg_moment *moment)
{
    const struct own *own = &r->own;
    const struct hg_date *date = &moment->date;
    struct hg_claim *claim;

    if ((date->flags & HG_DATE_UNTIL) == 0 || date->relative != HG_RELATIVE_NONE ||
        date->kind == HG_DATE_RANGE || date->kind == HG_DATE_PLAN ||
        date->kind == HG_DATE_DURATION || date->from.month == 0 ||
        holds_one_of(after_moment(moment), aim_words) || in_plan(own, moment)) {
        return;
    }
    if (own->day.year > 0 && date->from.year >= 1000) {
        bool later = hg_date_compare(date->to, own->day) > 0;

        claim = claim_at(r, HG_PERIOD_UNTIL, moment->paragraph, date->span,
                         hg_period_value(date->from));
        rest_on_day(r, claim);
        hg_period_verdict(r->arena, claim, later ? HG_VERDICT_WRONG : HG_VERDICT_CONSISTENT,
                          HG_REASON_NONE, "成文于%d年%u月%u日", (int)own->day.year,
                          (unsigned)own->day.month, (unsigned)own->day.day);
        if (later) {
            return;
        }
    }
    if (own->end_month > 0 && date->from.month >= own->end_month + 2 && date->from.month <= 12 &&
        (date->from.year == 0 || (own->year > 0 && date->from.year == own->year))) {
        claim = claim_at(r, HG_PERIOD_BEYOND, moment->paragraph, date->span,
                         hg_period_value(date->from));
        rest_on_title(r, claim);
        hg_period_verdict(r->arena, claim, HG_VERDICT_WRONG, HG_REASON_NONE,
                          "报告的时段止于%u月", own->end_month);
    }
}

/* “力争到2022年底建成” in the plan of a report of 2023. */
static void check_stale(struct report *r, const struct hg_moment *moment)
{
    const struct hg_date *date = &moment->date;
    int32_t present = present_year(&r->own);
    struct hg_str after = after_moment(moment), before = before_moment(moment);
    struct hg_claim *claim;

    if (present == 0 || date->from.year < 1000 || date->kind == HG_DATE_RANGE ||
        date->kind == HG_DATE_PLAN || !holds_one_of(before, "到|力争|确保|争取|在|于|至") ||
        !(hg_str_starts(after, HG_STR("底")) || hg_str_starts(after, HG_STR("前")) ||
          hg_str_starts(after, HG_STR("末")) || hg_str_starts(after, HG_STR("年底"))) ||
        !holds_one_of(after, "完成|建成|实现|达到|力争|确保|基本|全面|形成") ||
        holds_one_of(after, "已|了|曾|以来|较|比|原定|原计划") ||
        hg_str_contains(before, HG_STR("原")) || !in_plan(&r->own, moment)) {
        return;
    }
    claim = claim_at(r, HG_PERIOD_STALE, moment->paragraph, date->span,
                     hg_period_value(date->from));
    rest_on_title(r, claim);
    hg_period_verdict(r->arena, claim,
                      date->from.year < present ? HG_VERDICT_WRONG : HG_VERDICT_CONSISTENT,
                      HG_REASON_NONE, "报告为%d年，计划的时间为%d年", (int)present,
                      (int)date->from.year);
}

void hg_periods_claim_report(struct hg_arena *arena, struct hg_ledger *ledger,
                             const struct hg_outline *outline)
{
    struct report r = {.arena = arena, .ledger = ledger, .own = {.outline = outline}};

    read_title(&r.own);
    if (r.own.paragraph == NULL) {
        read_first_heading(&r.own);
    }
    read_day(ledger->doc, &r.own);
    for (size_t i = 0; i < outline->headings.len; i++) {
        check_heading(&r, &outline->headings.items[i]);
    }
    check_opening(&r);
    check_day(&r);
    for (size_t i = 0; i < ledger->moments.len; i++) {
        const struct hg_moment *moment = ledger->moments.items[i];

        if (moment->paragraph->part == HG_PART_BODY) {
            check_until(&r, moment);
            check_stale(&r, moment);
        }
    }
}
