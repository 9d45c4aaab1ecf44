#include "cli/command.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/utf8.h"
#include "cli/options.h"
#include "draft/draft.h"
#include "template/catalogue.h"

enum { REPEATS_MAX = 512 };

struct new_options {
    const char *output, *sets[REPEATS_MAX], *data[REPEATS_MAX], *folders[REPEATS_MAX];
    size_t set_count, data_count, folder_count;
    struct hg_day day;
    bool list_fields, force, example;
};

static const struct option options[] = {
    {"output", required_argument, NULL, 'o'},  {"set", required_argument, NULL, 's'},
    {"data", required_argument, NULL, 'D'},    {"template-dir", required_argument, NULL, 't'},
    {"date", required_argument, NULL, 'd'},    {"list-fields", no_argument, NULL, 'l'},
    {"force", no_argument, NULL, 'f'},         {"example", no_argument, NULL, 'e'},
    {"help", no_argument, NULL, 'h'},          {NULL, 0, NULL, 0},
};

static void csv_field(struct hg_str text, char after)
{
    bool quoted = hg_str_contains(text, HG_STR(",")) || hg_str_contains(text, HG_STR("\"")) ||
                  hg_str_contains(text, HG_STR("\n"));

    if (quoted) {
        (void)putchar('"');
    }
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '"') {
            (void)putchar('"');
        }
        (void)putchar(text.data[i]);
    }
    if (quoted) {
        (void)putchar('"');
    }
    (void)putchar(after);
}

static void field_row(struct hg_str id, struct hg_str value, struct hg_str name,
                      const char *what, struct hg_str note)
{
    csv_field(id, ',');
    csv_field(value, ',');
    csv_field(name, ',');
    csv_field(hg_str_of(what), ',');
    csv_field(note, '\n');
}

static void list_texts(const struct hg_form *form, struct hg_arena *arena)
{
    if (form->opening.line != 0) {
        field_row(HG_STR("opening.1"), HG_STR(""), HG_STR("开头"), "正文", form->opening.guidance);
    }
    for (size_t s = 0; s < form->sections.len; s++) {
        const struct hg_form_section *section = &form->sections.items[s];

        if (section->free && (section->required || section->items.len > 0)) {
            field_row(hg_str_of(hg_arena_printf(arena, "%.*s.heading", HG_FMT(section->id))),
                      HG_STR(""), section->heading, "标题", HG_STR(""));
        }
        for (size_t i = 0; i < section->items.len; i++) {
            if (section->items.items[i].kind == HG_ITEM_PARAGRAPH &&
                section->items.items[i].text.len == 0) {
                field_row(
                    hg_str_of(hg_arena_printf(arena, "%.*s.%zu", HG_FMT(section->id), i + 1)),
                    HG_STR(""), section->heading, "正文", section->items.items[i].guidance);
            }
        }
    }
}

static void list_cells(const struct hg_form *form, struct hg_arena *arena)
{
    for (size_t t = 0; t < form->tables.len; t++) {
        const struct hg_form_table *table = &form->tables.items[t];

        for (size_t r = 0; r < table->rows.len; r++) {
            for (size_t c = 0; c < table->columns.len; c++) {
                const struct hg_form_line *row = &table->rows.items[r];
                const struct hg_form_line *column = &table->columns.items[c];

                if (row->formula == NULL && column->formula == NULL) {
                    field_row(hg_str_of(hg_arena_printf(arena, "%.*s.%.*s.%.*s", HG_FMT(table->id),
                                                        HG_FMT(row->id), HG_FMT(column->id))),
                              HG_STR(""),
                              hg_str_of(hg_arena_printf(arena, "%.*s · %.*s", HG_FMT(row->name),
                                                        HG_FMT(column->name))),
                              "表格", column->under);
                }
            }
        }
    }
}

/* CSV that --data reads back: the second column is to be filled in. */
static void list_fields(const struct hg_form *form, struct hg_arena *arena)
{
    (void)puts("标识,值,名称,类别,说明");
    for (size_t i = 0; i < form->fields.len; i++) {
        const struct hg_form_field *field = &form->fields.items[i];

        field_row(field->id, HG_STR(""), field->name, field->required ? "字段（必填）" : "字段",
                  field->prompt);
    }
    for (size_t i = 0; i < form->figures.len; i++) {
        const struct hg_form_figure *figure = &form->figures.items[i];

        if (figure->formula == NULL) {
            field_row(figure->id, HG_STR(""), figure->name,
                      figure->required ? "数据（必填）" : "数据", figure->unit);
        }
    }
    for (size_t i = 0; i < form->figures.len; i++) {
        const struct hg_form_figure *figure = &form->figures.items[i];

        if (figure->formula != NULL) {
            (void)printf("# %.*s（%.*s）自动计算：%.*s\n", HG_FMT(figure->id), HG_FMT(figure->name),
                         HG_FMT(figure->formula_text));
        }
    }
    list_texts(form, arena);
    list_cells(form, arena);
}

static enum hg_status give_all(struct hg_draft_values *values, const struct new_options *o,
                               struct hg_arena *arena, struct hg_error *err)
{
    enum hg_status status = HG_OK;

    for (size_t i = 0; i < o->data_count && status == HG_OK; i++) {
        struct hg_str text;

        status = hg_catalogue_read_text(&text, arena, o->data[i], err);
        if (status == HG_OK) {
            status = hg_draft_values_read(values, text, o->data[i], err);
        }
    }
    for (size_t i = 0; i < o->set_count && status == HG_OK; i++) {
        struct hg_str pair = hg_str_of(o->sets[i]);
        size_t at = hg_str_find(pair, HG_STR("="), 0);

        if (at == SIZE_MAX || at == 0) {
            return hg_error_set(err, HG_USAGE, "--set 应写成 名称=值，现为“%s”", o->sets[i]);
        }
        status = hg_draft_values_set(values, hg_str_sub(pair, (struct hg_span){0, at}),
                                     hg_str_sub(pair, (struct hg_span){at + 1, pair.len}),
                                     "--set ", err);
    }
    return status == HG_OK ? hg_draft_values_compute(values, err) : status;
}

static int64_t seconds_of(struct hg_day day)
{
    struct tm when = {.tm_year = day.year - 1900, .tm_mon = day.month - 1, .tm_mday = day.day};

    return (int64_t)timegm(&when);
}

static int write_draft(const struct hg_form *form, const struct new_options *o,
                       struct hg_arena *arena)
{
    struct hg_draft_values values;
    struct hg_draft_options draft = {.modified = seconds_of(o->day), .force = o->force};
    struct hg_error err;

    hg_draft_values_init(&values, arena, form);
    values.example = o->example;
    if (give_all(&values, o, arena, &err) != HG_OK ||
        hg_draft_save(&values, o->output, &draft, &err) != HG_OK) {
        hg_complain("%s", err.message);
        return HG_EXIT_TROUBLE;
    }
    return HG_EXIT_CLEAN;
}

static bool push(const char **list, size_t *count, const char *value)
{
    if (*count == REPEATS_MAX) {
        return false;
    }
    list[(*count)++] = value;
    return true;
}

/* False if the option's value is wrong. */
static bool set_option(struct new_options *o, int key, const char *value, struct hg_error *err)
{
    switch (key) {
    case 'o':
        o->output = value;
        return true;
    case 's':
        return push(o->sets, &o->set_count, value);
    case 'D':
        return push(o->data, &o->data_count, value);
    case 't':
        return push(o->folders, &o->folder_count, value);
    case 'd':
        return hg_option_day(&o->day, value, err);
    case 'l':
        return o->list_fields = true;
    case 'f':
        return o->force = true;
    default:
        return o->example = true;
    }
}

static int run_with(struct new_options *o, int argc, char **argv, struct hg_arena *arena)
{
    struct hg_error err = {HG_OK, "重复过多"};
    const struct hg_form_set *set;
    const struct hg_form *form;
    int key;

    optind = 1;
    opterr = 0;
    while ((key = getopt_long(argc, argv, "o:h", options, NULL)) != -1) {
        if (key == 'h') {
            return hg_help(&hg_command_new);
        }
        if (key == '?') {
            return hg_usage(&hg_command_new, "选项“%s”无效或缺少取值", argv[optind - 1]);
        }
        if (!set_option(o, key, optarg, &err)) {
            return hg_usage(&hg_command_new, "%s", err.message);
        }
    }
    if (optind + 1 != argc) {
        return hg_usage(&hg_command_new, "请给出一个模板，可用的见 hegao list templates");
    }
    if (hg_catalogue_open(&set, arena, o->folders, o->folder_count, &err) != HG_OK ||
        hg_catalogue_form(&form, arena, set, argv[optind], &err) != HG_OK) {
        hg_complain("%s", err.message);
        return HG_EXIT_TROUBLE;
    }
    if (o->list_fields) {
        list_fields(form, arena);
        return HG_EXIT_CLEAN;
    }
    if (o->output == NULL) {
        return hg_usage(&hg_command_new, "请用 -o 给出要写的文件，如 -o 半年总结.docx");
    }
    return write_draft(form, o, arena);
}

static int run(int argc, char **argv)
{
    struct hg_arena *arena = hg_arena_open();
    struct new_options *o = HG_NEW(arena, struct new_options);
    int code;

    o->day = hg_today();
    code = run_with(o, argc, argv, arena);
    hg_arena_free(arena);
    return code;
}

const struct hg_command hg_command_new = {
    .name = "new",
    .usage = "new 模板 -o 文件.docx [--set 名称=值] [--data 数据.csv]",
    .summary = "按模板生成报告的底稿（DOCX），比率和合计自动计算",
    .help = "  -o, --output 文件  要写的文件；已存在时不覆盖\n"
            "  --set 名称=值      填写一项，可重复\n"
            "  --data 文件        从 CSV（名称,值 两列）或 JSON 填写，可重复\n"
            "  --list-fields      列出模板要填的全部项目（CSV，填好第二列即可用于 --data）\n"
            "  --example          没有给出的项目用模板的示例填上\n"
            "  --template-dir 夹  另外查找模板的文件夹，可重复\n"
            "  --date 年-月-日    写入文件属性的日期，默认今天\n"
            "  --force            文件已存在时覆盖\n",
    .run = run,
};
