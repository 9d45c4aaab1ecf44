/* Telling files apart by content, and plain text. */
#include "io/reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/limits.h"
#include "support/package.h"
#include "support/unit.h"

static void refused(struct hg_str bytes, enum hg_status status, const char *word)
{
    struct hg_error err = {HG_OK, ""};

    assert_int_equal(package_status(bytes, &err), status);
    if (strstr(err.message, word) == NULL) {
        fail_msg("%s: expected %s", err.message, word);
    }
}

#define OLE "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 header "

static void what_is_no_draft_is_named(void **state)
{
    (void)state;
    refused(HG_STR(""), HG_EMPTY, "空");
    refused(HG_STR(OLE "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"), HG_ENCRYPTED, "密码");
    refused(HG_STR(OLE "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"), HG_OLD_DOC, ".doc");
    refused(HG_STR(OLE "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0 W\0p\0s\0C\0u\0s\0t\0o\0m\0D\0a\0t\0a\0"),
            HG_WPS, ".wps");
    refused(HG_STR(OLE "W\0o\0r\0k\0b\0o\0o\0k\0"), HG_NOT_DOCX, "Excel");
    refused(HG_STR("%TSD-Header-###%\x01\x02"), HG_CORPORATE_ENCRYPTED, "解密");
    refused(HG_STR("%PDF-1.7\n"), HG_NOT_DOCX, "PDF");
    refused(HG_STR("{\\rtf1\\ansi"), HG_NOT_DOCX, "RTF");
    refused(HG_STR("\xEF\xBB\xBF \n<!DOCTYPE html><html>"), HG_NOT_DOCX, "HTML");
    refused(HG_STR("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?>"),
            HG_NOT_DOCX, "Word 的 XML");
    refused(HG_STR("\x89PNG\r\n\x1A\n"), HG_NOT_DOCX, "图片");
    refused(HG_STR("Rar!\x1A\x07"), HG_NOT_DOCX, "RAR");
    refused(HG_STR("\0\1\2\3\4\5\6\7\x0E\x0F\0\1\2\3\4\5\6\7"), HG_NOT_DOCX, "认不出");
    refused(HG_STR("PK\x03\x04 cut off"), HG_TRUNCATED, "不完整");
}

static void other_packages_are_named(void **state)
{
    static const struct {
        const char *entry, *word;
    } cases[] = {{"xl/workbook.xml", "Excel"},       {"ppt/presentation.xml", "PowerPoint"},
                 {"OFD.xml", "OFD"},                 {"META-INF/manifest.xml", "OpenDocument"},
                 {"visio/document.xml", "Visio"},    {"readme.txt", "ZIP"},
                 {"META-INF/container.xml", "EPUB"}, {"[Content_Types].xml", "Word 正文"}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hg_archive_writer *writer = hg_archive_writer_open();
        struct hg_buf bytes = HG_BUF_INIT;

        hg_archive_writer_add(writer, hg_str_of(cases[i].entry), HG_STR("<x/>"), 0);
        assert_int_equal(hg_archive_writer_bytes(&bytes, writer, NULL), HG_OK);
        refused(hg_buf_view(&bytes), HG_NOT_DOCX, cases[i].word);
        hg_archive_writer_free(writer);
        hg_buf_release(&bytes);
    }
}

static enum hg_status file_status(const char *folder, const char *name, const char *content)
{
    struct hg_buf path = HG_BUF_INIT;
    struct hg_doc *doc = NULL;
    struct hg_error err;
    enum hg_status status;

    hg_buf_printf(&path, "%s/%s", folder, name);
    if (content != NULL) {
        FILE *file = fopen(path.data, "wb");

        assert_non_null(file);
        (void)fputs(content, file);
        (void)fclose(file);
    }
    status = hg_read_file(&doc, path.data, NULL, &err);
    hg_doc_free(doc);
    (void)unlink(path.data);
    hg_buf_release(&path);
    return status;
}

static void files_are_looked_at_first(void **state)
{
    char folder[] = "/tmp/hegao-test-XXXXXX";
    struct hg_buf pipe = HG_BUF_INIT;

    (void)state;
    assert_non_null(mkdtemp(folder));
    assert_int_equal(file_status(folder, "a.txt", "工作总结\n"), HG_OK);
    assert_int_equal(file_status(folder, "a.docx", "工作总结\n"), HG_NOT_DOCX);
    assert_int_equal(file_status(folder, "~$a.docx", "x"), HG_OWNER_FILE);
    assert_int_equal(file_status(folder, "empty.docx", ""), HG_EMPTY);
    assert_int_equal(file_status(folder, "none.docx", NULL), HG_NOT_FOUND);
    assert_int_equal(file_status(folder, "", NULL), HG_NOT_REGULAR);
    hg_buf_printf(&pipe, "%s/pipe", folder);
    assert_int_equal(mkfifo(pipe.data, 0600), 0);
    assert_int_equal(file_status(folder, "pipe", NULL), HG_NOT_REGULAR);
    hg_buf_release(&pipe);
    assert_int_equal(rmdir(folder), 0);
}

static void text_is(struct hg_str bytes, const char *expected)
{
    struct hg_doc *doc;

    assert_int_equal(hg_read_memory(&doc, bytes, NULL, NULL), HG_OK);
    assert_int_equal(doc->facts.kind, HG_PACKAGE_TEXT);
    assert_string_equal(package_text(doc), expected);
    hg_doc_free(doc);
}

static void text_in_its_encodings(void **state)
{
    (void)state;
    text_is(HG_STR("甲\n\n乙"), "甲\n\n乙");
    text_is(HG_STR("\xEF\xBB\xBF甲\r\n乙\r丙\n"), "甲\n乙\n丙");
    text_is(HG_STR("\xB9\xA4\xD7\xF7\xD7\xDC\xBD\xE1\r\n\x95\x32\x82\x36\n"),
            "工作总结\n\xF0\xA0\x80\x80");
    text_is(HG_STR("\xFF\xFE\x32\x75\x0A\x00\x59\x4E"), "甲\n乙");
    text_is(HG_STR("\xFE\xFF\x75\x32"), "甲");
    text_is(HG_STR("甲\0乙\x1B[31m\tx\x7F\xC2\x9B\n"), "甲乙[31m\tx");
    refused(HG_STR("\xFF\xFF\xFF\n"), HG_BAD_ENCODING, "UTF-8");
    refused(HG_STR("一二三四五六七八九十一二三四五六七八九十\xC4\xE3"), HG_BAD_ENCODING, "第 61 字节");
}

static void text_has_a_limit(void **state)
{
    struct hg_buf text = HG_BUF_INIT;

    (void)state;
    for (size_t i = 0; i < HG_LIMIT_NODES + 10; i++) {
        hg_buf_putc(&text, '\n');
    }
    refused(hg_buf_view(&text), HG_TOO_LARGE, "拆分");
    hg_buf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_no_draft_is_named),
        cmocka_unit_test(other_packages_are_named),
        cmocka_unit_test(files_are_looked_at_first),
        cmocka_unit_test(text_in_its_encodings),
        cmocka_unit_test(text_has_a_limit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
