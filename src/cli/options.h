/* Values of options, as several commands read them. Each returns false and complains through
 * hg_usage's wording in *err when the value is wrong. */
#ifndef HG_CLI_OPTIONS_H
#define HG_CLI_OPTIONS_H

#include "lint/run.h"

/* YYYY-MM-DD, a day that exists. */
bool hg_option_day(struct hg_day *out, const char *value, struct hg_error *err);
/* error warning note. */
bool hg_option_severity(enum hg_severity *out, const char *value, struct hg_error *err);
/* Comma-separated ids and families: sets mark[i] for each check named. */
bool hg_option_checks(bool *mark, const char *value, struct hg_error *err);
/* auto always never; `descriptor` decides for auto, with NO_COLOR and TERM=dumb. */
bool hg_option_colour(bool *out, const char *value, int descriptor, struct hg_error *err);
/* Columns of the terminal on the descriptor, 100 if it is none, at least 40. */
size_t hg_terminal_columns(int descriptor);
/* The local calendar day. */
struct hg_day hg_today(void);

#endif
