/* Every limit on input, in one place (DESIGN.md section 7). Beyond one of them a document is
 * refused with HG_TOO_LARGE and a clear line; it is never cut silently. */
#ifndef HG_IO_LIMITS_H
#define HG_IO_LIMITS_H

#include <stddef.h>

#define HG_LIMIT_PACKAGE_ENTRIES ((size_t)5000)
#define HG_LIMIT_PACKAGE_BYTES ((size_t)256 << 20)  /* the file itself, as stored */
#define HG_LIMIT_PART_BYTES ((size_t)64 << 20)      /* one part, inflated */
#define HG_LIMIT_PARTS_BYTES ((size_t)256 << 20)    /* all parts read, inflated */
#define HG_LIMIT_RATIO ((size_t)200)                /* inflated : stored, looked at after … */
#define HG_LIMIT_RATIO_AFTER ((size_t)1 << 20)      /* … so many bytes */
#define HG_LIMIT_XML_DEPTH ((size_t)256)
#define HG_LIMIT_XML_NAMES ((size_t)50000)          /* distinct names and namespaces, all parts */
#define HG_LIMIT_TAG_BYTES ((size_t)256 << 10)      /* one tag, on the bytes before the parser */
#define HG_LIMIT_TAG_ATTRIBUTES ((size_t)256)
#define HG_LIMIT_GRID_SPAN ((size_t)1000)
#define HG_LIMIT_TABLE_DEPTH ((size_t)32)
#define HG_LIMIT_DOC_ARENA ((size_t)192 << 20)
#define HG_LIMIT_NODES ((size_t)2000000)
#define HG_LIMIT_FINDINGS_PER_CHECK ((size_t)1000)  /* kept; the rest is counted */
#define HG_LIMIT_TEXT_BYTES ((size_t)64 << 20)

#endif
