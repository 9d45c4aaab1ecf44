/* What a form's XML may hold: the same as templates/template.rng, told in Chinese with the line
 * and what to write instead. For the form reader alone. */
#ifndef HG_TEMPLATE_GRAMMAR_H
#define HG_TEMPLATE_GRAMMAR_H

#include "io/xml.h"

/* HG_BAD_SETTINGS with "path:line: …" at the first fault below `root`, itself included. `name` is
 * the root element wanted: "form" or "layout". */
enum hg_status hg_grammar_check(const struct hg_xml_node *root, const char *name, const char *path,
                                struct hg_error *err);

/* Namespaces of the two kinds of file. */
#define HG_FORM_NAMESPACE "urn:hegao:form:1"
#define HG_LAYOUT_NAMESPACE "urn:hegao:layout:1"

#endif
