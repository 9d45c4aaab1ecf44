/* What a section of a report is for, and how a heading tells it: accepted wordings, and a scored
 * match on the words a heading is made of. */
#ifndef HG_TEMPLATE_ROLE_H
#define HG_TEMPLATE_ROLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum hg_role {
    HG_ROLE_NONE,
    HG_ROLE_WORK,         /* work: 工作情况 */
    HG_ROLE_HIGHLIGHTS,   /* highlights: 特色亮点 */
    HG_ROLE_EXPERIENCE,   /* experience: 经验体会 */
    HG_ROLE_PROBLEMS,     /* problems: 存在问题 */
    HG_ROLE_CAUSES,       /* causes: 原因分析 */
    HG_ROLE_PLAN,         /* plan: 下一步工作计划 */
    HG_ROLE_REQUIREMENTS, /* requirements: 总体要求 */
    HG_ROLE_TASKS,        /* tasks: 重点任务 */
    HG_ROLE_SUPPORT,      /* support: 保障措施 */
    HG_ROLE_BACKGROUND,   /* background: 基本情况, 调研背景 */
    HG_ROLE_ADVICE,       /* advice: 对策建议 */
    HG_ROLE_DUTY,         /* duty: 履职情况, 述廉 述法 */
    HG_ROLE_ANNEX,        /* annex: 附件 数据说明; takes no part in the order */
    HG_ROLE_COUNT
};

/* "work", "problems" …; HG_ROLE_NONE for an unknown name. */
enum hg_role hg_role_of(struct hg_str name);
const char *hg_role_name(enum hg_role role);

/* How well a heading says a role, 0 to 100: 100 for an accepted wording, 80 and more for one made
 * of the role's words and neutral ones, 60 and more where the words of the role close a longer
 * heading (司法行政工作存在的问题). Slogans give 0. `heading` is without its number. */
uint32_t hg_role_score(struct hg_str heading, enum hg_role role);
/* The scores of all roles at once; [HG_ROLE_NONE] is 0. */
void hg_role_scores(uint32_t scores[HG_ROLE_COUNT], struct hg_str heading);
/* All roles a heading says with at least 60; one bit each (1u << role). 问题及下步打算 says two. */
uint32_t hg_role_mask(struct hg_str heading);

/* Appends a heading without what does not tell its kind: brackets, year, period, 我局 全市 主要, 的,
 * closing marks, blanks. */
void hg_role_bare(struct hg_buf *out, struct hg_str heading);

#endif
