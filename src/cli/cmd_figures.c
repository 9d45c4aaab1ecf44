#include "cli/command.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "batch/inputs.h"
#include "batch/output.h"
#include "cli/input.h"
#include "cli/options.h"
#include "report/figures_json.h"
#include "report/figures_ledger.h"

enum format { FORMAT_TEXT, FORMAT_CSV, FORMAT_JSON };

struct figures_options {
    struct hg_read_options read;
    enum format format;
    const char *output;
    bool colour;
};

static const struct option options[] = {
    {"format", required_argument, NULL, 'f'},    {"output", required_argument, NULL, 'o'},
    {"revisions", required_argument, NULL, 'r'}, {"color", required_argument, NULL, 'c'},
    {"help", no_argument, NULL, 'h'},            {NULL, 0, NULL, 0},
};

static bool set_option(struct figures_options *o, int key, const char *value, struct hg_error *err)
{
    static const char *const formats[] = {"text", "csv", "json"};

    switch (key) {
    case 'f':
        for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
            if (strcmp(value, formats[i]) == 0) {
                o->format = (enum format)i;
                return true;
            }
        }
        (void)hg_error_set(err, HG_USAGE, "没有“%s”这种输出格式，可用 text、csv、json", value);
        return false;
    case 'o':
        o->output = value;
        return true;
    case 'r':
        o->read.revisions =
            strcmp(value, "reject") == 0 ? HG_REVISIONS_REJECT : HG_REVISIONS_ACCEPT;
        if (strcmp(value, "accept") != 0 && strcmp(value, "reject") != 0) {
            (void)hg_error_set(err, HG_USAGE, "--revisions 可用 accept、reject");
            return false;
        }
        return true;
    default:
        return hg_option_colour(&o->colour, value, STDOUT_FILENO, err);
    }
}

/* One document's fragment; figures of the 数据核实表 are numbered on over all files. */
static void render(struct hg_buf *out, const struct figures_options *o, const char *path,
                   struct hg_doc *doc, bool several, size_t *number)
{
    const struct hg_outline *outline = hg_outline_build(doc);
    const struct hg_ledger *ledger =
        hg_ledger_build(doc->arena, doc, &(struct hg_ledger_options){.outline = outline});
    struct hg_buf shown = HG_BUF_INIT;
    struct hg_figures_file file = {HG_STR(""), ledger, outline};

    hg_input_show(&shown, path);
    file.path = hg_buf_view(&shown);
    if (o->format == FORMAT_JSON) {
        struct hg_json *object = hg_figures_json(file.path, ledger);

        hg_json_write(out, object, 1);
        hg_json_free(object);
    } else if (o->format == FORMAT_CSV) {
        hg_figures_csv(out, &file, several, number);
    } else {
        hg_figures_text(out, &file, o->colour && o->output == NULL);
    }
    hg_buf_release(&shown);
}

/* Reads and prints each input in turn; HG_EXIT_TROUBLE if one could not be read or written. */
static int print_all(const struct hg_inputs *inputs, const struct figures_options *o,
                     struct hg_output *out)
{
    struct hg_buf text = HG_BUF_INIT;
    bool first = true, several = inputs->items.len > 1, fine = true;
    int code = HG_EXIT_CLEAN;
    size_t number = 0;

    if (o->format == FORMAT_JSON) {
        hg_buf_puts(&text, "{\"format\": 1, \"files\": [");
    } else if (o->format == FORMAT_CSV) {
        hg_figures_csv_head(&text, several);
    }
    for (size_t i = 0; i < inputs->items.len; i++) {
        const struct hg_input *input = &inputs->items.items[i];
        struct hg_error err;
        struct hg_doc *doc;

        if (input->skip != HG_OK) {
            continue;
        }
        if (hg_input_read(&doc, input->path, &o->read, &err) != HG_OK) {
            hg_complain("%s：%s", input->path, err.message);
            code = HG_EXIT_TROUBLE;
            continue;
        }
        hg_buf_puts(&text, o->format == FORMAT_JSON && !first ? ",\n" : "");
        render(&text, o, input->path, doc, several, &number);
        fine = hg_output_write(out, hg_buf_view(&text)) && fine;
        hg_buf_clear(&text);
        first = false;
        hg_doc_free(doc);
    }
    hg_buf_puts(&text, o->format == FORMAT_JSON ? "]}\n" : "");
    fine = hg_output_write(out, hg_buf_view(&text)) && fine;
    hg_buf_release(&text);
    return fine ? code : HG_EXIT_TROUBLE;
}

static int run_with(const struct figures_options *o, struct hg_arena *arena, char **paths, int count)
{
    struct hg_inputs inputs = {.arena = arena};
    struct hg_output out = {0};
    struct hg_error err;
    int code;

    for (int i = 0; i < count; i++) {
        hg_inputs_add(&inputs, paths[i]);
    }
    if (inputs.items.len == 0) {
        hg_complain("所给文件夹中没有 .docx 或 .txt 文稿");
        return HG_EXIT_TROUBLE;
    }
    if (hg_output_open(&out, o->output, &err) != HG_OK) {
        hg_complain("%s", err.message);
        return HG_EXIT_TROUBLE;
    }
    code = print_all(&inputs, o, &out);
    if (hg_output_close(&out, true, &err) != HG_OK) {
        hg_complain("%s", err.message);
        code = HG_EXIT_TROUBLE;
    }
    return code;
}

static int run(int argc, char **argv)
{
    struct figures_options o = {.read = {.revisions = HG_REVISIONS_ACCEPT}};
    struct hg_arena *arena;
    struct hg_error err;
    int key, code;

    (void)hg_option_colour(&o.colour, "auto", STDOUT_FILENO, NULL);
    optind = 1;
    opterr = 0;
    while ((key = getopt_long(argc, argv, "o:h", options, NULL)) != -1) {
        if (key == 'h') {
            return hg_help(&hg_command_figures);
        }
        if (key == '?') {
            return hg_usage(&hg_command_figures, "选项“%s”无效或缺少取值", argv[optind - 1]);
        }
        if (!set_option(&o, key, optarg, &err)) {
            return hg_usage(&hg_command_figures, "%s", err.message);
        }
    }
    if (optind == argc) {
        return hg_usage(&hg_command_figures, "请给出文稿");
    }
    arena = hg_arena_open();
    code = run_with(&o, arena, argv + optind, argc - optind);
    hg_arena_free(arena);
    return code;
}

const struct hg_command hg_command_figures = {
    .name = "figures",
    .usage = "figures [选项] 路径…",
    .summary = "列出全部数字及其关系，逐条给出算式和结论",
    .help = "  --format 格式      text（默认）、csv（数据核实表，可用 Excel、WPS 打开）、json\n"
            "  -o, --output 文件  写入文件（默认屏幕）\n"
            "  --revisions 视图   accept 接受修订（默认）、reject 拒绝修订\n"
            "  --color 方式       auto、always、never\n",
    .run = run,
};
