#include "support/package.h"

#include "base/utf8.h"
#include "support/unit.h"

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

void package_open(struct package *package)
{
    memset(package, 0, sizeof *package);
    package->writer = hg_archive_writer_open();
    package->main = "word/document.xml";
}

void package_entry(struct package *package, const char *name, struct hg_str bytes)
{
    hg_archive_writer_add(package->writer, hg_str_of(name), bytes, 1700000000);
}

void package_part(struct package *package, const char *name, const char *type, const char *xml)
{
    package_entry(package, name, hg_str_of(xml));
    hg_buf_printf(&package->relations,
                  "<Relationship Id=\"rId%u\" Type=\"" OFFICE "%s\" Target=\"/%s\"/>",
                  ++package->relation_count, type, name);
}

void package_wrapped(struct package *package, const char *name, const char *type, const char *root,
                     const char *inside)
{
    struct hg_buf xml = HG_BUF_INIT;

    hg_buf_printf(&xml, "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:%s " PACKAGE_NS ">%s</w:%s>",
                  root, inside, root);
    package_part(package, name, type, xml.data);
    hg_buf_release(&xml);
}

void package_body(struct package *package, const char *body)
{
    struct hg_buf xml = HG_BUF_INIT;

    hg_buf_printf(&xml, "<w:document " PACKAGE_NS "><w:body>%s</w:body></w:document>", body);
    package_entry(package, package->main, hg_buf_view(&xml));
    hg_buf_release(&xml);
}

static void rels_of(struct hg_buf *out, const char *part)
{
    const char *slash = strrchr(part, '/');
    size_t folder = slash != NULL ? (size_t)(slash - part) + 1 : 0;

    hg_buf_append(out, part, folder);
    hg_buf_printf(out, "_rels/%s.rels", part + folder);
}

#define RELS "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"

struct hg_buf package_close(struct package *package)
{
    struct hg_buf bytes = HG_BUF_INIT, xml = HG_BUF_INIT, name = HG_BUF_INIT;

    hg_buf_printf(&xml,
                  "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                  "<Override PartName=\"/%s\" ContentType=\"application/vnd.openxmlformats-"
                  "officedocument.wordprocessingml.document.main+xml\"/></Types>",
                  package->main);
    package_entry(package, "[Content_Types].xml", hg_buf_view(&xml));
    hg_buf_clear(&xml);
    hg_buf_printf(&xml, RELS "<Relationship Id=\"rId1\" Type=\"" OFFICE "officeDocument\" "
                             "Target=\"%s\"/></Relationships>",
                  package->main);
    package_entry(package, "_rels/.rels", hg_buf_view(&xml));
    hg_buf_clear(&xml);
    hg_buf_printf(&xml, RELS "%s</Relationships>",
                  package->relations.data != NULL ? package->relations.data : "");
    rels_of(&name, package->main);
    package_entry(package, name.data, hg_buf_view(&xml));
    assert_int_equal(hg_archive_writer_bytes(&bytes, package->writer, NULL), HG_OK);
    hg_archive_writer_free(package->writer);
    hg_buf_release(&package->relations);
    hg_buf_release(&xml);
    hg_buf_release(&name);
    return bytes;
}

struct hg_doc *package_read(struct package *package, enum hg_revision_view view)
{
    struct hg_buf bytes = package_close(package);
    struct hg_read_options options = {.revisions = view};
    struct hg_error err = {HG_OK, ""};
    struct hg_doc *doc;

    if (hg_read_memory(&doc, hg_buf_view(&bytes), &options, &err) != HG_OK) {
        fail_msg("%s", err.message);
    }
    hg_buf_release(&bytes);
    return doc;
}

struct hg_doc *package_read_body(const char *body, const char *styles, const char *numbering)
{
    struct package package;

    package_open(&package);
    package_body(&package, body);
    if (styles != NULL) {
        package_wrapped(&package, "word/styles.xml", "styles", "styles", styles);
    }
    if (numbering != NULL) {
        package_wrapped(&package, "word/numbering.xml", "numbering", "numbering", numbering);
    }
    return package_read(&package, HG_REVISIONS_ACCEPT);
}

enum hg_status package_status(struct hg_str bytes, struct hg_error *err)
{
    struct hg_doc *doc = NULL;
    enum hg_status status = hg_read_memory(&doc, bytes, NULL, err);

    hg_doc_free(doc);
    return status;
}

const char *package_text(struct hg_doc *doc)
{
    struct hg_buf out = HG_BUF_INIT;
    const char *text;

    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];

        hg_buf_puts(&out, i > 0 ? "\n" : "");
        if (paragraph->label.text.len > 0) {
            hg_buf_str(&out, paragraph->label.text);
            hg_buf_putc(&out, '|');
        }
        hg_buf_str(&out, paragraph->text);
    }
    text = hg_arena_strndup(doc->arena, hg_buf_view(&out).data, out.len);
    hg_buf_release(&out);
    return text;
}
