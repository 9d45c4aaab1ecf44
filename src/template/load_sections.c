/* Reads sections, their wordings and what the skeleton puts into them. */
#include <string.h>

#include "template/load_build.h"

enum hg_status hg_loader_names(struct hg_form_loader *l, const struct hg_xml_node *node,
                               struct hg_str text)
{
    size_t at = 0;

    while ((at = hg_str_find(text, HG_STR("{"), at)) != SIZE_MAX) {
        size_t end = hg_str_find(text, HG_STR("}"), at);
        struct hg_str name;

        if (end == SIZE_MAX) {
            return hg_loader_fail(l, node, "“%.*s”里的 { 没有对应的 }", HG_FMT(text));
        }
        name = hg_str_sub(text, (struct hg_span){at + 1, end});
        if (hg_form_field_find(l->form, name) == NULL &&
            hg_form_figure_find(l->form, name) == NULL) {
            return hg_loader_fail(l, node, "{%.*s} 既不是 <fields> 里的字段，也不是 <figures> 里的数据项，请改正名称",
                                  HG_FMT(name));
        }
        at = end + 1;
    }
    return HG_OK;
}

static enum hg_status load_item(struct hg_form_loader *l, const struct hg_xml_node *node,
                                struct hg_form_item *item)
{
    item->kind = HG_ITEM_PARAGRAPH;
    item->line = (uint32_t)node->line;
    item->text = item->guidance = item->example = HG_STR("");
    if (strcmp(node->name, "sentence") == 0) {
        item->text = hg_loader_text(l, node);
        return hg_loader_names(l, node, item->text);
    }
    if (strcmp(node->name, "table") == 0) {
        struct hg_str ref = hg_loader_attribute(l, node, "ref");

        item->kind = HG_ITEM_TABLE;
        for (uint32_t i = 0; i < l->form->tables.len; i++) {
            if (hg_str_equal(l->form->tables.items[i].id, ref)) {
                item->table = i;
                return HG_OK;
            }
        }
        return hg_loader_fail(l, node, "<table ref=\"%.*s\"> 所指的表不在 <tables> 里", HG_FMT(ref));
    }
    for (const struct hg_xml_node *child = node->first_child; child != NULL; child = child->next) {
        struct hg_str text = hg_loader_text(l, child);
        enum hg_status status = hg_loader_names(l, child, text);

        if (status != HG_OK) {
            return status;
        }
        if (strcmp(child->name, "guidance") == 0) {
            item->guidance = text;
        } else if (strcmp(child->name, "example") == 0) {
            item->example = text;
        } else {
            item->text = text;
        }
    }
    return HG_OK;
}

static enum hg_status load_attributes(struct hg_form_loader *l, const struct hg_xml_node *node,
                                      struct hg_form_section *section)
{
    struct hg_str role = hg_loader_attribute(l, node, "role");
    enum hg_status status;

    section->line = (uint32_t)node->line;
    section->id = hg_loader_attribute(l, node, "id");
    section->heading = hg_loader_attribute(l, node, "heading");
    section->example_heading = hg_loader_attribute(l, node, "example");
    section->role = hg_role_of(role);
    section->ordered = true;
    if (role.len > 0 && section->role == HG_ROLE_NONE) {
        return hg_loader_fail(l, node,
                              "role=\"%.*s\" 只能是 work highlights experience problems causes plan "
                              "requirements tasks support background advice duty annex 之一",
                              HG_FMT(role));
    }
    status = hg_loader_id(l, node, section->id);
    if (status == HG_OK) {
        status = hg_loader_flag(l, node, "required", &section->required);
    }
    if (status == HG_OK) {
        status = hg_loader_flag(l, node, "repeatable", &section->repeatable);
    }
    if (status == HG_OK) {
        status = hg_loader_flag(l, node, "ordered", &section->ordered);
    }
    if (status == HG_OK) {
        status = hg_loader_flag(l, node, "free", &section->free);
    }
    if (status == HG_OK) {
        status = hg_loader_number(l, node, "min-length", 100000, &section->min_length);
    }
    return status == HG_OK ? hg_loader_names(l, node, section->heading) : status;
}

/* The wordings are made bare once, when the form is read, not for each heading of each draft. */
static void add_bare(struct hg_form_loader *l, struct hg_form_section *section,
                     struct hg_str wording)
{
    struct hg_buf plain = HG_BUF_INIT, bare = HG_BUF_INIT;

    hg_form_wording(&plain, wording);
    hg_role_bare(&bare, hg_buf_view(&plain));
    if (bare.len > 0) {
        *HG_PUSH(l->arena, &section->bare) = hg_str_copy(l->arena, hg_buf_view(&bare));
    }
    hg_buf_release(&plain);
    hg_buf_release(&bare);
}

static enum hg_status load_section(struct hg_form_loader *l, const struct hg_xml_node *node,
                                   uint32_t parent, uint32_t depth)
{
    uint32_t at = (uint32_t)l->form->sections.len;
    struct hg_form_section section = {.parent = parent, .depth = depth};
    enum hg_status status = load_attributes(l, node, &section);

    if (status == HG_OK && !section.free) {
        add_bare(l, &section, section.heading);
    }
    *HG_PUSH(l->arena, &l->form->sections) = section;
    for (const struct hg_xml_node *child = node->first_child; child != NULL && status == HG_OK;
         child = child->next) {
        if (strcmp(child->name, "section") == 0) {
            /* The grammar bounds the depth. */
            status = load_section(l, child, at, depth + 1);
        } else if (strcmp(child->name, "accept") == 0) {
            struct hg_str wording = hg_loader_text(l, child);

            *HG_PUSH(l->arena, &l->form->sections.items[at].accepted) = wording;
            add_bare(l, &l->form->sections.items[at], wording);
        } else {
            status = load_item(l, child, HG_PUSH(l->arena, &l->form->sections.items[at].items));
        }
    }
    return status;
}

enum hg_status hg_loader_sections(struct hg_form_loader *l, const struct hg_xml_node *root)
{
    const struct hg_xml_node *list = hg_xml_child(root, "sections");
    const struct hg_xml_node *opening = hg_xml_child(root, "opening");
    enum hg_status status = HG_OK;

    l->form->ordered = true;
    l->form->opening.text = l->form->opening.guidance = l->form->opening.example = HG_STR("");
    if (opening != NULL) {
        status = load_item(l, opening, &l->form->opening);
    }
    if (status == HG_OK) {
        status = hg_loader_flag(l, list, "ordered", &l->form->ordered);
    }
    if (status == HG_OK && list->first_child == NULL) {
        return hg_loader_fail(l, list, "<sections> 里至少要有一个 <section>");
    }
    for (const struct hg_xml_node *node = list->first_child; node != NULL && status == HG_OK;
         node = node->next) {
        status = load_section(l, node, UINT32_MAX, 1);
    }
    return status;
}
