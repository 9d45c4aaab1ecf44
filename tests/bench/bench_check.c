/* `check` in units of the floor, part by part (DESIGN.md section 8). Parts are told apart by
 * running more and more checks on the same report, in turns; the least time of each counts.
 *
 *   bench-check [ROUNDS [FILE.docx]]      without a file: the report of bench/report.h */
#include <libxml/parser.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/floor.h"
#include "bench/report.h"
#include "figures/ledger.h"
#include "io/reader.h"
#include "lint/registry.h"
#include "report/writer.h"
#include "support/golden.h"

enum { STEP_NONE, STEP_FIGURES, STEP_WORDING, STEP_ALL, STEP_COUNT };

struct times {
    double floor, read, steps[STEP_COUNT], ledger, write, release;
};

static void keep_least(double *least, double time)
{
    if (*least == 0 || time < *least) {
        *least = time;
    }
}

/* Which checks a step leaves out. */
static void fill_disabled(bool *disabled, int step)
{
    size_t count;
    const struct hg_check *const *checks = hg_checks(&count);

    for (size_t i = 0; i < count; i++) {
        enum hg_family family = checks[i]->family;
        int from = family == HG_FAMILY_FIGURES                                  ? STEP_FIGURES
                   : family == HG_FAMILY_WORDING || family == HG_FAMILY_MARKS ? STEP_WORDING
                                                                              : STEP_ALL;

        disabled[i] = step < from;
    }
}

/* The ledger with analyses of its own, as `hegao figures` builds it. */
static double ledger_once(struct hg_doc *doc)
{
    const struct hg_ledger_options options = {.outline = hg_outline_build(doc)};
    struct hg_arena *arena = hg_arena_open();
    double start = bench_now();

    (void)hg_ledger_build(arena, doc, &options);
    start = bench_now() - start;
    hg_arena_free(arena);
    return start;
}

static void round_of(struct times *times, struct hg_str bytes, bool (*disabled)[256])
{
    const struct hg_writer *writer = hg_writer_find("json");
    const struct hg_report_settings settings = {.width = 100};
    struct hg_doc *doc;
    double start = bench_now();

    if (hg_read_memory(&doc, bytes, NULL, NULL) != HG_OK) {
        exit(2);
    }
    keep_least(&times->read, bench_now() - start);
    for (int step = 0; step < STEP_COUNT; step++) {
        const struct hg_lint_options options = {.today = {2024, 7, 5}, .disabled = disabled[step]};
        struct hg_doc *again;
        struct hg_lint_result *result;
        struct hg_buf out = HG_BUF_INIT;
        struct hg_report_file file = {.path = HG_STR("a.docx"), .status = HG_FILE_CHECKED};

        /* A document of its own: what is computed lazily lives in its arena. */
        (void)hg_read_memory(&again, bytes, NULL, NULL);
        start = bench_now();
        result = hg_lint_run(again, &options);
        keep_least(&times->steps[step], bench_now() - start);
        file.result = result;
        start = bench_now();
        writer->document(&out, &settings, &file);
        if (step == STEP_ALL) {
            keep_least(&times->write, bench_now() - start);
        }
        start = bench_now();
        hg_lint_result_free(result);
        hg_doc_free(again);
        if (step == STEP_ALL) {
            keep_least(&times->release, bench_now() - start);
        }
        hg_buf_release(&out);
    }
    keep_least(&times->floor, bench_floor(bytes, doc, &(struct bench_counts){0, 0}));
    keep_least(&times->ledger, ledger_once(doc));
    hg_doc_free(doc);
}

static void line(const char *what, double time, double floor, const char *budget)
{
    printf("%-34s %8.3f ms  %6.2f   %s\n", what, time, time / floor, budget);
}

static void print_times(const struct times *t)
{
    double rest = t->steps[STEP_ALL] - t->steps[STEP_WORDING] + t->steps[STEP_NONE] + t->write +
                  t->release;

    printf("%-34s %11s  %6s   %s\n", "", "", "floors", "first release, aim");
    line("floor", t->floor, t->floor, "");
    line("reading above the floor", t->read - t->floor, t->floor, "1.0  0.5");
    line("lang and figures", t->steps[STEP_FIGURES] - t->steps[STEP_NONE], t->floor, "0.8  0.3");
    line("wording and marks", t->steps[STEP_WORDING] - t->steps[STEP_FIGURES], t->floor,
         "0.7  0.2");
    line("(the ledger alone, with lang)", t->ledger, t->floor, "0.8  0.3");
    line("everything else", rest, t->floor, "0.5  0.1");
    line("  outline, form, settling", t->steps[STEP_NONE], t->floor, "");
    line("  structure, layout, file", t->steps[STEP_ALL] - t->steps[STEP_WORDING], t->floor, "");
    line("  writing", t->write, t->floor, "");
    line("  freeing", t->release, t->floor, "");
    line("check, floor included", t->read + t->steps[STEP_ALL] + t->write + t->release, t->floor,
         "4.0  2.1");
}

/* Each check alone, above a run of none: what it costs with all it asks the pass for. */
static void print_checks(struct hg_str bytes, int rounds)
{
    size_t count;
    const struct hg_check *const *checks = hg_checks(&count);

    for (size_t i = 0; i < count; i++) {
        bool disabled[256];
        double with = 0, without = 0;

        memset(disabled, 1, sizeof disabled);
        for (int round = 0; round < 2 * rounds; round++) {
            const struct hg_lint_options options = {.today = {2024, 7, 5}, .disabled = disabled};
            struct hg_doc *doc;
            double start;

            disabled[i] = round % 2 == 0;
            (void)hg_read_memory(&doc, bytes, NULL, NULL);
            start = bench_now();
            hg_lint_result_free(hg_lint_run(doc, &options));
            keep_least(round % 2 == 0 ? &without : &with, bench_now() - start);
            hg_doc_free(doc);
        }
        printf("  %-32s %8.3f ms\n", checks[i]->id, with - without);
    }
}

/* A program from start to end, its output thrown away. */
static double start_up(char *const *argv)
{
    extern char **environ;
    posix_spawn_file_actions_t actions;
    double start = bench_now();
    int status;
    pid_t child;

    (void)posix_spawn_file_actions_init(&actions);
    (void)posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", 1, 0);
    if (posix_spawn(&child, argv[0], &actions, NULL, argv, environ) != 0 ||
        waitpid(child, &status, 0) != child) {
        exit(2);
    }
    (void)posix_spawn_file_actions_destroy(&actions);
    return bench_now() - start;
}

static void print_start_up(int rounds)
{
    static char idle[] = HG_IDLE, program[] = HG_PROGRAM, version[] = "--version";
    static char check[] = "check", tiny[] = "bench-tiny.txt";
    char *const lines[3][4] = {
        {idle, NULL}, {program, version, NULL}, {program, check, tiny, NULL}};
    double least[3] = {0, 0, 0};
    FILE *file = fopen(tiny, "w");

    if (file == NULL) {
        return;
    }
    (void)fputs("清河县司法局2023年工作总结\n一、工作情况\n受理案件12件，办结12件。\n", file);
    (void)fclose(file);
    for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < 3; i++) {
            keep_least(&least[i], start_up(lines[i]));
        }
    }
    (void)remove(tiny);
    printf("start-up: idle program %.2f ms; --version %.2f ms on top; check of a tiny draft %.2f ms "
           "on top (budget 3.0)\n", least[0], least[1] - least[0], least[2] - least[0]);
}

int main(int argc, char **argv)
{
    static bool disabled[STEP_COUNT][256];
    int rounds = argc > 1 ? atoi(argv[1]) : 50;
    struct hg_buf bytes = HG_BUF_INIT;
    struct times times;
    struct hg_doc *doc;
    size_t characters = 0;

    memset(&times, 0, sizeof times);
    xmlInitParser();
    if (argc > 2) {
        hg_test_read(&bytes, argv[2]);
    } else {
        bytes = bench_report();
    }
    if (hg_check_count() > 256 || hg_read_memory(&doc, hg_buf_view(&bytes), NULL, NULL) != HG_OK) {
        return 2;
    }
    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        characters += doc->paragraphs.items[i]->text.len / 3;
    }
    hg_doc_free(doc);
    for (int step = 0; step < STEP_COUNT; step++) {
        fill_disabled(disabled[step], step);
    }
    for (int round = 0; round < rounds; round++) {
        round_of(&times, hg_buf_view(&bytes), disabled);
    }
    printf("%zu characters, %zu bytes packed, %d rounds\n", characters, bytes.len, rounds);
    print_times(&times);
    print_checks(hg_buf_view(&bytes), rounds / 5 + 1);
    print_start_up(rounds);
    hg_buf_release(&bytes);
    return 0;
}
