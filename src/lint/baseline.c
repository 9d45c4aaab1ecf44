#include "lint/baseline.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/map.h"

enum { FORMAT = 1 };

struct entry {
    struct hg_str path, check, fingerprint;
    bool seen;
};

struct hg_baseline {
    struct hg_arena *arena;
    struct hg_map known;   /* path '\n' fingerprint -> entry */
    struct hg_map checked; /* paths */
    HG_VEC(struct entry *) entries;
};

struct hg_baseline *hg_baseline_new(void)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_baseline *baseline = HG_NEW(arena, struct hg_baseline);

    baseline->arena = arena;
    hg_map_init(&baseline->known, arena);
    hg_map_init(&baseline->checked, arena);
    return baseline;
}

void hg_baseline_free(struct hg_baseline *baseline)
{
    if (baseline != NULL) {
        hg_arena_free(baseline->arena);
    }
}

static void make_key(struct hg_buf *key, struct hg_str path, struct hg_str fingerprint)
{
    hg_buf_clear(key);
    hg_buf_str(key, path);
    hg_buf_putc(key, '\n');
    hg_buf_str(key, fingerprint);
}

static struct entry *find(const struct hg_baseline *baseline, struct hg_str path,
                          struct hg_str fingerprint)
{
    struct hg_buf key = HG_BUF_INIT;
    struct entry *entry;

    make_key(&key, path, fingerprint);
    entry = hg_map_get(&baseline->known, hg_buf_view(&key));
    hg_buf_release(&key);
    return entry;
}

static struct entry *add(struct hg_baseline *baseline, struct hg_str path, struct hg_str check,
                         struct hg_str fingerprint)
{
    struct hg_buf key = HG_BUF_INIT;
    struct entry *entry = HG_NEW(baseline->arena, struct entry);

    make_key(&key, path, fingerprint);
    entry->path = hg_str_copy(baseline->arena, path);
    entry->check = hg_str_copy(baseline->arena, check);
    entry->fingerprint = hg_str_copy(baseline->arena, fingerprint);
    *hg_map_put(&baseline->known, hg_str_copy(baseline->arena, hg_buf_view(&key))) = entry;
    *HG_PUSH(baseline->arena, &baseline->entries) = entry;
    hg_buf_release(&key);
    return entry;
}

static enum hg_status fill(struct hg_baseline *baseline, const struct hg_json *root,
                           const char *name, struct hg_error *err)
{
    const struct hg_json *list = hg_json_get(root, "findings");

    if (hg_json_integer_value(hg_json_get(root, "format")) != FORMAT || list == NULL ||
        hg_json_kind(list) != HG_JSON_ARRAY) {
        return hg_error_set(err, HG_BAD_SETTINGS,
                            "%s 不是基线文件（应有 \"format\": 1 和 \"findings\"），"
                            "请用 --write-baseline 生成",
                            name);
    }
    for (size_t i = 0; i < hg_json_len(list); i++) {
        const struct hg_json *item = hg_json_at(list, i);
        struct hg_str path = hg_json_text(hg_json_get(item, "path"));
        struct hg_str fingerprint = hg_json_text(hg_json_get(item, "fingerprint"));

        if (path.len == 0 || fingerprint.len != 32) {
            return hg_error_set(err, HG_BAD_SETTINGS,
                                "%s 第 %zu 项缺少 path 或 32 位的 fingerprint", name, i + 1);
        }
        if (find(baseline, path, fingerprint) == NULL) {
            (void)add(baseline, path, hg_json_text(hg_json_get(item, "check")), fingerprint);
        }
    }
    return HG_OK;
}

enum hg_status hg_baseline_parse(struct hg_baseline **out, struct hg_str text, const char *name,
                                 struct hg_error *err)
{
    struct hg_json *root;
    struct hg_error inner;
    enum hg_status status;

    *out = NULL;
    if (hg_json_parse(&root, text, &inner) != HG_OK) {
        return hg_error_set(err, HG_BAD_SETTINGS, "%s 不是基线文件：%s", name, inner.message);
    }
    *out = hg_baseline_new();
    status = fill(*out, root, name, err);
    hg_json_free(root);
    if (status != HG_OK) {
        hg_baseline_free(*out);
        *out = NULL;
    }
    return status;
}

bool hg_baseline_has(const struct hg_baseline *baseline, struct hg_str path,
                     const char *fingerprint)
{
    return find(baseline, path, hg_str_of(fingerprint)) != NULL;
}

void hg_baseline_apply(const struct hg_baseline *baseline, bool all,
                       struct hg_lint_result *result, struct hg_str path)
{
    size_t kept = 0;

    for (size_t i = 0; i < result->findings.len; i++) {
        struct hg_finding *finding = result->findings.items[i];

        if (all || hg_baseline_has(baseline, path, finding->fingerprint)) {
            *HG_PUSH(result->arena, &result->suppressed) =
                (struct hg_suppressed){finding, HG_SUPPRESSED_BASELINE, HG_STR("基线")};
        } else {
            result->findings.items[kept++] = finding;
        }
    }
    result->findings.len = kept;
}

void hg_baseline_checked(struct hg_baseline *baseline, struct hg_str path)
{
    *hg_map_put(&baseline->checked, hg_str_copy(baseline->arena, path)) = baseline;
}

void hg_baseline_seen(struct hg_baseline *baseline, struct hg_str path, struct hg_str check,
                      struct hg_str fingerprint, bool add_new)
{
    struct entry *entry = find(baseline, path, fingerprint);

    if (entry == NULL && add_new) {
        entry = add(baseline, path, check, fingerprint);
    }
    if (entry != NULL) {
        entry->seen = true;
    }
}

static bool is_stale(const struct hg_baseline *baseline, const struct entry *entry)
{
    return !entry->seen && hg_map_get(&baseline->checked, entry->path) != NULL;
}

size_t hg_baseline_stale(const struct hg_baseline *baseline)
{
    size_t count = 0;

    for (size_t i = 0; i < baseline->entries.len; i++) {
        count += is_stale(baseline, baseline->entries.items[i]);
    }
    return count;
}

size_t hg_baseline_count(const struct hg_baseline *baseline)
{
    return baseline->entries.len - hg_baseline_stale(baseline);
}

static int entry_order(const void *left, const void *right)
{
    const struct entry *a = *(const struct entry *const *)left;
    const struct entry *b = *(const struct entry *const *)right;
    int order = hg_str_compare(a->path, b->path);

    if (order == 0) {
        order = hg_str_compare(a->check, b->check);
    }
    return order != 0 ? order : hg_str_compare(a->fingerprint, b->fingerprint);
}

/* One entry a line, so that a review of the file shows what went. */
void hg_baseline_write(struct hg_buf *out, const struct hg_baseline *baseline)
{
    size_t count = baseline->entries.len;
    struct entry **sorted = hg_heap_alloc((count + 1) * sizeof(struct entry *));
    bool first = true;

    if (count > 0) {
        memcpy(sorted, baseline->entries.items, count * sizeof *sorted);
        qsort(sorted, count, sizeof *sorted, entry_order);
    }
    hg_buf_printf(out, "{\"format\": %d, \"tool\": \"hegao\", \"findings\": [", FORMAT);
    for (size_t i = 0; i < count; i++) {
        struct hg_json *item;

        if (is_stale(baseline, sorted[i])) {
            continue;
        }
        item = hg_json_object();
        hg_json_set_str(item, "path", sorted[i]->path);
        hg_json_set_str(item, "check", sorted[i]->check);
        hg_json_set_str(item, "fingerprint", sorted[i]->fingerprint);
        hg_buf_puts(out, first ? "\n  " : ",\n  ");
        hg_json_write(out, item, 0);
        hg_json_free(item);
        first = false;
    }
    hg_buf_puts(out, first ? "]}\n" : "\n]}\n");
    hg_heap_free(sorted);
}
