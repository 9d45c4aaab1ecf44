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

static void refer_to_note(struct hg_docx_part *part, const struct hg_xml_tag *tag)
{
    struct hg_docx_story *story = part->story;
    struct hg_docx_ref *ref = HG_PUSH(part->reading->scratch, &story->unit->refs);
    struct hg_str id = HG_STR("");

    (void)hg_xml_attribute(tag, HG_NS_W, HG_X_id, &id);
    ref->part = tag->name == HG_X_footnoteReference ? HG_PART_FOOTNOTE : HG_PART_ENDNOTE;
    ref->id = hg_docx_int(id, -1);
    part->reading->refers[ref->part] = true;
    ref->anchor = story->in_paragraph ? story->paragraph : story->last;
}

/* ---- One branch of AlternateContent ---- */

/* A Choice is understood if every prefix it requires is bound to a namespace that is known. */
static bool choice_fits(const struct hg_xml_tag *tag)
{
    struct hg_str prefixes = HG_STR(""), prefix;
    bool any = false;

    (void)hg_xml_attribute(tag, 0, HG_X_Requires, &prefixes);
    while (hg_str_split(&prefixes, ' ', &prefix)) {
        if (prefix.len > 0 && hg_xml_prefix(tag->parser, prefix) == 0) {
            return false;
        }
        any |= prefix.len > 0;
    }
    return any;
}

static void take_branch(const struct hg_xml_tag *tag, struct hg_docx_frame *frame,
                        struct hg_docx_frame *parent)
{
    if (tag->name == HG_X_AlternateContent) {
        frame->kind = HG_KIND_ALTERNATE;
        return;
    }
    if (tag->name != HG_X_Choice && tag->name != HG_X_Fallback) {
        return;
    }
    if ((parent->flags & HG_BRANCH_TAKEN) != 0 ||
        (tag->name == HG_X_Choice && !choice_fits(tag))) {
        frame->mode = HG_MODE_SKIP;
    } else if (parent->kind == HG_KIND_ALTERNATE) {
        parent->flags |= HG_BRANCH_TAKEN;
    }
}

/* ---- Elements of the content ---- */

static enum hg_status start_leaf(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                                 struct hg_docx_frame *frame, uint32_t leaf)
{
    frame->mode = HG_MODE_SKIP;
    switch (tag->name) {
    case HG_X_delText: /* in the reject view it is the text */
    case HG_X_t:
        if (tag->name == HG_X_delText && (!part->reading->reject || part->deleted == 0)) {
            return HG_OK;
        }
        frame->kind = HG_KIND_TEXT;
        part->leaf = leaf;
        hg_docx_leaf_open(part, tag);
        return HG_OK;
    case HG_X_tab:
    case HG_X_ptab:
        return hg_docx_put(part, HG_STR("\t"), leaf, 0);
    case HG_X_br:
        return hg_docx_put_break(part, tag, leaf);
    case HG_X_cr:
        return hg_docx_put(part, HG_STR("\n"), leaf, 0);
    case HG_X_noBreakHyphen:
        return hg_docx_put(part, HG_STR("\xE2\x80\x91"), leaf, 0); /* U+2011 */
    case HG_X_sym:
        return hg_docx_put_symbol(part, tag, leaf);
    default: /* softHyphen: seen only where a line breaks */
        return HG_OK;
    }
}

static enum hg_status start_table(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                                  struct hg_docx_frame *frame)
{
    if (tag->name == HG_X_tbl) {
        frame->kind = HG_KIND_TABLE;
        return hg_docx_table_open(part);
    }
    if (part->story->table == NULL) {
        return HG_OK; /* a row or cell without its table: what is in it is read */
    }
    switch (tag->name) {
    case HG_X_tr:
        frame->kind = HG_KIND_ROW;
        hg_docx_row_open(part);
        return HG_OK;
    case HG_X_tc:
        frame->kind = HG_KIND_CELL;
        return hg_docx_cell_open(part, frame);
    case HG_X_tblPr:
        frame->mode = HG_MODE_TABLE_PR;
        return HG_OK;
    case HG_X_trPr:
        frame->mode = HG_MODE_ROW_PR;
        return HG_OK;
    default:
        frame->mode = HG_MODE_CELL_PR;
        frame->kind = HG_KIND_CELL_PR;
        return HG_OK;
    }
}

static void start_sdt(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                      struct hg_docx_frame *frame, const struct hg_docx_frame *parent)
{
    switch (tag->name) {
    case HG_X_sdt:
        frame->kind = HG_KIND_SDT;
        break;
    case HG_X_sdtPr:
        frame->mode = HG_MODE_SDT_PR;
        break;
    default:
        frame->kind = HG_KIND_SDT_CONTENT;
        frame->flags = parent->kind == HG_KIND_SDT ? parent->flags : 0;
        part->placeholder += (frame->flags & HG_SDT_PLACEHOLDER) != 0;
        part->toc += (frame->flags & HG_SDT_TOC) != 0;
        break;
    }
}

static enum hg_status start_field(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                                  struct hg_docx_frame *frame)
{
    switch (tag->name) {
    case HG_X_fldChar:
        hg_docx_field_char(part, tag);
        frame->mode = HG_MODE_FORM;
        break;
    case HG_X_fldSimple:
        hg_docx_field_simple(part, tag, frame);
        break;
    default: /* instrText, delInstrText */
        frame->kind = HG_KIND_CODE;
        frame->mode = HG_MODE_SKIP;
        break;
    }
    return HG_OK;
}

static enum hg_status start_inline(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                                   struct hg_docx_frame *frame)
{
    switch (tag->name) {
    case HG_X_hyperlink:
        frame->kind = HG_KIND_LINK;
        part->links++;
        break;
    case HG_X_ins:
    case HG_X_del:
    case HG_X_moveFrom:
    case HG_X_moveTo:
        hg_docx_change_open(part, tag, frame);
        break;
    case HG_X_footnoteReference:
    case HG_X_endnoteReference:
        refer_to_note(part, tag);
        break;
    case HG_X_commentRangeStart:
    case HG_X_commentRangeEnd:
    case HG_X_commentReference:
        hg_docx_comment_mark(part, tag);
        break;
    case HG_X_drawing:
    case HG_X_pict:
    case HG_X_object:
        frame->mode = HG_MODE_DRAWING;
        break;
    default: /* what says nothing on the page: rt, sdtEndPr, smartTagPr … */
        frame->mode = HG_MODE_SKIP;
        break;
    }
    return HG_OK;
}

static enum hg_status start_word(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                                 struct hg_docx_frame *frame, struct hg_docx_frame *parent,
                                 uint32_t leaf)
{
    switch (tag->name) {
    case HG_X_r:
        frame->kind = HG_KIND_RUN;
        hg_docx_run_open(part);
        return HG_OK;
    case HG_X_rPr:
        frame->mode = parent->kind == HG_KIND_RUN ? HG_MODE_RPR : HG_MODE_SKIP;
        return HG_OK;
    case HG_X_p:
        frame->kind = HG_KIND_PARAGRAPH;
        return hg_docx_paragraph_open(part, tag);
    case HG_X_pPr:
        frame->mode = parent->kind == HG_KIND_PARAGRAPH ? HG_MODE_PPR : HG_MODE_SKIP;
        frame->kind = parent->kind == HG_KIND_PARAGRAPH ? HG_KIND_PPR : HG_KIND_NONE;
        return HG_OK;
    case HG_X_t:
    case HG_X_delText:
    case HG_X_tab:
    case HG_X_ptab:
    case HG_X_br:
    case HG_X_cr:
    case HG_X_noBreakHyphen:
    case HG_X_softHyphen:
    case HG_X_sym:
        return start_leaf(part, tag, frame, leaf);
    case HG_X_tbl:
    case HG_X_tr:
    case HG_X_tc:
    case HG_X_tblPr:
    case HG_X_trPr:
    case HG_X_tcPr:
        return start_table(part, tag, frame);
    case HG_X_sdt:
    case HG_X_sdtPr:
    case HG_X_sdtContent:
        start_sdt(part, tag, frame, parent);
        return HG_OK;
    case HG_X_fldChar:
    case HG_X_fldSimple:
    case HG_X_instrText:
    case HG_X_delInstrText:
        return start_field(part, tag, frame);
    case HG_X_sectPr:
        frame->mode = HG_MODE_SECTION;
        frame->kind = HG_KIND_SECTION;
        hg_docx_section_open(part);
        return HG_OK;
    case HG_X_hyperlink:
    case HG_X_ins:
    case HG_X_del:
    case HG_X_moveFrom:
    case HG_X_moveTo:
    case HG_X_footnoteReference:
    case HG_X_endnoteReference:
    case HG_X_commentRangeStart:
    case HG_X_commentRangeEnd:
    case HG_X_commentReference:
    case HG_X_drawing:
    case HG_X_pict:
    case HG_X_object:
    case HG_X_rt:
    case HG_X_rubyPr:
    case HG_X_sdtEndPr:
    case HG_X_smartTagPr:
    case HG_X_customXmlPr:
    case HG_X_tblGrid:
    case HG_X_tblPrEx:
        return start_inline(part, tag, frame);
    default: /* smartTag, customXml, dir, bdo, ruby, rubyBase …: containers of text */
        return HG_OK;
    }
}

static enum hg_status start_content(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                                    struct hg_docx_frame *frame, struct hg_docx_frame *parent,
                                    uint32_t leaf)
{
    switch (tag->ns) {
    case HG_NS_W:
        return start_word(part, tag, frame, parent, leaf);
    case HG_NS_MC:
        take_branch(tag, frame, parent);
        return HG_OK;
    case HG_NS_M:
        if (tag->name == HG_X_t) {
            frame->kind = HG_KIND_MATH_TEXT;
        } else if (tag->name == HG_X_r) {
            hg_docx_run_open(part);
        }
        return HG_OK;
    default:
        frame->mode = HG_MODE_DRAWING; /* shapes may hold text boxes */
        return HG_OK;
    }
}

/* ---- Properties ---- */

static enum hg_status start_paragraph_property(struct hg_docx_part *part,
                                               const struct hg_xml_tag *tag,
                                               struct hg_docx_frame *frame)
{
    struct hg_docx_story *story = part->story;
    struct hg_str value;

    if (tag->ns != HG_NS_W) {
        frame->mode = HG_MODE_SKIP;
        return HG_OK;
    }
    switch (tag->name) {
    case HG_X_pStyle:
        if (hg_docx_val(tag, &value)) {
            const struct hg_docx_style *style =
                hg_docx_style_find(&part->reading->styles, HG_STYLE_PARAGRAPH, value);

            story->style = style != NULL ? style : story->style;
        }
        break;
    case HG_X_rPr:
        frame->mode = HG_MODE_MARK_RPR;
        break;
    case HG_X_sectPr:
        frame->mode = HG_MODE_SECTION;
        story->has_section = true;
        hg_docx_section_open(part);
        break;
    case HG_X_pPrChange:
        (void)hg_docx_change_note(part, tag, HG_REVISION_FORMAT);
        frame->mode = HG_MODE_SKIP;
        break;
    case HG_X_ins: /* of the number */
    case HG_X_del:
    case HG_X_numberingChange:
        frame->mode = HG_MODE_SKIP;
        break;
    default:
        hg_para_props_take(&story->props, tag);
        break;
    }
    return HG_OK;
}

static enum hg_status start_run_property(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                                         struct hg_docx_frame *frame, bool mark)
{
    struct hg_docx_story *story = part->story;
    struct hg_docx_run_place *place = mark ? &story->mark : &story->run;
    struct hg_str value;

    if (tag->ns != HG_NS_W) {
        frame->mode = HG_MODE_SKIP;
        return HG_OK;
    }
    switch (tag->name) {
    case HG_X_rStyle:
        if (hg_docx_val(tag, &value)) {
            place->character =
                hg_docx_style_find(&part->reading->styles, HG_STYLE_CHARACTER, value);
        }
        break;
    case HG_X_rPrChange:
        (void)hg_docx_change_note(part, tag, HG_REVISION_FORMAT);
        frame->mode = HG_MODE_SKIP;
        break;
    case HG_X_ins:
    case HG_X_del:
    case HG_X_moveFrom:
    case HG_X_moveTo:
        if (mark) {
            hg_docx_change_mark(part, tag);
        }
        frame->mode = HG_MODE_SKIP;
        break;
    default:
        hg_run_props_take(&place->direct, tag, &part->reading->fonts);
        break;
    }
    return HG_OK;
}

static void start_sdt_property(struct hg_docx_part *part, const struct hg_xml_tag *tag)
{
    /* sdt > sdtPr > (docPartObj >) … : the sdt is the nearest frame of that kind. */
    size_t at = part->depth - 1;
    struct hg_str value;

    while (at > 0 && part->frames[at].kind != HG_KIND_SDT) {
        at--;
    }
    if (tag->ns != HG_NS_W || at == 0) {
        return;
    }
    if (tag->name == HG_X_showingPlcHdr && hg_docx_on(tag)) {
        part->frames[at].flags |= HG_SDT_PLACEHOLDER;
    } else if (tag->name == HG_X_docPartGallery && hg_docx_val(tag, &value) &&
               hg_str_is(value, "Table of Contents")) {
        part->frames[at].flags |= HG_SDT_TOC;
    }
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
        take_branch(tag, frame, parent);
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

    part->leaves += is_leaf(part->reading, tag) ? 1 : 0;
    *frame = (struct hg_docx_frame){.mode = parent->mode};
    switch ((enum hg_docx_mode)parent->mode) {
    case HG_MODE_CONTENT:
        return start_content(part, tag, frame, parent, leaf);
    case HG_MODE_RPR:
        return start_run_property(part, tag, frame, false);
    case HG_MODE_PPR:
        return start_paragraph_property(part, tag, frame);
    case HG_MODE_MARK_RPR:
        return start_run_property(part, tag, frame, true);
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
        start_sdt_property(part, tag);
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
