/* Percentage points that two rates do not give. */
#include "figures/ledger.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_wrong_difference = {
    .id = "wrong-difference",
    .family = HG_FAMILY_FIGURES,
    .name = "百分点之差不符",
    .severity = HG_SEVERITY_ERROR,
    .summary = "两个比率之差与所写的百分点不符",
    .explanation = "比率的变化用百分点表示，等于两个比率相减。三个数中至少有一个有误，请逐一核对。",
    .bad = "不良率由20.8%下降到18.2%，下降3.6个百分点。\n",
    .good = "不良率由20.8%下降到18.2%，下降2.6个百分点。\n",
    .run = run,
};

static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);

    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];

        if (claim->relation == HG_RELATION_DIFFERENCE && claim->verdict == HG_VERDICT_WRONG) {
            hg_report_claim(pass, &hg_check_wrong_difference, claim,
                            "按 %.*s 计算为 %.*s，文中为 %.*s，请核对%s",
                            HG_FMT(hg_claim_expression(claim)), HG_FMT(hg_claim_result(claim)),
                            HG_FMT(hg_claim_stated(claim)), hg_claim_figures(claim));
        }
    }
}
