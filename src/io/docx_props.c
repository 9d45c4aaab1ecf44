#include "io/docx_props.h"

#include <stddef.h>

/* ---- Values ---- */

bool hg_docx_val(const struct hg_xml_tag *tag, struct hg_str *value)
{
    return hg_xml_attribute(tag, HG_NS_W, HG_X_val, value);
}

static bool is_off(struct hg_str value)
{
    return hg_str_is(value, "0") || hg_str_is(value, "false") || hg_str_is(value, "off");
}

bool hg_docx_on(const struct hg_xml_tag *tag)
{
    struct hg_str value;

    return !hg_docx_val(tag, &value) || !is_off(value);
}

/* A decimal number in thousandths, clamped; *rest is what follows it. False if there is none. */
static bool thousandths(struct hg_str value, int64_t *out, struct hg_str *rest)
{
    bool negative = false, any = false;
    int64_t number = 0, scale = 1000;
    size_t at = 0;

    value = hg_str_trim(value);
    if (at < value.len && (value.data[at] == '-' || value.data[at] == '+')) {
        negative = value.data[at++] == '-';
    }
    while (at < value.len && value.data[at] >= '0' && value.data[at] <= '9') {
        if (number < INT32_MAX) {
            number = number * 10 + (value.data[at] - '0');
        }
        any = true;
        at++;
    }
    number *= 1000;
    if (at < value.len && value.data[at] == '.') {
        at++;
        while (at < value.len && value.data[at] >= '0' && value.data[at] <= '9') {
            scale /= 10;
            number += scale * (value.data[at++] - '0');
            any = true;
        }
    }
    *out = negative ? -number : number;
    *rest = hg_str_sub(value, (struct hg_span){at, value.len});
    return any;
}

static int32_t clamp(int64_t value)
{
    return value > INT32_MAX ? INT32_MAX : value < -INT32_MAX ? -INT32_MAX : (int32_t)value;
}

int32_t hg_docx_int(struct hg_str value, int32_t otherwise)
{
    struct hg_str rest;
    int64_t number;

    return thousandths(value, &number, &rest) ? clamp(number / 1000) : otherwise;
}

int32_t hg_docx_val_int(const struct hg_xml_tag *tag, int32_t otherwise)
{
    struct hg_str value;

    return hg_docx_val(tag, &value) ? hg_docx_int(value, otherwise) : otherwise;
}

/* A length in thousandths of `per_point` to the point. */
static int32_t length(struct hg_str value, int32_t otherwise, int64_t per_point)
{
    static const struct {
        const char *unit;
        int64_t points_thousandths;
    } units[] = {{"pt", 1000}, {"in", 72000}, {"cm", 28346}, {"mm", 2835}, {"pc", 12000},
                 {"pi", 12000}};
    struct hg_str rest;
    int64_t number;

    if (!thousandths(value, &number, &rest)) {
        return otherwise;
    }
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (hg_str_is(rest, units[i].unit)) {
            int64_t points = number / 1000 > 100000 ? 100000000 : number;

            points = points < -100000000 ? -100000000 : points;
            return clamp((points * units[i].points_thousandths * per_point + 500000) / 1000000);
        }
    }
    return clamp(number / 1000);
}

int32_t hg_docx_twips(struct hg_str value, int32_t otherwise)
{
    return length(value, otherwise, 20);
}

int32_t hg_docx_attribute_twips(const struct hg_xml_tag *tag, uint16_t name, int32_t otherwise)
{
    struct hg_str value;

    return hg_xml_attribute(tag, HG_NS_W, name, &value) ? hg_docx_twips(value, otherwise)
                                                         : otherwise;
}

enum hg_align hg_docx_align(struct hg_str value)
{
    if (hg_str_is(value, "center")) {
        return HG_ALIGN_CENTER;
    }
    if (hg_str_is(value, "right") || hg_str_is(value, "end")) {
        return HG_ALIGN_RIGHT;
    }
    if (hg_str_is(value, "distribute") || hg_str_is(value, "thaiDistribute")) {
        return HG_ALIGN_DISTRIBUTE;
    }
    if (hg_str_is(value, "both") || hg_str_ends(value, HG_STR("Kashida"))) {
        return HG_ALIGN_JUSTIFY;
    }
    return HG_ALIGN_LEFT;
}

/* ---- Runs ---- */

static void set_bit(uint32_t *set, uint32_t *on, uint32_t bit, bool value)
{
    *set |= bit;
    *on = value ? *on | bit : *on & ~bit;
}

static void run_toggle(struct hg_run_props *props, uint32_t bit, const struct hg_xml_tag *tag)
{
    set_bit(&props->set, &props->on, bit, hg_docx_on(tag));
}

static void take_fonts(struct hg_run_props *props, const struct hg_xml_tag *tag,
                       struct hg_docx_fonts *fonts)
{
    struct hg_str ascii = {0}, east_asia = {0}, ascii_theme = {0}, east_asia_theme = {0};

    for (size_t i = 0; i < tag->attribute_count; i++) {
        struct hg_str value = hg_xml_attribute_value(tag, i);

        switch (hg_xml_attribute_name(tag, i)) {
        case HG_X_ascii:
            ascii = value;
            break;
        case HG_X_eastAsia:
            east_asia = value;
            break;
        case HG_X_asciiTheme:
            ascii_theme = value;
            break;
        case HG_X_eastAsiaTheme:
            east_asia_theme = value;
            break;
        default:
            break;
        }
    }
    if (ascii_theme.len > 0 || ascii.len > 0) {
        props->ascii = ascii_theme.len > 0 ? hg_docx_theme_font(fonts, ascii_theme)
                                           : hg_docx_font(fonts, ascii);
        set_bit(&props->set, &props->on, HG_RP_ASCII, true);
    }
    if (east_asia_theme.len > 0 || east_asia.len > 0) {
        props->east_asia = east_asia_theme.len > 0 ? hg_docx_theme_font(fonts, east_asia_theme)
                                                   : hg_docx_font(fonts, east_asia);
        set_bit(&props->set, &props->on, HG_RP_EAST_ASIA, true);
    }
}

static void take_colour(struct hg_run_props *props, struct hg_str value)
{
    uint32_t colour = 0;
    bool fine = value.len == 6;

    for (size_t i = 0; fine && i < 6; i++) {
        char byte = value.data[i];
        bool digit = byte >= '0' && byte <= '9';

        byte = digit ? byte : (char)(byte | 0x20);
        fine = digit || (byte >= 'a' && byte <= 'f');
        colour = colour * 16 + (uint32_t)(digit ? byte - '0' : byte - 'a' + 10);
    }
    set_bit(&props->set, &props->on, HG_RP_COLOUR, fine);
    props->colour = fine ? colour : 0;
}

static void take_value(struct hg_run_props *props, const struct hg_xml_tag *tag)
{
    struct hg_str value = HG_STR("");

    (void)hg_docx_val(tag, &value);
    switch (tag->name) {
    case HG_X_color:
        take_colour(props, value);
        break;
    case HG_X_u:
        set_bit(&props->set, &props->on, HG_RP_UNDERLINE,
                value.len > 0 && !hg_str_is(value, "none"));
        break;
    case HG_X_highlight:
        set_bit(&props->set, &props->on, HG_RP_HIGHLIGHT, !hg_str_is(value, "none"));
        break;
    case HG_X_shd: {
        struct hg_str fill = HG_STR("auto");

        (void)hg_xml_attribute(tag, HG_NS_W, HG_X_fill, &fill);
        /* White behind black text is what pasted web text carries: it is no highlight. */
        set_bit(&props->set, &props->on, HG_RP_SHADE,
                (!hg_str_is(fill, "auto") && !hg_str_is(fill, "FFFFFF") &&
                 !hg_str_is(fill, "ffffff")) ||
                    (value.len > 0 && !hg_str_is(value, "clear") && !hg_str_is(value, "nil")));
        break;
    }
    default: {
        int32_t size = length(value, 0, 2);

        if (size > 0) {
            set_bit(&props->set, &props->on, HG_RP_SIZE, true);
            props->half_points = size > 3276 ? 3276 : (uint32_t)size;
        }
    }
    }
}

void hg_run_props_take(struct hg_run_props *props, const struct hg_xml_tag *tag,
                       struct hg_docx_fonts *fonts)
{
    if (tag->ns != HG_NS_W) {
        return;
    }
    switch (tag->name) {
    case HG_X_rFonts:
        take_fonts(props, tag, fonts);
        break;
    case HG_X_b:
        run_toggle(props, HG_RP_BOLD, tag);
        break;
    case HG_X_i:
        run_toggle(props, HG_RP_ITALIC, tag);
        break;
    case HG_X_strike:
        run_toggle(props, HG_RP_STRIKE, tag);
        break;
    case HG_X_dstrike:
        run_toggle(props, HG_RP_DOUBLE_STRIKE, tag);
        break;
    case HG_X_vanish:
        run_toggle(props, HG_RP_VANISH, tag);
        break;
    case HG_X_specVanish:
        run_toggle(props, HG_RP_SPEC_VANISH, tag);
        break;
    case HG_X_u:
    case HG_X_color:
    case HG_X_highlight:
    case HG_X_shd:
    case HG_X_sz:
        take_value(props, tag);
        break;
    default:
        break;
    }
}

void hg_run_props_merge(struct hg_run_props *base, const struct hg_run_props *over)
{
    if ((over->set & HG_RP_ASCII) != 0) {
        base->ascii = over->ascii;
    }
    if ((over->set & HG_RP_EAST_ASIA) != 0) {
        base->east_asia = over->east_asia;
    }
    if ((over->set & HG_RP_COLOUR) != 0) {
        base->colour = over->colour;
    }
    if ((over->set & HG_RP_SIZE) != 0) {
        base->half_points = over->half_points;
    }
    base->on = (base->on & ~over->set) | (over->on & over->set);
    base->set |= over->set;
}

/* ---- Paragraphs ---- */

static void set_number(struct hg_para_props *props, uint32_t bit, int32_t *member, int32_t value)
{
    props->set |= bit;
    *member = value;
}

static void take_indent(struct hg_para_props *props, const struct hg_xml_tag *tag)
{
    for (size_t i = 0; i < tag->attribute_count; i++) {
        struct hg_str value = hg_xml_attribute_value(tag, i);

        switch (hg_xml_attribute_name(tag, i)) {
        case HG_X_left:
        case HG_X_start:
            set_number(props, HG_PP_LEFT, &props->left, hg_docx_twips(value, 0));
            break;
        case HG_X_right:
        case HG_X_end:
            set_number(props, HG_PP_RIGHT, &props->right, hg_docx_twips(value, 0));
            break;
        case HG_X_firstLine:
            set_number(props, HG_PP_FIRST, &props->first, hg_docx_twips(value, 0));
            break;
        case HG_X_hanging:
            set_number(props, HG_PP_FIRST, &props->first, -hg_docx_twips(value, 0));
            break;
        case HG_X_firstLineChars:
            set_number(props, HG_PP_FIRST_CHARS, &props->first_chars, hg_docx_int(value, 0));
            break;
        case HG_X_hangingChars:
            set_number(props, HG_PP_FIRST_CHARS, &props->first_chars, -hg_docx_int(value, 0));
            break;
        case HG_X_leftChars:
        case HG_X_startChars:
            set_number(props, HG_PP_LEFT_CHARS, &props->left_chars, hg_docx_int(value, 0));
            break;
        default:
            break;
        }
    }
}

static void take_spacing(struct hg_para_props *props, const struct hg_xml_tag *tag)
{
    for (size_t i = 0; i < tag->attribute_count; i++) {
        struct hg_str value = hg_xml_attribute_value(tag, i);

        switch (hg_xml_attribute_name(tag, i)) {
        case HG_X_before:
            set_number(props, HG_PP_BEFORE, &props->before, hg_docx_twips(value, 0));
            break;
        case HG_X_after:
            set_number(props, HG_PP_AFTER, &props->after, hg_docx_twips(value, 0));
            break;
        case HG_X_line:
            set_number(props, HG_PP_LINE, &props->line, hg_docx_twips(value, 240));
            break;
        case HG_X_lineRule:
            set_number(props, HG_PP_LINE_RULE, &props->line_rule,
                       hg_str_is(value, "exact")     ? HG_LINE_EXACT
                       : hg_str_is(value, "atLeast") ? HG_LINE_AT_LEAST
                                                     : HG_LINE_AUTO);
            break;
        default:
            break;
        }
    }
}

void hg_para_props_take(struct hg_para_props *props, const struct hg_xml_tag *tag)
{
    struct hg_str value = HG_STR("");

    if (tag->ns != HG_NS_W) {
        return;
    }
    switch (tag->name) {
    case HG_X_jc:
        (void)hg_docx_val(tag, &value);
        set_number(props, HG_PP_ALIGN, &props->align, (int32_t)hg_docx_align(value));
        break;
    case HG_X_ind:
        take_indent(props, tag);
        break;
    case HG_X_spacing:
        take_spacing(props, tag);
        break;
    case HG_X_keepNext:
        set_bit(&props->set, &props->on, HG_PP_KEEP_NEXT, hg_docx_on(tag));
        break;
    case HG_X_pageBreakBefore:
        set_bit(&props->set, &props->on, HG_PP_PAGE_BREAK, hg_docx_on(tag));
        break;
    case HG_X_snapToGrid:
        set_bit(&props->set, &props->on, HG_PP_SNAP, hg_docx_on(tag));
        break;
    case HG_X_framePr:
        set_bit(&props->set, &props->on, HG_PP_FRAME, true);
        break;
    case HG_X_outlineLvl:
        set_number(props, HG_PP_OUTLINE, &props->outline, hg_docx_val_int(tag, 9));
        break;
    case HG_X_numId:
        set_number(props, HG_PP_NUM_ID, &props->num_id, hg_docx_val_int(tag, 0));
        break;
    case HG_X_ilvl:
        set_number(props, HG_PP_ILVL, &props->ilvl, hg_docx_val_int(tag, 0));
        break;
    default:
        break;
    }
}

void hg_para_props_merge(struct hg_para_props *base, const struct hg_para_props *over)
{
    static const struct {
        uint32_t bit;
        size_t offset;
    } members[] = {
        {HG_PP_ALIGN, offsetof(struct hg_para_props, align)},
        {HG_PP_LEFT, offsetof(struct hg_para_props, left)},
        {HG_PP_RIGHT, offsetof(struct hg_para_props, right)},
        {HG_PP_FIRST, offsetof(struct hg_para_props, first)},
        {HG_PP_FIRST_CHARS, offsetof(struct hg_para_props, first_chars)},
        {HG_PP_LEFT_CHARS, offsetof(struct hg_para_props, left_chars)},
        {HG_PP_BEFORE, offsetof(struct hg_para_props, before)},
        {HG_PP_AFTER, offsetof(struct hg_para_props, after)},
        {HG_PP_LINE, offsetof(struct hg_para_props, line)},
        {HG_PP_LINE_RULE, offsetof(struct hg_para_props, line_rule)},
        {HG_PP_OUTLINE, offsetof(struct hg_para_props, outline)},
        {HG_PP_NUM_ID, offsetof(struct hg_para_props, num_id)},
        {HG_PP_ILVL, offsetof(struct hg_para_props, ilvl)},
    };

    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        if ((over->set & members[i].bit) != 0) {
            *(int32_t *)(void *)((char *)base + members[i].offset) =
                *(const int32_t *)(const void *)((const char *)over + members[i].offset);
        }
    }
    base->on = (base->on & ~over->set) | (over->on & over->set);
    base->set |= over->set;
}
