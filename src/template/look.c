#include "template/look.h"

#include <stdlib.h>

/* In bytes (20 Han characters): shorter lines of the body say nothing about its look. And the most
 * lines looked at to tell the look of a whole draft. */
enum { BODY_MIN = 60, LINES_MAX = 40 };

const struct hg_layout *hg_look_profile(const struct hg_match *match)
{
    return hg_layout_find(match != NULL ? match->form->layout : HG_STR("gongwen"));
}

const struct hg_look *hg_look_of(const struct hg_paragraph *paragraph)
{
    const struct hg_look *best = NULL;
    size_t longest = 0;

    for (size_t i = 0; i < paragraph->runs.len; i++) {
        const struct hg_run *run = &paragraph->runs.items[i];
        size_t len = run->span.end - run->span.start;

        if (len > longest && (run->flags & HG_RUN_PLACEHOLDER) == 0) {
            longest = len;
            best = run->look;
        }
    }
    return best;
}

bool hg_look_has_font(const struct hg_layout_style *style, const char *font)
{
    struct hg_str name = hg_str_of(font);

    for (size_t i = 0; i < style->fonts.len; i++) {
        if (style->fonts.items[i].len > 0 && hg_str_contains(name, style->fonts.items[i])) {
            return true;
        }
    }
    return style->fonts.len == 0;
}

static bool near(int32_t value, int32_t wanted, int32_t tolerance)
{
    return abs(value - wanted) <= tolerance;
}

bool hg_look_page_fits(const struct hg_section *section, const struct hg_layout *layout)
{
    int32_t t = layout->tolerance;

    return near(section->page_width, layout->width, t) &&
           near(section->page_height, layout->height, t) && near(section->top, layout->top, t) &&
           near(section->bottom, layout->bottom, t) && near(section->left, layout->left, t) &&
           near(section->right, layout->right, t);
}

static enum hg_layout_part part_of_heading(const struct hg_heading *heading)
{
    uint32_t level = heading->level;

    switch (heading->label.style) {
    case HG_LABEL_HAN:
        level = 1;
        break;
    case HG_LABEL_HAN_PAREN:
        level = 2;
        break;
    case HG_LABEL_DECIMAL:
        level = 3;
        break;
    case HG_LABEL_DECIMAL_PAREN:
        level = 4;
        break;
    default:
        break;
    }
    if (heading->run_in || level == 0 || level > 4) {
        return HG_LAYOUT_PART_COUNT;
    }
    return (enum hg_layout_part)(HG_LAYOUT_HEADING_1 + level - 1);
}

enum hg_layout_part *hg_look_parts(struct hg_arena *arena, const struct hg_doc *doc,
                                   const struct hg_outline *outline)
{
    enum hg_layout_part *parts = HG_NEW_ARRAY(arena, enum hg_layout_part, doc->body_count + 1);

    for (size_t i = 0; i < doc->body_count; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];

        parts[i] = HG_LAYOUT_PART_COUNT;
        if (hg_node_enclosing_cell(&paragraph->node) != NULL) {
            parts[i] = HG_LAYOUT_TABLE;
        } else if (i >= outline->preface_end && i < outline->text_end &&
                   (paragraph->flags & (HG_PARAGRAPH_IN_TOC | HG_PARAGRAPH_IN_FRAME)) == 0 &&
                   paragraph->text.len >= BODY_MIN) {
            parts[i] = HG_LAYOUT_BODY;
        }
    }
    for (size_t h = 0; h < outline->headings.len; h++) {
        parts[outline->headings.items[h].first] = part_of_heading(&outline->headings.items[h]);
    }
    if (outline->title_first != NULL) {
        for (uint32_t i = outline->title_first->index; i <= outline->title_last->index; i++) {
            parts[i] = HG_LAYOUT_TITLE;
        }
    }
    return parts;
}

bool hg_look_is_official(const struct hg_doc *doc, const struct hg_outline *outline,
                         const struct hg_layout *layout)
{
    const struct hg_layout_style *body = &layout->styles[HG_LAYOUT_BODY];
    size_t lines = 0, fonts = 0, sizes = 0, signs = 0;

    if (doc->facts.kind == HG_PACKAGE_TEXT || doc->sections.len == 0) {
        return false;
    }
    for (size_t i = outline->preface_end; i < outline->text_end && lines < LINES_MAX; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];
        const struct hg_look *look;

        if (paragraph->text.len < BODY_MIN || hg_node_enclosing_cell(&paragraph->node) != NULL) {
            continue;
        }
        look = hg_look_of(paragraph);
        if (look == NULL) {
            continue;
        }
        lines++;
        fonts += hg_look_has_font(body, look->east_asian_font);
        sizes += look->half_points == body->half_points;
    }
    signs += hg_look_page_fits(&doc->sections.items[0], layout);
    signs += lines > 0 && 2 * fonts > lines;
    signs += lines > 0 && 2 * sizes > lines;
    if (outline->title_first != NULL && hg_look_of(outline->title_first) != NULL) {
        signs += hg_str_contains(hg_str_of(hg_look_of(outline->title_first)->east_asian_font),
                                 HG_STR("标宋"));
    }
    return signs >= 2;
}
