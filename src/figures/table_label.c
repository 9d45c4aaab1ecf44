/* Words of heads and row labels: totals, parts, rates, changes, units. */
#include "figures/table_grid.h"

static bool ends_with_any(struct hg_str text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (hg_str_ends(text, hg_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

static bool holds_any(struct hg_str text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (hg_str_contains(text, hg_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

#define ENDS(text, words) ends_with_any((text), (words), sizeof(words) / sizeof *(words))
#define HOLDS(text, words) holds_any((text), (words), sizeof(words) / sizeof *(words))

/* Without a number （一） 一、 1. in front and a colon behind. */
static struct hg_str bare(struct hg_str label)
{
    static const char *const tails[] = {"：", ":"};

    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        if (hg_str_ends(label, hg_str_of(tails[i]))) {
            label.len -= hg_str_of(tails[i]).len;
        }
    }
    return label;
}

static uint32_t total_traits(struct hg_str label)
{
    static const char *const totals[] = {"合计", "共计", "总数", "合计数", "总额", "总量", "合计："};
    static const char *const grand[] = {"总计", "总合计", "累计合计"};
    static const char *const subtotals[] = {"小计", "分计"};
    static const char *const wholes[] = {"全国", "全省", "全市", "全县", "全区", "全州", "全镇",
                                         "全局", "全院", "全系统", "全旗", "全盟", "全乡", "全街道",
                                         "全部", "总体", "总",   "计",   "总和", "全市合计数"};

    if (ENDS(label, subtotals)) {
        return HG_LINE_TOTAL | HG_LINE_SUBTOTAL;
    }
    if (ENDS(label, grand)) {
        return HG_LINE_TOTAL | HG_LINE_GRAND;
    }
    if (hg_str_ends(label, HG_STR("合计")) || hg_str_ends(label, HG_STR("共计"))) {
        return HG_LINE_TOTAL;
    }
    for (size_t i = 0; i < sizeof totals / sizeof *totals; i++) {
        if (hg_str_is(label, totals[i])) {
            return HG_LINE_TOTAL;
        }
    }
    for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++) {
        if (hg_str_is(label, wholes[i])) {
            return HG_LINE_WHOLE;
        }
    }
    /* 总收入, 总人数: the whole of what its neighbours name. */
    if (hg_str_starts(label, HG_STR("总")) || hg_str_ends(label, HG_STR("总数")) ||
        hg_str_ends(label, HG_STR("总量")) || hg_str_ends(label, HG_STR("总额"))) {
        return HG_LINE_WHOLE;
    }
    return 0;
}

uint32_t hg_grid_traits(struct hg_str label)
{
    static const char *const portions[] = {"占比", "比重", "构成", "所占比例", "占总", "占全"};
    static const char *const shares[] = {"率", "比例", "%", "％", "‰", "百分比", "进度", "百分点"};
    static const char *const changes[] = {"增长", "增幅", "增速", "降幅", "同比", "环比", "较上",
                                          "比上", "较去", "比去", "增减", "±",    "变化", "增加额",
                                          "增量", "涨幅", "升降"};
    static const char *const falls[] = {"降幅", "下降", "减幅", "降低"};
    static const char *const no_sum[] = {"位次", "排名", "名次", "排序", "得分", "分值", "评分",
                                         "平均", "人均", "户均", "均价", "单价", "年份", "时间",
                                         "日期", "电话", "编号", "代码", "标准", "密度", "指数",
                                         "温度", "价格", "系数", "倍数", "满分", "权重", "每万",
                                         "学号", "面积比", "年龄", "浓度", "定额"};
    static const char *const comparable[] = {"可比", "不变价", "同口径", "剔除"};
    uint32_t traits;

    label = bare(label);
    traits = total_traits(label);
    if (hg_str_starts(label, HG_STR("其中")) || hg_str_starts(label, HG_STR("#"))) {
        traits |= HG_LINE_OF_WHICH;
    }
    if (HOLDS(label, portions)) {
        traits |= HG_LINE_SHARE | HG_LINE_PORTION;
    }
    if (HOLDS(label, shares) && !hg_str_contains(label, HG_STR("税率表"))) {
        traits |= HG_LINE_SHARE;
    }
    if (HOLDS(label, changes)) {
        /* 上年同期, 比上年同期: the first names a base, not a change. */
        traits |= HG_LINE_CHANGE;
    }
    if (HOLDS(label, falls)) {
        traits |= HG_LINE_CHANGE | HG_LINE_FALL;
    }
    if (HOLDS(label, no_sum)) {
        traits |= HG_LINE_NO_SUM;
    }
    if (HOLDS(label, comparable)) {
        traits |= HG_LINE_COMPARABLE;
    }
    return traits;
}

bool hg_grid_unit_named(struct hg_str name, const struct hg_unit **unit, int16_t *power)
{
    static const struct {
        const char *prefix;
        int16_t power;
    } multipliers[] = {{"万亿", 12}, {"百万", 6}, {"千万", 7}, {"十万", 5}, {"十亿", 9},
                       {"百亿", 10}, {"亿", 8},   {"万", 4},   {"千", 3},   {"百", 2}};

    if (hg_str_is(name, "％") || hg_str_is(name, "百分比")) {
        name = HG_STR("%");
    }
    if (hg_str_is(name, "百分点")) {
        name = HG_STR("个百分点");
    }
    *power = 0;
    *unit = hg_unit_named(name);
    for (size_t i = 0; *unit == NULL && i < sizeof multipliers / sizeof *multipliers; i++) {
        struct hg_str prefix = hg_str_of(multipliers[i].prefix);

        if (hg_str_starts(name, prefix) && name.len > prefix.len) {
            *unit = hg_unit_named((struct hg_str){name.data + prefix.len, name.len - prefix.len});
            *power = multipliers[i].power;
        }
    }
    return *unit != NULL;
}

/* The unit in `inner`: 万元; 单位：万元. */
static bool inner_unit(struct hg_str inner, const struct hg_unit **unit, int16_t *power)
{
    static const char *const leads[] = {"单位：", "单位:", "计量单位：", "计量单位:"};

    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
        struct hg_str lead = hg_str_of(leads[i]);

        if (hg_str_starts(inner, lead)) {
            inner.data += lead.len;
            inner.len -= lead.len;
        }
    }
    return hg_grid_unit_named(inner, unit, power);
}

bool hg_grid_take_unit(struct hg_str *label, const struct hg_unit **unit, int16_t *power)
{
    static const char *const closers[] = {"）", ")", "]", "］"};
    static const char *const openers[] = {"（", "(", "[", "［"};
    struct hg_str text = *label;
    size_t open = SIZE_MAX, inner_end;

    for (size_t i = 0; i < sizeof closers / sizeof *closers && open == SIZE_MAX; i++) {
        if (!hg_str_ends(text, hg_str_of(closers[i]))) {
            continue;
        }
        inner_end = text.len - hg_str_of(closers[i]).len;
        for (size_t j = 0; j < sizeof openers / sizeof *openers; j++) {
            size_t from = hg_str_find(text, hg_str_of(openers[j]), 0);

            while (from != SIZE_MAX && from < inner_end) {
                struct hg_str inner;
                size_t start = from + hg_str_of(openers[j]).len;

                inner = hg_str_sub(text, (struct hg_span){start, inner_end});
                if (inner_unit(inner, unit, power)) {
                    *label = hg_str_sub(text, (struct hg_span){0, from});
                    return true;
                }
                from = hg_str_find(text, hg_str_of(openers[j]), start);
            }
        }
        open = 0;
    }
    if (hg_str_ends(text, HG_STR("%")) || hg_str_ends(text, HG_STR("％"))) {
        label->len -= hg_str_ends(text, HG_STR("%")) ? 1 : sizeof "％" - 1;
        return hg_grid_unit_named(HG_STR("%"), unit, power);
    }
    return false;
}
