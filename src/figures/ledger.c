#include "figures/ledger.h"

#include "figures/agreement.h"
#include "figures/period.h"
#include "figures/tables.h"

/* ---- Conventions ---- */

static void read_conventions(struct hg_conventions *out, struct hg_str text)
{
    bool below = hg_str_contains(text, HG_STR("下同"));

    out->rounding_note = out->rounding_note || hg_str_contains(text, HG_STR("四舍五入"));
    if (below && hg_str_contains(text, HG_STR("旧存"))) {
        out->carried_excluded = out->carried_excluded || hg_str_contains(text, HG_STR("不含"));
        out->carried_included = out->carried_included || !hg_str_contains(text, HG_STR("不含"));
    }
    if (hg_str_contains(text, HG_STR("单位计算"))) {
        out->growth_in_unit = true;
    }
    if (below && (hg_str_contains(text, HG_STR("可比")) || hg_str_contains(text, HG_STR("同口径")) ||
                  hg_str_contains(text, HG_STR("不变价")))) {
        out->comparable = true;
    }
}

/* ---- Building ---- */

static bool is_read(const struct hg_paragraph *paragraph)
{
    return paragraph->part != HG_PART_HEADER && paragraph->part != HG_PART_FOOTER &&
           paragraph->part != HG_PART_COMMENT &&
           (paragraph->flags & (HG_PARAGRAPH_IN_TOC | HG_PARAGRAPH_IN_DELETED_ROW)) == 0 &&
           paragraph->text.len > 0;
}

static const struct hg_analysis *analysis_of(struct hg_arena *arena,
                                             const struct hg_ledger_options *options,
                                             const struct hg_paragraph *paragraph)
{
    if (options != NULL && options->analysis != NULL) {
        return options->analysis(options->context, paragraph);
    }
    return hg_analysis_build(arena, paragraph->text);
}

static void find_all(struct hg_scene *scene)
{
    hg_find_counts(scene);
    if (scene->mentions.len == 0) {
        return;
    }
    hg_find_rates(scene);
    hg_find_shares(scene);
    hg_find_growth(scene);
    hg_find_differences(scene);
    hg_find_multiples(scene);
    hg_find_averages(scene);
    hg_find_sums(scene);
    hg_find_containments(scene);
}

static void enter(struct hg_ledger *ledger, struct hg_arena *arena,
                  const struct hg_quantities *found)
{
    for (size_t i = 0; i < found->items.len; i++) {
        *HG_PUSH(arena, &ledger->quantities) = &found->items.items[i];
    }
    for (size_t i = 0; i < found->moments.len; i++) {
        *HG_PUSH(arena, &ledger->moments) = &found->moments.items[i];
    }
}

static int claim_order(const struct hg_claim *a, const struct hg_claim *b)
{
    if (a->paragraph != b->paragraph) {
        if (a->paragraph == NULL || b->paragraph == NULL) {
            return a->paragraph == NULL ? 1 : -1;
        }
        return a->paragraph->index < b->paragraph->index ? -1 : 1;
    }
    return a->span.start < b->span.start ? -1 : a->span.start > b->span.start;
}

/* Merge sort: claims of one place keep the order in which they were found. */
static void sort_claims(struct hg_claim **items, struct hg_claim **spare, size_t len)
{
    for (size_t width = 1; width < len; width *= 2) {
        for (size_t start = 0; start < len; start += 2 * width) {
            size_t middle = start + width < len ? start + width : len;
            size_t end = start + 2 * width < len ? start + 2 * width : len;
            size_t a = start;
            size_t b = middle;

            for (size_t i = start; i < end; i++) {
                bool left = a < middle && (b >= end || claim_order(items[a], items[b]) <= 0);

                spare[i] = left ? items[a++] : items[b++];
            }
        }
        for (size_t i = 0; i < len; i++) {
            items[i] = spare[i];
        }
    }
}

/* Reads all paragraphs first: a convention may stand behind the claims it governs. */
struct reader {
    struct hg_arena *arena;
    const struct hg_ledger_options *options;
    const struct hg_vocabulary *vocabulary;
    struct hg_ledger *ledger;
    HG_VEC(struct hg_scene *) scenes;
};

static void read_paragraph(struct reader *reader, const struct hg_paragraph *paragraph)
{
    struct hg_quantities *found;
    struct hg_scene *scene;

    if (!is_read(paragraph)) {
        return;
    }
    found = HG_NEW(reader->arena, struct hg_quantities);
    scene = HG_NEW(reader->arena, struct hg_scene);
    scene->arena = reader->arena;
    scene->ledger = reader->ledger;
    scene->vocabulary = reader->vocabulary;
    scene->options = reader->options;
    scene->paragraph = paragraph;
    scene->text = paragraph->text;
    scene->analysis = analysis_of(reader->arena, reader->options, paragraph);
    scene->found = found;
    hg_quantities_find(reader->arena, found, paragraph, scene->analysis);
    hg_scene_build(scene);
    *HG_PUSH(reader->arena, &reader->scenes) = scene;
    enter(reader->ledger, reader->arena, found);
    if (found->has_note) {
        read_conventions(&reader->ledger->conventions, paragraph->text);
    }
}

struct hg_ledger *hg_ledger_build(struct hg_arena *arena, const struct hg_doc *doc,
                                  const struct hg_ledger_options *options)
{
    struct hg_ledger *ledger = HG_NEW(arena, struct hg_ledger);
    struct hg_agreement agreement = {.buf = HG_BUF_INIT};
    struct reader reader = {.arena = arena, .options = options, .ledger = ledger};

    reader.vocabulary = hg_vocabulary_build(arena, options != NULL ? options->extra_rates : NULL,
                                            options != NULL ? options->extra_rate_count : 0);
    ledger->doc = doc;
    hg_agreement_init(&agreement, arena);
    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        read_paragraph(&reader, doc->paragraphs.items[i]);
    }
    for (size_t i = 0; i < reader.scenes.len; i++) {
        find_all(reader.scenes.items[i]);
        hg_agreement_note(&agreement, reader.scenes.items[i]);
    }
    hg_tables_claim(arena, ledger);
    hg_periods_claim(arena, ledger);
    if (options != NULL && options->outline != NULL) {
        hg_periods_claim_report(arena, ledger, options->outline);
    }
    hg_agreement_finish(&agreement, ledger);
    sort_claims(ledger->claims.items,
                HG_NEW_ARRAY(arena, struct hg_claim *, ledger->claims.len + 1),
                ledger->claims.len);
    return ledger;
}
