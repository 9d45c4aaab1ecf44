/* Findings, files and totals as JSON values: shared by the json and jsonl writers. */
#ifndef HG_REPORT_FINDING_JSON_H
#define HG_REPORT_FINDING_JSON_H

#include "base/json.h"
#include "report/writer.h"

/* Each result is the caller's. */
struct hg_json *hg_json_of_file(const struct hg_report_file *file);
struct hg_json *hg_json_of_finding(const struct hg_finding *finding,
                                   const struct hg_outline *outline);
struct hg_json *hg_json_of_summary(const struct hg_report_summary *summary);
/* Sets part, paragraph, start, end (code points) and quote; nothing for the whole document. */
void hg_json_set_place(struct hg_json *object, struct hg_place place);

#endif
