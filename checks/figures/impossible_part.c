/* A part that is greater than its whole. */
#include "base/utf8.h"
#include "figures/ledger.h"
#include "lang/chars.h"
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

enum { WORDS_MOST = 16 }; /* characters of a clause that are quoted with its figure */

/* The reading's only operand in this role; null if it has several. */
static const struct hg_operand *only(const struct hg_reading *reading, enum hg_operand_role role)
{
    const struct hg_operand *found = NULL;

    for (uint32_t i = 0; i < reading->count; i++) {
        if (reading->operands[i].role == role) {
            if (found != NULL) {
                return NULL;
            }
            found = &reading->operands[i];
        }
    }
    return found;
}

/* The figure with the words of its clause before it: 整改完成198个. Empty if no word stands there (a
 * cell of a table), or if they are too many to quote. */
static struct hg_str phrase_of(struct hg_pass *pass, const struct hg_operand *operand)
{
    const struct hg_clause *clause;
    struct hg_span span;
    struct hg_str words;

    if (operand == NULL || operand->paragraph == NULL) {
        return HG_STR("");
    }
    clause = hg_analysis_clause_at(hg_pass_analysis(pass, operand->paragraph), operand->span.start);
    if (clause == NULL || clause->span.start >= operand->span.start) {
        return HG_STR("");
    }
    span = (struct hg_span){clause->span.start, operand->span.end};
    words = hg_str_sub(operand->paragraph->text,
                       (struct hg_span){clause->span.start, operand->span.start});
    if (!hg_char_is_han(hg_utf8_before(words, words.len)) || hg_utf8_count(words) > WORDS_MOST) {
        return HG_STR("");
    }
    return hg_str_sub(operand->paragraph->text, span);
}

static void report(struct hg_pass *pass, const struct hg_claim *claim)
{
    const struct hg_reading *reading = hg_claim_reading(claim);
    struct hg_str part = HG_STR(""), whole = HG_STR("");

    if (reading != NULL) {
        part = phrase_of(pass, only(reading, HG_OPERAND_PART));
        whole = phrase_of(pass, only(reading, HG_OPERAND_WHOLE));
    }
    if (part.len > 0 && whole.len > 0) {
        hg_report_claim(pass, &hg_check_impossible_part, claim,
                        "部分大于总数：“%.*s”大于“%.*s”（%.*s），请核对%s", HG_FMT(part),
                        HG_FMT(whole), HG_FMT(claim->working), hg_claim_figures(claim));
    } else if (reading != NULL && reading->count > 2) {
        hg_report_claim(pass, &hg_check_impossible_part, claim,
                        "所列各部分加起来大于总数（%.*s），请核对%s", HG_FMT(claim->working),
                        hg_claim_figures(claim));
    } else {
        hg_report_claim(pass, &hg_check_impossible_part, claim, "部分大于总数（%.*s），请核对%s",
                        HG_FMT(claim->working), hg_claim_figures(claim));
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);

    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];

        if (claim->relation == HG_RELATION_CONTAINMENT && claim->verdict == HG_VERDICT_WRONG) {
            report(pass, claim);
        }
    }
}
