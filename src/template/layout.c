#include "template/layout.h"

#include <pthread.h>
#include <string.h>

#include "template/embedded.h"
#include "template/grammar.h"

/* Hundredths of a millimetre and of a point in twips: 1440 twips are 25.4 mm and 72 pt. */
enum unit { MILLIMETRE, POINT, CHARACTER };

static int32_t twips_of(int32_t hundredths, enum unit unit)
{
    switch (unit) {
    case MILLIMETRE:
        return (hundredths * 1440 + 1270) / 2540;
    case POINT:
        return hundredths / 5;
    default:
        return hundredths;
    }
}

/* A decimal with at most two places, as hundredths; false if it is none. */
static bool read_hundredths(struct hg_str text, int32_t *out)
{
    int32_t value = 0, places = -1;

    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];

        if (c == '.' && places < 0) {
            places = 0;
        } else if (c >= '0' && c <= '9' && places < 2 && value < 100000) {
            value = value * 10 + (c - '0');
            places += places >= 0;
        } else {
            return false;
        }
    }
    for (places = places < 0 ? 0 : places; places < 2; places++) {
        value *= 10;
    }
    *out = value;
    return text.len > 0;
}

struct loader {
    struct hg_arena *arena;
    const char *path;
    struct hg_error *err;
};

static enum hg_status length(struct loader *l, const struct hg_xml_node *node, const char *name,
                             enum unit unit, int32_t *out)
{
    struct hg_str text = hg_xml_field(node, name);
    int32_t hundredths;

    if (text.data == NULL) {
        return HG_OK;
    }
    if (!read_hundredths(hg_str_trim(text), &hundredths)) {
        return hg_error_set(l->err, HG_BAD_SETTINGS, "%s:%d: %s=\"%.*s\" 应为数字，最多两位小数",
                            l->path, node->line, name, HG_FMT(text));
    }
    *out = twips_of(hundredths, unit);
    return HG_OK;
}

static enum hg_status alignment(struct loader *l, const struct hg_xml_node *node, const char *name,
                                enum hg_align *out)
{
    struct hg_str text = hg_xml_field(node, name);

    if (text.data == NULL || hg_str_is(text, "left")) {
        *out = HG_ALIGN_LEFT;
    } else if (hg_str_is(text, "center")) {
        *out = HG_ALIGN_CENTER;
    } else if (hg_str_is(text, "right")) {
        *out = HG_ALIGN_RIGHT;
    } else if (hg_str_is(text, "both")) {
        *out = HG_ALIGN_JUSTIFY;
    } else {
        return hg_error_set(l->err, HG_BAD_SETTINGS,
                            "%s:%d: %s=\"%.*s\" 只能是 left center right both 之一", l->path,
                            node->line, name, HG_FMT(text));
    }
    return HG_OK;
}

static struct hg_str copied(struct loader *l, const struct hg_xml_node *node, const char *name)
{
    struct hg_str text = hg_xml_field(node, name);

    return text.data == NULL ? HG_STR("") : hg_str_copy(l->arena, hg_str_trim(text));
}

static enum hg_status read_page(struct loader *l, const struct hg_xml_node *node,
                                struct hg_layout *layout)
{
    const struct {
        const char *name;
        int32_t *to;
    } lengths[] = {
        {"width", &layout->width},     {"height", &layout->height},
        {"top", &layout->top},         {"bottom", &layout->bottom},
        {"left", &layout->left},       {"right", &layout->right},
        {"header", &layout->header},   {"footer", &layout->footer_distance},
        {"tolerance", &layout->tolerance},
    };
    enum hg_status status = HG_OK;

    for (size_t i = 0; i < sizeof lengths / sizeof *lengths && status == HG_OK; i++) {
        status = length(l, node, lengths[i].name, MILLIMETRE, lengths[i].to);
    }
    return status;
}

static enum hg_status read_style(struct loader *l, const struct hg_xml_node *node,
                                 struct hg_layout *layout)
{
    static const char *const names[HG_LAYOUT_PART_COUNT] = {
        "title",    "addressee", "body",  "heading1", "heading2",
        "heading3", "heading4",  "table", "signature"};
    struct hg_str name = hg_xml_field(node, "for"), rest, word;
    struct hg_layout_style *style = NULL;
    int32_t size = 0;
    enum hg_status status;

    for (size_t i = 0; i < HG_LAYOUT_PART_COUNT; i++) {
        if (hg_str_is(name, names[i])) {
            style = &layout->styles[i];
        }
    }
    if (style == NULL || style->stated) {
        return hg_error_set(l->err, HG_BAD_SETTINGS, "%s:%d: for=\"%.*s\" %s", l->path, node->line,
                            HG_FMT(name),
                            style == NULL ? "只能是 title addressee body heading1 到 heading4 table signature 之一"
                                          : "重复，请删去一个");
    }
    style->stated = true;
    style->font = copied(l, node, "font");
    style->latin = copied(l, node, "latin");
    style->bold = hg_str_is(hg_xml_field(node, "bold"), "true");
    *HG_PUSH(l->arena, &style->fonts) = style->font;
    rest = copied(l, node, "others");
    while (hg_str_split(&rest, ' ', &word)) {
        *HG_PUSH(l->arena, &style->fonts) = word;
    }
    status = alignment(l, node, "align", &style->align);
    if (status == HG_OK) {
        status = length(l, node, "size", POINT, &size);
    }
    if (status == HG_OK) {
        status = length(l, node, "indent", CHARACTER, &style->indent);
    }
    if (status == HG_OK) {
        status = length(l, node, "line", POINT, &style->line);
    }
    if (status == HG_OK) {
        status = length(l, node, "before", POINT, &style->before);
    }
    if (status == HG_OK) {
        status = length(l, node, "after", POINT, &style->after);
    }
    style->half_points = (uint16_t)(size / 10);
    return status;
}

static enum hg_status read_footer(struct loader *l, const struct hg_xml_node *node,
                                  struct hg_layout *layout)
{
    int32_t size = 280;
    enum hg_status status = length(l, node, "size", POINT, &size);

    layout->has_footer = true;
    layout->footer.font = copied(l, node, "font");
    layout->footer.half_points = (uint16_t)(size / 10);
    layout->footer.dash = !hg_str_is(hg_xml_field(node, "dash"), "false");
    if (status == HG_OK) {
        status = alignment(l, node, "odd", &layout->footer.odd);
    }
    return status == HG_OK ? alignment(l, node, "even", &layout->footer.even) : status;
}

enum hg_status hg_layout_read(struct hg_layout **out, struct hg_arena *arena, struct hg_str text,
                              const char *path, struct hg_error *err)
{
    struct loader l = {arena, path, err};
    struct hg_layout *layout = HG_NEW(arena, struct hg_layout);
    struct hg_xml_node *root;
    enum hg_status status = hg_xml_tree(&root, arena, text, path, err);

    *out = NULL;
    if (status == HG_OK) {
        status = hg_grammar_check(root, "layout", path, err);
    }
    for (size_t i = 0; i < HG_LAYOUT_PART_COUNT; i++) {
        layout->styles[i].font = layout->styles[i].latin = HG_STR("");
    }
    if (status == HG_OK) {
        layout->id = copied(&l, root, "id");
        layout->name = copied(&l, root, "name");
    }
    for (const struct hg_xml_node *node = status == HG_OK ? root->first_child : NULL;
         node != NULL && status == HG_OK; node = node->next) {
        if (strcmp(node->name, "page") == 0) {
            status = read_page(&l, node, layout);
        } else if (strcmp(node->name, "style") == 0) {
            status = read_style(&l, node, layout);
        } else {
            status = read_footer(&l, node, layout);
        }
    }
    if (status == HG_OK) {
        *out = layout;
    }
    return status;
}

/* ---- Shipped profiles ---- */

enum { LAYOUTS_MAX = 8 };

static const struct hg_layout *shipped[LAYOUTS_MAX];
/* volatile: read by nothing but a leak checker, and kept for it. */
static struct hg_arena *volatile shipped_arena; /* holds them */
static struct hg_layout nothing; /* demands nothing; stands in where no profile reads */
static pthread_once_t once = PTHREAD_ONCE_INIT;

/* Written once under pthread_once, constant from then on. */
static void read_shipped(void)
{
    size_t count = 0;

    shipped_arena = hg_arena_open();
    for (const struct hg_embedded *file = hg_embedded_layouts;
         file->name != NULL && count < LAYOUTS_MAX; file++) {
        struct hg_str text = {(const char *)file->bytes, file->len};
        struct hg_layout *layout;

        if (hg_layout_read(&layout, shipped_arena, text, file->name, NULL) == HG_OK) {
            shipped[count++] = layout;
        }
    }
}

static const struct hg_layout *find(struct hg_str id)
{
    (void)pthread_once(&once, read_shipped);
    for (size_t i = 0; i < LAYOUTS_MAX && shipped[i] != NULL; i++) {
        if (hg_str_equal(shipped[i]->id, id)) {
            return shipped[i];
        }
    }
    return NULL;
}

bool hg_layout_exists(struct hg_str id)
{
    return find(id) != NULL;
}

const struct hg_layout *hg_layout_find(struct hg_str id)
{
    const struct hg_layout *layout = find(id);

    if (layout == NULL) {
        layout = shipped[0] != NULL ? shipped[0] : &nothing;
    }
    return layout;
}
