/* Fields (ECMA-376 part 1, 17.16): the text is the cached result between w:separate and w:end.
 * Fields nest and may reach over paragraphs, so they are a stack of the story. */
#include <string.h>

#include "io/docx_reading.h"

static enum hg_docx_field_kind kind_of(struct hg_str keyword)
{
    static const struct {
        const char *name;
        enum hg_docx_field_kind kind;
    } kinds[] = {{"TOC", HG_FIELD_TOC},
                 {"HYPERLINK", HG_FIELD_LINK},
                 {"FORMTEXT", HG_FIELD_FORM},
                 {"FORMDROPDOWN", HG_FIELD_FORM}};

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strlen(kinds[i].name) == keyword.len) {
            bool same = true;

            for (size_t at = 0; at < keyword.len; at++) {
                char byte = keyword.data[at];

                byte = byte >= 'a' && byte <= 'z' ? (char)(byte - 'a' + 'A') : byte;
                same = same && byte == kinds[i].name[at];
            }
            if (same) {
                return kinds[i].kind;
            }
        }
    }
    return HG_FIELD_PLAIN;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

void hg_docx_field_code(struct hg_docx_story *story, struct hg_str piece)
{
    struct hg_docx_field *field;

    if (story->fields.len == 0) {
        return;
    }
    field = &story->fields.items[story->fields.len - 1];
    for (size_t i = 0; i < piece.len && !field->code_closed && !field->in_result; i++) {
        if (is_blank(piece.data[i]) || piece.data[i] == '\\') {
            field->code_closed = field->code_len > 0;
        } else if (field->code_len < sizeof field->code) {
            field->code[field->code_len++] = piece.data[i];
        } else {
            field->code_closed = true;
        }
    }
}

static void count(struct hg_docx_story *story, enum hg_docx_field_kind kind, bool up)
{
    size_t *counter = kind == HG_FIELD_TOC    ? &story->fields_toc
                      : kind == HG_FIELD_LINK ? &story->fields_link
                      : kind == HG_FIELD_PLAIN ? &story->fields_result
                                               : NULL;

    if (counter != NULL) {
        *counter += up ? 1 : (size_t)-1;
    }
}

static void begin(struct hg_docx_part *part)
{
    *HG_PUSH(part->reading->scratch, &part->story->fields) = (struct hg_docx_field){0};
    part->story->fields_in_code++;
}

static void separate(struct hg_docx_story *story)
{
    struct hg_docx_field *field;

    if (story->fields.len == 0 || story->fields.items[story->fields.len - 1].in_result) {
        return;
    }
    field = &story->fields.items[story->fields.len - 1];
    field->in_result = true;
    field->kind = kind_of((struct hg_str){field->code, field->code_len});
    story->fields_in_code--;
    count(story, field->kind, true);
}

static void end(struct hg_docx_story *story)
{
    const struct hg_docx_field *field;

    if (story->fields.len == 0) {
        return;
    }
    field = &story->fields.items[--story->fields.len];
    if (field->in_result) {
        count(story, field->kind, false);
    } else {
        story->fields_in_code--;
    }
}

void hg_docx_field_char(struct hg_docx_part *part, const struct hg_xml_tag *tag)
{
    struct hg_str type = HG_STR("");

    (void)hg_xml_attribute(tag, HG_NS_W, HG_X_fldCharType, &type);
    if (hg_str_is(type, "begin")) {
        part->choice = 0;
        part->choice_at = 0;
        begin(part);
    } else if (hg_str_is(type, "separate")) {
        separate(part->story);
    } else if (hg_str_is(type, "end")) {
        end(part->story);
    }
}

void hg_docx_fields_end(struct hg_docx_part *part)
{
    if (part->story->fields_in_code > 0) {
        part->reading->unclosed = true;
    }
}

void hg_docx_field_simple(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                          struct hg_docx_frame *frame)
{
    struct hg_str code = HG_STR(""), keyword = HG_STR("");
    enum hg_docx_field_kind kind;

    (void)hg_xml_attribute(tag, HG_NS_W, HG_X_instr, &code);
    code = hg_str_trim(code);
    (void)hg_str_split(&code, ' ', &keyword);
    kind = kind_of(keyword);
    frame->kind = HG_KIND_FIELD;
    frame->flags = (uint8_t)kind;
    count(part->story, kind, true);
}

void hg_docx_field_simple_end(struct hg_docx_part *part, const struct hg_docx_frame *frame)
{
    count(part->story, (enum hg_docx_field_kind)frame->flags, false);
}

/* w:ddList: w:result names the choice by its place, w:listEntry are the choices in order. The
 * field itself has no result, so the page shows what the form data say. */
enum hg_status hg_docx_form(struct hg_docx_part *part, const struct hg_xml_tag *tag)
{
    struct hg_docx_story *story = part->story;
    struct hg_str value;
    enum hg_status status = HG_OK;

    if (tag->ns != HG_NS_W) {
        return HG_OK;
    }
    if (tag->name == HG_X_result) {
        part->choice = hg_docx_val_int(tag, 0);
    } else if (tag->name == HG_X_listEntry && hg_docx_val(tag, &value)) {
        if (part->choice_at++ == part->choice && story->fields.len > 0) {
            /* The field is in its code here; what it shows is outside of it. */
            size_t in_code = story->fields_in_code;

            story->fields_in_code = in_code - 1;
            status = hg_docx_put(part, value, UINT32_MAX, 0);
            story->fields_in_code = in_code;
        }
    }
    return status;
}
