#include "lang/lexicon.h"

#include "base/utf8.h"
#include "lang/near.h"

static bool passes(const uint32_t *filter, uint32_t pair)
{
    uint32_t hash = hg_lexicon_pair_hash(pair);

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

void hg_lexicon_find(const struct hg_lexicon *lexicon, const struct hg_scan *scan,
                     struct hg_arena *arena, struct hg_lexicon_hits *out)
{
    uint16_t *symbols = HG_NEW_ARRAY(arena, uint16_t, scan->len + 4); /* zeros behind */

    for (size_t i = 0; i < scan->len; i++) {
        symbols[i] = scan->code[i] <= 0xFFFF ? lexicon->symbols[scan->code[i]] : 0;
    }
    for (size_t i = 0; i + 1 < scan->len; i++) {
        uint32_t pair = (uint32_t)symbols[i] << 16 | symbols[i + 1];

        if (symbols[i] == 0 || symbols[i + 1] == 0) {
            continue;
        }
        if (passes(lexicon->pairs, pair)) {
            words_at(lexicon, symbols, i, arena, out);
        }
        if (passes(lexicon->near_pairs, pair)) {
            hg_near_find(lexicon, scan, symbols, i, arena, out);
        }
    }
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
