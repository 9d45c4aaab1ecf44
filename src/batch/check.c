#include "batch/check.h"

#include <string.h>

#include "batch/cache.h"

struct running {
    const struct hg_check_plan *plan;
    struct hg_check_outcome *outcome;
    struct hg_output *out, *table;
    struct hg_progress progress;
    bool any_fragment;
    void (*seen)(void *user, size_t index, const struct hg_report_record *record);
    void *user;
};

/* ---- One document, by any thread ---- */

static bool fails(const struct hg_check_plan *plan, const struct hg_lint_result *result)
{
    for (size_t i = 0; i < result->findings.len; i++) {
        if ((int)result->findings.items[i]->severity >= plan->fail_on) {
            return true;
        }
    }
    return false;
}

static void keep_from_level(struct hg_lint_result *result, enum hg_severity min_level)
{
    size_t kept = 0;

    for (size_t i = 0; i < result->findings.len; i++) {
        if (result->findings.items[i]->severity >= min_level) {
            result->findings.items[kept++] = result->findings.items[i];
        }
    }
    result->findings.len = kept;
}

static void keep_fingerprints(struct hg_report_record *record, const struct hg_lint_result *result)
{
    for (size_t i = 0; i < result->findings.len + result->suppressed.len; i++) {
        const struct hg_finding *finding =
            i < result->findings.len
                ? result->findings.items[i]
                : result->suppressed.items[i - result->findings.len].finding;

        if (i >= result->findings.len &&
            result->suppressed.items[i - result->findings.len].by != HG_SUPPRESSED_BASELINE) {
            continue;
        }
        *HG_PUSH(record->arena, &record->known) = hg_str_of(
            hg_arena_printf(record->arena, "%s %s", finding->check->id, finding->fingerprint));
    }
}

static void annotate(const struct hg_check_plan *plan, size_t index,
                     const struct hg_lint_result *result, struct hg_report_record *record)
{
    const struct hg_input *input = &plan->inputs->items.items[index];
    struct hg_annotate_options options = plan->annotate;
    struct hg_annotate_counts counts;
    struct hg_error err;
    enum hg_status status;

    if (strcmp(input->path, "-") == 0) {
        status = hg_error_set(&err, HG_NOT_DOCX, "标准输入没有文件名，不能带批注，未作批注");
    } else {
        options.day = plan->lint[index].today;
        status =
            hg_annotate(input->path, plan->copies[index], result, &options, &counts, &err);
    }
    if (status == HG_OK) {
        return;
    }
    hg_record_notice(record, "%.*s：%s", HG_FMT(plan->shown[index]), err.message);
    if (input->named || (status != HG_PROTECTED && status != HG_NOT_DOCX)) {
        record->code = 2;
    }
}

static void check_document(const struct hg_check_plan *plan, size_t index, struct hg_doc *doc,
                           struct hg_report_file *file, struct hg_report_record *record,
                           struct hg_buf *fragment)
{
    struct hg_lint_result *result = hg_lint_run(doc, &plan->lint[index]);

    if (plan->baseline != NULL || plan->know_all) {
        hg_baseline_apply(plan->baseline, plan->know_all, result, plan->keys[index]);
    }
    record->code = fails(plan, result) ? 1 : 0;
    keep_from_level(result, plan->min_level);
    file->result = result;
    hg_record_fill(record, file);
    if (plan->keep_known) {
        keep_fingerprints(record, result);
    }
    for (size_t i = 0; i < result->notices.len; i++) {
        hg_record_notice(record, "%.*s：%.*s", HG_FMT(plan->shown[index]),
                         HG_FMT(result->notices.items[i]));
    }
    plan->writer->document(fragment, &plan->report, file);
    if (plan->copies != NULL) {
        annotate(plan, index, result, record);
    }
    hg_lint_result_free(result);
}

static void work(void *context, size_t index, void *memory, struct hg_buf *fragment)
{
    const struct running *running = context;
    const struct hg_check_plan *plan = running->plan;
    const struct hg_input *input = &plan->inputs->items.items[index];
    struct hg_report_record *record = memory;
    struct hg_report_file file = {
        .path = plan->shown[index], .key = plan->keys[index], .status = HG_FILE_CHECKED};
    struct hg_cache_key key;
    struct hg_doc *doc = NULL;

    if (input->skip == HG_OK && plan->cache != NULL &&
        hg_cache_find(plan->cache, &key, plan, index, record, fragment)) {
        return;
    }
    if (input->skip != HG_OK) {
        file.status = HG_FILE_SKIPPED;
        (void)hg_error_set(&file.error, input->skip, "%s",
                           input->skip == HG_EMPTY ? "空文件（0字节）"
                                                   : "编辑软件打开文稿时留下的临时文件");
    } else if (plan->open(&doc, input->path, &plan->read, &file.error) != HG_OK) {
        file.status = HG_FILE_UNREADABLE;
        record->code = 2;
    }
    if (doc != NULL) {
        check_document(plan, index, doc, &file, record, fragment);
        hg_doc_free(doc);
        if (plan->cache != NULL) {
            hg_cache_store(plan->cache, &key, record, fragment);
        }
        return;
    }
    hg_record_fill(record, &file);
    plan->writer->document(fragment, &plan->report, &file);
}

/* ---- Results, in order, by the caller's thread ---- */

static bool emit_fragment(struct running *running, const struct hg_buf *fragment)
{
    bool fine = true;

    if (fragment->len > 0) {
        if (running->any_fragment) {
            fine = hg_output_write(running->out, hg_str_of(running->plan->writer->separator));
        }
        running->any_fragment = true;
        fine = hg_output_write(running->out, hg_buf_view(fragment)) && fine;
    }
    if (running->plan->writer->flushes && running->out->spool == NULL) {
        fine = fflush(running->out->file) == 0 && fine;
    }
    return fine;
}

static bool emit(void *context, size_t index, void *memory, struct hg_buf *fragment)
{
    struct running *running = context;
    struct hg_report_record *record = memory;
    struct hg_check_outcome *outcome = running->outcome;
    bool fine;

    hg_progress_clear(&running->progress);
    hg_summary_add(&outcome->summary, record);
    if (record->code > outcome->code) {
        outcome->code = record->code;
    }
    fine = emit_fragment(running, fragment);
    for (size_t i = 0; i < record->notices.len; i++) {
        running->plan->complain(record->notices.items[i].data);
    }
    if (running->table != NULL) {
        struct hg_buf row = HG_BUF_INIT;

        hg_summary_csv_row(&row, record);
        fine = hg_output_write(running->table, hg_buf_view(&row)) && fine;
        hg_buf_release(&row);
    }
    if (running->seen != NULL) {
        running->seen(running->user, index, record);
    }
    hg_record_release(record);
    outcome->done++;
    outcome->output_failed = !fine;
    hg_progress_show(&running->progress, outcome->done);
    return fine;
}

static void drop(void *context, void *memory)
{
    (void)context;
    hg_record_release(memory);
}

static void tick(void *context, size_t done)
{
    struct running *running = context;

    hg_progress_show(&running->progress, done);
}

static void finish(struct running *running)
{
    const struct hg_check_plan *plan = running->plan;
    struct hg_check_outcome *outcome = running->outcome;
    struct hg_buf text = HG_BUF_INIT;

    hg_summary_sort(&outcome->summary);
    if (plan->writer->summary_first) {
        plan->writer->begin(&text, &plan->report, &outcome->summary);
        outcome->output_failed =
            !hg_output_unspool(running->out, hg_buf_view(&text)) || outcome->output_failed;
        hg_buf_clear(&text);
    }
    plan->writer->end(&text, &plan->report, &outcome->summary);
    outcome->output_failed =
        !hg_output_write(running->out, hg_buf_view(&text)) || outcome->output_failed;
    hg_buf_release(&text);
}

void hg_check_run(struct hg_check_outcome *outcome, const struct hg_check_plan *plan,
                  struct hg_output *out, struct hg_output *table,
                  void (*seen)(void *user, size_t index, const struct hg_report_record *record),
                  void *user)
{
    struct running running = {plan, outcome, out, table, {0}, false, seen, user};
    struct hg_pool pool = {.jobs = plan->jobs,
                           .count = plan->inputs->items.len,
                           .record_size = sizeof(struct hg_report_record),
                           .context = &running,
                           .work = work,
                           .emit = emit,
                           .drop = drop,
                           .tick = tick,
                           .stop = plan->stop};
    struct hg_buf head = HG_BUF_INIT;

    hg_progress_init(&running.progress, 2, pool.count, plan->progress);
    if (!plan->writer->summary_first) {
        plan->writer->begin(&head, &plan->report, NULL);
        outcome->output_failed = !hg_output_write(out, hg_buf_view(&head));
    }
    hg_buf_clear(&head);
    if (table != NULL) {
        hg_summary_csv_head(&head);
        outcome->output_failed =
            !hg_output_write(table, hg_buf_view(&head)) || outcome->output_failed;
    }
    hg_buf_release(&head);
    if (!outcome->output_failed) {
        (void)hg_pool_run(&pool);
    }
    hg_progress_clear(&running.progress);
    finish(&running);
}
