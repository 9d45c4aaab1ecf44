#include "base/utf8.h"
#include "lang/chars.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_repeated_sentence = {
    .id = "repeated-sentence",
    .family = HG_FAMILY_WORDING,
    .name = "语句重复",
    .severity = HG_SEVERITY_WARNING,
    .summary = "同一句话或同一段话在文中出现了两次",
    .explanation = "多人分头起草、从旧稿粘贴，常把同一句话留在两处。审签人看到重复，会怀疑其余内容也是拼凑的。"
                   "提示给出两处所在的部分，请确认是否有意重申，不是就删去一处或改写。开头概述与正文重复"
                   "亮点的，只作提醒。",
    .bad = "# 一、工作情况\n深化“法企同行”活动，为园区企业提供上门服务。全年走访企业47家。\n"
           "# 二、惠民服务\n设立服务窗口6个。深化“法企同行”活动，为园区企业提供上门服务。\n",
    .good = "# 一、工作情况\n深化“法企同行”活动，为园区企业提供上门服务。全年走访企业47家。\n"
            "# 二、惠民服务\n设立服务窗口6个，方便群众就近办事。\n",
    .run = run,
};

/* How many characters, marks and blanks left out, make a repetition worth telling. */
enum { SENTENCE_LEAST = 12, CLAUSE_LEAST = 14 };

/* One sentence or clause where it first stands. */
struct place {
    const struct hg_paragraph *paragraph;
    struct hg_span span;
    size_t unit;   /* its number in the order of reading, for passages */
    uint64_t hash; /* of what counts in it */
};

struct state {
    struct hg_pass *pass;
    HG_VEC(struct place) places;
    uint32_t *slots;   /* by hash: 1-based indexes into places; 0 is free */
    size_t slot_count; /* a power of two, more than twice the sentences and clauses */
    size_t unit;
    /* The passage being read: sentences that repeat sentences that follow each other, too. */
    struct place first, second;
    struct hg_span first_span, second_span;
    size_t length; /* sentences; 0 if none */
};

/* What counts of a text: letters, digits and Han. Quotes, blanks and marks make no difference. */
static uint32_t counted(const struct hg_scan *scan, size_t at)
{
    uint32_t c = scan->code[at];

    switch (scan->kind[at]) {
    case HG_CHAR_HAN:
    case HG_CHAR_LATIN:
    case HG_CHAR_DIGIT: return c;
    case HG_CHAR_FULL_ALNUM: return hg_utf8_fold_width(c);
    default: return c == '%' || c == '.' ? c : 0;
    }
}

struct sum {
    uint64_t hash;
    size_t han; /* how many characters of what counts are Han */
};

static const struct sum nothing = {UINT64_C(0xCBF29CE484222325), 0};

/* Adds what counts in the text to the sum. */
static void add_text(struct sum *sum, const struct hg_scan *scan, struct hg_span span)
{
    uint64_t hash = sum->hash;

    for (size_t at = hg_scan_index(scan, span.start); scan->offset[at] < span.end; at++) {
        uint32_t c = scan->code[at];

        if (scan->kind[at] == HG_CHAR_HAN) {
            sum->han++;
        } else {
            c = counted(scan, at);
        }
        if (c != 0) {
            hash = (hash ^ c) * UINT64_C(0x9E3779B97F4A7C15);
            hash ^= hash >> 29;
        }
    }
    sum->hash = hash;
}

static void next_counted(const struct hg_scan *scan, size_t end, size_t *at)
{
    while (*at < end && counted(scan, *at) == 0) {
        ++*at;
    }
}

static bool reads_the_same(struct hg_pass *pass, const struct place *place,
                           const struct hg_paragraph *paragraph, struct hg_span span)
{
    const struct hg_scan *a = hg_pass_scan(pass, place->paragraph);
    const struct hg_scan *b = hg_pass_scan(pass, paragraph);
    size_t i = hg_scan_index(a, place->span.start), i_end = hg_scan_index(a, place->span.end);
    size_t j = hg_scan_index(b, span.start), j_end = hg_scan_index(b, span.end);

    for (;;) {
        next_counted(a, i_end, &i);
        next_counted(b, j_end, &j);
        if (i == i_end || j == j_end) {
            return i == i_end && j == j_end;
        }
        if (counted(a, i++) != counted(b, j++)) {
            return false;
        }
    }
}

/* The place where this text stood first; null, and remembered, if it is new. */
static const struct place *seen(struct state *state, uint64_t hash,
                                const struct hg_paragraph *paragraph, struct hg_span span)
{
    size_t mask = state->slot_count - 1, slot = (size_t)hash & mask;

    while (state->slots[slot] != 0) {
        const struct place *place = &state->places.items[state->slots[slot] - 1];

        if (place->hash == hash && reads_the_same(state->pass, place, paragraph, span)) {
            return place;
        }
        slot = (slot + 1) & mask;
    }
    *HG_PUSH(hg_pass_arena(state->pass), &state->places) =
        (struct place){paragraph, span, state->unit, hash};
    state->slots[slot] = (uint32_t)state->places.len;
    return NULL;
}

/* ---- Telling ---- */

/* The heading a place stands under, as "“二、惠民服务”"; what comes before all headings is 开头. */
static struct hg_str where(struct hg_pass *pass, const struct hg_paragraph *paragraph, size_t at)
{
    const struct hg_outline *outline = hg_pass_outline(pass);
    uint32_t index = hg_outline_heading_at(outline, paragraph, at);
    const struct hg_heading *heading;

    if (index == UINT32_MAX) {
        return HG_STR("开头部分");
    }
    heading = &outline->headings.items[index];
    return hg_str_of(hg_arena_printf(hg_pass_arena(pass), "“%.*s%.*s”", HG_FMT(heading->number),
                                     HG_FMT(heading->title_text)));
}

/* An opening summary says again what the body tells. */
static bool is_summary(struct hg_pass *pass, const struct hg_paragraph *paragraph, size_t at)
{
    const struct hg_outline *outline = hg_pass_outline(pass);
    uint32_t index = hg_outline_heading_at(outline, paragraph, at);

    return index == UINT32_MAX && outline->headings.len > 0;
}

static struct hg_finding *tell(struct hg_pass *pass, const struct hg_paragraph *first,
                               struct hg_span first_span, const struct hg_paragraph *second,
                               struct hg_span second_span, const char *what)
{
    struct hg_finding *finding =
        hg_report(pass, &hg_check_repeated_sentence, second, second_span,
                  "这%s与%.*s第%u段中的重复，请确认是否有意重申，否则删去一处", what,
                  HG_FMT(where(pass, first, first_span.start)), (unsigned)first->number);

    hg_finding_related(pass, finding, first, first_span);
    if (is_summary(pass, first, first_span.start) || is_summary(pass, second, second_span.start)) {
        hg_finding_severity(finding, HG_SEVERITY_NOTE);
    }
    return finding;
}

/* ---- Reading ---- */

static void end_passage(struct state *state)
{
    if (state->length > 0) {
        (void)tell(state->pass, state->first.paragraph, state->first_span,
                   state->second.paragraph, state->second_span,
                   state->length > 1 ? "段话" : "句话");
    }
    state->length = 0;
}

static void add_sentence(struct state *state, const struct place *first,
                         const struct hg_paragraph *paragraph, struct hg_span span)
{
    bool goes_on = state->length > 0 && first->unit == state->first.unit + 1 &&
                   state->unit == state->second.unit + 1;

    if (!goes_on) {
        end_passage(state);
        state->first_span = first->span;
        state->second_span = span;
        state->second.paragraph = paragraph;
        state->first.paragraph = first->paragraph;
    }
    /* A finding lies in one paragraph: a passage that runs on is told where it begins. */
    if (state->second.paragraph == paragraph) {
        state->second_span.end = span.end;
    }
    if (state->first.paragraph == first->paragraph) {
        state->first_span.end = first->span.end;
    }
    state->first.unit = first->unit;
    state->second.unit = state->unit;
    state->length++;
}

static bool holds_any(struct hg_str text, const struct hg_str *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (hg_str_contains(text, words[i])) {
            return true;
        }
    }
    return false;
}

/* Half a sentence is worth telling only if it tells a result. Guiding thoughts, calls and aims
 * come back in every report, and have to. */
static bool tells_result(struct hg_str text)
{
    static const struct hg_str results[] = {
        HG_STR_INIT("成功"), HG_STR_INIT("荣获"), HG_STR_INIT("获评"), HG_STR_INIT("获得"),
        HG_STR_INIT("入选"), HG_STR_INIT("被评为"), HG_STR_INIT("表彰"), HG_STR_INIT("首创"),
        HG_STR_INIT("首个"), HG_STR_INIT("首批"), HG_STR_INIT("排名"), HG_STR_INIT("批示"),
        HG_STR_INIT("典型案例"), HG_STR_INIT("办结"), HG_STR_INIT("建成"),
    };
    static const struct hg_str calls[] = {
        HG_STR_INIT("习近平"), HG_STR_INIT("党中央"), HG_STR_INIT("主义"), HG_STR_INIT("精神"),
        HG_STR_INIT("代表大会"), HG_STR_INIT("奋力"), HG_STR_INIT("奋斗"), HG_STR_INIT("力争"),
        HG_STR_INIT("确保"), HG_STR_INIT("目标"),
    };

    return holds_any(text, results, sizeof results / sizeof *results) &&
           !holds_any(text, calls, sizeof calls / sizeof *calls);
}

static void check_clause(struct state *state, const struct hg_paragraph *paragraph,
                         struct hg_span span, struct sum sum)
{
    const struct place *seen_at =
        sum.han < CLAUSE_LEAST ? NULL : seen(state, sum.hash, paragraph, span);

    if (seen_at != NULL && tells_result(hg_str_sub(paragraph->text, span))) {
        struct place first = *seen_at;

        hg_finding_severity(
            tell(state->pass, first.paragraph, first.span, paragraph, span, "半句话"),
            HG_SEVERITY_NOTE);
    }
}

static struct sum sum_of(const struct hg_scan *scan, struct hg_span span)
{
    struct sum sum = nothing;

    add_text(&sum, scan, span);
    return sum;
}

/* The sentence is made of its outer clauses; the marks between them do not count. */
static struct sum sum_of_sentence(const struct hg_scan *scan, const struct hg_analysis *analysis,
                                  const struct hg_sentence *sentence, struct sum *clauses)
{
    struct sum whole = nothing;

    for (size_t i = 0; i < sentence->clause_count; i++) {
        const struct hg_clause *clause = &analysis->clauses.items[sentence->first_clause + i];

        if (clause->depth == 0) {
            clauses[i] = sum_of(scan, clause->span);
            whole.hash = (whole.hash ^ clauses[i].hash) * UINT64_C(0x9E3779B97F4A7C15);
            whole.hash ^= whole.hash >> 31;
            whole.han += clauses[i].han;
        }
    }
    return whole;
}

static void check_sentence(struct state *state, const struct hg_paragraph *paragraph,
                           const struct hg_analysis *analysis, const struct hg_sentence *sentence,
                           struct sum *clauses)
{
    struct sum whole = sum_of_sentence(hg_pass_scan(state->pass, paragraph), analysis, sentence,
                                       clauses);
    const struct place *seen_at;

    if (whole.han < SENTENCE_LEAST) {
        return;
    }
    state->unit++;
    seen_at = seen(state, ~whole.hash, paragraph, sentence->span); /* a sentence is no clause */
    if (seen_at != NULL) {
        struct place first = *seen_at;

        add_sentence(state, &first, paragraph, sentence->span);
        return;
    }
    for (size_t i = 0; i < sentence->clause_count; i++) {
        const struct hg_clause *clause = &analysis->clauses.items[sentence->first_clause + i];

        if (clause->depth == 0) {
            check_clause(state, paragraph, clause->span, clauses[i]);
        }
    }
}

static void check_paragraph(struct state *state, const struct hg_paragraph *paragraph,
                            struct sum *clauses)
{
    const struct hg_analysis *analysis = hg_pass_analysis(state->pass, paragraph);

    for (size_t i = 0; i < analysis->sentences.len; i++) {
        const struct hg_sentence *sentence = &analysis->sentences.items[i];

        if (sentence->span.end - sentence->span.start >= 3 * SENTENCE_LEAST) {
            check_sentence(state, paragraph, analysis, sentence, clauses);
        }
    }
}

static bool is_read(const struct hg_pass *pass, const struct hg_paragraph *paragraph)
{
    return hg_pass_is_prose(pass, paragraph) && hg_node_enclosing_cell(&paragraph->node) == NULL;
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    struct hg_arena *arena = hg_pass_arena(pass);
    size_t first = hg_pass_outline(pass)->preface_end, count = 1, most = 0;
    struct state state = {.pass = pass, .slot_count = 2};
    struct sum *clauses;

    for (size_t i = first; i < doc->paragraphs.len; i++) {
        if (is_read(pass, doc->paragraphs.items[i])) {
            const struct hg_analysis *analysis =
                hg_pass_analysis(pass, doc->paragraphs.items[i]);

            count += analysis->sentences.len + analysis->clauses.len;
            most = analysis->clauses.len > most ? analysis->clauses.len : most;
        }
    }
    while (state.slot_count <= 2 * count) {
        state.slot_count *= 2;
    }
    state.slots = HG_NEW_ARRAY(arena, uint32_t, state.slot_count);
    clauses = HG_NEW_ARRAY(arena, struct sum, most + 1);
    for (size_t i = first; i < doc->paragraphs.len; i++) {
        if (is_read(pass, doc->paragraphs.items[i])) {
            check_paragraph(&state, doc->paragraphs.items[i], clauses);
        }
    }
    end_passage(&state);
}
