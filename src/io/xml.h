/* XML. Alone sees libxml2.
 *
 * Three ways in: events as a part streams by (the DOCX reader), a small tree (forms, settings),
 * and validation against RELAX NG. All refuse a DOCTYPE, know no entities but the five of XML,
 * open no file and no network, and keep the limits of io/limits.h. */
#ifndef HG_IO_XML_H
#define HG_IO_XML_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* ---- Names as numbers ---- */

/* The names that a reader knows. A name's token is its place in `names` counted from 1; 0 stands
 * for every other name. Namespaces carry the number that is given here, 0 for unknown or none. */
struct hg_xml_namespace {
    const char *uri;
    uint16_t ns;
};

struct hg_xml_vocabulary {
    const char *const *names; /* sorted as strcmp does */
    size_t name_count;
    const struct hg_xml_namespace *namespaces;
    size_t namespace_count;
};

/* One dictionary for all parts of a document: each distinct name is looked up as text once, then
 * compared as a pointer. The vocabulary is borrowed. */
struct hg_xml_names;

struct hg_xml_names *hg_xml_names_open(const struct hg_xml_vocabulary *vocabulary);
void hg_xml_names_free(struct hg_xml_names *names); /* null is allowed */

/* ---- Events ---- */

struct hg_xml_parser;

/* As libxml2 hands it over: name and URI interned, the value from `value` to `end`, not
 * terminated. Lives while the call lasts. */
struct hg_xml_attribute {
    const unsigned char *name, *prefix, *uri, *value, *end;
};

struct hg_xml_tag {
    uint16_t ns, name;
    struct hg_xml_parser *parser;
    const struct hg_xml_attribute *attributes;
    size_t attribute_count;
};

/* Each returns HG_OK to go on; anything else stops the parser and is what hg_xml_parse returns
 * (the callee has set the error). Text comes in pieces. */
struct hg_xml_handler {
    enum hg_status (*start)(void *user, const struct hg_xml_tag *tag);
    enum hg_status (*end)(void *user, uint16_t ns, uint16_t name);
    enum hg_status (*text)(void *user, struct hg_str piece);
};

/* Where the bytes come from: up to `cap` into `bytes`, *got is 0 at the end. */
struct hg_xml_source {
    enum hg_status (*read)(void *from, char *bytes, size_t cap, size_t *got, struct hg_error *err);
    void *from;
    const char *name; /* for messages: the part or file */
};

/* Reads one part to its end. HG_MALFORMED if it is not well-formed. */
enum hg_status hg_xml_parse(struct hg_xml_names *names, const struct hg_xml_source *source,
                            const struct hg_xml_handler *handler, void *user,
                            struct hg_error *err);

/* The value of an attribute; false if the tag has none. */
bool hg_xml_attribute(const struct hg_xml_tag *tag, uint16_t ns, uint16_t name,
                      struct hg_str *value);
/* Tokens of the i-th attribute, for a loop over all. */
uint16_t hg_xml_attribute_ns(const struct hg_xml_tag *tag, size_t i);
uint16_t hg_xml_attribute_name(const struct hg_xml_tag *tag, size_t i);
struct hg_str hg_xml_attribute_value(const struct hg_xml_tag *tag, size_t i);
/* The namespace that a prefix is bound to where the parser stands; 0 if unknown or unbound. */
uint16_t hg_xml_prefix(const struct hg_xml_parser *parser, struct hg_str prefix);
/* The local name and URI ("" if none) as text, for names that the vocabulary does not hold, and
 * the line, from 1. Only in `start`. */
const char *hg_xml_local_name(const struct hg_xml_tag *tag);
const char *hg_xml_uri(const struct hg_xml_tag *tag);
int hg_xml_line(const struct hg_xml_tag *tag);
/* A source over text in memory; `*rest` is consumed and must outlive it. */
struct hg_xml_source hg_xml_memory_source(struct hg_str *rest, const char *name);

/* ---- A small tree ---- */

struct hg_xml_field {
    const char *name; /* local name */
    const char *uri;  /* "" if none */
    struct hg_str value;
};

struct hg_xml_node {
    const char *name; /* local name */
    const char *uri;  /* namespace, "" if none */
    int line;         /* from 1 */
    struct hg_str text; /* text directly inside, pieces joined */
    struct hg_xml_field *fields; /* attributes, as written */
    size_t field_count;
    struct hg_xml_node *parent, *first_child, *last_child, *next;
};

/* The root of a well-formed text; the tree lives in the arena. `name` is for messages. */
enum hg_status hg_xml_tree(struct hg_xml_node **root, struct hg_arena *arena, struct hg_str text,
                           const char *name, struct hg_error *err);
/* The value of an attribute without namespace; null data if there is none. */
struct hg_str hg_xml_field(const struct hg_xml_node *node, const char *name);
/* The first child, or next sibling, with this local name; null if there is none. */
const struct hg_xml_node *hg_xml_child(const struct hg_xml_node *node, const char *name);
const struct hg_xml_node *hg_xml_sibling(const struct hg_xml_node *node, const char *name);

/* ---- Validation ---- */

/* Told for each fault, in order. `message` is in Chinese, the validator's own in brackets. */
typedef void (*hg_xml_fault)(void *user, int line, const char *message);

/* HG_OK if the check could be made, *valid says how it went. HG_MALFORMED if `text` is not
 * well-formed, HG_BAD_SETTINGS if the schema itself is wrong. */
enum hg_status hg_xml_validate(bool *valid, struct hg_str schema, struct hg_str text,
                               const char *name, hg_xml_fault fault, void *user,
                               struct hg_error *err);

/* ---- Writing ---- */

/* Appends text with & < > and " escaped; characters that XML cannot hold are dropped. */
void hg_xml_escape(struct hg_buf *out, struct hg_str text);

#endif
