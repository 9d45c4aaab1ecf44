/* The table of units. Sorted by the bytes of the name (a test holds that), so that the longest unit
 * at a place is found by binary search. */
#include "lang/unit.h"

#include <string.h>

#include "base/utf8.h"

#define UNIT(name, dimension, kind, exact, num, den)                                               \
    {name, HG_DIMENSION_##dimension, HG_KIND_##kind, exact, num, den}

static const struct hg_unit units[] = {
    UNIT("%", SHARE, OTHER, false, 1, 100),
    UNIT("EB", OTHER, OTHER, false, 1, 1),
    UNIT("EFLOPS", OTHER, OTHER, false, 1, 1),
    UNIT("GB", OTHER, OTHER, false, 1, 1),
    UNIT("GW", POWER, OTHER, false, 1000000, 1),
    UNIT("L", VOLUME, OTHER, false, 1, 1000),
    UNIT("MW", POWER, OTHER, false, 1000, 1),
    UNIT("MWh", ENERGY, OTHER, false, 1000, 1),
    UNIT("PB", OTHER, OTHER, false, 1, 1),
    UNIT("PFlops", OTHER, OTHER, false, 1, 1),
    UNIT("TB", OTHER, OTHER, false, 1, 1),
    UNIT("W", POWER, OTHER, false, 1, 1000),
    UNIT("cm", LENGTH, OTHER, false, 1, 100),
    UNIT("g", MASS, OTHER, false, 1, 1000),
    UNIT("h", TIME, SECOND, false, 3600, 1),
    UNIT("kW", POWER, OTHER, false, 1, 1),
    UNIT("kWh", ENERGY, OTHER, false, 1, 1),
    UNIT("kg", MASS, OTHER, false, 1, 1),
    UNIT("km", LENGTH, OTHER, false, 1000, 1),
    UNIT("km²", AREA, OTHER, false, 1000000, 1),
    UNIT("m", LENGTH, OTHER, false, 1, 1),
    UNIT("m2", AREA, OTHER, false, 1, 1),
    UNIT("m3", VOLUME, OTHER, false, 1, 1),
    UNIT("mL", VOLUME, OTHER, false, 1, 1000000),
    UNIT("mg", MASS, OTHER, false, 1, 1000000),
    UNIT("ml", VOLUME, OTHER, false, 1, 1000000),
    UNIT("mm", LENGTH, OTHER, false, 1, 1000),
    UNIT("m²", AREA, OTHER, false, 1, 1),
    UNIT("m³", VOLUME, OTHER, false, 1, 1),
    UNIT("t", MASS, OTHER, false, 1000, 1),
    UNIT("°C", OTHER, OTHER, false, 1, 1),
    UNIT("‰", SHARE, OTHER, false, 1, 1000),
    UNIT("℃", OTHER, OTHER, false, 1, 1),
    UNIT("㎡", AREA, OTHER, false, 1, 1),
    UNIT("个", COUNT, ANY, true, 1, 1),
    UNIT("个千分点", POINT, OTHER, false, 1, 1000),
    UNIT("个基点", POINT, OTHER, false, 1, 10000),
    UNIT("个多小时", TIME, SECOND, false, 3600, 1),
    UNIT("个多月", TIME, MONTH, false, 1, 1),
    UNIT("个季度", TIME, MONTH, false, 3, 1),
    UNIT("个小时", TIME, SECOND, false, 3600, 1),
    UNIT("个工作日", TIME, OTHER, false, 1, 1),
    UNIT("个床位", COUNT, OTHER, true, 1, 1),
    UNIT("个星期", TIME, SECOND, false, 604800, 1),
    UNIT("个月", TIME, MONTH, false, 1, 1),
    UNIT("个百分点", POINT, OTHER, false, 1, 100),
    UNIT("乡", COUNT, OTHER, true, 1, 1),
    UNIT("亩", AREA, OTHER, false, 2000, 3),
    UNIT("人", COUNT, PERSON, true, 1, 1),
    UNIT("人公里", OTHER, OTHER, false, 1, 1),
    UNIT("人次", COUNT, VISIT, true, 1, 1),
    UNIT("人民币", MONEY, YUAN, false, 1, 1),
    UNIT("件", COUNT, CASE, true, 1, 1),
    UNIT("件次", COUNT, TIME, true, 1, 1),
    UNIT("份", COUNT, ITEM, true, 1, 1),
    UNIT("伏", OTHER, OTHER, false, 1, 1),
    UNIT("位", COUNT, PERSON, true, 1, 1),
    UNIT("例", COUNT, CASE, true, 1, 1),
    UNIT("例次", COUNT, TIME, true, 1, 1),
    UNIT("倍", TIMES, OTHER, false, 1, 1),
    UNIT("元", MONEY, YUAN, false, 1, 1),
    UNIT("元人民币", MONEY, YUAN, false, 1, 1),
    UNIT("兆", OTHER, OTHER, false, 1, 1),
    UNIT("兆伏安", OTHER, OTHER, false, 1, 1),
    UNIT("兆帕", OTHER, OTHER, false, 1, 1),
    UNIT("兆瓦", POWER, OTHER, false, 1000, 1),
    UNIT("兆瓦时", ENERGY, OTHER, false, 1000, 1),
    UNIT("克", MASS, OTHER, false, 1, 1000),
    UNIT("克/千瓦时", OTHER, OTHER, false, 1, 1),
    UNIT("公分", LENGTH, OTHER, false, 1, 100),
    UNIT("公升", VOLUME, OTHER, false, 1, 1000),
    UNIT("公吨", MASS, OTHER, false, 1000, 1),
    UNIT("公斤", MASS, OTHER, false, 1, 1),
    UNIT("公里", LENGTH, OTHER, false, 1000, 1),
    UNIT("公顷", AREA, OTHER, false, 10000, 1),
    UNIT("册", COUNT, ITEM, true, 1, 1),
    UNIT("分", SCORE, OTHER, false, 1, 1),
    UNIT("分贝", OTHER, OTHER, false, 1, 1),
    UNIT("分钟", TIME, SECOND, false, 60, 1),
    UNIT("列", COUNT, MACHINE, true, 1, 1),
    UNIT("则", COUNT, ITEM, true, 1, 1),
    UNIT("匹", COUNT, OTHER, true, 1, 1),
    UNIT("区", COUNT, OTHER, true, 1, 1),
    UNIT("千伏", OTHER, OTHER, false, 1, 1),
    UNIT("千伏安", OTHER, OTHER, false, 1, 1),
    UNIT("千克", MASS, OTHER, false, 1, 1),
    UNIT("千分点", POINT, OTHER, false, 1, 1000),
    UNIT("千瓦", POWER, OTHER, false, 1, 1),
    UNIT("千瓦时", ENERGY, OTHER, false, 1, 1),
    UNIT("千米", LENGTH, OTHER, false, 1000, 1),
    UNIT("升", VOLUME, OTHER, false, 1, 1000),
    UNIT("华里", LENGTH, OTHER, false, 500, 1),
    UNIT("单", COUNT, OTHER, true, 1, 1),
    UNIT("卡", OTHER, OTHER, false, 1, 1),
    UNIT("厅", COUNT, OTHER, true, 1, 1),
    UNIT("厘米", LENGTH, OTHER, false, 1, 100),
    UNIT("县", COUNT, OTHER, true, 1, 1),
    UNIT("双", COUNT, OTHER, true, 1, 1),
    UNIT("口", COUNT, OTHER, true, 1, 1),
    UNIT("只", COUNT, OTHER, true, 1, 1),
    UNIT("台", COUNT, MACHINE, true, 1, 1),
    UNIT("台(套)", COUNT, MACHINE, true, 1, 1),
    UNIT("台套", COUNT, MACHINE, true, 1, 1),
    UNIT("台次", COUNT, TIME, true, 1, 1),
    UNIT("台（套）", COUNT, MACHINE, true, 1, 1),
    UNIT("吉瓦", POWER, OTHER, false, 1000000, 1),
    UNIT("名", COUNT, PERSON, true, 1, 1),
    UNIT("名次", SCORE, OTHER, false, 1, 1),
    UNIT("吨", MASS, OTHER, false, 1000, 1),
    UNIT("吨公里", OTHER, OTHER, false, 1, 1),
    UNIT("吨标准煤", OTHER, OTHER, false, 1, 1),
    UNIT("吨标煤", OTHER, OTHER, false, 1, 1),
    UNIT("周", TIME, SECOND, false, 604800, 1),
    UNIT("周岁", SCORE, OTHER, false, 1, 1),
    UNIT("周年", TIME, MONTH, false, 12, 1),
    UNIT("回", COUNT, TIME, true, 1, 1),
    UNIT("园", COUNT, OTHER, true, 1, 1),
    UNIT("国", COUNT, OTHER, true, 1, 1),
    UNIT("圆", MONEY, YUAN, false, 1, 1),
    UNIT("场", COUNT, TIME, true, 1, 1),
    UNIT("场(次)", COUNT, TIME, true, 1, 1),
    UNIT("场次", COUNT, TIME, true, 1, 1),
    UNIT("场（次）", COUNT, TIME, true, 1, 1),
    UNIT("块", COUNT, OTHER, true, 1, 1),
    UNIT("块钱", MONEY, YUAN, false, 1, 1),
    UNIT("基点", POINT, OTHER, false, 1, 10000),
    UNIT("处", COUNT, PLACE, true, 1, 1),
    UNIT("大卡", OTHER, OTHER, false, 1, 1),
    UNIT("天", TIME, SECOND, false, 86400, 1),
    UNIT("头", COUNT, OTHER, true, 1, 1),
    UNIT("套", COUNT, HOME, true, 1, 1),
    UNIT("套间", COUNT, HOME, true, 1, 1),
    UNIT("孔", COUNT, OTHER, true, 1, 1),
    UNIT("字", OTHER, OTHER, false, 1, 1),
    UNIT("学时", TIME, SECOND, false, 3600, 1),
    UNIT("安", OTHER, OTHER, false, 1, 1),
    UNIT("宗", COUNT, CASE, true, 1, 1),
    UNIT("宗地", COUNT, OTHER, true, 1, 1),
    UNIT("家", COUNT, FIRM, true, 1, 1),
    UNIT("家次", COUNT, FIRM, true, 1, 1),
    UNIT("对", COUNT, OTHER, true, 1, 1),
    UNIT("封", COUNT, ITEM, true, 1, 1),
    UNIT("小时", TIME, SECOND, false, 3600, 1),
    UNIT("尾", COUNT, OTHER, true, 1, 1),
    UNIT("层", COUNT, OTHER, true, 1, 1),
    UNIT("岁", SCORE, OTHER, false, 1, 1),
    UNIT("州", COUNT, OTHER, true, 1, 1),
    UNIT("工作日", TIME, OTHER, false, 1, 1),
    UNIT("市", COUNT, OTHER, true, 1, 1),
    UNIT("市斤", MASS, OTHER, false, 1, 2),
    UNIT("帕", OTHER, OTHER, false, 1, 1),
    UNIT("席", COUNT, OTHER, true, 1, 1),
    UNIT("幅", COUNT, ITEM, true, 1, 1),
    UNIT("幢", COUNT, HOME, true, 1, 1),
    UNIT("平方公里", AREA, OTHER, false, 1000000, 1),
    UNIT("平方千米", AREA, OTHER, false, 1000000, 1),
    UNIT("平方厘米", AREA, OTHER, false, 1, 10000),
    UNIT("平方米", AREA, OTHER, false, 1, 1),
    UNIT("平米", AREA, OTHER, false, 1, 1),
    UNIT("年", TIME, MONTH, false, 12, 1),
    UNIT("床", COUNT, OTHER, true, 1, 1),
    UNIT("度", OTHER, OTHER, false, 1, 1),
    UNIT("座", COUNT, PLACE, true, 1, 1),
    UNIT("延米", LENGTH, OTHER, false, 1, 1),
    UNIT("延长米", LENGTH, OTHER, false, 1, 1),
    UNIT("张", COUNT, ITEM, true, 1, 1),
    UNIT("张床位", COUNT, OTHER, true, 1, 1),
    UNIT("微克", MASS, OTHER, false, 1, 1000000000),
    UNIT("微克/立方米", OTHER, OTHER, false, 1, 1),
    UNIT("微米", LENGTH, OTHER, false, 1, 1000000),
    UNIT("户", COUNT, HOUSEHOLD, true, 1, 1),
    UNIT("户次", COUNT, TIME, true, 1, 1),
    UNIT("所", COUNT, PLACE, true, 1, 1),
    UNIT("批", COUNT, TIME, true, 1, 1),
    UNIT("批次", COUNT, TIME, true, 1, 1),
    UNIT("担", MASS, OTHER, false, 50, 1),
    UNIT("摄氏度", OTHER, OTHER, false, 1, 1),
    UNIT("支", COUNT, OTHER, true, 1, 1),
    UNIT("斤", MASS, OTHER, false, 1, 2),
    UNIT("方", VOLUME, OTHER, false, 1, 1),
    UNIT("日", TIME, SECOND, false, 86400, 1),
    UNIT("日元", MONEY, YEN, false, 1, 1),
    UNIT("星", SCORE, OTHER, false, 1, 1),
    UNIT("星期", TIME, SECOND, false, 604800, 1),
    UNIT("昼夜", TIME, SECOND, false, 86400, 1),
    UNIT("期", COUNT, TIME, true, 1, 1),
    UNIT("本", COUNT, ITEM, true, 1, 1),
    UNIT("村", COUNT, OTHER, true, 1, 1),
    UNIT("束", COUNT, OTHER, true, 1, 1),
    UNIT("条", COUNT, ITEM, true, 1, 1),
    UNIT("条次", COUNT, OTHER, true, 1, 1),
    UNIT("枚", COUNT, OTHER, true, 1, 1),
    UNIT("架", COUNT, MACHINE, true, 1, 1),
    UNIT("架次", COUNT, TIME, true, 1, 1),
    UNIT("标准立方米", VOLUME, OTHER, false, 1, 1),
    UNIT("标准箱", OTHER, OTHER, false, 1, 1),
    UNIT("标段", COUNT, OTHER, true, 1, 1),
    UNIT("标箱", OTHER, OTHER, false, 1, 1),
    UNIT("栋", COUNT, HOME, true, 1, 1),
    UNIT("校", COUNT, OTHER, true, 1, 1),
    UNIT("株", COUNT, OTHER, true, 1, 1),
    UNIT("核", OTHER, OTHER, false, 1, 1),
    UNIT("根", COUNT, OTHER, true, 1, 1),
    UNIT("桩", COUNT, OTHER, true, 1, 1),
    UNIT("桶", COUNT, OTHER, true, 1, 1),
    UNIT("棵", COUNT, OTHER, true, 1, 1),
    UNIT("次", COUNT, TIME, true, 1, 1),
    UNIT("欧元", MONEY, EURO, false, 1, 1),
    UNIT("款", COUNT, ITEM, true, 1, 1),
    UNIT("毫克", MASS, OTHER, false, 1, 1000000),
    UNIT("毫克/升", OTHER, OTHER, false, 1, 1),
    UNIT("毫升", VOLUME, OTHER, false, 1, 1000000),
    UNIT("毫米", LENGTH, OTHER, false, 1, 1000),
    UNIT("海里", LENGTH, OTHER, false, 1852, 1),
    UNIT("港", COUNT, OTHER, true, 1, 1),
    UNIT("港元", MONEY, HK_DOLLAR, false, 1, 1),
    UNIT("港币", MONEY, HK_DOLLAR, false, 1, 1),
    UNIT("片", COUNT, OTHER, true, 1, 1),
    UNIT("班", COUNT, OTHER, true, 1, 1),
    UNIT("班次", COUNT, TIME, true, 1, 1),
    UNIT("瓦", POWER, OTHER, false, 1, 1000),
    UNIT("瓶", COUNT, OTHER, true, 1, 1),
    UNIT("番", DOUBLING, OTHER, false, 1, 1),
    UNIT("百分点", POINT, OTHER, false, 1, 100),
    UNIT("盏", COUNT, OTHER, true, 1, 1),
    UNIT("省", COUNT, OTHER, true, 1, 1),
    UNIT("眼", COUNT, OTHER, true, 1, 1),
    UNIT("票", COUNT, OTHER, true, 1, 1),
    UNIT("种", COUNT, OTHER, true, 1, 1),
    UNIT("秒", TIME, SECOND, false, 1, 1),
    UNIT("秒钟", TIME, SECOND, false, 1, 1),
    UNIT("立方", VOLUME, OTHER, false, 1, 1),
    UNIT("立方米", VOLUME, OTHER, false, 1, 1),
    UNIT("站", COUNT, OTHER, true, 1, 1),
    UNIT("笔", COUNT, OTHER, true, 1, 1),
    UNIT("箱", COUNT, OTHER, true, 1, 1),
    UNIT("篇", COUNT, ITEM, true, 1, 1),
    UNIT("米", LENGTH, OTHER, false, 1, 1),
    UNIT("类", COUNT, OTHER, true, 1, 1),
    UNIT("级", SCORE, OTHER, false, 1, 1),
    UNIT("级别", SCORE, OTHER, false, 1, 1),
    UNIT("纳米", LENGTH, OTHER, false, 1, 1000000000),
    UNIT("线程", OTHER, OTHER, false, 1, 1),
    UNIT("组", COUNT, OTHER, true, 1, 1),
    UNIT("美元", MONEY, DOLLAR, false, 1, 1),
    UNIT("美金", MONEY, DOLLAR, false, 1, 1),
    UNIT("羽", COUNT, OTHER, true, 1, 1),
    UNIT("航次", OTHER, OTHER, false, 1, 1),
    UNIT("艇", COUNT, OTHER, true, 1, 1),
    UNIT("艘", COUNT, MACHINE, true, 1, 1),
    UNIT("节", COUNT, ITEM, true, 1, 1),
    UNIT("英镑", MONEY, POUND, false, 1, 1),
    UNIT("袋", COUNT, OTHER, true, 1, 1),
    UNIT("角", MONEY, YUAN, false, 1, 10),
    UNIT("词", OTHER, OTHER, false, 1, 1),
    UNIT("课", COUNT, ITEM, true, 1, 1),
    UNIT("课时", TIME, SECOND, false, 3600, 1),
    UNIT("赫兹", OTHER, OTHER, false, 1, 1),
    UNIT("起", COUNT, CASE, true, 1, 1),
    UNIT("趟", COUNT, TIME, true, 1, 1),
    UNIT("车", COUNT, OTHER, true, 1, 1),
    UNIT("车次", COUNT, TIME, true, 1, 1),
    UNIT("车道公里", LENGTH, OTHER, false, 1000, 1),
    UNIT("轮", COUNT, TIME, true, 1, 1),
    UNIT("辆", COUNT, MACHINE, true, 1, 1),
    UNIT("辆次", COUNT, MACHINE, true, 1, 1),
    UNIT("道", COUNT, OTHER, true, 1, 1),
    UNIT("部", COUNT, ITEM, true, 1, 1),
    UNIT("里", LENGTH, OTHER, false, 500, 1),
    UNIT("镇", COUNT, OTHER, true, 1, 1),
    UNIT("门", COUNT, OTHER, true, 1, 1),
    UNIT("间", COUNT, HOME, true, 1, 1),
    UNIT("队", COUNT, OTHER, true, 1, 1),
    UNIT("院", COUNT, OTHER, true, 1, 1),
    UNIT("面", COUNT, OTHER, true, 1, 1),
    UNIT("页", OTHER, OTHER, false, 1, 1),
    UNIT("顶", COUNT, OTHER, true, 1, 1),
    UNIT("项", COUNT, ITEM, true, 1, 1),
    UNIT("馆", COUNT, OTHER, true, 1, 1),
    UNIT("首", COUNT, ITEM, true, 1, 1),
    UNIT("％", SHARE, OTHER, false, 1, 100),
};

enum { UNIT_COUNT = sizeof units / sizeof *units };

/* Order of a name and the start of a text, as far as the name goes. */
static int compare_prefix(const char *name, struct hg_str text)
{
    size_t len = strlen(name);
    size_t common = len < text.len ? len : text.len;
    int order = memcmp(name, text.data, common);

    return order != 0 ? order : (len > text.len ? 1 : 0);
}

static bool ends_in_letter(const char *name)
{
    char last = name[strlen(name) - 1];

    return (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z');
}

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

const struct hg_unit *hg_unit_at(struct hg_str text, size_t at, size_t *end)
{
    struct hg_str rest;
    size_t first = 0;
    size_t low = 0;
    size_t high = UNIT_COUNT;

    if (at >= text.len) {
        return NULL;
    }
    rest = (struct hg_str){text.data + at, text.len - at};
    hg_utf8_next(rest, &first);
    while (low < high) { /* the first unit that sorts after every prefix of the rest */
        size_t middle = low + (high - low) / 2;

        if (compare_prefix(units[middle].name, rest) <= 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    while (low-- > 0 && strncmp(units[low].name, rest.data, first) == 0) {
        size_t len = strlen(units[low].name);

        if (compare_prefix(units[low].name, rest) == 0 &&
            !(ends_in_letter(units[low].name) && is_letter(hg_utf8_at(text, at + len)))) {
            if (end != NULL) {
                *end = at + len;
            }
            return &units[low];
        }
    }
    return NULL;
}

const struct hg_unit *hg_unit_named(struct hg_str name)
{
    size_t end = 0;
    const struct hg_unit *unit = hg_unit_at(name, 0, &end);

    return end == name.len ? unit : NULL;
}

struct hg_ratio hg_unit_factor(const struct hg_unit *unit)
{
    return (struct hg_ratio){unit->num, unit->den};
}

bool hg_unit_same(const struct hg_unit *a, const struct hg_unit *b)
{
    if (a == NULL || b == NULL || a == b) {
        return a == b;
    }
    if (a->dimension != b->dimension || a->kind != b->kind) {
        return false;
    }
    switch (a->dimension) {
    case HG_DIMENSION_COUNT:
        return a->kind != HG_KIND_OTHER && a->kind != HG_KIND_ITEM && a->kind != HG_KIND_TIME &&
               a->kind != HG_KIND_PLACE && a->kind != HG_KIND_MACHINE && a->kind != HG_KIND_HOME;
    case HG_DIMENSION_SCORE:
    case HG_DIMENSION_OTHER:
        return false;
    case HG_DIMENSION_TIME:
        return a->kind != HG_KIND_OTHER;
    default:
        return true;
    }
}

bool hg_unit_compatible(const struct hg_unit *a, const struct hg_unit *b)
{
    bool people_a;
    bool people_b;

    if (a == NULL || b == NULL || hg_unit_same(a, b)) {
        return true;
    }
    if (a->dimension != HG_DIMENSION_COUNT || b->dimension != HG_DIMENSION_COUNT) {
        return false;
    }
    people_a = a->kind == HG_KIND_PERSON || a->kind == HG_KIND_VISIT;
    people_b = b->kind == HG_KIND_PERSON || b->kind == HG_KIND_VISIT;
    if (people_a || people_b) {
        return people_a && people_b && a->kind == b->kind;
    }
    return true;
}
