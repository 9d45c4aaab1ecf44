#include "draft/values.h"

#include "base/utf8.h"
#include "lang/chars.h"

enum { DIGITS_MAX = 17 };

void hg_draft_values_init(struct hg_draft_values *values, struct hg_arena *arena,
                          const struct hg_form *form)
{
    *values = (struct hg_draft_values){.arena = arena, .form = form};
    hg_map_init(&values->given, arena);
    values->figures = HG_NEW_ARRAY(arena, struct hg_str, form->figures.len);
    values->numbers = HG_NEW_ARRAY(arena, struct hg_ratio, form->figures.len);
    values->known = HG_NEW_ARRAY(arena, bool, form->figures.len);
    for (size_t i = 0; i < form->figures.len; i++) {
        values->figures[i] = HG_STR("");
    }
}

bool hg_draft_number(struct hg_str text, struct hg_str unit, struct hg_ratio *out, int *places)
{
    int64_t value = 0, scale = 1;
    size_t digits = 0, at = 0;
    bool dot = false, negative = false;

    text = hg_str_trim(text);
    if (unit.len > 0 && hg_str_ends(text, unit)) {
        text = hg_str_trim((struct hg_str){text.data, text.len - unit.len});
    }
    *places = 0;
    while (at < text.len) {
        uint32_t c = hg_utf8_fold_width(hg_utf8_next(text, &at));

        if (c >= '0' && c <= '9' && digits < DIGITS_MAX) {
            value = value * 10 + (int64_t)(c - '0');
            scale *= dot ? 10 : 1;
            *places += dot;
            digits++;
        } else if ((c == '-' || c == 0x2212) && digits == 0 && !negative) {
            negative = true;
        } else if (c == '.' && !dot && digits > 0) {
            dot = true;
        } else if ((c != ',' && hg_char_class(c) != HG_CHAR_BLANK) || digits == 0 || dot) {
            return false;
        }
    }
    *out = digits > 0 ? hg_ratio_make(negative ? -value : value, scale) : hg_ratio_of(0);
    return digits > 0;
}

static struct hg_str *put(struct hg_draft_values *values, struct hg_str id)
{
    void **slot = hg_map_put(&values->given, hg_str_copy(values->arena, id));

    if (*slot == NULL) {
        *slot = HG_NEW(values->arena, struct hg_str);
    }
    return *slot;
}

static enum hg_status set_field(struct hg_draft_values *values, const struct hg_form_field *field,
                                struct hg_str text, const char *where, struct hg_error *err)
{
    struct hg_ratio number;
    int places;

    if (field->type == HG_FIELD_YEAR &&
        (!hg_draft_number(text, HG_STR("年"), &number, &places) || places > 0 ||
         hg_ratio_compare(number, hg_ratio_of(1900)) < 0 ||
         hg_ratio_compare(number, hg_ratio_of(2199)) > 0)) {
        return hg_error_set(err, HG_BAD_SETTINGS, "%s%.*s应为四位数年份，现为“%.*s”", where,
                            HG_FMT(field->name), HG_FMT(text));
    }
    if (field->type == HG_FIELD_NUMBER && !hg_draft_number(text, HG_STR(""), &number, &places)) {
        return hg_error_set(err, HG_BAD_SETTINGS, "%s%.*s应为数字，现为“%.*s”", where,
                            HG_FMT(field->name), HG_FMT(text));
    }
    if (field->type == HG_FIELD_CHOICE) {
        bool found = false;
        struct hg_buf choices = HG_BUF_INIT;
        enum hg_status status = HG_OK;

        for (size_t i = 0; i < field->choices.len; i++) {
            found = found || hg_str_equal(text, field->choices.items[i]);
            hg_buf_puts(&choices, i > 0 ? "、" : "");
            hg_buf_str(&choices, field->choices.items[i]);
        }
        if (!found) {
            status = hg_error_set(err, HG_BAD_SETTINGS, "%s%.*s只能是 %s，现为“%.*s”", where,
                                  HG_FMT(field->name), choices.data, HG_FMT(text));
        }
        hg_buf_release(&choices);
        if (status != HG_OK) {
            return status;
        }
    }
    if (field->type == HG_FIELD_YEAR && hg_str_ends(text, HG_STR("年"))) {
        text.len -= HG_STR("年").len;
    }
    *put(values, field->id) = hg_str_copy(values->arena, text);
    return HG_OK;
}

static enum hg_status set_figure(struct hg_draft_values *values,
                                 const struct hg_form_figure *figure, struct hg_str text,
                                 const char *where, struct hg_error *err)
{
    struct hg_ratio number;
    int places;

    if (figure->formula != NULL) {
        return hg_error_set(err, HG_BAD_SETTINGS, "%s%.*s（%.*s）按“%.*s”自动计算，不用填写，请删去这一项",
                            where, HG_FMT(figure->id), HG_FMT(figure->name),
                            HG_FMT(figure->formula_text));
    }
    if (!hg_draft_number(text, figure->unit, &number, &places)) {
        return hg_error_set(err, HG_BAD_SETTINGS, "%s%.*s（%.*s）应为数字，现为“%.*s”", where,
                            HG_FMT(figure->id), HG_FMT(figure->name), HG_FMT(text));
    }
    *put(values, figure->id) = hg_str_copy(values->arena, text);
    return HG_OK;
}

/* "t2.received.natural" names a cell; *wrong says what is not so: a cell that is computed is none to
 * be given. */
static bool is_cell(const struct hg_form *form, struct hg_str name, const char **wrong)
{
    struct hg_str rest = name, table, row, column;

    *wrong = "";
    if (!hg_str_split(&rest, '.', &table) || !hg_str_split(&rest, '.', &row) ||
        !hg_str_split(&rest, '.', &column) || rest.len > 0) {
        return false;
    }
    for (size_t t = 0; t < form->tables.len; t++) {
        const struct hg_form_table *of = &form->tables.items[t];
        bool found_row = false, found_column = false, computed = false;

        if (!hg_str_equal(of->id, table)) {
            continue;
        }
        for (size_t i = 0; i < of->rows.len; i++) {
            if (hg_str_equal(of->rows.items[i].id, row)) {
                found_row = true;
                computed = computed || of->rows.items[i].formula != NULL;
            }
        }
        for (size_t i = 0; i < of->columns.len; i++) {
            if (hg_str_equal(of->columns.items[i].id, column)) {
                found_column = true;
                computed = computed || of->columns.items[i].formula != NULL;
            }
        }
        *wrong = !found_row ? "这张表没有这一行"
                 : !found_column ? "这张表没有这一列"
                                 : "这一格自动计算，不用填写";
        return found_row && found_column && !computed;
    }
    return false;
}

/* "<section>.<n>", "<section>.heading", "opening.1" */
static bool is_text(const struct hg_form *form, struct hg_str name)
{
    for (size_t dot = name.len; dot-- > 0;) {
        if (name.data[dot] == '.') {
            struct hg_str section = {name.data, dot};

            return hg_str_is(section, "opening") ||
                   hg_form_section_find(form, section) != UINT32_MAX;
        }
    }
    return false;
}

enum hg_status hg_draft_values_set(struct hg_draft_values *values, struct hg_str name,
                                   struct hg_str text, const char *where, struct hg_error *err)
{
    const struct hg_form *form = values->form;
    const char *wrong;
    struct hg_ratio number;
    int places;

    name = hg_str_trim(name);
    text = hg_str_trim(text);
    for (size_t i = 0; i < form->fields.len; i++) {
        if (hg_str_equal(form->fields.items[i].id, name) ||
            hg_str_equal(form->fields.items[i].name, name)) {
            return text.len == 0 ? HG_OK
                                 : set_field(values, &form->fields.items[i], text, where, err);
        }
    }
    for (size_t i = 0; i < form->figures.len; i++) {
        if (hg_str_equal(form->figures.items[i].id, name) ||
            hg_str_equal(form->figures.items[i].name, name)) {
            return text.len == 0 ? HG_OK
                                 : set_figure(values, &form->figures.items[i], text, where, err);
        }
    }
    if (is_cell(form, name, &wrong)) {
        if (text.len > 0 && !hg_draft_number(text, HG_STR(""), &number, &places)) {
            return hg_error_set(err, HG_BAD_SETTINGS, "%s%.*s 应为数字，现为“%.*s”", where,
                                HG_FMT(name), HG_FMT(text));
        }
    } else if (wrong[0] != '\0' || !is_text(form, name)) {
        return hg_error_set(err, HG_BAD_SETTINGS,
                            "%s模板“%.*s”没有“%.*s”这一项%s%s，全部项目见 hegao new %.*s --list-fields",
                            where, HG_FMT(form->name), HG_FMT(name), wrong[0] != '\0' ? "：" : "",
                            wrong, HG_FMT(form->id));
    }
    if (text.len > 0) {
        *put(values, name) = hg_str_copy(values->arena, text);
    }
    return HG_OK;
}

static struct hg_str given(const struct hg_draft_values *values, struct hg_str id)
{
    const struct hg_str *text = hg_map_get(&values->given, id);

    return text == NULL ? HG_STR("") : *text;
}

struct figure_context {
    struct hg_draft_values *values;
};

static bool figure_value(void *context, const struct hg_formula *name, struct hg_ratio *out)
{
    const struct hg_draft_values *values = context;

    *out = values->numbers[name->index];
    return values->known[name->index];
}

/* As printed: percentages with the form's places, and 100 without any. */
static struct hg_str print_number(struct hg_draft_values *values, struct hg_ratio number,
                                  int places)
{
    struct hg_buf out = HG_BUF_INIT;
    struct hg_str text;

    if (hg_ratio_is_whole(number)) {
        places = 0;
    }
    hg_ratio_format_places(&out, number, places, HG_ROUND_HALF_UP);
    text = hg_str_copy(values->arena, hg_buf_view(&out));
    hg_buf_release(&out);
    return text;
}

static enum hg_status compute_one(struct hg_draft_values *values, size_t i, struct hg_error *err)
{
    const struct hg_form_figure *figure = &values->form->figures.items[i];
    struct hg_str text = given(values, figure->id);
    int places = 0;

    if (figure->formula != NULL) {
        struct hg_ratio number;
        enum hg_formula_result result =
            hg_formula_eval(&number, figure->formula, figure_value, values);

        if (result == HG_TERM_BY_ZERO || result == HG_TERM_OVERFLOW) {
            return hg_error_set(err, HG_BAD_SETTINGS, "%.*s（%.*s）按“%.*s”无法计算：%s", HG_FMT(figure->id),
                                HG_FMT(figure->name), HG_FMT(figure->formula_text),
                                result == HG_TERM_BY_ZERO ? "除数为0，请核对数据"
                                                             : "数字过大，请核对数据");
        }
        if (result == HG_TERM_OK) {
            if (figure->percent && !hg_ratio_mul(&number, number, hg_ratio_of(100))) {
                return hg_error_set(err, HG_BAD_SETTINGS, "%.*s：数字过大，请核对数据",
                                    HG_FMT(figure->name));
            }
            values->figures[i] = print_number(values, number, (int)figure->places);
            values->known[i] = true;
            /* A share is used by other formulas as it is, not times a hundred. */
            values->numbers[i] = number;
            if (figure->percent) {
                (void)hg_ratio_div(&values->numbers[i], number, hg_ratio_of(100));
            }
        }
        return HG_OK;
    }
    if (text.len == 0 && values->example) {
        text = figure->example;
    }
    if (text.len > 0 && hg_draft_number(text, figure->unit, &values->numbers[i], &places)) {
        values->known[i] = true;
        values->figures[i] = print_number(values, values->numbers[i], places);
    }
    return HG_OK;
}

enum hg_status hg_draft_values_compute(struct hg_draft_values *values, struct hg_error *err)
{
    const struct hg_form *form = values->form;
    enum hg_status status = HG_OK;

    for (size_t i = 0; i < form->figures.len && status == HG_OK; i++) {
        status = compute_one(values, i, err);
    }
    for (size_t i = 0; i < form->rules.len && status == HG_OK; i++) {
        const struct hg_form_rule *rule = &form->rules.items[i];
        struct hg_ratio left, right;
        bool holds;

        if (hg_formula_test(&holds, &left, &right, rule->formula, figure_value, values) ==
                HG_TERM_OK &&
            !holds) {
            struct hg_buf a = HG_BUF_INIT, b = HG_BUF_INIT;

            hg_ratio_format(&a, left);
            hg_ratio_format(&b, right);
            status = hg_error_set(err, HG_BAD_SETTINGS, "数据不符合“%.*s”：左边为%s，右边为%s，请核对后再写入",
                                  HG_FMT(rule->message.len > 0 ? rule->message : rule->text),
                                  a.data, b.data);
            hg_buf_release(&a);
            hg_buf_release(&b);
        }
    }
    return status;
}

struct hg_str hg_draft_value(const struct hg_draft_values *values, struct hg_str id)
{
    const struct hg_form *form = values->form;
    struct hg_str text;

    for (size_t i = 0; i < form->figures.len; i++) {
        if (hg_str_equal(form->figures.items[i].id, id)) {
            return values->figures[i];
        }
    }
    text = given(values, id);
    for (size_t i = 0; i < form->fields.len && text.len == 0; i++) {
        if (hg_str_equal(form->fields.items[i].id, id)) {
            text = values->example && form->fields.items[i].example.len > 0
                       ? form->fields.items[i].example
                       : form->fields.items[i].value;
        }
    }
    return text;
}

struct hg_str hg_draft_text(const struct hg_draft_values *values, struct hg_str section, size_t n)
{
    struct hg_str text =
        given(values, hg_str_of(hg_arena_printf(values->arena, "%.*s.%zu", HG_FMT(section), n)));

    return text;
}

struct hg_str hg_draft_heading(const struct hg_draft_values *values, struct hg_str section)
{
    return given(values,
                 hg_str_of(hg_arena_printf(values->arena, "%.*s.heading", HG_FMT(section))));
}
