/* Data files: CSV of two columns (name, value) or a JSON object. */
#include <stdio.h>

#include "base/json.h"
#include "draft/values.h"
#include "io/reader.h"

enum { DEPTH_MAX = 4 };

/* Takes one CSV field off the front: quoted ones may hold commas, line breaks and "" for a quote.
 * *end: 0 at the end of the text, '\n' at the end of a line, else ','. False if a quote is never
 * closed. */
static bool take_field(struct hg_str *rest, struct hg_buf *out, char *end)
{
    size_t at = 0;
    bool quoted = rest->len > 0 && rest->data[0] == '"';


    hg_buf_clear(out);
    at += quoted;
    for (;;) {
        if (at >= rest->len) {
            *end = 0;
            *rest = (struct hg_str){rest->data + at, 0};
            return !quoted;
        }
        if (quoted && rest->data[at] == '"') {
            if (at + 1 < rest->len && rest->data[at + 1] == '"') {
                hg_buf_putc(out, '"');
                at += 2;
                continue;
            }
            quoted = false;
            at++;
            continue;
        }
        if (!quoted && (rest->data[at] == ',' || rest->data[at] == '\n')) {
            *end = rest->data[at];
            *rest = (struct hg_str){rest->data + at + 1, rest->len - at - 1};
            return true;
        }
        if (quoted || rest->data[at] != '\r') {
            hg_buf_putc(out, rest->data[at]);
        }
        at++;
    }
}

static bool is_header(struct hg_str name)
{
    static const struct hg_str headers[] = {
        HG_STR_INIT("id"),     HG_STR_INIT("name"),   HG_STR_INIT("key"),  HG_STR_INIT("标识"),
        HG_STR_INIT("名称"),   HG_STR_INIT("项目"),   HG_STR_INIT("指标"), HG_STR_INIT("数据项"),
        HG_STR_INIT("字段"),
    };

    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
        if (hg_str_equal(name, headers[i])) {
            return true;
        }
    }
    return false;
}

/* The rest of 1,234 typed without quotes. */
static bool is_group(struct hg_str text)
{
    text = hg_str_trim(text);
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] < '0' || text.data[i] > '9') {
            return false;
        }
    }
    return text.len == 3;
}

static enum hg_status read_csv(struct hg_draft_values *values, struct hg_str rest,
                               const char *path, struct hg_error *err)
{
    struct hg_buf fields[2] = {HG_BUF_INIT, HG_BUF_INIT}, more = HG_BUF_INIT;
    enum hg_status status = HG_OK;
    size_t line = 0;

    while (rest.len > 0 && status == HG_OK) {
        char where[512], end = ',';
        size_t count = 0, breaks = 0;
        bool fine = true, split = false;
        struct hg_str name;

        line++;
        (void)snprintf(where, sizeof where, "%s:%zu: ", path, line);
        hg_buf_clear(&fields[0]);
        hg_buf_clear(&fields[1]);
        while (end == ',' && fine) {
            struct hg_buf *field = count < 2 ? &fields[count] : &more;

            fine = take_field(&rest, field, &end);
            for (size_t i = 0; i < field->len; i++) {
                breaks += field->data[i] == '\n';
            }
            split = split || (count == 2 && fine && is_group(hg_buf_view(field)));
            count++;
        }
        name = hg_str_trim(hg_buf_view(&fields[0]));
        if (name.len > 0 && name.data[0] == '#') {
            line += breaks;
            continue; /* a comment */
        }
        if (!fine) {
            status = hg_error_set(err, HG_BAD_SETTINGS, "%s引号没有成对，请检查这一行", where);
        } else if (split) {
            status = hg_error_set(err, HG_BAD_SETTINGS,
                                  "%s数值里有千分位逗号，请去掉逗号，或用引号括起来（\"1,234\"）", where);
        } else if (name.len == 0 && hg_str_trim(hg_buf_view(&fields[1])).len > 0) {
            status = hg_error_set(err, HG_BAD_SETTINGS, "%s第一列应为项目名称，现为空", where);
        } else if (name.len > 0 && count < 2) {
            status = hg_error_set(err, HG_BAD_SETTINGS, "%s只有一列，应为“名称,数值”两列", where);
        } else if (name.len > 0 && !(line == 1 && is_header(name))) {
            status = hg_draft_values_set(values, name, hg_buf_view(&fields[1]), where, err);
        }
        line += breaks;
    }
    hg_buf_release(&fields[0]);
    hg_buf_release(&fields[1]);
    hg_buf_release(&more);
    return status;
}

static enum hg_status read_object(struct hg_draft_values *values, const struct hg_json *object,
                                  struct hg_str prefix, unsigned depth, const char *path,
                                  struct hg_error *err)
{
    enum hg_status status = HG_OK;

    for (size_t i = 0; i < hg_json_len(object) && status == HG_OK; i++) {
        struct hg_str key;
        const struct hg_json *value = hg_json_member(object, i, &key);
        struct hg_str name = key;
        struct hg_buf text = HG_BUF_INIT;
        char where[512];

        (void)snprintf(where, sizeof where, "%s: ", path);
        if (prefix.len > 0) {
            name = hg_str_of(hg_arena_printf(values->arena, "%.*s.%.*s", HG_FMT(prefix),
                                             HG_FMT(key)));
        }
        switch (hg_json_kind(value)) {
        case HG_JSON_NULL:
            break;
        case HG_JSON_OBJECT:
            status = depth < DEPTH_MAX
                         ? read_object(values, value, name, depth + 1, path, err)
                         : hg_error_set(err, HG_BAD_SETTINGS, "%s“%.*s”嵌套过深", where, HG_FMT(name));
            break;
        case HG_JSON_STRING:
            status = hg_draft_values_set(values, name, hg_json_text(value), where, err);
            break;
        case HG_JSON_INTEGER:
        case HG_JSON_REAL:
            hg_json_number(&text, value);
            status = hg_draft_values_set(values, name, hg_buf_view(&text), where, err);
            break;
        default:
            status = hg_error_set(err, HG_BAD_SETTINGS, "%s“%.*s”应为数字或文字", where,
                                  HG_FMT(name));
            break;
        }
        hg_buf_release(&text);
    }
    return status;
}

enum hg_status hg_draft_values_read(struct hg_draft_values *values, struct hg_str bytes,
                                    const char *path, struct hg_error *err)
{
    struct hg_buf text = HG_BUF_INIT;
    struct hg_error inner = {HG_OK, ""};
    enum hg_status status = hg_text_decode(&text, bytes, &inner);

    if (status != HG_OK) {
        status = hg_error_set(err, status, "%s: %s", path, inner.message);
    } else if (hg_str_starts(hg_str_trim(hg_buf_view(&text)), HG_STR("{"))) {
        struct hg_json *root;

        status = hg_json_parse(&root, hg_buf_view(&text), &inner);
        if (status == HG_OK) {
            status = read_object(values, root, HG_STR(""), 1, path, err);
            hg_json_free(root);
        } else {
            status = hg_error_set(err, HG_BAD_SETTINGS, "%s: %s", path, inner.message);
        }
    } else {
        status = read_csv(values, hg_buf_view(&text), path, err);
    }
    hg_buf_release(&text);
    return status;
}
