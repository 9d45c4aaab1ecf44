/* The options of `hegao check` as the user gave them. */
#ifndef HG_CLI_CHECK_OPTIONS_H
#define HG_CLI_CHECK_OPTIONS_H

#include "batch/check.h"
#include "cli/command.h"
#include "template/form.h"

struct hg_check_options {
    struct hg_arena *arena;
    struct hg_day date;
    const char *form;      /* --template; null: unset */
    HG_VEC(const char *) template_folders; /* --template-dir */
    const struct hg_writer *writer;
    enum hg_severity min_level;
    int fail_on;           /* enum hg_severity, or HG_FAIL_NEVER */
    bool *selected, *ignored; /* one a check, in registry order */
    bool any_selected;
    const char *output, *config, *baseline, *write_baseline, *files_from;
    const char *annotate, *summary, *cache;
    bool changes, strip, quiet, stats, colour;
    struct hg_read_options read;
    enum hg_progress_choice progress;
    size_t jobs;
};

/* Sets the defaults, then the options; *first is the first path in argv. HG_EXIT_CLEAN to go on;
 * any other value has been explained and is to be returned, -1 after --help. */
int hg_check_options_read(struct hg_check_options *options, int argc, char **argv, int *first);

extern const char hg_check_help[];

#endif
