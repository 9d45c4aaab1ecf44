/* Build-time generator: checks/figures/rate_words.tsv -> the constant table hg_rate_words.
 * usage: generate_rate_words TSV OUT.c. Text goes into one byte array; rows point into it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINE_MAX_BYTES = 4096, COLUMNS = 5, ROWS_MAX = 1000 };

struct row {
    size_t offsets[3];
    int certainty;
    int capped;
};

static int fail(const char *path, int line, const char *what)
{
    fprintf(stderr, "%s:%d: %s\n", path, line, what);
    return 1;
}

/* Appends a column to the pool and gives its offset. */
static size_t put(FILE *out, size_t *used, const char *text)
{
    size_t start = *used;

    for (const char *at = text;; at++) {
        fprintf(out, "%d,%s", (int)*at, ++*used % 24 == 0 ? "\n" : "");
        if (*at == '\0') {
            return start;
        }
    }
}

static int read_row(char *line, char *columns[COLUMNS])
{
    int count = 0;

    for (char *at = line; at != NULL && count < COLUMNS; count++) {
        char *tab = strchr(at, '\t');

        columns[count] = at;
        if (tab != NULL) {
            *tab++ = '\0';
        }
        at = tab;
    }
    return count == COLUMNS;
}

int main(int argc, char **argv)
{
    static struct row rows[ROWS_MAX];
    char line[LINE_MAX_BYTES];
    char *columns[COLUMNS];
    size_t used = 0;
    int count = 0;
    int number = 0;
    FILE *in;
    FILE *out;

    if (argc != 3 || (in = fopen(argv[1], "r")) == NULL || (out = fopen(argv[2], "w")) == NULL) {
        return fail(argc > 1 ? argv[1] : "generate_rate_words", 0, "cannot open");
    }
    fputs("#include \"figures/ledger.h\"\n\nstatic const char pool[] = {\n", out);
    while (fgets(line, sizeof line, in) != NULL) {
        number++;
        line[strcspn(line, "\r\n")] = '\0';
        if (line[0] == '#' || line[0] == '\0' || strncmp(line, "words\t", 6) == 0) {
            continue;
        }
        if (count == ROWS_MAX || !read_row(line, columns)) {
            return fail(argv[1], number, "expected five columns");
        }
        rows[count].certainty = atoi(columns[4]);
        rows[count].capped = strcmp(columns[3], "yes") == 0;
        if (rows[count].certainty < 1 || rows[count].certainty > 3 ||
            (!rows[count].capped && strcmp(columns[3], "no") != 0)) {
            return fail(argv[1], number, "bad cap or certainty");
        }
        for (int i = 0; i < 3; i++) {
            rows[count].offsets[i] = put(out, &used, columns[i]);
        }
        count++;
    }
    fputs("0};\n\nconst struct hg_rate_word hg_rate_words[] = {\n", out);
    for (int i = 0; i < count; i++) {
        fprintf(out, "    {pool + %zu, pool + %zu, pool + %zu, %d, %s},\n", rows[i].offsets[0],
                rows[i].offsets[1], rows[i].offsets[2], rows[i].certainty,
                rows[i].capped ? "true" : "false");
    }
    fprintf(out, "};\n\nconst size_t hg_rate_word_count = %d;\n", count);
    fclose(in);
    return fclose(out) == 0 ? 0 : fail(argv[2], 0, "cannot write");
}
