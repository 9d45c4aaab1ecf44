/* Parts that need not be all: a line 其中：… cannot exceed the line before it. */
#include "figures/table_sum.h"

void hg_sum_of_which(const struct hg_table_view *view)
{
    for (uint32_t i = 1; i < view->line_count; i++) {
        uint32_t whole = i - 1, fits = 0, fails = 0;

        if ((view->lines[i].traits & HG_LINE_OF_WHICH) == 0 ||
            (view->lines[whole].traits & HG_LINE_OF_WHICH) != 0) {
            continue;
        }
        for (int round = 0; round < 2; round++) {
            for (uint32_t slot = 0; slot < view->slot_count; slot++) {
                const struct hg_quantity *part = hg_table_number(view, i, slot);
                const struct hg_quantity *all = hg_table_number(view, whole, slot);
                struct hg_operand operands[2];
                struct hg_claim *claim;

                if (part == NULL || all == NULL || !hg_unit_same(part->unit, all->unit) ||
                    !hg_sum_may_add(view, i, slot, part) ||
                    !hg_sum_may_add(view, whole, slot, all) ||
                    hg_ratio_sign(all->shown) < 0) {
                    continue;
                }
                operands[0] = hg_operand_of(HG_OPERAND_WHOLE, all);
                operands[1] = hg_operand_of(HG_OPERAND_PART, part);
                if (round == 0) {
                    bool at_most = hg_interval_can_be_at_most(&part->value, &all->value);

                    fits += at_most;
                    fails += !at_most;
                    continue;
                }
                claim = hg_table_claim_new(view, HG_RELATION_TABLE_SUM, i, slot);
                claim->may_be_wrong = fails <= 1 && (fits > 0 || !view->across);
                claim->doubt = HG_REASON_SUSPECT;
                hg_claim_read(view->arena, claim, HG_FORMULA_AT_MOST, operands, 2);
                hg_table_claim_enter(view, claim);
            }
        }
    }
}
