#include "io/reader.h"

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

#include "io/limits.h"

enum hg_status hg_read_memory(struct hg_doc **out, struct hg_str bytes,
                              const struct hg_read_options *options, struct hg_error *err)
{
    (void)options;
    if (bytes.len == 0) {
        return hg_error_set(err, HG_EMPTY, "空文件（0字节），请确认文稿已保存");
    }
    return hg_text_read(out, bytes, err);
}

enum hg_status hg_read_file(struct hg_doc **out, const char *path,
                            const struct hg_read_options *options, struct hg_error *err)
{
    struct hg_buf bytes = HG_BUF_INIT;
    enum hg_status status = HG_OK;
    char chunk[65536];
    size_t got;
    FILE *file = fopen(path, "rbe");

    if (file == NULL) {
        return errno == ENOENT
                   ? hg_error_set(err, HG_NOT_FOUND, "没有这个文件，请检查路径")
                   : hg_error_set(err, HG_NOT_PERMITTED, "文件打不开，请检查权限");
    }
    while (status == HG_OK && (got = fread(chunk, 1, sizeof chunk, file)) > 0) {
        hg_buf_append(&bytes, chunk, got);
        if (bytes.len > HG_LIMIT_PACKAGE_BYTES) {
            status = hg_error_set(err, HG_TOO_LARGE, "文件超过 256 MiB，不像一份报告，未读取");
        }
    }
    if (status == HG_OK && ferror(file)) {
        status = hg_error_set(err, HG_IO, "读文件时出错，请重试");
    }
    (void)fclose(file);
    if (status == HG_OK) {
        status = hg_read_memory(out, hg_buf_view(&bytes), options, err);
    }
    hg_buf_release(&bytes);
    return status;
}
