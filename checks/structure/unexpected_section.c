#include "lint/check.h"
#include "template/match.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_unexpected_section = {
    .id = "unexpected-section",
    .family = HG_FAMILY_STRUCTURE,
    .name = "格式之外的部分",
    .severity = HG_SEVERITY_NOTE,
    .summary = "一级标题不属于这种报告通常的组成部分",
    .explanation = "报告的一级标题一般就是它的组成部分。多出来的一级标题可能是级别用错了（应是二级标题），也可能是"
                   "标题写得让人看不出属于哪一部分。动宾式、对仗式的标题（突出政治建设，把牢……方向）视为工作或"
                   "任务，不报告。",
    .bad = "@title 清河县司法局2024年工作总结\n一、工作情况\n开展宣传活动58场次。\n二、食堂管理\n"
           "更换灶具一套。\n三、存在问题\n调解员年龄偏大。\n四、下一步工作计划\n选聘年轻调解员。\n",
    .good = "@title 清河县司法局2024年工作总结\n一、工作情况\n开展宣传活动58场次。\n二、存在问题\n"
            "调解员年龄偏大。\n三、下一步工作计划\n选聘年轻调解员。\n四、特色亮点\n获评先进单位。\n",
    .run = run,
};

static void run(struct hg_pass *pass)
{
    const struct hg_match *match = hg_pass_match(pass);
    const struct hg_outline *outline = hg_pass_outline(pass);

    if (match == NULL || (!match->titled && !match->given)) {
        return;
    }
    for (size_t h = 0; h < outline->headings.len; h++) {
        const struct hg_heading *heading = &outline->headings.items[h];

        if (heading->level != match->level || match->section_of[h] != UINT32_MAX ||
            heading->number.len == 0) {
            continue;
        }
        (void)hg_report(pass, &hg_check_unexpected_section, heading->paragraph, heading->title,
                        "“%.*s”不在“%.*s”通常的组成部分之内，请核对标题级别和写法",
                        HG_FMT(heading->title_text), HG_FMT(match->form->name));
    }
}
