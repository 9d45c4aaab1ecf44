/* Origins checked by an independent walk over the raw parts: its own tree, its own leaf count. */
#ifndef HG_TESTS_ORIGINS_H
#define HG_TESTS_ORIGINS_H

#include "io/archive.h"
#include "model/doc.h"

/* Looks at every character of every paragraph. Returns how many have an origin that holds the same
 * character; *bare counts those without origin. A wrong one is described in `why` (empty if all
 * are right). */
size_t origins_check(const struct hg_doc *doc, struct hg_archive *archive, size_t *bare,
                     struct hg_buf *why);

#endif
