/* Looks resolved through docDefaults, theme, styles, basedOn, numbering and direct formatting. */
#include "support/package.h"
#include "support/unit.h"

#define T(text) "<w:r><w:t>" text "</w:t></w:r>"
#define R(pr, text) "<w:r><w:rPr>" pr "</w:rPr><w:t>" text "</w:t></w:r>"
#define P(pr, inside) "<w:p><w:pPr>" pr "</w:pPr>" inside "</w:p>"
#define STYLE(type, id, more)                                                                      \
    "<w:style w:type=\"" type "\" w:styleId=\"" id "\"><w:name w:val=\"" id "\"/>" more "</w:style>"

static const char styles[] =
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme=\"minorHAnsi\" "
    "w:eastAsiaTheme=\"minorEastAsia\"/><w:sz w:val=\"21\"/></w:rPr></w:rPrDefault><w:pPrDefault>"
    "<w:pPr><w:spacing w:after=\"160\" w:line=\"278\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>"
    "</w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/>"
    "<w:pPr><w:jc w:val=\"both\"/></w:pPr></w:style>"
    STYLE("paragraph", "1", "<w:basedOn w:val=\"a\"/><w:pPr><w:outlineLvl w:val=\"0\"/>"
          "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/></w:pPr><w:rPr><w:rFonts "
          "w:eastAsia=\"黑体\"/><w:b/><w:sz w:val=\"32\"/></w:rPr>")
    STYLE("paragraph", "2", "<w:basedOn w:val=\"1\"/><w:rPr><w:rFonts w:eastAsia=\"楷体\"/></w:rPr>")
    STYLE("paragraph", "heading 3", "")
    STYLE("paragraph", "x", "<w:basedOn w:val=\"y\"/>") STYLE("paragraph", "y", "<w:basedOn w:val=\"x\"/>"
          "<w:rPr><w:sz w:val=\"44\"/></w:rPr>")
    STYLE("character", "B", "<w:rPr><w:b/><w:color w:val=\"FF0000\"/></w:rPr>")
    STYLE("character", "C", "<w:basedOn w:val=\"B\"/><w:rPr><w:i/></w:rPr>")
    STYLE("table", "G", "<w:pPr><w:jc w:val=\"center\"/></w:pPr><w:rPr><w:b/></w:rPr>");

static const char theme[] =
    "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:themeElements>"
    "<a:fontScheme name=\"x\"><a:majorFont><a:latin typeface=\"Cambria\"/><a:ea typeface=\"\"/>"
    "<a:font script=\"Hans\" typeface=\"宋体\"/></a:majorFont><a:minorFont><a:latin "
    "typeface=\"Calibri\"/><a:ea typeface=\"\"/><a:font script=\"Jpan\" typeface=\"MS\"/><a:font "
    "script=\"Hans\" typeface=\"等线\"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>";

static struct hg_doc *read_body(const char *body)
{
    struct package package;

    package_open(&package);
    package_body(&package, body);
    package_wrapped(&package, "word/styles.xml", "styles", "styles", styles);
    package_part(&package, "word/theme/theme1.xml", "theme", theme);
    package_wrapped(&package, "word/numbering.xml", "numbering", "numbering",
                    "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:lvlText "
                    "w:val=\"%1.\"/><w:pPr><w:ind w:left=\"420\" w:hanging=\"420\"/></w:pPr></w:lvl>"
                    "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
    return package_read(&package, HG_REVISIONS_ACCEPT);
}

static const struct hg_look *look(const struct hg_doc *doc, size_t paragraph, size_t run)
{
    assert_true(run < doc->paragraphs.items[paragraph]->runs.len);
    return doc->paragraphs.items[paragraph]->runs.items[run].look;
}

static void runs_inherit(void **state)
{
    struct hg_doc *doc =
        read_body(P("", T("甲")) P("<w:pStyle w:val=\"2\"/>", T("乙") R("<w:sz w:val=\"28\"/>", "丙")
                  R("<w:rFonts w:ascii=\"Arial\" w:eastAsiaTheme=\"majorEastAsia\"/>", "丁"))
                  P("<w:pStyle w:val=\"x\"/>", T("环")) P("<w:pStyle w:val=\"nowhere\"/>", T("无")));
    const struct hg_look *one = look(doc, 0, 0);

    (void)state;
    assert_string_equal(one->ascii_font, "Calibri");
    assert_string_equal(one->east_asian_font, "等线");
    assert_int_equal(one->half_points, 21);
    assert_false(one->bold);
    assert_true(one->colour_auto);
    one = look(doc, 1, 0);
    assert_string_equal(one->east_asian_font, "楷体");
    assert_int_equal(one->half_points, 32);
    assert_true(one->bold);
    assert_int_equal(look(doc, 1, 1)->half_points, 28);
    assert_string_equal(look(doc, 1, 2)->ascii_font, "Arial");
    assert_string_equal(look(doc, 1, 2)->east_asian_font, "宋体");
    assert_int_equal(look(doc, 2, 0)->half_points, 44); /* styles in a circle */
    assert_ptr_equal(look(doc, 3, 0), look(doc, 0, 0)); /* equal looks have one address */
    assert_string_equal(doc->paragraphs.items[3]->style_name, "normal");
    hg_doc_free(doc);
}

static void toggles_turn_over(void **state)
{
    struct hg_doc *doc = read_body(
        P("<w:pStyle w:val=\"1\"/>", T("粗") R("<w:rStyle w:val=\"B\"/>", "不粗")
              R("<w:rStyle w:val=\"B\"/><w:b/>", "直粗") R("<w:b w:val=\"0\"/>", "直不粗"))
        P("", R("<w:rStyle w:val=\"C\"/>", "红斜") R("<w:color w:val=\"auto\"/><w:highlight "
          "w:val=\"yellow\"/><w:u w:val=\"single\"/><w:strike/>", "标")));
    static const bool bold[] = {true, false, true, false};

    (void)state;
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(look(doc, 0, i)->bold, bold[i]);
    }
    assert_true(look(doc, 1, 0)->bold && look(doc, 1, 0)->italic);
    assert_int_equal(look(doc, 1, 0)->colour, 0xFF0000);
    assert_false(look(doc, 1, 0)->colour_auto);
    assert_true(look(doc, 1, 1)->colour_auto && look(doc, 1, 1)->highlight);
    assert_true(look(doc, 1, 1)->underline && look(doc, 1, 1)->strike);
    hg_doc_free(doc);
}

static void paragraphs_inherit(void **state)
{
    struct hg_doc *doc = read_body(
        P("", T("一")) P("<w:pStyle w:val=\"2\"/><w:jc w:val=\"center\"/><w:spacing w:line=\"560\" "
                         "w:lineRule=\"exact\"/>", T("二"))
        P("<w:numPr><w:numId w:val=\"1\"/></w:numPr>", T("三"))
        P("<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:ind w:left=\"0\" w:hanging=\"0\"/>", T("四"))
        P("<w:pStyle w:val=\"heading 3\"/><w:framePr/>", T("五"))
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"G\"/></w:tblPr><w:tr><w:tc>" P("", T("六"))
        "</w:tc></w:tr></w:tbl>");
    const struct hg_paragraph_look *at = doc->paragraphs.items[0]->look;

    (void)state;
    assert_int_equal(at->align, HG_ALIGN_JUSTIFY);
    assert_int_equal(at->after, 160);
    assert_int_equal(at->line, 278);
    assert_int_equal(at->line_rule, HG_LINE_AUTO);
    assert_true(at->snap_to_grid);
    assert_int_equal(doc->paragraphs.items[0]->outline_level, -1);
    at = doc->paragraphs.items[1]->look;
    assert_int_equal(at->align, HG_ALIGN_CENTER);
    assert_int_equal(at->first_line_chars, 200);
    assert_int_equal(at->first_line, 640);
    assert_int_equal(at->line, 560);
    assert_int_equal(at->line_rule, HG_LINE_EXACT);
    assert_int_equal(doc->paragraphs.items[1]->outline_level, 0);
    assert_int_equal(doc->paragraphs.items[2]->look->left, 420);
    assert_int_equal(doc->paragraphs.items[2]->look->first_line, -420);
    assert_int_equal(doc->paragraphs.items[3]->look->left, 0);
    assert_int_equal(doc->paragraphs.items[4]->outline_level, 2);
    assert_int_equal(doc->paragraphs.items[4]->flags, HG_PARAGRAPH_IN_FRAME);
    assert_true(look(doc, 5, 0)->bold); /* of the table's style */
    assert_false(doc->paragraphs.items[0]->mark_look->bold);
    hg_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_inherit),
        cmocka_unit_test(toggles_turn_over),
        cmocka_unit_test(paragraphs_inherit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
