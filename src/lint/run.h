/* Checking one document: every enabled check runs over one pass, then overlaps are settled. */
#ifndef HG_LINT_RUN_H
#define HG_LINT_RUN_H

#include "lint/check.h"

struct hg_form;
struct hg_form_set;
struct hg_settings;

enum hg_form_choice {
    HG_FORM_AUTO, /* recognise */
    HG_FORM_NONE, /* assume none */
    HG_FORM_GIVEN /* the one given */
};

struct hg_lint_options {
    struct hg_day today;        /* --date, or the day the program runs */
    const bool *disabled;       /* one a check, in registry order; null: all run */
    enum hg_form_choice form_choice;
    const struct hg_form *form; /* with HG_FORM_GIVEN; borrowed */
    const struct hg_form_set *forms; /* with HG_FORM_AUTO; null: the shipped ones */
    const struct hg_settings *settings; /* null: none (lint/settings.h) */
    const char *path; /* absolute, for rules that go by path; null for none */
};

/* Who took a finding back. */
enum hg_suppression {
    HG_SUPPRESSED_COMMENT,  /* a comment 核稿:忽略 in the draft */
    HG_SUPPRESSED_SETTINGS, /* a rule of the settings file */
    HG_SUPPRESSED_BASELINE  /* known before */
};

struct hg_suppressed {
    struct hg_finding *finding;
    enum hg_suppression by;
    struct hg_str reason;
};

/* Findings of one document and what they rest on. All memory is the result's own arena's or the
 * document's; the document must outlive it. */
struct hg_lint_result {
    struct hg_arena *arena;
    const struct hg_doc *doc;
    const struct hg_outline *outline;
    const struct hg_ledger *ledger; /* null if no check asked for it */
    const struct hg_match *match;   /* null if no form was assumed */
    struct hg_str form_id, form_name; /* of the match; "" if no form was assumed */
    uint32_t form_score;            /* 吻合度, 0 to 100 */
    HG_VEC(struct hg_finding *) findings; /* whole-document ones first, then by place */
    size_t dropped;                 /* findings beyond the limit per check */
    HG_VEC(struct hg_suppressed) suppressed; /* in the order of the findings */
    HG_VEC(struct hg_str) notices;  /* suppressions that hold nothing back or cannot: lines */
};

struct hg_lint_result *hg_lint_run(struct hg_doc *doc, const struct hg_lint_options *options);
void hg_lint_result_free(struct hg_lint_result *result);
size_t hg_lint_result_count(const struct hg_lint_result *result, enum hg_severity severity);

#endif
