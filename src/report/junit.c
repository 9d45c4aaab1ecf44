/* --format junit: one suite a draft, one case a check that found something. CI servers show one
 * failure a case and no attributes of place, so each place stands in the failure's text. Notes are
 * output of a case that passed: they ask for a look, not for a change. */
#include "io/xml.h"
#include "report/position.h"

static void begin(struct hg_buf *out, const struct hg_report_settings *settings,
                  const struct hg_report_summary *summary)
{
    (void)settings;
    (void)summary;
    hg_buf_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"hegao\">\n");
}

static void end(struct hg_buf *out, const struct hg_report_settings *settings,
                const struct hg_report_summary *summary)
{
    (void)settings;
    (void)summary;
    hg_buf_puts(out, "</testsuites>\n");
}

static void open_case(struct hg_buf *out, const struct hg_report_file *file, struct hg_str name)
{
    hg_buf_puts(out, "    <testcase classname=\"");
    hg_xml_escape(out, file->path);
    hg_buf_puts(out, "\" name=\"");
    hg_xml_escape(out, name);
    hg_buf_puts(out, "\" time=\"0\"");
}

/* All findings of one check, one a line. */
static void lines(struct hg_buf *out, const struct hg_report_file *file,
                  const struct hg_check *check, enum hg_severity *gravest)
{
    *gravest = HG_SEVERITY_NOTE;
    for (size_t i = 0; i < file->result->findings.len; i++) {
        const struct hg_finding *finding = file->result->findings.items[i];
        struct hg_buf text = HG_BUF_INIT;

        if (finding->check != check) {
            continue;
        }
        if (finding->severity > *gravest) {
            *gravest = finding->severity;
        }
        hg_buf_printf(&text, "%.*s：", HG_FMT(file->path));
        hg_position_words(&text, file->result->outline, finding);
        if (hg_place_quote(finding->place).len > 0) {
            hg_buf_printf(&text, "“%.*s”", HG_FMT(hg_place_quote(finding->place)));
        }
        hg_buf_printf(&text, "（%s）", hg_severity_label(finding->severity));
        hg_finding_text(&text, finding, "；");
        hg_buf_putc(&text, '\n');
        hg_xml_escape(out, hg_buf_view(&text));
        hg_buf_release(&text);
    }
}

/* True for the first finding of its check. */
static bool is_first(const struct hg_lint_result *result, size_t index)
{
    for (size_t i = 0; i < index; i++) {
        if (result->findings.items[i]->check == result->findings.items[index]->check) {
            return false;
        }
    }
    return true;
}

static void check_case(struct hg_buf *out, const struct hg_report_file *file,
                       const struct hg_check *check, size_t *failures)
{
    struct hg_buf name = HG_BUF_INIT, text = HG_BUF_INIT;
    enum hg_severity gravest;

    lines(&text, file, check, &gravest);
    hg_buf_printf(&name, "%s %s", check->name, check->id);
    open_case(out, file, hg_buf_view(&name));
    if (gravest == HG_SEVERITY_NOTE) {
        hg_buf_printf(out, ">\n      <system-out>%s</system-out>\n", text.data);
    } else {
        hg_buf_printf(out, ">\n      <failure type=\"%s\" message=\"",
                      hg_severity_name(gravest));
        hg_xml_escape(out, hg_str_of(check->name));
        hg_buf_printf(out, "\">%s</failure>\n", text.data);
        (*failures)++;
    }
    hg_buf_puts(out, "    </testcase>\n");
    hg_buf_release(&name);
    hg_buf_release(&text);
}

static void document(struct hg_buf *fragment, const struct hg_report_settings *settings,
                     const struct hg_report_file *file)
{
    struct hg_buf cases = HG_BUF_INIT;
    size_t tests = 0, failures = 0;

    (void)settings;
    for (size_t i = 0; file->result != NULL && i < file->result->findings.len; i++) {
        if (is_first(file->result, i)) {
            check_case(&cases, file, file->result->findings.items[i]->check, &failures);
            tests++;
        }
    }
    if (tests == 0) {
        open_case(&cases, file, HG_STR("核稿"));
        if (file->status == HG_FILE_CHECKED) {
            hg_buf_puts(&cases, "/>\n");
        } else {
            hg_buf_printf(&cases, "><%s message=\"",
                          file->status == HG_FILE_SKIPPED ? "skipped" : "error");
            hg_xml_escape(&cases, hg_str_of(file->error.message));
            hg_buf_puts(&cases, "\"/></testcase>\n");
        }
        tests = 1;
    }
    hg_buf_puts(fragment, "  <testsuite name=\"");
    hg_xml_escape(fragment, file->path);
    hg_buf_printf(fragment, "\" tests=\"%zu\" failures=\"%zu\" errors=\"%d\" skipped=\"%d\" time=\"0\">\n",
                  tests, failures, file->status == HG_FILE_UNREADABLE,
                  file->status == HG_FILE_SKIPPED);
    hg_buf_str(fragment, hg_buf_view(&cases));
    hg_buf_puts(fragment, "  </testsuite>\n");
    hg_buf_release(&cases);
}

const struct hg_writer hg_writer_junit = {
    .name = "junit",
    .summary = "JUnit XML，持续集成服务器读取",
    .separator = "",
    .begin = begin,
    .document = document,
    .end = end,
};
