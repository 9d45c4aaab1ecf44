#include "model/doc.h"

#include "base/utf8.h"

const char *hg_part_name(enum hg_part part)
{
    static const char *const names[HG_PART_COUNT] = {"body",    "header",  "footer", "footnote",
                                                     "endnote", "textbox", "comment"};

    return names[part];
}

const struct hg_story *hg_doc_body(const struct hg_doc *doc)
{
    return doc->stories.items[0];
}

const struct hg_paragraph *hg_doc_paragraph(const struct hg_doc *doc, enum hg_part part,
                                            uint32_t number)
{
    if (part == HG_PART_BODY) {
        return number >= 1 && number <= doc->body_count ? doc->paragraphs.items[number - 1] : NULL;
    }
    for (size_t i = doc->body_count; i < doc->paragraphs.len; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];

        if (paragraph->part == part && paragraph->number == number) {
            return paragraph;
        }
    }
    return NULL;
}

/* Each node type has its struct hg_node first, so the address of one is that of the other. */
const struct hg_paragraph *hg_node_paragraph(const struct hg_node *node)
{
    return node != NULL && node->kind == HG_NODE_PARAGRAPH ? (const struct hg_paragraph *)node
                                                           : NULL;
}

const struct hg_table *hg_node_table(const struct hg_node *node)
{
    return node != NULL && node->kind == HG_NODE_TABLE ? (const struct hg_table *)node : NULL;
}

const struct hg_row *hg_node_row(const struct hg_node *node)
{
    return node != NULL && node->kind == HG_NODE_ROW ? (const struct hg_row *)node : NULL;
}

const struct hg_cell *hg_node_cell(const struct hg_node *node)
{
    return node != NULL && node->kind == HG_NODE_CELL ? (const struct hg_cell *)node : NULL;
}

const struct hg_story *hg_node_story(const struct hg_node *node)
{
    while (node != NULL && node->kind != HG_NODE_STORY) {
        node = node->parent;
    }
    return (const struct hg_story *)node;
}

static const struct hg_node *enclosing(const struct hg_node *node, enum hg_node_kind kind)
{
    while (node != NULL && node->kind != kind) {
        node = node->parent;
    }
    return node;
}

const struct hg_table *hg_node_enclosing_table(const struct hg_node *node)
{
    return hg_node_table(enclosing(node, HG_NODE_TABLE));
}

const struct hg_cell *hg_node_enclosing_cell(const struct hg_node *node)
{
    return hg_node_cell(enclosing(node, HG_NODE_CELL));
}

const struct hg_node *hg_node_next(const struct hg_node *node, const struct hg_node *root)
{
    if (node->first_child != NULL) {
        return node->first_child;
    }
    while (node != root && node->next == NULL) {
        node = node->parent;
    }
    return node != root ? node->next : NULL;
}

/* The last entry of a sorted array that starts at or before `at`; SIZE_MAX if none does. */
static size_t entry_at(const struct hg_origin_entry *entries, size_t count, size_t at)
{
    size_t low = 0, high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (entries[middle].start <= at) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low > 0 ? low - 1 : SIZE_MAX;
}

bool hg_paragraph_origin(const struct hg_paragraph *paragraph, size_t at, struct hg_origin *out)
{
    size_t index = entry_at(paragraph->origins.items, paragraph->origins.len, at);
    const struct hg_origin_entry *entry;

    if (at >= paragraph->text.len || index == SIZE_MAX) {
        return false;
    }
    entry = &paragraph->origins.items[index];
    if (entry->origin.part_name == UINT32_MAX) {
        return false;
    }
    *out = entry->origin;
    out->offset += (uint32_t)hg_utf8_count(
        hg_str_sub(paragraph->text, (struct hg_span){entry->start, at}));
    return true;
}

static size_t run_at(const struct hg_paragraph *paragraph, size_t at)
{
    size_t low = 0, high = paragraph->runs.len;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (paragraph->runs.items[middle].span.end <= at) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

const struct hg_run *hg_paragraph_run(const struct hg_paragraph *paragraph, size_t at)
{
    size_t index = run_at(paragraph, at);

    return index < paragraph->runs.len ? &paragraph->runs.items[index] : NULL;
}

bool hg_paragraph_span_has(const struct hg_paragraph *paragraph, struct hg_span span,
                           uint32_t flags)
{
    size_t index = run_at(paragraph, span.start);

    if (span.start >= span.end || index >= paragraph->runs.len) {
        return false;
    }
    while (index < paragraph->runs.len && paragraph->runs.items[index].span.start < span.end) {
        if ((paragraph->runs.items[index].flags & flags) == 0) {
            return false;
        }
        index++;
    }
    return true;
}
