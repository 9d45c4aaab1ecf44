/* Names that divide a whole without remainder (税收 + 非税), or at least without overlap. */
#include "figures/scene.h"

#include "base/utf8.h"

struct partition {
    const char *members; /* alternatives of one member with '/', members with '|' */
    enum hg_partition kind;
};

static const struct partition partitions[] = {
    {"中央|地方", HG_PARTITION_CLOSED},
    {"男/男性|女/女性", HG_PARTITION_CLOSED},
    {"非税|税收", HG_PARTITION_CLOSED},
    {"国税|地税|财政", HG_PARTITION_CLOSED},
    {"城镇/城市/市区/城区|农村/乡村", HG_PARTITION_CLOSED},
    {"国有|民营/非公有/非国有/私营", HG_PARTITION_EXCLUSIVE},
    {"集体|个人", HG_PARTITION_CLOSED},
    {"主办|会办/协办", HG_PARTITION_CLOSED},
    {"独办|合办", HG_PARTITION_CLOSED},
    {"新制定/新立/制定|修改/修订|废止", HG_PARTITION_CLOSED},
    {"预期性|约束性", HG_PARTITION_CLOSED},
    {"出口|进口", HG_PARTITION_CLOSED},
    {"市本级|区级/县级/县区级/县（市、区）级/各县区", HG_PARTITION_CLOSED},
    {"本级|下级/乡镇级", HG_PARTITION_EXCLUSIVE},
    {"上半年|下半年", HG_PARTITION_CLOSED},
    {"一审|二审|再审", HG_PARTITION_EXCLUSIVE},
    {"一审|二审", HG_PARTITION_EXCLUSIVE},
    {"一产/第一产业|二产/第二产业|三产/第三产业", HG_PARTITION_CLOSED},
    {"结案/审结/办结/已结/已办结|未结/未办结/未审结/在办/正在办理", HG_PARTITION_CLOSED},
    {"成功|失败/未成功/不成功", HG_PARTITION_CLOSED},
    {"合格|不合格", HG_PARTITION_CLOSED},
    {"满意|基本满意|不满意", HG_PARTITION_CLOSED},
    {"内资|外资", HG_PARTITION_CLOSED},
    {"线上/网上|线下/窗口", HG_PARTITION_CLOSED},
    {"省内|省外", HG_PARTITION_EXCLUSIVE},
    {"市内|市外", HG_PARTITION_EXCLUSIVE},
    {"县内|县外", HG_PARTITION_EXCLUSIVE},
    {"境内|境外", HG_PARTITION_CLOSED},
    {"国内|国外/国际/入境", HG_PARTITION_CLOSED},
    {"人民币存款|外币存款", HG_PARTITION_CLOSED},
    {"采纳|未采纳/不采纳", HG_PARTITION_CLOSED},
    {"公有|非公有/非公", HG_PARTITION_CLOSED},
    {"正职|副职", HG_PARTITION_CLOSED},
    {"受理|不予受理", HG_PARTITION_EXCLUSIVE},
    {"起诉|不起诉", HG_PARTITION_EXCLUSIVE},
    {"批准逮捕/批捕|不批准逮捕/不批捕/不捕", HG_PARTITION_CLOSED},
    {"整改完成/完成整改/已整改|正在整改/未整改/尚未整改", HG_PARTITION_CLOSED},
    {"民事|刑事|行政", HG_PARTITION_EXCLUSIVE},
    {"东部|中部|西部|东北", HG_PARTITION_CLOSED},
    {"续建|新建/新开工", HG_PARTITION_EXCLUSIVE},
    {"旧存/结转|新收/新增", HG_PARTITION_CLOSED},
    {"工伤|养老|失业", HG_PARTITION_EXCLUSIVE},
    {"党员|非党员", HG_PARTITION_CLOSED},
    {"汉族|少数民族", HG_PARTITION_CLOSED},
    {"本科|专科/大专", HG_PARTITION_EXCLUSIVE},
    {"水电|火电|风电|光伏", HG_PARTITION_EXCLUSIVE},
    {"满意|基本满意", HG_PARTITION_EXCLUSIVE},
    {"非常满意|满意|基本满意", HG_PARTITION_EXCLUSIVE},
    {"自然人|法人", HG_PARTITION_CLOSED},
    {"公办|民办", HG_PARTITION_CLOSED},
    {"公立|民营/私立", HG_PARTITION_CLOSED},
    {"初次/初信初访/首次|重复/重信重访", HG_PARTITION_CLOSED},
    {"发明|实用新型|外观设计/外观", HG_PARTITION_CLOSED},
    {"夏粮|秋粮", HG_PARTITION_CLOSED},
    {"县道|乡道|村道", HG_PARTITION_EXCLUSIVE},
    {"国道|省道|县道", HG_PARTITION_EXCLUSIVE},
    {"企业|个体工商户/个体户|农民专业合作社/合作社", HG_PARTITION_EXCLUSIVE},
    {"企业|个体工商户/个体户", HG_PARTITION_EXCLUSIVE},
    {"行政编制/行政编|事业编制/事业编", HG_PARTITION_EXCLUSIVE},
    {"行政编制/行政编|事业编制/事业编|工勤", HG_PARTITION_EXCLUSIVE},
    {"在职|退休/离退休", HG_PARTITION_CLOSED},
    {"市级|县级|乡级/镇级/乡镇级", HG_PARTITION_EXCLUSIVE},
    {"市级|县级|乡级/镇级/乡镇级|村级", HG_PARTITION_EXCLUSIVE},
    {"县级|乡级/镇级/乡镇级|村级", HG_PARTITION_EXCLUSIVE},
    {"国家级|省级|市级", HG_PARTITION_EXCLUSIVE},
    {"国家级|省级|市级|县级", HG_PARTITION_EXCLUSIVE},
    {"国家级|省级", HG_PARTITION_EXCLUSIVE},
    {"中央|省级/省|市级/市|县级/县", HG_PARTITION_EXCLUSIVE},
    {"中央|省级/省|市级/市", HG_PARTITION_EXCLUSIVE},
    {"中央|省级/省", HG_PARTITION_EXCLUSIVE},
    {"省级|市级|县级", HG_PARTITION_EXCLUSIVE},
    {"饮酒驾驶/酒后驾驶/酒驾|醉酒驾驶/醉驾", HG_PARTITION_EXCLUSIVE},
    {"主动公开|依申请公开|不予公开", HG_PARTITION_EXCLUSIVE},
    {"继续有效/保留/有效|修改/修订|废止/失效", HG_PARTITION_CLOSED},
    {"社会团体|社会服务机构/民办非企业|基金会", HG_PARTITION_CLOSED},
    {"电话/来电|网络/网上|来信|来访", HG_PARTITION_EXCLUSIVE},
    {"来信|来访|网上/网络", HG_PARTITION_EXCLUSIVE},
    {"来信|来访", HG_PARTITION_EXCLUSIVE},
    {"线上/网上|线下/窗口/现场", HG_PARTITION_CLOSED},
    {"高级|中级|初级", HG_PARTITION_EXCLUSIVE},
    {"优秀|良好|合格|不合格", HG_PARTITION_EXCLUSIVE},
    {"优秀|良好|一般", HG_PARTITION_EXCLUSIVE},
    {"缓刑|假释|暂予监外执行|管制", HG_PARTITION_EXCLUSIVE},
    {"缓刑|假释|暂予监外执行", HG_PARTITION_EXCLUSIVE},
    {"直接答复/直接办理/即办|转派/转办/派单", HG_PARTITION_CLOSED},
    {"咨询|求助|投诉/投诉举报/举报|建议/意见建议", HG_PARTITION_EXCLUSIVE},
    {"咨询|投诉/投诉举报|建议", HG_PARTITION_EXCLUSIVE},
    {"咨询|投诉|举报", HG_PARTITION_EXCLUSIVE},
    {"道路运输/道路交通/交通|工矿商贸|火灾|其他", HG_PARTITION_EXCLUSIVE},
    {"城区/城镇/街道|乡镇/农村", HG_PARTITION_CLOSED},
    {"城区|农村/乡村|高速公路/高速", HG_PARTITION_EXCLUSIVE},
    {"集中供养/集中|分散供养/分散", HG_PARTITION_CLOSED},
    {"首席|高级|中级", HG_PARTITION_EXCLUSIVE},
    {"一级|二级|三级", HG_PARTITION_EXCLUSIVE},
    {"一级|二级|三级|四级", HG_PARTITION_EXCLUSIVE},
    {"一星|二星|三星", HG_PARTITION_EXCLUSIVE},
    {"三星级|四星级|五星级", HG_PARTITION_EXCLUSIVE},
    {"幼儿园|小学|初中|高中", HG_PARTITION_EXCLUSIVE},
    {"小学|初中|高中", HG_PARTITION_EXCLUSIVE},
    {"小学|初中", HG_PARTITION_EXCLUSIVE},
    {"一季度/第一季度|二季度/第二季度|三季度/第三季度|四季度/第四季度", HG_PARTITION_CLOSED},
};

const char *hg_partition_words(size_t index)
{
    return index < sizeof partitions / sizeof *partitions ? partitions[index].members : NULL;
}

enum { MEMBERS_MAX = 8 };

/* Length of the longest alternative of a member that the lead holds; 0 if none. */
static size_t match_length(struct hg_str lead, struct hg_str member)
{
    struct hg_str word;
    size_t best = 0;

    while (hg_str_split(&member, '/', &word)) {
        if (word.len > best && hg_str_contains(lead, word)) {
            best = word.len;
        }
    }
    return best;
}

/* Which member a lead names: the one with the longest match; -1 for none. */
static int member_of(struct hg_str lead, struct hg_str members)
{
    struct hg_str member;
    size_t best = 0;
    int found = -1;

    for (int i = 0; hg_str_split(&members, '|', &member); i++) {
        size_t len = match_length(lead, member);

        if (len > best) {
            best = len;
            found = i;
        }
    }
    return found;
}

static size_t count_members(struct hg_str members)
{
    struct hg_str member;
    size_t count = 0;

    while (hg_str_split(&members, '|', &member)) {
        count++;
    }
    return count;
}

/* 省内县外, 60岁以上男性: the name is cut down by another, and others may stand beside it. */
static bool is_narrowed(struct hg_str lead)
{
    static const char *const words[] = {"内县外", "外市内", "以上", "以下", "未满", "部分"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (hg_str_contains(lead, hg_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

static bool covers(const struct partition *partition, const struct hg_str *leads, size_t count)
{
    struct hg_str members = hg_str_of(partition->members);
    bool seen[MEMBERS_MAX] = {false};

    if (count_members(members) != count || count > MEMBERS_MAX) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        int member = member_of(leads[i], members);

        if (member < 0 || seen[member] || is_narrowed(leads[i])) {
            return false;
        }
        seen[member] = true;
    }
    return true;
}

/* A类 … B类 … C类: letters in order from A. */
static bool is_lettered(const struct hg_str *leads, size_t count)
{
    if (count < 3) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct hg_str lead = hg_str_trim(leads[i]);
        char letter = (char)('A' + (int)i);

        if (i >= 8 || lead.len == 0 || lead.data[0] != letter) {
            return false;
        }
    }
    return true;
}

/* X and 未X, 不X, 非X with the same two characters. */
static bool is_negation(struct hg_str plain, struct hg_str negated)
{
    static const char *const signs[] = {"未", "不", "非"};

    for (size_t i = 0; i < 3; i++) {
        size_t at = hg_str_find(negated, hg_str_of(signs[i]), 0);
        size_t start;
        size_t end;

        if (at == SIZE_MAX) {
            continue;
        }
        start = end = at + hg_str_of(signs[i]).len;
        for (int c = 0; c < 2 && end < negated.len; c++) {
            hg_utf8_next(negated, &end);
        }
        if (end - start >= 6 &&
            hg_str_contains(plain, hg_str_sub(negated, (struct hg_span){start, end})) &&
            !hg_str_contains(plain, hg_str_sub(negated, (struct hg_span){at, end}))) {
            return true;
        }
    }
    return false;
}

enum hg_partition hg_partition_of(const struct hg_str *leads, size_t count)
{
    if (count < 2) {
        return HG_PARTITION_NONE;
    }
    for (size_t i = 0; i < sizeof partitions / sizeof *partitions; i++) {
        if (covers(&partitions[i], leads, count)) {
            return partitions[i].kind;
        }
    }
    if (is_lettered(leads, count)) {
        return HG_PARTITION_CLOSED;
    }
    if (count == 2 && (is_negation(leads[0], leads[1]) || is_negation(leads[1], leads[0]))) {
        return HG_PARTITION_EXCLUSIVE;
    }
    return HG_PARTITION_NONE;
}
