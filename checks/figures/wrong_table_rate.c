#include "figures/ledger.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_wrong_table_rate = {
    .id = "wrong-table-rate",
    .family = HG_FAMILY_FIGURES,
    .name = "表中比率与所列数不符",
    .severity = HG_SEVERITY_ERROR,
    .summary = "表中的完成率、占比、增幅等与同表所列的数不符",
    .explanation = "表中的完成率、办结率、占比、增幅、增减数应能由同一表中的数算出。核稿按表头认出分子、分母"
                   "（或本期、上期），逐行验算；口径不定、可比价计算的只列入数据核实表，不作判断。"
                   "四舍五入和截尾都不算错。请对照原始报表核对所列各数。",
    .bad = "| 单位 | 受理 | 办结 | 办结率 |\n| 城关所 | 412 | 398 | 96.6% |\n"
           "| 河东所 | 287 | 281 | 95.9% |\n| 白水所 | 163 | 155 | 95.1% |\n",
    .good = "| 单位 | 受理 | 办结 | 办结率 |\n| 城关所 | 412 | 398 | 96.6% |\n"
            "| 河东所 | 287 | 281 | 97.9% |\n| 白水所 | 163 | 155 | 95.1% |\n",
    .run = run,
};

static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);

    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];

        if (claim->relation != HG_RELATION_TABLE_RATE || claim->verdict != HG_VERDICT_WRONG) {
            continue;
        }
        (void)hg_report_claim(pass, &hg_check_wrong_table_rate, claim,
                              "%.*s：按 %.*s 计算为 %.*s，表中为 %.*s，请核对%s",
                              HG_FMT(claim->name), HG_FMT(hg_claim_expression(claim)),
                              HG_FMT(hg_claim_result(claim)), HG_FMT(hg_claim_stated(claim)),
                              hg_claim_figures(claim));
    }
}
