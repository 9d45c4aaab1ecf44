/* The words that tell recognisers what a number is doing: verbs of rates, 其中, 合计, 同比, 增长 …
 * Internal to figures/. */
#ifndef HG_FIGURES_LEXICON_H
#define HG_FIGURES_LEXICON_H

#include "figures/ledger.h"

enum hg_cue_class {
    HG_CUE_OF_WHICH = 1u << 0,   /* 其中 */
    HG_CUE_INCLUDING = 1u << 1,  /* 包括 包含 含 */
    HG_CUE_TOTAL = 1u << 2,      /* 共 合计 共计 总计 */
    HG_CUE_RESPECTIVE = 1u << 3, /* 分别 */
    HG_CUE_UP = 1u << 4,         /* 增长 增加 上升 提高 … */
    HG_CUE_DOWN = 1u << 5,       /* 下降 减少 … */
    HG_CUE_COMPARE = 1u << 6,    /* 同比 比上年 较上年同期 … */
    HG_CUE_TO = 1u << 7,         /* 增加到 降至 提高到 … */
    HG_CUE_FROM = 1u << 8,       /* 由 从 */
    HG_CUE_YEARLY = 1u << 9,     /* 年均 平均每年 */
    HG_CUE_EACH = 1u << 10,      /* 人均 户均 平均每 */
    HG_CUE_CALIBRE = 1u << 11,   /* 可比价 同口径 实际增长 … */
    HG_CUE_SHARE = 1u << 12,     /* 占 占比 比重 */
    HG_CUE_AIM = 1u << 13,       /* 力争 确保 目标 … */
    HG_CUE_STOCK = 1u << 14,     /* 旧存 上年结转 … */
    HG_CUE_NEW = 1u << 15,       /* 新收 新增 */
    HG_CUE_LEFT = 1u << 16,      /* 未结 未办结 结余 */
    HG_CUE_FILLER = 1u << 17,    /* 达 为 达到 均 约 …: between a word and its number */
    HG_CUE_PRICED = 1u << 18,    /* 生产总值 增加值: growth is never from nominal figures */
    HG_CUE_VERB = 1u << 19,      /* a verb of some rate; see `verb` */
    HG_CUE_RATE = 1u << 20,      /* a rate word; see `rate` */
    HG_CUE_UNKNOWN_RATE = 1u << 21, /* …率 that the table lacks */
    HG_CUE_PREVIOUS = 1u << 22,  /* 上年 去年同期 原来: introduces an earlier value */
    HG_CUE_CUMULATIVE = 1u << 23, /* 累计 总数 总量 */
    HG_CUE_TIMES_OF = 1u << 24,  /* 是 相当于 为: before …的N倍 */
    HG_CUE_HIDES = 1u << 26,     /* a word with a verb inside that it does not mean: 调解员 */
    HG_CUE_BASIS = 1u << 27,     /* 可比价 不变价 同口径: a way of counting, said anywhere */
    HG_CUE_MEMBER = 1u << 28,    /* names a part of a whole (partition.c), or denies one: 未 不 非 */
    HG_CUE_INCOME = 1u << 29,    /* 可支配收入: its growth may be real, unless its difference is given */
    HG_CUE_EXCEPT = 1u << 30,    /* 不含 剔除 未到期: what is counted is not all */
    HG_CUE_COMPLETE = 1u << 25,  /* 完成 达到 占: before a whole and 的p% */
};

enum { HG_VERBS_MAX = 640, HG_VERB_WORDS = HG_VERBS_MAX / 64 };

/* A rate word's row with its verbs as sets. */
struct hg_rate_row {
    const struct hg_rate_word *word;
    uint64_t parts[HG_VERB_WORDS], wholes[HG_VERB_WORDS];
};

struct hg_vocabulary_entry {
    struct hg_str text;
    uint32_t classes; /* enum hg_cue_class */
    uint16_t verb;    /* id, from 1; 0: none */
    uint16_t rate;    /* index into rows + 1; 0: none */
    uint32_t next;    /* entry of the same first character, longer ones first; 0: none */
};

enum { HG_VOCABULARY_SLOTS = 2048 };

struct hg_vocabulary {
    HG_VEC(struct hg_vocabulary_entry) entries; /* entry 0 is unused */
    uint32_t slots[HG_VOCABULARY_SLOTS];        /* by first character */
    HG_VEC(struct hg_rate_row) rows;
    uint16_t verb_count;
    uint64_t *within[HG_VERBS_MAX]; /* per verb: the verbs of the wholes that fixed rates give it */
    uint64_t *usual[HG_VERBS_MAX];  /* … and that usual ones give it, fixed ones included */
    struct hg_map index;
};

/* A word found in a paragraph. */
struct hg_cue {
    uint32_t start, end;
    uint32_t classes;
    uint16_t verb, rate;
};

struct hg_cues {
    HG_VEC(struct hg_cue) items; /* by start; at one start, longer ones first */
};

/* Without rows of the user's: the shipped one, made once and shared by all threads. With them: one
 * from the arena; they come first, so that they win over shipped ones. */
const struct hg_vocabulary *hg_vocabulary_build(struct hg_arena *arena,
                                                const struct hg_rate_word *extra,
                                                size_t extra_count);
/* All words of text[start .. end), overlapping ones too. Linear. */
void hg_vocabulary_scan(struct hg_arena *arena, const struct hg_vocabulary *vocabulary, struct hg_str text,
                     size_t start, size_t end, struct hg_cues *out);
/* partition.c: the words of the index-th partition, '|' and '/' between; null past the last. */
const char *hg_partition_words(size_t index);
bool hg_rate_row_has(const uint64_t *set, uint16_t verb);

#endif
