#include "lint/check.h"
#include "template/match.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_section_order = {
    .id = "section-order",
    .family = HG_FAMILY_STRUCTURE,
    .name = "各部分次序不对",
    .severity = HG_SEVERITY_WARNING,
    .summary = "报告各部分的先后次序与通行格式不一致",
    .explanation = "工作总结先写工作情况，再写存在问题，最后写下一步计划；其他报告各有通行的次序。次序颠倒多半是"
                   "调整段落时放错了位置。特色亮点、经验体会、附件等可以灵活安排，不作要求。",
    .bad = "@title 清河县司法局2024年工作总结\n一、存在问题\n调解员年龄偏大。\n二、工作情况\n"
           "开展宣传活动58场次。\n三、下一步工作计划\n选聘年轻调解员。\n",
    .good = "@title 清河县司法局2024年工作总结\n一、工作情况\n开展宣传活动58场次。\n二、存在问题\n"
            "调解员年龄偏大。\n三、下一步工作计划\n选聘年轻调解员。\n四、特色亮点\n获评先进单位。\n",
    .run = run,
};

/* Clear enough a wording to judge the place of a section by. */
enum { SURE = 70 };

static bool placed(const struct hg_match *match, size_t s)
{
    return match->form->sections.items[s].depth == 1 && match->form->sections.items[s].ordered &&
           match->fills[s].kind == HG_FILL_HEADING && match->fills[s].score >= SURE;
}

static void run(struct hg_pass *pass)
{
    const struct hg_match *match = hg_pass_match(pass);
    const struct hg_outline *outline = hg_pass_outline(pass);
    size_t highest = SIZE_MAX;

    if (match == NULL || !match->form->ordered) {
        return;
    }
    for (size_t s = 0; s < match->form->sections.len; s++) {
        if (!placed(match, s)) {
            continue;
        }
        if (highest != SIZE_MAX && match->fills[s].heading < match->fills[highest].heading) {
            const struct hg_heading *early = &outline->headings.items[match->fills[s].heading];
            const struct hg_heading *late =
                &outline->headings.items[match->fills[highest].heading];
            struct hg_finding *finding = hg_report(
                pass, &hg_check_section_order, early->paragraph, early->title,
                "“%.*s”应排在“%.*s”之后，请调整次序并顺改编号", HG_FMT(early->title_text),
                HG_FMT(late->title_text));

            hg_finding_related(pass, finding, late->paragraph, late->title);
            return; /* one misplaced part is one fault, however many it passes */
        }
        highest = s;
    }
}
