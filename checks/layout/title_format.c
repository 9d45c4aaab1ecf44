#include "lint/check.h"
#include "template/look.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_title_format = {
    .id = "title-format",
    .family = HG_FAMILY_LAYOUT,
    .name = "标题排版不合要求",
    .severity = HG_SEVERITY_NOTE,
    .summary = "文稿标题的字体、字号或对齐与公文格式不一致",
    .explanation = "公文标题一般用2号小标宋体字，分一行或多行居中排布（GB/T 9704—2012 第7.3.1条）。只有整体按公文"
                   "排版的文稿才检查版式。",
    .bad = "@page 11906 16838 2098 1474 1985 1588\n@font 仿宋_GB2312 32\n@title 清河县司法局2024年工作总结\n"
           "今年以来，全县司法行政工作扎实推进，各项任务较好完成。\n",
    .good = "@page 11906 16838 2098 1474 1985 1588\n@font 方正小标宋简体 44\n@title 清河县司法局2024年工作总结\n"
            "@font 仿宋_GB2312 32\n今年以来，全县司法行政工作扎实推进，各项任务较好完成。\n",
    .run = run,
};

static void run(struct hg_pass *pass)
{
    const struct hg_outline *outline = hg_pass_outline(pass);
    const struct hg_layout *layout = hg_pass_layout(pass);
    const struct hg_layout_style *style = &layout->styles[HG_LAYOUT_TITLE];
    const struct hg_paragraph *title = outline->title_first;
    const struct hg_look *look = title == NULL ? NULL : hg_look_of(title);
    struct hg_buf wrong = HG_BUF_INIT;

    if (look == NULL || !hg_look_is_official(hg_pass_doc(pass), outline, layout)) {
        return;
    }
    if (look->east_asian_font[0] != '\0' && !hg_look_has_font(style, look->east_asian_font)) {
        hg_buf_printf(&wrong, "，字体为%s，应为小标宋体", look->east_asian_font);
    }
    if (look->half_points != style->half_points) {
        hg_buf_printf(&wrong, "，字号为%u%s磅，应为2号（%u磅）", look->half_points / 2u,
                      look->half_points % 2 != 0 ? ".5" : "", style->half_points / 2u);
    }
    if (title->look != NULL && title->look->align != HG_ALIGN_CENTER) {
        hg_buf_puts(&wrong, "，没有居中");
    }
    if (wrong.len > 0) {
        (void)hg_report(pass, &hg_check_title_format, title,
                        (struct hg_span){0, title->text.len}, "标题%s", wrong.data + 3);
    }
    hg_buf_release(&wrong);
}
