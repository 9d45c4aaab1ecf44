#include "lint/check.h"
#include "template/found.h"
#include "template/match.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_missing_figure = {
    .id = "missing-figure",
    .family = HG_FAMILY_STRUCTURE,
    .name = "缺少必报的数据或表格",
    .severity = HG_SEVERITY_WARNING,
    .summary = "报告格式要求写明的数据或表格，文稿中没有找到",
    .explanation = "有的报告必须写明若干数据或附有规定的表格，如政府信息公开工作年度报告的申请办理表和复议诉讼表。"
                   "自己写的模板也可以用 required=\"true\" 规定必报的数据。核稿按数据项的说法和单位在正文中查找，"
                   "换了说法的可能找不到，可在模板里用 <said> 补充。网上公开的纯文本没有表格，不检查。",
    .bad = "@title 清河县司法局2024年政府信息公开工作年度报告\n# 一、总体情况\n"
           "全年共新收政府信息公开申请24件。\n",
    .good = "@title 清河县司法局2024年工作总结\n# 一、工作情况\n全年共新收政府信息公开申请24件。\n",
    .run = run,
};

/* A table that is there may be empty still, or word its rows in its own way: only a draft that has
 * fewer tables than the form demands lacks one for certain. */
static void check_tables(struct hg_pass *pass, const struct hg_form *form)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    struct hg_arena *arena = hg_pass_arena(pass);
    size_t required = 0;

    for (size_t i = 0; i < form->tables.len; i++) {
        required += form->tables.items[i].required;
    }
    for (size_t i = 0; i < form->tables.len; i++) {
        const struct hg_form_table *table = &form->tables.items[i];
        struct hg_found_table found;

        if (doc->facts.kind != HG_PACKAGE_TEXT && table->required && doc->tables.len < required &&
            !hg_found_table(arena, &found, table, doc)) {
            (void)hg_report_document(pass, &hg_check_missing_figure,
                                     hg_arena_strndup(arena, table->id.data, table->id.len),
                                     "没有找到规定的表格（含“%.*s”等%zu行），请补上",
                                     HG_FMT(table->rows.items[0].name), table->rows.len);
        }
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_match *match = hg_pass_match(pass);
    struct hg_arena *arena = hg_pass_arena(pass);
    const struct hg_form *form;
    bool any = false;

    if (match == NULL) {
        return;
    }
    form = match->form;
    for (size_t i = 0; i < form->figures.len; i++) {
        any = any || form->figures.items[i].required;
    }
    if (any) {
        struct hg_found_figure *found = hg_found_figures(arena, form, hg_pass_ledger(pass));

        for (size_t i = 0; i < form->figures.len; i++) {
            const struct hg_form_figure *figure = &form->figures.items[i];

            if (figure->required && found[i].times == 0) {
                (void)hg_report_document(
                    pass, &hg_check_missing_figure,
                    hg_arena_strndup(arena, figure->id.data, figure->id.len),
                    "没有找到“%.*s”（单位：%.*s），这是必报的数据，请补写", HG_FMT(figure->name),
                    HG_FMT(figure->unit));
            }
        }
    }
    check_tables(pass, form);
}
