/* Many documents by several threads, results in input order. Workers run ahead of the output by at
 * most two documents a thread, so memory is bounded by the number of threads, not of documents. */
#ifndef HG_BATCH_POOL_H
#define HG_BATCH_POOL_H

#include <signal.h>
#include <stdbool.h>

#include "base/str.h"

struct hg_pool {
    size_t jobs;   /* threads; with 1 the caller's own does the work */
    size_t count;  /* items, numbered from 0 */
    size_t record_size;
    void *context;
    /* Called by any thread, items in order of their numbers, several at once. `record` is zeroed
     * memory of record_size bytes. */
    void (*work)(void *context, size_t index, void *record, struct hg_buf *fragment);
    /* Called by the caller's thread, strictly in order. False stops the run: output failed. */
    bool (*emit)(void *context, size_t index, void *record, struct hg_buf *fragment);
    /* Called for each record that was made and will not be emitted, as output failed; may be null. */
    void (*drop)(void *context, void *record);
    /* Called by the caller's thread now and then while it waits; may be null. */
    void (*tick)(void *context, size_t done);
    /* Once it is not 0 no further item is begun; those in hand are finished. May be null. */
    const volatile sig_atomic_t *stop;
};

/* How many items were emitted. If threads cannot be had, fewer do the work. */
size_t hg_pool_run(const struct hg_pool *pool);

#endif
