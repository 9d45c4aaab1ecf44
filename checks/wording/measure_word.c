#include "lang/chars.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_measure_word = {
    .id = "measure-word",
    .family = HG_FAMILY_WORDING,
    .name = "量词不当",
    .severity = HG_SEVERITY_WARNING,
    .summary = "量词与名词不搭配：一张招聘会→一场招聘会",
    .explanation = "量词与名词的搭配是固定的，用错多因修改名词时忘了改量词。词表只收必错的搭配，数词、量词、名词"
                   "须在同一短语里、中间没有别的动词才提示。依据《现代汉语词典》附录“名词量词配合表”。",
    .bad = "开办一张社区矫正对象就业招聘会。\n",
    .good = "开办一场社区矫正对象就业招聘会，发放一张招聘会宣传单。\n",
    .run = run,
};

enum { BETWEEN_MOST = 12 }; /* characters between the measure and its noun */

static struct hg_str cell(uint32_t row, enum hg_measure_cell column)
{
    return hg_lexicon_cell(&hg_lexicon_shipped, HG_LIST_MEASURE, row, column);
}

static bool is_number(uint32_t c)
{
    return hg_char_is_digit(c) || hg_char_is_han_numeral(c) || c == 0x4F59 || c == 0x591A ||
           c == 0x51E0; /* 余多几 */
}

/* The noun must end its phrase: 招聘会宣传单 is something else. */
static bool ends_phrase(const struct hg_scan *scan, size_t at)
{
    uint32_t c = scan->code[at];

    return scan->kind[at] != HG_CHAR_HAN || hg_char_is_han_numeral(c) || c == 0x548C ||
           c == 0x4E0E || c == 0x53CA; /* 和与及 */
}

static bool holds_any(struct hg_str text, struct hg_str words)
{
    struct hg_str word;

    while (hg_str_split(&words, '|', &word)) {
        if (word.len > 0 && hg_str_contains(text, word)) {
            return true;
        }
    }
    return false;
}

/* Where the measure stands before the noun, behind a number, with Han and brackets between; the
 * scan's length if it does not. */
static size_t find_measure(const struct hg_scan *scan, size_t noun, uint32_t row)
{
    struct hg_str measure = cell(row, HG_MEASURE_WORD);
    size_t floor = noun > BETWEEN_MOST + 4 ? noun - BETWEEN_MOST - 4 : 0;

    for (size_t at = noun; at > floor + 1; at--) {
        uint32_t c = scan->code[at - 1];

        if (hg_scan_ends(scan, at, measure)) {
            size_t start = hg_scan_index(scan, scan->offset[at] - measure.len);

            if (start > 0 && is_number(scan->code[start - 1])) {
                return start;
            }
        }
        if (hg_char_ends_clause(c) || c == 0x3001) {
            break;
        }
    }
    return scan->len;
}

static bool check_row(struct hg_pass *pass, const struct hg_paragraph *paragraph,
                      struct hg_lexicon_hit hit, uint32_t row)
{
    const struct hg_scan *scan = hg_pass_scan(pass, paragraph);
    struct hg_str measure = cell(row, HG_MEASURE_WORD), right = cell(row, HG_MEASURE_RIGHT);
    size_t at = find_measure(scan, hit.start, row);
    size_t behind = at < scan->len ? hg_scan_index(scan, scan->offset[at] + measure.len) : 0;
    struct hg_str noun = hg_str_sub(scan->text, hg_scan_span(scan, hit.start, hit.end));
    struct hg_span span;
    struct hg_finding *finding;

    if (at == scan->len || behind > hit.start || hit.start - behind > BETWEEN_MOST ||
        holds_any(hg_str_sub(scan->text, hg_scan_span(scan, behind, hit.start)),
                  cell(row, HG_MEASURE_EXCEPT))) {
        return false;
    }
    span = hg_scan_span(scan, at, behind);
    if (right.len == 0) {
        (void)hg_report(pass, &hg_check_measure_word, paragraph, span,
                        "“%.*s”与“%.*s”不搭配，请改用合适的量词", HG_FMT(measure), HG_FMT(noun));
        return true;
    }
    finding = hg_report(pass, &hg_check_measure_word, paragraph, span,
                        "“%.*s”与“%.*s”不搭配，应为“%.*s”", HG_FMT(measure), HG_FMT(noun),
                        HG_FMT(right));
    if (!hg_str_contains(right, HG_STR("|"))) {
        hg_finding_suggest(pass, finding, right);
    }
    return true;
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    const struct hg_lexicon *lexicon = &hg_lexicon_shipped;

    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];
        const struct hg_lexicon_hits *hits;

        if (!hg_pass_is_prose(pass, paragraph)) {
            continue;
        }
        hits = hg_pass_hits(pass, paragraph);
        for (size_t k = 0; k < hits->words.len; k++) {
            struct hg_lexicon_hit hit = hits->words.items[k];
            const struct hg_lexicon_use *use;

            if (!hg_lexicon_hit_in(hit, HG_LIST_MEASURE) ||
                !ends_phrase(hg_pass_scan(pass, paragraph), hit.end)) {
                continue;
            }
            use = hg_lexicon_use(lexicon, hit.entry, HG_LIST_MEASURE);
            while (use != NULL && !check_row(pass, paragraph, hit, use->row)) {
                use = hg_lexicon_next_use(lexicon, hit.entry, use);
            }
        }
    }
}
