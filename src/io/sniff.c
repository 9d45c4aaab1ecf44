#include "io/sniff.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

enum { LOOK = 4096 };

#define NOT_DOCX_ADVICE "，不是 DOCX 文稿，请用 Word 或 WPS 打开后另存为 DOCX"

/* Names of streams in a compound file (OLE) are UTF-16LE. */
static bool has_stream(struct hg_str bytes, const char *name)
{
    char wide[64];
    size_t len = strlen(name);

    for (size_t i = 0; i < len; i++) {
        wide[2 * i] = name[i];
        wide[2 * i + 1] = '\0';
    }
    return hg_str_contains(bytes, (struct hg_str){wide, 2 * len});
}

static enum hg_status compound_file(struct hg_str bytes, struct hg_error *err)
{
    if (has_stream(bytes, "EncryptedPackage")) {
        return hg_error_set(err, HG_ENCRYPTED,
                            "文档设有打开密码，无法读取，请在 Word 或 WPS 中去掉密码后另存再试");
    }
    if (has_stream(bytes, "WpsCustomData") || has_stream(bytes, "MatOST")) {
        return hg_error_set(err, HG_WPS,
                            "这是 WPS 的旧格式（.wps），请用 WPS 打开后另存为 DOCX 再试");
    }
    if (has_stream(bytes, "WordDocument")) {
        return hg_error_set(err, HG_OLD_DOC,
                            "这是 Word 97-2003 的旧格式（.doc），请用 Word 或 WPS 另存为 DOCX 再试");
    }
    if (has_stream(bytes, "Workbook") || has_stream(bytes, "Book")) {
        return hg_error_set(err, HG_NOT_DOCX, "这是 Excel 97-2003 工作簿（.xls），不是 DOCX 文稿");
    }
    if (has_stream(bytes, "PowerPoint Document")) {
        return hg_error_set(err, HG_NOT_DOCX,
                            "这是 PowerPoint 97-2003 演示文稿（.ppt），不是 DOCX 文稿");
    }
    return hg_error_set(err, HG_OLD_DOC,
                        "这是旧的复合文档格式（.doc 等），请用 Word 或 WPS 另存为 DOCX 再试");
}

struct mark {
    struct hg_str bytes;
    const char *what;
};

static const struct mark marks[] = {
    {HG_STR_INIT("%PDF"), "这是 PDF 文件" NOT_DOCX_ADVICE},
    {HG_STR_INIT("{\\rtf"), "这是 RTF 文件" NOT_DOCX_ADVICE},
    {HG_STR_INIT("MIME-Version:"), "这是单个文件网页（MHT）" NOT_DOCX_ADVICE},
    {HG_STR_INIT("\x89PNG"), "这是图片（PNG），不是文稿，请提供可编辑的 DOCX"},
    {HG_STR_INIT("\xFF\xD8\xFF"), "这是图片（JPEG），不是文稿，请提供可编辑的 DOCX"},
    {HG_STR_INIT("GIF8"), "这是图片（GIF），不是文稿，请提供可编辑的 DOCX"},
    {HG_STR_INIT("Rar!"), "这是压缩包（RAR），请解压后检查里面的文稿"},
    {HG_STR_INIT("7z\xBC\xAF\x27\x1C"), "这是压缩包（7z），请解压后检查里面的文稿"},
    {HG_STR_INIT("\x1F\x8B"), "这是压缩包（gzip），请解压后检查里面的文稿"},
    {HG_STR_INIT("\x7F"
                 "ELF"),
     "这是可执行程序，不是文稿"},
    {HG_STR_INIT("MZ\x90"), "这是可执行程序，不是文稿"},
};

static bool starts_nocase(struct hg_str text, const char *prefix)
{
    size_t len = strlen(prefix);

    return text.len >= len && strncasecmp(text.data, prefix, len) == 0;
}

/* Web pages and XML: text, but no draft. */
static const char *markup_name(struct hg_str head)
{
    if (hg_str_starts(head, HG_STR("\xEF\xBB\xBF"))) {
        head = hg_str_sub(head, (struct hg_span){3, head.len});
    }
    head = hg_str_trim(head);
    if (starts_nocase(head, "<!doctype html") || starts_nocase(head, "<html") ||
        starts_nocase(head, "<head")) {
        return "这是网页（HTML）" NOT_DOCX_ADVICE;
    }
    if (!starts_nocase(head, "<?xml")) {
        return NULL;
    }
    if (hg_str_contains(head, HG_STR("Word.Document")) ||
        hg_str_contains(head, HG_STR("wordprocessingml"))) {
        return "这是 Word 的 XML 文件" NOT_DOCX_ADVICE;
    }
    return hg_str_contains(head, HG_STR("<html")) ? "这是网页（HTML）" NOT_DOCX_ADVICE
                                                  : "这是 XML 文件" NOT_DOCX_ADVICE;
}

/* More than a few control characters, and more than one byte in fifty, tabs and line ends aside,
 * is no text. UTF-16 is told by its mark before. */
static bool is_binary(struct hg_str head)
{
    size_t controls = 0;

    for (size_t i = 0; i < head.len; i++) {
        unsigned char byte = (unsigned char)head.data[i];

        controls += byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f';
    }
    return controls > 4 && controls * 50 > head.len;
}

enum hg_sniffed hg_sniff(struct hg_str bytes, enum hg_status *status, struct hg_error *err)
{
    struct hg_str head = hg_str_sub(bytes, (struct hg_span){0, LOOK});
    const char *markup;

    if (hg_str_starts(head, HG_STR("PK\x03\x04")) || hg_str_starts(head, HG_STR("PK\x05\x06"))) {
        return HG_SNIFFED_ZIP;
    }
    if (hg_str_starts(head, HG_STR("\xD0\xCF\x11\xE0"))) {
        *status = compound_file(bytes, err);
        return HG_SNIFFED_OTHER;
    }
    if (hg_str_starts(head, HG_STR("%TSD-Header-###%")) ||
        hg_str_contains(hg_str_sub(head, (struct hg_span){0, 64}), HG_STR("E-SafeNet"))) {
        *status = hg_error_set(err, HG_CORPORATE_ENCRYPTED,
                               "文件被单位的透明加密软件加密，无法读取，请在加密系统里解密（或走外发"
                               "流程）后再试");
        return HG_SNIFFED_OTHER;
    }
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (hg_str_starts(head, marks[i].bytes)) {
            *status = hg_error_set(err, HG_NOT_DOCX, "%s", marks[i].what);
            return HG_SNIFFED_OTHER;
        }
    }
    if (hg_str_starts(head, HG_STR("\xFF\xFE")) || hg_str_starts(head, HG_STR("\xFE\xFF"))) {
        return HG_SNIFFED_TEXT;
    }
    if (is_binary(head)) {
        size_t tail = bytes.len > 65557 ? bytes.len - 65557 : 0;

        /* An archive with something in front of it still ends in its directory. */
        if (hg_str_find(bytes, HG_STR("PK\x05\x06"), tail) != SIZE_MAX) {
            return HG_SNIFFED_ZIP;
        }
        *status = hg_error_set(err, HG_NOT_DOCX,
                               "认不出的文件，既不是 DOCX 也不是纯文本，请用 Word 或 WPS 另存为 DOCX");
        return HG_SNIFFED_OTHER;
    }
    markup = markup_name(head);
    if (markup != NULL) {
        *status = hg_error_set(err, HG_NOT_DOCX, "%s", markup);
        return HG_SNIFFED_OTHER;
    }
    return HG_SNIFFED_TEXT;
}
