#include "io/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
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

enum hg_status hg_output_replace(const char *path, struct hg_str bytes, struct hg_error *err)
{
    struct hg_buf temporary = HG_BUF_INIT;
    int descriptor = open_beside(&temporary, path);
    enum hg_status status = HG_OK;
    bool fine = descriptor >= 0;

    if (fine) {
        fine = write_all(descriptor, bytes);
        fine = close(descriptor) == 0 && fine && rename(temporary.data, path) == 0;
    }
    if (!fine) {
        status = hg_error_set(err, HG_IO, "无法写入 %s：%s", path, strerror(errno));
        if (descriptor >= 0) {
            (void)unlink(temporary.data);
        }
    }
    hg_buf_release(&temporary);
    return status;
}
