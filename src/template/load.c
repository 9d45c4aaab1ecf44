#include "template/load.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "lang/chars.h"
#include "template/grammar.h"
#include "template/load_build.h"

enum hg_status hg_loader_fail(struct hg_form_loader *l, const struct hg_xml_node *node,
                              const char *format, ...)
{
    char message[HG_ERROR_MAX];
    va_list args;

    va_start(args, format);
    (void)vsnprintf(message, sizeof message, format, args);
    va_end(args);
    return hg_error_set(l->err, HG_BAD_SETTINGS, "%s:%d: %s", l->path, node->line, message);
}

struct hg_str hg_loader_attribute(struct hg_form_loader *l, const struct hg_xml_node *node,
                                  const char *name)
{
    struct hg_str value = hg_xml_field(node, name);

    return value.data == NULL ? HG_STR("") : hg_str_copy(l->arena, hg_str_trim(value));
}

struct hg_str hg_loader_text(struct hg_form_loader *l, const struct hg_xml_node *node)
{
    struct hg_str text = hg_str_trim(node->text), copy;
    struct hg_buf out = HG_BUF_INIT;

    for (size_t at = 0; at < text.len; at++) {
        if (text.data[at] == '\n' || text.data[at] == '\r') {
            while (at + 1 < text.len && strchr(" \t\r\n", text.data[at + 1]) != NULL) {
                at++;
            }
        } else {
            hg_buf_putc(&out, text.data[at]);
        }
    }
    copy = out.len == 0 ? HG_STR("") : hg_str_copy(l->arena, hg_buf_view(&out));
    hg_buf_release(&out);
    return copy;
}

enum hg_status hg_loader_flag(struct hg_form_loader *l, const struct hg_xml_node *node,
                              const char *name, bool *value)
{
    struct hg_str text = hg_loader_attribute(l, node, name);

    if (text.len == 0) {
        return HG_OK;
    }
    if (hg_str_is(text, "true") || hg_str_is(text, "false")) {
        *value = hg_str_is(text, "true");
        return HG_OK;
    }
    return hg_loader_fail(l, node, "%s=\"%.*s\" 应写 true 或 false", name, HG_FMT(text));
}

enum hg_status hg_loader_number(struct hg_form_loader *l, const struct hg_xml_node *node,
                                const char *name, uint32_t most, uint32_t *value)
{
    struct hg_str text = hg_loader_attribute(l, node, name);
    uint64_t read = 0;

    if (text.len == 0) {
        return HG_OK;
    }
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || read > most) {
            return hg_loader_fail(l, node, "%s=\"%.*s\" 应为0到%u的整数", name, HG_FMT(text),
                                  (unsigned)most);
        }
        read = read * 10 + (uint64_t)(text.data[i] - '0');
    }
    if (read > most) {
        return hg_loader_fail(l, node, "%s=\"%.*s\" 应为0到%u的整数", name, HG_FMT(text),
                              (unsigned)most);
    }
    *value = (uint32_t)read;
    return HG_OK;
}

/* Letters, Han characters, digits, _ - and . ; no digit first. */
static bool is_id(struct hg_str id)
{
    for (size_t at = 0; at < id.len;) {
        bool first = at == 0;
        uint32_t c = hg_utf8_next(id, &at);

        if (!hg_char_is_han(c) && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && c != '_' &&
            (first || (!(c >= '0' && c <= '9') && c != '-' && c != '.'))) {
            return false;
        }
    }
    return id.len > 0 && id.len <= 64;
}

enum hg_status hg_loader_id(struct hg_form_loader *l, const struct hg_xml_node *node,
                            struct hg_str id)
{
    void **slot;

    if (!is_id(id)) {
        return hg_loader_fail(l, node, "id=\"%.*s\" 不合要求，应由字母、汉字、数字和 _ - . 组成，不以数字开头",
                              HG_FMT(id));
    }
    slot = hg_map_put(&l->ids, id);
    if (*slot != NULL) {
        const struct hg_xml_node *first = *slot;

        return hg_loader_fail(l, node, "id=\"%.*s\" 重复，第%d行已经用过，请改名", HG_FMT(id),
                              first->line);
    }
    *slot = (void *)(uintptr_t)node;
    return HG_OK;
}

static enum hg_status choice_of(struct hg_form_loader *l, const struct hg_xml_node *node,
                                const char *attribute, const char *choices, int *value)
{
    struct hg_str text = hg_loader_attribute(l, node, attribute);
    struct hg_str rest = hg_str_of(choices), word;

    if (text.len == 0) {
        return HG_OK;
    }
    for (int i = 0; hg_str_split(&rest, ' ', &word); i++) {
        if (hg_str_equal(word, text)) {
            *value = i;
            return HG_OK;
        }
    }
    return hg_loader_fail(l, node, "%s=\"%.*s\" 只能是 %s 之一", attribute, HG_FMT(text), choices);
}

static enum hg_status load_field(struct hg_form_loader *l, const struct hg_xml_node *node)
{
    struct hg_form_field *field = HG_PUSH(l->arena, &l->form->fields);
    int type = 0;
    enum hg_status status;

    field->line = (uint32_t)node->line;
    field->id = hg_loader_attribute(l, node, "id");
    field->name = hg_loader_attribute(l, node, "name");
    field->prompt = hg_loader_attribute(l, node, "prompt");
    field->example = hg_loader_attribute(l, node, "example");
    field->value = hg_loader_attribute(l, node, "value");
    status = hg_loader_id(l, node, field->id);
    if (status == HG_OK) {
        status = choice_of(l, node, "type", "text year date number choice", &type);
    }
    if (status == HG_OK) {
        status = hg_loader_flag(l, node, "required", &field->required);
    }
    field->type = (enum hg_field_type)type;
    for (const struct hg_xml_node *child = node->first_child; child != NULL; child = child->next) {
        *HG_PUSH(l->arena, &field->choices) = hg_loader_text(l, child);
    }
    if (status == HG_OK && (field->type == HG_FIELD_CHOICE) != (field->choices.len > 0)) {
        return hg_loader_fail(l, node, "字段 %.*s：type=\"choice\" 与 <choice> 选项应同时写明",
                              HG_FMT(field->id));
    }
    return status;
}

static enum hg_status load_signs(struct hg_form_loader *l, const struct hg_xml_node *node)
{
    struct hg_form_signs *signs = &l->form->signs;
    int tense = 0, period = 0;
    enum hg_status status = choice_of(l, node, "tense", "any past future", &tense);

    if (status == HG_OK) {
        status = choice_of(l, node, "period", "any year half quarter", &period);
    }
    if (status == HG_OK) {
        status = hg_loader_flag(l, node, "needs-title", &signs->needs_title);
    }
    signs->tense = (enum hg_form_tense)tense;
    signs->period = (enum hg_form_period)period;
    for (const struct hg_xml_node *child = node->first_child; child != NULL; child = child->next) {
        struct hg_str text = hg_loader_text(l, child);

        if (text.len == 0) {
            return hg_loader_fail(l, child, "<%s> 不能为空", child->name);
        }
        if (strcmp(child->name, "title") == 0) {
            *HG_PUSH(l->arena, &signs->titles) = text;
        } else if (strcmp(child->name, "not") == 0) {
            *HG_PUSH(l->arena, &signs->not_titles) = text;
        } else {
            *HG_PUSH(l->arena, &signs->phrases) = text;
        }
    }
    return status;
}

static enum hg_status load_closing(struct hg_form_loader *l, const struct hg_xml_node *node)
{
    struct hg_form *form = l->form;
    enum hg_status status;

    form->signature = hg_loader_attribute(l, node, "signature");
    form->date = hg_loader_attribute(l, node, "date");
    status = hg_loader_flag(l, node, "signature-required", &form->signature_required);
    if (status == HG_OK) {
        status = hg_loader_flag(l, node, "date-required", &form->date_required);
    }
    if (status == HG_OK) {
        status = hg_loader_flag(l, node, "addressee", &form->addressee);
    }
    if (status == HG_OK) {
        status = hg_loader_names(l, node, form->signature);
    }
    if (status == HG_OK) {
        status = hg_loader_names(l, node, form->date);
    }
    for (const struct hg_xml_node *child = node->first_child; child != NULL && status == HG_OK;
         child = child->next) {
        struct hg_str text = hg_loader_text(l, child);

        *HG_PUSH(l->arena, &form->attachments) = text;
        status = hg_loader_names(l, child, text);
    }
    return status;
}

/* The parts of a form in the order in which they rest on each other. */
static enum hg_status load_parts(struct hg_form_loader *l, const struct hg_xml_node *root)
{
    const struct hg_xml_node *node = hg_xml_child(root, "fields");
    enum hg_status status = HG_OK;

    for (node = node == NULL ? NULL : node->first_child; node != NULL && status == HG_OK;
         node = node->next) {
        status = load_field(l, node);
    }
    if (status == HG_OK) {
        status = hg_loader_figures(l, root);
    }
    if (status == HG_OK) {
        node = hg_xml_child(root, "title");
        l->form->title = hg_loader_text(l, node);
        status = hg_loader_names(l, node, l->form->title);
    }
    if (status == HG_OK) {
        status = load_signs(l, hg_xml_child(root, "signs"));
    }
    if (status == HG_OK) {
        status = hg_loader_sections(l, root);
    }
    node = hg_xml_child(root, "closing");
    return status == HG_OK && node != NULL ? load_closing(l, node) : status;
}

enum hg_status hg_form_read(struct hg_form **out, struct hg_arena *arena, struct hg_str text,
                            const char *path, struct hg_error *err)
{
    struct hg_form_loader l = {.arena = arena, .path = path, .err = err};
    struct hg_xml_node *root;
    enum hg_status status;

    *out = NULL;
    l.form = HG_NEW(arena, struct hg_form);
    hg_map_init(&l.ids, arena);
    status = hg_xml_tree(&root, arena, text, path, err);
    if (status == HG_OK) {
        status = hg_grammar_check(root, "form", path, err);
    }
    if (status != HG_OK) {
        return status;
    }
    l.form->id = hg_loader_attribute(&l, root, "id");
    l.form->name = hg_loader_attribute(&l, root, "name");
    l.form->layout = hg_loader_attribute(&l, root, "layout");
    l.form->signature = l.form->date = l.form->path = l.form->source = HG_STR("");
    l.form->summary = hg_xml_child(root, "summary") == NULL
                          ? HG_STR("")
                          : hg_loader_text(&l, hg_xml_child(root, "summary"));
    if (l.form->layout.len == 0) {
        l.form->layout = HG_STR("gongwen");
    }
    if (!is_id(l.form->id)) {
        return hg_loader_fail(&l, root, "id=\"%.*s\" 不合要求，应由字母、汉字、数字和 _ - . 组成，不以数字开头",
                              HG_FMT(l.form->id));
    }
    status = load_parts(&l, root);
    if (status == HG_OK) {
        *out = l.form;
    }
    return status;
}
