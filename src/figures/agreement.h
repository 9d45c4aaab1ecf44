/* Collects what is said twice, paragraph by paragraph. Internal to figures/. */
#ifndef HG_FIGURES_AGREEMENT_H
#define HG_FIGURES_AGREEMENT_H

#include "figures/scene.h"

struct hg_agreement {
    struct hg_arena *arena;
    struct hg_map sayings; /* masked clause -> entry */
    HG_VEC(void *) order;
    struct hg_buf buf;
    bool many_periods; /* the document speaks of several years: what has no date may differ */
};

void hg_agreement_init(struct hg_agreement *agreement, struct hg_arena *arena);
/* Notes the clauses of one paragraph; the scene must live until the end. */
void hg_agreement_note(struct hg_agreement *agreement, const struct hg_scene *scene);
/* Enters the claims of the whole document. */
void hg_agreement_finish(struct hg_agreement *agreement, struct hg_ledger *ledger);

#endif
