/* Reads figures, tables and rules: names are resolved, cycles and zero divisors found. */
#include <string.h>

#include "base/utf8.h"
#include "template/load_build.h"

static enum hg_status parse_formula(struct hg_form_loader *l, const struct hg_xml_node *node,
                                    struct hg_str text, bool rule, struct hg_formula **out)
{
    struct hg_error inner = {HG_OK, ""};

    if (hg_formula_parse(out, l->arena, text, rule, &inner) != HG_OK) {
        return hg_loader_fail(l, node, "%s", inner.message);
    }
    return HG_OK;
}

static bool no_value(void *context, const struct hg_formula *name, struct hg_ratio *out)
{
    (void)context;
    (void)name;
    (void)out;
    return false;
}

/* A divisor made of numbers alone that is 0. */
static bool divides_by_zero(const struct hg_formula *formula)
{
    struct hg_ratio value;

    if (formula == NULL) {
        return false;
    }
    if (formula->kind == HG_TERM_DIV &&
        hg_formula_eval(&value, formula->right, no_value, NULL) == HG_TERM_OK &&
        hg_ratio_sign(value) == 0) {
        return true;
    }
    return divides_by_zero(formula->left) || divides_by_zero(formula->right);
}

static enum hg_status load_figure(struct hg_form_loader *l, const struct hg_xml_node *node)
{
    struct hg_form_figure *figure = HG_PUSH(l->arena, &l->form->figures);
    enum hg_status status;

    figure->line = (uint32_t)node->line;
    figure->id = hg_loader_attribute(l, node, "id");
    figure->name = hg_loader_attribute(l, node, "name");
    figure->unit = hg_loader_attribute(l, node, "unit");
    figure->example = hg_loader_attribute(l, node, "example");
    figure->formula_text = hg_loader_attribute(l, node, "formula");
    figure->percent = hg_str_is(figure->unit, "%") || hg_str_is(figure->unit, "％");
    figure->places = figure->percent ? 1 : 0;
    status = hg_loader_id(l, node, figure->id);
    if (status == HG_OK && hg_str_contains(figure->id, HG_STR("-"))) {
        return hg_loader_fail(l, node, "数据项 id=\"%.*s\" 不能含“-”（在公式里是减号），请改用“_”",
                              HG_FMT(figure->id));
    }
    if (status == HG_OK) {
        status = hg_loader_number(l, node, "places", 6, &figure->places);
    }
    if (status == HG_OK) {
        status = hg_loader_flag(l, node, "required", &figure->required);
    }
    if (status == HG_OK && figure->formula_text.len > 0) {
        status = parse_formula(l, node, figure->formula_text, false, &figure->formula);
        if (status == HG_OK && divides_by_zero(figure->formula)) {
            return hg_loader_fail(l, node, "数据项 %.*s 的公式“%.*s”除数为0，请改公式",
                                  HG_FMT(figure->id), HG_FMT(figure->formula_text));
        }
    }
    for (const struct hg_xml_node *child = node->first_child; child != NULL; child = child->next) {
        *HG_PUSH(l->arena, &figure->said) = hg_loader_text(l, child);
    }
    return status;
}

static uint32_t figure_index(const struct hg_form *form, struct hg_str id)
{
    for (size_t i = 0; i < form->figures.len; i++) {
        if (hg_str_equal(form->figures.items[i].id, id)) {
            return (uint32_t)i;
        }
    }
    return UINT32_MAX;
}

static uint32_t line_index(const struct hg_form_line *lines, size_t count, struct hg_str id)
{
    for (size_t i = 0; i < count; i++) {
        if (hg_str_equal(lines[i].id, id)) {
            return (uint32_t)i;
        }
    }
    return UINT32_MAX;
}

/* Gives every name of a formula its index among the figures. */
static enum hg_status bind_figures(struct hg_form_loader *l, const struct hg_xml_node *node,
                                   struct hg_formula *formula, struct hg_str text)
{
    struct hg_formula_names names = {{NULL, 0, 0}};

    hg_formula_names(formula, l->arena, &names);
    for (size_t i = 0; i < names.items.len; i++) {
        struct hg_formula *name = names.items.items[i];

        name->index = figure_index(l->form, name->name);
        if (name->index == UINT32_MAX) {
            return hg_loader_fail(l, node, "公式“%.*s”里的 %.*s 不是本模板的数据项，请在 <figures> 里写明它，或改正名称",
                                  HG_FMT(text), HG_FMT(name->name));
        }
    }
    return HG_OK;
}

/* Gives every name of a formula its index among the lines of one axis. */
static enum hg_status bind_lines(struct hg_form_loader *l, const struct hg_xml_node *node,
                                 struct hg_formula *formula, struct hg_str text,
                                 const struct hg_form_line *lines, size_t count, const char *what)
{
    struct hg_formula_names names = {{NULL, 0, 0}};

    hg_formula_names(formula, l->arena, &names);
    for (size_t i = 0; i < names.items.len; i++) {
        struct hg_formula *name = names.items.items[i];

        name->index = line_index(lines, count, name->name);
        if (name->index == UINT32_MAX) {
            return hg_loader_fail(l, node, "公式“%.*s”里的 %.*s 不是本表的%s，请改正名称",
                                  HG_FMT(text), HG_FMT(name->name), what);
        }
    }
    return HG_OK;
}

/* Depth-first order: what a formula rests on comes before it. state: 0 new, 1 open, 2 placed. */
static enum hg_status place_figure(struct hg_form_loader *l, const struct hg_xml_node *nodes[],
                                   uint8_t *state, uint32_t at, uint32_t *order, size_t *placed)
{
    struct hg_formula_names names = {{NULL, 0, 0}};
    const struct hg_form_figure *figure = &l->form->figures.items[at];

    state[at] = 1;
    hg_formula_names(figure->formula, l->arena, &names);
    for (size_t i = 0; i < names.items.len; i++) {
        uint32_t on = names.items.items[i]->index;

        if (state[on] == 1) {
            return hg_loader_fail(l, nodes[at], "数据项 %.*s 与 %.*s 的公式互相引用，无法计算，请去掉其中一个公式",
                                  HG_FMT(figure->id), HG_FMT(l->form->figures.items[on].id));
        }
        if (state[on] == 0) {
            enum hg_status status = place_figure(l, nodes, state, on, order, placed);

            if (status != HG_OK) {
                return status;
            }
        }
    }
    state[at] = 2;
    order[(*placed)++] = at;
    return HG_OK;
}

/* No form computes more; bounds the depth of place_figure. */
enum { FIGURES_MAX = 500 };

static enum hg_status order_figures(struct hg_form_loader *l, const struct hg_xml_node *nodes[])
{
    size_t count = l->form->figures.len, placed = 0;
    uint8_t *state = HG_NEW_ARRAY(l->arena, uint8_t, count);
    uint32_t *order = HG_NEW_ARRAY(l->arena, uint32_t, count);
    struct hg_form_figure *sorted = HG_NEW_ARRAY(l->arena, struct hg_form_figure, count);
    enum hg_status status = HG_OK;

    for (size_t i = 0; i < count && status == HG_OK; i++) {
        struct hg_form_figure *figure = &l->form->figures.items[i];

        status = bind_figures(l, nodes[i], figure->formula, figure->formula_text);
    }
    for (uint32_t i = 0; i < count && status == HG_OK; i++) {
        if (state[i] == 0) {
            status = place_figure(l, nodes, state, i, order, &placed);
        }
    }
    for (size_t i = 0; i < count && status == HG_OK; i++) {
        sorted[i] = l->form->figures.items[order[i]];
    }
    if (status != HG_OK || count == 0) {
        return status;
    }
    l->form->figures.items = sorted;
    for (size_t i = 0; i < count && status == HG_OK; i++) {
        status = bind_figures(l, nodes[order[i]], sorted[i].formula, sorted[i].formula_text);
    }
    return status;
}

static enum hg_status load_rule(struct hg_form_loader *l, const struct hg_xml_node *node,
                                struct hg_form_rule *rule)
{
    rule->line = (uint32_t)node->line;
    rule->id = hg_loader_attribute(l, node, "id");
    rule->message = hg_loader_attribute(l, node, "message");
    rule->text = hg_loader_text(l, node);
    return parse_formula(l, node, rule->text, true, &rule->formula);
}

static enum hg_status load_line(struct hg_form_loader *l, const struct hg_xml_node *node,
                                struct hg_form_line *lines, size_t count)
{
    struct hg_form_line *line = &lines[count];

    line->line = (uint32_t)node->line;
    line->id = hg_loader_attribute(l, node, "id");
    line->name = hg_loader_attribute(l, node, "name");
    line->example = hg_loader_attribute(l, node, "example");
    line->under = hg_loader_attribute(l, node, "under");
    line->formula_text = hg_loader_attribute(l, node, "formula");
    if (line_index(lines, count, line->id) != UINT32_MAX) {
        return hg_loader_fail(l, node, "id=\"%.*s\" 在本表内重复，请改名", HG_FMT(line->id));
    }
    return line->formula_text.len > 0
               ? parse_formula(l, node, line->formula_text, false, &line->formula)
               : HG_OK;
}

/* Formulas of lines and rules, once all lines of both axes are known. */
static enum hg_status bind_table(struct hg_form_loader *l, const struct hg_xml_node *node,
                                 struct hg_form_table *table)
{
    size_t rows = 0, columns = 0;
    enum hg_status status = HG_OK;

    for (const struct hg_xml_node *child = node->first_child; child != NULL && status == HG_OK;
         child = child->next) {
        if (strcmp(child->name, "rule") == 0) {
            struct hg_form_rule *rule = HG_PUSH(l->arena, &table->rules);
            struct hg_str over = hg_loader_attribute(l, child, "over");

            rule->over_rows = !hg_str_is(over, "columns");
            status = load_rule(l, child, rule);
            if (status == HG_OK && over.len > 0 && rule->over_rows && !hg_str_is(over, "rows")) {
                status = hg_loader_fail(l, child, "over=\"%.*s\" 只能是 rows 或 columns", HG_FMT(over));
            }
            if (status == HG_OK) {
                status = rule->over_rows
                             ? bind_lines(l, child, rule->formula, rule->text, table->rows.items,
                                          table->rows.len, "行")
                             : bind_lines(l, child, rule->formula, rule->text, table->columns.items,
                                          table->columns.len, "列");
            }
        } else {
            bool row = strcmp(child->name, "row") == 0;
            struct hg_form_line *line =
                row ? &table->rows.items[rows++] : &table->columns.items[columns++];

            status = bind_lines(l, child, line->formula, line->formula_text,
                                row ? table->rows.items : table->columns.items,
                                row ? table->rows.len : table->columns.len, row ? "行" : "列");
        }
    }
    return status;
}

static enum hg_status load_table(struct hg_form_loader *l, const struct hg_xml_node *node)
{
    struct hg_form_table *table = HG_PUSH(l->arena, &l->form->tables);
    enum hg_status status;

    table->line = (uint32_t)node->line;
    table->id = hg_loader_attribute(l, node, "id");
    table->caption = hg_loader_attribute(l, node, "caption");
    table->corner = hg_loader_attribute(l, node, "corner");
    table->band = hg_loader_attribute(l, node, "band");
    status = hg_loader_id(l, node, table->id);
    if (status == HG_OK) {
        status = hg_loader_flag(l, node, "required", &table->required);
    }
    for (const struct hg_xml_node *child = node->first_child; child != NULL && status == HG_OK;
         child = child->next) {
        if (strcmp(child->name, "column") == 0) {
            (void)HG_PUSH(l->arena, &table->columns);
            status = load_line(l, child, table->columns.items, table->columns.len - 1);
        } else if (strcmp(child->name, "row") == 0) {
            (void)HG_PUSH(l->arena, &table->rows);
            status = load_line(l, child, table->rows.items, table->rows.len - 1);
        }
    }
    if (status == HG_OK && (table->columns.len == 0 || table->rows.len == 0)) {
        return hg_loader_fail(l, node, "表 %.*s 至少要有一个 <column> 和一个 <row>",
                              HG_FMT(table->id));
    }
    return status == HG_OK ? bind_table(l, node, table) : status;
}

enum hg_status hg_loader_figures(struct hg_form_loader *l, const struct hg_xml_node *root)
{
    const struct hg_xml_node *list = hg_xml_child(root, "figures"), *node;
    const struct hg_xml_node **nodes = HG_NEW_ARRAY(l->arena, const struct hg_xml_node *, FIGURES_MAX);
    enum hg_status status = HG_OK;

    for (node = list == NULL ? NULL : list->first_child; node != NULL && status == HG_OK;
         node = node->next) {
        if (l->form->figures.len == FIGURES_MAX) {
            return hg_loader_fail(l, node, "数据项最多%d个", FIGURES_MAX);
        }
        nodes[l->form->figures.len] = node;
        status = load_figure(l, node);
    }
    if (status == HG_OK) {
        status = order_figures(l, nodes);
    }
    list = hg_xml_child(root, "tables");
    for (node = list == NULL ? NULL : list->first_child; node != NULL && status == HG_OK;
         node = node->next) {
        status = load_table(l, node);
    }
    list = hg_xml_child(root, "rules");
    for (node = list == NULL ? NULL : list->first_child; node != NULL && status == HG_OK;
         node = node->next) {
        struct hg_form_rule *rule = HG_PUSH(l->arena, &l->form->rules);

        status = load_rule(l, node, rule);
        if (status == HG_OK) {
            status = bind_figures(l, node, rule->formula, rule->text);
        }
        if (status == HG_OK && divides_by_zero(rule->formula)) {
            status = hg_loader_fail(l, node, "关系式“%.*s”除数为0，请改正", HG_FMT(rule->text));
        }
    }
    return status;
}
