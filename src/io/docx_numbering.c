#include "io/docx_numbering.h"

#include <stdio.h>

#include "base/utf8.h"
#include "io/docx_symbols.h"

/* The level in force: the num's own where it overrides. */
static const struct hg_docx_level *level_of(const struct hg_docx_num *num, size_t index)
{
    const struct hg_docx_level *own = num->overrides[index].level;

    return own != NULL ? own : &num->list->levels[index];
}

static struct hg_docx_num *num_of_id(const struct hg_docx_numbering *numbering, int32_t id)
{
    char key[16];
    int len = snprintf(key, sizeof key, "%d", id);

    return hg_map_get(&numbering->nums_by_id, (struct hg_str){key, (size_t)len});
}

/* The level that a style is tied to by w:pStyle; the nearest style of the chain that is tied. */
static int tied_level(const struct hg_docx_num *num, const struct hg_docx_style *style)
{
    for (size_t steps = 0; style != NULL && steps < 64; style = style->base, steps++) {
        for (size_t i = 0; i < HG_DOCX_LEVELS; i++) {
            if (hg_str_is(level_of(num, i)->style, style->id)) {
                return (int)i;
            }
        }
    }
    return -1;
}

struct hg_docx_numbered hg_docx_numbering_of(const struct hg_docx_numbering *numbering,
                                             const struct hg_docx_style *style,
                                             const struct hg_para_props *direct)
{
    struct hg_docx_numbered numbered = {0};
    bool by_style = (direct->set & HG_PP_NUM_ID) == 0;
    const struct hg_para_props *props =
        !by_style ? direct : style != NULL ? &style->paragraph : NULL;
    int32_t index = -1;

    if (props == NULL || (props->set & HG_PP_NUM_ID) == 0 || props->num_id <= 0) {
        return numbered;
    }
    numbered.num = num_of_id(numbering, props->num_id);
    if (numbered.num == NULL || numbered.num->list == NULL) {
        numbered.num = NULL;
        return numbered;
    }
    if ((direct->set & HG_PP_ILVL) != 0) {
        index = direct->ilvl;
    } else if (by_style) {
        index = tied_level(numbered.num, style);
        if (index < 0 && (props->set & HG_PP_ILVL) != 0) {
            index = props->ilvl;
        }
    }
    numbered.index = (uint8_t)(index < 0 ? 0 : index >= HG_DOCX_LEVELS ? HG_DOCX_LEVELS - 1 : index);
    numbered.level = level_of(numbered.num, numbered.index);
    numbered.by_style = by_style;
    return numbered;
}

/* ---- Counting ---- */

static uint32_t start_of(const struct hg_docx_num *num, size_t index)
{
    int32_t start = num->overrides[index].has_start ? num->overrides[index].start
                                                    : level_of(num, index)->start;

    return start > 0 ? (uint32_t)start : 0;
}

/* Deeper levels begin anew, unless their w:lvlRestart says after which level only (1 = after the
 * first; 0 = never). */
static void restart_deeper(const struct hg_docx_num *num, size_t index)
{
    for (size_t deeper = index + 1; deeper < HG_DOCX_LEVELS; deeper++) {
        int restart = level_of(num, deeper)->restart;

        if (restart < 0 || (restart > 0 && (int)index < restart)) {
            num->list->counting[deeper] = false;
        }
    }
}

static void advance(struct hg_docx_num *num, size_t index)
{
    struct hg_docx_list *list = num->list;
    bool fresh = num->overrides[index].has_start && !num->overrides[index].start_used;

    /* Levels above that were skipped count as their start. */
    for (size_t above = 0; above < index; above++) {
        if (num->overrides[above].has_start && !num->overrides[above].start_used) {
            num->overrides[above].start_used = true;
            list->counters[above] = start_of(num, above);
            list->counting[above] = true;
        } else if (!list->counting[above]) {
            list->counters[above] = start_of(num, above);
            list->counting[above] = true;
        }
    }
    if (fresh || !list->counting[index]) {
        list->counters[index] = start_of(num, index);
        num->overrides[index].start_used = true;
    } else if (list->counters[index] < INT32_MAX) {
        list->counters[index]++;
    }
    list->counting[index] = true;
    restart_deeper(num, index);
}

/* The bullet of a symbol font as the character it shows. */
static void put_bullet(struct hg_buf *out, const struct hg_docx_level *level)
{
    struct hg_str font = hg_str_of(level->run.ascii != NULL ? level->run.ascii : "");

    for (size_t at = 0; at < level->text.len;) {
        hg_buf_code_point(out, hg_docx_symbol(font, hg_utf8_next(level->text, &at)));
    }
}

static void put_label(struct hg_buf *out, const struct hg_docx_num *num,
                      const struct hg_docx_level *level)
{
    for (size_t at = 0; at < level->text.len; at++) {
        char byte = level->text.data[at];
        char digit = at + 1 < level->text.len ? level->text.data[at + 1] : '\0';

        if (byte == '%' && digit >= '1' && digit <= '9') {
            size_t index = (size_t)(digit - '1');
            enum hg_number_format format = level_of(num, index)->format;

            /* 01 stays 01 there, as Word prints it. */
            if (level->is_legal && format != HG_NUMBER_NONE && format != HG_NUMBER_DECIMAL_ZERO) {
                format = HG_NUMBER_DECIMAL;
            }
            hg_number_format_put(out, format, num->list->counters[index]);
            at++;
        } else {
            hg_buf_putc(out, byte);
        }
    }
}

void hg_docx_numbering_count(struct hg_docx_numbering *numbering,
                             const struct hg_docx_numbered *numbered, struct hg_doc *doc,
                             struct hg_label *label)
{
    struct hg_docx_num *num = numbered->num;
    const struct hg_docx_level *level = numbered->level;

    advance(num, numbered->index);
    label->level = numbered->index;
    label->value = num->list->counters[numbered->index];
    label->suffix = level->suffix;
    hg_buf_clear(&numbering->label);
    if (!level->hidden) {
        label->bullet = level->format == HG_NUMBER_BULLET;
        if (label->bullet) {
            put_bullet(&numbering->label, level);
        } else {
            put_label(&numbering->label, num, level);
        }
    }
    label->list = num->list->number;
    label->text = hg_str_copy(doc->arena, hg_buf_view(&numbering->label));
}
