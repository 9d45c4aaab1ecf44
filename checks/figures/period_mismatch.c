#include "figures/period.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_period_mismatch = {
    .id = "period-mismatch",
    .family = HG_FAMILY_FIGURES,
    .name = "时段不一致",
    .severity = HG_SEVERITY_WARNING,
    .summary = "正文的时段与标题、成文日期不一致，或同比、环比用反",
    .explanation = "报告的标题、章节标题、正文开头、截至日期和成文日期应是同一个时段：半年总结里写“截至12月底”、"
                   "截至日期晚于成文日期，多是沿用旧稿未改净。同比是与上年同期比，环比是与上一期比，"
                   "“较上月同比”自相矛盾。报告提到往年或远期目标不在此列。",
    .bad = "@title 清河县司法局2023年上半年工作总结\n一、上半年工作情况\n"
           "截至12月底，全县调解纠纷812件。\n@right 清河县司法局\n@right 2023年7月5日\n",
    .good = "@title 清河县司法局2023年上半年工作总结\n一、上半年工作情况\n"
            "截至6月底，全县调解纠纷812件。\n@right 清河县司法局\n@right 2023年7月5日\n",
    .run = run,
};

static void report(struct hg_pass *pass, const struct hg_claim *claim)
{
    struct hg_str text = hg_str_sub(claim->paragraph->text, claim->span);

    switch ((enum hg_period_aspect)claim->aspect) {
    case HG_PERIOD_LENGTH:
        (void)hg_report_claim(pass, &hg_check_period_mismatch, claim,
                              "%.*s，文中为%.*s，请核对起止年份和年数", HG_FMT(claim->working),
                              HG_FMT(text));
        break;
    case HG_PERIOD_UNTIL:
        (void)hg_report_claim(pass, &hg_check_period_mismatch, claim,
                              "截至“%.*s”晚于报告的日期：%.*s，请核对", HG_FMT(text),
                              HG_FMT(claim->working));
        break;
    case HG_PERIOD_TITLE:
        (void)hg_report_claim(pass, &hg_check_period_mismatch, claim,
                              "时段与标题不一致：%.*s，请核对是否沿用了旧稿", HG_FMT(claim->working));
        break;
    case HG_PERIOD_BEYOND:
        (void)hg_report_claim(pass, &hg_check_period_mismatch, claim,
                              "截至“%.*s”超出报告的时段：%.*s，请核对", HG_FMT(text),
                              HG_FMT(claim->working));
        break;
    case HG_PERIOD_LATE:
        (void)hg_report_claim(pass, &hg_check_period_mismatch, claim,
                              "成文日期与报告的时段不相称：%.*s，请核对", HG_FMT(claim->working));
        break;
    case HG_PERIOD_COMPARED:
        (void)hg_report_claim(pass, &hg_check_period_mismatch, claim, "“%.*s”有误：%.*s",
                              HG_FMT(text), HG_FMT(claim->working));
        break;
    default:
        break;
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);

    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];

        if (claim->relation != HG_RELATION_PERIOD) {
            continue;
        }
        if (claim->verdict == HG_VERDICT_WRONG) {
            report(pass, claim);
        } else if (claim->verdict == HG_VERDICT_UNVERIFIABLE &&
                   claim->aspect == HG_PERIOD_LATE) {
            hg_finding_severity(
                hg_report_claim(pass, &hg_check_period_mismatch, claim,
                                "成文日期与报告的时段相隔较远：%.*s，请核对是否写错或迟报",
                                HG_FMT(claim->working)),
                HG_SEVERITY_NOTE);
        }
    }
}
