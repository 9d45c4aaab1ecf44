#include "io/markup.h"

#include <string.h>

#include "base/utf8.h"
#include "io/leaf.h"
#include "io/limits.h"

static const struct {
    const char *uri;
    enum hg_markup_ns ns;
} known_uris[] = {
    {HG_WML_TRANSITIONAL, HG_MARKUP_NS_W},
    {HG_WML_STRICT, HG_MARKUP_NS_W},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", HG_MARKUP_NS_MC},
    {"http://schemas.microsoft.com/office/word/2010/wordml", HG_MARKUP_NS_W14},
    {"http://schemas.microsoft.com/office/word/2012/wordml", HG_MARKUP_NS_W15},
    {"http://schemas.microsoft.com/office/word/2016/wordml/cid", HG_MARKUP_NS_CID},
    {"http://schemas.microsoft.com/office/word/2018/wordml/cex", HG_MARKUP_NS_CEX},
    {"http://schemas.openxmlformats.org/package/2006/relationships", HG_MARKUP_NS_REL},
    {"http://schemas.openxmlformats.org/package/2006/content-types", HG_MARKUP_NS_CT},
};

static enum hg_markup_ns ns_of_uri(struct hg_str uri)
{
    if (uri.len == 0) {
        return HG_MARKUP_NS_NONE;
    }
    for (size_t i = 0; i < sizeof known_uris / sizeof *known_uris; i++) {
        if (hg_str_is(uri, known_uris[i].uri)) {
            return known_uris[i].ns;
        }
    }
    return HG_MARKUP_NS_UNKNOWN;
}

void hg_markup_init(struct hg_markup *scan, struct hg_str text)
{
    memset(scan, 0, sizeof *scan);
    scan->text = text;
    if (hg_str_starts(text, HG_STR("\xEF\xBB\xBF"))) {
        scan->at = 3;
    }
}

void hg_markup_release(struct hg_markup *scan)
{
    HG_HEAP_VEC_FREE(&scan->bindings);
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static bool ends_name(char byte)
{
    return is_blank(byte) || byte == '/' || byte == '>' || byte == '=';
}

/* Splits a qualified name at its colon. */
static void split_name(struct hg_str name, struct hg_str *prefix, struct hg_str *local)
{
    const char *colon = name.len > 0 ? memchr(name.data, ':', name.len) : NULL;

    if (colon == NULL) {
        *prefix = (struct hg_str){name.data, 0};
        *local = name;
        return;
    }
    *prefix = (struct hg_str){name.data, (size_t)(colon - name.data)};
    *local = (struct hg_str){colon + 1, name.len - prefix->len - 1};
}

static enum hg_markup_ns lookup(const struct hg_markup *scan, struct hg_str prefix)
{
    if (hg_str_is(prefix, "xml")) {
        return HG_MARKUP_NS_XML;
    }
    for (size_t i = scan->bindings.len; i > 0; i--) {
        if (hg_str_equal(scan->bindings.items[i - 1].prefix, prefix)) {
            return scan->bindings.items[i - 1].ns;
        }
    }
    return prefix.len == 0 ? HG_MARKUP_NS_NONE : HG_MARKUP_NS_UNKNOWN;
}

/* The raw attribute at *at, without its namespace. */
static bool raw_attribute(const struct hg_markup *scan, const struct hg_markup_token *token,
                          size_t *at, struct hg_markup_attribute *out)
{
    const char *text = scan->text.data;
    size_t end = token->span.end, i = *at > 0 ? *at : token->name_end;
    size_t name_start, name_end;
    const char *close;

    out->whole.start = i;
    while (i < end && is_blank(text[i])) {
        i++;
    }
    name_start = i;
    while (i < end && !ends_name(text[i])) {
        i++;
    }
    name_end = i;
    while (i < end && is_blank(text[i])) {
        i++;
    }
    if (name_end == name_start || i >= end || text[i] != '=') {
        return false;
    }
    i++;
    while (i < end && is_blank(text[i])) {
        i++;
    }
    if (i >= end || (text[i] != '"' && text[i] != '\'')) {
        return false;
    }
    close = memchr(text + i + 1, text[i], end - i - 1);
    if (close == NULL) {
        return false;
    }
    out->value = (struct hg_span){i + 1, (size_t)(close - text)};
    out->whole.end = out->value.end + 1;
    split_name((struct hg_str){text + name_start, name_end - name_start}, &out->prefix,
               &out->local);
    *at = out->whole.end;
    return true;
}

bool hg_markup_attribute(const struct hg_markup *scan, const struct hg_markup_token *token, size_t *at,
                       struct hg_markup_attribute *out)
{
    if (!raw_attribute(scan, token, at, out)) {
        return false;
    }
    out->ns = out->prefix.len > 0 ? lookup(scan, out->prefix) : HG_MARKUP_NS_NONE;
    return true;
}

bool hg_markup_find(const struct hg_markup *scan, const struct hg_markup_token *token,
                  enum hg_markup_ns ns, const char *local, struct hg_markup_attribute *out)
{
    size_t at = 0;

    while (hg_markup_attribute(scan, token, &at, out)) {
        if (out->ns == ns && hg_str_is(out->local, local)) {
            return true;
        }
    }
    return false;
}

struct hg_str hg_markup_value(const struct hg_markup *scan, const struct hg_markup_token *token,
                            enum hg_markup_ns ns, const char *local)
{
    struct hg_markup_attribute attribute;

    return hg_markup_find(scan, token, ns, local, &attribute)
               ? hg_str_sub(scan->text, attribute.value)
               : HG_STR("");
}

struct hg_str hg_markup_prefix(const struct hg_markup *scan, enum hg_markup_ns ns)
{
    for (size_t i = scan->bindings.len; i > 0; i--) {
        const struct hg_markup_binding *binding = &scan->bindings.items[i - 1];

        if (binding->ns == ns && binding->prefix.len > 0 && lookup(scan, binding->prefix) == ns) {
            return binding->prefix;
        }
    }
    return (struct hg_str){NULL, 0};
}

static void bind(struct hg_markup *scan, const struct hg_markup_token *token, uint32_t depth)
{
    struct hg_str tag = hg_str_sub(scan->text, token->span);
    struct hg_markup_attribute attribute;
    size_t at = 0;

    if (memmem(tag.data, tag.len, "xmlns", 5) == NULL) {
        return;
    }
    while (raw_attribute(scan, token, &at, &attribute)) {
        bool plain = attribute.prefix.len == 0 && hg_str_is(attribute.local, "xmlns");

        if (plain || hg_str_is(attribute.prefix, "xmlns")) {
            *HG_HEAP_PUSH(&scan->bindings) = (struct hg_markup_binding){
                plain ? HG_STR("") : attribute.local,
                ns_of_uri(hg_str_sub(scan->text, attribute.value)), depth};
        }
    }
}

static void unbind(struct hg_markup *scan)
{
    while (scan->bindings.len > 0 &&
           scan->bindings.items[scan->bindings.len - 1].depth > scan->depth) {
        scan->bindings.len--;
    }
}

/* The '>' that ends the tag at `start`, quotes respected; SIZE_MAX if there is none. */
static size_t tag_end(struct hg_str text, size_t start)
{
    char quote = 0;

    for (size_t i = start; i < text.len; i++) {
        char byte = text.data[i];

        if (quote != 0) {
            quote = byte == quote ? '\0' : quote;
        } else if (byte == '"' || byte == '\'') {
            quote = byte;
        } else if (byte == '>') {
            return i;
        }
    }
    return SIZE_MAX;
}

static bool fail(struct hg_markup *scan)
{
    scan->failed = true;
    return false;
}

/* A token that runs to a mark such as "-->". */
static bool until(struct hg_markup *scan, struct hg_markup_token *token, enum hg_markup_kind kind,
                  struct hg_str mark)
{
    size_t end = hg_str_find(scan->text, mark, scan->at);

    if (end == SIZE_MAX) {
        return fail(scan);
    }
    token->kind = kind;
    token->span = (struct hg_span){scan->at, end + mark.len};
    scan->at = token->span.end;
    return true;
}

static bool tag(struct hg_markup *scan, struct hg_markup_token *token)
{
    const char *text = scan->text.data;
    size_t start = scan->at, end = tag_end(scan->text, start), name;
    bool closing = start + 1 < scan->text.len && text[start + 1] == '/';

    if (end == SIZE_MAX) {
        return fail(scan);
    }
    name = start + (closing ? 2 : 1);
    token->name_end = name;
    while (token->name_end < end && !ends_name(text[token->name_end])) {
        token->name_end++;
    }
    token->span = (struct hg_span){start, end + 1};
    split_name((struct hg_str){text + name, token->name_end - name}, &token->prefix,
               &token->local);
    if (token->local.len == 0 || (closing && scan->depth == 0)) {
        return fail(scan);
    }
    if (closing) {
        token->kind = HG_MARKUP_END;
        token->ns = lookup(scan, token->prefix);
        scan->depth--;
        scan->pop = true;
    } else {
        token->kind = text[end - 1] == '/' ? HG_MARKUP_EMPTY : HG_MARKUP_START;
        bind(scan, token, scan->depth + 1);
        token->ns = lookup(scan, token->prefix);
        scan->pop = token->kind == HG_MARKUP_EMPTY;
        scan->depth += token->kind == HG_MARKUP_START;
    }
    scan->at = end + 1;
    return scan->depth <= HG_LIMIT_XML_DEPTH || fail(scan);
}

bool hg_markup_next(struct hg_markup *scan, struct hg_markup_token *token)
{
    struct hg_str rest;
    const char *mark;

    memset(token, 0, sizeof *token);
    if (scan->pop) {
        scan->pop = false;
        unbind(scan);
    }
    if (scan->failed || scan->at >= scan->text.len) {
        scan->failed = scan->failed || scan->depth > 0;
        return false;
    }
    rest = hg_str_sub(scan->text, (struct hg_span){scan->at, scan->text.len});
    if (rest.data[0] != '<') {
        mark = memchr(rest.data, '<', rest.len);
        token->kind = HG_MARKUP_TEXT;
        token->span.start = scan->at;
        token->span.end = mark != NULL ? (size_t)(mark - scan->text.data) : scan->text.len;
        scan->at = token->span.end;
        return true;
    }
    if (hg_str_starts(rest, HG_STR("<![CDATA["))) {
        return until(scan, token, HG_MARKUP_CDATA, HG_STR("]]>"));
    }
    if (hg_str_starts(rest, HG_STR("<!--"))) {
        return until(scan, token, HG_MARKUP_OTHER, HG_STR("-->"));
    }
    if (hg_str_starts(rest, HG_STR("<?"))) {
        return until(scan, token, HG_MARKUP_OTHER, HG_STR("?>"));
    }
    if (hg_str_starts(rest, HG_STR("<!"))) {
        return fail(scan); /* a DOCTYPE: packages may not hold one */
    }
    return tag(scan, token);
}

bool hg_markup_is(const struct hg_markup_token *token, enum hg_markup_ns ns, const char *local)
{
    return token->ns == ns && hg_str_is(token->local, local);
}

/* The character a reference at `at` stands for; moves *at past it. */
static uint32_t reference(struct hg_str raw, size_t *at)
{
    static const struct {
        const char *name;
        uint32_t character;
    } names[] = {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}, {"&apos;", '\''}};
    struct hg_str rest = hg_str_sub(raw, (struct hg_span){*at, raw.len});
    uint32_t value = 0;
    bool hex = hg_str_starts(rest, HG_STR("&#x"));
    size_t i;

    for (i = 0; i < sizeof names / sizeof *names; i++) {
        struct hg_str name = hg_str_of(names[i].name);

        if (hg_str_starts(rest, name)) {
            *at += name.len;
            return names[i].character;
        }
    }
    for (i = hex ? 3 : 2; i < rest.len && rest.data[i] != ';' && value < 0x110000; i++) {
        char byte = rest.data[i];
        uint32_t digit = byte >= '0' && byte <= '9'   ? (uint32_t)(byte - '0')
                         : byte >= 'a' && byte <= 'f' ? (uint32_t)(byte - 'a') + 10
                         : byte >= 'A' && byte <= 'F' ? (uint32_t)(byte - 'A') + 10
                                                      : 0;

        value = value * (hex ? 16 : 10) + digit;
    }
    *at += i < rest.len ? i + 1 : rest.len;
    return value;
}

/* One character as a parser gives it: references resolved, CR LF and CR as LF. */
static uint32_t character(struct hg_str raw, size_t *at, bool references)
{
    uint32_t c;

    if (references && raw.data[*at] == '&') {
        return reference(raw, at);
    }
    c = hg_utf8_next(raw, at);
    if (c == '\r') {
        *at += *at < raw.len && raw.data[*at] == '\n';
        c = '\n';
    }
    return c;
}

void hg_markup_decode(struct hg_buf *out, struct hg_str raw)
{
    size_t at = 0;

    while (at < raw.len) {
        hg_buf_code_point(out, character(raw, &at, true));
    }
}

size_t hg_markup_offset(struct hg_str raw, size_t n, size_t *left, bool references)
{
    size_t at = 0;

    while (at < raw.len && n > 0) {
        (void)character(raw, &at, references);
        n--;
    }
    *left = n;
    return at;
}
