#include "lang/chars.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

static const char *const weaker[] = {"halfwidth-mark", NULL};

const struct hg_check hg_check_doubled_mark = {
    .id = "doubled-mark",
    .family = HG_FAMILY_MARKS,
    .name = "标点重叠",
    .severity = HG_SEVERITY_ERROR,
    .summary = "两个点号连用，省略号、破折号写法不规范",
    .explanation = "逗号、顿号、分号、冒号、句号不能两个连用，多半是修改时删字留下的。省略号占两个字，写作“……”，"
                   "不与“等”并用；破折号占两个字，写作“——”（GB/T 15834—2011 第4.10、4.11、5.1条）。"
                   "问号、叹号可以叠用，但不超过三个。",
    .bad = "全年受理来访47件，，办结45件。\n",
    .good = "全年受理来访47件，办结45件。怎么办？！学习宣传……——都要抓好。\n",
    .supersedes = weaker,
    .run = run,
};

struct reader {
    struct hg_pass *pass;
    const struct hg_paragraph *paragraph;
    const struct hg_scan *scan;
};

enum mark { NONE, STOP, CRY, DOTS, DOT, DASH, HYPHEN };

static enum mark mark_of(uint32_t c)
{
    switch (c) {
    case 0xFF0C: case 0x3002: case 0x3001: case 0xFF1B: case 0xFF1A: /* ，。、；： */
    case ',': case ';': case ':': return STOP;
    case 0xFF1F: case 0xFF01: case '?': case '!': return CRY;
    case 0x2026: return DOTS;
    case '.': return DOT;
    case 0x2014: return DASH;
    case '-': case 0xFF0D: return HYPHEN;
    default: return NONE;
    }
}

static size_t run_end(const struct hg_scan *scan, size_t at, enum mark mark)
{
    while (at < scan->len && mark_of(scan->code[at]) == mark) {
        at++;
    }
    return at;
}

static bool same(const struct hg_scan *scan, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        if (scan->code[i] != scan->code[first]) {
            return false;
        }
    }
    return true;
}

static struct hg_finding *report(struct reader *r, size_t first, size_t end, const char *format)
{
    return hg_report(r->pass, &hg_check_doubled_mark, r->paragraph,
                     hg_scan_span(r->scan, first, end), "%s", format);
}

/* ，， ，。 。。: two marks that end a clause. Several 。 may be meant as an ellipsis. */
static void check_stops(struct reader *r, size_t at, size_t end)
{
    struct hg_str text = hg_str_sub(r->scan->text, hg_scan_span(r->scan, at, end));
    struct hg_finding *finding;

    if (end - at < 2 && mark_of(r->scan->code[end]) != CRY) {
        return;
    }
    if (end - at >= 3 && r->scan->code[at] == 0x3002 && same(r->scan, at, end)) {
        finding = report(r, at, end, "省略号应写作“……”，此处用了一串句号");
        hg_finding_suggest(r->pass, finding, HG_STR("……"));
        return;
    }
    if (end - at < 2) {
        end++;
        text = hg_str_sub(r->scan->text, hg_scan_span(r->scan, at, end));
    }
    finding = hg_report(r->pass, &hg_check_doubled_mark, r->paragraph,
                        hg_scan_span(r->scan, at, end), "标点“%.*s”重叠，应只留一个", HG_FMT(text));
    if (same(r->scan, at, end)) {
        hg_finding_suggest(r->pass, finding,
                           hg_str_sub(r->scan->text, hg_scan_span(r->scan, at, at + 1)));
    }
}

/* What follows ？ and ！: another of them is fine, a mark that ends a clause is not. */
static void check_cries(struct reader *r, size_t at, size_t end)
{
    struct hg_finding *finding;

    if (end - at > 3) {
        finding = report(r, at, end, "问号、叹号叠用不超过三个");
        hg_finding_severity(finding, HG_SEVERITY_WARNING);
    } else if (mark_of(r->scan->code[end]) == STOP && r->scan->kind[end] == HG_CHAR_MARK &&
               r->scan->code[end] != 0x3001) {
        (void)report(r, at, end + 1, "问号、叹号之后不再用别的点号，应只留一个");
    }
}

static bool has_deng(const struct hg_scan *scan, size_t at, size_t end)
{
    return hg_scan_before(scan, at) == 0x7B49 || /* 等 */
           (scan->code[end] == 0x7B49 && scan->code[end + 1] != 0x5F85 && /* 等待 */
            scan->code[end + 1] != 0x7EA7);                               /* 等级 */
}

static void check_dots(struct reader *r, size_t at, size_t end)
{
    struct hg_finding *finding;

    if (end - at != 2 && end - at != 4) {
        finding = report(r, at, end, "省略号应占两个字，写作“……”");
        hg_finding_suggest(r->pass, finding, HG_STR("……"));
        hg_finding_severity(finding, HG_SEVERITY_WARNING);
    } else if (has_deng(r->scan, at, end)) {
        finding = report(r, at, end, "省略号与“等”意思重复，应删去其中一个");
        hg_finding_severity(finding, HG_SEVERITY_WARNING);
    }
}

static bool beside_han(const struct hg_scan *scan, size_t at, size_t end)
{
    return hg_char_is_han(hg_scan_before(scan, at)) &&
           (end >= scan->len || hg_char_is_han(scan->code[end]) ||
            scan->kind[end] == HG_CHAR_MARK);
}

/* ... after Han; -- between Han. A leader of a typed table of contents is no ellipsis. */
static void check_typed(struct reader *r, size_t at, size_t end, enum mark mark)
{
    bool dots = mark == DOT;
    struct hg_finding *finding;

    if (end - at < (dots ? 3u : 2u) || end - at > 6 || !beside_han(r->scan, at, end) ||
        (!dots && end >= r->scan->len)) {
        return;
    }
    finding = report(r, at, end, dots ? "省略号应写作“……”，此处用了半角点"
                                      : "破折号应写作“——”，此处用了连字符");
    hg_finding_suggest(r->pass, finding, dots ? HG_STR("……") : HG_STR("——"));
    hg_finding_severity(finding, HG_SEVERITY_WARNING);
}

static void check_paragraph(struct reader *r)
{
    const struct hg_analysis *analysis = hg_pass_analysis(r->pass, r->paragraph);
    const struct hg_scan *scan = r->scan;
    size_t done = 0;

    for (size_t i = 0; i < scan->other_count; i++) {
        size_t at = scan->others[i];
        enum mark mark = mark_of(scan->code[at]);
        size_t end;

        if (at < done || mark == NONE || mark == DASH) {
            continue;
        }
        end = run_end(scan, at, mark);
        done = end;
        if (analysis->masks.len > 0 && hg_analysis_masked(analysis, scan->offset[at])) {
            continue;
        }
        if (mark == STOP && (end - at > 1 || mark_of(scan->code[end]) == CRY)) {
            check_stops(r, at, end);
        } else if (mark == CRY) {
            check_cries(r, at, end);
        } else if (mark == DOTS) {
            check_dots(r, at, end);
        } else if (mark == DOT || mark == HYPHEN) {
            check_typed(r, at, end, mark);
        }
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);

    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        struct reader reader = {pass, doc->paragraphs.items[i], NULL};

        if (hg_pass_is_prose(pass, reader.paragraph)) {
            reader.scan = hg_pass_scan(pass, reader.paragraph);
            check_paragraph(&reader);
        }
    }
}
