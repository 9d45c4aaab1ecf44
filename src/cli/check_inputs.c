#include "cli/check_inputs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/input.h"
#include "lint/registry.h"
#include "template/catalogue.h"
#include "template/load.h"

/* ---- Paths ---- */

static enum hg_status add_list(struct hg_inputs *inputs, const char *path, struct hg_error *err)
{
    struct hg_buf text = HG_BUF_INIT;
    enum hg_status status = HG_OK;

    if (strcmp(path, "-") == 0) {
        char chunk[16384];
        size_t got;

        while ((got = fread(chunk, 1, sizeof chunk, stdin)) > 0) {
            hg_buf_append(&text, chunk, got);
        }
    } else {
        status = hg_small_file_read(&text, path, err);
    }
    if (status == HG_OK && text.len > 0) {
        hg_inputs_add_list(inputs, hg_buf_view(&text));
    }
    hg_buf_release(&text);
    return status;
}

static enum hg_status add_paths(struct hg_inputs *inputs, const struct hg_check_options *options,
                                char **paths, size_t count, struct hg_error *err)
{
    for (size_t i = 0; i < count; i++) {
        hg_inputs_add(inputs, paths[i]);
    }
    if (options->files_from != NULL) {
        enum hg_status status = add_list(inputs, options->files_from, err);

        if (status != HG_OK) {
            return status;
        }
    }
    if (inputs->items.len == 0) {
        return hg_error_set(err, HG_USAGE, "%s",
                            count > 0 ? "所给文件夹中没有 .docx 或 .txt 文稿"
                                      : "所给清单中没有路径");
    }
    return HG_OK;
}

/* Absolute, links resolved in the folder; a file that is not there keeps its name. */
static const char *absolute_of(struct hg_arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash != NULL ? slash + 1 : path;
    const char *folder = slash == NULL ? "."
                         : slash == path
                             ? "/"
                             : hg_arena_strndup(arena, path, (size_t)(slash - path));
    char *resolved = realpath(folder, NULL);
    const char *out = path;

    if (resolved != NULL) {
        out = hg_arena_printf(arena, "%s/%s", strcmp(resolved, "/") == 0 ? "" : resolved, name);
    }
    free(resolved); /* realpath's allocation */
    return out;
}

static const char *folder_of(struct hg_arena *arena, const char *absolute)
{
    const char *slash = strrchr(absolute, '/');

    return slash == NULL || slash == absolute
               ? "/"
               : hg_arena_strndup(arena, absolute, (size_t)(slash - absolute));
}

static struct hg_str shown_of(struct hg_arena *arena, const char *path)
{
    struct hg_buf text = HG_BUF_INIT;
    struct hg_str out;

    hg_input_show(&text, path);
    out = hg_str_copy(arena, hg_buf_view(&text));
    hg_buf_release(&text);
    return out;
}

/* The path below `root`, or as given if it lies elsewhere. */
static struct hg_str key_of(struct hg_arena *arena, const char *path, const char *absolute,
                            struct hg_str root)
{
    size_t len = root.len;

    if (hg_str_starts(hg_str_of(absolute), root) && (absolute[len] == '/' || len == 1)) {
        return shown_of(arena, absolute + len + (absolute[len] == '/'));
    }
    return shown_of(arena, path);
}

/* ---- Copies ---- */

static const char *copy_name(struct hg_arena *arena, struct hg_map *taken, const char *folder,
                             const char *relative)
{
    const char *dot = strrchr(relative, '.');
    size_t stem = dot != NULL && strchr(dot, '/') == NULL ? (size_t)(dot - relative)
                                                          : strlen(relative);

    for (int i = 1;; i++) {
        const char *name = i == 1 ? hg_arena_printf(arena, "%s/%s", folder, relative)
                                  : hg_arena_printf(arena, "%s/%.*s-%d%s", folder, (int)stem,
                                                    relative, i, relative + stem);
        void **slot = hg_map_put(taken, hg_str_of(name));

        if (*slot == NULL) {
            *slot = taken;
            return name;
        }
    }
}

/* ---- Forms ---- */

/* Forms of the folders that the command line and the settings name, before the shipped ones. Read
 * once for all inputs under the same settings. */
static enum hg_status forms_for(struct hg_check_inputs *in, const struct hg_check_options *o,
                                const struct hg_settings *settings, struct hg_lint_options *lint,
                                struct hg_error *err)
{
    HG_VEC(const char *) folders = {NULL, 0, 0};
    void **slot = hg_map_put(&in->sets, hg_str_of(hg_arena_printf(o->arena, "%p",
                                                                  (const void *)settings)));
    const struct hg_form_set *set = *slot;
    enum hg_status status = HG_OK;

    for (size_t i = 0; set == NULL && i < o->template_folders.len; i++) {
        *HG_PUSH(o->arena, &folders) = o->template_folders.items[i];
    }
    for (size_t i = 0; set == NULL && settings != NULL && i < settings->template_folders.len; i++) {
        *HG_PUSH(o->arena, &folders) = settings->template_folders.items[i];
    }
    if (set == NULL) {
        status = hg_catalogue_open(&set, o->arena, folders.items, folders.len, err);
        *slot = (void *)(uintptr_t)set;
    }
    lint->forms = set;
    return status;
}

static enum hg_status form_named(struct hg_check_inputs *in, struct hg_arena *arena,
                                 struct hg_str name, struct hg_str folder,
                                 struct hg_lint_options *lint, struct hg_error *err)
{
    const char *path;
    void **slot;
    const struct hg_form *form;
    enum hg_status status = HG_OK;

    if (hg_str_is(name, "auto") || hg_str_is(name, "none")) {
        lint->form_choice = hg_str_is(name, "auto") ? HG_FORM_AUTO : HG_FORM_NONE;
        return HG_OK;
    }
    lint->form_choice = HG_FORM_GIVEN;
    lint->form = hg_form_find(lint->forms, name);
    if (lint->form != NULL) {
        return HG_OK;
    }
    path = name.data[0] == '/' || folder.len == 0
               ? hg_arena_printf(arena, "%.*s", HG_FMT(name))
               : hg_arena_printf(arena, "%.*s/%.*s", HG_FMT(folder), HG_FMT(name));
    slot = hg_map_put(&in->forms, hg_str_of(path));
    if (*slot == NULL) {
        if (access(path, F_OK) != 0) {
            return hg_error_set(err, HG_BAD_SETTINGS,
                                "没有“%.*s”这种文种，也没有这个文件；文种见 hegao list templates",
                                HG_FMT(name));
        }
        status = hg_form_read_file((struct hg_form **)slot, arena, path, err);
    }
    form = *slot;
    lint->form = form;
    return status;
}

/* Forms of the user's own are settings like others: what was remembered under other ones is not
 * used again. */
static struct hg_hash128 hash_with_forms(struct hg_hash128 hash,
                                         const struct hg_lint_options *lint)
{
    struct hg_buf text = HG_BUF_INIT;

    for (size_t i = 0; i < lint->forms->forms.len; i++) {
        const struct hg_form *form = lint->forms->forms.items[i];

        if (form->path.len > 0) {
            hg_buf_str(&text, form->source);
        }
    }
    if (lint->form_choice == HG_FORM_GIVEN && lint->form->path.len > 0) {
        hg_buf_str(&text, lint->form->source);
    }
    if (text.len > 0) {
        hg_buf_append(&text, (const char *)&hash, sizeof hash);
        hash = hg_hash128(hg_buf_view(&text));
    }
    hg_buf_release(&text);
    return hash;
}

/* ---- One input ---- */

static const bool *disabled_of(const struct hg_check_options *o,
                               const struct hg_settings *settings)
{
    bool *disabled = HG_NEW_ARRAY(o->arena, bool, hg_check_count());

    for (size_t i = 0; i < hg_check_count(); i++) {
        disabled[i] = o->any_selected ? !o->selected[i]
                                      : settings != NULL && settings->checks[i].off;
        disabled[i] = disabled[i] || o->ignored[i];
    }
    return disabled;
}

static enum hg_status settle_input(struct hg_check_inputs *in, const struct hg_check_options *o,
                                   size_t index, struct hg_error *err)
{
    const char *path = in->inputs.items.items[index].path;
    bool from_stdin = strcmp(path, "-") == 0;
    const char *absolute = absolute_of(o->arena, from_stdin ? "./-" : path);
    struct hg_lint_options *lint = &in->lint[index];
    const struct hg_settings_set *set;
    char *here;
    struct hg_str use = HG_STR(""), root;
    enum hg_status status =
        hg_settings_files_for(&in->files, folder_of(o->arena, absolute), &set, err);

    if (status != HG_OK) {
        return status;
    }
    lint->today = o->date;
    lint->settings = set->settings;
    lint->path = from_stdin ? NULL : absolute;
    /* Inputs under the same settings run the same checks. */
    lint->disabled = index > 0 && in->lint[index - 1].settings == set->settings
                         ? in->lint[index - 1].disabled
                         : disabled_of(o, set->settings);
    if (set->settings != NULL && !from_stdin) {
        use = hg_settings_template_for(set->settings, absolute);
    }
    root = set->settings != NULL ? set->settings->root : HG_STR("");
    status = forms_for(in, o, set->settings, lint, err);
    if (status != HG_OK) {
        return status;
    }
    if (o->form != NULL) {
        status = form_named(in, o->arena, hg_str_of(o->form), HG_STR(""), lint, err);
    } else if (use.len > 0) {
        status = form_named(in, o->arena, use, root, lint, err);
    }
    if (status != HG_OK) {
        return status;
    }
    in->hashes[index] = hash_with_forms(set->hash, lint);
    in->shown[index] = shown_of(o->arena, path);
    if (root.len == 0) {
        here = getcwd(NULL, 0);
        root = hg_str_copy(o->arena, hg_str_of(here != NULL ? here : "/"));
        free(here); /* getcwd's allocation */
    }
    in->keys[index] = from_stdin ? in->shown[index] : key_of(o->arena, path, absolute, root);
    return status;
}

enum hg_status hg_check_inputs_find(struct hg_check_inputs *out,
                                    const struct hg_check_options *options, char **paths,
                                    size_t count, struct hg_error *err)
{
    struct hg_arena *arena = options->arena;
    struct hg_map taken;
    size_t len;
    enum hg_status status;

    out->inputs.arena = arena;
    hg_settings_files_init(&out->files, arena, options->config);
    hg_map_init(&out->forms, arena);
    hg_map_init(&out->sets, arena);
    hg_map_init(&taken, arena);
    status = add_paths(&out->inputs, options, paths, count, err);
    len = out->inputs.items.len;
    out->shown = HG_NEW_ARRAY(arena, struct hg_str, len + 1);
    out->keys = HG_NEW_ARRAY(arena, struct hg_str, len + 1);
    out->lint = HG_NEW_ARRAY(arena, struct hg_lint_options, len + 1);
    out->hashes = HG_NEW_ARRAY(arena, struct hg_hash128, len + 1);
    out->copies = options->annotate != NULL ? HG_NEW_ARRAY(arena, const char *, len + 1) : NULL;
    out->author = HG_STR("");
    for (size_t i = 0; status == HG_OK && i < len; i++) {
        status = settle_input(out, options, i, err);
        if (status == HG_OK && options->annotate != NULL) {
            out->copies[i] = copy_name(arena, &taken, options->annotate,
                                       out->inputs.items.items[i].relative);
        }
        if (status == HG_OK && out->author.len == 0 && out->lint[i].settings != NULL) {
            out->author = out->lint[i].settings->author;
        }
    }
    return status;
}

void hg_check_inputs_release(struct hg_check_inputs *inputs)
{
    hg_settings_files_release(&inputs->files);
}
