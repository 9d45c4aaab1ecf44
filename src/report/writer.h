/* Output formats: one writer each, one table of them.
 *
 * `document` is called by a worker while document and findings live; it renders one self-contained
 * fragment. Fragments are joined in input order with `separator`. */
#ifndef HG_REPORT_WRITER_H
#define HG_REPORT_WRITER_H

#include "lint/run.h"

enum hg_file_status { HG_FILE_CHECKED, HG_FILE_UNREADABLE, HG_FILE_SKIPPED };

const char *hg_file_status_name(enum hg_file_status status); /* outward: JSON `status` */

/* One input and what came of it. */
struct hg_report_file {
    struct hg_str path;   /* as shown: bytes that are not UTF-8 stand as %XX */
    struct hg_str key;    /* the path relative to the settings file or working folder, '/' between */
    enum hg_file_status status;
    struct hg_error error; /* why it was not read or was skipped */
    const struct hg_lint_result *result; /* null unless checked; already filtered by --min-level */
};

/* How often a check found something, over all inputs. */
struct hg_report_tally {
    struct hg_str id, name;
    size_t findings, files;
};

/* One file in the table of the worst. */
struct hg_report_rank {
    struct hg_str path;
    size_t number; /* among all inputs, from 0 */
    size_t findings[HG_SEVERITY_COUNT];
};

enum { HG_REPORT_RANKS = 10 };

/* Totals over all inputs. Claims: relations between figures that were recomputed. */
struct hg_report_summary {
    size_t files, unreadable, skipped;
    size_t findings[HG_SEVERITY_COUNT];
    size_t claims, claims_consistent, claims_wrong;
    struct hg_arena *arena; /* of the tables; opened when first needed (report/record.h) */
    HG_VEC(struct hg_report_tally) checks; /* most frequent first once the run is over */
    struct hg_report_rank worst[HG_REPORT_RANKS]; /* worst first */
    size_t worst_count;
};

struct hg_report_settings {
    bool colour;
    size_t width; /* columns of the terminal; 100 where there is none */
    bool quiet;   /* -q: findings only, no summary, nothing for clean files */
    size_t files; /* inputs of the run, for what looks different with many */
};

struct hg_writer {
    const char *name;
    const char *summary;       /* one line, Chinese, for `hegao list formats` */
    const char *separator;     /* between fragments that are not empty */
    bool summary_first;        /* begin needs the totals: fragments are spooled until they are known */
    bool flushes;              /* a reader follows the output: each fragment goes out at once */
    void (*begin)(struct hg_buf *out, const struct hg_report_settings *settings,
                  const struct hg_report_summary *summary);
    void (*document)(struct hg_buf *fragment, const struct hg_report_settings *settings,
                     const struct hg_report_file *file);
    void (*end)(struct hg_buf *out, const struct hg_report_settings *settings,
                const struct hg_report_summary *summary);
};

/* All writers, sorted by name; *count receives how many. */
const struct hg_writer *const *hg_writers(size_t *count);
/* Null if there is none of this name. */
const struct hg_writer *hg_writer_find(const char *name);

/* Where a finding stands, in words: "第14段", "页脚第1段", "表2第3行第1列". */
void hg_place_words(struct hg_buf *out, struct hg_place place);

#endif
