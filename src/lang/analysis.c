#include "lang/analysis.h"

#include "base/utf8.h"
#include "lang/chars.h"

/* ---- Pairs ---- */

struct mark {
    uint32_t open, close;
    enum hg_pair_kind kind;
    bool half;
};

static const struct mark marks[] = {
    {0x201C, 0x201D, HG_PAIR_DOUBLE_QUOTE, false}, {0x2018, 0x2019, HG_PAIR_SINGLE_QUOTE, false},
    {'"', '"', HG_PAIR_STRAIGHT_QUOTE, true},      {0x300C, 0x300D, HG_PAIR_CORNER, false},
    {0x300E, 0x300F, HG_PAIR_WHITE_CORNER, false}, {0xFF08, 0xFF09, HG_PAIR_ROUND, false},
    {'(', ')', HG_PAIR_ROUND, true},               {0x300A, 0x300B, HG_PAIR_TITLE, false},
    {0x3008, 0x3009, HG_PAIR_INNER_TITLE, false},  {0x3010, 0x3011, HG_PAIR_LENTICULAR, false},
    {0x3014, 0x3015, HG_PAIR_TORTOISE, false},     {'[', ']', HG_PAIR_SQUARE, true},
    {0xFF3B, 0xFF3D, HG_PAIR_SQUARE, false},       {'{', '}', HG_PAIR_CURLY, true},
};

static const struct mark *mark_of(uint32_t c, bool *opens, bool *closes)
{
    if (c >= 0x4E00 && c <= 0x9FFF) { /* most characters: no mark */
        return NULL;
    }
    if (c < 0x80 && c != '"' && c != '(' && c != ')' && c != '[' && c != ']' && c != '{' &&
        c != '}') {
        return NULL;
    }
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (marks[i].open == c || marks[i].close == c) {
            *opens = marks[i].open == c;
            *closes = marks[i].close == c;
            return &marks[i];
        }
    }
    return NULL;
}

struct open_mark {
    enum hg_pair_kind kind;
    struct hg_span span;
    bool half;
    size_t slot; /* its place in pairs, reserved so that pairs come out in order of start */
};

struct builder {
    struct hg_arena *arena;
    struct hg_analysis *out;
    HG_VEC(struct open_mark) stack;
    size_t open_count[HG_PAIR_KIND_COUNT];
};

enum { SLOT_LONE = HG_PAIR_KIND_COUNT }; /* a reserved pair whose partner never came */

static void add_lone(struct builder *b, enum hg_pair_kind kind, struct hg_span span, bool opens)
{
    *HG_PUSH(b->arena, &b->out->lone_marks) = (struct hg_lone_mark){kind, span, opens};
}

static void open_pair(struct builder *b, const struct mark *mark, struct hg_span span)
{
    struct hg_pair *pair = HG_PUSH(b->arena, &b->out->pairs);

    pair->kind = (enum hg_pair_kind)SLOT_LONE;
    *HG_PUSH(b->arena, &b->stack) =
        (struct open_mark){mark->kind, span, mark->half, b->out->pairs.len - 1};
    b->open_count[mark->kind]++;
}

/* Closes the nearest open mark of the kind; what was opened inside it and not closed is lone. */
static void close_pair(struct builder *b, const struct mark *mark, struct hg_span span)
{
    if (b->open_count[mark->kind] == 0) {
        add_lone(b, mark->kind, span, false);
        return;
    }
    for (;;) {
        struct open_mark top = b->stack.items[--b->stack.len];

        b->open_count[top.kind]--;
        if (top.kind == mark->kind) {
            struct hg_pair *pair = &b->out->pairs.items[top.slot];

            pair->kind = mark->kind;
            pair->outer = (struct hg_span){top.span.start, span.end};
            pair->inner = (struct hg_span){top.span.end, span.start};
            pair->half_open = top.half;
            pair->half_close = mark->half;
            return;
        }
        add_lone(b, top.kind, top.span, true);
    }
}

static int lone_order(const struct hg_lone_mark *a, const struct hg_lone_mark *b)
{
    return a->span.start < b->span.start ? -1 : a->span.start > b->span.start;
}

static void sort_lone(struct hg_lone_mark *items, size_t len)
{
    /* Nearly sorted already, but runs of unclosed marks come out backwards: shell sort. */
    for (size_t gap = len / 2; gap > 0; gap /= 2) {
        for (size_t i = gap; i < len; i++) {
            struct hg_lone_mark item = items[i];
            size_t j = i;

            while (j >= gap && lone_order(&item, &items[j - gap]) < 0) {
                items[j] = items[j - gap];
                j -= gap;
            }
            items[j] = item;
        }
    }
}

/* Gives the matched pairs their depth and parent; returns how many are kept. */
static size_t nest_pairs(struct builder *b)
{
    size_t kept = 0;

    b->stack.len = 0;
    for (size_t i = 0; i < b->out->pairs.len; i++) {
        struct hg_pair pair = b->out->pairs.items[i];

        while (b->stack.len > 0 && b->stack.items[b->stack.len - 1].span.end <= pair.outer.start) {
            b->stack.len--;
        }
        if (b->stack.len == HG_PAIR_DEPTH) {
            continue;
        }
        pair.depth = (uint16_t)b->stack.len;
        pair.parent =
            b->stack.len > 0 ? (uint32_t)b->stack.items[b->stack.len - 1].slot : UINT32_MAX;
        *HG_PUSH(b->arena, &b->stack) = (struct open_mark){pair.kind, pair.outer, false, kept};
        b->out->pairs.items[kept++] = pair;
    }
    return kept;
}

static void find_pairs(struct builder *b)
{
    struct hg_str text = b->out->text;
    size_t kept = 0;

    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t c = hg_utf8_next(text, &at);
        bool opens = false, closes = false;
        const struct mark *mark = mark_of(c, &opens, &closes);

        if (mark == NULL) {
            continue;
        }
        if (opens && closes) { /* a straight quote closes if one is open */
            opens = b->open_count[mark->kind] == 0;
        }
        if (opens) {
            open_pair(b, mark, (struct hg_span){start, at});
        } else {
            close_pair(b, mark, (struct hg_span){start, at});
        }
    }
    while (b->stack.len > 0) {
        struct open_mark top = b->stack.items[--b->stack.len];

        add_lone(b, top.kind, top.span, true);
    }
    for (size_t i = 0; i < b->out->pairs.len; i++) {
        if (b->out->pairs.items[i].kind != (enum hg_pair_kind)SLOT_LONE) {
            b->out->pairs.items[kept++] = b->out->pairs.items[i];
        }
    }
    b->out->pairs.len = kept;
    b->out->pairs.len = nest_pairs(b);
    sort_lone(b->out->lone_marks.items, b->out->lone_marks.len);
}

/* ---- Masks ---- */

static bool url_char(uint32_t c)
{
    return c > ' ' && c < 0x7F && c != '<' && c != '>' && c != '"' && c != '`' && c != '{' &&
           c != '}' && c != '|' && c != '\\' && c != '^';
}

static size_t url_end(struct hg_str text, size_t at)
{
    while (at < text.len && url_char((unsigned char)text.data[at])) {
        at++;
    }
    while (at > 0 && (text.data[at - 1] == '.' || text.data[at - 1] == ',' ||
                      text.data[at - 1] == ';' || text.data[at - 1] == ')')) {
        at--;
    }
    return at;
}

static bool mail_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '.' || c == '_' || c == '-' || c == '+';
}

static void add_mask(struct builder *b, enum hg_mask_kind kind, size_t start, size_t end)
{
    *HG_PUSH(b->arena, &b->out->masks) = (struct hg_mask){kind, {start, end}};
}

static void find_masks(struct builder *b)
{
    struct hg_str text = b->out->text;

    for (size_t at = 0; at < text.len; at++) {
        char c = text.data[at];
        struct hg_str rest = {text.data + at, text.len - at};

        if ((c == 'h' && (hg_str_starts(rest, HG_STR("http://")) ||
                          hg_str_starts(rest, HG_STR("https://")))) ||
            (c == 'w' && hg_str_starts(rest, HG_STR("www.")))) {
            size_t end = url_end(text, at);

            if (end > at + 4) {
                add_mask(b, HG_MASK_URL, at, end);
                at = end - 1;
            }
        } else if (c == '@') {
            size_t floor =
                b->out->masks.len > 0 ? b->out->masks.items[b->out->masks.len - 1].span.end : 0;
            size_t start = at, end = at + 1;

            while (start > floor && mail_char(text.data[start - 1])) {
                start--;
            }
            while (end < text.len && mail_char(text.data[end])) {
                end++;
            }
            if (start < at && end > at + 1) {
                add_mask(b, HG_MASK_EMAIL, start, end);
                at = end - 1;
            }
        }
    }
}

/* ---- Clauses and sentences ---- */

/* True for a half-width mark that is part of a figure or name: 1,234  10:30  3.5 */
static bool inside_figure(struct hg_str text, size_t start, size_t end, uint32_t mark)
{
    return (mark == ',' || mark == ':' || mark == 0xFF1A || mark == 0xFF0E) &&
           hg_char_is_digit(hg_utf8_before(text, start)) &&
           hg_char_is_digit(hg_utf8_at(text, end));
}

static struct hg_span trim(struct hg_str text, size_t start, size_t end)
{
    struct hg_str inner = hg_str_trim(hg_str_sub(text, (struct hg_span){start, end}));
    size_t at = (size_t)(inner.data - text.data);

    return (struct hg_span){at, at + inner.len};
}

struct scope {
    size_t end;          /* where the scope's text ends */
    size_t clause_start; /* of the clause being read */
    size_t clause_slot;  /* its place in clauses */
};

static size_t begin_clause(struct builder *b, size_t depth, uint32_t parent)
{
    struct hg_clause *clause = HG_PUSH(b->arena, &b->out->clauses);

    clause->depth = (uint16_t)depth;
    clause->parent = parent;
    clause->sentence = (uint32_t)b->out->sentences.len;
    return b->out->clauses.len - 1;
}

static void end_clause(struct builder *b, struct scope *scope, size_t end, uint32_t mark)
{
    struct hg_clause *clause = &b->out->clauses.items[scope->clause_slot];

    clause->span = trim(b->out->text, scope->clause_start, end);
    clause->end_mark = mark;
}

static void end_sentence(struct builder *b, size_t *start, size_t end, size_t *first_clause)
{
    struct hg_sentence *sentence = HG_PUSH(b->arena, &b->out->sentences);

    sentence->span = (struct hg_span){*start, end};
    sentence->first_clause = (uint32_t)*first_clause;
    sentence->clause_count = (uint32_t)(b->out->clauses.len - *first_clause);
    *start = end;
    *first_clause = b->out->clauses.len;
}

static void find_clauses(struct builder *b)
{
    struct hg_str text = b->out->text;
    HG_VEC(struct scope) scopes = {NULL, 0, 0};
    size_t pair = 0, mask = 0, sentence_start = 0, first_clause = 0;
    struct scope *scope;

    *HG_PUSH(b->arena, &scopes) = (struct scope){text.len, 0, begin_clause(b, 0, UINT32_MAX)};
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t c;

        scope = &scopes.items[scopes.len - 1];
        while (scopes.len > 1 && start >= scope->end) {
            end_clause(b, scope, scope->end, 0);
            scopes.len--;
            scope = &scopes.items[scopes.len - 1];
        }
        if (pair < b->out->pairs.len && b->out->pairs.items[pair].outer.start == start) {
            const struct hg_pair *p = &b->out->pairs.items[pair++];

            at = p->inner.start;
            if (p->inner.end > p->inner.start) {
                size_t slot = begin_clause(b, scopes.len, (uint32_t)scope->clause_slot);

                *HG_PUSH(b->arena, &scopes) = (struct scope){p->inner.end, p->inner.start, slot};
            }
            continue;
        }
        while (mask < b->out->masks.len && b->out->masks.items[mask].span.end <= start) {
            mask++;
        }
        c = hg_utf8_next(text, &at);
        if ((mask < b->out->masks.len && b->out->masks.items[mask].span.start <= start) ||
            !hg_char_ends_clause(c) || inside_figure(text, start, at, c)) {
            continue;
        }
        end_clause(b, scope, start, c);
        if (scopes.len == 1 && hg_char_ends_sentence(c)) {
            end_sentence(b, &sentence_start, at, &first_clause);
        }
        if (at < scope->end) {
            scope->clause_start = at;
            scope->clause_slot = begin_clause(b, scopes.len - 1,
                                              b->out->clauses.items[scope->clause_slot].parent);
        } else if (scopes.len == 1) {
            /* The text ends with a mark; one that ends no sentence still closes the last one. */
            if (sentence_start < text.len) {
                end_sentence(b, &sentence_start, text.len, &first_clause);
            }
            return;
        } else {
            scope->clause_start = at;
            scope->clause_slot = b->out->clauses.len - 1;
            scopes.len--;
        }
    }
    while (scopes.len > 0) {
        scope = &scopes.items[--scopes.len];
        end_clause(b, scope, scope->end, 0);
    }
    if (sentence_start < text.len || b->out->sentences.len == 0) {
        end_sentence(b, &sentence_start, text.len, &first_clause);
    }
}

struct hg_analysis *hg_analysis_build(struct hg_arena *arena, struct hg_str text)
{
    struct builder b = {.arena = arena, .out = HG_NEW(arena, struct hg_analysis)};

    b.out->text = text;
    find_pairs(&b);
    find_masks(&b);
    find_clauses(&b);
    return b.out;
}

/* ---- Look-ups ---- */

const struct hg_pair *hg_analysis_pair_at(const struct hg_analysis *analysis, size_t at)
{
    size_t low = 0, high = analysis->pairs.len;

    while (low < high) { /* first pair that starts after `at` */
        size_t middle = low + (high - low) / 2;

        if (analysis->pairs.items[middle].outer.start <= at) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    for (size_t i = low > 0 ? low - 1 : UINT32_MAX; i != UINT32_MAX;
         i = analysis->pairs.items[i].parent) {
        if (analysis->pairs.items[i].outer.end > at) {
            return &analysis->pairs.items[i];
        }
    }
    return NULL;
}

static const struct hg_pair *outer_pair(const struct hg_analysis *analysis,
                                        const struct hg_pair *pair)
{
    return pair->parent != UINT32_MAX ? &analysis->pairs.items[pair->parent] : NULL;
}

static bool is_quote(enum hg_pair_kind kind)
{
    return kind <= HG_PAIR_WHITE_CORNER;
}

bool hg_analysis_quoted(const struct hg_analysis *analysis, size_t at)
{
    const struct hg_pair *pair = hg_analysis_pair_at(analysis, at);

    while (pair != NULL && !is_quote(pair->kind)) {
        pair = outer_pair(analysis, pair);
    }
    return pair != NULL;
}

bool hg_analysis_in_title(const struct hg_analysis *analysis, size_t at)
{
    const struct hg_pair *pair = hg_analysis_pair_at(analysis, at);

    while (pair != NULL && pair->kind != HG_PAIR_TITLE && pair->kind != HG_PAIR_INNER_TITLE) {
        pair = outer_pair(analysis, pair);
    }
    return pair != NULL;
}

bool hg_analysis_masked(const struct hg_analysis *analysis, size_t at)
{
    size_t low = 0, high = analysis->masks.len;

    while (low < high) { /* first mask that ends after `at`: they stand in order, and apart */
        size_t middle = low + (high - low) / 2;

        if (analysis->masks.items[middle].span.end <= at) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < analysis->masks.len && analysis->masks.items[low].span.start <= at;
}

const struct hg_clause *hg_analysis_clause_at(const struct hg_analysis *analysis, size_t at)
{
    size_t low = 0, high = analysis->clauses.len;
    const struct hg_clause *clause;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (analysis->clauses.items[middle].span.start <= at) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == 0) {
        return analysis->clauses.len > 0 ? &analysis->clauses.items[0] : NULL;
    }
    clause = &analysis->clauses.items[low - 1];
    while (clause->span.end <= at && clause->parent != UINT32_MAX) {
        clause = &analysis->clauses.items[clause->parent];
    }
    return clause; /* at depth 0 it may end before: on the mark after it */
}

const struct hg_sentence *hg_analysis_sentence_at(const struct hg_analysis *analysis, size_t at)
{
    size_t low = 0, high = analysis->sentences.len;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (analysis->sentences.items[middle].span.start <= at) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low > 0 ? &analysis->sentences.items[low - 1] : NULL;
}
