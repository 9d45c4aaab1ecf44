#include "cli/command.h"

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"

static const struct hg_command *const commands[] = {
    &hg_command_check,
    &hg_command_new,
    &hg_command_figures,
    &hg_command_text,
    &hg_command_explain,
    &hg_command_list,
    &hg_command_template,
};

void hg_complain(const char *format, ...)
{
    va_list args;

    (void)fputs("hegao: ", stderr);
    va_start(args, format);
    (void)vfprintf(stderr, format, args);
    va_end(args);
    (void)fputc('\n', stderr);
}

int hg_usage(const struct hg_command *command, const char *format, ...)
{
    va_list args;

    (void)fprintf(stderr, "hegao %s: ", command->name);
    va_start(args, format);
    (void)vfprintf(stderr, format, args);
    va_end(args);
    (void)fprintf(stderr, "\n用法：hegao %s\n查看选项：hegao %s --help\n", command->usage,
                  command->name);
    return HG_EXIT_TROUBLE;
}

int hg_help(const struct hg_command *command)
{
    (void)printf("用法：hegao %s\n%s\n\n%s", command->usage, command->summary, command->help);
    return HG_EXIT_CLEAN;
}

static void print_overview(FILE *out)
{
    (void)fputs("核稿 hegao " HG_VERSION "：工作报告送签前的最后一遍核对，全程离线\n\n用法：\n", out);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        (void)fprintf(out, "  hegao %-9s %s\n", commands[i]->name, commands[i]->summary);
    }
    (void)fputs("\n最常用：hegao check 报告.docx\n某条命令的选项：hegao 命令 --help\n", out);
}

/* One line, no temporary file left behind: those of the writers are unlinked or named by them
 * only once complete. */
static void out_of_memory(void)
{
    static const char line[] = "hegao: 内存不足，未能完成。请关闭其他程序或分批检查后重试\n";

    (void)!write(STDERR_FILENO, line, sizeof line - 1);
    _exit(HG_EXIT_TROUBLE);
}

/* Output that could not be written (a full disk, a closed pipe) is trouble, whatever was found. */
static int flush_output(int code)
{
    if (fflush(stdout) != 0 || ferror(stdout)) {
        hg_complain("结果未能全部写出，请检查磁盘空间和输出位置");
        return HG_EXIT_TROUBLE;
    }
    return code;
}

int main(int argc, char **argv)
{
    hg_oom_set_handler(out_of_memory);
    if (argc < 2) {
        print_overview(stderr);
        return HG_EXIT_TROUBLE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
        strcmp(argv[1], "help") == 0) {
        print_overview(stdout);
        return flush_output(HG_EXIT_CLEAN);
    }
    if (strcmp(argv[1], "--version") == 0) {
        (void)puts("hegao " HG_VERSION);
        return flush_output(HG_EXIT_CLEAN);
    }
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        if (strcmp(commands[i]->name, argv[1]) == 0) {
            return flush_output(commands[i]->run(argc - 1, argv + 1));
        }
    }
    hg_complain("没有“%s”这条命令。可用的命令见 hegao --help", argv[1]);
    return HG_EXIT_TROUBLE;
}
