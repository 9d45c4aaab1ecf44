/* hegao figures: the ledger as text. */
#include "base/utf8.h"
#include "lang/chars.h"
#include "report/figures_ledger.h"

#define RESET "\033[0m"
#define BOLD "\033[1m"
#define GREY "\033[90m"
#define RED "\033[1;31m"

enum { VERDICT_COLUMNS = 10, RELATION_COLUMNS = 10, NAME_COLUMNS = 24, LEAD_CHARS = 18 };

static void cell(struct hg_buf *out, struct hg_str text, size_t columns)
{
    size_t width = hg_utf8_width(text);

    hg_utf8_printable(out, text);
    do {
        hg_buf_putc(out, ' ');
        width++;
    } while (width < columns);
}

static void styled(struct hg_buf *out, bool colour, const char *style, struct hg_str text,
                   size_t columns)
{
    if (colour && style != NULL) {
        hg_buf_puts(out, style);
    }
    if (columns > 0) {
        cell(out, text, columns);
    } else {
        hg_utf8_printable(out, text);
    }
    if (colour && style != NULL) {
        hg_buf_puts(out, RESET);
    }
}

static const char *verdict_style(enum hg_verdict verdict)
{
    return verdict == HG_VERDICT_WRONG          ? RED
           : verdict == HG_VERDICT_UNVERIFIABLE ? GREY
                                                : NULL;
}

/* A date that exists says nothing to a department: only what is amiss is listed. */
static bool is_listed(const struct hg_claim *claim)
{
    return claim->relation != HG_RELATION_PERIOD || claim->verdict != HG_VERDICT_CONSISTENT;
}

static void claim_line(struct hg_buf *out, const struct hg_claim *claim, bool colour)
{
    struct hg_str stated =
        claim->paragraph != NULL ? hg_str_sub(claim->paragraph->text, claim->span) : HG_STR("");

    hg_buf_puts(out, "  ");
    styled(out, colour, verdict_style(claim->verdict), hg_str_of(hg_verdict_label(claim->verdict)),
           VERDICT_COLUMNS);
    cell(out, hg_str_of(hg_relation_label(claim->relation)), RELATION_COLUMNS);
    cell(out,
         hg_str_is(claim->name, hg_relation_label(claim->relation)) ? HG_STR("") : claim->name,
         NAME_COLUMNS);
    if (claim->working.len > 0) {
        hg_utf8_printable(out, claim->working);
        if (claim->verdict != HG_VERDICT_CONSISTENT && stated.len > 0) {
            hg_buf_puts(out, "，文中为 ");
            hg_utf8_printable(out, stated);
        }
    } else {
        hg_utf8_printable(out, stated);
    }
    if (claim->reason != HG_REASON_NONE) {
        hg_buf_puts(out, "（");
        hg_buf_puts(out, hg_reason_label(claim->reason));
        hg_buf_puts(out, "）");
    }
    hg_buf_putc(out, '\n');
}

static void rest_line(struct hg_buf *out, const struct hg_figures_rest *rest)
{
    hg_buf_puts(out, "  ");
    cell(out, HG_STR("尚余"), VERDICT_COLUMNS);
    cell(out, rest->name, RELATION_COLUMNS);
    cell(out, rest->text, NAME_COLUMNS);
    hg_utf8_printable(out, rest->working);
    hg_buf_puts(out, "，文中未作说明的请备查\n");
}

/* …远程视频会见234次: the words that lead up to a figure, then the figure. */
static void figure_words(struct hg_buf *out, const struct hg_quantity *quantity)
{
    struct hg_str text = quantity->paragraph->text;
    size_t start = quantity->span.start;
    bool cut = true;

    for (int i = 0; i < LEAD_CHARS && cut; i++) {
        size_t before = start;
        uint32_t c = start > 0 ? hg_utf8_prev(text, &before) : 0;

        cut = c != 0 && !hg_char_ends_clause(c) && c != 0x3001 && c != 0x201D && c != 0x300B;
        start = cut ? before : start;
    }
    hg_buf_puts(out, cut && start > 0 ? "…" : "");
    hg_utf8_printable(out, hg_str_trim(hg_str_sub(text, (struct hg_span){start,
                                                                         quantity->span.end})));
}

struct walk {
    const struct hg_figures_file *file;
    const struct hg_figures_use *uses;
    struct hg_arena *arena;
    size_t claim, quantity;
    bool colour;
};

static void section_of_claim(struct hg_buf *out, const struct walk *w, size_t i)
{
    const struct hg_claim *claim = w->file->ledger->claims.items[i];

    hg_buf_clear(out);
    if (claim->paragraph != NULL) {
        hg_figures_section(out, w->file->outline, claim->paragraph, claim->span);
    }
}

static void section_of_quantity(struct hg_buf *out, const struct walk *w, size_t i)
{
    const struct hg_quantity *quantity = w->file->ledger->quantities.items[i];

    hg_buf_clear(out);
    hg_figures_section(out, w->file->outline, quantity->paragraph, quantity->span);
}

/* Past claims and figures that are not shown. */
static void skip(struct walk *w)
{
    const struct hg_ledger *ledger = w->file->ledger;

    while (w->claim < ledger->claims.len && !is_listed(ledger->claims.items[w->claim])) {
        w->claim++;
    }
    while (w->quantity < ledger->quantities.len &&
           (w->uses[w->quantity].stated != NULL || w->uses[w->quantity].other != NULL)) {
        w->quantity++;
    }
}

static bool claim_comes_first(const struct walk *w)
{
    const struct hg_ledger *ledger = w->file->ledger;
    const struct hg_claim *claim;

    if (w->claim == ledger->claims.len || w->quantity == ledger->quantities.len) {
        return w->quantity == ledger->quantities.len;
    }
    claim = ledger->claims.items[w->claim];
    return claim->paragraph == NULL ||
           claim->paragraph->index <= ledger->quantities.items[w->quantity]->paragraph->index;
}

static void claims_of_section(struct hg_buf *out, struct walk *w, struct hg_str section)
{
    const struct hg_ledger *ledger = w->file->ledger;
    struct hg_buf own = HG_BUF_INIT;

    for (; w->claim < ledger->claims.len; w->claim++) {
        const struct hg_claim *claim = ledger->claims.items[w->claim];
        struct hg_figures_rest rest;

        section_of_claim(&own, w, w->claim);
        if (!hg_str_equal(hg_buf_view(&own), section)) {
            break;
        }
        if (is_listed(claim)) {
            claim_line(out, claim, w->colour);
            if (hg_figures_rest(w->arena, claim, &rest)) {
                rest_line(out, &rest);
            }
        }
    }
    hg_buf_release(&own);
}

static void figures_of_section(struct hg_buf *out, struct walk *w, struct hg_str section)
{
    const struct hg_ledger *ledger = w->file->ledger;
    struct hg_buf own = HG_BUF_INIT;
    bool first = true;

    for (; w->quantity < ledger->quantities.len; w->quantity++) {
        const struct hg_figures_use *use = &w->uses[w->quantity];

        if (use->stated != NULL || use->other != NULL) {
            continue;
        }
        section_of_quantity(&own, w, w->quantity);
        if (!hg_str_equal(hg_buf_view(&own), section)) {
            break;
        }
        hg_buf_puts(out, first ? "  其他数字  " : "；");
        figure_words(out, ledger->quantities.items[w->quantity]);
        first = false;
    }
    hg_buf_puts(out, first ? "" : "\n");
    hg_buf_release(&own);
}

static void head(struct hg_buf *out, const struct hg_figures_file *file, bool colour)
{
    size_t counts[4] = {0}, dates = 0;

    for (size_t i = 0; i < file->ledger->claims.len; i++) {
        const struct hg_claim *claim = file->ledger->claims.items[i];

        counts[claim->verdict]++;
        dates += !is_listed(claim);
    }
    styled(out, colour, BOLD, file->path, 0);
    hg_buf_printf(out, "\n  数字 %zu 个，数据关系 %zu 项：一致 %zu，疑为截尾 %zu，不一致 %zu，无法核验 %zu",
                  file->ledger->quantities.len, file->ledger->claims.len,
                  counts[HG_VERDICT_CONSISTENT], counts[HG_VERDICT_TRUNCATED],
                  counts[HG_VERDICT_WRONG], counts[HG_VERDICT_UNVERIFIABLE]);
    if (dates > 0) {
        hg_buf_printf(out, "（无误的日期、时段 %zu 项未列）", dates);
    }
    hg_buf_putc(out, '\n');
}

void hg_figures_text(struct hg_buf *out, const struct hg_figures_file *file, bool colour)
{
    struct hg_arena *arena = hg_arena_open();
    struct walk w = {file, hg_figures_uses(arena, file->ledger), arena, 0, 0, colour};
    struct hg_buf section = HG_BUF_INIT;

    head(out, file, colour);
    for (skip(&w); w.claim < file->ledger->claims.len || w.quantity < file->ledger->quantities.len;
         skip(&w)) {
        if (claim_comes_first(&w)) {
            section_of_claim(&section, &w, w.claim);
        } else {
            section_of_quantity(&section, &w, w.quantity);
        }
        hg_buf_putc(out, '\n');
        styled(out, colour, BOLD,
               section.len > 0 ? hg_buf_view(&section) : HG_STR("（各章节之前）"), 0);
        hg_buf_putc(out, '\n');
        claims_of_section(out, &w, hg_buf_view(&section));
        figures_of_section(out, &w, hg_buf_view(&section));
    }
    hg_buf_putc(out, '\n');
    hg_buf_release(&section);
    hg_arena_free(arena);
}
