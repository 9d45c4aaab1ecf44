/* Formats against what their readers demand: JUnit by a schema, GitLab's Code Quality and GitHub's
 * commands by their rules; fingerprints that survive what does not concern them. */
#include "base/json.h"
#include "base/map.h"
#include "io/xml.h"
#include "report/writer.h"
#include "support/golden.h"
#include "support/outline.h"
#include "support/unit.h"

#define DRAFT                                                                                      \
    "一、工作情况\n"                                                                               \
    "共受理来信（含来电1181件，办结1159件，办结率98.9%。<b>&amp;\n"                                \
    "共受理来信（含来电1181件，办结1159件，办结率98.9%。\n"

static const struct hg_lint_options lint = {.today = {2024, 7, 5}};

/* The whole output of one checked draft, one unreadable and one skipped file. */
static void render(struct hg_buf *out, const char *format, const char *outline)
{
    const struct hg_writer *writer = hg_writer_find(format);
    struct hg_report_settings settings = {.width = 100, .files = 3};
    struct hg_report_summary summary = {.files = 3, .unreadable = 1, .skipped = 1};
    struct hg_doc *doc = hg_test_doc(outline);
    struct hg_lint_result *result = hg_lint_run(doc, &lint);
    struct hg_report_file files[] = {
        {.path = HG_STR("甲<\"&>.docx"), .key = HG_STR("甲<\"&>.docx"), .result = result},
        {.path = HG_STR("b.docx"), .key = HG_STR("b.docx"), .status = HG_FILE_UNREADABLE},
        {.path = HG_STR("c.docx"), .key = HG_STR("c.docx"), .status = HG_FILE_SKIPPED},
    };
    bool first = true;

    assert_non_null(writer);
    (void)hg_error_set(&files[1].error, HG_ENCRYPTED, "有<密码>，100%%\n打不开");
    (void)hg_error_set(&files[2].error, HG_EMPTY, "空文件");
    writer->begin(out, &settings, &summary);
    for (size_t i = 0; i < 3; i++) {
        struct hg_buf fragment = HG_BUF_INIT;

        writer->document(&fragment, &settings, &files[i]);
        if (fragment.len > 0) {
            hg_buf_puts(out, first ? "" : writer->separator);
            hg_buf_str(out, hg_buf_view(&fragment));
            first = false;
        }
        hg_buf_release(&fragment);
    }
    writer->end(out, &settings, &summary);
    hg_lint_result_free(result);
    hg_doc_free(doc);
}

static void say_fault(void *user, int line, const char *message)
{
    (void)user;
    print_error("line %d: %s\n", line, message);
}

static bool fits_junit(struct hg_str text)
{
    struct hg_buf schema = HG_BUF_INIT;
    struct hg_error err;
    bool valid = false;

    hg_test_read(&schema, HG_SOURCE_DIR "/tests/report/junit.rng");
    if (hg_xml_validate(&valid, hg_buf_view(&schema), text, "junit", say_fault, NULL, &err) !=
        HG_OK) {
        print_error("%s\n", err.message);
        valid = false;
    }
    hg_buf_release(&schema);
    return valid;
}

static void junit_fits_its_schema(void **state)
{
    struct hg_buf out = HG_BUF_INIT;

    (void)state;
    render(&out, "junit", DRAFT);
    assert_true(fits_junit(hg_buf_view(&out)));
    assert_true(hg_str_contains(hg_buf_view(&out), HG_STR("第2段"))); /* the place is in the text */
    assert_false(fits_junit(HG_STR("<testsuites name=\"hegao\"><testsuite name=\"a\"/></testsuites>")));
    hg_buf_release(&out);
}

static bool one_of(struct hg_str value, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (hg_str_is(value, names[i])) {
            return true;
        }
    }
    return false;
}

static void gitlab_issues_are_whole_and_unique(void **state)
{
    static const char *const severities[] = {"info", "minor", "major", "critical", "blocker"};
    struct hg_arena *arena = hg_arena_open();
    struct hg_buf out = HG_BUF_INIT;
    struct hg_map seen;
    struct hg_json *list;
    struct hg_error err;

    (void)state;
    hg_map_init(&seen, arena);
    render(&out, "gitlab", DRAFT);
    assert_int_equal(hg_json_parse(&list, hg_buf_view(&out), &err), HG_OK);
    assert_int_equal(hg_json_kind(list), HG_JSON_ARRAY);
    assert_true(hg_json_len(list) >= 5);
    for (size_t i = 0; i < hg_json_len(list); i++) {
        const struct hg_json *issue = hg_json_at(list, i);
        const struct hg_json *location = hg_json_get(issue, "location");
        struct hg_str print = hg_json_text(hg_json_get(issue, "fingerprint"));

        assert_true(hg_json_text(hg_json_get(issue, "description")).len > 0);
        assert_true(hg_json_text(hg_json_get(issue, "check_name")).len > 0);
        assert_true(one_of(hg_json_text(hg_json_get(issue, "severity")), severities, 5));
        assert_true(hg_json_text(hg_json_get(location, "path")).len > 0);
        assert_true(hg_json_integer_value(hg_json_get(hg_json_get(location, "lines"), "begin")) >= 1);
        assert_int_equal(print.len, 32);
        assert_null(hg_map_get(&seen, print));
        *hg_map_put(&seen, print) = list;
    }
    hg_json_free(list);
    hg_buf_release(&out);
    hg_arena_free(arena);
}

/* Every fingerprint of the output, in order. */
static void fingerprints(struct hg_buf *out, const char *outline)
{
    struct hg_buf text = HG_BUF_INIT;
    struct hg_json *list;
    struct hg_error err;

    render(&text, "gitlab", outline);
    assert_int_equal(hg_json_parse(&list, hg_buf_view(&text), &err), HG_OK);
    for (size_t i = 0; i < hg_json_len(list); i++) {
        const struct hg_json *issue = hg_json_at(list, i);

        if (hg_str_is(hg_json_text(hg_json_get(issue, "check_name")), "unmatched-mark") ||
            hg_str_is(hg_json_text(hg_json_get(issue, "check_name")), "wrong-rate")) {
            hg_buf_str(out, hg_json_text(hg_json_get(issue, "fingerprint")));
            hg_buf_putc(out, '\n');
        }
    }
    hg_json_free(list);
    hg_buf_release(&text);
}

static void fingerprints_survive_other_edits(void **state)
{
    static const char *const edited[] = {
        DRAFT,
        "新加的一段。\n" DRAFT,
        "二、工作情况\n"
        "共受理来信（含来电1181件，办结1159件，办结率98.9%。<b>&amp;\n"
        "共受理来信（含来电1181件，办结1159件，办结率98.9%。\n"
        "末尾又加一段。\n",
    };
    struct hg_buf first = HG_BUF_INIT;

    (void)state;
    fingerprints(&first, DRAFT);
    assert_true(first.len >= 33 * 3);
    for (size_t i = 0; i < sizeof edited / sizeof *edited; i++) {
        struct hg_buf again = HG_BUF_INIT;

        fingerprints(&again, edited[i]);
        assert_string_equal(again.data, first.data);
        hg_buf_release(&again);
    }
    hg_buf_release(&first);
}

static void github_commands_are_lines(void **state)
{
    struct hg_buf out = HG_BUF_INIT;
    struct hg_str rest, line;
    size_t count = 0;

    (void)state;
    render(&out, "github", DRAFT);
    rest = hg_buf_view(&out);
    while (hg_str_split(&rest, '\n', &line)) {
        if (line.len == 0) {
            continue;
        }
        assert_true(hg_str_starts(line, HG_STR("::error title=")) ||
                    hg_str_starts(line, HG_STR("::warning title=")) ||
                    hg_str_starts(line, HG_STR("::notice title=")));
        assert_true(hg_str_contains(line, HG_STR(",file=")));
        count++;
    }
    assert_true(count >= 5);
    assert_true(hg_str_contains(hg_buf_view(&out), HG_STR("100%25%0A打不开")));
    hg_buf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(junit_fits_its_schema),
        cmocka_unit_test(gitlab_issues_are_whole_and_unique),
        cmocka_unit_test(fingerprints_survive_other_edits),
        cmocka_unit_test(github_commands_are_lines),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
