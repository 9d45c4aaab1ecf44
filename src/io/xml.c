#include "io/xml.h"

#include <libxml/SAX2.h>
#include <libxml/dict.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <pthread.h>
#include <string.h>

#include "base/vec.h"
#include "io/limits.h"
#include "io/schema_words.h"
#include "io/xml_bytes.h"
#include "io/xml_tokens.h"

enum { CHUNK = 64 * 1024, NAMESPACES_MOST = 1024 };

struct hg_xml_names {
    struct hg_xml_tokens tokens;
    xmlDict *dict;
};

struct binding {
    const unsigned char *prefix;
    uint16_t ns;
    size_t depth;
};

struct hg_xml_parser {
    struct hg_xml_names *names;
    const struct hg_xml_handler *handler;
    void *user;
    xmlParserCtxt *context;
    const unsigned char *local_name, *uri; /* of the tag that `start` is being told */
    const char *name;                /* of the part, for messages */
    enum hg_status status;           /* why a callback stopped the parser */
    struct hg_error *err;
    size_t depth;
    struct {
        uint16_t ns, name;
    } open[HG_LIMIT_XML_DEPTH];
    HG_VEC(struct binding) bindings; /* on the heap */
    struct hg_arena *decoded; /* attribute values of this tag that held '&'; null until one does */
};

/* ---- Once per process ---- */

static xmlParserInput *refuse_entity(const char *url, const char *id, xmlParserCtxt *context)
{
    (void)url;
    (void)id;
    (void)context;
    return NULL;
}

static void set_up(void)
{
    xmlInitParser();
    xmlSetExternalEntityLoader(refuse_entity);
}

static void set_up_once(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    (void)pthread_once(&once, set_up);
}

/* ---- Names ---- */

struct hg_xml_names *hg_xml_names_open(const struct hg_xml_vocabulary *vocabulary)
{
    struct hg_xml_names *names = hg_heap_alloc(sizeof *names);

    set_up_once();
    names->tokens.vocabulary = vocabulary;
    names->dict = xmlDictCreate();
    if (names->dict == NULL) {
        hg_oom();
    }
    (void)xmlDictSetLimit(names->dict, (size_t)10 << 20);
    return names;
}

void hg_xml_names_free(struct hg_xml_names *names)
{
    if (names != NULL) {
        xmlDictFree(names->dict);
        hg_heap_free(names);
    }
}

static uint16_t name_token(struct hg_xml_names *names, const unsigned char *name)
{
    return hg_xml_tokens_name(&names->tokens, name);
}

static uint16_t uri_token(struct hg_xml_names *names, const unsigned char *uri)
{
    return uri != NULL ? hg_xml_tokens_uri(&names->tokens, uri) : 0;
}

uint16_t hg_xml_attribute_ns(const struct hg_xml_tag *tag, size_t i)
{
    return uri_token(tag->parser->names, tag->attributes[i].uri);
}

uint16_t hg_xml_attribute_name(const struct hg_xml_tag *tag, size_t i)
{
    return name_token(tag->parser->names, tag->attributes[i].name);
}

/* libxml2 hands an ampersand in an attribute over as "&#38;" where entities are not replaced. */
static struct hg_str decode_ampersands(struct hg_xml_parser *parser, struct hg_str value)
{
    char *text;
    size_t len = 0;

    if (parser->decoded == NULL) {
        parser->decoded = hg_arena_open();
    }
    text = hg_arena_alloc(parser->decoded, value.len + 1);
    for (size_t at = 0; at < value.len; len++) {
        struct hg_str rest = hg_str_sub(value, (struct hg_span){at, value.len});

        text[len] = value.data[at];
        at += hg_str_starts(rest, HG_STR("&#38;")) ? 5 : 1;
    }
    return (struct hg_str){text, len};
}

struct hg_str hg_xml_attribute_value(const struct hg_xml_tag *tag, size_t i)
{
    const struct hg_xml_attribute *attribute = &tag->attributes[i];
    struct hg_str value = {(const char *)attribute->value,
                           (size_t)(attribute->end - attribute->value)};

    return value.len > 0 && memchr(value.data, '&', value.len) != NULL
               ? decode_ampersands(tag->parser, value)
               : value;
}

bool hg_xml_attribute(const struct hg_xml_tag *tag, uint16_t ns, uint16_t name,
                      struct hg_str *value)
{
    for (size_t i = 0; i < tag->attribute_count; i++) {
        if (hg_xml_attribute_name(tag, i) == name && hg_xml_attribute_ns(tag, i) == ns) {
            *value = hg_xml_attribute_value(tag, i);
            return true;
        }
    }
    return false;
}

uint16_t hg_xml_prefix(const struct hg_xml_parser *parser, struct hg_str prefix)
{
    for (size_t i = parser->bindings.len; i > 0; i--) {
        const struct binding *binding = &parser->bindings.items[i - 1];

        if (binding->prefix != NULL && hg_str_is(prefix, (const char *)binding->prefix)) {
            return binding->ns;
        }
    }
    return 0;
}

const char *hg_xml_local_name(const struct hg_xml_tag *tag)
{
    return (const char *)tag->parser->local_name;
}

const char *hg_xml_uri(const struct hg_xml_tag *tag)
{
    return tag->parser->uri != NULL ? (const char *)tag->parser->uri : "";
}

int hg_xml_line(const struct hg_xml_tag *tag)
{
    return xmlSAX2GetLineNumber(tag->parser->context);
}

/* ---- Events ---- */

static void stop(struct hg_xml_parser *parser, enum hg_status status)
{
    if (parser->status == HG_OK) {
        parser->status = status;
    }
    xmlStopParser(parser->context);
}

static void bind_prefixes(struct hg_xml_parser *parser, int count, const xmlChar **pairs)
{
    for (int i = 0; i < count && parser->bindings.len < NAMESPACES_MOST; i++) {
        *HG_HEAP_PUSH(&parser->bindings) = (struct binding){
            pairs[2 * i], uri_token(parser->names, pairs[2 * i + 1]), parser->depth};
    }
}

static void on_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int attribute_count,
                     int defaulted, const xmlChar **attributes)
{
    struct hg_xml_parser *parser = data;
    struct hg_xml_tag tag = {.parser = parser};
    enum hg_status status;

    (void)prefix;
    (void)defaulted;
    if (parser->status != HG_OK) {
        return;
    }
    if (parser->depth >= HG_LIMIT_XML_DEPTH) {
        stop(parser, hg_error_set(parser->err, HG_TOO_LARGE,
                                  "%.200s：标签嵌套超过 %zu 层，不予读取", parser->name,
                                  HG_LIMIT_XML_DEPTH));
        return;
    }
    tag.ns = uri_token(parser->names, uri);
    tag.name = name_token(parser->names, name);
    tag.attribute_count = (size_t)attribute_count;
    /* Five pointers an attribute, in the order of the struct: the documented SAX2 layout. */
    tag.attributes = (const struct hg_xml_attribute *)(const void *)attributes;
    parser->local_name = name;
    parser->uri = uri;
    parser->open[parser->depth].ns = tag.ns;
    parser->open[parser->depth].name = tag.name;
    parser->depth++;
    if (namespace_count > 0) {
        bind_prefixes(parser, namespace_count, namespaces);
    }
    if (parser->decoded != NULL) {
        hg_arena_clear(parser->decoded);
    }
    status = parser->handler->start(parser->user, &tag);
    if (status != HG_OK) {
        stop(parser, status);
    }
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct hg_xml_parser *parser = data;
    enum hg_status status;

    (void)name;
    (void)prefix;
    (void)uri;
    if (parser->status != HG_OK || parser->depth == 0) {
        return;
    }
    while (parser->bindings.len > 0 &&
           parser->bindings.items[parser->bindings.len - 1].depth == parser->depth) {
        parser->bindings.len--;
    }
    parser->depth--;
    status = parser->handler->end(parser->user, parser->open[parser->depth].ns,
                                  parser->open[parser->depth].name);
    if (status != HG_OK) {
        stop(parser, status);
    }
}

static void on_text(void *data, const xmlChar *text, int len)
{
    struct hg_xml_parser *parser = data;
    enum hg_status status;

    if (parser->status != HG_OK) {
        return;
    }
    status = parser->handler->text(parser->user, (struct hg_str){(const char *)text, (size_t)len});
    if (status != HG_OK) {
        stop(parser, status);
    }
}

static void on_doctype(void *data, const xmlChar *name, const xmlChar *id, const xmlChar *system)
{
    struct hg_xml_parser *parser = data;

    (void)name;
    (void)id;
    (void)system;
    stop(parser, hg_error_set(parser->err, HG_MALFORMED,
                              "%.200s：含有 DOCTYPE 声明，正常的文档里没有，为安全起见不予读取",
                              parser->name));
}

static void on_error(void *data, xmlError *error)
{
    (void)data;
    (void)error; /* kept in the context */
}

static const xmlSAXHandler event_handler = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = on_start,
    .endElementNs = on_end,
    .characters = on_text,
    .ignorableWhitespace = on_text,
    .cdataBlock = on_text,
    .internalSubset = on_doctype,
    .serror = on_error,
};

/* "word/document.xml：…": puts the part's name before a message. */
static enum hg_status name_part(const char *name, enum hg_status status, struct hg_error *err)
{
    struct hg_error inner;

    if (err != NULL) {
        inner = *err;
        (void)hg_error_set(err, status, "%.200s：%s", name, inner.message);
    }
    return status;
}

static enum hg_status not_well_formed(const xmlParserCtxt *context, const char *name,
                                      struct hg_error *err)
{
    const xmlError *error = xmlCtxtGetLastError((void *)(uintptr_t)context);
    int line = error != NULL ? error->line : 0;

    if (error != NULL && error->code == XML_ERR_NO_MEMORY) {
        hg_oom();
    }
    if (line > 0) {
        return hg_error_set(err, HG_MALFORMED,
                            "%.200s 第 %d 行不是合法的 XML，文件可能已损坏，请修复或另存后再试", name,
                            line);
    }
    return hg_error_set(err, HG_MALFORMED,
                        "%.200s 不是合法的 XML，文件可能已损坏，请修复或另存后再试", name);
}

static enum hg_status feed(struct hg_xml_parser *parser, const struct hg_xml_source *source,
                           struct hg_xml_bytes *state, char *chunk)
{
    enum hg_status status;
    struct hg_str piece;
    size_t got;

    do {
        status = source->read(source->from, chunk, CHUNK, &got, parser->err);
        if (status != HG_OK) {
            return status;
        }
        status = hg_xml_bytes_take(&piece, state, (struct hg_str){chunk, got}, parser->err);
        if (status != HG_OK) {
            return name_part(source->name, status, parser->err);
        }
        if (state->encoding == HG_XML_UTF16_LE || state->encoding == HG_XML_UTF16_BE) {
            parser->context->options |= XML_PARSE_IGNORE_ENC; /* it is UTF-8 by now */
        }
        if (xmlParseChunk(parser->context, piece.data, (int)piece.len, got == 0) != 0 &&
            parser->status == HG_OK) {
            return not_well_formed(parser->context, source->name, parser->err);
        }
        /* Its hash table stops growing: with very many names each look-up becomes a long walk. */
        if (xmlDictSize(parser->names->dict) > (int)HG_LIMIT_XML_NAMES) {
            return hg_error_set(parser->err, HG_TOO_LARGE,
                                "%.200s：不同的标签名和属性名超过 %zu 个，不是正常的文档，不予读取",
                                source->name, HG_LIMIT_XML_NAMES);
        }
    } while (parser->status == HG_OK && got > 0);
    return parser->status;
}

enum hg_status hg_xml_parse(struct hg_xml_names *names, const struct hg_xml_source *source,
                            const struct hg_xml_handler *handler, void *user, struct hg_error *err)
{
    struct hg_xml_parser parser = {
        .names = names, .handler = handler, .user = user, .name = source->name, .err = err};
    struct hg_xml_bytes state = {0};
    xmlSAXHandler sax = event_handler;
    enum hg_status status;
    char *chunk;

    parser.context = xmlCreatePushParserCtxt(&sax, &parser, NULL, 0, NULL);
    if (parser.context == NULL) {
        hg_oom();
    }
    /* The document's dictionary instead of the context's own, before anything is interned. */
    xmlDictFree(parser.context->dict);
    parser.context->dict = names->dict;
    (void)xmlDictReference(names->dict);
    (void)xmlCtxtUseOptions(parser.context, XML_PARSE_NONET | XML_PARSE_NOERROR |
                                                XML_PARSE_NOWARNING | XML_PARSE_COMPACT);
    parser.context->sax->serror = on_error;
    chunk = hg_heap_alloc(CHUNK);
    status = feed(&parser, source, &state, chunk);
    hg_heap_free(chunk);
    hg_xml_bytes_release(&state);
    HG_HEAP_VEC_FREE(&parser.bindings);
    hg_arena_free(parser.decoded);
    xmlFreeParserCtxt(parser.context);
    return status;
}

/* ---- Validation ---- */

struct faults {
    hg_xml_fault tell;
    void *user;
    size_t count;
};

static void on_fault(void *data, xmlError *error)
{
    struct faults *faults = data;
    const xmlNode *node = error->node;
    struct hg_buf words = HG_BUF_INIT, attributes = HG_BUF_INIT;

    faults->count++;
    if (faults->tell != NULL) {
        long line = error->line > 0 || node == NULL ? error->line : xmlGetLineNo(node);

        if (node != NULL && node->type == XML_ELEMENT_NODE) {
            for (const xmlAttr *at = node->properties; at != NULL; at = at->next) {
                hg_buf_puts(&attributes, attributes.len > 0 ? "、" : "");
                hg_buf_puts(&attributes, (const char *)at->name);
            }
        }
        hg_schema_words(&words, hg_str_of(error->message != NULL ? error->message : ""),
                        hg_buf_view(&attributes));
        faults->tell(faults->user, (int)line, words.data);
    }
    hg_buf_release(&words);
    hg_buf_release(&attributes);
}

/* A DOM for the validator, through the same gates as every other text. */
static enum hg_status read_dom(xmlDoc **out, struct hg_str text, const char *name,
                               struct hg_error *err)
{
    struct hg_xml_bytes state = {0};
    enum hg_status status;
    struct hg_str piece;
    xmlParserCtxt *context;

    *out = NULL;
    status = text.len > HG_LIMIT_PART_BYTES
                 ? hg_error_set(err, HG_TOO_LARGE, "文件超过 %zu MB", HG_LIMIT_PART_BYTES >> 20)
                 : hg_xml_bytes_take(&piece, &state, text, err);
    if (status != HG_OK) {
        hg_xml_bytes_release(&state);
        return name_part(name, status, err);
    }
    context = xmlNewParserCtxt();
    if (context == NULL) {
        hg_oom();
    }
    context->sax->serror = on_error;
    *out = xmlCtxtReadMemory(context, piece.data, (int)piece.len, NULL,
                             piece.data != text.data && state.text.len > 0 ? "UTF-8" : NULL,
                             XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (*out == NULL) {
        status = not_well_formed(context, name, err);
    } else if ((*out)->intSubset != NULL) {
        xmlFreeDoc(*out);
        *out = NULL;
        status = hg_error_set(err, HG_MALFORMED, "%.200s：含有 DOCTYPE 声明，不予读取", name);
    }
    xmlFreeParserCtxt(context);
    hg_xml_bytes_release(&state);
    return status;
}

static enum hg_status validate_dom(bool *valid, struct hg_str schema, xmlDoc *doc,
                                   hg_xml_fault fault, void *user, struct hg_error *err)
{
    struct faults faults = {fault, user, 0}, quiet = {NULL, NULL, 0};
    xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewMemParserCtxt(schema.data, (int)schema.len);
    xmlRelaxNG *rules;
    xmlRelaxNGValidCtxt *context;
    int result;

    if (parser == NULL) {
        hg_oom();
    }
    xmlRelaxNGSetParserStructuredErrors(parser, on_fault, &quiet);
    rules = xmlRelaxNGParse(parser);
    xmlRelaxNGFreeParserCtxt(parser);
    if (rules == NULL) {
        return hg_error_set(err, HG_BAD_SETTINGS, "RELAX NG 模式本身有误，无法校验");
    }
    context = xmlRelaxNGNewValidCtxt(rules);
    if (context == NULL) {
        hg_oom();
    }
    xmlRelaxNGSetValidStructuredErrors(context, on_fault, &faults);
    result = xmlRelaxNGValidateDoc(context, doc);
    xmlRelaxNGFreeValidCtxt(context);
    xmlRelaxNGFree(rules);
    *valid = result == 0 && faults.count == 0;
    return result >= 0 ? HG_OK : hg_error_set(err, HG_BAD_SETTINGS, "RELAX NG 校验出错");
}

enum hg_status hg_xml_validate(bool *valid, struct hg_str schema, struct hg_str text,
                               const char *name, hg_xml_fault fault, void *user,
                               struct hg_error *err)
{
    enum hg_status status;
    xmlDoc *doc;

    *valid = false;
    set_up_once();
    status = read_dom(&doc, text, name, err);
    if (status == HG_OK) {
        status = validate_dom(valid, schema, doc, fault, user, err);
        xmlFreeDoc(doc);
    }
    return status;
}
