#include "lang/lexicon_build.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "lang/double_array.h"
#include "lang/lexicon_filter.h"

/* One word as it stands in a cell. */
struct word {
    uint16_t symbols[HG_LEXICON_WORD_MOST];
    uint16_t len;
    bool near, term;
    struct hg_lexicon_use use;
};

struct builder {
    struct hg_lexicon *out;
    struct hg_arena *arena;
    HG_VEC(struct word) words;
    uint32_t *frequency;   /* by code point */
    uint16_t *codes;       /* code point of a symbol */
    uint16_t *spelling;    /* of all words: symbols first, code points in the end */
    uint32_t *entry_flags; /* HG_NEAR_TERM where near misses count, and … */
    bool *entry_near;
};

/* ---- Rows and cells ---- */

static void store_rows(struct builder *b, const struct hg_lexicon_row *rows, size_t row_count)
{
    uint32_t *first = HG_NEW_ARRAY(b->arena, uint32_t, HG_LIST_COUNT + 1);
    uint32_t *cells;
    size_t cell_count = 0, bytes = 0, cell = 0, at = 0;
    char *text;

    for (size_t i = 0; i < row_count; i++) {
        unsigned columns = hg_list_shape(rows[i].list)->columns;

        cell_count += columns;
        for (unsigned c = 0; c < columns; c++) {
            bytes += rows[i].cells[c].len;
        }
    }
    cells = HG_NEW_ARRAY(b->arena, uint32_t, cell_count + 1);
    text = hg_arena_alloc(b->arena, bytes + 1);
    for (int list = 0; list < HG_LIST_COUNT; list++) {
        first[list] = (uint32_t)cell;
        for (size_t i = 0; i < row_count; i++) {
            for (unsigned c = 0; rows[i].list == (enum hg_list)list &&
                                 c < hg_list_shape(rows[i].list)->columns; c++) {
                struct hg_str value = rows[i].cells[c];

                cells[cell++] = (uint32_t)at;
                if (value.len > 0) {
                    memcpy(text + at, value.data, value.len);
                }
                at += value.len;
            }
        }
    }
    first[HG_LIST_COUNT] = (uint32_t)cell;
    cells[cell] = (uint32_t)at;
    b->out->rows = first;
    b->out->cells = cells;
    b->out->text = text;
}

/* ---- Words and their symbols ---- */

/* Reads the word's code points into `symbols`; they become symbols once all are counted. */
static enum hg_status add_word(struct builder *b, struct hg_str text, struct hg_lexicon_use use,
                               struct hg_error *err)
{
    const struct hg_list_shape *shape = hg_list_shape((enum hg_list)use.list);
    struct word *word = HG_PUSH(b->arena, &b->words);

    for (size_t at = 0; at < text.len;) {
        uint32_t c = hg_utf8_next(text, &at);

        if (c == 0 || c > 0xFFFF || word->len == HG_LEXICON_WORD_MOST) {
            word->len = 0;
            break;
        }
        word->symbols[word->len++] = (uint16_t)c;
        b->frequency[c]++;
    }
    if (word->len < 2) {
        return hg_error_set(err, HG_BAD_SETTINGS,
                            "词表中的“%.*s”不能用：词语须有2至%d个字，且不含生僻字", HG_FMT(text),
                            HG_LEXICON_WORD_MOST);
    }
    word->near = (shape->near >> use.column & 1) != 0 && word->len >= 4;
    word->term = use.list == HG_LIST_PHRASE &&
                 hg_str_is(hg_lexicon_cell(b->out, HG_LIST_PHRASE, use.row, HG_PHRASE_KIND),
                           "term");
    word->use = use;
    return HG_OK;
}

static enum hg_status read_words(struct builder *b, struct hg_error *err)
{
    for (int list = 0; list < HG_LIST_COUNT; list++) {
        const struct hg_list_shape *shape = hg_list_shape((enum hg_list)list);
        size_t rows = hg_lexicon_row_count(b->out, (enum hg_list)list);

        for (size_t row = 0; row < rows; row++) {
            for (unsigned column = 0; column < shape->columns; column++) {
                struct hg_str rest = hg_lexicon_cell(b->out, (enum hg_list)list, row, column);
                struct hg_str text;

                while ((shape->words >> column & 1) != 0 && hg_str_split(&rest, '|', &text)) {
                    struct hg_lexicon_use use = {(uint16_t)list, (uint16_t)column, (uint32_t)row};
                    enum hg_status status =
                        text.len > 0 ? add_word(b, text, use, err) : HG_OK;

                    if (status != HG_OK) {
                        return status;
                    }
                }
            }
        }
    }
    return HG_OK;
}

struct counted {
    uint32_t code, count;
};

static int by_count(const void *left, const void *right)
{
    const struct counted *a = left, *b = right;

    if (a->count != b->count) {
        return a->count > b->count ? -1 : 1;
    }
    return a->code < b->code ? -1 : a->code > b->code;
}

/* Frequent characters get small symbols: the double array becomes denser. */
static void assign_symbols(struct builder *b)
{
    uint16_t *symbols = HG_NEW_ARRAY(b->arena, uint16_t, 0x10000);
    struct counted *used = HG_NEW_ARRAY(b->arena, struct counted, 0x10000);
    uint16_t *codes;
    size_t count = 0;

    for (uint32_t c = 0; c < 0x10000; c++) {
        if (b->frequency[c] > 0) {
            used[count++] = (struct counted){c, b->frequency[c]};
        }
    }
    qsort(used, count, sizeof *used, by_count);
    codes = HG_NEW_ARRAY(b->arena, uint16_t, count + 1);
    for (size_t i = 0; i < count; i++) {
        symbols[used[i].code] = (uint16_t)(i + 1);
        codes[i + 1] = (uint16_t)used[i].code;
    }
    for (size_t i = 0; i < b->words.len; i++) {
        for (size_t k = 0; k < b->words.items[i].len; k++) {
            b->words.items[i].symbols[k] = symbols[b->words.items[i].symbols[k]];
        }
    }
    b->out->symbols = symbols;
    b->codes = codes;
}

static int by_spelling(const struct word *a, const struct word *b)
{
    for (size_t i = 0; i < a->len && i < b->len; i++) {
        if (a->symbols[i] != b->symbols[i]) {
            return a->symbols[i] < b->symbols[i] ? -1 : 1;
        }
    }
    return a->len < b->len ? -1 : a->len > b->len;
}

static int by_spelling_and_use(const void *left, const void *right)
{
    const struct word *a = left, *b = right;
    int order = by_spelling(a, b);

    if (order != 0) {
        return order;
    }
    if (a->use.list != b->use.list) {
        return a->use.list < b->use.list ? -1 : 1;
    }
    if (a->use.row != b->use.row) {
        return a->use.row < b->use.row ? -1 : 1;
    }
    return a->use.column < b->use.column ? -1 : a->use.column > b->use.column;
}

/* Equal words become one entry with several uses. */
static void make_entries(struct builder *b)
{
    size_t words = b->words.len, symbols = 0;
    uint32_t *entries = HG_NEW_ARRAY(b->arena, uint32_t, words + 1);
    uint32_t *spellings = HG_NEW_ARRAY(b->arena, uint32_t, words + 1);
    struct hg_lexicon_use *uses = HG_NEW_ARRAY(b->arena, struct hg_lexicon_use, words + 1);
    uint16_t *spelling = HG_NEW_ARRAY(b->arena, uint16_t, words * HG_LEXICON_WORD_MOST + 1);
    uint16_t *lists = HG_NEW_ARRAY(b->arena, uint16_t, words + 1);
    size_t count = 0;

    b->entry_flags = HG_NEW_ARRAY(b->arena, uint32_t, words + 1);
    b->entry_near = HG_NEW_ARRAY(b->arena, bool, words + 1);
    if (words > 0) {
        qsort(b->words.items, words, sizeof *b->words.items, by_spelling_and_use);
    }
    for (size_t i = 0; i < words; i++) {
        const struct word *word = &b->words.items[i];

        if (i == 0 || by_spelling(word, word - 1) != 0) {
            entries[count] = (uint32_t)i;
            spellings[count++] = (uint32_t)symbols;
            memcpy(spelling + symbols, word->symbols, word->len * sizeof *word->symbols);
            symbols += word->len;
        }
        b->entry_near[count - 1] |= word->near;
        b->entry_flags[count - 1] |= word->near && word->term ? HG_NEAR_TERM : 0;
        lists[count - 1] = (uint16_t)(lists[count - 1] | 1u << word->use.list);
        uses[i] = word->use;
    }
    entries[count] = (uint32_t)words;
    spellings[count] = (uint32_t)symbols;
    b->out->entries = entries;
    b->out->entry_count = count;
    b->out->uses = uses;
    b->out->lists = lists;
    b->out->use_count = words;
    b->out->spellings = spellings;
    b->spelling = spelling;
}

/* ---- Filter and near misses ---- */

static uint32_t pair_of(const uint16_t *code)
{
    return (uint32_t)code[0] << 16 | code[1];
}

static const uint16_t *word_at(const struct builder *b, size_t entry, size_t *len)
{
    *len = b->out->spellings[entry + 1] - b->out->spellings[entry];
    return b->out->spelling + b->out->spellings[entry];
}

struct near_table {
    struct hg_lexicon_near *slots;
    size_t mask;
    uint64_t *filter;
};

static void add_key(struct near_table *table, uint32_t pair, uint16_t neighbour,
                    enum hg_filter_what what, uint32_t entry)
{
    uint32_t key = hg_filter_key(pair, neighbour, what);
    size_t slot = hg_filter_slot(key, table->mask);

    hg_filter_set(table->filter, pair, key);
    hg_filter_set(table->filter, pair, hg_filter_key(pair, 0, HG_FILTER_NEAR));
    while (table->slots[slot].entry != 0) {
        slot = (slot + 1) & table->mask;
    }
    table->slots[slot] = (struct hg_lexicon_near){key, entry};
}

/* One error leaves one of two neighbours in its place; a missing or added character of a term may
 * have moved it by one. */
static void add_near(struct near_table *table, const uint16_t *word, size_t len, uint32_t entry)
{
    uint32_t first = pair_of(word), last = pair_of(word + len - 2);

    add_key(table, first, word[2], HG_FILTER_NEXT, entry);
    add_key(table, first, word[3], HG_FILTER_SECOND_NEXT, entry);
    add_key(table, last, word[len - 3], HG_FILTER_BEFORE, entry);
    add_key(table, last, word[len - 4], HG_FILTER_SECOND_BEFORE, entry);
    if ((entry & HG_NEAR_TERM) != 0) {
        add_key(table, first, word[3], HG_FILTER_NEXT, entry);
        add_key(table, first, word[2], HG_FILTER_SECOND_NEXT, entry);
        add_key(table, last, word[len - 4], HG_FILTER_BEFORE, entry);
        add_key(table, last, word[len - 3], HG_FILTER_SECOND_BEFORE, entry);
    }
}

enum { NEAR_KEYS = 8 }; /* of one phrase at most */

static void make_filter(struct builder *b)
{
    size_t keys = 0, slots = 2, len;
    struct near_table table = {.filter = HG_NEW_ARRAY(b->arena, uint64_t, HG_FILTER_WORDS)};

    for (size_t i = 0; i < b->out->entry_count; i++) {
        keys += b->entry_near[i] ? (b->entry_flags[i] != 0 ? NEAR_KEYS : NEAR_KEYS / 2) : 0;
    }
    for (int list = 0; list < HG_LIST_COUNT; list++) {
        b->out->found_lists |= hg_list_shape((enum hg_list)list)->asked ? 0 : UINT32_C(1) << list;
    }
    while (slots < keys + keys / 2) {
        slots *= 2;
    }
    table.slots = HG_NEW_ARRAY(b->arena, struct hg_lexicon_near, slots);
    table.mask = slots - 1;
    for (size_t i = 0; i < b->out->entry_count; i++) {
        const uint16_t *word = word_at(b, i, &len);
        uint32_t pair = pair_of(word);

        if ((b->out->lists[i] & b->out->found_lists) != 0) {
            hg_filter_set(table.filter, pair,
                          len == 2 ? hg_filter_key(pair, 0, HG_FILTER_WORD)
                                   : hg_filter_key(pair, word[2], HG_FILTER_FRONT));
        }
        if (b->entry_near[i]) {
            add_near(&table, word, len, ((uint32_t)i + 1) | b->entry_flags[i]);
        }
    }
    b->out->filter = table.filter;
    b->out->near = table.slots;
    b->out->near_slots = slots;
}

/* The double array is made of symbols; what stays beside it for comparing is code points. */
static void make_units(struct builder *b)
{
    struct hg_double_array array = {b->arena, b->spelling, b->out->spellings,
                                    b->out->entry_count, {NULL, 0, 0}, 0};

    hg_double_array_build(&array);
    b->out->units = array.units.items;
    b->out->unit_count = array.units.len;
    for (size_t i = 0; i < b->out->spellings[b->out->entry_count]; i++) {
        b->spelling[i] = b->codes[b->spelling[i]];
    }
    b->out->spelling = b->spelling;
}

enum hg_status hg_lexicon_build(struct hg_lexicon *out, struct hg_arena *arena,
                                const struct hg_lexicon_row *rows, size_t row_count,
                                struct hg_error *err)
{
    struct builder b = {.out = out, .arena = arena};
    enum hg_status status;

    *out = (struct hg_lexicon){0};
    b.frequency = HG_NEW_ARRAY(arena, uint32_t, 0x10000);
    store_rows(&b, rows, row_count);
    status = read_words(&b, err);
    if (status != HG_OK) {
        return status;
    }
    assign_symbols(&b);
    make_entries(&b);
    make_units(&b);
    make_filter(&b);
    return HG_OK;
}
