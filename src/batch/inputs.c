#include "batch/inputs.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

/* Deeper folders than this are a loop of mounts, not an archive of reports. */
enum { FOLDER_DEPTH = 64 };

static bool ends_with(const char *name, const char *suffix)
{
    size_t name_len = strlen(name), suffix_len = strlen(suffix);

    return name_len > suffix_len && strcasecmp(name + name_len - suffix_len, suffix) == 0;
}

static bool is_draft(const char *name)
{
    return ends_with(name, ".docx") || ends_with(name, ".txt");
}

static void add_file(struct hg_inputs *inputs, const char *path, const char *name, size_t root,
                     off_t size)
{
    struct hg_input *input = HG_PUSH(inputs->arena, &inputs->items);

    input->path = path;
    input->relative = path + root;
    input->skip = strncmp(name, "~$", 2) == 0 ? HG_OWNER_FILE : size == 0 ? HG_EMPTY : HG_OK;
}

/* Bytewise, not in the locale's order: the same on every machine. */
static int by_name(const void *left, const void *right)
{
    const struct dirent *const *a = left, *const *b = right;

    return strcmp((*a)->d_name, (*b)->d_name);
}

/* `root` bytes of each path are the folder that the user named. */
static void add_folder(struct hg_inputs *inputs, const char *folder, size_t root, int depth)
{
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, NULL, NULL);

    if (count < 0) {
        return;
    }
    if (count > 1) {
        qsort(entries, (size_t)count, sizeof *entries, by_name);
    }
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        size_t len = strlen(folder);
        struct stat facts;
        char *path;

        if (name[0] == '.') {
            continue;
        }
        path = hg_arena_printf(inputs->arena, "%s%s%s", folder,
                               len > 0 && folder[len - 1] == '/' ? "" : "/", name);
        if (lstat(path, &facts) != 0) {
            continue;
        }
        if (S_ISLNK(facts.st_mode) && (stat(path, &facts) != 0 || S_ISDIR(facts.st_mode))) {
            continue; /* a link to a folder could lead round in a circle */
        }
        if (S_ISDIR(facts.st_mode) && depth < FOLDER_DEPTH) {
            add_folder(inputs, path, root, depth + 1);
        } else if (S_ISREG(facts.st_mode) && is_draft(name)) {
            add_file(inputs, path, name, root, facts.st_size);
        }
    }
    for (int i = 0; i < count; i++) {
        free(entries[i]); /* scandir's allocations */
    }
    free(entries);
}

void hg_inputs_add(struct hg_inputs *inputs, const char *path)
{
    struct stat facts;

    if (strcmp(path, "-") != 0 && stat(path, &facts) == 0 && S_ISDIR(facts.st_mode)) {
        size_t len = strlen(path);

        add_folder(inputs, path, len > 0 && path[len - 1] == '/' ? len : len + 1, 0);
    } else {
        struct hg_input *input = HG_PUSH(inputs->arena, &inputs->items);

        const char *slash = strrchr(path, '/');

        input->path = hg_arena_strndup(inputs->arena, path, strlen(path));
        input->relative = slash != NULL ? input->path + (slash - path) + 1 : input->path;
        input->named = true;
    }
}

void hg_inputs_add_list(struct hg_inputs *inputs, struct hg_str list)
{
    char mark = memchr(list.data, '\0', list.len) != NULL ? '\0' : '\n';
    struct hg_str line;

    if (hg_str_starts(list, HG_STR("\xEF\xBB\xBF"))) { /* the BOM of Windows editors */
        list = hg_str_sub(list, (struct hg_span){3, list.len});
    }
    while (list.len > 0 && hg_str_split(&list, mark, &line)) {
        if (line.len > 0 && line.data[line.len - 1] == '\r') {
            line.len--;
        }
        if (line.len > 0) {
            hg_inputs_add(inputs, hg_arena_strndup(inputs->arena, line.data, line.len));
        }
    }
}
