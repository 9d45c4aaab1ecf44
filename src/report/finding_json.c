#include "report/finding_json.h"

#include "base/utf8.h"

void hg_json_set_place(struct hg_json *object, struct hg_place place)
{
    const struct hg_paragraph *paragraph = place.paragraph;
    size_t start;

    if (paragraph == NULL) {
        return;
    }
    start = hg_utf8_count(hg_str_sub(paragraph->text, (struct hg_span){0, place.span.start}));
    hg_json_set_text(object, "part", hg_part_name(paragraph->part));
    hg_json_set_integer(object, "paragraph", paragraph->number);
    hg_json_set_integer(object, "start", (long long)start);
    hg_json_set_integer(object, "end",
                        (long long)(start + hg_utf8_count(hg_place_quote(place))));
    hg_json_set_str(object, "quote", hg_place_quote(place));
}

/* The headings around a finding, outermost first. */
static struct hg_json *section_path(const struct hg_outline *outline, uint32_t heading)
{
    struct hg_json *path = hg_json_array();
    uint32_t chain[16];
    size_t depth = 0;

    while (heading != UINT32_MAX && depth < sizeof chain / sizeof *chain) {
        chain[depth++] = heading;
        heading = outline->headings.items[heading].parent;
    }
    while (depth > 0) {
        const struct hg_heading *item = &outline->headings.items[chain[--depth]];
        struct hg_buf text = HG_BUF_INIT;

        hg_buf_str(&text, item->number);
        hg_buf_str(&text, item->title_text);
        hg_json_push(path, hg_json_string(hg_buf_view(&text)));
        hg_buf_release(&text);
    }
    return path;
}

struct hg_json *hg_json_of_finding(const struct hg_finding *finding,
                                   const struct hg_outline *outline)
{
    struct hg_json *object = hg_json_object();
    struct hg_json *related = hg_json_array();

    hg_json_set_text(object, "check", finding->check->id);
    hg_json_set_text(object, "family", hg_family_name(finding->check->family));
    hg_json_set_text(object, "severity", hg_severity_name(finding->severity));
    hg_json_set_text(object, "name", finding->check->name);
    hg_json_set_str(object, "message", finding->message);
    hg_json_set_place(object, finding->place);
    if (finding->place.paragraph != NULL && finding->place.span.start == finding->place.span.end &&
        finding->place.paragraph->label.text.len > 0) {
        hg_json_set_str(object, "label", finding->place.paragraph->label.text);
    }
    hg_json_set(object, "section", section_path(outline, finding->heading));
    if (finding->working.len > 0) {
        hg_json_set_str(object, "working", finding->working);
    }
    if (finding->has_suggestion) {
        hg_json_set_str(object, "suggestion", finding->suggestion);
    }
    for (size_t i = 0; i < finding->related.len; i++) {
        struct hg_json *place = hg_json_object();

        hg_json_set_place(place, finding->related.items[i]);
        hg_json_push(related, place);
    }
    hg_json_set(object, "related", related);
    hg_json_set_text(object, "fingerprint", finding->fingerprint);
    return object;
}

struct hg_json *hg_json_of_file(const struct hg_report_file *file)
{
    struct hg_json *object = hg_json_object();

    hg_json_set_str(object, "path", file->path);
    hg_json_set_text(object, "status", hg_file_status_name(file->status));
    if (file->status == HG_FILE_CHECKED && file->result->form_id.len > 0) {
        hg_json_set_str(object, "template", file->result->form_id);
        hg_json_set_integer(object, "template_score", (long long)file->result->form_score);
    }
    if (file->result != NULL) {
        struct hg_json *findings = hg_json_array();

        for (size_t i = 0; i < file->result->findings.len; i++) {
            hg_json_push(findings, hg_json_of_finding(file->result->findings.items[i],
                                                      file->result->outline));
        }
        hg_json_set(object, "findings", findings);
        if (file->result->dropped > 0) {
            hg_json_set_integer(object, "findings_not_shown", (long long)file->result->dropped);
        }
    } else {
        struct hg_json *error = hg_json_object();

        hg_json_set_text(error, "kind", hg_status_name(file->error.status));
        hg_json_set_text(error, "message", file->error.message);
        hg_json_set(object, "error", error);
    }
    return object;
}

struct hg_json *hg_json_of_summary(const struct hg_report_summary *summary)
{
    struct hg_json *object = hg_json_object();

    hg_json_set_integer(object, "files", (long long)summary->files);
    hg_json_set_integer(object, "unreadable", (long long)summary->unreadable);
    hg_json_set_integer(object, "skipped", (long long)summary->skipped);
    hg_json_set_integer(object, "errors", (long long)summary->findings[HG_SEVERITY_ERROR]);
    hg_json_set_integer(object, "warnings", (long long)summary->findings[HG_SEVERITY_WARNING]);
    hg_json_set_integer(object, "notes", (long long)summary->findings[HG_SEVERITY_NOTE]);
    return object;
}
