/* Reading into the model, in units of the floor: inflating and a SAX pass with counting callbacks
 * over the same parts (DESIGN.md section 8). Both are timed in turns in one run, and the least
 * time of each counts.
 *
 *   bench-read [FILE.docx…]      without files: the clean samples */
#include <glob.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/floor.h"
#include "io/reader.h"

enum { ROUNDS_LEAST = 20 };

static double read_once(struct hg_str bytes, struct hg_doc **doc)
{
    double start = bench_now();

    if (hg_read_memory(doc, bytes, NULL, NULL) != HG_OK) {
        exit(2);
    }
    return bench_now() - start;
}

static void measure(const char *path)
{
    struct hg_buf bytes = HG_BUF_INIT;
    struct bench_counts counts = {0, 0};
    struct hg_doc *doc;
    double floor = 1e9, reading = 1e9, begin;
    FILE *file = fopen(path, "rb");
    char chunk[4096];
    size_t got, characters = 0, rounds = 0;

    if (file == NULL) {
        fprintf(stderr, "bench-read: %s cannot be opened\n", path);
        return;
    }
    while ((got = fread(chunk, 1, sizeof chunk, file)) > 0) {
        hg_buf_append(&bytes, chunk, got);
    }
    (void)fclose(file);
    if (hg_read_memory(&doc, hg_buf_view(&bytes), NULL, NULL) != HG_OK) {
        hg_buf_release(&bytes);
        return;
    }
    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        characters += doc->paragraphs.items[i]->text.len / 3;
    }
    for (begin = bench_now(); rounds < ROUNDS_LEAST || bench_now() - begin < 600; rounds++) {
        struct hg_doc *again;
        double time = bench_floor(hg_buf_view(&bytes), doc, &counts);

        floor = time < floor ? time : floor;
        time = read_once(hg_buf_view(&bytes), &again);
        reading = time < reading ? time : reading;
        hg_doc_free(again);
    }
    printf("%-50.50s %8zu chars %8zu tags  floor %8.3f ms  read %8.3f ms  above the floor %.2f\n",
           strrchr(path, '/') != NULL ? strrchr(path, '/') + 1 : path, characters,
           counts.tags / rounds, floor, reading, reading / floor - 1);
    hg_doc_free(doc);
    hg_buf_release(&bytes);
}

int main(int argc, char **argv)
{
    glob_t found;

    xmlInitParser();
    for (int i = 1; i < argc; i++) {
        measure(argv[i]);
    }
    if (argc == 1 && glob(HG_SOURCE_DIR "/samples/clean/*.docx", 0, NULL, &found) == 0) {
        for (size_t i = 0; i < found.gl_pathc; i++) {
            measure(found.gl_pathv[i]);
        }
        globfree(&found);
    }
    return 0;
}
