#include "lang/word_pairs.h"

bool hg_word_pair(uint32_t first, uint32_t second)
{
    uint32_t wanted = first << 16 | second;
    size_t low = 0, high = hg_word_pair_count;

    if (first > 0xFFFF || second > 0xFFFF) {
        return false;
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (hg_word_pairs[middle] < wanted) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < hg_word_pair_count && hg_word_pairs[low] == wanted;
}
