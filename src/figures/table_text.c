#include "figures/table_text.h"

#include "base/utf8.h"
#include "figures/table_words.h"

/* ---- Periods ---- */

static bool path_holds(const struct hg_grid_line *line, struct hg_str word)
{
    for (uint32_t level = 0; level < line->depth; level++) {
        if (hg_str_contains(line->path[level], word)) {
            return true;
        }
    }
    return false;
}

static bool is_previous(const struct hg_grid_line *line)
{
    return path_holds(line, HG_STR("上年")) || path_holds(line, HG_STR("去年")) ||
           path_holds(line, HG_STR("同期")) || path_holds(line, HG_STR("上期")) ||
           path_holds(line, HG_STR("上月")) || path_holds(line, HG_STR("计划")) ||
           path_holds(line, HG_STR("目标")) || path_holds(line, HG_STR("任务"));
}

/* 2023年 -> 2023; 0 if it names no year. */
static int32_t year_of(struct hg_str label)
{
    struct hg_date date;

    return label.len > 0 && hg_date_may_start(hg_utf8_at(label, 0)) &&
                   hg_date_parse(label, 0, &date) && date.from.year == date.to.year
               ? date.from.year
               : 0;
}

enum period_fit { PERIOD_SAME, PERIOD_UNKNOWN, PERIOD_OTHER };

/* Whether the moments of the sentence and the table's own period are one. */
static enum period_fit period_of(const struct hg_table_words *r, const struct hg_quantity *quantity,
                                 const struct hg_grid *grid, const struct hg_grid_line *row,
                                 const struct hg_grid_line *column)
{
    enum period_fit fit = PERIOD_SAME;

    for (size_t i = r->moment; i < r->ledger->moments.len; i++) {
        const struct hg_moment *moment = r->ledger->moments.items[i];
        struct hg_str words;

        if (moment->paragraph != quantity->paragraph) {
            break;
        }
        if (moment->sentence != quantity->sentence || moment->date.kind == HG_DATE_DURATION) {
            continue;
        }
        if (moment->date.kind == HG_DATE_RELATIVE) {
            if (moment->date.relative != HG_RELATIVE_THIS_YEAR &&
                moment->date.relative != HG_RELATIVE_NOW) {
                return PERIOD_OTHER;
            }
            continue;
        }
        words = hg_str_sub(moment->paragraph->text, moment->date.span);
        if (hg_str_contains(grid->caption, words) || path_holds(column, words) ||
            path_holds(row, words)) {
            continue;
        }
        fit = moment->date.kind == HG_DATE_YEAR && !hg_str_contains(grid->caption, HG_STR("年"))
                  ? PERIOD_UNKNOWN
                  : PERIOD_OTHER;
    }
    return fit;
}

/* ---- Cells ---- */

/* A line whose name adds nothing: 数值, 本期, 完成数, or the only one with figures. */
static bool is_neutral(const struct hg_grid *grid, const struct hg_grid_line *line, bool column)
{
    static const char *const names[] = {"数值", "数量", "本期", "本年", "完成数", "完成情况", "实绩",
                                        "实际", "数额", "金额", "绝对值", "总量", "指标值", "全年",
                                        "实际完成", "完成", "本年累计", "累计", "数据", "完成值"};
    const struct hg_grid_line *lines = column ? grid->column_lines : grid->row_lines;
    uint32_t count = column ? grid->column_count : grid->row_count, plain = 0;

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (hg_str_is(line->label, names[i])) {
            return true;
        }
    }
    for (uint32_t i = 0; i < count; i++) {
        plain += (lines[i].traits & (HG_LINE_SHARE | HG_LINE_CHANGE)) == 0;
    }
    return plain == 1 && (line->traits & (HG_LINE_SHARE | HG_LINE_CHANGE)) == 0;
}

/* Every level above the label is said in the sentence. */
static bool path_is_said(const struct hg_grid_line *line, struct hg_str sentence)
{
    for (uint32_t level = 0; level + 1 < line->depth; level++) {
        if (!hg_str_contains(sentence, line->path[level])) {
            return false;
        }
    }
    return true;
}

static const struct hg_quantity *cell_of(const struct hg_table_use *a, uint32_t other)
{
    uint32_t row = a->column ? other : a->index, column = a->column ? a->index : other;

    return hg_grid_at(a->grid, a->grid->row_lines[row].at, a->grid->column_lines[column].at)
        ->quantity;
}

struct match {
    const struct hg_quantity *cell;
    enum period_fit period;
    bool named; /* both labels are said */
    const struct hg_grid_line *row, *column;
};

static void consider(const struct hg_table_words *r, const struct hg_quantity *quantity,
                     struct hg_str sentence, const struct hg_table_use *use, uint32_t other, bool named,
                     struct match *best, uint32_t *differing)
{
    const struct hg_grid_line *row = &use->grid->row_lines[use->column ? other : use->index];
    const struct hg_grid_line *column = &use->grid->column_lines[use->column ? use->index : other];
    const struct hg_quantity *cell = cell_of(use, other);
    struct match found = {cell, PERIOD_SAME, named, row, column};
    bool meets;

    if (cell == NULL || cell->unit == NULL || quantity->unit == NULL ||
        !hg_unit_same(cell->unit, quantity->unit) || is_previous(column) || is_previous(row) ||
        (column->depth > 1 && !path_is_said(column, sentence)) ||
        (row->depth > 1 && !path_is_said(row, sentence))) {
        return;
    }
    found.period = period_of(r, quantity, use->grid, row, column);
    if (found.period == PERIOD_OTHER) {
        return;
    }
    meets = hg_interval_meets(&cell->value, &quantity->value);
    if (best->cell == NULL) {
        *best = found;
    } else if (meets && !hg_interval_meets(&best->cell->value, &quantity->value)) {
        (*differing)++;
        *best = found;
    } else if (!meets) {
        (*differing)++;
    }
}

static bool is_total(const struct hg_grid_line *line)
{
    return (line->traits & (HG_LINE_TOTAL | HG_LINE_WHOLE)) != 0 &&
           (line->traits & HG_LINE_SUBTOTAL) == 0;
}

/* Only a few paragraphs apart: the text presents the table. */
static bool is_near(const struct hg_quantity *quantity, const struct hg_grid *grid)
{
    const struct hg_node *first = &grid->table->node;
    uint32_t here = quantity->paragraph->index, start = 0, end = 0;

    for (const struct hg_node *node = hg_node_next(first, first); node != NULL && start == 0;
         node = hg_node_next(node, first)) {
        start = hg_node_paragraph(node) != NULL ? hg_node_paragraph(node)->index + 1 : 0;
    }
    for (const struct hg_node *node = first->next; node != NULL && end == 0; node = node->next) {
        end = hg_node_paragraph(node) != NULL ? hg_node_paragraph(node)->index + 1 : 0;
    }
    return (here < start && start - here <= 6) || (end > 0 && here + 1 >= end && here + 1 - end < 4);
}

/* Cells of the label where nothing else, or the whole, is the subject. */
static void find_without_subject(const struct hg_table_words *r, const struct hg_quantity *quantity,
                                 struct hg_str sentence, const struct hg_table_use *a, bool whole,
                                 struct match *best, uint32_t *differing)
{
    uint32_t count = a->column ? a->grid->row_count : a->grid->column_count;
    bool near = is_near(quantity, a->grid);

    for (uint32_t other = 0; other < count && other < HG_TABLE_USES_MAX; other++) {
        const struct hg_grid_line *line =
            a->column ? &a->grid->row_lines[other] : &a->grid->column_lines[other];
        bool said = !a->column && year_of(line->label) > 0 && hg_str_contains(sentence, line->label);

        if (a->column && is_total(line)) {
            consider(r, quantity, sentence, a, other, whole && near, best, differing);
        } else if (!a->column && !whole && (said || is_neutral(a->grid, line, true))) {
            consider(r, quantity, sentence, a, other, near || said, best, differing);
        }
    }
}

static void find_cell(const struct hg_table_words *r, const struct hg_quantity *quantity,
                      const struct hg_table_phrase *phrase, struct match *best,
                      uint32_t *differing)
{
    for (const struct hg_table_use *a = phrase->name; a != NULL; a = a->next) {
        if (phrase->kind != HG_SUBJECT_LABEL) {
            find_without_subject(r, quantity, phrase->sentence, a,
                                 phrase->kind == HG_SUBJECT_WHOLE, best, differing);
            continue;
        }
        for (const struct hg_table_use *b = phrase->subject; b != NULL; b = b->next) {
            if (b->grid == a->grid && b->column != a->column) {
                consider(r, quantity, phrase->sentence, a, b->index, true, best, differing);
            }
        }
    }
}

/* Cut off in prose, exact in the table: no contradiction that could be proven. */
static bool is_cut_off(const struct hg_quantity *quantity, const struct hg_quantity *cell)
{
    struct hg_ratio end;

    return quantity->step.num != 0 && hg_ratio_add(&end, quantity->shown, quantity->step) &&
           hg_ratio_compare(cell->shown, quantity->shown) >= 0 &&
           hg_ratio_compare(cell->shown, end) < 0;
}

static void enter(struct hg_table_words *r, const struct hg_quantity *quantity, const struct match *match,
                  uint32_t differing)
{
    struct hg_claim *claim = HG_NEW(r->arena, struct hg_claim);
    struct hg_operand operands[2] = {hg_operand_of(HG_OPERAND_MENTION, quantity),
                                     hg_operand_of(HG_OPERAND_MENTION, match->cell)};
    struct hg_buf name = HG_BUF_INIT;

    hg_buf_str(&name, match->row->label);
    hg_buf_puts(&name, name.len > 0 && match->column->label.len > 0 ? "·" : "");
    hg_buf_str(&name, match->column->label);
    claim->relation = HG_RELATION_TABLE_TEXT;
    claim->paragraph = quantity->paragraph;
    claim->span = quantity->span;
    claim->name = hg_str_copy(r->arena, hg_buf_view(&name));
    claim->repair = claim->working = HG_STR("");
    claim->may_be_wrong = match->period == PERIOD_SAME && differing == 0 && match->named &&
                          !is_cut_off(quantity, match->cell);
    claim->doubt = match->period != PERIOD_SAME || !match->named ? HG_REASON_SCOPE_DIFF
                                                                  : HG_REASON_SUSPECT;
    hg_buf_release(&name);
    hg_claim_read(r->arena, claim, HG_FORMULA_EQUAL, operands, 2);
    hg_claim_settle(r->arena, claim);
    *HG_PUSH(r->arena, &r->ledger->claims) = claim;
}

static void read_figure(struct hg_table_words *r, const struct hg_quantity *quantity)
{
    struct match best = {.cell = NULL};
    struct hg_table_phrase phrase;
    uint32_t differing = 0;

    if (!hg_table_words_read(r, quantity, &phrase)) {
        return;
    }
    find_cell(r, quantity, &phrase, &best, &differing);
    if (best.cell != NULL) {
        enter(r, quantity, &best, differing);
    }
}

void hg_table_texts(struct hg_arena *arena, struct hg_ledger *ledger,
                    struct hg_grid *const *grids, size_t count)
{
    struct hg_table_words words;

    hg_table_words_init(&words, arena, ledger, grids, count);
    for (size_t i = 0; words.labels.len > 0 && i < ledger->quantities.len; i++) {
        const struct hg_quantity *quantity = ledger->quantities.items[i];

        if (hg_node_enclosing_cell(&quantity->paragraph->node) == NULL &&
            (quantity->paragraph->flags & HG_PARAGRAPH_IN_TOC) == 0) {
            read_figure(&words, quantity);
        }
    }
}
