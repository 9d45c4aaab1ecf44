/* The shipped forms: all read, hold to the schema, and are told from one another. */
#include "support/golden.h"
#include "support/outline.h"
#include "support/unit.h"
#include "template/embedded.h"
#include "template/layout.h"
#include "template/load.h"
#include "template/match.h"
#include "io/xml.h"

static void tell(void *user, int line, const char *message)
{
    (void)user;
    print_message("%d: %s\n", line, message);
}

static void every_form_reads(void **state)
{
    struct hg_arena *arena = hg_arena_open();
    size_t count = 0;

    (void)state;
    for (const struct hg_embedded *file = hg_embedded_forms; file->name != NULL; file++, count++) {
        struct hg_str text = {(const char *)file->bytes, file->len};
        struct hg_form *form;
        struct hg_error err = {HG_OK, ""};
        bool valid = false;

        if (hg_form_read(&form, arena, text, file->name, &err) != HG_OK) {
            fail_msg("%s", err.message);
        }
        assert_true(hg_str_is(form->id, file->name));
        assert_true(hg_layout_exists(form->layout));
        assert_int_equal(hg_xml_validate(&valid,
                                         (struct hg_str){(const char *)hg_embedded_schemas[0].bytes,
                                                         hg_embedded_schemas[0].len},
                                         text, file->name, tell, NULL, &err),
                         HG_OK);
        assert_true(valid);
    }
    assert_int_equal(count, 11);
    assert_int_equal(hg_forms_shipped()->forms.len, count);
    hg_arena_free(arena);
}

static void every_layout_reads(void **state)
{
    struct hg_arena *arena = hg_arena_open();

    (void)state;
    for (const struct hg_embedded *file = hg_embedded_layouts; file->name != NULL; file++) {
        struct hg_str text = {(const char *)file->bytes, file->len};
        struct hg_layout *layout;
        struct hg_error err = {HG_OK, ""};
        bool valid = false;

        if (hg_layout_read(&layout, arena, text, file->name, &err) != HG_OK) {
            fail_msg("%s", err.message);
        }
        assert_int_equal(hg_xml_validate(&valid,
                                         (struct hg_str){(const char *)hg_embedded_schemas[0].bytes,
                                                         hg_embedded_schemas[0].len},
                                         text, file->name, tell, NULL, &err),
                         HG_OK);
        assert_true(valid);
    }
    hg_arena_free(arena);
}

static void the_page_of_gongwen(void **state)
{
    const struct hg_layout *layout = hg_layout_find(HG_STR("gongwen"));

    (void)state;
    assert_int_equal(layout->width, 11906);
    assert_int_equal(layout->height, 16838);
    assert_int_equal(layout->top, 2098);
    assert_int_equal(layout->left, 1587);
    assert_int_equal(layout->right, 1474);
    assert_int_equal(layout->bottom, 1984);
    assert_int_equal(layout->styles[HG_LAYOUT_TITLE].half_points, 44);
    assert_int_equal(layout->styles[HG_LAYOUT_BODY].half_points, 32);
    assert_int_equal(layout->styles[HG_LAYOUT_BODY].indent, 200);
}

#define WORK "一、工作情况\n开展宣传活动58场次，累计调解纠纷640件。\n"
#define PROBLEMS "二、存在问题\n调解员年龄偏大。\n"
#define PLAN "三、下一步工作计划\n选聘年轻调解员。\n"
#define POINTS                                                                                     \
    "总体要求是：围绕中心。重点抓好以下工作：\n一、突出政治引领，把准工作方向\n坚持集体学习，力争全员参加。\n"    \
    "二、突出主责主业，化解基层矛盾\n力争把矛盾纠纷解决在当地，争取实现零上访。\n"                               \
    "三、突出普法实效，营造法治氛围\n继续开展法治宣传，确保覆盖所有村。\n"

static const struct {
    const char *outline, *form; /* "" for none */
} drafts[] = {
    {"@title 清河县司法局工作总结\n" WORK PROBLEMS PLAN, "work-report"},
    {"@title 清河县司法局2023年度工作总结\n" WORK PROBLEMS PLAN, "annual-report"},
    {"@title 清河县司法局2023年工作总结及2024年工作计划\n" WORK PROBLEMS PLAN, "annual-report"},
    {"@title 清河县司法局2024年上半年工作总结\n" WORK PROBLEMS PLAN, "half-year-report"},
    {"@title 清河县司法局2024年第一季度工作总结\n" WORK PROBLEMS PLAN, "quarter-report"},
    {"@title 清河县司法局5月份工作小结\n" WORK PROBLEMS PLAN, "quarter-report"},
    {"@title 清河县司法局2024年工作要点\n" POINTS, "work-points"},
    {"@title 清河县司法局2024年工作计划\n" POINTS, "work-plan"},
    {"2024年的" POINTS, "work-points"},
    {"@title 清河县司法局关于矛盾纠纷排查化解工作情况的报告\n" WORK PROBLEMS PLAN, "special-report"},
    {"@title 2024年度述职报告\n" WORK PROBLEMS PLAN, "duty-report"},
    {"@title 关于人民调解员队伍建设的调研报告\n一、基本情况\n共有调解员326名。\n" PROBLEMS
     "三、对策建议\n选聘年轻调解员。\n",
     "research-report"},
    {"@title 清河县司法局2024年度法治政府建设情况报告\n" WORK PROBLEMS PLAN, "rule-of-law-report"},
    {"@title 清河县司法局2024年政府信息公开工作年度报告\n一、总体情况\n有序推进。\n",
     "open-information-report"},
    {"今年以来，各项工作扎实推进。\n一、2023年" "工作情况\n开展宣传活动58场次。\n" PROBLEMS PLAN,
     "annual-report"},
    {"一、上半年工作总结\n开展宣传活动58场次。\n" PROBLEMS "三、下半年打算\n选聘年轻调解员。\n",
     "half-year-report"},
    {"@title 关于印发《清河县司法局2024年工作要点》的通知\n" POINTS, ""},
    {"@title 2024年清河县政府工作报告\n各位代表：\n" WORK PLAN, ""},
    {"各位代表：\n" WORK PROBLEMS PLAN, ""},
    {"@title 把温暖送到家门口\n清晨六点，老周已经走在去村部的路上。\n一、一个电话\n电话是村里打来的。\n", ""},
    {"@title 清河县司法局关于开展专项行动的实施方案\n一、总体要求\n围绕中心。\n二、重点任务\n确保全覆盖。\n", ""},
    {"@title 王某某先进事迹材料\n" WORK, ""},
};

static void drafts_are_told_apart(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof drafts / sizeof *drafts; i++) {
        struct hg_doc *doc = hg_test_doc(drafts[i].outline);
        const struct hg_match *match = hg_match_build(
            doc->arena, doc, hg_outline_build(doc), hg_forms_shipped());
        struct hg_str id = match == NULL ? HG_STR("") : match->form->id;

        if (!hg_str_is(id, drafts[i].form)) {
            fail_msg("%s\nis taken for %.*s, not %s", drafts[i].outline, HG_FMT(id),
                     drafts[i].form);
        }
        hg_doc_free(doc);
    }
}

static void headings_fill_sections(void **state)
{
    struct hg_doc *doc = hg_test_doc("@title 清河县司法局2024年工作总结\n"
                                     "一、2024年主要工作\n开展宣传活动58场次。\n"
                                     "二、问题及下步打算\n调解员年龄偏大，将选聘年轻调解员。\n");
    const struct hg_match *match =
        hg_match_build(doc->arena, doc, hg_outline_build(doc), hg_forms_shipped());
    uint32_t work, problems, plan;

    (void)state;
    assert_non_null(match);
    work = hg_form_section_find(match->form, HG_STR("work"));
    problems = hg_form_section_find(match->form, HG_STR("problems"));
    plan = hg_form_section_find(match->form, HG_STR("plan"));
    assert_int_equal(match->fills[work].kind, HG_FILL_HEADING);
    assert_int_equal(match->fills[work].heading, 0);
    assert_int_equal(match->fills[problems].heading, 1);
    assert_int_equal(match->fills[plan].heading, 1);
    assert_true(match->titled);
    hg_doc_free(doc);
}

/* 二、2024年主要工作 after 一、2023年工作情况 is the plan. */
static void a_later_year_is_the_plan(void **state)
{
    struct hg_doc *doc = hg_test_doc("@title 清河县司法局2023年工作总结\n"
                                     "一、2023年工作情况\n开展宣传活动58场次。\n"
                                     "二、存在问题\n调解员年龄偏大。\n"
                                     "三、2024年主要工作\n选聘年轻调解员。\n");
    const struct hg_match *match =
        hg_match_build(doc->arena, doc, hg_outline_build(doc), hg_forms_shipped());

    (void)state;
    assert_non_null(match);
    assert_int_equal(match->fills[hg_form_section_find(match->form, HG_STR("plan"))].heading, 2);
    hg_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_reads),
        cmocka_unit_test(every_layout_reads),
        cmocka_unit_test(the_page_of_gongwen),
        cmocka_unit_test(drafts_are_told_apart),
        cmocka_unit_test(headings_fill_sections),
        cmocka_unit_test(a_later_year_is_the_plan),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
