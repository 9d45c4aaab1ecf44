#include "lang/double_array.h"

/* A state still to be given its children: the words [first, end) share its `depth` symbols. */
struct state {
    uint32_t unit;
    uint32_t first, end;
    uint32_t depth;
};

struct children {
    HG_VEC(uint16_t) symbols; /* 0 first where a word ends here */
    HG_VEC(uint32_t) starts;  /* first word of each, and the end */
};

static size_t word_len(const struct hg_double_array *array, size_t word)
{
    return array->spellings[word + 1] - array->spellings[word];
}

static uint16_t symbol_at(const struct hg_double_array *array, size_t word, size_t depth)
{
    return depth < word_len(array, word) ? array->spelling[array->spellings[word] + depth] : 0;
}

static void find_children(struct hg_double_array *array, struct state state,
                          struct children *children)
{
    children->symbols.len = children->starts.len = 0;
    for (uint32_t word = state.first; word < state.end; word++) {
        uint16_t symbol = symbol_at(array, word, state.depth);

        if (children->symbols.len == 0 ||
            children->symbols.items[children->symbols.len - 1] != symbol) {
            *HG_PUSH(array->arena, &children->symbols) = symbol;
            *HG_PUSH(array->arena, &children->starts) = word;
        }
    }
    *HG_PUSH(array->arena, &children->starts) = state.end;
}

static bool is_free(const struct hg_double_array *array, size_t unit)
{
    return unit >= array->units.len || array->units.items[unit].check == 0;
}

/* The least base at which all children find a free unit. */
static size_t find_base(struct hg_double_array *array, const struct children *children)
{
    size_t first = children->symbols.items[0];
    size_t unit = array->free_hint > first + 1 ? array->free_hint : first + 1;

    for (;; unit++) {
        size_t i;

        if (!is_free(array, unit)) {
            continue;
        }
        for (i = 1; i < children->symbols.len; i++) {
            if (!is_free(array, unit - first + children->symbols.items[i])) {
                break;
            }
        }
        if (i == children->symbols.len) {
            return unit - first;
        }
    }
}

static void take(struct hg_double_array *array, size_t unit, uint32_t parent)
{
    while (array->units.len <= unit) {
        (void)HG_PUSH(array->arena, &array->units);
    }
    array->units.items[unit].check = parent + 1;
    while (!is_free(array, array->free_hint)) {
        array->free_hint++;
    }
}

void hg_double_array_build(struct hg_double_array *array)
{
    HG_VEC(struct state) states = {NULL, 0, 0};
    struct children children = {{NULL, 0, 0}, {NULL, 0, 0}};

    array->free_hint = 1;
    HG_PUSH(array->arena, &array->units)->check = UINT32_MAX; /* the root is nobody's child */
    *HG_PUSH(array->arena, &states) = (struct state){0, 0, (uint32_t)array->word_count, 0};
    for (size_t next = 0; next < states.len && array->word_count > 0; next++) {
        struct state state = states.items[next];
        size_t base;

        find_children(array, state, &children);
        base = find_base(array, &children);
        array->units.items[state.unit].base =
            (uint32_t)(base << 1 | (children.symbols.items[0] == 0));
        for (size_t i = 0; i < children.symbols.len; i++) {
            uint32_t unit = (uint32_t)(base + children.symbols.items[i]);

            take(array, unit, state.unit);
            if (children.symbols.items[i] == 0) {
                array->units.items[unit].base = children.starts.items[i];
            } else {
                *HG_PUSH(array->arena, &states) =
                    (struct state){unit, children.starts.items[i], children.starts.items[i + 1],
                                   state.depth + 1};
            }
        }
    }
}
