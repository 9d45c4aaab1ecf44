/* The inside of reading a form: for load*.c alone. */
#ifndef HG_TEMPLATE_LOAD_BUILD_H
#define HG_TEMPLATE_LOAD_BUILD_H

#include "base/map.h"
#include "io/xml.h"
#include "template/form.h"

struct hg_form_loader {
    struct hg_arena *arena;
    struct hg_form *form;
    const char *path;
    struct hg_error *err;
    struct hg_map ids; /* fields, figures and texts share one space of names */
};

/* Sets "path:line: message". Returns HG_BAD_SETTINGS. */
enum hg_status hg_loader_fail(struct hg_form_loader *l, const struct hg_xml_node *node,
                              const char *format, ...) HG_PRINTF(3, 4);
/* An attribute, trimmed and copied; "" if absent. */
struct hg_str hg_loader_attribute(struct hg_form_loader *l, const struct hg_xml_node *node,
                                  const char *name);
/* The text of an element: blanks at both ends and line breaks with their indent taken out. */
struct hg_str hg_loader_text(struct hg_form_loader *l, const struct hg_xml_node *node);
/* "true" "false" "yes" "no" or absent. */
enum hg_status hg_loader_flag(struct hg_form_loader *l, const struct hg_xml_node *node,
                              const char *name, bool *value);
enum hg_status hg_loader_number(struct hg_form_loader *l, const struct hg_xml_node *node,
                                const char *name, uint32_t most, uint32_t *value);
/* Checks an id's form and that it is new. */
enum hg_status hg_loader_id(struct hg_form_loader *l, const struct hg_xml_node *node,
                            struct hg_str id);

/* load_figures.c: figures, tables, rules. */
enum hg_status hg_loader_figures(struct hg_form_loader *l, const struct hg_xml_node *root);
/* load_sections.c: sections and what stands in them. Figures and tables must stand. */
enum hg_status hg_loader_sections(struct hg_form_loader *l, const struct hg_xml_node *root);
/* Every {name} of a text is a field or a figure. */
enum hg_status hg_loader_names(struct hg_form_loader *l, const struct hg_xml_node *node,
                               struct hg_str text);

#endif
