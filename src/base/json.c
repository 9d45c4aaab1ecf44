#include "base/json.h"

#include <jansson.h>

#include "base/utf8.h"

/* struct hg_json is jansson's json_t under a name of our own; only this file knows. */
static json_t *inner(const struct hg_json *value)
{
    return (json_t *)(uintptr_t)value;
}

static struct hg_json *outer(json_t *value)
{
    if (value == NULL) {
        hg_oom();
    }
    return (struct hg_json *)value;
}

struct hg_json *hg_json_object(void)
{
    return outer(json_object());
}

struct hg_json *hg_json_array(void)
{
    return outer(json_array());
}

struct hg_json *hg_json_string(struct hg_str text)
{
    struct hg_buf clean = HG_BUF_INIT;
    struct hg_json *value;

    if (hg_utf8_valid_until(text) == text.len) {
        return outer(json_stringn_nocheck(text.data != NULL ? text.data : "", text.len));
    }
    for (size_t at = 0; at < text.len;) {
        hg_buf_code_point(&clean, hg_utf8_next(text, &at));
    }
    value = outer(json_stringn_nocheck(clean.data, clean.len));
    hg_buf_release(&clean);
    return value;
}

struct hg_json *hg_json_integer(long long value)
{
    return outer(json_integer(value));
}

struct hg_json *hg_json_bool(bool value)
{
    return outer(json_boolean(value));
}

struct hg_json *hg_json_null(void)
{
    return outer(json_null());
}

void hg_json_free(struct hg_json *value)
{
    json_decref(inner(value));
}

void hg_json_set(struct hg_json *object, const char *key, struct hg_json *value)
{
    if (json_object_set_new_nocheck(inner(object), key, inner(value)) != 0) {
        hg_oom();
    }
}

void hg_json_set_str(struct hg_json *object, const char *key, struct hg_str text)
{
    hg_json_set(object, key, hg_json_string(text));
}

void hg_json_set_text(struct hg_json *object, const char *key, const char *terminated)
{
    hg_json_set(object, key, hg_json_string(hg_str_of(terminated)));
}

void hg_json_set_integer(struct hg_json *object, const char *key, long long value)
{
    hg_json_set(object, key, hg_json_integer(value));
}

void hg_json_push(struct hg_json *array, struct hg_json *value)
{
    if (json_array_append_new(inner(array), inner(value)) != 0) {
        hg_oom();
    }
}

static int append(const char *bytes, size_t len, void *out)
{
    hg_buf_append(out, bytes, len);
    return 0;
}

void hg_json_write(struct hg_buf *out, const struct hg_json *value, unsigned indent)
{
    size_t flags = JSON_ENCODE_ANY | (indent > 0 ? JSON_INDENT(indent) : JSON_COMPACT);

    if (json_dump_callback(inner(value), append, out, flags) != 0) {
        hg_oom();
    }
}

enum hg_status hg_json_parse(struct hg_json **out, struct hg_str text, struct hg_error *err)
{
    json_error_t why;
    json_t *value = json_loadb(text.data, text.len,
                               JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_ALLOW_NUL, &why);

    if (value == NULL) {
        return hg_error_set(err, HG_BAD_SETTINGS, "第%d行第%d列不是合法的 JSON（%s），请改正后重试",
                            why.line, why.column, why.text);
    }
    *out = outer(value);
    return HG_OK;
}

enum hg_json_kind hg_json_kind(const struct hg_json *value)
{
    switch (json_typeof(inner(value))) {
    case JSON_OBJECT:
        return HG_JSON_OBJECT;
    case JSON_ARRAY:
        return HG_JSON_ARRAY;
    case JSON_STRING:
        return HG_JSON_STRING;
    case JSON_INTEGER:
        return HG_JSON_INTEGER;
    case JSON_REAL:
        return HG_JSON_REAL;
    case JSON_TRUE:
    case JSON_FALSE:
        return HG_JSON_BOOL;
    case JSON_NULL:
        break;
    }
    return HG_JSON_NULL;
}

struct hg_json *hg_json_get(const struct hg_json *object, const char *key)
{
    return object == NULL ? NULL : (struct hg_json *)json_object_get(inner(object), key);
}

size_t hg_json_len(const struct hg_json *value)
{
    return json_is_object(inner(value)) ? json_object_size(inner(value))
                                        : json_array_size(inner(value));
}

struct hg_json *hg_json_at(const struct hg_json *array, size_t index)
{
    return (struct hg_json *)json_array_get(inner(array), index);
}

struct hg_json *hg_json_member(const struct hg_json *object, size_t index, struct hg_str *key)
{
    void *iter = json_object_iter(inner(object));

    while (iter != NULL && index > 0) {
        iter = json_object_iter_next(inner(object), iter);
        index--;
    }
    if (iter == NULL) {
        return NULL;
    }
    *key = hg_str_of(json_object_iter_key(iter));
    return (struct hg_json *)json_object_iter_value(iter);
}

struct hg_str hg_json_text(const struct hg_json *value)
{
    const char *text = json_string_value(inner(value));

    return text == NULL ? HG_STR("") : (struct hg_str){text, json_string_length(inner(value))};
}

long long hg_json_integer_value(const struct hg_json *value)
{
    return json_integer_value(inner(value));
}

void hg_json_number(struct hg_buf *out, const struct hg_json *value)
{
    if (hg_json_kind(value) == HG_JSON_INTEGER || hg_json_kind(value) == HG_JSON_REAL) {
        (void)json_dump_callback(inner(value), append, out,
                                 JSON_ENCODE_ANY | JSON_REAL_PRECISION(15));
    }
}

bool hg_json_bool_value(const struct hg_json *value)
{
    return json_is_true(inner(value));
}
