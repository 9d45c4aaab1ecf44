#include "report/writer.h"

#include <string.h>

extern const struct hg_writer hg_writer_github;
extern const struct hg_writer hg_writer_gitlab;
extern const struct hg_writer hg_writer_html;
extern const struct hg_writer hg_writer_json;
extern const struct hg_writer hg_writer_jsonl;
extern const struct hg_writer hg_writer_junit;
extern const struct hg_writer hg_writer_sarif;
extern const struct hg_writer hg_writer_text;

static const struct hg_writer *const writers[] = {
    &hg_writer_github,
    &hg_writer_gitlab,
    &hg_writer_html,
    &hg_writer_json,
    &hg_writer_jsonl,
    &hg_writer_junit,
    &hg_writer_sarif,
    &hg_writer_text,
};

const struct hg_writer *const *hg_writers(size_t *count)
{
    *count = sizeof writers / sizeof *writers;
    return writers;
}

const struct hg_writer *hg_writer_find(const char *name)
{
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++) {
        if (strcmp(writers[i]->name, name) == 0) {
            return writers[i];
        }
    }
    return NULL;
}

const char *hg_file_status_name(enum hg_file_status status)
{
    static const char *const names[] = {"checked", "unreadable", "skipped"};

    return names[status];
}

void hg_place_words(struct hg_buf *out, struct hg_place place)
{
    static const char *const stories[HG_PART_COUNT] = {"",     "页眉",   "页脚", "脚注",
                                                       "尾注", "文本框", "批注"};
    const struct hg_cell *cell;

    if (place.paragraph == NULL) {
        hg_buf_puts(out, "全文");
        return;
    }
    cell = hg_node_enclosing_cell(&place.paragraph->node);
    if (cell != NULL) {
        const struct hg_row *row = hg_node_row(cell->node.parent);
        const struct hg_table *table = hg_node_table(cell->node.parent->parent);

        hg_buf_printf(out, "表%u第%u行第%u列", (unsigned)table->number, (unsigned)row->index + 1,
                      (unsigned)cell->column + 1);
        return;
    }
    hg_buf_printf(out, "%s第%u段", stories[place.paragraph->part],
                  (unsigned)place.paragraph->number);
}
