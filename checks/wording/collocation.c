#include "lang/chars.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_collocation = {
    .id = "collocation",
    .family = HG_FAMILY_WORDING,
    .name = "搭配不当",
    .severity = HG_SEVERITY_NOTE,
    .summary = "动词与宾语不搭配，或两种句式混用",
    .explanation = "写长句、改半句时，常把两种说法揉在一起（“推行……工作落实”“在……之日起”），或让动词带了不搭配的"
                   "宾语（“健全力度”）。机器看不出全部语境，所以只作提醒，请通读全句再定。",
    .bad = "专班包括公安、司法等五部门组成。\n",
    .good = "专班由公安、司法等五部门组成，推动清单制度落实。\n",
    .run = run,
};

enum { AFTER_MOST = 8 }; /* characters behind the second word that an exception may stand in */

static struct hg_str cell(uint32_t row, enum hg_collocation_cell column)
{
    return hg_lexicon_cell(&hg_lexicon_shipped, HG_LIST_COLLOCATION, row, column);
}

static size_t number(struct hg_str text)
{
    size_t value = 0;

    for (size_t i = 0; i < text.len && text.data[i] >= '0' && text.data[i] <= '9'; i++) {
        value = value * 10 + (size_t)(text.data[i] - '0');
    }
    return value;
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

/* The first word, at most `gap` characters before `second` and in the same clause; the scan's
 * length if it is not there. */
static size_t find_first(const struct hg_scan *scan, size_t second, struct hg_str first, size_t gap)
{
    size_t floor = second > gap ? second - gap : 0;

    for (size_t at = second;; at--) {
        if (hg_scan_ends(scan, at, first)) {
            return at;
        }
        if (at <= floor || at == 0 || hg_char_ends_clause(scan->code[at - 1])) {
            return scan->len;
        }
    }
}

/* Where the clause goes on to behind the second word, a few characters at most. */
static size_t sight_end(const struct hg_scan *scan, size_t at)
{
    size_t end = at;

    while (end < scan->len && end - at < AFTER_MOST && !hg_char_ends_clause(scan->code[end])) {
        end++;
    }
    return end;
}

static bool check_row(struct hg_pass *pass, const struct hg_paragraph *paragraph,
                      struct hg_lexicon_hit hit, uint32_t row)
{
    const struct hg_scan *scan = hg_pass_scan(pass, paragraph);
    struct hg_str first = cell(row, HG_COLLOCATION_FIRST);
    size_t behind = find_first(scan, hit.start, first, number(cell(row, HG_COLLOCATION_GAP)));
    struct hg_str sight, second, advice = cell(row, HG_COLLOCATION_ADVICE);

    if (behind == scan->len) {
        return false;
    }
    sight = hg_str_sub(scan->text, hg_scan_span(scan, behind, sight_end(scan, hit.end)));
    if (holds_any(sight, cell(row, HG_COLLOCATION_EXCEPT)) ||
        hg_analysis_quoted(hg_pass_analysis(pass, paragraph), scan->offset[hit.start])) {
        return false;
    }
    second = hg_str_sub(scan->text, hg_scan_span(scan, hit.start, hit.end));
    (void)hg_report(pass, &hg_check_collocation, paragraph,
                    (struct hg_span){scan->offset[behind] - first.len, scan->offset[hit.end]},
                    "“%.*s……%.*s”搭配不当：%.*s", HG_FMT(first), HG_FMT(second), HG_FMT(advice));
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
            const struct hg_lexicon_use *use =
                hg_lexicon_hit_in(hit, HG_LIST_COLLOCATION)
                    ? hg_lexicon_use(lexicon, hit.entry, HG_LIST_COLLOCATION)
                    : NULL;

            while (use != NULL && !check_row(pass, paragraph, hit, use->row)) {
                use = hg_lexicon_next_use(lexicon, hit.entry, use);
            }
        }
    }
}
