#include "batch/pool.h"

#include <pthread.h>
#include <string.h>
#include <time.h>

enum { AHEAD = 2, TICK_NANOSECONDS = 100000000 };

struct slot {
    bool done;
    struct hg_buf fragment;
    void *record;
};

struct state {
    const struct hg_pool *pool;
    pthread_mutex_t lock;
    pthread_cond_t finished; /* a slot is done */
    pthread_cond_t room;     /* a slot was emptied, or the run ends */
    struct slot *slots;      /* item i lies in slot i modulo slot_count */
    size_t slot_count;
    size_t taken, emitted;
    bool ended;
};

static bool stopped(const struct hg_pool *pool)
{
    return pool->stop != NULL && *pool->stop != 0;
}

/* The next item, or false if there is none. The lock is held. */
static bool take(struct state *state, size_t *index)
{
    const struct hg_pool *pool = state->pool;

    while (!state->ended && state->taken < pool->count && !stopped(pool) &&
           state->taken >= state->emitted + state->slot_count) {
        (void)pthread_cond_wait(&state->room, &state->lock);
    }
    if (state->ended || state->taken == pool->count || stopped(pool)) {
        return false;
    }
    *index = state->taken++;
    return true;
}

static void *work(void *user)
{
    struct state *state = user;
    size_t index;

    (void)pthread_mutex_lock(&state->lock);
    while (take(state, &index)) {
        struct slot *slot = &state->slots[index % state->slot_count];

        (void)pthread_mutex_unlock(&state->lock);
        state->pool->work(state->pool->context, index, slot->record, &slot->fragment);
        (void)pthread_mutex_lock(&state->lock);
        slot->done = true;
        (void)pthread_cond_signal(&state->finished);
    }
    (void)pthread_cond_signal(&state->finished);
    (void)pthread_mutex_unlock(&state->lock);
    return NULL;
}

/* Waits a little for a slot to be done. The lock is held. */
static void wait_briefly(struct state *state)
{
    struct timespec until;

    (void)clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += TICK_NANOSECONDS;
    if (until.tv_nsec >= 1000000000) {
        until.tv_nsec -= 1000000000;
        until.tv_sec++;
    }
    (void)pthread_cond_timedwait(&state->finished, &state->lock, &until);
}

static void clear(const struct hg_pool *pool, struct slot *slot)
{
    hg_buf_clear(&slot->fragment);
    memset(slot->record, 0, pool->record_size);
    slot->done = false;
}

/* The caller's thread: emits what is done, in order, until nothing is left in hand. */
static void emit_all(struct state *state)
{
    const struct hg_pool *pool = state->pool;

    (void)pthread_mutex_lock(&state->lock);
    while (state->emitted < pool->count && !state->ended) {
        struct slot *slot = &state->slots[state->emitted % state->slot_count];
        bool fine;

        if (!slot->done || state->emitted == state->taken) {
            if (stopped(pool) && state->emitted == state->taken) {
                break;
            }
            wait_briefly(state);
            (void)pthread_mutex_unlock(&state->lock);
            if (pool->tick != NULL) {
                pool->tick(pool->context, state->emitted);
            }
            (void)pthread_mutex_lock(&state->lock);
            continue;
        }
        (void)pthread_mutex_unlock(&state->lock);
        fine = pool->emit(pool->context, state->emitted, slot->record, &slot->fragment);
        (void)pthread_mutex_lock(&state->lock);
        clear(pool, slot);
        state->emitted++;
        state->ended = !fine;
        (void)pthread_cond_broadcast(&state->room);
    }
    state->ended = true;
    (void)pthread_cond_broadcast(&state->room);
    (void)pthread_mutex_unlock(&state->lock);
}

static size_t run_alone(const struct hg_pool *pool)
{
    struct slot slot = {.record = hg_heap_alloc(pool->record_size)};
    size_t index = 0;
    bool fine = true;

    clear(pool, &slot);
    while (fine && index < pool->count && !stopped(pool)) {
        pool->work(pool->context, index, slot.record, &slot.fragment);
        fine = pool->emit(pool->context, index, slot.record, &slot.fragment);
        clear(pool, &slot);
        index++;
    }
    hg_buf_release(&slot.fragment);
    hg_heap_free(slot.record);
    return index;
}

static void release_slots(struct state *state)
{
    const struct hg_pool *pool = state->pool;

    for (size_t i = 0; i < state->slot_count; i++) {
        if (state->slots[i].done && pool->drop != NULL) {
            pool->drop(pool->context, state->slots[i].record);
        }
        hg_buf_release(&state->slots[i].fragment);
        hg_heap_free(state->slots[i].record);
    }
    hg_heap_free(state->slots);
}

size_t hg_pool_run(const struct hg_pool *pool)
{
    struct state state = {.pool = pool, .slot_count = pool->jobs * AHEAD};
    pthread_t *threads;
    size_t started = 0;
    sigset_t all, before;

    if (pool->jobs <= 1 || pool->count <= 1) {
        return run_alone(pool);
    }
    (void)pthread_mutex_init(&state.lock, NULL);
    (void)pthread_cond_init(&state.finished, NULL);
    (void)pthread_cond_init(&state.room, NULL);
    state.slots = hg_heap_alloc(state.slot_count * sizeof *state.slots);
    memset(state.slots, 0, state.slot_count * sizeof *state.slots);
    for (size_t i = 0; i < state.slot_count; i++) {
        state.slots[i].record = hg_heap_alloc(pool->record_size);
        clear(pool, &state.slots[i]);
    }
    threads = hg_heap_alloc(pool->jobs * sizeof *threads);
    /* Signals are the caller's thread's business. */
    (void)sigfillset(&all);
    (void)pthread_sigmask(SIG_SETMASK, &all, &before);
    while (started < pool->jobs &&
           pthread_create(&threads[started], NULL, work, &state) == 0) {
        started++;
    }
    (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (started > 0) {
        emit_all(&state);
    }
    for (size_t i = 0; i < started; i++) {
        (void)pthread_join(threads[i], NULL);
    }
    hg_heap_free(threads);
    release_slots(&state);
    (void)pthread_cond_destroy(&state.room);
    (void)pthread_cond_destroy(&state.finished);
    (void)pthread_mutex_destroy(&state.lock);
    return started > 0 ? state.emitted : run_alone(pool);
}
