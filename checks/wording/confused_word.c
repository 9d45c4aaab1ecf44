#include "lang/context.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);


const struct hg_check hg_check_confused_word = {
    .id = "confused-word",
    .family = HG_FAMILY_WORDING,
    .name = "易混易错词",
    .severity = HG_SEVERITY_ERROR,
    .summary = "在此处用错的词：截止目前→截至目前、法制政府→法治政府",
    .explanation = "音近、形近或义近的词用错了地方，是送审稿最常被退改的毛病。词表逐条写明什么语境下才算错"
                   "（如“截止”后接时间应为“截至”，“报名截止”不误）和哪些固定名称是例外（如“法制审核”）。"
                   "依据《现代汉语词典》、GB/T 15834及机关文稿惯例。有唯一改法的可直接替换；“请核”一级的"
                   "两说皆通，按本单位习惯统一即可。",
    .bad = "截止目前，全县共受理来信来访47件。\n",
    .good = "截至目前，全县共受理来信来访47件，报名于6月底截止。\n",
    .run = run,
};

struct candidate {
    struct hg_lexicon_hit hit;
    uint32_t row;
};

static struct hg_str cell(uint32_t row, enum hg_confused_cell column)
{
    return hg_lexicon_cell(&hg_lexicon_shipped, HG_LIST_CONFUSED, row, column);
}

static enum hg_severity row_severity(uint32_t row)
{
    struct hg_str name = cell(row, HG_CONFUSED_SEVERITY);

    return hg_str_is(name, "error")     ? HG_SEVERITY_ERROR
           : hg_str_is(name, "warning") ? HG_SEVERITY_WARNING
                                        : HG_SEVERITY_NOTE;
}

/* The wording of a title is its author's: only what is wrong anywhere counts there. */
static bool applies(const struct hg_scan *scan, const struct hg_analysis *analysis,
                    struct hg_lexicon_hit hit, uint32_t row)
{
    struct hg_context context = hg_context_of(scan, analysis, hit.start, hit.end);
    size_t at = scan->offset[hit.start];

    return hg_context_before(&context, cell(row, HG_CONFUSED_BEFORE)) &&
           hg_context_after(&context, cell(row, HG_CONFUSED_AFTER)) &&
           !hg_context_inside(&context, cell(row, HG_CONFUSED_EXCEPT)) &&
           (row_severity(row) == HG_SEVERITY_ERROR || !hg_analysis_in_title(analysis, at)) &&
           !hg_analysis_masked(analysis, at);
}

static void report(struct hg_pass *pass, const struct hg_paragraph *paragraph,
                   struct hg_span span, uint32_t row)
{
    struct hg_str right = cell(row, HG_CONFUSED_RIGHT), reason = cell(row, HG_CONFUSED_REASON);
    struct hg_str wrong = hg_str_sub(paragraph->text, span), rest = right, first;
    enum hg_severity severity = row_severity(row);
    bool single = right.len > 0 && hg_str_split(&rest, '|', &first) && rest.len == 0;
    struct hg_finding *finding;

    if (single) {
        finding = hg_report(pass, &hg_check_confused_word, paragraph, span,
                            severity == HG_SEVERITY_NOTE ? "“%.*s”一般写作“%.*s”：%.*s，请核"
                                                         : "“%.*s”应为“%.*s”：%.*s",
                            HG_FMT(wrong), HG_FMT(right), HG_FMT(reason));
        hg_finding_suggest(pass, finding, right);
    } else if (right.len > 0) {
        struct hg_str second = rest;

        finding = hg_report(pass, &hg_check_confused_word, paragraph, span,
                            "“%.*s”用在此处不当，可改为“%.*s”或“%.*s”：%.*s", HG_FMT(wrong),
                            HG_FMT(first), HG_FMT(second), HG_FMT(reason));
    } else {
        finding = hg_report(pass, &hg_check_confused_word, paragraph, span,
                            "“%.*s”用在此处不当：%.*s，请修改", HG_FMT(wrong), HG_FMT(reason));
    }
    hg_finding_severity(finding, severity);
}

/* Of overlapping words the longer is meant; of equal ones the first row that applies. */
static void check_paragraph(struct hg_pass *pass, const struct hg_paragraph *paragraph)
{
    const struct hg_lexicon_hits *hits = hg_pass_hits(pass, paragraph);
    const struct hg_scan *scan = hg_pass_scan(pass, paragraph);
    struct candidate best = {{0, 0, 0, 0}, 0};
    bool waiting = false;

    for (size_t i = 0; i < hits->words.len; i++) {
        struct hg_lexicon_hit hit = hits->words.items[i];
        const struct hg_lexicon_use *use =
            hg_lexicon_hit_in(hit, HG_LIST_CONFUSED)
                ? hg_lexicon_use(&hg_lexicon_shipped, hit.entry, HG_LIST_CONFUSED)
                : NULL;

        while (use != NULL &&
               !applies(scan, hg_pass_analysis(pass, paragraph), hit, use->row)) {
            use = hg_lexicon_next_use(&hg_lexicon_shipped, hit.entry, use);
        }
        if (use == NULL) {
            continue;
        }
        if (waiting && hit.start >= best.hit.end) {
            report(pass, paragraph, hg_scan_span(scan, best.hit.start, best.hit.end), best.row);
            waiting = false;
        }
        if (!waiting || hit.end - hit.start > best.hit.end - best.hit.start) {
            best = (struct candidate){hit, use->row};
            waiting = true;
        }
    }
    if (waiting) {
        report(pass, paragraph, hg_scan_span(scan, best.hit.start, best.hit.end), best.row);
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
