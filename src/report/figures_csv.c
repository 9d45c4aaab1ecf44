/* hegao figures --format csv: the 数据核实表, to be filled in by the departments. */
#include "base/utf8.h"
#include "lang/analysis.h"
#include "lang/chars.h"
#include "report/figures_ledger.h"
#include "report/writer.h"

/* A field that a spreadsheet would take for a formula, = + - @ of either width or a control in
 * front, starts with an apostrophe instead; plain numbers stay numbers. */
static bool is_formula(struct hg_str text)
{
    uint32_t first = hg_utf8_fold_width(hg_utf8_at(text, 0));
    bool number = text.len > 1;

    if (first != '=' && first != '+' && first != '-' && first != '@' && first != '\t' &&
        first != '\r') {
        return false;
    }
    for (size_t i = 1; i < text.len; i++) {
        number = number && ((text.data[i] >= '0' && text.data[i] <= '9') || text.data[i] == '.');
    }
    return !(number && text.data[0] == '-');
}

static void field(struct hg_buf *out, struct hg_str text, bool last)
{
    struct hg_buf clean = HG_BUF_INIT;

    hg_utf8_printable(&clean, text);
    text = hg_str_trim(hg_buf_view(&clean));
    hg_buf_putc(out, '"');
    if (text.len > 0 && is_formula(text)) {
        hg_buf_putc(out, '\'');
    }
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '"') {
            hg_buf_putc(out, '"');
        }
        hg_buf_putc(out, text.data[i]);
    }
    hg_buf_puts(out, last ? "\"\r\n" : "\",");
    hg_buf_release(&clean);
}

void hg_figures_csv_head(struct hg_buf *out, bool paths)
{
    static const char *const names[] = {"序号",     "章节",     "原文",     "数值",   "单位",
                                        "关系与算式", "结论",     "数据口径", "统计截止", "责任科室",
                                        "核实值",   "核实人",   "核实日期"};
    size_t count = sizeof names / sizeof *names;

    hg_buf_puts(out, "\xEF\xBB\xBF");
    if (paths) {
        field(out, HG_STR("文件"), false);
    }
    for (size_t i = 0; i < count; i++) {
        field(out, hg_str_of(names[i]), i + 1 == count);
    }
}

/* The clause around a figure; of a cell, its row's name and its place. */
static void context(struct hg_buf *out, const struct hg_quantity *quantity,
                    const struct hg_analysis *analysis)
{
    const struct hg_cell *cell = hg_node_enclosing_cell(&quantity->paragraph->node);
    const struct hg_clause *clause;

    if (cell != NULL) {
        struct hg_place place = {quantity->paragraph, quantity->span};
        const struct hg_cell *first = hg_node_cell(cell->node.parent->first_child);

        hg_place_words(out, place);
        hg_buf_putc(out, ' ');
        for (const struct hg_node *node = first != NULL ? first->node.first_child : NULL;
             node != NULL && first != cell; node = node->next) {
            if (hg_node_paragraph(node) != NULL) {
                hg_buf_str(out, hg_node_paragraph(node)->text);
            }
        }
        return;
    }
    clause = hg_analysis_clause_at(analysis, quantity->span.start);
    if (clause != NULL) {
        hg_buf_str(out, hg_str_sub(quantity->paragraph->text, clause->span));
    }
}

/* The digits without grouping; a range with ～, which no spreadsheet takes for a date. */
static void value(struct hg_buf *out, const struct hg_quantity *quantity)
{
    struct hg_str text = quantity->paragraph->text;
    struct hg_span span = (quantity->flags & HG_QUANTITY_RANGE) != 0 ||
                                  (quantity->numeral.flags & HG_NUMERAL_CHINESE) != 0
                              ? quantity->numeral.span
                              : quantity->numeral.digits;

    if (quantity->numeral.flags & HG_NUMERAL_NEGATIVE) {
        hg_buf_putc(out, '-');
    }
    for (size_t at = span.start; at < span.end;) {
        uint32_t c = hg_utf8_fold_width(hg_utf8_next(text, &at));
        bool first = out->len == 0;

        if (c == '-' && !first && (quantity->flags & HG_QUANTITY_RANGE) != 0) {
            hg_buf_puts(out, "～");
        } else if (c == '/') {
            hg_buf_puts(out, "／");
        } else if (c != ',' && hg_char_class(c) != HG_CHAR_BLANK && !(c == '-' && out->len == 1 &&
                   out->data[0] == '-')) {
            hg_buf_code_point(out, c);
        }
    }
}

static void unit(struct hg_buf *out, const struct hg_quantity *quantity)
{
    struct hg_str text = quantity->paragraph->text;
    bool whole = (quantity->flags & HG_QUANTITY_RANGE) != 0 ||
                 (quantity->numeral.flags & HG_NUMERAL_CHINESE) != 0;
    size_t start = whole ? quantity->numeral.span.end : quantity->numeral.digits.end;
    size_t end = quantity->unit_span.end > quantity->numeral.span.end ? quantity->unit_span.end
                                                                      : quantity->numeral.span.end;
    size_t before = out->len;

    hg_buf_str(out, hg_str_sub(text, (struct hg_span){start, end > start ? end : start}));
    if (out->len == before && quantity->unit != NULL) { /* 单位：万元 above the table */
        int power = quantity->numeral.power;

        hg_buf_puts(out, power == 4 ? "万" : power == 8 ? "亿" : power == 3 ? "千" : "");
        hg_buf_puts(out, quantity->unit->name);
    }
}

static void relation(struct hg_buf *out, const struct hg_claim *claim)
{
    hg_buf_puts(out, hg_relation_label(claim->relation));
    if (claim->name.len > 0 && !hg_str_is(claim->name, hg_relation_label(claim->relation))) {
        hg_buf_putc(out, ' ');
        hg_buf_str(out, claim->name);
    }
    if (claim->working.len > 0) {
        hg_buf_puts(out, "：");
        hg_buf_str(out, claim->working);
    }
}

static void verdict(struct hg_buf *out, const struct hg_claim *claim)
{
    hg_buf_puts(out, hg_verdict_label(claim->verdict));
    if (claim->reason != HG_REASON_NONE) {
        hg_buf_puts(out, "：");
        hg_buf_puts(out, hg_reason_label(claim->reason));
    }
}

static void line(struct hg_buf *out, const struct hg_figures_file *file, bool paths,
                 const struct hg_quantity *quantity, const struct hg_figures_use *use,
                 const struct hg_analysis *analysis, size_t number)
{
    struct hg_buf text = HG_BUF_INIT;

    if (paths) {
        field(out, file->path, false);
    }
    hg_buf_printf(out, "%zu,", number);
    hg_figures_section(&text, file->outline, quantity->paragraph, quantity->span);
    field(out, hg_buf_view(&text), false);
    hg_buf_clear(&text);
    context(&text, quantity, analysis);
    field(out, hg_buf_view(&text), false);
    hg_buf_clear(&text);
    value(&text, quantity);
    field(out, hg_buf_view(&text), false);
    hg_buf_clear(&text);
    unit(&text, quantity);
    field(out, hg_buf_view(&text), false);
    hg_buf_clear(&text);
    if (use->stated != NULL) {
        relation(&text, use->stated);
    } else if (use->other != NULL) {
        hg_buf_puts(&text, "用于");
        relation(&text, use->other);
    }
    field(out, hg_buf_view(&text), false);
    hg_buf_clear(&text);
    if (use->stated != NULL || use->other != NULL) {
        verdict(&text, use->stated != NULL ? use->stated : use->other);
    }
    field(out, hg_buf_view(&text), false);
    hg_buf_puts(out, ",,,,,\r\n");
    hg_buf_release(&text);
}

void hg_figures_csv(struct hg_buf *out, const struct hg_figures_file *file, bool paths,
                    size_t *number)
{
    struct hg_arena *arena = hg_arena_open();
    const struct hg_figures_use *uses = hg_figures_uses(arena, file->ledger);
    const struct hg_paragraph *paragraph = NULL;
    const struct hg_analysis *analysis = NULL;

    for (size_t i = 0; i < file->ledger->quantities.len; i++) {
        const struct hg_quantity *quantity = file->ledger->quantities.items[i];

        if (quantity->paragraph != paragraph) {
            paragraph = quantity->paragraph;
            analysis = hg_analysis_build(arena, paragraph->text);
        }
        line(out, file, paths, quantity, &uses[i], analysis, ++*number);
    }
    hg_arena_free(arena);
}
