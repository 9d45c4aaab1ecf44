/* The bench of the table and period claims: tests/bench/figures/<kind>.txt.
 *
 *   === name of the case
 *   gold consistent|wrong|unverifiable NUMBER NUMBER …   a claim of the file's kind with these operands
 *   trap                                                 nothing here may be called wrong
 *   mutant OLD => NEW                                    the outline so changed holds something wrong
 *                                                        (an empty line, then the outline)
 *
 * Every consistent gold claim of tables is changed digit by digit, seeded; a change that its own
 * reading no longer fits must be called wrong. A digit changed in a date mostly gives another date:
 * there the mutants are named. The floors are those the project holds itself to. */
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "figures/ledger.h"
#include "model/outline.h"
#include "support/golden.h"
#include "support/outline.h"
#include "support/unit.h"

enum operator { FIRST_DIGIT, LAST_DIGIT, ANY_DIGIT, TRANSPOSE, NAMED, OPERATOR_COUNT };

static const char *const operator_names[OPERATOR_COUNT] = {"first digit", "last digit", "any digit",
                                                           "transpose", "named"};

struct score {
    unsigned gold, found;
    unsigned traps, cases, alarms;
    unsigned mutants[OPERATOR_COUNT], detected[OPERATOR_COUNT];
};

struct bench {
    const char *kind;
    struct score score;
    uint32_t seed;
    bool verbose;
};

static struct hg_ledger *ledger_of(struct hg_doc *doc)
{
    return hg_ledger_build(doc->arena, doc,
                           &(struct hg_ledger_options){.outline = hg_outline_build(doc)});
}

static struct hg_str quote_of(const struct hg_operand *operand)
{
    return operand->paragraph == NULL ? HG_STR("")
                                      : hg_str_sub(operand->paragraph->text, operand->span);
}

/* The token stands in the quote with no digit beside it. */
static bool quotes(const struct hg_operand *operand, struct hg_str token)
{
    struct hg_buf tight = HG_BUF_INIT;
    struct hg_str quote = quote_of(operand);
    size_t at;
    bool found = false;

    for (size_t i = 0; i < quote.len; i++) {
        if (quote.data[i] != ',' && quote.data[i] != ' ') {
            hg_buf_putc(&tight, quote.data[i]);
        }
    }
    quote = hg_buf_view(&tight);
    for (at = hg_str_find(quote, token, 0); at != SIZE_MAX && !found;
         at = hg_str_find(quote, token, at + 1)) {
        size_t end = at + token.len;

        found = (at == 0 || ((quote.data[at - 1] < '0' || quote.data[at - 1] > '9') &&
                             quote.data[at - 1] != '.')) &&
                (end == quote.len || quote.data[end] < '0' || quote.data[end] > '9');
    }
    hg_buf_release(&tight);
    return found;
}

static bool has_operands(const struct hg_claim *claim, struct hg_str tokens)
{
    const struct hg_reading *reading = hg_claim_reading(claim);
    struct hg_str token;

    while (hg_str_split(&tokens, ' ', &token)) {
        bool found = token.len == 0;

        for (uint32_t i = 0; reading != NULL && i < reading->count && !found; i++) {
            found = quotes(&reading->operands[i], token);
        }
        if (!found) {
            return false;
        }
    }
    return reading != NULL;
}

static bool verdict_fits(const struct hg_claim *claim, struct hg_str verdict)
{
    return hg_str_is(verdict, hg_verdict_name(claim->verdict)) ||
           (hg_str_is(verdict, "consistent") && claim->verdict == HG_VERDICT_TRUNCATED);
}

static const struct hg_claim *find_gold(const struct hg_ledger *ledger, const char *kind,
                                        struct hg_str gold)
{
    struct hg_str tokens = gold, verdict;

    (void)hg_str_split(&tokens, ' ', &verdict);
    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];

        if (strcmp(hg_relation_name(claim->relation), kind) == 0 && verdict_fits(claim, verdict) &&
            has_operands(claim, tokens)) {
            return claim;
        }
    }
    return NULL;
}

static bool is_own(const struct hg_claim *claim)
{
    return claim->relation == HG_RELATION_TABLE_SUM || claim->relation == HG_RELATION_TABLE_RATE ||
           claim->relation == HG_RELATION_TABLE_TEXT || claim->relation == HG_RELATION_PERIOD;
}

/* Claims of tables and periods that are called wrong. */
static unsigned count_wrong(const struct hg_ledger *ledger, bool print)
{
    unsigned wrong = 0;

    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];

        if (claim->verdict == HG_VERDICT_WRONG && is_own(claim)) {
            wrong++;
            if (print) {
                (void)printf("    wrong: %s %.*s\n", hg_relation_name(claim->relation),
                             HG_FMT(claim->working));
            }
        }
    }
    return wrong;
}

/* ---- Mutants ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Changes the digits of the quote in place; false if the operator does not apply. */
static bool mutate(struct bench *b, char *digits, size_t len, enum operator op)
{
    size_t first = 0, last = len, at;

    while (first < len && !is_digit(digits[first])) {
        first++;
    }
    while (last > first && !is_digit(digits[last - 1])) {
        last--;
    }
    if (first == last) {
        return false;
    }
    b->seed = b->seed * 1103515245u + 12345u;
    switch (op) {
    case FIRST_DIGIT:
        digits[first] = (char)('1' + (digits[first] - '0' + 3) % 9);
        return true;
    case LAST_DIGIT:
        digits[last - 1] = (char)('0' + (digits[last - 1] - '0' + ((b->seed >> 16 & 1) != 0 ? 1 : 9)) % 10);
        return true;
    case ANY_DIGIT:
        at = first + (b->seed >> 16) % (last - first);
        if (!is_digit(digits[at])) {
            return false;
        }
        digits[at] = (char)('0' + (digits[at] - '0' + 1 + (int)((b->seed >> 8) % 9)) % 10);
        return digits[first] != '0' || (first + 1 < len && digits[first + 1] == '.');
    default:
        for (at = first; at + 1 < last; at++) {
            if (is_digit(digits[at]) && is_digit(digits[at + 1]) && digits[at] != digits[at + 1] &&
                digits[at + 1] != '0') {
                char kept = digits[at];

                digits[at] = digits[at + 1];
                digits[at + 1] = kept;
                return true;
            }
        }
        return false;
    }
}

/* The gold claim's own reading no longer fits once the text is changed: read anew by the same roles. */
static bool is_detectable(const struct hg_claim *claim, uint32_t changed)
{
    const struct hg_reading *old = hg_claim_reading(claim);
    struct hg_operand operands[64];
    struct hg_reading reading = *old;

    if (old->count > 64 || old->operands[changed].quantity == NULL) {
        return true;
    }
    memcpy(operands, old->operands, old->count * sizeof *operands);
    reading.operands = operands;
    {
        struct hg_quantity quantity = *operands[changed].quantity;
        struct hg_numeral numeral;
        struct hg_ratio factor, delta;

        if (!hg_numeral_parse(quantity.paragraph->text, quantity.numeral.span.start, &numeral) ||
            quantity.numeral.value.num == 0) {
            return true;
        }
        if (!hg_ratio_div(&factor, quantity.shown, quantity.numeral.value) ||
            !hg_ratio_sub(&delta, numeral.value, quantity.numeral.value) ||
            !hg_ratio_mul(&delta, delta, factor) ||
            !hg_ratio_add(&operands[changed].shown, operands[changed].shown, delta) ||
            !hg_ratio_add(&operands[changed].value.low, operands[changed].value.low, delta) ||
            !hg_ratio_add(&operands[changed].value.high, operands[changed].value.high, delta)) {
            return true;
        }
    }
    hg_reading_evaluate(&reading);
    return reading.fit == HG_FIT_NONE;
}

static void try_mutants(struct bench *b, const char *outline, struct hg_str gold, const char *name)
{
    for (int op = 0; op < NAMED; op++) {
        for (uint32_t i = 0;; i++) {
            struct hg_doc *doc = hg_test_doc(outline);
            const struct hg_claim *claim = find_gold(ledger_of(doc), b->kind, gold);
            const struct hg_operand *operand;
            bool more;

            if (claim == NULL) {
                hg_doc_free(doc);
                return;
            }
            more = i < hg_claim_reading(claim)->count;
            operand = more ? &hg_claim_reading(claim)->operands[i] : NULL;
            if (more && operand->paragraph != NULL) {
                char *digits = (char *)(uintptr_t)operand->paragraph->text.data + operand->span.start;

                if (mutate(b, digits, operand->span.end - operand->span.start, (enum operator)op) &&
                    is_detectable(claim, i)) {
                    bool caught = count_wrong(ledger_of(doc), false) > 0;

                    b->score.mutants[op]++;
                    b->score.detected[op] += caught;
                    if (!caught && b->verbose) {
                        (void)printf("  missed mutant: %s (%s) -> %.*s\n", name,
                                     operator_names[op], HG_FMT(quote_of(operand)));
                    }
                }
            }
            hg_doc_free(doc);
            if (!more) {
                break;
            }
        }
    }
}

/* ---- Cases ---- */

struct bench_case {
    struct hg_str name;
    struct {
        HG_VEC(struct hg_str) items;
    } golds;
    struct {
        HG_VEC(struct hg_str) items;
    } mutants;
    bool trap;
    struct hg_buf outline;
};

static void try_named(struct bench *b, const struct bench_case *c, struct hg_str change)
{
    struct hg_str arrow = HG_STR(" => "), text = hg_buf_view(&c->outline), old, new;
    size_t at = hg_str_find(change, arrow, 0), place;
    struct hg_buf changed = HG_BUF_INIT;
    struct hg_doc *doc;
    bool caught;

    assert_true(at != SIZE_MAX);
    old = hg_str_sub(change, (struct hg_span){0, at});
    new = hg_str_sub(change, (struct hg_span){at + arrow.len, change.len});
    place = hg_str_find(text, old, 0);
    assert_true(place != SIZE_MAX);
    hg_buf_str(&changed, hg_str_sub(text, (struct hg_span){0, place}));
    hg_buf_str(&changed, new);
    hg_buf_str(&changed, hg_str_sub(text, (struct hg_span){place + old.len, text.len}));
    doc = hg_test_doc(changed.data);
    caught = count_wrong(ledger_of(doc), false) > 0;
    b->score.mutants[NAMED]++;
    b->score.detected[NAMED] += caught;
    if (!caught && b->verbose) {
        (void)printf("  missed mutant: %.*s (%.*s)\n", HG_FMT(c->name), HG_FMT(change));
    }
    hg_doc_free(doc);
    hg_buf_release(&changed);
}

static void run_case(struct bench *b, struct bench_case *c)
{
    const char *outline = c->outline.len > 0 ? c->outline.data : "";
    struct hg_doc *doc = hg_test_doc(outline);
    struct hg_ledger *ledger = ledger_of(doc);
    const char *name = doc->arena != NULL ? hg_arena_strndup(doc->arena, c->name.data, c->name.len)
                                          : "";
    bool faulty = false;

    b->score.cases++;
    b->score.traps += c->trap;
    for (size_t i = 0; i < c->golds.items.len; i++) {
        bool found = find_gold(ledger, b->kind, c->golds.items.items[i]) != NULL;

        faulty = faulty || hg_str_starts(c->golds.items.items[i], HG_STR("wrong"));
        b->score.gold++;
        b->score.found += found;
        if (!found && b->verbose) {
            (void)printf("  missed: %s | %.*s\n", name, HG_FMT(c->golds.items.items[i]));
        }
        if (found && strcmp(b->kind, "period") != 0 &&
            hg_str_starts(c->golds.items.items[i], HG_STR("consistent"))) {
            try_mutants(b, outline, c->golds.items.items[i], name);
        }
    }
    for (size_t i = 0; i < c->mutants.items.len; i++) {
        try_named(b, c, c->mutants.items.items[i]);
    }
    if (!faulty && count_wrong(ledger, false) > 0) {
        b->score.alarms++;
        (void)printf("  false alarm: %s\n", name);
        (void)count_wrong(ledger, true);
    }
    hg_doc_free(doc);
}

static void close_case(struct bench *b, struct bench_case *c)
{
    if (c->name.len > 0) {
        run_case(b, c);
    }
    hg_buf_release(&c->outline);
    HG_HEAP_VEC_FREE(&c->golds.items);
    HG_HEAP_VEC_FREE(&c->mutants.items);
    *c = (struct bench_case){.trap = false};
}

static void print_score(const struct bench *b)
{
    const struct score *s = &b->score;
    unsigned mutants = 0, detected = 0;

    (void)printf("%s: %u cases, coverage %u/%u, traps %u, false alarms %u\n", b->kind, s->cases,
                 s->found, s->gold, s->traps, s->alarms);
    for (int op = 0; op < OPERATOR_COUNT; op++) {
        mutants += s->mutants[op];
        detected += s->detected[op];
        (void)printf("    %-12s %u/%u\n", operator_names[op], s->detected[op], s->mutants[op]);
    }
    (void)printf("    %-12s %u/%u\n", "all", detected, mutants);
}

static void bench_kind(void **state)
{
    struct bench b = {.kind = *state, .seed = 20240705, .verbose = getenv("HG_BENCH") != NULL};
    struct hg_buf text = HG_BUF_INIT;
    struct hg_str rest, line;
    struct bench_case c = {.trap = false};
    char path[1024];
    unsigned mutants = 0, detected = 0;

    (void)snprintf(path, sizeof path, HG_SOURCE_DIR "/tests/bench/figures/%s.txt", b.kind);
    hg_test_read(&text, path);
    rest = hg_buf_view(&text);
    while (hg_str_split(&rest, '\n', &line)) {
        if (hg_str_starts(line, HG_STR("=== "))) {
            close_case(&b, &c);
            c.name = (struct hg_str){line.data + 4, line.len - 4};
        } else if (hg_str_starts(line, HG_STR("gold "))) {
            *HG_HEAP_PUSH(&c.golds.items) = (struct hg_str){line.data + 5, line.len - 5};
        } else if (hg_str_starts(line, HG_STR("mutant "))) {
            *HG_HEAP_PUSH(&c.mutants.items) = (struct hg_str){line.data + 7, line.len - 7};
        } else if (hg_str_is(line, "trap")) {
            c.trap = true;
        } else {
            hg_buf_str(&c.outline, line);
            hg_buf_putc(&c.outline, '\n');
        }
    }
    close_case(&b, &c);
    hg_buf_release(&text);
    print_score(&b);
    for (int op = 0; op < OPERATOR_COUNT; op++) {
        mutants += b.score.mutants[op];
        detected += b.score.detected[op];
    }
    assert_true(b.score.gold >= 40 && b.score.traps >= 10);
    assert_true(b.score.found * 100 >= b.score.gold * 90);
    assert_int_equal(b.score.alarms, 0);
    assert_true(detected * 100 >= mutants * 85);
}

int main(void)
{
    static const char *const kinds[] = {"table-sum", "table-rate", "table-text", "period"};
    struct CMUnitTest tests[4];

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        tests[i] = (struct CMUnitTest){kinds[i], bench_kind, NULL, NULL, (void *)(uintptr_t)kinds[i]};
    }
    return _cmocka_run_group_tests("figures", tests, sizeof kinds / sizeof *kinds, NULL, NULL);
}
