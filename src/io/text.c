/* Plain text: UTF-8 with or without BOM, else GB18030; one paragraph a line. Alone sees iconv. */
#include <iconv.h>
#include <string.h>

#include "base/utf8.h"
#include "io/limits.h"
#include "io/reader.h"
#include "model/build.h"

/* GB18030 to UTF-8. False if the bytes are not GB18030. */
static bool decode_gb18030(struct hg_buf *out, struct hg_str bytes)
{
    iconv_t decoder = iconv_open("UTF-8", "GB18030");
    char *in = (char *)(uintptr_t)bytes.data;
    size_t in_left = bytes.len;
    bool good = decoder != (iconv_t)-1;

    while (good && in_left > 0) {
        char chunk[4096];
        char *to = chunk;
        size_t to_left = sizeof chunk;
        size_t before = in_left;
        size_t done = iconv(decoder, &in, &in_left, &to, &to_left);

        hg_buf_append(out, chunk, sizeof chunk - to_left);
        /* Stopped without a full chunk: an ill-formed or cut sequence. */
        good = done != (size_t)-1 || (to_left < 8 && in_left < before);
    }
    if (decoder != (iconv_t)-1) {
        (void)iconv_close(decoder);
    }
    return good;
}

/* A line without controls; blanks stay as they are. */
static void add_line(struct hg_doc *doc, struct hg_str line, struct hg_buf *clean)
{
    struct hg_paragraph *paragraph = hg_doc_add_paragraph(doc, &doc->stories.items[0]->node);

    hg_buf_clear(clean);
    for (size_t at = 0; at < line.len;) {
        size_t start = at;
        uint32_t c = hg_utf8_next(line, &at);

        if (c == '\t' || (c >= ' ' && c != 0x7F && !(c >= 0x80 && c < 0xA0) && c != 0xFEFF)) {
            hg_buf_append(clean, line.data + start, at - start);
        }
    }
    hg_paragraph_append(doc, paragraph, hg_buf_view(clean), NULL, 0, NULL);
}

static void add_lines(struct hg_doc *doc, struct hg_str text)
{
    struct hg_buf clean = HG_BUF_INIT;
    size_t start = 0;

    for (size_t at = 0; at <= text.len; at++) {
        if (at == text.len || text.data[at] == '\n' || text.data[at] == '\r') {
            if (at < text.len || at > start) {
                add_line(doc, hg_str_sub(text, (struct hg_span){start, at}), &clean);
            }
            if (at + 1 < text.len && text.data[at] == '\r' && text.data[at + 1] == '\n') {
                at++;
            }
            start = at + 1;
        }
    }
    hg_buf_release(&clean);
}

enum hg_status hg_text_read(struct hg_doc **out, struct hg_str bytes, struct hg_error *err)
{
    struct hg_buf decoded = HG_BUF_INIT;
    struct hg_str text = bytes;

    if (bytes.len > HG_LIMIT_TEXT_BYTES) {
        return hg_error_set(err, HG_TOO_LARGE, "文本超过 64 MiB，不像一份报告，未读取");
    }
    if (hg_str_starts(text, HG_STR("\xEF\xBB\xBF"))) {
        text.data += 3;
        text.len -= 3;
    }
    if (hg_utf8_valid_until(text) < text.len) {
        if (!decode_gb18030(&decoded, text)) {
            hg_buf_release(&decoded);
            return hg_error_set(err, HG_BAD_ENCODING,
                                "文字编码既不是 UTF-8 也不是 GB18030，请另存为 UTF-8 后重试");
        }
        text = hg_buf_view(&decoded);
    }
    *out = hg_doc_open();
    add_lines(*out, text);
    hg_doc_seal(*out);
    hg_buf_release(&decoded);
    return HG_OK;
}
