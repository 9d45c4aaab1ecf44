/* JSON values. Alone sees jansson. Exact numbers of documents are written as strings, never as
 * JSON reals: only counts and positions are JSON integers. */
#ifndef HG_BASE_JSON_H
#define HG_BASE_JSON_H

#include <stdbool.h>

#include "base/str.h"

/* A JSON value. Values set into an object or pushed into an array belong to it from then on. */
struct hg_json;

enum hg_json_kind {
    HG_JSON_NULL,
    HG_JSON_BOOL,
    HG_JSON_INTEGER,
    HG_JSON_REAL,
    HG_JSON_STRING,
    HG_JSON_ARRAY,
    HG_JSON_OBJECT,
};

struct hg_json *hg_json_object(void);
struct hg_json *hg_json_array(void);
/* Ill-formed bytes become U+FFFD: JSON is always valid UTF-8. */
struct hg_json *hg_json_string(struct hg_str text);
struct hg_json *hg_json_integer(long long value);
struct hg_json *hg_json_bool(bool value);
struct hg_json *hg_json_null(void);
void hg_json_free(struct hg_json *value);

/* Members keep the order in which they were set. */
void hg_json_set(struct hg_json *object, const char *key, struct hg_json *value);
void hg_json_set_str(struct hg_json *object, const char *key, struct hg_str text);
void hg_json_set_text(struct hg_json *object, const char *key, const char *terminated);
void hg_json_set_integer(struct hg_json *object, const char *key, long long value);
void hg_json_push(struct hg_json *array, struct hg_json *value);

/* Appends the value as compact JSON, or indented by `indent` blanks if that is above 0. */
void hg_json_write(struct hg_buf *out, const struct hg_json *value, unsigned indent);

/* Parses a whole text; *out is owned by the caller. Errors name the line. */
enum hg_status hg_json_parse(struct hg_json **out, struct hg_str text, struct hg_error *err);
enum hg_json_kind hg_json_kind(const struct hg_json *value);
/* Borrowed; null if absent or not an object. */
struct hg_json *hg_json_get(const struct hg_json *object, const char *key);
size_t hg_json_len(const struct hg_json *array_or_object);
struct hg_json *hg_json_at(const struct hg_json *array, size_t index);
/* The index-th member of an object, in order. *key is borrowed. */
struct hg_json *hg_json_member(const struct hg_json *object, size_t index, struct hg_str *key);
/* "" if not a string. */
struct hg_str hg_json_text(const struct hg_json *value);
long long hg_json_integer_value(const struct hg_json *value);
/* Appends an integer or real as a decimal, to 15 significant digits, the precision that survives
 * JSON. Nothing for other values. */
void hg_json_number(struct hg_buf *out, const struct hg_json *value);
bool hg_json_bool_value(const struct hg_json *value);

#endif
