#include "lang/lexicon.h"

#include "base/utf8.h"
#include "lang/lexicon_filter.h"
#include "lang/near.h"

/* The state after `symbol`, 0 if there is none (no symbol leads back to the root). */
static uint32_t step(const struct hg_lexicon *lexicon, uint32_t state, uint16_t symbol)
{
    uint32_t to = (lexicon->units[state].base >> 1) + symbol;

    return symbol != 0 && to < lexicon->unit_count && lexicon->units[to].check == state + 1 ? to
                                                                                           : 0;
}

static uint16_t symbol_of(const struct hg_lexicon *lexicon, uint32_t c)
{
    return c <= 0xFFFF ? lexicon->symbols[c] : 0;
}

static void words_at(const struct hg_lexicon *lexicon, const struct hg_scan *scan, size_t start,
                     struct hg_arena *arena, struct hg_lexicon_hits *out)
{
    uint32_t state = step(lexicon, 0, symbol_of(lexicon, scan->code[start]));
    size_t at = start + 1;

    while (state != 0) {
        uint32_t base = lexicon->units[state].base;

        if ((base & 1u) != 0) {
            uint32_t entry = lexicon->units[base >> 1].base;

            if ((lexicon->lists[entry] & lexicon->found_lists) != 0) {
                *HG_PUSH(arena, &out->words) = (struct hg_lexicon_hit){
                    (uint32_t)start, (uint32_t)at, entry, lexicon->lists[entry]};
            }
        }
        /* Behind the last character stands 0, which has no symbol: ends there. */
        state = step(lexicon, state, symbol_of(lexicon, scan->code[at++]));
    }
}

/* Phrases that the pair at `at` begins or ends but for one character. */
static void near_at(const struct hg_near_search *search, const uint64_t *line, uint32_t pair,
                    size_t at)
{
    const uint32_t *code = search->scan->code + at;
    uint32_t neighbours[] = {
        [HG_FILTER_NEXT] = code[2],
        [HG_FILTER_SECOND_NEXT] = code[3],
        [HG_FILTER_BEFORE] = at >= 1 ? search->scan->code[at - 1] : 0,
        [HG_FILTER_SECOND_BEFORE] = at >= 2 ? search->scan->code[at - 2] : 0,
    };

    for (int what = HG_FILTER_NEXT; what <= HG_FILTER_SECOND_BEFORE; what++) {
        uint32_t key = hg_filter_key(pair, neighbours[what], (enum hg_filter_what)what);

        if (hg_filter_has(line, key)) {
            hg_near_find(search, at, (enum hg_filter_what)what, key);
        }
    }
}

enum { AHEAD = 8 }; /* characters that the filter is asked for before their turn comes */

static void prefetch(const void *address)
{
#if defined(__GNUC__)
    __builtin_prefetch(address);
#else
    (void)address;
#endif
}

void hg_lexicon_find(const struct hg_lexicon *lexicon, const struct hg_scan *scan,
                     struct hg_arena *arena, struct hg_lexicon_hits *out)
{
    const struct hg_near_search search = {lexicon, scan, arena, out};
    const uint32_t *code = scan->code;

    for (size_t i = 0; i + 1 < scan->len; i++) {
        uint32_t pair = code[i] << 16 | code[i + 1];
        const uint64_t *line;

        if (i + AHEAD + 1 < scan->len) {
            prefetch(lexicon->filter + hg_filter_line(code[i + AHEAD] << 16 | code[i + AHEAD + 1]));
        }
        if ((code[i] | code[i + 1]) > 0xFFFF) {
            continue;
        }
        line = lexicon->filter + hg_filter_line(pair);
        if (hg_filter_has(line, hg_filter_key(pair, code[i + 2], HG_FILTER_FRONT)) ||
            hg_filter_has(line, hg_filter_key(pair, 0, HG_FILTER_WORD))) {
            words_at(lexicon, scan, i, arena, out);
        }
        if (hg_filter_has(line, hg_filter_key(pair, 0, HG_FILTER_NEAR))) {
            near_at(&search, line, pair, i);
        }
    }
}

bool hg_lexicon_covers(const struct hg_lexicon *lexicon, const struct hg_scan *scan, size_t first,
                       size_t end)
{
    size_t floor = first > HG_LEXICON_WORD_MOST ? first - HG_LEXICON_WORD_MOST : 0;

    for (size_t start = first + 1; start-- > floor;) {
        uint32_t state = step(lexicon, 0, symbol_of(lexicon, scan->code[start]));

        for (size_t at = start + 1; state != 0; at++) {
            uint32_t base = lexicon->units[state].base;

            if ((base & 1u) != 0 && at >= end &&
                lexicon->lists[lexicon->units[base >> 1].base] != 1u << HG_LIST_PLACE) {
                return true;
            }
            state = step(lexicon, state, symbol_of(lexicon, scan->code[at]));
        }
    }
    return false;
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
