#include "io/xml_bytes.h"

#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "io/limits.h"

/* No tag shorter than this can hold too many attributes: the shortest is ` a=""`. */
enum { SHORT_TAG = 512 };

/* Declared encodings besides UTF-8 in which no byte of a longer character can be taken for markup. */
static const char *const safe_encodings[] = {
    "utf-8", "utf8", "us-ascii", "ascii", "gbk", "gb2312", "gb18030", "cp936", "big5",
    "iso-8859-1", "iso-8859-2", "iso-8859-15", "windows-1252", "windows-1251", "windows-1250",
};

void hg_xml_bytes_release(struct hg_xml_bytes *state)
{
    hg_buf_release(&state->text);
}

/* The value of encoding="…" in an XML declaration at the start; empty if there is none. */
static struct hg_str declared_encoding(struct hg_str head)
{
    size_t end, at;
    struct hg_str value = HG_STR("");

    if (!hg_str_starts(head, HG_STR("<?xml"))) {
        return value;
    }
    end = hg_str_find(head, HG_STR("?>"), 0);
    at = hg_str_find(head, HG_STR("encoding"), 0);
    if (end == SIZE_MAX || at == SIZE_MAX || at > end) {
        return value;
    }
    while (at < end && head.data[at] != '"' && head.data[at] != '\'') {
        at++;
    }
    if (at < end) {
        const char *close = memchr(head.data + at + 1, head.data[at], end - at - 1);

        if (close != NULL) {
            value.data = head.data + at + 1;
            value.len = (size_t)(close - value.data);
        }
    }
    return value;
}

static bool encoding_is_safe(struct hg_str name)
{
    if (name.len == 0) {
        return true;
    }
    for (size_t i = 0; i < sizeof safe_encodings / sizeof *safe_encodings; i++) {
        if (strlen(safe_encodings[i]) == name.len &&
            strncasecmp(safe_encodings[i], name.data, name.len) == 0) {
            return true;
        }
    }
    return false;
}

static enum hg_status decide(struct hg_xml_bytes *state, struct hg_str *chunk, struct hg_error *err)
{
    const unsigned char *p = (const unsigned char *)chunk->data;
    struct hg_str head = *chunk;

    if (chunk->len >= 2 && ((p[0] == 0xFF && p[1] == 0xFE) || (p[0] == 0xFE && p[1] == 0xFF))) {
        state->encoding = p[0] == 0xFF ? HG_XML_UTF16_LE : HG_XML_UTF16_BE;
        chunk->data += 2;
        chunk->len -= 2;
        return HG_OK;
    }
    if (chunk->len >= 2 && ((p[0] == '<' && p[1] == 0) || (p[0] == 0 && p[1] == '<'))) {
        state->encoding = p[0] == '<' ? HG_XML_UTF16_LE : HG_XML_UTF16_BE;
        return HG_OK;
    }
    if (hg_str_starts(head, HG_STR("\xEF\xBB\xBF"))) {
        head = hg_str_sub(head, (struct hg_span){3, head.len});
    }
    if (!encoding_is_safe(declared_encoding(head))) {
        return hg_error_set(err, HG_MALFORMED, "部件声明的字符编码不是 UTF-8 或 UTF-16，不予读取");
    }
    state->encoding = HG_XML_BYTES;
    return HG_OK;
}

static void put_unit(struct hg_xml_bytes *state, uint32_t unit)
{
    if (state->high != 0) {
        uint32_t high = state->high;

        state->high = 0;
        if (unit >= 0xDC00 && unit <= 0xDFFF) {
            hg_buf_code_point(&state->text, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
            return;
        }
        hg_buf_code_point(&state->text, 0xFFFD);
    }
    if (unit >= 0xD800 && unit <= 0xDBFF) {
        state->high = unit;
    } else {
        hg_buf_code_point(&state->text, unit); /* a lone low surrogate becomes U+FFFD there */
    }
}

static struct hg_str transcode(struct hg_xml_bytes *state, struct hg_str chunk)
{
    const unsigned char *p = (const unsigned char *)chunk.data;
    size_t i = 0;

    hg_buf_clear(&state->text);
    while (i < chunk.len) {
        uint32_t first, second;

        if (state->odd_byte != 0) {
            first = (uint32_t)(state->odd_byte - 1);
            state->odd_byte = 0;
        } else {
            first = p[i++];
            if (i == chunk.len) {
                state->odd_byte = (int)first + 1;
                break;
            }
        }
        second = p[i++];
        put_unit(state, state->encoding == HG_XML_UTF16_LE ? first | second << 8
                                                           : first << 8 | second);
    }
    return hg_buf_view(&state->text);
}

static enum hg_status too_large(struct hg_error *err)
{
    return hg_error_set(err, HG_TOO_LARGE,
                        "有一个标签超过 %zu KB 或 %zu 个属性，不是正常的文档，不予读取",
                        HG_LIMIT_TAG_BYTES >> 10, HG_LIMIT_TAG_ATTRIBUTES);
}

/* Goes on with the open tag from `at`; gives the offset after its '>', or text.len. */
static enum hg_status count_tag(struct hg_xml_bytes *state, struct hg_str text, size_t *at,
                                struct hg_error *err)
{
    size_t i = *at;

    while (i < text.len && state->in_tag) {
        char byte = text.data[i++];

        state->tag_bytes++;
        if (byte == '<') {
            /* What came before was no tag (a comment, say), or the parser will refuse it. */
            state->quote = 0;
            state->tag_bytes = state->tag_attributes = 0;
        } else if (state->quote != 0) {
            if (byte == state->quote) {
                state->quote = 0;
            }
        } else if (byte == '"' || byte == '\'') {
            state->quote = byte;
        } else if (byte == '=') {
            state->tag_attributes++;
        } else if (byte == '>') {
            state->in_tag = false;
        }
        if (state->tag_bytes > HG_LIMIT_TAG_BYTES ||
            state->tag_attributes > HG_LIMIT_TAG_ATTRIBUTES) {
            return too_large(err);
        }
    }
    *at = i;
    return HG_OK;
}

/* A '<' may not stand inside an attribute, so between two of them lies at most one tag, and only
 * a stretch of SHORT_TAG bytes without '<' can hold a tag worth counting. Searching backwards
 * from the end of each stretch, few bytes are looked at. Comments and the like are not told
 * apart from tags: one that looks like a tag beyond the limits is refused as well. */
static enum hg_status check_tags(struct hg_xml_bytes *state, struct hg_str text,
                                 struct hg_error *err)
{
    size_t at = 0; /* everything before is done; a '<' may stand at `at` */

    while (at < text.len) {
        size_t left = text.len - at;
        const char *last;
        enum hg_status status;

        if (state->in_tag) {
            status = count_tag(state, text, &at, err);
            if (status != HG_OK) {
                return status;
            }
            continue;
        }
        last = memrchr(text.data + at, '<', left < SHORT_TAG ? left : SHORT_TAG);
        if (last == NULL) {
            at += left < SHORT_TAG ? left : SHORT_TAG;
            continue;
        }
        at = (size_t)(last - text.data) + 1;
        left = text.len - at;
        if (left < SHORT_TAG || memchr(text.data + at, '<', SHORT_TAG) == NULL) {
            state->in_tag = true;
            state->quote = 0;
            state->tag_bytes = state->tag_attributes = 0;
        }
    }
    return HG_OK;
}

enum hg_status hg_xml_bytes_take(struct hg_str *out, struct hg_xml_bytes *state,
                                 struct hg_str chunk, struct hg_error *err)
{
    if (state->encoding == HG_XML_UNDECIDED) {
        enum hg_status status = decide(state, &chunk, err);

        if (status != HG_OK) {
            return status;
        }
    }
    *out = state->encoding == HG_XML_BYTES ? chunk : transcode(state, chunk);
    return check_tags(state, *out, err);
}
