/* 一是 … 二是 … inside the text count from one without gaps. */
#include "base/utf8.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_series_gap = {
    .id = "series-gap",
    .family = HG_FAMILY_STRUCTURE,
    .name = "段内序数不连续",
    .severity = HG_SEVERITY_ERROR,
    .summary = "“一是、二是、三是”“第一、第二”等段内序数跳号或重号",
    .explanation = "段内分层用“一是……二是……三是……”或“第一，……第二，……”时应当连续。跳号或重号多半是增删内容"
                   "后没有顺改，也可能是漏掉了一层意思。“首先、其次、最后”可以省去中间的“再次”，不作要求。",
    .bad = "今年以来，一是抓接待，二是抓办理，四是抓回访。\n",
    .good = "今年以来，一是抓接待，二是抓办理，三是抓回访。\n",
    .run = run,
};

static void written(struct hg_buf *out, enum hg_label_style style, uint32_t value)
{
    hg_buf_clear(out);
    hg_label_write(out, style, value);
    if (style == HG_LABEL_DI) {
        out->len -= HG_STR("，").len; /* 第二、 and 第二是 count as well */
    }
}

/* True if the text from one item to another holds the label: the item exists, in a place where it
 * was not taken for one. */
static bool stands_between(struct hg_pass *pass, const struct hg_series_item *from,
                           const struct hg_series_item *to, struct hg_str label)
{
    const struct hg_doc *doc = hg_pass_doc(pass);

    for (size_t i = from->paragraph->index; i <= to->paragraph->index; i++) {
        struct hg_str text = doc->paragraphs.items[i]->text;
        size_t at = i == from->paragraph->index ? from->label.span.end : 0;

        at = hg_str_find(text, label, at);
        if (at != SIZE_MAX && (i < to->paragraph->index || at < to->label.span.start)) {
            return true;
        }
    }
    return false;
}

static struct hg_span label_span(const struct hg_series_item *item)
{
    struct hg_span span = item->label.digits;

    if (item->label.style == HG_LABEL_IS || item->label.style == HG_LABEL_DI) {
        span = item->label.span;
    }
    return span;
}

static void check_first(struct hg_pass *pass, const struct hg_series *series)
{
    const struct hg_series_item *item = &series->items.items[0];
    const struct hg_outline *outline = hg_pass_outline(pass);
    struct hg_series_item start = *item;
    struct hg_buf label = HG_BUF_INIT;

    /* A lone 二是 or 第三， may be a way of speaking; two in a row are a series. */
    if (item->label.value == 1 || series->items.len < 2 || series->style != HG_LABEL_IS) {
        return;
    }
    if (series->heading != UINT32_MAX) {
        start.paragraph = outline->headings.items[series->heading].paragraph;
    }
    start.label.span.end = 0;
    written(&label, series->style, 1);
    if (!stands_between(pass, &start, item, hg_buf_view(&label))) {
        struct hg_finding *finding =
            hg_report(pass, &hg_check_series_gap, item->paragraph, label_span(item),
                      "“%.*s”之前没有“%.*s”，请核对是否漏了内容并顺改序数",
                      HG_FMT(hg_str_sub(item->paragraph->text, label_span(item))),
                      HG_FMT(hg_buf_view(&label)));

        hg_finding_severity(finding, HG_SEVERITY_WARNING);
    }
    hg_buf_release(&label);
}

/* 二是 三是 三是 四是: the count goes on as if the second 三是 were not there. */
static bool goes_on_after(const struct hg_series *series, size_t index)
{
    return index + 1 < series->items.len &&
           series->items.items[index + 1].label.value == series->items.items[index].label.value + 1;
}

static void check_pair(struct hg_pass *pass, const struct hg_series *series, size_t index)
{
    const struct hg_series_item *before = &series->items.items[index - 1];
    const struct hg_series_item *item = &series->items.items[index];
    uint32_t wanted = before->label.value + 1;
    struct hg_buf label = HG_BUF_INIT;
    struct hg_finding *finding = NULL;
    struct hg_str shown = hg_str_sub(item->paragraph->text, label_span(item));

    if (item->label.value == wanted) {
        return;
    }
    written(&label, series->style, wanted);
    if (item->label.value == before->label.value && goes_on_after(series, index)) {
        finding = hg_report(pass, &hg_check_series_gap, item->paragraph, label_span(item),
                            "序数“%.*s”重复，请核对是否多写了一处，若是两项请顺改其后的序数",
                            HG_FMT(hg_str_trim(shown)));
    } else if (item->label.value == before->label.value) {
        finding = hg_report(pass, &hg_check_series_gap, item->paragraph, label_span(item),
                            "“%.*s”与上文重号，按次序应为“%.*s”，请顺改", HG_FMT(hg_str_trim(shown)),
                            HG_FMT(hg_buf_view(&label)));
    } else if (item->label.value > wanted && !stands_between(pass, before, item, hg_buf_view(&label))) {
        finding = hg_report(pass, &hg_check_series_gap, item->paragraph, label_span(item),
                            "“%.*s”与上文不连续，按次序应为“%.*s”，请核对是否漏了内容并顺改序数",
                            HG_FMT(hg_str_trim(shown)), HG_FMT(hg_buf_view(&label)));
    }
    if (finding != NULL) {
        hg_finding_related(pass, finding, before->paragraph, label_span(before));
    }
    hg_buf_release(&label);
}

static void run(struct hg_pass *pass)
{
    const struct hg_outline *outline = hg_pass_outline(pass);

    for (size_t i = 0; i < outline->series.len; i++) {
        const struct hg_series *series = &outline->series.items[i];

        if (series->style != HG_LABEL_IS && series->style != HG_LABEL_DI &&
            series->style != HG_LABEL_CIRCLED) {
            continue;
        }
        if (series->style == HG_LABEL_CIRCLED && series->items.items[0].label.value != 1) {
            continue; /* marks of footnotes, as old texts print them */
        }
        check_first(pass, series);
        for (size_t j = 1; j < series->items.len; j++) {
            check_pair(pass, series, j);
        }
    }
}
