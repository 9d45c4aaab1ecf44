/* How a draft looks, against a layout profile: which part of a report each paragraph is, and
 * whether the draft is meant to look like an official document at all. */
#ifndef HG_TEMPLATE_LOOK_H
#define HG_TEMPLATE_LOOK_H

#include "model/outline.h"
#include "template/layout.h"
#include "template/match.h"

/* The profile of the form the draft follows, of GB/T 9704 without one. */
const struct hg_layout *hg_look_profile(const struct hg_match *match);

/* Two signs at least of four: the page's margins, the body's font, the body's size, the title's
 * font. A draft in a word processor's own default look has none. Plain text never. */
bool hg_look_is_official(const struct hg_doc *doc, const struct hg_outline *outline,
                         const struct hg_layout *layout);

/* What part of a report a paragraph is; HG_LAYOUT_PART_COUNT for none that has a look of its own
 * (short lines, run-in headings, metadata). `parts` holds one a body paragraph, from the arena. */
enum hg_layout_part *hg_look_parts(struct hg_arena *arena, const struct hg_doc *doc,
                                   const struct hg_outline *outline);

/* The look of most of a paragraph's text; null for plain text and empty paragraphs. */
const struct hg_look *hg_look_of(const struct hg_paragraph *paragraph);
/* True if the font's name is or holds one of the style's names; a font the package does not name
 * is none. */
bool hg_look_has_font(const struct hg_layout_style *style, const char *font);
/* All margins and the size of a page within the profile's tolerance. */
bool hg_look_page_fits(const struct hg_section *section, const struct hg_layout *layout);

#endif
