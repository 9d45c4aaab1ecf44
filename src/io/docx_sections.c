/* Sections (ECMA-376 part 1, 17.6) and the headers and footers they refer to. A section without a
 * header of some type goes on with that of the section before. */
#include "io/docx_reading.h"

#include <string.h>

static void init_section(struct hg_section *section)
{
    memset(section, 0, sizeof *section);
    section->columns = 1;
    section->grid_type = "";
    section->page_number_format = "";
    section->page_number_start = -1;
}

void hg_docx_section_open(struct hg_docx_part *part)
{
    init_section(&part->section);
    part->section.stated = true;
    part->header_count = 0;
}

static enum hg_header_type header_type(struct hg_str type)
{
    return hg_str_is(type, "first")  ? HG_HEADER_FIRST
           : hg_str_is(type, "even") ? HG_HEADER_EVEN
                                     : HG_HEADER_DEFAULT;
}

static void take_reference(struct hg_docx_part *part, const struct hg_xml_tag *tag)
{
    struct hg_str id = HG_STR(""), type = HG_STR("default");
    const struct hg_docx_relation *relation;
    struct hg_docx_header *header;

    (void)hg_xml_attribute(tag, HG_NS_R, HG_X_id, &id);
    (void)hg_xml_attribute(tag, HG_NS_W, HG_X_type, &type);
    relation = hg_docx_relation(part->relations, id);
    if (relation == NULL || relation->external ||
        part->header_count == sizeof part->headers / sizeof *part->headers) {
        return;
    }
    header = &part->headers[part->header_count++];
    header->footer = tag->name == HG_X_footerReference;
    header->type = header_type(type);
    header->target = relation->target;
}

static void take_margins(struct hg_section *section, const struct hg_xml_tag *tag)
{
    section->top = hg_docx_attribute_twips(tag, HG_X_top, 0);
    section->right = hg_docx_attribute_twips(tag, HG_X_right, 0);
    section->bottom = hg_docx_attribute_twips(tag, HG_X_bottom, 0);
    section->left = hg_docx_attribute_twips(tag, HG_X_left, 0);
    section->header = hg_docx_attribute_twips(tag, HG_X_header, 0);
    section->footer = hg_docx_attribute_twips(tag, HG_X_footer, 0);
    section->gutter = hg_docx_attribute_twips(tag, HG_X_gutter, 0);
}

static const char *kept(struct hg_docx_part *part, struct hg_str value)
{
    return hg_arena_strndup(part->reading->doc->arena, value.data, value.len);
}

void hg_docx_section_property(struct hg_docx_part *part, const struct hg_xml_tag *tag)
{
    struct hg_section *section = &part->section;
    struct hg_str value;
    int32_t number;

    if (tag->ns != HG_NS_W) {
        return;
    }
    switch (tag->name) {
    case HG_X_headerReference:
    case HG_X_footerReference:
        take_reference(part, tag);
        break;
    case HG_X_pgSz:
        section->page_width = hg_docx_attribute_twips(tag, HG_X_w, 0);
        section->page_height = hg_docx_attribute_twips(tag, HG_X_h, 0);
        section->landscape = hg_xml_attribute(tag, HG_NS_W, HG_X_orient, &value) &&
                             hg_str_is(value, "landscape");
        break;
    case HG_X_pgMar:
        take_margins(section, tag);
        break;
    case HG_X_cols:
        number = hg_docx_attribute_twips(tag, HG_X_num, 1);
        section->columns = number < 1 ? 1 : (uint32_t)number;
        break;
    case HG_X_docGrid:
        section->grid_line_pitch = hg_docx_attribute_twips(tag, HG_X_linePitch, 0);
        section->grid_char_space = hg_docx_attribute_twips(tag, HG_X_charSpace, 0);
        if (hg_xml_attribute(tag, HG_NS_W, HG_X_type, &value)) {
            section->grid_type = hg_str_is(value, "default") ? "" : kept(part, value);
        }
        break;
    case HG_X_titlePg:
        section->title_page = hg_docx_on(tag);
        break;
    case HG_X_pgNumType:
        if (hg_xml_attribute(tag, HG_NS_W, HG_X_fmt, &value)) {
            section->page_number_format = kept(part, value);
        }
        section->page_number_start = hg_docx_attribute_twips(tag, HG_X_start, -1);
        break;
    default:
        break;
    }
}

void hg_docx_section_close(struct hg_docx_part *part, bool last)
{
    struct hg_docx_reading *reading = part->reading;
    struct hg_doc *doc = reading->doc;
    uint32_t index = (uint32_t)(doc->sections.len - 1);

    doc->sections.items[index] = part->section;
    for (size_t i = 0; i < part->header_count; i++) {
        struct hg_docx_header *header = HG_PUSH(reading->scratch, &reading->headers);
        struct hg_docx_ref *ref = HG_PUSH(reading->scratch, &part->story->unit->refs);

        *header = part->headers[i];
        header->section = index;
        ref->part = header->footer ? HG_PART_FOOTER : HG_PART_HEADER;
        ref->target = header->target;
    }
    part->header_count = 0;
    if (!last) {
        init_section(HG_PUSH(doc->arena, &doc->sections));
    }
}

enum hg_status hg_docx_headers_read(struct hg_docx_reading *reading)
{
    for (size_t i = 0; i < reading->headers.len; i++) {
        const struct hg_docx_header *header = &reading->headers.items[i];
        struct hg_docx_unit *unit;
        enum hg_status status;

        if (hg_map_get(&reading->units, header->target) != NULL) {
            continue;
        }
        unit = hg_docx_unit_new(reading, header->footer ? HG_PART_FOOTER : HG_PART_HEADER);
        *hg_map_put(&reading->units, header->target) = unit;
        reading->header_section = header->section;
        status = hg_docx_read_part(reading, header->target, unit);
        if (status != HG_OK && status != HG_NOT_FOUND) {
            return status;
        }
    }
    return HG_OK;
}

void hg_docx_sections_settle(struct hg_docx_reading *reading)
{
    struct hg_doc *doc = reading->doc;
    size_t at = 0;

    /* A body that ends with a paragraph's section has none of its own. */
    if (doc->sections.len > 1 && !doc->sections.items[doc->sections.len - 1].stated &&
        reading->last_section < doc->sections.len - 1) {
        doc->sections.len--;
    }
    for (size_t i = 0; i < doc->sections.len; i++) {
        struct hg_section *section = &doc->sections.items[i];

        if (i > 0) {
            memcpy(section->headers, doc->sections.items[i - 1].headers, sizeof section->headers);
            memcpy(section->footers, doc->sections.items[i - 1].footers, sizeof section->footers);
        }
        for (; at < reading->headers.len && reading->headers.items[at].section == i; at++) {
            const struct hg_docx_header *header = &reading->headers.items[at];
            const struct hg_docx_unit *unit = hg_map_get(&reading->units, header->target);

            if (unit != NULL) {
                (header->footer ? section->footers : section->headers)[header->type] = unit->story;
            }
        }
    }
}
