#include "meta/shapes.h"

#include "support/package.h"
#include "support/unit.h"

static void repeat(struct hg_buf *out, const char *text, size_t n)
{
    struct hg_str piece = hg_str_of(text);

    while (n-- > 0) {
        hg_buf_str(out, piece);
    }
}

/* A Han character that depends on i alone, so that texts differ. */
static void han(struct hg_buf *out, size_t i)
{
    hg_buf_code_point(out, 0x4E00 + (unsigned)(i * 7919 % 20000));
}

static void prose(struct hg_buf *out, size_t n)
{
    hg_buf_puts(out, "清河县司法局2023年工作总结\n");
    for (size_t i = 0; i < n; i++) {
        hg_buf_puts(out, "围绕");
        han(out, i);
        han(out, i / 20000 + 31);
        hg_buf_printf(out, "工作，全县共受理申请%zu件，办结%zu件，办结率96.5%%，群众满意度不断提高。"
                           "加强窗口建设，规范办事流程，“一件事一次办”得到落实。\n", 200 + i, 193 + i);
    }
}

static void headings(struct hg_buf *out, size_t n)
{
    repeat(out, "一、标题\n", n);
}

static void numbered(struct hg_buf *out, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        hg_buf_printf(out, "%zu.推进第%zu项工作\n正文一段。\n", i + 1, i + 1);
    }
}

static void levels(struct hg_buf *out, size_t n)
{
    repeat(out, "一、工作情况\n（一）存在问题\n1.下一步打算\n（1）保障措施\n", n);
}

static void digits(struct hg_buf *out, size_t n)
{
    repeat(out, "7", n);
}

static void han_digits(struct hg_buf *out, size_t n)
{
    repeat(out, "三", n);
}

static void one_letter(struct hg_buf *out, size_t n)
{
    repeat(out, "a", n);
}

static void one_han(struct hg_buf *out, size_t n)
{
    repeat(out, "的", n);
}

static void opening_marks(struct hg_buf *out, size_t n)
{
    repeat(out, "《", n);
}

static void closing_marks(struct hg_buf *out, size_t n)
{
    repeat(out, "）", n);
}

static void nested_marks(struct hg_buf *out, size_t n)
{
    repeat(out, "（“", n);
    repeat(out, "”）", n);
}

static void brackets(struct hg_buf *out, size_t n)
{
    repeat(out, "办结（12件）", n);
}

static void commas(struct hg_buf *out, size_t n)
{
    repeat(out, "，", n);
}

static void half_commas(struct hg_buf *out, size_t n)
{
    repeat(out, "工作,", n);
}

static void list_of_names(struct hg_buf *out, size_t n)
{
    repeat(out, "甲乡、", n);
    hg_buf_puts(out, "等3个乡镇。");
}

static void lists(struct hg_buf *out, size_t n)
{
    repeat(out, "甲乡、乙乡、丙乡等3个乡镇，", n);
}

static void series(struct hg_buf *out, size_t n)
{
    repeat(out, "一是抓落实；二是抓督查；", n);
}

static void long_series(struct hg_buf *out, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        hg_buf_printf(out, "（%zu）抓好落实；", i + 1);
    }
}

static void announcements(struct hg_buf *out, size_t n)
{
    repeat(out, "做好三个方面工作。一是抓学习。二是抓落实。\n", n);
}

static void figures(struct hg_buf *out, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        hg_buf_printf(out, "受理%zu件，", i + 1);
    }
}

static void joined_figures(struct hg_buf *out, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        hg_buf_printf(out, "%zu件、", i + 1);
    }
}

static void sums(struct hg_buf *out, size_t n)
{
    hg_buf_puts(out, "全县共受理案件100件，其中");
    for (size_t i = 0; i < n; i++) {
        hg_buf_puts(out, "甲类");
        han(out, i);
        hg_buf_printf(out, "%zu件，", i % 90 + 1);
    }
}

static void rates(struct hg_buf *out, size_t n)
{
    repeat(out, "受理200件，办结190件，办结率95%，同比增长3%，", n);
}

static void percents(struct hg_buf *out, size_t n)
{
    repeat(out, "增长12%", n);
}

static void dates(struct hg_buf *out, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        hg_buf_printf(out, "2023年%zu月%zu日至%zu月，", i % 12 + 1, i % 28 + 1, i % 12 + 1);
    }
}

static void agreements(struct hg_buf *out, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        hg_buf_printf(out, "2023年全县共调解纠纷%zu件。\n", i);
    }
}

static void repeated_sentences(struct hg_buf *out, size_t n)
{
    repeat(out, "深化法企同行活动，为园区企业提供上门服务。\n", n);
}

static void repeated_in_one(struct hg_buf *out, size_t n)
{
    repeat(out, "深化法企同行活动，为园区企业提供上门服务。", n);
}

static void findings(struct hg_buf *out, size_t n)
{
    repeat(out, "。。", n);
    hg_buf_putc(out, '\n');
    for (size_t i = 0; i < n; i++) {
        hg_buf_printf(out, "按步就班地完成了,任务(%zu )《见附件\n", i);
    }
}

static void references(struct hg_buf *out, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        hg_buf_printf(out, "详见附件%zu和表%zu。\n", i + 1, i + 1);
    }
}

static void attachments(struct hg_buf *out, size_t n)
{
    hg_buf_puts(out, "工作总结\n一、工作情况\n正文。\n附件：");
    for (size_t i = 0; i < n; i++) {
        hg_buf_printf(out, "%zu.清单%zu\n", i + 1, i + 1);
    }
    for (size_t i = 0; i < n; i++) {
        hg_buf_printf(out, "附件%zu\n清单%zu\n", i + 1, i + 1);
    }
}

static void empty_lines(struct hg_buf *out, size_t n)
{
    repeat(out, "\n", n);
}

static void blanks(struct hg_buf *out, size_t n)
{
    repeat(out, " ", n);
    hg_buf_puts(out, "。");
}

static void spaced(struct hg_buf *out, size_t n)
{
    repeat(out, "工 作　", n);
}

static void words(struct hg_buf *out, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        hg_buf_printf(out, "APP%c%c%c ", (int)('a' + i % 26), (int)('a' + i / 26 % 26),
                      (int)('a' + i / 676 % 26));
    }
}

static void addresses(struct hg_buf *out, size_t n)
{
    repeat(out, "http://a.cn/b ", n);
}

static void short_lines(struct hg_buf *out, size_t n)
{
    repeat(out, "完成，\n抓好\n", n);
}

static void packed(struct hg_buf *out, struct hg_buf *body)
{
    struct package package;

    package_open(&package);
    package_body(&package, body->data);
    hg_buf_release(body);
    *out = package_close(&package);
}

#define CELL(text) "<w:tc><w:p><w:r><w:t>" text "</w:t></w:r></w:p></w:tc>"

static void table_rows(struct hg_buf *out, size_t n)
{
    struct hg_buf body = HG_BUF_INIT;

    hg_buf_puts(&body, "<w:tbl><w:tr>" CELL("乡镇") CELL("受理（件）") CELL("办结（件）")
                       CELL("办结率") "</w:tr>");
    for (size_t i = 0; i < n; i++) {
        hg_buf_printf(&body, "<w:tr>" CELL("第%zu村") CELL("%zu") CELL("%zu") CELL("100%%")
                             "</w:tr>", i, i + 3, i + 3);
    }
    hg_buf_puts(&body, "<w:tr>" CELL("合计") CELL("1") CELL("1") CELL("100%") "</w:tr></w:tbl>");
    packed(out, &body);
}

static void table_columns(struct hg_buf *out, size_t n)
{
    struct hg_buf body = HG_BUF_INIT;

    hg_buf_puts(&body, "<w:tbl>");
    for (size_t row = 0; row < 3; row++) {
        hg_buf_puts(&body, "<w:tr>");
        for (size_t i = 0; i < n; i++) {
            hg_buf_printf(&body, CELL("%s%zu"), row == 0 ? "类" : "", i);
        }
        hg_buf_puts(&body, "</w:tr>");
    }
    hg_buf_puts(&body, "</w:tbl>");
    packed(out, &body);
}

static void tables(struct hg_buf *out, size_t n)
{
    struct hg_buf body = HG_BUF_INIT;

    for (size_t i = 0; i < n; i++) {
        hg_buf_printf(&body, "<w:p><w:r><w:t>表%zu 办件情况</w:t></w:r></w:p><w:tbl><w:tr>"
                             CELL("乡镇") CELL("受理（件）") "</w:tr><w:tr>" CELL("甲乡")
                             CELL("%zu") "</w:tr><w:tr>" CELL("合计") CELL("%zu")
                             "</w:tr></w:tbl>", i + 1, i, i);
    }
    packed(out, &body);
}

static void table_and_text(struct hg_buf *out, size_t n)
{
    struct hg_buf body = HG_BUF_INIT;

    hg_buf_puts(&body, "<w:tbl><w:tr>" CELL("乡镇") CELL("受理（件）") "</w:tr>");
    for (size_t i = 0; i < n; i++) {
        hg_buf_printf(&body, "<w:tr>" CELL("第%zu村") CELL("%zu") "</w:tr>", i, i + 3);
    }
    hg_buf_puts(&body, "</w:tbl>");
    for (size_t i = 0; i < n; i++) {
        hg_buf_printf(&body, "<w:p><w:r><w:t>第%zu村受理%zu件。</w:t></w:r></w:p>", i, i + 4);
    }
    packed(out, &body);
}

static void runs(struct hg_buf *out, size_t n)
{
    struct hg_buf body = HG_BUF_INIT;

    hg_buf_puts(&body, "<w:p>");
    for (size_t i = 0; i < n; i++) {
        hg_buf_printf(&body, "<w:r><w:rPr><w:sz w:val=\"%zu\"/></w:rPr><w:t>字</w:t></w:r>",
                      20 + i % 40);
    }
    hg_buf_puts(&body, "</w:p>");
    packed(out, &body);
}

static void revisions(struct hg_buf *out, size_t n)
{
    struct hg_buf body = HG_BUF_INIT;

    hg_buf_puts(&body, "<w:p>");
    for (size_t i = 0; i < n; i++) {
        hg_buf_printf(&body, "<w:ins w:id=\"%zu\" w:author=\"甲\"><w:r><w:t>增</w:t></w:r></w:ins>"
                             "<w:del w:id=\"%zu\" w:author=\"乙\"><w:r><w:delText>删</w:delText>"
                             "</w:r></w:del>", 2 * i, 2 * i + 1);
    }
    hg_buf_puts(&body, "</w:p>");
    packed(out, &body);
}

static void sections(struct hg_buf *out, size_t n)
{
    struct hg_buf body = HG_BUF_INIT;

    repeat(&body, "<w:p><w:pPr><w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:pPr>"
                  "<w:r><w:t>正文。</w:t></w:r></w:p>", n);
    packed(out, &body);
}

/* The numbers stand for tests in a release build: each smaller one takes some milliseconds. */
const struct shape shapes[] = {
    {"prose", 1000, prose},
    {"headings", 30000, headings},
    {"numbered", 5000, numbered},
    {"levels", 2000, levels},
    {"digits", 100000, digits},
    {"han-digits", 100000, han_digits},
    {"one-letter", 100000, one_letter},
    {"one-han", 100000, one_han},
    {"opening-marks", 100000, opening_marks},
    {"closing-marks", 100000, closing_marks},
    {"nested-marks", 30000, nested_marks},
    {"brackets", 10000, brackets},
    {"commas", 100000, commas},
    {"half-commas", 30000, half_commas},
    {"list-of-names", 30000, list_of_names},
    {"lists", 5000, lists},
    {"series", 10000, series},
    {"long-series", 10000, long_series},
    {"announcements", 3000, announcements},
    {"figures", 5000, figures},
    {"joined-figures", 5000, joined_figures},
    {"sums", 3000, sums},
    {"rates", 2000, rates},
    {"percents", 5000, percents},
    {"dates", 3000, dates},
    {"agreements", 3000, agreements},
    {"repeated-sentences", 5000, repeated_sentences},
    {"repeated-in-one", 5000, repeated_in_one},
    {"findings", 5000, findings},
    {"references", 3000, references},
    {"attachments", 3000, attachments},
    {"empty-lines", 30000, empty_lines},
    {"blanks", 100000, blanks},
    {"spaced", 30000, spaced},
    {"words", 10000, words},
    {"addresses", 10000, addresses},
    {"short-lines", 10000, short_lines},
    {"table-rows", 500, table_rows},
    {"table-columns", 100, table_columns},
    {"tables", 200, tables},
    {"table-and-text", 300, table_and_text},
    {"runs", 10000, runs},
    {"revisions", 5000, revisions},
    {"sections", 3000, sections},
};
const size_t shape_count = sizeof shapes / sizeof *shapes;
