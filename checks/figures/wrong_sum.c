/* Parts that do not make up their whole. */
#include "figures/ledger.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_wrong_sum = {
    .id = "wrong-sum",
    .family = HG_FAMILY_FIGURES,
    .name = "分项之和与合计不符",
    .severity = HG_SEVERITY_ERROR,
    .summary = "分项相加不等于合计",
    .explanation = "写明“共、合计、分别、其中（按性质分全）”的，各分项相加应当等于合计；以万、亿为单位且有小数的，允许四舍五入造成的"
                   "尾差。“其中”只列部分时不要求相等。合计和各分项中至少有一个有误，请逐一核对。",
    .bad = "全年办理提案92件，其中集体提案25件，个人提案76件。\n",
    .good = "全年办理提案92件，其中集体提案25件，个人提案67件。\n",
    .run = run,
};

static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);

    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];

        if (claim->relation == HG_RELATION_SUM && claim->verdict == HG_VERDICT_WRONG) {
            hg_report_claim(pass, &hg_check_wrong_sum, claim,
                            "各项相加 %.*s 为 %.*s，文中为 %.*s，请核对%s",
                            HG_FMT(hg_claim_expression(claim)), HG_FMT(hg_claim_result(claim)),
                            HG_FMT(hg_claim_stated(claim)), hg_claim_figures(claim));
        }
    }
}
