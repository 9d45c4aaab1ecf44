/* A form's own relations between its figures: in running text, and along the rows and columns of
 * its tables. */
#include <stdio.h>

#include "lint/check.h"
#include "template/found.h"
#include "template/match.h"

static void run(struct hg_pass *pass);

static const char *const supersedes[] = {"wrong-table-sum", NULL};

const struct hg_check hg_check_broken_rule = {
    .id = "broken-rule",
    .family = HG_FAMILY_FIGURES,
    .name = "不符合报告的数据关系",
    .severity = HG_SEVERITY_ERROR,
    .summary = "报告格式规定的数据关系（如新收加上年结转等于办结加结转下年）不成立",
    .explanation =
        "有的报告对数据之间的关系有明确规定：政府信息公开工作年度报告中，本年新收数加上年结转数应等于办理结果"
        "总计加结转下年度数，各项办理结果之和应等于总计。自己写的模板也可以规定这样的关系。核稿只列出算式和所"
        "涉及的数，不判断哪个数错，请逐一核对。",
    .bad = "@title 清河县司法局2024年政府信息公开工作年度报告\n# 一、总体情况\n"
           "全年共新收政府信息公开申请24件，上年结转2件，办结25件，结转下年度2件。\n",
    .good = "@title 清河县司法局2024年政府信息公开工作年度报告\n# 一、总体情况\n"
            "全年共新收政府信息公开申请24件，上年结转2件，办结25件，结转下年度1件。\n",
    .supersedes = supersedes,
    .run = run,
};

/* ---- Figures in running text ---- */

static bool text_value(void *context, const struct hg_formula *name, struct hg_ratio *out)
{
    const struct hg_found_figure *found = context;

    if (found[name->index].quantity == NULL) {
        return false;
    }
    *out = found[name->index].quantity->shown;
    return true;
}

/* What both kinds of rule say: the working, and the sentence around it. */
static struct hg_str working_of(struct hg_pass *pass, const struct hg_formula *rule,
                                struct hg_ratio left, struct hg_ratio right,
                                hg_formula_value value, void *context)
{
    struct hg_buf out = HG_BUF_INIT;
    struct hg_str text;

    hg_formula_write(&out, rule->left, value, context);
    if (rule->left->kind != HG_TERM_NAME && rule->left->kind != HG_TERM_NUMBER) {
        hg_buf_puts(&out, " = ");
        hg_ratio_format_cut(&out, left, 4);
    }
    hg_buf_puts(&out, "，");
    hg_formula_write(&out, rule->right, value, context);
    if (rule->right->kind != HG_TERM_NAME && rule->right->kind != HG_TERM_NUMBER) {
        hg_buf_puts(&out, " = ");
        hg_ratio_format_cut(&out, right, 4);
    }
    text = hg_str_copy(hg_pass_arena(pass), hg_buf_view(&out));
    hg_buf_release(&out);
    return text;
}

static void check_text_rule(struct hg_pass *pass, const struct hg_form_rule *rule,
                            struct hg_found_figure *found)
{
    struct hg_ratio left, right;
    struct hg_formula_names names = {{NULL, 0, 0}};
    const struct hg_quantity *last = NULL;
    struct hg_finding *finding;
    struct hg_str working;
    bool holds;

    if (hg_formula_test(&holds, &left, &right, rule->formula, text_value, found) != HG_TERM_OK ||
        holds) {
        return;
    }
    hg_formula_names(rule->formula, hg_pass_arena(pass), &names);
    for (size_t i = 0; i < names.items.len; i++) {
        const struct hg_found_figure *figure = &found[names.items.items[i]->index];

        if (i > 0 && !hg_found_together(&found[names.items.items[0]->index], figure)) {
            return;
        }
        last = figure->quantity;
    }
    if (last == NULL) {
        return; /* a rule between numbers alone */
    }
    working = working_of(pass, rule->formula, left, right, text_value, found);
    finding = hg_report(pass, &hg_check_broken_rule, last->paragraph, last->span,
                        "%.*s：%.*s，请核对这几个数",
                        HG_FMT(rule->message.len > 0 ? rule->message : rule->text),
                        HG_FMT(working));
    hg_finding_working(pass, finding, working);
    for (size_t i = 0; i + 1 < names.items.len; i++) {
        const struct hg_quantity *quantity = found[names.items.items[i]->index].quantity;

        hg_finding_related(pass, finding, quantity->paragraph, quantity->span);
    }
}

/* ---- Tables ---- */

struct line {
    const struct hg_found_table *found;
    bool *told;     /* one a cell: it has a finding, and one fault is said once */
    size_t at;      /* the row or column that the rule is held against */
    bool over_rows; /* names are rows */
};

static const struct hg_grid_place *place_of(const struct line *line, size_t name)
{
    return line->over_rows ? hg_found_cell(line->found, name, line->at)
                           : hg_found_cell(line->found, line->at, name);
}

static bool cell_value(void *context, const struct hg_formula *name, struct hg_ratio *out)
{
    const struct hg_grid_place *place = place_of(context, name->index);

    if (place == NULL || (place->content != HG_GRID_DASH && place->quantity == NULL)) {
        return false;
    }
    if (place->content != HG_GRID_DASH && !hg_quantity_is_plain(place->quantity)) {
        return false;
    }
    *out = place->content == HG_GRID_DASH ? hg_ratio_of(0) : place->quantity->shown;
    return true;
}

/* A name without the explanation in brackets at its end. */
static struct hg_str short_name(struct hg_str name)
{
    size_t at = hg_str_find(name, HG_STR("（"), 1);

    return at == SIZE_MAX ? name : (struct hg_str){name.data, at};
}

static void report_cell(struct hg_pass *pass, struct line *line, const struct hg_formula *rule,
                        struct hg_str what, size_t target, struct hg_ratio left,
                        struct hg_ratio right)
{
    const struct hg_form_table *table = line->found->table;
    const struct hg_grid_place *place = place_of(line, target);
    const struct hg_form_line *other =
        line->over_rows ? &table->columns.items[line->at] : &table->rows.items[line->at];
    struct hg_str working = working_of(pass, rule, left, right, cell_value, line);
    struct hg_formula_names names = {{NULL, 0, 0}};
    struct hg_finding *finding;
    bool *told;

    if (place == NULL || place->paragraph == NULL) {
        return;
    }
    told = &line->told[line->over_rows ? target * table->columns.len + line->at
                                       : line->at * table->columns.len + target];
    if (*told) {
        return;
    }
    *told = true;
    finding = hg_report(pass, &hg_check_broken_rule, place->paragraph,
                        (struct hg_span){0, place->paragraph->text.len},
                        "%.*s（%.*s）：%.*s，请核对这几个数", HG_FMT(what),
                        HG_FMT(short_name(other->name)),
                        HG_FMT(working));
    hg_finding_working(pass, finding, working);
    hg_formula_names((struct hg_formula *)(uintptr_t)rule, hg_pass_arena(pass), &names);
    for (size_t i = 0; i < names.items.len; i++) {
        const struct hg_grid_place *part = place_of(line, names.items.items[i]->index);

        if (part != NULL && part->paragraph != NULL && part != place) {
            hg_finding_related(pass, finding, part->paragraph,
                               (struct hg_span){0, part->paragraph->text.len});
        }
    }
}

/* A line's own formula is a rule: the line equals it. */
static void check_line(struct hg_pass *pass, struct line *line, const struct hg_form_line *own,
                       uint32_t index)
{
    struct hg_formula name = {.kind = HG_TERM_NAME, .name = own->name, .index = index};
    struct hg_formula rule = {.kind = HG_TERM_EQUAL, .left = own->formula, .right = &name};
    struct hg_ratio left, right;
    bool holds;
    char what[256];

    if (own->formula == NULL ||
        hg_formula_test(&holds, &left, &right, &rule, cell_value, line) != HG_TERM_OK || holds) {
        return;
    }
    (void)snprintf(what, sizeof what, "“%.*s”与各项之和不等", HG_FMT(short_name(own->name)));
    report_cell(pass, line, &rule, hg_str_of(what), index, left, right);
}

static void check_rule(struct hg_pass *pass, struct line *line, const struct hg_form_rule *rule)
{
    struct hg_ratio left, right;
    struct hg_formula_names names = {{NULL, 0, 0}};
    bool holds;

    if (hg_formula_test(&holds, &left, &right, rule->formula, cell_value, line) != HG_TERM_OK ||
        holds) {
        return;
    }
    hg_formula_names(rule->formula->right, hg_pass_arena(pass), &names);
    if (names.items.len == 0) {
        hg_formula_names(rule->formula->left, hg_pass_arena(pass), &names);
    }
    if (names.items.len > 0) {
        report_cell(pass, line, rule->formula, rule->message.len > 0 ? rule->message : rule->text,
                    names.items.items[0]->index, left, right);
    }
}

static void check_table(struct hg_pass *pass, const struct hg_found_table *found)
{
    const struct hg_form_table *table = found->table;
    bool *told = HG_NEW_ARRAY(hg_pass_arena(pass), bool, table->rows.len * table->columns.len);

    for (size_t c = 0; c < table->columns.len; c++) {
        struct line line = {found, told, c, true};

        for (uint32_t r = 0; r < table->rows.len; r++) {
            check_line(pass, &line, &table->rows.items[r], r);
        }
        for (size_t i = 0; i < table->rules.len; i++) {
            if (table->rules.items[i].over_rows) {
                check_rule(pass, &line, &table->rules.items[i]);
            }
        }
    }
    for (size_t r = 0; r < table->rows.len; r++) {
        struct line line = {found, told, r, false};

        for (uint32_t c = 0; c < table->columns.len; c++) {
            check_line(pass, &line, &table->columns.items[c], c);
        }
        for (size_t i = 0; i < table->rules.len; i++) {
            if (!table->rules.items[i].over_rows) {
                check_rule(pass, &line, &table->rules.items[i]);
            }
        }
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_match *match = hg_pass_match(pass);
    struct hg_arena *arena = hg_pass_arena(pass);

    if (match == NULL) {
        return;
    }
    if (match->form->rules.len > 0) {
        struct hg_found_figure *found =
            hg_found_figures(arena, match->form, hg_pass_ledger(pass));

        for (size_t i = 0; i < match->form->rules.len; i++) {
            check_text_rule(pass, &match->form->rules.items[i], found);
        }
    }
    for (size_t i = 0; i < match->form->tables.len; i++) {
        struct hg_found_table found;

        if (hg_found_table(arena, &found, &match->form->tables.items[i], hg_pass_doc(pass))) {
            check_table(pass, &found);
        }
    }
}
