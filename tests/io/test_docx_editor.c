/* Comments and tracked changes in raw packages, each as exact bytes. */
#include "io/docx_editor.h"

#include "io/leaf.h"
#include "io/reader.h"
#include "support/unit.h"

#define W "xmlns:w=\"" HG_WML_TRANSITIONAL "\""
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

/* A package under way. */
struct package {
    struct hg_archive_writer *writer;
    struct hg_buf bytes;
    struct hg_archive *archive;
};

static void add(struct package *package, const char *name, const char *text)
{
    hg_archive_writer_add(package->writer, hg_str_of(name), hg_str_of(text), 1000000000);
}

/* Opens a package with these parts; null leaves a part out. */
static void open_package(struct package *package, const char *document, const char *comments)
{
    struct hg_error err;

    *package = (struct package){.writer = hg_archive_writer_open()};
    add(package, "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        "<Default Extension=\"rels\" "
        "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-"
        "officedocument.wordprocessingml.document.main+xml\"/></Types>");
    add(package, "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        "<Relationship Id=\"r1\" Type=\"" OFFICE
        "officeDocument\" Target=\"word/document.xml\"/></Relationships>");
    add(package, "word/document.xml", document);
    if (comments != NULL) {
        add(package, "word/_rels/document.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            "<Relationship Id=\"r7\" Type=\"" OFFICE
            "comments\" Target=\"comments.xml\"/></Relationships>");
        add(package, "word/comments.xml", comments);
    }
    assert_int_equal(hg_archive_writer_bytes(&package->bytes, package->writer, &err), HG_OK);
    hg_archive_writer_free(package->writer);
    assert_int_equal(hg_archive_open(&package->archive, hg_buf_view(&package->bytes), &err), HG_OK);
}

static void close_package(struct package *package)
{
    hg_archive_close(package->archive);
    hg_buf_release(&package->bytes);
}

/* Edits `package` and puts the copy in its place. */
static enum hg_status edit(struct package *package, struct hg_docx_edit *edits, size_t count,
                           bool strip_changes)
{
    struct hg_docx_edit_options options = {.time = 1720137600, .strip_changes = strip_changes};
    struct hg_archive_writer *writer = hg_archive_writer_open();
    struct hg_buf bytes = HG_BUF_INIT;
    struct hg_error err;
    enum hg_status status =
        hg_docx_edit(writer, package->archive, edits, count, &options, &err);

    if (status == HG_OK) {
        assert_int_equal(hg_archive_writer_bytes(&bytes, writer, &err), HG_OK);
    }
    hg_archive_writer_free(writer);
    if (status == HG_OK) {
        close_package(package);
        package->bytes = bytes;
        assert_int_equal(hg_archive_open(&package->archive, hg_buf_view(&bytes), &err), HG_OK);
    }
    return status;
}

static void assert_part(struct package *package, const char *name, const char *expected)
{
    struct hg_buf text = HG_BUF_INIT;
    struct hg_error err;
    size_t index = hg_archive_find(package->archive, hg_str_of(name));

    assert_true(index != SIZE_MAX);
    assert_int_equal(hg_archive_read(&text, package->archive, index, &err), HG_OK);
    assert_string_equal(text.data, expected);
    hg_buf_release(&text);
}

static bool part_says(struct package *package, const char *name, const char *text)
{
    struct hg_buf whole = HG_BUF_INIT;
    struct hg_error err;
    size_t index = hg_archive_find(package->archive, hg_str_of(name));
    bool found;

    assert_true(index != SIZE_MAX);
    assert_int_equal(hg_archive_read(&whole, package->archive, index, &err), HG_OK);
    found = hg_str_contains(hg_buf_view(&whole), hg_str_of(text));
    hg_buf_release(&whole);
    return found;
}

static struct hg_docx_edit range(uint32_t start_leaf, uint32_t start, uint32_t end_leaf,
                                 uint32_t end)
{
    return (struct hg_docx_edit){.anchor = HG_DOCX_AT_RANGE,
                                 .part = HG_STR("word/document.xml"),
                                 .start_leaf = start_leaf,
                                 .start_offset = start,
                                 .end_leaf = end_leaf,
                                 .end_offset = end,
                                 .comment = HG_STR("请核")};
}

#define BODY(inner) "<w:document " W "><w:body>" inner "</w:body></w:document>"
#define START(id) "<w:commentRangeStart w:id=\"" id "\"/>"
#define END(id)                                                                                    \
    "<w:commentRangeEnd w:id=\"" id "\"/><w:r><w:commentReference w:id=\"" id "\"/></w:r>"

/* One comment on [start, end) of leaves turns the body's content into `after`. */
static void assert_comment(const char *before, struct hg_docx_edit one, const char *after)
{
    struct package package;
    struct hg_buf document = HG_BUF_INIT, expected = HG_BUF_INIT;

    hg_buf_printf(&document, BODY("%s"), before);
    hg_buf_printf(&expected, BODY("%s"), after);
    open_package(&package, document.data, NULL);
    assert_int_equal(edit(&package, &one, 1, false), HG_OK);
    assert_int_equal(one.outcome, HG_DOCX_COMMENTED);
    assert_part(&package, "word/document.xml", expected.data);
    /* and out again: runs stay split, nothing else is left */
    assert_int_equal(edit(&package, NULL, 0, true), HG_OK);
    assert_false(part_says(&package, "word/document.xml", "comment"));
    assert_false(part_says(&package, "word/comments.xml", "请核"));
    close_package(&package);
    hg_buf_release(&document);
    hg_buf_release(&expected);
}

static void a_run_is_split_and_keeps_its_look(void **state)
{
    (void)state;
    assert_comment("<w:p><w:r w:rsidR=\"00A1\"><w:rPr><w:b/></w:rPr><w:t>办结率98.9%。</w:t></w:r></w:p>",
                   range(0, 3, 0, 8),
                   "<w:p><w:r w:rsidR=\"00A1\"><w:rPr><w:b/></w:rPr><w:t>办结率</w:t></w:r>" START("0")
                   "<w:r w:rsidR=\"00A1\"><w:rPr><w:b/></w:rPr><w:t>98.9%</w:t></w:r>" END("0")
                   "<w:r w:rsidR=\"00A1\"><w:rPr><w:b/></w:rPr><w:t>。</w:t></w:r></w:p>");
}

static void whole_runs_are_not_split(void **state)
{
    (void)state;
    assert_comment("<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r></w:p>", range(0, 0, 1, 1),
                   "<w:p>" START("0") "<w:r><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r>" END("0")
                   "</w:p>");
}

static void blanks_at_a_split_are_preserved(void **state)
{
    (void)state;
    assert_comment("<w:p><w:r><w:t>see the report</w:t></w:r></w:p>", range(0, 4, 0, 7),
                   "<w:p><w:r><w:t xml:space=\"preserve\">see </w:t></w:r>" START("0")
                   "<w:r><w:t>the</w:t></w:r>" END("0")
                   "<w:r><w:t xml:space=\"preserve\"> report</w:t></w:r></w:p>");
    assert_comment("<w:p><w:r><w:t xml:space=\"preserve\"> a b </w:t></w:r></w:p>",
                   range(0, 1, 0, 2),
                   "<w:p><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>" START("0")
                   "<w:r><w:t xml:space=\"preserve\">a</w:t></w:r>" END("0")
                   "<w:r><w:t xml:space=\"preserve\"> b </w:t></w:r></w:p>");
}

static void references_and_cdata_count_as_characters(void **state)
{
    (void)state;
    assert_comment("<w:p><w:r><w:t>A&amp;B&#x4E2D;C</w:t></w:r></w:p>", range(0, 1, 0, 4),
                   "<w:p><w:r><w:t>A</w:t></w:r>" START("0")
                   "<w:r><w:t xml:space=\"preserve\">&amp;B&#x4E2D;</w:t></w:r>" END("0")
                   "<w:r><w:t>C</w:t></w:r></w:p>");
    assert_comment("<w:p><w:r><w:t><![CDATA[a<b]]></w:t></w:r></w:p>", range(0, 1, 0, 2),
                   "<w:p><w:r><w:t><![CDATA[a]]></w:t></w:r>" START("0")
                   "<w:r><w:t><![CDATA[<]]></w:t></w:r>" END("0")
                   "<w:r><w:t><![CDATA[b]]></w:t></w:r></w:p>");
}

static void tabs_and_breaks_are_leaves_of_their_own(void **state)
{
    (void)state;
    assert_comment("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>甲</w:t>"
                   "<w:tab/><w:t>乙</w:t></w:r></w:p>",
                   range(2, 0, 2, 1),
                   "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>甲</w:t>"
                   "</w:r>" START("0") "<w:r><w:tab/></w:r>" END("0") "<w:r><w:t>乙</w:t></w:r></w:p>");
}

static void marks_stay_inside_what_holds_the_run(void **state)
{
    (void)state;
    assert_comment("<w:tbl><w:tr><w:tc><w:p><w:hyperlink w:anchor=\"a\"><w:r><w:t>链接文字</w:t></w:r>"
                   "</w:hyperlink></w:p></w:tc></w:tr></w:tbl>",
                   range(0, 0, 0, 2),
                   "<w:tbl><w:tr><w:tc><w:p><w:hyperlink w:anchor=\"a\">" START("0")
                   "<w:r><w:t>链接</w:t></w:r>" END("0")
                   "<w:r><w:t>文字</w:t></w:r></w:hyperlink></w:p></w:tc></w:tr></w:tbl>");
    assert_comment("<w:p><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent>"
                   "</w:sdt></w:p>",
                   range(0, 0, 0, 2),
                   "<w:p><w:sdt><w:sdtPr/><w:sdtContent>" START("0") "<w:r><w:t>控件</w:t></w:r>"
                   END("0") "</w:sdtContent></w:sdt></w:p>");
}

static void a_text_box_is_split_inside_its_own_run(void **state)
{
    const char *before =
        "<w:p><w:r><w:t>外</w:t><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/"
        "markup-compatibility/2006\"><mc:Choice Requires=\"wps\"><w:txbxContent><w:p><w:r><w:t>框内字"
        "</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>"
        "框内字</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>";
    const char *after =
        "<w:p><w:r><w:t>外</w:t><mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/"
        "markup-compatibility/2006\"><mc:Choice Requires=\"wps\"><w:txbxContent><w:p><w:r><w:t>框"
        "</w:t></w:r>" START("0") "<w:r><w:t>内</w:t></w:r>" END("0")
        "<w:r><w:t>字</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p>"
        "<w:r><w:t>框内字</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
        "</w:p>";

    (void)state;
    assert_comment(before, range(1, 1, 1, 2), after);
}

static void what_cannot_be_split_is_taken_whole(void **state)
{
    (void)state;
    assert_comment("<w:p><w:r><w:t>注</w:t><w:ruby><w:rubyBase><w:r><w:t>音字</w:t></w:r></w:rubyBase>"
                   "</w:ruby></w:r></w:p>",
                   range(1, 0, 1, 1),
                   "<w:p><w:r><w:t>注</w:t></w:r>" START("0")
                   "<w:r><w:ruby><w:rubyBase><w:r><w:t>音字</w:t></w:r></w:rubyBase></w:ruby></w:r>"
                   END("0") "</w:p>");
}

static void the_first_paragraph_takes_the_document(void **state)
{
    struct hg_docx_edit one = {.anchor = HG_DOCX_AT_DOCUMENT, .comment = HG_STR("请核")};

    (void)state;
    assert_comment("<w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr><w:r><w:t>题</w:t></w:r></w:p>", one,
                   "<w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr>" START("0")
                   "<w:r><w:t>题</w:t></w:r>" END("0") "</w:p>");
    assert_comment("<w:p w:rsidR=\"1\"/><w:p/>", one,
                   "<w:p w:rsidR=\"1\">" START("0") END("0") "</w:p><w:p/>");
}

static void a_note_is_commented_at_its_reference(void **state)
{
    struct hg_docx_edit one = {
        .anchor = HG_DOCX_AT_FOOTNOTE, .note_id = 3, .comment = HG_STR("请核")};

    (void)state;
    assert_comment("<w:p><w:r><w:t>文</w:t><w:footnoteReference w:id=\"3\"/></w:r></w:p>", one,
                   "<w:p><w:r><w:t>文</w:t></w:r>" START("4")
                   "<w:r><w:footnoteReference w:id=\"3\"/></w:r>" END("4") "</w:p>");
}

static void other_prefixes_and_strict_packages_are_understood(void **state)
{
    struct package package;
    struct hg_docx_edit one = range(0, 0, 0, 1);

    (void)state;
    open_package(&package,
                 "<document xmlns=\"" HG_WML_STRICT "\"><body><p><r><t>甲乙</t></r></p></body></document>",
                 NULL);
    assert_int_equal(edit(&package, &one, 1, false), HG_OK);
    assert_part(&package, "word/document.xml",
                "<document xmlns=\"" HG_WML_STRICT "\"><body><p>"
                "<commentRangeStart xmlns:w=\"" HG_WML_STRICT "\" w:id=\"0\"/><r><t>甲</t></r>"
                "<commentRangeEnd xmlns:w=\"" HG_WML_STRICT "\" w:id=\"0\"/><r>"
                "<commentReference xmlns:w=\"" HG_WML_STRICT "\" w:id=\"0\"/></r>"
                "<r><t>乙</t></r></p></body></document>");
    assert_true(part_says(&package, "word/comments.xml", HG_WML_STRICT));
    assert_true(part_says(&package, "word/_rels/document.xml.rels",
                          "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"));
    close_package(&package);
}

static void peoples_comments_stay_and_ours_are_replaced(void **state)
{
    struct package package;
    struct hg_docx_edit one = range(0, 0, 0, 1);

    (void)state;
    open_package(&package,
                 BODY("<w:p>" START("5") "<w:r><w:t>甲乙</w:t></w:r>" END("5") START("9") END("9") "</w:p>"),
                 "<w:comments " W "><w:comment w:id=\"5\" w:author=\"李某\"><w:p/></w:comment>"
                 "<w:comment w:id=\"9\" w:author=\"&#x6838;稿\"><w:p/></w:comment></w:comments>");
    for (int turn = 0; turn < 2; turn++) {
        assert_int_equal(edit(&package, &one, 1, false), HG_OK);
        assert_part(&package, "word/document.xml",
                    BODY("<w:p>" START("5") START("6") "<w:r><w:t>甲</w:t></w:r>" END("6")
                         "<w:r><w:t>乙</w:t></w:r>" END("5") "</w:p>"));
        assert_part(&package, "word/comments.xml",
                    "<w:comments " W "><w:comment w:id=\"5\" w:author=\"李某\"><w:p/></w:comment>"
                    "<w:comment w:id=\"6\" w:author=\"核稿\" w:date=\"2024-07-05T00:00:00Z\" "
                    "w:initials=\"核稿\"><w:p><w:r><w:annotationRef/></w:r><w:r><w:rPr>"
                    "<w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">请核</w:t>"
                    "</w:r></w:p></w:comment></w:comments>");
    }
    close_package(&package);
}

static void parts_are_added_once(void **state)
{
    struct package package;
    struct hg_docx_edit one = range(0, 0, 0, 1);
    struct hg_buf types = HG_BUF_INIT;
    struct hg_error err;
    size_t at;

    (void)state;
    open_package(&package, BODY("<w:p><w:r><w:t>甲</w:t></w:r></w:p>"), NULL);
    assert_int_equal(edit(&package, &one, 1, false), HG_OK);
    assert_int_equal(edit(&package, &one, 1, false), HG_OK);
    assert_int_equal(hg_archive_read(&types, package.archive,
                                     hg_archive_find(package.archive, HG_STR("[Content_Types].xml")),
                                     &err),
                     HG_OK);
    at = hg_str_find(hg_buf_view(&types), HG_STR("/word/comments.xml"), 0);
    assert_true(at != SIZE_MAX);
    assert_true(hg_str_find(hg_buf_view(&types), HG_STR("/word/comments.xml"), at + 1) == SIZE_MAX);
    hg_buf_release(&types);
    close_package(&package);
}

static void a_certain_replacement_is_tracked(void **state)
{
    struct package package;
    struct hg_docx_edit one = range(0, 2, 1, 1);

    (void)state;
    one.change = true;
    one.replacement = HG_STR("截至");
    open_package(&package,
                 BODY("<w:p><w:r><w:t>一、截</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>止6月</w:t></w:r></w:p>"),
                 NULL);
    assert_int_equal(edit(&package, &one, 1, false), HG_OK);
    assert_int_equal(one.outcome, HG_DOCX_CHANGED);
    assert_part(&package, "word/document.xml",
                BODY("<w:p><w:r><w:t>一、</w:t></w:r>"
                     "<w:del w:id=\"0\" w:author=\"核稿\" w:date=\"2024-07-05T00:00:00Z\"><w:r>"
                     "<w:delText xml:space=\"preserve\">截</w:delText></w:r><w:r><w:rPr><w:b/></w:rPr>"
                     "<w:delText>止</w:delText></w:r></w:del>"
                     "<w:ins w:id=\"1\" w:author=\"核稿\" w:date=\"2024-07-05T00:00:00Z\"><w:r>"
                     "<w:t xml:space=\"preserve\">截至</w:t></w:r></w:ins>"
                     "<w:r><w:rPr><w:b/></w:rPr><w:t>6月</w:t></w:r></w:p>"));
    assert_int_equal(hg_archive_find(package.archive, HG_STR("word/comments.xml")), SIZE_MAX);
    assert_int_equal(edit(&package, NULL, 0, true), HG_OK);
    assert_part(&package, "word/document.xml",
                BODY("<w:p><w:r><w:t>一、</w:t></w:r><w:r><w:t xml:space=\"preserve\">截</w:t></w:r>"
                     "<w:r><w:rPr><w:b/></w:rPr><w:t>止</w:t></w:r>"
                     "<w:r><w:rPr><w:b/></w:rPr><w:t>6月</w:t></w:r></w:p>"));
    close_package(&package);
}

static void where_no_change_fits_a_comment_stands(void **state)
{
    static const char *const bodies[] = {
        "<w:p><w:r><w:t>甲</w:t></w:r><w:bookmarkStart w:id=\"1\" w:name=\"b\"/><w:r><w:t>乙</w:t></w:r></w:p>",
        "<w:p><w:ins w:id=\"1\"><w:r><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r></w:ins></w:p>",
        "<w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p>",
    };

    (void)state;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        struct package package;
        struct hg_docx_edit one = range(0, 0, 1, 1);
        struct hg_buf document = HG_BUF_INIT;

        one.change = true;
        hg_buf_printf(&document, BODY("%s"), bodies[i]);
        open_package(&package, document.data, NULL);
        assert_int_equal(edit(&package, &one, 1, false), HG_OK);
        assert_int_equal(one.outcome, HG_DOCX_COMMENTED);
        close_package(&package);
        hg_buf_release(&document);
    }
}

static void overlapping_edits_are_all_said(void **state)
{
    struct package package;
    struct hg_docx_edit three[] = {range(0, 0, 0, 3), range(0, 1, 0, 4), range(0, 1, 0, 2)};

    (void)state;
    three[0].change = three[1].change = true;
    open_package(&package, BODY("<w:p><w:r><w:t>甲乙丙丁</w:t></w:r></w:p>"), NULL);
    assert_int_equal(edit(&package, three, 3, false), HG_OK);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(three[i].outcome, HG_DOCX_COMMENTED);
    }
    assert_part(&package, "word/document.xml",
                BODY("<w:p>" START("0") "<w:r><w:t>甲</w:t></w:r>" START("1") START("2")
                     "<w:r><w:t>乙</w:t></w:r>" END("2") "<w:r><w:t>丙</w:t></w:r>" END("0")
                     "<w:r><w:t>丁</w:t></w:r>" END("1") "</w:p>"));
    close_package(&package);
}

static void a_place_that_is_not_there_is_told(void **state)
{
    struct package package;
    struct hg_docx_edit bad[] = {range(7, 0, 7, 1), range(0, 0, 0, 9), range(0, 0, 0, 1)};

    (void)state;
    bad[2].part = HG_STR("word/footnotes.xml");
    open_package(&package, BODY("<w:p><w:r><w:t>甲</w:t></w:r></w:p>"), NULL);
    assert_int_equal(edit(&package, bad, 3, false), HG_OK);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(bad[i].outcome, HG_DOCX_NOT_PLACED);
    }
    assert_part(&package, "word/document.xml", BODY("<w:p><w:r><w:t>甲</w:t></w:r></w:p>"));
    close_package(&package);
}

static void a_changed_look_gets_an_id_of_its_own(void **state)
{
    (void)state;
    assert_comment("<w:p><w:r><w:rPr><w:rPrChange w:id=\"2\" w:author=\"a\"><w:rPr/></w:rPrChange>"
                   "</w:rPr><w:t>甲乙</w:t></w:r></w:p>",
                   range(0, 0, 0, 1),
                   "<w:p>" START("3")
                   "<w:r><w:rPr><w:rPrChange w:id=\"2\" w:author=\"a\"><w:rPr/></w:rPrChange></w:rPr>"
                   "<w:t>甲</w:t></w:r>" END("3")
                   "<w:r><w:rPr><w:rPrChange w:id=\"4\" w:author=\"a\"><w:rPr/></w:rPrChange></w:rPr>"
                   "<w:t>乙</w:t></w:r></w:p>");
}

static void protected_packages_are_refused(void **state)
{
    struct package package = {.writer = NULL};
    struct hg_docx_edit one = range(0, 0, 0, 1);

    (void)state;
    open_package(&package, BODY("<w:p><w:r><w:t>甲</w:t></w:r></w:p>"), NULL);
    assert_int_equal(edit(&package, &one, 1, false), HG_OK);
    close_package(&package);
    /* The same with a signature part. */
    package = (struct package){.writer = hg_archive_writer_open()};
    {
        struct package plain;
        struct hg_error err;

        open_package(&plain, BODY("<w:p><w:r><w:t>甲</w:t></w:r></w:p>"), NULL);
        for (size_t i = 0; i < hg_archive_count(plain.archive); i++) {
            hg_archive_writer_copy(package.writer, plain.archive, i);
        }
        add(&package, "_xmlsignatures/sig1.xml", "<Signature/>");
        assert_int_equal(hg_archive_writer_bytes(&package.bytes, package.writer, &err), HG_OK);
        hg_archive_writer_free(package.writer);
        close_package(&plain);
        assert_int_equal(hg_archive_open(&package.archive, hg_buf_view(&package.bytes), &err),
                         HG_OK);
    }
    assert_int_equal(edit(&package, &one, 1, false), HG_PROTECTED);
    close_package(&package);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_run_is_split_and_keeps_its_look),
        cmocka_unit_test(whole_runs_are_not_split),
        cmocka_unit_test(blanks_at_a_split_are_preserved),
        cmocka_unit_test(references_and_cdata_count_as_characters),
        cmocka_unit_test(tabs_and_breaks_are_leaves_of_their_own),
        cmocka_unit_test(marks_stay_inside_what_holds_the_run),
        cmocka_unit_test(a_text_box_is_split_inside_its_own_run),
        cmocka_unit_test(what_cannot_be_split_is_taken_whole),
        cmocka_unit_test(the_first_paragraph_takes_the_document),
        cmocka_unit_test(a_note_is_commented_at_its_reference),
        cmocka_unit_test(other_prefixes_and_strict_packages_are_understood),
        cmocka_unit_test(peoples_comments_stay_and_ours_are_replaced),
        cmocka_unit_test(parts_are_added_once),
        cmocka_unit_test(a_certain_replacement_is_tracked),
        cmocka_unit_test(where_no_change_fits_a_comment_stands),
        cmocka_unit_test(overlapping_edits_are_all_said),
        cmocka_unit_test(a_place_that_is_not_there_is_told),
        cmocka_unit_test(a_changed_look_gets_an_id_of_its_own),
        cmocka_unit_test(protected_packages_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
