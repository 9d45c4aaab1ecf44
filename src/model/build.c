#include "model/build.h"

#include <string.h>

struct hg_doc *hg_doc_open(void)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_doc *doc = HG_NEW(arena, struct hg_doc);
    struct hg_section *section;

    doc->arena = arena;
    (void)hg_doc_add_story(doc, HG_PART_BODY);
    section = HG_PUSH(arena, &doc->sections);
    section->columns = 1;
    section->grid_type = "";
    section->page_number_format = "";
    section->page_number_start = -1;
    doc->facts.protection = HG_STR("");
    return doc;
}

void hg_doc_free(struct hg_doc *doc)
{
    if (doc != NULL) {
        hg_arena_free(doc->arena);
    }
}

uint32_t hg_doc_part_name(struct hg_doc *doc, struct hg_str name)
{
    for (size_t i = 0; i < doc->part_names.len; i++) {
        if (hg_str_is(name, doc->part_names.items[i])) {
            return (uint32_t)i;
        }
    }
    *HG_PUSH(doc->arena, &doc->part_names) = hg_arena_strndup(doc->arena, name.data, name.len);
    return (uint32_t)(doc->part_names.len - 1);
}

struct hg_story *hg_doc_add_story(struct hg_doc *doc, enum hg_part part)
{
    struct hg_story *story = HG_NEW(doc->arena, struct hg_story);

    story->node.kind = HG_NODE_STORY;
    story->part = part;
    story->id = -1;
    *HG_PUSH(doc->arena, &doc->stories) = story;
    return story;
}

static void append_child(struct hg_node *parent, struct hg_node *child)
{
    child->parent = parent;
    child->prev = parent->last_child;
    if (parent->last_child != NULL) {
        parent->last_child->next = child;
    } else {
        parent->first_child = child;
    }
    parent->last_child = child;
}

struct hg_paragraph *hg_doc_add_paragraph(struct hg_doc *doc, struct hg_node *parent)
{
    struct hg_paragraph *paragraph = HG_NEW(doc->arena, struct hg_paragraph);

    paragraph->node.kind = HG_NODE_PARAGRAPH;
    paragraph->text = HG_STR("");
    paragraph->label.text = HG_STR("");
    paragraph->style_id = "";
    paragraph->style_name = "";
    paragraph->outline_level = -1;
    append_child(parent, &paragraph->node);
    return paragraph;
}

struct hg_table *hg_doc_add_table(struct hg_doc *doc, struct hg_node *parent)
{
    struct hg_table *table = HG_NEW(doc->arena, struct hg_table);
    const struct hg_table *outer;

    table->node.kind = HG_NODE_TABLE;
    table->style_name = "";
    append_child(parent, &table->node);
    outer = hg_node_enclosing_table(parent);
    table->depth = outer != NULL ? outer->depth + 1 : 0;
    *HG_PUSH(doc->arena, &doc->tables) = table;
    table->number = (uint32_t)doc->tables.len;
    return table;
}

struct hg_row *hg_doc_add_row(struct hg_doc *doc, struct hg_table *table)
{
    struct hg_row *row = HG_NEW(doc->arena, struct hg_row);

    row->node.kind = HG_NODE_ROW;
    row->index = table->rows++;
    append_child(&table->node, &row->node);
    return row;
}

struct hg_cell *hg_doc_add_cell(struct hg_doc *doc, struct hg_row *row)
{
    struct hg_cell *cell = HG_NEW(doc->arena, struct hg_cell);

    cell->node.kind = HG_NODE_CELL;
    cell->column_span = 1;
    cell->row_span = 1;
    append_child(&row->node, &cell->node);
    return cell;
}

void hg_node_remove(struct hg_node *node)
{
    struct hg_node *parent = node->parent;

    if (node->prev != NULL) {
        node->prev->next = node->next;
    } else {
        parent->first_child = node->next;
    }
    if (node->next != NULL) {
        node->next->prev = node->prev;
    } else {
        parent->last_child = node->prev;
    }
    node->parent = node->prev = node->next = NULL;
}

static void append_run(struct hg_doc *doc, struct hg_paragraph *paragraph, struct hg_span span,
                       const struct hg_look *look, uint32_t flags)
{
    struct hg_run *last =
        paragraph->runs.len > 0 ? &paragraph->runs.items[paragraph->runs.len - 1] : NULL;

    if (last != NULL && last->look == look && last->flags == flags) {
        last->span.end = span.end;
    } else {
        *HG_PUSH(doc->arena, &paragraph->runs) =
            (struct hg_run){.span = span, .look = look, .flags = flags};
    }
}

void hg_paragraph_append(struct hg_doc *doc, struct hg_paragraph *paragraph, struct hg_str text,
                         const struct hg_look *look, uint32_t flags,
                         const struct hg_origin *origin)
{
    size_t start = paragraph->text.len;
    size_t need = start + text.len + 1;
    char *bytes;

    if (text.len == 0) {
        return;
    }
    if (need > paragraph->text_cap) {
        size_t cap = paragraph->text_cap == 0 ? need : paragraph->text_cap * 2;

        paragraph->text_cap = cap < need ? need : cap;
        paragraph->text.data =
            hg_arena_grow(doc->arena, paragraph->text.data, start, paragraph->text_cap);
    }
    bytes = (char *)(uintptr_t)paragraph->text.data;
    memcpy(bytes + start, text.data, text.len);
    bytes[start + text.len] = '\0';
    paragraph->text.len = start + text.len;
    if (look != NULL) {
        append_run(doc, paragraph, (struct hg_span){start, paragraph->text.len}, look, flags);
    }
    if (origin != NULL) {
        *HG_PUSH(doc->arena, &paragraph->origins) =
            (struct hg_origin_entry){(uint32_t)start, *origin};
    } else if (look != NULL) {
        /* Generated text ends the stretch before it: an entry that points nowhere. */
        *HG_PUSH(doc->arena, &paragraph->origins) =
            (struct hg_origin_entry){(uint32_t)start, {UINT32_MAX, 0, 0}};
    }
}

void hg_doc_seal(struct hg_doc *doc)
{
    uint32_t counts[HG_PART_COUNT] = {0};

    for (size_t i = 0; i < doc->stories.len; i++) {
        struct hg_story *story = doc->stories.items[i];
        const struct hg_node *node = &story->node;

        while ((node = hg_node_next(node, &story->node)) != NULL) {
            if (node->kind == HG_NODE_PARAGRAPH) {
                struct hg_paragraph *paragraph = (struct hg_paragraph *)(uintptr_t)node;

                paragraph->part = story->part;
                paragraph->number = ++counts[story->part];
                paragraph->index = (uint32_t)doc->paragraphs.len;
                *HG_PUSH(doc->arena, &doc->paragraphs) = paragraph;
            }
        }
        if (i == 0) {
            doc->body_count = doc->paragraphs.len;
        }
    }
}
