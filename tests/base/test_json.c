#include "base/json.h"

#include "support/unit.h"

static void members_keep_their_order(void **state)
{
    struct hg_json *object = hg_json_object(), *list = hg_json_array();
    struct hg_buf out = HG_BUF_INIT;

    (void)state;
    hg_json_set_text(object, "z", "甲\"\n");
    hg_json_set_integer(object, "a", 47);
    hg_json_push(list, hg_json_bool(true));
    hg_json_push(list, hg_json_null());
    hg_json_set(object, "list", list);
    hg_json_write(&out, object, 0);
    assert_string_equal(out.data, "{\"z\":\"甲\\\"\\n\",\"a\":47,\"list\":[true,null]}");
    hg_buf_release(&out);
    hg_json_free(object);
}

static void ill_formed_text_becomes_valid(void **state)
{
    struct hg_json *value = hg_json_string((struct hg_str){"a\xFF", 2});

    (void)state;
    assert_true(hg_str_equal(hg_json_text(value), HG_STR("a\xEF\xBF\xBD")));
    hg_json_free(value);
}

static void errors_name_the_line(void **state)
{
    struct hg_json *value;
    struct hg_error err;

    (void)state;
    assert_int_equal(hg_json_parse(&value, HG_STR("{\n\"a\": }"), &err), HG_BAD_SETTINGS);
    assert_non_null(strstr(err.message, "第2行"));
    assert_int_equal(hg_json_parse(&value, HG_STR("{\"a\": [1, \"二\"]}"), &err), HG_OK);
    assert_int_equal(hg_json_integer_value(hg_json_at(hg_json_get(value, "a"), 0)), 1);
    assert_true(hg_str_is(hg_json_text(hg_json_at(hg_json_get(value, "a"), 1)), "二"));
    assert_null(hg_json_get(value, "b"));
    hg_json_free(value);
}

static void long_messages_are_cut_between_characters(void **state)
{
    struct hg_buf text = HG_BUF_INIT;
    struct hg_error err;

    (void)state;
    for (size_t i = 0; i < 1000; i++) {
        hg_buf_puts(&text, "核");
    }
    (void)hg_error_set(&err, HG_IO, "x%s", text.data);
    assert_true(strlen(err.message) < HG_ERROR_MAX);
    assert_int_equal((strlen(err.message) - 1) % 3, 0);
    assert_string_equal(hg_status_name(HG_IO), "io");
    hg_buf_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_keep_their_order),
        cmocka_unit_test(ill_formed_text_becomes_valid),
        cmocka_unit_test(errors_name_the_line),
        cmocka_unit_test(long_messages_are_cut_between_characters),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
