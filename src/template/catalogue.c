#include "template/catalogue.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "template/embedded.h"
#include "io/xml.h"
#include "template/layout.h"
#include "template/load.h"

enum { FILE_MAX = 1 << 20, FILES_MAX = 500 };

enum hg_status hg_catalogue_read_text(struct hg_str *out, struct hg_arena *arena, const char *path,
                                      struct hg_error *err)
{
    FILE *file = fopen(path, "rb");
    struct hg_buf text = HG_BUF_INIT;
    char chunk[8192];
    size_t got = 0;
    enum hg_status status = HG_OK;

    if (file == NULL) {
        return hg_error_set(err, errno == ENOENT ? HG_NOT_FOUND : HG_NOT_PERMITTED, "%s: %s", path,
                            errno == ENOENT ? "没有这个文件，请检查路径" : "打不开，请检查读取权限");
    }
    while (text.len <= FILE_MAX && (got = fread(chunk, 1, sizeof chunk, file)) > 0) {
        hg_buf_append(&text, chunk, got);
    }
    if (ferror(file)) {
        status = hg_error_set(err, HG_IO, "%s: 读取出错（不是普通文件，或磁盘故障）", path);
    } else if (text.len > FILE_MAX) {
        status = hg_error_set(err, HG_TOO_LARGE, "%s: 文件超过1 MB，不像是模板或数据文件", path);
    }
    (void)fclose(file);
    *out = status == HG_OK ? hg_str_copy(arena, hg_buf_view(&text)) : HG_STR("");
    hg_buf_release(&text);
    return status;
}

struct fault {
    int line;
    char message[256];
};

static void keep_first(void *user, int line, const char *message)
{
    struct fault *fault = user;

    if (fault->line == 0) {
        fault->line = line;
        (void)snprintf(fault->message, sizeof fault->message, "%s", message);
        fault->message[strcspn(fault->message, "\n")] = '\0';
    }
}

/* The schema is the wider net: what it catches and the reader did not is told in its own words. */
static enum hg_status validate(struct hg_str text, const char *path, struct hg_error *err)
{
    struct hg_str schema = {(const char *)hg_embedded_schemas[0].bytes, hg_embedded_schemas[0].len};
    struct fault fault = {0, ""};
    bool valid;
    enum hg_status status = hg_xml_validate(&valid, schema, text, path, keep_first, &fault, err);

    if (status == HG_OK && !valid) {
        status = hg_error_set(err, HG_BAD_SETTINGS, "%s:%d: 不符合 template.rng：%s", path, fault.line,
                              fault.message);
    }
    return status;
}

enum hg_status hg_form_read_file(struct hg_form **out, struct hg_arena *arena, const char *path,
                                 struct hg_error *err)
{
    struct hg_str text;
    enum hg_status status = hg_catalogue_read_text(&text, arena, path, err);

    *out = NULL;
    if (status == HG_OK && hg_str_trim(text).len == 0) {
        status = hg_error_set(err, HG_BAD_SETTINGS, "%s: 空文件，不是模板", path);
    }
    if (status == HG_OK) {
        status = hg_form_read(out, arena, text, path, err);
    }
    if (status == HG_OK) {
        status = validate(text, path, err);
    }
    if (status == HG_OK && !hg_layout_exists((*out)->layout)) {
        status = hg_error_set(err, HG_BAD_SETTINGS, "%s:1: 没有版式“%.*s”，可用的有 gongwen、report",
                              path, HG_FMT((*out)->layout));
    }
    if (status == HG_OK) {
        (*out)->path = hg_str_copy(arena, hg_str_of(path));
        (*out)->source = text;
    } else {
        *out = NULL;
    }
    return status;
}

static int is_form(const struct dirent *entry)
{
    size_t len = strlen(entry->d_name);

    return entry->d_name[0] != '.' && len > 4 && strcmp(entry->d_name + len - 4, ".xml") == 0;
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static void add_form(struct hg_form_set *set, struct hg_arena *arena, const struct hg_form *form)
{
    if (hg_form_find(set, form->id) == NULL) {
        *HG_PUSH(arena, &set->forms) = form;
    }
}

static enum hg_status add_folder(struct hg_form_set *set, struct hg_arena *arena,
                                 const char *folder, struct hg_error *err)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, is_form, by_name);
    enum hg_status status = HG_OK;

    if (count < 0) {
        return hg_error_set(err, HG_NOT_FOUND, "模板文件夹“%s”打不开，请检查路径", folder);
    }
    for (int i = 0; i < count && status == HG_OK; i++) {
        const char *path = hg_arena_printf(arena, "%s/%s", folder, entries[i]->d_name);
        struct hg_form *form;

        if (i >= FILES_MAX) {
            status = hg_error_set(err, HG_TOO_LARGE, "模板文件夹“%s”里的模板超过%d个", folder,
                                  FILES_MAX);
            break;
        }
        status = hg_form_read_file(&form, arena, path, err);
        if (status == HG_OK) {
            add_form(set, arena, form);
        }
    }
    for (int i = 0; i < count; i++) {
        free(entries[i]); /* scandir allocates with malloc */
    }
    free(entries);
    return status;
}

enum hg_status hg_catalogue_open(const struct hg_form_set **out, struct hg_arena *arena,
                                 const char *const *folders, size_t folder_count,
                                 struct hg_error *err)
{
    const struct hg_form_set *shipped = hg_forms_shipped();
    struct hg_form_set *set;
    enum hg_status status = HG_OK;

    *out = shipped;
    if (folder_count == 0) {
        return HG_OK;
    }
    set = HG_NEW(arena, struct hg_form_set);
    for (size_t i = 0; i < folder_count && status == HG_OK; i++) {
        status = add_folder(set, arena, folders[i], err);
    }
    for (size_t i = 0; i < shipped->forms.len; i++) {
        add_form(set, arena, shipped->forms.items[i]);
    }
    if (status == HG_OK) {
        *out = set;
    }
    return status;
}

enum hg_status hg_catalogue_form(const struct hg_form **out, struct hg_arena *arena,
                                 const struct hg_form_set *set, const char *name,
                                 struct hg_error *err)
{
    struct hg_str text = hg_str_of(name);
    struct hg_buf ids = HG_BUF_INIT;
    enum hg_status status;

    if (strchr(name, '/') != NULL || hg_str_ends(text, HG_STR(".xml"))) {
        struct hg_form *form = NULL;

        status = hg_form_read_file(&form, arena, name, err);
        *out = form;
        return status;
    }
    *out = hg_form_find(set, text);
    if (*out != NULL) {
        return HG_OK;
    }
    for (size_t i = 0; i < set->forms.len; i++) {
        hg_buf_puts(&ids, i > 0 ? "、" : "");
        hg_buf_str(&ids, set->forms.items[i]->id);
    }
    status = hg_error_set(err, HG_NOT_FOUND, "没有模板“%s”，可用的有：%s", name,
                          ids.len > 0 ? ids.data : "（无）");
    hg_buf_release(&ids);
    return status;
}
