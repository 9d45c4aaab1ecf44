#include "io/docx_package.h"

#include <string.h>

/* ---- Reading one part ---- */

static enum hg_status read_entry(void *from, char *bytes, size_t cap, size_t *got,
                                 struct hg_error *err)
{
    return hg_archive_stream_read(from, bytes, cap, got, err);
}

enum hg_status hg_docx_parse(struct hg_docx_package *package, struct hg_str part,
                             const struct hg_xml_handler *handler, void *user,
                             struct hg_error *err)
{
    size_t index = hg_archive_find(package->archive, part);
    struct hg_archive_stream *stream;
    struct hg_xml_source source = {.read = read_entry};
    enum hg_status status;

    if (index == SIZE_MAX) {
        return HG_NOT_FOUND;
    }
    status = hg_archive_stream_open(&stream, package->archive, index, err);
    if (status != HG_OK) {
        return status;
    }
    source.from = stream;
    source.name = hg_archive_name(package->archive, index).data;
    status = hg_xml_parse(package->names, &source, handler, user, err);
    hg_archive_stream_close(stream);
    return status;
}

static enum hg_status no_end(void *user, uint16_t ns, uint16_t name)
{
    (void)user;
    (void)ns;
    (void)name;
    return HG_OK;
}

static enum hg_status no_text(void *user, struct hg_str piece)
{
    (void)user;
    (void)piece;
    return HG_OK;
}

/* ---- Relationships ---- */

struct rels_state {
    struct hg_docx_package *package;
    struct hg_docx_relations *relations;
    struct hg_str source; /* the part that they are of, "" for the package */
    bool *strict;
};

static int hex_digit(char byte)
{
    if (byte >= '0' && byte <= '9') {
        return byte - '0';
    }
    byte = (char)(byte | 0x20);
    return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

/* A target against the folder of its source: "../" goes up, a leading '/' starts anew, %XX are
 * decoded (ECMA-376 part 2, 9.3 and annex A). */
static struct hg_str resolve(struct hg_arena *arena, struct hg_str source, struct hg_str target)
{
    struct hg_buf out = HG_BUF_INIT;
    struct hg_str segment, kept;

    if (!hg_str_starts(target, HG_STR("/"))) {
        size_t folder = source.len;

        while (folder > 0 && source.data[folder - 1] != '/') {
            folder--;
        }
        hg_buf_append(&out, source.data, folder);
    }
    while (hg_str_split(&target, '/', &segment)) {
        if (hg_str_is(segment, "..")) {
            out.len = out.len > 0 ? out.len - 1 : 0;
            while (out.len > 0 && out.data[out.len - 1] != '/') {
                out.len--;
            }
        } else if (segment.len > 0 && !hg_str_is(segment, ".")) {
            for (size_t i = 0; i < segment.len; i++) {
                int high = segment.data[i] == '%' && i + 2 < segment.len
                               ? hex_digit(segment.data[i + 1])
                               : -1;
                int low = high >= 0 ? hex_digit(segment.data[i + 2]) : -1;

                hg_buf_putc(&out, low >= 0 ? (char)(high * 16 + low) : segment.data[i]);
                i += low >= 0 ? 2 : 0;
            }
            hg_buf_putc(&out, '/');
        }
    }
    kept = hg_buf_view(&out);
    kept.len -= kept.len > 0 && kept.data[kept.len - 1] == '/' ? 1 : 0;
    kept = hg_str_copy(arena, kept);
    hg_buf_release(&out);
    return kept;
}

static struct hg_str last_segment(struct hg_str uri)
{
    size_t at = uri.len;

    while (at > 0 && uri.data[at - 1] != '/') {
        at--;
    }
    return hg_str_sub(uri, (struct hg_span){at, uri.len});
}

static enum hg_status rels_start(void *user, const struct hg_xml_tag *tag)
{
    struct rels_state *state = user;
    struct hg_arena *arena = state->package->arena;
    struct hg_str id = HG_STR(""), type = HG_STR(""), target = HG_STR(""), mode = HG_STR("");
    struct hg_docx_relation *relation;
    void **place;

    if (tag->name != HG_X_Relationship) {
        return HG_OK;
    }
    (void)hg_xml_attribute(tag, 0, HG_X_Id, &id);
    (void)hg_xml_attribute(tag, 0, HG_X_Type, &type);
    (void)hg_xml_attribute(tag, 0, HG_X_Target, &target);
    (void)hg_xml_attribute(tag, 0, HG_X_TargetMode, &mode);
    if (hg_str_starts(type, HG_STR("http://purl.oclc.org/ooxml/"))) {
        *state->strict = true;
    }
    relation = HG_PUSH(arena, &state->relations->items);
    relation->id = hg_str_copy(arena, id);
    place = hg_map_put(&state->relations->by_id, relation->id);
    if (*place == NULL) {
        *place = (void *)(uintptr_t)state->relations->items.len;
    }
    relation->type = hg_str_copy(arena, last_segment(type));
    relation->external = hg_str_is(mode, "External");
    relation->target = relation->external ? hg_str_copy(arena, target)
                                          : resolve(arena, state->source, target);
    return HG_OK;
}

static struct hg_str rels_name(struct hg_arena *arena, struct hg_str part)
{
    size_t folder = part.len;

    while (folder > 0 && part.data[folder - 1] != '/') {
        folder--;
    }
    return hg_str_of(hg_arena_printf(arena, "%.*s_rels/%.*s.rels", (int)folder, part.data,
                                     (int)(part.len - folder), part.data + folder));
}

enum hg_status hg_docx_relations_load(struct hg_docx_relations *out,
                                      struct hg_docx_package *package, struct hg_str part,
                                      struct hg_error *err)
{
    static const struct hg_xml_handler handler = {rels_start, no_end, no_text};
    struct hg_package_facts *facts = &package->doc->facts;
    struct rels_state state = {package, out, part, &facts->strict};
    enum hg_status status;

    hg_map_init(&out->by_id, package->arena);
    status = hg_docx_parse(package, rels_name(package->arena, part), &handler, &state, err);

    for (size_t i = 0; i < out->items.len && status == HG_OK; i++) {
        const struct hg_docx_relation *relation = &out->items.items[i];

        if (relation->external) {
            struct hg_arena *arena = package->doc->arena;

            *HG_PUSH(arena, &facts->external) = (struct hg_relationship){
                hg_str_copy(arena, part), hg_str_copy(arena, relation->type),
                hg_str_copy(arena, relation->target)};
        }
    }
    return status == HG_NOT_FOUND ? HG_OK : status;
}

const struct hg_docx_relation *hg_docx_relation_of_type(const struct hg_docx_relations *relations,
                                                        const char *type)
{
    for (size_t i = 0; i < relations->items.len; i++) {
        const struct hg_docx_relation *relation = &relations->items.items[i];

        if (!relation->external && hg_str_is(relation->type, type)) {
            return relation;
        }
    }
    return NULL;
}

const struct hg_docx_relation *hg_docx_relation(const struct hg_docx_relations *relations,
                                                struct hg_str id)
{
    uintptr_t index = (uintptr_t)hg_map_get(&relations->by_id, id);

    return index != 0 ? &relations->items.items[index - 1] : NULL;
}

/* ---- Content types ---- */

struct types_state {
    struct hg_docx_package *package;
    struct hg_map overrides; /* part name without '/', as written -> struct hg_str * */
    struct hg_str main_override;
    bool spreadsheet, presentation;
};

static enum hg_status types_start(void *user, const struct hg_xml_tag *tag)
{
    struct types_state *state = user;
    struct hg_arena *arena = state->package->arena;
    struct hg_str name, type;

    if (tag->name != HG_X_Override || !hg_xml_attribute(tag, 0, HG_X_PartName, &name) ||
        !hg_xml_attribute(tag, 0, HG_X_ContentType, &type)) {
        return HG_OK;
    }
    name = hg_str_sub(name, (struct hg_span){hg_str_starts(name, HG_STR("/")) ? 1 : 0, name.len});
    if (hg_str_ends(type, HG_STR("main+xml"))) {
        struct hg_str *kept = HG_NEW(arena, struct hg_str);

        *kept = hg_str_copy(arena, type);
        name = hg_str_copy(arena, name);
        *hg_map_put(&state->overrides, name) = kept;
        if (hg_str_contains(type, HG_STR("wordprocessingml")) ||
            hg_str_contains(type, HG_STR("ms-word"))) {
            state->main_override = name;
        }
        state->spreadsheet |= hg_str_contains(type, HG_STR("spreadsheetml")) ||
                              hg_str_contains(type, HG_STR("ms-excel"));
        state->presentation |= hg_str_contains(type, HG_STR("presentationml")) ||
                               hg_str_contains(type, HG_STR("ms-powerpoint"));
    }
    return HG_OK;
}

static enum hg_package_kind kind_of(struct hg_str type)
{
    bool macros = hg_str_contains(type, HG_STR("macroEnabled"));

    if (hg_str_contains(type, HG_STR("emplate"))) {
        return macros ? HG_PACKAGE_DOTM : HG_PACKAGE_DOTX;
    }
    return macros ? HG_PACKAGE_DOCM : HG_PACKAGE_DOCX;
}

/* ---- What a ZIP is that is no DOCX ---- */

static bool has_part(const struct hg_docx_package *package, struct hg_str name)
{
    return hg_archive_find(package->archive, name) != SIZE_MAX;
}

static enum hg_status not_docx(const struct hg_docx_package *package,
                               const struct types_state *types, struct hg_error *err)
{
    static const struct {
        struct hg_str part;
        const char *what;
    } marks[] = {
        {HG_STR_INIT("xl/workbook.xml"), "Excel 工作簿"},
        {HG_STR_INIT("xl/workbook.bin"), "Excel 工作簿"},
        {HG_STR_INIT("ppt/presentation.xml"), "PowerPoint 演示文稿"},
        {HG_STR_INIT("visio/document.xml"), "Visio 绘图"},
        {HG_STR_INIT("OFD.xml"), "OFD 版式文件"},
        {HG_STR_INIT("META-INF/container.xml"), "EPUB 电子书"},
        {HG_STR_INIT("META-INF/manifest.xml"), "OpenDocument 文档（ODT 等）"},
        {HG_STR_INIT("META-INF/MANIFEST.MF"), "Java 程序包"},
        {HG_STR_INIT("Index/Document.iwa"), "Pages 文稿"},
    };

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (has_part(package, marks[i].part)) {
            return hg_error_set(err, HG_NOT_DOCX, "这是 %s，不是 DOCX 文稿，请另存为 DOCX 后再试",
                                marks[i].what);
        }
    }
    if (types->spreadsheet || types->presentation) {
        return hg_error_set(err, HG_NOT_DOCX, "这是 %s，不是 DOCX 文稿，请另存为 DOCX 后再试",
                            types->spreadsheet ? "Excel 工作簿" : "PowerPoint 演示文稿");
    }
    if (has_part(package, HG_STR("[Content_Types].xml"))) {
        return hg_error_set(err, HG_NOT_DOCX,
                            "压缩包里没有 Word 正文，不是 DOCX 文稿，请用 Word 或 WPS 另存为 DOCX");
    }
    return hg_error_set(err, HG_NOT_DOCX,
                        "这是普通的压缩包（ZIP），不是 DOCX 文稿，请解压后检查里面的文稿");
}

static void look_at_entries(struct hg_docx_package *package)
{
    struct hg_package_facts *facts = &package->doc->facts;

    for (size_t i = 0; i < hg_archive_count(package->archive); i++) {
        struct hg_str name = hg_archive_name(package->archive, i);

        if (hg_str_ends(name, HG_STR("/"))) {
            continue;
        }
        facts->has_macros |= hg_str_ends(name, HG_STR("vbaProject.bin"));
        facts->signed_package |= hg_str_starts(name, HG_STR("_xmlsignatures/"));
        facts->embedded_objects += hg_str_contains(name, HG_STR("/embeddings/")) ? 1 : 0;
    }
}

enum hg_status hg_docx_package_open(struct hg_docx_package *package, struct hg_error *err)
{
    static const struct hg_xml_handler handler = {types_start, no_end, no_text};
    struct types_state types = {.package = package, .main_override = HG_STR("")};
    const struct hg_docx_relation *main;
    const struct hg_str *type;
    enum hg_status status;

    package->names = hg_xml_names_open(&hg_docx_vocabulary);
    hg_map_init(&types.overrides, package->arena);
    status = hg_docx_parse(package, HG_STR("[Content_Types].xml"), &handler, &types, err);
    if (status != HG_OK && status != HG_NOT_FOUND) {
        return status;
    }
    if (status == HG_OK) {
        status = hg_docx_relations_load(&package->root, package, HG_STR(""), err);
        if (status != HG_OK) {
            return status;
        }
    }
    main = hg_docx_relation_of_type(&package->root, "officeDocument");
    package->main = main != NULL && has_part(package, main->target) ? main->target
                                                                    : types.main_override;
    type = hg_map_get(&types.overrides, package->main);
    if (package->main.len == 0 || !has_part(package, package->main) ||
        (type != NULL && !hg_str_contains(*type, HG_STR("wordprocessingml")) &&
         !hg_str_contains(*type, HG_STR("ms-word")))) {
        return not_docx(package, &types, err);
    }
    package->doc->facts.kind = type != NULL ? kind_of(*type) : HG_PACKAGE_DOCX;
    look_at_entries(package);
    return hg_docx_relations_load(&package->relations, package, package->main, err);
}

void hg_docx_package_release(struct hg_docx_package *package)
{
    hg_xml_names_free(package->names);
    package->names = NULL;
}
