/* Comments (ECMA-376 part 1, 17.13.4; MS-DOCX w15:commentEx): their ranges in the text, their own
 * text, and whether they are resolved. */
#include "io/docx_reading.h"

#include <stdio.h>
#include <string.h>

static int32_t id_of(const struct hg_xml_tag *tag)
{
    struct hg_str value;

    return hg_xml_attribute(tag, HG_NS_W, HG_X_id, &value) ? hg_docx_int(value, -1) : -1;
}

static struct hg_comment_range *range_of(struct hg_docx_reading *reading, int32_t id)
{
    char key[16];
    struct hg_str name = {key, (size_t)snprintf(key, sizeof key, "%d", id)};
    struct hg_comment_range *range = hg_map_get(&reading->ranges, name);

    if (range == NULL) {
        range = HG_NEW(reading->scratch, struct hg_comment_range);
        *hg_map_put(&reading->ranges, hg_str_copy(reading->scratch, name)) = range;
    }
    return range;
}

static void refer(struct hg_docx_part *part, struct hg_comment_range *range, int32_t id)
{
    if (!range->referenced && part->story->unit != NULL) {
        struct hg_docx_ref *ref = HG_PUSH(part->reading->scratch, &part->story->unit->refs);

        ref->part = HG_PART_COMMENT;
        ref->id = id;
        ref->anchor = part->story->in_paragraph ? part->story->paragraph : part->story->last;
        range->referenced = true;
    }
}

static void begin(struct hg_docx_part *part, struct hg_comment_range *range)
{
    const struct hg_docx_story *story = part->story;

    if (range->start_paragraph != NULL || range->waits) {
        return; /* the first of two ranges with one id holds */
    }
    if (story->in_paragraph) {
        range->start_paragraph = story->paragraph;
        range->start = story->paragraph->text.len;
    } else { /* between paragraphs: from the next one's start */
        range->waits = true;
        range->next_pending = part->pending;
        part->pending = range;
    }
}

static void end(struct hg_docx_part *part, struct hg_comment_range *range)
{
    const struct hg_docx_story *story = part->story;
    const struct hg_paragraph *at = story->in_paragraph ? story->paragraph : story->last;

    if (range->start_paragraph != NULL && range->end_paragraph == NULL && at != NULL) {
        range->end_paragraph = at;
        range->end = at->text.len;
    }
}

void hg_docx_comments_pending(struct hg_docx_part *part)
{
    for (struct hg_comment_range *range = part->pending; range != NULL;
         range = range->next_pending) {
        range->start_paragraph = part->story->paragraph;
        range->start = part->story->paragraph->text.len;
        range->waits = false;
    }
    part->pending = NULL;
}

void hg_docx_comment_mark(struct hg_docx_part *part, const struct hg_xml_tag *tag)
{
    int32_t id = id_of(tag);
    struct hg_comment_range *range = range_of(part->reading, id);

    switch (tag->name) {
    case HG_X_commentRangeStart:
        begin(part, range);
        refer(part, range, id);
        break;
    case HG_X_commentRangeEnd:
        end(part, range);
        break;
    default:
        refer(part, range, id);
        break;
    }
}

/* ---- comments.xml ---- */

static struct hg_str kept_attribute(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                                    uint16_t name)
{
    struct hg_str value = HG_STR("");

    (void)hg_xml_attribute(tag, HG_NS_W, name, &value);
    return hg_str_copy(part->reading->doc->arena, value);
}

void hg_docx_comment_open(struct hg_docx_part *part, const struct hg_xml_tag *tag)
{
    struct hg_docx_reading *reading = part->reading;
    struct hg_docx_comment *comment = HG_PUSH(reading->scratch, &reading->comments);

    comment->comment.id = id_of(tag);
    comment->comment.author = kept_attribute(part, tag, HG_X_author);
    comment->comment.initials = kept_attribute(part, tag, HG_X_initials);
    comment->comment.date = kept_attribute(part, tag, HG_X_date);
    comment->comment.text = HG_STR("");
    comment->paragraph_id = HG_STR("");
    comment->unit = hg_docx_unit_new(reading, HG_PART_COMMENT);
    comment->unit->story->id = comment->comment.id;
    comment->unit->comment = (uint32_t)reading->comments.len;
    *hg_map_put(&reading->units, hg_docx_unit_key(reading, HG_PART_COMMENT, comment->comment.id)) =
        comment->unit;
    comment->comment.story = comment->unit->story;
    part->in_comment = true;
    part->paragraph_id = HG_STR("");
    hg_docx_story_open(part, comment->unit);
}

void hg_docx_comment_close(struct hg_docx_part *part)
{
    struct hg_docx_reading *reading = part->reading;
    struct hg_docx_comment *comment = &reading->comments.items[reading->comments.len - 1];
    const struct hg_node *node = &comment->unit->story->node;
    struct hg_buf text = HG_BUF_INIT;
    bool first = true;

    comment->paragraph_id = part->paragraph_id;
    part->in_comment = false;
    while ((node = hg_node_next(node, &comment->unit->story->node)) != NULL) {
        const struct hg_paragraph *paragraph = hg_node_paragraph(node);

        if (paragraph != NULL) {
            hg_buf_puts(&text, first ? "" : "\n");
            hg_buf_str(&text, paragraph->text);
            first = false;
        }
    }
    comment->comment.text = hg_str_copy(reading->doc->arena, hg_buf_view(&text));
    hg_buf_release(&text);
}

/* ---- commentsExtended.xml: w15:done by the w14:paraId of the comment's last paragraph ---- */

static enum hg_status done_start(void *user, const struct hg_xml_tag *tag)
{
    struct hg_docx_reading *reading = user;
    struct hg_str id, done;

    if (tag->ns != HG_NS_W15 || tag->name != HG_X_commentEx ||
        !hg_xml_attribute(tag, HG_NS_W15, HG_X_paraId, &id) ||
        !hg_xml_attribute(tag, HG_NS_W15, HG_X_done, &done) ||
        !(hg_str_is(done, "1") || hg_str_is(done, "true"))) {
        return HG_OK;
    }
    *hg_map_put(&reading->done, hg_str_copy(reading->scratch, id)) = reading;
    return HG_OK;
}

static enum hg_status done_end(void *user, uint16_t ns, uint16_t name)
{
    (void)user;
    (void)ns;
    (void)name;
    return HG_OK;
}

static enum hg_status done_text(void *user, struct hg_str piece)
{
    (void)user;
    (void)piece;
    return HG_OK;
}

enum hg_status hg_docx_comments_done(struct hg_docx_reading *reading)
{
    static const struct hg_xml_handler handler = {done_start, done_end, done_text};
    const struct hg_docx_relation *relation =
        hg_docx_relation_of_type(&reading->package.relations, "commentsExtended");
    enum hg_status status = HG_NOT_FOUND;

    if (relation != NULL && reading->comments.len > 0) {
        status = hg_docx_parse(&reading->package, relation->target, &handler, reading, reading->err);
    }
    if (status != HG_OK && status != HG_NOT_FOUND) {
        return status;
    }
    for (size_t i = 0; i < reading->comments.len; i++) {
        struct hg_docx_comment *comment = &reading->comments.items[i];

        comment->comment.resolved = comment->paragraph_id.len > 0 &&
                                    hg_map_get(&reading->done, comment->paragraph_id) != NULL;
    }
    return HG_OK;
}

void hg_docx_comment_settle(struct hg_docx_reading *reading, const struct hg_docx_unit *unit)
{
    struct hg_doc *doc = reading->doc;
    struct hg_comment *comment = HG_PUSH(doc->arena, &doc->comments);
    const struct hg_comment_range *range;

    *comment = reading->comments.items[unit->comment - 1].comment;
    range = range_of(reading, comment->id);
    if (range->start_paragraph != NULL) {
        bool closed = range->end_paragraph != NULL;

        comment->start_paragraph = range->start_paragraph;
        comment->start = range->start;
        comment->end_paragraph = closed ? range->end_paragraph : range->start_paragraph;
        comment->end = closed ? range->end : range->start_paragraph->text.len;
    }
}
