/* A part that is greater than its whole. */
#include "figures/ledger.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

static const char *const supersedes[] = {"broken-rule", NULL};

const struct hg_check hg_check_impossible_part = {
    .id = "impossible-part",
    .family = HG_FAMILY_FIGURES,
    .name = "部分大于总数",
    .severity = HG_SEVERITY_ERROR,
    .summary = "“其中”的数大于总数，或办结数大于受理数",
    .explanation = "部分不能超过总数：“其中”之后的数不应大于它所属的总数，办结不应多于受理，整改不应多于发现。有上期结转、含旧存的不作"
                   "判断。请核对两个数和它们的时段、范围。",
    .bad = "全年受理申请47件，其中网上申请74件。\n",
    .good = "全年受理申请74件，其中网上申请47件。\n",
    .supersedes = supersedes,
    .run = run,
};

static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);

    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];

        if (claim->relation == HG_RELATION_CONTAINMENT && claim->verdict == HG_VERDICT_WRONG) {
            hg_report_claim(pass, &hg_check_impossible_part, claim,
                            "部分大于总数（%.*s），请核对%s", HG_FMT(claim->working),
                            hg_claim_figures(claim));
        }
    }
}
