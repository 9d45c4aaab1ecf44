/* Totals by name: 合计 总计 小计 of rows and columns, at the start or the end of what they add. */
#include "figures/table_sum.h"

/* ---- One tree ---- */

static bool is_share(const struct hg_unit *unit)
{
    return unit != NULL &&
           (unit->dimension == HG_DIMENSION_SHARE || unit->dimension == HG_DIMENSION_POINT);
}

static bool additive(uint32_t traits)
{
    if ((traits & (HG_LINE_CHANGE | HG_LINE_NO_SUM)) != 0) {
        return false;
    }
    return (traits & HG_LINE_SHARE) == 0 || (traits & HG_LINE_PORTION) != 0;
}

bool hg_sum_may_add(const struct hg_table_view *view, uint32_t line, uint32_t slot,
                    const struct hg_quantity *quantity)
{
    uint32_t traits = view->lines[line].traits | view->slots[slot].traits;

    if (!additive(view->lines[line].traits) || !additive(view->slots[slot].traits) ||
        (quantity->unit != NULL && quantity->unit->dimension == HG_DIMENSION_SCORE)) {
        return false;
    }
    return !is_share(quantity->unit) || (traits & HG_LINE_PORTION) != 0;
}

/* Whole numbers without a unit count things, unless the head or the caption speaks of money or
 * measures: those may have been rounded to whole 万元 that nobody wrote down. */
static bool may_be_rounded(const struct hg_table_view *view, uint32_t line, uint32_t slot)
{
    static const char *const captions[] = {"单位", "万", "亿", "元", "吨", "公里"};
    static const char *const words[] = {"额",   "收入", "支出", "投资", "产值", "资金", "预算", "决算",
                                        "费",   "税",   "款",   "成本", "利润", "面积", "产量", "里程",
                                        "用电", "能耗", "重量", "增加值", "余额", "资产", "负债"};

    for (size_t i = 0; i < sizeof captions / sizeof *captions; i++) {
        if (hg_str_contains(view->grid->caption, hg_str_of(captions[i]))) {
            return true;
        }
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (hg_str_contains(view->lines[line].label, hg_str_of(words[i])) ||
            hg_str_contains(view->slots[slot].label, hg_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

enum slot_state { SLOT_NONE, SLOT_ZERO, SLOT_BALANCED, SLOT_FAILING, SLOT_MISSING };

struct slot_view {
    enum slot_state state;
    bool whole; /* whole numbers of no known unit, balanced without rounding */
    uint32_t missing; /* parts without a number … */
    uint32_t dashes;  /* … of which so many say that there is none */
    uint32_t digits;
    enum hg_fit fit;
};

/* Fills search->operands with the total and its parts in this slot; false if they cannot be added. */
static bool gather(struct hg_sum_search *search, const struct hg_sum_tree *tree, uint32_t slot,
                   struct slot_view *out)
{
    const struct hg_table_view *view = search->view;
    const struct hg_quantity *total = hg_table_number(view, tree->total, slot);
    int decimals;

    *out = (struct slot_view){SLOT_NONE, false, 0, 0, 0, HG_FIT_NONE};
    search->operands.len = 0;
    if (total == NULL || !hg_sum_may_add(view, tree->total, slot, total)) {
        return false;
    }
    decimals = hg_table_decimals(total, 0);
    for (size_t i = 0; i < tree->parts.len; i++) {
        const struct hg_quantity *part = hg_table_number(view, tree->parts.items[i], slot);

        if (part == NULL) {
            out->missing++;
            out->dashes += hg_table_is_dash(view, tree->parts.items[i], slot);
        } else if (!hg_unit_same(part->unit, total->unit) ||
                   !hg_sum_may_add(view, tree->parts.items[i], slot, part)) {
            return false;
        } else {
            decimals = hg_table_decimals(part, decimals);
        }
    }
    if (tree->parts.len < out->missing + 1) {
        return false;
    }
    out->whole = decimals == 0 && total->unit == NULL;
    if (decimals == 0 &&
        !(out->whole && tree->loose && may_be_rounded(view, tree->total, slot))) {
        decimals = -1;
    }
    *HG_PUSH(view->arena, &search->operands) = hg_table_operand(HG_OPERAND_TOTAL, total, decimals);
    for (size_t i = 0; i < tree->parts.len; i++) {
        const struct hg_quantity *part = hg_table_number(view, tree->parts.items[i], slot);

        if (part != NULL) {
            *HG_PUSH(view->arena, &search->operands) =
                hg_table_operand(HG_OPERAND_ITEM, part, decimals);
        }
    }
    return true;
}

static bool all_zero(const struct hg_sum_search *search)
{
    for (size_t i = 0; i < search->operands.len; i++) {
        if (hg_ratio_sign(search->operands.items[i].shown) != 0) {
            return false;
        }
    }
    return true;
}

/* How many digits agree; none where a single digit, or a single part, could agree by chance. */
static uint32_t digits_of(const struct hg_sum_search *search)
{
    const struct hg_quantity *total = search->operands.items[0].quantity;
    struct hg_span span = total->numeral.digits;
    uint32_t digits = (uint32_t)(span.end - span.start) - (total->numeral.decimals > 0);
    uint32_t parts = 0;

    for (size_t i = 1; i < search->operands.len; i++) {
        parts += hg_ratio_sign(search->operands.items[i].shown) != 0;
    }
    return parts >= 2 && digits >= 2 ? digits : 0;
}

static void weigh_slot(struct hg_sum_search *search, const struct hg_sum_tree *tree, uint32_t slot,
                       struct slot_view *out)
{
    struct hg_reading reading = {.formula = HG_FORMULA_SUM};

    if (!gather(search, tree, slot, out)) {
        return;
    }
    if (all_zero(search)) {
        out->state = SLOT_ZERO;
        return;
    }
    reading.operands = search->operands.items;
    reading.count = (uint32_t)search->operands.len;
    hg_reading_evaluate(&reading);
    out->fit = reading.fit;
    out->digits = digits_of(search);
    out->state = reading.fit == HG_FIT_ROUNDED || reading.fit == HG_FIT_TRUNCATED ? SLOT_BALANCED
                 : out->missing > out->dashes                                   ? SLOT_MISSING
                                                                                : SLOT_FAILING;
}

static void weigh_once(struct hg_sum_search *search, struct hg_sum_tree *tree)
{
    tree->balanced = tree->failing = tree->missing = tree->exact = tree->digits = 0;
    for (uint32_t slot = 0; slot < search->view->slot_count; slot++) {
        struct slot_view view;

        weigh_slot(search, tree, slot, &view);
        tree->balanced += view.state == SLOT_BALANCED;
        tree->failing += view.state == SLOT_FAILING;
        tree->missing += view.state == SLOT_MISSING;
        tree->exact += view.state == SLOT_BALANCED && view.whole;
        tree->digits += view.state == SLOT_BALANCED ? view.digits : 0;
    }
}

/* So many rounded numbers would hardly add up to the last digit. */
enum { MANY_PARTS = 50 };

/* Whole numbers of unknown unit are taken as counted where two slots balance to the last digit and
 * none but one does not; else as perhaps rounded. */
void hg_sum_weigh(struct hg_sum_search *search, struct hg_sum_tree *tree)
{
    struct hg_sum_tree rounded = *tree;

    tree->loose = false;
    weigh_once(search, tree);
    if (tree->failing == 0 ||
        ((tree->exact >= 2 || (tree->exact == 1 && tree->parts.len >= MANY_PARTS)) &&
         tree->failing <= 1 + tree->exact / 8)) {
        return;
    }
    rounded.loose = true;
    weigh_once(search, &rounded);
    if (rounded.balanced > tree->balanced) {
        *tree = rounded;
    }
}

void hg_sum_enter(struct hg_sum_search *search, const struct hg_sum_tree *tree, bool sure)
{
    const struct hg_table_view *view = search->view;

    for (uint32_t slot = 0; slot < view->slot_count; slot++) {
        struct slot_view state;
        struct hg_claim *claim;

        weigh_slot(search, tree, slot, &state);
        if (state.state == SLOT_NONE || state.state == SLOT_ZERO) {
            continue;
        }
        claim = hg_table_claim_new(view, HG_RELATION_TABLE_SUM, tree->total, slot);
        /* A dash is a zero where the other slots show that all parts are there. */
        claim->may_be_wrong = sure && !view->ledger->conventions.rounding_note &&
                              (state.missing == 0 ||
                               (state.missing == state.dashes && tree->balanced >= 2));
        claim->doubt = state.missing > 0        ? HG_REASON_NO_PART
                       : view->grid->excerpt    ? HG_REASON_OPEN_PARTITION
                       : tree->balanced == 0    ? HG_REASON_OPEN_PARTITION
                                                : HG_REASON_SUSPECT;
        hg_claim_read(view->arena, claim, HG_FORMULA_SUM, search->operands.items,
                      search->operands.len);
        hg_table_claim_enter(view, claim);
    }
}

void hg_sum_take(struct hg_sum_search *search, const struct hg_sum_tree *tree)
{
    for (size_t i = 0; i < tree->parts.len; i++) {
        uint32_t at = tree->parts.items[i] + 1;

        if (search->root[at]) {
            search->root[at] = false;
            search->next[search->prev[at]] = search->next[at];
            search->prev[search->next[at]] = search->prev[at];
        }
    }
}

/* ---- Totals by name ---- */

static int rank_of(const struct hg_grid_line *line)
{
    if ((line->traits & HG_LINE_TOTAL) == 0) {
        return 0;
    }
    return (line->traits & HG_LINE_SUBTOTAL) != 0 ? 1 : (line->traits & HG_LINE_GRAND) != 0 ? 3 : 2;
}

/* Same names on all levels above the last. */
static bool same_group(const struct hg_grid_line *a, const struct hg_grid_line *b)
{
    if (a->depth < 2 || b->depth < a->depth) {
        return false;
    }
    for (uint32_t level = 0; level + 1 < a->depth; level++) {
        if (!hg_str_equal(a->path[level], b->path[level])) {
            return false;
        }
    }
    return true;
}

/* The roots on one side of a total, as far as they can belong to it. */
static void collect(struct hg_sum_search *search, struct hg_sum_tree *tree, bool before,
                    bool in_group)
{
    const struct hg_grid_line *total = &search->view->lines[tree->total];
    const uint32_t *links = before ? search->prev : search->next;
    int rank = rank_of(total);

    tree->parts.len = 0;
    for (uint32_t at = links[tree->total + 1]; at != 0; at = links[at]) {
        const struct hg_grid_line *line = &search->view->lines[at - 1];

        if (rank_of(line) >= rank || (rank == 1 && line->section != total->section) ||
            (in_group && !same_group(total, line))) {
            break;
        }
        *HG_PUSH(search->view->arena, &tree->parts) = at - 1;
    }
    for (size_t i = 0; before && i < tree->parts.len / 2; i++) { /* in the order of the table */
        uint32_t *mirror = &tree->parts.items[tree->parts.len - 1 - i];
        uint32_t kept = tree->parts.items[i];

        tree->parts.items[i] = *mirror;
        *mirror = kept;
    }
}

/* 合计 heads a group of lines (合计: 件数, 金额) and others repeat its members. */
static void collect_crosswise(struct hg_sum_search *search, struct hg_sum_tree *tree)
{
    const struct hg_table_view *view = search->view;
    const struct hg_grid_line *total = &view->lines[tree->total];

    tree->parts.len = 0;
    for (uint32_t i = 0; i < view->line_count; i++) {
        const struct hg_grid_line *line = &view->lines[i];

        if (i != tree->total && line->depth == total->depth &&
            hg_str_equal(line->label, total->label) &&
            (hg_grid_traits(line->path[0]) & (HG_LINE_TOTAL | HG_LINE_WHOLE)) == 0) {
            *HG_PUSH(view->arena, &tree->parts) = i;
        }
    }
}

/* Every line that is neither a total nor part of another line. */
static void collect_leaves(struct hg_sum_search *search, struct hg_sum_tree *tree, bool of_which)
{
    const struct hg_table_view *view = search->view;

    tree->parts.len = 0;
    for (uint32_t i = 0; i < view->line_count; i++) {
        if (i != tree->total && (view->lines[i].traits & (HG_LINE_TOTAL | HG_LINE_WHOLE)) == 0 &&
            additive(view->lines[i].traits) &&
            (of_which || (view->lines[i].traits & HG_LINE_OF_WHICH) == 0)) {
            *HG_PUSH(view->arena, &tree->parts) = i;
        }
    }
}

static bool better(const struct hg_sum_tree *a, const struct hg_sum_tree *b)
{
    return a->parts.len >= 2 && (a->balanced > b->balanced || b->parts.len < 2);
}

/* Totals of one rank that may look at the whole table; beyond them only at their neighbours. */
enum { WIDE_READINGS_MAX = 8, CROSSWISE_MAX = 64 };

/* Tries the readings of one total; `before` is the side its rank prefers. */
static struct hg_sum_tree best_tree(struct hg_sum_search *search, uint32_t total, bool before,
                                    bool wide, bool *one_sided)
{
    const struct hg_grid_line *line = &search->view->lines[total];
    struct hg_sum_tree best = {.total = total}, other;
    bool crosswise = line->depth >= 2 && (line->traits & HG_LINE_TOTAL) == 0;
    bool empty = true;

    for (int reading = 0; reading < 7; reading++) {
        other = (struct hg_sum_tree){.total = total};
        if (crosswise ? reading != 6 : reading == 6) {
            continue;
        }
        if (reading < 2) {
            collect(search, &other, (reading == 0) == before, true);
        } else if (reading < 4) {
            collect(search, &other, (reading == 2) == before, false);
            empty = reading == 2 || other.parts.len < 2 ? empty : false;
        } else if (reading == 6) {
            collect_crosswise(search, &other);
        } else if (wide && best.balanced == 0) {
            collect_leaves(search, &other, reading == 5);
        }
        if (other.parts.len < 2) {
            continue;
        }
        hg_sum_weigh(search, &other);
        if (better(&other, &best)) {
            best = other;
        }
        if (best.balanced > 0 && best.failing == 0) {
            break;
        }
    }
    *one_sided = empty;
    return best;
}

/* A total by name may be called wrong where the other slots bear it out, or, where it has one slot
 * only, if no other reading was open. */
static bool is_sure(const struct hg_sum_search *search, const struct hg_sum_tree *tree,
                    bool one_sided)
{
    const struct hg_table_view *view = search->view;
    uint32_t slots = tree->balanced + tree->failing;
    uint32_t allowed = slots / 8 > 1 ? slots / 8 : 1;

    if (tree->failing > allowed || view->grid->two_panels) {
        return false;
    }
    if (tree->balanced > 0) {
        return !view->grid->excerpt || tree->balanced >= 2;
    }
    if (view->grid->excerpt || !one_sided || tree->missing > 0 || slots > 1) {
        return false;
    }
    if (search->totals > 1 || search->of_which) {
        return false;
    }
    if (view->across) { /* one row alone does not show that its columns add up */
        const struct hg_quantity *total = hg_table_number(view, tree->total, 0);

        return view->slot_count == 1 && total != NULL && total->unit != NULL;
    }
    return true;
}

static bool is_named(const struct hg_sum_search *search, const struct hg_grid_line *line, int rank)
{
    if (rank == 2 && search->crosswise <= CROSSWISE_MAX && line->depth >= 2 && (hg_grid_traits(line->path[0]) & HG_LINE_TOTAL) != 0 &&
        (line->traits & HG_LINE_TOTAL) == 0) {
        return additive(line->traits);
    }
    return (line->traits & HG_LINE_TOTAL) != 0 && rank_of(line) == rank && additive(line->traits);
}

/* Which side the totals of this rank add: the one that balances more often. */
static bool prefers_before(struct hg_sum_search *search, int rank, uint32_t *count)
{
    uint32_t votes[2] = {0, 0};

    *count = 0;
    for (uint32_t i = 0; i < search->view->line_count; i++) {
        if (!is_named(search, &search->view->lines[i], rank)) {
            continue;
        }
        (*count)++;
        for (int side = 0; side < 2; side++) {
            struct hg_sum_tree tree = {.total = i};

            collect(search, &tree, side == 0, search->view->lines[i].depth >= 2);
            if (tree.parts.len >= 2) {
                hg_sum_weigh(search, &tree);
                votes[side] += tree.balanced;
            }
        }
    }
    return votes[0] >= votes[1];
}

static void add_named(struct hg_sum_search *search, int rank)
{
    uint32_t count;
    bool before = prefers_before(search, rank, &count);

    for (uint32_t i = 0; count > 0 && i < search->view->line_count; i++) {
        struct hg_sum_tree tree;
        bool one_sided;

        if (!is_named(search, &search->view->lines[i], rank)) {
            continue;
        }
        tree = best_tree(search, i, before, count <= WIDE_READINGS_MAX, &one_sided);
        if (tree.parts.len >= 2) {
            hg_sum_enter(search, &tree, is_sure(search, &tree, one_sided));
            if (tree.balanced > 0 || rank == 1) {
                hg_sum_take(search, &tree);
            }
        }
    }
}

static void link_roots(struct hg_sum_search *search)
{
    const struct hg_table_view *view = search->view;
    uint32_t last = 0;
    uint16_t of_which = UINT16_MAX; /* indent of the line that an open 其中 belongs to */

    search->next = HG_NEW_ARRAY(view->arena, uint32_t, view->line_count + 2);
    search->prev = HG_NEW_ARRAY(view->arena, uint32_t, view->line_count + 2);
    search->root = HG_NEW_ARRAY(view->arena, bool, view->line_count + 2);
    for (uint32_t i = 0; i < view->line_count; i++) {
        const struct hg_grid_line *line = &view->lines[i];

        search->totals += rank_of(line) > 0;
        search->crosswise +=
            line->depth >= 2 && (hg_grid_traits(line->path[0]) & HG_LINE_TOTAL) != 0;
        if ((line->traits & HG_LINE_OF_WHICH) != 0) {
            search->of_which = true;
            of_which = i > 0 && of_which == UINT16_MAX ? view->lines[i - 1].indent : of_which;
            continue;
        }
        if (of_which != UINT16_MAX && line->indent > of_which) {
            continue;
        }
        of_which = UINT16_MAX;
        if (additive(line->traits)) {
            search->root[i + 1] = true;
            search->prev[i + 1] = last;
            search->next[last] = i + 1;
            last = i + 1;
        }
    }
    search->prev[0] = last;
}

void hg_table_sums(const struct hg_table_view *view)
{
    struct hg_sum_search search = {.view = view};

    if (view->line_count >= 3) {
        link_roots(&search);
        for (int rank = 1; rank <= 3; rank++) {
            add_named(&search, rank);
        }
        hg_sum_search_unnamed(&search);
    }
    hg_sum_of_which(view);
}
