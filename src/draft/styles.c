/* Styles, fonts and the multilevel list of headings. Style ids are those that Word gives its
 * built-in styles in English; names are the built-in ones, so every word processor shows them in its
 * own language. */
#include "draft/parts.h"
#include "io/xml.h"

const char *hg_draft_align(enum hg_align align)
{
    switch (align) {
    case HG_ALIGN_CENTER:
        return "center";
    case HG_ALIGN_RIGHT:
        return "right";
    case HG_ALIGN_JUSTIFY:
        return "both";
    case HG_ALIGN_DISTRIBUTE:
        return "distribute";
    default:
        return "left";
    }
}

static void run_look(struct hg_buf *out, const struct hg_layout_style *style)
{
    hg_buf_puts(out, "<w:rPr><w:rFonts w:ascii=\"");
    hg_xml_escape(out, style->latin);
    hg_buf_puts(out, "\" w:eastAsia=\"");
    hg_xml_escape(out, style->font);
    hg_buf_puts(out, "\" w:hAnsi=\"");
    hg_xml_escape(out, style->latin);
    hg_buf_puts(out, "\" w:cs=\"");
    hg_xml_escape(out, style->latin);
    hg_buf_printf(out, "\"/><w:b w:val=\"%d\"/><w:sz w:val=\"%u\"/><w:szCs w:val=\"%u\"/></w:rPr>",
                  style->bold, (unsigned)style->half_points, (unsigned)style->half_points);
}

/* Spacing, indent and alignment, in the order the schema wants them. */
static void paragraph_look(struct hg_buf *out, const struct hg_layout_style *style, int32_t before)
{
    hg_buf_printf(out,
                  "<w:spacing w:before=\"%d\" w:after=\"%d\" w:line=\"%d\" w:lineRule=\"exact\"/>",
                  (int)(style->before + before), (int)style->after, (int)style->line);
    if (style->align == HG_ALIGN_RIGHT) {
        /* Signature and date keep their indent at the right edge (右空二字). */
        hg_buf_printf(out,
                      "<w:ind w:rightChars=\"%d\" w:right=\"%d\" w:firstLineChars=\"0\" "
                      "w:firstLine=\"0\"/>",
                      (int)style->indent, (int)(style->indent * style->half_points / 10));
    } else {
        hg_buf_printf(out, "<w:ind w:firstLineChars=\"%d\" w:firstLine=\"%d\"/>",
                      (int)style->indent, (int)(style->indent * style->half_points / 10));
    }
    hg_buf_printf(out, "<w:jc w:val=\"%s\"/>", hg_draft_align(style->align));
}

static void heading(struct hg_buf *out, const struct hg_layout *layout, int level)
{
    const struct hg_layout_style *style = &layout->styles[HG_LAYOUT_HEADING_1 + level - 1];

    hg_buf_printf(out,
                  "<w:style w:type=\"paragraph\" w:styleId=\"Heading%d\"><w:name w:val=\"heading "
                  "%d\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:uiPriority "
                  "w:val=\"9\"/><w:qFormat/><w:pPr><w:keepNext/><w:numPr><w:ilvl w:val=\"%d\"/>"
                  "<w:numId w:val=\"1\"/></w:numPr>",
                  level, level, level - 1);
    paragraph_look(out, style, 0);
    hg_buf_printf(out, "<w:outlineLvl w:val=\"%d\"/></w:pPr>", level - 1);
    run_look(out, style);
    hg_buf_puts(out, "</w:style>");
}

static void named(struct hg_buf *out, const char *id, const char *name,
                  const struct hg_layout_style *style, int32_t before, const char *more)
{
    hg_buf_printf(out,
                  "<w:style w:type=\"paragraph\" w:customStyle=\"%d\" w:styleId=\"%s\"><w:name "
                  "w:val=\"%s\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/>"
                  "<w:qFormat/><w:pPr>",
                  name[0] >= 'A' && name[0] <= 'z' ? 0 : 1, id, name);
    paragraph_look(out, style, before);
    hg_buf_printf(out, "%s</w:pPr>", more);
    run_look(out, style);
    hg_buf_puts(out, "</w:style>");
}

/* What every document has: default character, table and list styles, the placeholder's grey, tables
 * with lines. */
static void default_styles(struct hg_buf *out)
{
    hg_buf_puts(out,
                "<w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">"
                "<w:name w:val=\"Default Paragraph Font\"/><w:uiPriority w:val=\"1\"/>"
                "<w:semiHidden/></w:style>"
                "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name "
                "w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/><w:tblPr>"
                "<w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" "
                "w:type=\"dxa\"/><w:left w:w=\"60\" w:type=\"dxa\"/><w:bottom w:w=\"0\" "
                "w:type=\"dxa\"/><w:right w:w=\"60\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr>"
                "</w:style>"
                "<w:style w:type=\"numbering\" w:default=\"1\" w:styleId=\"NoList\"><w:name "
                "w:val=\"No List\"/><w:uiPriority w:val=\"99\"/><w:semiHidden/></w:style>"
                "<w:style w:type=\"character\" w:styleId=\"PlaceholderText\"><w:name "
                "w:val=\"Placeholder Text\"/><w:basedOn w:val=\"DefaultParagraphFont\"/>"
                "<w:uiPriority w:val=\"99\"/><w:semiHidden/><w:rPr><w:color w:val=\"7F7F7F\"/>"
                "</w:rPr></w:style>"
                "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/>"
                "<w:basedOn w:val=\"TableNormal\"/><w:uiPriority w:val=\"39\"/><w:tblPr>"
                "<w:tblBorders><w:top w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
                "<w:left w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
                "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
                "<w:right w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
                "<w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
                "<w:insideV w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
                "</w:tblBorders></w:tblPr></w:style>");
}

void hg_draft_styles(struct hg_buf *out, const struct hg_layout *layout)
{
    const struct hg_layout_style *styles = layout->styles;

    hg_buf_puts(out, HG_DRAFT_XML "<w:styles " HG_DRAFT_W "><w:docDefaults><w:rPrDefault>");
    run_look(out, &styles[HG_LAYOUT_BODY]);
    /* docDefaults take w:lang with the look; it stands before the closing tag. */
    out->len -= sizeof "</w:rPr>" - 1;
    hg_buf_puts(out, "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr>"
                     "</w:rPrDefault><w:pPrDefault/></w:docDefaults>");
    hg_buf_puts(out, "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
                     "w:val=\"Normal\"/><w:qFormat/><w:pPr><w:widowControl w:val=\"0\"/>");
    paragraph_look(out, &styles[HG_LAYOUT_BODY], 0);
    hg_buf_puts(out, "</w:pPr>");
    run_look(out, &styles[HG_LAYOUT_BODY]);
    hg_buf_puts(out, "</w:style>");
    for (int level = 1; level <= 4; level++) {
        heading(out, layout, level);
    }
    default_styles(out);
    named(out, "Title", "Title", &styles[HG_LAYOUT_TITLE], 0, "");
    named(out, "Addressee", "主送机关", &styles[HG_LAYOUT_ADDRESSEE], 0, "");
    named(out, "TableText", "表格文字", &styles[HG_LAYOUT_TABLE], 0, "");
    /* One line free between the text and the signature (GB/T 9704-2012, 7.3.5). */
    named(out, "Signature", "Signature", &styles[HG_LAYOUT_SIGNATURE],
          styles[HG_LAYOUT_SIGNATURE].line, "");
    named(out, "Date", "Date", &styles[HG_LAYOUT_SIGNATURE], 0, "");
    hg_buf_puts(out, "<w:style w:type=\"paragraph\" w:styleId=\"Footer\"><w:name "
                     "w:val=\"footer\"/><w:basedOn w:val=\"Normal\"/><w:uiPriority "
                     "w:val=\"99\"/><w:pPr><w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"240\" "
                     "w:lineRule=\"auto\"/><w:ind w:firstLineChars=\"0\" w:firstLine=\"0\"/>"
                     "<w:jc w:val=\"left\"/></w:pPr><w:rPr><w:rFonts w:ascii=\"");
    hg_xml_escape(out, layout->footer.font);
    hg_buf_puts(out, "\" w:eastAsia=\"");
    hg_xml_escape(out, layout->footer.font);
    hg_buf_puts(out, "\" w:hAnsi=\"");
    hg_xml_escape(out, layout->footer.font);
    hg_buf_printf(out, "\"/><w:sz w:val=\"%u\"/><w:szCs w:val=\"%u\"/></w:rPr></w:style></w:styles>",
                  (unsigned)layout->footer.half_points, (unsigned)layout->footer.half_points);
}

void hg_draft_fonts(struct hg_buf *out, const struct hg_layout *layout)
{
    hg_buf_puts(out, HG_DRAFT_XML "<w:fonts " HG_DRAFT_W ">");
    for (size_t i = 0; i < HG_LAYOUT_PART_COUNT; i++) {
        const struct hg_layout_style *style = &layout->styles[i];
        bool seen = style->font.len == 0;

        for (size_t j = 0; j < i; j++) {
            seen = seen || hg_str_equal(layout->styles[j].font, style->font);
        }
        if (!seen) {
            /* What stands in where a font is not installed: the plain family of its kind. */
            bool hei = hg_str_contains(style->font, HG_STR("黑体"));
            bool kai = hg_str_contains(style->font, HG_STR("楷体"));
            bool fang = hg_str_contains(style->font, HG_STR("仿宋"));

            hg_buf_puts(out, "<w:font w:name=\"");
            hg_xml_escape(out, style->font);
            hg_buf_printf(out,
                          "\"><w:altName w:val=\"%s\"/><w:charset w:val=\"86\"/><w:family "
                          "w:val=\"auto\"/><w:pitch w:val=\"variable\"/></w:font>",
                          hei ? "SimHei" : kai ? "楷体" : fang ? "仿宋" : "宋体");
        }
    }
    hg_buf_puts(out, "</w:fonts>");
}

void hg_draft_numbering(struct hg_buf *out, const struct hg_layout *layout)
{
    static const struct {
        const char *format, *text;
    } levels[9] = {
        {"chineseCounting", "%1、"}, {"chineseCounting", "（%2）"}, {"decimal", "%3."},
        {"decimal", "（%4）"},       {"decimalEnclosedCircle", "%5"}, {"decimal", "%6）"},
        {"lowerLetter", "%7."},      {"lowerLetter", "%8）"},       {"lowerRoman", "%9."},
    };

    hg_buf_puts(out, HG_DRAFT_XML "<w:numbering " HG_DRAFT_W "><w:abstractNum "
                                  "w:abstractNumId=\"0\"><w:nsid w:val=\"4A5C1E20\"/>"
                                  "<w:multiLevelType w:val=\"multilevel\"/><w:tmpl "
                                  "w:val=\"6E3A09B4\"/>");
    for (int i = 0; i < 9; i++) {
        const struct hg_layout_style *style =
            &layout->styles[i < 4 ? HG_LAYOUT_HEADING_1 + i : HG_LAYOUT_BODY];

        hg_buf_printf(out, "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/>",
                      i, levels[i].format);
        if (i < 4) {
            hg_buf_printf(out, "<w:pStyle w:val=\"Heading%d\"/>", i + 1);
        }
        hg_buf_printf(out,
                      "<w:suff w:val=\"nothing\"/><w:lvlText w:val=\"%s\"/><w:lvlJc "
                      "w:val=\"left\"/><w:pPr><w:ind w:left=\"0\" w:firstLineChars=\"%d\" "
                      "w:firstLine=\"%d\"/></w:pPr></w:lvl>",
                      levels[i].text, (int)style->indent,
                      (int)(style->indent * style->half_points / 10));
    }
    hg_buf_puts(out, "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
                     "</w:numbering>");
}
