/* Formulas of forms: names, numbers, + - * / and brackets, a comparison on the outside for rules.
 * × ÷ （） ＝ ≤ ≥ and Han names are read as they are written. Evaluated exactly (base/exact.h). */
#ifndef HG_TEMPLATE_FORMULA_H
#define HG_TEMPLATE_FORMULA_H

#include <stdbool.h>
#include <stdint.h>

#include "base/exact.h"
#include "base/vec.h"

enum hg_formula_kind {
    HG_TERM_NAME,
    HG_TERM_NUMBER,
    HG_TERM_ADD,
    HG_TERM_SUB,
    HG_TERM_MUL,
    HG_TERM_DIV,
    HG_TERM_NEGATE,
    /* Comparisons; only at the root. */
    HG_TERM_EQUAL,
    HG_TERM_AT_MOST,
    HG_TERM_LESS,
    HG_TERM_AT_LEAST,
    HG_TERM_MORE
};

struct hg_formula {
    enum hg_formula_kind kind;
    struct hg_str name;      /* HG_TERM_NAME */
    uint32_t index;          /* of the name among the figures or lines; by the form's reader */
    struct hg_ratio number;  /* HG_TERM_NUMBER */
    struct hg_formula *left, *right;
};

/* Parses an expression, or a comparison where `rule`. On failure HG_BAD_SETTINGS with a message
 * that says what stands at which place. All memory from the arena; names are copied. */
enum hg_status hg_formula_parse(struct hg_formula **out, struct hg_arena *arena, struct hg_str text,
                                bool rule, struct hg_error *err);

/* The names in order of occurrence, repeats kept. */
struct hg_formula_names {
    HG_VEC(struct hg_formula *) items;
};
void hg_formula_names(struct hg_formula *formula, struct hg_arena *arena,
                      struct hg_formula_names *out);

enum hg_formula_result {
    HG_TERM_OK,
    HG_TERM_UNKNOWN, /* a name has no value */
    HG_TERM_BY_ZERO, /* a divisor is 0 */
    HG_TERM_OVERFLOW
};

/* Value of a name: false if it has none. */
typedef bool (*hg_formula_value)(void *context, const struct hg_formula *name,
                                 struct hg_ratio *out);

/* Evaluates an expression (not a comparison). *out is set with HG_TERM_OK only. */
enum hg_formula_result hg_formula_eval(struct hg_ratio *out, const struct hg_formula *formula,
                                       hg_formula_value value, void *context);
/* Evaluates a comparison: *holds and the two sides. */
enum hg_formula_result hg_formula_test(bool *holds, struct hg_ratio *left, struct hg_ratio *right,
                                       const struct hg_formula *rule, hg_formula_value value,
                                       void *context);

/* Appends the formula with the values of its names: "24 + 2 = 25 + 1". Addends of 0 are left out. */
void hg_formula_write(struct hg_buf *out, const struct hg_formula *formula, hg_formula_value value,
                      void *context);

/* "=", "≤" … of a comparison. */
const char *hg_formula_sign(enum hg_formula_kind kind);

#endif
