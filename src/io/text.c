/* Plain text: one paragraph a line. Alone sees iconv. */
#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "base/utf8.h"
#include "io/limits.h"
#include "io/reader.h"
#include "model/build.h"

/* Appends `text`, which is in `encoding`, as UTF-8. False if it is not that encoding. */
static bool convert(struct hg_buf *out, struct hg_str text, const char *encoding)
{
    iconv_t way = iconv_open("UTF-8", encoding);
    char *in = (char *)(uintptr_t)text.data; /* iconv does not write to it */
    size_t left = text.len;
    char *chunk;
    bool fine = true;

    if (way == (iconv_t)-1) {
        return false;
    }
    chunk = hg_heap_alloc((size_t)64 << 10);
    while (fine && left > 0) {
        char *to = chunk;
        size_t room = (size_t)64 << 10;

        fine = iconv(way, &in, &left, &to, &room) != (size_t)-1 || errno == E2BIG;
        hg_buf_append(out, chunk, (size_t)(to - chunk));
    }
    hg_heap_free(chunk);
    (void)iconv_close(way);
    return fine;
}

/* So much well-formed UTF-8 beyond ASCII is no accident of another encoding. */
static bool is_damaged_utf8(struct hg_str valid)
{
    size_t wide = 0;

    for (size_t at = 0; at < valid.len && wide < 16;) {
        wide += hg_utf8_next(valid, &at) >= 0x800;
    }
    return wide == 16;
}

static enum hg_status to_utf8(struct hg_buf *out, struct hg_str *text, struct hg_error *err)
{
    size_t valid;

    if (hg_str_starts(*text, HG_STR("\xEF\xBB\xBF"))) {
        *text = hg_str_sub(*text, (struct hg_span){3, text->len});
    }
    if (hg_str_starts(*text, HG_STR("\xFF\xFE")) || hg_str_starts(*text, HG_STR("\xFE\xFF"))) {
        bool little = hg_str_starts(*text, HG_STR("\xFF\xFE"));

        *text = hg_str_sub(*text, (struct hg_span){2, text->len});
        if (!convert(out, *text, little ? "UTF-16LE" : "UTF-16BE")) {
            return hg_error_set(err, HG_BAD_ENCODING,
                                "文件标明是 UTF-16 文本，内容却不是，请用记事本另存为 UTF-8 再试");
        }
        *text = hg_buf_view(out);
        return HG_OK;
    }
    valid = hg_utf8_valid_until(*text);
    if (valid == text->len) {
        return HG_OK;
    }
    if (is_damaged_utf8(hg_str_sub(*text, (struct hg_span){0, valid})) ||
        !convert(out, *text, "GB18030")) {
        return hg_error_set(err, HG_BAD_ENCODING,
                            "文字编码既不是 UTF-8 也不是 GB18030（第 %zu 字节无法识别），"
                            "请用记事本另存为 UTF-8 再试",
                            valid + 1);
    }
    *text = hg_buf_view(out);
    return HG_OK;
}

/* Line ends and tabs aside, controls say nothing on the page. */
static bool is_dropped(uint32_t c)
{
    return (c < 0x20 && c != '\t') || (c >= 0x7F && c <= 0x9F);
}

static bool has_dropped(struct hg_str line)
{
    for (size_t i = 0; i < line.len; i++) {
        unsigned char byte = (unsigned char)line.data[i];

        if ((byte < 0x20 && byte != '\t') || byte == 0x7F || byte == 0xC2) {
            return true;
        }
    }
    return false;
}

static void add_line(struct hg_doc *doc, struct hg_str line, struct hg_buf *clean)
{
    struct hg_paragraph *paragraph =
        hg_doc_add_paragraph(doc, &doc->stories.items[0]->node);

    if (has_dropped(line)) {
        hg_buf_clear(clean);
        for (size_t at = 0; at < line.len;) {
            size_t start = at;

            if (!is_dropped(hg_utf8_next(line, &at))) {
                hg_buf_append(clean, line.data + start, at - start);
            }
        }
        line = hg_buf_view(clean);
    }
    hg_paragraph_append(doc, paragraph, line, NULL, 0, NULL);
}

/* Takes one line, its end included, off the front; LF, CRLF and CR all end one. */
static struct hg_str take_line(struct hg_str *rest)
{
    struct hg_str line = *rest;
    size_t at = 0, skip = 0;

    while (at < rest->len && rest->data[at] != '\n' && rest->data[at] != '\r') {
        at++;
    }
    line.len = at;
    if (at < rest->len) {
        skip = rest->data[at] == '\r' && at + 1 < rest->len && rest->data[at + 1] == '\n' ? 2 : 1;
    }
    *rest = hg_str_sub(*rest, (struct hg_span){at + skip, rest->len});
    return line;
}

static enum hg_status add_lines(struct hg_doc *doc, struct hg_str text, struct hg_error *err)
{
    struct hg_buf clean = HG_BUF_INIT;
    enum hg_status status = HG_OK;

    for (size_t lines = 1; text.len > 0 && status == HG_OK; lines++) {
        struct hg_str line = take_line(&text);

        add_line(doc, line, &clean);
        if (lines > HG_LIMIT_NODES || hg_arena_used(doc->arena) > HG_LIMIT_DOC_ARENA) {
            status = hg_error_set(err, HG_TOO_LARGE, "文本的行数或内容过多，不予读取，请拆分后再试");
        }
    }
    hg_buf_release(&clean);
    return status;
}

enum hg_status hg_text_decode(struct hg_buf *out, struct hg_str bytes, struct hg_error *err)
{
    struct hg_buf converted = HG_BUF_INIT;
    enum hg_status status = to_utf8(&converted, &bytes, err);

    if (status == HG_OK) {
        hg_buf_str(out, bytes);
    }
    hg_buf_release(&converted);
    return status;
}

enum hg_status hg_text_read(struct hg_doc **out, struct hg_str bytes, struct hg_error *err)
{
    struct hg_buf converted = HG_BUF_INIT;
    enum hg_status status;

    *out = NULL;
    if (bytes.len == 0) {
        return hg_error_set(err, HG_EMPTY, "文件是空的（0 字节）");
    }
    if (bytes.len > HG_LIMIT_TEXT_BYTES) {
        return hg_error_set(err, HG_TOO_LARGE, "文本文件超过 %zu MB，不予读取",
                            HG_LIMIT_TEXT_BYTES >> 20);
    }
    status = to_utf8(&converted, &bytes, err);
    if (status == HG_OK) {
        struct hg_doc *doc = hg_doc_open();

        doc->facts.kind = HG_PACKAGE_TEXT;
        status = add_lines(doc, bytes, err);
        if (status == HG_OK) {
            hg_doc_seal(doc);
            *out = doc;
        } else {
            hg_doc_free(doc);
        }
    }
    hg_buf_release(&converted);
    return status;
}
