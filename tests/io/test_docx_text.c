/* What of a DOCX is text: fields, branches, boxes, hidden text, content controls, symbols. */
#include "support/origins.h"
#include "support/package.h"
#include "support/unit.h"

#define T(text) "<w:r><w:t>" text "</w:t></w:r>"
#define P(inside) "<w:p>" inside "</w:p>"
#define FLD(kind) "<w:r><w:fldChar w:fldCharType=\"" kind "\"/></w:r>"
#define CODE(text) "<w:r><w:instrText xml:space=\"preserve\">" text "</w:instrText></w:r>"

static void reads(const char *body, const char *expected)
{
    struct hg_doc *doc = package_read_body(body, NULL, NULL);

    assert_string_equal(package_text(doc), expected);
    hg_doc_free(doc);
}

static void fields_show_their_result(void **state)
{
    (void)state;
    reads(P(T("a") FLD("begin") CODE(" PAGE ") FLD("separate") T("7") FLD("end") T("b")), "a7b");
    reads(P(T("a") FLD("begin") CODE(" AUTHOR ") FLD("end") T("b")), "ab"); /* no result */
    /* A field within the code of another shows nothing, one within its result does. */
    reads(P(FLD("begin") CODE(" IF ") FLD("begin") CODE("REF x") FLD("separate") T("1") FLD("end")
                CODE(" = 1") FLD("separate") T("甲") FLD("begin") CODE("PAGE") FLD("separate")
                    T("2") FLD("end") FLD("end") T("乙")),
          "甲2乙");
    reads(P("<w:fldSimple w:instr=\" SEQ 表 \">" T("3") "</w:fldSimple>" T("件")), "3件");
    /* Over paragraphs. */
    reads(P(FLD("begin") CODE(" REF x ") FLD("separate") T("一")) P(T("二") FLD("end") T("三")),
          "一\n二三");
    /* Never closed: nothing is lost. */
    reads(P(FLD("begin") CODE("PAGE") T("正文")) P(T("仍在")), "正文\n仍在");
    reads(P(FLD("begin") "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result "
                         "w:val=\"1\"/><w:listEntry w:val=\"是\"/><w:listEntry w:val=\"否\"/>"
                         "</w:ddList></w:ffData></w:fldChar></w:r>" FLD("end") FLD("end")),
          "");
    reads(P("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result w:val=\"1\"/>"
            "<w:listEntry w:val=\"是\"/><w:listEntry w:val=\"否\"/></w:ddList></w:ffData>"
            "</w:fldChar></w:r>" CODE("FORMDROPDOWN") FLD("end")),
          "否");
}

static void runs_say_where_text_comes_from(void **state)
{
    struct hg_doc *doc = package_read_body(
        P(T("第") FLD("begin") CODE("PAGE") FLD("separate") T("7") FLD("end") T("页")
              "<w:hyperlink>" T("链") "</w:hyperlink>"
              "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" T("填写")
              "</w:sdtContent></w:sdt>" T("完")),
        NULL, NULL);
    const struct hg_paragraph *paragraph = doc->paragraphs.items[0];
    static const uint32_t flags[] = {0, HG_RUN_FIELD_RESULT, 0, HG_RUN_HYPERLINK,
                                     HG_RUN_PLACEHOLDER, 0};

    (void)state;
    assert_string_equal(package_text(doc), "第7页链填写完");
    assert_int_equal(paragraph->runs.len, 6);
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(paragraph->runs.items[i].flags, flags[i]);
    }
    hg_doc_free(doc);
}

static void contents_are_flagged(void **state)
{
    struct hg_doc *doc = package_read_body(
        P(FLD("begin") CODE(" TOC \\o &quot;1-3&quot; ") FLD("separate") T("一、概况 1"))
            P(T("二、问题 2")) P(FLD("end")) P(T("正文"))
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>"
        "</w:docPartObj></w:sdtPr><w:sdtContent>" P(T("目录")) "</w:sdtContent></w:sdt>"
        "<w:p><w:pPr><w:pStyle w:val=\"11\"/></w:pPr>" T("行") "</w:p>",
        "<w:style w:type=\"paragraph\" w:styleId=\"11\"><w:name w:val=\"toc 1\"/></w:style>", NULL);
    static const bool in_toc[] = {true, true, true, false, true, true};

    (void)state;
    assert_int_equal(doc->paragraphs.len, 6);
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal((doc->paragraphs.items[i]->flags & HG_PARAGRAPH_IN_TOC) != 0, in_toc[i]);
    }
    hg_doc_free(doc);
}

#define BRANCHES(requires, choice, fallback)                                                       \
    "<mc:AlternateContent><mc:Choice Requires=\"" requires "\">" choice "</mc:Choice>"              \
    "<mc:Fallback>" fallback "</mc:Fallback></mc:AlternateContent>"

static void one_branch_is_read(void **state)
{
    (void)state;
    reads(P("<w:r>" BRANCHES("wps", "<w:t>甲</w:t>", "<w:t>乙</w:t>") "</w:r>"), "甲");
    reads(P("<w:r>" BRANCHES("w99", "<w:t>甲</w:t>", "<w:t>乙</w:t>") "</w:r>"), "乙");
    reads(P("<w:r>" BRANCHES("wps w99", "<w:t>甲</w:t>", "<w:t>乙</w:t>") "</w:r>"), "乙");
    reads(P("<w:r><mc:AlternateContent><mc:Choice Requires=\"w99\"><w:t>1</w:t></mc:Choice>"
            "<mc:Choice Requires=\"w14\"><w:t>2</w:t></mc:Choice><mc:Choice Requires=\"wps\">"
            "<w:t>3</w:t></mc:Choice><mc:Fallback><w:t>4</w:t></mc:Fallback>"
            "</mc:AlternateContent></w:r>"),
          "2");
    reads(BRANCHES("wps", P(T("块甲")), P(T("块乙"))), "块甲");
}

static void boxes_are_stories(void **state)
{
    struct hg_doc *doc = package_read_body(
        P(T("锚") "<w:r>" BRANCHES(
            "wps",
            "<w:drawing><wps:wsp><wps:txbx><w:txbxContent>" P(T("框一")) P(T("框二"))
            "</w:txbxContent></wps:txbx></wps:wsp></w:drawing>",
            "<w:pict><v:shape><v:textbox><w:txbxContent>" P(T("旧框")) "</w:txbxContent>"
            "</v:textbox></v:shape></w:pict>") "</w:r>" T("后"))
        P("<w:r><w:pict><v:shape><v:textbox><w:txbxContent>" P(T("独框") "<w:r><w:pict><v:shape>"
          "<v:textbox><w:txbxContent>" P(T("框中框")) "</w:txbxContent></v:textbox></v:shape>"
          "</w:pict></w:r>") "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"),
        NULL, NULL);

    (void)state;
    assert_string_equal(package_text(doc), "锚后\n\n框一\n框二\n独框\n框中框");
    assert_int_equal(doc->body_count, 2);
    assert_int_equal(doc->stories.len, 4);
    assert_int_equal(doc->stories.items[1]->part, HG_PART_TEXTBOX);
    assert_ptr_equal(doc->stories.items[1]->anchor, doc->paragraphs.items[0]);
    assert_ptr_equal(doc->stories.items[2]->anchor, doc->paragraphs.items[1]);
    assert_ptr_equal(doc->stories.items[3]->anchor, doc->paragraphs.items[4]);
    assert_int_equal(doc->paragraphs.items[5]->number, 4);
    hg_doc_free(doc);
}

static void hidden_text_is_left_out(void **state)
{
    struct hg_doc *doc = package_read_body(
        P(T("见") "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"
                  "<w:r><w:rPr><w:rStyle w:val=\"H\"/></w:rPr><w:t>也藏</w:t></w:r>"
                  "<w:r><w:rPr><w:rStyle w:val=\"H\"/><w:vanish w:val=\"0\"/></w:rPr><w:t>露</w:t></w:r>"
                  "<w:r><w:rPr><w:webHidden/></w:rPr><w:t>9</w:t></w:r>")
        "<w:p><w:pPr><w:pStyle w:val=\"T\"/><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>"
        T("（一）抓教育。") "</w:p>" P(T("一是学习。")) P(T("尾")),
        "<w:style w:type=\"character\" w:styleId=\"H\"><w:name w:val=\"h\"/><w:rPr><w:vanish/>"
        "</w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"T\"><w:name "
        "w:val=\"heading 2\"/></w:style>",
        NULL);

    (void)state;
    assert_string_equal(package_text(doc), "见露9\n（一）抓教育。一是学习。\n尾");
    assert_int_equal(doc->paragraphs.items[0]->flags, HG_PARAGRAPH_HAS_HIDDEN);
    assert_int_equal(doc->facts.hidden_runs, 2);
    /* The style separator joins; the heading before it shapes the paragraph. */
    assert_int_equal(doc->paragraphs.items[1]->flags, HG_PARAGRAPH_JOINED);
    assert_string_equal(doc->paragraphs.items[1]->style_name, "heading 2");
    assert_int_equal(doc->paragraphs.items[1]->outline_level, 1);
    hg_doc_free(doc);
}

static void containers_and_signs(void **state)
{
    (void)state;
    reads(P("<w:smartTag><w:smartTagPr><w:attr/></w:smartTagPr>" T("智") "</w:smartTag>"
            "<w:customXml><w:customXmlPr/>" T("客") "</w:customXml><w:dir w:val=\"rtl\">" T("向")
            "</w:dir><w:bdo w:val=\"ltr\">" T("覆") "</w:bdo>"),
          "智客向覆");
    reads("<w:customXml>" P(T("块")) "</w:customXml><w:sdt><w:sdtContent>" P(T("控"))
          "</w:sdtContent></w:sdt>",
          "块\n控");
    reads(P("<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>yin</w:t></w:r></w:rt><w:rubyBase><w:r>"
            "<w:t>音</w:t></w:r></w:rubyBase></w:ruby></w:r>"),
          "音");
    reads(P("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:noBreakHyphen/>"
            "<w:softHyphen/><w:ptab/><w:br w:type=\"page\"/><w:t>d</w:t></w:r>"),
          "a\tb\nc\n\xE2\x80\x91\td");
    reads(P("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:sym w:font=\"Symbol\" "
            "w:char=\"F0B3\"/><w:sym w:font=\"Wingdings\" w:char=\"F06F\"/></w:r>"),
          "✓≥□");
    reads(P("<w:r><w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr><w:t>\xEF\x83\xBE</w:t></w:r>"),
          "☑");
    reads(P("<w:r><w:t>  去空 </w:t><w:t xml:space=\"preserve\"> 留空 </w:t></w:r>"), "去空 留空 ");
    reads(P("<w:r><w:t>一\n二\xC2\x85三</w:t></w:r>"), "一 二三");
    reads(P("<w:r><w:t>&lt;甲&amp;乙&gt;</w:t></w:r>"), "<甲&乙>");
    reads(P("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"), "x+1");
    reads("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"1\"/></w:tabs></w:pPr>" T("齐") "</w:p>",
          "齐");
}

static void every_character_has_its_origin(void **state)
{
    static const char body[] =
        "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"1\"/></w:tabs></w:pPr>"
        "<w:r><w:t xml:space=\"preserve\"> 甲&amp;乙\xF0\xA0\x80\x80</w:t><w:tab/><w:br/></w:r>"
        "<w:r>" BRANCHES("w99", "<w:t>枝</w:t><w:tab/>", "<w:t>叶</w:t>") "</w:r>"
        "<w:r><w:t>  丙\xC2\x85丁 </w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>删</w:delText></w:r></w:del>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>" T("戊") "</w:p>"
        "<w:p><w:pPr><w:rPr><w:del w:id=\"2\"/></w:rPr></w:pPr>" T("前") "</w:p>" P(T("后"));
    struct hg_buf bytes, why = HG_BUF_INIT;
    struct hg_archive *archive;
    struct package package;
    struct hg_origin origin;
    struct hg_doc *doc;
    size_t bare;

    (void)state;
    package_open(&package);
    package_body(&package, body);
    bytes = package_close(&package);
    assert_int_equal(hg_read_memory(&doc, hg_buf_view(&bytes), NULL, NULL), HG_OK);
    assert_string_equal(package_text(doc), " 甲&乙\xF0\xA0\x80\x80\t\n叶丙丁戊\n前后");
    assert_int_equal(hg_archive_open(&archive, hg_buf_view(&bytes), NULL), HG_OK);
    assert_int_equal(origins_check(doc, archive, &bare, &why), 13);
    assert_int_equal(why.len, 0);
    assert_int_equal(bare, 0);
    /* tab stop 0, text 1, tab 2, br 3, branches 4 5 6, text 7, deleted 8, hidden 9, text 10 */
    assert_true(hg_paragraph_origin(doc->paragraphs.items[0], 1, &origin));
    assert_int_equal(origin.leaf, 1);
    assert_int_equal(origin.offset, 1);
    assert_true(hg_paragraph_origin(doc->paragraphs.items[0],
                                    doc->paragraphs.items[0]->text.len - 1, &origin));
    assert_int_equal(origin.leaf, 10);
    assert_int_equal(doc->paragraphs.items[0]->anchor.leaf, 1);
    hg_archive_close(archive);
    hg_doc_free(doc);
    hg_buf_release(&bytes);
    hg_buf_release(&why);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_show_their_result),
        cmocka_unit_test(runs_say_where_text_comes_from),
        cmocka_unit_test(contents_are_flagged),
        cmocka_unit_test(one_branch_is_read),
        cmocka_unit_test(boxes_are_stories),
        cmocka_unit_test(hidden_text_is_left_out),
        cmocka_unit_test(containers_and_signs),
        cmocka_unit_test(every_character_has_its_origin),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
