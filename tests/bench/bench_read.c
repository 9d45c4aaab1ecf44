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
#include <time.h>

#include "base/map.h"
#include "io/archive.h"
#include "io/reader.h"

enum { ROUNDS_LEAST = 20 };

static double now(void)
{
    struct timespec time;

    (void)clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

struct counts {
    size_t tags, bytes;
};

static void count_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                        int namespaces, const xmlChar **pairs, int attributes, int defaulted,
                        const xmlChar **values)
{
    struct counts *counts = data;

    (void)name, (void)prefix, (void)uri, (void)namespaces, (void)pairs, (void)attributes;
    (void)defaulted, (void)values;
    counts->tags++;
}

static void count_text(void *data, const xmlChar *text, int len)
{
    struct counts *counts = data;

    (void)text;
    counts->bytes += (size_t)len;
}

static void sax_pass(struct hg_archive *archive, size_t index, struct counts *counts)
{
    xmlSAXHandler sax;
    xmlParserCtxt *context;
    struct hg_archive_stream *stream;
    static char chunk[64 * 1024];
    size_t got = 1;

    memset(&sax, 0, sizeof sax);
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = count_start;
    sax.characters = count_text;
    context = xmlCreatePushParserCtxt(&sax, counts, NULL, 0, NULL);
    if (context == NULL || hg_archive_stream_open(&stream, archive, index, NULL) != HG_OK) {
        exit(2);
    }
    while (got > 0 && hg_archive_stream_read(stream, chunk, sizeof chunk, &got, NULL) == HG_OK) {
        (void)xmlParseChunk(context, chunk, (int)got, got == 0);
    }
    hg_archive_stream_close(stream);
    xmlFreeParserCtxt(context);
}

/* The parts that the reader opens: those of its stories, and what shapes them. */
static bool is_read(const struct hg_doc *doc, struct hg_str name)
{
    static const char *const marks[] = {"styles.xml",   "settings.xml", "numbering.xml",
                                        "core.xml",     "app.xml",      "[Content_Types].xml",
                                        "_rels/.rels",  "document.xml.rels",
                                        "settings.xml.rels"};

    for (size_t i = 0; i < doc->part_names.len; i++) {
        if (hg_str_is(name, doc->part_names.items[i])) {
            return true;
        }
    }
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (hg_str_ends(name, hg_str_of(marks[i]))) {
            return true;
        }
    }
    return hg_str_contains(name, HG_STR("/theme/theme"));
}

static double floor_once(struct hg_str bytes, const struct hg_doc *doc, struct counts *counts)
{
    double start = now();
    struct hg_archive *archive;

    if (hg_archive_open(&archive, bytes, NULL) != HG_OK) {
        exit(2);
    }
    for (size_t i = 0; i < hg_archive_count(archive); i++) {
        if (is_read(doc, hg_archive_name(archive, i))) {
            sax_pass(archive, i, counts);
        }
    }
    hg_archive_close(archive);
    return now() - start;
}

static double read_once(struct hg_str bytes, struct hg_doc **doc)
{
    double start = now();

    if (hg_read_memory(doc, bytes, NULL, NULL) != HG_OK) {
        exit(2);
    }
    return now() - start;
}

static void measure(const char *path)
{
    struct hg_buf bytes = HG_BUF_INIT;
    struct counts counts = {0, 0};
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
    for (begin = now(); rounds < ROUNDS_LEAST || now() - begin < 600; rounds++) {
        struct hg_doc *again;
        double time = floor_once(hg_buf_view(&bytes), doc, &counts);

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
