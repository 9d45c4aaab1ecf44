/* A multiple that its two numbers do not give. */
#include "figures/ledger.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_wrong_multiple = {
    .id = "wrong-multiple",
    .family = HG_FAMILY_FIGURES,
    .name = "倍数与所列数不符",
    .severity = HG_SEVERITY_ERROR,
    .summary = "增长几倍、是几倍、翻几番与所列数不符",
    .explanation = "“增长2倍”是原来的3倍，“增长到2倍”“是……的2倍”是原来的2倍，“翻一番”是2倍，“翻两番”是4倍。请核对倍数和两个数，"
                   "并看是否把“增长”与“增长到”混用。",
    .bad = "网上办件由120件增加到480件，增长4倍。\n",
    .good = "网上办件由120件增加到480件，增长3倍。\n",
    .run = run,
};

static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);

    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];

        if (claim->relation == HG_RELATION_MULTIPLE && claim->verdict == HG_VERDICT_WRONG) {
            hg_report_claim(pass, &hg_check_wrong_multiple, claim,
                            "按 %.*s 计算为 %.*s，文中为 %.*s，请核对%s",
                            HG_FMT(hg_claim_expression(claim)), HG_FMT(hg_claim_result(claim)),
                            HG_FMT(hg_claim_stated(claim)), hg_claim_figures(claim));
        }
    }
}
