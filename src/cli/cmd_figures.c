#include "cli/command.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "batch/inputs.h"
#include "cli/input.h"
#include "model/outline.h"
#include "report/figures_json.h"

static const struct option options[] = {
    {"format", required_argument, NULL, 'f'},
    {"revisions", required_argument, NULL, 'r'},
    {"help", no_argument, NULL, 'h'},
    {NULL, 0, NULL, 0},
};

static void print_json(const char *path, const struct hg_ledger *ledger, bool first)
{
    struct hg_buf shown = HG_BUF_INIT, text = HG_BUF_INIT;
    struct hg_json *object;

    hg_input_show(&shown, path);
    object = hg_figures_json(hg_buf_view(&shown), ledger);
    hg_buf_puts(&text, first ? "" : ",\n");
    hg_json_write(&text, object, 1);
    (void)fwrite(text.data, 1, text.len, stdout);
    hg_json_free(object);
    hg_buf_release(&text);
    hg_buf_release(&shown);
}

/* One claim a line: verdict, working, what it is about. */
static void print_text(const struct hg_ledger *ledger)
{
    struct hg_buf text = HG_BUF_INIT;

    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];

        hg_buf_printf(&text, "%s\t%s\t%.*s\t%.*s\t%s\n", hg_verdict_label(claim->verdict),
                      hg_relation_label(claim->relation), HG_FMT(claim->name),
                      HG_FMT(claim->working), hg_reason_label(claim->reason));
    }
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
        const struct hg_ledger *ledger;

        if (input->skip != HG_OK) {
            continue;
        }
        if (hg_input_read(&doc, input->path, read, &err) != HG_OK) {
            hg_complain("%s：%s", input->path, err.message);
            code = HG_EXIT_TROUBLE;
            continue;
        }
        ledger = hg_ledger_build(
            doc->arena, doc,
            &(struct hg_ledger_options){.outline = hg_outline_build(doc)});
        if (json) {
            print_json(input->path, ledger, first);
        } else {
            print_text(ledger);
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
            return hg_help(&hg_command_figures);
        }
        if (key == 'f' && (strcmp(optarg, "json") == 0 || strcmp(optarg, "text") == 0)) {
            json = strcmp(optarg, "json") == 0;
        } else if (key == 'r' && (strcmp(optarg, "accept") == 0 || strcmp(optarg, "reject") == 0)) {
            read.revisions =
                strcmp(optarg, "reject") == 0 ? HG_REVISIONS_REJECT : HG_REVISIONS_ACCEPT;
        } else {
            return hg_usage(&hg_command_figures, "选项“%s”无效或缺少取值", argv[optind - 1]);
        }
    }
    if (optind == argc) {
        return hg_usage(&hg_command_figures, "请给出文稿");
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

const struct hg_command hg_command_figures = {
    .name = "figures",
    .usage = "figures [选项] 路径…",
    .summary = "列出全部数字及其关系，逐条给出算式和结论",
    .help = "  --format 格式      text（默认）、json\n"
            "  --revisions 视图   accept 接受修订（默认）、reject 拒绝修订\n",
    .run = run,
};
