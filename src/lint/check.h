/* The interface between a check and the rest of hegao: one check, one file, one constant struct.
 *
 * Adding a check:
 *   1. checks/<family>/<name>.c with `const struct hg_check hg_check_<name>`
 *   2. its line in checks/checks.def, sorted
 *   3. golden pairs in tests/checks/<family>/<id>/
 * A check reads the document through the pass and reports findings. It returns nothing and cannot
 * fail; it includes no other check and nothing of io/, report/ or cli/. */
#ifndef HG_LINT_CHECK_H
#define HG_LINT_CHECK_H

#include "lang/analysis.h"
#include "lang/lexicon.h"
#include "lint/finding.h"
#include "model/doc.h"
#include "model/outline.h"

enum hg_family {
    HG_FAMILY_STRUCTURE,
    HG_FAMILY_FIGURES,
    HG_FAMILY_WORDING,
    HG_FAMILY_MARKS,
    HG_FAMILY_LAYOUT,
    HG_FAMILY_FILE,
    HG_FAMILY_COUNT
};

const char *hg_family_name(enum hg_family family);  /* "structure" … */
const char *hg_family_label(enum hg_family family); /* 结构 数字 用词 标点 版式 文件 */

struct hg_pass;

struct hg_check {
    const char *id;       /* kebab-case, names the fault; never renamed */
    enum hg_family family;
    const char *name;     /* Chinese, shown on the screen */
    enum hg_severity severity; /* the usual one; a finding may be milder, never graver */
    const char *summary;      /* one line, Chinese */
    const char *explanation;  /* why it matters, the clause it rests on, what to do: Chinese */
    /* Two small drafts in the outline notation of tests/support/outline.h (plain text, with @lines
     * for what text cannot show). `bad` must be reported by this check, `good` must not. */
    const char *bad, *good;
    /* Ids of checks whose findings on an overlapping span give way to this one's; null-terminated
     * list, or null. */
    const char *const *supersedes;
    void (*run)(struct hg_pass *pass);
};

/* ---- What the pass offers; everything is computed at most once a document ---- */

const struct hg_doc *hg_pass_doc(const struct hg_pass *pass);
/* Memory that lives until the findings are written. */
struct hg_arena *hg_pass_arena(struct hg_pass *pass);
const struct hg_analysis *hg_pass_analysis(struct hg_pass *pass,
                                           const struct hg_paragraph *paragraph);
/* The paragraph's characters, decoded once. */
const struct hg_scan *hg_pass_scan(struct hg_pass *pass, const struct hg_paragraph *paragraph);
/* Every word of the shipped lists in the paragraph, found in one pass over its characters. */
const struct hg_lexicon_hits *hg_pass_hits(struct hg_pass *pass,
                                           const struct hg_paragraph *paragraph);
const struct hg_outline *hg_pass_outline(struct hg_pass *pass);

/* The day the report is judged from: the document's own date if it has one, else --date, else
 * today. Never zero. */
struct hg_day {
    int year, month, day;
};
struct hg_day hg_pass_day(struct hg_pass *pass);
/* The same, but only what the document itself tells; all zero if it tells nothing. */
struct hg_day hg_pass_own_day(struct hg_pass *pass);

/* The figures of the document (figures/ledger.h). */
struct hg_ledger;
const struct hg_ledger *hg_pass_ledger(struct hg_pass *pass);

/* The form the draft follows (template/match.h); null if none was assumed. */
struct hg_match;
const struct hg_match *hg_pass_match(struct hg_pass *pass);

/* The layout profile the draft is held to: the settings file's, else its form's, else that of
 * GB/T 9704. Never null. */
struct hg_layout;
const struct hg_layout *hg_pass_layout(struct hg_pass *pass);

/* Options a user set for one check in the settings file; null if unset. */
const char *hg_pass_option(const struct hg_pass *pass, const char *check_id, const char *name);

/* ---- Which paragraphs carry prose ---- */

/* True for what a reader reads as text of the report: body, notes and boxes; not the table of
 * contents, headers, footers, comments, or rows deleted in this view. */
bool hg_pass_is_prose(const struct hg_pass *pass, const struct hg_paragraph *paragraph);

/* ---- Reporting ---- */

/* Reports a finding of check `check` on `span` of `paragraph` with the check's own severity.
 * The message is a literal format string at its place. The result may be completed (working,
 * suggestion, related) until the check returns. Beyond HG_LIMIT_FINDINGS_PER_CHECK findings are
 * counted only, and the result is a place to write to that goes nowhere. */
struct hg_finding *hg_report(struct hg_pass *pass, const struct hg_check *check,
                             const struct hg_paragraph *paragraph, struct hg_span span,
                             const char *format, ...) HG_PRINTF(5, 6);
/* A finding about the document as a whole; `subject` tells it from others of the same check. */
struct hg_finding *hg_report_document(struct hg_pass *pass, const struct hg_check *check,
                                      const char *subject, const char *format, ...)
    HG_PRINTF(4, 5);
/* A finding on a paragraph's automatic number. */
struct hg_finding *hg_report_label(struct hg_pass *pass, const struct hg_check *check,
                                   const struct hg_paragraph *paragraph, const char *format, ...)
    HG_PRINTF(4, 5);

void hg_finding_severity(struct hg_finding *finding, enum hg_severity milder);
void hg_finding_working(struct hg_pass *pass, struct hg_finding *finding, struct hg_str working);
/* Exactly one replacement of the span is right. Never for figures. */
void hg_finding_suggest(struct hg_pass *pass, struct hg_finding *finding, struct hg_str text);
void hg_finding_related(struct hg_pass *pass, struct hg_finding *finding,
                        const struct hg_paragraph *paragraph, struct hg_span span);
/* The text a finding stands on. */
struct hg_str hg_place_quote(struct hg_place place);

/* ---- Findings that rest on a claim about figures (figures/claim.h) ---- */

struct hg_claim;
/* Reports a finding on the claim's stated figure, with the claim's working; its other figures are
 * related. A unique single-digit repair is named behind the message as a possibility. The check's
 * severity; a warning at most where the figure's definition leaves room. */
struct hg_finding *hg_report_claim(struct hg_pass *pass, const struct hg_check *check,
                                   const struct hg_claim *claim, const char *format, ...)
    HG_PRINTF(4, 5);

/* ---- Habits: what holds throughout a document is said once ---- */

/* Counts places where the draft does it the right way (A) and the other way (B). */
struct hg_habit {
    HG_VEC(struct hg_place) places; /* of form B, in order */
    size_t right;                   /* places of form A */
};

enum hg_habit_verdict {
    HG_HABIT_CLEAN,     /* no B at all */
    HG_HABIT_SINGLE,    /* B is the exception: report each place on its own */
    HG_HABIT_THROUGHOUT /* B is the habit: report once, with the count, on the first place */
};

void hg_habit_wrong(struct hg_pass *pass, struct hg_habit *habit,
                    const struct hg_paragraph *paragraph, struct hg_span span);
void hg_habit_right(struct hg_habit *habit);
/* B is the habit if it makes up more than half of all places and occurs at least five times. */
enum hg_habit_verdict hg_habit_verdict(const struct hg_habit *habit);

#endif
