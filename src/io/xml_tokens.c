#include "io/xml_tokens.h"

#include <string.h>

static uint16_t token_by_text(const struct hg_xml_vocabulary *vocabulary, const char *name)
{
    size_t low = 0, high = vocabulary->name_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(name, vocabulary->names[middle]);

        if (order == 0) {
            return (uint16_t)(middle + 1);
        }
        if (order < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return 0;
}

uint16_t hg_xml_tokens_name(struct hg_xml_tokens *tokens, const unsigned char *name)
{
    uintptr_t address = (uintptr_t)name;
    size_t slot = (size_t)(address ^ address >> 10) & (HG_XML_NAME_SLOTS - 1);
    uint16_t token;

    while (tokens->slots[slot].name != NULL) {
        if (tokens->slots[slot].name == name) {
            return tokens->slots[slot].token;
        }
        slot = (slot + 1) & (HG_XML_NAME_SLOTS - 1);
    }
    token = token_by_text(tokens->vocabulary, (const char *)name);
    if (tokens->used < HG_XML_NAME_SLOTS / 2) {
        tokens->slots[slot].name = name;
        tokens->slots[slot].token = token;
        tokens->used++;
    }
    return token;
}

static uint16_t uri_by_text(const struct hg_xml_vocabulary *vocabulary, const char *uri)
{
    for (size_t i = 0; i < vocabulary->namespace_count; i++) {
        if (strcmp(uri, vocabulary->namespaces[i].uri) == 0) {
            return vocabulary->namespaces[i].ns;
        }
    }
    return 0;
}

uint16_t hg_xml_tokens_uri(struct hg_xml_tokens *tokens, const unsigned char *uri)
{
    uint16_t ns;

    if (uri == tokens->last_uri) {
        return tokens->last_ns;
    }
    for (size_t i = 0; i < tokens->uri_count; i++) {
        if (tokens->uris[i].uri == uri) {
            tokens->last_uri = uri;
            tokens->last_ns = tokens->uris[i].ns;
            return tokens->last_ns;
        }
    }
    ns = uri_by_text(tokens->vocabulary, (const char *)uri);
    if (tokens->uri_count < HG_XML_URI_SLOTS) {
        tokens->uris[tokens->uri_count].uri = uri;
        tokens->uris[tokens->uri_count++].ns = ns;
    }
    return ns;
}
