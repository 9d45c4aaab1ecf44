/* The bench of figures: for each kind of relation, sentences with gold numbers, traps that must stay
 * silent, and seeded mutants by operator. Prints coverage, false alarms and detection per kind, and
 * fails below the marks that the project has set itself.
 *
 * tests/bench/figures/<kind>.tsv: verdict, numbers that a claim must bind (or -), sentence; passages
 * of several paragraphs are separated by ||. */
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "figures/ledger.h"
#include "model/build.h"
#include "support/golden.h"
#include "support/unit.h"

enum { NUMBERS_MAX = 8, OPERATORS = 8 };

static const char *const operator_names[OPERATORS] = {
    "lead digit", "any digit", "last ±1", "transpose", "drop", "duplicate", "move point", "append 0"};

struct row {
    struct hg_str verdict, text;
    struct hg_str numbers[NUMBERS_MAX];
    size_t count;
};

struct score {
    size_t gold, covered, clean, alarms, faults, found;
    size_t detectable[OPERATORS], detected[OPERATORS];
};

struct bench {
    const char *kind;
    enum hg_relation relations[5];
    size_t relation_count;
    struct score score;
    unsigned seed;
};

/* ---- Running ---- */

static struct hg_doc *document_of(struct hg_str text)
{
    struct hg_doc *doc = hg_doc_open();
    struct hg_node *body = (struct hg_node *)(uintptr_t)&hg_doc_body(doc)->node;

    while (text.len > 0) {
        size_t at = hg_str_find(text, HG_STR("||"), 0);
        size_t end = at == SIZE_MAX ? text.len : at;
        struct hg_paragraph *paragraph = hg_doc_add_paragraph(doc, body);

        hg_paragraph_append(doc, paragraph, (struct hg_str){text.data, end}, NULL, 0, NULL);
        end = at == SIZE_MAX ? end : end + 2;
        text = (struct hg_str){text.data + end, text.len - end};
    }
    hg_doc_seal(doc);
    return doc;
}

static bool any_wrong(const struct hg_ledger *ledger)
{
    for (size_t i = 0; i < ledger->claims.len; i++) {
        if (ledger->claims.items[i]->verdict == HG_VERDICT_WRONG) {
            return true;
        }
    }
    return false;
}

static bool is_kind(const struct bench *bench, const struct hg_claim *claim)
{
    for (size_t i = 0; i < bench->relation_count; i++) {
        if (claim->relation == bench->relations[i]) {
            return true;
        }
    }
    return false;
}

/* The digits of an operand as written, full-width ones folded. */
static void digits_of(const struct hg_operand *operand, struct hg_buf *out)
{
    struct hg_str text = operand->quantity != NULL
                             ? hg_str_sub(operand->paragraph->text, operand->quantity->numeral.digits)
                             : HG_STR("");

    hg_buf_clear(out);
    for (size_t at = 0; at < text.len;) {
        hg_buf_code_point(out, hg_utf8_fold_width(hg_utf8_next(text, &at)));
    }
}

static bool binds(const struct hg_claim *claim, struct hg_str number)
{
    const struct hg_reading *reading = hg_claim_reading(claim);
    struct hg_buf digits = HG_BUF_INIT;
    bool found = false;

    for (uint32_t i = 0; reading != NULL && i < reading->count && !found; i++) {
        digits_of(&reading->operands[i], &digits);
        found = hg_str_equal(hg_buf_view(&digits), number);
    }
    hg_buf_release(&digits);
    return found;
}

/* The claim that covers a row: right kind, decided, all gold numbers bound. */
static const struct hg_claim *covering(const struct bench *bench, const struct hg_ledger *ledger,
                                       const struct row *row)
{
    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];
        bool all = is_kind(bench, claim) && claim->verdict != HG_VERDICT_UNVERIFIABLE;

        for (size_t n = 0; n < row->count && all; n++) {
            all = binds(claim, row->numbers[n]);
        }
        if (all) {
            return claim;
        }
    }
    return NULL;
}

/* ---- Mutants ---- */

static unsigned next_random(struct bench *bench)
{
    bench->seed = bench->seed * 1103515245u + 12345u;
    return bench->seed >> 16 & 0x7FFFu;
}

/* Applies one operator to a number; false if it does not apply or changes nothing. */
static bool mutate(struct bench *bench, int operation, struct hg_str number, struct hg_buf *out)
{
    char digits[32];
    size_t len = number.len;
    size_t at;

    if (len == 0 || len > 24) {
        return false;
    }
    memcpy(digits, number.data, len);
    hg_buf_clear(out);
    at = operation == 0 ? 0 : next_random(bench) % len;
    switch (operation) {
    case 0:
    case 1:
        if (digits[at] == '.') {
            return false;
        }
        digits[at] = (char)('1' + (digits[at] - '0' + (int)(next_random(bench) % 8)) % 9);
        break;
    case 2:
        digits[len - 1] = (char)(digits[len - 1] == '9' ? '8' : digits[len - 1] + 1);
        break;
    case 3:
        if (at + 1 >= len || digits[at] == '.' || digits[at + 1] == '.' ||
            (at == 0 && digits[1] == '0')) {
            return false;
        }
        digits[at] = number.data[at + 1];
        digits[at + 1] = number.data[at];
        break;
    case 4:
        if (len < 3 || digits[at] == '.' || memchr(digits, '.', len) != NULL) {
            return false;
        }
        memmove(digits + at, digits + at + 1, len - at - 1);
        len--;
        break;
    case 5:
        if (digits[at] == '.') {
            return false;
        }
        memmove(digits + at + 1, digits + at, len - at);
        len++;
        break;
    case 6:
        if (len < 3 || memchr(digits, '.', len) != NULL) {
            return false;
        }
        memmove(digits + len, digits + len - 1, 1);
        digits[len - 1] = '.';
        len++;
        break;
    default:
        if (memchr(digits, '.', len) != NULL) {
            return false;
        }
        digits[len++] = '0';
        break;
    }
    hg_buf_append(out, digits, len);
    return digits[0] != '0' && !hg_str_equal(hg_buf_view(out), number);
}

/* Where the number stands alone in the text; SIZE_MAX if nowhere. */
static size_t place_of(struct hg_str text, struct hg_str number)
{
    for (size_t at = hg_str_find(text, number, 0); at != SIZE_MAX;
         at = hg_str_find(text, number, at + 1)) {
        char before = at > 0 ? text.data[at - 1] : ' ';
        char after = at + number.len < text.len ? text.data[at + number.len] : ' ';

        if (!(before >= '0' && before <= '9') && before != '.' && !(after >= '0' && after <= '9') &&
            after != '.') {
            return at;
        }
    }
    return SIZE_MAX;
}

static const struct hg_quantity *quantity_at(const struct hg_ledger *ledger, size_t paragraph,
                                             size_t at)
{
    for (size_t i = 0; i < ledger->quantities.len; i++) {
        const struct hg_quantity *quantity = ledger->quantities.items[i];

        if (quantity->paragraph->index == paragraph && quantity->numeral.span.start == at) {
            return quantity;
        }
    }
    return NULL;
}

/* Does the gold reading itself reject the mutant? Only then can anyone be asked to find it. */
static bool is_detectable(const struct hg_claim *gold, size_t at,
                          const struct hg_quantity *changed)
{
    struct hg_reading reading = *hg_claim_reading(gold);
    struct hg_operand operands[64];
    bool touched = false;

    if (changed == NULL || reading.count > 64) {
        return false;
    }
    memcpy(operands, reading.operands, reading.count * sizeof *operands);
    for (uint32_t i = 0; i < reading.count; i++) {
        const struct hg_quantity *quantity = operands[i].quantity;

        if (quantity != NULL && quantity->numeral.span.start == at &&
            quantity->paragraph->index == 0) {
            operands[i] = hg_operand_of(operands[i].role, changed);
            touched = true;
        }
    }
    reading.operands = operands;
    hg_reading_evaluate(&reading);
    return touched && reading.fit == HG_FIT_NONE;
}

static void try_mutants(struct bench *bench, const struct row *row, const struct hg_claim *gold,
                        struct hg_str number)
{
    struct hg_buf changed = HG_BUF_INIT;
    struct hg_buf text = HG_BUF_INIT;
    size_t at = place_of(row->text, number);

    for (int operation = 0; at != SIZE_MAX && operation < OPERATORS; operation++) {
        struct hg_doc *doc;
        const struct hg_ledger *ledger;

        if (!mutate(bench, operation, number, &changed)) {
            continue;
        }
        hg_buf_clear(&text);
        hg_buf_append(&text, row->text.data, at);
        hg_buf_str(&text, hg_buf_view(&changed));
        hg_buf_append(&text, row->text.data + at + number.len, row->text.len - at - number.len);
        doc = document_of(hg_buf_view(&text));
        ledger = hg_ledger_build(doc->arena, doc, NULL);
        if (is_detectable(gold, at, quantity_at(ledger, 0, at))) {
            bench->score.detectable[operation]++;
            bench->score.detected[operation] += any_wrong(ledger);
            if (!any_wrong(ledger) && getenv("HG_BENCH_SHOW") != NULL) {
                print_message("missed %s: %.*s\n", bench->kind, HG_FMT(hg_buf_view(&text)));
            }
        }
        hg_doc_free(doc);
    }
    hg_buf_release(&changed);
    hg_buf_release(&text);
}

/* ---- Rows ---- */

static bool read_row(struct hg_str line, struct row *row)
{
    struct hg_str numbers;

    *row = (struct row){.count = 0};
    if (line.len == 0 || line.data[0] == '#' || !hg_str_split(&line, '\t', &row->verdict) ||
        !hg_str_split(&line, '\t', &numbers)) {
        return false;
    }
    row->text = line;
    while (!hg_str_is(numbers, "-") && row->count < NUMBERS_MAX &&
           hg_str_split(&numbers, ' ', &row->numbers[row->count])) {
        row->count++;
    }
    return true;
}

static void judge(struct bench *bench, const struct row *row, const struct hg_ledger *ledger)
{
    bool wrong = any_wrong(ledger);

    if (hg_str_is(row->verdict, "wrong")) {
        bench->score.faults++;
        bench->score.found += wrong;
        if (!wrong) {
            print_message("not found %s: %.*s\n", bench->kind, HG_FMT(row->text));
        }
        return;
    }
    bench->score.clean++;
    bench->score.alarms += wrong;
    if (wrong) {
        print_message("false alarm %s: %.*s\n", bench->kind, HG_FMT(row->text));
    }
    if (!hg_str_is(row->verdict, "trap")) {
        const struct hg_claim *gold = covering(bench, ledger, row);

        bench->score.gold++;
        bench->score.covered += gold != NULL;
        if (gold == NULL) {
            print_message("not covered %s: %.*s\n", bench->kind, HG_FMT(row->text));
            return;
        }
        for (size_t i = 0; i < row->count; i++) {
            try_mutants(bench, row, gold, row->numbers[i]);
        }
        if (bench->relations[0] == HG_RELATION_AGREEMENT) {
            const struct hg_operand *first = &hg_claim_reading(gold)->operands[0];

            try_mutants(bench, row, gold,
                        hg_str_sub(first->paragraph->text, first->quantity->numeral.digits));
        }
    }
}

static size_t sum(const size_t *values)
{
    size_t total = 0;

    for (int i = 0; i < OPERATORS; i++) {
        total += values[i];
    }
    return total;
}

static void report(const struct bench *bench)
{
    const struct score *s = &bench->score;

    print_message("%-12s coverage %zu/%zu  false alarms %zu/%zu  faults %zu/%zu  mutants %zu/%zu:",
                  bench->kind, s->covered, s->gold, s->alarms, s->clean, s->found, s->faults,
                  sum(s->detected), sum(s->detectable));
    for (int i = 0; i < OPERATORS; i++) {
        print_message(" %s %zu/%zu", operator_names[i], s->detected[i], s->detectable[i]);
    }
    print_message("\n");
}

static void run_kind(void **state)
{
    struct bench *bench = *state;
    struct hg_buf file = HG_BUF_INIT;
    struct hg_buf path = HG_BUF_INIT;
    struct hg_str rest;
    struct hg_str line;

    hg_buf_printf(&path, HG_SOURCE_DIR "/tests/bench/figures/%s.tsv", bench->kind);
    hg_test_read(&file, hg_buf_view(&path).data);
    rest = hg_buf_view(&file);
    while (hg_str_split(&rest, '\n', &line)) {
        struct row row;
        struct hg_doc *doc;

        if (!read_row(line, &row)) {
            continue;
        }
        doc = document_of(row.text);
        judge(bench, &row, hg_ledger_build(doc->arena, doc, NULL));
        hg_doc_free(doc);
    }
    hg_buf_release(&file);
    hg_buf_release(&path);
    report(bench);
    assert_true(bench->score.gold >= 40);
    assert_true(bench->score.clean - bench->score.gold >= 10);
    assert_int_equal(bench->score.alarms, 0);
    assert_true(bench->score.covered * 100 >= bench->score.gold * 90);
    assert_true(bench->score.found * 100 >= bench->score.faults * 85);
    assert_true(sum(bench->score.detected) * 100 >= sum(bench->score.detectable) * 85);
}

int main(void)
{
    static struct bench benches[] = {
        {"rate", {HG_RELATION_RATE}, 1, {0}, 1},
        {"sum", {HG_RELATION_SUM}, 1, {0}, 2},
        {"growth", {HG_RELATION_GROWTH}, 1, {0}, 3},
        {"difference", {HG_RELATION_DIFFERENCE}, 1, {0}, 4},
        {"multiple", {HG_RELATION_MULTIPLE}, 1, {0}, 5},
        {"containment", {HG_RELATION_CONTAINMENT, HG_RELATION_SUM}, 2, {0}, 6},
        {"count", {HG_RELATION_COUNT}, 1, {0}, 7},
        {"average", {HG_RELATION_AVERAGE}, 1, {0}, 8},
        {"agreement", {HG_RELATION_AGREEMENT}, 1, {0}, 9},
    };
    struct CMUnitTest tests[sizeof benches / sizeof *benches];

    for (size_t i = 0; i < sizeof benches / sizeof *benches; i++) {
        tests[i] = (struct CMUnitTest){benches[i].kind, run_kind, NULL, NULL, &benches[i]};
    }
    return cmocka_run_group_tests_name("bench of figures", tests, NULL, NULL);
}
