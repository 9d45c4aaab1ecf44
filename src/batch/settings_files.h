/* Which settings files hold for which draft: those found upwards from its folder, or the one that
 * the user named. Each set of files is read once. */
#ifndef HG_BATCH_SETTINGS_FILES_H
#define HG_BATCH_SETTINGS_FILES_H

#include "base/hash.h"
#include "base/map.h"
#include "lint/settings.h"

struct hg_settings_set {
    const struct hg_settings *settings; /* null: no file */
    struct hg_hash128 hash;             /* of the files' bytes */
};

struct hg_settings_files {
    struct hg_arena *arena;
    const char *named;     /* --config; null: look for files */
    struct hg_map folders; /* absolute folder -> struct hg_settings_set * */
    struct hg_map chains;  /* names of the files -> struct hg_settings_set * */
    HG_VEC(struct hg_settings *) all;
};

void hg_settings_files_init(struct hg_settings_files *files, struct hg_arena *arena,
                            const char *named);
void hg_settings_files_release(struct hg_settings_files *files);
/* `folder` is absolute. HG_BAD_SETTINGS, or a failure to read a file that is there. */
enum hg_status hg_settings_files_for(struct hg_settings_files *files, const char *folder,
                                     const struct hg_settings_set **out, struct hg_error *err);
/* Reads a whole small file (settings, baseline, list of paths): at most 16 MiB. */
enum hg_status hg_small_file_read(struct hg_buf *out, const char *path, struct hg_error *err);

#endif
