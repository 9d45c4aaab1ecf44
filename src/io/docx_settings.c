/* settings.xml and docProps: facts about the package. */
#include "io/docx_reading.h"

static enum hg_status settings_start(void *user, const struct hg_xml_tag *tag)
{
    struct hg_docx_reading *reading = user;
    struct hg_package_facts *facts = &reading->doc->facts;
    struct hg_str value;

    if (tag->ns != HG_NS_W) {
        return HG_OK;
    }
    switch (tag->name) {
    case HG_X_trackRevisions:
        facts->track_revisions = hg_docx_on(tag);
        break;
    case HG_X_evenAndOddHeaders:
        facts->even_and_odd_headers = hg_docx_on(tag);
        break;
    case HG_X_documentProtection:
        if (hg_xml_attribute(tag, HG_NS_W, HG_X_enforcement, &value) &&
            (hg_str_is(value, "1") || hg_str_is(value, "true") || hg_str_is(value, "on")) &&
            hg_xml_attribute(tag, HG_NS_W, HG_X_edit, &value) && !hg_str_is(value, "none")) {
            facts->protection = hg_str_copy(reading->doc->arena, value);
        }
        break;
    default:
        break;
    }
    return HG_OK;
}

static enum hg_status settings_end(void *user, uint16_t ns, uint16_t name)
{
    (void)user;
    (void)ns;
    (void)name;
    return HG_OK;
}

static enum hg_status settings_text(void *user, struct hg_str piece)
{
    (void)user;
    (void)piece;
    return HG_OK;
}

enum hg_status hg_docx_settings_read(struct hg_docx_reading *reading)
{
    static const struct hg_xml_handler handler = {settings_start, settings_end, settings_text};
    const struct hg_docx_relation *relation =
        hg_docx_relation_of_type(&reading->package.relations, "settings");
    struct hg_docx_relations own = {0};
    enum hg_status status;

    if (relation == NULL) {
        return HG_OK;
    }
    status = hg_docx_parse(&reading->package, relation->target, &handler, reading, reading->err);
    if (status == HG_NOT_FOUND) {
        return HG_OK;
    }
    if (status != HG_OK) {
        return status;
    }
    /* An attached template is a relationship of the settings. */
    return hg_docx_relations_load(&own, &reading->package, relation->target, reading->err);
}

/* ---- docProps/core.xml and app.xml: one property an element of the second level ---- */

struct properties_state {
    struct hg_docx_reading *reading;
    bool app;
    size_t depth;
    struct hg_str name;
    struct hg_buf value;
};

static enum hg_status properties_start(void *user, const struct hg_xml_tag *tag)
{
    struct properties_state *state = user;

    if (++state->depth == 2) {
        state->name = hg_str_copy(state->reading->doc->arena, hg_str_of(hg_xml_local_name(tag)));
        hg_buf_clear(&state->value);
    }
    return HG_OK;
}

static enum hg_status properties_end(void *user, uint16_t ns, uint16_t name)
{
    struct properties_state *state = user;
    struct hg_doc *doc = state->reading->doc;

    (void)ns;
    (void)name;
    if (state->depth-- == 2) {
        *HG_PUSH(doc->arena, &doc->facts.properties) = (struct hg_property){
            state->name, hg_str_copy(doc->arena, hg_buf_view(&state->value)), state->app};
    }
    return hg_docx_room(state->reading, 0);
}

static enum hg_status properties_text(void *user, struct hg_str piece)
{
    struct properties_state *state = user;

    if (state->depth == 2) {
        hg_buf_str(&state->value, piece);
    }
    return HG_OK;
}

static enum hg_status properties_part(struct hg_docx_reading *reading, struct hg_str name, bool app)
{
    static const struct hg_xml_handler handler = {properties_start, properties_end,
                                                  properties_text};
    struct properties_state state = {.reading = reading, .app = app};
    enum hg_status status =
        hg_docx_parse(&reading->package, name, &handler, &state, reading->err);

    hg_buf_release(&state.value);
    return status == HG_NOT_FOUND ? HG_OK : status;
}

enum hg_status hg_docx_properties_read(struct hg_docx_reading *reading)
{
    const struct hg_docx_relation *core =
        hg_docx_relation_of_type(&reading->package.root, "core-properties");
    const struct hg_docx_relation *app =
        hg_docx_relation_of_type(&reading->package.root, "extended-properties");
    enum hg_status status = HG_OK;

    if (app == NULL) {
        app = hg_docx_relation_of_type(&reading->package.root, "extendedProperties"); /* strict */
    }
    if (core != NULL) {
        status = properties_part(reading, core->target, false);
    }
    if (status == HG_OK && app != NULL) {
        status = properties_part(reading, app->target, true);
    }
    return status;
}
