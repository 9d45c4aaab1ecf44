#include "io/docx_edit_comments.h"

#include <string.h>

#include "io/xml.h"
#include "io/markup.h"

/* How the root of a part names things. */
struct root {
    struct hg_str w, w14, w15, cid; /* prefixes; null data where none is bound */
    struct hg_str element;          /* prefix of the root itself, may be "" */
    bool ignores_w14;               /* mc:Ignorable lists w14 */
};

static struct root read_root(const struct hg_docx_raw *raw)
{
    struct root root = {{NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}, {"", 0}, false};
    struct hg_markup scan;
    struct hg_markup_token token;

    hg_markup_init(&scan, hg_buf_view(&raw->text));
    while (hg_markup_next(&scan, &token)) {
        struct hg_str ignorable, prefix;

        if (token.kind != HG_MARKUP_START && token.kind != HG_MARKUP_EMPTY) {
            continue;
        }
        root.element = token.prefix;
        root.w = hg_markup_prefix(&scan, HG_MARKUP_NS_W);
        root.w14 = hg_markup_prefix(&scan, HG_MARKUP_NS_W14);
        root.w15 = hg_markup_prefix(&scan, HG_MARKUP_NS_W15);
        root.cid = hg_markup_prefix(&scan, HG_MARKUP_NS_CID);
        ignorable = hg_markup_value(&scan, &token, HG_MARKUP_NS_MC, "Ignorable");
        while (hg_str_split(&ignorable, ' ', &prefix)) {
            root.ignores_w14 = root.ignores_w14 || (root.w14.data != NULL &&
                                                    hg_str_equal(prefix, root.w14));
        }
        break;
    }
    hg_markup_release(&scan);
    return root;
}

struct writing {
    struct hg_docx_parts *parts;
    struct root root;
    bool paragraph_ids; /* comments carry w14:paraId */
    uint32_t last_id;
    struct hg_str author;
    const char *date;
    struct hg_buf comments, extended, ids;
    struct root extended_root, ids_root;
};

/* A paraId that neither the main part nor the comments hold: above 0, below 0x80000000. */
static uint32_t fresh_paragraph_id(struct writing *writing)
{
    struct hg_str main = hg_buf_view(&writing->parts->main.text);
    struct hg_str comments = hg_buf_view(&writing->parts->part[HG_DOCX_COMMENTS].text);
    char text[16];

    do {
        writing->last_id++;
        (void)snprintf(text, sizeof text, "%08X", (unsigned)writing->last_id);
    } while (hg_str_contains(main, hg_str_of(text)) || hg_str_contains(comments, hg_str_of(text)));
    return writing->last_id;
}

static void write_lines(struct writing *writing, struct hg_str text, const char *paragraph_id)
{
    struct hg_buf *out = &writing->comments;
    struct hg_str prefix = writing->root.w, line;
    bool first = true;

    /* With no prefix bound, w:comment declares one itself and everything inside uses it. */
    if (prefix.data == NULL) {
        prefix = HG_STR("w");
    }
    while (first || text.len > 0) {
        if (!hg_str_split(&text, '\n', &line)) {
            line = HG_STR("");
        }
        hg_buf_printf(out, "<%.*s:p", HG_FMT(prefix));
        if (text.len == 0 && paragraph_id != NULL) {
            hg_buf_printf(out, " %.*s:paraId=\"%s\"", HG_FMT(writing->root.w14), paragraph_id);
        }
        hg_buf_putc(out, '>');
        if (first) {
            hg_buf_printf(out, "<%.*s:r><%.*s:annotationRef/></%.*s:r>", HG_FMT(prefix),
                          HG_FMT(prefix), HG_FMT(prefix));
        }
        hg_buf_printf(out,
                      "<%.*s:r><%.*s:rPr><%.*s:rFonts %.*s:hint=\"eastAsia\"/></%.*s:rPr>"
                      "<%.*s:t xml:space=\"preserve\">",
                      HG_FMT(prefix), HG_FMT(prefix), HG_FMT(prefix), HG_FMT(prefix),
                      HG_FMT(prefix), HG_FMT(prefix));
        hg_xml_escape(out, line);
        hg_buf_printf(out, "</%.*s:t></%.*s:r></%.*s:p>", HG_FMT(prefix), HG_FMT(prefix),
                      HG_FMT(prefix));
        first = false;
    }
}

static void write_comment(struct writing *writing, const struct hg_docx_edit *edit, int32_t id)
{
    struct hg_buf *out = &writing->comments;
    struct hg_str prefix = writing->root.w;
    char paragraph_id[16] = "";

    if (writing->paragraph_ids) {
        (void)snprintf(paragraph_id, sizeof paragraph_id, "%08X",
                       (unsigned)fresh_paragraph_id(writing));
    }
    if (prefix.data == NULL) {
        prefix = HG_STR("w");
        hg_buf_printf(out, "<w:comment xmlns:w=\"%s\"",
                      hg_docx_parts_namespace(writing->parts));
    } else {
        hg_buf_printf(out, "<%.*s:comment", HG_FMT(prefix));
    }
    hg_buf_printf(out, " %.*s:id=\"%d\" %.*s:author=\"", HG_FMT(prefix), (int)id, HG_FMT(prefix));
    hg_xml_escape(out, writing->author);
    hg_buf_printf(out, "\" %.*s:date=\"%s\" %.*s:initials=\"" HG_DOCX_OWN_INITIALS "\">",
                  HG_FMT(prefix), writing->date, HG_FMT(prefix));
    write_lines(writing, edit->comment, writing->paragraph_ids ? paragraph_id : NULL);
    hg_buf_printf(out, "</%.*s:comment>", HG_FMT(prefix));
    if (writing->paragraph_ids && writing->extended_root.w15.data != NULL) {
        struct hg_str w15 = writing->extended_root.w15;

        hg_buf_printf(&writing->extended, "<%.*s:commentEx %.*s:paraId=\"%s\" %.*s:done=\"0\"/>",
                      HG_FMT(w15), HG_FMT(w15), paragraph_id, HG_FMT(w15));
    }
    if (writing->paragraph_ids && writing->ids_root.cid.data != NULL) {
        struct hg_str cid = writing->ids_root.cid;

        hg_buf_printf(&writing->ids, "<%.*s:commentId %.*s:paraId=\"%s\" %.*s:durableId=\"%s\"/>",
                      HG_FMT(cid), HG_FMT(cid), paragraph_id, HG_FMT(cid), paragraph_id);
    }
}

/* people.xml knows the authors of comments; where it exists ours is added once. */
static enum hg_status add_person(struct hg_docx_parts *parts, struct hg_str author,
                                 struct hg_error *err)
{
    struct hg_docx_raw *people = &parts->part[HG_DOCX_PEOPLE];
    enum hg_status status = hg_docx_parts_load(parts, HG_DOCX_PEOPLE, err);
    struct hg_buf out = HG_BUF_INIT, name = HG_BUF_INIT;
    struct root root;

    if (status != HG_OK || !people->loaded) {
        return status;
    }
    root = read_root(people);
    hg_xml_escape(&name, author);
    hg_buf_printf(&out, "%.*s:author=\"%s\"", HG_FMT(root.w15), name.data);
    if (root.w15.data != NULL && !hg_str_contains(hg_buf_view(&people->text), hg_buf_view(&out))) {
        struct hg_str w15 = root.w15;

        hg_buf_clear(&out);
        hg_buf_printf(&out,
                      "<%.*s:person %.*s:author=\"%s\"><%.*s:presenceInfo "
                      "%.*s:providerId=\"None\" %.*s:userId=\"%s\"/></%.*s:person>",
                      HG_FMT(w15), HG_FMT(w15), name.data, HG_FMT(w15), HG_FMT(w15), HG_FMT(w15),
                      name.data, HG_FMT(w15));
        hg_docx_raw_append(people, hg_buf_view(&out));
    }
    hg_buf_release(&out);
    hg_buf_release(&name);
    return status;
}

enum hg_status hg_docx_comments_add(struct hg_docx_parts *parts, const struct hg_docx_edit *edits,
                                    const int32_t *ids, size_t count, struct hg_str author,
                                    const char *date, struct hg_error *err)
{
    struct hg_docx_raw *comments = &parts->part[HG_DOCX_COMMENTS];
    struct hg_docx_raw *extended = &parts->part[HG_DOCX_COMMENTS_EXTENDED];
    struct hg_docx_raw *durable = &parts->part[HG_DOCX_COMMENTS_IDS];
    struct writing writing = {.parts = parts, .author = author, .date = date};
    bool any = false;

    for (size_t i = 0; i < count; i++) {
        any = any || ids[i] >= 0;
    }
    if (!any) {
        return HG_OK;
    }
    hg_docx_parts_need_comments(parts);
    writing.root = read_root(comments);
    writing.extended_root = read_root(extended);
    writing.ids_root = read_root(durable);
    writing.paragraph_ids = writing.root.w14.data != NULL && writing.root.ignores_w14 &&
                            (extended->loaded || durable->loaded);
    writing.last_id = 0x4B470000; /* arbitrary, in the middle of what is allowed */
    for (size_t i = 0; i < count; i++) {
        if (ids[i] >= 0) {
            write_comment(&writing, &edits[i], ids[i]);
        }
    }
    hg_docx_raw_append(comments, hg_buf_view(&writing.comments));
    if (writing.extended.len > 0) {
        hg_docx_raw_append(extended, hg_buf_view(&writing.extended));
    }
    if (writing.ids.len > 0) {
        hg_docx_raw_append(durable, hg_buf_view(&writing.ids));
    }
    hg_buf_release(&writing.comments);
    hg_buf_release(&writing.extended);
    hg_buf_release(&writing.ids);
    return add_person(parts, author, err);
}
