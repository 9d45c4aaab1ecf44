#include "cli/command.h"

#include <stdio.h>
#include <string.h>

#include "lint/registry.h"

static void print_example(const char *title, const char *text)
{
    struct hg_str rest = hg_str_of(text), line;

    (void)printf("\n%s\n", title);
    while (hg_str_split(&rest, '\n', &line)) {
        (void)printf("    %.*s\n", HG_FMT(line));
    }
}

static int run(int argc, char **argv)
{
    const struct hg_check *check;

    if (argc == 2 && strcmp(argv[1], "--help") == 0) {
        return hg_help(&hg_command_explain);
    }
    if (argc != 2) {
        return hg_usage(&hg_command_explain, "请给出一项检查的名称");
    }
    check = hg_check_find(hg_str_of(argv[1]));
    if (check == NULL) {
        return hg_usage(&hg_command_explain, "没有“%s”这项检查，名称见 hegao list checks", argv[1]);
    }
    (void)printf("%s  %s（%s，%s）\n\n%s。\n\n%s\n", check->id, check->name,
                 hg_family_label(check->family), hg_severity_label(check->severity),
                 check->summary, check->explanation);
    print_example("会报告：", check->bad);
    print_example("不报告：", check->good);
    return HG_EXIT_CLEAN;
}

const struct hg_command hg_command_explain = {
    .name = "explain",
    .usage = "explain 检查",
    .summary = "说明一项检查：为什么、依据哪条、正反例",
    .help = "检查的名称见 hegao list checks\n",
    .run = run,
};
