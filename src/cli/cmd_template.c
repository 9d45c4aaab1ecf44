#include "cli/command.h"

#include <stdio.h>
#include <string.h>

#include "template/catalogue.h"
#include "template/load.h"

static void print_section(const struct hg_form *form, size_t index)
{
    const struct hg_form_section *section = &form->sections.items[index];

    (void)printf("  %*s%.*s%s%s%s", (int)(section->depth - 1) * 2, "", HG_FMT(section->heading),
                 section->required ? "（必备" : "（可选", section->repeatable ? "，可重复" : "",
                 section->free ? "，标题自拟" : "");
    if (section->min_length > 0) {
        (void)printf("，不少于%u字", (unsigned)section->min_length);
    }
    (void)printf("）");
    for (size_t i = 0; i < section->accepted.len; i++) {
        (void)printf("%s%.*s", i == 0 ? "  也可写作：" : "、", HG_FMT(section->accepted.items[i]));
    }
    (void)printf("\n");
}

static void print_figures(const struct hg_form *form)
{
    if (form->figures.len > 0) {
        (void)printf("数据项\n");
    }
    for (size_t i = 0; i < form->figures.len; i++) {
        const struct hg_form_figure *figure = &form->figures.items[i];

        (void)printf("  %.*s  %.*s", HG_FMT(figure->id), HG_FMT(figure->name));
        if (figure->unit.len > 0) {
            (void)printf("，%.*s", HG_FMT(figure->unit));
        }
        if (figure->formula != NULL) {
            (void)printf("  = %.*s", HG_FMT(figure->formula_text));
        }
        (void)printf("%s\n", figure->required ? "（必备）" : "");
    }
    for (size_t i = 0; i < form->tables.len; i++) {
        const struct hg_form_table *table = &form->tables.items[i];

        (void)printf("  表 %.*s：%zu行%zu列", HG_FMT(table->id), table->rows.len,
                     table->columns.len);
        for (size_t r = 0; r < table->rules.len; r++) {
            (void)printf("；%.*s", HG_FMT(table->rules.items[r].text));
        }
        (void)printf("\n");
    }
    if (form->rules.len > 0) {
        (void)printf("关系\n");
    }
    for (size_t i = 0; i < form->rules.len; i++) {
        (void)printf("  %.*s  %.*s\n", HG_FMT(form->rules.items[i].text),
                     HG_FMT(form->rules.items[i].message));
    }
}

static void print_form(const struct hg_form *form)
{
    (void)printf("%.*s  %.*s\n", HG_FMT(form->id), HG_FMT(form->name));
    if (form->summary.len > 0) {
        (void)printf("%.*s\n", HG_FMT(form->summary));
    }
    (void)printf("标题：%.*s\n版式：%.*s\n组成部分%s\n", HG_FMT(form->title), HG_FMT(form->layout),
                 form->ordered ? "（按次序）" : "");
    for (size_t i = 0; i < form->sections.len; i++) {
        print_section(form, i);
    }
    print_figures(form);
    if (form->fields.len > 0) {
        (void)printf("字段\n");
    }
    for (size_t i = 0; i < form->fields.len; i++) {
        const struct hg_form_field *field = &form->fields.items[i];

        (void)printf("  %.*s  %.*s%s\n", HG_FMT(field->id), HG_FMT(field->name),
                     field->required ? "（必填）" : "");
    }
    (void)printf("署名%s，成文日期%s\n", form->signature_required ? "必备" : "可省",
                 form->date_required ? "必备" : "可省");
}

static int run(int argc, char **argv)
{
    struct hg_arena *arena;
    struct hg_error err;
    int code = HG_EXIT_CLEAN;

    if (argc == 2 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)) {
        return hg_help(&hg_command_template);
    }
    if (argc != 2 || argv[1][0] == '-') {
        return hg_usage(&hg_command_template, "请给出一个模板文件");
    }
    arena = hg_arena_open();
    if (hg_form_find(hg_forms_shipped(), hg_str_of(argv[1])) != NULL) {
        print_form(hg_form_find(hg_forms_shipped(), hg_str_of(argv[1])));
    } else {
        struct hg_form *read;

        if (hg_form_read_file(&read, arena, argv[1], &err) == HG_OK) {
            print_form(read);
        } else {
            hg_complain("%s", err.message);
            code = HG_EXIT_TROUBLE;
        }
    }
    hg_arena_free(arena);
    return code;
}

const struct hg_command hg_command_template = {
    .name = "template",
    .usage = "template 文件.xml",
    .summary = "检查自己写的模板，并说明它要求什么",
    .help = "  也可给出自带模板的名称，见 hegao list templates\n",
    .run = run,
};
