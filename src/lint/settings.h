/* Settings of a user or an office: hegao.xml (schema: src/lint/settings.rng). Files found upwards
 * from a draft are merged, the nearer one having the last word. Read once, then shared by all
 * threads. */
#ifndef HG_LINT_SETTINGS_H
#define HG_LINT_SETTINGS_H

#include "lint/pattern.h"
#include "lint/run.h"

#define HG_SETTINGS_NAME "hegao.xml"

/* One check or family as a file sets it; later ones override earlier ones. */
struct hg_settings_check {
    bool off_set, off;
    bool severity_set;
    enum hg_severity severity;
};

struct hg_settings_option {
    struct hg_str check, name, value; /* values are terminated */
};

struct hg_settings_template {
    struct hg_str folder, pattern; /* shell pattern against the path below the file's folder */
    struct hg_str use;             /* id, file, auto or none */
};

struct hg_settings_ignore {
    struct hg_str folder, path;    /* pattern; empty: every path */
    struct hg_str check, quote;    /* id or family; empty quote: any */
    struct hg_str reason;
    struct hg_day until;           /* all zero: for good */
    struct hg_str file;
    int line;
};

/* wrong → right, reported as a finding of `check`. */
struct hg_settings_word {
    const struct hg_check *check;
    struct hg_str wrong, right, reason;
};

enum hg_rule_kind { HG_RULE_EXISTENCE, HG_RULE_SUBSTITUTION, HG_RULE_CONSISTENCY, HG_RULE_REQUIRED };

/* A rule of the user's own; its findings carry a check of its own. */
struct hg_rule {
    struct hg_check check;
    enum hg_rule_kind kind;
    HG_VEC(struct hg_pattern *) patterns;
    HG_VEC(struct hg_str) texts; /* of the patterns, for messages */
    struct hg_str message, replacement;
};

struct hg_rate_word;

struct hg_settings {
    struct hg_arena *arena;
    struct hg_str root;     /* folder of the outermost file: paths in reports start there */
    struct hg_settings_check *checks; /* one a check, in registry order */
    HG_VEC(struct hg_settings_option) options;
    HG_VEC(struct hg_settings_template) templates;
    HG_VEC(const char *) template_folders; /* absolute, those of inner files first */
    HG_VEC(struct hg_settings_ignore) ignores;
    HG_VEC(struct hg_settings_word) words;
    HG_VEC(struct hg_str) terms;      /* never a wording fault */
    HG_VEC(struct hg_rule *) rules;
    struct hg_rate_word *rates; /* figures/ledger.h */
    size_t rate_count, rate_cap;
    struct hg_str layout;   /* id of a layout profile; "" */
    struct hg_str author;   /* of comments; "" */
};

/* One file as read: `text` is borrowed while the call lasts. */
struct hg_settings_file {
    struct hg_str path, folder;
    struct hg_str text;
};

/* Merges files, outermost first. HG_BAD_SETTINGS names file and line. */
enum hg_status hg_settings_load(struct hg_settings **out, const struct hg_settings_file *files,
                                size_t count, struct hg_error *err);
void hg_settings_free(struct hg_settings *settings); /* null is allowed */
/* True if the text's root element says root="yes": files further out do not count. */
bool hg_settings_is_root(struct hg_str text);

/* The last template whose pattern fits; empty if none does. */
struct hg_str hg_settings_template_for(const struct hg_settings *settings, const char *path);
/* Null if unset. */
const char *hg_settings_option(const struct hg_settings *settings, const char *check,
                               const char *name);
/* True if a shell pattern fits the path below the folder; both absolute. */
bool hg_settings_path_fits(struct hg_str folder, struct hg_str pattern, const char *path);

#endif
