/* Files compiled into the program (src/build/embed.c). */
#ifndef HG_TEMPLATE_EMBEDDED_H
#define HG_TEMPLATE_EMBEDDED_H

#include <stddef.h>

struct hg_embedded {
    const char *name; /* without folder and ending; null closes a table */
    const unsigned char *bytes;
    size_t len;
};

extern const struct hg_embedded hg_embedded_forms[];   /* templates/<id>.xml */
extern const struct hg_embedded hg_embedded_layouts[]; /* templates/layout/<id>.xml */
extern const struct hg_embedded hg_embedded_schemas[]; /* templates/template.rng */

#endif
