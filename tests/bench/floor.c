#include "bench/floor.h"

#include <libxml/parser.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "io/archive.h"

double bench_now(void)
{
    struct timespec time;

    (void)clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static void count_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                        int namespaces, const xmlChar **pairs, int attributes, int defaulted,
                        const xmlChar **values)
{
    struct bench_counts *counts = data;

    (void)name, (void)prefix, (void)uri, (void)namespaces, (void)pairs, (void)attributes;
    (void)defaulted, (void)values;
    counts->tags++;
}

static void count_text(void *data, const xmlChar *text, int len)
{
    struct bench_counts *counts = data;

    (void)text;
    counts->bytes += (size_t)len;
}

static void sax_pass(struct hg_archive *archive, size_t index, struct bench_counts *counts)
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

double bench_floor(struct hg_str bytes, const struct hg_doc *doc, struct bench_counts *counts)
{
    double start = bench_now();
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
    return bench_now() - start;
}
