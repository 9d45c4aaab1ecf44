/* Growable arrays, typed by macro. Two owners: an arena (HG_PUSH) or the heap (HG_HEAP_PUSH). */
#ifndef HG_BASE_VEC_H
#define HG_BASE_VEC_H

#include <stddef.h>

#include "base/arena.h"

/* struct hg_words { HG_VEC(struct word) words; }  ->  words.items, words.len, words.cap */
#define HG_VEC(type)                                                                               \
    struct {                                                                                       \
        type *items;                                                                               \
        size_t len, cap;                                                                           \
    }

/* Appends room for one item, zeroed, and gives its address. The address holds until the next push. */
#define HG_PUSH(arena, vec)                                                                        \
    ((vec)->len == (vec)->cap                                                                      \
         ? (void)((vec)->items = hg_vec_more((arena), (vec)->items, &(vec)->cap,                   \
                                             sizeof *(vec)->items))                                \
         : (void)0,                                                                                \
     &(vec)->items[(vec)->len++])

#define HG_HEAP_PUSH(vec)                                                                          \
    ((vec)->len == (vec)->cap                                                                      \
         ? (void)((vec)->items = hg_vec_more(NULL, (vec)->items, &(vec)->cap,                      \
                                             sizeof *(vec)->items))                                \
         : (void)0,                                                                                \
     &(vec)->items[(vec)->len++])

#define HG_HEAP_VEC_FREE(vec)                                                                      \
    (hg_heap_free((vec)->items), (vec)->items = NULL, (vec)->len = (vec)->cap = 0)

/* For the macros: doubles *cap; a null arena means the heap. New items are zeroed. */
void *hg_vec_more(struct hg_arena *arena, void *items, size_t *cap, size_t item_size);

#endif
