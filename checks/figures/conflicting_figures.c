/* One thing said twice with two numbers. */
#include "figures/ledger.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_conflicting_figures = {
    .id = "conflicting-figures",
    .family = HG_FAMILY_FIGURES,
    .name = "同一数字前后不一致",
    .severity = HG_SEVERITY_ERROR,
    .summary = "同一件事在文中两处的数字不同",
    .explanation = "同一时段、同一范围的同一项工作在文中出现两次，数字应当相同。常见于开头概述与分项叙述、正文与小结之间，改了一处忘了改"
                   "另一处。请核对哪一处是最新数。",
    .bad = "截至2023年6月底，清河县人民调解组织共化解各类矛盾纠纷1181件。\n\n截至2023年6月底，清河县人民调解组织共化解各类矛盾纠纷1118件。\n",
    .good = "截至2023年6月底，清河县人民调解组织共化解各类矛盾纠纷1181件。\n\n截至2023年6月底，清河县人民调解组织共化解各类矛盾纠纷1181件。\n",
    .run = run,
};

static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);

    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];

        if (claim->relation == HG_RELATION_AGREEMENT && claim->verdict == HG_VERDICT_WRONG) {
            hg_report_claim(pass, &hg_check_conflicting_figures, claim,
                            "同一数字前后不一致（%.*s），请核对", HG_FMT(claim->working));
        }
    }
}
