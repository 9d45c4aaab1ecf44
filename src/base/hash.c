#include "base/hash.h"

#include <inttypes.h>
#include <stdio.h>
#include <xxhash.h>

struct hg_hash128 hg_hash128(struct hg_str text)
{
    XXH128_hash_t hash = XXH3_128bits(text.data, text.len);

    return (struct hg_hash128){hash.high64, hash.low64};
}

uint64_t hg_hash64(struct hg_str text)
{
    return XXH3_64bits(text.data, text.len);
}

void hg_hash128_hex(struct hg_hash128 hash, char out[33])
{
    (void)snprintf(out, 33, "%016" PRIx64 "%016" PRIx64, hash.high, hash.low);
}
