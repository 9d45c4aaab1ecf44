/* Checking many documents: what one worker does with one document, and how results leave. */
#ifndef HG_BATCH_CHECK_H
#define HG_BATCH_CHECK_H

#include "batch/inputs.h"
#include "batch/output.h"
#include "batch/pool.h"
#include "batch/progress.h"
#include "io/reader.h"
#include "lint/baseline.h"
#include "report/annotate.h"
#include "report/record.h"

struct hg_cache;

enum { HG_FAIL_NEVER = HG_SEVERITY_COUNT };

/* Everything that is decided before the first document; read by all threads. */
struct hg_check_plan {
    const struct hg_inputs *inputs;
    const struct hg_str *shown;      /* one an input: its path as output shows it */
    const struct hg_str *keys;       /* one an input: its path in a baseline and in CI formats */
    const struct hg_lint_options *lint; /* one an input */
    const char *const *copies;       /* one an input: where its annotated copy goes; null: none */
    struct hg_read_options read;
    /* Reads a path or "-". */
    enum hg_status (*open)(struct hg_doc **out, const char *path,
                           const struct hg_read_options *options, struct hg_error *err);
    struct hg_report_settings report;
    const struct hg_writer *writer;
    enum hg_severity min_level;
    int fail_on;                     /* enum hg_severity, or HG_FAIL_NEVER */
    struct hg_annotate_options annotate;
    const struct hg_baseline *baseline; /* null: none */
    bool know_all;                   /* every finding goes into a new baseline */
    bool keep_known;                 /* records carry fingerprints */
    const struct hg_cache *cache;    /* null: none */
    size_t jobs;
    enum hg_progress_choice progress;
    const volatile sig_atomic_t *stop;
    void (*complain)(const char *line); /* one line for standard error */
};

/* What came of a run. */
struct hg_check_outcome {
    struct hg_report_summary summary;
    int code;           /* 0, 1 or 2 */
    size_t done;        /* inputs that were finished */
    bool output_failed;
};

/* Runs the plan; fragments go to `out`, rows to `table` (null: none). `seen` is called in order for
 * each record, may be null. The caller releases outcome->summary. */
void hg_check_run(struct hg_check_outcome *outcome, const struct hg_check_plan *plan,
                  struct hg_output *out, struct hg_output *table,
                  void (*seen)(void *user, size_t index, const struct hg_report_record *record),
                  void *user);

#endif
