/* Cost is linear in every dimension (DESIGN.md section 8): the program is run on texts of size n
 * and 10n, and the time of the larger may not be more than so many times that of the smaller.
 *
 *   linear PROGRAM [SHAPE…]           measures and judges
 *   linear --cut PROGRAM [SHAPE…]     the small texts only, for slow builds: they end in time
 *   linear --write SHAPE N FILE       writes a text */
#include <fcntl.h>
#include <spawn.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "meta/shapes.h"

/* Ten times the text may take 25 times as long: quadratic cost takes a hundred. Most shapes take 10
 * to 13; empty lines took 17.6 on a busy machine. Times below the floor are taken for it: there
 * start-up and the clock count. */
enum { RATIO_MOST = 25, TRIES = 3, SECONDS_MOST = 60 };
#define FLOOR_SECONDS 0.05

struct cost {
    double seconds; /* of the processor */
    long kilobytes; /* most memory at once */
    bool crashed;
};

static void write_shape(const struct shape *shape, size_t n, const char *path)
{
    struct hg_buf text = HG_BUF_INIT;
    FILE *file = fopen(path, "wb");

    shape->fill(&text, n);
    if (file == NULL || fwrite(text.data, 1, text.len, file) != text.len || fclose(file) != 0) {
        fprintf(stderr, "%s cannot be written\n", path);
        exit(2);
    }
    hg_buf_release(&text);
}

static struct cost run(const char *program, const char *command, const char *path)
{
    extern char **environ;
    char *const argv[] = {(char *)(uintptr_t)program, (char *)(uintptr_t)command,
                          (char *)(uintptr_t)path, NULL};
    posix_spawn_file_actions_t actions;
    struct cost cost = {0, 0, true};
    struct rusage use;
    int status;
    pid_t child;

    (void)posix_spawn_file_actions_init(&actions);
    (void)posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    if (posix_spawn(&child, program, &actions, NULL, argv, environ) == 0 &&
        wait4(child, &status, 0, &use) == child) {
        cost.crashed = !WIFEXITED(status) || WEXITSTATUS(status) > 2;
        cost.seconds = (double)(use.ru_utime.tv_sec + use.ru_stime.tv_sec) +
                       (double)(use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e6;
        cost.kilobytes = use.ru_maxrss;
    }
    (void)posix_spawn_file_actions_destroy(&actions);
    return cost;
}

static bool judge(const char *program, const struct shape *shape, bool cut)
{
    char path[64];
    struct cost small = {0, 0, false}, large = {0, 0, false};
    double ratio = 0;

    (void)snprintf(path, sizeof path, "linear-%s.tmp", shape->name);
    for (int attempt = 0; attempt < TRIES; attempt++) {
        double from;

        write_shape(shape, shape->small, path);
        small = run(program, "check", path);
        if (!cut && !small.crashed) {
            write_shape(shape, shape->small * 10, path);
            large = run(program, "check", path);
        }
        (void)remove(path);
        from = small.seconds > FLOOR_SECONDS ? small.seconds : FLOOR_SECONDS;
        ratio = large.seconds / from;
        if (small.crashed || large.crashed || ratio <= RATIO_MOST) {
            break;
        }
    }
    printf("%-20s %8.3f s %8.3f s  %5.1f  %7ld KiB %7ld KiB%s\n", shape->name, small.seconds,
           large.seconds, ratio, small.kilobytes, large.kilobytes,
           small.crashed || large.crashed ? "  CRASHED or stopped" : ratio > RATIO_MOST ? "  NOT LINEAR" : "");
    (void)fflush(stdout);
    return !small.crashed && !large.crashed && ratio <= RATIO_MOST;
}

static const struct shape *find(const char *name)
{
    for (size_t i = 0; i < shape_count; i++) {
        if (strcmp(shapes[i].name, name) == 0) {
            return &shapes[i];
        }
    }
    fprintf(stderr, "no shape is called %s\n", name);
    exit(2);
}

int main(int argc, char **argv)
{
    bool cut = argc > 1 && strcmp(argv[1], "--cut") == 0;
    int first = cut ? 2 : 1, bad = 0;
    /* What is badly wrong is cut short, and seen as a crash. */
    const struct rlimit limit = {SECONDS_MOST, SECONDS_MOST};

    (void)setrlimit(RLIMIT_CPU, &limit);
    if (argc == 5 && strcmp(argv[1], "--write") == 0) {
        write_shape(find(argv[2]), strtoul(argv[3], NULL, 10), argv[4]);
        return 0;
    }
    if (argc <= first) {
        return 2;
    }
    if (argc > first + 1) {
        for (int i = first + 1; i < argc; i++) {
            bad += !judge(argv[first], find(argv[i]), cut);
        }
    } else {
        for (size_t i = 0; i < shape_count; i++) {
            bad += !judge(argv[first], &shapes[i], cut);
        }
    }
    return bad > 0;
}
