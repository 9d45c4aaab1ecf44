#include "report/excerpt.h"

#include "base/utf8.h"
#include "lang/chars.h"

static size_t width_between(struct hg_str text, size_t start, size_t end)
{
    return hg_utf8_width(hg_str_sub(text, (struct hg_span){start, end}));
}

/* Characters; no terminal is wider, and what is cut by columns anyway need not be walked. */
enum { CLAUSE_REACH = 2000 };

/* Moves back from `at` to just after the mark that ends the clause before, or the text's start. */
static size_t clause_back(struct hg_str text, size_t at)
{
    if (at > 0) {
        (void)hg_utf8_prev(text, &at); /* the mark that was reached last */
    }
    for (size_t steps = 0; at > 0 && steps < CLAUSE_REACH; steps++) {
        size_t before = at;

        if (hg_char_ends_clause(hg_utf8_prev(text, &before))) {
            return at;
        }
        at = before;
    }
    return at;
}

static size_t clause_forward(struct hg_str text, size_t at)
{
    for (size_t steps = 0; at < text.len && steps < CLAUSE_REACH; steps++) {
        if (hg_char_ends_clause(hg_utf8_next(text, &at))) {
            return at;
        }
    }
    return at;
}

/* The clauses of the span's sentence that fit; the clause of the span itself is cut by characters
 * if it alone is too wide. */
static struct hg_span window(struct hg_str text, struct hg_span span, size_t columns)
{
    struct hg_span out = {clause_back(text, span.start), clause_forward(text, span.end)};

    if (span.start > 0 && hg_char_ends_clause(hg_utf8_before(text, span.start))) {
        out.start = span.start;
    }
    if (width_between(text, out.start, out.end) > columns) {
        size_t budget = columns > width_between(text, span.start, span.end)
                            ? columns - width_between(text, span.start, span.end)
                            : 0;
        size_t used = 0;

        out = span;
        while (out.start > 0 && used + 2 <= budget / 2) {
            (void)hg_utf8_prev(text, &out.start);
            used += 2;
        }
        while (out.end < text.len && used + 2 <= budget) {
            (void)hg_utf8_next(text, &out.end);
            used += 2;
        }
        return out;
    }
    /* What stands before in the sentence comes first: the figures that a rate rests on do. */
    while (out.start > 0 && !hg_char_ends_sentence(hg_utf8_before(text, out.start))) {
        size_t start = clause_back(text, out.start);

        if (width_between(text, start, out.end) > columns) {
            break;
        }
        out.start = start;
    }
    while (out.end < text.len && !hg_char_ends_sentence(hg_utf8_before(text, out.end))) {
        size_t end = clause_forward(text, out.end);

        if (width_between(text, out.start, end) > columns) {
            break;
        }
        out.end = end;
    }
    return out;
}

/* The span, or its beginning where it is wider than the line (a repeated passage). */
static struct hg_span fit(struct hg_str text, struct hg_span span, size_t columns)
{
    size_t end = span.start, used = 0;

    while (end < span.end) {
        size_t next = end;

        (void)hg_utf8_next(text, &next);
        used += width_between(text, end, next);
        if (used > columns) {
            break;
        }
        end = next;
    }
    return (struct hg_span){span.start, end};
}

void hg_excerpt_init(struct hg_excerpt *out, struct hg_place place, size_t columns)
{
    struct hg_str text = place.paragraph->text;
    size_t room = columns > 8 ? columns - 4 : 4;
    struct hg_span span = fit(text, place.span, room);
    struct hg_span shown = span.end < place.span.end ? span : window(text, span, room);
    struct hg_str label = place.paragraph->label.text;
    size_t at;

    *out = (struct hg_excerpt){.text = HG_BUF_INIT};
    if (shown.start > 0) {
        hg_buf_puts(&out->text, "…");
    } else if (label.len > 0) {
        hg_utf8_printable(&out->text, label);
    }
    if (span.start == span.end && label.len > 0 && shown.start == 0) {
        out->indent = 0; /* the automatic number itself */
        out->width = hg_utf8_width(hg_buf_view(&out->text));
    }
    at = out->text.len;
    hg_utf8_printable(&out->text, hg_str_sub(text, (struct hg_span){shown.start, span.start}));
    if (out->width == 0) {
        out->indent = hg_utf8_width(hg_buf_view(&out->text));
        at = out->text.len;
        hg_utf8_printable(&out->text, hg_str_sub(text, span));
        out->width = hg_utf8_width((struct hg_str){out->text.data + at, out->text.len - at});
    } else {
        hg_utf8_printable(&out->text, hg_str_sub(text, span));
    }
    hg_utf8_printable(&out->text, hg_str_sub(text, (struct hg_span){span.end, shown.end}));
    if (shown.end < text.len) {
        hg_buf_puts(&out->text, "…");
    }
    if (out->width == 0) {
        out->width = 1;
    }
}

void hg_excerpt_release(struct hg_excerpt *excerpt)
{
    hg_buf_release(&excerpt->text);
}
