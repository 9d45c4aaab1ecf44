/* Inside of date.c: readers of one form each. */
#ifndef HG_LANG_DATE_PARTS_H
#define HG_LANG_DATE_PARTS_H

#include "lang/date.h"

bool hg_date_starts(struct hg_str text, size_t at, const char *word);
/* Past `word` at `at`, or `at`. */
size_t hg_date_past(struct hg_str text, size_t at, const char *word);
size_t hg_date_past_blank(struct hg_str text, size_t at);
/* A whole number of a date, at most four digits, Arabic or Chinese; its end, 0 if there is none.
 * *digits is 0 for a Chinese counting number. */
size_t hg_date_number(struct hg_str text, size_t at, int *out, int *digits, bool *han);

/* Each gives the end of what it read, `at` if nothing. */
size_t hg_date_numbered(struct hg_str text, size_t at, struct hg_date *out);
size_t hg_date_part_of_year(struct hg_str text, size_t at, struct hg_date *out);
size_t hg_date_word(struct hg_str text, size_t at, struct hg_date *out);
size_t hg_date_plan(struct hg_str text, size_t at, struct hg_date *out);
size_t hg_date_week(struct hg_str text, size_t at, struct hg_date *out);
size_t hg_date_duration(struct hg_str text, size_t at, struct hg_date *out);

#endif
