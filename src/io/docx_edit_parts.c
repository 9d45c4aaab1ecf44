#include "io/docx_edit_parts.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "io/leaf.h"
#include "io/xml.h"
#include "io/xml_bytes.h"
#include "io/markup.h"

#define STRICT_RELATIONS "http://purl.oclc.org/ooxml/officeDocument/relationships/"

/* Last segment of the relationship type. */
static const char *const relation_names[HG_DOCX_PART_COUNT] = {
    [HG_DOCX_COMMENTS] = "comments",
    [HG_DOCX_COMMENTS_EXTENDED] = "commentsExtended",
    [HG_DOCX_COMMENTS_IDS] = "commentsIds",
    [HG_DOCX_COMMENTS_EXTENSIBLE] = "commentsExtensible",
    [HG_DOCX_PEOPLE] = "people",
    [HG_DOCX_SETTINGS] = "settings",
};

const char *hg_docx_parts_namespace(const struct hg_docx_parts *parts)
{
    return parts->strict ? HG_WML_STRICT : HG_WML_TRANSITIONAL;
}

static void raw_release(struct hg_docx_raw *raw)
{
    hg_buf_release(&raw->text);
    hg_patches_release(&raw->patches);
}

void hg_docx_parts_release(struct hg_docx_parts *parts)
{
    raw_release(&parts->main);
    raw_release(&parts->main_relations);
    raw_release(&parts->types);
    for (size_t i = 0; i < HG_DOCX_PART_COUNT; i++) {
        raw_release(&parts->part[i]);
    }
    hg_arena_free(parts->arena);
}

/* The encoding named in the XML declaration becomes UTF-8. False if it is one whose bytes are not
 * UTF-8: those parts are read but not edited. */
static bool declare_utf8(struct hg_docx_raw *raw, bool transcoded)
{
    struct hg_str text = hg_buf_view(&raw->text);
    struct hg_markup scan;
    struct hg_markup_token token;
    struct hg_str declaration, value;
    size_t at, close;
    bool fine = true;

    hg_markup_init(&scan, text);
    if (!hg_markup_next(&scan, &token) || token.kind != HG_MARKUP_OTHER ||
        !hg_str_starts(hg_str_sub(text, token.span), HG_STR("<?xml"))) {
        hg_markup_release(&scan);
        return true;
    }
    hg_markup_release(&scan);
    declaration = hg_str_sub(text, token.span);
    at = hg_str_find(declaration, HG_STR("encoding"), 0);
    if (at == SIZE_MAX) {
        return true;
    }
    at += strcspn(declaration.data + at, "\"'>");
    close = at + 1;
    while (close < declaration.len && declaration.data[close] != declaration.data[at]) {
        close++;
    }
    value = hg_str_sub(declaration, (struct hg_span){at + 1, close});
    if (value.len != 5 || strncasecmp(value.data, "utf-8", 5) != 0) {
        size_t start = token.span.start + at + 1;

        fine = transcoded || (value.len == 4 && strncasecmp(value.data, "utf8", 4) == 0) ||
               (value.len == 8 && strncasecmp(value.data, "us-ascii", 8) == 0);
        hg_patches_replace(&raw->patches, (struct hg_span){start, start + value.len},
                           HG_STR("UTF-8"));
    }
    return fine;
}

static enum hg_status load(struct hg_docx_parts *parts, struct hg_docx_raw *raw,
                           struct hg_error *err)
{
    struct hg_buf stored = HG_BUF_INIT;
    struct hg_xml_bytes bytes = {0};
    struct hg_str text;
    enum hg_status status = hg_archive_read(&stored, parts->archive, raw->index, err);

    if (status == HG_OK) {
        status = hg_xml_bytes_take(&text, &bytes, hg_buf_view(&stored), err);
    }
    if (status == HG_OK) {
        hg_buf_str(&raw->text, text);
        raw->loaded = true;
        if (!declare_utf8(raw, bytes.encoding != HG_XML_BYTES)) {
            status = hg_error_set(err, HG_MALFORMED,
                                  "部件 %.*s 不是 UTF-8 编码，无法加批注；请用 Word 或 WPS 另存后再试",
                                  HG_FMT(raw->name));
        }
    }
    hg_xml_bytes_release(&bytes);
    hg_buf_release(&stored);
    return status;
}

static int hex_digit(char byte)
{
    const char *digits = "0123456789abcdef", *at = strchr(digits, byte | 0x20);

    return byte != '\0' && at != NULL ? (int)(at - digits) : -1;
}

/* A target resolved against the folder of its source: no leading '/', %XX decoded. */
static struct hg_str resolve(struct hg_arena *arena, struct hg_str source, struct hg_str target)
{
    struct hg_buf path = HG_BUF_INIT, out = HG_BUF_INIT;
    struct hg_str rest, segment, result;

    if (target.len > 0 && target.data[0] != '/') {
        size_t folder = source.len;

        while (folder > 0 && source.data[folder - 1] != '/') {
            folder--;
        }
        hg_buf_append(&path, source.data, folder);
    }
    for (size_t i = 0; i < target.len; i++) {
        if (target.data[i] == '%' && i + 2 < target.len && hex_digit(target.data[i + 1]) >= 0 &&
            hex_digit(target.data[i + 2]) >= 0) {
            hg_buf_putc(&path, (char)(hex_digit(target.data[i + 1]) * 16 +
                                      hex_digit(target.data[i + 2])));
            i += 2;
        } else {
            hg_buf_putc(&path, target.data[i]);
        }
    }
    rest = hg_buf_view(&path);
    while (hg_str_split(&rest, '/', &segment)) {
        if (hg_str_is(segment, "..")) {
            while (out.len > 0 && out.data[--out.len] != '/') {
            }
        } else if (segment.len > 0 && !hg_str_is(segment, ".")) {
            hg_buf_puts(&out, out.len > 0 ? "/" : "");
            hg_buf_str(&out, segment);
        }
    }
    result = hg_str_copy(arena, hg_buf_view(&out));
    hg_buf_release(&path);
    hg_buf_release(&out);
    return result;
}

/* The relationships part of a part: word/_rels/document.xml.rels. */
static struct hg_str relations_name(struct hg_arena *arena, struct hg_str part)
{
    size_t folder = part.len;

    while (folder > 0 && part.data[folder - 1] != '/') {
        folder--;
    }
    return hg_str_of(hg_arena_printf(arena, "%.*s_rels/%.*s.rels", (int)folder, part.data,
                                     (int)(part.len - folder), part.data + folder));
}

static bool type_is(struct hg_str type, const char *name)
{
    size_t at = type.len;

    while (at > 0 && type.data[at - 1] != '/') {
        at--;
    }
    return hg_str_is(hg_str_sub(type, (struct hg_span){at, type.len}), name);
}

/* Goes through the relationships of `source`: `*main` receives the first officeDocument target if
 * not null, else the parts of interest are filled in. */
static void read_relations(struct hg_docx_parts *parts, const struct hg_docx_raw *relations,
                           struct hg_str source, struct hg_str *main)
{
    struct hg_markup scan;
    struct hg_markup_token token;

    hg_markup_init(&scan, hg_buf_view(&relations->text));
    while (hg_markup_next(&scan, &token)) {
        struct hg_str type, target;
        struct hg_buf decoded = HG_BUF_INIT;

        if (token.kind == HG_MARKUP_END || !hg_str_is(token.local, "Relationship") ||
            hg_str_is(hg_markup_value(&scan, &token, HG_MARKUP_NS_NONE, "TargetMode"), "External")) {
            continue;
        }
        type = hg_markup_value(&scan, &token, HG_MARKUP_NS_NONE, "Type");
        hg_markup_decode(&decoded, hg_markup_value(&scan, &token, HG_MARKUP_NS_NONE, "Target"));
        target = resolve(parts->arena, source, hg_buf_view(&decoded));
        hg_buf_release(&decoded);
        if (main != NULL) {
            if (main->len == 0 && type_is(type, "officeDocument")) {
                *main = target;
                parts->strict = hg_str_starts(type, HG_STR(STRICT_RELATIONS));
            }
            continue;
        }
        for (size_t i = 0; i < HG_DOCX_PART_COUNT; i++) {
            if (type_is(type, relation_names[i]) && !parts->related[i]) {
                parts->related[i] = true;
                parts->part[i].name = target;
                parts->part[i].index = hg_archive_find(parts->archive, target);
            }
        }
    }
    hg_markup_release(&scan);
}

/* The root's own namespace decides: a package may be strict in one and not in the other. */
static void see_strict(struct hg_docx_parts *parts)
{
    struct hg_str head = hg_str_sub(hg_buf_view(&parts->main.text), (struct hg_span){0, 65536});

    if (hg_str_contains(head, HG_STR(HG_WML_TRANSITIONAL))) {
        parts->strict = false;
    } else if (hg_str_contains(head, HG_STR(HG_WML_STRICT))) {
        parts->strict = true;
    }
}

static enum hg_status load_named(struct hg_docx_parts *parts, struct hg_docx_raw *raw,
                                 struct hg_str name, struct hg_error *err)
{
    raw->name = name;
    raw->index = hg_archive_find(parts->archive, name);
    if (raw->index == SIZE_MAX) {
        return hg_error_set(err, HG_NOT_DOCX, "不是 DOCX 文档：压缩包里没有 %.*s", HG_FMT(name));
    }
    return load(parts, raw, err);
}

enum hg_status hg_docx_parts_open(struct hg_docx_parts *parts, struct hg_archive *archive,
                                  struct hg_error *err)
{
    struct hg_docx_raw package = {0};
    struct hg_str main = HG_STR("");
    enum hg_status status;

    memset(parts, 0, sizeof *parts);
    parts->archive = archive;
    parts->arena = hg_arena_open();
    status = load_named(parts, &package, HG_STR("_rels/.rels"), err);
    if (status == HG_OK) {
        read_relations(parts, &package, HG_STR(""), &main);
        status = load_named(parts, &parts->main, main, err);
    }
    raw_release(&package);
    if (status == HG_OK) {
        see_strict(parts);
        status = load_named(parts, &parts->types, HG_STR("[Content_Types].xml"), err);
    }
    if (status != HG_OK) {
        return status;
    }
    parts->main_relations.name = relations_name(parts->arena, parts->main.name);
    parts->main_relations.index = hg_archive_find(archive, parts->main_relations.name);
    if (parts->main_relations.index == SIZE_MAX) {
        hg_buf_puts(&parts->main_relations.text,
                    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                    "relationships\"></Relationships>");
        return HG_OK;
    }
    status = load(parts, &parts->main_relations, err);
    if (status == HG_OK) {
        read_relations(parts, &parts->main_relations, parts->main.name, NULL);
    }
    return status;
}

enum hg_status hg_docx_parts_load(struct hg_docx_parts *parts, enum hg_docx_side_part which,
                                  struct hg_error *err)
{
    struct hg_docx_raw *raw = &parts->part[which];

    if (raw->loaded || raw->name.len == 0 || raw->index == SIZE_MAX) {
        return HG_OK;
    }
    return load(parts, raw, err);
}

static bool is_on(struct hg_str value)
{
    return hg_str_is(value, "1") || hg_str_is(value, "true") || hg_str_is(value, "on");
}

enum hg_status hg_docx_parts_may_edit(struct hg_docx_parts *parts, struct hg_error *err)
{
    struct hg_markup scan;
    struct hg_markup_token token;
    bool is_protected = false;
    enum hg_status status;

    for (size_t i = 0; i < hg_archive_count(parts->archive); i++) {
        if (strncasecmp(hg_archive_name(parts->archive, i).data, "_xmlsignatures/", 15) == 0) {
            return hg_error_set(err, HG_PROTECTED,
                                "文档带有电子签名，加批注会使签名失效，未作批注；请对签名前的稿子批注");
        }
    }
    status = hg_docx_parts_load(parts, HG_DOCX_SETTINGS, err);
    hg_markup_init(&scan, hg_buf_view(&parts->part[HG_DOCX_SETTINGS].text));
    while (status == HG_OK && hg_markup_next(&scan, &token)) {
        if (token.kind != HG_MARKUP_END && hg_markup_is(&token, HG_MARKUP_NS_W, "documentProtection") &&
            is_on(hg_markup_value(&scan, &token, HG_MARKUP_NS_W, "enforcement"))) {
            is_protected = true;
        }
    }
    hg_markup_release(&scan);
    return is_protected ? hg_error_set(err, HG_PROTECTED,
                                       "文档设有编辑保护，未作批注；请先在 Word 或 WPS 中停止保护")
                        : status;
}

/* The part that stands at an archive entry and has changes; null if none. */
static struct hg_docx_raw *changed_at(struct hg_docx_parts *parts, size_t index)
{
    struct hg_docx_raw *fixed[] = {&parts->main, &parts->main_relations, &parts->types};

    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++) {
        if (fixed[i]->index == index && fixed[i]->patches.items.len > 0) {
            return fixed[i];
        }
    }
    for (size_t i = 0; i < HG_DOCX_PART_COUNT; i++) {
        if (parts->part[i].index == index && parts->part[i].patches.items.len > 0) {
            return &parts->part[i];
        }
    }
    return NULL;
}

static void write_raw(struct hg_archive_writer *writer, struct hg_docx_raw *raw, int64_t time)
{
    struct hg_buf out = HG_BUF_INIT;

    hg_patches_apply(&out, &raw->patches, hg_buf_view(&raw->text));
    hg_archive_writer_add(writer, raw->name, hg_buf_view(&out), time);
    hg_buf_release(&out);
}

void hg_docx_parts_write(struct hg_archive_writer *writer, struct hg_docx_parts *parts,
                         int64_t time)
{
    struct hg_docx_raw *comments = &parts->part[HG_DOCX_COMMENTS];

    for (size_t i = 0; i < hg_archive_count(parts->archive); i++) {
        struct hg_docx_raw *raw = changed_at(parts, i);

        if (raw != NULL) {
            raw->name = hg_archive_name(parts->archive, i);
            write_raw(writer, raw, time);
        } else {
            hg_archive_writer_copy(writer, parts->archive, i);
        }
    }
    if (parts->main_relations.index == SIZE_MAX && parts->main_relations.patches.items.len > 0) {
        write_raw(writer, &parts->main_relations, time);
    }
    if (comments->index == SIZE_MAX && comments->loaded) {
        write_raw(writer, comments, time);
    }
}
