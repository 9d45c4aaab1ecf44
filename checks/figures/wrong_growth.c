/* A change that its own numbers do not give. */
#include "figures/ledger.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_wrong_growth = {
    .id = "wrong-growth",
    .family = HG_FAMILY_FIGURES,
    .name = "增减幅度与所列数不符",
    .severity = HG_SEVERITY_ERROR,
    .summary = "同比、环比的增减量、增减幅与本期、上期数算不到一起",
    .explanation = "增减幅 =（本期 − 上期）÷ 上期。知道本期数、上期数、增减量中的任意两个，就能推出增减幅。按可比价、同口径或剔除"
                   "某些因素计算的不作判断。",
    .bad = "全年收入5955万元，比上年增加1637万元，增长39.7%。\n",
    .good = "全年收入5955万元，比上年增加1637万元，增长37.9%。\n",
    .run = run,
};

static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);

    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];

        if (claim->relation == HG_RELATION_GROWTH && claim->verdict == HG_VERDICT_WRONG) {
            hg_report_claim(pass, &hg_check_wrong_growth, claim,
                            "按 %.*s 计算为 %.*s，文中为 %.*s，请核对%s",
                            HG_FMT(hg_claim_expression(claim)), HG_FMT(hg_claim_result(claim)),
                            HG_FMT(hg_claim_stated(claim)), hg_claim_figures(claim));
        }
    }
}
