/* Any bytes as the main part of an otherwise sound package: mutations reach the reader of the
 * document's markup instead of ending at a broken archive. What is a package itself gives its main
 * part. Read in both views and checked by everything. */
#include <stddef.h>
#include <stdint.h>

#include "io/archive.h"
#include "io/reader.h"
#include "lint/run.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define WORD "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""

static const char types[] =
    "<Types xmlns=\"" PACKAGE "content-types\"><Override PartName=\"/word/document.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\""
    "/></Types>";
static const char root_relations[] =
    "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"rId1\" Type=\"" OFFICE
    "officeDocument\" Target=\"word/document.xml\"/></Relationships>";
static const char relations[] =
    "<Relationships xmlns=\"" PACKAGE "relationships\">"
    "<Relationship Id=\"rId1\" Type=\"" OFFICE "styles\" Target=\"styles.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" OFFICE "numbering\" Target=\"numbering.xml\"/>"
    "<Relationship Id=\"rId3\" Type=\"" OFFICE "footnotes\" Target=\"footnotes.xml\"/>"
    "<Relationship Id=\"rId4\" Type=\"" OFFICE "header\" Target=\"header1.xml\"/>"
    "<Relationship Id=\"rId5\" Type=\"" OFFICE "comments\" Target=\"comments.xml\"/></Relationships>";
static const char styles[] =
    "<w:styles " WORD "><w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/>"
    "<w:basedOn w:val=\"2\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"heading 2\"/>"
    "<w:basedOn w:val=\"1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    "</w:styles>";
static const char numbering[] =
    "<w:numbering " WORD "><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start "
    "w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
    "<w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.%2\"/></w:lvl>"
    "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
static const char footnotes[] =
    "<w:footnotes " WORD "><w:footnote w:id=\"2\"><w:p><w:r><w:t>注：12件。</w:t></w:r></w:p>"
    "</w:footnote></w:footnotes>";
static const char header[] = "<w:hdr " WORD "><w:p><w:r><w:t>清河县</w:t></w:r></w:p></w:hdr>";
static const char comments[] =
    "<w:comments " WORD "><w:comment w:id=\"0\" w:author=\"甲\"><w:p><w:r><w:t>核对</w:t></w:r></w:p>"
    "</w:comment></w:comments>";

static void add(struct hg_archive_writer *writer, const char *name, struct hg_str bytes)
{
    hg_archive_writer_add(writer, hg_str_of(name), bytes, 1700000000);
}

/* The main part of a package; false if `bytes` is none. */
static bool main_part(struct hg_buf *out, struct hg_str bytes)
{
    struct hg_archive *archive;
    size_t index;
    bool found;

    if (hg_archive_open(&archive, bytes, NULL) != HG_OK) {
        return false;
    }
    index = hg_archive_find(archive, HG_STR("word/document.xml"));
    found = index != SIZE_MAX && hg_archive_read(out, archive, index, NULL) == HG_OK;
    hg_archive_close(archive);
    return found;
}

static void pack(struct hg_buf *out, struct hg_str document)
{
    struct hg_archive_writer *writer = hg_archive_writer_open();

    add(writer, "[Content_Types].xml", hg_str_of(types));
    add(writer, "_rels/.rels", hg_str_of(root_relations));
    add(writer, "word/document.xml", document);
    add(writer, "word/_rels/document.xml.rels", hg_str_of(relations));
    add(writer, "word/styles.xml", hg_str_of(styles));
    add(writer, "word/numbering.xml", hg_str_of(numbering));
    add(writer, "word/footnotes.xml", hg_str_of(footnotes));
    add(writer, "word/header1.xml", hg_str_of(header));
    add(writer, "word/comments.xml", hg_str_of(comments));
    (void)hg_archive_writer_bytes(out, writer, NULL);
    hg_archive_writer_free(writer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct hg_str bytes = {(const char *)data, size};
    struct hg_buf part = HG_BUF_INIT, package = HG_BUF_INIT;

    if (main_part(&part, bytes)) {
        bytes = hg_buf_view(&part);
    }
    pack(&package, bytes);
    for (int view = HG_REVISIONS_ACCEPT; view <= HG_REVISIONS_REJECT; view++) {
        struct hg_read_options read = {.revisions = (enum hg_revision_view)view};
        struct hg_lint_options options = {.today = {2024, 7, 5}};
        struct hg_error err;
        struct hg_doc *doc;

        if (hg_read_memory(&doc, hg_buf_view(&package), &read, &err) == HG_OK) {
            hg_lint_result_free(hg_lint_run(doc, &options));
            hg_doc_free(doc);
        }
    }
    hg_buf_release(&part);
    hg_buf_release(&package);
    return 0;
}
