#include "figures/ledger.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_wrong_table_sum = {
    .id = "wrong-table-sum",
    .family = HG_FAMILY_FIGURES,
    .name = "表中合计不符",
    .severity = HG_SEVERITY_ERROR,
    .summary = "表中的合计、小计与所列各项之和不符",
    .explanation = "表中的合计、小计应等于各分项之和，“其中”项不应大于总项，旧存加新收减办结应等于未结。"
                   "核稿按表头和行名认出合计，逐列相加；其他各列都相符、只有这一列不符时才报告，"
                   "并已留出四舍五入的余地。请对照原始报表核对所列各数；如分项之和因四舍五入与合计不等，"
                   "请在表下注明。",
    .bad = "| 司法所 | 受理 | 成功 |\n| 城关所 | 418 | 402 |\n| 河东所 | 263 | 255 |\n"
           "| 合计 | 681 | 667 |\n",
    .good = "| 司法所 | 受理 | 成功 |\n| 城关所 | 418 | 402 |\n| 河东所 | 263 | 255 |\n"
            "| 合计 | 681 | 657 |\n",
    .run = run,
};

/* The first wrong claim that each cell took part in. */
struct owners {
    const struct hg_claim **claims; /* by paragraph */
    struct hg_finding **findings;   /* of those claims, by paragraph of their stated figure */
};

static const struct hg_operand *shared_cell(const struct owners *owners,
                                            const struct hg_claim *claim)
{
    const struct hg_reading *reading = hg_claim_reading(claim);

    for (uint32_t i = 0; reading != NULL && i < reading->count; i++) {
        const struct hg_operand *operand = &reading->operands[i];

        if (operand->paragraph != NULL && owners->claims[operand->paragraph->index] != NULL) {
            return operand;
        }
    }
    return NULL;
}

static void own(const struct owners *owners, const struct hg_claim *claim)
{
    const struct hg_reading *reading = hg_claim_reading(claim);

    for (uint32_t i = 0; reading != NULL && i < reading->count; i++) {
        if (reading->operands[i].paragraph != NULL) {
            owners->claims[reading->operands[i].paragraph->index] = claim;
        }
    }
}

static struct hg_finding *report(struct hg_pass *pass, const struct hg_claim *claim)
{
    if (hg_claim_reading(claim)->formula == HG_FORMULA_AT_MOST) {
        return hg_report_claim(pass, &hg_check_wrong_table_sum, claim,
                               "%.*s：“其中”项大于总项（%.*s），请核对这两个数", HG_FMT(claim->name),
                               HG_FMT(claim->working));
    }
    return hg_report_claim(pass, &hg_check_wrong_table_sum, claim,
                           "%.*s：按 %.*s 计算为 %.*s，表中为 %.*s，请核对%s", HG_FMT(claim->name),
                           HG_FMT(hg_claim_expression(claim)), HG_FMT(hg_claim_result(claim)),
                           HG_FMT(hg_claim_stated(claim)), hg_claim_figures(claim));
}

/* The cell that two claims share is the likeliest to be wrong. */
static void blame(struct hg_pass *pass, struct hg_finding *finding, const struct hg_operand *cell,
                  const struct hg_claim *second)
{
    struct hg_buf message = HG_BUF_INIT;

    finding->place = (struct hg_place){cell->paragraph, cell->span};
    hg_buf_str(&message, finding->message);
    hg_buf_printf(&message, "；%.*s：按 %.*s 计算为 %.*s，表中为 %.*s。两处都用到%.*s",
                  HG_FMT(second->name), HG_FMT(hg_claim_expression(second)),
                  HG_FMT(hg_claim_result(second)), HG_FMT(hg_claim_stated(second)),
                  HG_FMT(hg_str_sub(cell->paragraph->text, cell->span)));
    finding->message = hg_str_copy(hg_pass_arena(pass), hg_buf_view(&message));
    hg_buf_release(&message);
}

/* One wrong cell upsets its row and its column: the second claim points back to the first. */
static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);
    size_t paragraphs = hg_pass_doc(pass)->paragraphs.len;
    struct owners owners = {NULL, NULL};

    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];
        const struct hg_operand *cell;

        if (claim->relation != HG_RELATION_TABLE_SUM || claim->verdict != HG_VERDICT_WRONG) {
            continue;
        }
        if (owners.claims == NULL) {
            owners.claims = HG_NEW_ARRAY(hg_pass_arena(pass), const struct hg_claim *, paragraphs);
            owners.findings = HG_NEW_ARRAY(hg_pass_arena(pass), struct hg_finding *, paragraphs);
        }
        cell = shared_cell(&owners, claim);
        if (cell != NULL) {
            const struct hg_claim *first = owners.claims[cell->paragraph->index];
            struct hg_finding *finding = owners.findings[first->paragraph->index];

            hg_finding_related(pass, finding, claim->paragraph, claim->span);
            blame(pass, finding, cell, claim);
            own(&owners, first); /* what both upset stays with the first */
            continue;
        }
        owners.findings[claim->paragraph->index] = report(pass, claim);
        own(&owners, claim);
    }
}
