/* Makes the shipped lexicon from the word lists: lexicon FOLDER OUT.bin OUT.c */
#include "build/blob.h"
#include "lang/lexicon_build.h"
#include "lang/lexicon_filter.h"

struct rows {
    enum hg_list list;
    struct hg_arena *arena;
    HG_VEC(struct hg_lexicon_row) rows;
};

static void add_row(void *context, const struct hg_str *cells, size_t columns)
{
    struct rows *rows = context;
    struct hg_lexicon_row *row = HG_PUSH(rows->arena, &rows->rows);

    row->list = rows->list;
    for (size_t i = 0; i < HG_LEXICON_CELLS; i++) {
        row->cells[i] = i < columns ? cells[i] : HG_STR("");
    }
}

static bool read_lists(struct rows *rows, const char *folder)
{
    for (int list = 0; list < HG_LIST_COUNT; list++) {
        const struct hg_list_shape *shape = hg_list_shape((enum hg_list)list);
        const char *path = hg_arena_printf(rows->arena, "%s/%s.tsv", folder, shape->name);

        rows->list = (enum hg_list)list;
        if (shape->name[0] != '\0' && !blob_read_tsv(path, shape->columns, rows->arena, add_row, rows)) {
            return false;
        }
    }
    return true;
}

#define TABLE(field, count)                                                                        \
    blob_table(blob, "hg_shipped_" #field, lexicon->field, sizeof *lexicon->field, (count))

static void write_tables(struct blob *blob, const struct hg_lexicon *lexicon)
{
    size_t cells = lexicon->rows[HG_LIST_COUNT];

    TABLE(filter, HG_FILTER_WORDS);
    TABLE(symbols, 0x10000);
    TABLE(units, lexicon->unit_count);
    TABLE(entries, lexicon->entry_count + 1);
    TABLE(uses, lexicon->use_count);
    TABLE(lists, lexicon->entry_count + 1);
    TABLE(spellings, lexicon->entry_count + 1);
    TABLE(spelling, lexicon->spellings[lexicon->entry_count]);
    TABLE(rows, HG_LIST_COUNT + 1);
    TABLE(cells, cells + 1);
    TABLE(text, lexicon->cells[cells]);
    TABLE(near, lexicon->near_slots);
}

static void write_declaration(FILE *source)
{
    static const char *const tables[][2] = {
        {"uint64_t", "filter"},   {"uint16_t", "symbols"},
        {"struct hg_lexicon_unit", "units"},
        {"uint32_t", "entries"},  {"struct hg_lexicon_use", "uses"},
        {"uint16_t", "lists"},    {"uint32_t", "spellings"},
        {"uint16_t", "spelling"}, {"uint32_t", "rows"},
        {"uint32_t", "cells"},    {"char", "text"},
        {"struct hg_lexicon_near", "near"},
    };

    (void)fputs("#include \"lang/lexicon.h\"\n\n", source);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        (void)fprintf(source, "extern const %s hg_shipped_%s[];\n", tables[i][0], tables[i][1]);
    }
    (void)fputs("\nconst struct hg_lexicon hg_lexicon_shipped = {\n", source);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        (void)fprintf(source, "    .%s = hg_shipped_%s,\n", tables[i][1], tables[i][1]);
    }
}

static void write_counts(FILE *source, const struct hg_lexicon *lexicon)
{
    (void)fprintf(source,
                  "    .unit_count = %zu,\n    .entry_count = %zu,\n    .use_count = %zu,\n"
                  "    .near_slots = %zu,\n    .found_lists = %u,\n};\n\n",
                  lexicon->unit_count, lexicon->entry_count, lexicon->use_count,
                  lexicon->near_slots, (unsigned)lexicon->found_lists);
}

int main(int argc, char **argv)
{
    struct hg_arena *arena = hg_arena_open();
    struct rows rows = {.arena = arena};
    struct hg_lexicon lexicon;
    struct hg_error err = {HG_OK, ""};
    struct blob blob;
    bool good;

    if (argc != 4) {
        (void)fputs("usage: lexicon FOLDER OUT.bin OUT.c\n", stderr);
        return 2;
    }
    if (!read_lists(&rows, argv[1]) || !blob_open(&blob, argv[2], argv[3])) {
        return 1;
    }
    if (hg_lexicon_build(&lexicon, arena, rows.rows.items, rows.rows.len, &err) != HG_OK) {
        (void)fprintf(stderr, "%s\n", err.message);
        return 1;
    }
    write_declaration(blob.source);
    write_counts(blob.source, &lexicon);
    write_tables(&blob, &lexicon);
    good = blob_close(&blob);
    hg_arena_free(arena);
    return good ? 0 : 1;
}
