/* The small tree of io/xml.h, built from its events, and text on its way out. */
#include <string.h>

#include "base/utf8.h"
#include "io/xml.h"

struct growing {
    struct hg_arena *arena;
    struct hg_xml_node *root, *open;
    size_t cap; /* room at the text of `open`; 0 if it cannot grow in place */
};

static enum hg_status memory_read(void *from, char *bytes, size_t cap, size_t *got,
                                  struct hg_error *err)
{
    struct hg_str *rest = from;

    (void)err;
    *got = rest->len < cap ? rest->len : cap;
    if (*got > 0) {
        memcpy(bytes, rest->data, *got);
    }
    *rest = hg_str_sub(*rest, (struct hg_span){*got, rest->len});
    return HG_OK;
}

struct hg_xml_source hg_xml_memory_source(struct hg_str *rest, const char *name)
{
    return (struct hg_xml_source){memory_read, rest, name};
}

static const char *keep(struct hg_arena *arena, const char *text)
{
    return hg_arena_strndup(arena, text, strlen(text));
}

static void append_node(struct growing *state, struct hg_xml_node *node)
{
    struct hg_xml_node *parent = state->open;

    node->parent = parent;
    if (parent == NULL) {
        state->root = node;
    } else if (parent->last_child != NULL) {
        parent->last_child->next = node;
    } else {
        parent->first_child = node;
    }
    if (parent != NULL) {
        parent->last_child = node;
    }
    state->open = node;
    state->cap = 0;
}

static enum hg_status on_start(void *user, const struct hg_xml_tag *tag)
{
    struct growing *state = user;
    struct hg_xml_node *node = HG_NEW(state->arena, struct hg_xml_node);

    node->name = keep(state->arena, hg_xml_local_name(tag));
    node->uri = keep(state->arena, hg_xml_uri(tag));
    node->line = hg_xml_line(tag);
    node->text = HG_STR("");
    node->fields = HG_NEW_ARRAY(state->arena, struct hg_xml_field, tag->attribute_count);
    node->field_count = tag->attribute_count;
    for (size_t i = 0; i < tag->attribute_count; i++) {
        const struct hg_xml_attribute *attribute = &tag->attributes[i];

        node->fields[i].name = keep(state->arena, (const char *)attribute->name);
        node->fields[i].uri =
            attribute->uri != NULL ? keep(state->arena, (const char *)attribute->uri) : "";
        node->fields[i].value = hg_str_copy(state->arena, hg_xml_attribute_value(tag, i));
    }
    append_node(state, node);
    return HG_OK;
}

static enum hg_status on_end(void *user, uint16_t ns, uint16_t name)
{
    struct growing *state = user;

    (void)ns;
    (void)name;
    state->open = state->open->parent;
    state->cap = 0;
    return HG_OK;
}

static enum hg_status on_text(void *user, struct hg_str piece)
{
    struct growing *state = user;
    struct hg_xml_node *node = state->open;
    size_t need;
    char *bytes;

    if (node == NULL || piece.len == 0) {
        return HG_OK;
    }
    need = node->text.len + piece.len + 1;
    if (need > state->cap) {
        state->cap = need * 2;
        node->text.data =
            hg_arena_grow(state->arena, node->text.data, node->text.len, state->cap);
    }
    bytes = (char *)(uintptr_t)node->text.data; /* ours: grown just above, or before */
    memcpy(bytes + node->text.len, piece.data, piece.len);
    node->text.len += piece.len;
    bytes[node->text.len] = '\0';
    return HG_OK;
}

enum hg_status hg_xml_tree(struct hg_xml_node **root, struct hg_arena *arena, struct hg_str text,
                           const char *name, struct hg_error *err)
{
    static const struct hg_xml_vocabulary no_words = {0};
    static const struct hg_xml_handler handler = {on_start, on_end, on_text};
    struct hg_xml_names *names = hg_xml_names_open(&no_words);
    struct hg_xml_source source = hg_xml_memory_source(&text, name);
    struct growing state = {.arena = arena};
    enum hg_status status = hg_xml_parse(names, &source, &handler, &state, err);

    hg_xml_names_free(names);
    *root = status == HG_OK ? state.root : NULL;
    return status;
}

struct hg_str hg_xml_field(const struct hg_xml_node *node, const char *name)
{
    for (size_t i = 0; i < node->field_count; i++) {
        if (node->fields[i].uri[0] == '\0' && strcmp(node->fields[i].name, name) == 0) {
            return node->fields[i].value;
        }
    }
    return (struct hg_str){NULL, 0};
}

static const struct hg_xml_node *first_named(const struct hg_xml_node *node, const char *name)
{
    while (node != NULL && strcmp(node->name, name) != 0) {
        node = node->next;
    }
    return node;
}

const struct hg_xml_node *hg_xml_child(const struct hg_xml_node *node, const char *name)
{
    return first_named(node->first_child, name);
}

const struct hg_xml_node *hg_xml_sibling(const struct hg_xml_node *node, const char *name)
{
    return first_named(node->next, name);
}

/* Char of XML 1.0 (section 2.2). */
static bool xml_holds(uint32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

void hg_xml_escape(struct hg_buf *out, struct hg_str text)
{
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t c = hg_utf8_next(text, &at);

        switch (c) {
        case '&':
            hg_buf_puts(out, "&amp;");
            break;
        case '<':
            hg_buf_puts(out, "&lt;");
            break;
        case '>':
            hg_buf_puts(out, "&gt;");
            break;
        case '"':
            hg_buf_puts(out, "&quot;");
            break;
        default:
            if (c == 0xFFFD) {
                hg_buf_code_point(out, c); /* ill-formed bytes too */
            } else if (xml_holds(c)) {
                hg_buf_append(out, text.data + start, at - start);
            }
        }
    }
}
