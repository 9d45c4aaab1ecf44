#include "base/utf8.h"
#include "figures/ledger.h"
#include "lang/chars.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_percent_over_100 = {
    .id = "percent-over-100",
    .family = HG_FAMILY_FIGURES,
    .name = "比率超过百分之百",
    .severity = HG_SEVERITY_ERROR,
    .summary = "办结率、合格率一类不可能超过100%的比率超过了100%",
    .explanation = "办结率、合格率、整改率、占比等的分子是分母的一部分，不会超过100%。完成率、结收案比、参保率等"
                   "可以超过100%，不在此列。请核对该比率和它的分子、分母；有旧存、跨期结案等特殊口径的请注明。",
    .bad = "全年信访事项办结率为103.2%。\n",
    .good = "全年信访事项办结率为98.2%，投资完成率为103.2%，参保率达101.5%。\n",
    .run = run,
};

/* The text between the clause's start or the figure before and this one, with what only leads up to
 * the number taken off its end. */
static struct hg_str lead_of(const struct hg_quantity *quantity)
{
    static const char *const fillers[] = {"达到了", "达到", "达", "为", "是", "均", "超过", "约",
                                          "近",     "了",   "至", "到", "分别", "均为", "：", ":"};
    struct hg_str text = quantity->paragraph->text, lead;
    size_t start = quantity->span.start;
    bool again = true;

    for (int i = 0; i < 24 && start > 0; i++) {
        size_t before = start;
        uint32_t c = hg_utf8_prev(text, &before);

        if ((hg_char_ends_clause(c) && c != 0xFF1A && c != ':') || hg_char_is_digit(c) ||
            c == 0x3001) {
            break;
        }
        start = before;
    }
    lead = hg_str_sub(text, (struct hg_span){start, quantity->numeral.span.start});
    while (again) {
        again = false;
        lead = hg_str_trim(lead);
        for (size_t i = 0; i < sizeof fillers / sizeof *fillers && !again; i++) {
            if (hg_str_ends(lead, hg_str_of(fillers[i]))) {
                lead.len -= hg_str_of(fillers[i]).len;
                again = true;
            }
        }
    }
    return lead;
}

/* The longest rate word that the text ends with. */
static const struct hg_rate_word *rate_at_end(struct hg_str lead, struct hg_str *word_out)
{
    const struct hg_rate_word *best = NULL;

    for (size_t i = 0; i < hg_rate_word_count; i++) {
        struct hg_str words = hg_str_of(hg_rate_words[i].words), word;

        while (hg_str_split(&words, '|', &word)) {
            if (hg_str_ends(lead, word) && (best == NULL || word.len > word_out->len)) {
                best = &hg_rate_words[i];
                *word_out = word;
            }
        }
    }
    return best;
}

static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);

    for (size_t i = 0; i < ledger->quantities.len; i++) {
        const struct hg_quantity *quantity = ledger->quantities.items[i];
        const struct hg_rate_word *rate;
        struct hg_finding *finding;
        struct hg_str word, lead;

        if (!hg_quantity_is_share(quantity) ||
            hg_ratio_compare(quantity->shown, hg_ratio_of(1)) <= 0 ||
            !hg_pass_is_prose(pass, quantity->paragraph) ||
            hg_node_enclosing_cell(&quantity->paragraph->node) != NULL) {
            continue;
        }
        lead = lead_of(quantity);
        rate = rate_at_end(lead, &word);
        if (rate == NULL || !rate->capped) {
            continue;
        }
        finding = hg_report(pass, &hg_check_percent_over_100, quantity->paragraph, quantity->span,
                            "%.*s不应超过100%%，文中为%.*s，请核对", HG_FMT(word),
                            HG_FMT(hg_str_sub(quantity->paragraph->text, quantity->span)));
        if (rate->certainty != HG_CERTAINTY_FIXED) {
            hg_finding_severity(finding, rate->certainty == HG_CERTAINTY_USUAL ? HG_SEVERITY_WARNING
                                                                               : HG_SEVERITY_NOTE);
        }
    }
}
