/* What is kept of one document once its findings are gone: counts and a few lines, for the totals,
 * the table at the end and the summary file. */
#ifndef HG_REPORT_RECORD_H
#define HG_REPORT_RECORD_H

#include "report/writer.h"

enum { HG_RECORD_FAULTS = 3 };

struct hg_record_check {
    struct hg_str id, name;
    size_t count;
};

struct hg_report_record {
    struct hg_arena *arena; /* of all below; null once released */
    struct hg_str path;     /* as shown */
    enum hg_file_status status;
    struct hg_error error;
    size_t findings[HG_SEVERITY_COUNT];
    size_t claims, claims_consistent, claims_wrong;
    HG_VEC(struct hg_record_check) checks; /* in the order of their first finding */
    struct hg_str form, unit, period;      /* "" where unknown */
    struct hg_str faults[HG_RECORD_FAULTS];
    HG_VEC(struct hg_str) notices;         /* lines for standard error */
    HG_VEC(struct hg_str) known;           /* "check fingerprint" of findings, for a baseline */
    int code;                              /* 0, 1 or 2: how this input ends */
};

/* Copies what is needed from the file. */
void hg_record_fill(struct hg_report_record *record, const struct hg_report_file *file);
void hg_record_notice(struct hg_report_record *record, const char *format, ...) HG_PRINTF(2, 3);
void hg_record_release(struct hg_report_record *record);

/* Adds a record to the totals, which copy what they keep. */
void hg_summary_add(struct hg_report_summary *summary, const struct hg_report_record *record);
void hg_summary_release(struct hg_report_summary *summary);
/* Checks by count, most first, then by id; files by 必改, then 建议改, worst first. Once, at the end. */
void hg_summary_sort(struct hg_report_summary *summary);

/* The summary file: UTF-8 with BOM, RFC 4180, for Excel and WPS. */
void hg_summary_csv_head(struct hg_buf *out);
void hg_summary_csv_row(struct hg_buf *out, const struct hg_report_record *record);

#endif
