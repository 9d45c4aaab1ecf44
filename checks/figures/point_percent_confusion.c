#include "base/utf8.h"
#include "figures/ledger.h"
#include "lang/chars.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_point_percent_confusion = {
    .id = "point-percent-confusion",
    .family = HG_FAMILY_FIGURES,
    .name = "百分点误作百分比",
    .severity = HG_SEVERITY_WARNING,
    .summary = "比率的升降宜用“个百分点”，用“%”有歧义",
    .explanation = "两个比率相减，差用“个百分点”表示：破案率由24.64%升到35.49%，是上升10.85个百分点，不是上升10.85%"
                   "（那是24.64%的10.85%）。请确认所指，改用“个百分点”，或写明由多少升到多少。"
                   "发案率、事故率等按幅度计的不在此列。",
    .bad = "全县破案率35.49%，同比上升10.85%。\n",
    .good = "全县破案率35.49%，同比上升10.85个百分点；发案率同比下降12.3%。\n",
    .run = run,
};

static bool take_end(struct hg_str *text, const char *list)
{
    struct hg_str words = hg_str_of(list), word;

    while (hg_str_split(&words, '|', &word)) {
        if (hg_str_ends(*text, word)) {
            text->len -= word.len;
            return true;
        }
    }
    return false;
}

static const char compares[] =
    "与上年同期相比|与去年同期相比|比上年同期|较上年同期|比去年同期|较去年同期|比上年度|较上年度|比上年|"
    "较上年|比去年|较去年|较年初|比年初|较上月|比上月|同比|环比|大幅|明显|持续|稳步|有所|进一步|累计|再|"
    "也|均|又|分别|平均|整体|总体|逐年";

/* Rates whose rise or fall is usual to give in percent of themselves. */
static const char relative[] = "发案率|发生率|死亡率|事故率|投诉率|犯罪率|返贫率|上访率|信访率|故障率|伤亡率|警情率|"
                               "生产率|效率|利率|汇率|税率|频率|功率|容积率|速率|费率|增长率|产出率|概率|"
                               "心率|分辨率|周转率|回报率|收益率|利润率|毛利率|产率|生育率|出生率|患病率|"
                               "发病率|差错率|案发率|逃逸率|万人率|起火率|回访量|折扣率|倍率";

static const char rates[] = "率|占比|比重|比例|满意度|知晓度|覆盖面|安全感";

static bool names_rate(struct hg_str text)
{
    struct hg_str copy = text;

    if (take_end(&copy, relative)) {
        return false;
    }
    return take_end(&copy, rates);
}

static struct hg_span lead_span(const struct hg_quantity *quantity, size_t end)
{
    struct hg_str text = quantity->paragraph->text;
    size_t start = end;

    for (int i = 0; i < 40 && start > 0; i++) {
        size_t before = start;
        uint32_t c = hg_utf8_prev(text, &before);

        if (hg_char_ends_clause(c) || hg_char_is_digit(c) || c == '%' || c == 0xFF05) {
            break;
        }
        start = before;
    }
    return (struct hg_span){start, end};
}

/* 办结率为98.1% right before, in the same sentence: the share that the change is of. */
static const struct hg_quantity *rate_before(const struct hg_quantity *previous,
                                             const struct hg_quantity *quantity, size_t lead_start)
{
    struct hg_str text = quantity->paragraph->text, between, lead;

    if (previous == NULL || previous->paragraph != quantity->paragraph ||
        !hg_quantity_is_share(previous) || previous->sentence != quantity->sentence ||
        previous->span.end > lead_start) {
        return NULL;
    }
    between = hg_str_trim(hg_str_sub(text, (struct hg_span){previous->span.end, lead_start}));
    if (between.len > 0 && !hg_str_is(between, "，") && !hg_str_is(between, ",")) {
        return NULL;
    }
    lead = hg_str_trim(hg_str_sub(text, lead_span(previous, previous->span.start)));
    while (take_end(&lead, "达到了|达到|达|为|是|均|超过|约|近|了|至|到|提高|上升|提升|下降|降低|增长")) {
        lead = hg_str_trim(lead);
    }
    return names_rate(lead) ? previous : NULL;
}

static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);
    const struct hg_quantity *previous = NULL;

    for (size_t i = 0; i < ledger->quantities.len; i++) {
        const struct hg_quantity *quantity = ledger->quantities.items[i];
        struct hg_str text = quantity->paragraph->text, lead;
        const struct hg_quantity *before = previous;
        struct hg_finding *finding;
        struct hg_span span;
        bool value_given;

        previous = quantity;
        if (!hg_quantity_is_share(quantity) || !hg_pass_is_prose(pass, quantity->paragraph) ||
            (quantity->numeral.flags & (HG_NUMERAL_FRACTION | HG_NUMERAL_TENTHS)) != 0) {
            continue;
        }
        span = lead_span(quantity, quantity->span.start);
        lead = hg_str_trim(hg_str_sub(text, span));
        while (take_end(&lead, "了|约|近|超过|超|达")) {
        }
        if (!take_end(&lead, "上升|提高|提升|下降|降低|回落|增加|减少|增长|上涨")) {
            continue;
        }
        lead = hg_str_trim(lead);
        while (take_end(&lead, compares)) {
            lead = hg_str_trim(lead);
        }
        value_given = lead.len == 0 && rate_before(before, quantity, span.start) != NULL;
        if (!value_given && !names_rate(lead)) {
            continue;
        }
        finding = hg_report(pass, &hg_check_point_percent_confusion, quantity->paragraph,
                            quantity->span,
                            "比率的升降用“%.*s”有歧义，请确认是否为“%.*s个百分点”",
                            HG_FMT(hg_str_sub(text, quantity->numeral.span)),
                            HG_FMT(hg_str_sub(text, quantity->numeral.digits)));
        if (!value_given) {
            hg_finding_severity(finding, HG_SEVERITY_NOTE);
        }
    }
}
