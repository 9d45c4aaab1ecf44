/* Leaves: the elements that origins count (DESIGN.md section 2). One predicate for the reader and
 * the editor, so that an ordinal means the same to both.
 *
 * Counted from 0 in raw document order of one part, every one of them wherever it stands: all
 * branches of AlternateContent, deleted and hidden text, and w:tab as a tab stop in w:tabs too. */
#ifndef HG_IO_LEAF_H
#define HG_IO_LEAF_H

#include <stdbool.h>

#include "base/str.h"

/* The two namespaces of WordprocessingML: ECMA-376 transitional and ISO 29500 strict. */
#define HG_WML_TRANSITIONAL "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define HG_WML_STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main"

enum hg_leaf_kind {
    HG_LEAF_TEXT,             /* w:t */
    HG_LEAF_DELETED_TEXT,     /* w:delText */
    HG_LEAF_TAB,              /* w:tab */
    HG_LEAF_BREAK,            /* w:br */
    HG_LEAF_RETURN,           /* w:cr */
    HG_LEAF_SYMBOL,           /* w:sym */
    HG_LEAF_NO_BREAK_HYPHEN,  /* w:noBreakHyphen */
    HG_LEAF_SOFT_HYPHEN,      /* w:softHyphen */
    HG_LEAF_POSITIONED_TAB,   /* w:ptab */
    HG_LEAF_KIND_COUNT,
    HG_LEAF_NONE = HG_LEAF_KIND_COUNT
};

/* Local name of a kind, for readers that look names up once and compare pointers afterwards. */
const char *hg_leaf_name(enum hg_leaf_kind kind);
/* The kind of an element of a WordprocessingML namespace by its local name; HG_LEAF_NONE if it is
 * no leaf. */
enum hg_leaf_kind hg_leaf_kind(struct hg_str local_name);
/* True for both namespaces of WordprocessingML. */
bool hg_leaf_is_wml(struct hg_str namespace_uri);

#endif
