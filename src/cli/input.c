#include "cli/input.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "io/limits.h"

static enum hg_status read_stdin(struct hg_buf *bytes, struct hg_error *err)
{
    char chunk[65536];
    size_t got;

    while ((got = fread(chunk, 1, sizeof chunk, stdin)) > 0) {
        if (bytes->len + got > HG_LIMIT_PACKAGE_BYTES) {
            return hg_error_set(err, HG_TOO_LARGE, "标准输入超过 256 MiB，不像一份报告，未读取");
        }
        hg_buf_append(bytes, chunk, got);
    }
    if (ferror(stdin)) {
        return hg_error_set(err, HG_IO, "读标准输入时出错，请重试");
    }
    return HG_OK;
}

enum hg_status hg_input_read(struct hg_doc **out, const char *path,
                             const struct hg_read_options *options, struct hg_error *err)
{
    struct hg_buf bytes = HG_BUF_INIT;
    enum hg_status status;

    if (strcmp(path, "-") != 0) {
        return hg_read_file(out, path, options, err);
    }
    status = read_stdin(&bytes, err);
    if (status == HG_OK) {
        status = hg_read_memory(out, hg_buf_view(&bytes), options, err);
    }
    hg_buf_release(&bytes);
    return status;
}

void hg_input_show(struct hg_buf *out, const char *path)
{
    struct hg_str rest = hg_str_of(path);

    while (rest.len > 0) {
        size_t good = hg_utf8_valid_until(rest);

        hg_buf_append(out, rest.data, good);
        rest.data += good;
        rest.len -= good;
        if (rest.len > 0) {
            hg_buf_printf(out, "%%%02X", (unsigned)(unsigned char)rest.data[0]);
            rest.data++;
            rest.len--;
        }
    }
}
