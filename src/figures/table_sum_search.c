/* Totals without a name: a line that the lines after it add up to, slot by slot, is their total.
 * Figures alone decide, so that many digits must agree; the work is bounded for the whole table. */
#include "figures/table_sum.h"

enum {
    PARTS_MAX = 64,
    DIGITS_MIN = 6,      /* of agreeing totals: one chance in a million */
    DIGITS_SURE = 8,     /* … before a slot that disagrees is called wrong */
    WORK_PER_LINE = 64,
    SLOTS_MAX = 64
};

struct sums {
    struct hg_ratio so_far[SLOTS_MAX];
    uint32_t slots;
};

static bool hinted(const struct hg_table_view *view, uint32_t total, uint32_t part)
{
    return (view->lines[total].traits & HG_LINE_WHOLE) != 0 ||
           view->lines[part].indent > view->lines[total].indent;
}

/* Adds the part to the sums; counts the slots where they now reach and pass the total. */
static void add_part(const struct hg_table_view *view, struct sums *sums, uint32_t total,
                     uint32_t part, uint32_t *equal, uint32_t *above, uint32_t *compared)
{
    *equal = *above = *compared = 0;
    for (uint32_t slot = 0; slot < sums->slots; slot++) {
        const struct hg_quantity *whole = hg_table_number(view, total, slot);
        const struct hg_quantity *quantity = hg_table_number(view, part, slot);
        int order;

        if (quantity != NULL && !hg_ratio_add(&sums->so_far[slot], sums->so_far[slot],
                                              quantity->shown)) {
            return;
        }
        if (whole == NULL || hg_ratio_sign(whole->shown) <= 0 ||
            !hg_sum_may_add(view, total, slot, whole)) {
            continue;
        }
        (*compared)++;
        order = hg_ratio_compare(sums->so_far[slot], whole->shown);
        if (order != 0 && whole->step.num != 0) {
            struct hg_ratio room;

            if (hg_ratio_mul(&room, whole->step, hg_ratio_of(2)) &&
                hg_ratio_add(&room, room, whole->shown) &&
                hg_ratio_compare(sums->so_far[slot], room) <= 0) {
                order = order > 0 ? 0 : order;
            }
        }
        *equal += order == 0;
        *above += order > 0;
    }
}

/* Enough agrees to take the lines for the total's parts; *sure: and to blame one that does not. */
static bool convinces(const struct hg_sum_search *search, const struct hg_sum_tree *tree,
                      bool *sure)
{
    const struct hg_table_view *view = search->view;
    uint32_t slots = tree->balanced + tree->failing;
    bool hint = hinted(view, tree->total, tree->parts.items[0]);

    *sure = tree->failing > 0 && slots >= 3 && !view->grid->excerpt && !view->grid->two_panels &&
            tree->digits >= (hint ? DIGITS_MIN : DIGITS_SURE);
    if (tree->failing > 1 || tree->missing > 0 || tree->digits < DIGITS_MIN) {
        return false;
    }
    return tree->balanced >= 2 ? tree->failing == 0 || *sure : tree->failing == 0 && hint;
}

static bool try_from(struct hg_sum_search *search, uint32_t total, const uint32_t *links,
                     size_t *work)
{
    const struct hg_table_view *view = search->view;
    struct hg_sum_tree tree = {.total = total};
    struct sums sums = {.slots = view->slot_count < SLOTS_MAX ? view->slot_count : SLOTS_MAX};
    uint32_t at = links[total + 1];

    for (uint32_t slot = 0; slot < sums.slots; slot++) {
        sums.so_far[slot] = hg_ratio_of(0);
    }
    for (uint32_t count = 0; at != 0 && count < PARTS_MAX && *work >= sums.slots; count++) {
        uint32_t equal, above, compared;
        bool sure;

        *work -= sums.slots;
        *HG_PUSH(view->arena, &tree.parts) = at - 1;
        add_part(view, &sums, total, at - 1, &equal, &above, &compared);
        if (compared == 0 || above > 1) {
            return false;
        }
        if (count >= 1 && equal + 1 >= compared) {
            size_t cost = (size_t)(count + 2) * sums.slots;

            *work = *work > cost ? *work - cost : 0;
            hg_sum_weigh(search, &tree);
            if (convinces(search, &tree, &sure)) {
                hg_sum_enter(search, &tree, sure);
                hg_sum_take(search, &tree);
                return true;
            }
        }
        at = links[at];
    }
    return false;
}

void hg_sum_search_unnamed(struct hg_sum_search *search)
{
    const struct hg_table_view *view = search->view;
    size_t work = (size_t)WORK_PER_LINE * view->line_count *
                  (view->slot_count < SLOTS_MAX ? view->slot_count : SLOTS_MAX);

    for (uint32_t at = search->prev[0]; at != 0; at = search->prev[at]) {
        if ((view->lines[at - 1].traits & HG_LINE_TOTAL) == 0) {
            (void)try_from(search, at - 1, search->next, &work);
        }
    }
    for (uint32_t at = search->next[0]; at != 0; at = search->next[at]) {
        if ((view->lines[at - 1].traits & HG_LINE_WHOLE) != 0) {
            (void)try_from(search, at - 1, search->prev, &work);
        }
    }
}
