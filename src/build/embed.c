/* Build-time generator: files as integer arrays in one C source.
 *
 *   embed OUTPUT.c TABLE FILE...
 *
 * TABLE is the name of an array of struct hg_embedded { name, bytes, len } (template/embedded.h),
 * one entry a file, its name without folder and ending, in the order given; an entry of null
 * closes it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void fail(const char *what, const char *name)
{
    fprintf(stderr, "embed: %s: %s\n", what, name);
    exit(EXIT_FAILURE);
}

static size_t write_array(FILE *out, const char *path, int number)
{
    FILE *in = fopen(path, "rb");
    size_t len = 0;
    int byte;

    if (in == NULL) {
        fail("cannot read", path);
        return 0;
    }
    fprintf(out, "static const unsigned char file_%d[] = {", number);
    while ((byte = getc(in)) != EOF) {
        fprintf(out, "%s%d,", len % 24 == 0 ? "\n    " : "", byte);
        len++;
    }
    fprintf(out, "0};\n\n");
    if (ferror(in) != 0 || fclose(in) != 0) {
        fail("cannot read", path);
    }
    return len;
}

static void write_name(FILE *out, const char *path)
{
    const char *start = strrchr(path, '/') == NULL ? path : strrchr(path, '/') + 1;

    fputc('"', out);
    while (*start != '\0' && *start != '.') {
        fputc(*start++, out);
    }
    fputc('"', out);
}

int main(int argc, char **argv)
{
    FILE *out;

    if (argc < 4) {
        fail("usage", "embed OUTPUT.c TABLE FILE...");
    }
    out = fopen(argv[1], "w");
    if (out == NULL) {
        fail("cannot write", argv[1]);
        return EXIT_FAILURE;
    }
    fprintf(out, "/* Generated from the files named below. */\n#include \"template/embedded.h\"\n\n");
    for (int i = 3; i < argc; i++) {
        write_array(out, argv[i], i - 3);
    }
    fprintf(out, "const struct hg_embedded %s[] = {\n", argv[2]);
    for (int i = 3; i < argc; i++) {
        fprintf(out, "    {");
        write_name(out, argv[i]);
        fprintf(out, ", file_%d, sizeof file_%d - 1},\n", i - 3, i - 3);
    }
    fprintf(out, "    {0, 0, 0},\n};\n");
    if (fclose(out) != 0) {
        fail("cannot write", argv[1]);
    }
    return EXIT_SUCCESS;
}
