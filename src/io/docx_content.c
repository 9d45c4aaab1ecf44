/* What stands in a story: which element means what, and one branch of AlternateContent. */
#include "io/docx_reading.h"

/* ---- One branch of AlternateContent ---- */

enum { PREFIXES_MOST = 32 };

/* A Choice is understood if every prefix it requires is bound to a namespace that is known. */
static bool choice_fits(const struct hg_xml_tag *tag)
{
    struct hg_str prefixes = HG_STR(""), prefix;
    size_t count = 0;

    (void)hg_xml_attribute(tag, 0, HG_X_Requires, &prefixes);
    while (hg_str_split(&prefixes, ' ', &prefix)) {
        if (prefix.len == 0) {
            continue;
        }
        if (++count > PREFIXES_MOST || hg_xml_prefix(tag->parser, prefix) == 0) {
            return false;
        }
    }
    return count > 0;
}

void hg_docx_branch(const struct hg_xml_tag *tag, struct hg_docx_frame *frame,
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
    case HG_X_rt: /* what says nothing on the page */
    case HG_X_rubyPr:
    case HG_X_sdtEndPr:
    case HG_X_smartTagPr:
    case HG_X_customXmlPr:
    case HG_X_tblGrid:
    case HG_X_tblPrEx:
        frame->mode = HG_MODE_SKIP;
        break;
    default: /* smartTag, customXml, dir, bdo, ruby, rubyBase …: containers of text */
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
        frame->mode = HG_MODE_SKIP;
        if (parent->kind == HG_KIND_PARAGRAPH && part->story->in_paragraph) {
            frame->mode = HG_MODE_PPR;
            frame->kind = HG_KIND_PPR;
        }
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
    default:
        return start_inline(part, tag, frame);
    }
}

enum hg_status hg_docx_content(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                               struct hg_docx_frame *frame, struct hg_docx_frame *parent,
                               uint32_t leaf)
{
    switch (tag->ns) {
    case HG_NS_W:
        return start_word(part, tag, frame, parent, leaf);
    case HG_NS_MC:
        hg_docx_branch(tag, frame, parent);
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

enum hg_status hg_docx_paragraph_property(struct hg_docx_part *part, const struct hg_xml_tag *tag,
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

enum hg_status hg_docx_run_property(struct hg_docx_part *part, const struct hg_xml_tag *tag,
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

void hg_docx_sdt_property(struct hg_docx_part *part, const struct hg_xml_tag *tag)
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
