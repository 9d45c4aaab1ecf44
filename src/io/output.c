#include "io/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A new file beside `path`, with the permissions that the umask leaves. -1 if none can be made. */
static int open_beside(struct hg_buf *name, const char *path)
{
    int descriptor = -1;

    for (int attempt = 0; attempt < 100 && descriptor < 0; attempt++) {
        hg_buf_clear(name);
        hg_buf_printf(name, "%s.%ld-%d.tmp", path, (long)getpid(), attempt);
        descriptor = open(name->data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor < 0 && errno != EEXIST) {
            break;
        }
    }
    return descriptor;
}

static bool write_all(int descriptor, struct hg_str bytes)
{
    size_t done = 0;

    while (done < bytes.len) {
        ssize_t len = write(descriptor, bytes.data + done, bytes.len - done);

        if (len < 0 && errno != EINTR) {
            return false;
        }
        done += len > 0 ? (size_t)len : 0;
    }
    return true;
}

void hg_output_target(struct hg_buf *out, const char *path)
{
    char *target = realpath(path, NULL);

    hg_buf_puts(out, target != NULL ? target : path);
    free(target); /* realpath's allocation */
}

/* True if something stands at `path` that renaming would destroy. */
static bool is_special(const char *path)
{
    struct stat facts;

    return stat(path, &facts) == 0 && !S_ISREG(facts.st_mode) && !S_ISDIR(facts.st_mode);
}

enum hg_status hg_output_replace(const char *path, struct hg_str bytes, struct hg_error *err)
{
    struct hg_buf temporary = HG_BUF_INIT, target = HG_BUF_INIT;
    bool special = is_special(path);
    enum hg_status status = HG_OK;
    int descriptor;
    bool fine;

    hg_output_target(&target, path);
    descriptor = special ? open(path, O_WRONLY | O_CLOEXEC) : open_beside(&temporary, target.data);
    fine = descriptor >= 0;
    if (fine) {
        fine = write_all(descriptor, bytes);
        fine = close(descriptor) == 0 && fine &&
               (special || rename(temporary.data, target.data) == 0);
    }
    if (!fine) {
        status = hg_error_set(err, HG_IO, "无法写入 %s：%s", path, hg_errno_text(errno));
        if (descriptor >= 0 && !special) {
            (void)unlink(temporary.data);
        }
    }
    hg_buf_release(&temporary);
    hg_buf_release(&target);
    return status;
}
