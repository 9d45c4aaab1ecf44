#include "batch/output.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/output.h"

static enum hg_status cannot_write(const char *path, struct hg_error *err)
{
    int code = errno;
    enum hg_status status = code == EACCES || code == EPERM || code == EROFS ? HG_NOT_PERMITTED
                                                                             : HG_IO;

    return hg_error_set(err, status, "不能写入 %s：%s。请检查磁盘空间、文件夹和权限", path,
                        hg_errno_text(code));
}

enum hg_status hg_output_open(struct hg_output *output, const char *path, struct hg_error *err)
{
    struct stat facts;

    *output = (struct hg_output){.file = stdout, .path = path};
    if (path == NULL || strcmp(path, "-") == 0) {
        output->path = NULL;
        return HG_OK;
    }
    if (stat(path, &facts) == 0 && S_ISDIR(facts.st_mode)) {
        return hg_error_set(err, HG_NOT_REGULAR, "%s 是文件夹，请给出文件名", path);
    }
    if (stat(path, &facts) == 0 && !S_ISREG(facts.st_mode)) {
        output->file = fopen(path, "wbe");
    } else {
        hg_output_target(&output->target, path);
        hg_buf_printf(&output->temporary, "%s.%ld.tmp", output->target.data, (long)getpid());
        output->file = fopen(output->temporary.data, "wbxe");
    }
    if (output->file == NULL) {
        enum hg_status status = cannot_write(path, err);

        hg_buf_release(&output->target);
        hg_buf_release(&output->temporary);
        return status;
    }
    return HG_OK;
}

enum hg_status hg_output_spool(struct hg_output *output, struct hg_error *err)
{
    output->spool = tmpfile();
    return output->spool != NULL ? HG_OK : cannot_write("临时文件夹", err);
}

static bool put(FILE *file, struct hg_str text)
{
    return text.len == 0 || fwrite(text.data, 1, text.len, file) == text.len;
}

bool hg_output_write(struct hg_output *output, struct hg_str text)
{
    return put(output->spool != NULL ? output->spool : output->file, text);
}

bool hg_output_unspool(struct hg_output *output, struct hg_str head)
{
    char chunk[65536];
    size_t got;
    bool fine = put(output->file, head);

    if (output->spool == NULL) {
        return fine;
    }
    rewind(output->spool);
    while (fine && (got = fread(chunk, 1, sizeof chunk, output->spool)) > 0) {
        fine = put(output->file, (struct hg_str){chunk, got});
    }
    fine = fine && !ferror(output->spool);
    (void)fclose(output->spool);
    output->spool = NULL;
    return fine;
}

enum hg_status hg_output_close(struct hg_output *output, bool fine, struct hg_error *err)
{
    enum hg_status status = HG_OK;

    if (output->spool != NULL) {
        (void)fclose(output->spool);
        output->spool = NULL;
    }
    if (output->path == NULL) {
        if (fflush(output->file) != 0 || ferror(output->file) || !fine) {
            status = hg_error_set(err, HG_IO, "结果未能全部写出，请检查磁盘空间和输出位置");
        }
        return status;
    }
    fine = fflush(output->file) == 0 && !ferror(output->file) && fine;
    fine = fclose(output->file) == 0 && fine;
    if (output->temporary.len == 0) {
        status = fine ? HG_OK : cannot_write(output->path, err);
    } else if (!fine || rename(output->temporary.data, output->target.data) != 0) {
        status = cannot_write(output->path, err);
        (void)unlink(output->temporary.data);
    }
    hg_buf_release(&output->target);
    hg_buf_release(&output->temporary);
    return status;
}
