#include "figures/quantity.h"

#include "model/build.h"
#include "support/unit.h"

/* The quantities of a text as "text=low..high unit", with the moments left out. */
static void assert_quantities(const char *text, const char *expected)
{
    struct hg_doc *doc = hg_doc_open();
    struct hg_node *body = (struct hg_node *)(uintptr_t)&hg_doc_body(doc)->node;
    struct hg_paragraph *paragraph = hg_doc_add_paragraph(doc, body);
    struct hg_quantities found = {.items = {NULL, 0, 0}, .moments = {NULL, 0, 0}};
    struct hg_buf out = HG_BUF_INIT;

    hg_paragraph_append(doc, paragraph, hg_str_of(text), NULL, 0, NULL);
    hg_doc_seal(doc);
    hg_quantities_find(doc->arena, &found, paragraph,
                       hg_analysis_build(doc->arena, paragraph->text));
    for (size_t i = 0; i < found.items.len; i++) {
        const struct hg_quantity *q = &found.items.items[i];

        hg_buf_puts(&out, i > 0 ? " " : "");
        hg_buf_str(&out, hg_str_sub(paragraph->text, q->span));
        hg_buf_puts(&out, "=");
        hg_ratio_format(&out, q->value.low);
        if (q->value.high_infinite) {
            hg_buf_puts(&out, "..");
        } else if (!hg_interval_is_point(&q->value)) {
            hg_buf_puts(&out, "..");
            hg_ratio_format(&out, q->value.high);
        }
    }
    if (!hg_str_is(hg_buf_view(&out), expected)) {
        fail_msg("%s\n  expected %s\n  found    %s", text, expected, out.data);
    }
    hg_buf_release(&out);
    hg_doc_free(doc);
}

static void counts_are_exact(void **state)
{
    (void)state;
    assert_quantities("共受理案件1181件、412人。", "1181件=1181 412人=412");
    assert_quantities("法律援助案件 387件", "387件=387");
    assert_quantities("案件1,181件", "1,181件=1181");
}

static void measures_have_the_precision_shown(void **state)
{
    (void)state;
    assert_quantities("收入38.3亿元。", "38.3亿元=3825000000..3835000000");
    assert_quantities("收入1092万元。", "1092万元=10915000..10925000");
    assert_quantities("公路1.97万公里。", "1.97万公里=19650000..19750000");
    assert_quantities("占98.1%。", "98.1%=0.9805..0.9815");
    assert_quantities("提高2.6个百分点", "2.6个百分点=0.0255..0.0265");
}

static void approximators_bound(void **state)
{
    (void)state;
    assert_quantities("培训500余人", "500余人=500..600");
    assert_quantities("服务380.6万余人次", "380.6万余人次=3806000..3807000");
    assert_quantities("近100家", "近100家=80..100");
    assert_quantities("约100家", "约100家=80..120");
    assert_quantities("超100家", "超100家=100..");
    assert_quantities("100家以上", "100家以上=100..");
    assert_quantities("不足100家", "不足100家=0..100");
    assert_quantities("证据不足5件", "5件=5");
    assert_quantities("已签约612户", "612户=612");
    assert_quantities("通过3项制度", "3项=3");
    assert_quantities("十几个部门", "十几个=11..19");
}

static void ranges_run_from_to(void **state)
{
    (void)state;
    assert_quantities("用3—5年", "3—5年=36..60");
    assert_quantities("10万～20万元", "10万～20万元=100000..200000");
    assert_quantities("10～20万元", "10～20万元=100000..200000");
    assert_quantities("占80%至90%", "80%至90%=0.8..0.9");
    assert_quantities("由3万元至5万元", "3万元=25000..35000 5万元=45000..55000");
}

static void names_and_codes_are_none(void **state)
{
    static const char *const texts[] = {
        "落实“三个规定”和“十个严禁”",  "拨打12345热线",          "清政发〔2021〕30号",
        "位列全省第8名",                "构建1+6+N体系",          "推进5G和G60建设",
        "电话0570-4012345",             "千家万户得实惠",         "做一些工作",
        "《清河县2021年30件实事》",     "2023年6月30日",          "一个方面",
        "上午10:30开会",                "前三名",                 "全国3·15活动",
        "编号2021001234",               "三门峡和四川",           "十分重要",
    };

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_quantities(texts[i], "");
    }
}

static void labels_are_none(void **state)
{
    (void)state;
    assert_quantities("1.2023年受理47件", "47件=47");
    assert_quantities("2、受理47件", "47件=47");
    assert_quantities("（3）受理47件", "47件=47");
}

static void bare_numbers_take_the_unit_of_their_list(void **state)
{
    (void)state;
    assert_quantities("收入56033万元，其中国税22891、地税28659、财政4483。",
                      "56033万元=560325000..560335000 22891=228905000..228915000 "
                      "28659=286585000..286595000 4483=44825000..44835000");
    assert_quantities("旧存113、新收345.2、结案229.4、未结228.8万件",
                      "113=1125000..1135000 345.2=3451500..3452500 229.4=2293500..2294500 "
                      "228.8万件=2287500..2288500");
    assert_quantities("参保人数增加7359万，试点88个。", "7359万=73585000..73595000 88个=88");
}

static void million_digits_end(void **state)
{
    size_t len = 1000000;
    char *digits = hg_heap_alloc(len + 1);
    struct hg_doc *doc = hg_doc_open();
    struct hg_node *body = (struct hg_node *)(uintptr_t)&hg_doc_body(doc)->node;
    struct hg_paragraph *paragraph = hg_doc_add_paragraph(doc, body);
    struct hg_quantities found = {.items = {NULL, 0, 0}, .moments = {NULL, 0, 0}};

    (void)state;
    memset(digits, '7', len);
    digits[len] = '\0';
    hg_paragraph_append(doc, paragraph, hg_str_of(digits), NULL, 0, NULL);
    hg_doc_seal(doc);
    hg_quantities_find(doc->arena, &found, paragraph,
                       hg_analysis_build(doc->arena, paragraph->text));
    assert_int_equal(found.items.len, 0);
    hg_heap_free(digits);
    hg_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_are_exact),
        cmocka_unit_test(measures_have_the_precision_shown),
        cmocka_unit_test(approximators_bound),
        cmocka_unit_test(ranges_run_from_to),
        cmocka_unit_test(names_and_codes_are_none),
        cmocka_unit_test(labels_are_none),
        cmocka_unit_test(bare_numbers_take_the_unit_of_their_list),
        cmocka_unit_test(million_digits_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
