/* A list that does not hold as many items as it says. */
#include "base/utf8.h"
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

enum { QUOTE_MOST = 12 }; /* characters of a quote */

struct reader {
    const struct hg_paragraph *paragraph;
    const struct hg_analysis *analysis;
    struct hg_str text;
};

static const struct hg_operand *operand_of(const struct hg_claim *claim, enum hg_operand_role role)
{
    const struct hg_reading *reading = hg_claim_reading(claim);

    for (uint32_t i = 0; reading != NULL && i < reading->count; i++) {
        if (reading->operands[i].role == role && reading->operands[i].paragraph != NULL) {
            return &reading->operands[i];
        }
    }
    return NULL;
}

/* text[start .. end), not beyond its clause, a mark or QUOTE_MOST characters. */
static struct hg_str quote(const struct reader *r, size_t start, size_t end)
{
    const struct hg_clause *clause = hg_analysis_clause_at(r->analysis, start);
    size_t at = start;

    if (clause != NULL && clause->span.end > start && clause->span.end < end) {
        end = clause->span.end;
    }
    for (size_t count = 0; at < end && count < QUOTE_MOST; count++) {
        uint32_t c = hg_utf8_at(r->text, at);

        if (at > start && (c == 0x3001 || c == 0xFF08 || c == '(' || c == 0xFF1A || c == ':')) {
            break;
        }
        (void)hg_utf8_next(r->text, &at);
    }
    return hg_str_sub(r->text, (struct hg_span){start, at});
}

/* 一是 … 二是 …: the operand's span ends where the last item begins. */
static bool is_series(struct hg_str items)
{
    static const struct hg_str firsts[] = {HG_STR_INIT("一是"), HG_STR_INIT("一要"),
                                           HG_STR_INIT("第一"), HG_STR_INIT("其一"),
                                           HG_STR_INIT("（一）")};

    for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++) {
        if (hg_str_starts(items, firsts[i])) {
            return true;
        }
    }
    return false;
}

/* Where the last piece of the list text[start .. end) begins: behind its last 、 or, of quotes that
 * touch, at the last of them. */
static size_t last_piece(const struct reader *r, size_t start, size_t end)
{
    size_t last = start;

    for (size_t at = start; at < end;) {
        size_t here = at;
        uint32_t c = hg_utf8_next(r->text, &at);

        if (c == 0x3001) {
            last = at;
        } else if ((c == 0x201C || c == 0x300A) && here > start &&
                   hg_utf8_before(r->text, here) == (c == 0x201C ? 0x201D : 0x300B)) {
            last = here;
        }
    }
    return last;
}

static struct hg_str without_etc(struct hg_str piece)
{
    if (hg_str_ends(piece, HG_STR("等"))) {
        piece.len -= HG_STR("等").len;
    }
    return hg_str_trim(piece);
}

static void report(struct hg_pass *pass, const struct hg_claim *claim)
{
    const struct hg_operand *items = operand_of(claim, HG_OPERAND_COUNT);
    const struct hg_operand *stated = operand_of(claim, HG_OPERAND_STATED);
    struct reader r = {claim->paragraph, hg_pass_analysis(pass, claim->paragraph),
                       claim->paragraph->text};
    struct hg_str first, last;
    size_t at;

    if (items == NULL || stated == NULL || items->paragraph != r.paragraph ||
        stated->paragraph != r.paragraph || items->span.end <= items->span.start) {
        hg_report_claim(pass, &hg_check_wrong_count, claim, "%.*s，请核对", HG_FMT(claim->working));
        return;
    }
    if (is_series(hg_str_sub(r.text, items->span))) {
        first = quote(&r, items->span.start, items->span.end);
        last = quote(&r, items->span.end, r.text.len);
    } else {
        at = last_piece(&r, items->span.start, items->span.end);
        first = quote(&r, items->span.start, items->span.end);
        last = quote(&r, at, items->span.end);
    }
    hg_report_claim(pass, &hg_check_wrong_count, claim,
                    "%.*s（文中写“%.*s”，列出的从“%.*s”到“%.*s”），请核对",
                    HG_FMT(claim->working), HG_FMT(quote(&r, stated->span.start, r.text.len)),
                    HG_FMT(without_etc(first)), HG_FMT(without_etc(last)));
}

static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);

    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];

        if (claim->relation == HG_RELATION_COUNT && claim->verdict == HG_VERDICT_WRONG) {
            report(pass, claim);
        }
    }
}
