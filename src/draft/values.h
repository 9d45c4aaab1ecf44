/* What a drafter gives to a form: fields, figures, texts and cells of tables, by name. Figures with
 * a formula are computed from them, exactly. */
#ifndef HG_DRAFT_VALUES_H
#define HG_DRAFT_VALUES_H

#include "base/map.h"
#include "template/form.h"

struct hg_draft_values {
    struct hg_arena *arena;
    const struct hg_form *form;
    struct hg_map given;       /* id → struct hg_str, what was given */
    struct hg_str *figures;    /* one a figure of the form: the number as printed; "" if missing */
    struct hg_ratio *numbers;  /* one a figure; meaningful where `known` */
    bool *known;
    bool example;              /* what is missing is taken from the form's examples */
};

void hg_draft_values_init(struct hg_draft_values *values, struct hg_arena *arena,
                          const struct hg_form *form);

/* Gives a value by id, or by the name of a field or figure. An empty value takes nothing away.
 * `where` ("figures.csv:3: " or "") opens messages. HG_BAD_SETTINGS for a name the form does not
 * have, a figure that is no number, a choice or year that is none. */
enum hg_status hg_draft_values_set(struct hg_draft_values *values, struct hg_str name,
                                   struct hg_str text, const char *where, struct hg_error *err);

/* Reads a data file's text, JSON if it starts with '{', else CSV (data.c). */
enum hg_status hg_draft_values_read(struct hg_draft_values *values, struct hg_str text,
                                    const char *path, struct hg_error *err);

/* Computes the figures and holds the form's rules against them. Called once, after all sets. */
enum hg_status hg_draft_values_compute(struct hg_draft_values *values, struct hg_error *err);

/* A field, figure or text; "" if nothing is known. */
struct hg_str hg_draft_value(const struct hg_draft_values *values, struct hg_str id);
/* The text that stands for a section's n-th item: "<section id>.<n>" from 1, "opening.1" for the
 * opening; "" if not given. */
struct hg_str hg_draft_text(const struct hg_draft_values *values, struct hg_str section, size_t n);
/* A section's own heading: "<section id>.heading"; "" if not given. */
struct hg_str hg_draft_heading(const struct hg_draft_values *values, struct hg_str section);
/* A table's cell, given ("<table>.<row>.<column>") or computed; "" if missing. */
struct hg_str hg_draft_cell(struct hg_draft_values *values, const struct hg_form_table *table,
                            size_t row, size_t column);

/* A number as people type it: digits with , ， or blanks between groups, a decimal point, a sign,
 * the unit after it. *places counts its decimals. */
bool hg_draft_number(struct hg_str text, struct hg_str unit, struct hg_ratio *out, int *places);

#endif
