#include "io/xml.h"

#include "io/docx_names.h"
#include "support/unit.h"

static void the_vocabulary_is_sorted(void **state)
{
    (void)state;
    assert_int_equal(hg_docx_vocabulary.name_count, HG_X_COUNT - 1);
    for (size_t i = 1; i < hg_docx_vocabulary.name_count; i++) {
        assert_true(strcmp(hg_docx_vocabulary.names[i - 1], hg_docx_vocabulary.names[i]) < 0);
    }
}

static void a_tree_knows_its_lines(void **state)
{
    static const char text[] = "<?xml version=\"1.0\"?>\n<f:form xmlns:f=\"urn:f\" id=\"a\">\n"
                               "  <f:part title=\"工作&amp;情况\">甲<!-- x -->乙</f:part>\n"
                               "  <other/><f:part/>\n</f:form>";
    struct hg_arena *arena = hg_arena_open();
    struct hg_xml_node *root;
    const struct hg_xml_node *part;

    (void)state;
    assert_int_equal(hg_xml_tree(&root, arena, hg_str_of(text), "a.xml", NULL), HG_OK);
    assert_string_equal(root->name, "form");
    assert_string_equal(root->uri, "urn:f");
    assert_int_equal(root->line, 2);
    assert_true(hg_str_is(hg_xml_field(root, "id"), "a"));
    assert_null(hg_xml_field(root, "none").data);
    part = hg_xml_child(root, "part");
    assert_true(hg_str_is(hg_xml_field(part, "title"), "工作&情况"));
    assert_true(hg_str_is(part->text, "甲乙"));
    assert_int_equal(part->line, 3);
    part = hg_xml_sibling(part, "part");
    assert_int_equal(part->line, 4);
    assert_null(hg_xml_sibling(part, "part"));
    hg_arena_free(arena);
}

static void a_broken_tree_is_told(void **state)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_error err;
    struct hg_xml_node *root;

    (void)state;
    assert_int_equal(hg_xml_tree(&root, arena, HG_STR("<a>\n<b></a>"), "表.xml", &err),
                     HG_MALFORMED);
    assert_non_null(strstr(err.message, "表.xml 第 2 行"));
    assert_null(root);
    assert_int_equal(hg_xml_tree(&root, arena, HG_STR("<!DOCTYPE a><a/>"), "x", &err),
                     HG_MALFORMED);
    assert_non_null(strstr(err.message, "DOCTYPE"));
    assert_int_equal(hg_xml_tree(&root, arena, HG_STR(""), "x", &err), HG_MALFORMED);
    hg_arena_free(arena);
}

static void keep_fault(void *user, int line, const char *message)
{
    struct hg_buf *out = user;

    hg_buf_printf(out, "%d:%s;", line, message);
}

static void relax_ng_is_validated(void **state)
{
    static const char schema[] = "<element name=\"a\" xmlns=\"http://relaxng.org/ns/structure/1.0\">"
                                 "<oneOrMore><element name=\"b\"><text/></element></oneOrMore>"
                                 "</element>";
    struct hg_buf faults = HG_BUF_INIT;
    bool valid;

    (void)state;
    assert_int_equal(hg_xml_validate(&valid, hg_str_of(schema), HG_STR("<a><b/></a>"), "x",
                                     keep_fault, &faults, NULL),
                     HG_OK);
    assert_true(valid);
    assert_int_equal(faults.len, 0);
    assert_int_equal(hg_xml_validate(&valid, hg_str_of(schema), HG_STR("<a>\n<b/>\n<c/></a>"), "x",
                                     keep_fault, &faults, NULL),
                     HG_OK);
    assert_false(valid);
    assert_non_null(strstr(faults.data, "3:"));
    assert_int_equal(hg_xml_validate(&valid, HG_STR("<x/>"), HG_STR("<a/>"), "x", keep_fault,
                                     &faults, NULL),
                     HG_BAD_SETTINGS);
    assert_int_equal(hg_xml_validate(&valid, hg_str_of(schema), HG_STR("<!DOCTYPE a><a/>"), "x",
                                     keep_fault, &faults, NULL),
                     HG_MALFORMED);
    assert_int_equal(hg_xml_validate(&valid, hg_str_of(schema), HG_STR("<a"), "x", keep_fault,
                                     &faults, NULL),
                     HG_MALFORMED);
    hg_buf_release(&faults);
}

static void text_is_escaped(void **state)
{
    struct hg_buf out = HG_BUF_INIT;

    (void)state;
    hg_xml_escape(&out, HG_STR("<甲 & \"乙\">\x01\n"));
    assert_string_equal(out.data, "&lt;甲 &amp; &quot;乙&quot;&gt;\n");
    hg_buf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_vocabulary_is_sorted),
        cmocka_unit_test(a_tree_knows_its_lines),
        cmocka_unit_test(a_broken_tree_is_told),
        cmocka_unit_test(relax_ng_is_validated),
        cmocka_unit_test(text_is_escaped),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
