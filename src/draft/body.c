/* word/document.xml: title, opening, sections, closing lines. */
#include <stdio.h>

#include "draft/parts.h"
#include "io/xml.h"

struct body {
    struct hg_buf *out;
    struct hg_draft_values *values;
    uint32_t controls; /* ids of content controls so far */
};

static void text_run(struct hg_buf *out, struct hg_str text)
{
    if (text.len > 0) {
        hg_buf_puts(out, "<w:r><w:t xml:space=\"preserve\">");
        hg_xml_escape(out, text);
        hg_buf_puts(out, "</w:t></w:r>");
    }
}

static void open_paragraph(struct body *b, const char *style)
{
    if (style[0] == '\0') {
        hg_buf_puts(b->out, "<w:p>");
    } else {
        hg_buf_printf(b->out, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>", style);
    }
}

static void close_paragraph(struct body *b)
{
    hg_buf_puts(b->out, "</w:p>");
}

/* Properties of a content control up to its kind. One that is filled once and then goes away is
 * temporary: the finished draft carries none. */
static void open_control(struct body *b, struct hg_str tag, struct hg_str title, const char *kind)
{
    hg_buf_puts(b->out, "<w:sdt><w:sdtPr><w:alias w:val=\"");
    hg_xml_escape(b->out, title);
    hg_buf_puts(b->out, "\"/><w:tag w:val=\"");
    hg_xml_escape(b->out, tag);
    hg_buf_printf(b->out, "\"/><w:id w:val=\"%u\"/><w:temporary/><w:showingPlcHdr/>%s</w:sdtPr>"
                          "<w:sdtContent>",
                  1000 + (unsigned)b->controls++, kind);
}

static void placeholder_run(struct hg_buf *out, struct hg_str text)
{
    hg_buf_puts(out, "<w:r><w:rPr><w:rStyle w:val=\"PlaceholderText\"/></w:rPr><w:t "
                     "xml:space=\"preserve\">");
    hg_xml_escape(out, text);
    hg_buf_puts(out, "</w:t></w:r>");
}

/* Inside a line a placeholder stands in brackets, so that it is seen to be none of the text. */
static void inline_control(struct body *b, struct hg_str tag, struct hg_str title,
                           struct hg_str prompt, const char *kind)
{
    struct hg_str shown =
        hg_str_of(hg_arena_printf(b->values->arena, "［%.*s］", HG_FMT(prompt)));

    open_control(b, tag, title, kind);
    placeholder_run(b->out, shown);
    hg_buf_puts(b->out, "</w:sdtContent></w:sdt>");
}

/* A choice's list, a date picker, or plain text. */
static void field_control(struct body *b, const struct hg_form_field *field)
{
    struct hg_buf kind = HG_BUF_INIT;

    if (field->type == HG_FIELD_CHOICE) {
        hg_buf_puts(&kind, "<w:dropDownList>");
        for (size_t i = 0; i < field->choices.len; i++) {
            hg_buf_puts(&kind, "<w:listItem w:displayText=\"");
            hg_xml_escape(&kind, field->choices.items[i]);
            hg_buf_puts(&kind, "\" w:value=\"");
            hg_xml_escape(&kind, field->choices.items[i]);
            hg_buf_puts(&kind, "\"/>");
        }
        hg_buf_puts(&kind, "</w:dropDownList>");
    } else if (field->type == HG_FIELD_DATE) {
        hg_buf_puts(&kind, "<w:date><w:dateFormat w:val=\"yyyy年M月d日\"/><w:lid "
                           "w:val=\"zh-CN\"/><w:storeMappedDataAs w:val=\"dateTime\"/>"
                           "<w:calendar w:val=\"gregorian\"/></w:date>");
    } else {
        hg_buf_puts(&kind, "<w:text/>");
    }
    inline_control(b, field->id, field->name, field->prompt.len > 0 ? field->prompt : field->name,
                   kind.data);
    hg_buf_release(&kind);
}

static void name_or_control(struct body *b, struct hg_str id)
{
    struct hg_str value = hg_draft_value(b->values, id);
    const struct hg_form_field *field = hg_form_field_find(b->values->form, id);
    const struct hg_form_figure *figure = hg_form_figure_find(b->values->form, id);

    if (value.len > 0) {
        text_run(b->out, value);
    } else if (field != NULL) {
        field_control(b, field);
    } else if (figure != NULL) {
        inline_control(b, id, figure->name, figure->name, "<w:text/>");
    }
}

/* Text with {names}. */
static void pattern_runs(struct body *b, struct hg_str pattern)
{
    size_t at = 0, open;

    while ((open = hg_str_find(pattern, HG_STR("{"), at)) != SIZE_MAX) {
        size_t close = hg_str_find(pattern, HG_STR("}"), open); /* the form's reader saw to it */

        text_run(b->out, hg_str_sub(pattern, (struct hg_span){at, open}));
        name_or_control(b, hg_str_sub(pattern, (struct hg_span){open + 1, close}));
        at = close + 1;
    }
    text_run(b->out, hg_str_sub(pattern, (struct hg_span){at, pattern.len}));
}

static void pattern_paragraph(struct body *b, const char *style, struct hg_str pattern)
{
    open_paragraph(b, style);
    pattern_runs(b, pattern);
    close_paragraph(b);
}

/* The drafter's own text: a paragraph a line. */
static void own_paragraphs(struct body *b, struct hg_str text)
{
    struct hg_str line;

    while (hg_str_split(&text, '\n', &line)) {
        line = hg_str_trim(line);
        if (line.len > 0) {
            open_paragraph(b, "");
            text_run(b->out, line);
            close_paragraph(b);
        }
    }
}

/* Guidance stands in a block control: what is typed over it may be several paragraphs. */
static void guidance_paragraph(struct body *b, struct hg_str tag, struct hg_str guidance)
{
    open_control(b, tag, HG_STR("填写说明"), "<w:richText/>");
    open_paragraph(b, "");
    placeholder_run(b->out, guidance);
    close_paragraph(b);
    hg_buf_puts(b->out, "</w:sdtContent></w:sdt>");
}

static void item_paragraph(struct body *b, struct hg_str section, size_t n,
                           const struct hg_form_item *item)
{
    struct hg_str own = hg_draft_text(b->values, section, n);

    if (own.len > 0) {
        own_paragraphs(b, own);
    } else if (item->text.len > 0) {
        pattern_paragraph(b, "", item->text);
    } else if (b->values->example && item->example.len > 0) {
        pattern_paragraph(b, "", item->example);
    } else if (item->guidance.len > 0) {
        guidance_paragraph(
            b,
            hg_str_of(hg_arena_printf(b->values->arena, "%.*s.%zu", HG_FMT(section), n)),
            item->guidance);
    }
}

static void heading(struct body *b, const struct hg_form_section *section)
{
    struct hg_str own = hg_draft_heading(b->values, section->id);
    char style[16];

    (void)snprintf(style, sizeof style, "Heading%u", section->depth > 4 ? 4u : (unsigned)section->depth);
    open_paragraph(b, style);
    if (own.len > 0) {
        text_run(b->out, own);
    } else if (b->values->example && section->example_heading.len > 0) {
        pattern_runs(b, section->example_heading);
    } else if (section->free) {
        inline_control(b,
                       hg_str_of(hg_arena_printf(b->values->arena, "%.*s.heading",
                                                 HG_FMT(section->id))),
                       HG_STR("标题"), section->heading, "<w:text/>");
    } else {
        pattern_runs(b, section->heading);
    }
    close_paragraph(b);
}

/* A section that only says where a heading is accepted is none of the skeleton's. */
static bool is_written(const struct hg_form *form, size_t index)
{
    const struct hg_form_section *section = &form->sections.items[index];

    return section->required || section->items.len > 0 ||
           (index + 1 < form->sections.len &&
            form->sections.items[index + 1].parent == (uint32_t)index);
}

static void section_body(struct body *b, const struct hg_layout *layout,
                         const struct hg_form_section *section)
{
    const struct hg_form *form = b->values->form;
    bool after_table = false;

    for (size_t i = 0; i < section->items.len; i++) {
        const struct hg_form_item *item = &section->items.items[i];
        const struct hg_form_table *table;

        if (item->kind != HG_ITEM_TABLE) {
            item_paragraph(b, section->id, i + 1, item);
            after_table = false;
            continue;
        }
        table = &form->tables.items[item->table];
        if (table->caption.len > 0) {
            pattern_paragraph(b, "TableText", table->caption);
        } else if (after_table) {
            /* Two tables in a row would be one. */
            open_paragraph(b, "TableText");
            close_paragraph(b);
        }
        hg_draft_table(b->out, b->values, table, layout);
        after_table = true;
    }
    /* Word wants a paragraph between a table and what follows only at the end of the body; a
     * heading after it serves. */
}

static void closing(struct body *b)
{
    const struct hg_form *form = b->values->form;

    for (size_t i = 0; i < form->attachments.len; i++) {
        open_paragraph(b, "");
        if (i == 0) {
            text_run(b->out, HG_STR("附件："));
        }
        if (form->attachments.len > 1) {
            text_run(b->out, hg_str_of(hg_arena_printf(b->values->arena, "%zu.", i + 1)));
        }
        pattern_runs(b, form->attachments.items[i]);
        close_paragraph(b);
    }
    if (form->signature.len > 0) {
        pattern_paragraph(b, "Signature", form->signature);
    }
    if (form->date.len > 0) {
        pattern_paragraph(b, "Date", form->date);
    }
}

void hg_draft_document(struct hg_buf *out, struct hg_draft_values *values,
                       const struct hg_layout *layout)
{
    struct body b = {.out = out, .values = values};
    const struct hg_form *form = values->form;

    hg_buf_puts(out, HG_DRAFT_XML "<w:document " HG_DRAFT_W " " HG_DRAFT_R "><w:body>");
    pattern_paragraph(&b, "Title", form->title);
    if (form->addressee) {
        open_paragraph(&b, "Addressee");
        inline_control(&b, HG_STR("addressee"), HG_STR("主送机关"), HG_STR("主送机关"),
                       "<w:text/>");
        text_run(out, HG_STR("："));
        close_paragraph(&b);
    }
    item_paragraph(&b, HG_STR("opening"), 1, &form->opening);
    for (size_t i = 0; i < form->sections.len; i++) {
        if (is_written(form, i)) {
            heading(&b, &form->sections.items[i]);
            section_body(&b, layout, &form->sections.items[i]);
        }
    }
    closing(&b);
    hg_buf_printf(out,
                  "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId5\"/>"
                  "<w:footerReference w:type=\"even\" r:id=\"rId6\"/><w:pgSz w:w=\"%d\" "
                  "w:h=\"%d\"/><w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\" "
                  "w:header=\"%d\" w:footer=\"%d\" w:gutter=\"0\"/><w:cols w:space=\"425\"/>"
                  "<w:docGrid w:type=\"lines\" w:linePitch=\"%d\"/></w:sectPr></w:body>"
                  "</w:document>",
                  (int)layout->width, (int)layout->height, (int)layout->top, (int)layout->right,
                  (int)layout->bottom, (int)layout->left, (int)layout->header,
                  (int)layout->footer_distance, (int)layout->styles[HG_LAYOUT_BODY].line);
}
