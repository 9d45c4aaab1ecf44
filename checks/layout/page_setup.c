#include <stdlib.h>

#include "lint/check.h"
#include "template/look.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_page_setup = {
    .id = "page-setup",
    .family = HG_FAMILY_LAYOUT,
    .name = "页面设置不合要求",
    .severity = HG_SEVERITY_WARNING,
    .summary = "纸张大小或页边距与公文格式不一致",
    .explanation = "公文用A4纸（210毫米×297毫米），天头37毫米、订口28毫米，版心156毫米×225毫米，即上37、下35、"
                   "左28、右26毫米（GB/T 9704—2012 第5.1条、第5.2条）。横排的大表页只看纸张大小。请在“页面设置”"
                   "中修改。",
    .bad = "@page 11906 16838 1440 1800 1440 1800\n@title 清河县司法局2024年工作总结\n一、工作情况\n"
           "开展宣传活动58场次。\n二、存在问题\n调解员年龄偏大。\n三、下一步工作计划\n选聘年轻调解员。\n",
    .good = "@page 11906 16838 2098 1474 1985 1588\n@title 清河县司法局2024年工作总结\n一、工作情况\n"
            "开展宣传活动58场次。\n二、存在问题\n调解员年龄偏大。\n三、下一步工作计划\n选聘年轻调解员。\n",
    .run = run,
};

/* Whole millimetres of twips. */
static int millimetres(int32_t twips)
{
    return (int)((twips * 254 + 7200) / 14400);
}

static bool is_near(int32_t value, int32_t wanted, int32_t tolerance)
{
    return abs(value - wanted) <= tolerance;
}

static bool size_fits(const struct hg_section *section, const struct hg_layout *layout)
{
    bool upright = is_near(section->page_width, layout->width, layout->tolerance) &&
                   is_near(section->page_height, layout->height, layout->tolerance);
    bool turned = is_near(section->page_height, layout->width, layout->tolerance) &&
                  is_near(section->page_width, layout->height, layout->tolerance);

    return upright || turned;
}

static bool is_turned(const struct hg_section *section)
{
    return section->landscape || section->page_width > section->page_height;
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    const struct hg_match *match = hg_pass_match(pass);
    const struct hg_layout *layout = hg_pass_layout(pass);
    bool official = hg_look_is_official(doc, hg_pass_outline(pass), layout);
    struct hg_finding *finding;

    if (doc->facts.kind == HG_PACKAGE_TEXT || (match == NULL && !official)) {
        return;
    }
    for (size_t i = 0; i < doc->sections.len; i++) {
        const struct hg_section *section = &doc->sections.items[i];

        if (!section->stated || section->page_width == 0) {
            continue;
        }
        if (!size_fits(section, layout)) {
            (void)hg_report_document(pass, &hg_check_page_setup, "paper",
                                     "纸张为%d×%d毫米，应为%d×%d毫米（A4）",
                                     millimetres(section->page_width),
                                     millimetres(section->page_height),
                                     millimetres(layout->width), millimetres(layout->height));
            return;
        }
        if (!is_turned(section) && !hg_look_page_fits(section, layout)) {
            finding = hg_report_document(
                pass, &hg_check_page_setup, "margins",
                "页边距为上%d、下%d、左%d、右%d毫米，公文应为上%d、下%d、左%d、右%d毫米",
                millimetres(section->top), millimetres(section->bottom),
                millimetres(section->left), millimetres(section->right), millimetres(layout->top),
                millimetres(layout->bottom), millimetres(layout->left),
                millimetres(layout->right));
            /* A draft that does not try to look like one may get its page in the end. */
            if (!official) {
                hg_finding_severity(finding, HG_SEVERITY_NOTE);
            }
            return; /* said once, however many sections */
        }
    }
}
