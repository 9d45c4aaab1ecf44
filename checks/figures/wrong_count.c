/* A list that does not hold as many items as it says. */
#include "figures/ledger.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_wrong_count = {
    .id = "wrong-count",
    .family = HG_FAMILY_FIGURES,
    .name = "列举项数与所写数目不符",
    .severity = HG_SEVERITY_ERROR,
    .summary = "说了几个方面、几个单位，列出的却不是几个",
    .explanation = "“两个方面：一是……二是……三是……”“A、B、C两家单位”之类，所写数目应当与列出的项数相同；“等”之后的数目不应少于列出的"
                   "项数。请核对是数目写错还是列举有遗漏。",
    .bad = "主要围绕两个方面开展工作：一是抓排查，二是抓化解，三是抓回访。\n",
    .good = "主要围绕三个方面开展工作：一是抓排查，二是抓化解，三是抓回访。\n",
    .run = run,
};

static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);

    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];

        if (claim->relation == HG_RELATION_COUNT && claim->verdict == HG_VERDICT_WRONG) {
            hg_report_claim(pass, &hg_check_wrong_count, claim, "%.*s，请核对",
                            HG_FMT(claim->working));
        }
    }
}
