/* --format text: what a clerk reads on the terminal. */
#include "base/utf8.h"
#include "report/excerpt.h"
#include "report/writer.h"

enum { INDENT = 4, HEADING_COLUMNS = 28 };

#define RESET "\033[0m"
#define BOLD "\033[1m"
#define GREY "\033[90m"

static const char *severity_colour(enum hg_severity severity)
{
    switch (severity) {
    case HG_SEVERITY_ERROR:
        return "\033[1;31m";
    case HG_SEVERITY_WARNING:
        return "\033[33m";
    default:
        return "\033[36m";
    }
}

static void styled(struct hg_buf *out, bool colour, const char *style, struct hg_str text)
{
    if (colour) {
        hg_buf_puts(out, style);
    }
    hg_utf8_printable(out, text);
    if (colour) {
        hg_buf_puts(out, RESET);
    }
}

static void spaces(struct hg_buf *out, size_t count)
{
    while (count-- > 0) {
        hg_buf_putc(out, ' ');
    }
}

/* A heading of the path, cut to a width that keeps the line readable. */
static void short_heading(struct hg_buf *out, const struct hg_heading *heading)
{
    struct hg_buf whole = HG_BUF_INIT;
    struct hg_str text;
    size_t columns = 0, at = 0;

    hg_buf_str(&whole, heading->number);
    hg_buf_str(&whole, heading->title_text);
    text = hg_buf_view(&whole);
    while (at < text.len) {
        size_t next = at;
        size_t width;

        (void)hg_utf8_next(text, &next);
        width = hg_utf8_width(hg_str_sub(text, (struct hg_span){at, next}));
        if (columns + width > HEADING_COLUMNS) {
            break;
        }
        columns += width;
        at = next;
    }
    hg_utf8_printable(out, hg_str_sub(text, (struct hg_span){0, at}));
    if (at < text.len) {
        hg_buf_puts(out, "…");
    }
    hg_buf_release(&whole);
}

static void section_path(struct hg_buf *out, const struct hg_outline *outline, uint32_t heading)
{
    const struct hg_heading *item;

    if (heading == UINT32_MAX) {
        return;
    }
    item = &outline->headings.items[heading];
    if (item->parent != UINT32_MAX) {
        section_path(out, outline, item->parent);
        hg_buf_puts(out, " › ");
    }
    short_heading(out, item);
}

static void excerpt(struct hg_buf *out, const struct hg_report_settings *settings,
                    const struct hg_finding *finding)
{
    struct hg_excerpt view;

    hg_excerpt_init(&view, finding->place,
                    settings->width > INDENT * 2 ? settings->width - INDENT * 2 : INDENT);
    spaces(out, INDENT);
    hg_buf_str(out, hg_buf_view(&view.text));
    hg_buf_putc(out, '\n');
    spaces(out, INDENT + view.indent);
    if (settings->colour) {
        hg_buf_puts(out, severity_colour(finding->severity));
    }
    for (size_t i = 0; i < view.width; i++) {
        hg_buf_putc(out, '~');
    }
    if (settings->colour) {
        hg_buf_puts(out, RESET);
    }
    hg_buf_putc(out, '\n');
    hg_excerpt_release(&view);
}

/* Other places a finding rests on, where they are not in the same paragraph. */
static void related(struct hg_buf *out, const struct hg_finding *finding)
{
    size_t shown = 0;

    for (size_t i = 0; i < finding->related.len && shown < 3; i++) {
        struct hg_place place = finding->related.items[i];
        struct hg_str quote = hg_place_quote(place);

        if (place.paragraph == finding->place.paragraph) {
            continue;
        }
        spaces(out, INDENT);
        hg_buf_puts(out, "另见");
        hg_place_words(out, place);
        if (quote.len > 0) {
            hg_buf_puts(out, "：");
            hg_utf8_printable(out, hg_str_sub(quote, (struct hg_span){
                                                         0, hg_utf8_offset(quote, 40)}));
        }
        hg_buf_putc(out, '\n');
        shown++;
    }
}

static void finding_lines(struct hg_buf *out, const struct hg_report_settings *settings,
                          const struct hg_report_file *file, const struct hg_finding *finding)
{
    hg_buf_puts(out, "  ");
    styled(out, settings->colour, severity_colour(finding->severity),
           hg_str_of(hg_severity_label(finding->severity)));
    hg_buf_puts(out, "  ");
    styled(out, settings->colour, BOLD, hg_str_of(finding->check->name));
    hg_buf_putc(out, ' ');
    styled(out, settings->colour, GREY, hg_str_of(finding->check->id));
    hg_buf_puts(out, "   ");
    if (finding->heading != UINT32_MAX) {
        section_path(out, file->result->outline, finding->heading);
        hg_buf_puts(out, "  ");
    }
    hg_place_words(out, finding->place);
    hg_buf_putc(out, '\n');
    if (finding->place.paragraph != NULL &&
        (finding->place.paragraph->text.len > 0 || finding->place.paragraph->label.text.len > 0)) {
        excerpt(out, settings, finding);
    }
    spaces(out, INDENT);
    hg_utf8_printable(out, finding->message);
    hg_buf_putc(out, '\n');
    related(out, finding);
}

static void document(struct hg_buf *out, const struct hg_report_settings *settings,
                     const struct hg_report_file *file)
{
    if (file->status == HG_FILE_CHECKED && settings->quiet && file->result->findings.len == 0) {
        return;
    }
    styled(out, settings->colour, BOLD, file->path);
    if (file->status != HG_FILE_CHECKED) {
        hg_buf_puts(out, file->status == HG_FILE_SKIPPED ? "  略过：" : "  无法检查：");
        hg_utf8_printable(out, hg_str_of(file->error.message));
        hg_buf_putc(out, '\n');
        return;
    }
    if (file->result->form_name.len > 0) {
        hg_buf_puts(out, "  （");
        hg_utf8_printable(out, file->result->form_name);
        hg_buf_printf(out, "，吻合度 %u%%）", (unsigned)file->result->form_score);
    }
    hg_buf_putc(out, '\n');
    for (size_t i = 0; i < file->result->findings.len; i++) {
        finding_lines(out, settings, file, file->result->findings.items[i]);
    }
    if (file->result->dropped > 0) {
        hg_buf_printf(out, "  另有%zu处同类问题未列出\n", file->result->dropped);
    }
    if (file->result->findings.len == 0) {
        hg_buf_puts(out, "  未发现问题\n");
    }
}

static void begin(struct hg_buf *out, const struct hg_report_settings *settings,
                  const struct hg_report_summary *summary)
{
    (void)out;
    (void)settings;
    (void)summary;
}

/* What a batch came to: which faults are most frequent, which drafts need most work. */
static void tables(struct hg_buf *out, const struct hg_report_settings *settings,
                   const struct hg_report_summary *summary)
{
    size_t shown = summary->checks.len < 10 ? summary->checks.len : 10;

    hg_buf_puts(out, "\n");
    styled(out, settings->colour, BOLD, HG_STR("问题最多的检查"));
    hg_buf_putc(out, '\n');
    for (size_t i = 0; i < shown; i++) {
        const struct hg_report_tally *tally = &summary->checks.items[i];

        hg_buf_printf(out, "  %5zu 处  %4zu 份  %.*s ", tally->findings, tally->files,
                      HG_FMT(tally->name));
        styled(out, settings->colour, GREY, tally->id);
        hg_buf_putc(out, '\n');
    }
    styled(out, settings->colour, BOLD, HG_STR("问题最多的文稿"));
    hg_buf_putc(out, '\n');
    for (size_t i = 0; i < summary->worst_count; i++) {
        const struct hg_report_rank *rank = &summary->worst[i];

        hg_buf_printf(out, "  必改 %3zu  建议改 %3zu  请核 %3zu  ",
                      rank->findings[HG_SEVERITY_ERROR], rank->findings[HG_SEVERITY_WARNING],
                      rank->findings[HG_SEVERITY_NOTE]);
        hg_utf8_printable(out, rank->path);
        hg_buf_putc(out, '\n');
    }
}

static void end(struct hg_buf *out, const struct hg_report_settings *settings,
                const struct hg_report_summary *summary)
{
    if (settings->quiet) {
        return;
    }
    if (summary->files > 1 && summary->checks.len > 0) {
        tables(out, settings, summary);
    }
    hg_buf_printf(out, "%zu 份文稿：必改 %zu · 建议改 %zu · 请核 %zu", summary->files,
                  summary->findings[HG_SEVERITY_ERROR], summary->findings[HG_SEVERITY_WARNING],
                  summary->findings[HG_SEVERITY_NOTE]);
    if (summary->claims > 0) {
        hg_buf_printf(out, "；核对数据关系 %zu 项，一致 %zu，不符 %zu", summary->claims,
                      summary->claims_consistent, summary->claims_wrong);
    }
    if (summary->unreadable > 0) {
        hg_buf_printf(out, "；无法读取 %zu 份", summary->unreadable);
    }
    if (summary->skipped > 0) {
        hg_buf_printf(out, "；略过 %zu 份", summary->skipped);
    }
    hg_buf_putc(out, '\n');
}

const struct hg_writer hg_writer_text = {
    .name = "text",
    .summary = "屏幕上阅读的文字",
    .separator = "",
    .flushes = true,
    .begin = begin,
    .document = document,
    .end = end,
};
