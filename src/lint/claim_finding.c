/* Findings that rest on a claim about figures. */
#include <stdarg.h>
#include <stdio.h>

#include "figures/claim.h"
#include "lint/check.h"

/* A total of five thousand rows is not shown with each of them. */
enum { RELATED_MAX = 12 };

static bool same_place(const struct hg_operand *operand, const struct hg_claim *claim)
{
    return operand->paragraph == claim->paragraph && operand->span.start == claim->span.start;
}

struct hg_finding *hg_report_claim(struct hg_pass *pass, const struct hg_check *check,
                                   const struct hg_claim *claim, const char *format, ...)
{
    const struct hg_reading *reading = hg_claim_reading(claim);
    char message[HG_ERROR_MAX];
    struct hg_finding *finding;
    va_list arguments;

    va_start(arguments, format);
    (void)vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    if (claim->repair.len > 0) {
        finding = hg_report(pass, check, claim->paragraph, claim->span,
                            "%s（改动一个数字可使其相符：%.*s，仅供参考）", message,
                            HG_FMT(claim->repair));
    } else {
        finding = hg_report(pass, check, claim->paragraph, claim->span, "%s", message);
    }
    finding->claim = claim;
    hg_finding_working(pass, finding, claim->working);
    if (claim->loose && check->severity == HG_SEVERITY_ERROR) {
        hg_finding_severity(finding, HG_SEVERITY_WARNING);
    }
    for (uint32_t i = 0; reading != NULL && i < reading->count; i++) {
        const struct hg_operand *operand = &reading->operands[i];

        if (operand->paragraph != NULL && !same_place(operand, claim) &&
            finding->related.len < RELATED_MAX) {
            hg_finding_related(pass, finding, operand->paragraph, operand->span);
        }
    }
    return finding;
}
