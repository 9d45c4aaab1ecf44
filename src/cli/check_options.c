#include "cli/check_options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/options.h"
#include "lint/registry.h"

enum { JOBS_MAX = 256 };

enum key {
    KEY_TEMPLATE = 256, KEY_TEMPLATE_DIR, KEY_FORMAT, KEY_ANNOTATE, KEY_ANNOTATE_AS, KEY_STRIP, KEY_SELECT,
    KEY_IGNORE, KEY_MIN_LEVEL, KEY_FAIL_ON, KEY_CONFIG, KEY_BASELINE, KEY_WRITE_BASELINE,
    KEY_FILES_FROM, KEY_REVISIONS, KEY_DATE, KEY_COLOR, KEY_PROGRESS, KEY_STATS, KEY_SUMMARY,
    KEY_CACHE
};

static const struct option long_options[] = {
    {"annotate", required_argument, NULL, KEY_ANNOTATE},
    {"annotate-as", required_argument, NULL, KEY_ANNOTATE_AS},
    {"baseline", required_argument, NULL, KEY_BASELINE},
    {"cache", required_argument, NULL, KEY_CACHE},
    {"color", required_argument, NULL, KEY_COLOR},
    {"config", required_argument, NULL, KEY_CONFIG},
    {"date", required_argument, NULL, KEY_DATE},
    {"fail-on", required_argument, NULL, KEY_FAIL_ON},
    {"files-from", required_argument, NULL, KEY_FILES_FROM},
    {"format", required_argument, NULL, KEY_FORMAT},
    {"help", no_argument, NULL, 'h'},
    {"ignore", required_argument, NULL, KEY_IGNORE},
    {"jobs", required_argument, NULL, 'j'},
    {"min-level", required_argument, NULL, KEY_MIN_LEVEL},
    {"output", required_argument, NULL, 'o'},
    {"progress", required_argument, NULL, KEY_PROGRESS},
    {"quiet", no_argument, NULL, 'q'},
    {"revisions", required_argument, NULL, KEY_REVISIONS},
    {"select", required_argument, NULL, KEY_SELECT},
    {"stats", no_argument, NULL, KEY_STATS},
    {"strip", no_argument, NULL, KEY_STRIP},
    {"summary", required_argument, NULL, KEY_SUMMARY},
    {"template", required_argument, NULL, KEY_TEMPLATE},
    {"template-dir", required_argument, NULL, KEY_TEMPLATE_DIR},
    {"write-baseline", required_argument, NULL, KEY_WRITE_BASELINE},
    {NULL, 0, NULL, 0},
};

const char hg_check_help[] =
    "  --template 文种      模板的名称或文件，auto（默认，自动认定），none 不按文种检查\n"
    "  --template-dir 夹    自己的模板所在的文件夹，可重复；同名的优先于自带的\n"
    "  --format 格式        text（默认）、json、jsonl、sarif、junit、gitlab、github、html\n"
    "  -o, --output 文件    结果写入文件\n"
    "  --annotate 文件夹    为每份 DOCX 另存一份带批注的副本（原稿不动）\n"
    "  --annotate-as 方式   comments 批注（默认）；changes 有把握的改动作修订，其余批注\n"
    "  --strip              副本中只去掉核稿以前留下的批注和修订\n"
    "  --select 检查,…      只做这些检查或类别\n"
    "  --ignore 检查,…      不做这些检查或类别\n"
    "  --min-level 级别     只显示 error（必改）、warning（建议改）、note（请核）及以上\n"
    "  --fail-on 级别       达到此级别时以 1 结束（默认 error；never 从不）\n"
    "  --config 文件        用这份设置文件，不再从文稿所在文件夹向上找 hegao.xml\n"
    "  --baseline 文件      基线中已有的问题不再报告\n"
    "  --write-baseline 文件  把现有问题记为基线；基线已存在时只删去已改正的\n"
    "  --files-from 文件    从文件读取路径，一行一个（- 为标准输入）\n"
    "  --revisions 视图     accept 接受修订（默认）、reject 拒绝修订\n"
    "  --date 年-月-日      文稿自身看不出日期时，以此日为准（默认今天）\n"
    "  -j, --jobs 数        同时检查几份（默认与处理器数相同）\n"
    "  --summary 文件.csv   另写一张汇总表\n"
    "  --cache 文件夹       记住结果，文稿和设置未变的不再重查\n"
    "  --color 方式         auto、always、never\n"
    "  --progress 方式      进度条：auto（默认）、always、never\n"
    "  --stats              结束时报告用时和内存\n"
    "  -q, --quiet          只列问题\n";

static bool one_of(const char *option, const char *value, const char *const *names, size_t count,
                   size_t *index, struct hg_error *err)
{
    struct hg_buf list = HG_BUF_INIT;

    for (size_t i = 0; i < count; i++) {
        if (strcmp(value, names[i]) == 0) {
            *index = i;
            return true;
        }
        hg_buf_printf(&list, "%s%s", i > 0 ? "、" : "", names[i]);
    }
    (void)hg_error_set(err, HG_USAGE, "%s 可用 %s", option, list.data);
    hg_buf_release(&list);
    return false;
}

static bool set_fail_on(struct hg_check_options *o, const char *value, struct hg_error *err)
{
    enum hg_severity severity;

    if (strcmp(value, "never") == 0) {
        o->fail_on = HG_FAIL_NEVER;
        return true;
    }
    if (!hg_option_severity(&severity, value, err)) {
        return false;
    }
    o->fail_on = (int)severity;
    return true;
}

static bool set_jobs(struct hg_check_options *o, const char *value, struct hg_error *err)
{
    char *end;
    long jobs = strtol(value, &end, 10);

    if (*value == '\0' || *end != '\0' || jobs < 1 || jobs > JOBS_MAX) {
        (void)hg_error_set(err, HG_USAGE, "-j 应是 1 到 %d 的数", JOBS_MAX);
        return false;
    }
    o->jobs = (size_t)jobs;
    return true;
}

/* Options that choose among names. */
static bool set_choice(struct hg_check_options *o, int key, const char *value,
                       struct hg_error *err)
{
    static const char *const views[] = {"accept", "reject"};
    static const char *const ways[] = {"comments", "changes"};
    static const char *const times[] = {"auto", "always", "never"};
    size_t index;

    switch (key) {
    case KEY_FORMAT:
        o->writer = hg_writer_find(value);
        if (o->writer == NULL) {
            (void)hg_error_set(err, HG_USAGE, "没有“%s”这种输出格式，可用的见 hegao list formats",
                               value);
        }
        return o->writer != NULL;
    case KEY_REVISIONS:
        if (!one_of("--revisions", value, views, 2, &index, err)) {
            return false;
        }
        o->read.revisions = index == 1 ? HG_REVISIONS_REJECT : HG_REVISIONS_ACCEPT;
        return true;
    case KEY_ANNOTATE_AS:
        if (!one_of("--annotate-as", value, ways, 2, &index, err)) {
            return false;
        }
        o->changes = index == 1;
        return true;
    default:
        if (!one_of("--progress", value, times, 3, &index, err)) {
            return false;
        }
        o->progress = (enum hg_progress_choice)index;
        return true;
    }
}

/* Options whose value is kept as it stands. */
static const char **place_of(struct hg_check_options *o, int key)
{
    switch (key) {
    case KEY_TEMPLATE:
        return &o->form;
    case 'o':
        return &o->output;
    case KEY_ANNOTATE:
        return &o->annotate;
    case KEY_CONFIG:
        return &o->config;
    case KEY_BASELINE:
        return &o->baseline;
    case KEY_WRITE_BASELINE:
        return &o->write_baseline;
    case KEY_FILES_FROM:
        return &o->files_from;
    case KEY_SUMMARY:
        return &o->summary;
    case KEY_CACHE:
        return &o->cache;
    default:
        return NULL;
    }
}

static bool set_option(struct hg_check_options *o, int key, const char *value,
                       struct hg_error *err)
{
    const char **place = place_of(o, key);

    if (place != NULL) {
        *place = value;
        return true;
    }
    switch (key) {
    case KEY_TEMPLATE_DIR:
        *HG_PUSH(o->arena, &o->template_folders) = value;
        return true;
    case KEY_STRIP:
        return o->strip = true;
    case KEY_STATS:
        return o->stats = true;
    case 'q':
        return o->quiet = true;
    case KEY_SELECT:
        o->any_selected = true;
        return hg_option_checks(o->selected, value, err);
    case KEY_IGNORE:
        return hg_option_checks(o->ignored, value, err);
    case KEY_MIN_LEVEL:
        return hg_option_severity(&o->min_level, value, err);
    case KEY_FAIL_ON:
        return set_fail_on(o, value, err);
    case KEY_DATE:
        return hg_option_day(&o->date, value, err);
    case KEY_COLOR:
        return hg_option_colour(&o->colour, value, STDOUT_FILENO, err);
    case 'j':
        return set_jobs(o, value, err);
    default:
        return set_choice(o, key, value, err);
    }
}

static void set_defaults(struct hg_check_options *o, struct hg_arena *arena)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);

    *o = (struct hg_check_options){
        .arena = arena,
        .date = hg_today(),
        .writer = hg_writer_find("text"),
        .min_level = HG_SEVERITY_NOTE,
        .fail_on = HG_SEVERITY_ERROR,
        .jobs = processors > 0 && processors < JOBS_MAX ? (size_t)processors : 1,
    };
    o->selected = HG_NEW_ARRAY(arena, bool, hg_check_count());
    o->ignored = HG_NEW_ARRAY(arena, bool, hg_check_count());
    (void)hg_option_colour(&o->colour, "auto", STDOUT_FILENO, NULL);
}

static int check_together(const struct hg_check_options *o)
{
    if (o->strip && o->annotate == NULL) {
        return hg_usage(&hg_command_check, "--strip 要与 --annotate 文件夹 一起用");
    }
    if (o->baseline != NULL && o->write_baseline != NULL &&
        strcmp(o->baseline, o->write_baseline) != 0) {
        return hg_usage(&hg_command_check, "--baseline 与 --write-baseline 应是同一个文件");
    }
    return HG_EXIT_CLEAN;
}

int hg_check_options_read(struct hg_check_options *options, int argc, char **argv, int *first)
{
    struct hg_error err;
    int key;

    set_defaults(options, options->arena);
    optind = 1;
    opterr = 0;
    while ((key = getopt_long(argc, argv, "o:j:qh", long_options, NULL)) != -1) {
        if (key == 'h') {
            return hg_help(&hg_command_check) == HG_EXIT_CLEAN ? -1 : HG_EXIT_TROUBLE;
        }
        if (key == '?') {
            return hg_usage(&hg_command_check, "选项“%s”无效或缺少取值", argv[optind - 1]);
        }
        if (!set_option(options, key, optarg, &err)) {
            return hg_usage(&hg_command_check, "%s", err.message);
        }
    }
    *first = optind;
    return check_together(options);
}
