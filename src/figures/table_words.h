/* The words that lead up to a figure of the prose, read against the labels of the tables.
 * Internal to figures/. */
#ifndef HG_FIGURES_TABLE_WORDS_H
#define HG_FIGURES_TABLE_WORDS_H

#include "base/map.h"
#include "figures/ledger.h"
#include "figures/table_grid.h"

/* Uses of one label that are kept. */
enum { HG_TABLE_USES_MAX = 64 };

/* One place where a label heads a line. */
struct hg_table_use {
    const struct hg_grid *grid;
    bool column;
    uint32_t index; /* into row_lines or column_lines */
    struct hg_table_use *next;
    uint32_t chain; /* uses of this label so far, on the first */
};

/* Reads figures in the order of the text. */
struct hg_table_words {
    struct hg_arena *arena;
    struct hg_ledger *ledger;
    struct hg_map labels; /* label -> struct hg_table_use */
    const struct hg_paragraph *paragraph; /* at hand */
    size_t moment;        /* its first moment */
    size_t last_moment;   /* past the last moment before the figure at hand */
};

enum hg_table_subject {
    HG_SUBJECT_NONE,  /* the sentence names nothing but the label */
    HG_SUBJECT_LABEL, /* a label of the table */
    HG_SUBJECT_WHOLE, /* 全市, 全县: the total */
};

/* What a figure is said to be: 清河县 受理案件 321件. */
struct hg_table_phrase {
    struct hg_str sentence;       /* up to the figure */
    struct hg_table_use *name;    /* the label right before it */
    struct hg_table_use *subject; /* with HG_SUBJECT_LABEL */
    enum hg_table_subject kind;
};

void hg_table_words_init(struct hg_table_words *words, struct hg_arena *arena,
                         struct hg_ledger *ledger, struct hg_grid *const *grids, size_t count);
/* False if the words before the figure are no label of a table, or say more than the table does. */
bool hg_table_words_read(struct hg_table_words *words, const struct hg_quantity *quantity,
                         struct hg_table_phrase *out);

#endif
