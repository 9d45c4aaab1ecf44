/* --format sarif: SARIF 2.1.0 (OASIS). Results stream by; the tool with its rules follows them, as
 * rules of users' own are known only then. A paragraph is a line: GitHub wants one with every
 * result; where it really stands is in logicalLocations and properties. */
#include "base/json.h"
#include "lint/registry.h"
#include "report/finding_json.h"
#include "report/position.h"

static void begin(struct hg_buf *out, const struct hg_report_settings *settings,
                  const struct hg_report_summary *summary)
{
    (void)settings;
    (void)summary;
    hg_buf_puts(out, "{\"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\", "
                     "\"version\": \"2.1.0\", \"runs\": [{\"columnKind\": \"unicodeCodePoints\",\n"
                     " \"results\": [");
}

static struct hg_json *message(struct hg_str text)
{
    struct hg_json *object = hg_json_object();

    hg_json_set_str(object, "text", text);
    return object;
}

static struct hg_json *physical(struct hg_str key, struct hg_place place)
{
    struct hg_json *object = hg_json_object(), *artifact = hg_json_object();
    struct hg_json *region = hg_json_object();
    struct hg_position position = hg_position_of(place);
    struct hg_buf uri = HG_BUF_INIT;

    hg_position_uri(&uri, key);
    hg_json_set_str(artifact, "uri", hg_buf_view(&uri));
    if (key.len > 0 && key.data[0] != '/') {
        hg_json_set_text(artifact, "uriBaseId", "%SRCROOT%");
    }
    hg_json_set_integer(region, "startLine", (long long)position.line);
    if (place.paragraph != NULL && position.end > position.start) {
        hg_json_set_integer(region, "startColumn", (long long)position.start + 1);
        hg_json_set_integer(region, "endColumn", (long long)position.end + 1);
        hg_json_set(region, "snippet", message(hg_place_quote(place)));
    }
    hg_json_set(object, "artifactLocation", artifact);
    hg_json_set(object, "region", region);
    hg_buf_release(&uri);
    return object;
}

static struct hg_json *location(const struct hg_report_file *file, const struct hg_finding *finding)
{
    struct hg_json *object = hg_json_object(), *logical = hg_json_object();
    struct hg_json *list = hg_json_array();
    struct hg_buf words = HG_BUF_INIT;

    hg_json_set(object, "physicalLocation", physical(file->key, finding->place));
    hg_position_words(&words, file->result->outline, finding);
    hg_json_set_str(logical, "fullyQualifiedName", hg_buf_view(&words));
    hg_json_set_text(logical, "kind", finding->heading != UINT32_MAX ? "section" : "document");
    hg_json_push(list, logical);
    hg_json_set(object, "logicalLocations", list);
    hg_buf_release(&words);
    return object;
}

static struct hg_json *related(const struct hg_report_file *file, const struct hg_finding *finding)
{
    struct hg_json *list = hg_json_array();

    for (size_t i = 0; i < finding->related.len; i++) {
        struct hg_json *object = hg_json_object();
        struct hg_buf words = HG_BUF_INIT;

        hg_place_words(&words, finding->related.items[i]);
        hg_json_set_integer(object, "id", (long long)i + 1);
        hg_json_set(object, "physicalLocation", physical(file->key, finding->related.items[i]));
        hg_json_set(object, "message", message(hg_buf_view(&words)));
        hg_json_push(list, object);
        hg_buf_release(&words);
    }
    return list;
}

static struct hg_json *properties(const struct hg_finding *finding)
{
    struct hg_json *object = hg_json_object();

    hg_json_set_place(object, finding->place);
    if (finding->working.len > 0) {
        hg_json_set_str(object, "working", finding->working);
    }
    if (finding->has_suggestion) {
        hg_json_set_str(object, "suggestion", finding->suggestion);
    }
    return object;
}

static struct hg_json *result_of(const struct hg_report_file *file,
                                 const struct hg_finding *finding)
{
    struct hg_json *object = hg_json_object(), *locations = hg_json_array();
    struct hg_json *fingerprints = hg_json_object();
    struct hg_buf text = HG_BUF_INIT;
    char fingerprint[33];

    hg_finding_text(&text, finding, "；");
    hg_position_fingerprint(fingerprint, file->key, finding);
    hg_json_set_text(fingerprints, "hegao/v1", fingerprint);
    hg_json_push(locations, location(file, finding));
    hg_json_set_text(object, "ruleId", finding->check->id);
    hg_json_set_text(object, "level", hg_severity_name(finding->severity));
    hg_json_set(object, "message", message(hg_buf_view(&text)));
    hg_json_set(object, "locations", locations);
    if (finding->related.len > 0) {
        hg_json_set(object, "relatedLocations", related(file, finding));
    }
    hg_json_set(object, "partialFingerprints", fingerprints);
    hg_json_set(object, "properties", properties(finding));
    hg_buf_release(&text);
    return object;
}

static void put(struct hg_buf *out, struct hg_json *object)
{
    hg_buf_puts(out, out->len > 0 ? ",\n  " : "\n  ");
    hg_json_write(out, object, 0);
    hg_json_free(object);
}

static void put_unreadable(struct hg_buf *out, const struct hg_report_file *file)
{
    struct hg_json *object = hg_json_object(), *locations = hg_json_array();
    struct hg_json *where = hg_json_object();

    hg_json_set(where, "physicalLocation",
                physical(file->key, (struct hg_place){NULL, {0, 0}}));
    hg_json_push(locations, where);
    hg_json_set_text(object, "ruleId", "unreadable");
    hg_json_set_text(object, "level", "error");
    hg_json_set(object, "message", message(hg_str_of(file->error.message)));
    hg_json_set(object, "locations", locations);
    put(out, object);
}

static void document(struct hg_buf *fragment, const struct hg_report_settings *settings,
                     const struct hg_report_file *file)
{
    (void)settings;
    if (file->status == HG_FILE_UNREADABLE) {
        put_unreadable(fragment, file);
    }
    for (size_t i = 0; file->result != NULL && i < file->result->findings.len; i++) {
        put(fragment, result_of(file, file->result->findings.items[i]));
    }
    for (size_t i = 0; file->result != NULL && i < file->result->suppressed.len; i++) {
        const struct hg_suppressed *suppressed = &file->result->suppressed.items[i];
        struct hg_json *object = result_of(file, suppressed->finding);
        struct hg_json *list = hg_json_array(), *one = hg_json_object();

        hg_json_set_text(one, "kind",
                         suppressed->by == HG_SUPPRESSED_COMMENT ? "inSource" : "external");
        hg_json_set_str(one, "justification", suppressed->reason);
        hg_json_push(list, one);
        hg_json_set(object, "suppressions", list);
        put(fragment, object);
    }
}

static struct hg_json *rule(const char *id, const char *name, const char *summary,
                            const char *explanation, enum hg_severity severity)
{
    struct hg_json *object = hg_json_object(), *configuration = hg_json_object();

    hg_json_set_text(configuration, "level", hg_severity_name(severity));
    hg_json_set_text(object, "id", id);
    hg_json_set_text(object, "name", name);
    hg_json_set(object, "shortDescription", message(hg_str_of(summary)));
    hg_json_set(object, "fullDescription", message(hg_str_of(explanation)));
    hg_json_set(object, "help", message(hg_str_of(explanation)));
    hg_json_set(object, "defaultConfiguration", configuration);
    return object;
}

/* Rules of users' own, which the registry does not have. */
static void add_own_rules(struct hg_json *rules, const struct hg_report_summary *summary)
{
    for (size_t i = 0; i < summary->checks.len; i++) {
        const struct hg_report_tally *tally = &summary->checks.items[i];

        if (hg_check_find(tally->id) == NULL) {
            hg_json_push(rules, rule(tally->id.data, tally->name.data, tally->name.data,
                                     tally->name.data, HG_SEVERITY_WARNING));
        }
    }
}

static void end(struct hg_buf *out, const struct hg_report_settings *settings,
                const struct hg_report_summary *summary)
{
    struct hg_json *tool = hg_json_object(), *driver = hg_json_object();
    struct hg_json *rules = hg_json_array(), *invocations = hg_json_array();
    struct hg_json *invocation = hg_json_object();
    size_t count;
    const struct hg_check *const *checks = hg_checks(&count);

    (void)settings;
    for (size_t i = 0; i < count; i++) {
        hg_json_push(rules, rule(checks[i]->id, checks[i]->name, checks[i]->summary,
                                 checks[i]->explanation, checks[i]->severity));
    }
    add_own_rules(rules, summary);
    if (summary->unreadable > 0) {
        hg_json_push(rules, rule("unreadable", "无法检查", "文稿无法读取", "文稿无法读取，见说明",
                                 HG_SEVERITY_ERROR));
    }
    hg_json_set_text(driver, "name", "hegao");
    hg_json_set_text(driver, "fullName", "核稿 hegao");
    hg_json_set_text(driver, "version", HG_VERSION);
    hg_json_set(driver, "rules", rules);
    hg_json_set(tool, "driver", driver);
    hg_json_set(invocation, "executionSuccessful", hg_json_bool(summary->unreadable == 0));
    hg_json_push(invocations, invocation);
    hg_buf_puts(out, "],\n \"invocations\": ");
    hg_json_write(out, invocations, 0);
    hg_buf_puts(out, ",\n \"tool\": ");
    hg_json_write(out, tool, 0);
    hg_buf_puts(out, "}]}\n");
    hg_json_free(tool);
    hg_json_free(invocations);
}

const struct hg_writer hg_writer_sarif = {
    .name = "sarif",
    .summary = "SARIF 2.1.0，代码扫描平台读取",
    .separator = ",",
    .begin = begin,
    .document = document,
    .end = end,
};
