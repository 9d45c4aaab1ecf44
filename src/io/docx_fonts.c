#include "io/docx_fonts.h"

void hg_docx_fonts_init(struct hg_docx_fonts *fonts, struct hg_arena *arena)
{
    *fonts = (struct hg_docx_fonts){.arena = arena};
    hg_map_init(&fonts->names, arena);
    fonts->major.latin = fonts->major.east_asia = "";
    fonts->minor.latin = fonts->minor.east_asia = "";
}

const char *hg_docx_font(struct hg_docx_fonts *fonts, struct hg_str name)
{
    void **place;

    if (fonts->last != NULL && hg_str_equal(fonts->last_name, name)) {
        return fonts->last;
    }
    place = NULL;
    if (hg_map_get(&fonts->names, name) == NULL) {
        name = hg_str_copy(fonts->arena, name);
        place = hg_map_put(&fonts->names, name);
        *place = (void *)(uintptr_t)name.data;
    }
    fonts->last = hg_map_get(&fonts->names, name);
    fonts->last_name = (struct hg_str){fonts->last, name.len};
    return fonts->last;
}

const char *hg_docx_theme_font(const struct hg_docx_fonts *fonts, struct hg_str theme)
{
    bool east_asia = hg_str_ends(theme, HG_STR("EastAsia"));

    if (hg_str_starts(theme, HG_STR("major"))) {
        return east_asia ? fonts->major.east_asia : fonts->major.latin;
    }
    return east_asia ? fonts->minor.east_asia : fonts->minor.latin;
}

/* ---- The theme part (DrawingML, a:fontScheme) ---- */

struct theme_state {
    struct hg_docx_fonts *fonts;
    uint16_t open; /* HG_X_majorFont or HG_X_minorFont */
};

static enum hg_status theme_start(void *user, const struct hg_xml_tag *tag)
{
    struct theme_state *state = user;
    struct hg_str typeface = HG_STR(""), script = HG_STR("");
    const char **latin, **east_asia;

    if (tag->ns != HG_NS_A) {
        return HG_OK;
    }
    if (tag->name == HG_X_majorFont || tag->name == HG_X_minorFont) {
        state->open = tag->name;
        return HG_OK;
    }
    if (state->open == 0 || !hg_xml_attribute(tag, 0, HG_X_typeface, &typeface) ||
        typeface.len == 0) {
        return HG_OK;
    }
    latin = state->open == HG_X_majorFont ? &state->fonts->major.latin : &state->fonts->minor.latin;
    east_asia = state->open == HG_X_majorFont ? &state->fonts->major.east_asia
                                              : &state->fonts->minor.east_asia;
    if (tag->name == HG_X_latin) {
        *latin = hg_docx_font(state->fonts, typeface);
    } else if (tag->name == HG_X_ea) {
        *east_asia = hg_docx_font(state->fonts, typeface);
    } else if (tag->name == HG_X_font && hg_xml_attribute(tag, 0, HG_X_script, &script) &&
               hg_str_is(script, "Hans") && (*east_asia)[0] == '\0') {
        /* An empty a:ea stands for the font of the language, which here is Chinese. */
        *east_asia = hg_docx_font(state->fonts, typeface);
    }
    return HG_OK;
}

static enum hg_status theme_end(void *user, uint16_t ns, uint16_t name)
{
    struct theme_state *state = user;

    if (ns == HG_NS_A && name == state->open) {
        state->open = 0;
    }
    return HG_OK;
}

static enum hg_status theme_text(void *user, struct hg_str piece)
{
    (void)user;
    (void)piece;
    return HG_OK;
}

enum hg_status hg_docx_fonts_load(struct hg_docx_fonts *fonts, struct hg_docx_package *package,
                                  struct hg_error *err)
{
    static const struct hg_xml_handler handler = {theme_start, theme_end, theme_text};
    const struct hg_docx_relation *relation =
        hg_docx_relation_of_type(&package->relations, "theme");
    struct theme_state state = {.fonts = fonts};
    enum hg_status status = HG_OK;

    if (relation != NULL) {
        status = hg_docx_parse(package, relation->target, &handler, &state, err);
    }
    return status == HG_NOT_FOUND ? HG_OK : status;
}
