#include "batch/pool.h"

#include <pthread.h>
#include <stdio.h>
#include <time.h>

#include "batch/progress.h"
#include "support/unit.h"

enum { ITEMS = 500 };

struct seen {
    pthread_mutex_t lock;
    size_t working, most, ahead, emitted, next;
    size_t fail_at;
    volatile sig_atomic_t stop;
    size_t stop_at;
};

static void work(void *context, size_t index, void *record, struct hg_buf *fragment)
{
    struct seen *seen = context;
    struct timespec moment = {0, (long)(index * 7919 % 13) * 20000};

    (void)pthread_mutex_lock(&seen->lock);
    seen->working++;
    if (seen->working > seen->most) {
        seen->most = seen->working;
    }
    if (index + 1 - seen->emitted > seen->ahead) {
        seen->ahead = index + 1 - seen->emitted;
    }
    (void)pthread_mutex_unlock(&seen->lock);
    (void)nanosleep(&moment, NULL); /* so that later items may be done first */
    *(size_t *)record = index * 3;
    hg_buf_printf(fragment, "%zu", index);
    (void)pthread_mutex_lock(&seen->lock);
    seen->working--;
    (void)pthread_mutex_unlock(&seen->lock);
}

static bool emit(void *context, size_t index, void *record, struct hg_buf *fragment)
{
    struct seen *seen = context;
    char expected[32];

    assert_int_equal(index, seen->next);
    assert_int_equal(*(size_t *)record, index * 3);
    (void)snprintf(expected, sizeof expected, "%zu", index);
    assert_string_equal(fragment->data, expected);
    (void)pthread_mutex_lock(&seen->lock);
    seen->next++;
    seen->emitted++;
    (void)pthread_mutex_unlock(&seen->lock);
    if (index == seen->stop_at) {
        seen->stop = 1;
    }
    return index != seen->fail_at;
}

static size_t run(struct seen *seen, size_t jobs)
{
    struct hg_pool pool = {.jobs = jobs,
                           .count = ITEMS,
                           .record_size = sizeof(size_t),
                           .context = seen,
                           .work = work,
                           .emit = emit,
                           .stop = &seen->stop};

    (void)pthread_mutex_init(&seen->lock, NULL);
    return hg_pool_run(&pool);
}

static void results_come_in_order(void **state)
{
    static const size_t jobs[] = {1, 2, 3, 8};

    (void)state;
    for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++) {
        struct seen seen = {.fail_at = SIZE_MAX, .stop_at = SIZE_MAX};

        assert_int_equal(run(&seen, jobs[i]), ITEMS);
        assert_int_equal(seen.next, ITEMS);
        assert_true(seen.most <= jobs[i]);
        assert_true(seen.ahead <= 2 * jobs[i]); /* what waits is bounded */
    }
}

static void a_failed_output_ends_the_run(void **state)
{
    struct seen seen = {.fail_at = 40, .stop_at = SIZE_MAX};

    (void)state;
    assert_int_equal(run(&seen, 4), 41);
}

static void a_stop_finishes_what_is_in_hand(void **state)
{
    struct seen seen = {.fail_at = SIZE_MAX, .stop_at = 30};
    size_t done;

    (void)state;
    done = run(&seen, 4);
    assert_true(done >= 31 && done <= 31 + 8);
    assert_int_equal(done, seen.next);
    assert_int_equal(seen.working, 0);
}

static void the_progress_line_tells_rate_and_rest(void **state)
{
    struct hg_buf line = HG_BUF_INIT;

    (void)state;
    hg_progress_line(&line, 500, 2000, (int64_t)10 * 1000000000);
    assert_string_equal(line.data,
                        "[######..................] 500/2000 份  每秒 50.0 份  还需 0:30");
    hg_buf_clear(&line);
    hg_progress_line(&line, 0, 3, 0);
    assert_string_equal(line.data, "[........................] 0/3 份");
    hg_buf_clear(&line);
    hg_progress_line(&line, 1, 4001, (int64_t)2 * 1000000000);
    assert_true(hg_str_ends(hg_buf_view(&line), HG_STR("还需 2:13:20")));
    hg_buf_release(&line);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(results_come_in_order),
        cmocka_unit_test(a_failed_output_ends_the_run),
        cmocka_unit_test(a_stop_finishes_what_is_in_hand),
        cmocka_unit_test(the_progress_line_tells_rate_and_rest),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
