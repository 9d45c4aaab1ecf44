/* --format json: the contract of DESIGN.md section 5. Fields may be added, never changed. */
#include "base/json.h"

#include "base/utf8.h"
#include "report/finding_json.h"
#include "report/writer.h"

static void begin(struct hg_buf *out, const struct hg_report_settings *settings,
                  const struct hg_report_summary *summary)
{
    (void)settings;
    (void)summary;
    hg_buf_puts(out, "{\"format\": 1, \"tool\": {\"name\": \"hegao\", \"version\": \"" HG_VERSION
                     "\"},\n \"files\": [");
}

static void document(struct hg_buf *fragment, const struct hg_report_settings *settings,
                     const struct hg_report_file *file)
{
    struct hg_json *object = hg_json_of_file(file);

    (void)settings;
    hg_json_write(fragment, object, 0);
    hg_json_free(object);
}

static void end(struct hg_buf *out, const struct hg_report_settings *settings,
                const struct hg_report_summary *summary)
{
    struct hg_json *object = hg_json_of_summary(summary);

    (void)settings;
    hg_buf_puts(out, "],\n \"summary\": ");
    hg_json_write(out, object, 0);
    hg_buf_puts(out, "}\n");
    hg_json_free(object);
}

const struct hg_writer hg_writer_json = {
    .name = "json",
    .summary = "一个 JSON 对象，供程序读取",
    .separator = ",\n  ",
    .begin = begin,
    .document = document,
    .end = end,
};
