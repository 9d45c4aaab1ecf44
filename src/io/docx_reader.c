/* The order in which a DOCX is read: package, settings, theme, styles, numbering, the main part,
 * then headers, notes and comments; last, the stories take the order of their first reference. */
#include "io/docx_editor.h"
#include "io/docx_reading.h"

#include <string.h>

static void reading_open(struct hg_docx_reading *reading, struct hg_archive *archive,
                         const struct hg_read_options *options, bool codes_are_text,
                         struct hg_error *err)
{
    memset(reading, 0, sizeof *reading);
    reading->doc = hg_doc_open();
    reading->scratch = hg_arena_open();
    reading->package.archive = archive;
    reading->package.arena = reading->scratch;
    reading->package.doc = reading->doc;
    reading->own_comments = options != NULL && options->own_comments;
    reading->reject = options != NULL && options->revisions == HG_REVISIONS_REJECT;
    reading->codes_are_text = codes_are_text;
    reading->err = err;
    hg_map_init(&reading->units, reading->scratch);
    hg_map_init(&reading->ranges, reading->scratch);
    hg_map_init(&reading->done, reading->scratch);
    hg_docx_fonts_init(&reading->fonts, reading->doc->arena);
}

static void reading_release(struct hg_docx_reading *reading)
{
    hg_docx_package_release(&reading->package);
    hg_docx_numbering_release(&reading->numbering);
    hg_arena_free(reading->scratch);
}

static enum hg_status read_related(struct hg_docx_reading *reading, const char *type)
{
    const struct hg_docx_relation *relation =
        hg_docx_relation_of_type(&reading->package.relations, type);
    enum hg_status status = HG_OK;

    if (relation != NULL) {
        status = hg_docx_read_part(reading, relation->target, NULL);
    }
    return status == HG_NOT_FOUND ? HG_OK : status;
}

static enum hg_status read_shapes(struct hg_docx_reading *reading)
{
    struct hg_docx_package *package = &reading->package;
    enum hg_status status = hg_docx_settings_read(reading);

    if (status == HG_OK) {
        status = hg_docx_properties_read(reading);
    }
    if (status == HG_OK) {
        status = hg_docx_fonts_load(&reading->fonts, package, reading->err);
    }
    if (status == HG_OK) {
        status = hg_docx_styles_load(&reading->styles, package, &reading->fonts, reading->err);
    }
    if (status == HG_OK) {
        status = hg_docx_numbering_load(&reading->numbering, package, &reading->styles,
                                        &reading->fonts, reading->err);
    }
    hg_docx_looks_init(&reading->looks, &reading->styles, reading->doc->arena, reading->scratch);
    return status;
}

static enum hg_status read_stories(struct hg_docx_reading *reading)
{
    enum hg_status status;

    reading->body = hg_docx_unit_new(reading, HG_PART_BODY);
    status = hg_docx_read_part(reading, reading->package.main, reading->body);
    if (status != HG_OK) {
        return status;
    }
    reading->body_done = true;
    status = hg_docx_headers_read(reading);
    reading->header_section = 0;
    /* Word writes separators into notes parts that no text refers to. */
    if (status == HG_OK && reading->refers[HG_PART_FOOTNOTE]) {
        status = read_related(reading, "footnotes");
    }
    if (status == HG_OK && reading->refers[HG_PART_ENDNOTE]) {
        status = read_related(reading, "endnotes");
    }
    if (status == HG_OK) {
        status = read_related(reading, "comments");
    }
    return status == HG_OK ? hg_docx_comments_done(reading) : status;
}

/* ---- The order of stories ---- */

struct order {
    struct hg_docx_reading *reading;
    HG_VEC(struct hg_docx_unit *) units;
};

static struct hg_docx_unit *unit_of(struct hg_docx_reading *reading, const struct hg_docx_ref *ref)
{
    if (ref->box != NULL) {
        return ref->box;
    }
    if (ref->target.len > 0) {
        return hg_map_get(&reading->units, ref->target);
    }
    return hg_map_get(&reading->units, hg_docx_unit_key(reading, ref->part, ref->id));
}

static void place(struct order *order, struct hg_docx_unit *unit, const struct hg_paragraph *anchor)
{
    struct hg_node *node = &unit->story->node;
    bool note = unit->story->part == HG_PART_FOOTNOTE || unit->story->part == HG_PART_ENDNOTE ||
                unit->story->part == HG_PART_COMMENT;

    unit->placed = true;
    unit->story->anchor = anchor;
    *HG_PUSH(order->reading->scratch, &order->units) = unit;
    if (unit->comment != 0) {
        hg_docx_comment_settle(order->reading, unit);
    }
    while (note && anchor != NULL &&
           (node = (struct hg_node *)(uintptr_t)hg_node_next(node, &unit->story->node)) != NULL) {
        if (node->kind == HG_NODE_PARAGRAPH) {
            ((struct hg_paragraph *)node)->section = anchor->section;
        }
    }
}

/* Comments that hegao wrote in an earlier run are no part of the draft: an annotated copy reads as
 * the original does. */
static void hide_own_comments(struct hg_docx_reading *reading)
{
    for (size_t i = 0; i < reading->comments.len && !reading->own_comments; i++) {
        const struct hg_comment *comment = &reading->comments.items[i].comment;

        if (hg_str_is(comment->author, HG_DOCX_OWN_AUTHOR) ||
            hg_str_is(comment->initials, HG_DOCX_OWN_INITIALS)) {
            reading->comments.items[i].unit->placed = true; /* and so in no list */
        }
    }
}

/* Stories that nothing refers to are not on the page and go, but for comments: they are in the
 * file and seen by whoever opens it. */
static void order_stories(struct hg_docx_reading *reading)
{
    struct order order = {.reading = reading};
    struct hg_doc *doc = reading->doc;

    hide_own_comments(reading);
    place(&order, reading->body, NULL);
    for (size_t i = 0; i < order.units.len; i++) {
        const struct hg_docx_unit *unit = order.units.items[i];

        for (size_t j = 0; j < unit->refs.len; j++) {
            struct hg_docx_unit *other = unit_of(reading, &unit->refs.items[j]);

            if (other != NULL && !other->placed) {
                place(&order, other, unit->refs.items[j].anchor);
            }
        }
    }
    for (size_t i = 0; i < reading->comments.len; i++) {
        if (!reading->comments.items[i].unit->placed) {
            place(&order, reading->comments.items[i].unit, NULL);
        }
    }
    for (size_t i = 0; i < order.units.len; i++) {
        doc->stories.items[i] = order.units.items[i]->story;
    }
    doc->stories.len = order.units.len;
}

static enum hg_status read_once(struct hg_docx_reading *reading)
{
    enum hg_status status = hg_docx_package_open(&reading->package, reading->err);

    if (status == HG_OK) {
        status = read_shapes(reading);
    }
    if (status == HG_OK) {
        status = read_stories(reading);
    }
    if (status == HG_OK) {
        hg_docx_sections_settle(reading);
        order_stories(reading);
        hg_doc_seal(reading->doc);
    }
    return status;
}

enum hg_status hg_docx_read(struct hg_doc **out, struct hg_archive *archive,
                            const struct hg_read_options *options, struct hg_error *err)
{
    enum hg_status status = HG_OK;
    bool again = false;

    *out = NULL;
    for (int attempt = 0; attempt < 2; attempt++) {
        struct hg_docx_reading reading;

        reading_open(&reading, archive, options, again, err);
        status = read_once(&reading);
        again = status == HG_OK && reading.unclosed && attempt == 0;
        if (status == HG_OK && !again) {
            *out = reading.doc;
        } else {
            hg_doc_free(reading.doc);
        }
        reading_release(&reading);
        if (!again) {
            break;
        }
    }
    return status;
}
