/* The commands of the program. A command is one file with one constant struct.
 *
 * Adding a command: src/cli/cmd_<name>.c with `const struct hg_command hg_command_<name>`, its
 * line in the table of main.c, its section in hegao.1. */
#ifndef HG_CLI_COMMAND_H
#define HG_CLI_COMMAND_H

#include "base/error.h"

/* Exit codes (DESIGN.md section 5). */
enum hg_exit {
    HG_EXIT_CLEAN = 0,
    HG_EXIT_FINDINGS = 1,
    HG_EXIT_TROUBLE = 2,
    HG_EXIT_INTERRUPTED = 130
};

struct hg_command {
    const char *name;
    const char *usage;   /* "check [选项] 路径…" */
    const char *summary; /* one line, Chinese */
    const char *help;    /* the options, one a line */
    /* argv[0] is the command's name. */
    int (*run)(int argc, char **argv);
};

extern const struct hg_command hg_command_check;
extern const struct hg_command hg_command_explain;
extern const struct hg_command hg_command_figures;
extern const struct hg_command hg_command_list;
extern const struct hg_command hg_command_new;
extern const struct hg_command hg_command_template;
extern const struct hg_command hg_command_text;

/* One line on standard error: "hegao: …". */
void hg_complain(const char *format, ...) HG_PRINTF(1, 2);
/* Says that an option is unknown or lacks its value, and where to find help; HG_EXIT_TROUBLE. */
int hg_usage(const struct hg_command *command, const char *format, ...) HG_PRINTF(2, 3);
/* Prints a command's help on standard output; HG_EXIT_CLEAN. */
int hg_help(const struct hg_command *command);

#endif
