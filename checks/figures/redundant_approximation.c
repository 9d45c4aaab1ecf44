#include "base/utf8.h"
#include "figures/ledger.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_redundant_approximation = {
    .id = "redundant-approximation",
    .family = HG_FAMILY_FIGURES,
    .name = "约数词重复",
    .severity = HG_SEVERITY_WARNING,
    .summary = "一个数前后都有表示约数的词，如“约50人左右”“近300余件”“超过80%以上”",
    .explanation = "“约”与“左右”、“近”与“余”、“超过”与“以上”意思重复，有的还自相矛盾（“近”是不到，“余”是超出）。"
                   "前后保留一个即可。“达90%以上”“达到50人左右”的“达”不是约数词，不在此列。",
    .bad = "全年接待来访群众约500人左右。\n",
    .good = "全年接待来访群众约500人，办结率达95%以上，培训达到50人左右。\n",
    .run = run,
};

/* Words before a number that go with none of these after it. */
static const struct {
    const char *before, *after;
} pairs[] = {
    {"大约|大概|约莫|约", "左右|上下|余|多"},
    {"将近|接近|近", "余|多|左右|上下|以上"},
    {"超过|超出|超|逾|突破", "余|多|以上|左右"},
    {"不少于|不低于|至少|最少|不小于", "以上|左右|余"},
    {"不超过|不高于|至多|最多|不多于", "以下|以内|左右"},
};

static struct hg_str word_at(struct hg_str text, size_t at, const char *list)
{
    struct hg_str rest = {text.data + at, text.len - at}, words = hg_str_of(list), word;

    while (hg_str_split(&words, '|', &word)) {
        if (hg_str_starts(rest, word)) {
            return word;
        }
    }
    return HG_STR("");
}

static struct hg_str word_before(struct hg_str text, size_t at, const char *list)
{
    struct hg_str head = {text.data, at}, words = hg_str_of(list), word;

    while (hg_str_split(&words, '|', &word)) {
        if (hg_str_ends(head, word)) {
            return word;
        }
    }
    return HG_STR("");
}

/* 附近, 就近, 最近, 大力超: the character belongs to another word. */
static bool is_part_of_word(struct hg_str text, size_t start, struct hg_str word)
{
    static const char *const other[] = {"附", "就", "最", "邻", "临", "靠", "节", "合", "公",
                                        "契", "签", "预", "制", "相", "履", "大幅", "反", "守"};
    struct hg_str head = {text.data, start};

    if (hg_utf8_count(word) > 1) {
        return false;
    }
    for (size_t i = 0; i < sizeof other / sizeof *other; i++) {
        if (hg_str_ends(head, hg_str_of(other[i]))) {
            return true;
        }
    }
    return false;
}

/* 余 and 多 stand between number and unit or after the unit; the others after the unit. */
static struct hg_str after_of(const struct hg_quantity *quantity, const char *list, size_t *at)
{
    struct hg_str text = quantity->paragraph->text, word;
    size_t ends[3] = {quantity->numeral.digits.end, quantity->numeral.span.end,
                      quantity->unit_span.end};

    for (int i = 0; i < 3; i++) {
        if (ends[i] < quantity->numeral.span.start || ends[i] > text.len) {
            continue;
        }
        word = word_at(text, ends[i], list);
        if (word.len > 0 && !(hg_str_is(word, "多") &&
                              word_at(text, ends[i], "多种|多元|多样|多渠道|多方|多层|多个部门|多项"
                                                     "目|多边|多式|多功能|多年生").len > 0)) {
            *at = ends[i];
            return word;
        }
    }
    return HG_STR("");
}

static void run(struct hg_pass *pass)
{
    const struct hg_ledger *ledger = hg_pass_ledger(pass);

    for (size_t i = 0; i < ledger->quantities.len; i++) {
        const struct hg_quantity *quantity = ledger->quantities.items[i];
        struct hg_str text = quantity->paragraph->text;
        size_t start = quantity->numeral.span.start;

        if (quantity->approx == 0 || !hg_pass_is_prose(pass, quantity->paragraph)) {
            continue;
        }
        for (size_t p = 0; p < sizeof pairs / sizeof *pairs; p++) {
            struct hg_str before = word_before(text, start, pairs[p].before), after;
            struct hg_span span;
            size_t at;

            if (before.len == 0 || is_part_of_word(text, start - before.len, before)) {
                continue;
            }
            after = after_of(quantity, pairs[p].after, &at);
            if (after.len > 0) {
                span = (struct hg_span){start - before.len, at + after.len};
                span.end = quantity->span.end > span.end ? quantity->span.end : span.end;
                (void)hg_report(pass, &hg_check_redundant_approximation, quantity->paragraph, span,
                                "“%.*s”前有“%.*s”，后又有“%.*s”，意思重复或矛盾，请删去一个",
                                HG_FMT(hg_str_sub(text, span)), HG_FMT(before), HG_FMT(after));
                break;
            }
        }
    }
}
