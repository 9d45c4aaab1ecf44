#include "lang/chars.h"
#include "lang/word_pairs.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_repeated_word = {
    .id = "repeated-word",
    .family = HG_FAMILY_WORDING,
    .name = "词语重复",
    .severity = HG_SEVERITY_WARNING,
    .summary = "同一个字、词连着写了两遍，或一个短语里形容词重复",
    .explanation = "改稿时删旧添新，常留下“的的”“推进推进”“良好干事创业良好氛围”一类的重复。合法的叠用（实实在在、"
                   "一个个）、固定名称（市市场监督管理局）和词尾词首相同而相邻的（落实习近平……）不提示。"
                   "请删去多余的一个。",
    .bad = "持续推进推进普法工作，营造良好干事创业良好氛围。\n",
    .good = "做细做实做深做透普法工作，市市场监督管理局落实习近平法治思想，营造良好氛围。\n",
    .run = run,
};

struct reader {
    struct hg_pass *pass;
    const struct hg_paragraph *paragraph;
    const struct hg_scan *scan;
};

enum { WORD_MOST = 6 };

/* A lawful repeat, or any other word of the lists, takes in the border between the two. */
static bool is_listed(const struct reader *r, size_t border)
{
    return hg_lexicon_covers(&hg_lexicon_shipped, r->scan, border - 1, border + 1);
}

static bool is_han(const struct hg_scan *scan, size_t at)
{
    return scan->kind[at] == HG_CHAR_HAN;
}

static void report(struct reader *r, size_t first, size_t len)
{
    struct hg_span span = hg_scan_span(r->scan, first, first + 2 * len);
    struct hg_str once = hg_str_sub(r->scan->text, hg_scan_span(r->scan, first, first + len));
    struct hg_finding *finding =
        hg_report(r->pass, &hg_check_repeated_word, r->paragraph, span,
                  "“%.*s”连写了两遍，请删去一个", HG_FMT(once));

    hg_finding_suggest(r->pass, finding, once);
}

/* ---- One character twice ---- */

/* Words that never stand twice: 的的, 了了, 在在. */
static bool is_particle(uint32_t c)
{
    static const uint32_t particles[] = {0x7684, 0x4E86, 0x5728, 0x548C, 0x4E0E, 0x53CA, 0x88AB,
                                         0x628A, 0x5C06, 0x5BF9, 0x4E8E, 0x662F};

    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++) {
        if (particles[i] == c) {
            return true;
        }
    }
    return false;
}

/* 人民|民族: each of the two makes a word with its outer neighbour. */
static bool is_border(const struct hg_scan *scan, size_t at)
{
    uint32_t c = scan->code[at];

    return (hg_word_pair(hg_scan_before(scan, at), c) &&
            (!is_han(scan, at + 2) || hg_word_pair(c, scan->code[at + 2]))) ||
           hg_word_pair(c, c);
}

static void check_single(struct reader *r, size_t at)
{
    const struct hg_scan *scan = r->scan;
    uint32_t c = scan->code[at];

    if (!is_particle(c) || scan->code[at + 2] == c || hg_scan_before(scan, at) == c ||
        is_listed(r, at + 1) || is_border(scan, at)) {
        return;
    }
    /* 目的的, 有的的: the first belongs to the word before; 对对子, 于于: to the one behind. */
    if (hg_word_pair(hg_scan_before(scan, at), c) || hg_word_pair(c, scan->code[at + 2])) {
        return;
    }
    report(r, at, 1);
}

/* ---- A word twice ---- */

static bool is_twice(const struct hg_scan *scan, size_t at, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (!is_han(scan, at + i) || scan->code[at + i] != scan->code[at + len + i]) {
            return false;
        }
    }
    return true;
}

/* 服务|服务中心: the second is the front of a longer name; 建设|建设银行, too. Known by what follows:
 * an office or a house. */
static bool begins_name(const struct hg_scan *scan, size_t at)
{
    static const struct hg_str ends[] = {
        HG_STR_INIT("局"),   HG_STR_INIT("厅"),   HG_STR_INIT("中心"), HG_STR_INIT("银行"),
        HG_STR_INIT("委员"), HG_STR_INIT("部门"), HG_STR_INIT("站"),   HG_STR_INIT("所"),
        HG_STR_INIT("协会"), HG_STR_INIT("公司"), HG_STR_INIT("学院"), HG_STR_INIT("法"),
    };

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        if (hg_scan_at(scan, at, ends[i])) {
            return true;
        }
    }
    return false;
}

static bool check_word(struct reader *r, size_t at, size_t len)
{
    const struct hg_scan *scan = r->scan;

    if (at + 2 * len > scan->len || !is_twice(scan, at, len) || is_listed(r, at + len)) {
        return false;
    }
    if (len == 2 && (scan->code[at] == scan->code[at + 1] ||
                     !hg_word_pair(scan->code[at], scan->code[at + 1]) ||
                     begins_name(scan, at + 2 * len))) {
        return false;
    }
    if (is_twice(scan, at, 1) || hg_char_is_han_numeral(scan->code[at])) {
        return false;
    }
    report(r, at, len);
    return true;
}

/* 重点乡镇各乡镇: a word, 各, and the word again. */
static void check_each(struct reader *r, size_t at)
{
    const struct hg_scan *scan = r->scan;

    if (at < 2 || !is_han(scan, at - 2) || !is_han(scan, at - 1) ||
        scan->code[at - 2] != scan->code[at + 1] || scan->code[at - 1] != scan->code[at + 2]) {
        return;
    }
    (void)hg_report(r->pass, &hg_check_repeated_word, r->paragraph,
                    hg_scan_span(scan, at - 2, at + 3),
                    "“%.*s”前后重复，疑有多余的字，请核对",
                    HG_FMT(hg_str_sub(scan->text, hg_scan_span(scan, at - 2, at + 3))));
}

/* ---- 良好……良好 ---- */

static const struct hg_str adjectives[] = {
    HG_STR_INIT("良好"), HG_STR_INIT("浓厚"), HG_STR_INIT("显著"), HG_STR_INIT("明显"),
    HG_STR_INIT("切实"), HG_STR_INIT("不断"), HG_STR_INIT("着力"), HG_STR_INIT("大力"),
    HG_STR_INIT("进一步"),
};

enum { PHRASE_MOST = 8 };

/* One word twice within a phrase without any mark: 营造良好干事创业良好氛围. */
static void check_phrase(struct reader *r, size_t at)
{
    const struct hg_scan *scan = r->scan;

    for (size_t i = 0; i < sizeof adjectives / sizeof *adjectives; i++) {
        size_t end;

        if (!hg_scan_at(scan, at, adjectives[i])) {
            continue;
        }
        end = hg_scan_index(scan, scan->offset[at] + adjectives[i].len);
        for (size_t k = end; k < end + PHRASE_MOST && is_han(scan, k); k++) {
            if (k > end && hg_scan_at(scan, k, adjectives[i])) {
                size_t last = hg_scan_index(scan, scan->offset[k] + adjectives[i].len);

                (void)hg_report(r->pass, &hg_check_repeated_word, r->paragraph,
                                hg_scan_span(scan, at, last),
                                "同一短语里“%.*s”用了两次，请删去一个", HG_FMT(adjectives[i]));
                return;
            }
        }
        return;
    }
}

static bool begins_adjective(uint32_t c)
{
    return c == 0x826F || c == 0x6D53 || c == 0x663E || c == 0x660E || c == 0x5207 ||
           c == 0x4E0D || c == 0x7740 || c == 0x5927 || c == 0x8FDB;
}

static void check_paragraph(struct reader *r)
{
    const struct hg_scan *scan = r->scan;

    for (size_t at = 0; at + 1 < scan->len; at++) {
        if (!is_han(scan, at) || !is_han(scan, at + 1)) {
            continue;
        }
        if (scan->code[at] == scan->code[at + 1]) {
            check_single(r, at);
            continue;
        }
        if (scan->code[at] == 0x5404 && at + 2 < scan->len) { /* 各 */
            check_each(r, at);
        }
        if (begins_adjective(scan->code[at])) {
            check_phrase(r, at);
        }
        for (size_t len = 2; len <= WORD_MOST && at + len < scan->len; len++) {
            if (scan->code[at] == scan->code[at + len] && check_word(r, at, len)) {
                at += 2 * len - 1;
                break;
            }
        }
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);

    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        struct reader reader = {.pass = pass, .paragraph = doc->paragraphs.items[i]};

        if (hg_pass_is_prose(pass, reader.paragraph)) {
            reader.scan = hg_pass_scan(pass, reader.paragraph);
            check_paragraph(&reader);
        }
    }
}
