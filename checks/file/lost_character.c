#include "lang/chars.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

static const char *const weaker[] = {"halfwidth-mark", NULL};

const struct hg_check hg_check_lost_character = {
    .id = "lost-character",
    .family = HG_FAMILY_FILE,
    .name = "丢失的字",
    .severity = HG_SEVERITY_ERROR,
    .summary = "汉字之间出现“□”“?”“�”等，原字可能已丢失",
    .explanation = "生僻字、自造字在转换格式、换电脑打开时，常变成方框、问号或空白，多见于人名、地名。请对照原稿补上"
                   "原字；字库里没有的字，用常用字库之外的扩展字体或图片，并在打印前核对。表格里供勾选的“□”"
                   "不在此列。",
    .bad = "副县长李�明带队走访企业12家。\n",
    .good = "副县长李明带队走访企业12家。参加会议：□是 □否。是否整改到位?\n",
    .supersedes = weaker,
    .run = run,
};

static bool is_private(uint32_t c)
{
    return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0x10FFFD);
}

/* □ between Han, in a line without other boxes: not one to be ticked. */
static bool is_lone_box(const struct hg_scan *scan, size_t at)
{
    if (!hg_char_is_han(hg_scan_before(scan, at)) || !hg_char_is_han(scan->code[at + 1])) {
        return false;
    }
    for (size_t i = 0; i < scan->other_count; i++) {
        uint32_t c = scan->code[scan->others[i]];

        if (scan->others[i] != at &&
            (c == 0x25A1 || c == 0x2610 || c == 0x2611 || c == 0x2612 || c == 0x221A ||
             c == 0x25A0)) {
            return false;
        }
    }
    return true;
}

/* Half-width commas: then the question marks of this paragraph are half-width, too. */
static bool is_half_width(const struct hg_scan *scan)
{
    for (size_t i = 0; i < scan->other_count; i++) {
        if (scan->code[scan->others[i]] == ',') {
            return true;
        }
    }
    return false;
}

/* 李?明: a half-width question mark inside what asks nothing. */
static bool is_lost_query(const struct hg_scan *scan, size_t at, size_t end)
{
    static const struct hg_str asking[] = {
        HG_STR_INIT("吗"), HG_STR_INIT("呢"), HG_STR_INIT("什么"), HG_STR_INIT("如何"),
        HG_STR_INIT("怎"), HG_STR_INIT("谁"), HG_STR_INIT("哪"),   HG_STR_INIT("何"),
        HG_STR_INIT("否"), HG_STR_INIT("几"), HG_STR_INIT("多少"), HG_STR_INIT("没有"),
        HG_STR_INIT("吧"), HG_STR_INIT("么"), HG_STR_INIT("不"),
    };
    size_t start = at;
    struct hg_str clause;

    if (!hg_char_is_han(hg_scan_before(scan, at)) || !hg_char_is_han(scan->code[end])) {
        return false;
    }
    while (start > 0 && at - start < 40 && !hg_char_ends_clause(scan->code[start - 1])) {
        start--;
    }
    clause = hg_str_sub(scan->text, hg_scan_span(scan, start, at));
    for (size_t i = 0; i < sizeof asking / sizeof *asking; i++) {
        if (hg_str_contains(clause, asking[i])) {
            return false;
        }
    }
    return at - start < 40;
}

static void report(struct hg_pass *pass, const struct hg_paragraph *paragraph,
                   const struct hg_scan *scan, size_t at, size_t end, enum hg_severity severity)
{
    size_t first = at > 0 ? at - 1 : at, last = end < scan->len ? end + 1 : end;
    struct hg_str text = hg_str_sub(scan->text, hg_scan_span(scan, first, last));

    hg_finding_severity(hg_report(pass, &hg_check_lost_character, paragraph,
                                  hg_scan_span(scan, first, last),
                                  "“%.*s”处有无法显示的字，请对照原稿补上", HG_FMT(text)),
                        severity);
}

static void check_paragraph(struct hg_pass *pass, const struct hg_paragraph *paragraph)
{
    const struct hg_scan *scan = hg_pass_scan(pass, paragraph);
    size_t boxes = 0;
    bool asked = false, half_width = false; /* found out at the first question mark */

    for (size_t i = 0; i < scan->other_count; i++) {
        size_t at = scan->others[i], end = at + 1;
        uint32_t c = scan->code[at];

        if (c == 0xFFFD) {
            while (end < scan->len && scan->code[end] == 0xFFFD) {
                end++;
                i++;
            }
            report(pass, paragraph, scan, at, end, HG_SEVERITY_ERROR);
        } else if (is_private(c) && hg_char_is_han(hg_scan_before(scan, at)) &&
                   (hg_char_is_han(scan->code[end]) || scan->kind[end] == HG_CHAR_MARK)) {
            report(pass, paragraph, scan, at, end, HG_SEVERITY_WARNING);
        } else if (c == 0x25A1 && boxes++ == 0 && is_lone_box(scan, at)) {
            report(pass, paragraph, scan, at, end, HG_SEVERITY_WARNING);
        } else if (c == '?') {
            half_width = asked ? half_width : is_half_width(scan);
            asked = true;
            while (end < scan->len && scan->code[end] == '?') {
                end++;
                i++;
            }
            if (is_lost_query(scan, at, end) && (end - at > 1 || !half_width)) {
                report(pass, paragraph, scan, at, end, HG_SEVERITY_WARNING);
            }
        }
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);

    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];

        if (paragraph->part != HG_PART_COMMENT) {
            check_paragraph(pass, paragraph);
        }
    }
}
