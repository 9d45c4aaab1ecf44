/* What a RELAX NG validator says of a file, in Chinese. */
#ifndef HG_IO_SCHEMA_WORDS_H
#define HG_IO_SCHEMA_WORDS_H

#include "base/str.h"

/* Appends the validator's message in Chinese, the original behind it in brackets. `attributes`:
 * the names that stand on the element spoken of, parted by 、; may be empty. */
void hg_schema_words(struct hg_buf *out, struct hg_str message, struct hg_str attributes);

#endif
