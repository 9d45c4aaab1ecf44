/* Reads a form from XML, with every fault told by file and line. */
#ifndef HG_TEMPLATE_LOAD_H
#define HG_TEMPLATE_LOAD_H

#include "template/form.h"

/* Reads the text of a form into the arena. `path` is for messages. HG_MALFORMED if it is not XML,
 * HG_BAD_SETTINGS for anything else that is wrong; the message starts "path:line: ". */
enum hg_status hg_form_read(struct hg_form **out, struct hg_arena *arena, struct hg_str text,
                            const char *path, struct hg_error *err);

/* The same from a file of the user's, which must hold to the schema, too. */
enum hg_status hg_form_read_file(struct hg_form **out, struct hg_arena *arena, const char *path,
                                 struct hg_error *err);

#endif
