/* --format gitlab: a Code Quality report. Each fingerprint is unique and rests on the path and the
 * finding's words, never on where it stands. */
#include "base/json.h"
#include "report/position.h"

static void begin(struct hg_buf *out, const struct hg_report_settings *settings,
                  const struct hg_report_summary *summary)
{
    (void)settings;
    (void)summary;
    hg_buf_puts(out, "[");
}

static void end(struct hg_buf *out, const struct hg_report_settings *settings,
                const struct hg_report_summary *summary)
{
    (void)settings;
    (void)summary;
    hg_buf_puts(out, "]\n");
}

static void issue(struct hg_buf *out, struct hg_str path, size_t line, const char *check,
                  const char *severity, const char *fingerprint, struct hg_str description)
{
    struct hg_json *object = hg_json_object(), *location = hg_json_object();
    struct hg_json *lines = hg_json_object();

    hg_json_set_integer(lines, "begin", (long long)line);
    hg_json_set_str(location, "path", path);
    hg_json_set(location, "lines", lines);
    hg_json_set_str(object, "description", description);
    hg_json_set_text(object, "check_name", check);
    hg_json_set_text(object, "fingerprint", fingerprint);
    hg_json_set_text(object, "severity", severity);
    hg_json_set(object, "location", location);
    hg_buf_puts(out, out->len > 0 ? ",\n " : "");
    hg_json_write(out, object, 0);
    hg_json_free(object);
}

static void document(struct hg_buf *fragment, const struct hg_report_settings *settings,
                     const struct hg_report_file *file)
{
    static const char *const severities[HG_SEVERITY_COUNT] = {"info", "minor", "major"};
    struct hg_finding none = {.fingerprint = "unreadable"};
    char fingerprint[33];

    (void)settings;
    if (file->status == HG_FILE_UNREADABLE) {
        hg_position_fingerprint(fingerprint, file->key, &none);
        issue(fragment, file->key, 1, "unreadable", "blocker", fingerprint,
              hg_str_of(file->error.message));
    }
    for (size_t i = 0; file->result != NULL && i < file->result->findings.len; i++) {
        const struct hg_finding *finding = file->result->findings.items[i];
        struct hg_buf text = HG_BUF_INIT;

        hg_buf_printf(&text, "%s：", finding->check->name);
        hg_position_words(&text, file->result->outline, finding);
        hg_buf_puts(&text, "：");
        hg_finding_text(&text, finding, "；");
        hg_position_fingerprint(fingerprint, file->key, finding);
        issue(fragment, file->key, hg_position_of(finding->place).line, finding->check->id,
              severities[finding->severity], fingerprint, hg_buf_view(&text));
        hg_buf_release(&text);
    }
}

const struct hg_writer hg_writer_gitlab = {
    .name = "gitlab",
    .summary = "GitLab 的代码质量报告",
    .separator = ",\n ",
    .begin = begin,
    .document = document,
    .end = end,
};
