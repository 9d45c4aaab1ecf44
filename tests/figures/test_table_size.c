/* Large and hostile tables: linear time, no crash, no false verdict. */
#include <stdio.h>
#include <time.h>

#include "figures/ledger.h"
#include "support/outline.h"
#include "support/unit.h"

enum shape { PLAIN, SUBTOTALS, ALL_TOTALS, ALL_ZERO, RATE_ROWS, OF_WHICH, HALVING, CROSSWISE, SHAPES };

static void write_row(struct hg_buf *out, enum shape shape, unsigned i, unsigned rows)
{
    unsigned a = (i * 7919u) % 900u + 100u, b = (i * 104729u) % 800u + 100u;

    switch (shape) {
    case PLAIN:
        hg_buf_printf(out, "| 单位%u | %u | %u | %u |\n", i, a, b, a + b);
        break;
    case SUBTOTALS:
        hg_buf_printf(out, i % 3 == 2 ? "| 小计 | %u | %u | %u |\n" : "| 项目 | %u | %u | %u |\n", a, b,
                      a + b);
        break;
    case ALL_TOTALS:
        hg_buf_printf(out, "| 合计 | %u | %u | %u |\n", a, b, a + b);
        break;
    case ALL_ZERO:
        hg_buf_printf(out, "| 单位%u | 0 | 0 | 0 |\n", i);
        break;
    case RATE_ROWS:
        hg_buf_printf(out, "| 办结率%u | %u.%u%% | %u%% | %u%% |\n", i, a % 100, b % 10, b % 100, a % 100);
        break;
    case OF_WHICH:
        hg_buf_printf(out, "| 其中：%u | %u | %u | %u |\n", i, a, b, a + b);
        break;
    case HALVING:
        hg_buf_printf(out, "| 单位%u | %u | %u | %u |\n", i, rows - i, rows - i, rows - i);
        break;
    default:
        hg_buf_printf(out, "| 合计 | 类%u | %u | %u |\n", i % 50, a, b);
        break;
    }
}

static double seconds(enum shape shape, unsigned rows, size_t *wrong)
{
    struct hg_buf outline = HG_BUF_INIT;
    struct timespec start, end;
    struct hg_ledger *ledger;
    struct hg_doc *doc;

    hg_buf_puts(&outline, "| 单位 | 受理 | 办结 | 合计 |\n");
    for (unsigned i = 0; i < rows; i++) {
        write_row(&outline, shape, i, rows);
    }
    doc = hg_test_doc(outline.data);
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
    ledger = hg_ledger_build(doc->arena, doc, NULL);
    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
    *wrong = 0;
    for (size_t i = 0; i < ledger->claims.len; i++) {
        *wrong += ledger->claims.items[i]->verdict == HG_VERDICT_WRONG;
    }
    hg_doc_free(doc);
    hg_buf_release(&outline);
    return (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
}

static void ten_times_the_rows_cost_ten_times_the_time(void **state)
{
    (void)state;
    for (int shape = 0; shape < SHAPES; shape++) {
        size_t wrong;
        double small = 1e9, large = 1e9;

        for (int i = 0; i < 3; i++) {
            double one = seconds((enum shape)shape, 500, &wrong);

            small = one < small ? one : small;
        }
        for (int i = 0; i < 2; i++) {
            double one = seconds((enum shape)shape, 5000, &wrong);

            large = one < large ? one : large;
        }
        (void)printf("shape %d: 500 rows %.4f s, 5000 rows %.4f s, ratio %.1f, wrong %zu\n", shape,
                     small, large, large / small, wrong);
        assert_true(large < small * 25 + 0.02); /* room for a shared machine; a square would be 100 */
        assert_int_equal(wrong, 0);
    }
}

static void totals_of_thousands_of_rows_are_checked(void **state)
{
    struct hg_buf outline = HG_BUF_INIT;
    struct hg_ledger *ledger;
    struct hg_doc *doc;
    unsigned long sums[2] = {0, 0};
    size_t wrong = 0, consistent = 0;

    (void)state;
    hg_buf_puts(&outline, "| 单位 | 受理 | 办结 |\n");
    for (unsigned i = 0; i < 5000; i++) {
        unsigned a = (i * 7919u) % 900u + 100u, b = (i * 104729u) % 800u + 100u;

        sums[0] += a;
        sums[1] += b;
        hg_buf_printf(&outline, "| 单位%u | %u | %u |\n", i, a, b);
    }
    hg_buf_printf(&outline, "| 合计 | %lu | %lu |\n", sums[0], sums[1] + 7);
    doc = hg_test_doc(outline.data);
    ledger = hg_ledger_build(doc->arena, doc, NULL);
    for (size_t i = 0; i < ledger->claims.len; i++) {
        const struct hg_claim *claim = ledger->claims.items[i];

        wrong += claim->relation == HG_RELATION_TABLE_SUM && claim->verdict == HG_VERDICT_WRONG;
        consistent +=
            claim->relation == HG_RELATION_TABLE_SUM && claim->verdict == HG_VERDICT_CONSISTENT;
        assert_true(claim->working.len < 400);
    }
    assert_int_equal(wrong, 1);
    assert_int_equal(consistent, 1);
    hg_doc_free(doc);
    hg_buf_release(&outline);
}

static void odd_tables_do_no_harm(void **state)
{
    static const char *const outlines[] = {
        "| a |\n| 1 |\n",
        "| | | |\n| | | |\n",
        "| 1 | 2 | 3 |\n| 4 | 5 | 6 |\n| 合计 | 7 | 9 |\n",
        "| 合计 | 合计 | 合计 |\n| 合计 | 1 | 2 |\n| 合计 | 3 | 4 |\n",
        "| 项目 | 数 |\n| 甲 | 99999999999999999999999999999999999999999999 |\n| 乙 | 1 |\n| 合计 | 2 |\n",
        "| 项目 | 数（亿元） |\n| 甲 | 9999999999999999999999999999 |\n| 乙 | 1 |\n| 合计 | 2 |\n",
        "| 项目 | < | < |\n| ^ | < | < |\n| 甲 | 1 | < |\n",
        "| 率 | 率 | 率 |\n| 0% | 0 | 0 |\n| 1% | 0 | 0 |\n",
        "| 项目 | 本期 | 上期 | 增长 |\n| 甲 | 5 | 0 | 100% |\n| 乙 | 0 | 0 | 0% |\n| 丙 | -3 | -2 | 50% |\n",
        "| 占比 | 占比 |\n| 占比 | 占比 |\n| 50% | 50% |\n| 合计 | 100% |\n",
    };

    (void)state;
    for (size_t i = 0; i < sizeof outlines / sizeof *outlines; i++) {
        struct hg_doc *doc = hg_test_doc(outlines[i]);

        assert_non_null(hg_ledger_build(doc->arena, doc, NULL));
        hg_doc_free(doc);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(odd_tables_do_no_harm),
        cmocka_unit_test(totals_of_thousands_of_rows_are_checked),
        cmocka_unit_test(ten_times_the_rows_cost_ten_times_the_time),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
