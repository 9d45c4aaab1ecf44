/* Raw XML as bytes: tokens with their places, so that an editor can insert and cut while every
 * other byte stays as it is. Not a parser of untrusted input for the model (that is io/xml.h): it
 * takes UTF-8 text that has been read as well-formed before, and stops at what it cannot follow. */
#ifndef HG_IO_MARKUP_H
#define HG_IO_MARKUP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "base/vec.h"

enum hg_markup_kind {
    HG_MARKUP_DONE,  /* end of the text, or of what can be followed: see `failed` */
    HG_MARKUP_START, /* <a …> */
    HG_MARKUP_END,   /* </a> */
    HG_MARKUP_EMPTY, /* <a …/> */
    HG_MARKUP_TEXT,  /* characters and references between tags */
    HG_MARKUP_CDATA, /* <![CDATA[…]]> whole */
    HG_MARKUP_OTHER  /* declaration, comment, processing instruction */
};

enum hg_markup_ns {
    HG_MARKUP_NS_NONE,
    HG_MARKUP_NS_UNKNOWN,
    HG_MARKUP_NS_W,   /* WordprocessingML, transitional or strict */
    HG_MARKUP_NS_MC,  /* markup-compatibility */
    HG_MARKUP_NS_W14,
    HG_MARKUP_NS_W15,
    HG_MARKUP_NS_CID, /* commentsIds */
    HG_MARKUP_NS_CEX, /* commentsExtensible */
    HG_MARKUP_NS_REL, /* package relationships */
    HG_MARKUP_NS_CT,  /* content types */
    HG_MARKUP_NS_XML
};

struct hg_markup_token {
    enum hg_markup_kind kind;
    struct hg_span span;          /* bytes of the whole token */
    struct hg_str prefix, local;  /* of tags; borrowed from the text */
    enum hg_markup_ns ns;
    size_t name_end;              /* where attributes may begin */
};

struct hg_markup_binding {
    struct hg_str prefix;
    enum hg_markup_ns ns;
    uint32_t depth;
};

struct hg_markup {
    struct hg_str text;
    size_t at;
    uint32_t depth; /* open elements */
    bool failed;    /* the text is not well-formed, or deeper than HG_LIMIT_XML_DEPTH */
    bool pop;       /* bindings of the last EMPTY or END tag go before the next token */
    HG_VEC(struct hg_markup_binding) bindings;
};

struct hg_markup_attribute {
    struct hg_str prefix, local;
    enum hg_markup_ns ns;     /* NONE without a prefix */
    struct hg_span value;   /* between the quotes, raw */
    struct hg_span whole;   /* from the blank before it to the closing quote */
};

/* `text` is borrowed; released with hg_markup_release. A byte order mark is skipped. */
void hg_markup_init(struct hg_markup *scan, struct hg_str text);
void hg_markup_release(struct hg_markup *scan);
/* The next token; false at the end or where the text cannot be followed (then `failed`). */
bool hg_markup_next(struct hg_markup *scan, struct hg_markup_token *token);
/* True for a tag of this name. */
bool hg_markup_is(const struct hg_markup_token *token, enum hg_markup_ns ns, const char *local);

/* Attributes of a START or EMPTY token while it is the last one; *at is 0 first. xmlns
 * declarations are given too, with local or prefix "xmlns". */
bool hg_markup_attribute(const struct hg_markup *scan, const struct hg_markup_token *token, size_t *at,
                       struct hg_markup_attribute *out);
bool hg_markup_find(const struct hg_markup *scan, const struct hg_markup_token *token,
                  enum hg_markup_ns ns, const char *local, struct hg_markup_attribute *out);
/* The raw value of an attribute; empty if the tag has none. */
struct hg_str hg_markup_value(const struct hg_markup *scan, const struct hg_markup_token *token,
                            enum hg_markup_ns ns, const char *local);
/* A prefix other than the default one that is bound to `ns` here; null data if there is none. */
struct hg_str hg_markup_prefix(const struct hg_markup *scan, enum hg_markup_ns ns);

/* Appends raw characters or an attribute value with references resolved. */
void hg_markup_decode(struct hg_buf *out, struct hg_str raw);
/* Byte offset of the n-th character of raw text (a reference and a CR LF count one each): offset
 * and *left characters short if the text ends before. */
size_t hg_markup_offset(struct hg_str raw, size_t n, size_t *left, bool references);

#endif
