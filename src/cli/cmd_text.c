#include "cli/command.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "batch/inputs.h"
#include "cli/input.h"
#include "report/text_dump.h"

static const struct option options[] = {
    {"format", required_argument, NULL, 'f'},
    {"revisions", required_argument, NULL, 'r'},
    {"help", no_argument, NULL, 'h'},
    {NULL, 0, NULL, 0},
};

static void print_json(const char *path, struct hg_doc *doc, bool first)
{
    struct hg_buf shown = HG_BUF_INIT, text = HG_BUF_INIT;
    struct hg_json *object;

    hg_input_show(&shown, path);
    object = hg_dump_json(hg_buf_view(&shown), doc, hg_outline_build(doc));
    hg_buf_puts(&text, first ? "" : ",\n");
    hg_json_write(&text, object, 1);
    (void)fwrite(text.data, 1, text.len, stdout);
    hg_json_free(object);
    hg_buf_release(&text);
    hg_buf_release(&shown);
}

static void print_text(const struct hg_doc *doc)
{
    struct hg_buf text = HG_BUF_INIT;

    hg_dump_text(&text, doc);
    (void)fwrite(hg_buf_view(&text).data, 1, text.len, stdout);
    hg_buf_release(&text);
}

static int print_all(const struct hg_inputs *inputs, const struct hg_read_options *read, bool json)
{
    int code = HG_EXIT_CLEAN;
    bool first = true;

    if (json) {
        (void)fputs("{\"format\": 1, \"files\": [", stdout);
    }
    for (size_t i = 0; i < inputs->items.len; i++) {
        const struct hg_input *input = &inputs->items.items[i];
        struct hg_error err;
        struct hg_doc *doc;

        if (input->skip != HG_OK) {
            continue;
        }
        if (hg_input_read(&doc, input->path, read, &err) != HG_OK) {
            hg_complain("%s：%s", input->path, err.message);
            code = HG_EXIT_TROUBLE;
            continue;
        }
        if (json) {
            print_json(input->path, doc, first);
        } else {
            print_text(doc);
        }
        first = false;
        hg_doc_free(doc);
    }
    if (json) {
        (void)fputs("]}\n", stdout);
    }
    return code;
}

static int run(int argc, char **argv)
{
    struct hg_read_options read = {.revisions = HG_REVISIONS_ACCEPT};
    struct hg_inputs inputs = {.arena = NULL};
    bool json = false;
    int key, code;

    optind = 1;
    opterr = 0;
    while ((key = getopt_long(argc, argv, "h", options, NULL)) != -1) {
        if (key == 'h') {
            return hg_help(&hg_command_text);
        }
        if (key == 'f' && (strcmp(optarg, "json") == 0 || strcmp(optarg, "text") == 0)) {
            json = strcmp(optarg, "json") == 0;
        } else if (key == 'r' && (strcmp(optarg, "accept") == 0 || strcmp(optarg, "reject") == 0)) {
            read.revisions =
                strcmp(optarg, "reject") == 0 ? HG_REVISIONS_REJECT : HG_REVISIONS_ACCEPT;
        } else {
            return hg_usage(&hg_command_text, "选项“%s”无效或缺少取值", argv[optind - 1]);
        }
    }
    if (optind == argc) {
        return hg_usage(&hg_command_text, "请给出文稿");
    }
    inputs.arena = hg_arena_open();
    for (int i = optind; i < argc; i++) {
        hg_inputs_add(&inputs, argv[i]);
    }
    code = inputs.items.len > 0 ? print_all(&inputs, &read, json) : HG_EXIT_TROUBLE;
    if (inputs.items.len == 0) {
        hg_complain("所给文件夹中没有 .docx 或 .txt 文稿");
    }
    hg_arena_free(inputs.arena);
    return code;
}

const struct hg_command hg_command_text = {
    .name = "text",
    .usage = "text [选项] 路径…",
    .summary = "按核稿读到的样子输出文字，每段一行，含自动编号",
    .help = "  --format 格式      text（默认）、json\n"
            "  --revisions 视图   accept 接受修订（默认）、reject 拒绝修订\n",
    .run = run,
};
