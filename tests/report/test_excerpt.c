#include "report/excerpt.h"

#include "base/utf8.h"
#include "support/outline.h"
#include "support/unit.h"

/* The excerpt of `quote` in the only paragraph, and where its underline lies. */
static void assert_excerpt(const char *notation, const char *quote, size_t columns,
                           const char *expected)
{
    struct hg_doc *doc = hg_test_doc(notation);
    const struct hg_paragraph *paragraph = doc->paragraphs.items[0];
    size_t at = hg_str_find(paragraph->text, hg_str_of(quote), 0);
    struct hg_place place = {paragraph, {at, at + strlen(quote)}};
    struct hg_excerpt excerpt;
    struct hg_str text;

    hg_excerpt_init(&excerpt, place, columns);
    text = hg_buf_view(&excerpt.text);
    if (expected != NULL) {
        assert_string_equal(text.data, expected);
    }
    assert_true(hg_utf8_width(text) <= columns + 4);
    /* the underline starts where the quote stands */
    if (strlen(quote) > 0) {
        struct hg_str before = {text.data, hg_str_find(text, hg_str_of(quote), 0)};

        assert_int_equal(hg_utf8_width(before), excerpt.indent);
        assert_int_equal(excerpt.width, hg_utf8_width(hg_str_of(quote)));
    }
    hg_excerpt_release(&excerpt);
    hg_doc_free(doc);
}

static void clauses_around_the_span_are_shown(void **state)
{
    const char *text = "今年以来，全县共受理来信来访47件，办结45件，办结率95.7%，群众满意度不断提升。";

    (void)state;
    assert_excerpt(text, "95.7%", 200, text);
    assert_excerpt(text, "95.7%", 44, "…办结45件，办结率95.7%，…");
    assert_excerpt(text, "今年以来", 20, "今年以来，…");
}

static void a_long_clause_is_cut_by_characters(void **state)
{
    (void)state;
    assert_excerpt("组织开展形式多样内容丰富覆盖广泛的普法宣传教育活动并取得良好效果", "普法宣传", 24, NULL);
}

static void a_long_span_shows_its_beginning(void **state)
{
    struct hg_doc *doc = hg_test_doc("组织开展形式多样内容丰富覆盖广泛的普法宣传教育活动。全年共开展47场。\n");
    struct hg_place place = {doc->paragraphs.items[0], {0, doc->paragraphs.items[0]->text.len}};
    struct hg_excerpt excerpt;

    (void)state;
    hg_excerpt_init(&excerpt, place, 24);
    assert_string_equal(excerpt.text.data, "组织开展形式多样内容…");
    assert_int_equal(excerpt.indent, 0);
    assert_int_equal(excerpt.width, 20);
    hg_excerpt_release(&excerpt);
    hg_doc_free(doc);
}

static void an_automatic_number_is_underlined(void **state)
{
    struct hg_doc *doc = hg_test_doc("+ 工作情况\n");
    struct hg_place place = {doc->paragraphs.items[0], {0, 0}};
    struct hg_excerpt excerpt;

    (void)state;
    hg_excerpt_init(&excerpt, place, 60);
    assert_string_equal(excerpt.text.data, "一、工作情况");
    assert_int_equal(excerpt.indent, 0);
    assert_int_equal(excerpt.width, 4);
    hg_excerpt_release(&excerpt);
    hg_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clauses_around_the_span_are_shown),
        cmocka_unit_test(a_long_clause_is_cut_by_characters),
        cmocka_unit_test(a_long_span_shows_its_beginning),
        cmocka_unit_test(an_automatic_number_is_underlined),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
