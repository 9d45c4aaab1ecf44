/* Bare numbers of a list take the unit of the list: 国税22891、地税28659、财政4483万元. */
#include "figures/number_kind.h"

static bool has_mark(struct hg_str text, size_t start, size_t end, const char *mark)
{
    size_t at = hg_str_find((struct hg_str){text.data, end}, hg_str_of(mark), start);

    return at != SIZE_MAX && at < end;
}

static bool is_bare(const struct hg_quantity *q)
{
    return q->unit == NULL && (q->flags & HG_QUANTITY_RANGE) == 0;
}

static bool may_lend(const struct hg_quantity *q)
{
    return q->unit != NULL && q->unit->dimension >= HG_DIMENSION_COUNT &&
           q->unit->dimension != HG_DIMENSION_SHARE && q->unit->dimension != HG_DIMENSION_SCORE &&
           q->unit->dimension != HG_DIMENSION_TIME;
}

/* 国税22891、地税28659 after 56033万元: a list, so the unit goes on. */
static bool in_list(struct hg_str text, const struct hg_quantity *before,
                    const struct hg_quantity *first, const struct hg_quantity *last)
{
    size_t start = before->span.end;
    size_t end = first->span.start;

    return has_mark(text, start, end, "、") || has_mark(text, start, end, "其中") ||
           has_mark(text, start, end, "：") || has_mark(text, start, end, ":") ||
           has_mark(text, start, end, "（") || has_mark(text, start, end, "(") ||
           (last != first && has_mark(text, first->span.end, last->span.start, "、"));
}

static void inherit(struct hg_quantity *q, const struct hg_quantity *from)
{
    hg_quantity_set_unit(q, from->unit, q->numeral.power == 0 ? from->numeral.power : 0);
    q->flags |= HG_QUANTITY_INHERITED;
}

/* 3.9个和2.2个百分点: the first is in points, too. */
static void lend_points(struct hg_str text, struct hg_quantity *items, size_t first, size_t last)
{
    for (size_t i = last; i > first + 1; i--) {
        struct hg_quantity *one = &items[i - 2];
        const struct hg_quantity *next = &items[i - 1];
        size_t end = next->span.start > one->span.end ? next->span.start : one->span.end;
        struct hg_str between = hg_str_sub(text, (struct hg_span){one->span.end, end});

        if (next->unit != NULL && next->unit->dimension == HG_DIMENSION_POINT &&
            one->unit != NULL && hg_str_is(hg_str_of(one->unit->name), "个") &&
            (hg_str_is(between, "、") || hg_str_is(between, "和") || hg_str_is(between, "与"))) {
            hg_quantity_set_unit(one, next->unit, 0);
        }
    }
}

/* Gives the bare numbers items[first .. last] of one sentence the unit of their list. */
void hg_units_lend(struct hg_str text, struct hg_quantity *items, size_t first, size_t last)
{
    lend_points(text, items, first, last);
    for (size_t i = first; i < last; i++) {
        size_t end = i;
        const struct hg_quantity *from = NULL;

        if (!is_bare(&items[i])) {
            continue;
        }
        while (end < last && is_bare(&items[end])) {
            end++;
        }
        if (end < last && may_lend(&items[end]) &&
            (has_mark(text, items[end - 1].span.end, items[end].span.start, "、") ||
             has_mark(text, items[end - 1].span.end, items[end].span.start, "和"))) {
            from = &items[end];
        } else {
            size_t back = i;

            while (back > first && hg_quantity_is_share(&items[back - 1])) {
                back--;
            }
            if (back > first && may_lend(&items[back - 1]) &&
                in_list(text, &items[back - 1], &items[i], &items[end - 1])) {
                from = &items[back - 1];
            } else if (back == first && end > i + 1 && end < last && may_lend(&items[end]) &&
                       has_mark(text, items[end - 1].span.end, items[end].span.start, "共")) {
                from = &items[end];
            }
        }
        for (; i < end; i++) {
            if (from != NULL) {
                inherit(&items[i], from);
            }
        }
    }
}
