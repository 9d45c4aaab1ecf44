/* Packages as they come: strict, odd names, other prefixes; and those that are refused. */
#include <stdio.h>

#include "io/limits.h"
#include "support/package.h"
#include "support/unit.h"

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"

static void refused(struct hg_str bytes, enum hg_status status, const char *word)
{
    struct hg_error err = {HG_OK, ""};

    assert_int_equal(package_status(bytes, &err), status);
    if (strstr(err.message, word) == NULL || strchr(err.message, '\n') != NULL) {
        fail_msg("%s: expected %s", err.message, word);
    }
}

/* A package whose main part is these bytes. */
static struct hg_buf with_main(struct hg_str document)
{
    struct package package;

    package_open(&package);
    package_entry(&package, package.main, document);
    return package_close(&package);
}

static void main_part_is(struct hg_str document, enum hg_status status, const char *word)
{
    struct hg_buf bytes = with_main(document);

    refused(hg_buf_view(&bytes), status, word);
    hg_buf_release(&bytes);
}

static void main_part_reads(struct hg_str document, const char *expected)
{
    struct hg_buf bytes = with_main(document);
    struct hg_error err = {HG_OK, ""};
    struct hg_doc *doc;

    if (hg_read_memory(&doc, hg_buf_view(&bytes), NULL, &err) != HG_OK) {
        fail_msg("%s", err.message);
    }
    assert_string_equal(package_text(doc), expected);
    hg_doc_free(doc);
    hg_buf_release(&bytes);
}

static void names_are_compared_by_namespace(void **state)
{
    (void)state;
    main_part_reads(HG_STR("<d:document xmlns:d=\"" PACKAGE_W "\"><d:body><d:p><d:r><d:t>甲</d:t>"
                           "</d:r></d:p></d:body></d:document>"),
                    "甲");
    main_part_reads(HG_STR("<document xmlns=\"http://purl.oclc.org/ooxml/wordprocessingml/main\">"
                           "<body><p><r><t>乙</t></r></p></body></document>"),
                    "乙");
    /* The same names of another namespace say nothing. */
    main_part_reads(HG_STR("<w:document xmlns:w=\"" PACKAGE_W "\" xmlns:x=\"urn:x\"><w:body><w:p>"
                           "<w:r><x:t>丙</x:t><w:t>丁</w:t></w:r></w:p></w:body></w:document>"),
                    "丁");
    main_part_is(HG_STR("<w:document xmlns:w=\"urn:x\"/>"), HG_NOT_DOCX, "不是 Word 正文");
}

static void strict_packages_are_read(void **state)
{
    struct hg_archive_writer *writer = hg_archive_writer_open();
    struct hg_buf bytes = HG_BUF_INIT;
    struct hg_doc *doc;

    (void)state;
    hg_archive_writer_add(
        writer, HG_STR("_rels/.rels"),
        HG_STR("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
               "relationships\"><Relationship Id=\"r\" Type=\"http://purl.oclc.org/ooxml/"
               "officeDocument/relationships/officeDocument\" Target=\"a%20b/x.xml\"/>"
               "</Relationships>"),
        0);
    hg_archive_writer_add(
        writer, HG_STR("[Content_Types].xml"),
        HG_STR("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
               "<Override PartName=\"/a b/x.xml\" ContentType=\"application/vnd.ms-word.template."
               "macroEnabledTemplate.main+xml\"/></Types>"),
        0);
    hg_archive_writer_add(
        writer, HG_STR("a b/x.xml"),
        HG_STR("<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body>"
               "<w:p><w:pPr><w:ind w:start=\"1.5cm\"/></w:pPr><w:r><w:t>严</w:t></w:r></w:p>"
               "<w:sectPr><w:pgSz w:w=\"21cm\" w:h=\"841.9pt\"/></w:sectPr></w:body></w:document>"),
        0);
    assert_int_equal(hg_archive_writer_bytes(&bytes, writer, NULL), HG_OK);
    assert_int_equal(hg_read_memory(&doc, hg_buf_view(&bytes), NULL, NULL), HG_OK);
    assert_string_equal(package_text(doc), "严");
    assert_true(doc->facts.strict);
    assert_int_equal(doc->facts.kind, HG_PACKAGE_DOTM);
    assert_int_equal(doc->paragraphs.items[0]->look->left, 850);
    assert_int_equal(doc->sections.items[0].page_width, 11905);
    assert_int_equal(doc->sections.items[0].page_height, 16838);
    assert_string_equal(doc->part_names.items[0], "a b/x.xml");
    hg_doc_free(doc);
    hg_archive_writer_free(writer);
    hg_buf_release(&bytes);
}

static void other_encodings_of_xml(void **state)
{
    static const char ascii[] = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><w:document xmlns:w=\""
                                PACKAGE_W "\"><w:body><w:p><w:r><w:t>?</w:t></w:r></w:p></w:body>"
                                "</w:document>";
    struct hg_buf wide = HG_BUF_INIT;

    (void)state;
    for (int big = 0; big < 2; big++) {
        hg_buf_clear(&wide);
        hg_buf_append(&wide, big ? "\xFE\xFF" : "\xFF\xFE", 2);
        for (const char *at = ascii; *at != '\0'; at++) {
            bool mark = *at == '?' && at[1] == '<';
            char high = mark ? '\x7E' : '\0', low = mark ? '\x32' : *at; /* U+7E32 縲 */

            hg_buf_putc(&wide, big ? high : low);
            hg_buf_putc(&wide, big ? low : high);
        }
        main_part_reads(hg_buf_view(&wide), "縲");
    }
    hg_buf_release(&wide);
    main_part_reads(HG_STR("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w="
                           "\"" PACKAGE_W "\"><w:body>" P("标") "</w:body></w:document>"),
                    "标");
    main_part_reads(HG_STR("<?xml version=\"1.0\" encoding=\"GBK\"?><w:document xmlns:w=\"" PACKAGE_W
                           "\"><w:body>" P("\xB9\xA4\xD7\xF7") "</w:body></w:document>"),
                    "工作");
    main_part_is(HG_STR("<?xml version=\"1.0\" encoding=\"UTF-7\"?><w:document/>"), HG_MALFORMED,
                 "编码");
}

static void hostile_xml_is_refused(void **state)
{
    struct hg_buf xml = HG_BUF_INIT;

    (void)state;
    main_part_is(HG_STR("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document "
                        "xmlns:w=\"" PACKAGE_W "\"><w:body>&e;</w:body></w:document>"),
                 HG_MALFORMED, "DOCTYPE");
    main_part_is(HG_STR("<w:document xmlns:w=\"" PACKAGE_W "\"><w:body>"), HG_MALFORMED,
                 "word/document.xml");
    main_part_is(HG_STR("<w:document xmlns:w=\"" PACKAGE_W "\"><w:body>" P("\x01") "</w:body>"
                        "</w:document>"),
                 HG_MALFORMED, "XML");
    main_part_is(HG_STR("<w:document xmlns:w=\"" PACKAGE_W "\"><w:body>&e;</w:body></w:document>"),
                 HG_MALFORMED, "XML");
    /* 80 000 attributes, the quotes full of what looks like the tag's end. */
    hg_buf_puts(&xml, "<w:document xmlns:w=\"" PACKAGE_W "\"><w:body><w:p");
    for (int i = 0; i < 80000; i++) {
        hg_buf_printf(&xml, " a%d='\">'", i);
    }
    hg_buf_puts(&xml, "/></w:body></w:document>");
    main_part_is(hg_buf_view(&xml), HG_TOO_LARGE, "属性");
    hg_buf_clear(&xml);
    hg_buf_puts(&xml, "<w:document xmlns:w=\"" PACKAGE_W "\"><w:body><w:p a=\"");
    for (int i = 0; i < 30000; i++) {
        hg_buf_puts(&xml, "0123456789");
    }
    hg_buf_puts(&xml, "\"/></w:body></w:document>");
    main_part_is(hg_buf_view(&xml), HG_TOO_LARGE, "KB");
    hg_buf_clear(&xml);
    hg_buf_puts(&xml, "<w:document xmlns:w=\"" PACKAGE_W "\"><w:body>");
    for (int i = 0; i < 300; i++) {
        hg_buf_puts(&xml, "<w:sdt>");
    }
    main_part_is(hg_buf_view(&xml), HG_TOO_LARGE, "嵌套");
    hg_buf_clear(&xml);
    hg_buf_puts(&xml, "<w:document xmlns:w=\"" PACKAGE_W "\"><w:body>");
    for (int i = 0; i < 60000; i++) {
        hg_buf_printf(&xml, "<w:p b%d=\"\"/>", i);
    }
    main_part_is(hg_buf_view(&xml), HG_TOO_LARGE, "属性名");
    hg_buf_release(&xml);
}

/* Well-formed, but with elements where they may not stand: read as far as it makes sense. */
static void misplaced_elements_do_no_harm(void **state)
{
    static const char *const bodies[] = {
        "<w:p><w:p><w:r><w:t>a</w:t></w:r></w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr></w:p>",
        "<w:r><w:t>a</w:t></w:r><w:p><w:tbl><w:tr><w:tc><w:tr><w:tc/></w:tr><w:p/></w:tc></w:tr>"
        "</w:tbl></w:p>",
        "<w:tbl><w:tc><w:tbl/></w:tc><w:p/></w:tbl><w:trPr/><w:tblPr/><w:sectPr><w:p/></w:sectPr>",
        "<w:p><w:pPr><w:pPr><w:rPr><w:rPr/></w:rPr></w:pPr><w:p/></w:pPr><w:sdtPr><w:showingPlcHdr/>"
        "</w:sdtPr><w:sdtContent/><w:fldChar w:fldCharType=\"end\"/></w:p>",
        "<w:commentRangeEnd w:id=\"1\"/><w:ins><w:tbl><w:tr><w:tc><w:del><w:p/></w:del></w:tc></w:tr>"
        "</w:tbl></w:ins><w:footnoteReference/><w:br/>",
        "<mc:Choice/><mc:Fallback/><w:txbxContent><w:p/></w:txbxContent><v:x><w:txbxContent/></v:x>",
    };

    (void)state;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        hg_doc_free(package_read_body(
            bodies[i],
            "<w:style w:styleId=\"a\"><w:rPr><w:style w:styleId=\"b\"><w:rPr/></w:style><w:b/></w:rPr>"
            "<w:style/><w:pPr><w:jc w:val=\"left\"/></w:pPr></w:style><w:rPr><w:b/></w:rPr>",
            "<w:lvl/><w:abstractNum><w:lvl><w:lvl><w:rPr/></w:lvl><w:start/></w:lvl><w:num>"
            "<w:lvlOverride><w:lvl/></w:lvlOverride></w:num><w:lvl w:ilvl=\"12\"/></w:abstractNum>"
            "<w:num><w:startOverride/></w:num>"));
    }
}

/* Text and comments with much in them are no long tags. */
static void long_text_is_no_tag(void **state)
{
    struct hg_buf xml = HG_BUF_INIT, expected = HG_BUF_INIT;

    (void)state;
    hg_buf_puts(&xml, "<w:document xmlns:w=\"" PACKAGE_W "\"><!-- don't = 'count' --><w:body><w:p>"
                      "<w:r><w:t>");
    for (int i = 0; i < 40000; i++) {
        hg_buf_puts(&expected, "a=\"b' >");
        hg_buf_puts(&xml, "a=\"b' &gt;");
    }
    hg_buf_puts(&expected, "甲");
    hg_buf_puts(&xml, "甲</w:t></w:r></w:p></w:body></w:document>");
    main_part_reads(hg_buf_view(&xml), expected.data);
    hg_buf_release(&xml);
    hg_buf_release(&expected);
}

static void sixty_four_mebibytes_of_paragraphs(void **state)
{
    struct hg_buf xml = HG_BUF_INIT;

    (void)state;
    hg_buf_puts(&xml, "<w:document xmlns:w=\"" PACKAGE_W "\"><w:body>");
    while (xml.len < HG_LIMIT_PART_BYTES - 64) {
        hg_buf_puts(&xml, "<w:p/><w:p/><w:p/><w:p/><w:p/><w:p/><w:p/><w:p/>");
    }
    hg_buf_puts(&xml, "</w:body></w:document>");
    main_part_is(hg_buf_view(&xml), HG_TOO_LARGE, "不予读取"); /* the ratio, or the paragraphs */
    hg_buf_release(&xml);
}

/* The same through the parser alone, where no ratio protects. */
static void too_many_paragraphs_are_refused(void **state)
{
    struct hg_buf xml = HG_BUF_INIT;
    uint32_t random = 1;

    (void)state;
    hg_buf_puts(&xml, "<w:document xmlns:w=\"" PACKAGE_W "\"><w:body>");
    while (xml.len < HG_LIMIT_PART_BYTES / 2) {
        random = random * 1103515245u + 12345u;
        hg_buf_printf(&xml, "<w:p w:x=\"%08x\"/>", random);
    }
    hg_buf_puts(&xml, "</w:body></w:document>");
    main_part_is(hg_buf_view(&xml), HG_TOO_LARGE, "MB");
    hg_buf_release(&xml);
}

static struct hg_buf plain_package(void)
{
    struct package package;

    package_open(&package);
    package_body(&package, P("甲"));
    return package_close(&package);
}

/* Writes the little-endian number at every place where the four bytes of `signature` stand. */
static void patch(struct hg_buf *bytes, const char *signature, size_t offset, uint32_t value)
{
    for (size_t i = 0; i + offset + 4 <= bytes->len; i++) {
        if (memcmp(bytes->data + i, signature, 4) == 0) {
            for (size_t j = 0; j < 4; j++) {
                bytes->data[i + offset + j] = (char)(value >> (8 * j) & 0xFF);
            }
        }
    }
}

static void lying_archives_are_refused(void **state)
{
    struct hg_buf bytes = plain_package();
    size_t whole = bytes.len;

    (void)state;
    patch(&bytes, "PK\x01\x02", 24, 10); /* central directory: uncompressed size */
    patch(&bytes, "PK\x03\x04", 22, 10);
    refused(hg_buf_view(&bytes), HG_MALFORMED, "大小");
    hg_buf_release(&bytes);
    bytes = plain_package();
    patch(&bytes, "PK\x01\x02", 24, 0x40000000);
    refused(hg_buf_view(&bytes), HG_MALFORMED, "大小");
    hg_buf_release(&bytes);
    bytes = plain_package();
    patch(&bytes, "PK\x01\x02", 16, 0x12345678); /* CRC */
    refused(hg_buf_view(&bytes), HG_MALFORMED, "校验");
    hg_buf_release(&bytes);
    bytes = plain_package();
    patch(&bytes, "PK\x01\x02", 20, (uint32_t)whole); /* compressed size: overlaps */
    refused(hg_buf_view(&bytes), HG_MALFORMED, "重叠");
    hg_buf_release(&bytes);
    bytes = plain_package();
    bytes.len = bytes.len * 2 / 3;
    refused(hg_buf_view(&bytes), HG_TRUNCATED, "不完整");
    hg_buf_release(&bytes);
}

static void encrypted_and_doubled_entries(void **state)
{
    struct hg_buf bytes = plain_package();
    struct package package;

    (void)state;
    for (size_t i = 0; i + 10 < bytes.len; i++) {
        if (memcmp(bytes.data + i, "PK\x01\x02", 4) == 0) {
            bytes.data[i + 8] |= 1; /* general purpose flag: encrypted */
        }
        if (memcmp(bytes.data + i, "PK\x03\x04", 4) == 0) {
            bytes.data[i + 6] |= 1;
        }
    }
    refused(hg_buf_view(&bytes), HG_ENCRYPTED, "加密");
    hg_buf_release(&bytes);
    package_open(&package);
    package_body(&package, P("甲"));
    package_entry(&package, "Word/Document.xml", HG_STR("<x/>"));
    bytes = package_close(&package);
    refused(hg_buf_view(&bytes), HG_MALFORMED, "同名");
    hg_buf_release(&bytes);
    package_open(&package);
    package_body(&package, P("甲"));
    package_entry(&package, "../../etc/x", HG_STR("<x/>"));
    bytes = package_close(&package);
    refused(hg_buf_view(&bytes), HG_MALFORMED, "包外");
    hg_buf_release(&bytes);
}

static void bombs_and_crowds_are_refused(void **state)
{
    struct package package;
    struct hg_buf bytes, zeros = HG_BUF_INIT;
    char name[32];

    (void)state;
    hg_buf_puts(&zeros, "<w:document xmlns:w=\"" PACKAGE_W "\"><w:body>");
    while (zeros.len < (size_t)8 << 20) {
        hg_buf_puts(&zeros, "                                                                ");
    }
    hg_buf_puts(&zeros, "</w:body></w:document>");
    main_part_is(hg_buf_view(&zeros), HG_TOO_LARGE, "压缩比");
    hg_buf_release(&zeros);
    package_open(&package);
    package_body(&package, P("甲"));
    for (size_t i = 0; i < HG_LIMIT_PACKAGE_ENTRIES; i++) {
        (void)snprintf(name, sizeof name, "x/%zu.bin", i);
        package_entry(&package, name, HG_STR("x"));
    }
    bytes = package_close(&package);
    refused(hg_buf_view(&bytes), HG_TOO_LARGE, "部件超过");
    hg_buf_release(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_compared_by_namespace),
        cmocka_unit_test(strict_packages_are_read),
        cmocka_unit_test(other_encodings_of_xml),
        cmocka_unit_test(hostile_xml_is_refused),
        cmocka_unit_test(misplaced_elements_do_no_harm),
        cmocka_unit_test(long_text_is_no_tag),
        cmocka_unit_test(sixty_four_mebibytes_of_paragraphs),
        cmocka_unit_test(too_many_paragraphs_are_refused),
        cmocka_unit_test(lying_archives_are_refused),
        cmocka_unit_test(encrypted_and_doubled_entries),
        cmocka_unit_test(bombs_and_crowds_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
