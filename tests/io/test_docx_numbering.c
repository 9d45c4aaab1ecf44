#include "io/docx_number_format.h"

#include "support/package.h"
#include "support/unit.h"

static const char *formatted(struct hg_buf *out, const char *name, uint32_t number)
{
    hg_buf_clear(out);
    hg_number_format_put(out, hg_number_format_of(hg_str_of(name), HG_STR("")), number);
    return hg_buf_view(out).data;
}

static void every_format_prints_as_word_does(void **state)
{
    static const struct {
        const char *format;
        uint32_t number;
        const char *label;
    } cases[] = {
        {"decimal", 1, "1"}, {"decimal", 120, "120"},
        {"decimalZero", 1, "01"}, {"decimalZero", 9, "09"}, {"decimalZero", 10, "10"},
        {"upperRoman", 4, "IV"}, {"upperRoman", 1999, "MCMXCIX"}, {"lowerRoman", 9, "ix"},
        {"upperLetter", 1, "A"}, {"upperLetter", 27, "AA"}, {"lowerLetter", 26, "z"},
        {"lowerLetter", 28, "bb"}, {"lowerLetter", 53, "aaa"},
        {"ordinal", 1, "1st"}, {"ordinal", 2, "2nd"}, {"ordinal", 3, "3rd"},
        {"ordinal", 11, "11th"}, {"ordinal", 22, "22nd"},
        {"cardinalText", 1, "One"}, {"cardinalText", 21, "Twenty-one"},
        {"cardinalText", 115, "One hundred fifteen"},
        {"ordinalText", 1, "First"}, {"ordinalText", 20, "Twentieth"},
        {"ordinalText", 32, "Thirty-second"}, {"hex", 26, "1A"},
        {"chicago", 1, "*"}, {"chicago", 6, "††"},
        {"none", 5, ""}, {"bullet", 5, ""}, {"numberInDash", 3, "- 3 -"},
        {"decimalFullWidth", 12, "１２"},
        {"decimalEnclosedCircle", 1, "①"}, {"decimalEnclosedCircle", 20, "⑳"},
        {"decimalEnclosedCircle", 21, "21"}, {"decimalEnclosedCircleChinese", 3, "③"},
        {"decimalEnclosedParen", 2, "⑵"}, {"decimalEnclosedFullstop", 2, "⒉"},
        {"ideographEnclosedCircle", 2, "㊁"},
        {"chineseCounting", 1, "一"}, {"chineseCounting", 10, "十"},
        {"chineseCounting", 11, "十一"}, {"chineseCounting", 20, "二十"},
        {"chineseCounting", 99, "九十九"}, {"chineseCounting", 101, "一〇一"},
        {"chineseCountingThousand", 10, "十"}, {"chineseCountingThousand", 14, "十四"},
        {"chineseCountingThousand", 100, "一百"}, {"chineseCountingThousand", 101, "一百零一"},
        {"chineseCountingThousand", 110, "一百一十"}, {"chineseCountingThousand", 111, "一百一十一"},
        {"chineseCountingThousand", 1001, "一千零一"},
        {"chineseCountingThousand", 10010, "一万零一十"},
        {"japaneseCounting", 3, "三"}, {"japaneseCounting", 12, "十二"},
        {"japaneseCounting", 30, "三十"}, {"japaneseCounting", 111, "百十一"},
        {"ideographDigital", 10, "一〇"}, {"ideographDigital", 25, "二五"},
        {"japaneseDigitalTenThousand", 11, "一一"},
        {"taiwaneseCounting", 12, "十二"}, {"taiwaneseCountingThousand", 101, "一百零一"},
        {"taiwaneseDigital", 10, "一○"},
        {"ideographTraditional", 1, "甲"}, {"ideographTraditional", 10, "癸"},
        {"ideographTraditional", 11, "11"}, {"ideographZodiac", 12, "亥"},
        {"ideographZodiacTraditional", 1, "甲子"}, {"ideographZodiacTraditional", 60, "癸亥"},
        {"ideographLegalTraditional", 3, "參"}, {"chineseLegalSimplified", 2, "贰"},
        {"chineseLegalSimplified", 11, "壹拾壹"}, {"japaneseLegal", 2, "弐"},
    };
    struct hg_buf out = HG_BUF_INIT;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(formatted(&out, cases[i].format, cases[i].number), cases[i].label);
    }
    hg_buf_clear(&out);
    hg_number_format_put(&out, hg_number_format_of(HG_STR("custom"), HG_STR("001, 002, 003, ...")),
                         7);
    assert_string_equal(out.data, "007");
    hg_buf_release(&out);
}

#define LVL(i, fmt, text, more)                                                                    \
    "<w:lvl w:ilvl=\"" #i "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" fmt "\"/>" more             \
    "<w:lvlText w:val=\"" text "\"/></w:lvl>"
#define NUM(id, list, more)                                                                        \
    "<w:num w:numId=\"" #id "\"><w:abstractNumId w:val=\"" #list "\"/>" more "</w:num>"
#define P(num, level, text)                                                                        \
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" #level "\"/><w:numId w:val=\"" #num                     \
    "\"/></w:numPr></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define LIST0                                                                                      \
    "<w:abstractNum w:abstractNumId=\"0\">" LVL(0, "chineseCounting", "%1、", "")                   \
        LVL(1, "chineseCounting", "（%2）", "") LVL(2, "decimal", "%3.", "")                        \
            LVL(3, "decimal", "%1.%3.%4", "<w:isLgl/>") "</w:abstractNum>"

static void numbers_run_by_list(void **state)
{
    struct hg_doc *doc = package_read_body(
        P(1, 0, "a") P(1, 1, "b") P(1, 1, "c") P(2, 0, "d") P(1, 1, "e") P(1, 2, "f")
            P(1, 3, "g") P(1, 3, "h") P(2, 0, "i") P(1, 3, "j"),
        NULL, LIST0 NUM(1, 0, "") NUM(2, 0, ""));

    (void)state;
    /* Two w:num of one abstractNum go on with each other; deeper levels begin anew; a level that
     * was skipped counts as its start. */
    assert_string_equal(package_text(doc),
                        "一、|a\n（一）|b\n（二）|c\n二、|d\n（一）|e\n1.|f\n2.1.1|g\n2.1.2|h\n"
                        "三、|i\n3.1.1|j");
    assert_int_equal(doc->paragraphs.items[2]->label.level, 1);
    assert_int_equal(doc->paragraphs.items[2]->label.value, 2);
    assert_int_equal(doc->paragraphs.items[2]->label.list, 1);
    assert_int_equal(doc->paragraphs.items[2]->label.suffix, '\t');
    hg_doc_free(doc);
}

static void overrides_start_once(void **state)
{
    struct hg_doc *doc = package_read_body(
        P(1, 0, "a") P(1, 0, "b") P(2, 0, "c") P(2, 0, "d") P(1, 0, "e") P(3, 0, "f"), NULL,
        LIST0 NUM(1, 0, "") NUM(2, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/>"
                                      "</w:lvlOverride>")
            NUM(3, 0, "<w:lvlOverride w:ilvl=\"0\">" LVL(0, "upperRoman", "%1)", "")
                      "</w:lvlOverride>"));

    (void)state;
    assert_string_equal(package_text(doc), "一、|a\n二、|b\n七、|c\n八、|d\n九、|e\nX)|f");
    hg_doc_free(doc);
}

static void a_level_restarts_where_it_says(void **state)
{
    struct hg_doc *doc = package_read_body(
        P(1, 0, "a") P(1, 1, "b") P(1, 2, "c") P(1, 1, "d") P(1, 2, "e") P(1, 0, "f")
            P(1, 1, "g") P(1, 2, "h"),
        NULL,
        "<w:abstractNum w:abstractNumId=\"4\">" LVL(0, "decimal", "%1", "")
            LVL(1, "decimal", "%2-", "<w:lvlRestart w:val=\"0\"/>")
                LVL(2, "decimal", "%3.", "<w:lvlRestart w:val=\"1\"/>") "</w:abstractNum>"
        NUM(1, 4, ""));

    (void)state;
    assert_string_equal(package_text(doc), "1|a\n1-|b\n1.|c\n2-|d\n2.|e\n2|f\n3-|g\n1.|h");
    hg_doc_free(doc);
}

#define STYLE(id, more)                                                                            \
    "<w:style w:type=\"paragraph\" w:styleId=\"" id "\"><w:name w:val=\"" id "\"/>" more "</w:style>"
#define STYLED(id, text)                                                                           \
    "<w:p><w:pPr><w:pStyle w:val=\"" id "\"/></w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"

static void styles_bring_numbers(void **state)
{
    struct hg_doc *doc = package_read_body(
        STYLED("H1", "a") STYLED("H2", "b") STYLED("Mine", "c")
            "<w:p><w:pPr><w:pStyle w:val=\"H1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>"
            "<w:r><w:t>none</w:t></w:r></w:p>" STYLED("Linked", "d"),
        STYLE("H1", "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>")
            STYLE("H2", "<w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>")
                STYLE("Mine", "<w:basedOn w:val=\"H2\"/>")
                    STYLE("Linked", "<w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr>")
        "<w:style w:type=\"numbering\" w:styleId=\"L\"><w:pPr><w:numPr><w:numId w:val=\"3\"/>"
        "</w:numPr></w:pPr></w:style>",
        "<w:abstractNum w:abstractNumId=\"0\">" LVL(0, "chineseCounting", "第%1章",
                                                   "<w:pStyle w:val=\"H1\"/>")
            LVL(1, "decimal", "%2.", "<w:pStyle w:val=\"H2\"/>") "</w:abstractNum>"
        "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"L\"/></w:abstractNum>"
        "<w:abstractNum w:abstractNumId=\"2\"><w:styleLink w:val=\"L\"/>"
        LVL(0, "decimalEnclosedCircle", "%1", "<w:suff w:val=\"nothing\"/>") "</w:abstractNum>"
        NUM(1, 0, "") NUM(2, 1, "") NUM(3, 2, ""));

    (void)state;
    assert_string_equal(package_text(doc), "第一章|a\n1.|b\n2.|c\nnone\n①|d");
    assert_int_equal(doc->paragraphs.items[4]->label.suffix, 0);
    hg_doc_free(doc);
}

static void bullets_show_their_sign(void **state)
{
    struct hg_doc *doc = package_read_body(
        P(1, 0, "a"), NULL,
        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
        "<w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\xEF\x81\xAC\"/><w:rPr><w:rFonts "
        "w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/></w:rPr></w:lvl></w:abstractNum>" NUM(1, 0, ""));

    (void)state;
    assert_string_equal(package_text(doc), "●|a");
    assert_true(doc->paragraphs.items[0]->label.bullet);
    hg_doc_free(doc);
}

static void deleted_paragraphs_do_not_count(void **state)
{
    static const char body[] =
        P(1, 0, "a") "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"
                     "<w:rPr><w:del w:id=\"1\" w:author=\"甲\"/></w:rPr></w:pPr><w:del w:id=\"2\" "
                     "w:author=\"甲\"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
        P(1, 0, "b");
    struct package package;
    struct hg_doc *doc = package_read_body(body, NULL, LIST0 NUM(1, 0, ""));

    (void)state;
    assert_string_equal(package_text(doc), "一、|a\n二、|b");
    hg_doc_free(doc);
    package_open(&package);
    package_body(&package, body);
    package_wrapped(&package, "word/numbering.xml", "numbering", "numbering", LIST0 NUM(1, 0, ""));
    doc = package_read(&package, HG_REVISIONS_REJECT);
    assert_string_equal(package_text(doc), "一、|a\n二、|gone\n三、|b");
    hg_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_format_prints_as_word_does),
        cmocka_unit_test(numbers_run_by_list),
        cmocka_unit_test(overrides_start_once),
        cmocka_unit_test(a_level_restarts_where_it_says),
        cmocka_unit_test(styles_bring_numbers),
        cmocka_unit_test(bullets_show_their_sign),
        cmocka_unit_test(deleted_paragraphs_do_not_count),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
