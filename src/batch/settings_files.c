#include "batch/settings_files.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { CHAIN_MAX = 32 };

static const size_t small_file = (size_t)16 << 20;

enum hg_status hg_small_file_read(struct hg_buf *out, const char *path, struct hg_error *err)
{
    FILE *file = fopen(path, "rbe");
    struct stat facts;
    char chunk[16384];
    size_t got;
    bool fine;

    if (file == NULL) {
        return hg_error_set(err, errno == ENOENT ? HG_NOT_FOUND : HG_NOT_PERMITTED,
                            "不能读取 %s：%s", path, hg_errno_text(errno));
    }
    if (fstat(fileno(file), &facts) == 0 && S_ISDIR(facts.st_mode)) {
        (void)fclose(file);
        return hg_error_set(err, HG_NOT_REGULAR, "%s 是文件夹，不是文件", path);
    }
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0 && out->len <= small_file) {
        hg_buf_append(out, chunk, got);
    }
    fine = !ferror(file);
    (void)fclose(file);
    if (out->len > small_file) {
        return hg_error_set(err, HG_TOO_LARGE, "%s 超过 16 MB，不予读取", path);
    }
    return fine ? HG_OK : hg_error_set(err, HG_IO, "读取 %s 时出错", path);
}

void hg_settings_files_init(struct hg_settings_files *files, struct hg_arena *arena,
                            const char *named)
{
    memset(files, 0, sizeof *files);
    files->arena = arena;
    files->named = named;
    hg_map_init(&files->folders, arena);
    hg_map_init(&files->chains, arena);
}

void hg_settings_files_release(struct hg_settings_files *files)
{
    for (size_t i = 0; i < files->all.len; i++) {
        hg_settings_free(files->all.items[i]);
    }
}

/* One file of a chain, with its text. */
struct link {
    char *path, *folder;
    struct hg_buf text;
};

struct chain {
    struct link links[CHAIN_MAX]; /* innermost first */
    size_t count;
};

static void chain_release(struct chain *chain)
{
    for (size_t i = 0; i < chain->count; i++) {
        hg_buf_release(&chain->links[i].text);
    }
}

static enum hg_status chain_add(struct chain *chain, struct hg_arena *arena, const char *path,
                                const char *folder, struct hg_error *err)
{
    struct link *link = &chain->links[chain->count];

    link->path = hg_arena_strndup(arena, path, strlen(path));
    link->folder = hg_arena_strndup(arena, folder, strlen(folder));
    chain->count++;
    return hg_small_file_read(&link->text, path, err);
}

static enum hg_status chain_find(struct chain *chain, struct hg_arena *arena, const char *folder,
                                 struct hg_error *err)
{
    char *at = hg_arena_strndup(arena, folder, strlen(folder));
    enum hg_status status = HG_OK;

    while (status == HG_OK && chain->count < CHAIN_MAX) {
        const char *path = hg_arena_printf(arena, "%s/%s", strcmp(at, "/") == 0 ? "" : at,
                                           HG_SETTINGS_NAME);
        struct stat facts;
        char *slash;

        if (stat(path, &facts) == 0 && S_ISREG(facts.st_mode)) {
            status = chain_add(chain, arena, path, at, err);
            if (status == HG_OK &&
                hg_settings_is_root(hg_buf_view(&chain->links[chain->count - 1].text))) {
                break;
            }
        }
        slash = strrchr(at, '/');
        if (slash == NULL || strcmp(at, "/") == 0) {
            break;
        }
        slash[slash == at ? 1 : 0] = '\0';
    }
    return status;
}

static enum hg_status chain_named(struct chain *chain, struct hg_arena *arena, const char *named,
                                  struct hg_error *err)
{
    char *absolute = realpath(named, NULL);
    char *copy = hg_arena_strndup(arena, absolute != NULL ? absolute : named,
                                  strlen(absolute != NULL ? absolute : named));
    char *slash = strrchr(copy, '/');

    free(absolute); /* realpath's allocation */
    if (slash != NULL) {
        *slash = '\0';
    }
    return chain_add(chain, arena, named, slash != NULL ? copy : ".", err);
}

static enum hg_status chain_load(struct hg_settings_files *files, const struct chain *chain,
                                 const struct hg_settings_set **out, struct hg_error *err)
{
    struct hg_settings_file texts[CHAIN_MAX];
    struct hg_buf all = HG_BUF_INIT, name = HG_BUF_INIT;
    struct hg_settings *settings;
    struct hg_settings_set *set;
    enum hg_status status = HG_OK;
    void **slot;

    for (size_t i = 0; i < chain->count; i++) { /* outermost first */
        const struct link *link = &chain->links[chain->count - 1 - i];

        texts[i] = (struct hg_settings_file){hg_str_of(link->path), hg_str_of(link->folder),
                                             hg_buf_view(&link->text)};
        hg_buf_printf(&name, "%s\n", link->path);
        hg_buf_printf(&all, "%s\n", link->path);
        hg_buf_str(&all, hg_buf_view(&link->text));
    }
    slot = hg_map_put(&files->chains, hg_str_copy(files->arena, hg_buf_view(&name)));
    if (*slot == NULL) {
        set = HG_NEW(files->arena, struct hg_settings_set);
        if (chain->count > 0) {
            status = hg_settings_load(&settings, texts, chain->count, err);
            if (status == HG_OK) {
                *HG_PUSH(files->arena, &files->all) = settings;
                set->settings = settings;
                set->hash = hg_hash128(hg_buf_view(&all));
            }
        }
        *slot = set;
    }
    *out = *slot;
    hg_buf_release(&all);
    hg_buf_release(&name);
    return status;
}

enum hg_status hg_settings_files_for(struct hg_settings_files *files, const char *folder,
                                     const struct hg_settings_set **out, struct hg_error *err)
{
    struct chain chain = {0};
    struct hg_str key = files->named != NULL ? HG_STR("") : hg_str_of(folder);
    enum hg_status status;

    *out = hg_map_get(&files->folders, key);
    if (*out != NULL) {
        return HG_OK;
    }
    status = files->named != NULL ? chain_named(&chain, files->arena, files->named, err)
                                  : chain_find(&chain, files->arena, folder, err);
    if (status == HG_OK) {
        status = chain_load(files, &chain, out, err);
    }
    if (status == HG_OK) {
        *hg_map_put(&files->folders, hg_str_copy(files->arena, key)) =
            (void *)(uintptr_t)*out;
    }
    chain_release(&chain);
    return status;
}
