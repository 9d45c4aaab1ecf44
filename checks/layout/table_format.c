#include "lint/check.h"
#include "template/look.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_table_format = {
    .id = "table-format",
    .family = HG_FAMILY_LAYOUT,
    .name = "表格排版不合要求",
    .severity = HG_SEVERITY_NOTE,
    .summary = "长表没有设置跨页重复的标题行",
    .explanation = "跨页的表格应在每页重复标题行，否则翻到第二页就不知道各列是什么。请选中表头各行，在“表格属性”中"
                   "勾选“在各页顶端以标题行形式重复出现”。只有整体按公文排版的文稿才检查版式。",
    .bad = "@page 11906 16838 2098 1474 1985 1588\n@font 仿宋_GB2312 32\n"
           "各乡镇调解组织和调解员的具体分布情况如下表所列，请逐项核对。\n| 乡镇 | 件数 |\n"
           "| 甲乡 | 1 |\n| 乙乡 | 2 |\n| 丙乡 | 3 |\n| 丁乡 | 4 |\n| 戊乡 | 5 |\n| 己乡 | 6 |\n| 庚乡 | 7 |\n"
           "| 辛乡 | 8 |\n| 壬乡 | 9 |\n| 癸乡 | 10 |\n| 子镇 | 11 |\n| 丑镇 | 12 |\n| 寅镇 | 13 |\n| 卯镇 | 14 |\n"
           "| 辰镇 | 15 |\n| 巳镇 | 16 |\n| 午镇 | 17 |\n| 未镇 | 18 |\n| 申镇 | 19 |\n| 酉镇 | 20 |\n| 戌镇 | 21 |\n"
           "| 亥镇 | 22 |\n",
    .good = "@page 11906 16838 2098 1474 1985 1588\n@font 仿宋_GB2312 32\n"
            "各乡镇调解组织和调解员的具体分布情况如下表所列，请逐项核对。\n| 乡镇 | 件数 |\n| 甲乡 | 1 |\n| 乙乡 | 2 |\n",
    .run = run,
};

/* A page holds 22 lines: a longer table goes on to the next one for certain. */
enum { ROWS_MIN = 23 };

static bool has_header(const struct hg_table *table)
{
    const struct hg_row *row = hg_node_row(table->node.first_child);

    return row != NULL && row->header;
}

static const struct hg_paragraph *first_paragraph(const struct hg_table *table)
{
    for (const struct hg_node *node = hg_node_next(&table->node, &table->node); node != NULL;
         node = hg_node_next(node, &table->node)) {
        if (hg_node_paragraph(node) != NULL) {
            return hg_node_paragraph(node);
        }
    }
    return NULL;
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    struct hg_habit habit = {{NULL, 0, 0}, 0};

    if (!hg_look_is_official(doc, hg_pass_outline(pass), hg_pass_layout(pass))) {
        return;
    }
    for (size_t i = 0; i < doc->tables.len; i++) {
        const struct hg_table *table = doc->tables.items[i];
        const struct hg_paragraph *first = first_paragraph(table);

        if (table->rows < ROWS_MIN || table->depth > 0 || first == NULL) {
            continue;
        }
        if (has_header(table)) {
            hg_habit_right(&habit);
        } else {
            hg_habit_wrong(pass, &habit, first, (struct hg_span){0, first->text.len});
        }
    }
    if (habit.places.len > 0) {
        struct hg_place place = habit.places.items[0];

        if (habit.places.len > 1) {
            (void)hg_report(pass, &hg_check_table_format, place.paragraph, place.span,
                            "有%zu张表超过一页，没有设置跨页重复的标题行", habit.places.len);
        } else {
            (void)hg_report(pass, &hg_check_table_format, place.paragraph, place.span,
                            "这张表超过一页，没有设置跨页重复的标题行");
        }
    }
}
