/* Arenas: memory freed together. One arena per document, one per report, one scratch arena per
 * pass. Under sanitizers each piece comes from malloc, so that an overrun is seen. */
#ifndef HG_BASE_ARENA_H
#define HG_BASE_ARENA_H

#include <stddef.h>

#include "base/error.h"

struct hg_arena;

/* Owned by the caller; hg_arena_free(NULL) is allowed. */
struct hg_arena *hg_arena_open(void);
void hg_arena_free(struct hg_arena *arena);

/* Frees what was allocated, keeps the arena. */
void hg_arena_clear(struct hg_arena *arena);

/* Zeroed, aligned for any type, never null: out of memory calls the handler. */
void *hg_arena_alloc(struct hg_arena *arena, size_t size);
void *hg_arena_calloc(struct hg_arena *arena, size_t count, size_t size);

/* Grows the piece `old` of old_size bytes; the old piece stays until the arena goes. */
void *hg_arena_grow(struct hg_arena *arena, const void *old, size_t old_size, size_t new_size);

/* A zero-terminated copy of `len` bytes. */
char *hg_arena_strndup(struct hg_arena *arena, const char *text, size_t len);
char *hg_arena_printf(struct hg_arena *arena, const char *format, ...) HG_PRINTF(2, 3);

/* Bytes handed out, for the limit of io/limits.h. */
size_t hg_arena_used(const struct hg_arena *arena);

#define HG_NEW(arena, type) ((type *)hg_arena_alloc((arena), sizeof(type)))
#define HG_NEW_ARRAY(arena, type, count) ((type *)hg_arena_calloc((arena), (count), sizeof(type)))

/* Heap memory for what outlives no arena. Never null; freed with hg_heap_free. */
void *hg_heap_alloc(size_t size);
void *hg_heap_realloc(void *old, size_t size);
void hg_heap_free(void *piece);

/* What to do when memory is out: set once by cli before any thread; must not return.
 * The default aborts. */
typedef void (*hg_oom_handler)(void);
void hg_oom_set_handler(hg_oom_handler handler);
_Noreturn void hg_oom(void);

#endif
