#include "io/docx_names.h"

static const char *const names[] = {
#define HG_DOCX_TEXT(name) #name,
    HG_DOCX_NAMES(HG_DOCX_TEXT)
#undef HG_DOCX_TEXT
};

static const struct hg_xml_namespace namespaces[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", HG_NS_W},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", HG_NS_W},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", HG_NS_R},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", HG_NS_R},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", HG_NS_MC},
    {"http://schemas.microsoft.com/office/word/2010/wordml", HG_NS_W14},
    {"http://schemas.microsoft.com/office/word/2012/wordml", HG_NS_W15},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingShape", HG_NS_SHAPE},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup", HG_NS_SHAPE},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas", HG_NS_SHAPE},
    {"http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing", HG_NS_SHAPE},
    {"http://schemas.microsoft.com/office/drawing/2010/main", HG_NS_SHAPE},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", HG_NS_M},
    {"http://purl.oclc.org/ooxml/officeDocument/math", HG_NS_M},
    {"http://schemas.openxmlformats.org/drawingml/2006/main", HG_NS_A},
    {"http://purl.oclc.org/ooxml/drawingml/main", HG_NS_A},
    {"http://schemas.openxmlformats.org/package/2006/relationships", HG_NS_PR},
    {"http://schemas.openxmlformats.org/package/2006/content-types", HG_NS_CT},
    {"http://schemas.openxmlformats.org/package/2006/metadata/core-properties", HG_NS_CP},
    {"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties", HG_NS_EP},
    {"http://purl.oclc.org/ooxml/officeDocument/extendedProperties", HG_NS_EP},
    {"http://www.w3.org/XML/1998/namespace", HG_NS_XML},
};

const struct hg_xml_vocabulary hg_docx_vocabulary = {
    names,
    sizeof names / sizeof *names,
    namespaces,
    sizeof namespaces / sizeof *namespaces,
};
