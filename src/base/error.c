#include "base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *const status_names[HG_STATUS_COUNT] = {
    [HG_OK] = "ok",
    [HG_NOT_FOUND] = "not-found",
    [HG_NOT_PERMITTED] = "not-permitted",
    [HG_NOT_REGULAR] = "not-regular",
    [HG_IO] = "io",
    [HG_EMPTY] = "empty",
    [HG_OWNER_FILE] = "owner-file",
    [HG_ENCRYPTED] = "encrypted",
    [HG_CORPORATE_ENCRYPTED] = "corporate-encrypted",
    [HG_OLD_DOC] = "old-doc",
    [HG_WPS] = "wps",
    [HG_NOT_DOCX] = "not-docx",
    [HG_TRUNCATED] = "truncated",
    [HG_MALFORMED] = "malformed",
    [HG_TOO_LARGE] = "too-large",
    [HG_BAD_ENCODING] = "bad-encoding",
    [HG_PROTECTED] = "protected",
    [HG_EXISTS] = "exists",
    [HG_BAD_SETTINGS] = "bad-settings",
    [HG_USAGE] = "usage",
};

/* Takes back a UTF-8 sequence that the end of the buffer cut in two. */
static void drop_cut_character(char *text)
{
    size_t len = strlen(text);
    size_t start = len;

    while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80) {
        start--;
    }
    if (start > 0 && (unsigned char)text[start - 1] >= 0xC0) {
        unsigned char lead = (unsigned char)text[start - 1];
        size_t need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;

        if (len - (start - 1) < need) {
            text[start - 1] = '\0';
        }
    }
}

enum hg_status hg_error_set(struct hg_error *err, enum hg_status status, const char *format, ...)
{
    if (err != NULL) {
        va_list args;
        int wanted;

        err->status = status;
        va_start(args, format);
        wanted = vsnprintf(err->message, sizeof err->message, format, args);
        va_end(args);
        if (wanted >= (int)sizeof err->message) {
            drop_cut_character(err->message);
        }
    }
    return status;
}

const char *hg_status_name(enum hg_status status)
{
    return (unsigned)status < HG_STATUS_COUNT ? status_names[status] : "unknown";
}

const char *hg_errno_text(int code)
{
    switch (code) {
    case ENOENT: return "没有这个文件或文件夹";
    case ENOTDIR: return "路径中有一段不是文件夹";
    case EISDIR: return "这是文件夹，不是文件";
    case EACCES:
    case EPERM: return "没有权限";
    case EROFS: return "所在的磁盘是只读的";
    case ENOSPC: return "磁盘已满";
    case EDQUOT: return "磁盘配额已用完";
    case EFBIG: return "文件过大";
    case EEXIST: return "已有同名的文件或文件夹";
    case ENOTEMPTY: return "文件夹不是空的";
    case EBUSY:
    case ETXTBSY: return "文件正在被别的程序使用";
    case EMFILE:
    case ENFILE: return "打开的文件过多";
    case ENAMETOOLONG: return "文件名或路径过长";
    case ELOOP: return "链接互相指向，找不到文件";
    case EXDEV: return "两处不在同一个磁盘上";
    case EIO: return "磁盘或网络读写出错";
    case ENXIO:
    case ENODEV: return "设备不存在";
    case EPIPE: return "接收输出的程序已经退出";
    case EINVAL: return "路径或参数不合要求";
    case ENOMEM: return "内存不足";
    case EINTR: return "操作被打断";
    case ESTALE:
    case ETIMEDOUT: return "网络文件夹没有响应";
    default: return strerror(code);
    }
}
