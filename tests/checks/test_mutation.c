/* Clean drafts with one section deleted, swapped, emptied, renamed or renumbered: found in every
 * case. Which sections, and what they are renamed to, is drawn from a fixed seed. */
#include <stdio.h>

#include "support/golden.h"
#include "support/unit.h"

enum { SECTIONS_MAX = 6 };

/* A draft in parts: its front, then sections without their numbers, then its end. */
struct draft {
    const char *name, *front, *end;
    struct {
        const char *heading, *body;
        bool required; /* the form demands it: its absence is found even where numbers are right */
    } sections[SECTIONS_MAX];
    size_t count;
    bool ordered;
};

#define END "@right 清河县司法局\n@right 2024年12月20日\n"

static const struct draft drafts[] = {
    {.name = "summary",
     .front = "@title 清河县司法局2024年工作总结\n2024年，清河县司法局扎实履行职责，现将有关情况总结如下。\n",
     .end = END,
     .sections = {{"工作情况",
                   "（一）健全调解网络。全县共建立调解组织36个，配备调解员128名。\n"
                   "（二）深化法治宣传。开展宣传活动58场次，发放资料3200份。\n",
                   true},
                  {"存在的问题和不足", "一是调解员年龄偏大。二是普法形式比较单一。\n", true},
                  {"下一步工作安排",
                   "（一）选聘年轻调解员。分批组织培训。\n（二）丰富普法形式。制作短视频。\n", true}},
     .count = 3,
     .ordered = true},
    {.name = "half-year",
     .front = "@title 清河县司法局2024年上半年工作总结和下半年工作计划\n今年以来，各项工作有序推进。\n",
     .end = "@right 清河县司法局\n@right 2024年7月5日\n",
     .sections = {{"上半年主要工作开展情况", "组织执法检查12次，发现问题40个，全部整改完毕。\n办理行政复议案件9件。\n", true},
                  {"存在问题", "执法人员业务培训不够系统，案卷制作质量参差不齐。\n", true},
                  {"下半年工作打算", "分期举办业务培训班，开展案卷评查，以评促改。\n", true}},
     .count = 3,
     .ordered = true},
    {.name = "special",
     .front = "@title 清河县司法局关于矛盾纠纷排查化解工作情况的报告\n按照统一部署，现将有关情况报告如下。\n",
     .end = END,
     .sections = {{"基本情况", "全县共有12个乡镇、186个村（社区）。\n", false},
                  {"工作开展情况", "组织人员走村入户，排查矛盾纠纷275件，化解264件。\n", true},
                  {"存在的主要问题", "部门之间线索移交不够及时。\n", true},
                  {"下步打算", "建立线索移交台账，按周通报进展。\n", true}},
     .count = 4,
     .ordered = true},
    {.name = "research",
     .front = "@title 关于基层调解员队伍建设的调研报告\n近期，我局组成调研组开展了专题调研。\n",
     .end = END,
     .sections = {{"调研基本情况", "调研组走访8个乡镇，召开座谈会6场，访谈调解员47人。\n", true},
                  {"存在的问题及原因分析", "一是待遇偏低。二是培训机会较少。\n", true},
                  {"对策建议", "一是落实待遇保障。二是建立分级培训制度。\n", true}},
     .count = 3,
     .ordered = true},
    {.name = "open-information",
     .front = "@plain\n清河县司法局2024年政府信息公开工作年度报告\n",
     .end = "",
     .sections = {{"总体情况", "全年主动公开信息126条，做到应公开尽公开，更新及时。\n", true},
                  {"主动公开政府信息情况", "制发行政规范性文件2件，现行有效9件。\n", true},
                  {"收到和处理政府信息公开申请情况", "收到申请24件，均已按时答复。\n", true},
                  {"政府信息公开行政复议、行政诉讼情况", "没有发生行政复议和行政诉讼。\n", true},
                  {"存在的主要问题及改进情况", "公开内容不够丰富，已制定栏目更新责任表。\n", true},
                  {"其他需要报告的事项", "无其他需要报告的事项。\n", true}},
     .count = 6,
     .ordered = true},
    {.name = "plan",
     .front = "@title 清河县司法局2024年工作计划\n为做好全年工作，制定如下计划。\n",
     .end = "@right 清河县司法局\n@right 2024年1月12日\n",
     .sections = {{"总体要求", "坚持围绕中心、服务大局，努力建设法治清河。\n", false},
                  {"重点任务", "（一）健全调解网络。力争实现全覆盖。\n（二）丰富普法形式。确保群众满意。\n", true},
                  {"保障措施", "成立工作专班，每季度通报一次进展。\n", false}},
     .count = 3,
     .ordered = true},
};

static const char *const numbers[] = {"一、", "二、", "三、", "四、", "五、", "六、", "七、"};

enum change { NOTHING, DELETE, DELETE_AND_NUMBER, SWAP, SWAP_AND_NUMBER, EMPTY, RENAME, RENUMBER, REPEAT_NUMBER, CHANGES };

static const char *const change_names[CHANGES] = {
    "nothing", "delete", "delete and number anew", "swap", "swap and number anew",
    "empty",   "rename", "renumber",               "repeat a number"};

static const char *const names[] = {"食堂管理", "有关事项", "院内绿化", "车辆情况说明书"};

static uint32_t next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void write_section(struct hg_buf *out, const struct draft *draft, size_t index, size_t number,
                          const char *heading, bool body)
{
    hg_buf_printf(out, "%s%s\n%s", numbers[number],
                  heading != NULL ? heading : draft->sections[index].heading,
                  body ? draft->sections[index].body : "");
}

static void write_draft(struct hg_buf *out, const struct draft *draft, enum change change,
                        size_t at, const char *heading)
{
    size_t number = 0;

    hg_buf_puts(out, draft->front);
    for (size_t i = 0; i < draft->count; i++) {
        size_t index = i;

        if (i == at && (change == DELETE || change == DELETE_AND_NUMBER)) {
            number += change == DELETE;
            continue;
        }
        if (change == SWAP || change == SWAP_AND_NUMBER) {
            index = i == at ? at + 1 : i == at + 1 ? at : i;
            number = change == SWAP ? index : i;
        }
        write_section(out, draft, index,
                      i == at && change == RENUMBER        ? number + 1
                      : i == at && change == REPEAT_NUMBER ? (number > 0 ? number - 1 : 1)
                                                           : number,
                      i == at && change == RENAME ? heading : NULL,
                      !(i == at && change == EMPTY));
        number++;
    }
    hg_buf_puts(out, draft->end);
}

static size_t structure_findings(struct hg_str found)
{
    static const char *const ids[] = {"missing-section", "section-order", "empty-section",
                                      "heading-number", "unexpected-section"};
    size_t count = 0;

    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        count += hg_str_contains(found, hg_str_of(ids[i]));
    }
    return count;
}

/* What is found at all depends on the form for some changes: numbers made right again hide the
 * absence of an optional section. */
static bool must_be_found(const struct draft *draft, enum change change, size_t at)
{
    switch (change) {
    case NOTHING:
        return false;
    case DELETE:
        /* The last number leaves no gap. */
        return draft->sections[at].required || at + 1 < draft->count;
    case DELETE_AND_NUMBER:
    case RENAME:
        return draft->sections[at].required;
    default:
        return true;
    }
}

static bool applies(const struct draft *draft, enum change change, size_t at)
{
    if (change == SWAP || change == SWAP_AND_NUMBER) {
        return at + 1 < draft->count;
    }
    /* The last number may be any greater one only by a gap; a repeat needs a neighbour. */
    return change != REPEAT_NUMBER || at > 0;
}

static void changes_are_found(void **state)
{
    uint32_t seed = 20240705;
    size_t tried = 0;

    (void)state;
    for (size_t d = 0; d < sizeof drafts / sizeof *drafts; d++) {
        for (int change = NOTHING; change < CHANGES; change++) {
            for (size_t at = 0; at < drafts[d].count; at++) {
                const char *heading = names[next(&seed) % (sizeof names / sizeof *names)];
                struct hg_buf text = HG_BUF_INIT, found = HG_BUF_INIT;
                bool wanted = must_be_found(&drafts[d], (enum change)change, at);

                if (!applies(&drafts[d], (enum change)change, at)) {
                    continue;
                }
                write_draft(&text, &drafts[d], (enum change)change, at, heading);
                hg_test_findings(&found, NULL, text.data);
                if (change == NOTHING ? structure_findings(hg_buf_view(&found)) > 0
                                      : wanted && structure_findings(hg_buf_view(&found)) == 0) {
                    fail_msg("%s, section %zu, %s:\n%s\nfound:\n%s", drafts[d].name, at + 1,
                             change_names[change], text.data, hg_buf_view(&found).data);
                }
                tried++;
                hg_buf_release(&text);
                hg_buf_release(&found);
            }
        }
    }
    assert_true(tried > 120);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(changes_are_found)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
