/* --format html: one self-contained page to read, print and pass on. It loads nothing and runs one
 * script, its own, which the page's policy names by its hash. */
#include <string.h>

#include "report/html_part.h"
#include "template/embedded.h"

extern const struct hg_embedded hg_embedded_page[]; /* html.css, html.js */

enum { PAGE_CSS, PAGE_JS };

/* Base 64 of a hash given in hex (RFC 4648). */
static void hash_source(struct hg_buf *out, const char *hex)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    static const char values[] = "0123456789abcdef";
    uint32_t bits = 0;
    int held = 0;
    size_t written = 0;

    hg_buf_puts(out, "'sha256-");
    for (; *hex != '\0'; hex++) {
        bits = bits << 4 | (uint32_t)(strchr(values, *hex) - values);
        held += 4;
        while (held >= 6) {
            hg_buf_putc(out, digits[bits >> (held - 6) & 63]);
            held -= 6;
            written++;
        }
        bits &= (1u << held) - 1;
    }
    if (held > 0) {
        hg_buf_putc(out, digits[bits << (6 - held) & 63]);
        written++;
    }
    for (; written % 4 != 0; written++) {
        hg_buf_putc(out, '=');
    }
    hg_buf_putc(out, '\'');
}

static void embedded(struct hg_buf *out, int which)
{
    hg_buf_append(out, (const char *)hg_embedded_page[which].bytes, hg_embedded_page[which].len);
}

static void head(struct hg_buf *out)
{
    hg_buf_puts(out, "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                     "base-uri 'none'; form-action 'none'; style-src ");
    hash_source(out, HG_PAGE_CSS_SHA256);
    hg_buf_puts(out, "; script-src ");
    hash_source(out, HG_PAGE_JS_SHA256);
    hg_buf_puts(out, "\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
                     "<meta name=\"referrer\" content=\"no-referrer\">\n"
                     "<title>核稿结果</title>\n<style>");
    embedded(out, PAGE_CSS);
    hg_buf_puts(out, "</style></head>\n<body>\n");
}

static void totals(struct hg_buf *out, const struct hg_report_summary *summary)
{
    static const char *const names[HG_SEVERITY_COUNT] = {"note", "warning", "error"};

    hg_buf_printf(out, "<header class=\"top\"><h1>核稿结果</h1>\n<div class=\"totals\">"
                       "<span><b>%zu</b> 份文稿</span>",
                  summary->files);
    for (int i = HG_SEVERITY_COUNT; i-- > 0;) {
        hg_buf_printf(out, "<span>%s <b class=\"%s\">%zu</b></span>",
                      hg_severity_label((enum hg_severity)i), names[i], summary->findings[i]);
    }
    if (summary->claims > 0) {
        hg_buf_printf(out,
                      "<span>核对数据关系 <b>%zu</b> 项，一致 <b>%zu</b>，不符 <b>%zu</b></span>",
                      summary->claims, summary->claims_consistent, summary->claims_wrong);
    }
    if (summary->unreadable > 0) {
        hg_buf_printf(out, "<span>无法读取 <b class=\"error\">%zu</b> 份</span>",
                      summary->unreadable);
    }
    if (summary->skipped > 0) {
        hg_buf_printf(out, "<span>略过 <b>%zu</b> 份</span>", summary->skipped);
    }
    hg_buf_puts(out, "</div></header>\n");
}

static void filters(struct hg_buf *out)
{
    hg_buf_puts(out, "<div class=\"filters\"><form>");
    for (int i = HG_SEVERITY_COUNT; i-- > 0;) {
        hg_buf_printf(out, "<label><input type=\"checkbox\" value=\"%s\" checked> %s</label>",
                      hg_severity_name((enum hg_severity)i),
                      hg_severity_label((enum hg_severity)i));
    }
    hg_buf_puts(out, "<span class=\"gap\"></span>");
    for (int i = 0; i < HG_FAMILY_COUNT; i++) {
        hg_buf_printf(out, "<label><input type=\"checkbox\" value=\"%s\" checked> %s</label>",
                      hg_family_name((enum hg_family)i), hg_family_label((enum hg_family)i));
    }
    hg_buf_puts(out, "</form></div>\n");
}

static void overview(struct hg_buf *out, const struct hg_report_summary *summary)
{
    if (summary->files < 2 || summary->checks.len == 0) {
        return;
    }
    hg_buf_puts(out, "<div class=\"overview\"><table><caption>问题最多的检查</caption>"
                     "<tr><th>检查</th><th>处</th><th>份</th></tr>\n");
    for (size_t i = 0; i < summary->checks.len && i < 15; i++) {
        const struct hg_report_tally *tally = &summary->checks.items[i];

        hg_buf_puts(out, "<tr><td>");
        hg_html_text(out, tally->name);
        hg_buf_puts(out, " <span class=\"soft\">");
        hg_html_text(out, tally->id);
        hg_buf_printf(out, "</span></td><td class=\"n\">%zu</td><td class=\"n\">%zu</td></tr>\n",
                      tally->findings, tally->files);
    }
    hg_buf_puts(out, "</table>\n<table><caption>问题最多的文稿</caption>"
                     "<tr><th>文稿</th><th>必改</th><th>建议改</th><th>请核</th></tr>\n");
    for (size_t i = 0; i < summary->worst_count; i++) {
        const struct hg_report_rank *rank = &summary->worst[i];
        char id[20];

        hg_html_id(id, rank->path);
        hg_buf_printf(out, "<tr><td><a href=\"#%s\">", id);
        hg_html_text(out, rank->path);
        hg_buf_puts(out, "</a></td>");
        for (int j = HG_SEVERITY_COUNT; j-- > 0;) {
            hg_buf_printf(out, "<td class=\"n\">%zu</td>", rank->findings[j]);
        }
        hg_buf_puts(out, "</tr>\n");
    }
    hg_buf_puts(out, "</table></div>\n");
}

static void begin(struct hg_buf *out, const struct hg_report_settings *settings,
                  const struct hg_report_summary *summary)
{
    (void)settings;
    head(out);
    totals(out, summary);
    filters(out);
    hg_buf_puts(out, "<main>\n");
    overview(out, summary);
}

static void heading(struct hg_buf *out, const struct hg_report_file *file)
{
    hg_buf_puts(out, "<summary><h2>");
    hg_html_text(out, file->path);
    hg_buf_puts(out, "</h2>");
    if (file->result->form_name.len > 0) {
        hg_buf_puts(out, " <span class=\"form\">");
        hg_html_text(out, file->result->form_name);
        hg_buf_printf(out, "，吻合度 %u%%</span>", (unsigned)file->result->form_score);
    }
    for (int i = HG_SEVERITY_COUNT; i-- > 0;) {
        size_t count = hg_lint_result_count(file->result, (enum hg_severity)i);

        if (count > 0) {
            hg_buf_printf(out, "<span class=\"count\"><span class=\"badge %s\">%s %zu</span></span>",
                          hg_severity_name((enum hg_severity)i),
                          hg_severity_label((enum hg_severity)i), count);
        }
    }
    hg_buf_puts(out, "</summary>\n");
}

/* Of many drafts only those open at once that need work, and not too many. */
static bool is_open(const struct hg_report_settings *settings, const struct hg_report_file *file)
{
    return settings->files <= 1 || (settings->files <= 30 && file->result->findings.len > 0);
}

static void document(struct hg_buf *out, const struct hg_report_settings *settings,
                     const struct hg_report_file *file)
{
    char id[20];

    hg_html_id(id, file->path);
    hg_buf_printf(out, "<article class=\"doc\" id=\"%s\">", id);
    if (file->status != HG_FILE_CHECKED) {
        hg_buf_printf(out, "<p class=\"refused%s\"><b>",
                      file->status == HG_FILE_SKIPPED ? " skipped" : "");
        hg_html_text(out, file->path);
        hg_buf_puts(out, file->status == HG_FILE_SKIPPED ? "</b> 略过：" : "</b> 无法检查：");
        hg_html_text(out, hg_str_of(file->error.message));
        hg_buf_puts(out, "</p></article>\n");
        return;
    }
    hg_buf_puts(out, is_open(settings, file) ? "<details open>" : "<details>");
    heading(out, file);
    hg_buf_puts(out, "<div class=\"columns\">\n");
    hg_html_document_text(out, id, file->result);
    hg_html_list(out, id, file->result);
    hg_buf_puts(out, "</div>\n");
    hg_html_ledger(out, id, file->result);
    hg_buf_puts(out, "</details></article>\n");
}

static void end(struct hg_buf *out, const struct hg_report_settings *settings,
                const struct hg_report_summary *summary)
{
    (void)settings;
    (void)summary;
    hg_buf_puts(out, "</main>\n<footer>核稿 hegao " HG_VERSION
                     "。点列表中的一条可看到它在文中的位置；键 j、k 逐条前后移动。</footer>\n<script>");
    embedded(out, PAGE_JS);
    hg_buf_puts(out, "</script>\n</body></html>\n");
}

const struct hg_writer hg_writer_html = {
    .name = "html",
    .summary = "一个网页，可阅读、打印、转发，不连网络",
    .separator = "",
    .summary_first = true,
    .begin = begin,
    .document = document,
    .end = end,
};
