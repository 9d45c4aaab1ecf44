#include "cli/command.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "batch/cache.h"
#include "batch/settings_files.h"
#include "cli/check_inputs.h"
#include "cli/check_options.h"
#include "cli/input.h"
#include "cli/interrupt.h"
#include "cli/options.h"
#include "lint/registry.h"

static void complain(const char *line)
{
    hg_complain("%s", line);
}

/* ---- Baseline ---- */

struct known {
    struct hg_baseline *baseline;
    bool fresh; /* there was no file: everything goes in */
    const struct hg_str *keys;
};

static int open_baseline(struct known *known, const struct hg_check_options *o)
{
    const char *path = o->write_baseline != NULL ? o->write_baseline : o->baseline;
    struct hg_buf text = HG_BUF_INIT;
    struct hg_error err;
    enum hg_status status;

    if (path == NULL) {
        return HG_EXIT_CLEAN;
    }
    status = hg_small_file_read(&text, path, &err);
    if (status == HG_NOT_FOUND && o->write_baseline != NULL) {
        known->baseline = hg_baseline_new();
        known->fresh = true;
        status = HG_OK;
    } else if (status == HG_OK) {
        status = hg_baseline_parse(&known->baseline, hg_buf_view(&text), path, &err);
    }
    hg_buf_release(&text);
    if (status != HG_OK) {
        hg_complain("%s", err.message);
        return HG_EXIT_TROUBLE;
    }
    return HG_EXIT_CLEAN;
}

static void see_record(void *user, size_t index, const struct hg_report_record *record)
{
    struct known *known = user;

    if (record->status != HG_FILE_CHECKED) {
        return;
    }
    hg_baseline_checked(known->baseline, known->keys[index]);
    for (size_t i = 0; i < record->known.len; i++) {
        struct hg_str rest = record->known.items[i], check;

        (void)hg_str_split(&rest, ' ', &check);
        hg_baseline_seen(known->baseline, known->keys[index], check, rest, known->fresh);
    }
}

static int close_baseline(const struct known *known, const struct hg_check_options *o)
{
    size_t stale = hg_baseline_stale(known->baseline);
    struct hg_output out;
    struct hg_buf text = HG_BUF_INIT;
    struct hg_error err;
    enum hg_status status;

    if (o->write_baseline == NULL) {
        if (stale > 0 && !o->quiet) {
            hg_complain("基线中有 %zu 项已经改正，可用 --write-baseline %s 删去", stale, o->baseline);
        }
        return HG_EXIT_CLEAN;
    }
    hg_baseline_write(&text, known->baseline);
    status = hg_output_open(&out, o->write_baseline, &err);
    if (status == HG_OK) {
        bool fine = hg_output_write(&out, hg_buf_view(&text));

        status = hg_output_close(&out, fine, &err);
    }
    hg_buf_release(&text);
    if (status != HG_OK) {
        hg_complain("%s", err.message);
        return HG_EXIT_TROUBLE;
    }
    if (!o->quiet) {
        if (known->fresh) {
            hg_complain("已建立基线 %s：%zu 项", o->write_baseline,
                        hg_baseline_count(known->baseline));
        } else {
            hg_complain("已更新基线 %s：删去 %zu 项，还有 %zu 项", o->write_baseline, stale,
                        hg_baseline_count(known->baseline));
        }
    }
    return HG_EXIT_CLEAN;
}

/* ---- The run ---- */

static void print_stats(const struct hg_check_outcome *outcome, const struct timespec *started)
{
    struct timespec now;
    struct rusage usage;
    long long milliseconds;

    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    (void)getrusage(RUSAGE_SELF, &usage);
    milliseconds = (long long)(now.tv_sec - started->tv_sec) * 1000 +
                   (now.tv_nsec - started->tv_nsec) / 1000000;
    hg_complain("%zu 份，用时 %lld.%03lld 秒，内存最多 %ld MB", outcome->done, milliseconds / 1000,
                milliseconds % 1000, usage.ru_maxrss / 1024);
}

/* Everything but the documents that bears on a result goes into the key of the cache. */
static void set_cache(struct hg_cache *cache, const struct hg_check_options *o,
                      const struct hg_check_plan *plan, const struct hg_check_inputs *inputs)
{
    struct hg_buf text = HG_BUF_INIT;
    struct stat self = {0};

    (void)stat("/proc/self/exe", &self);
    hg_buf_printf(&text, "%s %lld %lld %lld|%s|%d-%d-%d|%s|%d|%d|%d|%d%d|%zu|%d%d|", HG_VERSION,
                  (long long)self.st_size, (long long)self.st_mtim.tv_sec,
                  (long long)self.st_mtim.tv_nsec, plan->writer->name, o->date.year, o->date.month,
                  o->date.day, o->form != NULL ? o->form : "", (int)o->min_level, o->fail_on,
                  (int)o->read.revisions, plan->report.colour, plan->report.quiet,
                  plan->report.width, plan->know_all, plan->keep_known);
    for (size_t i = 0; i < hg_check_count(); i++) {
        hg_buf_printf(&text, "%d%d", o->any_selected && o->selected[i], o->ignored[i]);
    }
    for (size_t i = 0; o->form != NULL && i == 0; i++) { /* a form of the user's may change */
        (void)hg_small_file_read(&text, o->form, NULL);
    }
    if (plan->baseline != NULL) {
        hg_baseline_write(&text, plan->baseline);
    }
    cache->folder = o->cache;
    cache->run = hg_hash128(hg_buf_view(&text));
    cache->settings = inputs->hashes;
    hg_buf_release(&text);
}

static int open_outputs(struct hg_output *out, struct hg_output *table,
                        const struct hg_check_options *o, struct hg_error *err)
{
    enum hg_status status = hg_output_open(out, o->output, err);

    if (status == HG_OK && o->writer->summary_first) {
        status = hg_output_spool(out, err);
    }
    if (status == HG_OK && o->summary != NULL) {
        status = hg_output_open(table, o->summary, err);
    }
    if (status == HG_OK && o->cache != NULL && mkdir(o->cache, 0777) != 0 && errno != EEXIST) {
        status = hg_error_set(err, HG_IO, "不能建立文件夹 %s：%s", o->cache, hg_errno_text(errno));
    }
    return status == HG_OK ? HG_EXIT_CLEAN : HG_EXIT_TROUBLE;
}

static int finish(const struct hg_check_options *o, const struct hg_check_plan *plan,
                  struct hg_check_outcome *outcome, struct hg_output *out,
                  struct hg_output *table)
{
    struct hg_error err;
    int code = outcome->code;

    if (hg_output_close(out, !outcome->output_failed, &err) != HG_OK) {
        hg_complain("%s", err.message);
        code = HG_EXIT_TROUBLE;
    }
    if (o->summary != NULL && hg_output_close(table, !outcome->output_failed, &err) != HG_OK) {
        hg_complain("%s", err.message);
        code = HG_EXIT_TROUBLE;
    }
    if (*plan->stop != 0) {
        hg_complain("已中断：完成 %zu 份，共 %zu 份", outcome->done, plan->inputs->items.len);
        return HG_EXIT_INTERRUPTED;
    }
    return code;
}

static int check_inputs(const struct hg_check_options *o, const struct hg_check_inputs *inputs)
{
    struct known known = {.keys = inputs->keys};
    struct hg_check_plan plan = {
        .inputs = &inputs->inputs,
        .shown = inputs->shown,
        .keys = inputs->keys,
        .lint = inputs->lint,
        .copies = inputs->copies,
        .read = o->read,
        .open = hg_input_read,
        .report = {o->colour && o->output == NULL, hg_terminal_columns(STDOUT_FILENO), o->quiet,
                   inputs->inputs.items.len},
        .writer = o->writer,
        .min_level = o->min_level,
        .fail_on = o->fail_on,
        .annotate = {.author = inputs->author, .changes = o->changes, .strip = o->strip},
        .jobs = o->jobs,
        .progress = o->progress,
        .stop = hg_interrupt_watch(),
        .complain = complain,
    };
    struct hg_check_outcome outcome = {.code = HG_EXIT_CLEAN};
    struct hg_output out = {0}, table = {0};
    struct hg_cache cache;
    struct hg_error err;
    struct timespec started;
    int code = open_baseline(&known, o);

    (void)clock_gettime(CLOCK_MONOTONIC, &started);
    if (code != HG_EXIT_CLEAN) {
        return code;
    }
    if (open_outputs(&out, &table, o, &err) != HG_EXIT_CLEAN) {
        hg_complain("%s", err.message);
        hg_baseline_free(known.baseline);
        return HG_EXIT_TROUBLE;
    }
    plan.baseline = known.fresh ? NULL : known.baseline;
    plan.know_all = known.fresh;
    plan.keep_known = known.baseline != NULL;
    if (o->cache != NULL && o->annotate == NULL) {
        set_cache(&cache, o, &plan, inputs);
        plan.cache = &cache;
    }
    hg_check_run(&outcome, &plan, &out, o->summary != NULL ? &table : NULL,
                 known.baseline != NULL ? see_record : NULL, &known);
    code = finish(o, &plan, &outcome, &out, &table);
    if (known.baseline != NULL && code != HG_EXIT_INTERRUPTED) {
        int written = close_baseline(&known, o);

        code = written > code ? written : code;
    }
    hg_baseline_free(known.baseline);
    if (o->stats) {
        print_stats(&outcome, &started);
    }
    hg_summary_release(&outcome.summary);
    return code;
}

static int run(int argc, char **argv)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_check_options options = {.arena = arena};
    struct hg_check_inputs inputs = {0};
    struct hg_error err;
    int first = 0;
    int code = hg_check_options_read(&options, argc, argv, &first);

    if (code != HG_EXIT_CLEAN) {
        hg_arena_free(arena);
        return code < 0 ? HG_EXIT_CLEAN : code;
    }
    if (first == argc && options.files_from == NULL) {
        hg_arena_free(arena);
        return hg_usage(&hg_command_check, "请给出要检查的文稿或文件夹");
    }
    if (hg_check_inputs_find(&inputs, &options, argv + first, (size_t)(argc - first), &err) !=
        HG_OK) {
        hg_complain("%s", err.message);
        code = HG_EXIT_TROUBLE;
    } else {
        code = check_inputs(&options, &inputs);
    }
    hg_check_inputs_release(&inputs);
    hg_arena_free(arena);
    return code;
}

const struct hg_command hg_command_check = {
    .name = "check",
    .usage = "check [选项] 路径…",
    .summary = "检查文稿：文件、文件夹（含下级），- 为标准输入",
    .help = hg_check_help,
    .run = run,
};
