/* Stock and flow in a table: 旧存 + 新收 − 办结 = 未结, and 受理 − 办结 = 未结. */
#include "figures/table_view.h"

enum flow { FLOW_STOCK, FLOW_NEW, FLOW_DONE, FLOW_LEFT, FLOW_COUNT, FLOW_NONE = FLOW_COUNT };

static bool holds_one_of(struct hg_str label, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (hg_str_contains(label, hg_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

/* What is left is named with the words of what was done: it is looked for first. */
static enum flow flow_of(const struct hg_grid_line *line)
{
    static const char *const left[] = {"未结", "未办结", "未审结", "结转下", "转下年", "期末结存",
                                       "期末未结", "在办", "尚未办结", "正在办理", "存案"};
    static const char *const stock[] = {"旧存", "上年结转", "上期结转", "上年转入", "期初",
                                        "年初未结", "上年未结", "旧案", "上月结转", "上季结转"};
    static const char *const done[] = {"办结", "结案", "审结", "已结", "执结", "办理完毕"};
    static const char *const taken[] = {"新收", "新受理", "收案", "受理", "收件", "本期收", "本年收",
                                        "接收", "收到"};

    if ((line->traits & (HG_LINE_SHARE | HG_LINE_CHANGE | HG_LINE_NO_SUM)) != 0) {
        return FLOW_NONE;
    }
    if (holds_one_of(line->label, left, sizeof left / sizeof *left)) {
        return FLOW_LEFT;
    }
    if (holds_one_of(line->label, stock, sizeof stock / sizeof *stock)) {
        return FLOW_STOCK;
    }
    if (holds_one_of(line->label, done, sizeof done / sizeof *done)) {
        return FLOW_DONE;
    }
    return holds_one_of(line->label, taken, sizeof taken / sizeof *taken) ? FLOW_NEW : FLOW_NONE;
}

static bool same_group(const struct hg_grid_line *a, const struct hg_grid_line *b)
{
    if (a->depth != b->depth || a->section != b->section) {
        return false;
    }
    for (uint32_t level = 0; level + 1 < a->depth; level++) {
        if (!hg_str_equal(a->path[level], b->path[level])) {
            return false;
        }
    }
    return true;
}

/* The operands in one slot; 0 if a number is missing. */
static size_t operands_of(const struct hg_table_view *view, const uint32_t lines[FLOW_COUNT],
                          uint32_t slot, struct hg_operand out[FLOW_COUNT])
{
    static const enum hg_operand_role roles[FLOW_COUNT] = {HG_OPERAND_ITEM, HG_OPERAND_ITEM, HG_OPERAND_MINUS,
                                                   HG_OPERAND_TOTAL};
    const struct hg_quantity *left = hg_table_number(view, lines[FLOW_LEFT], slot);
    size_t count = 0;

    for (int i = 0; i < FLOW_COUNT; i++) {
        const struct hg_quantity *quantity;

        if (lines[i] == UINT32_MAX) {
            continue;
        }
        quantity = hg_table_number(view, lines[i], slot);
        if (quantity == NULL || left == NULL || !hg_unit_same(quantity->unit, left->unit)) {
            return 0;
        }
        out[count++] = hg_operand_of(roles[i], quantity);
    }
    return count;
}

static void enter(const struct hg_table_view *view, const uint32_t lines[FLOW_COUNT])
{
    bool whole = lines[FLOW_STOCK] != UINT32_MAX;
    uint32_t fits = 0, fails = 0;

    for (int round = 0; round < 2; round++) {
        for (uint32_t slot = 0; slot < view->slot_count; slot++) {
            struct hg_operand operands[FLOW_COUNT];
            size_t count = (view->slots[slot].traits & (HG_LINE_SHARE | HG_LINE_CHANGE)) != 0
                               ? 0
                               : operands_of(view, lines, slot, operands);
            struct hg_reading reading = {HG_FORMULA_SUM, operands, (uint32_t)count, HG_FIT_NONE,
                                         hg_interval_overflow()};
            struct hg_claim *claim;

            if (count == 0) {
                continue;
            }
            if (round == 0) {
                hg_reading_evaluate(&reading);
                fits += reading.fit == HG_FIT_ROUNDED;
                fails += reading.fit != HG_FIT_ROUNDED;
                continue;
            }
            claim = hg_table_claim_new(view, HG_RELATION_TABLE_SUM, lines[FLOW_LEFT], slot);
            claim->may_be_wrong = fails <= (fits / 8 > 1 ? fits / 8 : 1) &&
                                  (whole ? fits > 0 || fails == 1 : fits >= 2);
            claim->doubt = HG_REASON_STOCK_FLOW;
            hg_claim_read(view->arena, claim, HG_FORMULA_SUM, operands, count);
            hg_table_claim_enter(view, claim);
        }
    }
}

/* The form of the yearly report on open information (国办公开办函〔2021〕30号): what was taken in and
 * carried over equals the total of results and what is carried on. The lines stand far apart. */
static void enter_results(const struct hg_table_view *view)
{
    uint32_t lines[FLOW_COUNT] = {UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX};
    uint32_t found = 0;

    for (uint32_t i = 0; i < view->line_count; i++) {
        const struct hg_grid_line *line = &view->lines[i];
        enum flow flow = line->depth == 1 ? flow_of(line) : FLOW_NONE;

        if (line->depth >= 2 && (line->traits & HG_LINE_TOTAL) != 0 &&
            hg_str_contains(line->path[0], HG_STR("办理结果"))) {
            flow = FLOW_DONE;
        }
        if (flow != FLOW_NONE) {
            found++;
            lines[flow] = i;
        }
    }
    if (found == FLOW_COUNT && lines[FLOW_STOCK] != UINT32_MAX && lines[FLOW_NEW] != UINT32_MAX &&
        lines[FLOW_DONE] != UINT32_MAX && lines[FLOW_LEFT] != UINT32_MAX) {
        if (view->lines[lines[FLOW_DONE]].depth >= 2) {
            enter(view, lines);
        }
    }
}

void hg_table_flows(const struct hg_table_view *view)
{
    enter_results(view);
    /* Around each line of what is left: the lines of its group nearest to it. */
    for (uint32_t left = 0; left < view->line_count; left++) {
        uint32_t lines[FLOW_COUNT] = {UINT32_MAX, UINT32_MAX, UINT32_MAX, left};
        uint32_t first = left > 12 ? left - 12 : 0;
        uint32_t end = left + 13 < view->line_count ? left + 13 : view->line_count;
        bool twice = false;

        if (flow_of(&view->lines[left]) != FLOW_LEFT) {
            continue;
        }
        for (uint32_t i = first; i < end; i++) {
            enum flow flow = same_group(&view->lines[i], &view->lines[left])
                                 ? flow_of(&view->lines[i])
                                 : FLOW_NONE;

            if (flow < FLOW_LEFT) {
                twice = twice || lines[flow] != UINT32_MAX;
                lines[flow] = lines[flow] == UINT32_MAX ? i : lines[flow];
            } else if (flow == FLOW_LEFT && i != left) {
                twice = true;
            }
        }
        if (!twice && lines[FLOW_NEW] != UINT32_MAX && lines[FLOW_DONE] != UINT32_MAX) {
            enter(view, lines);
        }
    }
}
