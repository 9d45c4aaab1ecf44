#include "report/figures_json.h"

#include "base/utf8.h"

static void set_ratio(struct hg_json *object, const char *key, struct hg_ratio value, bool infinite)
{
    struct hg_buf text = HG_BUF_INIT;

    if (infinite) {
        hg_json_set(object, key, hg_json_null());
        return;
    }
    hg_ratio_format(&text, value);
    hg_json_set_str(object, key, hg_buf_view(&text));
    hg_buf_release(&text);
}

/* In the base unit. Null where the number does not fit. */
static struct hg_json *value_json(const struct hg_interval *value)
{
    struct hg_json *object;

    if (value->overflow) {
        return hg_json_null();
    }
    object = hg_json_object();
    set_ratio(object, "low", value->low, value->low_infinite);
    set_ratio(object, "high", value->high, value->high_infinite);
    hg_json_set(object, "low_open", hg_json_bool(value->low_open));
    hg_json_set(object, "high_open", hg_json_bool(value->high_open));
    return object;
}

/* Code points before a byte of a paragraph: marks every MARK_BYTES or so, made once a paragraph, so
 * that figures of one long paragraph cost no more than those of many short ones. */
struct mark {
    size_t byte, points;
};

struct ruler {
    struct hg_arena *arena;
    struct mark **marks; /* by index of paragraph; null until asked for */
};

enum { MARK_BYTES = 512 };

static struct mark *make_marks(struct ruler *ruler, struct hg_str text)
{
    struct mark *marks = HG_NEW_ARRAY(ruler->arena, struct mark, text.len / MARK_BYTES + 1);
    size_t count = 1; /* the first is at the start */
    size_t points = 0;

    for (size_t at = 0; at < text.len; points++) {
        if (at >= count * MARK_BYTES) {
            marks[count++] = (struct mark){at, points};
        }
        hg_utf8_next(text, &at);
    }
    return marks;
}

static size_t points_before(struct ruler *ruler, const struct hg_paragraph *paragraph, size_t byte)
{
    struct mark **marks = &ruler->marks[paragraph->index];
    const struct mark *mark;
    size_t index = byte / MARK_BYTES;

    if (*marks == NULL) {
        *marks = make_marks(ruler, paragraph->text);
    }
    mark = &(*marks)[index];
    if (index > 0 && (mark->byte > byte || mark->byte == 0)) {
        mark--; /* the character at the boundary begins behind the byte */
    }
    return mark->points +
           hg_utf8_count(hg_str_sub(paragraph->text, (struct hg_span){mark->byte, byte}));
}

static void set_place(struct hg_json *object, struct ruler *ruler,
                      const struct hg_paragraph *paragraph, struct hg_span span)
{
    if (paragraph == NULL) {
        return;
    }
    hg_json_set_text(object, "part", hg_part_name(paragraph->part));
    hg_json_set_integer(object, "paragraph", paragraph->number);
    hg_json_set_integer(object, "start",
                        (long long)points_before(ruler, paragraph, span.start));
    hg_json_set_integer(object, "end", (long long)points_before(ruler, paragraph, span.end));
}

static const char *unit_name(const struct hg_quantity *quantity)
{
    return quantity->unit != NULL ? quantity->unit->name : "";
}

static struct hg_json *figure_json(struct ruler *ruler, const struct hg_quantity *quantity)
{
    struct hg_json *object = hg_json_object();

    hg_json_set_str(object, "text", hg_str_sub(quantity->paragraph->text, quantity->span));
    hg_json_set(object, "value", value_json(&quantity->value));
    hg_json_set_text(object, "unit", unit_name(quantity));
    set_place(object, ruler, quantity->paragraph, quantity->span);
    return object;
}

static struct hg_json *operand_json(struct ruler *ruler, const struct hg_operand *operand)
{
    struct hg_json *object = hg_json_object();

    hg_json_set_text(object, "role", hg_operand_role_name(operand->role));
    if (operand->paragraph != NULL) {
        hg_json_set_str(object, "text", hg_str_sub(operand->paragraph->text, operand->span));
    }
    hg_json_set(object, "value", value_json(&operand->value));
    set_place(object, ruler, operand->paragraph, operand->span);
    return object;
}

static struct hg_json *claim_json(struct ruler *ruler, const struct hg_claim *claim)
{
    struct hg_json *object = hg_json_object();
    struct hg_json *operands = hg_json_array();
    const struct hg_reading *reading = hg_claim_reading(claim);

    hg_json_set_text(object, "kind", hg_relation_name(claim->relation));
    hg_json_set_text(object, "verdict", hg_verdict_name(claim->verdict));
    hg_json_set_text(object, "reason", hg_reason_code(claim->reason));
    hg_json_set_str(object, "working", claim->working);
    if (claim->repair.len > 0) {
        hg_json_set_str(object, "repair", claim->repair);
    }
    set_place(object, ruler, claim->paragraph, claim->span);
    for (uint32_t i = 0; reading != NULL && i < reading->count; i++) {
        hg_json_push(operands, operand_json(ruler, &reading->operands[i]));
    }
    hg_json_set(object, "operands", operands);
    return object;
}

struct hg_json *hg_figures_json(struct hg_str path, const struct hg_ledger *ledger)
{
    struct hg_json *object = hg_json_object();
    struct hg_json *figures = hg_json_array();
    struct hg_json *claims = hg_json_array();
    struct ruler ruler = {.arena = hg_arena_open()};

    ruler.marks = HG_NEW_ARRAY(ruler.arena, struct mark *, ledger->doc->paragraphs.len + 1);

    hg_json_set_str(object, "path", path);
    for (size_t i = 0; i < ledger->quantities.len; i++) {
        hg_json_push(figures, figure_json(&ruler, ledger->quantities.items[i]));
    }
    for (size_t i = 0; i < ledger->claims.len; i++) {
        hg_json_push(claims, claim_json(&ruler, ledger->claims.items[i]));
    }
    hg_json_set(object, "figures", figures);
    hg_json_set(object, "claims", claims);
    hg_arena_free(ruler.arena);
    return object;
}
