#include "figures/table_view.h"

struct hg_table_view hg_table_view_of(struct hg_arena *arena, struct hg_ledger *ledger,
                                      const struct hg_grid *grid, bool across)
{
    struct hg_table_view view = {.arena = arena, .ledger = ledger, .grid = grid, .across = across};

    view.lines = across ? grid->column_lines : grid->row_lines;
    view.line_count = across ? grid->column_count : grid->row_count;
    view.slots = across ? grid->row_lines : grid->column_lines;
    view.slot_count = across ? grid->row_count : grid->column_count;
    return view;
}

static const struct hg_grid_place *place_at(const struct hg_table_view *view, uint32_t line,
                                            uint32_t slot)
{
    uint32_t row = view->across ? view->slots[slot].at : view->lines[line].at;
    uint32_t column = view->across ? view->lines[line].at : view->slots[slot].at;

    return hg_grid_at(view->grid, row, column);
}

const struct hg_quantity *hg_table_number(const struct hg_table_view *view, uint32_t line,
                                          uint32_t slot)
{
    return place_at(view, line, slot)->quantity;
}

bool hg_table_is_dash(const struct hg_table_view *view, uint32_t line, uint32_t slot)
{
    return place_at(view, line, slot)->content == HG_GRID_DASH;
}

int hg_table_decimals(const struct hg_quantity *quantity, int so_far)
{
    return quantity->numeral.decimals > so_far ? quantity->numeral.decimals : so_far;
}

struct hg_operand hg_table_operand(enum hg_operand_role role, const struct hg_quantity *quantity,
                                   int decimals)
{
    struct hg_operand operand = hg_operand_of(role, quantity);
    struct hg_ratio step, half;

    if (decimals < 0 || decimals > 20 || quantity->numeral.decimals > 0 ||
        (decimals == 0 && quantity->step.num != 0)) {
        return operand;
    }
    step = hg_ratio_ten(quantity->numeral.power - decimals);
    if (quantity->unit != NULL && !hg_ratio_mul(&step, step, hg_unit_factor(quantity->unit))) {
        return operand;
    }
    if (hg_ratio_mul(&half, step, hg_ratio_make(1, 2))) {
        operand.step = step;
        operand.value = hg_interval_around(operand.shown, half);
    }
    return operand;
}

static void write_name(struct hg_buf *out, const struct hg_grid_line *line)
{
    for (uint32_t level = 0; level < line->depth; level++) {
        if (out->len > 0) {
            hg_buf_puts(out, "·");
        }
        hg_buf_str(out, line->path[level]);
    }
}

struct hg_claim *hg_table_claim_new(const struct hg_table_view *view, enum hg_relation relation,
                                    uint32_t line, uint32_t slot)
{
    struct hg_claim *claim = HG_NEW(view->arena, struct hg_claim);
    const struct hg_quantity *quantity = hg_table_number(view, line, slot);
    struct hg_buf name = HG_BUF_INIT;

    claim->relation = relation;
    claim->paragraph = quantity->paragraph;
    claim->span = quantity->span;
    write_name(&name, view->across ? &view->slots[slot] : &view->lines[line]);
    write_name(&name, view->across ? &view->lines[line] : &view->slots[slot]);
    claim->name = hg_str_copy(view->arena, hg_buf_view(&name));
    claim->repair = claim->working = HG_STR("");
    hg_buf_release(&name);
    return claim;
}

void hg_table_claim_enter(const struct hg_table_view *view, struct hg_claim *claim)
{
    hg_claim_settle(view->arena, claim);
    *HG_PUSH(view->arena, &view->ledger->claims) = claim;
}
