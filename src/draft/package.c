/* The small parts of the package. */
#include <time.h>

#include "draft/parts.h"
#include "io/xml.h"

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define WORD "application/vnd.openxmlformats-officedocument.wordprocessingml."

void hg_draft_content_types(struct hg_buf *out)
{
    hg_buf_puts(out,
                HG_DRAFT_XML
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                "<Default Extension=\"rels\" "
                "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                "<Override PartName=\"/word/document.xml\" ContentType=\"" WORD
                "document.main+xml\"/>"
                "<Override PartName=\"/word/styles.xml\" ContentType=\"" WORD "styles+xml\"/>"
                "<Override PartName=\"/word/numbering.xml\" ContentType=\"" WORD
                "numbering+xml\"/>"
                "<Override PartName=\"/word/settings.xml\" ContentType=\"" WORD "settings+xml\"/>"
                "<Override PartName=\"/word/fontTable.xml\" ContentType=\"" WORD
                "fontTable+xml\"/>"
                "<Override PartName=\"/word/footer1.xml\" ContentType=\"" WORD "footer+xml\"/>"
                "<Override PartName=\"/word/footer2.xml\" ContentType=\"" WORD "footer+xml\"/>"
                "<Override PartName=\"/docProps/core.xml\" "
                "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
                "<Override PartName=\"/docProps/app.xml\" "
                "ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties"
                "+xml\"/></Types>");
}

void hg_draft_package_rels(struct hg_buf *out)
{
    hg_buf_puts(out,
                HG_DRAFT_XML
                "<Relationships "
                "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                "<Relationship Id=\"rId1\" Type=\"" OFFICE
                "officeDocument\" Target=\"word/document.xml\"/>"
                "<Relationship Id=\"rId2\" "
                "Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                "core-properties\" Target=\"docProps/core.xml\"/>"
                "<Relationship Id=\"rId3\" Type=\"" OFFICE
                "extended-properties\" Target=\"docProps/app.xml\"/></Relationships>");
}

void hg_draft_document_rels(struct hg_buf *out)
{
    hg_buf_puts(out,
                HG_DRAFT_XML
                "<Relationships "
                "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                "<Relationship Id=\"rId1\" Type=\"" OFFICE "styles\" Target=\"styles.xml\"/>"
                "<Relationship Id=\"rId2\" Type=\"" OFFICE "numbering\" Target=\"numbering.xml\"/>"
                "<Relationship Id=\"rId3\" Type=\"" OFFICE "settings\" Target=\"settings.xml\"/>"
                "<Relationship Id=\"rId4\" Type=\"" OFFICE "fontTable\" Target=\"fontTable.xml\"/>"
                "<Relationship Id=\"rId5\" Type=\"" OFFICE "footer\" Target=\"footer1.xml\"/>"
                "<Relationship Id=\"rId6\" Type=\"" OFFICE "footer\" Target=\"footer2.xml\"/>"
                "</Relationships>");
}

void hg_draft_settings(struct hg_buf *out)
{
    hg_buf_puts(out,
                HG_DRAFT_XML
                "<w:settings " HG_DRAFT_W "><w:zoom w:percent=\"100\"/>"
                "<w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>"
                "<w:defaultTabStop w:val=\"420\"/><w:evenAndOddHeaders/>"
                "<w:drawingGridVerticalSpacing w:val=\"156\"/>"
                "<w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat>"
                "<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/>"
                "<w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:doNotExpandShiftReturn/>"
                "<w:adjustLineHeightInTable/><w:useFELayout/>"
                "<w:compatSetting w:name=\"compatibilityMode\" "
                "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
                "<w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:settings>");
}

/* — 1 —: one blank character from the edge of the type area, on its outer side (GB/T 9704-2012,
 * 7.5). */
void hg_draft_footer(struct hg_buf *out, const struct hg_layout *layout, bool even)
{
    enum hg_align align = even ? layout->footer.even : layout->footer.odd;
    const char *side = align == HG_ALIGN_RIGHT ? "right" : "left";

    hg_buf_puts(out, HG_DRAFT_XML "<w:ftr " HG_DRAFT_W "><w:p><w:pPr><w:pStyle "
                                  "w:val=\"Footer\"/>");
    if (align != HG_ALIGN_CENTER) {
        hg_buf_printf(out, "<w:ind w:%sChars=\"100\" w:%s=\"%u\"/>", side, side,
                      (unsigned)layout->footer.half_points * 10);
    }
    hg_buf_printf(out, "<w:jc w:val=\"%s\"/></w:pPr>", hg_draft_align(align));
    if (layout->footer.dash) {
        hg_buf_puts(out, "<w:r><w:t xml:space=\"preserve\">— </w:t></w:r>");
    }
    hg_buf_puts(out, "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText "
                     "xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:fldChar "
                     "w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar "
                     "w:fldCharType=\"end\"/></w:r>");
    if (layout->footer.dash) {
        hg_buf_puts(out, "<w:r><w:t xml:space=\"preserve\"> —</w:t></w:r>");
    }
    hg_buf_puts(out, "</w:p></w:ftr>");
}

void hg_draft_core(struct hg_buf *out, struct hg_str title, struct hg_str creator,
                   int64_t modified)
{
    time_t when = (time_t)modified;
    struct tm utc;
    char stamp[32] = "1980-01-01T00:00:00Z";

    if (gmtime_r(&when, &utc) != NULL) {
        (void)strftime(stamp, sizeof stamp, "%Y-%m-%dT%H:%M:%SZ", &utc);
    }
    hg_buf_puts(out,
                HG_DRAFT_XML
                "<cp:coreProperties "
                "xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
                "core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>");
    hg_xml_escape(out, title);
    hg_buf_puts(out, "</dc:title>");
    if (creator.len > 0) {
        hg_buf_puts(out, "<dc:creator>");
        hg_xml_escape(out, creator);
        hg_buf_puts(out, "</dc:creator>");
    }
    hg_buf_printf(out,
                  "<dcterms:created xsi:type=\"dcterms:W3CDTF\">%s</dcterms:created>"
                  "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">%s</dcterms:modified>"
                  "</cp:coreProperties>",
                  stamp, stamp);
}

void hg_draft_app(struct hg_buf *out)
{
    hg_buf_puts(out, HG_DRAFT_XML
                "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                "extended-properties\"><Application>hegao</Application></Properties>");
}
