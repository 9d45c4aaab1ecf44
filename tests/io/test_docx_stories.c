/* Notes, headers and footers, comments, sections, package facts. */
#include "support/package.h"
#include "support/unit.h"

#define T(text) "<w:r><w:t>" text "</w:t></w:r>"
#define P(inside) "<w:p>" inside "</w:p>"
#define NOTE(kind, id, text) "<w:" kind " w:id=\"" #id "\">" P(T(text)) "</w:" kind ">"
#define REF(kind, id) "<w:r><w:" kind "Reference w:id=\"" #id "\"/></w:r>"

static void notes_come_in_order_of_reference(void **state)
{
    struct package package;
    struct hg_doc *doc;

    (void)state;
    package_open(&package);
    package_body(&package, P(T("甲") REF("footnote", 5)) P(REF("endnote", 2) T("乙") REF("footnote", 3)
                             REF("footnote", 99) "<w:del w:id=\"9\">" REF("footnote", 4) "</w:del>"));
    package_wrapped(&package, "word/footnotes.xml", "footnotes", "footnotes",
                    "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p/></w:footnote>"
                    NOTE("footnote", 3, "注三") NOTE("footnote", 4, "注四") NOTE("footnote", 5, "注五"));
    package_wrapped(&package, "word/endnotes.xml", "endnotes", "endnotes",
                    NOTE("endnote", 2, "尾二"));
    doc = package_read(&package, HG_REVISIONS_ACCEPT);
    /* A note whose mark is deleted, and one that no text refers to, are not on the page. */
    assert_string_equal(package_text(doc), "甲\n乙\n注五\n尾二\n注三");
    assert_int_equal(doc->stories.len, 4);
    assert_int_equal(doc->stories.items[1]->id, 5);
    assert_ptr_equal(doc->stories.items[3]->anchor, doc->paragraphs.items[1]);
    assert_int_equal(doc->paragraphs.items[4]->number, 2);
    assert_string_equal(doc->part_names.items[doc->stories.items[2]->part_name],
                        "word/endnotes.xml");
    hg_doc_free(doc);
}

#define SECT(refs, more)                                                                           \
    "<w:sectPr>" refs "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" "               \
    "w:right=\"1474\" w:bottom=\"1985\" w:left=\"1588\" w:header=\"851\" w:footer=\"992\" "         \
    "w:gutter=\"0\"/>" more "</w:sectPr>"
#define HDR(kind, type, id) "<w:" kind "Reference w:type=\"" type "\" r:id=\"" id "\"/>"

static void sections_and_their_headers(void **state)
{
    struct package package;
    struct hg_doc *doc;
    const struct hg_section *section;

    (void)state;
    package_open(&package);
    package_body(&package,
                 "<w:p><w:pPr>" SECT(HDR("footer", "default", "rId2") HDR("header", "default", "rId1"),
                                     "<w:titlePg/>") "</w:pPr>" T("一") "</w:p>" P(T("二"))
                 SECT(HDR("header", "even", "rId3"),
                      "<w:cols w:num=\"2\"/><w:docGrid w:type=\"lines\" w:linePitch=\"312\"/>"
                      "<w:pgNumType w:fmt=\"numberInDash\" w:start=\"3\"/>"));
    package_wrapped(&package, "word/header1.xml", "header", "hdr", P(T("页眉")));
    package_wrapped(&package, "word/footer1.xml", "footer", "ftr", P(T("页脚")));
    package_wrapped(&package, "word/header2.xml", "header", "hdr", P(T("偶数页眉")));
    doc = package_read(&package, HG_REVISIONS_ACCEPT);
    assert_string_equal(package_text(doc), "一\n二\n页脚\n页眉\n偶数页眉");
    assert_int_equal(doc->sections.len, 2);
    assert_int_equal(doc->paragraphs.items[0]->section, 0);
    assert_int_equal(doc->paragraphs.items[1]->section, 1);
    section = &doc->sections.items[0];
    assert_true(section->stated);
    assert_true(section->title_page);
    assert_int_equal(section->page_width, 11906);
    assert_int_equal(section->left, 1588);
    assert_int_equal(section->footer, 992);
    assert_ptr_equal(section->footers[HG_HEADER_DEFAULT], doc->stories.items[1]);
    assert_null(section->headers[HG_HEADER_EVEN]);
    section = &doc->sections.items[1];
    assert_int_equal(section->columns, 2);
    assert_string_equal(section->grid_type, "lines");
    assert_int_equal(section->grid_line_pitch, 312);
    assert_string_equal(section->page_number_format, "numberInDash");
    assert_int_equal(section->page_number_start, 3);
    assert_ptr_equal(section->headers[HG_HEADER_DEFAULT], doc->stories.items[2]); /* inherited */
    assert_ptr_equal(section->headers[HG_HEADER_EVEN], doc->stories.items[3]);
    hg_doc_free(doc);
}

static void comments_have_ranges(void **state)
{
    struct package package;
    struct hg_doc *doc;
    const struct hg_comment *comment;

    (void)state;
    package_open(&package);
    package_body(
        &package,
        P(T("共") "<w:commentRangeStart w:id=\"7\"/>" T("12件") "<w:commentRangeEnd w:id=\"7\"/>"
          "<w:r><w:commentReference w:id=\"7\"/></w:r>" T("。"))
        "<w:commentRangeStart w:id=\"3\"/>" P(T("整段")) P(T("又一段")) "<w:commentRangeEnd w:id=\"3\"/>"
        P("<w:r><w:commentReference w:id=\"3\"/></w:r><w:r><w:commentReference w:id=\"4\"/></w:r>"));
    package_wrapped(
        &package, "word/comments.xml", "comments", "comments",
        "<w:comment w:id=\"3\" w:author=\"乙\" w:initials=\"y\">" P(T("批三")) "</w:comment>"
        "<w:comment w:id=\"4\" w:author=\"丙\"/>"
        "<w:comment w:id=\"7\" w:author=\"甲\" w:date=\"2025-01-02T03:04:05Z\"><w:p>" T("批七")
        "</w:p><w:p w14:paraId=\"0000ABCD\">" T("第二段") "</w:p></w:comment>"
        "<w:comment w:id=\"8\" w:author=\"丁\">" P(T("无处")) "</w:comment>");
    package_part(&package, "word/commentsExtended.xml", "commentsExtended",
                 "<w15:commentsEx " PACKAGE_NS "><w15:commentEx w15:paraId=\"0000ABCD\" "
                 "w15:done=\"1\"/></w15:commentsEx>");
    doc = package_read(&package, HG_REVISIONS_ACCEPT);
    assert_string_equal(package_text(doc), "共12件。\n整段\n又一段\n\n批七\n第二段\n批三\n无处");
    assert_int_equal(doc->comments.len, 4);
    comment = &doc->comments.items[0];
    assert_int_equal(comment->id, 7);
    assert_true(comment->resolved);
    assert_true(hg_str_is(comment->text, "批七\n第二段"));
    assert_true(hg_str_is(comment->date, "2025-01-02T03:04:05Z"));
    assert_ptr_equal(comment->start_paragraph, doc->paragraphs.items[0]);
    assert_int_equal(comment->start, 3);
    assert_int_equal(comment->end, 8);
    assert_ptr_equal(comment->story->anchor, doc->paragraphs.items[0]);
    comment = &doc->comments.items[1];
    assert_int_equal(comment->id, 3);
    assert_false(comment->resolved);
    assert_ptr_equal(comment->start_paragraph, doc->paragraphs.items[1]);
    assert_int_equal(comment->start, 0);
    assert_ptr_equal(comment->end_paragraph, doc->paragraphs.items[2]);
    assert_int_equal(comment->end, doc->paragraphs.items[2]->text.len);
    comment = &doc->comments.items[2]; /* a reference without a range */
    assert_null(comment->start_paragraph);
    assert_ptr_equal(comment->story->anchor, doc->paragraphs.items[3]);
    comment = &doc->comments.items[3]; /* in the file, but nowhere in the text */
    assert_int_equal(comment->id, 8);
    assert_null(comment->story->anchor);
    hg_doc_free(doc);
}

static void the_package_has_facts(void **state)
{
    struct package package;
    struct hg_doc *doc;

    (void)state;
    package_open(&package);
    package_body(&package, P(T("文")));
    package_wrapped(&package, "word/settings.xml", "settings", "settings",
                    "<w:trackRevisions/><w:evenAndOddHeaders/><w:documentProtection "
                    "w:edit=\"readOnly\" w:enforcement=\"1\"/>");
    package_entry(&package, "word/_rels/settings.xml.rels",
                  HG_STR("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                         "relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas."
                         "openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\" "
                         "Target=\"http://example.invalid/t.dotm\" TargetMode=\"External\"/>"
                         "</Relationships>"));
    package_entry(&package, "word/vbaProject.bin", HG_STR("x"));
    package_entry(&package, "word/embeddings/sheet1.xlsx", HG_STR("x"));
    package_entry(&package, "_xmlsignatures/sig1.xml", HG_STR("<x/>"));
    doc = package_read(&package, HG_REVISIONS_ACCEPT);
    assert_int_equal(doc->facts.kind, HG_PACKAGE_DOCX);
    assert_true(doc->facts.track_revisions);
    assert_true(doc->facts.even_and_odd_headers);
    assert_true(hg_str_is(doc->facts.protection, "readOnly"));
    assert_true(doc->facts.has_macros);
    assert_true(doc->facts.signed_package);
    assert_false(doc->facts.strict);
    assert_int_equal(doc->facts.embedded_objects, 1);
    assert_int_equal(doc->facts.external.len, 1);
    assert_true(hg_str_is(doc->facts.external.items[0].type, "attachedTemplate"));
    assert_true(hg_str_is(doc->facts.external.items[0].source, "word/settings.xml"));
    assert_int_equal(doc->sections.len, 1);
    assert_false(doc->sections.items[0].stated);
    hg_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(notes_come_in_order_of_reference),
        cmocka_unit_test(sections_and_their_headers),
        cmocka_unit_test(comments_have_ranges),
        cmocka_unit_test(the_package_has_facts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
