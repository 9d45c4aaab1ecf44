/* Failures: hegao unable to do its work. A fault of the *document* is a finding (lint/finding.h),
 * never a failure. */
#ifndef HG_BASE_ERROR_H
#define HG_BASE_ERROR_H

#if defined(__GNUC__)
#define HG_PRINTF(format_at, first_at) __attribute__((format(printf, format_at, first_at)))
#else
#define HG_PRINTF(format_at, first_at)
#endif

/* Why something could not be done. The kebab-case names that hg_status_name() gives are an outward
 * contract: they are `error.kind` in JSON output. */
enum hg_status {
    HG_OK = 0,
    HG_NOT_FOUND,           /* no such file or folder */
    HG_NOT_PERMITTED,       /* exists, may not be read or written */
    HG_NOT_REGULAR,         /* a folder or device where a file was meant */
    HG_IO,                  /* the system failed while reading or writing */
    HG_EMPTY,               /* 0 bytes */
    HG_OWNER_FILE,          /* ~$x.docx: the owner mark an editor leaves while a file is open */
    HG_ENCRYPTED,           /* password-protected Office file or encrypted ZIP entry */
    HG_CORPORATE_ENCRYPTED, /* wrapped by a transparent-encryption product */
    HG_OLD_DOC,             /* Word 97-2003 binary .doc */
    HG_WPS,                 /* WPS binary .wps */
    HG_NOT_DOCX,            /* some other kind of file */
    HG_TRUNCATED,           /* a ZIP whose directory is missing: cut off in transfer */
    HG_MALFORMED,           /* a DOCX whose parts contradict the format */
    HG_TOO_LARGE,           /* beyond a limit of io/limits.h */
    HG_BAD_ENCODING,        /* text that is neither UTF-8 nor GB18030 */
    HG_PROTECTED,           /* signed or protected: may be read, must not be rewritten */
    HG_EXISTS,              /* the output exists and may not be overwritten */
    HG_BAD_SETTINGS,        /* a form, settings or data file of the user's that is wrong */
    HG_USAGE,               /* wrong command line */
    HG_STATUS_COUNT
};

enum { HG_ERROR_MAX = 768 };

/* A failure told to a person: one line of Chinese that says what is wrong and what to do. */
struct hg_error {
    enum hg_status status;
    char message[HG_ERROR_MAX];
};

/* Sets *err (may be null) and returns status, so that `return hg_error_set(err, …)` reads well.
 * A message that does not fit is cut at a character boundary. */
enum hg_status hg_error_set(struct hg_error *err, enum hg_status status, const char *format, ...)
    HG_PRINTF(3, 4);

/* What the system says of an errno, in Chinese; constant. The rare ones as strerror has them. */
const char *hg_errno_text(int code);

/* Constant, never null. */
const char *hg_status_name(enum hg_status status);

#endif
