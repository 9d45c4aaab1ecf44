/* A line on the terminal: how far, how fast, how long still. */
#ifndef HG_BATCH_PROGRESS_H
#define HG_BATCH_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct hg_progress {
    int descriptor;   /* -1: off */
    size_t total, done;
    int64_t started, drawn; /* monotonic nanoseconds */
    bool visible;     /* a line stands on the terminal */
};

/* auto: only on a terminal, not in CI, for two files or more. */
enum hg_progress_choice { HG_PROGRESS_AUTO, HG_PROGRESS_ALWAYS, HG_PROGRESS_NEVER };

void hg_progress_init(struct hg_progress *progress, int descriptor, size_t total,
                      enum hg_progress_choice choice);
/* Draws at most ten times a second. */
void hg_progress_show(struct hg_progress *progress, size_t done);
/* Takes the line away, before other output and at the end. */
void hg_progress_clear(struct hg_progress *progress);

/* The line itself: for `elapsed` nanoseconds. */
void hg_progress_line(struct hg_buf *out, size_t done, size_t total, int64_t elapsed);

#endif
