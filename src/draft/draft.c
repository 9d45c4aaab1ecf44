#include "draft/draft.h"

#include <unistd.h>

#include "draft/parts.h"
#include "io/archive.h"

/* The title as it will read, for the properties: what is missing is left out. */
static struct hg_str title_of(struct hg_draft_values *values)
{
    struct hg_buf text = HG_BUF_INIT;
    struct hg_str pattern = values->form->title, title;
    size_t at = 0, open;

    while ((open = hg_str_find(pattern, HG_STR("{"), at)) != SIZE_MAX) {
        size_t close = hg_str_find(pattern, HG_STR("}"), open);

        hg_buf_str(&text, hg_str_sub(pattern, (struct hg_span){at, open}));
        hg_buf_str(&text,
                   hg_draft_value(values, hg_str_sub(pattern, (struct hg_span){open + 1, close})));
        at = close + 1;
    }
    hg_buf_str(&text, hg_str_sub(pattern, (struct hg_span){at, pattern.len}));
    title = text.len == 0 ? HG_STR("") : hg_str_copy(values->arena, hg_buf_view(&text));
    hg_buf_release(&text);
    return title;
}

static void add(struct hg_archive_writer *writer, const char *name, struct hg_buf *part,
                int64_t modified)
{
    hg_archive_writer_add(writer, hg_str_of(name), hg_buf_view(part), modified);
    hg_buf_clear(part);
}

static struct hg_archive_writer *build(struct hg_draft_values *values, int64_t modified)
{
    const struct hg_layout *layout = hg_layout_find(values->form->layout);
    struct hg_archive_writer *writer = hg_archive_writer_open();
    struct hg_buf part = HG_BUF_INIT;

    hg_draft_content_types(&part);
    add(writer, "[Content_Types].xml", &part, modified);
    hg_draft_package_rels(&part);
    add(writer, "_rels/.rels", &part, modified);
    hg_draft_document(&part, values, layout);
    add(writer, "word/document.xml", &part, modified);
    hg_draft_document_rels(&part);
    add(writer, "word/_rels/document.xml.rels", &part, modified);
    hg_draft_styles(&part, layout);
    add(writer, "word/styles.xml", &part, modified);
    hg_draft_numbering(&part, layout);
    add(writer, "word/numbering.xml", &part, modified);
    hg_draft_settings(&part);
    add(writer, "word/settings.xml", &part, modified);
    hg_draft_fonts(&part, layout);
    add(writer, "word/fontTable.xml", &part, modified);
    hg_draft_footer(&part, layout, false);
    add(writer, "word/footer1.xml", &part, modified);
    hg_draft_footer(&part, layout, true);
    add(writer, "word/footer2.xml", &part, modified);
    hg_draft_core(&part, title_of(values), HG_STR(""), modified);
    add(writer, "docProps/core.xml", &part, modified);
    hg_draft_app(&part);
    add(writer, "docProps/app.xml", &part, modified);
    hg_buf_release(&part);
    return writer;
}

enum hg_status hg_draft_bytes(struct hg_buf *out, struct hg_draft_values *values,
                              const struct hg_draft_options *options, struct hg_error *err)
{
    struct hg_archive_writer *writer = build(values, options->modified);
    enum hg_status status = hg_archive_writer_bytes(out, writer, err);

    hg_archive_writer_free(writer);
    return status;
}

enum hg_status hg_draft_save(struct hg_draft_values *values, const char *path,
                             const struct hg_draft_options *options, struct hg_error *err)
{
    struct hg_archive_writer *writer;
    enum hg_status status;

    if (!options->force && access(path, F_OK) == 0) {
        return hg_error_set(err, HG_EXISTS, "“%s”已存在，不覆盖；确要覆盖请加 --force，或换一个文件名", path);
    }
    writer = build(values, options->modified);
    status = hg_archive_writer_save(writer, path, err);
    hg_archive_writer_free(writer);
    return status;
}
