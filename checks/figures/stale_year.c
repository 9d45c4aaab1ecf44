#include "figures/period.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_stale_year = {
    .id = "stale-year",
    .family = HG_FAMILY_FIGURES,
    .name = "计划的年份已过",
    .severity = HG_SEVERITY_WARNING,
    .summary = "工作计划部分的年份早于报告的年份",
    .explanation = "下一步打算、工作计划写的应是将来的事。计划的标题或“到某年底完成”的年份早于报告的年份，"
                   "多是沿用上年的稿子未改年份。报告的年份以其标题和成文日期为准。",
    .bad = "@title 清河县司法局2023年工作总结\n一、工作情况\n全年调解纠纷812件。\n二、2022年工作打算\n"
           "继续抓好人民调解。\n",
    .good = "@title 清河县司法局2023年工作总结\n一、工作情况\n全年调解纠纷812件。\n二、2024年工作打算\n"
            "继续抓好人民调解。\n",
    .run = run,
};

static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);

    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];

        if (claim->relation == HG_RELATION_PERIOD && claim->aspect == HG_PERIOD_STALE &&
            claim->verdict == HG_VERDICT_WRONG) {
            (void)hg_report_claim(pass, &hg_check_stale_year, claim,
                                  "%.*s，年份已过，请核对是否沿用了旧稿", HG_FMT(claim->working));
        }
    }
}
