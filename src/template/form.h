/* A form: what a kind of report must look like. One XML file (templates/<id>.xml, schema
 * templates/template.rng) drives recognition, the structure checks and the skeleton.
 *
 * A form is read once, never changed, and shared by all threads. Its memory belongs to the arena
 * or the set it was read into. Texts are never null: "" where the file says nothing. */
#ifndef HG_TEMPLATE_FORM_H
#define HG_TEMPLATE_FORM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "base/vec.h"
#include "template/formula.h"
#include "template/role.h"

enum hg_field_type { HG_FIELD_TEXT, HG_FIELD_YEAR, HG_FIELD_DATE, HG_FIELD_NUMBER, HG_FIELD_CHOICE };

/* Something the drafter fills in: unit, year, period, date, author. */
struct hg_form_field {
    struct hg_str id, name, prompt, example;
    struct hg_str value; /* what stands in the skeleton if nothing is set; "" for none */
    enum hg_field_type type;
    bool required;
    HG_VEC(struct hg_str) choices;
    uint32_t line; /* of the XML file, for messages */
};

/* A named figure. One with a formula is computed, never asked for. */
struct hg_form_figure {
    struct hg_str id, name, unit, example;
    bool percent;     /* unit %: the value of the formula is multiplied by 100 */
    uint32_t places;  /* decimals shown */
    bool required;    /* a draft without it gets missing-figure */
    struct hg_formula *formula; /* null: an input */
    struct hg_str formula_text;
    HG_VEC(struct hg_str) said; /* words before the number by which it is found in a draft */
    uint32_t line;
};

/* A column or row of a table. Exactly one of a column's and a row's names may be empty. */
struct hg_form_line {
    struct hg_str id, name;
    struct hg_str under;      /* headers above (beside) it, outermost first, '/' between; "" for none */
    struct hg_str example;    /* of a row: values of its input columns, blanks between */
    struct hg_formula *formula; /* over other lines of the same axis; null: an input */
    struct hg_str formula_text;
    uint32_t line;
};

/* What must hold along one axis of a table, in every line of the other one. */
struct hg_form_rule {
    struct hg_str id, text;   /* "carried_in + received = handled + carried_out" */
    struct hg_str message;    /* in words; "" if the formula's names say it */
    struct hg_formula *formula; /* a comparison */
    bool over_rows;           /* table rules: its names are rows (else columns); form rules: unused */
    uint32_t line;
};

struct hg_form_table {
    struct hg_str id, caption;
    struct hg_str corner;     /* text of the top left cell */
    struct hg_str band;       /* text of a first row across the whole table; "" for none */
    HG_VEC(struct hg_form_line) columns, rows;
    HG_VEC(struct hg_form_rule) rules;
    bool required;
    uint32_t line;
};

enum hg_form_item_kind { HG_ITEM_PARAGRAPH, HG_ITEM_TABLE, HG_ITEM_LIST };

/* What stands in a section of the skeleton, in order: a sentence with {fields} and {figures}, a
 * table, or guidance alone. */
struct hg_form_item {
    enum hg_form_item_kind kind;
    struct hg_str text;     /* sentence; "{id}" stands for a field or figure */
    struct hg_str guidance; /* placeholder text shown until something is written */
    struct hg_str example;  /* what the example draft has here */
    uint32_t table;         /* index into hg_form.tables */
    uint32_t line;
};

struct hg_form_section {
    struct hg_str id, heading;
    enum hg_role role;      /* what it is for; HG_ROLE_NONE: told by its accepted wordings alone */
    bool required, repeatable;
    bool ordered;           /* its place among its siblings is fixed */
    bool free;              /* filled by headings of the drafter's own (slogans): never missing by name */
    uint32_t min_length;    /* characters of text below which it counts as empty; 0: none set */
    HG_VEC(struct hg_str) accepted; /* further wordings, beside the heading and those of the role */
    HG_VEC(struct hg_str) bare; /* all of them as hg_role_bare gives them, that of a free one's heading left out */
    HG_VEC(struct hg_form_item) items;
    struct hg_str example_heading;  /* of the example draft; "" for the heading itself */
    uint32_t parent;        /* index into hg_form.sections, UINT32_MAX for a top section */
    uint32_t depth;         /* 1 for a top section */
    uint32_t line;
};

enum hg_form_period { HG_PERIOD_ANY, HG_PERIOD_YEAR, HG_PERIOD_HALF, HG_PERIOD_QUARTER };
enum hg_form_tense { HG_TENSE_ANY, HG_TENSE_PAST, HG_TENSE_FUTURE };

/* How a draft of this form is told from others. */
struct hg_form_signs {
    HG_VEC(struct hg_str) titles;   /* a title that holds one of these (best: ends with it) */
    HG_VEC(struct hg_str) not_titles; /* a title that holds one of these is another kind */
    HG_VEC(struct hg_str) phrases;  /* words in the opening text that speak for it */
    enum hg_form_period period;
    enum hg_form_tense tense;
    bool needs_title;               /* never assumed without a title of its own */
};

struct hg_form {
    struct hg_str id, name, summary;
    struct hg_str layout;           /* id of a layout profile (template/layout.h) */
    struct hg_str title;            /* pattern: "{year}年{unit}工作总结" */
    struct hg_form_signs signs;
    HG_VEC(struct hg_form_field) fields;
    HG_VEC(struct hg_form_figure) figures; /* a computed one after all it rests on */
    HG_VEC(struct hg_form_section) sections; /* parents before children, in order of the text */
    HG_VEC(struct hg_form_table) tables;
    HG_VEC(struct hg_form_rule) rules;
    struct hg_form_item opening;    /* before the first section; line 0 if there is none */
    bool ordered;                   /* top sections keep their order */
    bool signature_required, date_required, addressee;
    struct hg_str signature, date;  /* patterns: "{unit}", "{date}" */
    HG_VEC(struct hg_str) attachments; /* names; patterns allowed */
    struct hg_str path;             /* file it was read from; "" for a shipped form */
    struct hg_str source;           /* that file's text; "" for a shipped form */
};

/* Forms in the order in which ties are settled: the more particular one first. */
struct hg_form_set {
    HG_VEC(const struct hg_form *) forms;
};

/* The forms in the program, parsed at the first call and shared from then on. */
const struct hg_form_set *hg_forms_shipped(void);
/* Null if the set has none of this id. */
const struct hg_form *hg_form_find(const struct hg_form_set *set, struct hg_str id);

/* Appends a wording of a form without its {fields}: "{year}年工作情况" gives "工作情况". */
void hg_form_wording(struct hg_buf *out, struct hg_str wording);

uint32_t hg_form_section_find(const struct hg_form *form, struct hg_str id); /* UINT32_MAX: none */
const struct hg_form_figure *hg_form_figure_find(const struct hg_form *form, struct hg_str id);
const struct hg_form_field *hg_form_field_find(const struct hg_form *form, struct hg_str id);

#endif
