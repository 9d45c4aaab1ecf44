#include "cli/command.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "batch/inputs.h"
#include "cli/input.h"
#include "cli/options.h"
#include "lint/registry.h"
#include "report/writer.h"

enum { FAIL_NEVER = HG_SEVERITY_COUNT };

struct check_options {
    struct hg_lint_options lint;
    struct hg_read_options read;
    struct hg_report_settings report;
    const struct hg_writer *writer;
    enum hg_severity min_level;
    int fail_on; /* enum hg_severity, or FAIL_NEVER */
    bool *selected, *disabled;
    bool any_selected;
    const char *output;
    const char *colour;
};

static const struct option options[] = {
    {"format", required_argument, NULL, 'f'},   {"output", required_argument, NULL, 'o'},
    {"select", required_argument, NULL, 's'},   {"ignore", required_argument, NULL, 'i'},
    {"min-level", required_argument, NULL, 'm'}, {"fail-on", required_argument, NULL, 'F'},
    {"revisions", required_argument, NULL, 'r'}, {"date", required_argument, NULL, 'd'},
    {"color", required_argument, NULL, 'c'},    {"quiet", no_argument, NULL, 'q'},
    {"help", no_argument, NULL, 'h'},           {NULL, 0, NULL, 0},
};

static bool set_option(struct check_options *o, int key, const char *value, struct hg_error *err)
{
    switch (key) {
    case 'f':
        o->writer = hg_writer_find(value);
        if (o->writer == NULL) {
            (void)hg_error_set(err, HG_USAGE, "没有“%s”这种输出格式，可用的见 hegao list formats",
                               value);
        }
        return o->writer != NULL;
    case 'o':
        o->output = value;
        return true;
    case 's':
        o->any_selected = true;
        return hg_option_checks(o->selected, value, err);
    case 'i':
        return hg_option_checks(o->disabled, value, err);
    case 'm':
        return hg_option_severity(&o->min_level, value, err);
    case 'F': {
        enum hg_severity severity;

        if (strcmp(value, "never") == 0) {
            o->fail_on = FAIL_NEVER;
            return true;
        }
        if (!hg_option_severity(&severity, value, err)) {
            return false;
        }
        o->fail_on = (int)severity;
        return true;
    }
    case 'r':
        o->read.revisions =
            strcmp(value, "reject") == 0 ? HG_REVISIONS_REJECT : HG_REVISIONS_ACCEPT;
        if (strcmp(value, "accept") != 0 && strcmp(value, "reject") != 0) {
            (void)hg_error_set(err, HG_USAGE, "--revisions 可用 accept、reject");
            return false;
        }
        return true;
    case 'd':
        return hg_option_day(&o->lint.today, value, err);
    case 'c':
        o->colour = value;
        return hg_option_colour(&o->report.colour, value, STDOUT_FILENO, err);
    default:
        o->report.quiet = true;
        return true;
    }
}

static bool fails(const struct check_options *o, const struct hg_lint_result *result)
{
    for (size_t i = 0; i < result->findings.len; i++) {
        if ((int)result->findings.items[i]->severity >= o->fail_on) {
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

static int check_one(const struct check_options *o, const struct hg_input *input,
                     struct hg_report_summary *summary, struct hg_buf *fragment)
{
    struct hg_report_file file = {.status = HG_FILE_CHECKED};
    struct hg_buf shown = HG_BUF_INIT;
    struct hg_lint_result *result = NULL;
    struct hg_doc *doc = NULL;
    int code = HG_EXIT_CLEAN;

    hg_input_show(&shown, input->path);
    file.path = hg_buf_view(&shown);
    if (input->skip != HG_OK) {
        file.status = HG_FILE_SKIPPED;
        (void)hg_error_set(&file.error, input->skip, "%s",
                           input->skip == HG_EMPTY ? "空文件（0字节）"
                                                   : "编辑软件打开文稿时留下的临时文件");
    } else if (hg_input_read(&doc, input->path, &o->read, &file.error) != HG_OK) {
        file.status = HG_FILE_UNREADABLE;
        code = HG_EXIT_TROUBLE;
    } else {
        result = hg_lint_run(doc, &o->lint);
        if (fails(o, result)) {
            code = HG_EXIT_FINDINGS;
        }
        keep_from_level(result, o->min_level);
        file.result = result;
    }
    hg_report_count(summary, &file);
    o->writer->document(fragment, &o->report, &file);
    hg_lint_result_free(result);
    hg_doc_free(doc);
    hg_buf_release(&shown);
    return code;
}

static int check_all(const struct check_options *o, const struct hg_inputs *inputs, FILE *out)
{
    struct hg_report_summary summary = {0};
    struct hg_buf text = HG_BUF_INIT;
    bool first = true;
    int code = HG_EXIT_CLEAN;

    o->writer->begin(&text, &o->report, NULL);
    for (size_t i = 0; i < inputs->items.len; i++) {
        struct hg_buf fragment = HG_BUF_INIT;
        int one = check_one(o, &inputs->items.items[i], &summary, &fragment);

        code = one > code ? one : code;
        if (fragment.len > 0) {
            hg_buf_puts(&text, first ? "" : o->writer->separator);
            hg_buf_str(&text, hg_buf_view(&fragment));
            first = false;
        }
        (void)fwrite(text.data, 1, text.len, out);
        hg_buf_clear(&text);
        hg_buf_release(&fragment);
    }
    o->writer->end(&text, &o->report, &summary);
    (void)fwrite(text.data, 1, text.len, out);
    hg_buf_release(&text);
    return code;
}

static int run_with(struct check_options *o, int argc, char **argv, struct hg_arena *arena)
{
    struct hg_inputs inputs = {.arena = arena};
    struct hg_error err;
    int key;

    optind = 1;
    opterr = 0;
    while ((key = getopt_long(argc, argv, "o:qh", options, NULL)) != -1) {
        if (key == 'h') {
            return hg_help(&hg_command_check);
        }
        if (key == '?') {
            return hg_usage(&hg_command_check, "选项“%s”无效或缺少取值", argv[optind - 1]);
        }
        if (!set_option(o, key, optarg, &err)) {
            return hg_usage(&hg_command_check, "%s", err.message);
        }
    }
    if (optind == argc) {
        return hg_usage(&hg_command_check, "请给出要检查的文稿或文件夹");
    }
    for (size_t i = 0; o->any_selected && i < hg_check_count(); i++) {
        o->disabled[i] = o->disabled[i] || !o->selected[i];
    }
    o->lint.disabled = o->disabled;
    for (int i = optind; i < argc; i++) {
        hg_inputs_add(&inputs, argv[i]);
    }
    if (inputs.items.len == 0) {
        hg_complain("所给文件夹中没有 .docx 或 .txt 文稿");
        return HG_EXIT_TROUBLE;
    }
    return check_all(o, &inputs, stdout);
}

static int run(int argc, char **argv)
{
    struct hg_arena *arena = hg_arena_open();
    struct check_options o = {
        .lint.today = hg_today(),
        .writer = hg_writer_find("text"),
        .min_level = HG_SEVERITY_NOTE,
        .fail_on = HG_SEVERITY_ERROR,
        .report.width = hg_terminal_columns(STDOUT_FILENO),
    };
    int code;

    o.selected = HG_NEW_ARRAY(arena, bool, hg_check_count());
    o.disabled = HG_NEW_ARRAY(arena, bool, hg_check_count());
    (void)hg_option_colour(&o.report.colour, "auto", STDOUT_FILENO, NULL);
    code = run_with(&o, argc, argv, arena);
    hg_arena_free(arena);
    return code;
}

const struct hg_command hg_command_check = {
    .name = "check",
    .usage = "check [选项] 路径…",
    .summary = "检查文稿：文件、文件夹（含下级），- 为标准输入",
    .help = "  --format 格式      text（默认）、json，全部见 hegao list formats\n"
            "  --select 检查,…    只做这些检查或类别\n"
            "  --ignore 检查,…    不做这些检查或类别\n"
            "  --min-level 级别   只显示 error（必改）、warning（建议改）、note（请核）及以上\n"
            "  --fail-on 级别     达到此级别时以 1 结束（默认 error；never 从不）\n"
            "  --revisions 视图   accept 接受修订（默认）、reject 拒绝修订\n"
            "  --date 年-月-日    文稿自身看不出日期时，以此日为准（默认今天）\n"
            "  --color 方式       auto、always、never\n"
            "  -q, --quiet        只列问题\n",
    .run = run,
};
