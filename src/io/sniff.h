/* What kind of file some bytes are, told by content. */
#ifndef HG_IO_SNIFF_H
#define HG_IO_SNIFF_H

#include "base/str.h"

enum hg_sniffed { HG_SNIFFED_ZIP, HG_SNIFFED_TEXT, HG_SNIFFED_OTHER };

/* `bytes` is the file, or its first 4 KiB at least. For OTHER the error is set, one line that says
 * what the file is and what to do, and *status is its kind. */
enum hg_sniffed hg_sniff(struct hg_str bytes, enum hg_status *status, struct hg_error *err);

#endif
