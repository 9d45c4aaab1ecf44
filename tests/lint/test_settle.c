/* What becomes of findings once all checks have run. */
#include "lint/pass.h"
#include "lint/registry.h"
#include "support/outline.h"
#include "support/unit.h"

struct fixture {
    struct hg_pass pass;
    struct hg_lint_options options;
    struct hg_check strong, weak;
};

static const char *const weak_ids[] = {"weak", NULL};

static void open_pass(struct fixture *f, const char *notation)
{
    size_t count;

    memset(f, 0, sizeof *f);
    f->options.today = (struct hg_day){2024, 7, 5};
    f->pass.doc = hg_test_doc(notation);
    f->pass.options = &f->options;
    f->pass.arena = hg_arena_open();
    f->pass.analyses =
        HG_NEW_ARRAY(f->pass.arena, const struct hg_analysis *, f->pass.doc->paragraphs.len);
    (void)hg_checks(&count);
    f->pass.reported = HG_NEW_ARRAY(f->pass.arena, size_t, count);
    f->strong = (struct hg_check){.id = "strong", .severity = HG_SEVERITY_ERROR,
                                  .supersedes = weak_ids};
    f->weak = (struct hg_check){.id = "weak", .severity = HG_SEVERITY_WARNING};
}

static void close_pass(struct fixture *f)
{
    hg_arena_free(f->pass.arena);
    hg_doc_free(f->pass.doc);
}

/* A finding as a check would report it: hg_report knows registered checks only. */
static struct hg_finding *add(struct fixture *f, const struct hg_check *check, size_t paragraph,
                              size_t start, size_t end, const char *message)
{
    struct hg_finding *finding = HG_NEW(f->pass.arena, struct hg_finding);

    finding->check = check;
    finding->severity = check->severity;
    finding->place.paragraph = f->pass.doc->paragraphs.items[paragraph];
    finding->place.span = (struct hg_span){start, end};
    finding->message = hg_str_of(message);
    finding->subject = HG_STR("");
    finding->order = (uint32_t)f->pass.findings.len;
    *HG_PUSH(f->pass.arena, &f->pass.findings) = finding;
    return finding;
}

static void overlapping_weaker_findings_give_way(void **state)
{
    struct fixture f;

    (void)state;
    open_pass(&f, "今年以来，共受理来信47件。\n其中来电12件。\n");
    add(&f, &f.weak, 0, 0, 9, "甲");
    add(&f, &f.strong, 0, 6, 12, "乙");
    add(&f, &f.weak, 0, 12, 15, "丙");
    add(&f, &f.weak, 1, 6, 12, "丁");
    hg_settle(&f.pass);
    assert_int_equal(f.pass.findings.len, 3);
    assert_true(hg_str_is(f.pass.findings.items[0]->message, "乙"));
    assert_true(hg_str_is(f.pass.findings.items[1]->message, "丙"));
    assert_true(hg_str_is(f.pass.findings.items[2]->message, "丁"));
    close_pass(&f);
}

static void one_claim_gives_one_finding(void **state)
{
    struct fixture f;
    int claim = 0;

    (void)state;
    open_pass(&f, "今年以来，共受理来信47件。\n");
    add(&f, &f.weak, 0, 0, 3, "甲")->claim = &claim;
    add(&f, &f.strong, 0, 9, 12, "乙")->claim = &claim;
    hg_settle(&f.pass);
    assert_int_equal(f.pass.findings.len, 1);
    assert_true(hg_str_is(f.pass.findings.items[0]->message, "乙"));
    assert_int_equal(f.pass.findings.items[0]->related.len, 1);
    assert_int_equal(f.pass.findings.items[0]->related.items[0].span.end, 3);
    close_pass(&f);
}

static void the_same_fault_is_said_once(void **state)
{
    struct fixture f;

    (void)state;
    open_pass(&f, "今年以来，共受理来信47件。\n");
    add(&f, &f.weak, 0, 0, 3, "甲");
    add(&f, &f.weak, 0, 0, 3, "甲");
    add(&f, &f.weak, 0, 0, 3, "乙");
    hg_settle(&f.pass);
    assert_int_equal(f.pass.findings.len, 2);
    close_pass(&f);
}

/* The fingerprint of the finding on 47 in the given text. */
static void fingerprint_of(char out[33], const char *notation)
{
    struct fixture f;

    open_pass(&f, notation);
    for (size_t i = 0; i < f.pass.doc->paragraphs.len; i++) {
        size_t at = hg_str_find(f.pass.doc->paragraphs.items[i]->text, HG_STR("47"), 0);

        if (at != SIZE_MAX) {
            add(&f, &f.strong, i, at, at + 2, "甲");
        }
    }
    hg_settle(&f.pass);
    memcpy(out, f.pass.findings.items[0]->fingerprint, 33);
    close_pass(&f);
}

static void fingerprints_outlive_edits_elsewhere(void **state)
{
    char before[33], after[33], changed[33];

    (void)state;
    fingerprint_of(before, "一、工作情况\n今年以来，共受理来信47件。\n");
    fingerprint_of(after, "新增一段。\n二、总体情况\n近来，共受理 来信47件，办结全部。\n");
    fingerprint_of(changed, "一、工作情况\n今年以来，共受理来访47件。\n");
    assert_string_equal(before, after);
    assert_string_not_equal(before, changed);
    assert_int_equal(strlen(before), 32);
}

static void equal_faults_have_fingerprints_of_their_own(void **state)
{
    struct fixture f;

    (void)state;
    open_pass(&f, "共受理来信47件。\n共受理来信47件。\n");
    add(&f, &f.strong, 0, 15, 17, "甲");
    add(&f, &f.strong, 1, 15, 17, "甲");
    hg_settle(&f.pass);
    assert_string_not_equal(f.pass.findings.items[0]->fingerprint,
                            f.pass.findings.items[1]->fingerprint);
    close_pass(&f);
}

static void habits_are_said_once(void **state)
{
    struct fixture f;
    struct hg_habit habit = {{NULL, 0, 0}, 0};

    (void)state;
    open_pass(&f, "今年以来，共受理来信47件。\n");
    assert_int_equal(hg_habit_verdict(&habit), HG_HABIT_CLEAN);
    for (size_t i = 0; i < 4; i++) {
        hg_habit_wrong(&f.pass, &habit, f.pass.doc->paragraphs.items[0], (struct hg_span){i, i + 1});
    }
    assert_int_equal(hg_habit_verdict(&habit), HG_HABIT_SINGLE);
    hg_habit_wrong(&f.pass, &habit, f.pass.doc->paragraphs.items[0], (struct hg_span){4, 5});
    assert_int_equal(hg_habit_verdict(&habit), HG_HABIT_THROUGHOUT);
    for (size_t i = 0; i < 5; i++) {
        hg_habit_right(&habit);
    }
    assert_int_equal(hg_habit_verdict(&habit), HG_HABIT_SINGLE);
    close_pass(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(overlapping_weaker_findings_give_way),
        cmocka_unit_test(one_claim_gives_one_finding),
        cmocka_unit_test(the_same_fault_is_said_once),
        cmocka_unit_test(fingerprints_outlive_edits_elsewhere),
        cmocka_unit_test(equal_faults_have_fingerprints_of_their_own),
        cmocka_unit_test(habits_are_said_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
