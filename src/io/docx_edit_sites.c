#include "io/docx_edit_sites.h"

#include <stdlib.h>
#include <string.h>

#include "io/limits.h"

enum frame_kind {
    FRAME_OTHER,
    FRAME_PARAGRAPH,
    FRAME_HOLDER, /* holds runs within a paragraph: hyperlink, ins, sdtContent … */
    FRAME_RUN,
    FRAME_RUN_PROPERTIES,
    FRAME_PARAGRAPH_PROPERTIES,
    FRAME_PAGE_BREAK, /* w:lastRenderedPageBreak: nothing is lost if a mark passes it */
    FRAME_BOX,
    FRAME_LEAF
};

struct frame {
    enum frame_kind kind;
    bool takes_changes;
    bool is_text;
    struct hg_span tag;
    struct hg_str prefix;
    size_t run; /* of a run: its record once it has one, else SIZE_MAX */
    struct hg_span properties;
    size_t first_child, last_end;
    struct hg_span space; /* of a leaf: value of xml:space */
};

struct piece {
    struct hg_span span;
    bool cdata;
};

/* A mark whose place is the end of an element that is still open. */
struct pending {
    struct hg_mark *mark;
    uint32_t depth;
};

struct walk {
    struct hg_markup scan;
    struct hg_sites *sites;
    struct hg_mark **leaves; /* marks on leaves, by ordinal */
    size_t leaf_count, next;
    struct hg_mark *others;  /* all marks, for the few other goals */
    size_t count;
    struct frame frames[HG_LIMIT_XML_DEPTH + 2]; /* frames[1] is the root */
    uint32_t depth;
    uint32_t ordinal;
    uint32_t first_paragraph; /* depth of the part's first paragraph while it is open */
    bool paragraph_seen;
    HG_VEC(struct pending) pending;
    HG_VEC(struct piece) pieces; /* text of the open leaf, if a mark stands in it */
};

static const struct {
    const char *local;
    bool takes_changes;
} holders[] = {
    {"hyperlink", true}, {"smartTag", true}, {"customXml", true}, {"sdtContent", true},
    {"dir", true},       {"bdo", true},      {"ins", false},      {"del", false},
    {"moveFrom", false}, {"moveTo", false},  {"fldSimple", false},
};

static void classify(struct frame *frame, const struct hg_markup_token *token)
{
    enum hg_leaf_kind leaf;

    frame->kind = FRAME_OTHER;
    if (token->ns != HG_MARKUP_NS_W) {
        return;
    }
    leaf = hg_leaf_kind(token->local);
    if (leaf != HG_LEAF_NONE) {
        frame->kind = FRAME_LEAF;
        frame->is_text = leaf == HG_LEAF_TEXT || leaf == HG_LEAF_DELETED_TEXT;
    } else if (hg_str_is(token->local, "p")) {
        frame->kind = FRAME_PARAGRAPH;
        frame->takes_changes = true;
    } else if (hg_str_is(token->local, "r")) {
        frame->kind = FRAME_RUN;
    } else if (hg_str_is(token->local, "rPr")) {
        frame->kind = FRAME_RUN_PROPERTIES;
    } else if (hg_str_is(token->local, "pPr")) {
        frame->kind = FRAME_PARAGRAPH_PROPERTIES;
    } else if (hg_str_is(token->local, "txbxContent")) {
        frame->kind = FRAME_BOX;
    } else if (hg_str_is(token->local, "lastRenderedPageBreak")) {
        frame->kind = FRAME_PAGE_BREAK;
    } else {
        for (size_t i = 0; i < sizeof holders / sizeof *holders; i++) {
            if (hg_str_is(token->local, holders[i].local)) {
                frame->kind = FRAME_HOLDER;
                frame->takes_changes = holders[i].takes_changes;
            }
        }
    }
}

static bool holds_runs(const struct frame *frame)
{
    return frame->kind == FRAME_PARAGRAPH || frame->kind == FRAME_HOLDER;
}

static size_t run_record(struct walk *walk, uint32_t depth)
{
    struct frame *frame = &walk->frames[depth];

    if (frame->run == SIZE_MAX) {
        const struct frame *parent = &walk->frames[depth - 1];
        struct hg_site_run *run;

        frame->run = walk->sites->runs.len;
        run = HG_HEAP_PUSH(&walk->sites->runs);
        run->tag = frame->tag;
        run->prefix = frame->prefix;
        run->start = frame->tag.start;
        run->parent = parent->tag.start;
        run->parent_takes_changes = parent->takes_changes;
    }
    return frame->run;
}

static size_t story_of(const struct walk *walk, uint32_t depth)
{
    while (depth > 0 && walk->frames[depth].kind != FRAME_BOX) {
        depth--;
    }
    return depth > 0 ? walk->frames[depth].tag.start : 0;
}

/* Puts the mark before or after the element at `depth` (the one that closes now has its end in
 * `closed`; others are open and answered when they close). */
static void place_beside(struct walk *walk, struct hg_mark *mark, uint32_t depth, bool after,
                         size_t closed)
{
    if (!after) {
        mark->site.at = walk->frames[depth].tag.start;
    } else if (depth == walk->depth) {
        mark->site.at = closed;
    } else {
        *HG_HEAP_PUSH(&walk->pending) = (struct pending){mark, depth};
    }
}

/* Finds the element that takes a mark on the element open at the top of the stack. True if the
 * top stands directly in a run that may be split. */
static bool place(struct walk *walk, struct hg_mark *mark, bool after, size_t closed)
{
    uint32_t child = walk->depth;

    mark->site = (struct hg_site){.kind = HG_SITE_NONE, .run = SIZE_MAX};
    for (; child > 1; child--) {
        const struct frame *parent = &walk->frames[child - 1];
        bool in_run = parent->kind == FRAME_RUN && child > 2 && holds_runs(parent - 1);

        if (in_run || holds_runs(parent)) {
            const struct frame *holder = in_run ? parent - 1 : parent;

            mark->site.kind = in_run ? HG_SITE_CHILD : HG_SITE_OUTSIDE;
            mark->site.run = in_run ? run_record(walk, child - 1) : SIZE_MAX;
            mark->site.parent = holder->tag.start;
            mark->site.takes_changes = holder->takes_changes;
            mark->site.story = story_of(walk, child - 1);
            mark->site.prefix = holder->prefix;
            mark->site.attribute_prefix = hg_markup_prefix(&walk->scan, HG_MARKUP_NS_W);
            after = after || walk->frames[child].kind == FRAME_PARAGRAPH_PROPERTIES;
            place_beside(walk, mark, child, after, closed);
            return in_run && child == walk->depth;
        }
    }
    return false;
}

/* Byte offset of the n-th character of the open leaf's text; SIZE_MAX beyond its end. */
static size_t text_offset(const struct walk *walk, size_t n, bool *cdata, size_t *total)
{
    size_t found = SIZE_MAX;

    *total = 0;
    for (size_t i = 0; i < walk->pieces.len; i++) {
        const struct piece *piece = &walk->pieces.items[i];
        struct hg_span inner = piece->cdata
                                   ? (struct hg_span){piece->span.start + 9, piece->span.end - 3}
                                   : piece->span;
        struct hg_str raw = hg_str_sub(walk->scan.text, inner);
        size_t left;

        (void)hg_markup_offset(raw, SIZE_MAX, &left, !piece->cdata);
        if (found == SIZE_MAX && *total + (SIZE_MAX - left) >= n) {
            size_t at = hg_markup_offset(raw, n - *total, &(size_t){0}, !piece->cdata);

            found = inner.start + at;
            *cdata = piece->cdata;
        }
        *total += SIZE_MAX - left;
    }
    return found;
}

/* The leaf on the top of the stack ends at `closed`. */
static void place_in_leaf(struct walk *walk, struct hg_mark *mark, size_t closed)
{
    const struct frame *leaf = &walk->frames[walk->depth];
    bool after = mark->offset > 0, cdata = false;
    size_t total = 1, at = SIZE_MAX;

    if (leaf->is_text) {
        at = text_offset(walk, mark->offset, &cdata, &total);
    }
    if (mark->offset > total) {
        mark->site.kind = HG_SITE_NONE; /* beyond the leaf: the origin is not of this text */
        return;
    }
    if (place(walk, mark, after, closed) && leaf->is_text && mark->offset > 0 &&
        mark->offset < total) {
        mark->site.kind = HG_SITE_TEXT;
        mark->site.at = at;
        mark->site.cdata = cdata;
        mark->site.leaf_tag = leaf->tag;
        mark->site.space = leaf->space;
        mark->site.preserve =
            hg_str_is(hg_str_sub(walk->scan.text, leaf->space), "preserve");
    }
    mark->site.is_text = leaf->is_text;
}

static void leaf_closes(struct walk *walk, size_t closed)
{
    while (walk->next < walk->leaf_count && walk->leaves[walk->next]->leaf < walk->ordinal) {
        walk->next++;
    }
    while (walk->next < walk->leaf_count && walk->leaves[walk->next]->leaf == walk->ordinal) {
        place_in_leaf(walk, walk->leaves[walk->next], closed);
        walk->next++;
    }
    walk->pieces.len = 0;
    walk->ordinal++;
}

static void note_closes(struct walk *walk, enum hg_site_goal goal, int32_t id, size_t closed)
{
    for (size_t i = 0; i < walk->count; i++) {
        struct hg_mark *mark = &walk->others[i];

        if (mark->goal == goal && mark->id == id && mark->site.kind == HG_SITE_NONE) {
            (void)place(walk, mark, mark->end, closed);
        }
    }
}

/* Marks on the part's first paragraph: the start after its properties, the end before its end. */
static void mark_paragraph(struct walk *walk, bool end, size_t at, enum hg_site_kind kind)
{
    const struct frame *frame = &walk->frames[walk->depth];

    for (size_t i = 0; i < walk->count; i++) {
        struct hg_mark *mark = &walk->others[i];

        if (mark->goal == HG_GOAL_PARAGRAPH && mark->end == end) {
            mark->site = (struct hg_site){
                .kind = kind,
                .at = at,
                .run = SIZE_MAX,
                .parent = frame->tag.start,
                .prefix = frame->prefix,
                .attribute_prefix = hg_markup_prefix(&walk->scan, HG_MARKUP_NS_W),
            };
        }
    }
}

static void opens(struct walk *walk, const struct hg_markup_token *token)
{
    struct frame *frame = &walk->frames[++walk->depth];
    struct hg_markup_attribute space;

    *frame = (struct frame){.tag = token->span,
                            .prefix = token->prefix,
                            .run = SIZE_MAX,
                            .first_child = SIZE_MAX};
    classify(frame, token);
    if (frame->kind == FRAME_LEAF &&
        hg_markup_find(&walk->scan, token, HG_MARKUP_NS_XML, "space", &space)) {
        frame->space = space.value;
    }
    if (frame->kind == FRAME_PARAGRAPH && !walk->paragraph_seen) {
        walk->paragraph_seen = true;
        walk->first_paragraph = walk->depth;
        mark_paragraph(walk, false, token->span.end,
                       token->kind == HG_MARKUP_EMPTY ? HG_SITE_EMPTY_PARAGRAPH : HG_SITE_OUTSIDE);
    }
}

/* What the parent learns of a child [start, end) that closes. */
static void tell_parent(struct walk *walk, size_t end)
{
    const struct frame *child = &walk->frames[walk->depth];
    struct frame *parent = &walk->frames[walk->depth - 1];

    if (parent->kind == FRAME_RUN && child->kind == FRAME_RUN_PROPERTIES) {
        parent->properties = (struct hg_span){child->tag.start, end};
    } else if (parent->kind == FRAME_RUN && child->kind != FRAME_PAGE_BREAK) {
        if (parent->first_child == SIZE_MAX) {
            parent->first_child = child->tag.start;
        }
        parent->last_end = end;
    }
}

static int32_t number(struct hg_str digits)
{
    char text[16] = "";

    if (digits.len > 0 && digits.len < sizeof text) {
        memcpy(text, digits.data, digits.len);
    }
    return (int32_t)strtol(text, NULL, 10);
}

static void run_closes(struct walk *walk, const struct frame *frame, size_t end)
{
    if (frame->run != SIZE_MAX) {
        struct hg_site_run *run = &walk->sites->runs.items[frame->run];

        run->end = end;
        run->properties = frame->properties;
        run->first_child = frame->first_child;
        run->last_end = frame->last_end;
    }
}

static void closes(struct walk *walk, const struct hg_markup_token *token, size_t inner_end,
                   size_t end)
{
    struct frame *frame = &walk->frames[walk->depth];

    if (frame->kind == FRAME_LEAF) {
        leaf_closes(walk, end);
    } else if (frame->kind == FRAME_RUN) {
        run_closes(walk, frame, end);
    } else if (frame->kind == FRAME_PARAGRAPH && walk->depth == walk->first_paragraph) {
        mark_paragraph(walk, true, inner_end,
                       token->kind == HG_MARKUP_EMPTY ? HG_SITE_EMPTY_PARAGRAPH : HG_SITE_OUTSIDE);
        walk->first_paragraph = 0;
    } else if (frame->kind == FRAME_PARAGRAPH_PROPERTIES && walk->first_paragraph > 0 &&
               walk->depth == walk->first_paragraph + 1) {
        walk->depth--;
        mark_paragraph(walk, false, end, HG_SITE_OUTSIDE);
        walk->depth++;
    } else if (token->kind == HG_MARKUP_EMPTY && hg_markup_is(token, HG_MARKUP_NS_W, "footnoteReference")) {
        note_closes(walk, HG_GOAL_FOOTNOTE,
                    number(hg_markup_value(&walk->scan, token, HG_MARKUP_NS_W, "id")), end);
    } else if (token->kind == HG_MARKUP_EMPTY && hg_markup_is(token, HG_MARKUP_NS_W, "endnoteReference")) {
        note_closes(walk, HG_GOAL_ENDNOTE,
                    number(hg_markup_value(&walk->scan, token, HG_MARKUP_NS_W, "id")), end);
    }
    for (size_t i = 0; i < walk->pending.len; i++) {
        if (walk->pending.items[i].depth == walk->depth) {
            walk->pending.items[i].mark->site.at = end;
            walk->pending.items[i--] = walk->pending.items[--walk->pending.len];
        }
    }
    tell_parent(walk, end);
    walk->depth--;
}

static void collect_text(struct walk *walk, const struct hg_markup_token *token)
{
    if (walk->frames[walk->depth].kind == FRAME_LEAF && walk->next < walk->leaf_count &&
        walk->leaves[walk->next]->leaf == walk->ordinal) {
        *HG_HEAP_PUSH(&walk->pieces) = (struct piece){token->span, token->kind == HG_MARKUP_CDATA};
    }
}

/* A split at the edge of what a run holds is none. */
static void settle(struct hg_sites *sites, struct hg_mark *marks, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct hg_site *site = &marks[i].site;

        if (site->kind == HG_SITE_CHILD) {
            const struct hg_site_run *run = &sites->runs.items[site->run];

            if (site->at <= run->first_child) {
                site->kind = HG_SITE_OUTSIDE;
                site->at = run->start;
            } else if (site->at >= run->last_end) {
                site->kind = HG_SITE_OUTSIDE;
                site->at = run->end;
            }
        }
    }
}

static int leaf_order(const void *left, const void *right)
{
    const struct hg_mark *a = *(const struct hg_mark *const *)left;
    const struct hg_mark *b = *(const struct hg_mark *const *)right;

    return a->leaf < b->leaf ? -1 : a->leaf > b->leaf;
}

static void index_marks(struct walk *walk, struct hg_mark *marks, size_t count)
{
    walk->others = marks;
    walk->count = count;
    walk->leaves = hg_heap_alloc((count + 1) * sizeof(struct hg_mark *));
    for (size_t i = 0; i < count; i++) {
        marks[i].site = (struct hg_site){.kind = HG_SITE_NONE, .run = SIZE_MAX};
        if (marks[i].goal == HG_GOAL_LEAF) {
            walk->leaves[walk->leaf_count++] = &marks[i];
        }
    }
    qsort(walk->leaves, walk->leaf_count, sizeof *walk->leaves, leaf_order);
}

void hg_sites_find(struct hg_sites *sites, struct hg_str part, struct hg_mark *marks, size_t count)
{
    struct walk *walk = hg_heap_alloc(sizeof *walk);
    struct hg_markup_token token;

    memset(walk, 0, sizeof *walk);
    walk->sites = sites;
    index_marks(walk, marks, count);
    hg_markup_init(&walk->scan, part);
    while (hg_markup_next(&walk->scan, &token)) {
        if (token.kind == HG_MARKUP_START || token.kind == HG_MARKUP_EMPTY) {
            opens(walk, &token);
        }
        if (token.kind == HG_MARKUP_EMPTY || token.kind == HG_MARKUP_END) {
            closes(walk, &token, token.kind == HG_MARKUP_END ? token.span.start : token.span.end,
                   token.span.end);
        }
        if (token.kind == HG_MARKUP_TEXT || token.kind == HG_MARKUP_CDATA) {
            collect_text(walk, &token);
        }
    }
    if (walk->scan.failed) {
        for (size_t i = 0; i < count; i++) {
            marks[i].site.kind = HG_SITE_NONE;
        }
    }
    settle(sites, marks, count);
    hg_markup_release(&walk->scan);
    HG_HEAP_VEC_FREE(&walk->pending);
    HG_HEAP_VEC_FREE(&walk->pieces);
    hg_heap_free(walk->leaves);
    hg_heap_free(walk);
}

void hg_sites_release(struct hg_sites *sites)
{
    HG_HEAP_VEC_FREE(&sites->runs);
}
