/* Archives written and read back. */
#include "io/archive.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "support/unit.h"

static struct hg_buf two_entries(void)
{
    struct hg_archive_writer *writer = hg_archive_writer_open();
    struct hg_buf bytes = HG_BUF_INIT, much = HG_BUF_INIT;

    for (int i = 0; i < 1000; i++) {
        hg_buf_printf(&much, "第%d件 ", i);
    }
    hg_archive_writer_add(writer, HG_STR("word/Document.xml"), hg_buf_view(&much), 1700000000);
    hg_archive_writer_add(writer, HG_STR("空.txt"), HG_STR(""), 1600000000);
    assert_int_equal(hg_archive_writer_bytes(&bytes, writer, NULL), HG_OK);
    assert_true(bytes.len < much.len); /* deflated */
    hg_archive_writer_free(writer);
    hg_buf_release(&much);
    return bytes;
}

static void entries_are_found_and_read(void **state)
{
    struct hg_buf bytes = two_entries(), text = HG_BUF_INIT;
    struct hg_archive *archive;

    (void)state;
    assert_int_equal(hg_archive_open(&archive, hg_buf_view(&bytes), NULL), HG_OK);
    assert_int_equal(hg_archive_count(archive), 2);
    assert_true(hg_str_is(hg_archive_name(archive, 0), "word/Document.xml"));
    assert_int_equal(hg_archive_find(archive, HG_STR("WORD/document.XML")), 0);
    assert_int_equal(hg_archive_find(archive, HG_STR("空.txt")), 1);
    assert_int_equal(hg_archive_find(archive, HG_STR("word")), SIZE_MAX);
    assert_int_equal(hg_archive_read(&text, archive, 0, NULL), HG_OK);
    assert_true(hg_str_starts(hg_buf_view(&text), HG_STR("第0件 第1件 ")));
    hg_buf_clear(&text);
    assert_int_equal(hg_archive_read(&text, archive, 1, NULL), HG_OK);
    assert_int_equal(text.len, 0);
    hg_archive_close(archive);
    hg_buf_release(&text);
    hg_buf_release(&bytes);
}

static void a_copy_is_the_same_bytes(void **state)
{
    struct hg_buf bytes = two_entries(), copy = HG_BUF_INIT;
    struct hg_archive_writer *writer = hg_archive_writer_open();
    struct hg_archive *archive;

    (void)state;
    assert_int_equal(hg_archive_open(&archive, hg_buf_view(&bytes), NULL), HG_OK);
    hg_archive_writer_copy(writer, archive, 0);
    hg_archive_writer_copy(writer, archive, 1);
    assert_int_equal(hg_archive_writer_bytes(&copy, writer, NULL), HG_OK);
    assert_int_equal(copy.len, bytes.len);
    assert_memory_equal(copy.data, bytes.data, bytes.len);
    hg_archive_writer_free(writer);
    hg_archive_close(archive);
    hg_buf_release(&copy);
    hg_buf_release(&bytes);
}

static size_t files_in(const char *folder)
{
    DIR *open = opendir(folder);
    size_t count = 0;

    assert_non_null(open);
    for (struct dirent *entry = readdir(open); entry != NULL; entry = readdir(open)) {
        count += entry->d_name[0] != '.';
    }
    (void)closedir(open);
    return count;
}

static void saving_replaces_and_leaves_nothing_behind(void **state)
{
    char folder[] = "/tmp/hegao-test-XXXXXX";
    struct hg_buf path = HG_BUF_INIT, bad = HG_BUF_INIT;
    struct hg_archive_writer *writer = hg_archive_writer_open();
    struct hg_archive *archive;
    struct hg_error err;
    FILE *file;

    (void)state;
    assert_non_null(mkdtemp(folder));
    hg_buf_printf(&path, "%s/a.docx", folder);
    hg_archive_writer_add(writer, HG_STR("a"), HG_STR("甲"), 1700000000);
    for (int times = 0; times < 2; times++) {
        assert_int_equal(hg_archive_writer_save(writer, path.data, &err), HG_OK);
        assert_int_equal(files_in(folder), 1);
    }
    file = fopen(path.data, "rb");
    assert_non_null(file);
    assert_int_equal(hg_archive_open_file(&archive, file, NULL), HG_OK);
    assert_int_equal(hg_archive_count(archive), 1);
    hg_archive_close(archive);
    hg_buf_printf(&bad, "%s/none/a.docx", folder);
    assert_int_equal(hg_archive_writer_save(writer, bad.data, &err), HG_IO);
    assert_non_null(strstr(err.message, "无法写入"));
    assert_int_equal(unlink(path.data), 0);
    assert_int_equal(rmdir(folder), 0);
    hg_archive_writer_free(writer);
    hg_buf_release(&path);
    hg_buf_release(&bad);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_are_found_and_read),
        cmocka_unit_test(a_copy_is_the_same_bytes),
        cmocka_unit_test(saving_replaces_and_leaves_nothing_behind),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
