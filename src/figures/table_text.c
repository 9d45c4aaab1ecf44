#include "figures/table_text.h"

#include "base/map.h"
#include "base/utf8.h"
#include "lang/chars.h"

enum { LABEL_CHARS = 16, USES_MAX = 64 };

/* One place where a label heads a line. */
struct use {
    const struct hg_grid *grid;
    bool column;
    uint32_t index; /* into row_lines or column_lines */
    struct use *next;
    uint32_t chain; /* uses of this label so far, on the first */
};

struct reader {
    struct hg_arena *arena;
    struct hg_ledger *ledger;
    struct hg_map labels; /* label -> struct use */
    size_t moment;        /* first moment of the paragraph at hand */
};

/* ---- Labels ---- */

static void add_use(struct reader *r, struct hg_str label, const struct hg_grid *grid, bool column,
                    uint32_t index)
{
    struct use **slot, *use;

    if (hg_utf8_count(label) < 2 || hg_utf8_count(label) > LABEL_CHARS) {
        return;
    }
    slot = (struct use **)hg_map_put(&r->labels, label);
    if (*slot != NULL && (*slot)->chain >= USES_MAX) {
        return;
    }
    use = HG_NEW(r->arena, struct use);
    *use = (struct use){grid, column, index, *slot, *slot != NULL ? (*slot)->chain + 1 : 1};
    *slot = use;
}

/* 受理案件数 is also said 受理案件. */
static struct hg_str without_tail(struct hg_str label)
{
    static const char *const tails[] = {"数量", "总数", "数", "额", "情况"};

    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        struct hg_str tail = hg_str_of(tails[i]);

        if (hg_str_ends(label, tail) && hg_utf8_count(label) >= hg_utf8_count(tail) + 3) {
            label.len -= tail.len;
            return label;
        }
    }
    return HG_STR("");
}

static void add_lines(struct reader *r, const struct hg_grid *grid, bool column)
{
    const struct hg_grid_line *lines = column ? grid->column_lines : grid->row_lines;
    uint32_t count = column ? grid->column_count : grid->row_count;

    for (uint32_t i = 0; i < count; i++) {
        if ((lines[i].traits & HG_LINE_OF_WHICH) == 0) {
            add_use(r, lines[i].label, grid, column, i);
            add_use(r, without_tail(lines[i].label), grid, column, i);
        }
    }
}

static struct use *uses_of(const struct reader *r, struct hg_str label)
{
    return label.len > 0 ? hg_map_get(&r->labels, label) : NULL;
}

/* ---- The words before a figure ---- */

static struct hg_str strip_end(struct hg_str text)
{
    static const char *const fillers[] = {"达到", "共计", "总计", "合计", "累计", "实现", "完成了",
                                          "为",   "达",   "共",   "有",   "是",   "：",   ":",
                                          "了",   "计",   "的",   "约"};
    bool again = true;

    while (again) {
        again = false;
        text = hg_str_trim(text);
        for (size_t i = 0; i < sizeof fillers / sizeof *fillers && !again; i++) {
            struct hg_str filler = hg_str_of(fillers[i]);

            if (hg_str_ends(text, filler)) {
                text.len -= filler.len;
                again = true;
            }
        }
    }
    return text;
}

static struct hg_str strip_start(struct hg_str text)
{
    static const char *const fillers[] = {"其中", "今年以来", "今年", "全年", "截至目前", "共",
                                          "累计", "，",       ",",    "：",   ":",        "、"};
    bool again = true;

    while (again && text.len > 0) {
        struct hg_date date;

        again = false;
        text = hg_str_trim(text);
        for (size_t i = 0; i < sizeof fillers / sizeof *fillers && !again; i++) {
            struct hg_str filler = hg_str_of(fillers[i]);

            if (hg_str_starts(text, filler)) {
                text = (struct hg_str){text.data + filler.len, text.len - filler.len};
                again = true;
            }
        }
        if (!again && text.len > 0 && hg_date_may_start(hg_utf8_at(text, 0)) &&
            hg_date_parse(text, 0, &date)) {
            text = hg_str_sub(text, (struct hg_span){date.span.end, text.len});
            again = true;
        }
    }
    return text;
}

static bool ends_phrase(uint32_t c)
{
    return hg_char_ends_clause(c) || hg_char_is_digit(c) || c == 0x3001 || c == 0xFF08 || c == '(' ||
           c == 0xFF09 || c == ')';
}

/* From the mark or number before to the figure: 清河县受理案件. */
static struct hg_span phrase_before(const struct hg_quantity *quantity)
{
    struct hg_str text = quantity->paragraph->text;
    size_t at = quantity->span.start;

    for (int i = 0; i < 3 * LABEL_CHARS && at > 0; i++) {
        size_t before = at;

        if (ends_phrase(hg_utf8_prev(text, &before))) {
            break;
        }
        at = before;
    }
    return (struct hg_span){at, quantity->span.start};
}

/* The longest end of the phrase that is a label; *rest is what stands before it. */
static struct use *label_at_end(const struct reader *r, struct hg_str phrase, struct hg_str *rest)
{
    struct use *best = NULL;
    size_t at = phrase.len;

    for (int i = 0; i < LABEL_CHARS && at > 0; i++) {
        struct use *use;

        hg_utf8_prev(phrase, &at);
        use = uses_of(r, hg_str_sub(phrase, (struct hg_span){at, phrase.len}));
        if (use != NULL) {
            best = use;
            *rest = hg_str_sub(phrase, (struct hg_span){0, at});
        }
    }
    return best;
}

static struct use *label_at_start(const struct reader *r, struct hg_str phrase)
{
    struct use *best = NULL;
    size_t at = 0;

    for (int i = 0; i < LABEL_CHARS && at < phrase.len; i++) {
        struct use *use;

        hg_utf8_next(phrase, &at);
        use = uses_of(r, hg_str_sub(phrase, (struct hg_span){0, at}));
        best = use != NULL ? use : best;
    }
    return best;
}

static struct hg_span sentence_before(const struct hg_quantity *quantity)
{
    struct hg_str text = quantity->paragraph->text;
    size_t at = quantity->span.start;

    while (at > 0 && quantity->span.start - at < 600) {
        size_t before = at;

        if (hg_char_ends_sentence(hg_utf8_prev(text, &before))) {
            break;
        }
        at = before;
    }
    return (struct hg_span){at, quantity->span.start};
}

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

enum period_fit { PERIOD_SAME, PERIOD_UNKNOWN, PERIOD_OTHER };

/* Whether the moments of the sentence and the table's own period are one. */
static enum period_fit period_of(const struct reader *r, const struct hg_quantity *quantity,
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
    if (!column) {
        return (line->traits & (HG_LINE_TOTAL | HG_LINE_WHOLE)) != 0 &&
               (line->traits & HG_LINE_SUBTOTAL) == 0;
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

static const struct hg_quantity *cell_of(const struct use *a, uint32_t other)
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

static void consider(const struct reader *r, const struct hg_quantity *quantity,
                     struct hg_str sentence, const struct use *use, uint32_t other, bool named,
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

static void find_cell(const struct reader *r, const struct hg_quantity *quantity,
                      struct hg_str sentence, struct use *name, struct use *subject,
                      struct match *best, uint32_t *differing)
{
    for (const struct use *a = name; a != NULL; a = a->next) {
        uint32_t count = a->column ? a->grid->row_count : a->grid->column_count;

        for (const struct use *b = subject; b != NULL; b = b->next) {
            if (b->grid == a->grid && b->column != a->column) {
                consider(r, quantity, sentence, a, b->index, true, best, differing);
            }
        }
        for (uint32_t other = 0; subject == NULL && other < count && other < USES_MAX; other++) {
            const struct hg_grid_line *line =
                a->column ? &a->grid->row_lines[other] : &a->grid->column_lines[other];

            if (is_neutral(a->grid, line, !a->column)) {
                consider(r, quantity, sentence, a, other, false, best, differing);
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

static void enter(struct reader *r, const struct hg_quantity *quantity, const struct match *match,
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

static void read_figure(struct reader *r, const struct hg_quantity *quantity)
{
    struct hg_str text = quantity->paragraph->text;
    struct hg_span sentence = sentence_before(quantity), phrase = phrase_before(quantity);
    struct hg_str rest = HG_STR(""), said = hg_str_sub(text, sentence);
    struct match best = {.cell = NULL};
    struct use *name, *subject = NULL;
    uint32_t differing = 0;

    name = label_at_end(r, strip_end(hg_str_sub(text, phrase)), &rest);
    if (name == NULL || hg_str_contains(said, HG_STR("分别")) ||
        (quantity->flags & HG_QUANTITY_TARGET) != 0) {
        return;
    }
    rest = strip_end(strip_start(rest));
    if (rest.len > 0) {
        subject = uses_of(r, rest);
        if (subject == NULL) {
            return; /* some other word narrows it */
        }
    } else {
        struct hg_str opening =
            strip_start(hg_str_sub(text, (struct hg_span){sentence.start, phrase.start}));

        subject = label_at_start(r, opening);
        if (subject == NULL && opening.len > 0 && sentence.start < phrase.start) {
            /* What the sentence is about is not said in the table's words. */
            if (!hg_str_starts(opening, HG_STR("全"))) {
                return;
            }
        }
    }
    find_cell(r, quantity, said, name, subject, &best, &differing);
    if (best.cell != NULL) {
        enter(r, quantity, &best, differing);
    }
}

void hg_table_texts(struct hg_arena *arena, struct hg_ledger *ledger,
                    struct hg_grid *const *grids, size_t count)
{
    struct reader r = {.arena = arena, .ledger = ledger};
    const struct hg_paragraph *paragraph = NULL;

    hg_map_init(&r.labels, arena);
    for (size_t i = 0; i < count; i++) {
        add_lines(&r, grids[i], false);
        add_lines(&r, grids[i], true);
    }
    for (size_t i = 0; r.labels.len > 0 && i < ledger->quantities.len; i++) {
        const struct hg_quantity *quantity = ledger->quantities.items[i];

        if (hg_node_enclosing_cell(&quantity->paragraph->node) != NULL ||
            (quantity->paragraph->flags & HG_PARAGRAPH_IN_TOC) != 0) {
            continue;
        }
        if (quantity->paragraph != paragraph) {
            paragraph = quantity->paragraph;
            while (r.moment < ledger->moments.len &&
                   ledger->moments.items[r.moment]->paragraph->index < paragraph->index) {
                r.moment++;
            }
        }
        read_figure(&r, quantity);
    }
}
