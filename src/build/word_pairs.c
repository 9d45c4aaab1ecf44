/* Makes the table of lang/word_pairs.h: word_pairs WORD_PAIRS.tsv OUT.bin OUT.c */
#include <stdlib.h>

#include "base/utf8.h"
#include "base/vec.h"
#include "build/blob.h"

struct pairs {
    struct hg_arena *arena;
    HG_VEC(uint32_t) pairs;
};

/* A first character, then all characters that make a word with it. */
static void add_row(void *context, const struct hg_str *cells, size_t columns)
{
    struct pairs *pairs = context;
    uint32_t first = hg_utf8_at(cells[0], 0);

    (void)columns;
    for (size_t at = 0; at < cells[1].len;) {
        *HG_PUSH(pairs->arena, &pairs->pairs) = first << 16 | hg_utf8_next(cells[1], &at);
    }
}

static int ascending(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;

    return a < b ? -1 : a > b;
}

int main(int argc, char **argv)
{
    struct pairs pairs = {.arena = hg_arena_open()};
    struct blob blob;
    bool good;

    if (argc != 4) {
        (void)fputs("usage: word_pairs WORD_PAIRS.tsv OUT.bin OUT.c\n", stderr);
        return 2;
    }
    if (!blob_read_tsv(argv[1], 2, pairs.arena, add_row, &pairs) ||
        !blob_open(&blob, argv[2], argv[3])) {
        return 1;
    }
    if (pairs.pairs.len > 0) {
        qsort(pairs.pairs.items, pairs.pairs.len, sizeof *pairs.pairs.items, ascending);
    }
    (void)fprintf(blob.source,
                  "#include \"lang/word_pairs.h\"\n\nconst size_t hg_word_pair_count = %zu;\n\n",
                  pairs.pairs.len);
    blob_table(&blob, "hg_word_pairs", pairs.pairs.items, sizeof *pairs.pairs.items,
               pairs.pairs.len);
    good = blob_close(&blob);
    hg_arena_free(pairs.arena);
    return good ? 0 : 1;
}
