/* Rates of a table: 完成率, 占比, 增长, 增减, each from other lines of the same slot, or, for
 * 占比, from the total of its own line. A pair of lines is taken for part and whole (or current and
 * previous) by name, or because it gives the stated rates in all slots but at most one. */
#include "figures/table_view.h"

enum {
    NEAR = 8,          /* lines on either side that may be operands */
    PAIRS_EXHAUSTIVE = 24, /* tables of fewer lines are searched whole */
    SLOTS_MIN = 3      /* that must agree where the names do not tell */
};

struct pairing {
    enum hg_equation formula;
    uint32_t rate;      /* the line of the stated rates */
    uint32_t part, whole;
    uint32_t whole_slot; /* UINT32_MAX: the whole stands in the same slot */
    unsigned names;      /* 2: both names fit the rate word; 1: one */
    bool certain;        /* the rate word's definition is fixed */
    uint32_t balanced, trivial, failing;
};

/* ---- Evaluating ---- */

static bool is_share(const struct hg_quantity *quantity)
{
    return quantity->unit != NULL && (quantity->unit->dimension == HG_DIMENSION_SHARE ||
                                      quantity->unit->dimension == HG_DIMENSION_POINT);
}

static enum hg_operand_role part_role(enum hg_equation formula)
{
    return formula == HG_FORMULA_SHARE ? HG_OPERAND_PART : HG_OPERAND_CURRENT;
}

static enum hg_operand_role whole_role(enum hg_equation formula)
{
    return formula == HG_FORMULA_SHARE ? HG_OPERAND_WHOLE : HG_OPERAND_PREVIOUS;
}

static bool ratio_formula(enum hg_equation formula)
{
    return formula == HG_FORMULA_SHARE || formula == HG_FORMULA_GROWTH ||
           formula == HG_FORMULA_FALL;
}

/* The three operands in this slot; false where one is missing or they do not go together. */
static bool operands_of(const struct hg_table_view *view, const struct pairing *p, uint32_t slot,
                        struct hg_operand out[3])
{
    uint32_t whole_slot = p->whole_slot == UINT32_MAX ? slot : p->whole_slot;
    const struct hg_quantity *stated = hg_table_number(view, p->rate, slot);
    const struct hg_quantity *part = hg_table_number(view, p->part, slot);
    const struct hg_quantity *whole = hg_table_number(view, p->whole, whole_slot);

    if (stated == NULL || part == NULL || whole == NULL || !hg_unit_same(part->unit, whole->unit) ||
        hg_ratio_sign(whole->shown) < 0) {
        return false;
    }
    if (ratio_formula(p->formula)) {
        if (is_share(part) || hg_ratio_sign(whole->shown) == 0 ||
            (stated->unit != NULL && stated->unit->dimension != HG_DIMENSION_SHARE)) {
            return false;
        }
    } else if (!is_share(part) && !hg_unit_same(stated->unit, part->unit)) {
        return false;
    } else if (is_share(part) && !is_share(stated)) {
        return false;
    }
    out[0] = hg_operand_of(HG_OPERAND_STATED, stated);
    out[1] = hg_operand_of(part_role(p->formula), part);
    out[2] = hg_operand_of(whole_role(p->formula), whole);
    return true;
}

/* 0% and 100% fit too many pairs to show anything. */
static bool is_trivial(const struct hg_operand operands[3], enum hg_equation formula)
{
    if (hg_ratio_sign(operands[0].shown) == 0) {
        return true;
    }
    if (!ratio_formula(formula)) {
        return hg_ratio_sign(operands[2].shown) == 0;
    }
    return hg_ratio_compare(operands[0].shown, hg_ratio_of(1)) == 0;
}

static bool fits(const struct hg_operand operands[3], enum hg_equation formula)
{
    struct hg_operand copy[3] = {operands[0], operands[1], operands[2]};
    struct hg_reading reading = {.formula = formula, .operands = copy, .count = 3};

    hg_reading_evaluate(&reading);
    return reading.fit == HG_FIT_ROUNDED || reading.fit == HG_FIT_TRUNCATED;
}

static uint32_t allowed_failing(uint32_t slots)
{
    return slots / 8 > 1 ? slots / 8 : 1;
}

/* Counts until too many slots fail for the pair to be meant. */
static void weigh(const struct hg_table_view *view, struct pairing *p)
{
    p->balanced = p->trivial = p->failing = 0;
    for (uint32_t slot = 0; slot < view->slot_count; slot++) {
        struct hg_operand operands[3];

        if (slot == p->whole_slot || !operands_of(view, p, slot, operands)) {
            continue;
        }
        if (!fits(operands, p->formula)) {
            p->failing++;
            if (p->names < 2 && p->failing > 2 && p->failing > view->slot_count / 8) {
                return;
            }
        } else if (is_trivial(operands, p->formula)) {
            p->trivial++;
        } else {
            p->balanced++;
        }
    }
}

/* The figures bear the pair out. */
static bool is_borne_out(const struct pairing *p)
{
    uint32_t slots = p->balanced + p->failing;

    if (p->failing > allowed_failing(slots)) {
        return false;
    }
    return p->names == 2 ? p->balanced + p->trivial > 0
                         : p->balanced >= SLOTS_MIN ||
                               (p->balanced == SLOTS_MIN - 1 && (p->failing == 0 || p->names == 1));
}

static bool better(const struct pairing *a, const struct pairing *b)
{
    bool sound_a = is_borne_out(a), sound_b = is_borne_out(b);

    if (sound_a != sound_b) {
        return sound_a;
    }
    if (a->names != b->names && (sound_a || a->names == 2 || b->names == 2)) {
        return a->names > b->names;
    }
    return a->balanced * 2 + a->trivial > b->balanced * 2 + b->trivial;
}

/* ---- Entering ---- */

static void enter(const struct hg_table_view *view, const struct pairing *p, bool sure,
                  enum hg_reason doubt)
{
    bool comparable = (view->lines[p->rate].traits & HG_LINE_COMPARABLE) != 0 ||
                      view->ledger->conventions.comparable ||
                      hg_str_contains(view->grid->caption, HG_STR("可比")) ||
                      hg_str_contains(view->grid->caption, HG_STR("不变价"));

    for (uint32_t slot = 0; slot < view->slot_count; slot++) {
        struct hg_operand operands[3];
        struct hg_claim *claim;

        if (slot == p->whole_slot || !operands_of(view, p, slot, operands)) {
            continue;
        }
        claim = hg_table_claim_new(view, HG_RELATION_TABLE_RATE, p->rate, slot);
        claim->may_be_wrong = sure;
        claim->doubt = doubt;
        if (p->formula == HG_FORMULA_GROWTH &&
            (comparable || (view->slots[slot].traits & HG_LINE_COMPARABLE) != 0)) {
            claim->may_be_wrong = false;
            claim->doubt = HG_REASON_CALIBRE;
        }
        hg_claim_read(view->arena, claim, p->formula, operands, 3);
        if (p->formula == HG_FORMULA_FALL) { /* a minus sign may already say that it fell */
            hg_claim_read(view->arena, claim, HG_FORMULA_GROWTH, operands, 3);
        }
        hg_table_claim_enter(view, claim);
    }
}

static void conclude(const struct hg_table_view *view, const struct pairing *best)
{
    uint32_t slots = best->balanced + best->trivial + best->failing;
    bool sound = is_borne_out(best);
    bool sure = sound;

    if (slots == 0 || (!sound && best->names < 2)) {
        return;
    }
    if (best->names == 2) {
        /* One slot alone, or one of two: the definition must be fixed. */
        sure = best->failing <= allowed_failing(slots) &&
               (best->certain ? slots <= 2 || best->balanced + best->trivial >= 2
                              : best->balanced >= 2);
    } else if (best->failing > 0) {
        sure = best->balanced >= SLOTS_MIN - (best->names == 1);
    }
    enter(view, best, sure && !view->grid->two_panels,
          best->names == 2 && !best->certain ? HG_REASON_DEF_AMBIGUOUS : HG_REASON_SUSPECT);
}

/* ---- Names ---- */

static bool holds_one_of(struct hg_str label, const char *list)
{
    struct hg_str rest = hg_str_of(list), word;

    while (hg_str_split(&rest, '|', &word)) {
        if (word.len > 0 && hg_str_contains(label, word)) {
            return true;
        }
    }
    return false;
}

/* Rates whose parts stand under these heads in tables, besides the rate words of prose. */
static const struct hg_rate_word table_words[] = {
    {"完成率|完成进度|完成比例|完成情况|目标完成率|任务完成率|计划完成率|进度|占年计划|占计划|占目标|"
     "占年度目标|占全年目标|占全年任务|占预算|为预算|占年度预算|完成",
     "完成|实际|实绩|累计|已|执行数|支出数|收入数|决算", "目标|计划|任务|预算|指标|应", HG_CERTAINTY_FIXED,
     false},
    {"执行率|支出率|支付率|支出进度|预算执行率|到位率|支付进度", "支出|执行|支付|到位|拨付",
     "预算|下达|指标|计划|应", HG_CERTAINTY_FIXED, false},
};

/* The longest word of the table that the label ends in. */
static const struct hg_rate_word *word_in(const struct hg_rate_word *words, size_t count,
                                          struct hg_str label, size_t *longest)
{
    const struct hg_rate_word *best = NULL;

    for (size_t i = 0; i < count; i++) {
        struct hg_str rest = hg_str_of(words[i].words), word;

        while (hg_str_split(&rest, '|', &word)) {
            if (word.len > *longest && hg_str_ends(label, word)) {
                *longest = word.len;
                best = &words[i];
            }
        }
    }
    return best;
}

static const struct hg_rate_word *word_of(const struct hg_grid_line *line)
{
    size_t longest = 0;
    const struct hg_rate_word *own = word_in(table_words, sizeof table_words / sizeof *table_words,
                                             line->label, &longest);
    const struct hg_rate_word *shared =
        word_in(hg_rate_words, hg_rate_word_count, line->label, &longest);

    if (hg_str_contains(line->label, HG_STR("占")) &&
        holds_one_of(line->label, "目标|计划|任务|预算")) {
        return &table_words[0]; /* 占年度目标比例 */
    }
    return shared != NULL ? shared : own;
}

static int year_in(const struct hg_grid_line *line)
{
    for (uint32_t level = line->depth; level-- > 0;) {
        struct hg_str text = line->path[level];

        for (size_t at = 0; at + 4 <= text.len; at++) {
            struct hg_numeral numeral;

            if (text.data[at] == '2' && hg_numeral_parse(text, at, &numeral) &&
                numeral.span.end == at + 4 && (at == 0 || text.data[at - 1] < '0' ||
                                               text.data[at - 1] > '9')) {
                return (int)numeral.value.num;
            }
        }
    }
    return 0;
}

static bool in_path(const struct hg_grid_line *line, const char *list)
{
    for (uint32_t level = 0; level < line->depth; level++) {
        if (holds_one_of(line->path[level], list)) {
            return true;
        }
    }
    return false;
}

static bool is_previous(const struct hg_grid_line *line)
{
    return in_path(line, "上年|去年|同期|上期|上月|上季|基期|上一年|前一年");
}

static unsigned name_change(const struct hg_grid_line *current, const struct hg_grid_line *previous)
{
    int now = year_in(current), then = year_in(previous);

    if (now > 0 && then > 0) {
        return now == then + 1 ? 2 : 0;
    }
    if (is_previous(previous) && !is_previous(current)) {
        return in_path(current, "目标|计划|任务|预算") ? 0 : 2;
    }
    return 0;
}

static unsigned name_share(const struct hg_rate_word *word, const struct hg_grid_line *part,
                           const struct hg_grid_line *whole)
{
    bool as_part, as_whole;

    if (word == NULL) {
        return 0;
    }
    as_part = holds_one_of(part->label, word->parts) && !holds_one_of(part->label, "未|不予|目标");
    as_whole = holds_one_of(whole->label, word->wholes);
    return (unsigned)as_part + (unsigned)as_whole;
}

/* ---- Pairs ---- */

/* In the same group of heads (or in none). */
static bool near_in_tree(const struct hg_grid_line *a, const struct hg_grid_line *b)
{
    if (a->depth < 2 || b->depth < 2) {
        return true;
    }
    return hg_str_equal(a->path[0], b->path[0]) || hg_str_equal(a->label, b->label) ||
           a->depth != b->depth;
}

static bool may_be_operand(const struct hg_table_view *view, uint32_t line, bool shares)
{
    uint32_t traits = view->lines[line].traits;

    if ((traits & HG_LINE_CHANGE) != 0) {
        return false;
    }
    return shares || ((traits & HG_LINE_SHARE) == 0 && (traits & HG_LINE_NO_SUM) == 0);
}

static void try_pairs(const struct hg_table_view *view, uint32_t rate, struct pairing *best,
                      enum hg_equation formula, const struct hg_rate_word *word)
{
    uint32_t first = 0, end = view->line_count;
    bool change = formula != HG_FORMULA_SHARE;

    if (view->line_count > PAIRS_EXHAUSTIVE) {
        first = rate > NEAR ? rate - NEAR : 0;
        end = rate + NEAR + 1 < end ? rate + NEAR + 1 : end;
    }
    for (uint32_t part = first; part < end; part++) {
        if (part == rate || !may_be_operand(view, part, !ratio_formula(formula))) {
            continue;
        }
        for (uint32_t whole = first; whole < end; whole++) {
            struct pairing p = {formula, rate, part, whole, UINT32_MAX, 0, true, 0, 0, 0};

            if (whole == part || whole == rate ||
                !may_be_operand(view, whole, !ratio_formula(formula)) ||
                !near_in_tree(&view->lines[rate], &view->lines[part]) ||
                !near_in_tree(&view->lines[rate], &view->lines[whole])) {
                continue;
            }
            p.names = change ? name_change(&view->lines[part], &view->lines[whole])
                             : name_share(word, &view->lines[part], &view->lines[whole]);
            p.certain = change || (word != NULL && word->certainty == HG_CERTAINTY_FIXED);
            if (p.names == 0 && view->line_count > PAIRS_EXHAUSTIVE) {
                continue;
            }
            weigh(view, &p);
            if (p.balanced + p.trivial + p.failing > 0 &&
                (best->formula != p.formula || better(&p, best))) {
                if (best->rate == UINT32_MAX || better(&p, best)) {
                    *best = p;
                }
            }
        }
    }
}

/* 占比: this line's number in a slot over its number in the slot of the total. */
static void try_portions(const struct hg_table_view *view, uint32_t rate, struct pairing *best)
{
    uint32_t tried = 0;

    for (uint32_t slot = 0; slot < view->slot_count && tried < 4; slot++) {
        if ((view->slots[slot].traits & (HG_LINE_TOTAL | HG_LINE_WHOLE)) == 0) {
            continue;
        }
        tried++;
        for (uint32_t part = 0; part < view->line_count; part++) {
            struct pairing p = {HG_FORMULA_SHARE, rate, part, part, slot, 0, true, 0, 0, 0};

            if (part == rate || !may_be_operand(view, part, false) ||
                (view->line_count > PAIRS_EXHAUSTIVE && (part + NEAR < rate || part > rate + NEAR))) {
                continue;
            }
            p.names = part + 1 == rate ? 1 : 0;
            weigh(view, &p);
            if (best->rate == UINT32_MAX ? p.balanced > 0 : better(&p, best)) {
                *best = p;
            }
        }
    }
}

static void rate_line(const struct hg_table_view *view, uint32_t rate)
{
    const struct hg_grid_line *line = &view->lines[rate];
    struct pairing best = {.rate = UINT32_MAX};

    if ((line->traits & HG_LINE_CHANGE) != 0) {
        bool share = (line->traits & HG_LINE_SHARE) != 0 || line->percent;
        bool fall = (line->traits & HG_LINE_FALL) != 0;

        if (share) {
            try_pairs(view, rate, &best, fall ? HG_FORMULA_FALL : HG_FORMULA_GROWTH, NULL);
        }
        if (best.rate == UINT32_MAX || !is_borne_out(&best)) {
            try_pairs(view, rate, &best, fall ? HG_FORMULA_DROP : HG_FORMULA_CHANGE, NULL);
        }
    } else if ((line->traits & HG_LINE_SHARE) != 0 || line->percent) {
        try_pairs(view, rate, &best, HG_FORMULA_SHARE, word_of(line));
        if (best.rate == UINT32_MAX || !is_borne_out(&best)) {
            try_portions(view, rate, &best);
        }
    }
    if (best.rate != UINT32_MAX) {
        conclude(view, &best);
    }
}

void hg_table_rates(const struct hg_table_view *view)
{
    for (uint32_t line = 0; line < view->line_count; line++) {
        rate_line(view, line);
    }
}
