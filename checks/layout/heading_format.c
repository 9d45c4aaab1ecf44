#include "lint/check.h"
#include "template/look.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_heading_format = {
    .id = "heading-format",
    .family = HG_FAMILY_LAYOUT,
    .name = "小标题字体字号不合要求",
    .severity = HG_SEVERITY_NOTE,
    .summary = "各级小标题的字体、字号与公文格式不一致",
    .explanation = "公文一级标题“一、”用3号黑体，二级“（一）”用3号楷体，三级“1.”和四级“（1）”用3号仿宋体"
                   "（GB/T 9704—2012 第7.3.3条）。通篇如此的只说一次。只有整体按公文排版的文稿才检查版式。",
    .bad = "@page 11906 16838 2098 1474 1985 1588\n@font 仿宋_GB2312 32\n一、工作情况\n"
           "今年以来，全县司法行政工作扎实推进，各项任务较好完成。\n二、存在问题\n"
           "基层调解力量不足，个别乡镇的专职调解员身兼数职。\n",
    .good = "@page 11906 16838 2098 1474 1985 1588\n@font 黑体 32\n一、工作情况\n@font 仿宋_GB2312 32\n"
            "今年以来，全县司法行政工作扎实推进，各项任务较好完成。\n@font 黑体 32\n二、存在问题\n"
            "@font 仿宋_GB2312 32\n基层调解力量不足，个别乡镇的专职调解员身兼数职。\n",
    .run = run,
};

enum { LEVELS = 4 };

static const char *const wanted[LEVELS] = {"3号黑体", "3号楷体", "3号仿宋体", "3号仿宋体"};
static const char *const ordinals[LEVELS] = {"一", "二", "三", "四"};

static bool fits(const struct hg_look *look, const struct hg_layout_style *style)
{
    return (look->east_asian_font[0] == '\0' || hg_look_has_font(style, look->east_asian_font)) &&
           look->half_points == style->half_points;
}

static void report(struct hg_pass *pass, const struct hg_habit *habit, size_t level)
{
    enum hg_habit_verdict verdict = hg_habit_verdict(habit);
    /* Fewer than five headings of one level are common: none right is a habit as well. */
    bool throughout = verdict == HG_HABIT_THROUGHOUT || habit->right == 0;
    size_t count = throughout && habit->places.len > 0 ? 1 : habit->places.len;

    for (size_t i = 0; i < count; i++) {
        struct hg_place place = habit->places.items[i];
        const struct hg_look *look = hg_look_of(place.paragraph);

        if (throughout) {
            (void)hg_report(pass, &hg_check_heading_format, place.paragraph, place.span,
                            "%s级标题用%s、%u磅，应为%s（16磅），全文共%zu处", ordinals[level],
                            look->east_asian_font, look->half_points / 2u, wanted[level],
                            habit->places.len);
        } else {
            (void)hg_report(pass, &hg_check_heading_format, place.paragraph, place.span,
                            "这一标题用%s、%u磅，应为%s（16磅），与其他%s级标题一致",
                            look->east_asian_font, look->half_points / 2u, wanted[level],
                            ordinals[level]);
        }
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    const struct hg_outline *outline = hg_pass_outline(pass);
    const struct hg_layout *layout = hg_pass_layout(pass);
    struct hg_habit habits[LEVELS] = {{{NULL, 0, 0}, 0}};
    const enum hg_layout_part *parts;

    if (!hg_look_is_official(doc, outline, layout)) {
        return;
    }
    parts = hg_look_parts(hg_pass_arena(pass), doc, outline);
    for (size_t h = 0; h < outline->headings.len; h++) {
        const struct hg_heading *heading = &outline->headings.items[h];
        enum hg_layout_part part = parts[heading->first];
        const struct hg_look *look = hg_look_of(heading->paragraph);

        if (look == NULL || part < HG_LAYOUT_HEADING_1 || part > HG_LAYOUT_HEADING_4) {
            continue;
        }
        if (fits(look, &layout->styles[part])) {
            hg_habit_right(&habits[part - HG_LAYOUT_HEADING_1]);
        } else {
            hg_habit_wrong(pass, &habits[part - HG_LAYOUT_HEADING_1], heading->paragraph,
                           heading->title);
        }
    }
    for (size_t level = 0; level < LEVELS; level++) {
        report(pass, &habits[level], level);
    }
}
