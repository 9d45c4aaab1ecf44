/* What a list of parts promises: to divide its whole without overlap, and to leave nothing out. */
#include "figures/sum.h"

#include "base/utf8.h"

enum { LEADS_MAX = 8 };

/* A类, B类 …: the lead begins with the letter of its place. */
static bool is_lettered(const struct hg_sum_search *s, size_t place)
{
    struct hg_str lead = hg_str_trim(hg_scene_text(s->scene, s->items.items[place]->lead));

    return lead.len > 0 && hg_utf8_at(lead, 0) == 'A' + (uint32_t)place;
}

enum hg_partition hg_sum_partition(const struct hg_sum_search *s, size_t count)
{
    struct hg_str leads[LEADS_MAX];

    if (count > LEADS_MAX) {
        return HG_PARTITION_NONE;
    }
    for (size_t i = 0; i < count; i++) {
        if (!hg_mention_lead_has(s->scene, s->items.items[i], HG_CUE_MEMBER) &&
            !is_lettered(s, i)) {
            return HG_PARTITION_NONE; /* the names say nothing: spare the search */
        }
        leads[i] = hg_scene_text(s->scene, s->items.items[i]->lead);
    }
    return hg_partition_of(leads, count);
}

bool hg_sum_same_unit(const struct hg_sum_search *s, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!hg_unit_same(s->items.items[i]->quantity->unit, s->whole->quantity->unit)) {
            return false;
        }
    }
    return true;
}

/* Neither whole nor item is an aim, a stock, a yearly figure: they are of one time and kind. */
bool hg_sum_of_one_kind(const struct hg_sum_search *s, const struct hg_mention *item)
{
    return !hg_mention_lead_has(s->scene, s->whole, HG_CUE_YEARLY | HG_CUE_EACH | HG_CUE_AIM) &&
           hg_unit_same(item->quantity->unit, s->whole->quantity->unit) &&
           !hg_mention_lead_has(s->scene, item,
                                HG_CUE_CUMULATIVE | HG_CUE_TO | HG_CUE_AIM | HG_CUE_STOCK |
                                    HG_CUE_CALIBRE);
}

/* May two items hold the same thing? Ages, schooling, steps of one procedure cut across each other;
 * kinds, places and levels do not. */
static bool may_overlap(struct hg_str lead)
{
    static const char *const words[] = {
        "岁",   "学历", "本科", "大专", "研究生", "硕士", "博士", "女",   "党员", "族",   "职称",
        "以上", "以下", "及以", "新增", "首次",   "重点", "重大", "涉",   "已",   "累计", "年轻",
        "青年", "骨干", "残疾", "低保", "贫困",   "脱贫", "受理", "立案", "办结", "审结", "移送",
        "整改", "开工", "竣工", "完工", "签约",   "到位", "结案", "破获", "抓获", "化解", "成功",
        "检查", "查处", "处罚", "责令", "起诉",   "参加", "覆盖", "惠及", "使用", "获",   "优秀",
        "困难", "重复", "普惠", "示范", "高级",   "先进", "投入", "完成", "合格", "用于"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (hg_str_contains(lead, hg_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

/* The last character that is no filler. */
static uint32_t last_character(const struct hg_scene *scene, const struct hg_mention *item)
{
    struct hg_str lead = hg_str_trim(hg_scene_text(scene, item->lead));

    return hg_utf8_before(lead, lead.len);
}

/* The items divide the whole without overlap: by their names, or as pieces of one list none of
 * which may hold what another holds. */
bool hg_sum_is_exclusive(const struct hg_sum_search *s, size_t count)
{
    bool same_end = true;

    if (count < 2 || !hg_sum_same_unit(s, count)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (!hg_sum_of_one_kind(s, s->items.items[i])) {
            return false;
        }
    }
    if (hg_sum_partition(s, count) != HG_PARTITION_NONE) {
        return true;
    }
    for (size_t i = 0; i < count; i++) {
        struct hg_str lead = hg_scene_text(s->scene, s->items.items[i]->lead);

        if (may_overlap(lead) || lead.len > 45) {
            return false;
        }
        same_end = same_end && last_character(s->scene, s->items.items[i]) ==
                                   last_character(s->scene, s->items.items[0]);
    }
    return count <= s->tight || same_end;
}

/* Periods that differ divide a whole: 113件(其中，2022年76件，2023年37件). */
static bool by_years(const struct hg_sum_search *s)
{
    for (size_t i = 0; i < s->items.len; i++) {
        struct hg_span lead = s->items.items[i]->lead;

        if (!hg_scene_has_moment(s->scene, lead.start, lead.end) ||
            hg_scene_residue(s->scene, lead.start, lead.end,
                             HG_CUE_FILLER | HG_CUE_OF_WHICH) > 3) {
            return false;
        }
    }
    return s->items.len > 1;
}

static bool is_chinese_count(const struct hg_mention *mention)
{
    return (mention->quantity->numeral.flags & HG_NUMERAL_CHINESE) != 0;
}

/* 其他, 其余: what ends so leaves nothing out. */
static bool ends_in_rest(const struct hg_sum_search *s, size_t count)
{
    static const char *const words[] = {"其他", "其余", "其它", "剩余", "余下"};
    struct hg_str lead = hg_scene_text(s->scene, s->items.items[count - 1]->lead);

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (hg_str_contains(lead, hg_str_of(words[i]))) {
            return true;
        }
    }
    return false;
}

/* How many items make a list that leaves nothing out; 0 if the wording does not promise it. */
size_t hg_sum_closed_length(const struct hg_sum_search *s)
{
    size_t most = s->tight > 1 ? s->tight : s->items.len;

    for (size_t count = most; count > 1; count--) {
        if (ends_in_rest(s, count) ||
            (count <= LEADS_MAX && hg_sum_partition(s, count) == HG_PARTITION_CLOSED)) {
            return count;
        }
        if (s->tight > 1) {
            break;
        }
    }
    if (s->opening == HG_SUM_OPEN_DIVIDED && s->tight > 1) {
        return s->tight;
    }
    if (is_chinese_count(s->whole) || !s->to_end || s->ends_open || s->items.len < 2) {
        return 0;
    }
    if (s->opening == HG_SUM_OPEN_BRACKET || s->opening == HG_SUM_OPEN_COLON || s->opening == HG_SUM_OPEN_DIVIDED) {
        return s->items.len;
    }
    return s->opening == HG_SUM_OPEN_OF_WHICH && s->items.items[0]->depth > 0 && by_years(s)
               ? s->items.len
               : 0;
}
