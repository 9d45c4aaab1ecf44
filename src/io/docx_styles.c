#include "io/docx_styles.h"

#include <string.h>

/* What kind of properties the parser stands in. */
enum place { IN_NOTHING, IN_DEFAULT_RUN, IN_DEFAULT_PARAGRAPH, IN_RUN, IN_PARAGRAPH, IN_BORDERS };

struct styles_state {
    struct hg_docx_styles *styles;
    struct hg_docx_fonts *fonts;
    struct hg_docx_style *open; /* the style that is being read; null outside */
    enum place place;
    size_t depth, open_depth, place_depth; /* of the parser, of the style, of the place's element */
    size_t skip_depth;          /* of an element whose insides do not count; 0 if none */
};

static enum hg_docx_style_kind kind_of(struct hg_str type)
{
    if (hg_str_is(type, "character")) {
        return HG_STYLE_CHARACTER;
    }
    if (hg_str_is(type, "table")) {
        return HG_STYLE_TABLE;
    }
    return hg_str_is(type, "numbering") ? HG_STYLE_NUMBERING : HG_STYLE_PARAGRAPH;
}

static bool attribute_is_on(const struct hg_xml_tag *tag, uint16_t name)
{
    struct hg_str value;

    return hg_xml_attribute(tag, HG_NS_W, name, &value) &&
           (hg_str_is(value, "1") || hg_str_is(value, "true") || hg_str_is(value, "on"));
}

static void open_style(struct styles_state *state, const struct hg_xml_tag *tag)
{
    struct hg_docx_styles *styles = state->styles;
    struct hg_docx_style *style = HG_NEW(styles->arena, struct hg_docx_style);
    struct hg_str type = HG_STR("paragraph"), id = HG_STR("");
    void **place;

    (void)hg_xml_attribute(tag, HG_NS_W, HG_X_type, &type);
    (void)hg_xml_attribute(tag, HG_NS_W, HG_X_styleId, &id);
    id = hg_str_copy(styles->arena, id);
    style->kind = kind_of(type);
    style->id = id.data;
    style->name = "";
    style->based_on = HG_STR("");
    place = hg_map_put(&styles->by_id[style->kind], id);
    if (*place == NULL) { /* of two with one id the first holds */
        *place = style;
        if (attribute_is_on(tag, HG_X_default) && styles->defaults[style->kind] == NULL) {
            styles->defaults[style->kind] = style;
        }
    }
    state->open = style;
    state->open_depth = state->depth;
}

/* "Heading 1" and "heading 1" are one built-in name. */
static const char *lower_name(struct hg_arena *arena, struct hg_str name)
{
    char *copy = hg_arena_strndup(arena, name.data, name.len);

    for (char *at = copy; *at != '\0'; at++) {
        if (*at >= 'A' && *at <= 'Z') {
            *at = (char)(*at - 'A' + 'a');
        }
    }
    return copy;
}

static void enter(struct styles_state *state, enum place place)
{
    state->place = place;
    state->place_depth = state->depth;
}

static void open_child(struct styles_state *state, const struct hg_xml_tag *tag)
{
    struct hg_docx_style *style = state->open;
    struct hg_str value = HG_STR("");

    switch (tag->name) {
    case HG_X_name:
        if (hg_docx_val(tag, &value)) {
            style->name = lower_name(state->styles->arena, value);
            style->toc = hg_str_starts(hg_str_of(style->name), HG_STR("toc ")) &&
                         style->name[4] >= '1' && style->name[4] <= '9';
        }
        break;
    case HG_X_basedOn:
        if (hg_docx_val(tag, &value)) {
            style->based_on = hg_str_copy(state->styles->arena, value);
        }
        break;
    case HG_X_rPr:
        enter(state, IN_RUN);
        break;
    case HG_X_pPr:
        enter(state, IN_PARAGRAPH);
        break;
    case HG_X_tblBorders:
        enter(state, IN_BORDERS);
        break;
    case HG_X_tblStylePr: /* for the first row and so on only */
        state->skip_depth = state->depth;
        break;
    default:
        break;
    }
}

static bool border_is_drawn(const struct hg_xml_tag *tag)
{
    struct hg_str value;

    return hg_docx_val(tag, &value) && !hg_str_is(value, "nil") && !hg_str_is(value, "none");
}

static void take_property(struct styles_state *state, const struct hg_xml_tag *tag)
{
    if (tag->name == HG_X_rPrChange || tag->name == HG_X_pPrChange ||
        (tag->name == HG_X_rPr && state->place != IN_RUN)) {
        state->skip_depth = state->depth;
        return;
    }
    switch (state->place) {
    case IN_DEFAULT_RUN:
        hg_run_props_take(&state->styles->run_defaults, tag, state->fonts);
        break;
    case IN_DEFAULT_PARAGRAPH:
        hg_para_props_take(&state->styles->paragraph_defaults, tag);
        break;
    case IN_RUN:
        hg_run_props_take(&state->open->run, tag, state->fonts);
        break;
    case IN_PARAGRAPH:
        hg_para_props_take(&state->open->paragraph, tag);
        break;
    case IN_BORDERS:
        state->open->has_borders |= border_is_drawn(tag);
        break;
    case IN_NOTHING:
        break;
    }
}

static enum hg_status styles_start(void *user, const struct hg_xml_tag *tag)
{
    struct styles_state *state = user;

    state->depth++;
    if (tag->ns != HG_NS_W || state->skip_depth != 0) {
        return HG_OK;
    }
    if (state->place == IN_DEFAULT_RUN && tag->name == HG_X_rPr) {
        return HG_OK; /* rPrDefault > rPr > … */
    }
    if (state->place == IN_DEFAULT_PARAGRAPH && tag->name == HG_X_pPr) {
        return HG_OK;
    }
    if (state->place != IN_NOTHING) {
        take_property(state, tag);
    } else if (tag->name == HG_X_rPrDefault) {
        enter(state, IN_DEFAULT_RUN);
    } else if (tag->name == HG_X_pPrDefault) {
        enter(state, IN_DEFAULT_PARAGRAPH);
    } else if (state->open != NULL) {
        open_child(state, tag);
    } else if (tag->name == HG_X_style) {
        open_style(state, tag);
    }
    return HG_OK;
}

static enum hg_status styles_end(void *user, uint16_t ns, uint16_t name)
{
    struct styles_state *state = user;

    if (state->skip_depth == state->depth) {
        state->skip_depth = 0;
    } else if (state->place != IN_NOTHING && state->place_depth == state->depth) {
        state->place = IN_NOTHING;
    } else if (state->open != NULL && state->open_depth == state->depth) {
        state->open = NULL;
    }
    (void)ns;
    (void)name;
    state->depth--;
    return HG_OK;
}

static enum hg_status styles_text(void *user, struct hg_str piece)
{
    (void)user;
    (void)piece;
    return HG_OK;
}

/* ---- Inheritance ---- */

/* A style upon its base. Toggles within one chain set, they do not turn over (17.7.3 counts the
 * chain as one level). */
static void inherit_one(struct hg_docx_style *style)
{
    if (style->base != NULL) {
        struct hg_run_props run = style->base->run;
        struct hg_para_props paragraph = style->base->paragraph;

        hg_run_props_merge(&run, &style->run);
        hg_para_props_merge(&paragraph, &style->paragraph);
        style->run = run;
        style->paragraph = paragraph;
        style->has_borders |= style->base->has_borders;
    }
    style->state = 2;
}

/* Walks up to the first style that is done, then comes down again. A base that is under way is a
 * circle: it is cut there. */
static void inherit(struct hg_docx_styles *styles, struct hg_docx_style *style)
{
    HG_VEC(struct hg_docx_style *) chain = {0};

    while (style != NULL && style->state == 0) {
        struct hg_docx_style *base =
            style->based_on.len > 0 ? hg_map_get(&styles->by_id[style->kind], style->based_on)
                                    : NULL;

        style->state = 1;
        *HG_HEAP_PUSH(&chain) = style;
        style->base = base != NULL && base->state != 1 ? base : NULL;
        style = base;
    }
    while (chain.len > 0) {
        inherit_one(chain.items[--chain.len]);
    }
    HG_HEAP_VEC_FREE(&chain);
}

enum hg_status hg_docx_styles_load(struct hg_docx_styles *styles, struct hg_docx_package *package,
                                   struct hg_docx_fonts *fonts, struct hg_error *err)
{
    static const struct hg_xml_handler handler = {styles_start, styles_end, styles_text};
    const struct hg_docx_relation *relation =
        hg_docx_relation_of_type(&package->relations, "styles");
    struct styles_state state = {.styles = styles, .fonts = fonts};
    enum hg_status status = HG_OK;

    memset(styles, 0, sizeof *styles);
    styles->arena = package->doc->arena;
    for (size_t kind = 0; kind < HG_STYLE_KIND_COUNT; kind++) {
        hg_map_init(&styles->by_id[kind], styles->arena);
    }
    if (relation != NULL) {
        status = hg_docx_parse(package, relation->target, &handler, &state, err);
    }
    if (status != HG_OK && status != HG_NOT_FOUND) {
        return status;
    }
    for (size_t kind = 0; kind < HG_STYLE_KIND_COUNT; kind++) {
        for (size_t i = 0; i < styles->by_id[kind].len; i++) {
            inherit(styles, styles->by_id[kind].entries[i].value);
        }
    }
    return HG_OK;
}

const struct hg_docx_style *hg_docx_style_find(const struct hg_docx_styles *styles,
                                               enum hg_docx_style_kind kind, struct hg_str id)
{
    return hg_map_get(&styles->by_id[kind], id);
}
