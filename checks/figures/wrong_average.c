/* An average that its total and count do not give. */
#include "figures/ledger.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_wrong_average = {
    .id = "wrong-average",
    .family = HG_FAMILY_FIGURES,
    .name = "平均数与所列数不符",
    .severity = HG_SEVERITY_ERROR,
    .summary = "人均、户均、年均与总数、人数算不到一起",
    .explanation = "平均数等于总数除以个数，“年均增加”等于首尾之差除以年数。三个数中至少有一个有误，请逐一核对。按其他口径计算的人均"
                   "收入、人均产值不作判断。",
    .bad = "共发放补助资金120万元，惠及400户，户均5000元。\n",
    .good = "共发放补助资金120万元，惠及400户，户均3000元。\n",
    .run = run,
};

static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);

    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];

        if (claim->relation == HG_RELATION_AVERAGE && claim->verdict == HG_VERDICT_WRONG) {
            hg_report_claim(pass, &hg_check_wrong_average, claim,
                            "按 %.*s 计算为 %.*s，文中为 %.*s，请核对%s",
                            HG_FMT(hg_claim_expression(claim)), HG_FMT(hg_claim_result(claim)),
                            HG_FMT(hg_claim_stated(claim)), hg_claim_figures(claim));
        }
    }
}
