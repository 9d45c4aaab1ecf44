#include "io/docx_looks.h"

#include <string.h>

void hg_docx_looks_init(struct hg_docx_looks *looks, const struct hg_docx_styles *styles,
                        struct hg_arena *arena, struct hg_arena *scratch)
{
    memset(looks, 0, sizeof *looks);
    looks->arena = arena;
    looks->styles = styles;
    hg_map_init(&looks->runs, scratch);
    hg_map_init(&looks->paragraphs, scratch);
    hg_map_init(&looks->looks, scratch);
    hg_map_init(&looks->paragraph_looks, scratch);
}

/* Toggles of table, paragraph and character style turn each other over; docDefaults and direct
 * formatting decide alone (17.7.3). */
static uint32_t toggles(const struct hg_docx_looks *looks, const struct hg_docx_run_place *place)
{
    const struct hg_docx_style *levels[] = {place->table, place->paragraph, place->character};
    uint32_t on = 0;

    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        if (levels[i] != NULL) {
            on ^= levels[i]->run.on & levels[i]->run.set;
        }
    }
    on |= looks->styles->run_defaults.on & looks->styles->run_defaults.set;
    on = (on & ~place->direct.set) | (place->direct.on & place->direct.set);
    return on & HG_RP_TOGGLES;
}

static const struct hg_look *keep_look(struct hg_docx_looks *looks, const struct hg_run_props *props)
{
    struct hg_look look;
    struct hg_str key = {(const char *)&look, sizeof look};
    struct hg_look *kept;

    memset(&look, 0, sizeof look); /* padding too: it is looked up as bytes */
    look.east_asian_font = (props->set & HG_RP_EAST_ASIA) != 0 ? props->east_asia : "";
    look.ascii_font = (props->set & HG_RP_ASCII) != 0 ? props->ascii : "";
    look.half_points = (props->set & HG_RP_SIZE) != 0 ? (uint16_t)props->half_points : 20;
    look.bold = (props->on & HG_RP_BOLD) != 0;
    look.italic = (props->on & HG_RP_ITALIC) != 0;
    look.underline = (props->on & HG_RP_UNDERLINE) != 0;
    look.strike = (props->on & (HG_RP_STRIKE | HG_RP_DOUBLE_STRIKE)) != 0;
    look.highlight = (props->on & (HG_RP_HIGHLIGHT | HG_RP_SHADE)) != 0;
    look.colour_auto = (props->on & HG_RP_COLOUR) == 0;
    look.colour = look.colour_auto ? 0 : props->colour;
    kept = hg_map_get(&looks->looks, key);
    if (kept == NULL) {
        kept = (struct hg_look *)(void *)hg_arena_strndup(looks->arena, key.data, key.len);
        *hg_map_put(&looks->looks, (struct hg_str){(const char *)kept, key.len}) = kept;
    }
    return kept;
}

static struct hg_docx_run_look *resolve_run(struct hg_docx_looks *looks,
                                            const struct hg_docx_run_place *place)
{
    struct hg_docx_run_look *resolved = HG_NEW(looks->arena, struct hg_docx_run_look);
    struct hg_run_props props = looks->styles->run_defaults;
    const struct hg_docx_style *levels[] = {place->table, place->paragraph, place->character};

    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        if (levels[i] != NULL) {
            hg_run_props_merge(&props, &levels[i]->run);
        }
    }
    hg_run_props_merge(&props, &place->direct);
    props.on = (props.on & ~HG_RP_TOGGLES) | toggles(looks, place);
    resolved->look = keep_look(looks, &props);
    resolved->spec_vanish = (props.on & HG_RP_SPEC_VANISH) != 0;
    resolved->hidden = (props.on & HG_RP_VANISH) != 0;
    return resolved;
}

const struct hg_docx_run_look *hg_docx_look(struct hg_docx_looks *looks,
                                            const struct hg_docx_run_place *place)
{
    struct hg_str key = {(const char *)place, sizeof *place};
    struct hg_docx_run_look *resolved;

    if (looks->last != NULL && memcmp(place, &looks->last_place, sizeof *place) == 0) {
        return looks->last;
    }
    resolved = hg_map_get(&looks->runs, key);
    if (resolved == NULL) {
        resolved = resolve_run(looks, place);
        *hg_map_put(&looks->runs, hg_str_copy(looks->runs.arena, key)) = resolved;
    }
    memcpy(&looks->last_place, place, sizeof *place);
    looks->last = resolved;
    return resolved;
}

/* ---- Paragraphs ---- */

struct paragraph_place {
    const struct hg_docx_style *table, *style;
    const struct hg_docx_level *level;
    struct hg_para_props direct;
    uint32_t by_style;
};

static void resolve_props(struct hg_para_props *props, const struct hg_docx_looks *looks,
                          const struct paragraph_place *place)
{
    *props = looks->styles->paragraph_defaults;
    if (place->table != NULL) {
        hg_para_props_merge(props, &place->table->paragraph);
    }
    /* The indents of a level lie under the style that brings the numbering, and over the style
     * where the paragraph brings it itself. */
    if (place->level != NULL && place->by_style != 0) {
        hg_para_props_merge(props, &place->level->paragraph);
    }
    if (place->style != NULL) {
        hg_para_props_merge(props, &place->style->paragraph);
    }
    if (place->level != NULL && place->by_style == 0) {
        hg_para_props_merge(props, &place->level->paragraph);
    }
    hg_para_props_merge(props, &place->direct);
}

static const struct hg_paragraph_look *resolve_paragraph(struct hg_docx_looks *looks,
                                                         const struct paragraph_place *place)
{
    struct hg_paragraph_look look;
    struct hg_str key = {(const char *)&look, sizeof look};
    struct hg_para_props props;
    struct hg_paragraph_look *kept;

    resolve_props(&props, looks, place);
    memset(&look, 0, sizeof look);
    look.align = (enum hg_align)props.align;
    look.left = props.left;
    look.right = props.right;
    look.first_line = props.first;
    look.first_line_chars = props.first_chars;
    look.left_chars = props.left_chars;
    look.before = props.before;
    look.after = props.after;
    look.line = (props.set & HG_PP_LINE) != 0 ? props.line : 240;
    look.line_rule = (enum hg_line_rule)props.line_rule;
    look.keep_next = (props.on & HG_PP_KEEP_NEXT) != 0;
    look.page_break_before = (props.on & HG_PP_PAGE_BREAK) != 0;
    look.snap_to_grid = (props.set & HG_PP_SNAP) == 0 || (props.on & HG_PP_SNAP) != 0;
    kept = hg_map_get(&looks->paragraph_looks, key);
    if (kept == NULL) {
        kept = (struct hg_paragraph_look *)(void *)hg_arena_strndup(looks->arena, key.data,
                                                                    key.len);
        *hg_map_put(&looks->paragraph_looks, (struct hg_str){(const char *)kept, key.len}) = kept;
    }
    return kept;
}

const struct hg_paragraph_look *hg_docx_paragraph_look(struct hg_docx_looks *looks,
                                                       const struct hg_docx_style *table,
                                                       const struct hg_docx_style *style,
                                                       const struct hg_docx_numbered *numbered,
                                                       const struct hg_para_props *direct)
{
    struct paragraph_place place;
    struct hg_str key = {(const char *)&place, sizeof place};
    const struct hg_paragraph_look *look;

    memset(&place, 0, sizeof place);
    place.table = table;
    place.style = style;
    place.level = numbered->num != NULL ? numbered->level : NULL;
    place.by_style = numbered->by_style;
    memcpy(&place.direct, direct, sizeof *direct);
    look = hg_map_get(&looks->paragraphs, key);
    if (look == NULL) {
        look = resolve_paragraph(looks, &place);
        *hg_map_put(&looks->paragraphs, hg_str_copy(looks->paragraphs.arena, key)) =
            (void *)(uintptr_t)look;
    }
    return look;
}
