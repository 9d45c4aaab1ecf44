/* The vocabulary of the DOCX reader: local names of elements and attributes, sorted as strcmp does,
 * and the namespaces, transitional and strict alike (ECMA-376 part 1 annex A, part 4; MS-DOCX). */
#ifndef HG_IO_DOCX_NAMES_H
#define HG_IO_DOCX_NAMES_H

#include "io/xml.h"

enum hg_docx_ns {
    HG_NS_UNKNOWN,
    HG_NS_W,   /* wordprocessingml/main */
    HG_NS_R,   /* officeDocument/relationships, in attributes */
    HG_NS_MC,  /* markup-compatibility */
    HG_NS_W14, /* known to a Choice's Requires, and w14:paraId */
    HG_NS_W15,
    HG_NS_SHAPE, /* wps, wpg, wpc, wp14, a14: known to a Choice's Requires */
    HG_NS_M,   /* math */
    HG_NS_A,   /* drawingml/main */
    HG_NS_PR,  /* package/relationships */
    HG_NS_CT,  /* package/content-types */
    HG_NS_CP,  /* core properties */
    HG_NS_EP,  /* extended properties */
    HG_NS_XML, /* xml:space */
};

/* clang-format off */
#define HG_DOCX_NAMES(X) \
    X(AlternateContent) X(Choice) X(ContentType) X(Default) X(Extension) X(Fallback) X(Id) X(Ignorable) X(Override) \
    X(PartName) X(Relationship) X(Relationships) X(Requires) X(Target) X(TargetMode) X(Type) \
    X(Types) X(abstractNum) X(abstractNumId) X(after) X(afterAutospacing) X(afterLines) X(alias) \
    X(altChunk) X(anchor) X(ascii) X(asciiTheme) X(attachedTemplate) X(author) \
    X(autoHyphenation) X(b) X(bCs) X(background) X(basedOn) X(bdo) X(bdr) X(before) \
    X(beforeAutospacing) X(beforeLines) X(bidi) X(bidiVisual) X(binData) X(body) X(bottom) \
    X(bottomFromText) X(br) X(cantSplit) X(caps) X(cellDel) X(cellIns) X(cellMerge) X(char) \
    X(charSpace) X(col) X(colFirst) X(colLast) X(color) X(cols) X(comment) X(commentEx) \
    X(commentRangeEnd) X(commentRangeStart) X(commentReference) X(comments) X(commentsEx) X(cr) \
    X(cs) X(cstheme) X(customXml) X(customXmlDelRangeStart) X(customXmlInsRangeStart) \
    X(customXmlPr) X(date) X(ddList) X(default) X(del) X(delInstrText) X(delText) X(dir) \
    X(dirty) X(docDefaults) X(docGrid) X(docPart) X(docPartGallery) X(docPartList) X(docPartObj) \
    X(docPartUnique) X(docVars) X(document) X(documentProtection) X(done) X(drawing) X(dstrike) \
    X(ea) X(eastAsia) X(eastAsiaTheme) X(edit) X(embedRegular) X(emboss) X(enabled) X(encode) \
    X(end) X(endChars) X(endnote) X(endnotePr) X(endnoteRef) X(endnoteReference) X(endnotes) \
    X(enforcement) X(equation) X(evenAndOddHeaders) X(ffData) X(fill) X(first) X(firstLine) \
    X(firstLineChars) X(fldChar) X(fldCharType) X(fldLock) X(fldSimple) X(fmt) X(font) \
    X(fontScheme) X(fonts) X(footer) X(footerReference) X(footnote) X(footnotePr) X(footnoteRef) \
    X(footnoteReference) X(footnotes) X(format) X(framePr) X(ftr) X(glossaryDocument) \
    X(gridAfter) X(gridBefore) X(gridCol) X(gridSpan) X(gutter) X(h) X(hAnsi) X(hAnsiTheme) \
    X(hMerge) X(hanging) X(hangingChars) X(hdr) X(header) X(headerReference) X(highlight) \
    X(hint) X(hyperlink) X(i) X(iCs) X(id) X(ilvl) X(ind) X(initials) X(ins) X(insideH) \
    X(insideV) X(instr) X(instrText) X(isLgl) X(jc) X(keepLines) X(keepNext) X(lang) \
    X(lastRenderedPageBreak) X(latin) X(left) X(leftChars) X(leftFromText) X(legacy) X(line) \
    X(linePitch) X(lineRule) X(link) X(linkedTxbx) X(listEntry) X(listItem) X(lvl) X(lvlJc) X(lvlOverride) \
    X(lvlRestart) X(lvlText) X(majorFont) X(mark) X(minorFont) X(mirrorMargins) X(moveFrom) \
    X(moveFromRangeEnd) X(moveFromRangeStart) X(moveTo) X(moveToRangeEnd) X(moveToRangeStart) \
    X(multiLevelType) X(name) X(nil) X(noBreakHyphen) X(nsid) X(num) X(numFmt) X(numId) \
    X(numPicBullet) X(numPr) X(numStyleLink) X(numbering) X(numberingChange) X(oMath) \
    X(oMathPara) X(object) X(orient) X(outlineLvl) X(p) X(pBdr) X(pPr) X(pPrChange) \
    X(pPrDefault) X(pStyle) X(pStyleLink) X(pageBreakBefore) X(panose1) X(paraId) \
    X(paraIdParent) X(permEnd) X(permStart) X(permission) X(pgMar) X(pgNumType) X(pgSz) X(pict) \
    X(pitch) X(placeholder) X(pos) X(proofErr) X(ptab) X(r) X(rFonts) X(rPr) X(rPrChange) \
    X(rPrDefault) X(rStyle) X(recommended) X(rel) X(result) X(right) X(rightChars) X(rsid) \
    X(rsidR) X(rt) X(rtl) X(ruby) X(rubyBase) X(rubyPr) X(script) X(scripts) X(sdt) \
    X(sdtContent) X(sdtEndPr) X(sdtPr) X(sectPr) X(sectPrChange) X(separate) X(settings) \
    X(shadow) X(shd) X(showingPlcHdr) X(smallCaps) X(smartTag) X(smartTagPr) X(snapToGrid) \
    X(softHyphen) X(sourceRect) X(space) X(spacing) X(specVanish) X(start) X(startAt) \
    X(startChars) X(startOverride) X(strike) X(style) X(styleId) X(styleLink) X(styles) X(suff) \
    X(supp) X(suppressLineNumbers) X(sym) X(symEx) X(sz) X(szCs) X(t) X(tab) X(tabs) X(tag) \
    X(tbl) X(tblBorders) X(tblGrid) X(tblGridChange) X(tblHeader) X(tblInd) X(tblPr) \
    X(tblPrChange) X(tblPrEx) X(tblPrExChange) X(tblStyle) X(tblStylePr) X(tc) X(tcBorders) \
    X(tcPr) X(tcPrChange) X(tcW) X(text) X(textAlignment) X(textbox) X(themeColor) \
    X(themeElements) X(themeFontLang) X(titlePg) X(tmpl) X(top) X(topLinePunct) X(tplc) X(tr) \
    X(trPr) X(trPrChange) X(trackRevisions) X(txbx) X(txbxContent) X(txbxStory) X(type) \
    X(typeface) X(u) X(uiPriority) X(vAlign) X(vAnchor) X(vMerge) X(val) X(vanish) X(vert) \
    X(vertAlign) X(w) X(wAfter) X(wBefore) X(webHidden) X(wps) X(writeProtection)
/* clang-format on */

enum hg_docx_name {
    HG_X_UNKNOWN,
#define HG_DOCX_ENUM(name) HG_X_##name,
    HG_DOCX_NAMES(HG_DOCX_ENUM)
#undef HG_DOCX_ENUM
        HG_X_COUNT
};

extern const struct hg_xml_vocabulary hg_docx_vocabulary;

#endif
