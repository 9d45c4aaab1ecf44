/* Forms from users' own folders beside the shipped ones, and forms by file. */
#ifndef HG_TEMPLATE_CATALOGUE_H
#define HG_TEMPLATE_CATALOGUE_H

#include "template/form.h"

/* The text of a small file (at most 1 MiB) into the arena. */
enum hg_status hg_catalogue_read_text(struct hg_str *out, struct hg_arena *arena, const char *path,
                                      struct hg_error *err);

/* All forms *.xml of the folders in the order of their names, then the shipped ones; a form of an
 * earlier folder hides one of the same id. Everything from the arena. The first file that is wrong
 * ends it with its message. */
enum hg_status hg_catalogue_open(const struct hg_form_set **out, struct hg_arena *arena,
                                 const char *const *folders, size_t folder_count,
                                 struct hg_error *err);

/* A form by its id in the set, or by the path of its file: a name that holds '/' or ends in .xml is
 * a path. HG_NOT_FOUND names the ids there are. */
enum hg_status hg_catalogue_form(const struct hg_form **out, struct hg_arena *arena,
                                 const struct hg_form_set *set, const char *name,
                                 struct hg_error *err);

#endif
