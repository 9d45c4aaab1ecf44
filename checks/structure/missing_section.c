#include "lint/check.h"
#include "template/match.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_missing_section = {
    .id = "missing-section",
    .family = HG_FAMILY_STRUCTURE,
    .name = "缺少必备部分",
    .severity = HG_SEVERITY_ERROR,
    .summary = "按文稿所属的报告格式，缺少必须有的部分",
    .explanation =
        "工作总结一般由工作情况、存在问题、下一步工作计划三部分组成，其他报告各有固定的组成部分。缺少必备"
        "部分的文稿通常会被退回补写。核稿先按标题和各级标题识别文稿属于哪种报告，再逐项对照；标题写法不同"
        "而意思相同（存在的问题与不足、下阶段安排）视为已有，写在正文里而没有单列标题的也视为已有。没有标题"
        "的文稿（如网上公开的文本）只作建议。识别不对时，可用 --template 指定格式，或用 --template none 关闭。",
    .bad = "@title 清河县司法局2024年工作总结\n"
           "一、工作情况\n今年以来，共受理来访47件，全部办结。\n"
           "二、下一步工作计划\n继续抓好来访接待工作。\n",
    .good = "@title 清河县司法局2024年工作总结\n"
            "一、工作情况\n今年以来，共受理来访47件，全部办结。\n"
            "二、存在的问题与不足\n接待窗口人手不够。\n"
            "三、下阶段安排\n为接待窗口补充人手。\n",
    .run = run,
};

static void no_form(struct hg_pass *pass)
{
    struct hg_finding *finding;

    if (!hg_match_expected(hg_pass_doc(pass), hg_pass_outline(pass))) {
        return;
    }
    finding = hg_report_document(pass, &hg_check_missing_section, "form",
                                 "没有认出文稿属于哪种报告，未检查各部分是否齐全；可用 --template 指定");
    hg_finding_severity(finding, HG_SEVERITY_NOTE);
}

static void run(struct hg_pass *pass)
{
    const struct hg_match *match = hg_pass_match(pass);

    if (match == NULL) {
        no_form(pass);
        return;
    }
    for (size_t i = 0; i < match->form->sections.len; i++) {
        const struct hg_form_section *section = &match->form->sections.items[i];
        struct hg_finding *finding;
        struct hg_buf wording = HG_BUF_INIT;

        if (!section->required || section->depth != 1 || match->fills[i].kind != HG_FILL_NONE) {
            continue;
        }
        hg_form_wording(&wording, section->heading);
        finding = hg_report_document(
            pass, &hg_check_missing_section,
            hg_arena_strndup(hg_pass_arena(pass), section->id.data, section->id.len),
            section->free ? "没有找到分条列出的任务；按“%.*s”的格式，任务应当编号分条，请补写或检查编号"
                          : "按“%.*s”的格式应有“%.*s”部分，文稿中没有找到，请补写；若已有，请检查该部分标题的写法",
            HG_FMT(match->form->name), HG_FMT(hg_buf_view(&wording)));
        if (!match->titled && !match->given) {
            hg_finding_severity(finding, HG_SEVERITY_WARNING);
        }
        hg_buf_release(&wording);
    }
}
