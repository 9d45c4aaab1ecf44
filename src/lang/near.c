#include "lang/near.h"

#include "lang/sounds.h"

/* The phrase being compared: its code points. */
struct phrase {
    const uint16_t *code;
    size_t len;
    uint32_t entry;
};

static void add(const struct hg_near_search *s, const struct phrase *phrase, size_t start, size_t end,
                size_t odd, enum hg_miss_kind kind)
{
    *HG_PUSH(s->arena, &s->out->misses) =
        (struct hg_lexicon_miss){(uint32_t)start, (uint32_t)end, phrase->entry, (uint32_t)odd,
                                 (uint8_t)kind};
}

/* How the character of the text can be taken for the phrase's; false if it cannot. */
static bool confusable(uint32_t wrong, uint32_t right, enum hg_miss_kind *kind)
{
    if (hg_sounds_alike(wrong, right)) {
        *kind = HG_MISS_SOUND;
        return true;
    }
    if (hg_looks_alike(wrong, right)) {
        *kind = HG_MISS_LOOK;
        return true;
    }
    if (hg_sounds_nearly_alike(wrong, right)) {
        *kind = HG_MISS_NEAR_SOUND;
        return true;
    }
    return false;
}

/* One character of the window at `start` differs, and it lies in [from, to) of the phrase. */
static void replaced(const struct hg_near_search *s, const struct phrase *phrase, size_t start,
                     size_t from, size_t to)
{
    const uint32_t *text = s->scan->code + start;
    size_t odd = phrase->len;
    enum hg_miss_kind kind;

    if (start + phrase->len > s->scan->len) {
        return;
    }
    for (size_t i = 0; i < phrase->len; i++) {
        if (text[i] != phrase->code[i]) {
            if (odd != phrase->len) {
                return;
            }
            odd = i;
        }
    }
    if (odd >= from && odd < to &&
        confusable(s->scan->code[start + odd], phrase->code[odd], &kind)) {
        add(s, phrase, start, start + phrase->len, start + odd, kind);
    }
}

/* How far the window agrees with the phrase from its front, at most `most`. */
static size_t agree(const uint32_t *text, const uint16_t *phrase, size_t most)
{
    size_t len = 0;

    while (len < most && text[len] == phrase[len]) {
        len++;
    }
    return len;
}

/* The window of one character less is the phrase without its character at some place in
 * [from, to). */
static void missing(const struct hg_near_search *s, const struct phrase *phrase, size_t start, size_t from,
                    size_t to)
{
    const uint32_t *text = s->scan->code + start;
    size_t rest = phrase->len - 1;
    size_t odd;

    if (start + rest > s->scan->len) {
        return;
    }
    odd = agree(text, phrase->code, rest);
    if (odd >= from && odd < to && odd < rest &&
        agree(text + odd, phrase->code + odd + 1, rest - odd) == rest - odd) {
        add(s, phrase, start, start + rest, start + odd, HG_MISS_MISSING);
    }
}

/* The window of one character more is the phrase with one put in at some place in [from, to). */
static void added(const struct hg_near_search *s, const struct phrase *phrase, size_t start, size_t from,
                  size_t to)
{
    const uint32_t *text = s->scan->code + start;
    size_t odd;

    if (start + phrase->len + 1 > s->scan->len) {
        return;
    }
    odd = agree(text, phrase->code, phrase->len);
    if (odd >= from && odd < to && odd < phrase->len && text[odd] != 0 &&
        agree(text + odd + 1, phrase->code + odd, phrase->len - odd) == phrase->len - odd) {
        add(s, phrase, start, start + phrase->len + 1, start + odd, HG_MISS_ADDED);
    }
}

/* The phrase begins with the two characters at `at`: the error lies behind them. */
static void from_first(const struct hg_near_search *s, const struct phrase *phrase, bool term,
                       size_t at)
{
    replaced(s, phrase, at, 2, phrase->len);
    if (term) {
        missing(s, phrase, at, 2, phrase->len);
        added(s, phrase, at, 2, phrase->len);
    }
}

/* The phrase ends with the two characters at `at`: the error is in its first two. */
static void from_last(const struct hg_near_search *s, const struct phrase *phrase, bool term,
                      size_t at)
{
    size_t end = at + 2;

    if (end >= phrase->len) {
        replaced(s, phrase, end - phrase->len, 0, 2);
    }
    if (term && end >= phrase->len - 1) {
        missing(s, phrase, end - (phrase->len - 1), 1, 2);
    }
    if (term && end >= phrase->len + 1) {
        added(s, phrase, end - (phrase->len + 1), 1, 2);
    }
}

/* The nearer neighbour leads there, too: once is enough. */
static bool found_already(const struct hg_near_search *s, const struct phrase *phrase, size_t at,
                          enum hg_filter_what what)
{
    if (what == HG_FILTER_SECOND_NEXT) {
        return s->scan->code[at + 2] == phrase->code[2];
    }
    return what == HG_FILTER_SECOND_BEFORE && at >= 1 &&
           s->scan->code[at - 1] == phrase->code[phrase->len - 3];
}

void hg_near_find(const struct hg_near_search *search, size_t at, enum hg_filter_what what,
                  uint32_t key)
{
    const struct hg_lexicon *lexicon = search->lexicon;
    size_t mask = lexicon->near_slots - 1;

    for (size_t slot = hg_filter_slot(key, mask); lexicon->near[slot].entry != 0; slot = (slot + 1) & mask) {
        uint32_t entry = (lexicon->near[slot].entry & ~HG_NEAR_TERM) - 1;
        bool term = (lexicon->near[slot].entry & HG_NEAR_TERM) != 0;
        struct phrase phrase;

        if (lexicon->near[slot].key != key) {
            continue;
        }
        phrase = (struct phrase){lexicon->spelling + lexicon->spellings[entry],
                                 lexicon->spellings[entry + 1] - lexicon->spellings[entry], entry};
        if (found_already(search, &phrase, at, what)) {
            continue;
        }
        if (what == HG_FILTER_NEXT || what == HG_FILTER_SECOND_NEXT) {
            from_first(search, &phrase, term, at);
        } else {
            from_last(search, &phrase, term, at);
        }
    }
}
