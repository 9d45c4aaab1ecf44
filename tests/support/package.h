/* DOCX packages made of strings, for tests of the reader. */
#ifndef HG_TESTS_PACKAGE_H
#define HG_TESTS_PACKAGE_H

#include "io/archive.h"
#include "io/reader.h"

/* What a part's root needs to declare. */
#define PACKAGE_W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define PACKAGE_NS                                                                                 \
    "xmlns:w=\"" PACKAGE_W "\" "                                                                   \
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "             \
    "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "                    \
    "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "             \
    "xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" "                          \
    "xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\" "                          \
    "xmlns:v=\"urn:schemas-microsoft-com:vml\" "                                                   \
    "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""

struct package {
    struct hg_archive_writer *writer;
    struct hg_buf types, relations;
    const char *main;      /* "word/document.xml" unless set before the first part */
    unsigned relation_count;
};

void package_open(struct package *package);
/* A part beside the main part, related to it by the last segment of a type URI ("styles"). The
 * relation's id is rId1, rId2 … in the order of the calls. The text is the whole part. */
void package_part(struct package *package, const char *name, const char *type, const char *xml);
/* The same with a root element w:<root> that declares PACKAGE_NS around `inside`. */
void package_wrapped(struct package *package, const char *name, const char *type, const char *root,
                     const char *inside);
/* The main part; `body` stands inside w:body. */
void package_body(struct package *package, const char *body);
/* Any other entry. */
void package_entry(struct package *package, const char *name, struct hg_str bytes);
/* The finished package, to be released; the struct is released too. */
struct hg_buf package_close(struct package *package);

/* Reads it; fails the test if it cannot be read. */
struct hg_doc *package_read(struct package *package, enum hg_revision_view view);
/* A package of one body, with these parts or null. */
struct hg_doc *package_read_body(const char *body, const char *styles, const char *numbering);
/* The status of reading bytes. */
enum hg_status package_status(struct hg_str bytes, struct hg_error *err);

/* "label|text" of every paragraph, joined by '\n'; a label without text before it is left out with
 * its bar. Lives in the document's arena. */
const char *package_text(struct hg_doc *doc);

#endif
