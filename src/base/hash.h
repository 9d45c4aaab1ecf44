/* Hashes for fingerprints, cache keys and maps. Alone sees xxhash. */
#ifndef HG_BASE_HASH_H
#define HG_BASE_HASH_H

#include <stdint.h>

#include "base/str.h"

/* Stable over releases and machines: outward fingerprints rest on it (XXH3, 128 bit). */
struct hg_hash128 {
    uint64_t high, low;
};

struct hg_hash128 hg_hash128(struct hg_str text);
uint64_t hg_hash64(struct hg_str text);
/* 32 lower-case hex digits and a zero. */
void hg_hash128_hex(struct hg_hash128 hash, char out[33]);

#endif
