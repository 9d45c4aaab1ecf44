#include "figures/ledger.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_table_text_conflict = {
    .id = "table-text-conflict",
    .family = HG_FAMILY_FIGURES,
    .name = "文表数字不一致",
    .severity = HG_SEVERITY_ERROR,
    .summary = "正文中的数与表中同一行、同一栏的数不一致",
    .explanation = "正文引用的数应与表中一致。核稿只在正文的用语与表的行名、栏名完全相同，计量单位相同，"
                   "时段不相抵触时才作比较；正文取整、截尾的不算错。请确认以哪一处为准，并改正另一处。",
    .bad = "清河县受理案件312件。\n| 县区 | 受理案件（件） | 审结案件（件） |\n"
           "| 清河县 | 321 | 305 |\n| 白水县 | 208 | 199 |\n",
    .good = "清河县受理案件321件。\n| 县区 | 受理案件（件） | 审结案件（件） |\n"
            "| 清河县 | 321 | 305 |\n| 白水县 | 208 | 199 |\n",
    .run = run,
};

static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);

    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];
        const struct hg_reading *reading = hg_claim_reading(claim);
        struct hg_str said, cell;

        if (claim->relation != HG_RELATION_TABLE_TEXT || claim->verdict != HG_VERDICT_WRONG ||
            reading == NULL || reading->count < 2) {
            continue;
        }
        said = hg_str_sub(claim->paragraph->text, claim->span);
        cell = hg_str_sub(reading->operands[1].paragraph->text, reading->operands[1].span);
        (void)hg_report_claim(pass, &hg_check_table_text_conflict, claim,
                              "%.*s：正文为%.*s，表中为%.*s，请核对", HG_FMT(claim->name),
                              HG_FMT(said), HG_FMT(cell));
    }
}
