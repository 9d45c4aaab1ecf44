/* A rate that its own part and whole do not give. */
#include "figures/ledger.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_wrong_rate = {
    .id = "wrong-rate",
    .family = HG_FAMILY_FIGURES,
    .name = "比率与所列数不符",
    .severity = HG_SEVERITY_ERROR,
    .summary = "成功率、办结率、占比等与同处的分子、分母算不到一起",
    .explanation = "比率由分子除以分母得出，保留位数以文中写法为准，四舍五入和四舍六入五成双（GB/T 8170）都算相符。"
                   "分子、分母、比率中至少有一个有误，核稿不判断是哪一个，请向业务科室逐一核对。只有定义固定的比率才判错，"
                   "含旧存、口径另有规定的比率只列入台账。",
    .bad = "今年以来，共调解矛盾纠纷1181件，成功1159件，调解成功率98.9%。\n",
    .good = "今年以来，共调解矛盾纠纷1181件，成功1159件，调解成功率98.1%。\n",
    .run = run,
};

static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);

    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];

        if (claim->relation == HG_RELATION_RATE && claim->verdict == HG_VERDICT_WRONG) {
            hg_report_claim(pass, &hg_check_wrong_rate, claim,
                            "按 %.*s 计算为 %.*s，文中为 %.*s，请核对%s",
                            HG_FMT(hg_claim_expression(claim)), HG_FMT(hg_claim_result(claim)),
                            HG_FMT(hg_claim_stated(claim)), hg_claim_figures(claim));
        }
    }
}
