#include "figures/ledger.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_odd_approximation = {
    .id = "odd-approximation",
    .family = HG_FAMILY_FIGURES,
    .name = "约数用法不当",
    .severity = HG_SEVERITY_WARNING,
    .summary = "“余”“多”用在非整十的数后，如115余件",
    .explanation = "“余”“多”表示整数以下还有零头，只能用在整十、整百、整千的数之后，如“110余件”“100多人”。"
                   "“115余件”既已数到个位，“余”就无所指：能确定的写115件，不能确定的写110余件。"
                   "“380.6万余人次”“1673万余元”一类以万、亿为单位的不在此列。",
    .bad = "半年来，审查各类文件115余件。\n",
    .good = "半年来，审查各类文件110余件，服务380.6万余人次，发放补助1673万余元。\n",
    .run = run,
};

static bool starts_at(struct hg_str text, size_t at, const char *word)
{
    struct hg_str rest = {text.data + at, text.len - at};

    return hg_str_starts(rest, hg_str_of(word));
}

static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);

    for (size_t i = 0; i < ledger->quantities.len; i++) {
        const struct hg_quantity *quantity = ledger->quantities.items[i];
        const struct hg_numeral *numeral = &quantity->numeral;
        struct hg_str text = quantity->paragraph->text;
        struct hg_span digits = numeral->digits, span;
        bool more = starts_at(text, digits.end, "余"), many = starts_at(text, digits.end, "多");

        if ((!more && !many) || numeral->power != 0 || numeral->decimals != 0 ||
            (numeral->flags & (HG_NUMERAL_CHINESE | HG_NUMERAL_SHARE | HG_NUMERAL_CHAIN |
                               HG_NUMERAL_LEADING_ZERO)) != 0 ||
            (quantity->flags & HG_QUANTITY_RANGE) != 0 || digits.end <= digits.start ||
            text.data[digits.end - 1] == '0' || !hg_pass_is_prose(pass, quantity->paragraph) ||
            starts_at(text, digits.end + sizeof "余" - 1, "次方") ||
            /* 3多个, 5多倍: a doubtful but usual word for a part of one */
            (many && digits.end - digits.start < 2)) {
            continue;
        }
        if (text.data[digits.end - 1] < '0' || text.data[digits.end - 1] > '9') {
            continue; /* full-width digits: their last byte says nothing */
        }
        span = (struct hg_span){digits.start, quantity->span.end};
        (void)hg_report(pass, &hg_check_odd_approximation, quantity->paragraph, span,
                        "“%.*s”已数到个位，不宜再加“%s”：请写准确的数，或写成整十、整百的约数",
                        HG_FMT(hg_str_sub(text, span)), more ? "余" : "多");
    }
}
