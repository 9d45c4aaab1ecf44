/* A rate that was cut off instead of rounded. */
#include "figures/ledger.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_truncated_rate = {
    .id = "truncated-rate",
    .family = HG_FAMILY_FIGURES,
    .name = "比率疑为截尾",
    .severity = HG_SEVERITY_NOTE,
    .summary = "比率是截去尾数得出的，没有四舍五入",
    .explanation = "公文和统计数字一般四舍五入。把 99.96% 写成 99.9% 有时是有意不写 100%，因此只作提示；如非有意，请按四舍五入改写，"
                   "并与其他比率的取法保持一致。",
    .bad = "上半年，共参与调处纠纷2501件，成功调处2500件，调处成功率99.9%。\n",
    .good = "上半年，共参与调处纠纷2501件，成功调处2470件，调处成功率98.8%。\n",
    .run = run,
};

static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);

    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];

        if (claim->relation == HG_RELATION_RATE && claim->verdict == HG_VERDICT_TRUNCATED) {
            hg_report_claim(pass, &hg_check_truncated_rate, claim,
                            "按 %.*s 计算，四舍五入为 %.*s，文中为 %.*s，疑为截尾，请核对",
                            HG_FMT(hg_claim_expression(claim)), HG_FMT(hg_claim_result(claim)),
                            HG_FMT(hg_claim_stated(claim)));
        }
    }
}
