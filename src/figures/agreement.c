/* The same thing said twice: clauses that are equal but for their numbers must agree in them. */
#include "figures/agreement.h"

#include "base/utf8.h"
#include "lang/chars.h"

enum { NUMBERS_MAX = 8, CERTAIN_LENGTH = 14, LEAST_LENGTH = 10 };

/* One clause as it was said. */
struct saying {
    const struct hg_paragraph *paragraph;
    const struct hg_mention *mentions[NUMBERS_MAX];
    size_t count;
    bool starts_sentence;
    bool dated; /* says its period itself */
    struct saying *next; /* said again */
};

struct entry {
    struct saying *first, *last;
    size_t times, length;
};

void hg_agreement_init(struct hg_agreement *agreement, struct hg_arena *arena)
{
    agreement->arena = arena;
    hg_map_init(&agreement->sayings, arena);
    agreement->order.items = NULL;
    agreement->order.len = agreement->order.cap = 0;
}

/* Words that come and go without a change of meaning, at the start of a clause. */
static size_t past_openers(struct hg_str text, size_t at, size_t end)
{
    static const char *const openers[] = {"今年以来", "截至目前", "目前", "全市", "全县", "全区",
                                          "我市",     "我县",     "我区", "我局", "累计", "共",
                                          "已",       "同时",     "全年", "并"};

    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++) {
        struct hg_str rest = {text.data + at, end - at};

        if (hg_str_starts(rest, hg_str_of(openers[i]))) {
            at += hg_str_of(openers[i]).len;
            i = (size_t)-1;
        }
    }
    return at;
}

static size_t sentence_start(const struct hg_scene *scene, const struct hg_clause *clause)
{
    return scene->analysis->sentences.items[clause->sentence].span.start;
}

/* The clause with a # for each number, and what leads up to it in its sentence if that holds no
 * number; its length in Chinese characters. */
static size_t mask(const struct hg_scene *scene, const struct hg_clause *clause, size_t first,
                   size_t end, struct hg_buf *out)
{
    size_t at = past_openers(scene->text, sentence_start(scene, clause), clause->span.end);
    size_t length = 0;
    size_t next = first;

    at = first > 0 && scene->mentions.items[first - 1].quantity->span.end > at ? clause->span.start
                                                                               : at;

    while (at < clause->span.end) {
        uint32_t c;

        if (next < end && at >= scene->mentions.items[next].quantity->span.start) {
            const struct hg_quantity *q = scene->mentions.items[next].quantity;

            hg_buf_putc(out, '#');
            hg_buf_str(out, q->unit != NULL ? hg_str_of(q->unit->name) : HG_STR(""));
            at = q->span.end > at ? q->span.end : at;
            next++;
            continue;
        }
        c = hg_utf8_next(scene->text, &at);
        if (hg_char_class(c) != HG_CHAR_BLANK) {
            hg_buf_code_point(out, c);
            length += hg_char_is_han(c);
        }
    }
    return length;
}

static void note(struct hg_agreement *agreement, const struct hg_scene *scene, size_t first,
                 size_t end)
{
    const struct hg_clause *clause =
        &scene->analysis->clauses.items[scene->mentions.items[first].clause];
    static const char *const pronouns[] = {"这些", "该", "上述", "此", "其", "这"};
    size_t length;
    struct saying *saying;
    struct entry *entry;
    void **place;

    if (end - first > NUMBERS_MAX) {
        return;
    }
    hg_buf_clear(&agreement->buf);
    length = mask(scene, clause, first, end, &agreement->buf);
    if (length < LEAST_LENGTH) {
        return;
    }
    for (size_t i = 0; i < sizeof pronouns / sizeof *pronouns; i++) {
        if (hg_str_starts(hg_buf_view(&agreement->buf), hg_str_of(pronouns[i]))) {
            return; /* what it speaks of stands elsewhere */
        }
    }
    saying = HG_NEW(agreement->arena, struct saying);
    saying->paragraph = scene->paragraph;
    for (size_t i = first; i < end; i++) {
        saying->mentions[saying->count++] = &scene->mentions.items[i];
    }
    saying->starts_sentence =
        first == 0 || scene->mentions.items[first - 1].sentence != clause->sentence;
    saying->dated = hg_scene_has_moment(scene, sentence_start(scene, clause), clause->span.end);
    place = hg_map_put(&agreement->sayings,
                       hg_str_copy(agreement->arena, hg_buf_view(&agreement->buf)));
    if (*place == NULL) {
        *place = HG_NEW(agreement->arena, struct entry);
        *HG_PUSH(agreement->arena, &agreement->order) = *place;
    }
    entry = *place;
    entry->length = length;
    entry->times++;
    if (entry->last != NULL) {
        entry->last->next = saying;
    } else {
        entry->first = saying;
    }
    entry->last = saying;
}

void hg_agreement_note(struct hg_agreement *agreement, const struct hg_scene *scene)
{
    size_t first = 0;

    for (size_t i = 0; i < scene->found->moments.len; i++) {
        enum hg_date_kind kind = scene->found->moments.items[i].date.kind;

        agreement->many_periods = agreement->many_periods || kind == HG_DATE_DURATION ||
                                  kind == HG_DATE_PLAN;
    }
    while (first < scene->mentions.len) {
        size_t end = first + 1;
        const struct hg_mention *mention = &scene->mentions.items[first];

        while (end < scene->mentions.len &&
               scene->mentions.items[end].clause == mention->clause) {
            end++;
        }
        if (mention->depth == 0) {
            note(agreement, scene, first, end);
        }
        first = end;
    }
}

static void compare(struct hg_agreement *agreement, struct hg_ledger *ledger,
                    const struct entry *entry, size_t number)
{
    const struct saying *a = entry->first;
    const struct saying *b = a->next;
    struct hg_claim *claim = HG_NEW(agreement->arena, struct hg_claim);
    struct hg_operand operands[2];

    operands[0] = hg_operand_of(HG_OPERAND_MENTION, a->mentions[number]->quantity);
    operands[1] = hg_operand_of(HG_OPERAND_MENTION, b->mentions[number]->quantity);
    claim->relation = HG_RELATION_AGREEMENT;
    claim->paragraph = b->paragraph;
    claim->span = b->mentions[number]->quantity->span;
    claim->name = HG_STR("前后");
    hg_claim_read(agreement->arena, claim, HG_FORMULA_EQUAL, operands, 2);
    claim->may_be_wrong = entry->times == 2 && entry->length >= CERTAIN_LENGTH &&
                          a->starts_sentence && b->starts_sentence &&
                          ((a->dated && b->dated) || !agreement->many_periods);
    claim->doubt = claim->may_be_wrong ? HG_REASON_NONE : HG_REASON_SCOPE_DIFF;
    hg_claim_settle(agreement->arena, claim);
    *HG_PUSH(agreement->arena, &ledger->claims) = claim;
}

void hg_agreement_finish(struct hg_agreement *agreement, struct hg_ledger *ledger)
{
    for (size_t i = 0; i < agreement->order.len; i++) {
        const struct entry *entry = agreement->order.items[i];

        if (entry->times != 2 || entry->first->count != entry->first->next->count) {
            continue;
        }
        for (size_t number = 0; number < entry->first->count; number++) {
            compare(agreement, ledger, entry, number);
        }
    }
    hg_buf_release(&agreement->buf);
}
