/* --format jsonl: each file's object of --format json on a line of its own, written as soon as it
 * is its turn. */
#include "report/finding_json.h"
#include "report/writer.h"

static void begin(struct hg_buf *out, const struct hg_report_settings *settings,
                  const struct hg_report_summary *summary)
{
    (void)out;
    (void)settings;
    (void)summary;
}

static void document(struct hg_buf *fragment, const struct hg_report_settings *settings,
                     const struct hg_report_file *file)
{
    struct hg_json *object = hg_json_of_file(file);

    (void)settings;
    hg_json_write(fragment, object, 0);
    hg_buf_putc(fragment, '\n');
    hg_json_free(object);
}

const struct hg_writer hg_writer_jsonl = {
    .name = "jsonl",
    .summary = "每份文稿一行 JSON，查完一份写一行",
    .separator = "",
    .flushes = true,
    .begin = begin,
    .document = document,
    .end = begin,
};
