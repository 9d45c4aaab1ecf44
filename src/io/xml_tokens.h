/* Names as numbers: interned addresses to tokens of a vocabulary. The parser's dictionary gives
 * equal names equal addresses, so each is looked up as text once and by address ever after. */
#ifndef HG_IO_XML_TOKENS_H
#define HG_IO_XML_TOKENS_H

#include "io/xml.h"

enum { HG_XML_NAME_SLOTS = 1024, HG_XML_URI_SLOTS = 64 };

/* Zero-initialise it, then set the vocabulary (borrowed). Addresses must stay valid and must not be
 * used again for other text. */
struct hg_xml_tokens {
    const struct hg_xml_vocabulary *vocabulary;
    struct {
        const unsigned char *name;
        uint16_t token;
    } slots[HG_XML_NAME_SLOTS]; /* linear probing, at most half full */
    size_t used;
    struct {
        const unsigned char *uri;
        uint16_t ns;
    } uris[HG_XML_URI_SLOTS];
    size_t uri_count;
    const unsigned char *last_uri; /* most names in a row are of one namespace */
    uint16_t last_ns;
};

uint16_t hg_xml_tokens_name(struct hg_xml_tokens *tokens, const unsigned char *name);
uint16_t hg_xml_tokens_uri(struct hg_xml_tokens *tokens, const unsigned char *uri);

#endif
