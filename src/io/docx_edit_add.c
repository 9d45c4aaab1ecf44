/* Additions to a package: text at the end of a root, the comments part with what announces it. */
#include <stdio.h>
#include <strings.h>

#include "io/docx_edit_parts.h"
#include "io/markup.h"
#include "io/xml.h"

#define TRANSITIONAL_RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define STRICT_RELATIONS "http://purl.oclc.org/ooxml/officeDocument/relationships/"
#define COMMENTS_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

void hg_docx_raw_append(struct hg_docx_raw *raw, struct hg_str text)
{
    struct hg_markup scan;
    struct hg_markup_token token, root = {0};
    struct hg_buf out = HG_BUF_INIT;

    hg_markup_init(&scan, hg_buf_view(&raw->text));
    while (hg_markup_next(&scan, &token)) {
        if (token.kind == HG_MARKUP_EMPTY && scan.depth == 0) {
            root = token;
        } else if (token.kind == HG_MARKUP_END && scan.depth == 0) {
            root = token;
        }
    }
    hg_markup_release(&scan);
    if (root.kind == HG_MARKUP_END) {
        hg_patches_insert(&raw->patches, root.span.start, text);
    } else if (root.kind == HG_MARKUP_EMPTY) {
        struct hg_str name = hg_str_sub(hg_buf_view(&raw->text),
                                        (struct hg_span){root.span.start + 1, root.name_end});

        hg_buf_putc(&out, '>');
        hg_buf_str(&out, text);
        hg_buf_printf(&out, "</%.*s>", HG_FMT(name));
        hg_patches_replace(&raw->patches, (struct hg_span){root.span.end - 2, root.span.end},
                           hg_buf_view(&out));
        hg_buf_release(&out);
    }
}

/* The root's prefix with its colon, "" if none. */
static struct hg_str root_prefix(const struct hg_docx_raw *raw)
{
    struct hg_markup scan;
    struct hg_markup_token token;
    struct hg_str prefix = HG_STR("");

    hg_markup_init(&scan, hg_buf_view(&raw->text));
    while (hg_markup_next(&scan, &token)) {
        if (token.kind == HG_MARKUP_START || token.kind == HG_MARKUP_EMPTY) {
            prefix = (struct hg_str){token.prefix.data,
                                     token.prefix.len > 0 ? token.prefix.len + 1 : 0};
            break;
        }
    }
    hg_markup_release(&scan);
    return prefix;
}

/* True if some tag `local` of the part has this value, compared without regard to ASCII case. */
static bool has_value(const struct hg_docx_raw *raw, const char *local, const char *attribute,
                      struct hg_str value)
{
    struct hg_markup scan;
    struct hg_markup_token token;
    bool found = false;

    hg_markup_init(&scan, hg_buf_view(&raw->text));
    while (!found && hg_markup_next(&scan, &token)) {
        if (token.kind != HG_MARKUP_END && hg_str_is(token.local, local)) {
            struct hg_str other = hg_markup_value(&scan, &token, HG_MARKUP_NS_NONE, attribute);

            found = other.len == value.len && strncasecmp(other.data, value.data, value.len) == 0;
        }
    }
    hg_markup_release(&scan);
    return found;
}

static void add_relation(struct hg_docx_parts *parts, struct hg_str target)
{
    struct hg_buf out = HG_BUF_INIT;
    char id[32];
    int number = 1;

    do {
        (void)snprintf(id, sizeof id, "rIdHegao%d", number++);
    } while (has_value(&parts->main_relations, "Relationship", "Id", hg_str_of(id)));
    hg_buf_printf(&out, "<%.*sRelationship Id=\"%s\" Type=\"%scomments\" Target=\"",
                  HG_FMT(root_prefix(&parts->main_relations)), id,
                  parts->strict ? STRICT_RELATIONS : TRANSITIONAL_RELATIONS);
    hg_xml_escape(&out, target);
    hg_buf_puts(&out, "\"/>");
    hg_docx_raw_append(&parts->main_relations, hg_buf_view(&out));
    hg_buf_release(&out);
}

static void add_content_type(struct hg_docx_parts *parts, struct hg_str part)
{
    struct hg_buf out = HG_BUF_INIT;
    struct hg_str name = hg_str_of(hg_arena_printf(parts->arena, "/%.*s", HG_FMT(part)));

    if (!has_value(&parts->types, "Override", "PartName", name)) {
        hg_buf_printf(&out, "<%.*sOverride PartName=\"", HG_FMT(root_prefix(&parts->types)));
        hg_xml_escape(&out, name);
        hg_buf_puts(&out, "\" ContentType=\"" COMMENTS_TYPE "\"/>");
        hg_docx_raw_append(&parts->types, hg_buf_view(&out));
    }
    hg_buf_release(&out);
}

void hg_docx_parts_need_comments(struct hg_docx_parts *parts)
{
    struct hg_docx_raw *comments = &parts->part[HG_DOCX_COMMENTS];
    size_t folder = parts->main.name.len;

    while (folder > 0 && parts->main.name.data[folder - 1] != '/') {
        folder--;
    }
    for (int i = 0; comments->name.len == 0; i++) {
        const char *name = i == 0 ? hg_arena_printf(parts->arena, "%.*scomments.xml", (int)folder,
                                                    parts->main.name.data)
                                  : hg_arena_printf(parts->arena, "%.*scommentsHegao%d.xml",
                                                    (int)folder, parts->main.name.data, i);

        if (hg_archive_find(parts->archive, hg_str_of(name)) == SIZE_MAX) {
            comments->name = hg_str_of(name);
            comments->index = SIZE_MAX;
        }
    }
    if (!parts->related[HG_DOCX_COMMENTS]) {
        add_relation(parts, hg_str_sub(comments->name,
                                       (struct hg_span){folder, comments->name.len}));
    }
    if (comments->index == SIZE_MAX && !comments->loaded) {
        hg_buf_printf(&comments->text,
                      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                      "<w:comments xmlns:w=\"%s\"></w:comments>",
                      hg_docx_parts_namespace(parts));
        comments->loaded = true;
    }
    add_content_type(parts, comments->name);
}
