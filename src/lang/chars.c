#include "lang/chars.h"

bool hg_char_is_han(uint32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007 ||
           c == 0x3005 || (c >= 0x20000 && c <= 0x323AF) || (c >= 0xF900 && c <= 0xFAFF);
}

bool hg_char_is_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

bool hg_char_is_han_numeral(uint32_t c)
{
    static const uint32_t numerals[] = {
        0x3007, /* 〇 */
        0x4E00, 0x4E03, 0x4E07, 0x4E09, 0x4E24, 0x4E5D, 0x4E8C, 0x4E94, /* 一七万三两九二五 */
        0x4EBF, 0x4F0D, 0x516B, 0x516D, 0x5341, 0x5343, 0x53C1, 0x56DB, /* 亿伍八六十千叁四 */
        0x58F9, 0x634C, 0x67D2, 0x7396, 0x767E, 0x8086, 0x8D30, 0x9646, /* 壹捌柒玖百肆贰陆 */
        0x96F6,                                                         /* 零 */
    };
    size_t low = 0, high = sizeof numerals / sizeof *numerals;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (numerals[middle] == c) {
            return true;
        }
        if (numerals[middle] < c) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return false;
}

enum hg_char_class hg_char_class(uint32_t c)
{
    if (c < 0x80) {
        if (c >= '0' && c <= '9') {
            return HG_CHAR_DIGIT;
        }
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            return HG_CHAR_LATIN;
        }
        return c <= ' ' ? HG_CHAR_BLANK : c == 0x7F ? HG_CHAR_OTHER : HG_CHAR_HALF_MARK;
    }
    if (hg_char_is_han(c)) {
        return HG_CHAR_HAN;
    }
    if ((c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
        (c >= 0xFF41 && c <= 0xFF5A)) {
        return HG_CHAR_FULL_ALNUM;
    }
    if (c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F) {
        return HG_CHAR_BLANK;
    }
    if ((c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || (c >= 0x370 && c <= 0x52F)) {
        return HG_CHAR_LATIN;
    }
    if ((c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E) ||
        (c >= 0x3001 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF0F) ||
        (c >= 0xFF1A && c <= 0xFF20) || (c >= 0xFF3B && c <= 0xFF40) ||
        (c >= 0xFF5B && c <= 0xFF65) || c == 0xB7) {
        return HG_CHAR_MARK;
    }
    return HG_CHAR_OTHER;
}

bool hg_char_ends_sentence(uint32_t c)
{
    return c == 0x3002 || c == 0xFF1B || c == 0xFF01 || c == 0xFF1F || c == ';' || c == '!' ||
           c == '?' || c == '\n' || c == 0xFF61 || c == 0xFF0E;
}

bool hg_char_ends_clause(uint32_t c)
{
    return hg_char_ends_sentence(c) || c == 0xFF0C || c == 0xFF1A || c == ',' || c == ':';
}
