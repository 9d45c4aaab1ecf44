#include "lang/chars.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_uneven_quotes = {
    .id = "uneven-quotes",
    .family = HG_FAMILY_MARKS,
    .name = "引号用得不一",
    .severity = HG_SEVERITY_NOTE,
    .summary = "并列的几项有的加引号有的不加，或同一名称时加时不加",
    .explanation = "并列的同类说法，要加引号就都加，要不加就都不加；同一段里同一个名称也应前后一致。引号用得不一，"
                   "读者会以为两者不是一回事（GB/T 15834—2011 第4.8条）。",
    .bad = "做到“小事不出村”、大事不出乡、矛盾不上交。\n",
    .good = "做到小事不出村、大事不出乡、矛盾不上交，擦亮“清河解纷”品牌。\n",
    .run = run,
};

/* ---- Parallel items ---- */

enum { ITEMS = 8, ITEM_LEAST = 4, ITEM_MOST = 12, NAME_LEAST = 6 };

struct item {
    size_t first, end; /* characters inside the quotes, if it has any */
    bool quoted;
};

/* The item at `at`, up to the mark that ends it; false if it is no plain or wholly quoted text. */
static bool read_item(const struct hg_scan *scan, size_t at, struct item *item, size_t *next)
{
    size_t end;

    item->quoted = scan->code[at] == 0x201C;
    item->first = at + item->quoted;
    for (end = item->first; end < scan->len && scan->kind[end] == HG_CHAR_HAN &&
                            end - item->first <= ITEM_MOST;
         end++) {
    }
    item->end = end;
    if (item->quoted && scan->code[end] != 0x201D) {
        return false;
    }
    *next = end + item->quoted;
    return end - item->first >= ITEM_LEAST && end - item->first <= ITEM_MOST;
}

/* Two characters in the same places: made to match, as 小事不出村 and 大事不出乡. */
static bool is_parallel(const struct hg_scan *scan, const struct item *a, const struct item *b)
{
    size_t same = 0;

    if (a->end - a->first != b->end - b->first) {
        return false;
    }
    for (size_t i = 0; i < a->end - a->first; i++) {
        same += scan->code[a->first + i] == scan->code[b->first + i];
    }
    return same >= 1;
}

/* Three items and more of one length; all but one are quoted, or only one is. */
static size_t check_items(struct hg_pass *pass, const struct hg_paragraph *paragraph, size_t at)
{
    const struct hg_scan *scan = hg_pass_scan(pass, paragraph);
    struct item items[ITEMS];
    size_t count = 0, quoted = 0, next = at;

    while (count < ITEMS && read_item(scan, at, &items[count], &next) &&
           (count == 0 || items[count].end - items[count].first == items[0].end - items[0].first)) {
        quoted += items[count++].quoted;
        if (scan->code[next] != 0x3001) {
            break;
        }
        at = next + 1;
    }
    if (count >= 3 && (quoted == 1 || quoted + 1 == count) &&
        is_parallel(scan, &items[0], &items[1]) && is_parallel(scan, &items[1], &items[2])) {
        (void)hg_report(pass, &hg_check_uneven_quotes, paragraph,
                        hg_scan_span(scan, items[0].first - items[0].quoted,
                                     items[count - 1].end + items[count - 1].quoted),
                        "并列的%zu项中有%zu项加了引号，其余没有，请统一", count, quoted);
    }
    return next;
}

/* ---- One name with and without quotes ---- */

/* Long enough to be a name rather than a word, and seen again in the same sentence, bare. */
static void check_name(struct hg_pass *pass, const struct hg_paragraph *paragraph,
                       const struct hg_analysis *analysis, const struct hg_pair *pair)
{
    const struct hg_sentence *sentence = hg_analysis_sentence_at(analysis, pair->outer.start);
    struct hg_str name = hg_str_sub(paragraph->text, pair->inner), text;
    size_t found;
    struct hg_finding *finding;

    if (sentence == NULL || sentence->span.end < pair->outer.end ||
        sentence->span.end - sentence->span.start > 3000) {
        return;
    }
    text = hg_str_sub(paragraph->text, (struct hg_span){0, sentence->span.end});
    found = hg_str_find(text, name, pair->outer.end);
    if (found == SIZE_MAX || hg_analysis_quoted(analysis, found)) {
        return;
    }
    finding = hg_report(pass, &hg_check_uneven_quotes, paragraph,
                        (struct hg_span){found, found + name.len},
                        "“%.*s”在同一句里前加引号、后不加，请统一", HG_FMT(name));
    hg_finding_related(pass, finding, paragraph, pair->outer);
}

static void check_paragraph(struct hg_pass *pass, const struct hg_paragraph *paragraph)
{
    const struct hg_analysis *analysis = hg_pass_analysis(pass, paragraph);
    const struct hg_scan *scan = hg_pass_scan(pass, paragraph);
    size_t done = 0;

    for (size_t i = 0; i < analysis->pairs.len; i++) {
        const struct hg_pair *pair = &analysis->pairs.items[i];
        size_t at, start;

        if (pair->kind != HG_PAIR_DOUBLE_QUOTE || pair->outer.start < done) {
            continue;
        }
        at = hg_scan_index(scan, pair->outer.start);
        if (hg_scan_index(scan, pair->inner.end) - at > NAME_LEAST) {
            check_name(pass, paragraph, analysis, pair);
        }
        if (hg_scan_before(scan, at) != 0x3001 &&
            scan->code[hg_scan_index(scan, pair->outer.end)] == 0x3001) {
            start = at;
        } else if (hg_scan_before(scan, at) == 0x3001) {
            /* The items before it: back over Han and 、 to where the row begins. */
            for (start = at; start > 0 && at - start < ITEMS * ITEM_MOST &&
                             (scan->kind[start - 1] == HG_CHAR_HAN ||
                              scan->code[start - 1] == 0x3001);
                 start--) {
            }
        } else {
            continue;
        }
        done = scan->offset[check_items(pass, paragraph, start)];
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);

    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        if (hg_pass_is_prose(pass, doc->paragraphs.items[i])) {
            check_paragraph(pass, doc->paragraphs.items[i]);
        }
    }
}
