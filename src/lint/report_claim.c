/* Findings that rest on a claim of the ledger. */
#include <stdarg.h>
#include <stdio.h>

#include "figures/claim.h"
#include "lint/pass.h"

/* A total of five thousand rows is not shown with each of them. */
enum { RELATED_MAX = 12 };

struct hg_finding *hg_report_claim(struct hg_pass *pass, const struct hg_check *check,
                                   const struct hg_claim *claim, const char *format, ...)
{
    const struct hg_reading *reading = hg_claim_reading(claim);
    struct hg_finding *finding;
    char message[HG_ERROR_MAX * 2];
    va_list args;

    va_start(args, format);
    (void)vsnprintf(message, sizeof message, format, args);
    va_end(args);
    finding = hg_report(pass, check, claim->paragraph, claim->span, "%s", message);
    finding->claim = claim;
    hg_finding_working(pass, finding, claim->working);
    for (uint32_t i = 0; reading != NULL && i < reading->count; i++) {
        const struct hg_operand *operand = &reading->operands[i];

        if (operand->paragraph == NULL || finding->related.len >= RELATED_MAX ||
            (operand->paragraph == claim->paragraph && operand->span.start == claim->span.start)) {
            continue;
        }
        hg_finding_related(pass, finding, operand->paragraph, operand->span);
    }
    return finding;
}
