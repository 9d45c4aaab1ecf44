#include "base/utf8.h"
#include "lang/near.h"
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
    .bad = "全体干部砥励前行，圆满完成全年任务。\n",
    .good = "全体干部砥砺前行，圆满完成全年任务，“码上解纷”平台上线运行。\n",
    .run = run,
};

struct reader {
    struct hg_pass *pass;
    const struct hg_paragraph *paragraph;
    const struct hg_scan *scan;
    const struct hg_lexicon_hits *hits;
};

static struct hg_str word_of(uint32_t entry, struct hg_buf *buf)
{
    const struct hg_lexicon *lexicon = &hg_lexicon_shipped;

    hg_buf_clear(buf);
    for (uint32_t i = lexicon->spellings[entry]; i < lexicon->spellings[entry + 1]; i++) {
        hg_buf_code_point(buf, lexicon->codes[lexicon->spelling[i]]);
    }
    return hg_buf_view(buf);
}

/* True if some other word of the lists takes the odd character in: then it is right, or another
 * check's business. */
static bool is_taken(const struct reader *r, const struct hg_lexicon_miss *miss)
{
    for (size_t i = 0; i < r->hits->words.len; i++) {
        const struct hg_lexicon_hit *hit = &r->hits->words.items[i];

        if (hit->start > miss->odd) {
            break;
        }
        if (hit->end > miss->odd &&
            hg_lexicon_use(&hg_lexicon_shipped, hit->entry, HG_LIST_PLACE) == NULL) {
            return true;
        }
    }
    return false;
}

static bool is_idiom(uint32_t entry)
{
    const struct hg_lexicon_use *use =
        hg_lexicon_use(&hg_lexicon_shipped, entry, HG_LIST_PHRASE);

    return hg_lexicon_use(&hg_lexicon_shipped, entry, HG_LIST_IDIOM) != NULL ||
           (use != NULL && hg_str_is(hg_lexicon_cell(&hg_lexicon_shipped, HG_LIST_PHRASE,
                                                     use->row, HG_PHRASE_DOMAIN),
                                     "四字格"));
}

static bool counts(const struct reader *r, const struct hg_lexicon_miss *miss)
{
    size_t at = r->scan->offset[miss->odd];
    const struct hg_analysis *analysis;

    if (miss->kind == HG_MISS_NEAR_SOUND && !is_idiom(miss->entry)) {
        return false;
    }
    if (is_taken(r, miss)) {
        return false;
    }
    analysis = hg_pass_analysis(r->pass, r->paragraph);
    return !hg_analysis_masked(analysis, at) && !hg_analysis_quoted(analysis, at);
}

static void report(const struct reader *r, const struct hg_lexicon_miss *miss)
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

    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        struct reader reader = {pass, doc->paragraphs.items[i], NULL, NULL};

        if (hg_pass_is_prose(pass, reader.paragraph)) {
            reader.scan = hg_pass_scan(pass, reader.paragraph);
            reader.hits = hg_pass_hits(pass, reader.paragraph);
            check_paragraph(&reader);
        }
    }
}
