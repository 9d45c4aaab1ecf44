#include "lang/lexicon.h"

#include "base/utf8.h"
#include "lang/near.h"

/* As hg_lexicon_pair_hash and its like: here, so that they cost no call. */
static uint32_t pair_hash(uint32_t pair)
{
    return (pair * 0x9E3779B1u) >> (32 - HG_LEXICON_FILTER_BITS);
}

static uint32_t triple_hash(uint32_t pair, uint16_t third)
{
    return ((pair ^ third * 0x85EBCA6Bu) * 0x9E3779B1u) >> (32 - HG_LEXICON_FILTER_BITS);
}

static uint32_t near_key(uint32_t pair, uint16_t neighbour, enum hg_near_place place)
{
    return (pair ^ (neighbour + ((uint32_t)place << 16)) * 0x85EBCA6Bu) * 0x9E3779B1u;
}

static bool passes(const uint32_t *filter, uint32_t hash)
{
    return (filter[hash >> 5] >> (hash & 31) & 1u) != 0;
}

/* The state after `symbol`, 0 if there is none (no symbol leads back to the root). */
static uint32_t step(const struct hg_lexicon *lexicon, uint32_t state, uint16_t symbol)
{
    uint32_t to = (lexicon->units[state].base >> 1) + symbol;

    return symbol != 0 && to < lexicon->unit_count && lexicon->units[to].check == state + 1 ? to
                                                                                           : 0;
}

static void words_at(const struct hg_lexicon *lexicon, const uint16_t *symbols, size_t start,
                     struct hg_arena *arena, struct hg_lexicon_hits *out)
{
    uint32_t state = step(lexicon, 0, symbols[start]);
    size_t at = start + 1;

    while (state != 0) {
        uint32_t base = lexicon->units[state].base;

        if ((base & 1u) != 0) {
            uint32_t entry = lexicon->units[base >> 1].base;

            *HG_PUSH(arena, &out->words) = (struct hg_lexicon_hit){
                (uint32_t)start, (uint32_t)at, entry, lexicon->lists[entry]};
        }
        state = step(lexicon, state, symbols[at++]); /* the last symbol is 0: ends here */
    }
}

/* Phrases that the pair at `at` begins or ends but for one character. */
static void near_at(const struct hg_lexicon *lexicon, const struct hg_scan *scan,
                    const uint16_t *symbols, size_t at, struct hg_arena *arena,
                    struct hg_lexicon_hits *out)
{
    uint32_t pair = (uint32_t)symbols[at] << 16 | symbols[at + 1];
    uint32_t keys[] = {
        [HG_NEAR_NEXT] = near_key(pair, symbols[at + 2], HG_NEAR_NEXT),
        [HG_NEAR_SECOND_NEXT] = near_key(pair, symbols[at + 3], HG_NEAR_SECOND_NEXT),
        [HG_NEAR_BEFORE] = near_key(pair, at >= 1 ? symbols[at - 1] : 0, HG_NEAR_BEFORE),
        [HG_NEAR_SECOND_BEFORE] =
            near_key(pair, at >= 2 ? symbols[at - 2] : 0, HG_NEAR_SECOND_BEFORE),
    };

    for (int place = HG_NEAR_NEXT; place <= HG_NEAR_SECOND_BEFORE; place++) {
        if (passes(lexicon->near_keys, keys[place] >> (32 - HG_NEAR_FILTER_BITS))) {
            hg_near_find(&(struct hg_near_search){lexicon, scan, symbols, arena, out}, at,
                         (enum hg_near_place)place, keys[place]);
        }
    }
}

void hg_lexicon_find(const struct hg_lexicon *lexicon, const struct hg_scan *scan,
                     struct hg_arena *arena, struct hg_lexicon_hits *out)
{
    uint16_t *symbols = HG_NEW_ARRAY(arena, uint16_t, scan->len + 4); /* zeros behind */

    for (size_t i = 0; i < scan->len; i++) {
        symbols[i] = scan->code[i] <= 0xFFFF ? lexicon->symbols[scan->code[i]] : 0;
    }
    for (size_t i = 0; i + 1 < scan->len; i++) {
        uint32_t pair = (uint32_t)symbols[i] << 16 | symbols[i + 1], hash;

        if (symbols[i] == 0 || symbols[i + 1] == 0) {
            continue;
        }
        hash = pair_hash(pair);
        if (passes(lexicon->triples, triple_hash(pair, symbols[i + 2])) ||
            passes(lexicon->pairs, hash)) {
            words_at(lexicon, symbols, i, arena, out);
        }
        if (passes(lexicon->near_pairs, hash)) {
            near_at(lexicon, scan, symbols, i, arena, out);
        }
    }
}

size_t hg_lexicon_reaching(const struct hg_lexicon_hits *hits, size_t at)
{
    size_t low = 0, high = hits->words.len;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (hits->words.items[middle].start + HG_LEXICON_WORD_MOST <= at) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

bool hg_lexicon_hit_in(struct hg_lexicon_hit hit, enum hg_list list)
{
    return (hit.lists >> list & 1u) != 0;
}

uint32_t hg_lexicon_entry(const struct hg_lexicon *lexicon, struct hg_str word)
{
    uint32_t state = 0;

    for (size_t at = 0; at < word.len;) {
        uint32_t c = hg_utf8_next(word, &at);

        state = c <= 0xFFFF ? step(lexicon, state, lexicon->symbols[c]) : 0;
        if (state == 0) {
            return UINT32_MAX;
        }
    }
    if (state == 0 || (lexicon->units[state].base & 1u) == 0) {
        return UINT32_MAX;
    }
    return lexicon->units[lexicon->units[state].base >> 1].base;
}

const struct hg_lexicon_use *hg_lexicon_use(const struct hg_lexicon *lexicon, uint32_t entry,
                                            enum hg_list list)
{
    for (uint32_t i = lexicon->entries[entry]; i < lexicon->entries[entry + 1]; i++) {
        if (lexicon->uses[i].list == list) {
            return &lexicon->uses[i];
        }
    }
    return NULL;
}

const struct hg_lexicon_use *hg_lexicon_next_use(const struct hg_lexicon *lexicon, uint32_t entry,
                                                 const struct hg_lexicon_use *use)
{
    const struct hg_lexicon_use *next = use + 1;

    return next < lexicon->uses + lexicon->entries[entry + 1] && next->list == use->list ? next
                                                                                         : NULL;
}
