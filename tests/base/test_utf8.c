#include "base/utf8.h"

#include "support/unit.h"

static void every_code_point_round_trips(void **state)
{
    (void)state;
    for (uint32_t c = 1; c <= 0x10FFFF; c++) {
        char bytes[4];
        struct hg_str text = {bytes, hg_utf8_encode(c, bytes)};
        size_t at = 0, back = text.len;
        bool surrogate = c >= 0xD800 && c <= 0xDFFF;

        assert_int_equal(hg_utf8_next(text, &at), surrogate ? 0xFFFD : c);
        assert_int_equal(at, text.len);
        assert_int_equal(hg_utf8_prev(text, &back), surrogate ? 0xFFFD : c);
        assert_int_equal(back, 0);
    }
}

static void ill_formed_bytes_move_forward(void **state)
{
    static const char *const bad[] = {"\x80", "\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80",
                                      "\xF4\x90\x80\x80", "\xE4\xB8", "\xFF"};

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct hg_str text = hg_str_of(bad[i]);
        size_t steps = 0;

        assert_int_equal(hg_utf8_valid_until(text), 0);
        for (size_t at = 0; at < text.len; steps++) {
            assert_int_equal(hg_utf8_next(text, &at), 0xFFFD);
        }
        assert_int_equal(steps, text.len);
    }
}

static void offsets_and_counts_agree(void **state)
{
    struct hg_str text = HG_STR("共47件，éa𠮷");

    (void)state;
    assert_int_equal(hg_utf8_count(text), 8);
    for (size_t n = 0; n <= 8; n++) {
        struct hg_str front = {text.data, hg_utf8_offset(text, n)};

        assert_int_equal(hg_utf8_count(front), n);
    }
    assert_int_equal(hg_utf8_offset(text, 100), text.len);
    assert_int_equal(hg_utf8_at(text, text.len), 0);
    assert_int_equal(hg_utf8_before(text, 0), 0);
}

static void widths_are_those_of_a_terminal(void **state)
{
    (void)state;
    assert_int_equal(hg_utf8_width(HG_STR("共47件")), 6);
    assert_int_equal(hg_utf8_width(HG_STR("“四张清单”")), 10);
    assert_int_equal(hg_utf8_width(HG_STR("e\xCC\x81")), 1);
}

static void nothing_unprintable_is_printed(void **state)
{
    struct hg_buf out = HG_BUF_INIT;

    (void)state;
    hg_utf8_printable(&out, HG_STR("甲\x1B[2J\n乙\xE2\x80\xAE丙\xEF\xBB\xBF\xC2\x85丁"));
    assert_string_equal(out.data, "甲[2J 乙丙丁");
    hg_buf_release(&out);
}

static void composed_forms_are_equal(void **state)
{
    struct hg_buf out = HG_BUF_INIT;

    (void)state;
    hg_utf8_nfc(&out, HG_STR("e\xCC\x81"));
    assert_string_equal(out.data, "\xC3\xA9");
    hg_buf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_round_trips),
        cmocka_unit_test(ill_formed_bytes_move_forward),
        cmocka_unit_test(offsets_and_counts_agree),
        cmocka_unit_test(widths_are_those_of_a_terminal),
        cmocka_unit_test(nothing_unprintable_is_printed),
        cmocka_unit_test(composed_forms_are_equal),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
