#include "figures/table_words.h"

#include "base/utf8.h"
#include "lang/chars.h"

enum { LABEL_CHARS = 16 };

/* ---- Labels ---- */

static void add_use(struct hg_table_words *r, struct hg_str label, const struct hg_grid *grid, bool column,
                    uint32_t index)
{
    struct hg_table_use **slot, *use;

    if (hg_utf8_count(label) < 2 || hg_utf8_count(label) > LABEL_CHARS) {
        return;
    }
    slot = (struct hg_table_use **)hg_map_put(&r->labels, label);
    if (*slot != NULL && (*slot)->chain >= HG_TABLE_USES_MAX) {
        return;
    }
    use = HG_NEW(r->arena, struct hg_table_use);
    *use = (struct hg_table_use){grid, column, index, *slot, *slot != NULL ? (*slot)->chain + 1 : 1};
    *slot = use;
}

/* 受理案件数 is also said 受理案件. */
static struct hg_str without_tail(struct hg_str label)
{
    static const char *const tails[] = {"数量", "总数", "数", "额", "情况"};

    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        struct hg_str tail = hg_str_of(tails[i]);

        if (hg_str_ends(label, tail) && hg_utf8_count(label) >= hg_utf8_count(tail) + 3) {
            label.len -= tail.len;
            return label;
        }
    }
    return HG_STR("");
}

static void add_lines(struct hg_table_words *r, const struct hg_grid *grid, bool column)
{
    const struct hg_grid_line *lines = column ? grid->column_lines : grid->row_lines;
    uint32_t count = column ? grid->column_count : grid->row_count;

    for (uint32_t i = 0; i < count; i++) {
        if ((lines[i].traits & HG_LINE_OF_WHICH) == 0) {
            add_use(r, lines[i].label, grid, column, i);
            add_use(r, without_tail(lines[i].label), grid, column, i);
        }
    }
}

static struct hg_table_use *uses_of(const struct hg_table_words *r, struct hg_str label)
{
    return label.len > 0 ? hg_map_get(&r->labels, label) : NULL;
}

/* ---- The words before a figure ---- */

static struct hg_str strip_end(struct hg_str text)
{
    static const char *const fillers[] = {"达到", "共计", "总计", "合计", "累计", "实现", "完成了",
                                          "为",   "达",   "共",   "有",   "是",   "：",   ":",
                                          "了",   "计",   "的",   "约"};
    bool again = true;

    while (again) {
        again = false;
        text = hg_str_trim(text);
        for (size_t i = 0; i < sizeof fillers / sizeof *fillers && !again; i++) {
            struct hg_str filler = hg_str_of(fillers[i]);

            if (hg_str_ends(text, filler)) {
                text.len -= filler.len;
                again = true;
            }
        }
    }
    return text;
}

/* 从各镇看，: how the sentence looks at the table, not what it speaks of. */
static struct hg_str strip_view(struct hg_str text)
{
    static const char *const ends[] = {"看，", "看,", "上，", "分，"};

    if (!hg_str_starts(text, HG_STR("从")) && !hg_str_starts(text, HG_STR("按")) &&
        !hg_str_starts(text, HG_STR("总"))) {
        return text;
    }
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t at = hg_str_find(text, hg_str_of(ends[i]), 0);

        if (at != SIZE_MAX && at <= 24) {
            at += hg_str_of(ends[i]).len;
            return (struct hg_str){text.data + at, text.len - at};
        }
    }
    return text;
}

static struct hg_str strip_start(struct hg_str text)
{
    static const char *const fillers[] = {"其中", "今年以来", "今年", "全年", "截至目前", "共",
                                          "累计", "，",       ",",    "：",   ":",        "、"};
    bool again = true;

    while (again && text.len > 0) {
        struct hg_date date;

        again = false;
        text = strip_view(hg_str_trim(text));
        for (size_t i = 0; i < sizeof fillers / sizeof *fillers && !again; i++) {
            struct hg_str filler = hg_str_of(fillers[i]);

            if (hg_str_starts(text, filler)) {
                text = (struct hg_str){text.data + filler.len, text.len - filler.len};
                again = true;
            }
        }
        if (!again && text.len > 0 && hg_date_may_start(hg_utf8_at(text, 0)) &&
            hg_date_parse(text, 0, &date)) {
            text = hg_str_sub(text, (struct hg_span){date.span.end, text.len});
            again = true;
        }
    }
    return text;
}

static bool ends_phrase(uint32_t c)
{
    return hg_char_ends_clause(c) || hg_char_is_digit(c) || c == 0x3001 || c == 0xFF08 || c == '(' ||
           c == 0xFF09 || c == ')';
}

/* The date or period that ends at this byte; null if none does. */
static const struct hg_moment *moment_ending(const struct hg_table_words *r, size_t at)
{
    for (size_t i = r->last_moment; i-- > 0 && i + 4 > r->last_moment;) {
        const struct hg_moment *moment = r->ledger->moments.items[i];

        if (moment->paragraph == r->paragraph && moment->date.span.end == at) {
            return moment;
        }
    }
    return NULL;
}

/* From the mark or number before to the figure, dates included: 清河县2023年受理案件. */
static struct hg_span phrase_before(const struct hg_table_words *r, const struct hg_quantity *quantity)
{
    struct hg_str text = quantity->paragraph->text;
    size_t at = quantity->span.start;

    for (int i = 0; i < 3 * LABEL_CHARS && at > 0; i++) {
        const struct hg_moment *moment = moment_ending(r, at);
        size_t before = at;

        if (moment == NULL && ends_phrase(hg_utf8_prev(text, &before))) {
            break;
        }
        at = moment != NULL ? moment->date.span.start : before;
    }
    return (struct hg_span){at, quantity->span.start};
}

/* Without fillers and dates at its end. */
static struct hg_str strip_dates(const struct hg_table_words *r, struct hg_str text)
{
    const struct hg_moment *moment;

    text = strip_end(text);
    while (text.len > 0 &&
           (moment = moment_ending(r, (size_t)(text.data - r->paragraph->text.data) + text.len)) !=
               NULL &&
           moment->date.span.end - moment->date.span.start <= text.len) {
        text.len -= moment->date.span.end - moment->date.span.start;
        text = strip_end(text);
    }
    return text;
}

/* The longest end of the phrase that is a label; *rest is what stands before it. */
static struct hg_table_use *label_at_end(const struct hg_table_words *r, struct hg_str phrase, struct hg_str *rest)
{
    struct hg_table_use *best = NULL;
    size_t at = phrase.len;

    for (int i = 0; i < LABEL_CHARS && at > 0; i++) {
        struct hg_table_use *use;

        hg_utf8_prev(phrase, &at);
        use = uses_of(r, hg_str_sub(phrase, (struct hg_span){at, phrase.len}));
        if (use != NULL) {
            best = use;
            *rest = hg_str_sub(phrase, (struct hg_span){0, at});
        }
    }
    return best;
}

static struct hg_span sentence_before(const struct hg_quantity *quantity)
{
    struct hg_str text = quantity->paragraph->text;
    size_t at = quantity->span.start;

    while (at > 0 && quantity->span.start - at < 600) {
        size_t before = at;

        if (hg_char_ends_sentence(hg_utf8_prev(text, &before))) {
            break;
        }
        at = before;
    }
    return (struct hg_span){at, quantity->span.start};
}

/* ---- Subjects ---- */

static bool is_whole(struct hg_str words)
{
    static const char *const wholes[] = {"全市", "全县", "全区", "全省", "全州", "全镇", "全乡",
                                         "全系统", "全局", "全院", "我市", "我县", "我区", "全旗"};

    for (size_t i = 0; i < sizeof wholes / sizeof *wholes; i++) {
        if (hg_str_is(words, wholes[i])) {
            return true;
        }
    }
    return false;
}

/* What stands between the opening of the sentence and its first number. */
static struct hg_str first_lead(struct hg_str opening)
{
    size_t at = 0;

    while (at < opening.len) {
        size_t next = at;

        if (ends_phrase(hg_utf8_next(opening, &next))) {
            break;
        }
        at = next;
    }
    return strip_end(hg_str_sub(opening, (struct hg_span){0, at}));
}

/* Who or what the figure is about: the words before the label, else how the sentence opens. False
 * if that is something the table does not name. */
static bool find_subject(const struct hg_table_words *r, struct hg_str rest, struct hg_str opening,
                         struct hg_table_use **subject, enum hg_table_subject *kind)
{
    struct hg_str words = rest.len > 0 ? rest : first_lead(opening), before = HG_STR("");

    *subject = NULL;
    *kind = HG_SUBJECT_NONE;
    if (words.len == 0) {
        return true;
    }
    if (is_whole(words)) {
        *kind = HG_SUBJECT_WHOLE;
        return true;
    }
    *subject = uses_of(r, words);
    if (rest.len == 0 && *subject != NULL && hg_utf8_count(words) < hg_utf8_count(opening)) {
        /* 甲镇，培训38场: the label alone is the subject; 培训38场，走访6户: a list goes on. */
        size_t end = (size_t)(words.data - opening.data) + words.len;
        uint32_t after = hg_utf8_at(opening, end);

        if (hg_char_is_digit(after)) {
            *subject = NULL;
            return true;
        }
    }
    if (*subject == NULL && rest.len == 0) {
        /* 清河县受理案件321件，审结…: the first figure's own subject holds on. */
        if (label_at_end(r, words, &before) == NULL) {
            return false;
        }
        before = strip_end(strip_start(before));
        if (before.len > 0 && is_whole(before)) {
            *kind = HG_SUBJECT_WHOLE;
            return true;
        }
        *subject = uses_of(r, before);
        if (before.len > 0 && *subject == NULL) {
            return false;
        }
    }
    if (*subject != NULL) {
        *kind = HG_SUBJECT_LABEL;
    }
    return *subject != NULL || (rest.len == 0 && before.len == 0);
}

/* ---- Reading ---- */

void hg_table_words_init(struct hg_table_words *words, struct hg_arena *arena,
                         struct hg_ledger *ledger, struct hg_grid *const *grids, size_t count)
{
    *words = (struct hg_table_words){.arena = arena, .ledger = ledger};
    hg_map_init(&words->labels, arena);
    for (size_t i = 0; i < count; i++) {
        add_lines(words, grids[i], false);
        add_lines(words, grids[i], true);
    }
}

/* Brings the moments up to the figure. */
static void move_to(struct hg_table_words *words, const struct hg_quantity *quantity)
{
    const struct hg_ledger *ledger = words->ledger;

    if (quantity->paragraph != words->paragraph) {
        words->paragraph = quantity->paragraph;
        while (words->moment < ledger->moments.len &&
               ledger->moments.items[words->moment]->paragraph->index < words->paragraph->index) {
            words->moment++;
        }
        words->last_moment = words->moment;
    }
    while (words->last_moment < ledger->moments.len &&
           ledger->moments.items[words->last_moment]->paragraph == words->paragraph &&
           ledger->moments.items[words->last_moment]->date.span.end <= quantity->span.start) {
        words->last_moment++;
    }
}

bool hg_table_words_read(struct hg_table_words *words, const struct hg_quantity *quantity,
                         struct hg_table_phrase *out)
{
    struct hg_str text = quantity->paragraph->text, rest = HG_STR(""), opening = HG_STR("");
    struct hg_span sentence, phrase;

    move_to(words, quantity);
    sentence = sentence_before(quantity);
    phrase = phrase_before(words, quantity);
    out->sentence = hg_str_sub(text, sentence);
    out->name = label_at_end(words, strip_end(hg_str_sub(text, phrase)), &rest);
    if (out->name == NULL || hg_str_contains(out->sentence, HG_STR("分别")) ||
        (quantity->flags & HG_QUANTITY_TARGET) != 0) {
        return false;
    }
    rest = strip_dates(words, strip_start(rest));
    if (sentence.start < phrase.start) {
        opening = strip_start(hg_str_sub(text, (struct hg_span){sentence.start, phrase.start}));
    }
    return find_subject(words, rest, opening, &out->subject, &out->kind);
}
