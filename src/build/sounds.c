/* Makes the tables of lang/sounds.h: sounds READINGS.tsv LOOKALIKES.tsv OUT.bin OUT.c */
#include <string.h>

#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "build/blob.h"
#include "lang/sounds.h"

struct tables {
    struct hg_arena *arena;
    struct hg_map syllables; /* text -> number */
    HG_VEC(uint16_t) blurred;
    uint16_t readings[HG_SOUNDS_COUNT * HG_SOUNDS_READINGS];
    uint16_t groups[HG_SOUNDS_COUNT * HG_SOUNDS_GROUPS];
    uint16_t group;
};

static void put(uint16_t *table, size_t each, uint32_t c, uint16_t value)
{
    if (c < HG_SOUNDS_FIRST || c >= HG_SOUNDS_END) {
        return;
    }
    for (size_t i = 0; i < each; i++) {
        uint16_t *cell = &table[(c - HG_SOUNDS_FIRST) * each + i];

        if (*cell == 0 || *cell == value) {
            *cell = value;
            return;
        }
    }
}

static uint16_t syllable(struct tables *tables, struct hg_str text)
{
    void **slot = hg_map_put(&tables->syllables, text);

    if (*slot == NULL) {
        *slot = (void *)(uintptr_t)tables->syllables.len;
    }
    return (uint16_t)(uintptr_t)*slot;
}

/* zhang -> zan: what speakers of many dialects, and their input methods, do not tell apart. */
static struct hg_str blur(struct hg_arena *arena, struct hg_str text)
{
    char *out = hg_arena_strndup(arena, text.data, text.len);
    size_t len = text.len;

    if (len > 2 && out[1] == 'h' && (out[0] == 'z' || out[0] == 'c' || out[0] == 's')) {
        memmove(out + 1, out + 2, len - 2);
        len--;
    }
    if (len > 1 && out[0] == 'l') {
        out[0] = 'n';
    }
    if (len > 2 && out[len - 1] == 'g' && out[len - 2] == 'n' && out[len - 3] != 'o') {
        len--;
    }
    return (struct hg_str){out, len};
}

static void add_readings(void *context, const struct hg_str *cells, size_t columns)
{
    struct tables *tables = context;
    struct hg_str rest = cells[1], reading;
    uint32_t c = hg_utf8_at(cells[0], 0);

    (void)columns;
    while (hg_str_split(&rest, ' ', &reading)) {
        if (reading.len > 0) {
            put(tables->readings, HG_SOUNDS_READINGS, c, syllable(tables, reading));
        }
    }
}

/* A group of look-alikes: every Han character of the line's first cell belongs to it. */
static void add_group(void *context, const struct hg_str *cells, size_t columns)
{
    struct tables *tables = context;

    (void)columns;
    tables->group++;
    for (size_t at = 0; at < cells[0].len;) {
        uint32_t c = hg_utf8_next(cells[0], &at);

        put(tables->groups, HG_SOUNDS_GROUPS, c, tables->group);
    }
}

int main(int argc, char **argv)
{
    static struct tables tables;
    struct blob blob;
    bool good;

    if (argc != 5) {
        (void)fputs("usage: sounds READINGS.tsv LOOKALIKES.tsv OUT.bin OUT.c\n", stderr);
        return 2;
    }
    tables.arena = hg_arena_open();
    hg_map_init(&tables.syllables, tables.arena);
    if (!blob_read_tsv(argv[1], 2, tables.arena, add_readings, &tables) ||
        !blob_read_tsv(argv[2], 1, tables.arena, add_group, &tables) ||
        !blob_open(&blob, argv[3], argv[4])) {
        return 1;
    }
    *HG_PUSH(tables.arena, &tables.blurred) = 0;
    for (size_t i = 0; i < tables.syllables.len; i++) { /* grows while blurred forms are added */
        uint16_t number = syllable(&tables, blur(tables.arena, tables.syllables.entries[i].key));

        *HG_PUSH(tables.arena, &tables.blurred) = number;
    }
    blob_table(&blob, "hg_sounds_readings", tables.readings, 1, sizeof tables.readings);
    blob_table(&blob, "hg_sounds_groups", tables.groups, 1, sizeof tables.groups);
    blob_table(&blob, "hg_sounds_blurred", tables.blurred.items, sizeof *tables.blurred.items,
               tables.blurred.len);
    good = blob_close(&blob);
    hg_arena_free(tables.arena);
    return good ? 0 : 1;
}
