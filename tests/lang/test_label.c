#include "lang/label.h"

#include "support/unit.h"

static const struct {
    const char *text;
    enum hg_label_style style;
    uint32_t value;
    const char *label; /* the bytes that the label covers */
} cases[] = {
    {"一、工作情况", HG_LABEL_HAN, 1, "一、"},
    {"十二、其他", HG_LABEL_HAN, 12, "十二、"},
    {"（三）抓落实", HG_LABEL_HAN_PAREN, 3, "（三）"},
    {"(三)抓落实", HG_LABEL_HAN_PAREN, 3, "(三)"},
    {"1.强化监管", HG_LABEL_DECIMAL, 1, "1."},
    {"1．强化监管", HG_LABEL_DECIMAL, 1, "1．"},
    {"2、强化监管", HG_LABEL_DECIMAL, 2, "2、"},
    {"（10）其他", HG_LABEL_DECIMAL_PAREN, 10, "（10）"},
    {"3）其他", HG_LABEL_DECIMAL_PAREN, 3, "3）"},
    {"①摸底", HG_LABEL_CIRCLED, 1, "①"},
    {"第一章 总则", HG_LABEL_CHAPTER, 1, "第一章 "},
    {"第二部分 工作安排", HG_LABEL_PART, 2, "第二部分 "},
    {"第十条 本办法", HG_LABEL_ARTICLE, 10, "第十条 "},
    {"一是压实责任", HG_LABEL_IS, 1, "一是"},
    {"第二，强化监管", HG_LABEL_DI, 2, "第二，"},
    {"其次，强化监管", HG_LABEL_ADVERB, 2, "其次，"},
    {"1.2.3 数据", HG_LABEL_MULTI, 3, "1.2.3 "},
    {"　　二、存在问题", HG_LABEL_HAN, 2, "　　二、"},
};

static void labels_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct hg_str text = hg_str_of(cases[i].text);
        struct hg_label_parse label;

        if (!hg_label_parse(text, 0, &label)) {
            fail_msg("%s: no label", cases[i].text);
        }
        assert_int_equal(label.style, cases[i].style);
        assert_int_equal(label.value, cases[i].value);
        assert_int_equal(label.span.end, strlen(cases[i].label));
    }
}

static void running_text_is_no_label(void **state)
{
    static const char *const texts[] = {
        "一二三产业融合", "一、二产业协同发展", "三、四季度",     "2023、2024两年", "3.5万元",
        "（2023年）",     "第一节课",           "第一批项目",     "2024年工作",     "一是一",
        "首先要抓落实",   "其次数",             "12345热线",      "",               "第",
    };

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct hg_label_parse label;

        if (hg_label_parse(hg_str_of(texts[i]), 0, &label) && label.style != HG_LABEL_IS) {
            fail_msg("%s: read as a label of style %d", texts[i], (int)label.style);
        }
    }
}

static void what_is_written_is_read_back(void **state)
{
    static const enum hg_label_style styles[] = {
        HG_LABEL_CHAPTER, HG_LABEL_PART,          HG_LABEL_SECTION, HG_LABEL_ARTICLE,
        HG_LABEL_HAN,     HG_LABEL_HAN_PAREN,     HG_LABEL_DECIMAL, HG_LABEL_DECIMAL_PAREN,
        HG_LABEL_CIRCLED, HG_LABEL_IS,            HG_LABEL_DI,
    };

    (void)state;
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++) {
        for (uint32_t value = 1; value <= (styles[i] == HG_LABEL_CIRCLED ? 20u : 99u); value++) {
            struct hg_buf text = HG_BUF_INIT;
            struct hg_label_parse label;

            hg_label_write(&text, styles[i], value);
            hg_buf_puts(&text, styles[i] <= HG_LABEL_ARTICLE ? " 内容" : "内容");
            assert_true(hg_label_parse(hg_buf_view(&text), 0, &label));
            assert_int_equal(label.style, styles[i]);
            assert_int_equal(label.value, value);
            hg_buf_release(&text);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_are_read),
        cmocka_unit_test(running_text_is_no_label),
        cmocka_unit_test(what_is_written_is_read_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
