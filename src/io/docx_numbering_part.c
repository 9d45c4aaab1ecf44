/* Reading numbering.xml into struct hg_docx_numbering. */
#include <string.h>

#include "io/docx_numbering.h"

enum place { IN_NOTHING, IN_RUN, IN_PARAGRAPH };

struct numbering_state {
    struct hg_docx_numbering *numbering;
    struct hg_docx_fonts *fonts;
    struct hg_docx_list *list;   /* open w:abstractNum */
    struct hg_docx_num *num;     /* open w:num */
    struct hg_docx_level *level; /* open w:lvl */
    int override;                /* level of the open w:lvlOverride; -1 if none */
    enum place place;
    bool choice_taken; /* within AlternateContent, a Choice was read */
    size_t depth, place_depth, skip_depth;
};

static struct hg_str id_key(struct hg_arena *arena, int32_t id)
{
    return hg_str_of(hg_arena_printf(arena, "%d", id));
}

static void level_init(struct hg_docx_level *level)
{
    memset(level, 0, sizeof *level);
    level->suffix = '\t';
    level->restart = -1;
    level->text = level->style = HG_STR("");
}

static int32_t attribute_int(const struct hg_xml_tag *tag, uint16_t name, int32_t otherwise)
{
    struct hg_str value;

    return hg_xml_attribute(tag, HG_NS_W, name, &value) ? hg_docx_int(value, otherwise)
                                                         : otherwise;
}

static int level_index(const struct hg_xml_tag *tag)
{
    int32_t index = attribute_int(tag, HG_X_ilvl, 0);

    return index >= 0 && index < HG_DOCX_LEVELS ? index : -1;
}

static void open_list(struct numbering_state *state, const struct hg_xml_tag *tag)
{
    struct hg_docx_numbering *numbering = state->numbering;
    struct hg_docx_list *list = HG_NEW(numbering->arena, struct hg_docx_list);
    void **place;

    list->id = attribute_int(tag, HG_X_abstractNumId, -1);
    list->style_link = list->num_style_link = HG_STR("");
    for (size_t i = 0; i < HG_DOCX_LEVELS; i++) {
        level_init(&list->levels[i]);
    }
    *HG_PUSH(numbering->arena, &numbering->lists) = list;
    list->number = (uint32_t)numbering->lists.len;
    place = hg_map_put(&numbering->lists_by_id, id_key(numbering->arena, list->id));
    if (*place == NULL) {
        *place = list;
    }
    state->list = list;
}

static void open_num(struct numbering_state *state, const struct hg_xml_tag *tag)
{
    struct hg_docx_numbering *numbering = state->numbering;
    struct hg_docx_num *num = HG_NEW(numbering->arena, struct hg_docx_num);
    void **place;

    num->id = attribute_int(tag, HG_X_numId, -1);
    num->list_id = -1;
    *HG_PUSH(numbering->arena, &numbering->nums) = num;
    place = hg_map_put(&numbering->nums_by_id, id_key(numbering->arena, num->id));
    if (*place == NULL) {
        *place = num;
    }
    state->num = num;
    state->override = -1;
}

static void open_level(struct numbering_state *state, const struct hg_xml_tag *tag)
{
    int index = state->num != NULL && state->override >= 0 ? state->override : level_index(tag);

    if (index < 0) {
        state->skip_depth = state->depth;
    } else if (state->num != NULL) {
        state->level = HG_NEW(state->numbering->arena, struct hg_docx_level);
        level_init(state->level);
        state->num->overrides[index].level = state->level;
    } else if (state->list != NULL) {
        state->level = &state->list->levels[index];
    }
    if (state->level != NULL) {
        state->level->stated = true;
    }
}

static void take_level(struct numbering_state *state, const struct hg_xml_tag *tag)
{
    struct hg_docx_level *level = state->level;
    struct hg_arena *arena = state->numbering->arena;
    struct hg_str value = HG_STR(""), custom = HG_STR("");

    (void)hg_docx_val(tag, &value);
    switch (tag->name) {
    case HG_X_start:
        level->start = hg_docx_int(value, 0);
        break;
    case HG_X_numFmt:
        (void)hg_xml_attribute(tag, HG_NS_W, HG_X_format, &custom);
        level->format = hg_number_format_of(value, custom);
        break;
    case HG_X_lvlText:
        level->text = hg_str_copy(arena, value);
        break;
    case HG_X_lvlRestart:
        level->restart = (int8_t)(hg_docx_int(value, -1) > 9 ? 9 : hg_docx_int(value, -1));
        break;
    case HG_X_isLgl:
        level->is_legal = hg_docx_on(tag);
        break;
    case HG_X_suff:
        level->suffix = hg_str_is(value, "space")     ? ' '
                        : hg_str_is(value, "nothing") ? '\0'
                                                      : '\t';
        break;
    case HG_X_pStyle:
        level->style = hg_str_copy(arena, value);
        break;
    case HG_X_rPr:
    case HG_X_pPr:
        state->place = tag->name == HG_X_rPr ? IN_RUN : IN_PARAGRAPH;
        state->place_depth = state->depth;
        break;
    default:
        break;
    }
}

static void take_num(struct numbering_state *state, const struct hg_xml_tag *tag)
{
    switch (tag->name) {
    case HG_X_abstractNumId:
        state->num->list_id = hg_docx_val_int(tag, -1);
        break;
    case HG_X_lvlOverride:
        state->override = level_index(tag);
        break;
    case HG_X_startOverride:
        if (state->override >= 0) {
            state->num->overrides[state->override].has_start = true;
            state->num->overrides[state->override].start = hg_docx_val_int(tag, 1);
        }
        break;
    default:
        break;
    }
}

static void take_branch(struct numbering_state *state, const struct hg_xml_tag *tag)
{
    if (tag->name == HG_X_AlternateContent) {
        state->choice_taken = false;
    } else if (tag->name == HG_X_Choice) {
        struct hg_str prefixes = HG_STR("");

        (void)hg_xml_attribute(tag, 0, HG_X_Requires, &prefixes);
        if (state->choice_taken || hg_xml_prefix(tag->parser, prefixes) == 0) {
            state->skip_depth = state->depth;
        }
        state->choice_taken |= state->skip_depth == 0;
    } else if (tag->name == HG_X_Fallback && state->choice_taken) {
        state->skip_depth = state->depth;
    }
}

static enum hg_status part_start(void *user, const struct hg_xml_tag *tag)
{
    struct numbering_state *state = user;

    state->depth++;
    if (state->skip_depth != 0) {
        return HG_OK;
    }
    if (tag->ns == HG_NS_MC) {
        take_branch(state, tag);
        return HG_OK;
    }
    if (tag->ns != HG_NS_W) {
        return HG_OK;
    }
    if (state->place == IN_RUN) {
        hg_run_props_take(&state->level->run, tag, state->fonts);
    } else if (state->place == IN_PARAGRAPH) {
        hg_para_props_take(&state->level->paragraph, tag);
    } else if (tag->name == HG_X_abstractNum) {
        open_list(state, tag);
    } else if (tag->name == HG_X_num) {
        open_num(state, tag);
    } else if (tag->name == HG_X_lvl) {
        open_level(state, tag);
    } else if (state->level != NULL) {
        take_level(state, tag);
    } else if (state->num != NULL) {
        take_num(state, tag);
    } else if (state->list != NULL) {
        struct hg_str value = HG_STR("");

        (void)hg_docx_val(tag, &value);
        if (tag->name == HG_X_numStyleLink) {
            state->list->num_style_link = hg_str_copy(state->numbering->arena, value);
        } else if (tag->name == HG_X_styleLink) {
            state->list->style_link = hg_str_copy(state->numbering->arena, value);
        }
    }
    return HG_OK;
}

static enum hg_status part_end(void *user, uint16_t ns, uint16_t name)
{
    struct numbering_state *state = user;

    if (state->skip_depth != 0) {
        if (state->skip_depth == state->depth) {
            state->skip_depth = 0;
        }
    } else if (state->place != IN_NOTHING) {
        if (state->place_depth == state->depth) {
            state->place = IN_NOTHING;
        }
    } else if (ns == HG_NS_W) {
        if (name == HG_X_lvl && state->level != NULL) {
            state->level->hidden = (state->level->run.on & HG_RP_VANISH) != 0;
            state->level = NULL;
        } else if (name == HG_X_lvlOverride) {
            state->override = -1;
        } else if (name == HG_X_num) {
            state->num = NULL;
        } else if (name == HG_X_abstractNum) {
            state->list = NULL;
        }
    }
    state->depth--;
    return HG_OK;
}

static enum hg_status part_text(void *user, struct hg_str piece)
{
    (void)user;
    (void)piece;
    return HG_OK;
}

/* A list that only names a numbering style takes the list which that style leads to (17.9.21). */
static struct hg_docx_list *follow_link(const struct hg_docx_numbering *numbering,
                                        const struct hg_docx_styles *styles,
                                        struct hg_docx_list *list)
{
    const struct hg_docx_style *style =
        hg_docx_style_find(styles, HG_STYLE_NUMBERING, list->num_style_link);
    struct hg_docx_num *num = NULL;
    struct hg_docx_list *linked;

    linked = hg_map_get(&numbering->lists_by_link, list->num_style_link);
    if (linked != NULL) {
        return linked;
    }
    if (style != NULL && (style->paragraph.set & HG_PP_NUM_ID) != 0) {
        num = hg_map_get(&numbering->nums_by_id,
                         id_key(numbering->arena, style->paragraph.num_id));
    }
    linked = num != NULL ? hg_map_get(&numbering->lists_by_id, id_key(numbering->arena, num->list_id))
                         : NULL;
    return linked != NULL ? linked : list;
}

static void connect(struct hg_docx_numbering *numbering, const struct hg_docx_styles *styles)
{
    for (size_t i = 0; i < numbering->lists.len; i++) {
        struct hg_docx_list *list = numbering->lists.items[i];

        if (list->style_link.len > 0 && list->num_style_link.len == 0) {
            void **place = hg_map_put(&numbering->lists_by_link, list->style_link);

            *place = *place != NULL ? *place : list;
        }
    }
    for (size_t i = 0; i < numbering->nums.len; i++) {
        struct hg_docx_num *num = numbering->nums.items[i];

        num->list = hg_map_get(&numbering->lists_by_id, id_key(numbering->arena, num->list_id));
        if (num->list != NULL && num->list->num_style_link.len > 0) {
            num->list = follow_link(numbering, styles, num->list);
        }
    }
}

enum hg_status hg_docx_numbering_load(struct hg_docx_numbering *numbering,
                                      struct hg_docx_package *package,
                                      const struct hg_docx_styles *styles,
                                      struct hg_docx_fonts *fonts, struct hg_error *err)
{
    static const struct hg_xml_handler handler = {part_start, part_end, part_text};
    const struct hg_docx_relation *relation =
        hg_docx_relation_of_type(&package->relations, "numbering");
    struct numbering_state state = {.numbering = numbering, .fonts = fonts, .override = -1};
    enum hg_status status = HG_OK;

    memset(numbering, 0, sizeof *numbering);
    numbering->arena = package->arena;
    hg_map_init(&numbering->lists_by_id, package->arena);
    hg_map_init(&numbering->nums_by_id, package->arena);
    hg_map_init(&numbering->lists_by_link, package->arena);
    if (relation != NULL) {
        status = hg_docx_parse(package, relation->target, &handler, &state, err);
    }
    if (status != HG_OK && status != HG_NOT_FOUND) {
        return status;
    }
    connect(numbering, styles);
    return HG_OK;
}

void hg_docx_numbering_release(struct hg_docx_numbering *numbering)
{
    hg_buf_release(&numbering->label);
}
