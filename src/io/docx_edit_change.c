#include "io/docx_edit_change.h"

#include <stdio.h>
#include <string.h>

#include "io/xml.h"
#include "io/markup.h"

void hg_xml_open_tag(struct hg_buf *out, struct hg_str prefix, const char *name)
{
    hg_buf_putc(out, '<');
    hg_buf_str(out, prefix);
    hg_buf_puts(out, prefix.len > 0 ? ":" : "");
    hg_buf_puts(out, name);
}

void hg_xml_close_tag(struct hg_buf *out, struct hg_str prefix, const char *name)
{
    hg_buf_puts(out, "</");
    hg_buf_str(out, prefix);
    hg_buf_puts(out, prefix.len > 0 ? ":" : "");
    hg_buf_puts(out, name);
    hg_buf_putc(out, '>');
}

/* Unprefixed attributes are in no namespace, so a part that binds WordprocessingML as the default
 * one only needs a prefix for them. */
void hg_docx_attribute(struct hg_buf *out, const struct hg_site *site, const char *namespace_uri,
                       const char *name)
{
    struct hg_str prefix = site->attribute_prefix;

    if (prefix.data == NULL) {
        prefix = HG_STR("w");
        hg_buf_printf(out, " xmlns:w=\"%s\"", namespace_uri);
    }
    hg_buf_putc(out, ' ');
    hg_buf_str(out, prefix);
    hg_buf_printf(out, ":%s=\"", name);
}

/* One tag or other markup between two places of a part. */
struct piece {
    struct hg_span span;
    struct hg_str name; /* as written, prefix included; empty for what is no tag */
    bool closing;
};

static bool next_piece(struct hg_str part, size_t *at, size_t end, struct piece *out)
{
    const char *open = *at < end ? memchr(part.data + *at, '<', end - *at) : NULL;
    size_t start, i;
    char quote = 0;

    if (open == NULL) {
        return false;
    }
    start = (size_t)(open - part.data);
    for (i = start + 1; i < end; i++) {
        char byte = part.data[i];

        if (quote == 0 && byte == '>') {
            break;
        }
        quote = quote == 0 && (byte == '"' || byte == '\'') ? byte : byte == quote ? '\0' : quote;
    }
    out->span = (struct hg_span){start, i < end ? i + 1 : end};
    out->closing = part.data[start + 1] == '/';
    out->name.data = part.data + start + (out->closing ? 2 : 1);
    out->name.len = strcspn(out->name.data, " \t\r\n/>");
    if (*out->name.data == '!' || *out->name.data == '?') {
        out->name.len = 0;
    }
    *at = out->span.end;
    return true;
}

/* True if `name` is `local` under the prefix of WordprocessingML there. */
static bool is_named(struct hg_str name, struct hg_str prefix, const char *local)
{
    if (prefix.len == 0) {
        return hg_str_is(name, local);
    }
    return name.len > prefix.len + 1 && hg_str_starts(name, prefix) &&
           name.data[prefix.len] == ':' &&
           hg_str_is(hg_str_sub(name, (struct hg_span){prefix.len + 1, name.len}), local);
}

bool hg_docx_change_possible(struct hg_str part, const struct hg_sites *sites,
                             const struct hg_site *start, const struct hg_site *end)
{
    size_t at = start->at;
    bool in_properties = false;
    struct piece piece;

    if (start->run == SIZE_MAX || end->run == SIZE_MAX || start->parent != end->parent ||
        !start->takes_changes || start->at >= end->at || !start->is_text || !end->is_text ||
        start->cdata || end->cdata || start->kind == HG_SITE_CHILD ||
        end->kind == HG_SITE_CHILD) {
        return false;
    }
    while (next_piece(part, &at, end->at, &piece)) {
        struct hg_str prefix = sites->runs.items[start->run].prefix;

        if (is_named(piece.name, prefix, "rPr")) {
            in_properties = !piece.closing && part.data[piece.span.end - 2] != '/';
        } else if (!in_properties && !is_named(piece.name, prefix, "r") &&
                   !is_named(piece.name, prefix, "t") &&
                   !is_named(piece.name, prefix, "proofErr") &&
                   !is_named(piece.name, prefix, "lastRenderedPageBreak")) {
            return false;
        }
    }
    return true;
}

void hg_docx_change_rename(struct hg_patches *patches, struct hg_str part,
                           const struct hg_site *start, const struct hg_site *end)
{
    size_t at = start->at;
    struct piece piece;

    while (next_piece(part, &at, end->at, &piece)) {
        if (is_named(piece.name, start->prefix, "t")) {
            size_t name_end = (size_t)(piece.name.data - part.data) + piece.name.len;

            hg_patches_replace(patches, (struct hg_span){name_end - 1, name_end},
                               HG_STR("delText"));
        }
    }
}

static void write_change(struct hg_buf *out, const struct hg_site *site, const char *name,
                         const struct hg_docx_marks *how)
{
    hg_xml_open_tag(out, site->prefix, name);
    hg_docx_attribute(out, site, how->namespace_uri, "id");
    hg_buf_printf(out, "%d\"", (int)hg_docx_ids_next(how->ids));
    if (site->attribute_prefix.data != NULL) {
        hg_docx_attribute(out, site, how->namespace_uri, "author");
        hg_buf_puts(out, HG_DOCX_OWN_AUTHOR "\"");
        hg_docx_attribute(out, site, how->namespace_uri, "date");
    } else {
        hg_buf_puts(out, " w:author=\"" HG_DOCX_OWN_AUTHOR "\" w:date=\"");
    }
    hg_buf_printf(out, "%s\">", how->date);
}

void hg_docx_change_start(struct hg_buf *out, const struct hg_site *site,
                          const struct hg_docx_marks *how)
{
    write_change(out, site, "del", how);
}

void hg_docx_change_end(struct hg_buf *out, struct hg_str part, const struct hg_site_run *run,
                        const struct hg_site *site, struct hg_str text,
                        const struct hg_docx_marks *how)
{
    hg_xml_close_tag(out, site->prefix, "del");
    if (text.len == 0) {
        return;
    }
    write_change(out, site, "ins", how);
    hg_buf_str(out, hg_str_sub(part, run->tag));
    hg_docx_copy_properties(out, part, run->properties, how->ids);
    hg_xml_open_tag(out, run->prefix, "t");
    hg_buf_puts(out, " xml:space=\"preserve\">");
    hg_xml_escape(out, text);
    hg_xml_close_tag(out, run->prefix, "t");
    hg_xml_close_tag(out, run->prefix, "r");
    hg_xml_close_tag(out, site->prefix, "ins");
}

void hg_docx_copy_properties(struct hg_buf *out, struct hg_str part, struct hg_span properties,
                             struct hg_docx_ids *ids)
{
    struct hg_str raw = hg_str_sub(part, properties);
    struct hg_patches patches = {0};
    struct hg_markup scan;
    struct hg_markup_token token;
    char id[16];

    if (raw.len == 0 || memmem(raw.data, raw.len, "rPrChange", 9) == NULL) {
        hg_buf_str(out, raw);
        return;
    }
    hg_markup_init(&scan, raw);
    while (hg_markup_next(&scan, &token)) {
        struct hg_markup_attribute attribute;
        size_t at = 0;

        while (token.kind == HG_MARKUP_START && hg_str_is(token.local, "rPrChange") &&
               hg_markup_attribute(&scan, &token, &at, &attribute)) {
            if (hg_str_is(attribute.local, "id")) {
                int len = snprintf(id, sizeof id, "%d", (int)hg_docx_ids_next(ids));

                hg_patches_replace(&patches, attribute.value, (struct hg_str){id, (size_t)len});
            }
        }
    }
    hg_markup_release(&scan);
    hg_patches_apply(out, &patches, raw);
    hg_patches_release(&patches);
}
