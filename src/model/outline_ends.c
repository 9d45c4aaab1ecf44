/* The ends of a report: metadata lines, title and addressee before the text; signature, date and
 * attachments after it (GB/T 9704-2012, 7.3). */
#include "base/utf8.h"
#include "lang/chars.h"
#include "model/outline_build.h"

/* In characters. */
enum { TITLE_MAX = 60, SIGNATURE_MAX = 40, TITLE_LINES = 3, LOOK_AT_MOST = 12, CLOSING_LOOK = 40, BELOW_TITLE = 4 };

static struct hg_str line_of(const struct hg_doc *doc, size_t index)
{
    return hg_str_trim(doc->paragraphs.items[index]->text);
}

static bool in_table(const struct hg_doc *doc, size_t index)
{
    return hg_node_enclosing_cell(&doc->paragraphs.items[index]->node) != NULL;
}

/* 索引号: | 1133… | 主题分类: | …   发布时间：2024-01-05  来源：…  浏览次数：… */
static bool is_metadata(struct hg_str line)
{
    static const struct hg_str keys[] = {
        HG_STR_INIT("索引号"),   HG_STR_INIT("发文机关："), HG_STR_INIT("发文机关:"),
        HG_STR_INIT("发布机构"), HG_STR_INIT("发布时间"),   HG_STR_INIT("发布日期"),
        HG_STR_INIT("成文日期"), HG_STR_INIT("来源："),     HG_STR_INIT("来源:"),
        HG_STR_INIT("信息来源"), HG_STR_INIT("浏览次数"),   HG_STR_INIT("阅读次数"),
        HG_STR_INIT("字号："),   HG_STR_INIT("字体："),     HG_STR_INIT("打印"),
        HG_STR_INIT("公开方式"), HG_STR_INIT("公开日期"),   HG_STR_INIT("文号："),
        HG_STR_INIT("主题分类"), HG_STR_INIT("访问次数"),   HG_STR_INIT("时间："),
        HG_STR_INIT("日期："),   HG_STR_INIT("作者："),     HG_STR_INIT("责任编辑"),
        HG_STR_INIT("当前位置"), HG_STR_INIT("信息分类"),   HG_STR_INIT("字号:"),
    };

    if (hg_str_contains(line, HG_STR("| "))) {
        return true;
    }
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (hg_str_starts(line, keys[i])) {
            return true;
        }
    }
    return false;
}

/* Words that a title of a report, plan or notice ends in (a bracketed note may follow). */
static bool ends_like_title(struct hg_str line)
{
    static const struct hg_str words[] = {
        HG_STR_INIT("总结"), HG_STR_INIT("报告"), HG_STR_INIT("计划"), HG_STR_INIT("要点"),
        HG_STR_INIT("方案"), HG_STR_INIT("打算"), HG_STR_INIT("安排"), HG_STR_INIT("汇报"),
        HG_STR_INIT("情况"), HG_STR_INIT("意见"), HG_STR_INIT("通知"), HG_STR_INIT("年报"),
        HG_STR_INIT("材料"), HG_STR_INIT("说明"), HG_STR_INIT("小结"), HG_STR_INIT("思路"),
        HG_STR_INIT("规划"), HG_STR_INIT("纪要"), HG_STR_INIT("体会"), HG_STR_INIT("公报"),
        HG_STR_INIT("通报"), HG_STR_INIT("专报"), HG_STR_INIT("请示"), HG_STR_INIT("批复"), HG_STR_INIT("的函"),
    };
    struct hg_str text = line;

    for (size_t cut = 0; cut < 2; cut++) {
        for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
            if (hg_str_ends(text, words[i])) {
                return true;
            }
        }
        if (hg_str_ends(text, HG_STR("）")) || hg_str_ends(text, HG_STR(")"))) {
            size_t at = text.len;

            while (at > 0) {
                uint32_t c = hg_utf8_prev(text, &at);

                if (c == 0xFF08 || c == '(') {
                    break;
                }
            }
            text = hg_str_trim((struct hg_str){text.data, at});
        }
    }
    return false;
}

/* The red name of the issuing body at the head of the first page (发文机关标志, GB/T 9704-2012,
 * 7.2.4), and the document number: both stand above the title. */
static bool is_masthead(const struct hg_paragraph *paragraph, struct hg_str line)
{
    const struct hg_look *look = paragraph->runs.len > 0 ? paragraph->runs.items[0].look : NULL;

    if (look != NULL && !look->colour_auto && (look->colour >> 16) >= 0xC0 &&
        ((look->colour >> 8) & 0xFF) < 0x60 && (look->colour & 0xFF) < 0x60 &&
        look->half_points >= 44) {
        return true;
    }
    return hg_utf8_count(line) <= 30 && hg_str_contains(line, HG_STR("〔")) &&
           hg_str_ends(line, HG_STR("号"));
}

static bool ends_with_mark(struct hg_str line)
{
    uint32_t last = hg_utf8_before(line, line.len);

    return last == 0x3002 || last == 0xFF1B || last == ';' || last == 0xFF0C || last == ',' ||
           last == 0xFF1A || last == ':' || last == 0xFF01;
}

static bool styled_as_title(const struct hg_paragraph *paragraph)
{
    return hg_str_is(hg_str_of(paragraph->style_name), "title");
}

/* A line that can be (part of) a title: no sentence, no number, standing out where the source can
 * show it. */
static bool may_be_title(const struct hg_paragraph *paragraph, struct hg_str line)
{
    struct hg_label_parse label;
    size_t count = hg_utf8_count(line);

    if (styled_as_title(paragraph)) {
        return true;
    }
    /* A heading by style is a title only where it is centred as one. */
    if (paragraph->outline_level >= 0 &&
        (paragraph->look == NULL || paragraph->look->align != HG_ALIGN_CENTER)) {
        return false;
    }
    if (count < 2 || count > TITLE_MAX || ends_with_mark(line) || paragraph->label.text.len > 0 ||
        (hg_label_parse(line, 0, &label) && label.style != HG_LABEL_MULTI)) {
        return false;
    }
    return true;
}

static bool stands_out(const struct hg_paragraph *paragraph)
{
    return styled_as_title(paragraph) ||
           (paragraph->look != NULL && paragraph->look->align == HG_ALIGN_CENTER) ||
           (paragraph->runs.len > 0 && paragraph->runs.items[0].look->half_points >= 36);
}

static void take_title(struct hg_outline_builder *b, size_t first, size_t last)
{
    struct hg_buf text = HG_BUF_INIT;

    for (size_t i = first; i <= last; i++) {
        hg_buf_str(&text, line_of(b->doc, i));
    }
    b->out->title_first = b->doc->paragraphs.items[first];
    b->out->title_last = b->doc->paragraphs.items[last];
    b->out->title = hg_str_copy(b->arena, hg_buf_view(&text));
    b->out->preface_end = (uint32_t)last + 1;
    hg_buf_release(&text);
}

/* The lines from `first` that make up one title: the first that ends like a title closes it. */
static bool title_from(struct hg_outline_builder *b, size_t first)
{
    const struct hg_doc *doc = b->doc;
    bool out = stands_out(doc->paragraphs.items[first]);
    size_t last = first;

    for (size_t i = first; i < doc->body_count && i < first + TITLE_LINES; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];
        struct hg_str line = line_of(doc, i);

        if (line.len == 0 || in_table(doc, i) || !may_be_title(paragraph, line) ||
            (i > first && stands_out(paragraph) != out)) {
            break;
        }
        last = i;
        if (ends_like_title(line)) {
            take_title(b, first, last);
            return true;
        }
    }
    if (out) {
        take_title(b, first, last);
        return true;
    }
    return false;
}

static void find_front(struct hg_outline_builder *b)
{
    const struct hg_doc *doc = b->doc;
    size_t seen = 0;

    for (size_t i = 0; i < doc->body_count && seen < LOOK_AT_MOST; i++) {
        struct hg_str line = line_of(doc, i);

        if (line.len == 0 || in_table(doc, i) ||
            (doc->paragraphs.items[i]->flags & (HG_PARAGRAPH_IN_TOC | HG_PARAGRAPH_IN_FRAME)) !=
                0) {
            continue;
        }
        seen++;
        if (is_metadata(line) || is_masthead(doc->paragraphs.items[i], line)) {
            b->out->preface_end = (uint32_t)i + 1;
            continue;
        }
        if (may_be_title(doc->paragraphs.items[i], line) && title_from(b, i)) {
            break;
        }
        if (hg_utf8_count(line) > TITLE_MAX || ends_with_mark(line)) {
            break; /* running text has begun */
        }
    }
}

/* 2024年7月5日, 2024年7月, 二〇二四年七月五日, 2024-07-05 standing alone. Zero if none. */
static bool parse_alone_date(struct hg_str line, uint32_t out[3])
{
    static const uint32_t units[3] = {0x5E74, 0x6708, 0x65E5}; /* 年 月 日 */
    size_t at = 0, field = 0;

    out[0] = out[1] = out[2] = 0;
    if (hg_utf8_at(line, 0) == 0xFF08 || hg_utf8_at(line, 0) == '(') {
        (void)hg_utf8_next(line, &at);
    }
    while (at < line.len && field < 3) {
        uint32_t value = 0, digits = 0, c;
        size_t start = at;

        while (at < line.len) {
            size_t next = at;

            c = hg_utf8_fold_width(hg_utf8_next(line, &next));
            if (c >= '0' && c <= '9') {
                value = value * 10 + (c - '0');
            } else if (c != ' ') {
                break;
            }
            digits += c != ' ';
            at = next;
            if (digits > 4) {
                return false;
            }
        }
        if (digits == 0 && !hg_label_read_han_date(line, &at, &value)) {
            return false;
        }
        (void)start;
        out[field++] = value;
        if (at >= line.len) {
            break;
        }
        c = hg_utf8_next(line, &at);
        if (c != units[field - 1] && c != '-' && c != '.' && c != '/') {
            return false;
        }
        if (c == 0x65E5) {
            break;
        }
    }
    if (at < line.len) {
        uint32_t close = hg_utf8_next(line, &at);

        if ((close != 0xFF09 && close != ')') || at < line.len) {
            return false;
        }
    }
    return out[0] >= 1900 && out[0] <= 2199 && out[1] >= 1 && out[1] <= 99;
}

static bool is_attachment_note(struct hg_str line)
{
    return hg_str_starts(line, HG_STR("附件：")) || hg_str_starts(line, HG_STR("附件:"));
}

/* An organisation's or a person's name standing alone near the end, to the right or before a date. */
static bool may_be_signature(const struct hg_paragraph *paragraph, struct hg_str line)
{
    struct hg_label_parse label;
    size_t count = hg_utf8_count(line);

    if (count < 2 || count > SIGNATURE_MAX || ends_with_mark(line) ||
        paragraph->label.text.len > 0 || hg_label_parse(line, 0, &label)) {
        return false;
    }
    for (size_t at = 0; at < line.len;) {
        uint32_t c = hg_utf8_next(line, &at);

        if (c == 0xFF0C || c == ',' || c == 0x3002 || c == 0xFF1A || c == ':') {
            return false;
        }
    }
    return true;
}

/* 主送机关: a short line that ends in a colon. */
static void find_addressee(struct hg_outline_builder *b)
{
    const struct hg_doc *doc = b->doc;

    for (size_t i = b->out->preface_end; i < doc->body_count && i < b->out->preface_end + 4; i++) {
        struct hg_str line = line_of(doc, i);
        uint32_t last = hg_utf8_before(line, line.len);

        if (line.len > 0 && b->out->title_first != NULL && (last == 0xFF1A || last == ':') &&
            hg_utf8_count(line) <= SIGNATURE_MAX && !hg_str_contains(line, HG_STR("如下"))) {
            b->out->addressee = doc->paragraphs.items[i];
            b->out->preface_end = (uint32_t)i + 1;
            break;
        }
        if (line.len > 0 && !is_metadata(line)) {
            break;
        }
    }}

/* The occasion of a report that is read out: （…在县人大常委会会议上） or ——…在…会议上. */
static bool is_occasion(struct hg_str line)
{
    uint32_t first = hg_utf8_at(line, 0), last = hg_utf8_before(line, line.len);

    return ((first == 0xFF08 || first == '(') && (last == 0xFF09 || last == ')') &&
            hg_utf8_count(line) <= TITLE_MAX) ||
           (hg_str_starts(line, HG_STR("——")) && !ends_with_mark(line));
}

static void take_date(struct hg_outline_builder *b, size_t index, const uint32_t date[3])
{
    b->out->date = b->doc->paragraphs.items[index];
    b->out->year = date[0];
    b->out->month = date[1];
    b->out->day = date[2];
}

/* What a report that is read out, or a bulletin, carries under its title: the date, the occasion
 * in brackets, the speaker before them. It stands for the closing lines where there are none. */
static void find_below_title(struct hg_outline_builder *b)
{
    const struct hg_doc *doc = b->doc;
    const struct hg_paragraph *speaker = NULL;
    bool read_out = false;
    size_t seen = 0;

    for (size_t i = b->out->preface_end;
         b->out->title_first != NULL && i < doc->body_count && seen < BELOW_TITLE; i++) {
        struct hg_str line = line_of(doc, i);
        uint32_t date[3];

        if (line.len == 0) {
            continue;
        }
        seen++;
        if (in_table(doc, i)) {
            break;
        }
        if (parse_alone_date(line, date)) {
            take_date(b, i, date);
            read_out = true;
        } else if (is_occasion(line)) {
            read_out = true;
        } else if (speaker == NULL && may_be_signature(doc->paragraphs.items[i], line)) {
            speaker = doc->paragraphs.items[i]; /* only if a date or an occasion stands by */
        } else {
            break;
        }
        if (read_out) {
            b->out->signature = speaker;
            b->out->preface_end = (uint32_t)i + 1;
        }
    }
}

static void find_back(struct hg_outline_builder *b)
{
    struct hg_doc *doc = b->doc;
    uint32_t date[3];
    size_t seen = 0;

    b->out->text_end = (uint32_t)doc->body_count;
    for (size_t i = doc->body_count; i-- > b->out->preface_end && seen < CLOSING_LOOK;) {
        struct hg_str line = line_of(doc, i);

        if (line.len == 0 || in_table(doc, i)) {
            continue;
        }
        seen++;
        if (!parse_alone_date(line, date)) {
            continue;
        }
        take_date(b, i, date);
        b->out->text_end = (uint32_t)i;
        for (size_t j = i; j-- > b->out->preface_end;) {
            struct hg_str above = line_of(doc, j);

            if (above.len == 0) {
                continue;
            }
            if (!in_table(doc, j) && may_be_signature(doc->paragraphs.items[j], above)) {
                b->out->signature = doc->paragraphs.items[j];
                b->out->text_end = (uint32_t)j;
            }
            break;
        }
        break;
    }
    for (size_t i = b->out->preface_end; i < doc->body_count; i++) {
        if (is_attachment_note(line_of(doc, i)) && !in_table(doc, i)) {
            *HG_PUSH(b->arena, &b->out->attachment_notes) = doc->paragraphs.items[i];
            if (i < b->out->text_end) {
                b->out->text_end = (uint32_t)i;
            }
        }
    }
}

void hg_outline_find_ends(struct hg_outline_builder *b)
{
    find_front(b);
    find_below_title(b);
    find_addressee(b);
    find_back(b);
}
