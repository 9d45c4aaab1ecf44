/* 见附件3, 如表2所示, 见图1: what they point to must exist. */
#include "base/utf8.h"
#include "lang/chars.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_dangling_reference = {
    .id = "dangling-reference",
    .family = HG_FAMILY_STRUCTURE,
    .name = "所指附件、图表不存在",
    .severity = HG_SEVERITY_ERROR,
    .summary = "正文提到的附件、表、图在文稿中找不到",
    .explanation = "“见附件3”“如表2所示”所指的内容应当存在。提到而没有，多半是删去附件、图表或改动序号后漏改了正文。"
                   "附件以附件说明（附件：1.×××）或文后“附件N”为准，图表以“表N”“图N”的题注为准；没有题注的按表的"
                   "个数核对。",
    .bad = "各乡镇办理情况见附件3。\n附件：1.来访登记表\n2.来访办理情况表\n",
    .good = "各乡镇办理情况见附件2。\n附件：1.来访登记表\n2.来访办理情况表\n",
    .run = run,
};

enum target { ATTACHMENT, TABLE, FIGURE, TARGET_COUNT };

static const struct hg_str words[TARGET_COUNT] = {
    [ATTACHMENT] = HG_STR_INIT("附件"),
    [TABLE] = HG_STR_INIT("表"),
    [FIGURE] = HG_STR_INIT("图"),
};

/* Numbers that exist: a bit each for 1 to 63; bit 0: one without a number. */
struct known {
    bool gathered; /* only once something refers to anything */
    uint64_t set[TARGET_COUNT];
    bool captions[TARGET_COUNT];
};

/* Reads a number right after the word: 3, ３, 三. False if there is none. */
static bool read_number(struct hg_str text, size_t *at, uint32_t *number)
{
    size_t start = *at;

    *number = 0;
    while (*at < text.len && hg_char_is_digit(hg_utf8_at(text, *at)) && *number < 100) {
        *number = *number * 10 + hg_utf8_fold_width(hg_utf8_next(text, at)) - '0';
    }
    if (*at > start) {
        return *number > 0;
    }
    return hg_char_is_han_numeral(hg_utf8_at(text, start)) &&
           hg_label_read_han_date(text, at, number) && *number < 64;
}

static void know(struct known *known, enum target target, uint32_t number)
{
    known->set[target] |= number < 64 ? UINT64_C(1) << number : 0;
}

/* 附件：1.… 2.…, lines that are 附件N alone, and captions 表1 …, 图1 …. */
static void gather(struct hg_pass *pass, struct known *known)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    const struct hg_outline *outline = hg_pass_outline(pass);

    known->gathered = true;
    for (size_t i = 0; i < doc->body_count; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];
        struct hg_str line = hg_str_trim(paragraph->text);

        for (size_t t = 0; t < TARGET_COUNT; t++) {
            size_t at = words[t].len;
            uint32_t number;

            if (!hg_str_starts(line, words[t]) || hg_utf8_count(line) > 60) {
                continue;
            }
            while (at < line.len && hg_utf8_at(line, at) == ' ') {
                at++;
            }
            if (read_number(line, &at, &number)) {
                know(known, (enum target)t, number);
                known->captions[t] = true;
            } else if (t == ATTACHMENT) {
                know(known, ATTACHMENT, 0);
            }
        }
    }
    for (size_t n = 0; n < outline->attachment_notes.len; n++) {
        const struct hg_paragraph *note = outline->attachment_notes.items[n];
        know(known, ATTACHMENT, 0);
        for (size_t i = note->index; i < doc->body_count && i < (size_t)note->index + 60; i++) {
            const struct hg_paragraph *paragraph = doc->paragraphs.items[i];
            struct hg_str line = hg_str_trim(paragraph->text);
            size_t from = i == note->index ? HG_STR("附件：").len : 0;
            struct hg_label_parse label;

            if (from > line.len) {
                from = HG_STR("附件:").len;
            }
            if (line.len > 0 && hg_label_parse(line, from, &label)) {
                know(known, ATTACHMENT, label.value);
            } else if (paragraph->label.text.len > 0) {
                know(known, ATTACHMENT, paragraph->label.value);
            } else if (i == note->index && line.len > from) {
                know(known, ATTACHMENT, 1); /* a single one needs no number */
            } else if (line.len > 0 && i > note->index) {
                break;
            }
        }
    }
}

/* The word refers only after 见 详见 如 参见, before 所示 所列, or alone in brackets. */
static bool refers(struct hg_str text, size_t start, size_t end)
{
    static const struct hg_str leads[] = {HG_STR_INIT("见"), HG_STR_INIT("如"), HG_STR_INIT("按"),
                                          HG_STR_INIT("参照"), HG_STR_INIT("参阅")};
    static const struct hg_str tails[] = {HG_STR_INIT("所示"), HG_STR_INIT("所列"),
                                          HG_STR_INIT("）"), HG_STR_INIT(")")};
    struct hg_str before = {text.data, start}, after = {text.data + end, text.len - end};
    uint32_t open = hg_utf8_before(text, start);

    for (size_t i = 0; i < sizeof leads / sizeof *leads; i++) {
        if (hg_str_ends(before, leads[i])) {
            return true;
        }
    }
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        if (hg_str_starts(after, tails[i])) {
            return i < 2 || open == 0xFF08 || open == '(';
        }
    }
    return false;
}

static bool exists(struct hg_pass *pass, struct known *known, enum target target, uint32_t number)
{
    const struct hg_doc *doc = hg_pass_doc(pass);

    if (!known->gathered) {
        gather(pass, known);
    }
    if (number < 64 && (known->set[target] & (UINT64_C(1) << number)) != 0) {
        return true;
    }
    if (target == ATTACHMENT) {
        /* A single attachment may be called 附件1 or 附件. */
        return number == 0 ? known->set[ATTACHMENT] != 0 : false;
    }
    if (target == TABLE && !known->captions[TABLE]) {
        return number <= doc->tables.len;
    }
    /* Pictures leave no trace in the model: without captions nothing is known of them. */
    return target == FIGURE && !known->captions[FIGURE];
}

static void check_paragraph(struct hg_pass *pass, const struct hg_paragraph *paragraph,
                            struct known *known)
{
    struct hg_str text = paragraph->text;
    bool plain = hg_pass_doc(pass)->facts.kind == HG_PACKAGE_TEXT;

    for (size_t t = 0; t < TARGET_COUNT; t++) {
        size_t at = 0;

        while ((at = hg_str_find(text, words[t], at)) != SIZE_MAX) {
            size_t start = at, end = at + words[t].len;
            uint32_t number = 0;
            bool numbered = read_number(text, &end, &number);
            struct hg_finding *finding;

            at = end > start ? end : start + words[t].len;
            if ((!numbered && t != ATTACHMENT) || !refers(text, start, end) ||
                hg_analysis_in_title(hg_pass_analysis(pass, paragraph), start) ||
                hg_analysis_quoted(hg_pass_analysis(pass, paragraph), start) ||
                exists(pass, known, (enum target)t, number)) {
                continue;
            }
            finding = hg_report(pass, &hg_check_dangling_reference, paragraph,
                                (struct hg_span){start, end},
                                "文中提到“%.*s”，文稿里没有找到，请核对序号，或补上所指内容",
                                HG_FMT(hg_str_sub(text, (struct hg_span){start, end})));
            /* Published text loses its attachments; so may a draft that declares none at all, and
             * a table may be a picture where none has a caption. */
            if (plain) {
                hg_finding_severity(finding, HG_SEVERITY_NOTE);
            } else if (t == ATTACHMENT ? known->set[ATTACHMENT] == 0 : !known->captions[t]) {
                hg_finding_severity(finding, HG_SEVERITY_WARNING);
            }
        }
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    struct known known = {false, {0}, {false}};

    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        if (hg_pass_is_prose(pass, doc->paragraphs.items[i])) {
            check_paragraph(pass, doc->paragraphs.items[i], &known);
        }
    }
}
