/* What growth.c, yearly.c, respective.c and difference.c share: telling a current value from an
 * earlier one. Internal to figures/. */
#ifndef HG_FIGURES_COURSE_H
#define HG_FIGURES_COURSE_H

#include "figures/scene.h"

/* The values that a rate or amount of change speaks of. */
struct hg_course {
    struct hg_scene *scene;
    struct hg_mention *stated;
    size_t index; /* of stated */
    const struct hg_mention *current, *previous, *delta;
    bool fall, far;
    bool by_period; /* the previous value is told by 上年同期 or a year */
    bool based;     /* 2023年比2021年: the base is named; only its own value may serve */
};

enum { HG_COURSE_BACK = 6 };

/* A number that has a course: an amount, or a duration. */
bool hg_course_is_value(const struct hg_mention *mention);
/* Its governing word is 下降 减少 …. */
bool hg_course_falls(const struct hg_scene *scene, const struct hg_mention *mention);
/* 上年同期为, 去年, 较…的: an earlier value. */
bool hg_course_tells_previous(const struct hg_scene *scene, const struct hg_mention *mention);
/* 由 A 增加到 B: sets both ends if `to` is the second of the two. */
bool hg_course_find_from(struct hg_course *course, const struct hg_mention *to);
/* Walks back from mention `from` to the numbers that the change speaks of. */
void hg_course_look_back(struct hg_course *course, size_t from);
/* The year said in the span, the last one; 今年 去年 前年 count from HG_COURSE_THIS_YEAR. 0: none. */
enum { HG_COURSE_THIS_YEAR = 100000 };
int32_t hg_course_year(const struct hg_scene *scene, struct hg_span span);
/* The periods of the two values differ in length: 1—6月 against a full year. */
bool hg_course_unlike(const struct hg_scene *scene, const struct hg_mention *current,
                      const struct hg_mention *previous);
enum hg_reason hg_course_doubt(const struct hg_course *course);
/* The difference itself: 由1200件减少到900件，减少300件. */
void hg_course_claim_change(struct hg_course *course, struct hg_mention *delta,
                            enum hg_reason doubt);

/* yearly.c */
void hg_find_yearly(struct hg_scene *scene, size_t index);
/* respective.c: 分别增长15.45%、15.66%. True if the mention opens such a list. */
bool hg_find_respective_growth(struct hg_scene *scene, size_t index);

#endif
