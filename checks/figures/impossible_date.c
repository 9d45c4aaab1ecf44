#include "figures/period.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_impossible_date = {
    .id = "impossible-date",
    .family = HG_FAMILY_FIGURES,
    .name = "日期不存在",
    .severity = HG_SEVERITY_ERROR,
    .summary = "日历上没有的日期、与日期不符的星期、止早于起的时段",
    .explanation = "2月30日、13月不在日历上；写全年月日并注明星期的，星期应与日历相符；时段应先起后止。"
                   "这类差错多因改稿时只改了一处。请对照原始材料改正。",
    .bad = "2023年2月30日，清河县召开工作推进会。\n",
    .good = "2023年2月28日，清河县召开工作推进会。\n",
    .run = run,
};

static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);

    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];
        struct hg_str text;

        if (claim->relation != HG_RELATION_PERIOD || claim->verdict != HG_VERDICT_WRONG) {
            continue;
        }
        text = hg_str_sub(claim->paragraph->text, claim->span);
        switch ((enum hg_period_aspect)claim->aspect) {
        case HG_PERIOD_EXISTS:
            (void)hg_report_claim(pass, &hg_check_impossible_date, claim,
                                  "没有“%.*s”这一天：%.*s，请核对", HG_FMT(text),
                                  HG_FMT(claim->working));
            break;
        case HG_PERIOD_WEEKDAY:
            (void)hg_report_claim(pass, &hg_check_impossible_date, claim,
                                  "%.*s，文中为%.*s，请核对日期和星期", HG_FMT(claim->working),
                                  HG_FMT(text));
            break;
        case HG_PERIOD_FORWARD:
            (void)hg_report_claim(pass, &hg_check_impossible_date, claim,
                                  "时段%.*s，请核对起止时间", HG_FMT(claim->working));
            break;
        default:
            break;
        }
    }
}
