#include "batch/cache.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/json.h"
#include "batch/check.h"
#include "io/limits.h"

static const char magic[] = "hegao-cache 1 ";

static bool read_whole(struct hg_buf *out, const char *path)
{
    FILE *file = fopen(path, "rbe");
    char chunk[65536];
    size_t got;
    bool fine;

    if (file == NULL) {
        return false;
    }
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0 && out->len <= HG_LIMIT_PACKAGE_BYTES) {
        hg_buf_append(out, chunk, got);
    }
    fine = !ferror(file) && out->len > 0 && out->len <= HG_LIMIT_PACKAGE_BYTES;
    (void)fclose(file);
    return fine;
}

static void key_of(struct hg_cache_key *key, const struct hg_cache *cache,
                   const struct hg_check_plan *plan, size_t index)
{
    struct hg_buf bytes = HG_BUF_INIT, text = HG_BUF_INIT;
    const char *path = plan->inputs->items.items[index].path;
    struct hg_hash128 parts[2];

    key->usable = strcmp(path, "-") != 0 && read_whole(&bytes, path);
    if (key->usable) {
        parts[0] = hg_hash128(hg_buf_view(&bytes));
        parts[1] = cache->settings != NULL ? cache->settings[index] : (struct hg_hash128){0, 0};
        for (size_t i = 0; i < 3; i++) {
            char hex[33];

            hg_hash128_hex(i < 2 ? parts[i] : cache->run, hex);
            hg_buf_printf(&text, "%s\n", hex);
        }
        hg_buf_printf(&text, "%.*s\n%.*s", HG_FMT(plan->shown[index]), HG_FMT(plan->keys[index]));
        hg_hash128_hex(hg_hash128(hg_buf_view(&text)), key->name);
    }
    hg_buf_release(&bytes);
    hg_buf_release(&text);
}

static void entry_path(struct hg_buf *out, const struct hg_cache *cache,
                       const struct hg_cache_key *key)
{
    hg_buf_printf(out, "%s/%.2s/%s", cache->folder, key->name, key->name + 2);
}

/* ---- A record as JSON ---- */

static struct hg_json *strings(const struct hg_str *items, size_t count)
{
    struct hg_json *array = hg_json_array();

    for (size_t i = 0; i < count; i++) {
        hg_json_push(array, hg_json_string(items[i]));
    }
    return array;
}

static struct hg_json *json_of_record(const struct hg_report_record *record)
{
    struct hg_json *object = hg_json_object(), *counts = hg_json_array();
    struct hg_json *checks = hg_json_array();
    const size_t numbers[] = {record->findings[0], record->findings[1], record->findings[2],
                              record->claims,      record->claims_consistent,
                              record->claims_wrong};

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        hg_json_push(counts, hg_json_integer((long long)numbers[i]));
    }
    for (size_t i = 0; i < record->checks.len; i++) {
        struct hg_json *check = hg_json_object();

        hg_json_set_str(check, "id", record->checks.items[i].id);
        hg_json_set_str(check, "name", record->checks.items[i].name);
        hg_json_set_integer(check, "count", (long long)record->checks.items[i].count);
        hg_json_push(checks, check);
    }
    hg_json_set_str(object, "path", record->path);
    hg_json_set_str(object, "form", record->form);
    hg_json_set_str(object, "unit", record->unit);
    hg_json_set_str(object, "period", record->period);
    hg_json_set_integer(object, "code", record->code);
    hg_json_set(object, "counts", counts);
    hg_json_set(object, "checks", checks);
    hg_json_set(object, "faults", strings(record->faults, HG_RECORD_FAULTS));
    hg_json_set(object, "notices", strings(record->notices.items, record->notices.len));
    hg_json_set(object, "known", strings(record->known.items, record->known.len));
    return object;
}

static struct hg_str kept(struct hg_report_record *record, const struct hg_json *object,
                          const char *name)
{
    return hg_str_copy(record->arena, hg_json_text(hg_json_get(object, name)));
}

static void record_of_json(struct hg_report_record *record, const struct hg_json *object)
{
    const struct hg_json *counts = hg_json_get(object, "counts");
    const struct hg_json *list;
    size_t *numbers[] = {&record->findings[0], &record->findings[1], &record->findings[2],
                         &record->claims,      &record->claims_consistent,
                         &record->claims_wrong};

    record->arena = hg_arena_open();
    record->status = HG_FILE_CHECKED;
    record->path = kept(record, object, "path");
    record->form = kept(record, object, "form");
    record->unit = kept(record, object, "unit");
    record->period = kept(record, object, "period");
    record->code = (int)hg_json_integer_value(hg_json_get(object, "code"));
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        *numbers[i] = (size_t)hg_json_integer_value(hg_json_at(counts, i));
    }
    list = hg_json_get(object, "checks");
    for (size_t i = 0; i < hg_json_len(list); i++) {
        const struct hg_json *item = hg_json_at(list, i);
        struct hg_record_check *check = HG_PUSH(record->arena, &record->checks);

        check->id = kept(record, item, "id");
        check->name = kept(record, item, "name");
        check->count = (size_t)hg_json_integer_value(hg_json_get(item, "count"));
    }
    list = hg_json_get(object, "faults");
    for (size_t i = 0; i < HG_RECORD_FAULTS; i++) {
        record->faults[i] = hg_str_copy(record->arena, hg_json_text(hg_json_at(list, i)));
    }
    list = hg_json_get(object, "notices");
    for (size_t i = 0; i < hg_json_len(list); i++) {
        *HG_PUSH(record->arena, &record->notices) =
            hg_str_copy(record->arena, hg_json_text(hg_json_at(list, i)));
    }
    list = hg_json_get(object, "known");
    for (size_t i = 0; i < hg_json_len(list); i++) {
        *HG_PUSH(record->arena, &record->known) =
            hg_str_copy(record->arena, hg_json_text(hg_json_at(list, i)));
    }
}

/* ---- Entries: magic, hash of the rest, newline, one line of JSON, newline, the fragment ---- */

static bool parse_entry(struct hg_str text, struct hg_report_record *record,
                        struct hg_buf *fragment)
{
    size_t head = sizeof magic - 1, line;
    char hex[33];
    struct hg_json *object;

    if (text.len < head + 34 || !hg_str_starts(text, HG_STR("hegao-cache 1 "))) {
        return false;
    }
    hg_hash128_hex(hg_hash128(hg_str_sub(text, (struct hg_span){head + 33, text.len})), hex);
    if (memcmp(hex, text.data + head, 32) != 0) {
        return false;
    }
    text = hg_str_sub(text, (struct hg_span){head + 33, text.len});
    line = hg_str_find(text, HG_STR("\n"), 0);
    if (line == SIZE_MAX ||
        hg_json_parse(&object, hg_str_sub(text, (struct hg_span){0, line}), NULL) != HG_OK) {
        return false;
    }
    record_of_json(record, object);
    hg_json_free(object);
    hg_buf_str(fragment, hg_str_sub(text, (struct hg_span){line + 1, text.len}));
    return true;
}

bool hg_cache_find(const struct hg_cache *cache, struct hg_cache_key *key,
                   const struct hg_check_plan *plan, size_t index,
                   struct hg_report_record *record, struct hg_buf *fragment)
{
    struct hg_buf path = HG_BUF_INIT, text = HG_BUF_INIT;
    bool found = false;

    key_of(key, cache, plan, index);
    if (key->usable) {
        entry_path(&path, cache, key);
        found = read_whole(&text, path.data) && parse_entry(hg_buf_view(&text), record, fragment);
    }
    hg_buf_release(&path);
    hg_buf_release(&text);
    return found;
}

void hg_cache_store(const struct hg_cache *cache, const struct hg_cache_key *key,
                    const struct hg_report_record *record, const struct hg_buf *fragment)
{
    struct hg_buf path = HG_BUF_INIT, temporary = HG_BUF_INIT, rest = HG_BUF_INIT;
    struct hg_json *object;
    char hex[33];
    FILE *file;

    if (!key->usable) {
        return;
    }
    object = json_of_record(record);
    hg_json_write(&rest, object, 0);
    hg_json_free(object);
    hg_buf_putc(&rest, '\n');
    hg_buf_str(&rest, hg_buf_view(fragment));
    hg_hash128_hex(hg_hash128(hg_buf_view(&rest)), hex);
    hg_buf_printf(&path, "%s/%.2s", cache->folder, key->name);
    (void)mkdir(path.data, 0777);
    hg_buf_clear(&path);
    entry_path(&path, cache, key);
    hg_buf_printf(&temporary, "%s.%ld.tmp", path.data, (long)getpid());
    file = fopen(temporary.data, "wbxe");
    if (file != NULL) {
        bool fine = fprintf(file, "%s%s\n", magic, hex) > 0 &&
                    fwrite(rest.data, 1, rest.len, file) == rest.len;

        fine = fclose(file) == 0 && fine;
        if (!fine || rename(temporary.data, path.data) != 0) {
            (void)unlink(temporary.data);
        }
    }
    hg_buf_release(&path);
    hg_buf_release(&temporary);
    hg_buf_release(&rest);
}
