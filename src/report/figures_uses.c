/* What the ledger's two forms for people share. */
#include "base/map.h"
#include "base/utf8.h"
#include "lang/chars.h"
#include "report/figures_ledger.h"
#include "report/writer.h"

/* ---- Which claims a figure serves ---- */

static struct hg_str key_of(struct hg_arena *arena, const struct hg_paragraph *paragraph,
                            size_t start)
{
    const char *text = hg_arena_printf(arena, "%u:%zu", (unsigned)paragraph->index, start);

    return hg_str_of(text);
}

static const struct hg_quantity *quantity_at(const struct hg_operand *operand)
{
    return operand->paragraph == NULL ? NULL : operand->quantity;
}

static void note(struct hg_figures_use *use, const struct hg_claim *claim, bool stated)
{
    if (use == NULL) {
        return;
    }
    if (stated && (use->stated == NULL || claim->verdict == HG_VERDICT_WRONG)) {
        use->stated = claim;
    } else if (!stated && use->other == NULL) {
        use->other = claim;
    }
}

struct hg_figures_use *hg_figures_uses(struct hg_arena *arena, const struct hg_ledger *ledger)
{
    struct hg_figures_use *uses =
        HG_NEW_ARRAY(arena, struct hg_figures_use, ledger->quantities.len + 1);
    struct hg_map places;

    hg_map_init(&places, arena);
    for (size_t i = 0; i < ledger->quantities.len; i++) {
        const struct hg_quantity *quantity = ledger->quantities.items[i];

        *hg_map_put(&places, key_of(arena, quantity->paragraph, quantity->span.start)) = &uses[i];
    }
    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];
        const struct hg_reading *reading = hg_claim_reading(claim);

        if (claim->paragraph != NULL) {
            note(hg_map_get(&places, key_of(arena, claim->paragraph, claim->span.start)), claim,
                 true);
        }
        for (uint32_t j = 0; reading != NULL && j < reading->count; j++) {
            const struct hg_quantity *quantity = quantity_at(&reading->operands[j]);

            if (quantity != NULL && !(quantity->paragraph == claim->paragraph &&
                                      quantity->span.start == claim->span.start)) {
                note(hg_map_get(&places, key_of(arena, quantity->paragraph, quantity->span.start)),
                     claim, false);
            }
        }
    }
    return uses;
}

/* ---- What is left ---- */

/* The few characters that lead up to the operand, and its own text. */
static struct hg_str words_of(const struct hg_operand *operand)
{
    struct hg_str text = operand->paragraph->text;
    size_t start = operand->span.start;

    for (int i = 0; i < 12 && start > 0; i++) {
        size_t before = start;
        uint32_t c = hg_utf8_prev(text, &before);

        if (hg_char_ends_clause(c) || hg_char_is_digit(c)) {
            break;
        }
        start = before;
    }
    return hg_str_sub(text, (struct hg_span){start, operand->span.end});
}

static bool holds_one_of(struct hg_str text, const char *list)
{
    struct hg_str rest = hg_str_of(list), word;

    while (hg_str_split(&rest, '|', &word)) {
        if (hg_str_contains(text, word)) {
            return true;
        }
    }
    return false;
}

static const char *rest_name(struct hg_str whole, struct hg_str part)
{
    static const struct {
        const char *wholes, *parts, *name;
    } names[] = {
        {"受理|收到|交办|承办|转办|接收|收件", "办结|审结|结案|办理完毕|已结", "未办结"},
        {"发现|查出|排查|反馈|梳理", "整改|销号", "未整改"},
        {"调解|调处|受理", "成功", "未成功"},
        {"排查|摸排|受理", "化解", "未化解"},
        {"应|计划|目标", "完成|实际", "未完成"},
    };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (holds_one_of(whole, names[i].wholes) && holds_one_of(part, names[i].parts) &&
            !holds_one_of(part, "未|不予")) {
            return names[i].name;
        }
    }
    return NULL;
}

bool hg_figures_rest(struct hg_arena *arena, const struct hg_claim *claim,
                     struct hg_figures_rest *out)
{
    const struct hg_reading *reading = hg_claim_reading(claim);
    const struct hg_operand *whole = NULL, *part = NULL;
    struct hg_buf text = HG_BUF_INIT;
    struct hg_ratio rest;
    const char *name;

    if (reading == NULL || claim->relation != HG_RELATION_CONTAINMENT ||
        reading->formula != HG_FORMULA_AT_MOST || reading->count != 2) {
        return false;
    }
    for (uint32_t i = 0; i < reading->count; i++) {
        whole = reading->operands[i].role == HG_OPERAND_WHOLE ? &reading->operands[i] : whole;
        part = reading->operands[i].role == HG_OPERAND_PART ? &reading->operands[i] : part;
    }
    if (whole == NULL || part == NULL || whole->quantity == NULL || part->quantity == NULL ||
        whole->step.num != 0 || part->step.num != 0 || !hg_quantity_is_plain(whole->quantity) ||
        !hg_quantity_is_plain(part->quantity) || !hg_unit_same(whole->unit, part->unit) ||
        !hg_ratio_sub(&rest, whole->shown, part->shown) || hg_ratio_sign(rest) <= 0) {
        return false;
    }
    name = rest_name(words_of(whole), words_of(part));
    if (name == NULL) {
        return false;
    }
    out->name = hg_str_of(name);
    hg_ratio_format(&text, rest);
    hg_buf_puts(&text, whole->unit != NULL ? whole->unit->name : "");
    out->text = hg_str_copy(arena, hg_buf_view(&text));
    hg_buf_clear(&text);
    hg_ratio_format(&text, whole->shown);
    hg_buf_puts(&text, " − ");
    hg_ratio_format(&text, part->shown);
    hg_buf_puts(&text, " = ");
    hg_ratio_format(&text, rest);
    out->working = hg_str_copy(arena, hg_buf_view(&text));
    hg_buf_release(&text);
    return true;
}

/* ---- Sections ---- */

void hg_figures_section(struct hg_buf *out, const struct hg_outline *outline,
                        const struct hg_paragraph *paragraph, struct hg_span span)
{
    const struct hg_table *table = hg_node_enclosing_table(&paragraph->node);
    uint32_t heading = hg_outline_heading_at(outline, paragraph, span.start);
    size_t before = out->len;

    if (heading != UINT32_MAX) {
        hg_outline_path(outline, heading, out);
    }
    if (table != NULL) {
        hg_buf_puts(out, out->len > before ? " › " : "");
        hg_buf_printf(out, "表%u", (unsigned)table->number);
    } else if (paragraph->part != HG_PART_BODY) {
        static const char *const parts[HG_PART_COUNT] = {"",     "页眉",   "页脚", "脚注",
                                                         "尾注", "文本框", "批注"};

        hg_buf_puts(out, out->len > before ? " › " : "");
        hg_buf_puts(out, parts[paragraph->part]);
    }
}
