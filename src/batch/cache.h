/* Results kept between runs: a draft whose bytes, settings and checker are the same gives the same
 * fragment, and need not be read again. One file a result; anything in it that does not fit is
 * taken as absent. */
#ifndef HG_BATCH_CACHE_H
#define HG_BATCH_CACHE_H

#include "base/hash.h"
#include "report/record.h"

struct hg_check_plan;

struct hg_cache {
    const char *folder;
    struct hg_hash128 run; /* of the program and all options that bear on results */
    const struct hg_hash128 *settings; /* one an input: of the settings files that hold for it */
};

struct hg_cache_key {
    bool usable; /* the input could be read as bytes */
    char name[33];
};

/* Fills record and fragment if the result is there; else the key to store it under. */
bool hg_cache_find(const struct hg_cache *cache, struct hg_cache_key *key,
                   const struct hg_check_plan *plan, size_t index,
                   struct hg_report_record *record, struct hg_buf *fragment);
/* Failing to store is no failure: the next run reads the draft again. */
void hg_cache_store(const struct hg_cache *cache, const struct hg_cache_key *key,
                    const struct hg_report_record *record, const struct hg_buf *fragment);

#endif
