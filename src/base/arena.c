#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_BY_MALLOC 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define ARENA_BY_MALLOC 1
#endif
#endif
#ifndef ARENA_BY_MALLOC
#define ARENA_BY_MALLOC 0
#endif

enum { BLOCK_FIRST = 16 * 1024, BLOCK_MOST = 1024 * 1024 };

struct block {
    struct block *next;
    size_t size, used;
    alignas(max_align_t) unsigned char bytes[];
};

struct hg_arena {
    struct block *blocks; /* newest first */
    size_t used;
    size_t next_size;
};

/* The one process-wide setting of this file: written by cli before any thread starts. */
static hg_oom_handler oom_handler;

void hg_oom_set_handler(hg_oom_handler handler)
{
    oom_handler = handler;
}

_Noreturn void hg_oom(void)
{
    if (oom_handler != NULL) {
        oom_handler();
    }
    abort();
}

void *hg_heap_alloc(size_t size)
{
    void *piece = calloc(1, size > 0 ? size : 1);

    if (piece == NULL) {
        hg_oom();
    }
    return piece;
}

void *hg_heap_realloc(void *old, size_t size)
{
    void *piece = realloc(old, size > 0 ? size : 1);

    if (piece == NULL) {
        hg_oom();
    }
    return piece;
}

void hg_heap_free(void *piece)
{
    free(piece);
}

struct hg_arena *hg_arena_open(void)
{
    struct hg_arena *arena = hg_heap_alloc(sizeof *arena);

    arena->next_size = BLOCK_FIRST;
    return arena;
}

void hg_arena_clear(struct hg_arena *arena)
{
    while (arena->blocks != NULL) {
        struct block *block = arena->blocks;

        arena->blocks = block->next;
        hg_heap_free(block);
    }
    arena->used = 0;
    arena->next_size = BLOCK_FIRST;
}

void hg_arena_free(struct hg_arena *arena)
{
    if (arena != NULL) {
        hg_arena_clear(arena);
        hg_heap_free(arena);
    }
}

static struct block *block_add(struct hg_arena *arena, size_t size)
{
    struct block *block = hg_heap_alloc(sizeof *block + size);

    block->size = size;
    block->next = arena->blocks;
    arena->blocks = block;
    return block;
}

void *hg_arena_alloc(struct hg_arena *arena, size_t size)
{
    size_t step = alignof(max_align_t);
    struct block *block = arena->blocks;
    void *piece;

    if (size > SIZE_MAX / 2) {
        hg_oom();
    }
    size = size == 0 ? step : (size + step - 1) / step * step;
    arena->used += size;
    if (ARENA_BY_MALLOC) {
        block = block_add(arena, size);
    } else if (block == NULL || block->size - block->used < size) {
        /* A large piece gets a block of its own size, so that little is left unused. */
        block = block_add(arena, size > arena->next_size / 2 ? size : arena->next_size);
        if (arena->next_size < BLOCK_MOST) {
            arena->next_size *= 2;
        }
    }
    piece = block->bytes + block->used;
    block->used += size;
    return piece;
}

void *hg_arena_calloc(struct hg_arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / 2 / size) {
        hg_oom();
    }
    return hg_arena_alloc(arena, count * size);
}

void *hg_arena_grow(struct hg_arena *arena, const void *old, size_t old_size, size_t new_size)
{
    void *piece = hg_arena_alloc(arena, new_size);

    if (old_size > 0) {
        memcpy(piece, old, old_size < new_size ? old_size : new_size);
    }
    return piece;
}

char *hg_arena_strndup(struct hg_arena *arena, const char *text, size_t len)
{
    char *copy = hg_arena_alloc(arena, len + 1);

    if (len > 0) {
        memcpy(copy, text, len);
    }
    return copy;
}

char *hg_arena_printf(struct hg_arena *arena, const char *format, ...)
{
    va_list args;
    int len;
    char *text;

    va_start(args, format);
    len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0) {
        return hg_arena_strndup(arena, "", 0);
    }
    text = hg_arena_alloc(arena, (size_t)len + 1);
    va_start(args, format);
    (void)vsnprintf(text, (size_t)len + 1, format, args);
    va_end(args);
    return text;
}

size_t hg_arena_used(const struct hg_arena *arena)
{
    return arena->used;
}
