#include "io/archive.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <zip.h>

#include "base/map.h"
#include "base/vec.h"
#include "io/limits.h"
#include "io/output.h"

struct entry {
    struct hg_str name;
    size_t stored; /* compressed bytes, as the directory claims */
    size_t size;   /* inflated bytes, as the directory claims */
};

struct hg_archive {
    zip_t *zip;
    struct hg_arena *arena;
    struct entry *entries;
    size_t count;
    struct hg_map names; /* lower-case name -> entry */
    size_t read;         /* inflated so far, over all streams */
};

struct hg_archive_stream {
    struct hg_archive *archive;
    const struct entry *entry;
    zip_file_t *file;
    size_t total;
};

static enum hg_status open_failed(int code, struct hg_error *err)
{
    if (code == ZIP_ER_NOZIP || code == ZIP_ER_INCONS || code == ZIP_ER_READ ||
        code == ZIP_ER_EOF || code == ZIP_ER_SEEK) {
        return hg_error_set(err, HG_TRUNCATED,
                            "文件不完整：压缩包的目录缺失或损坏，可能没有传完或存储出错，"
                            "请向发件人重新索取，或用 Word、WPS 打开修复后另存");
    }
    return hg_error_set(err, HG_MALFORMED, "压缩包打不开（libzip 错误 %d），请用 Word 或 WPS 另存后再试",
                        code);
}

/* '\' becomes '/', leading '/' go. False for a name that climbs out of the package. */
static bool name_normalise(struct hg_arena *arena, const char *raw, struct hg_str *out)
{
    char *name;
    struct hg_str rest, segment;

    while (*raw == '/' || *raw == '\\') {
        raw++;
    }
    name = hg_arena_strndup(arena, raw, strlen(raw));
    for (char *at = name; *at != '\0'; at++) {
        if (*at == '\\') {
            *at = '/';
        }
    }
    *out = rest = hg_str_of(name);
    while (hg_str_split(&rest, '/', &segment)) {
        if (hg_str_is(segment, "..")) {
            return false;
        }
    }
    return true;
}

static struct hg_str lower_case(struct hg_arena *arena, struct hg_str name)
{
    char *copy = hg_arena_strndup(arena, name.data, name.len);

    for (size_t i = 0; i < name.len; i++) {
        if (copy[i] >= 'A' && copy[i] <= 'Z') {
            copy[i] = (char)(copy[i] - 'A' + 'a');
        }
    }
    return (struct hg_str){copy, name.len};
}

static enum hg_status entry_load(struct hg_archive *archive, size_t index, struct hg_error *err)
{
    struct entry *entry = &archive->entries[index];
    zip_stat_t stat;
    void **place;

    if (zip_stat_index(archive->zip, index, 0, &stat) != 0 || (stat.valid & ZIP_STAT_NAME) == 0) {
        return hg_error_set(err, HG_MALFORMED, "压缩包的目录有误，请用 Word 或 WPS 另存后再试");
    }
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
        stat.encryption_method != ZIP_EM_NONE) {
        return hg_error_set(err, HG_ENCRYPTED, "压缩包内的部件已加密，无法读取，请解密后再试");
    }
    if (!name_normalise(archive->arena, stat.name, &entry->name)) {
        return hg_error_set(err, HG_MALFORMED, "压缩包里有指向包外的部件名，不是正常的文档，不予读取");
    }
    entry->stored = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? (size_t)stat.comp_size : 0;
    entry->size = (stat.valid & ZIP_STAT_SIZE) != 0 ? (size_t)stat.size : SIZE_MAX;
    place = hg_map_put(&archive->names, lower_case(archive->arena, entry->name));
    if (*place != NULL) {
        return hg_error_set(err, HG_MALFORMED,
                            "压缩包里有两个同名部件（%.200s），各软件读到的内容会不一样，"
                            "请用 Word 或 WPS 另存后再试",
                            entry->name.data);
    }
    *place = entry;
    return HG_OK;
}

static enum hg_status entries_load(struct hg_archive *archive, size_t file_size,
                                   struct hg_error *err)
{
    zip_int64_t count = zip_get_num_entries(archive->zip, 0);
    size_t stored = 0;

    if (count < 0 || (size_t)count > HG_LIMIT_PACKAGE_ENTRIES) {
        return hg_error_set(err, HG_TOO_LARGE, "压缩包里的部件超过 %zu 个，不予读取",
                            HG_LIMIT_PACKAGE_ENTRIES);
    }
    archive->count = (size_t)count;
    archive->entries = HG_NEW_ARRAY(archive->arena, struct entry, archive->count);
    for (size_t i = 0; i < archive->count; i++) {
        enum hg_status status = entry_load(archive, i, err);

        if (status != HG_OK) {
            return status;
        }
        stored += archive->entries[i].stored;
        /* Entries that together claim more than the file holds overlap each other. */
        if (archive->entries[i].stored > file_size || stored > file_size) {
            return hg_error_set(err, HG_MALFORMED,
                                "压缩包里的部件互相重叠，不是正常的文档，不予读取");
        }
    }
    return HG_OK;
}

/* Takes over `source`; frees it on failure. */
static enum hg_status open_source(struct hg_archive **out, zip_source_t *source, size_t file_size,
                                  struct hg_error *err)
{
    struct hg_archive *archive;
    enum hg_status status;
    zip_error_t error;

    *out = NULL;
    zip_error_init(&error);
    archive = hg_heap_alloc(sizeof *archive);
    archive->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (archive->zip == NULL) {
        zip_source_free(source);
        hg_heap_free(archive);
        status = open_failed(zip_error_code_zip(&error), err);
        zip_error_fini(&error);
        return status;
    }
    zip_error_fini(&error);
    archive->arena = hg_arena_open();
    hg_map_init(&archive->names, archive->arena);
    status = entries_load(archive, file_size, err);
    if (status != HG_OK) {
        hg_archive_close(archive);
        return status;
    }
    *out = archive;
    return HG_OK;
}

enum hg_status hg_archive_open(struct hg_archive **out, struct hg_str bytes, struct hg_error *err)
{
    zip_source_t *source = zip_source_buffer_create(bytes.data, bytes.len, 0, NULL);

    *out = NULL;
    if (source == NULL) {
        hg_oom();
    }
    return open_source(out, source, bytes.len, err);
}

enum hg_status hg_archive_open_file(struct hg_archive **out, FILE *file, struct hg_error *err)
{
    zip_source_t *source;
    struct stat stat;

    *out = NULL;
    if (fstat(fileno(file), &stat) != 0) {
        (void)fclose(file);
        return hg_error_set(err, HG_IO, "读取文件失败：%s", hg_errno_text(errno));
    }
    source = zip_source_filep_create(file, 0, -1, NULL);
    if (source == NULL) {
        hg_oom();
    }
    return open_source(out, source, (size_t)stat.st_size, err);
}

void hg_archive_close(struct hg_archive *archive)
{
    if (archive != NULL) {
        zip_discard(archive->zip);
        hg_arena_free(archive->arena);
        hg_heap_free(archive);
    }
}

size_t hg_archive_count(const struct hg_archive *archive)
{
    return archive->count;
}

struct hg_str hg_archive_name(const struct hg_archive *archive, size_t index)
{
    return archive->entries[index].name;
}

size_t hg_archive_find(const struct hg_archive *archive, struct hg_str name)
{
    char folded[512];
    const struct entry *entry;

    if (name.len >= sizeof folded) {
        return SIZE_MAX;
    }
    for (size_t i = 0; i < name.len; i++) {
        char byte = name.data[i];

        folded[i] = byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
    }
    entry = hg_map_get(&archive->names, (struct hg_str){folded, name.len});
    return entry != NULL ? (size_t)(entry - archive->entries) : SIZE_MAX;
}

enum hg_status hg_archive_stream_open(struct hg_archive_stream **out, struct hg_archive *archive,
                                      size_t index, struct hg_error *err)
{
    const struct entry *entry = &archive->entries[index];
    zip_file_t *file = zip_fopen_index(archive->zip, index, 0);

    *out = NULL;
    if (file == NULL) {
        return hg_error_set(err, HG_MALFORMED,
                            "部件 %.200s 无法解压，文件可能已损坏，请用 Word 或 WPS 另存后再试",
                            entry->name.data);
    }
    *out = hg_heap_alloc(sizeof **out);
    **out = (struct hg_archive_stream){archive, entry, file, 0};
    return HG_OK;
}

static enum hg_status check_growth(const struct hg_archive_stream *stream, struct hg_error *err)
{
    const struct entry *entry = stream->entry;
    const char *name = entry->name.data;

    if (stream->total > HG_LIMIT_PART_BYTES) {
        return hg_error_set(err, HG_TOO_LARGE, "部件 %.200s 解压后超过 %zu MB，不予读取", name,
                            HG_LIMIT_PART_BYTES >> 20);
    }
    if (stream->archive->read > HG_LIMIT_PARTS_BYTES) {
        return hg_error_set(err, HG_TOO_LARGE, "文档解压后超过 %zu MB，不予读取",
                            HG_LIMIT_PARTS_BYTES >> 20);
    }
    if (stream->total > HG_LIMIT_RATIO_AFTER && stream->total / HG_LIMIT_RATIO > entry->stored) {
        return hg_error_set(err, HG_TOO_LARGE,
                            "部件 %.200s 的压缩比超过 %zu 倍，像是压缩炸弹，不予读取", name,
                            HG_LIMIT_RATIO);
    }
    if (stream->total > entry->size) {
        return hg_error_set(err, HG_MALFORMED,
                            "部件 %.200s 的实际大小与压缩包目录所记不符，不予读取", name);
    }
    return HG_OK;
}

enum hg_status hg_archive_stream_read(struct hg_archive_stream *stream, char *bytes, size_t cap,
                                      size_t *got, struct hg_error *err)
{
    zip_int64_t len = zip_fread(stream->file, bytes, cap);

    *got = 0;
    if (len < 0) {
        return hg_error_set(err, HG_MALFORMED,
                            "部件 %.200s 解压出错（校验不符或数据残缺），文件可能已损坏，请重新索取",
                            stream->entry->name.data);
    }
    if (len == 0 && stream->entry->size != SIZE_MAX && stream->total != stream->entry->size) {
        return hg_error_set(err, HG_MALFORMED,
                            "部件 %.200s 的实际大小与压缩包目录所记不符，不予读取",
                            stream->entry->name.data);
    }
    stream->total += (size_t)len;
    stream->archive->read += (size_t)len;
    *got = (size_t)len;
    return check_growth(stream, err);
}

void hg_archive_stream_close(struct hg_archive_stream *stream)
{
    if (stream != NULL) {
        (void)zip_fclose(stream->file);
        hg_heap_free(stream);
    }
}

enum hg_status hg_archive_read(struct hg_buf *out, struct hg_archive *archive, size_t index,
                               struct hg_error *err)
{
    struct hg_archive_stream *stream;
    enum hg_status status = hg_archive_stream_open(&stream, archive, index, err);
    char *chunk;
    size_t got = 1;

    if (status != HG_OK) {
        return status;
    }
    chunk = hg_heap_alloc((size_t)64 << 10);
    while (status == HG_OK && got > 0) {
        status = hg_archive_stream_read(stream, chunk, (size_t)64 << 10, &got, err);
        hg_buf_append(out, chunk, got);
    }
    hg_heap_free(chunk);
    hg_archive_stream_close(stream);
    return status;
}

/* ---- Writing ---- */

struct written {
    struct hg_str name;  /* null data: copied from `from` */
    struct hg_str bytes;
    int64_t modified;
    struct hg_archive *from;
    size_t index;
};

struct hg_archive_writer {
    struct hg_arena *arena;
    HG_VEC(struct written) entries;
};

struct hg_archive_writer *hg_archive_writer_open(void)
{
    struct hg_archive_writer *writer = hg_heap_alloc(sizeof *writer);

    writer->arena = hg_arena_open();
    return writer;
}

void hg_archive_writer_free(struct hg_archive_writer *writer)
{
    if (writer != NULL) {
        hg_arena_free(writer->arena);
        hg_heap_free(writer);
    }
}

void hg_archive_writer_add(struct hg_archive_writer *writer, struct hg_str name,
                           struct hg_str bytes, int64_t modified)
{
    *HG_PUSH(writer->arena, &writer->entries) =
        (struct written){.name = hg_str_copy(writer->arena, name),
                         .bytes = hg_str_copy(writer->arena, bytes),
                         .modified = modified};
}

void hg_archive_writer_copy(struct hg_archive_writer *writer, struct hg_archive *from, size_t index)
{
    *HG_PUSH(writer->arena, &writer->entries) = (struct written){.from = from, .index = index};
}

static bool put_entry(zip_t *zip, const struct written *entry)
{
    zip_source_t *source;
    const char *name;
    zip_int64_t index;
    zip_stat_t stat;

    if (entry->from != NULL) {
        source = zip_source_zip(zip, entry->from->zip, entry->index, ZIP_FL_COMPRESSED, 0, -1);
        name = zip_get_name(entry->from->zip, entry->index, ZIP_FL_ENC_RAW);
    } else {
        source = zip_source_buffer(zip, entry->bytes.data, entry->bytes.len, 0);
        name = entry->name.data;
    }
    if (source == NULL || name == NULL) {
        return false;
    }
    index = zip_file_add(zip, name, source, ZIP_FL_ENC_GUESS);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    if (entry->from == NULL) {
        return zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_DEFLATE, 0) == 0 &&
               zip_file_set_mtime(zip, (zip_uint64_t)index, (time_t)entry->modified, 0) == 0;
    }
    /* Left to itself libzip deflates what was stored and dates folders anew. */
    if (zip_stat_index(entry->from->zip, entry->index, 0, &stat) != 0) {
        return false;
    }
    if ((stat.valid & ZIP_STAT_COMP_METHOD) != 0 && stat.comp_method == ZIP_CM_STORE &&
        zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_STORE, 0) != 0) {
        return false;
    }
    return (stat.valid & ZIP_STAT_MTIME) == 0 ||
           zip_file_set_mtime(zip, (zip_uint64_t)index, stat.mtime, 0) == 0;
}

enum hg_status hg_archive_writer_bytes(struct hg_buf *out, struct hg_archive_writer *writer,
                                       struct hg_error *err)
{
    zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, NULL);
    zip_t *zip = target != NULL ? zip_open_from_source(target, ZIP_TRUNCATE, NULL) : NULL;
    bool fine = zip != NULL;
    zip_stat_t stat;

    if (zip == NULL) {
        zip_source_free(target);
        return hg_error_set(err, HG_IO, "生成压缩包失败");
    }
    zip_source_keep(target);
    for (size_t i = 0; fine && i < writer->entries.len; i++) {
        fine = put_entry(zip, &writer->entries.items[i]);
    }
    if (!fine || zip_close(zip) != 0) {
        hg_error_set(err, HG_IO, "生成压缩包失败：%s", zip_strerror(zip));
        zip_discard(zip);
        zip_source_free(target);
        return HG_IO;
    }
    fine = zip_source_open(target) == 0 && zip_source_stat(target, &stat) == 0;
    if (fine) {
        char *bytes = hg_heap_alloc((size_t)stat.size);

        fine = zip_source_read(target, bytes, stat.size) == (zip_int64_t)stat.size;
        hg_buf_append(out, bytes, fine ? (size_t)stat.size : 0);
        hg_heap_free(bytes);
        (void)zip_source_close(target);
    }
    zip_source_free(target);
    return fine ? HG_OK : hg_error_set(err, HG_IO, "生成压缩包失败");
}

enum hg_status hg_archive_writer_save(struct hg_archive_writer *writer, const char *path,
                                      struct hg_error *err)
{
    struct hg_buf bytes = HG_BUF_INIT;
    enum hg_status status = hg_archive_writer_bytes(&bytes, writer, err);

    if (status == HG_OK) {
        status = hg_output_replace(path, hg_buf_view(&bytes), err);
    }
    hg_buf_release(&bytes);
    return status;
}
