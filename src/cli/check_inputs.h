/* The inputs of `hegao check` with all that is settled for each before the first is read: its
 * settings, its form, the checks that run, its name in the output, where its copy goes. */
#ifndef HG_CLI_CHECK_INPUTS_H
#define HG_CLI_CHECK_INPUTS_H

#include "batch/settings_files.h"
#include "cli/check_options.h"

struct hg_check_inputs {
    struct hg_inputs inputs;
    struct hg_settings_files files;
    struct hg_str *shown, *keys;
    struct hg_lint_options *lint;
    struct hg_hash128 *hashes; /* of each input's settings */
    const char **copies;       /* null without --annotate */
    struct hg_str author;      /* of comments: the first input's settings */
    struct hg_map forms;       /* by name or path: const struct hg_form * */
    struct hg_map sets;        /* of forms, by settings */
};

/* HG_USAGE if nothing matches, HG_BAD_SETTINGS for settings or forms that are wrong. Memory from
 * options->arena. */
enum hg_status hg_check_inputs_find(struct hg_check_inputs *out,
                                    const struct hg_check_options *options, char **paths,
                                    size_t count, struct hg_error *err);
void hg_check_inputs_release(struct hg_check_inputs *inputs);

#endif
