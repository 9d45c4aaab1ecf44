/* place_comments IN.docx OUT.docx SEED [STRIPPED.docx]: a copy with comments at arbitrary places
 * of the main part's raw leaves, whatever a model would make of them. With a fourth argument every
 * other edit is a tracked change, and the copy with all of it taken out again is written too. For
 * the property test of the editor over real packages. Ends 3 where the package may not be
 * edited. */
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "io/docx_editor.h"
#include "io/docx_edit_parts.h"
#include "io/leaf.h"
#include "io/markup.h"

enum { EDITS = 7 };

struct leaves {
    HG_VEC(uint32_t) lengths; /* code points of each leaf, by ordinal */
};

static void count_leaves(struct leaves *leaves, struct hg_str part)
{
    struct hg_markup scan;
    struct hg_markup_token token;
    uint32_t length = 0;
    bool inside = false;

    hg_markup_init(&scan, part);
    while (hg_markup_next(&scan, &token)) {
        bool leaf = token.ns == HG_MARKUP_NS_W && hg_leaf_kind(token.local) != HG_LEAF_NONE;

        if (leaf && token.kind == HG_MARKUP_START) {
            inside = true;
            length = 0;
        } else if (leaf && token.kind == HG_MARKUP_EMPTY) {
            *HG_HEAP_PUSH(&leaves->lengths) = hg_leaf_kind(token.local) >= HG_LEAF_TAB;
        } else if (leaf && token.kind == HG_MARKUP_END) {
            *HG_HEAP_PUSH(&leaves->lengths) = length;
            inside = false;
        } else if (inside && token.kind == HG_MARKUP_TEXT) {
            struct hg_buf text = HG_BUF_INIT;

            hg_markup_decode(&text, hg_str_sub(part, token.span));
            length += (uint32_t)hg_utf8_count(hg_buf_view(&text));
            hg_buf_release(&text);
        }
    }
    hg_markup_release(&scan);
}

static uint32_t random_below(uint64_t *state, uint32_t limit)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return limit > 0 ? (uint32_t)((*state >> 33) % limit) : 0;
}

static void choose(struct hg_docx_edit *edit, const struct leaves *leaves, struct hg_str part,
                   uint64_t *state, bool changes)
{
    uint32_t count = (uint32_t)leaves->lengths.len, span = random_below(state, 3);

    edit->part = part;
    edit->comment = HG_STR("试放的批注 <&> \"引号\"\n第二段");
    if (count == 0) {
        edit->anchor = HG_DOCX_AT_DOCUMENT;
        return;
    }
    edit->start_leaf = random_below(state, count);
    edit->end_leaf = edit->start_leaf + span < count ? edit->start_leaf + span : count - 1;
    edit->start_offset = random_below(state, leaves->lengths.items[edit->start_leaf]);
    edit->end_offset = 1 + random_below(state, leaves->lengths.items[edit->end_leaf]);
    if (edit->end_offset > leaves->lengths.items[edit->end_leaf]) {
        edit->end_offset = leaves->lengths.items[edit->end_leaf];
    }
    if (edit->start_leaf == edit->end_leaf && edit->end_offset < edit->start_offset) {
        edit->end_offset = edit->start_offset;
    }
    edit->change = changes && random_below(state, 2) == 0;
    edit->replacement = HG_STR("换成<这些>");
}

/* Takes everything out of `path` again. */
static enum hg_status strip(const char *path, const char *out, struct hg_error *error)
{
    struct hg_archive_writer *writer = hg_archive_writer_open();
    struct hg_docx_edit_options options = {.time = 1763683200, .strip_changes = true};
    struct hg_archive *archive = NULL;
    enum hg_status status = hg_archive_open_file(&archive, fopen(path, "rb"), error);

    if (status == HG_OK) {
        status = hg_docx_edit(writer, archive, NULL, 0, &options, error);
    }
    if (status == HG_OK) {
        status = hg_archive_writer_save(writer, out, error);
    }
    hg_archive_writer_free(writer);
    hg_archive_close(archive);
    return status;
}

/* Chooses edits, makes the copy at argv[2], says how many were not placed, comments, changes. */
static int annotate(struct hg_archive *archive, struct hg_docx_parts *parts, int argc, char **argv)
{
    struct hg_docx_edit edits[EDITS + 1] = {0};
    struct hg_docx_edit_options options = {.time = 1763683200};
    struct hg_archive_writer *writer = hg_archive_writer_open();
    struct leaves leaves = {0};
    uint64_t state = strtoull(argv[3], NULL, 10) * 2654435761u + 1;
    int placed[3] = {0, 0, 0};
    struct hg_error error;
    enum hg_status status;

    count_leaves(&leaves, hg_buf_view(&parts->main.text));
    for (int i = 0; i < EDITS; i++) {
        choose(&edits[i], &leaves, parts->main.name, &state, argc > 4);
    }
    edits[EDITS] = (struct hg_docx_edit){.anchor = HG_DOCX_AT_DOCUMENT,
                                         .comment = HG_STR("整篇文稿的批注")};
    status = hg_docx_edit(writer, archive, edits, EDITS + 1, &options, &error);
    for (int i = 0; i <= EDITS; i++) {
        placed[edits[i].outcome]++;
    }
    if (status == HG_OK) {
        printf("%d %d %d\n", placed[0], placed[1], placed[2]);
        status = hg_archive_writer_save(writer, argv[2], &error);
    }
    if (status == HG_OK && argc > 4) {
        status = strip(argv[2], argv[4], &error);
    }
    if (status != HG_OK) {
        fprintf(stderr, "%s: %s\n", argv[1], error.message);
    }
    HG_HEAP_VEC_FREE(&leaves.lengths);
    hg_archive_writer_free(writer);
    return status == HG_OK ? 0 : status == HG_PROTECTED ? 3 : 2;
}

int main(int argc, char **argv)
{
    struct hg_archive *archive = NULL;
    struct hg_docx_parts parts;
    struct hg_error error;
    FILE *file = argc > 3 ? fopen(argv[1], "rb") : NULL;
    int code = 2;

    if (file == NULL || hg_archive_open_file(&archive, file, &error) != HG_OK) {
        return 2;
    }
    if (hg_docx_parts_open(&parts, archive, &error) == HG_OK) {
        code = annotate(archive, &parts, argc, argv);
    }
    hg_docx_parts_release(&parts);
    hg_archive_close(archive);
    return code;
}
