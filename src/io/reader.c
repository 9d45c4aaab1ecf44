#include "io/reader.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/archive.h"
#include "io/limits.h"
#include "io/sniff.h"

/* Packages up to this size are read into memory; larger ones, which are mostly pictures, through
 * the descriptor. */
enum { IN_MEMORY = 16 << 20 };

static enum hg_status read_archive(struct hg_doc **out, struct hg_archive *archive,
                                   const struct hg_read_options *options, struct hg_error *err)
{
    enum hg_status status = hg_docx_read(out, archive, options, err);

    hg_archive_close(archive);
    return status;
}

enum hg_status hg_read_memory(struct hg_doc **out, struct hg_str bytes,
                              const struct hg_read_options *options, struct hg_error *err)
{
    enum hg_status status = HG_NOT_DOCX;
    struct hg_archive *archive;

    *out = NULL;
    if (bytes.len == 0) {
        return hg_error_set(err, HG_EMPTY, "文件是空的（0 字节）");
    }
    switch (hg_sniff(bytes, &status, err)) {
    case HG_SNIFFED_ZIP:
        if (bytes.len > HG_LIMIT_PACKAGE_BYTES) {
            return hg_error_set(err, HG_TOO_LARGE, "文件超过 %zu MB，不予读取",
                                HG_LIMIT_PACKAGE_BYTES >> 20);
        }
        status = hg_archive_open(&archive, bytes, err);
        return status == HG_OK ? read_archive(out, archive, options, err) : status;
    case HG_SNIFFED_TEXT:
        return hg_text_read(out, bytes, err);
    case HG_SNIFFED_OTHER:
        break;
    }
    return status;
}

/* ---- From a file ---- */

static enum hg_status system_failed(const char *path, int code, struct hg_error *err)
{
    switch (code) {
    case ENOENT:
    case ENOTDIR:
        return hg_error_set(err, HG_NOT_FOUND, "找不到文件，请检查路径是否正确");
    case EACCES:
    case EPERM:
        return hg_error_set(err, HG_NOT_PERMITTED, "没有读取权限，请检查文件的权限设置");
    default:
        (void)path;
        return hg_error_set(err, HG_IO, "读取失败：%s", hg_errno_text(code));
    }
}

static bool is_owner_file(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash != NULL ? slash + 1 : path;

    return name[0] == '~' && name[1] == '$';
}

/* Plain text under the name of another format is no draft in that format: something went wrong
 * with the file. */
static bool is_named_otherwise(const char *path)
{
    static const char *const endings[] = {".docx", ".docm", ".dotx", ".dotm", ".doc",  ".dot",
                                          ".wps",  ".wpt",  ".zip",  ".xlsx", ".pptx", ".pdf"};
    size_t len = strlen(path);

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t ending = strlen(endings[i]);

        if (len > ending && strcasecmp(path + len - ending, endings[i]) == 0) {
            return true;
        }
    }
    return false;
}

static enum hg_status misnamed(const char *path, struct hg_error *err)
{
    return hg_error_set(err, HG_NOT_DOCX,
                        "扩展名是 %s，内容却不是这种格式，文件可能已损坏；若是纯文本，请改名为 .txt",
                        strrchr(path, '.'));
}

static enum hg_status read_text(struct hg_doc **out, struct hg_str bytes, const char *path,
                                struct hg_error *err)
{
    return is_named_otherwise(path) ? misnamed(path, err) : hg_text_read(out, bytes, err);
}

static enum hg_status check_file(const struct stat *stat, const char *path, struct hg_error *err)
{
    if (S_ISDIR(stat->st_mode)) {
        return hg_error_set(err, HG_NOT_REGULAR, "这是文件夹，不是文件");
    }
    if (!S_ISREG(stat->st_mode)) {
        return hg_error_set(err, HG_NOT_REGULAR, "这不是普通文件，无法读取");
    }
    if (is_owner_file(path)) {
        return hg_error_set(err, HG_OWNER_FILE,
                            "这是编辑软件打开文档时留下的占用标记（~$ 文件），不是文稿，可以忽略");
    }
    if (stat->st_size == 0) {
        return hg_error_set(err, HG_EMPTY, "文件是空的（0 字节）");
    }
    if ((size_t)stat->st_size > HG_LIMIT_PACKAGE_BYTES) {
        return hg_error_set(err, HG_TOO_LARGE, "文件超过 %zu MB，不予读取",
                            HG_LIMIT_PACKAGE_BYTES >> 20);
    }
    return HG_OK;
}

/* Appends up to `most` bytes. */
static enum hg_status read_bytes(struct hg_buf *out, int descriptor, size_t most, const char *path,
                                 struct hg_error *err)
{
    char *chunk = hg_heap_alloc((size_t)64 << 10);
    enum hg_status status = HG_OK;
    ssize_t len = 1;

    while (status == HG_OK && len > 0 && out->len < most) {
        len = read(descriptor, chunk, (size_t)64 << 10);
        if (len > 0) {
            hg_buf_append(out, chunk, (size_t)len);
        } else if (len < 0 && errno == EINTR) {
            len = 1;
        } else if (len < 0) {
            status = system_failed(path, errno, err);
        }
    }
    hg_heap_free(chunk);
    return status;
}

/* A large file: its kind is told by the beginning; a package goes on through the descriptor. Takes
 * the descriptor over. */
static enum hg_status read_large(struct hg_doc **out, int descriptor, struct hg_buf *bytes,
                                 const char *path, const struct hg_read_options *options,
                                 struct hg_error *err)
{
    enum hg_status status = HG_NOT_DOCX;
    struct hg_archive *archive;
    enum hg_sniffed kind = hg_sniff(hg_buf_view(bytes), &status, err);
    FILE *file;

    if (kind != HG_SNIFFED_ZIP) {
        status = kind == HG_SNIFFED_TEXT
                     ? read_bytes(bytes, descriptor, HG_LIMIT_TEXT_BYTES + 1, path, err)
                     : status;
        (void)close(descriptor);
        return kind == HG_SNIFFED_TEXT && status == HG_OK
                   ? read_text(out, hg_buf_view(bytes), path, err)
                   : status;
    }
    file = fdopen(descriptor, "rb");
    if (file == NULL) {
        status = system_failed(path, errno, err);
        (void)close(descriptor);
        return status;
    }
    status = hg_archive_open_file(&archive, file, err);
    return status == HG_OK ? read_archive(out, archive, options, err) : status;
}

enum hg_status hg_read_file(struct hg_doc **out, const char *path,
                            const struct hg_read_options *options, struct hg_error *err)
{
    /* Non-blocking, so that a pipe under that name cannot hold us up. */
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct hg_buf bytes = HG_BUF_INIT;
    enum hg_status status;
    struct stat stat;

    *out = NULL;
    if (descriptor < 0) {
        return system_failed(path, errno, err);
    }
    if (fstat(descriptor, &stat) != 0) {
        status = system_failed(path, errno, err);
    } else {
        status = check_file(&stat, path, err);
    }
    if (status == HG_OK) {
        bool large = stat.st_size > IN_MEMORY;

        status = read_bytes(&bytes, descriptor, large ? IN_MEMORY : HG_LIMIT_PACKAGE_BYTES, path,
                            err);
        if (status == HG_OK && large) {
            status = read_large(out, descriptor, &bytes, path, options, err);
            hg_buf_release(&bytes);
            return status;
        }
    }
    (void)close(descriptor);
    if (status == HG_OK) {
        status = hg_read_memory(out, hg_buf_view(&bytes), options, err);
    }
    if (is_named_otherwise(path) &&
        (status == HG_BAD_ENCODING ||
         (status == HG_OK && (*out)->facts.kind == HG_PACKAGE_TEXT))) {
        hg_doc_free(*out);
        *out = NULL;
        status = misnamed(path, err);
    }
    hg_buf_release(&bytes);
    return status;
}
