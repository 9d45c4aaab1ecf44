#include "support/origins.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "support/unit.h"

#define W_TRANSITIONAL "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define W_STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main"

struct raw_part {
    xmlDoc *doc;
    HG_VEC(const xmlNode *) leaves;
};

/* The list of DESIGN.md section 2, kept apart from src/io/leaf.c on purpose. */
static bool counts(const xmlNode *node)
{
    static const char *const names[] = {"t",   "delText",       "tab",        "br",  "cr",
                                        "sym", "noBreakHyphen", "softHyphen", "ptab"};

    if (node->type != XML_ELEMENT_NODE || node->ns == NULL ||
        (strcmp((const char *)node->ns->href, W_TRANSITIONAL) != 0 &&
         strcmp((const char *)node->ns->href, W_STRICT) != 0)) {
        return false;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp((const char *)node->name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

static const xmlNode *next_node(const xmlNode *node)
{
    if (node->children != NULL && node->type == XML_ELEMENT_NODE) {
        return node->children;
    }
    while (node != NULL && node->next == NULL) {
        node = node->parent;
        if (node != NULL && node->type == XML_DOCUMENT_NODE) {
            return NULL;
        }
    }
    return node != NULL ? node->next : NULL;
}

static void load(struct raw_part *part, struct hg_archive *archive, const char *name)
{
    struct hg_buf bytes = HG_BUF_INIT;
    size_t index = hg_archive_find(archive, hg_str_of(name));

    assert_int_not_equal(index, SIZE_MAX);
    assert_int_equal(hg_archive_read(&bytes, archive, index, NULL), HG_OK);
    part->doc = xmlReadMemory(bytes.data, (int)bytes.len, name, NULL,
                              XML_PARSE_NONET | XML_PARSE_HUGE);
    assert_non_null(part->doc);
    hg_buf_release(&bytes);
    for (const xmlNode *node = xmlDocGetRootElement(part->doc); node != NULL;
         node = next_node(node)) {
        if (counts(node)) {
            *HG_HEAP_PUSH(&part->leaves) = node;
        }
    }
}

/* Does the leaf hold the character `c` at code point `offset`? */
static bool holds(const xmlNode *leaf, uint32_t offset, uint32_t c)
{
    const char *name = (const char *)leaf->name;
    bool fine;
    xmlChar *content;
    struct hg_str text;
    uint32_t raw;

    if (strcmp(name, "t") != 0 && strcmp(name, "delText") != 0) {
        return offset == 0 &&
               (strcmp(name, "tab") == 0 || strcmp(name, "ptab") == 0  ? c == '\t'
                : strcmp(name, "br") == 0 || strcmp(name, "cr") == 0   ? c == '\n'
                : strcmp(name, "noBreakHyphen") == 0                   ? c == 0x2011
                                                                       : strcmp(name, "sym") == 0);
    }
    content = xmlNodeGetContent(leaf);
    text = hg_str_of((const char *)content);
    raw = hg_utf8_at(text, hg_utf8_offset(text, offset));
    fine = hg_utf8_offset(text, offset) < text.len &&
           (raw == c || ((raw == '\n' || raw == '\r') && c == ' ') ||
            (raw >= 0xF020 && raw <= 0xF0FF));
    xmlFree(content);
    return fine;
}

static void check_paragraph(const struct hg_doc *doc, const struct hg_paragraph *paragraph,
                            const struct raw_part *parts, size_t counters[2], struct hg_buf *why)
{
    for (size_t at = 0; at < paragraph->text.len && why->len == 0;) {
        size_t start = at;
        uint32_t c = hg_utf8_next(paragraph->text, &at);
        struct hg_origin origin;
        const struct raw_part *part;

        if (!hg_paragraph_origin(paragraph, start, &origin)) {
            counters[1]++;
            continue;
        }
        part = &parts[origin.part_name];
        if (origin.part_name >= doc->part_names.len || origin.leaf >= part->leaves.len ||
            !holds(part->leaves.items[origin.leaf], origin.offset, c)) {
            hg_buf_printf(why, "%s %u byte %zu U+%04X: not at leaf %u offset %u of %s",
                          hg_part_name(paragraph->part), paragraph->number, start, c, origin.leaf,
                          origin.offset, doc->part_names.items[origin.part_name]);
        }
        counters[0]++;
    }
}

size_t origins_check(const struct hg_doc *doc, struct hg_archive *archive, size_t *bare,
                     struct hg_buf *why)
{
    struct raw_part parts[64];
    size_t counters[2] = {0, 0};

    memset(parts, 0, sizeof parts);
    assert_true(doc->part_names.len <= 64);
    for (size_t i = 0; i < doc->part_names.len; i++) {
        if (hg_archive_find(archive, hg_str_of(doc->part_names.items[i])) != SIZE_MAX) {
            load(&parts[i], archive, doc->part_names.items[i]);
        }
    }
    for (size_t i = 0; i < doc->paragraphs.len && why->len == 0; i++) {
        check_paragraph(doc, doc->paragraphs.items[i], parts, counters, why);
    }
    for (size_t i = 0; i < doc->part_names.len; i++) {
        xmlFreeDoc(parts[i].doc);
        HG_HEAP_VEC_FREE(&parts[i].leaves);
    }
    *bare = counters[1];
    return counters[0];
}
