#include "base/utf8.h"
#include "lang/near.h"
#include "lang/word_pairs.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_misspelled_phrase = {
    .id = "misspelled-phrase",
    .family = HG_FAMILY_WORDING,
    .name = "固定词语有误",
    .severity = HG_SEVERITY_ERROR,
    .summary = "成语、固定表述中有一个字写错，或工作术语缺字、多字",
    .explanation = "成语和固定表述不能改字。与词表中的固定词语只差一个音同、音近或形近的字，而写出的又不成词的，"
                   "多半是输入法选错了字；工作术语中间缺一字、多一字的一并提示。引号里的谐音活用不提示。"
                   "依据《现代汉语词典》及有关文件的固定表述，改法见提示。",
    .bad = "全体干部勇毅前形，圆满完成全年任务。\n",
    .good = "全体干部砥砺前行，圆满完成全年任务，“码上解纷”平台上线运行。\n",
    .run = run,
};

struct reader {
    struct hg_pass *pass;
    const struct hg_paragraph *paragraph;
    const struct hg_scan *scan;
    const struct hg_lexicon_hits *hits;
    size_t searches; /* through the whole draft, over all paragraphs */
};

enum { LONG_PHRASE = 7, SEARCHES_MOST = 50 };

static struct hg_str word_of(uint32_t entry, struct hg_buf *buf)
{
    const struct hg_lexicon *lexicon = &hg_lexicon_shipped;

    hg_buf_clear(buf);
    for (uint32_t i = lexicon->spellings[entry]; i < lexicon->spellings[entry + 1]; i++) {
        hg_buf_code_point(buf, lexicon->spelling[i]);
    }
    return hg_buf_view(buf);
}

/* How firm a phrase is: how surely one odd character in it is a slip. */
enum firmness { LOOSE, FIRM, IDIOM };

static enum firmness firmness_of(uint32_t entry)
{
    const struct hg_lexicon *lexicon = &hg_lexicon_shipped;
    const struct hg_lexicon_use *idiom = hg_lexicon_use(lexicon, entry, HG_LIST_IDIOM);
    const struct hg_lexicon_use *phrase = hg_lexicon_use(lexicon, entry, HG_LIST_PHRASE);

    if (phrase != NULL) {
        struct hg_str kind =
            hg_lexicon_cell(lexicon, HG_LIST_PHRASE, phrase->row, HG_PHRASE_KIND);
        struct hg_str domain =
            hg_lexicon_cell(lexicon, HG_LIST_PHRASE, phrase->row, HG_PHRASE_DOMAIN);

        return hg_str_is(domain, "四字格") ? IDIOM : hg_str_is(kind, "loose") ? LOOSE : FIRM;
    }
    return idiom != NULL &&
                   hg_lexicon_cell(lexicon, HG_LIST_IDIOM, idiom->row, HG_IDIOM_USE).len > 0
               ? IDIOM
               : LOOSE;
}

/* The odd character makes a common word with its neighbour: across the edge of the window it is the
 * end or the beginning of another word (主|义法治国); within, it is another word in its place
 * (经济形式), unless the phrase is an idiom or long enough to leave no doubt. */
static bool makes_word(const struct hg_scan *scan, const struct hg_lexicon_miss *miss,
                       enum firmness firmness)
{
    uint32_t odd = scan->code[miss->odd];
    bool before = hg_word_pair(hg_scan_before(scan, miss->odd), odd);
    bool after = hg_word_pair(odd, scan->code[miss->odd + 1]);
    bool sure = firmness == IDIOM || miss->end - miss->start >= LONG_PHRASE;

    return (before && (miss->odd == miss->start || !sure)) ||
           (after && (miss->odd + 1 == miss->end || !sure));
}

/* 是 的 了 在 和 有 与 及 等: words by themselves, which part a phrase rather than spoil it. */
static bool is_particle(uint32_t c)
{
    static const uint32_t particles[] = {0x662F, 0x7684, 0x4E86, 0x5728, 0x548C,
                                         0x6709, 0x4E0E, 0x53CA, 0x7B49};

    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++) {
        if (particles[i] == c) {
            return true;
        }
    }
    return false;
}

/* 总 净 各 全 …: put before a part of a term they make another lawful term (一般公共预算总收入),
 * which no list can hold whole. */
static bool is_modifier(uint32_t c)
{
    static const uint32_t modifiers[] = {
        0x603B /* 总 */, 0x51C0 /* 净 */, 0x5927 /* 大 */, 0x5C0F /* 小 */, 0x65B0 /* 新 */,
        0x5404 /* 各 */, 0x5168 /* 全 */, 0x672C /* 本 */, 0x8BE5 /* 该 */, 0x5176 /* 其 */,
        0x591A /* 多 */, 0x9AD8 /* 高 */, 0x6BDB /* 毛 */, 0x5B9E /* 实 */, 0x5747 /* 均 */,
        0x5E74 /* 年 */, 0x6708 /* 月 */, 0x5E02 /* 市 */, 0x53BF /* 县 */, 0x533A /* 区 */,
        0x7701 /* 省 */, 0x4E61 /* 乡 */, 0x9547 /* 镇 */, 0x6751 /* 村 */, 0x65E7 /* 旧 */,
        0x526F /* 副 */, 0x4E3B /* 主 */, 0x4E0D /* 不 */, 0x975E /* 非 */, 0x65E0 /* 无 */,
        0x518D /* 再 */, 0x66F4 /* 更 */, 0x8FC7 /* 过 */, 0x5185 /* 内 */, 0x5916 /* 外 */};

    for (size_t i = 0; i < sizeof modifiers / sizeof *modifiers; i++) {
        if (modifiers[i] == c) {
            return true;
        }
    }
    return false;
}

/* True if the right form stands outside quotes somewhere in the draft: then the form in quotes is
 * no pun but a slip. */
static bool stands_elsewhere(struct reader *r, struct hg_str right)
{
    const struct hg_doc *doc = hg_pass_doc(r->pass);

    if (r->searches++ >= SEARCHES_MOST) {
        return false;
    }
    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];
        size_t at = hg_str_find(paragraph->text, right, 0);

        if (at != SIZE_MAX && !hg_analysis_quoted(hg_pass_analysis(r->pass, paragraph), at)) {
            return true;
        }
    }
    return false;
}

static bool in_quotes(struct reader *r, const struct hg_lexicon_miss *miss)
{
    const struct hg_analysis *analysis = hg_pass_analysis(r->pass, r->paragraph);
    struct hg_buf buf = HG_BUF_INIT;
    bool quoted = hg_analysis_quoted(analysis, r->scan->offset[miss->odd]) &&
                  !stands_elsewhere(r, word_of(miss->entry, &buf));

    hg_buf_release(&buf);
    return quoted || hg_analysis_masked(analysis, r->scan->offset[miss->odd]);
}

static bool counts(struct reader *r, const struct hg_lexicon_miss *miss)
{
    enum firmness firmness = firmness_of(miss->entry);
    bool replaced = miss->kind != HG_MISS_MISSING && miss->kind != HG_MISS_ADDED;

    /* A word of the lists that takes the odd character in is right, or another check's business. */
    if ((miss->kind == HG_MISS_NEAR_SOUND && firmness != IDIOM) ||
        hg_lexicon_covers(&hg_lexicon_shipped, r->scan, miss->odd, miss->odd + 1)) {
        return false;
    }
    if (miss->kind == HG_MISS_ADDED || (replaced && firmness != IDIOM)) {
        if (is_particle(r->scan->code[miss->odd])) {
            return false;
        }
    }
    /* A character typed twice is a slip whatever it means. */
    if (miss->kind == HG_MISS_ADDED && is_modifier(r->scan->code[miss->odd]) &&
        r->scan->code[miss->odd] != hg_scan_before(r->scan, miss->odd) &&
        r->scan->code[miss->odd] != r->scan->code[miss->odd + 1]) {
        return false;
    }
    return (!replaced || !makes_word(r->scan, miss, firmness)) && !in_quotes(r, miss);
}

static void report(struct reader *r, const struct hg_lexicon_miss *miss)
{
    struct hg_buf buf = HG_BUF_INIT;
    struct hg_str right = word_of(miss->entry, &buf);
    struct hg_span span = hg_scan_span(r->scan, miss->start, miss->end);
    struct hg_str wrong = hg_str_sub(r->paragraph->text, span);
    struct hg_finding *finding =
        hg_report(r->pass, &hg_check_misspelled_phrase, r->paragraph, span,
                  miss->kind == HG_MISS_MISSING ? "“%.*s”疑缺一字，应为“%.*s”"
                  : miss->kind == HG_MISS_ADDED ? "“%.*s”疑多一字，应为“%.*s”"
                                                : "“%.*s”疑有错字，应为“%.*s”",
                  HG_FMT(wrong), HG_FMT(right));

    hg_finding_suggest(r->pass, finding, right);
    if (miss->kind == HG_MISS_NEAR_SOUND || firmness_of(miss->entry) == LOOSE) {
        hg_finding_severity(finding, HG_SEVERITY_NOTE);
    }
    hg_buf_release(&buf);
}

static void check_paragraph(struct reader *r)
{
    size_t done = 0;

    for (size_t i = 0; i < r->hits->misses.len; i++) {
        const struct hg_lexicon_miss *miss = &r->hits->misses.items[i];

        if (miss->start >= done && counts(r, miss)) {
            report(r, miss);
            done = miss->end;
        }
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    struct reader reader = {.pass = pass};

    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        reader.paragraph = doc->paragraphs.items[i];
        if (hg_pass_is_prose(pass, reader.paragraph)) {
            reader.scan = hg_pass_scan(pass, reader.paragraph);
            reader.hits = hg_pass_hits(pass, reader.paragraph);
            check_paragraph(&reader);
        }
    }
}
