/* The list of findings and the ledger beside the text. */
#include "base/utf8.h"
#include "figures/ledger.h"
#include "report/html_part.h"
#include "report/position.h"

enum group { GROUP_ERRORS, GROUP_FIGURES, GROUP_REST, GROUP_COUNT };

static enum group group_of(const struct hg_finding *finding)
{
    if (finding->severity == HG_SEVERITY_ERROR) {
        return GROUP_ERRORS;
    }
    return finding->check->family == HG_FAMILY_FIGURES ? GROUP_FIGURES : GROUP_REST;
}

static void item(struct hg_buf *out, const char *id, const struct hg_lint_result *result,
                 size_t index)
{
    const struct hg_finding *finding = result->findings.items[index];
    struct hg_str quote = hg_place_quote(finding->place);
    struct hg_buf words = HG_BUF_INIT;
    size_t shown = hg_utf8_offset(quote, 60);

    hg_position_words(&words, result->outline, finding);
    hg_buf_printf(out, "<li class=\"item s-%s f-%s\" data-i=\"%zu\"><a href=\"#%s",
                  hg_severity_name(finding->severity), hg_family_name(finding->check->family),
                  index + 1, id);
    if (finding->place.paragraph != NULL) {
        hg_buf_printf(out, "-p%u", (unsigned)finding->place.paragraph->index);
    }
    hg_buf_printf(out, "\"><span class=\"badge\">%s</span><b>",
                  hg_severity_label(finding->severity));
    hg_html_text(out, hg_str_of(finding->check->name));
    hg_buf_puts(out, "</b> <span class=\"soft\">");
    hg_html_text(out, hg_str_of(finding->check->id));
    hg_buf_printf(out, "</span> <sup class=\"n\">%zu</sup><span class=\"where\">", index + 1);
    hg_html_text(out, hg_buf_view(&words));
    hg_buf_puts(out, "</span>");
    if (quote.len > 0) {
        hg_buf_puts(out, "<q>");
        hg_html_text(out, hg_str_sub(quote, (struct hg_span){0, shown}));
        hg_buf_puts(out, shown < quote.len ? "…</q> " : "</q> ");
    }
    hg_html_text(out, finding->message);
    if (finding->working.len > 0) {
        hg_buf_puts(out, "<span class=\"working\">");
        hg_html_text(out, finding->working);
        hg_buf_puts(out, "</span>");
    }
    if (finding->has_suggestion) {
        hg_buf_puts(out, "<span class=\"where\">建议改为：");
        hg_html_text(out, finding->suggestion.len > 0 ? finding->suggestion : HG_STR("（删去）"));
        hg_buf_puts(out, "</span>");
    }
    hg_buf_puts(out, "</a></li>\n");
    hg_buf_release(&words);
}

void hg_html_list(struct hg_buf *out, const char *id, const struct hg_lint_result *result)
{
    static const char *const names[GROUP_COUNT] = {"必改", "请核对的数字", "其他"};

    hg_buf_puts(out, "<aside aria-label=\"问题\">\n");
    for (int group = 0; group < GROUP_COUNT; group++) {
        size_t count = 0;

        for (size_t i = 0; i < result->findings.len * HG_SEVERITY_COUNT; i++) {
            size_t index = i % result->findings.len; /* the graver ones of a group first */
            size_t turn = i / result->findings.len;
            const struct hg_finding *finding = result->findings.items[index];

            if (group_of(finding) != (enum group)group ||
                (size_t)finding->severity + turn + 1 != HG_SEVERITY_COUNT) {
                continue;
            }
            if (count++ == 0) {
                hg_buf_printf(out, "<h3>%s</h3><ol class=\"list\">\n", names[group]);
            }
            item(out, id, result, index);
        }
        hg_buf_puts(out, count > 0 ? "</ol>\n" : "");
    }
    if (result->findings.len == 0) {
        hg_buf_puts(out, "<p class=\"clean\">未发现问题</p>\n");
    }
    if (result->dropped > 0) {
        hg_buf_printf(out, "<p class=\"soft\">另有%zu处同类问题未列出</p>\n", result->dropped);
    }
    for (size_t i = 0; i < result->suppressed.len; i++) {
        if (i == 0) {
            hg_buf_printf(out, "<details class=\"soft\"><summary>已忽略 %zu 处</summary><ul>\n",
                          result->suppressed.len);
        }
        hg_buf_puts(out, "<li>");
        hg_html_text(out, hg_str_of(result->suppressed.items[i].finding->check->name));
        hg_buf_puts(out, "：");
        hg_html_text(out, result->suppressed.items[i].reason);
        hg_buf_puts(out, i + 1 == result->suppressed.len ? "</li></ul></details>\n" : "</li>\n");
    }
    hg_buf_puts(out, "</aside>\n");
}

static void claim_row(struct hg_buf *out, const char *id, const struct hg_claim *claim)
{
    struct hg_str quote = hg_str_sub(claim->paragraph->text, claim->span);

    hg_buf_printf(out, "<tr class=\"%s\"><td><a href=\"#%s-p%u\">", hg_verdict_name(claim->verdict),
                  id, (unsigned)claim->paragraph->index);
    hg_html_text(out, hg_str_sub(quote, (struct hg_span){0, hg_utf8_offset(quote, 40)}));
    hg_buf_puts(out, "</a></td><td>");
    hg_html_text(out, claim->name);
    hg_buf_printf(out, "</td><td>%s</td><td>", hg_relation_label(claim->relation));
    hg_html_text(out, claim->working);
    hg_buf_printf(out, "</td><td>%s", hg_verdict_label(claim->verdict));
    if (claim->reason != HG_REASON_NONE) {
        hg_buf_printf(out, "：%s", hg_reason_label(claim->reason));
    }
    hg_buf_puts(out, "</td></tr>\n");
}

void hg_html_ledger(struct hg_buf *out, const char *id, const struct hg_lint_result *result)
{
    const struct hg_ledger *ledger = result->ledger;

    if (ledger == NULL || ledger->claims.len == 0) {
        return;
    }
    hg_buf_printf(out,
                  "<details class=\"ledger\"><summary>数据台账：数字 %zu 个，关系 %zu 项</summary>"
                  "<div class=\"wide\"><table><tr><th>文中</th><th>事项</th><th>关系</th>"
                  "<th>算式</th><th>结论</th></tr>\n",
                  ledger->quantities.len, ledger->claims.len);
    for (size_t i = 0; i < ledger->claims.len; i++) {
        claim_row(out, id, ledger->claims.items[i]);
    }
    hg_buf_puts(out, "</table></div></details>\n");
}
