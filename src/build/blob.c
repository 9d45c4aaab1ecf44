#include "build/blob.h"

bool blob_open(struct blob *blob, const char *data_path, const char *source_path)
{
    *blob = (struct blob){data_path, fopen(data_path, "wb"), fopen(source_path, "wb"), 0};
    if (blob->data == NULL || blob->source == NULL) {
        (void)fprintf(stderr, "cannot write %s or %s\n", data_path, source_path);
        return false;
    }
    return true;
}

void blob_table(struct blob *blob, const char *name, const void *items, size_t size, size_t count)
{
    static const char zeros[64];
    size_t bytes = size * count;
    size_t padding = (64 - bytes % 64) % 64;

    (void)fwrite(items, size, count, blob->data);
    (void)fwrite(zeros, 1, padding, blob->data);
    (void)fprintf(blob->source,
                  "__asm__(\".section .rodata\\n\"\n"
                  "        \".balign 64\\n\"\n"
                  "        \".globl %s\\n\"\n"
                  "        \"%s:\\n\"\n"
                  "        \".incbin \\\"%s\\\", %zu, %zu\\n\"\n"
                  "        \".previous\\n\");\n",
                  name, name, blob->data_path, blob->at, bytes + padding);
    blob->at += bytes + padding;
}

bool blob_close(struct blob *blob)
{
    bool good = ferror(blob->data) == 0 && ferror(blob->source) == 0;

    good = fclose(blob->data) == 0 && good;
    return fclose(blob->source) == 0 && good;
}

static bool read_all(const char *path, struct hg_buf *out)
{
    FILE *file = fopen(path, "rb");
    char piece[65536];
    size_t len;

    if (file == NULL) {
        (void)fprintf(stderr, "cannot read %s\n", path);
        return false;
    }
    while ((len = fread(piece, 1, sizeof piece, file)) > 0) {
        hg_buf_append(out, piece, len);
    }
    return fclose(file) == 0;
}

bool blob_read_tsv(const char *path, size_t columns, struct hg_arena *arena, blob_row row,
                   void *context)
{
    struct hg_buf bytes = HG_BUF_INIT;
    struct hg_str rest, line;

    if (!read_all(path, &bytes)) {
        return false;
    }
    rest = hg_str_copy(arena, hg_buf_view(&bytes));
    hg_buf_release(&bytes);
    while (hg_str_split(&rest, '\n', &line)) {
        struct hg_str *cells = HG_NEW_ARRAY(arena, struct hg_str, columns);
        struct hg_str cell;

        if (line.len == 0 || line.data[0] == '#') {
            continue;
        }
        for (size_t i = 0; i < columns; i++) {
            cells[i] = hg_str_split(&line, '\t', &cell) ? cell : HG_STR("");
        }
        row(context, cells, columns);
    }
    return true;
}
