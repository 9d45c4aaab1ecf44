/* The bytes of an XML part before any parser sees them: the encoding is settled, and tags beyond
 * the limits are refused. libxml2 2.9 compares the attributes of a tag pairwise before it calls
 * back, so a tag of 80 000 attributes has to be caught here. */
#ifndef HG_IO_XML_BYTES_H
#define HG_IO_XML_BYTES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum hg_xml_encoding {
    HG_XML_UNDECIDED,
    HG_XML_BYTES,    /* UTF-8, or a declared encoding in which '<' '>' '=' and quotes are ASCII */
    HG_XML_UTF16_LE, /* transcoded to UTF-8 here */
    HG_XML_UTF16_BE,
};

/* Zero-initialise it. */
struct hg_xml_bytes {
    enum hg_xml_encoding encoding;
    struct hg_buf text; /* the last chunk of a UTF-16 part as UTF-8 */
    uint32_t high;      /* high surrogate that waits for its partner; 0 if none */
    int odd_byte;       /* first half of a code unit cut by the chunk's end, plus 1; 0 if none */
    /* The tag that is open at the end of the last chunk. */
    bool in_tag;
    char quote; /* the quote that is open within the tag; 0 if none */
    size_t tag_bytes, tag_attributes;
};

void hg_xml_bytes_release(struct hg_xml_bytes *state);

/* Takes one chunk; *out is what to give the parser, valid until the next call. HG_TOO_LARGE for a
 * tag beyond the limits, HG_MALFORMED for an encoding that a package may not use. */
enum hg_status hg_xml_bytes_take(struct hg_str *out, struct hg_xml_bytes *state, struct hg_str chunk,
                                 struct hg_error *err);

#endif
