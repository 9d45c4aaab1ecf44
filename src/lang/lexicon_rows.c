#include "lang/lexicon.h"

static const struct hg_list_shape shapes[HG_LIST_COUNT] = {
    [HG_LIST_CONFUSED] = {"confused_words", 9, 1u << HG_CONFUSED_WRONG, false, 0},
    [HG_LIST_PHRASE] = {"set_phrases", 4, 1u << HG_PHRASE_TEXT | 1u << HG_PHRASE_VARIANTS,
                        true, 1u << HG_PHRASE_TEXT},
    [HG_LIST_IDIOM] = {"idioms", 2, 1u << HG_IDIOM_TEXT, true, 1u << HG_IDIOM_TEXT},
    [HG_LIST_REDUPLICATION] = {"reduplications", 2, 1u << HG_REDUPLICATION_TEXT, true, 0},
    [HG_LIST_LATIN] = {"latin_words", 1, 1u, true, 0},
    [HG_LIST_MEASURE] = {"measure_words", 6, 1u << HG_MEASURE_NOUN, false, 0},
    [HG_LIST_COLLOCATION] = {"collocations", 7, 1u << HG_COLLOCATION_SECOND, false, 0},
    [HG_LIST_TERM] = {"term_variants", 4, 1u << HG_TERM_PREFERRED | 1u << HG_TERM_VARIANTS, false,
                      0},
    [HG_LIST_PLACE] = {"places", 3, 1u << HG_PLACE_NAME, false, 0},
    [HG_LIST_USER] = {"", HG_LEXICON_CELLS, 1u, false, 0},
};

const struct hg_list_shape *hg_list_shape(enum hg_list list)
{
    return &shapes[list];
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
