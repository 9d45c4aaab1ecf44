#include "batch/progress.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { BAR_COLUMNS = 24 };

static const int64_t second = 1000000000;

static int64_t now(void)
{
    struct timespec time;

    (void)clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * second + time.tv_nsec;
}

static bool in_ci(void)
{
    const char *ci = getenv("CI");
    const char *term = getenv("TERM");

    return (ci != NULL && *ci != '\0' && strcmp(ci, "false") != 0) ||
           (term != NULL && strcmp(term, "dumb") == 0);
}

void hg_progress_init(struct hg_progress *progress, int descriptor, size_t total,
                      enum hg_progress_choice choice)
{
    bool on = choice == HG_PROGRESS_ALWAYS ||
              (choice == HG_PROGRESS_AUTO && total > 1 && isatty(descriptor) && !in_ci());

    *progress = (struct hg_progress){.descriptor = on ? descriptor : -1, .total = total};
    progress->started = now();
}

void hg_progress_line(struct hg_buf *out, size_t done, size_t total, int64_t elapsed)
{
    size_t filled = total > 0 ? done * BAR_COLUMNS / total : BAR_COLUMNS;

    hg_buf_putc(out, '[');
    for (size_t i = 0; i < BAR_COLUMNS; i++) {
        hg_buf_putc(out, i < filled ? '#' : '.');
    }
    hg_buf_printf(out, "] %zu/%zu 份", done, total);
    if (done > 0 && elapsed >= second / 5) {
        int64_t tenths = (int64_t)done * 10 * second / elapsed;
        int64_t left = elapsed / (int64_t)done * (int64_t)(total - done) / second;

        hg_buf_printf(out, "  每秒 %lld.%lld 份", (long long)(tenths / 10),
                      (long long)(tenths % 10));
        if (left >= 3600) {
            hg_buf_printf(out, "  还需 %lld:%02lld:%02lld", (long long)(left / 3600),
                          (long long)(left / 60 % 60), (long long)(left % 60));
        } else {
            hg_buf_printf(out, "  还需 %lld:%02lld", (long long)(left / 60),
                          (long long)(left % 60));
        }
    }
}

void hg_progress_show(struct hg_progress *progress, size_t done)
{
    int64_t time;
    struct hg_buf line = HG_BUF_INIT;

    progress->done = done;
    if (progress->descriptor < 0) {
        return;
    }
    time = now();
    if (progress->visible && time - progress->drawn < second / 10) {
        return;
    }
    hg_buf_puts(&line, "\r\033[K");
    hg_progress_line(&line, done, progress->total, time - progress->started);
    (void)!write(progress->descriptor, line.data, line.len);
    hg_buf_release(&line);
    progress->drawn = time;
    progress->visible = true;
}

void hg_progress_clear(struct hg_progress *progress)
{
    static const char erase[] = "\r\033[K";

    if (progress->visible) {
        (void)!write(progress->descriptor, erase, sizeof erase - 1);
        progress->visible = false;
    }
}
