#include "model/outline.h"

#include "support/outline.h"
#include "support/unit.h"

/* Appends headings as "level number title" lines, "+" where body text follows in the paragraph. */
static void print_headings(struct hg_buf *out, const struct hg_outline *outline)
{
    for (size_t i = 0; i < outline->headings.len; i++) {
        const struct hg_heading *heading = &outline->headings.items[i];

        hg_buf_printf(out, "%u %.*s%.*s%s\n", (unsigned)heading->level, HG_FMT(heading->number),
                      HG_FMT(heading->title_text), heading->run_in ? "+" : "");
    }
}

static void assert_headings(const char *notation, const char *expected)
{
    struct hg_doc *doc = hg_test_doc(notation);
    struct hg_buf found = HG_BUF_INIT;

    print_headings(&found, hg_outline_build(doc));
    assert_string_equal(hg_buf_view(&found).data, expected);
    hg_buf_release(&found);
    hg_doc_free(doc);
}

static void typed_numbers_head_sections(void **state)
{
    (void)state;
    assert_headings("一、工作情况\n（一）抓审核。一是建机制，二是强队伍。\n（二）抓调解\n"
                    "全年调解纠纷47件。\n1.排查\n二、存在问题\n三、下一步工作计划\n",
                    "1 一、工作情况\n2 （一）抓审核+\n2 （二）抓调解\n3 1.排查\n1 二、存在问题\n"
                    "1 三、下一步工作计划\n");
}

static void automatic_numbers_and_styles_head_sections(void **state)
{
    (void)state;
    assert_headings("+ 工作情况\n++ 抓审核\n正文。\n+ 存在问题\n",
                    "1 一、工作情况\n2 （一）抓审核\n1 二、存在问题\n");
    assert_headings("# 工作情况\n## 抓审核\n正文。\n# 存在问题\n", "1 工作情况\n2 抓审核\n1 存在问题\n");
}

static void levels_close_up(void **state)
{
    (void)state;
    assert_headings("（一）抓审核\n1.建机制\n（二）抓调解\n",
                    "1 （一）抓审核\n2 1.建机制\n1 （二）抓调解\n");
    assert_headings("第一部分 2023年工作回顾\n一、经济运行平稳\n第二部分 2024年工作安排\n",
                    "1 第一部分2023年工作回顾\n2 一、经济运行平稳\n1 第二部分2024年工作安排\n");
}

static void running_text_is_no_heading(void **state)
{
    (void)state;
    assert_headings("一、二、三产业比例为12.1∶45.3∶42.6。\n2024年，全县受理来信47件。\n"
                    "| 一、收入 | 12 |\n",
                    "");
}

static void ends_are_found(void **state)
{
    struct hg_doc *doc = hg_test_doc("索引号: | 11330000/2024-1 | 主题分类: | 司法 |\n"
                                     "清河县司法局\n2024年上半年工作总结\n县政府：\n今年以来，成效明显。\n"
                                     "一、工作情况\n正文。\n附件：1.统计表\n@right 清河县司法局\n"
                                     "@right 2024年7月5日\n");
    const struct hg_outline *outline = hg_outline_build(doc);

    (void)state;
    assert_true(hg_str_is(outline->title, "清河县司法局2024年上半年工作总结"));
    assert_non_null(outline->addressee);
    assert_true(hg_str_is(outline->signature->text, "清河县司法局"));
    assert_int_equal(outline->year, 2024);
    assert_int_equal(outline->month, 7);
    assert_int_equal(outline->day, 5);
    assert_int_equal(outline->attachment_notes.len, 1);
    hg_doc_free(doc);
}

static void what_stands_under_the_title_is_no_text(void **state)
{
    static const char *const lines[] = {
        "2024年9月12日",           "（2024年9月12日）",
        "二〇二四年九月十二日",    "（2024年9月12日在县人大常委会会议上）\n县民政局局长　林远\n2024年9月12日",
        "县民政局局长　林远\n（2024年9月12日）",
        "——在县人大常委会会议上\n县民政局局长　林远\n2024年9月12日\n主任、各位委员：",
    };

    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct hg_buf notation = HG_BUF_INIT;
        struct hg_doc *doc;
        const struct hg_outline *outline;

        hg_buf_printf(&notation, "@title 清河县民政局工作汇报\n%s\n一、工作情况\n正文。\n二、存在问题\n",
                      lines[i]);
        doc = hg_test_doc(notation.data);
        outline = hg_outline_build(doc);
        assert_int_equal(outline->headings.len, 2);
        assert_int_equal(outline->text_end, doc->body_count);
        assert_int_equal(outline->year, 2024);
        assert_int_equal(outline->month, 9);
        if (i >= 3) {
            assert_non_null(outline->signature);
        }
        hg_doc_free(doc);
        hg_buf_release(&notation);
    }
}

static void web_text_may_have_no_ends(void **state)
{
    struct hg_doc *doc = hg_test_doc("@plain\n今年以来，全县司法行政工作成效明显，现总结如下。\n"
                                     "一、工作情况\n正文。\n");
    const struct hg_outline *outline = hg_outline_build(doc);

    (void)state;
    assert_null(outline->title_first);
    assert_null(outline->signature);
    assert_null(outline->date);
    hg_doc_free(doc);
}

static void series_are_gathered(void **state)
{
    struct hg_doc *doc = hg_test_doc("一、工作情况\n一是建机制。二是强队伍。\n四是抓督查。\n"
                                     "二、存在问题\n一是人员少；二是经费紧。首先，补短板。其次，强基础。\n");
    const struct hg_outline *outline = hg_outline_build(doc);

    (void)state;
    assert_int_equal(outline->series.len, 3);
    assert_int_equal(outline->series.items[0].items.len, 3);
    assert_int_equal(outline->series.items[0].items.items[2].label.value, 4);
    assert_int_equal(outline->series.items[1].items.len, 2);
    assert_int_equal(outline->series.items[2].style, HG_LABEL_ADVERB);
    hg_doc_free(doc);
}

static void paths_name_the_section(void **state)
{
    struct hg_doc *doc = hg_test_doc("一、工作情况\n（一）抓调解\n正文。\n");
    const struct hg_outline *outline = hg_outline_build(doc);
    struct hg_buf path = HG_BUF_INIT;

    (void)state;
    hg_outline_path(outline, hg_outline_heading_at(outline, doc->paragraphs.items[2], 0), &path);
    assert_string_equal(path.data, "一、工作情况 › （一）抓调解");
    hg_buf_release(&path);
    hg_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typed_numbers_head_sections),
        cmocka_unit_test(automatic_numbers_and_styles_head_sections),
        cmocka_unit_test(levels_close_up),
        cmocka_unit_test(running_text_is_no_heading),
        cmocka_unit_test(ends_are_found),
        cmocka_unit_test(what_stands_under_the_title_is_no_text),
        cmocka_unit_test(web_text_may_have_no_ends),
        cmocka_unit_test(series_are_gathered),
        cmocka_unit_test(paths_name_the_section),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
