#include "report/record.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "figures/ledger.h"

/* ---- One document ---- */

static void count_check(struct hg_report_record *record, const struct hg_check *check)
{
    struct hg_record_check *entry;

    for (size_t i = 0; i < record->checks.len; i++) {
        if (hg_str_is(record->checks.items[i].id, check->id)) {
            record->checks.items[i].count++;
            return;
        }
    }
    entry = HG_PUSH(record->arena, &record->checks);
    entry->id = hg_str_copy(record->arena, hg_str_of(check->id));
    entry->name = hg_str_copy(record->arena, hg_str_of(check->name));
    entry->count = 1;
}

/* The gravest findings first, in document order. */
static void keep_faults(struct hg_report_record *record, const struct hg_lint_result *result)
{
    size_t kept = 0;

    for (int severity = HG_SEVERITY_COUNT; severity-- > 0;) {
        for (size_t i = 0; i < result->findings.len && kept < HG_RECORD_FAULTS; i++) {
            const struct hg_finding *finding = result->findings.items[i];
            struct hg_buf line = HG_BUF_INIT;

            if ((int)finding->severity != severity) {
                continue;
            }
            hg_buf_printf(&line, "%s：", finding->check->name);
            hg_place_words(&line, finding->place);
            hg_buf_puts(&line, "，");
            hg_utf8_printable(&line, finding->message);
            record->faults[kept++] = hg_str_copy(record->arena, hg_buf_view(&line));
            hg_buf_release(&line);
        }
    }
}

/* 单位 from the signature, else what stands before the year in the title; 时段 the title's year and
 * half or quarter as written. */
static void keep_subject(struct hg_report_record *record, const struct hg_outline *outline)
{
    struct hg_str title = outline->title;
    size_t year_mark = hg_str_find(title, HG_STR("年"), 0);
    static const char *const periods[] = {"上半年", "下半年", "一季度", "二季度", "三季度",
                                          "四季度", "年度"};
    struct hg_buf period = HG_BUF_INIT;

    if (outline->signature != NULL && outline->signature->index >= outline->preface_end) {
        record->unit = hg_str_copy(record->arena, hg_str_trim(outline->signature->text));
    }
    if (year_mark != SIZE_MAX) {
        size_t start = year_mark;

        while (start > 0 && title.data[start - 1] >= '0' && title.data[start - 1] <= '9') {
            start--;
        }
        hg_buf_append(&period, title.data + start,
                      start < year_mark ? year_mark + strlen("年") - start : 0);
        if (record->unit.len == 0 && start > 0) {
            record->unit = hg_str_copy(record->arena,
                                       hg_str_trim(hg_str_sub(title, (struct hg_span){0, start})));
        }
    }
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++) {
        if (hg_str_contains(title, hg_str_of(periods[i]))) {
            hg_buf_puts(&period, periods[i]);
            break;
        }
    }
    record->period = hg_str_copy(record->arena, hg_buf_view(&period));
    hg_buf_release(&period);
}

static void keep_claims(struct hg_report_record *record, const struct hg_ledger *ledger)
{
    for (size_t i = 0; ledger != NULL && i < ledger->claims.len; i++) {
        enum hg_verdict verdict = ledger->claims.items[i]->verdict;

        if (verdict != HG_VERDICT_UNVERIFIABLE) {
            record->claims++;
            record->claims_wrong += verdict == HG_VERDICT_WRONG;
            record->claims_consistent += verdict != HG_VERDICT_WRONG;
        }
    }
}

static void open_record(struct hg_report_record *record)
{
    if (record->arena == NULL) {
        record->arena = hg_arena_open();
        record->path = record->form = record->unit = record->period = HG_STR("");
        for (size_t i = 0; i < HG_RECORD_FAULTS; i++) {
            record->faults[i] = HG_STR("");
        }
    }
}

void hg_record_fill(struct hg_report_record *record, const struct hg_report_file *file)
{
    open_record(record);
    record->path = hg_str_copy(record->arena, file->path);
    record->status = file->status;
    record->error = file->error;
    if (file->result == NULL) {
        return;
    }
    for (size_t i = 0; i < file->result->findings.len; i++) {
        const struct hg_finding *finding = file->result->findings.items[i];

        record->findings[finding->severity]++;
        count_check(record, finding->check);
    }
    keep_faults(record, file->result);
    keep_subject(record, file->result->outline);
    keep_claims(record, file->result->ledger);
    record->form = hg_str_copy(record->arena, file->result->form_name);
}

void hg_record_notice(struct hg_report_record *record, const char *format, ...)
{
    char line[2048];
    va_list args;

    open_record(record);
    va_start(args, format);
    (void)vsnprintf(line, sizeof line, format, args);
    va_end(args);
    *HG_PUSH(record->arena, &record->notices) = hg_str_copy(record->arena, hg_str_of(line));
}

void hg_record_release(struct hg_report_record *record)
{
    hg_arena_free(record->arena);
    record->arena = NULL;
}

/* ---- All documents ---- */

static bool is_worse(const size_t *a, const size_t *b)
{
    for (int severity = HG_SEVERITY_COUNT; severity-- > 0;) {
        if (a[severity] != b[severity]) {
            return a[severity] > b[severity];
        }
    }
    return false;
}

static void rank(struct hg_report_summary *summary, const struct hg_report_record *record,
                 size_t number)
{
    size_t at = summary->worst_count;

    if (record->findings[HG_SEVERITY_ERROR] + record->findings[HG_SEVERITY_WARNING] +
            record->findings[HG_SEVERITY_NOTE] == 0) {
        return;
    }
    while (at > 0 && is_worse(record->findings, summary->worst[at - 1].findings)) {
        at--;
    }
    if (at == HG_REPORT_RANKS) {
        return;
    }
    if (summary->worst_count < HG_REPORT_RANKS) {
        summary->worst_count++;
    }
    memmove(&summary->worst[at + 1], &summary->worst[at],
            (summary->worst_count - 1 - at) * sizeof *summary->worst);
    summary->worst[at].path = hg_str_copy(summary->arena, record->path);
    summary->worst[at].number = number;
    memcpy(summary->worst[at].findings, record->findings, sizeof record->findings);
}

static struct hg_report_tally *tally_of(struct hg_report_summary *summary,
                                        const struct hg_record_check *check)
{
    struct hg_report_tally *tally;

    for (size_t i = 0; i < summary->checks.len; i++) {
        if (hg_str_equal(summary->checks.items[i].id, check->id)) {
            return &summary->checks.items[i];
        }
    }
    tally = HG_PUSH(summary->arena, &summary->checks);
    tally->id = hg_str_copy(summary->arena, check->id);
    tally->name = hg_str_copy(summary->arena, check->name);
    return tally;
}

void hg_summary_add(struct hg_report_summary *summary, const struct hg_report_record *record)
{
    if (summary->arena == NULL) {
        summary->arena = hg_arena_open();
    }
    rank(summary, record, summary->files);
    summary->files++;
    summary->unreadable += record->status == HG_FILE_UNREADABLE;
    summary->skipped += record->status == HG_FILE_SKIPPED;
    summary->claims += record->claims;
    summary->claims_consistent += record->claims_consistent;
    summary->claims_wrong += record->claims_wrong;
    for (size_t i = 0; i < HG_SEVERITY_COUNT; i++) {
        summary->findings[i] += record->findings[i];
    }
    for (size_t i = 0; i < record->checks.len; i++) {
        struct hg_report_tally *tally = tally_of(summary, &record->checks.items[i]);

        tally->findings += record->checks.items[i].count;
        tally->files++;
    }
}

void hg_summary_release(struct hg_report_summary *summary)
{
    hg_arena_free(summary->arena);
    summary->arena = NULL;
}

static int tally_order(const void *left, const void *right)
{
    const struct hg_report_tally *a = left, *b = right;

    if (a->findings != b->findings) {
        return a->findings > b->findings ? -1 : 1;
    }
    return hg_str_compare(a->id, b->id);
}

void hg_summary_sort(struct hg_report_summary *summary)
{
    if (summary->checks.len > 1) {
        qsort(summary->checks.items, summary->checks.len, sizeof *summary->checks.items,
              tally_order);
    }
}

/* ---- The summary file ---- */

/* A field that begins like a formula would be computed by the spreadsheet that opens it. */
static void field(struct hg_buf *out, struct hg_str text, bool last)
{
    bool formula = text.len > 0 && strchr("=+-@\t\r", text.data[0]) != NULL;

    hg_buf_putc(out, '"');
    hg_buf_puts(out, formula ? "'" : "");
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '"') {
            hg_buf_putc(out, '"');
        }
        hg_buf_putc(out, text.data[i]);
    }
    hg_buf_puts(out, last ? "\"\r\n" : "\",");
}

void hg_summary_csv_head(struct hg_buf *out)
{
    hg_buf_puts(out, "\xEF\xBB\xBF"
                     "文件,文种,单位,时段,必改,建议改,请核,主要问题,说明\r\n");
}

void hg_summary_csv_row(struct hg_buf *out, const struct hg_report_record *record)
{
    struct hg_buf faults = HG_BUF_INIT;

    field(out, record->path, false);
    field(out, record->form, false);
    field(out, record->unit, false);
    field(out, record->period, false);
    if (record->status == HG_FILE_CHECKED) {
        hg_buf_printf(out, "%zu,%zu,%zu,", record->findings[HG_SEVERITY_ERROR],
                      record->findings[HG_SEVERITY_WARNING], record->findings[HG_SEVERITY_NOTE]);
    } else {
        hg_buf_puts(out, ",,,");
    }
    for (size_t i = 0; i < HG_RECORD_FAULTS && record->faults[i].len > 0; i++) {
        hg_buf_puts(&faults, i > 0 ? "\n" : "");
        hg_buf_str(&faults, record->faults[i]);
    }
    field(out, hg_buf_view(&faults), false);
    field(out,
          record->status == HG_FILE_CHECKED ? HG_STR("") : hg_str_of(record->error.message),
          true);
    hg_buf_release(&faults);
}
