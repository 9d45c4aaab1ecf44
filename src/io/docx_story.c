/* Walking one part that holds stories: the body, a header or footer, the notes, the comments.
 *
 * Each open element has a frame that says how its children are read; leaves are counted whatever
 * becomes of them. */
#include "io/docx_reading.h"

#include <stdio.h>
#include <string.h>

#include "io/leaf.h"

/* Asked once for each name: the predicate is by text, the parser's names are tokens. */
static bool is_leaf(struct hg_docx_reading *reading, const struct hg_xml_tag *tag)
{
    uint8_t *known;

    if (tag->ns != HG_NS_W || tag->name == 0) {
        return false;
    }
    known = &reading->leaf_names[tag->name];
    if (*known == 0) {
        struct hg_str name = hg_str_of(hg_xml_local_name(tag));

        *known = hg_leaf_kind(name) == HG_LEAF_NONE ? 1 : 2;
    }
    return *known == 2;
}

/* ---- Stories ---- */

struct hg_docx_unit *hg_docx_unit_new(struct hg_docx_reading *reading, enum hg_part part)
{
    struct hg_docx_unit *unit = HG_NEW(reading->scratch, struct hg_docx_unit);

    unit->story = part == HG_PART_BODY ? reading->doc->stories.items[0]
                                       : hg_doc_add_story(reading->doc, part);
    return unit;
}

struct hg_str hg_docx_unit_key(struct hg_docx_reading *reading, enum hg_part part, int32_t id)
{
    return hg_str_of(hg_arena_printf(reading->scratch, "%s:%d", hg_part_name(part), id));
}

void hg_docx_story_open(struct hg_docx_part *part, struct hg_docx_unit *unit)
{
    struct hg_docx_story *story = HG_NEW(part->reading->scratch, struct hg_docx_story);

    unit->story->part_name = part->part_name;
    story->outer = part->story;
    story->unit = unit;
    story->container = &unit->story->node;
    part->story = story;
}

enum hg_status hg_docx_story_close(struct hg_docx_part *part)
{
    struct hg_docx_story *story = part->story;
    enum hg_status status = HG_OK;

    if (story->in_paragraph) {
        status = hg_docx_paragraph_close(part);
    }
    hg_docx_paragraph_end_container(part);
    hg_docx_fields_end(part);
    part->story = story->outer;
    return status;
}

static enum hg_status open_box(struct hg_docx_part *part, struct hg_docx_frame *frame)
{
    struct hg_docx_unit *unit = hg_docx_unit_new(part->reading, HG_PART_TEXTBOX);
    struct hg_docx_story *outer = part->story;
    struct hg_docx_ref *ref = HG_PUSH(part->reading->scratch, &outer->unit->refs);

    ref->part = HG_PART_TEXTBOX;
    ref->box = unit;
    ref->anchor = outer->in_paragraph ? outer->paragraph : outer->last;
    frame->mode = HG_MODE_CONTENT;
    frame->kind = HG_KIND_BOX;
    hg_docx_story_open(part, unit);
    return hg_docx_room(part->reading, 1);
}

static void open_note(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                      struct hg_docx_frame *frame, enum hg_part kind)
{
    struct hg_docx_reading *reading = part->reading;
    struct hg_docx_unit *unit;
    struct hg_str type = HG_STR(""), id = HG_STR("");
    void **place;

    (void)hg_xml_attribute(tag, HG_NS_W, HG_X_type, &type);
    (void)hg_xml_attribute(tag, HG_NS_W, HG_X_id, &id);
    if (type.len > 0 && !hg_str_is(type, "normal")) {
        frame->mode = HG_MODE_SKIP; /* separators */
        return;
    }
    unit = hg_docx_unit_new(reading, kind);
    unit->story->id = hg_docx_int(id, -1);
    place = hg_map_put(&reading->units, hg_docx_unit_key(reading, kind, unit->story->id));
    if (*place == NULL) {
        *place = unit;
    }
    frame->mode = HG_MODE_CONTENT;
    frame->kind = HG_KIND_STORY;
    hg_docx_story_open(part, unit);
}

/* ---- The way in ---- */

static enum hg_status start_root(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                                 struct hg_docx_frame *frame)
{
    struct hg_str space;

    frame->mode = HG_MODE_SKIP;
    if (tag->ns != HG_NS_W) {
        return HG_OK;
    }
    part->preserve_all = hg_xml_attribute(tag, HG_NS_XML, HG_X_space, &space) &&
                         hg_str_is(space, "preserve");
    switch (tag->name) {
    case HG_X_document:
        part->known_root = true;
        frame->mode = HG_MODE_DOCUMENT;
        break;
    case HG_X_hdr:
    case HG_X_ftr:
        part->known_root = true;
        frame->mode = HG_MODE_CONTENT;
        break;
    case HG_X_footnotes:
    case HG_X_endnotes:
        frame->mode = HG_MODE_NOTES;
        break;
    case HG_X_comments:
        frame->mode = HG_MODE_COMMENTS;
        break;
    default:
        break;
    }
    return HG_OK;
}

static enum hg_status start_below_root(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                                       struct hg_docx_frame *frame, uint8_t mode)
{
    frame->mode = HG_MODE_SKIP;
    if (tag->ns != HG_NS_W) {
        return HG_OK;
    }
    if (mode == HG_MODE_DOCUMENT && tag->name == HG_X_body) {
        frame->mode = HG_MODE_CONTENT;
    } else if (mode == HG_MODE_NOTES && tag->name == HG_X_footnote) {
        open_note(part, tag, frame, HG_PART_FOOTNOTE);
    } else if (mode == HG_MODE_NOTES && tag->name == HG_X_endnote) {
        open_note(part, tag, frame, HG_PART_ENDNOTE);
    } else if (mode == HG_MODE_COMMENTS && tag->name == HG_X_comment) {
        frame->mode = HG_MODE_CONTENT;
        frame->kind = HG_KIND_STORY;
        hg_docx_comment_open(part, tag);
    }
    return HG_OK;
}

static enum hg_status start_removed(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                                    struct hg_docx_frame *frame)
{
    if (tag->ns != HG_NS_W) {
        return HG_OK;
    }
    switch (tag->name) {
    case HG_X_t:
    case HG_X_delText:
        frame->kind = HG_KIND_GONE_TEXT;
        break;
    case HG_X_commentRangeStart:
    case HG_X_commentRangeEnd:
    case HG_X_commentReference:
        hg_docx_comment_mark(part, tag);
        break;
    default:
        break;
    }
    return HG_OK;
}

static enum hg_status start_drawing(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                                    struct hg_docx_frame *frame, struct hg_docx_frame *parent)
{
    if (tag->ns == HG_NS_MC) {
        hg_docx_branch(tag, frame, parent);
    } else if (tag->ns == HG_NS_W && tag->name == HG_X_txbxContent) {
        return open_box(part, frame);
    }
    return HG_OK;
}

static enum hg_status on_start(void *user, const struct hg_xml_tag *tag)
{
    struct hg_docx_part *part = user;
    struct hg_docx_frame *parent = &part->frames[part->depth];
    struct hg_docx_frame *frame = &part->frames[++part->depth];
    uint32_t leaf = part->leaves;

    if ((++part->elements & 0x3FF) == 0 && hg_docx_room(part->reading, 0) != HG_OK) {
        return HG_TOO_LARGE;
    }
    part->leaves += is_leaf(part->reading, tag) ? 1 : 0;
    *frame = (struct hg_docx_frame){.mode = parent->mode};
    switch ((enum hg_docx_mode)parent->mode) {
    case HG_MODE_CONTENT:
        return hg_docx_content(part, tag, frame, parent, leaf);
    case HG_MODE_RPR:
        return hg_docx_run_property(part, tag, frame, false);
    case HG_MODE_PPR:
        return hg_docx_paragraph_property(part, tag, frame);
    case HG_MODE_MARK_RPR:
        return hg_docx_run_property(part, tag, frame, true);
    case HG_MODE_SKIP:
        return HG_OK;
    case HG_MODE_ROOT:
        return start_root(part, tag, frame);
    case HG_MODE_DOCUMENT:
    case HG_MODE_NOTES:
    case HG_MODE_COMMENTS:
        return start_below_root(part, tag, frame, parent->mode);
    case HG_MODE_REMOVED:
        return start_removed(part, tag, frame);
    case HG_MODE_DRAWING:
        return start_drawing(part, tag, frame, parent);
    case HG_MODE_SECTION:
        if (tag->name == HG_X_sectPrChange) {
            (void)hg_docx_change_note(part, tag, HG_REVISION_FORMAT);
            frame->mode = HG_MODE_SKIP;
        }
        hg_docx_section_property(part, tag);
        return HG_OK;
    case HG_MODE_TABLE_PR:
        hg_docx_table_property(part, tag, frame);
        return HG_OK;
    case HG_MODE_TABLE_BORDERS:
        hg_docx_table_border(part, tag);
        return HG_OK;
    case HG_MODE_ROW_PR:
        return hg_docx_row_property(part, tag, frame);
    case HG_MODE_CELL_PR:
        return hg_docx_cell_property(part, tag, frame);
    case HG_MODE_SDT_PR:
        hg_docx_sdt_property(part, tag);
        return HG_OK;
    case HG_MODE_FORM:
        return hg_docx_form(part, tag);
    }
    return HG_OK;
}

/* ---- The way out ---- */

/* After w:tcPr it is known whether the cell is there at all. */
static void end_cell_property(struct hg_docx_part *part)
{
    struct hg_docx_table *table = part->story->table;
    struct hg_docx_frame *cell = &part->frames[part->depth - 1];

    if (table->cell != NULL && table->cell_gone && table->cell->node.first_child == NULL) {
        hg_node_remove(&table->cell->node);
        cell->mode = HG_MODE_REMOVED;
    } else {
        table->cell_gone = false;
    }
}

static enum hg_status end_nested(struct hg_docx_part *part, const struct hg_docx_frame *frame)
{
    switch ((enum hg_docx_kind)frame->kind) {
    case HG_KIND_LINK:
        part->links--;
        break;
    case HG_KIND_FIELD:
        hg_docx_field_simple_end(part, frame);
        break;
    case HG_KIND_SDT_CONTENT:
        part->placeholder -= (frame->flags & HG_SDT_PLACEHOLDER) != 0;
        part->toc -= (frame->flags & HG_SDT_TOC) != 0;
        break;
    case HG_KIND_CHANGE:
        hg_docx_change_close(part, frame);
        break;
    case HG_KIND_BOX:
        return hg_docx_story_close(part);
    case HG_KIND_STORY:
        if (part->in_comment) {
            enum hg_status status = hg_docx_story_close(part);

            hg_docx_comment_close(part);
            return status;
        }
        return hg_docx_story_close(part);
    case HG_KIND_SECTION:
        hg_docx_section_close(part, true);
        break;
    default:
        break;
    }
    return HG_OK;
}

static enum hg_status on_end(void *user, uint16_t ns, uint16_t name)
{
    struct hg_docx_part *part = user;
    const struct hg_docx_frame *frame = &part->frames[part->depth];
    enum hg_status status = HG_OK;

    (void)ns;
    (void)name;
    switch ((enum hg_docx_kind)frame->kind) {
    case HG_KIND_NONE:
    case HG_KIND_RUN:
        break;
    case HG_KIND_TEXT:
        status = hg_docx_leaf_close(part);
        break;
    case HG_KIND_PPR:
        hg_docx_paragraph_shape(part);
        break;
    case HG_KIND_PARAGRAPH:
        if (part->story->in_paragraph) {
            status = hg_docx_paragraph_close(part);
        }
        break;
    case HG_KIND_TABLE:
        hg_docx_table_close(part);
        break;
    case HG_KIND_ROW:
        hg_docx_row_close(part);
        break;
    case HG_KIND_CELL:
        status = hg_docx_cell_close(part);
        break;
    case HG_KIND_CELL_PR:
        end_cell_property(part);
        break;
    default:
        status = end_nested(part, frame);
        break;
    }
    part->depth--;
    return status;
}

static enum hg_status on_text(void *user, struct hg_str piece)
{
    struct hg_docx_part *part = user;

    switch ((enum hg_docx_kind)part->frames[part->depth].kind) {
    case HG_KIND_TEXT:
        return hg_docx_leaf_text(part, piece);
    case HG_KIND_CODE:
        hg_docx_field_code(part->story, piece);
        return HG_OK;
    case HG_KIND_GONE_TEXT:
        if (part->gone.len < 1024) {
            hg_buf_str(&part->gone, piece);
        }
        return HG_OK;
    case HG_KIND_MATH_TEXT:
        return hg_docx_put(part, piece, UINT32_MAX, 0);
    default:
        return HG_OK;
    }
}

enum hg_status hg_docx_read_part(struct hg_docx_reading *reading, struct hg_str name,
                                 struct hg_docx_unit *unit)
{
    static const struct hg_xml_handler handler = {on_start, on_end, on_text};
    struct hg_docx_part *part = hg_heap_alloc(sizeof *part);
    struct hg_docx_relations own = {0};
    enum hg_status status = HG_OK;

    part->reading = reading;
    part->part_name = hg_doc_part_name(reading->doc, name);
    part->relations = &own;
    part->frames[0].mode = HG_MODE_ROOT;
    if (unit == reading->body) {
        part->relations = &reading->package.relations;
    } else {
        status = hg_docx_relations_load(&own, &reading->package, name, reading->err);
    }
    if (unit != NULL) {
        hg_docx_story_open(part, unit);
    }
    if (status == HG_OK) {
        status = hg_docx_parse(&reading->package, name, &handler, part, reading->err);
    }
    if (status == HG_OK && unit != NULL) {
        status = hg_docx_story_close(part);
    }
    if (status == HG_OK && unit == reading->body && !part->known_root) {
        status = hg_error_set(reading->err, HG_NOT_DOCX,
                              "%.200s 里不是 Word 正文，不是 DOCX 文稿，请用 Word 或 WPS 另存为 DOCX",
                              name.data);
    }
    hg_buf_release(&part->text);
    hg_buf_release(&part->gone);
    hg_heap_free(part);
    return status;
}
