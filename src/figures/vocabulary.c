#include "figures/vocabulary.h"

#include <pthread.h>
#include <string.h>

#include "base/utf8.h"

struct word {
    const char *text; /* words with '|' between */
    uint32_t classes;
};

static const struct word words[] = {
    {"其中", HG_CUE_OF_WHICH},
    {"包括|包含|含|涵盖|分为|分别为|分别是|即", HG_CUE_INCLUDING},
    {"共|合计|共计|总计|总共|一共|累计共|合共|总数|总量|总额", HG_CUE_TOTAL},
    {"累计|总数|总量|总额|总计|总人数|总户数|累计达|总数达", HG_CUE_CUMULATIVE},
    {"分别|依次", HG_CUE_RESPECTIVE},
    {"增长|增加|上升|提高|提升|上涨|扩大|增收|净增|增支|攀升|回升|增幅|增速|增|升|涨|多|增长了|增加了|"
     "提高了|上升了|提升了|递增|高|快|多减|多收|多支|多增|多投|多办|多贷|延长|高出|增多|新增|增长率|增加率|提升率|上升率|增加额|增长额|增量|增额",
     HG_CUE_UP},
    {"下降|减少|降低|回落|下滑|缩减|缩小|压减|减|降|少|下跌|减收|收窄|降幅|减幅|下降了|减少了|降低了|"
     "回落了|减支|压缩|低|缩短|净减|低出|少收|少支|减少额|降低了|压降|压减率|压缩率|下降率|减少率|降低率|缩减率|削减率|压减了|缩短了|精简",
     HG_CUE_DOWN},
    {"同比|环比|比上年|比去年|较上年|较去年|比上年同期|比去年同期|较上年同期|较去年同期|同上年相比|"
     "与上年相比|与去年相比|与上年同期相比|与去年同期相比|同去年相比|比上年度|较上年度|比上月|较上月|"
     "比上季度|比上半年|比年初|较年初|比上一年|较上一年|比前年|比|较|相比|上年预算|上年预计数|"
     "上年同期数|上年执行数|上年预计执行数|比上年预计数|比上年预计|比去年预计数|比上年执行数|较上年预计数|比上年预计执行数|比上年决算|比上年同|较同期|比同期|比去年预算|比上年预算|比预算|比上年决算数",
     HG_CUE_COMPARE},
    {"增长到|增加到|上升到|提高到|提升到|扩大到|上涨到|增至|升至|提至|涨至|增加至|增长至|提高至|提升至|"
     "上升至|下降到|减少到|降低到|降至|减至|下降至|减少至|降低至|回落到|回落至|压减到|压减至|缩减到|"
     "缩减至|缩短到|缩短至|达到|达|至|到|变为|跃升到|跃升至|攀升至|扩大至|发展到|优化到|提升为|降到|"
     "增到|升到|减到|翻至|跃至|增长为|增加为|→|调整为|收窄到|收窄至|发展到现在|压缩到|压缩至|减到|精简到|精简至|延长到|延长至|攀升到|回升到|下滑到|跌至|涨到|降为|升为|增为|减为|缩小到|缩小至",
     HG_CUE_TO},
    {"由|从|自", HG_CUE_FROM},
    {"年均|平均每年|年平均|每年平均", HG_CUE_YEARLY},
    {"人均|户均|平均每|平均|每人|每户|均|村均|亩均|单位|每亩|每家|每村|每件|件均|场均|期均|次均|校均|店均|企均|日均|"
     "月均|每天|每月",
     HG_CUE_EACH},
    {"实际增长|可比价|可比价格|可比口径|不变价|同口径|剔除|扣除|按可比|自然口径|可比增长|实际下降|名义|"
     "同比口径|还原|不含|扣减|实际",
     HG_CUE_CALIBRE},
    {"占|占比|比重|所占比例|占到|占比达|占比为|比例|约占|占全部|的比重|所占比重", HG_CUE_SHARE},
    {"力争|确保|目标|预期|争取在|争取到20|争取到年底|争取达到|争取实现|争取完成|不低于|计划|拟|将达|要达到|力求|预计|到2025年|到2030年|到2035年|预算安排|"
     "今后|将|明年|要",
     HG_CUE_AIM},
    {"旧存|上年结转|上期结转|结转|积案|存量|上年旧存|含上年|含结转|历年|跨年|往年|存案", HG_CUE_STOCK},
    {"新收|新增|新受理|新立|新收案|当年新收", HG_CUE_NEW},
    {"未结|未办结|结余|未审结|存案|尚存|剩余|在办|正在办理|未化解|尚未办结|未整改|未完成", HG_CUE_LEFT},
    {"达|为|达到|到|至|是|均|都|约|近|超|已|也|高达|达到了|稳定在|保持在|维持在|在|了|的|均达|均为|"
     "分别|仅|仅为|则|又|再|实现|共|总体|平均|全部|其|其中|累计|幅度|增幅|降幅|比例|年度|度|数|额|以|"
     "并|且|和|及|与|较好|同期|末|底|年末|突破|超过|逾|接近|大约|不足|"
     "左右|为了|有|等|其|一般|整体|总|比例均|比例达|预计数|执行数|决算数|预算数",
     HG_CUE_FILLER},
    {"生产总值|增加值|GDP|gdp|国内生产总值|消费品零售|社零", HG_CUE_PRICED},
    {"可支配收入|纯收入|居民收入", HG_CUE_INCOME},
    {"上年|去年|上年同期|去年同期|同期|原来|原有|此前|前年|上年末|年初|之前", HG_CUE_PREVIOUS},
    {"是|相当于|为|达到|约为|达|超过", HG_CUE_TIMES_OF},
    {"完成|占|达到|相当于|为|实现|约占|超额完成|占到|仅占|已完成|达", HG_CUE_COMPLETE},
};

/* Words that hide a verb inside them. They have no row of their own. */
static const char hiding[] =
    "不予受理|未办结|未结|未结案|未审结|未整改|不予立案|尚未办结|正在办理|未成功|未完成|不受理|"
    "未调解成功|调解不成|调解未成|调解失败|应受理|未受理|不予|未化解|未销号|未签约|未到位|未开工|"
    "受理费|受理点|受理中心|受理窗口|调解员|调解室|调解组织|调解委员会|人民调解|调解中心|办结时限|"
    "抽检不合格|完成时限|目标任务|计划生育|项目部|项目化|合格证|检查站|执行局|执行法官|执行力|满意度|"
    "收到位|整改落实|整改措施|回访率|企业家|事项目录|成功率|完成率|建立健全|申请人|被申请人|目标责任|"
    "计划书|不满意|基本满意|回头看|执行案件|行政调解|司法调解|诉前调解|下达率|应诉案件|指标体系|"
    "反馈意见|预算单位|项目库|总数据|调解案件|受理案件数|办结数|信访事项|成功创建|成功举办|成功申报|"
    "成功入选|成功签约|成功发行|成功引进|成功获批|成功争创|完成调解|完成审查|收入|收回|收集|收购|收费|"
    "收治|收缴|收养|吸收|回收站|立足|成立|建立|设立|确立|独立|树立|立项|突破|破解|打破|破产|破除|"
    "破坏|破浪|破局|实现了|排查整治|全覆盖";

/* Words with a cue inside that they do not mean. */
static const char masking[] =
    "主要|重要|需要|必要|要求|纪要|要素|摘要|要点|概要|首要|要件|要闻|简要|将军|将士|目标任务|计划单列|"
    "比例|比武|比赛|对比|比选|评比|由于|自由|理由|缘由|自然|自主|自身|自治|自行|自愿|自筹|自建|自查|各自|亲自|"
    "从事|从业|从严|从轻|从优|从重|自然人|含量|包含|减轻|减免|增值|增强|增派|提高人|高中|高校|高级|高标准|高层次|高质量|"
    "高技能|高龄|高速|高新|高频|高铁|最高|少年|少数|青少年|多元|多发|多部门|多次|多个|多项|多种|多家|多名|多起|快递|快速|低保|低收入|最低|"
    "大要案|要案|万元GDP|单位GDP|每万元GDP|万元生产总值|单位生产总值|万元地区生产总值|单位地区生产总值|万元国内生产总值|单位国内生产总值|单位工业增加值|万元工业增加值|压缩包|提升机|实际困难|实际参|实际出|实际到|实际签|实际种|实际完成|实际到位|实际支|实际使|实际结|实际办|实际受|实际利用|实际收|实际执|实际投|实际接";

bool hg_rate_row_has(const uint64_t *set, uint16_t verb)
{
    return verb != 0 && (set[verb / 64] >> (verb % 64) & 1u) != 0;
}

static uint32_t slot_of(uint32_t c)
{
    return (c * 2654435761u) >> 21;
}

static struct hg_vocabulary_entry *entry_for(struct hg_arena *arena, struct hg_vocabulary *vocabulary,
                                          struct hg_str text)
{
    void **place = hg_map_put(&vocabulary->index, text);
    struct hg_vocabulary_entry *entry;
    uint32_t *link;
    uint32_t number;

    if (*place != NULL) {
        return &vocabulary->entries.items[(uintptr_t)*place];
    }
    number = (uint32_t)vocabulary->entries.len;
    entry = HG_PUSH(arena, &vocabulary->entries);
    entry->text = text;
    *place = (void *)(uintptr_t)number;
    link = &vocabulary->slots[slot_of(hg_utf8_at(text, 0))];
    while (*link != 0 && vocabulary->entries.items[*link].text.len >= text.len) {
        link = &vocabulary->entries.items[*link].next;
    }
    entry->next = *link;
    *link = number;
    return entry;
}

static void add_words(struct hg_arena *arena, struct hg_vocabulary *vocabulary, const char *list,
                      uint32_t classes)
{
    struct hg_str rest = hg_str_of(list);
    struct hg_str word;

    while (hg_str_split(&rest, '|', &word)) {
        if (word.len > 0) {
            entry_for(arena, vocabulary, word)->classes |= classes;
        }
    }
}

static uint16_t verb_id(struct hg_arena *arena, struct hg_vocabulary *vocabulary, struct hg_str word)
{
    struct hg_vocabulary_entry *entry = entry_for(arena, vocabulary, word);

    if (entry->verb == 0 && vocabulary->verb_count + 1 < HG_VERBS_MAX) {
        entry->verb = ++vocabulary->verb_count;
        entry->classes |= HG_CUE_VERB;
    }
    return entry->verb;
}

static void add_verbs(struct hg_arena *arena, struct hg_vocabulary *vocabulary, const char *list,
                      uint64_t *set)
{
    struct hg_str rest = hg_str_of(list);
    struct hg_str word;

    while (hg_str_split(&rest, '|', &word)) {
        uint16_t verb = word.len > 0 ? verb_id(arena, vocabulary, word) : 0;

        if (verb != 0 && set != NULL) {
            set[verb / 64] |= (uint64_t)1 << (verb % 64);
        }
    }
}

static void add_row(struct hg_arena *arena, struct hg_vocabulary *vocabulary,
                    const struct hg_rate_word *word)
{
    struct hg_str rest = hg_str_of(word->words);
    struct hg_rate_row *row = HG_PUSH(arena, &vocabulary->rows);
    struct hg_str name;

    row->word = word;
    add_verbs(arena, vocabulary, word->parts, row->parts);
    add_verbs(arena, vocabulary, word->wholes, row->wholes);
    while (hg_str_split(&rest, '|', &name)) {
        if (name.len > 0) {
            struct hg_vocabulary_entry *entry = entry_for(arena, vocabulary, name);

            if (entry->rate == 0) { /* the first row that names it wins */
                entry->rate = (uint16_t)vocabulary->rows.len;
                entry->classes |= HG_CUE_RATE;
            }
        }
    }
}

static void join(struct hg_arena *arena, uint64_t **set, const uint64_t *more)
{
    if (*set == NULL) {
        *set = HG_NEW_ARRAY(arena, uint64_t, HG_VERB_WORDS);
    }
    for (size_t i = 0; i < HG_VERB_WORDS; i++) {
        (*set)[i] |= more[i];
    }
}

/* What is a part of what, from rates whose definition is fixed and that cannot exceed 100%. */
static void note_containment(struct hg_arena *arena, struct hg_vocabulary *vocabulary,
                             const struct hg_rate_row *row)
{
    if (row->word->certainty == HG_CERTAINTY_OFFICIAL || !row->word->capped) {
        return;
    }
    for (uint16_t verb = 1; verb <= vocabulary->verb_count; verb++) {
        if (hg_rate_row_has(row->parts, verb)) {
            join(arena, &vocabulary->usual[verb], row->wholes);
            if (row->word->certainty == HG_CERTAINTY_FIXED) {
                join(arena, &vocabulary->within[verb], row->wholes);
            }
        }
    }
}

static struct hg_vocabulary *build(struct hg_arena *arena, const struct hg_rate_word *extra,
                                   size_t extra_count)
{
    struct hg_vocabulary *vocabulary = HG_NEW(arena, struct hg_vocabulary);

    hg_map_init(&vocabulary->index, arena);
    HG_PUSH(arena, &vocabulary->entries);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        add_words(arena, vocabulary, words[i].text, words[i].classes);
    }
    add_verbs(arena, vocabulary, hiding, NULL);
    add_words(arena, vocabulary, hiding, HG_CUE_HIDES);
    add_words(arena, vocabulary, "未|不|非", HG_CUE_MEMBER);
    for (size_t i = 0; hg_partition_words(i) != NULL; i++) {
        struct hg_str rest = hg_str_of(hg_partition_words(i));
        struct hg_str member;

        while (hg_str_split(&rest, '|', &member)) {
            struct hg_str word;

            while (hg_str_split(&member, '/', &word)) {
                entry_for(arena, vocabulary, word)->classes |= HG_CUE_MEMBER;
            }
        }
    }
    add_words(arena, vocabulary, masking, HG_CUE_HIDES);
    add_words(arena, vocabulary, "不含|不包括|不计|剔除|扣除|除外|未到期|办理期内|尚在办理期", HG_CUE_EXCEPT);
    add_words(arena, vocabulary, "可比价|可比价格|可比口径|不变价|同口径|按可比|自然口径|可比增长|剔除", HG_CUE_BASIS);
    for (size_t i = 0; i < extra_count && i < 1000; i++) {
        add_row(arena, vocabulary, &extra[i]);
    }
    for (size_t i = 0; i < hg_rate_word_count; i++) {
        add_row(arena, vocabulary, &hg_rate_words[i]);
    }
    for (size_t i = 0; i < vocabulary->rows.len; i++) {
        note_containment(arena, vocabulary, &vocabulary->rows.items[i]);
    }
    return vocabulary;
}

/* Written once under pthread_once, constant from then on; never freed, like the program's text. */
static struct {
    struct hg_arena *arena;
    const struct hg_vocabulary *vocabulary;
} shipped;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void build_shipped(void)
{
    shipped.arena = hg_arena_open();
    shipped.vocabulary = build(shipped.arena, NULL, 0);
}

const struct hg_vocabulary *hg_vocabulary_build(struct hg_arena *arena,
                                                const struct hg_rate_word *extra,
                                                size_t extra_count)
{
    if (extra_count > 0) {
        return build(arena, extra, extra_count);
    }
    (void)pthread_once(&once, build_shipped);
    return shipped.vocabulary;
}

static void push_cue(struct hg_arena *arena, struct hg_cues *out, size_t start, size_t len,
                     const struct hg_vocabulary_entry *entry)
{
    struct hg_cue *cue = HG_PUSH(arena, &out->items);

    cue->start = (uint32_t)start;
    cue->end = (uint32_t)(start + len);
    cue->classes = entry->classes;
    cue->verb = entry->verb;
    cue->rate = entry->rate;
}

/* …率 that no row names: 率先 率领 效率 利率 are left out. */
static void note_unknown_rate(struct hg_arena *arena, struct hg_cues *out, struct hg_str text,
                              size_t start, size_t end)
{
    uint32_t next = hg_utf8_at(text, end);
    struct hg_cue *cue;

    if (next == 0x5148 /* 先 */ || next == 0x9886 /* 领 */ || next == 0x961F /* 队 */) {
        return;
    }
    for (size_t i = out->items.len; i > 0 && out->items.items[i - 1].start + 60 > start; i--) {
        if (out->items.items[i - 1].end == end && out->items.items[i - 1].rate != 0) {
            return;
        }
    }
    cue = HG_PUSH(arena, &out->items);
    cue->start = (uint32_t)start;
    cue->end = (uint32_t)end;
    cue->classes = HG_CUE_UNKNOWN_RATE;
}

void hg_vocabulary_scan(struct hg_arena *arena, const struct hg_vocabulary *vocabulary, struct hg_str text,
                     size_t start, size_t end, struct hg_cues *out)
{
    struct hg_str scope = {text.data, end};

    for (size_t at = start; at < end;) {
        size_t here = at;
        uint32_t c = hg_utf8_next(scope, &at);

        for (uint32_t i = vocabulary->slots[slot_of(c)]; i != 0; i = vocabulary->entries.items[i].next) {
            const struct hg_vocabulary_entry *entry = &vocabulary->entries.items[i];

            if (entry->text.len <= end - here &&
                memcmp(entry->text.data, text.data + here, entry->text.len) == 0) {
                push_cue(arena, out, here, entry->text.len, entry);
            }
        }
        if (c == 0x7387) { /* 率 */
            note_unknown_rate(arena, out, scope, here, at);
        }
    }
}
