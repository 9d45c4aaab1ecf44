#include "base/utf8.h"
#include "figures/ledger.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_ambiguous_range = {
    .id = "ambiguous-range",
    .family = HG_FAMILY_FIGURES,
    .name = "数值范围有歧义",
    .severity = HG_SEVERITY_WARNING,
    .summary = "“10～20万元”的前一个数缺“万”“亿”，可作两种理解",
    .explanation = "GB/T 15835—2011 要求数值范围的前一个数不致误解：“10～20万元”既可能是10万元至20万元，也可能是"
                   "10元至20万元。请把“万”“亿”补在前一个数之后，写作“10万～20万元”。",
    .bad = "每户补助10～20万元。\n",
    .good = "每户补助10万～20万元，为期3—5年。\n",
    .run = run,
};

/* 10～20万元 -> 10万～20万元 */
static void suggest(struct hg_pass *pass, struct hg_finding *finding,
                    const struct hg_quantity *quantity)
{
    struct hg_str text = quantity->paragraph->text;
    struct hg_span digits = quantity->numeral.digits;
    struct hg_buf out = HG_BUF_INIT;

    hg_buf_str(&out, hg_str_sub(text, (struct hg_span){finding->place.span.start, digits.end}));
    hg_buf_puts(&out, quantity->numeral.power == 4 ? "万" : quantity->numeral.power == 8 ? "亿" : "万亿");
    hg_buf_str(&out, hg_str_sub(text, (struct hg_span){digits.end, finding->place.span.end}));
    hg_finding_suggest(pass, finding, hg_buf_view(&out));
    hg_buf_release(&out);
}

static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);

    for (size_t i = 0; i < ledger->quantities.len; i++) {
        const struct hg_quantity *quantity = ledger->quantities.items[i];
        int power = quantity->numeral.power;
        struct hg_finding *finding;
        struct hg_span span = {quantity->numeral.span.start, quantity->numeral.span.end};

        if ((quantity->flags & HG_QUANTITY_MULTIPLIER_INHERITED) == 0 ||
            (quantity->flags & HG_QUANTITY_RANGE) == 0 ||
            (quantity->numeral.flags & HG_NUMERAL_CHINESE) != 0 ||
            (power != 4 && power != 8 && power != 12) ||
            !hg_pass_is_prose(pass, quantity->paragraph)) {
            continue;
        }
        span.end = quantity->unit_span.end > span.end ? quantity->unit_span.end : span.end;
        finding = hg_report(pass, &hg_check_ambiguous_range, quantity->paragraph, span,
                            "“%.*s”的前一个数缺“%s”，可作两种理解，请补全",
                            HG_FMT(hg_str_sub(quantity->paragraph->text, span)),
                            power == 4 ? "万" : power == 8 ? "亿" : "万亿");
        suggest(pass, finding, quantity);
    }
}
