/* The wordings that headings say their roles with: for role.c alone. All texts are bare, as
 * hg_role_bare gives them. */
#ifndef HG_TEMPLATE_ROLE_WORDS_H
#define HG_TEMPLATE_ROLE_WORDS_H

#include <stddef.h>

#include "template/role.h"

/* A whole heading. */
struct hg_role_wording {
    struct hg_str text;
    enum hg_role role;
    uint32_t score;
};

/* The end of a heading or of one of its joined parts. */
struct hg_role_tail {
    struct hg_str text;
    enum hg_role role;
    uint32_t score; /* where everything before it is neutral */
    bool strong;    /* it says its role after any short text, too */
};

extern const struct hg_role_wording hg_role_wordings[];
extern const size_t hg_role_wording_count;
extern const struct hg_role_tail hg_role_tails[];
extern const size_t hg_role_tail_count;
/* Words that may stand before a tail without changing what it says. */
extern const struct hg_str hg_role_neutral[];
extern const size_t hg_role_neutral_count;
/* Verbs that make a slogan of what follows: 补齐短板, 破解难题. */
extern const struct hg_str hg_role_verbs[];
extern const size_t hg_role_verb_count;
/* Openings that point ahead: 下一步, 明年. */
extern const struct hg_str hg_role_ahead[];
extern const size_t hg_role_ahead_count;

#endif
