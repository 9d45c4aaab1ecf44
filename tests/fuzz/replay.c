/* Without libFuzzer: runs the target over files, and over seeded mutations of each, so that the
 * corpus is a regression test with every compiler.   replay ROUNDS FILE… */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "support/golden.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

/* Overwrites, swaps or cuts a few bytes. */
static void mutate(struct hg_buf *bytes, uint64_t *random)
{
    size_t edits = 1 + next_random(random) % 8;

    while (edits-- > 0 && bytes->len > 1) {
        size_t at = next_random(random) % bytes->len;

        switch (next_random(random) % 4) {
        case 0:
            bytes->data[at] = (char)next_random(random);
            break;
        case 1:
            bytes->data[at] = bytes->data[next_random(random) % bytes->len];
            break;
        case 2:
            bytes->data[at] = (char)(bytes->data[at] ^ (1 << next_random(random) % 8));
            break;
        default:
            if (next_random(random) % 8 == 0) {
                bytes->len = at;
            }
            break;
        }
    }
}

int main(int argc, char **argv)
{
    uint64_t random = 20240705;
    long rounds = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
    long runs = 0;

    for (int i = 2; i < argc; i++) {
        struct hg_buf seed = HG_BUF_INIT, bytes = HG_BUF_INIT;

        hg_test_read(&seed, argv[i]);
        for (long round = 0; round <= rounds; round++) {
            hg_buf_clear(&bytes);
            hg_buf_str(&bytes, hg_buf_view(&seed));
            if (round > 0) {
                mutate(&bytes, &random);
            }
            (void)LLVMFuzzerTestOneInput((const uint8_t *)hg_buf_view(&bytes).data, bytes.len);
            runs++;
        }
        hg_buf_release(&seed);
        hg_buf_release(&bytes);
    }
    (void)printf("%ld inputs, none crashed\n", runs);
    return runs > 0 ? 0 : 1;
}
