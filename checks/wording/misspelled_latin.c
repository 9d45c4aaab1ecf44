#include "base/map.h"
#include "lang/spell.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_misspelled_latin = {
    .id = "misspelled-latin",
    .family = HG_FAMILY_WORDING,
    .name = "外文拼写有误",
    .severity = HG_SEVERITY_WARNING,
    .summary = "英文单词拼写有误",
    .explanation = "公文中的英文单词多为名称、术语，拼错了查无此词。按 en_US 词典核对；缩写、计量单位、产品名、型号、"
                   "网址和大小写混排的代码不核。首字母大写的词单独出现时视为专名，不核；连成词组的一并核对。",
    .bad = "引进 internatoinal 认证机构2家。\n",
    .good = "引进 international 认证机构2家，使用 WPS 和 iPhone 办公，PM2.5 浓度下降，Hegao 上线。\n",
    .run = run,
};

enum { LETTERS_LEAST = 4, SUGGESTIONS_MOST = 5 };

struct state {
    struct hg_pass *pass;
    struct hg_map seen; /* word -> itself if wrong, `right` if not */
    size_t suggested;
    bool told_absent;
};

/* A run of letters of the scan. */
struct word {
    size_t first, end;
};

static bool is_lower(uint32_t c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_upper(uint32_t c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_letter(uint32_t c)
{
    return is_lower(c) || is_upper(c);
}

/* What glues letters to something that is no word: digits, dots, slashes, other alphabets. */
static bool glues(const struct hg_scan *scan, size_t at, bool after)
{
    uint32_t c = after ? scan->code[at] : hg_scan_before(scan, at);

    if (c == '.' && after) { /* a full stop, unless more follows */
        return scan->kind[at + 1] == HG_CHAR_LATIN || scan->kind[at + 1] == HG_CHAR_DIGIT;
    }
    return c == '.' || c == '/' || c == '\\' || c == '_' || c == '@' || c == '#' || c == '=' ||
           c == '&' || c == '+' || c == '-' || c == '\'' || c == 0x2019 || c == ':' || c == '~' ||
           c == '$' || hg_char_is_digit(c) || hg_char_class(c) == HG_CHAR_LATIN ||
           hg_char_class(c) == HG_CHAR_FULL_ALNUM;
}

/* All small, or small behind a capital. */
static bool is_plain(const struct hg_scan *scan, struct word word)
{
    for (size_t i = word.first + 1; i < word.end; i++) {
        if (!is_lower(scan->code[i])) {
            return false;
        }
    }
    return true;
}

/* Another Latin word stands one blank away: they make a phrase. */
static bool in_phrase(const struct hg_scan *scan, struct word word)
{
    return (word.first >= 2 && scan->code[word.first - 1] == ' ' &&
            is_letter(scan->code[word.first - 2])) ||
           (scan->code[word.end] == ' ' && is_letter(scan->code[word.end + 1]));
}

static bool is_allowed(struct hg_str word)
{
    uint32_t entry = hg_lexicon_entry(&hg_lexicon_shipped, word);

    return entry != UINT32_MAX &&
           hg_lexicon_use(&hg_lexicon_shipped, entry, HG_LIST_LATIN) != NULL;
}

static bool is_wrong(struct state *state, struct hg_str word)
{
    void **slot = hg_map_put(&state->seen, word);

    if (*slot == NULL) {
        *slot = hg_spell_right(word) ? (void *)&state->seen : (void *)state;
    }
    return *slot == (void *)state;
}

static void report(struct state *state, const struct hg_paragraph *paragraph,
                   struct hg_span span)
{
    struct hg_str word = hg_str_sub(paragraph->text, span);
    struct hg_spell_words words = {{NULL, 0, 0}};
    struct hg_finding *finding;

    if (state->suggested < SUGGESTIONS_MOST) {
        state->suggested++;
        hg_spell_suggest(word, hg_pass_arena(state->pass), &words);
    }
    if (words.items.len == 0) {
        finding = hg_report(state->pass, &hg_check_misspelled_latin, paragraph, span,
                            "词典中没有“%.*s”，请核对拼写", HG_FMT(word));
        hg_finding_severity(finding, HG_SEVERITY_NOTE);
        return;
    }
    finding = hg_report(state->pass, &hg_check_misspelled_latin, paragraph, span,
                        "“%.*s”拼写有误，是否为“%.*s”", HG_FMT(word),
                        HG_FMT(words.items.items[0]));
    if (is_upper((unsigned char)word.data[0])) { /* may be the name of a place or a person */
        hg_finding_severity(finding, HG_SEVERITY_NOTE);
    }
    if (words.items.len == 1) {
        hg_finding_suggest(state->pass, finding, words.items.items[0]);
    }
}

static void check_word(struct state *state, const struct hg_paragraph *paragraph,
                       const struct hg_scan *scan, struct word word)
{
    struct hg_span span = hg_scan_span(scan, word.first, word.end);
    struct hg_str text = hg_str_sub(scan->text, span);

    if (word.end - word.first < LETTERS_LEAST || word.end - word.first > HG_SPELL_WORD_MOST ||
        !is_plain(scan, word) ||
        (is_upper(scan->code[word.first]) && !in_phrase(scan, word)) ||
        glues(scan, word.first, false) || glues(scan, word.end, true) || is_allowed(text) ||
        hg_analysis_masked(hg_pass_analysis(state->pass, paragraph), span.start)) {
        return;
    }
    if (!hg_spell_available()) {
        if (!state->told_absent) {
            state->told_absent = true;
            hg_finding_severity(
                hg_report_document(state->pass, &hg_check_misspelled_latin, "dictionary",
                                   "未安装英文词典（hunspell-en-us），外文拼写未核"),
                HG_SEVERITY_NOTE);
        }
        return;
    }
    if (is_wrong(state, text)) {
        report(state, paragraph, span);
    }
}

static void check_paragraph(struct state *state, const struct hg_paragraph *paragraph)
{
    const struct hg_scan *scan = hg_pass_scan(state->pass, paragraph);
    size_t done = 0;

    for (size_t i = 0; i < scan->other_count; i++) {
        struct word word = {scan->others[i], scan->others[i]};

        if (word.first < done || !is_letter(scan->code[word.first])) {
            continue;
        }
        while (is_letter(scan->code[word.end])) {
            word.end++;
        }
        done = word.end;
        check_word(state, paragraph, scan, word);
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    struct state state = {.pass = pass};

    hg_map_init(&state.seen, hg_pass_arena(pass));
    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        if (hg_pass_is_prose(pass, doc->paragraphs.items[i])) {
            check_paragraph(&state, doc->paragraphs.items[i]);
        }
    }
}
