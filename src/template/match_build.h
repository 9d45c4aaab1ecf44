/* The inside of matching: for match.c and recognise.c alone. */
#ifndef HG_TEMPLATE_MATCH_BUILD_H
#define HG_TEMPLATE_MATCH_BUILD_H

#include "template/match.h"

/* What the draft tells, whatever the form; computed once a document. */
struct hg_match_facts {
    const struct hg_doc *doc;
    const struct hg_outline *outline;
    uint32_t (*scores)[HG_ROLE_COUNT]; /* one a heading */
    struct hg_str *bare;               /* one a heading (hg_role_bare); "" below the second level */
    bool *ahead;                       /* one a heading: it starts with a later year than one before */
    size_t first_fit[HG_ROLE_COUNT];   /* first top heading with a score of at least 60; SIZE_MAX */
    size_t first_clear[HG_ROLE_COUNT]; /* … of at least 80 */
    uint32_t level;                    /* of the top headings */
    uint32_t top_count;
    struct hg_str title;               /* without a bracketed note at its end; "" if there is none */
    struct hg_str first_line;          /* may be a title that no look shows: a user's form knows its own */
    bool other_kind;                   /* the title or the salutation names another kind of text */
    enum hg_form_period period;
    enum hg_form_tense tense;          /* ANY where the text does not tell */
    struct hg_str opening;             /* text between the title and the first heading, at most 3000 bytes */
};

void hg_match_gather(struct hg_arena *arena, struct hg_match_facts *facts, const struct hg_doc *doc,
                     const struct hg_outline *outline);
/* Which headings fill which sections; score is left 0. */
struct hg_match *hg_match_fill(struct hg_arena *arena, const struct hg_match_facts *facts,
                               const struct hg_form *form);
/* 0 to 100, and match->titled; *particular settles ties (the longer the title word, the more
 * particular). */
uint32_t hg_match_score(const struct hg_match_facts *facts, struct hg_match *match,
                        uint32_t *particular);

#endif
