#include "lang/lexicon.h"

static const struct hg_list_shape shapes[HG_LIST_COUNT] = {
    [HG_LIST_CONFUSED] = {"confused_words", 9, 1u << HG_CONFUSED_WRONG, 0},
    [HG_LIST_PHRASE] = {"set_phrases", 4, 1u << HG_PHRASE_TEXT | 1u << HG_PHRASE_VARIANTS,
                        1u << HG_PHRASE_TEXT},
    [HG_LIST_IDIOM] = {"idioms", 2, 1u << HG_IDIOM_TEXT, 1u << HG_IDIOM_TEXT},
    [HG_LIST_REDUPLICATION] = {"reduplications", 2, 1u << HG_REDUPLICATION_TEXT, 0},
    [HG_LIST_LATIN] = {"latin_words", 1, 1u, 0},
    [HG_LIST_MEASURE] = {"measure_words", 6, 1u << HG_MEASURE_NOUN, 0},
    [HG_LIST_COLLOCATION] = {"collocations", 7, 1u << HG_COLLOCATION_SECOND, 0},
    [HG_LIST_TERM] = {"term_variants", 4, 1u << HG_TERM_PREFERRED | 1u << HG_TERM_VARIANTS, 0},
    [HG_LIST_PLACE] = {"places", 3, 1u << HG_PLACE_NAME, 0},
    [HG_LIST_USER] = {"", HG_LEXICON_CELLS, 1u, 0},
};

uint32_t hg_lexicon_triple_hash(uint32_t pair, uint16_t third)
{
    return ((pair ^ third * 0x85EBCA6Bu) * 0x9E3779B1u) >> (32 - HG_LEXICON_FILTER_BITS);
}

uint32_t hg_near_key(uint32_t pair, uint16_t neighbour, enum hg_near_place place)
{
    return (pair ^ (neighbour + ((uint32_t)place << 16)) * 0x85EBCA6Bu) * 0x9E3779B1u;
}

const struct hg_list_shape *hg_list_shape(enum hg_list list)
{
    return &shapes[list];
}

uint32_t hg_lexicon_pair_hash(uint32_t pair)
{
    return (pair * 0x9E3779B1u) >> (32 - HG_LEXICON_FILTER_BITS);
}

size_t hg_lexicon_row_count(const struct hg_lexicon *lexicon, enum hg_list list)
{
    return (lexicon->rows[list + 1] - lexicon->rows[list]) / shapes[list].columns;
}

struct hg_str hg_lexicon_cell(const struct hg_lexicon *lexicon, enum hg_list list, size_t row,
                              unsigned column)
{
    size_t cell = lexicon->rows[list] + row * shapes[list].columns + column;

    if (column >= shapes[list].columns || cell >= lexicon->rows[list + 1]) {
        return HG_STR("");
    }
    return (struct hg_str){lexicon->text + lexicon->cells[cell],
                           lexicon->cells[cell + 1] - lexicon->cells[cell]};
}
