/* Tracked changes (ECMA-376 part 1, 17.13.5), in the view that is asked for. */
#include "base/utf8.h"
#include "io/docx_reading.h"

enum { TEXT_KEPT = 200 };

static struct hg_str kept_attribute(struct hg_arena *arena, const struct hg_xml_tag *tag,
                                    uint16_t name)
{
    struct hg_str value = HG_STR("");

    return hg_xml_attribute(tag, HG_NS_W, name, &value) ? hg_str_copy(arena, value) : HG_STR("");
}

uint32_t hg_docx_change_note(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                             enum hg_revision_kind kind)
{
    struct hg_doc *doc = part->reading->doc;
    struct hg_revision *revision = HG_PUSH(doc->arena, &doc->revisions);
    const struct hg_docx_story *story = part->story;

    revision->kind = kind;
    revision->author = kept_attribute(doc->arena, tag, HG_X_author);
    revision->date = kept_attribute(doc->arena, tag, HG_X_date);
    revision->text = HG_STR("");
    if (story != NULL && story->in_paragraph) {
        revision->paragraph = story->paragraph;
        revision->span.start = revision->span.end = story->paragraph->text.len;
    }
    return (uint32_t)doc->revisions.len;
}

static enum hg_revision_kind kind_of(uint16_t name)
{
    return name == HG_X_ins        ? HG_REVISION_INSERT
           : name == HG_X_del      ? HG_REVISION_DELETE
           : name == HG_X_moveFrom ? HG_REVISION_MOVE_FROM
                                   : HG_REVISION_MOVE_TO;
}

/* What this view leaves out: deletions when accepting, insertions when rejecting. */
static bool is_gone(const struct hg_docx_reading *reading, uint16_t name)
{
    return (name == HG_X_del || name == HG_X_moveFrom) != reading->reject;
}

void hg_docx_change_open(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                         struct hg_docx_frame *frame)
{
    frame->kind = HG_KIND_CHANGE;
    frame->name = tag->name;
    frame->revision = hg_docx_change_note(part, tag, kind_of(tag->name));
    if (is_gone(part->reading, tag->name)) {
        frame->mode = HG_MODE_REMOVED;
        hg_buf_clear(&part->gone);
    } else if (part->reading->reject) {
        part->deleted++;
    } else {
        part->inserted++;
    }
}

/* At most TEXT_KEPT bytes, not cutting a character. */
static struct hg_str beginning(struct hg_str text)
{
    size_t at = 0;

    while (at < text.len) {
        size_t next = at;

        (void)hg_utf8_next(text, &next);
        if (next > TEXT_KEPT) {
            break;
        }
        at = next;
    }
    return hg_str_sub(text, (struct hg_span){0, at});
}

void hg_docx_change_close(struct hg_docx_part *part, const struct hg_docx_frame *frame)
{
    struct hg_doc *doc = part->reading->doc;
    struct hg_revision *revision = &doc->revisions.items[frame->revision - 1];

    if (is_gone(part->reading, frame->name)) {
        revision->text = hg_str_copy(doc->arena, beginning(hg_buf_view(&part->gone)));
        return;
    }
    if (part->reading->reject) {
        part->deleted--;
    } else {
        part->inserted--;
    }
    if (revision->paragraph != NULL) {
        revision->span.end = revision->paragraph->text.len;
        revision->text =
            hg_str_copy(doc->arena, beginning(hg_str_sub(revision->paragraph->text,
                                                         revision->span)));
    }
}

void hg_docx_change_mark(struct hg_docx_part *part, const struct hg_xml_tag *tag)
{
    bool added = tag->name == HG_X_ins || tag->name == HG_X_moveTo;

    (void)hg_docx_change_note(part, tag, added ? HG_REVISION_PARAGRAPH_INSERT
                                               : HG_REVISION_PARAGRAPH_DELETE);
    if (is_gone(part->reading, tag->name)) {
        part->story->mark_removed = true;
    }
}
