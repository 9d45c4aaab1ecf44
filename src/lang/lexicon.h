/* Word lists and the automaton that finds all their words in one pass over a text.
 *
 * The shipped lexicon is generated at build time from the TSV files beside the checks and is
 * constant data: nothing is parsed or allocated at start-up, threads share it. A user's own lists
 * become a second lexicon of the same kind through lang/lexicon_build.h. */
#ifndef HG_LANG_LEXICON_H
#define HG_LANG_LEXICON_H

#include "base/vec.h"
#include "lang/scan.h"

/* The lists; each is one TSV file, a row a line, cells in the order of the enums below. */
enum hg_list {
    HG_LIST_CONFUSED,       /* confused_words.tsv */
    HG_LIST_PHRASE,         /* set_phrases.tsv */
    HG_LIST_IDIOM,          /* idioms.tsv */
    HG_LIST_REDUPLICATION,  /* reduplications.tsv */
    HG_LIST_LATIN,          /* latin_words.tsv */
    HG_LIST_MEASURE,        /* measure_words.tsv */
    HG_LIST_COLLOCATION,    /* collocations.tsv */
    HG_LIST_TERM,           /* term_variants.tsv */
    HG_LIST_PLACE,          /* places.tsv */
    HG_LIST_USER,           /* words of a settings file: word, and whatever its reader keeps */
    HG_LIST_COUNT
};

/* Columns. */
enum hg_confused_cell {
    HG_CONFUSED_WRONG,
    HG_CONFUSED_RIGHT,
    HG_CONFUSED_BEFORE,
    HG_CONFUSED_AFTER,
    HG_CONFUSED_EXCEPT,
    HG_CONFUSED_SEVERITY,
    HG_CONFUSED_REASON,
    HG_CONFUSED_BAD,
    HG_CONFUSED_GOOD
};
enum hg_phrase_cell { HG_PHRASE_TEXT, HG_PHRASE_DOMAIN, HG_PHRASE_KIND, HG_PHRASE_VARIANTS };
enum hg_idiom_cell { HG_IDIOM_TEXT, HG_IDIOM_USE };
enum hg_reduplication_cell { HG_REDUPLICATION_TEXT, HG_REDUPLICATION_KIND };
enum hg_measure_cell {
    HG_MEASURE_WORD,
    HG_MEASURE_NOUN,
    HG_MEASURE_RIGHT,
    HG_MEASURE_EXCEPT,
    HG_MEASURE_BAD,
    HG_MEASURE_GOOD
};
enum hg_collocation_cell {
    HG_COLLOCATION_FIRST,
    HG_COLLOCATION_SECOND,
    HG_COLLOCATION_GAP,
    HG_COLLOCATION_ADVICE,
    HG_COLLOCATION_EXCEPT,
    HG_COLLOCATION_BAD,
    HG_COLLOCATION_GOOD
};
enum hg_term_cell { HG_TERM_PREFERRED, HG_TERM_VARIANTS, HG_TERM_CONDITION, HG_TERM_REASON };
enum hg_place_cell { HG_PLACE_NAME, HG_PLACE_LEVEL, HG_PLACE_PARENT };

enum {
    HG_LEXICON_CELLS = 9,     /* most columns a list has */
    HG_LEXICON_WORD_MOST = 40 /* characters of the longest word */
};

/* Where a word stands: one cell of one row; several words may share a cell, parted by '|'. */
struct hg_lexicon_use {
    uint16_t list, column;
    uint32_t row;
};

/* A state of the double array. From state s the symbol c leads to t = base(s) + c if
 * units[t].check == s + 1. Bit 0 of `base` says that a word ends at s; its number is then
 * units[base(s)].base. */
struct hg_lexicon_unit {
    uint32_t base, check;
};

/* A fixed phrase of four characters and more, found even if one of them is wrong: by its first two
 * characters and one of the next two, or by its last two and one of the two before. */
struct hg_lexicon_near {
    uint32_t key;   /* hg_filter_key of the three (lang/lexicon_filter.h) */
    uint32_t entry; /* number of the phrase + 1, with the flag below; 0 in a free slot */
};
#define HG_NEAR_TERM (UINT32_C(1) << 31) /* a character may be missing or added as well */

struct hg_lexicon {
    const uint64_t *filter;   /* lang/lexicon_filter.h */
    const uint16_t *symbols;  /* 65536: symbol of a code point, 0 if no word holds it */
    const struct hg_lexicon_unit *units; /* units[0] is the root */
    size_t unit_count;
    const uint32_t *entries;  /* entry_count + 1: first use of each distinct word */
    const struct hg_lexicon_use *uses;
    size_t entry_count, use_count;
    const uint16_t *lists;    /* entry_count: bit l is set if the word has a use in list l */
    uint32_t found_lists;     /* bit l: words of list l are found, not only asked for */
    const uint32_t *spellings; /* entry_count + 1: first code point of each word in … */
    const uint16_t *spelling;
    const uint32_t *rows;     /* HG_LIST_COUNT + 1: first cell of each list */
    const uint32_t *cells;    /* cell_count + 1: first byte of each cell in … */
    const char *text;
    const struct hg_lexicon_near *near; /* a hash table (hg_filter_slot), probed onwards */
    size_t near_slots;        /* a power of two */
};

/* What a scan finds: a word at characters [start, end) of the scan. */
struct hg_lexicon_hit {
    uint32_t start, end;
    uint32_t entry;
    uint32_t lists; /* bit l: the word stands in list l */
};

/* A place that is one character away from a phrase. */
struct hg_lexicon_miss {
    uint32_t start, end; /* characters of the text */
    uint32_t entry;      /* the phrase */
    uint32_t odd;        /* index into the text of the character that differs, or before which one
                            is missing */
    uint8_t kind;        /* enum hg_miss_kind */
};

struct hg_lexicon_hits {
    HG_VEC(struct hg_lexicon_hit) words;  /* by start, the shorter first */
    HG_VEC(struct hg_lexicon_miss) misses; /* by start */
};

extern const struct hg_lexicon hg_lexicon_shipped;

/* True if the hit is a word of the list. */
bool hg_lexicon_hit_in(struct hg_lexicon_hit hit, enum hg_list list);

/* Index of the first word that may reach character `at`: none before it does. */
size_t hg_lexicon_reaching(const struct hg_lexicon_hits *hits, size_t at);

/* True if some word of any list but places stands in the text from before `first` or at it to `end`
 * or behind it: [first, end) lies in it. Walks back HG_LEXICON_WORD_MOST characters at most. */
bool hg_lexicon_covers(const struct hg_lexicon *lexicon, const struct hg_scan *scan, size_t first,
                       size_t end);

/* All words of the lexicon in the text, overlapping ones included, those of lists that are only
 * asked for left out; and all near misses. Linear in the text. */
void hg_lexicon_find(const struct hg_lexicon *lexicon, const struct hg_scan *scan,
                     struct hg_arena *arena, struct hg_lexicon_hits *out);

/* The entry whose word is exactly this text; UINT32_MAX if there is none. */
uint32_t hg_lexicon_entry(const struct hg_lexicon *lexicon, struct hg_str word);
/* The use of an entry in a list; null if it has none there. Further ones follow it while
 * hg_lexicon_next_use gives them. */
const struct hg_lexicon_use *hg_lexicon_use(const struct hg_lexicon *lexicon, uint32_t entry,
                                            enum hg_list list);
const struct hg_lexicon_use *hg_lexicon_next_use(const struct hg_lexicon *lexicon, uint32_t entry,
                                                 const struct hg_lexicon_use *use);

/* Rows of a list, and one cell; "" for a cell that the list does not have. */
size_t hg_lexicon_row_count(const struct hg_lexicon *lexicon, enum hg_list list);
struct hg_str hg_lexicon_cell(const struct hg_lexicon *lexicon, enum hg_list list, size_t row,
                              unsigned column);

/* Columns of a list, and of those the ones whose words the automaton finds. */
struct hg_list_shape {
    const char *name; /* file name without .tsv */
    uint8_t columns;
    uint16_t words;   /* bit c: the words of column c are in the automaton */
    bool asked;       /* they are looked up where a check asks (hg_lexicon_covers), not found by
                         hg_lexicon_find: most of a text is made of such words */
    uint16_t near;    /* bit c: phrases of column c are found with one character wrong, too */
};
const struct hg_list_shape *hg_list_shape(enum hg_list list);

#endif
