#include "io/docx_edit_marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "io/docx_edit_change.h"
#include "io/docx_edit_sites.h"
#include "io/xml.h"

/* What stands at one place, in the order in which it is written there. */
enum event_kind {
    EVENT_CHANGE_ENDS,
    EVENT_COMMENT_ENDS,
    EVENT_COMMENT_STARTS, /* and ends, if its range is empty */
    EVENT_CHANGE_STARTS
};

struct event {
    enum event_kind kind;
    size_t edit;
    const struct hg_site *site;
};

struct placing {
    struct hg_patches *patches;
    struct hg_str part;
    struct hg_docx_edit *edits;
    size_t count;
    int32_t *comment_ids;
    const struct hg_docx_marks *how;
    struct hg_sites sites;
    struct hg_mark *marks; /* two an edit: start, end */
    HG_VEC(struct event) events;
    struct hg_buf text;
    bool in_change;        /* a tracked deletion is open where the writing stands */
};

static const struct hg_site *start_of(const struct placing *placing, size_t edit)
{
    return &placing->marks[edit * 2].site;
}

static const struct hg_site *end_of(const struct placing *placing, size_t edit)
{
    return &placing->marks[edit * 2 + 1].site;
}

static void set_mark(struct hg_mark *mark, const struct hg_docx_edit *edit, bool end)
{
    static const enum hg_site_goal goals[] = {
        [HG_DOCX_AT_RANGE] = HG_GOAL_LEAF,
        [HG_DOCX_AT_FOOTNOTE] = HG_GOAL_FOOTNOTE,
        [HG_DOCX_AT_ENDNOTE] = HG_GOAL_ENDNOTE,
        [HG_DOCX_AT_DOCUMENT] = HG_GOAL_PARAGRAPH,
    };

    mark->goal = goals[edit->anchor];
    mark->end = end;
    mark->leaf = end ? edit->end_leaf : edit->start_leaf;
    mark->offset = end ? edit->end_offset : edit->start_offset;
    mark->id = edit->note_id;
}

static void find_outcomes(struct placing *placing)
{
    for (size_t i = 0; i < placing->count; i++) {
        const struct hg_site *start = start_of(placing, i), *end = end_of(placing, i);
        struct hg_docx_edit *edit = &placing->edits[i];

        edit->outcome = HG_DOCX_NOT_PLACED;
        placing->comment_ids[i] = -1;
        if (start->kind != HG_SITE_NONE && end->kind != HG_SITE_NONE &&
            start->story == end->story && start->at <= end->at) {
            edit->outcome = HG_DOCX_COMMENTED;
        }
    }
    for (size_t i = 0; i < placing->count; i++) {
        if (placing->edits[i].outcome == HG_DOCX_COMMENTED && placing->edits[i].change &&
            hg_docx_change_possible(placing->part, &placing->sites, start_of(placing, i),
                                    end_of(placing, i))) {
            placing->edits[i].outcome = HG_DOCX_CHANGED;
        }
    }
}

static int offset_order(const void *left, const void *right)
{
    size_t a = *(const size_t *)left, b = *(const size_t *)right;

    return a < b ? -1 : a > b;
}

/* The first of the sorted offsets that lies above `limit`; SIZE_MAX if none does. */
static size_t first_above(const size_t *offsets, size_t count, size_t limit)
{
    size_t low = 0, high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (offsets[middle] <= limit) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < count ? offsets[low] : SIZE_MAX;
}

/* No mark may stand inside a tracked deletion, and a range is deleted once: where that would not
 * hold, the change becomes a comment. */
static void settle_changes(struct placing *placing)
{
    size_t *offsets = hg_heap_alloc((placing->count * 2 + 1) * sizeof *offsets);
    size_t used = 0;

    for (size_t i = 0; i < placing->count; i++) {
        if (placing->edits[i].outcome != HG_DOCX_NOT_PLACED) {
            offsets[used++] = start_of(placing, i)->at;
            offsets[used++] = end_of(placing, i)->at;
        }
    }
    qsort(offsets, used, sizeof *offsets, offset_order);
    for (size_t i = 0; i < placing->count; i++) {
        size_t start = start_of(placing, i)->at, end = end_of(placing, i)->at;
        bool taken = false;

        if (placing->edits[i].outcome != HG_DOCX_CHANGED) {
            continue;
        }
        for (size_t j = 0; j < i && !taken; j++) {
            taken = placing->edits[j].outcome == HG_DOCX_CHANGED &&
                    start_of(placing, j)->at == start;
        }
        if (taken || first_above(offsets, used, start) < end) {
            placing->edits[i].outcome = HG_DOCX_COMMENTED;
        }
    }
    hg_heap_free(offsets);
}

static int event_order(const void *left, const void *right)
{
    const struct event *a = left, *b = right;

    if (a->site->at != b->site->at) {
        return a->site->at < b->site->at ? -1 : 1;
    }
    if (a->kind != b->kind) {
        return a->kind < b->kind ? -1 : 1;
    }
    return a->edit < b->edit ? -1 : a->edit > b->edit;
}

static void make_events(struct placing *placing)
{
    for (size_t i = 0; i < placing->count; i++) {
        const struct hg_site *start = start_of(placing, i), *end = end_of(placing, i);

        if (placing->edits[i].outcome == HG_DOCX_CHANGED) {
            *HG_HEAP_PUSH(&placing->events) = (struct event){EVENT_CHANGE_STARTS, i, start};
            *HG_HEAP_PUSH(&placing->events) = (struct event){EVENT_CHANGE_ENDS, i, end};
        } else if (placing->edits[i].outcome == HG_DOCX_COMMENTED) {
            placing->comment_ids[i] = hg_docx_ids_next(placing->how->ids);
            *HG_HEAP_PUSH(&placing->events) = (struct event){EVENT_COMMENT_STARTS, i, start};
            if (start->at != end->at) {
                *HG_HEAP_PUSH(&placing->events) = (struct event){EVENT_COMMENT_ENDS, i, end};
            }
        }
    }
    if (placing->events.len > 1) {
        qsort(placing->events.items, placing->events.len, sizeof *placing->events.items,
              event_order);
    }
}

static void write_comment_start(struct placing *placing, const struct hg_site *site, int32_t id)
{
    hg_xml_open_tag(&placing->text, site->prefix, "commentRangeStart");
    hg_docx_attribute(&placing->text, site, placing->how->namespace_uri, "id");
    hg_buf_printf(&placing->text, "%d\"/>", (int)id);
}

static void write_comment_end(struct placing *placing, const struct hg_site *site, int32_t id)
{
    hg_xml_open_tag(&placing->text, site->prefix, "commentRangeEnd");
    hg_docx_attribute(&placing->text, site, placing->how->namespace_uri, "id");
    hg_buf_printf(&placing->text, "%d\"/>", (int)id);
    hg_xml_open_tag(&placing->text, site->prefix, "r");
    hg_buf_putc(&placing->text, '>');
    hg_xml_open_tag(&placing->text, site->prefix, "commentReference");
    hg_docx_attribute(&placing->text, site, placing->how->namespace_uri, "id");
    hg_buf_printf(&placing->text, "%d\"/>", (int)id);
    hg_xml_close_tag(&placing->text, site->prefix, "r");
}

static void write_event(struct placing *placing, const struct event *event)
{
    const struct hg_docx_edit *edit = &placing->edits[event->edit];
    int32_t id = placing->comment_ids[event->edit];

    switch (event->kind) {
    case EVENT_CHANGE_STARTS:
        hg_docx_change_start(&placing->text, event->site, placing->how);
        placing->in_change = true;
        break;
    case EVENT_CHANGE_ENDS:
        hg_docx_change_end(&placing->text, placing->part,
                           &placing->sites.runs.items[start_of(placing, event->edit)->run],
                           event->site, edit->replacement, placing->how);
        placing->in_change = false;
        break;
    case EVENT_COMMENT_STARTS:
        write_comment_start(placing, event->site, id);
        if (end_of(placing, event->edit)->at == event->site->at) {
            write_comment_end(placing, event->site, id);
        }
        break;
    case EVENT_COMMENT_ENDS:
        write_comment_end(placing, event->site, id);
        break;
    }
}

/* Whether a piece of text that ends or begins at `at` would lose a blank there without
 * xml:space="preserve". A reference may stand for a blank. */
static bool blank_before(struct hg_str part, size_t at)
{
    uint32_t c = hg_utf8_before(part, at);

    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x3000 || c == 0xA0 || c == ';';
}

static bool blank_after(struct hg_str part, size_t at)
{
    uint32_t c = hg_utf8_at(part, at);

    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0x3000 || c == 0xA0 || c == '&';
}

/* The split of a leaf that follows event `next` in the same leaf; null if there is none. */
static const struct hg_site *next_split(const struct placing *placing, size_t next,
                                        const struct hg_site *site)
{
    const struct hg_site *other =
        next < placing->events.len ? placing->events.items[next].site : NULL;

    return other != NULL && other->kind == HG_SITE_TEXT &&
                   other->leaf_tag.start == site->leaf_tag.start
               ? other
               : NULL;
}

/* The first split of a leaf: its own start tag may need xml:space now. */
static void preserve_first(struct placing *placing, const struct hg_site *site)
{
    if (site->preserve || !blank_before(placing->part, site->at)) {
        return;
    }
    if (site->space.end > 0) {
        hg_patches_replace(placing->patches, site->space, HG_STR("preserve"));
    } else {
        hg_patches_insert(placing->patches, site->leaf_tag.end - 1,
                          HG_STR(" xml:space=\"preserve\""));
    }
}

/* The start tag of a leaf's next piece. */
static void write_leaf_tag(struct placing *placing, const struct hg_site *site, bool preserve)
{
    struct hg_str tag = hg_str_sub(placing->part, site->leaf_tag);
    struct hg_str prefix = placing->sites.runs.items[site->run].prefix;

    if (site->is_text && placing->in_change) {
        hg_xml_open_tag(&placing->text, prefix, "delText");
        hg_buf_puts(&placing->text, " xml:space=\"preserve\">");
    } else if (preserve && !site->preserve && site->space.end > 0) {
        hg_xml_open_tag(&placing->text, prefix, "t");
        hg_buf_puts(&placing->text, " xml:space=\"preserve\">");
    } else if (preserve && !site->preserve) {
        hg_buf_append(&placing->text, tag.data, tag.len - 1);
        hg_buf_puts(&placing->text, " xml:space=\"preserve\">");
    } else {
        hg_buf_str(&placing->text, tag);
    }
}

static void write_leaf_close(struct placing *placing, const struct hg_site *site)
{
    struct hg_str tag = hg_str_sub(placing->part, site->leaf_tag);
    size_t end = 1;

    if (placing->in_change) {
        hg_xml_close_tag(&placing->text, placing->sites.runs.items[site->run].prefix, "delText");
        return;
    }
    while (end < tag.len && strchr(" \t\r\n/>", tag.data[end]) == NULL) {
        end++;
    }
    hg_buf_puts(&placing->text, "</");
    hg_buf_append(&placing->text, tag.data + 1, end - 1);
    hg_buf_putc(&placing->text, '>');
}

static void open_run_again(struct placing *placing, const struct hg_site *site)
{
    const struct hg_site_run *run = &placing->sites.runs.items[site->run];

    hg_buf_str(&placing->text, hg_str_sub(placing->part, run->tag));
    hg_docx_copy_properties(&placing->text, placing->part, run->properties, placing->how->ids);
}

/* Events [first, end) stand at one place. `split_before`: the same leaf was split before. */
static void write_place(struct placing *placing, size_t first, size_t end, bool split_before)
{
    const struct hg_site *site = placing->events.items[first].site;
    bool splits = site->kind == HG_SITE_TEXT || site->kind == HG_SITE_CHILD;
    const struct hg_site *next = NULL;

    hg_buf_clear(&placing->text);
    if (site->kind == HG_SITE_TEXT) {
        next = next_split(placing, end, site);
        if (!split_before) {
            preserve_first(placing, site);
        }
        hg_buf_puts(&placing->text, site->cdata ? "]]>" : "");
        write_leaf_close(placing, site);
    }
    if (splits) {
        hg_xml_close_tag(&placing->text, placing->sites.runs.items[site->run].prefix, "r");
    }
    if (site->kind == HG_SITE_EMPTY_PARAGRAPH) {
        hg_buf_putc(&placing->text, '>');
    }
    for (size_t i = first; i < end; i++) {
        write_event(placing, &placing->events.items[i]);
    }
    if (splits) {
        open_run_again(placing, site);
    }
    if (site->kind == HG_SITE_TEXT) {
        write_leaf_tag(placing, site,
                       blank_after(placing->part, site->at) ||
                           (next != NULL && blank_before(placing->part, next->at)));
        hg_buf_puts(&placing->text, site->cdata ? "<![CDATA[" : "");
    }
    if (site->kind == HG_SITE_EMPTY_PARAGRAPH) {
        hg_xml_close_tag(&placing->text, site->prefix, "p");
        hg_patches_replace(placing->patches, (struct hg_span){site->at - 2, site->at},
                           hg_buf_view(&placing->text));
    } else {
        hg_patches_insert(placing->patches, site->at, hg_buf_view(&placing->text));
    }
}

static void write_events(struct placing *placing)
{
    size_t first = 0, leaf = SIZE_MAX;

    while (first < placing->events.len) {
        const struct hg_site *site = placing->events.items[first].site;
        size_t end = first + 1;
        bool split_before = site->kind == HG_SITE_TEXT && site->leaf_tag.start == leaf;

        while (end < placing->events.len && placing->events.items[end].site->at == site->at) {
            end++;
        }
        write_place(placing, first, end, split_before);
        leaf = site->kind == HG_SITE_TEXT ? site->leaf_tag.start : SIZE_MAX;
        first = end;
    }
}

void hg_docx_marks_place(struct hg_patches *patches, struct hg_str part,
                         struct hg_docx_edit *edits, size_t count, int32_t *comment_ids,
                         const struct hg_docx_marks *how)
{
    struct placing placing = {.patches = patches,
                              .part = part,
                              .edits = edits,
                              .count = count,
                              .comment_ids = comment_ids,
                              .how = how};

    placing.marks = hg_heap_alloc((count * 2 + 1) * sizeof *placing.marks);
    for (size_t i = 0; i < count; i++) {
        set_mark(&placing.marks[i * 2], &edits[i], false);
        set_mark(&placing.marks[i * 2 + 1], &edits[i], true);
    }
    hg_sites_find(&placing.sites, part, placing.marks, count * 2);
    find_outcomes(&placing);
    settle_changes(&placing);
    for (size_t i = 0; i < count; i++) {
        if (edits[i].outcome == HG_DOCX_CHANGED) {
            hg_docx_change_rename(patches, part, start_of(&placing, i), end_of(&placing, i));
        }
    }
    make_events(&placing);
    write_events(&placing);
    hg_sites_release(&placing.sites);
    HG_HEAP_VEC_FREE(&placing.events);
    hg_buf_release(&placing.text);
    hg_heap_free(placing.marks);
}
