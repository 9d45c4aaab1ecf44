#include "template/formula.h"

#include "base/utf8.h"
#include "lang/chars.h"

/* Brackets and signs in brackets, and bytes of a formula's text, which bound the depth of its
 * tree; no form needs more. */
enum { DEPTH_MAX = 40, TEXT_MAX = 4000 };

struct parser {
    struct hg_arena *arena;
    struct hg_str text;
    size_t at;
    size_t depth;
    struct hg_error *err;
    bool failed;
};

static void skip_blanks(struct parser *p)
{
    while (p->at < p->text.len) {
        size_t next = p->at;

        if (hg_char_class(hg_utf8_next(p->text, &next)) != HG_CHAR_BLANK) {
            break;
        }
        p->at = next;
    }
}

static struct hg_formula *fail(struct parser *p, const char *what)
{
    if (!p->failed) {
        p->failed = true;
        (void)hg_error_set(p->err, HG_BAD_SETTINGS, "公式“%.*s”第%zu字处%s", HG_FMT(p->text),
                           hg_utf8_count((struct hg_str){p->text.data, p->at}) + 1, what);
    }
    return NULL;
}

/* The next character folded to its plain form, 0 at the end; *end is the place after it. */
static uint32_t peek(struct parser *p, size_t *end)
{
    uint32_t c;

    skip_blanks(p);
    *end = p->at;
    if (p->at >= p->text.len) {
        return 0;
    }
    c = hg_utf8_next(p->text, end);
    switch (c) {
    case 0x00D7: /* × */
        return '*';
    case 0x00F7: /* ÷ */
        return '/';
    case 0x2212: /* − */
        return '-';
    default:
        return hg_utf8_fold_width(c);
    }
}

static bool is_name_character(uint32_t c, bool first)
{
    return hg_char_is_han(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           (!first && (hg_char_is_digit(c) || c == '.'));
}

static struct hg_formula *node(struct parser *p, enum hg_formula_kind kind)
{
    struct hg_formula *made = HG_NEW(p->arena, struct hg_formula);

    made->kind = kind;
    made->name = HG_STR("");
    return made;
}

static struct hg_formula *parse_number(struct parser *p)
{
    struct hg_formula *made = node(p, HG_TERM_NUMBER);
    int64_t digits = 0, scale = 1;
    bool dot = false;
    size_t count = 0;

    while (p->at < p->text.len) {
        uint32_t c = hg_utf8_fold_width(hg_utf8_at(p->text, p->at));

        if (c == '.' && !dot) {
            dot = true;
        } else if (c >= '0' && c <= '9') {
            digits = digits * 10 + (int64_t)(c - '0');
            scale *= dot ? 10 : 1;
            if (++count > 15) {
                return fail(p, "的数字过长");
            }
        } else {
            break;
        }
        (void)hg_utf8_next(p->text, &p->at);
    }
    made->number = hg_ratio_make(digits, scale);
    return made;
}

static struct hg_formula *parse_sum(struct parser *p);

static struct hg_formula *parse_operand(struct parser *p)
{
    size_t end, start;
    uint32_t c = peek(p, &end);
    struct hg_formula *made;

    if (c == '(') {
        if (++p->depth > DEPTH_MAX) {
            return fail(p, "括号嵌套过深");
        }
        p->at = end;
        made = parse_sum(p);
        if (made != NULL && peek(p, &end) != ')') {
            return fail(p, "缺少右括号“)”");
        }
        p->at = end;
        p->depth--;
        return p->failed ? NULL : made;
    }
    if (c == '-') {
        if (++p->depth > DEPTH_MAX) {
            return fail(p, "负号嵌套过深");
        }
        p->at = end;
        made = node(p, HG_TERM_NEGATE);
        made->left = parse_operand(p);
        p->depth--;
        return made->left == NULL ? NULL : made;
    }
    if (c >= '0' && c <= '9') {
        return parse_number(p);
    }
    if (!is_name_character(c, true)) {
        return fail(p, c == 0 ? "还缺一个数据项或数字" : "应为数据项名称、数字或括号");
    }
    start = p->at;
    while (p->at < p->text.len && is_name_character(hg_utf8_at(p->text, p->at), p->at == start)) {
        (void)hg_utf8_next(p->text, &p->at);
    }
    made = node(p, HG_TERM_NAME);
    made->name = hg_str_copy(p->arena, hg_str_sub(p->text, (struct hg_span){start, p->at}));
    return made;
}

static struct hg_formula *parse_product(struct parser *p)
{
    struct hg_formula *left = parse_operand(p);

    while (left != NULL) {
        size_t end;
        uint32_t c = peek(p, &end);
        struct hg_formula *made;

        if (c != '*' && c != '/') {
            break;
        }
        p->at = end;
        made = node(p, c == '*' ? HG_TERM_MUL : HG_TERM_DIV);
        made->left = left;
        made->right = parse_operand(p);
        left = made->right == NULL ? NULL : made;
    }
    return left;
}

static struct hg_formula *parse_sum(struct parser *p)
{
    struct hg_formula *left = parse_product(p);

    while (left != NULL) {
        size_t end;
        uint32_t c = peek(p, &end);
        struct hg_formula *made;

        if (c != '+' && c != '-') {
            break;
        }
        p->at = end;
        made = node(p, c == '+' ? HG_TERM_ADD : HG_TERM_SUB);
        made->left = left;
        made->right = parse_product(p);
        left = made->right == NULL ? NULL : made;
    }
    return left;
}

/* Reads = <= < >= > and their other forms; false if there is none. */
static bool read_comparison(struct parser *p, enum hg_formula_kind *kind)
{
    size_t end, second;
    uint32_t c = peek(p, &end), next = 0;

    if (c == 0x2264 || c == 0x2265) { /* ≤ ≥ */
        *kind = c == 0x2264 ? HG_TERM_AT_MOST : HG_TERM_AT_LEAST;
        p->at = end;
        return true;
    }
    if (c != '=' && c != '<' && c != '>') {
        return false;
    }
    second = end;
    if (end < p->text.len) {
        next = hg_utf8_fold_width(hg_utf8_next(p->text, &second));
    }
    *kind = c == '=' ? HG_TERM_EQUAL : c == '<' ? HG_TERM_LESS : HG_TERM_MORE;
    if (next == '=') {
        *kind = c == '<' ? HG_TERM_AT_MOST : c == '>' ? HG_TERM_AT_LEAST : *kind;
        end = second;
    }
    p->at = end;
    return true;
}

enum hg_status hg_formula_parse(struct hg_formula **out, struct hg_arena *arena, struct hg_str text,
                                bool rule, struct hg_error *err)
{
    struct parser p = {.arena = arena, .text = hg_str_copy(arena, text), .err = err};
    struct hg_formula *made;
    enum hg_formula_kind kind;
    size_t end;

    *out = NULL;
    if (text.len > TEXT_MAX) {
        return hg_error_set(err, HG_BAD_SETTINGS, "公式过长，请分成几个数据项来写");
    }
    made = parse_sum(&p);
    if (made != NULL && rule) {
        struct hg_formula *left = made;

        if (!read_comparison(&p, &kind)) {
            (void)fail(&p, "缺少比较符号，应写作“甲 + 乙 = 丙”或“甲 <= 乙”");
        } else {
            made = node(&p, kind);
            made->left = left;
            made->right = parse_sum(&p);
        }
    }
    if (!p.failed && peek(&p, &end) != 0) {
        (void)fail(&p, "有多余的内容");
    }
    *out = p.failed ? NULL : made;
    return p.failed ? HG_BAD_SETTINGS : HG_OK;
}

void hg_formula_names(struct hg_formula *formula, struct hg_arena *arena,
                      struct hg_formula_names *out)
{
    if (formula == NULL) {
        return;
    }
    if (formula->kind == HG_TERM_NAME) {
        *HG_PUSH(arena, &out->items) = formula;
    }
    /* Depth is bounded by the length of a formula's text, which the parser has walked. */
    hg_formula_names(formula->left, arena, out);
    hg_formula_names(formula->right, arena, out);
}

enum hg_formula_result hg_formula_eval(struct hg_ratio *out, const struct hg_formula *formula,
                                       hg_formula_value value, void *context)
{
    struct hg_ratio left, right;
    enum hg_formula_result result;
    bool fits;

    if (formula->kind == HG_TERM_NUMBER) {
        *out = formula->number;
        return HG_TERM_OK;
    }
    if (formula->kind == HG_TERM_NAME) {
        return value(context, formula, out) ? HG_TERM_OK : HG_TERM_UNKNOWN;
    }
    result = hg_formula_eval(&left, formula->left, value, context);
    if (result != HG_TERM_OK) {
        return result;
    }
    if (formula->kind == HG_TERM_NEGATE) {
        return hg_ratio_sub(out, hg_ratio_of(0), left) ? HG_TERM_OK : HG_TERM_OVERFLOW;
    }
    result = hg_formula_eval(&right, formula->right, value, context);
    if (result != HG_TERM_OK) {
        return result;
    }
    switch (formula->kind) {
    case HG_TERM_ADD:
        fits = hg_ratio_add(out, left, right);
        break;
    case HG_TERM_SUB:
        fits = hg_ratio_sub(out, left, right);
        break;
    case HG_TERM_MUL:
        fits = hg_ratio_mul(out, left, right);
        break;
    case HG_TERM_DIV:
        if (hg_ratio_sign(right) == 0) {
            return HG_TERM_BY_ZERO;
        }
        fits = hg_ratio_div(out, left, right);
        break;
    default:
        return HG_TERM_UNKNOWN; /* a comparison has no value */
    }
    return fits ? HG_TERM_OK : HG_TERM_OVERFLOW;
}

enum hg_formula_result hg_formula_test(bool *holds, struct hg_ratio *left, struct hg_ratio *right,
                                       const struct hg_formula *rule, hg_formula_value value,
                                       void *context)
{
    enum hg_formula_result result = hg_formula_eval(left, rule->left, value, context);
    int order;

    if (result == HG_TERM_OK) {
        result = hg_formula_eval(right, rule->right, value, context);
    }
    if (result != HG_TERM_OK) {
        return result;
    }
    order = hg_ratio_compare(*left, *right);
    switch (rule->kind) {
    case HG_TERM_AT_MOST:
        *holds = order <= 0;
        break;
    case HG_TERM_LESS:
        *holds = order < 0;
        break;
    case HG_TERM_AT_LEAST:
        *holds = order >= 0;
        break;
    case HG_TERM_MORE:
        *holds = order > 0;
        break;
    default:
        *holds = order == 0;
        break;
    }
    return HG_TERM_OK;
}

const char *hg_formula_sign(enum hg_formula_kind kind)
{
    switch (kind) {
    case HG_TERM_AT_MOST:
        return "≤";
    case HG_TERM_LESS:
        return "＜";
    case HG_TERM_AT_LEAST:
        return "≥";
    case HG_TERM_MORE:
        return "＞";
    default:
        return "=";
    }
}

static bool write_tight(const struct hg_formula *formula)
{
    return formula->kind == HG_TERM_ADD || formula->kind == HG_TERM_SUB;
}

static bool is_zero(const struct hg_formula *formula, hg_formula_value value, void *context)
{
    struct hg_ratio number;

    return formula->kind == HG_TERM_NAME && value(context, formula, &number) &&
           hg_ratio_sign(number) == 0;
}

void hg_formula_write(struct hg_buf *out, const struct hg_formula *formula, hg_formula_value value,
                      void *context)
{
    static const char *const signs[] = {
        [HG_TERM_ADD] = " + ", [HG_TERM_SUB] = " − ", [HG_TERM_MUL] = " × ", [HG_TERM_DIV] = " ÷ "};
    struct hg_ratio number;
    bool brackets;

    switch (formula->kind) {
    case HG_TERM_NAME:
        if (value(context, formula, &number)) {
            hg_ratio_format_cut(out, number, 4);
        } else {
            hg_buf_str(out, formula->name);
        }
        return;
    case HG_TERM_NUMBER:
        hg_ratio_format_cut(out, formula->number, 4);
        return;
    case HG_TERM_NEGATE:
        hg_buf_puts(out, "−");
        hg_formula_write(out, formula->left, value, context);
        return;
    default:
        break;
    }
    if (formula->kind >= HG_TERM_EQUAL) {
        hg_formula_write(out, formula->left, value, context);
        hg_buf_printf(out, " %s ", hg_formula_sign(formula->kind));
        hg_formula_write(out, formula->right, value, context);
        return;
    }
    /* What adds nothing is not shown: tables have long sums of few numbers. */
    if (formula->kind == HG_TERM_ADD && is_zero(formula->right, value, context)) {
        hg_formula_write(out, formula->left, value, context);
        return;
    }
    if (formula->kind == HG_TERM_ADD && is_zero(formula->left, value, context)) {
        hg_formula_write(out, formula->right, value, context);
        return;
    }
    brackets = !write_tight(formula) && write_tight(formula->left);
    hg_buf_puts(out, brackets ? "(" : "");
    hg_formula_write(out, formula->left, value, context);
    hg_buf_puts(out, brackets ? ")" : "");
    hg_buf_puts(out, signs[formula->kind]);
    brackets = formula->kind != HG_TERM_ADD && (write_tight(formula->right) || formula->right->kind == HG_TERM_DIV);
    hg_buf_puts(out, brackets ? "(" : "");
    hg_formula_write(out, formula->right, value, context);
    hg_buf_puts(out, brackets ? ")" : "");
}
