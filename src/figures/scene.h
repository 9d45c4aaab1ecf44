/* A paragraph as the recognisers see it: its quantities in order, each with the words that lead up
 * to it and follow it. Internal to figures/. */
#ifndef HG_FIGURES_SCENE_H
#define HG_FIGURES_SCENE_H

#include "figures/vocabulary.h"

/* A quantity in its context. `lead` runs from the start of its clause, or from the quantity before
 * it in that clause, up to the quantity; `tail` from its end to the next 、, quantity or end of
 * clause. Brackets are scopes of their own. */
struct hg_mention {
    const struct hg_quantity *quantity;
    struct hg_span lead, tail;
    uint32_t cue_first, cue_end;   /* cues that start in the lead */
    uint32_t tail_first, tail_end; /* cues that start in the tail */
    uint32_t lead_classes;         /* all classes of cues in the lead, but verbs and fillers of one
                                      character that belong to longer words */
    uint32_t before;  /* the mark before the lead: ， ： （ 、 …; 0 if the quantity before touches it */
    uint32_t after;   /* the mark right after the quantity or its tail; 0 if none */
    uint16_t depth;   /* of its clause */
    uint32_t clause, sentence;
    uint32_t passage; /* sentences joined by ； make one passage: the first of them */
    bool listed;      /* 、 和 及 stands between it and the quantity before it in its clause */
    bool delta;       /* an amount of change: 增加110万套 */
    bool change;      /* a rate of change: 增长5% */
    bool used;        /* stated figure of a claim already */
    uint32_t group;   /* 分别: index + 1 of the first mention of its list; 0 if in none */
    uint32_t place;   /* in that list, from 0 */
    bool bracket;     /* its clause is a bracket right after the quantity before it */
    bool proven;      /* the whole of a rate that holds: its neighbours are likely of it, too */
};

struct hg_scene {
    struct hg_arena *arena;
    struct hg_ledger *ledger;
    const struct hg_vocabulary *vocabulary;
    const struct hg_ledger_options *options;
    const struct hg_paragraph *paragraph;
    const struct hg_analysis *analysis;
    struct hg_str text;
    const struct hg_quantities *found;
    struct hg_cues cues;
    HG_VEC(struct hg_mention) mentions;
    size_t budget; /* operands that closed totals may still try in this paragraph */
};

/* No relation reaches further than so many mentions: keeps every recogniser linear. */
enum { HG_SCENE_REACH = 40 };

/* Mentions of one sentence, at most HG_SCENE_REACH to either side: [first, end). */
struct hg_range {
    size_t first, end;
};

void hg_scene_build(struct hg_scene *scene);

struct hg_range hg_scene_sentence(const struct hg_scene *scene, size_t mention);
/* Mentions of the sentences that ； joins to this one's, as far to either side. */
struct hg_range hg_scene_passage(const struct hg_scene *scene, size_t mention);
/* The sentence before the range's first; empty if it has no mention or is not adjacent. */
struct hg_range hg_scene_sentence_before(const struct hg_scene *scene, struct hg_range range);
struct hg_str hg_scene_text(const struct hg_scene *scene, struct hg_span span);

/* True if a cue of the classes starts in the mention's lead. */
bool hg_mention_lead_has(const struct hg_scene *scene, const struct hg_mention *mention,
                         uint32_t classes);
/* The last cue of the classes in the lead; null if there is none. */
const struct hg_cue *hg_mention_cue(const struct hg_scene *scene, const struct hg_mention *mention,
                                    uint32_t classes);
/* Bytes of text[start .. end) that are neither words of the classes nor dates nor marks. */
size_t hg_scene_residue(const struct hg_scene *scene, size_t start, size_t end, uint32_t classes);
/* True if a cue of the classes starts in text[start .. end). */
bool hg_scene_has(const struct hg_scene *scene, size_t start, size_t end, uint32_t classes);
/* The sentence around the mention, within some hundred characters, speaks of aims, comparable
 * prices, carried-over stock …: any of the classes. */
bool hg_scene_sentence_has(const struct hg_scene *scene, const struct hg_mention *mention,
                           uint32_t classes);

/* The text between the mention before (or the start of the sentence) and this one: wider than the
 * lead, it reaches over soft breaks. */
struct hg_span hg_mention_gap(const struct hg_scene *scene, const struct hg_mention *mention);
bool hg_mention_gap_has(const struct hg_scene *scene, const struct hg_mention *mention,
                        uint32_t classes);
/* The first of the paragraph's moments that starts at or after `at`. */
size_t hg_scene_first_moment(const struct hg_scene *scene, size_t at);
/* True if the span holds a date or period. */
bool hg_scene_has_moment(const struct hg_scene *scene, size_t start, size_t end);

/* partition.c: do the items, told by their leads, make up a whole by what they are called? */
enum hg_partition {
    HG_PARTITION_NONE,
    HG_PARTITION_EXCLUSIVE, /* no overlap, but others may exist: 受理 + 不予受理 */
    HG_PARTITION_CLOSED     /* nothing else exists: 中央 + 地方 */
};
enum hg_partition hg_partition_of(const struct hg_str *leads, size_t count);

/* A number that counts or measures: no share, points, times or duration. */
bool hg_mention_is_amount(const struct hg_mention *mention);

/* A claim anchored at the stated mention; add readings, then hg_scene_settle. */
struct hg_claim *hg_scene_claim(struct hg_scene *scene, enum hg_relation relation,
                                struct hg_mention *stated);
/* Settles and enters the claim in the ledger. */
void hg_scene_settle(struct hg_scene *scene, struct hg_claim *claim);

/* Recognisers, one file each. */
void hg_find_rates(struct hg_scene *scene);
void hg_find_shares(struct hg_scene *scene);
void hg_find_sums(struct hg_scene *scene);
void hg_find_growth(struct hg_scene *scene);
void hg_find_differences(struct hg_scene *scene);
void hg_find_multiples(struct hg_scene *scene);
void hg_find_containments(struct hg_scene *scene);
void hg_find_counts(struct hg_scene *scene);
void hg_find_averages(struct hg_scene *scene);
/* average_period.c: true if the mention is an average over time. */
bool hg_find_average_over_time(struct hg_scene *scene, size_t index);

#endif
