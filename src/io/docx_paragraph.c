/* Paragraphs, runs and their text. */
#include "io/docx_reading.h"

#include <string.h>

#include "base/utf8.h"
#include "io/docx_symbols.h"

enum { LEAF_FLUSH = 64 * 1024 };

enum hg_status hg_docx_room(struct hg_docx_reading *reading, size_t nodes)
{
    reading->nodes += nodes;
    if (reading->nodes > HG_LIMIT_NODES) {
        return hg_error_set(reading->err, HG_TOO_LARGE, "文档的段落和单元格超过 %zu 个，不予读取",
                            HG_LIMIT_NODES);
    }
    if (hg_arena_used(reading->doc->arena) + hg_arena_used(reading->scratch) >
        HG_LIMIT_DOC_ARENA) {
        return hg_error_set(reading->err, HG_TOO_LARGE,
                            "文档内容超过 %zu MB，不予读取，请拆分后再试",
                            HG_LIMIT_DOC_ARENA >> 20);
    }
    return HG_OK;
}

/* ---- Paragraphs ---- */

static const struct hg_docx_style *default_style(const struct hg_docx_part *part)
{
    return part->reading->styles.defaults[HG_STYLE_PARAGRAPH];
}

static void set_style(struct hg_docx_part *part, const struct hg_docx_style *style)
{
    struct hg_docx_story *story = part->story;

    story->style = style;
    story->run.paragraph = style;
    story->mark.paragraph = style;
    story->run.table = story->mark.table = story->table != NULL ? story->table->style : NULL;
}

/* The node for a w:p: a new one, or the one that waits to be joined. */
static void take_node(struct hg_docx_part *part)
{
    struct hg_docx_story *story = part->story;
    struct hg_doc *doc = part->reading->doc;

    if (story->paragraph != NULL) {
        if (story->paragraph->text.len > 0) {
            story->paragraph->flags |= HG_PARAGRAPH_JOINED;
        }
        return;
    }
    story->paragraph = hg_doc_add_paragraph(doc, story->container);
    story->paragraph->section = part->reading->body_done ? part->reading->header_section
                                                         : (uint32_t)(doc->sections.len - 1);
    if (story->unit == part->reading->body) {
        part->reading->last_section = story->paragraph->section;
    }
    story->paragraph->anchor = (struct hg_origin){part->part_name, part->leaves, 0};
    story->paragraph->has_anchor = true;
    story->keep_first = false;
}

enum hg_status hg_docx_paragraph_open(struct hg_docx_part *part, const struct hg_xml_tag *tag)
{
    struct hg_docx_story *story = part->story;
    struct hg_str id;

    if (story->in_paragraph) { /* text outside of a paragraph came before: it had its own */
        enum hg_status status = hg_docx_paragraph_close(part);

        if (status != HG_OK) {
            return status;
        }
    }
    take_node(part);
    story->in_paragraph = true;
    story->mark_removed = story->has_section = false;
    memset(&story->props, 0, sizeof story->props);
    memset(&story->mark, 0, sizeof story->mark);
    memset(&story->run, 0, sizeof story->run);
    story->run_look = NULL;
    set_style(part, default_style(part));
    if (part->toc > 0 || story->fields_toc > 0) {
        story->paragraph->flags |= HG_PARAGRAPH_IN_TOC;
    }
    if (story->table != NULL && story->table->row_deleted) {
        story->paragraph->flags |= HG_PARAGRAPH_IN_DELETED_ROW;
    }
    if (part->row_revision != 0) {
        part->reading->doc->revisions.items[part->row_revision - 1].paragraph = story->paragraph;
        part->row_revision = 0;
    }
    if (part->in_comment && tag != NULL &&
        hg_xml_attribute(tag, HG_NS_W14, HG_X_paraId, &id)) {
        part->paragraph_id = hg_str_copy(part->reading->scratch, id);
    }
    if (part->pending != NULL) {
        hg_docx_comments_pending(part);
    }
    return hg_docx_room(part->reading, 1);
}

void hg_docx_paragraph_shape(struct hg_docx_part *part)
{
    struct hg_docx_story *story = part->story;

    if (!story->in_paragraph) {
        return;
    }
    /* The paragraph's own leaves begin after its tab stops. */
    if (story->paragraph->text.len == 0) {
        story->paragraph->anchor.leaf = part->leaves;
    }
    if (story->style != story->run.paragraph) {
        set_style(part, story->style);
    }
}

static int8_t outline_of(const struct hg_docx_story *story)
{
    const struct hg_para_props *style = story->style != NULL ? &story->style->paragraph : NULL;
    int32_t level = 9;

    if ((story->props.set & HG_PP_OUTLINE) != 0) {
        level = story->props.outline;
    } else if (style != NULL && (style->set & HG_PP_OUTLINE) != 0) {
        level = style->outline;
    } else if (story->style != NULL &&
               hg_str_starts(hg_str_of(story->style->name), HG_STR("heading ")) &&
               story->style->name[8] >= '1' && story->style->name[8] <= '9' &&
               story->style->name[9] == '\0') {
        level = story->style->name[8] - '1'; /* the built-in level where the style states none */
    }
    return (int8_t)(level >= 0 && level <= 8 ? level : -1);
}

/* Style, number and look, once it is certain which w:p shapes the paragraph. */
static void settle(struct hg_docx_part *part)
{
    struct hg_docx_story *story = part->story;
    struct hg_docx_reading *reading = part->reading;
    struct hg_paragraph *paragraph = story->paragraph;
    struct hg_docx_numbered numbered =
        hg_docx_numbering_of(&reading->numbering, story->style, &story->props);

    paragraph->style_id = story->style != NULL ? story->style->id : "";
    paragraph->style_name = story->style != NULL ? story->style->name : "";
    paragraph->outline_level = outline_of(story);
    paragraph->look = hg_docx_paragraph_look(&reading->looks, story->run.table, story->style,
                                             &numbered, &story->props);
    paragraph->mark_look = hg_docx_look(&reading->looks, &story->mark)->look;
    if ((story->props.set & HG_PP_FRAME) != 0 ||
        (story->style != NULL && (story->style->paragraph.set & HG_PP_FRAME) != 0)) {
        paragraph->flags |= HG_PARAGRAPH_IN_FRAME;
    }
    if (story->style != NULL && story->style->toc) {
        paragraph->flags |= HG_PARAGRAPH_IN_TOC;
    }
    if (numbered.num != NULL) {
        hg_docx_numbering_count(&reading->numbering, &numbered, reading->doc, &paragraph->label);
    }
}

enum hg_status hg_docx_paragraph_close(struct hg_docx_part *part)
{
    struct hg_docx_story *story = part->story;
    const struct hg_docx_run_look *mark = hg_docx_look(&part->reading->looks, &story->mark);
    bool joins = story->mark_removed || mark->hidden || mark->spec_vanish;

    if (story->fields_toc > 0) {
        story->paragraph->flags |= HG_PARAGRAPH_IN_TOC;
    }
    story->in_paragraph = false;
    story->last = story->paragraph;
    if (!joins) {
        if (!story->keep_first) {
            settle(part);
        }
        story->paragraph = NULL;
    } else if (mark->spec_vanish && !story->mark_removed && !story->keep_first) {
        /* A style separator: what comes before it shapes the whole line. */
        settle(part);
        story->keep_first = true;
    } else if (!story->keep_first) {
        /* The next w:p shapes it; this is for the case that none comes. */
        story->paragraph->style_id = story->style != NULL ? story->style->id : "";
        story->paragraph->style_name = story->style != NULL ? story->style->name : "";
    }
    if (story->has_section && !story->mark_removed) {
        hg_docx_section_close(part, false);
    }
    return hg_docx_room(part->reading, 0);
}

/* A cell, box or body ends, or a table begins: nothing comes any more that could be joined. */
void hg_docx_paragraph_end_container(struct hg_docx_part *part)
{
    struct hg_docx_story *story = part->story;

    if (story->paragraph != NULL && !story->in_paragraph) {
        if (!story->keep_first && story->paragraph->look == NULL) {
            settle(part);
        }
        story->paragraph = NULL;
    }
}

/* ---- Runs ---- */

void hg_docx_run_open(struct hg_docx_part *part)
{
    struct hg_docx_story *story = part->story;

    memset(&story->run.direct, 0, sizeof story->run.direct);
    story->run.character = NULL;
    story->run_look = NULL;
}

static uint32_t run_flags(const struct hg_docx_part *part)
{
    const struct hg_docx_story *story = part->story;

    return (story->fields_result + story->fields_toc > 0 ? HG_RUN_FIELD_RESULT : 0u) |
           (story->fields_link + part->links > 0 ? HG_RUN_HYPERLINK : 0u) |
           (part->placeholder > 0 ? HG_RUN_PLACEHOLDER : 0u) |
           (part->inserted > 0 ? HG_RUN_INSERTED : 0u) |
           (part->deleted > 0 ? HG_RUN_DELETED : 0u);
}

enum hg_status hg_docx_put(struct hg_docx_part *part, struct hg_str text, uint32_t leaf,
                           uint32_t offset)
{
    struct hg_docx_story *story = part->story;
    struct hg_docx_reading *reading = part->reading;
    struct hg_origin origin = {part->part_name, leaf, offset};
    struct hg_paragraph *paragraph;

    if (text.len == 0 || (story->fields_in_code > 0 && !reading->codes_are_text)) {
        return HG_OK;
    }
    if (!story->in_paragraph) {
        enum hg_status status = hg_docx_paragraph_open(part, NULL);

        if (status != HG_OK) {
            return status;
        }
    }
    paragraph = story->paragraph;
    if (story->run_look == NULL) {
        story->run_look = hg_docx_look(&reading->looks, &story->run);
    }
    if (story->run_look->hidden) {
        paragraph->flags |= HG_PARAGRAPH_HAS_HIDDEN;
        reading->doc->facts.hidden_runs++;
        return HG_OK;
    }
    if (story->fields_toc > 0) {
        paragraph->flags |= HG_PARAGRAPH_IN_TOC;
    }
    if (paragraph->text.len == 0 && leaf != UINT32_MAX) {
        paragraph->anchor = origin;
    }
    hg_paragraph_append(reading->doc, paragraph, text, story->run_look->look, run_flags(part),
                        leaf != UINT32_MAX ? &origin : NULL);
    return HG_OK;
}

/* ---- Text of w:t ---- */

void hg_docx_leaf_open(struct hg_docx_part *part, const struct hg_xml_tag *tag)
{
    struct hg_str space;

    hg_buf_clear(&part->text);
    part->leaf_at = 0;
    part->preserve = part->preserve_all;
    if (tag->attribute_count > 0 && hg_xml_attribute(tag, HG_NS_XML, HG_X_space, &space)) {
        part->preserve = hg_str_is(space, "preserve");
    }
}

/* Bytes that have to be looked at one by one: controls, C1 controls, U+F000 to U+F0FF. */
static bool is_plain(struct hg_str text)
{
    const unsigned char *p = (const unsigned char *)text.data;

    for (size_t i = 0; i < text.len; i++) {
        if (p[i] < 0x20 || p[i] == 0xC2 ||
            (p[i] == 0xEF && i + 1 < text.len && p[i + 1] >= 0x80 && p[i + 1] <= 0x83)) {
            return false;
        }
    }
    return true;
}

/* What one character of w:t is in the model; 0 if nothing. */
static uint32_t cleaned(const struct hg_docx_part *part, uint32_t c)
{
    if (c == '\t') {
        return c;
    }
    if (c == '\n' || c == '\r') {
        return ' '; /* Word takes it as a blank */
    }
    if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) {
        return 0;
    }
    if (c >= 0xF020 && c <= 0xF0FF) {
        const struct hg_docx_run_look *look = part->story->run_look;

        return hg_docx_symbol(hg_str_of(look != NULL ? look->look->ascii_font : ""), c);
    }
    return c;
}

/* Character by character: each stretch between characters that are dropped is put by itself, so
 * that origins stay right. */
static enum hg_status put_cleaned(struct hg_docx_part *part, struct hg_str text)
{
    struct hg_buf stretch = HG_BUF_INIT;
    uint32_t count = 0, stretch_at = part->leaf_at;
    enum hg_status status = HG_OK;

    if (part->story->run_look == NULL) {
        part->story->run_look = hg_docx_look(&part->reading->looks, &part->story->run);
    }
    for (size_t at = 0; at < text.len && status == HG_OK;) {
        uint32_t c = cleaned(part, hg_utf8_next(text, &at));

        count++;
        if (c != 0) {
            hg_buf_code_point(&stretch, c);
            continue;
        }
        status = hg_docx_put(part, hg_buf_view(&stretch), part->leaf, stretch_at);
        hg_buf_clear(&stretch);
        stretch_at = part->leaf_at + count;
    }
    if (status == HG_OK) {
        status = hg_docx_put(part, hg_buf_view(&stretch), part->leaf, stretch_at);
    }
    hg_buf_release(&stretch);
    part->leaf_at += count;
    return status;
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* Puts what is gathered. Without xml:space="preserve" blanks at either end of the element do not
 * count (XML 1.0, 2.10, as Word reads it). */
static enum hg_status flush(struct hg_docx_part *part, bool last)
{
    struct hg_str text = hg_buf_view(&part->text);
    enum hg_status status;

    if (!part->preserve) {
        while (part->leaf_at == 0 && text.len > 0 && is_space(text.data[0])) {
            text.data++;
            text.len--;
        }
        part->leaf_at += (uint32_t)(text.data - hg_buf_view(&part->text).data);
        while (last && text.len > 0 && is_space(text.data[text.len - 1])) {
            text.len--;
        }
    }
    if (is_plain(text)) {
        status = hg_docx_put(part, text, part->leaf, part->leaf_at);
        part->leaf_at += last ? 0 : (uint32_t)hg_utf8_count(text);
    } else {
        status = put_cleaned(part, text);
    }
    hg_buf_clear(&part->text);
    return status != HG_OK || last ? status : hg_docx_room(part->reading, 0);
}

enum hg_status hg_docx_leaf_text(struct hg_docx_part *part, struct hg_str piece)
{
    hg_buf_str(&part->text, piece);
    return part->text.len > LEAF_FLUSH ? flush(part, false) : HG_OK;
}

enum hg_status hg_docx_leaf_close(struct hg_docx_part *part)
{
    return flush(part, true);
}

/* ---- Leaves that are one character ---- */

enum hg_status hg_docx_put_symbol(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                                  uint32_t leaf)
{
    struct hg_str font = HG_STR(""), code = HG_STR("");
    uint32_t number = 0;
    char bytes[4];

    (void)hg_xml_attribute(tag, HG_NS_W, HG_X_font, &font);
    (void)hg_xml_attribute(tag, HG_NS_W, HG_X_char, &code);
    for (size_t i = 0; i < code.len && i < 6; i++) {
        char byte = code.data[i];

        if (byte >= '0' && byte <= '9') {
            number = number * 16 + (uint32_t)(byte - '0');
        } else {
            byte = (char)(byte | 0x20);
            if (byte < 'a' || byte > 'f') {
                return HG_OK;
            }
            number = number * 16 + (uint32_t)(byte - 'a' + 10);
        }
    }
    number = hg_docx_symbol(font, number);
    if (number < 0x20 || (number >= 0x7F && number <= 0x9F)) {
        return HG_OK;
    }
    return hg_docx_put(part, (struct hg_str){bytes, hg_utf8_encode(number, bytes)}, leaf, 0);
}

enum hg_status hg_docx_put_break(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                                 uint32_t leaf)
{
    struct hg_str type = HG_STR("");

    (void)hg_xml_attribute(tag, HG_NS_W, HG_X_type, &type);
    if (hg_str_is(type, "page") || hg_str_is(type, "column")) {
        if (part->story->in_paragraph && hg_str_is(type, "page")) {
            part->story->paragraph->flags |= HG_PARAGRAPH_PAGE_BREAK;
        }
        return HG_OK;
    }
    return hg_docx_put(part, HG_STR("\n"), leaf, 0);
}
