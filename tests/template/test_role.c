#include "template/role.h"

#include "support/unit.h"
#include "template/role_words.h"

static const struct {
    const char *heading;
    enum hg_role role;
} says[] = {
    {"工作情况", HG_ROLE_WORK},
    {"2023年工作情况", HG_ROLE_WORK},
    {"二〇二三年度主要工作开展情况", HG_ROLE_WORK},
    {"今年以来的工作", HG_ROLE_WORK},
    {"上半年工作总结", HG_ROLE_WORK},
    {"主要做法及成效", HG_ROLE_WORK},
    {"2024年全市司法行政工作回顾", HG_ROLE_WORK},
    {"1—6月工作完成情况", HG_ROLE_WORK},
    {"存在问题", HG_ROLE_PROBLEMS},
    {"存在的问题与不足", HG_ROLE_PROBLEMS},
    {"问题和短板", HG_ROLE_PROBLEMS},
    {"面临的主要困难和薄弱环节", HG_ROLE_PROBLEMS},
    {"人民调解工作存在的问题", HG_ROLE_PROBLEMS},
    {"存在的主要问题及改进情况", HG_ROLE_PROBLEMS},
    {"下阶段安排", HG_ROLE_PLAN},
    {"下半年工作打算", HG_ROLE_PLAN},
    {"下一步，重点抓好的工作", HG_ROLE_NONE},
    {"下步重点工作", HG_ROLE_PLAN},
    {"明年工作思路", HG_ROLE_PLAN},
    {"2024年工作计划", HG_ROLE_PLAN},
    {"今后努力方向", HG_ROLE_PLAN},
    {"问题及下步打算", HG_ROLE_PLAN},
    {"问题及下步打算", HG_ROLE_PROBLEMS},
    {"总体要求", HG_ROLE_REQUIREMENTS},
    {"重点任务", HG_ROLE_TASKS},
    {"保障措施", HG_ROLE_SUPPORT},
    {"对策建议", HG_ROLE_ADVICE},
    {"特色亮点", HG_ROLE_HIGHLIGHTS},
    {"几点体会", HG_ROLE_EXPERIENCE},
    {"廉洁自律情况", HG_ROLE_DUTY},
    {"问题成因", HG_ROLE_CAUSES},
};

/* Slogans and running text are none of these. */
static const char *const silent[] = {
    "突出政治建设，把牢工作方向",
    "聚焦突出问题，补齐工作短板",
    "破解基层难题",
    "健全矛盾纠纷调解网络",
    "民之所需，心之所系",
    "一个电话",
    "食堂管理",
};

static void wordings_say_their_roles(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof says / sizeof *says; i++) {
        struct hg_str heading = hg_str_of(says[i].heading);

        if (says[i].role == HG_ROLE_NONE ? hg_role_score(heading, HG_ROLE_WORK) >= 80
                                         : hg_role_score(heading, says[i].role) < 60) {
            fail_msg("%s: %s %u", says[i].heading, hg_role_name(says[i].role),
                     (unsigned)hg_role_score(heading, says[i].role));
        }
    }
}

static void slogans_say_nothing(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof silent / sizeof *silent; i++) {
        uint32_t mask = hg_role_mask(hg_str_of(silent[i]));

        if (mask != 0) {
            fail_msg("%s: %x", silent[i], (unsigned)mask);
        }
    }
}

static void the_table_is_bare(void **state)
{
    struct hg_buf bare = HG_BUF_INIT;

    (void)state;
    for (size_t i = 0; i < hg_role_wording_count; i++) {
        hg_buf_clear(&bare);
        hg_role_bare(&bare, hg_role_wordings[i].text);
        if (!hg_str_equal(hg_buf_view(&bare), hg_role_wordings[i].text)) {
            fail_msg("%.*s is not bare: %s", HG_FMT(hg_role_wordings[i].text), bare.data);
        }
        assert_true(hg_role_score(hg_role_wordings[i].text, hg_role_wordings[i].role) >= 60);
    }
    hg_buf_release(&bare);
}

static void names_go_both_ways(void **state)
{
    (void)state;
    for (int role = 1; role < HG_ROLE_COUNT; role++) {
        assert_int_equal(hg_role_of(hg_str_of(hg_role_name((enum hg_role)role))), role);
    }
    assert_int_equal(hg_role_of(HG_STR("nothing")), HG_ROLE_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wordings_say_their_roles),
        cmocka_unit_test(slogans_say_nothing),
        cmocka_unit_test(the_table_is_bare),
        cmocka_unit_test(names_go_both_ways),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
