/* --format github: annotations of a pull request, as workflow commands of GitHub Actions. */
#include "report/position.h"

static void begin(struct hg_buf *out, const struct hg_report_settings *settings,
                  const struct hg_report_summary *summary)
{
    (void)out;
    (void)settings;
    (void)summary;
}

/* Commands are lines: what would end one or a property is escaped. */
static void escape(struct hg_buf *out, struct hg_str text, bool property)
{
    for (size_t i = 0; i < text.len; i++) {
        char byte = text.data[i];

        if (byte == '%' || byte == '\r' || byte == '\n' || (property && (byte == ':' || byte == ','))) {
            hg_buf_printf(out, "%%%02X", (unsigned)(unsigned char)byte);
        } else {
            hg_buf_putc(out, byte);
        }
    }
}

static void finding_line(struct hg_buf *out, const struct hg_report_file *file,
                         const struct hg_finding *finding)
{
    static const char *const commands[HG_SEVERITY_COUNT] = {"notice", "warning", "error"};
    struct hg_position position = hg_position_of(finding->place);
    struct hg_buf text = HG_BUF_INIT;

    hg_buf_printf(out, "::%s title=", commands[finding->severity]);
    hg_buf_printf(&text, "%s %s", finding->check->name, finding->check->id);
    escape(out, hg_buf_view(&text), true);
    hg_buf_puts(out, ",file=");
    escape(out, file->key, true);
    hg_buf_printf(out, ",line=%zu", position.line);
    if (finding->place.paragraph != NULL && position.end > position.start) {
        hg_buf_printf(out, ",endLine=%zu,col=%zu,endColumn=%zu", position.line,
                      position.start + 1, position.end);
    }
    hg_buf_puts(out, "::");
    hg_buf_clear(&text);
    hg_position_words(&text, file->result->outline, finding);
    hg_buf_puts(&text, "：");
    hg_finding_text(&text, finding, "\n");
    escape(out, hg_buf_view(&text), false);
    hg_buf_putc(out, '\n');
    hg_buf_release(&text);
}

static void document(struct hg_buf *out, const struct hg_report_settings *settings,
                     const struct hg_report_file *file)
{
    (void)settings;
    if (file->status == HG_FILE_UNREADABLE) {
        hg_buf_puts(out, "::error title=无法检查,file=");
        escape(out, file->key, true);
        hg_buf_puts(out, "::");
        escape(out, hg_str_of(file->error.message), false);
        hg_buf_putc(out, '\n');
    }
    for (size_t i = 0; file->result != NULL && i < file->result->findings.len; i++) {
        finding_line(out, file, file->result->findings.items[i]);
    }
}

const struct hg_writer hg_writer_github = {
    .name = "github",
    .summary = "GitHub Actions 的注释",
    .separator = "",
    .flushes = true,
    .begin = begin,
    .document = document,
    .end = begin,
};
