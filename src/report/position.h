/* Places as line-based formats want them: a paragraph is a line, a character a column. */
#ifndef HG_REPORT_POSITION_H
#define HG_REPORT_POSITION_H

#include "report/writer.h"

struct hg_position {
    size_t line;       /* the paragraph's number, 1 for the whole document */
    size_t start, end; /* code points of the paragraph's text, half-open */
};

struct hg_position hg_position_of(struct hg_place place);
/* "一、工作情况 › （三）…，第14段": section path and place in words. */
void hg_position_words(struct hg_buf *out, const struct hg_outline *outline,
                       const struct hg_finding *finding);
/* The finding's fingerprint with the path it stands under: unique over a run. 32 hex digits. */
void hg_position_fingerprint(char out[33], struct hg_str key, const struct hg_finding *finding);
/* A path as a URI reference: all but unreserved characters and '/' as %XX. */
void hg_position_uri(struct hg_buf *out, struct hg_str path);
/* Message, working and suggestion as one text. */
void hg_finding_text(struct hg_buf *out, const struct hg_finding *finding, const char *separator);

#endif
