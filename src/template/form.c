#include "template/form.h"

const struct hg_form *hg_form_find(const struct hg_form_set *set, struct hg_str id)
{
    for (size_t i = 0; i < set->forms.len; i++) {
        if (hg_str_equal(set->forms.items[i]->id, id)) {
            return set->forms.items[i];
        }
    }
    return NULL;
}

uint32_t hg_form_section_find(const struct hg_form *form, struct hg_str id)
{
    for (size_t i = 0; i < form->sections.len; i++) {
        if (hg_str_equal(form->sections.items[i].id, id)) {
            return (uint32_t)i;
        }
    }
    return UINT32_MAX;
}

const struct hg_form_figure *hg_form_figure_find(const struct hg_form *form, struct hg_str id)
{
    for (size_t i = 0; i < form->figures.len; i++) {
        if (hg_str_equal(form->figures.items[i].id, id)) {
            return &form->figures.items[i];
        }
    }
    return NULL;
}

const struct hg_form_field *hg_form_field_find(const struct hg_form *form, struct hg_str id)
{
    for (size_t i = 0; i < form->fields.len; i++) {
        if (hg_str_equal(form->fields.items[i].id, id)) {
            return &form->fields.items[i];
        }
    }
    return NULL;
}

void hg_form_wording(struct hg_buf *out, struct hg_str wording)
{
    size_t at = 0, open;

    while ((open = hg_str_find(wording, HG_STR("{"), at)) != SIZE_MAX) {
        size_t close = hg_str_find(wording, HG_STR("}"), open);

        hg_buf_str(out, hg_str_sub(wording, (struct hg_span){at, open}));
        at = close == SIZE_MAX ? wording.len : close + 1;
        if (hg_str_starts((struct hg_str){wording.data + at, wording.len - at}, HG_STR("年度"))) {
            at += HG_STR("年度").len;
        } else if (hg_str_starts((struct hg_str){wording.data + at, wording.len - at},
                                 HG_STR("年"))) {
            at += HG_STR("年").len;
        }
    }
    hg_buf_str(out, hg_str_sub(wording, (struct hg_span){at, wording.len}));
}
