#include "support/outline.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "lang/label.h"
#include "model/build.h"

enum { LEVELS = 9 };

struct reader {
    struct hg_doc *doc;
    struct hg_table *table; /* open while rows follow each other */
    struct hg_look *look;
    uint32_t counters[LEVELS];
    uint32_t leaf;
    uint32_t part;
    bool plain, verbatim;
};

static struct hg_paragraph_look *paragraph_look(struct reader *r, enum hg_align align)
{
    struct hg_paragraph_look *look = HG_NEW(r->doc->arena, struct hg_paragraph_look);

    look->align = align;
    look->first_line_chars = align == HG_ALIGN_JUSTIFY ? 200 : 0;
    look->line = 560;
    look->line_rule = HG_LINE_EXACT;
    return look;
}

static void append(struct reader *r, struct hg_paragraph *paragraph, struct hg_str text,
                   uint32_t flags)
{
    struct hg_origin origin = {r->part, r->leaf, 0};

    if (text.len == 0) {
        return;
    }
    if (!paragraph->has_anchor) {
        paragraph->has_anchor = true;
        paragraph->anchor = origin;
    }
    r->leaf++;
    hg_paragraph_append(r->doc, paragraph, text, r->plain ? NULL : r->look, flags,
                        r->plain ? NULL : &origin);
}

static void add_revision(struct reader *r, const struct hg_paragraph *paragraph,
                         enum hg_revision_kind kind, struct hg_span span, struct hg_str text)
{
    struct hg_revision *revision = HG_PUSH(r->doc->arena, &r->doc->revisions);

    revision->kind = kind;
    revision->author = HG_STR("王岚");
    revision->date = HG_STR("2024-07-01T09:00:00Z");
    revision->paragraph = paragraph;
    revision->span = span;
    revision->text = hg_str_copy(r->doc->arena, text);
}

static void add_comment(struct reader *r, const struct hg_paragraph *paragraph,
                        struct hg_span range, struct hg_str text)
{
    struct hg_comment *comment = HG_PUSH(r->doc->arena, &r->doc->comments);
    struct hg_story *story = hg_doc_add_story(r->doc, HG_PART_COMMENT);
    struct hg_str author = HG_STR("王岚"), body = text;
    size_t mark = hg_str_find(text, HG_STR("@@"), 0);

    if (mark != SIZE_MAX) { /* {>>author@@text<<} */
        author = hg_str_copy(r->doc->arena, hg_str_sub(text, (struct hg_span){0, mark}));
        body = hg_str_sub(text, (struct hg_span){mark + 2, text.len});
    }
    comment->id = (int32_t)r->doc->comments.len - 1;
    comment->author = author;
    comment->initials = HG_STR("");
    comment->date = HG_STR("2024-07-01T09:00:00Z");
    comment->text = hg_str_copy(r->doc->arena, body);
    comment->story = story;
    story->id = comment->id;
    story->anchor = paragraph;
    append(r, hg_doc_add_paragraph(r->doc, &story->node), body, 0);
    comment->start_paragraph = comment->end_paragraph = paragraph;
    comment->start = range.start;
    comment->end = range.end;
}

/* Fills a paragraph from text with the inline notation. */
static void fill(struct reader *r, struct hg_paragraph *paragraph, struct hg_str text)
{
    static const struct {
        struct hg_str open, close;
        char kind;
    } marks[] = {
        {HG_STR_INIT("{++"), HG_STR_INIT("++}"), '+'}, {HG_STR_INIT("{--"), HG_STR_INIT("--}"), '-'},
        {HG_STR_INIT("{=="), HG_STR_INIT("==}"), '='}, {HG_STR_INIT("{>>"), HG_STR_INIT("<<}"), '>'},
        {HG_STR_INIT("{%%"), HG_STR_INIT("%%}"), '%'}, {HG_STR_INIT("{__"), HG_STR_INIT("__}"), '_'},
    };
    struct hg_span range = {0, 0};
    size_t plain = 0;

    for (size_t at = 0; at < text.len && !r->verbatim; at++) {
        struct hg_str rest = {text.data + at, text.len - at};

        for (size_t i = 0; rest.data[0] == '{' && i < sizeof marks / sizeof *marks; i++) {
            size_t close, start;
            struct hg_str inner;

            if (!hg_str_starts(rest, marks[i].open)) {
                continue;
            }
            close = hg_str_find(text, marks[i].close, at + 3);
            if (close == SIZE_MAX) {
                continue;
            }
            append(r, paragraph, hg_str_sub(text, (struct hg_span){plain, at}), 0);
            inner = hg_str_sub(text, (struct hg_span){at + 3, close});
            start = paragraph->text.len;
            switch (marks[i].kind) {
            case '+':
                append(r, paragraph, inner, HG_RUN_INSERTED);
                add_revision(r, paragraph, HG_REVISION_INSERT,
                             (struct hg_span){start, paragraph->text.len}, inner);
                break;
            case '-':
                r->leaf++;
                add_revision(r, paragraph, HG_REVISION_DELETE, (struct hg_span){start, start},
                             inner);
                break;
            case '=':
                append(r, paragraph, inner, 0);
                range = (struct hg_span){start, paragraph->text.len};
                break;
            case '>':
                add_comment(r, paragraph, range, inner);
                break;
            case '%':
                r->leaf++;
                r->doc->facts.hidden_runs++;
                paragraph->flags |= HG_PARAGRAPH_HAS_HIDDEN;
                break;
            default:
                append(r, paragraph, inner, HG_RUN_PLACEHOLDER);
                break;
            }
            plain = close + 3;
            at = plain - 1;
            break;
        }
    }
    append(r, paragraph, hg_str_sub(text, (struct hg_span){plain, text.len}), 0);
}

static struct hg_paragraph *add(struct reader *r, struct hg_node *parent, struct hg_str text,
                                enum hg_align align)
{
    struct hg_paragraph *paragraph = hg_doc_add_paragraph(r->doc, parent);

    if (!r->plain) {
        paragraph->look = paragraph_look(r, align);
        paragraph->mark_look = r->look;
    }
    fill(r, paragraph, text);
    return paragraph;
}

static struct hg_node *body(struct reader *r)
{
    return &r->doc->stories.items[0]->node;
}

static struct hg_paragraph *add_other(struct reader *r, enum hg_part part, struct hg_str text)
{
    struct hg_story *story = hg_doc_add_story(r->doc, part);
    struct hg_node *last = body(r)->last_child;

    story->anchor = hg_node_paragraph(last);
    return add(r, &story->node, text, HG_ALIGN_JUSTIFY);
}

static struct hg_cell *cell_above(const struct hg_row *row, uint32_t column)
{
    const struct hg_node *above = row->node.prev;

    while (above != NULL) {
        for (struct hg_node *node = above->first_child; node != NULL; node = node->next) {
            struct hg_cell *cell = (struct hg_cell *)node;

            if (cell->column == column && cell->row_span > 0) {
                return cell;
            }
        }
        above = above->prev;
    }
    return NULL;
}

static void add_row(struct reader *r, struct hg_str line)
{
    struct hg_row *row;
    struct hg_str rest = line, text;
    struct hg_cell *last = NULL;
    uint32_t column = 0;

    if (r->table == NULL) {
        r->table = hg_doc_add_table(r->doc, body(r));
        r->table->has_borders = true;
    }
    row = hg_doc_add_row(r->doc, r->table);
    rest.data++;
    rest.len--;
    if (hg_str_ends(rest, HG_STR("|"))) {
        rest.len--;
    }
    while (hg_str_split(&rest, '|', &text)) {
        text = hg_str_trim(text);
        if (hg_str_is(text, "<") && last != NULL) {
            last->column_span++;
            column++;
            continue;
        }
        last = hg_doc_add_cell(r->doc, row);
        last->column = column;
        if (hg_str_is(text, "^")) {
            struct hg_cell *above = cell_above(row, column);

            last->row_span = 0;
            if (above != NULL) {
                above->row_span++;
            }
            text = HG_STR("");
        }
        (void)add(r, &last->node, text, HG_ALIGN_CENTER);
        column++;
    }
    if (column > r->table->columns) {
        r->table->columns = column;
    }
}

static struct hg_str after(struct hg_str line, size_t skip)
{
    return hg_str_trim(hg_str_sub(line, (struct hg_span){skip, line.len}));
}

static void add_numbered(struct reader *r, struct hg_str line)
{
    static const enum hg_label_style styles[] = {HG_LABEL_HAN, HG_LABEL_HAN_PAREN,
                                                 HG_LABEL_DECIMAL, HG_LABEL_DECIMAL_PAREN};
    struct hg_buf label = HG_BUF_INIT;
    struct hg_paragraph *paragraph;
    size_t level = 0;

    while (level < 4 && level < line.len && line.data[level] == '+') {
        level++;
    }
    r->counters[level - 1]++;
    for (size_t i = level; i < LEVELS; i++) {
        r->counters[i] = 0;
    }
    paragraph = add(r, body(r), after(line, level), HG_ALIGN_JUSTIFY);
    hg_label_write(&label, styles[level - 1], r->counters[level - 1]);
    paragraph->label.text = hg_str_copy(r->doc->arena, hg_buf_view(&label));
    paragraph->label.level = (uint8_t)(level - 1);
    paragraph->label.value = r->counters[level - 1];
    paragraph->label.list = 1;
    paragraph->style_name = hg_arena_printf(r->doc->arena, "heading %zu", level);
    paragraph->outline_level = (int8_t)(level - 1);
    hg_buf_release(&label);
}

static void add_heading(struct reader *r, struct hg_str line)
{
    struct hg_paragraph *paragraph;
    size_t level = 0;

    while (level < 6 && level < line.len && line.data[level] == '#') {
        level++;
    }
    paragraph = add(r, body(r), after(line, level), HG_ALIGN_JUSTIFY);
    paragraph->style_name = hg_arena_printf(r->doc->arena, "heading %zu", level);
    paragraph->outline_level = (int8_t)(level - 1);
}

static void set_page(struct reader *r, struct hg_str rest)
{
    struct hg_section *section = &r->doc->sections.items[0];
    int32_t *fields[] = {&section->page_width, &section->page_height, &section->top,
                         &section->right,      &section->bottom,      &section->left};
    struct hg_str word;
    size_t i = 0;

    section->stated = true;
    while (i < 6 && hg_str_split(&rest, ' ', &word)) {
        if (word.len > 0) {
            *fields[i++] = (int32_t)strtol(word.data, NULL, 10);
        }
    }
}

static void set_font(struct reader *r, struct hg_str rest)
{
    struct hg_look *look = HG_NEW(r->doc->arena, struct hg_look);
    size_t blank = hg_str_find(rest, HG_STR(" "), 0);
    struct hg_str name = hg_str_sub(rest, (struct hg_span){0, blank});

    *look = *r->look;
    look->east_asian_font = hg_arena_strndup(r->doc->arena, name.data, name.len);
    if (blank < rest.len) {
        look->half_points = (uint16_t)strtol(rest.data + blank, NULL, 10);
    }
    r->look = look;
}

/* The first word of `rest`, taken off its front. */
static struct hg_str take_word(struct hg_arena *arena, struct hg_str *rest)
{
    size_t blank = hg_str_find(*rest, HG_STR(" "), 0);
    struct hg_str word = hg_str_sub(*rest, (struct hg_span){0, blank});

    *rest = blank < rest->len ? after(*rest, blank) : HG_STR("");
    return hg_str_copy(arena, word);
}

static void set_fact(struct reader *r, struct hg_str name, struct hg_str rest)
{
    struct hg_arena *arena = r->doc->arena;

    if (hg_str_is(name, "@property")) {
        struct hg_property *property = HG_PUSH(arena, &r->doc->facts.properties);

        property->name = take_word(arena, &rest);
        property->value = hg_str_copy(arena, rest);
    } else if (hg_str_is(name, "@external")) {
        struct hg_relationship *link = HG_PUSH(arena, &r->doc->facts.external);

        link->source = HG_STR("word/document.xml");
        link->type = take_word(arena, &rest);
        link->target = hg_str_copy(arena, rest);
    } else {
        (void)fprintf(stderr, "outline: unknown line %.*s\n", HG_FMT(name));
        abort();
    }
}

static void at_line(struct reader *r, struct hg_str line)
{
    static const struct {
        const char *name;
        enum hg_part part;
    } stories[] = {{"@header", HG_PART_HEADER},
                   {"@footer", HG_PART_FOOTER},
                   {"@footnote", HG_PART_FOOTNOTE},
                   {"@box", HG_PART_TEXTBOX}};
    size_t blank = hg_str_find(line, HG_STR(" "), 0);
    struct hg_str name = hg_str_sub(line, (struct hg_span){0, blank});
    struct hg_str rest = blank < line.len ? after(line, blank) : HG_STR("");

    for (size_t i = 0; i < sizeof stories / sizeof *stories; i++) {
        if (hg_str_is(name, stories[i].name)) {
            (void)add_other(r, stories[i].part, rest);
            return;
        }
    }
    if (hg_str_is(name, "@title")) {
        add(r, body(r), rest, HG_ALIGN_CENTER)->style_name = "title";
    } else if (hg_str_is(name, "@right")) {
        (void)add(r, body(r), rest, HG_ALIGN_RIGHT);
    } else if (hg_str_is(name, "@center")) {
        (void)add(r, body(r), rest, HG_ALIGN_CENTER);
    } else if (hg_str_is(name, "@empty")) {
        (void)add(r, body(r), HG_STR(""), HG_ALIGN_JUSTIFY);
    } else if (hg_str_is(name, "@toc")) {
        add(r, body(r), rest, HG_ALIGN_LEFT)->flags |= HG_PARAGRAPH_IN_TOC;
    } else if (hg_str_is(name, "@page")) {
        set_page(r, rest);
    } else if (hg_str_is(name, "@font")) {
        set_font(r, rest);
    } else if (hg_str_is(name, "@macro")) {
        r->doc->facts.has_macros = true;
        r->doc->facts.kind = HG_PACKAGE_DOCM;
    } else if (hg_str_is(name, "@plain")) {
        r->plain = true;
        r->doc->facts.kind = HG_PACKAGE_TEXT;
    } else if (hg_str_is(name, "@text-only")) {
        r->verbatim = true;
    } else {
        set_fact(r, name, rest);
    }
}

static void read_line(struct reader *r, struct hg_str line)
{
    bool row = line.data[0] == '|' && !r->plain && !r->verbatim;

    if (!row) {
        r->table = NULL;
    }
    if (r->verbatim) {
        (void)add(r, body(r), line, HG_ALIGN_JUSTIFY);
    } else if (line.data[0] == '@') {
        at_line(r, line);
    } else if (row) {
        add_row(r, line);
    } else if (line.data[0] == '#' && !r->plain) {
        add_heading(r, line);
    } else if (line.data[0] == '+' && !r->plain) {
        add_numbered(r, line);
    } else if (hg_str_starts(line, HG_STR("- ")) && !r->plain) {
        struct hg_paragraph *item = add(r, body(r), after(line, 2), HG_ALIGN_JUSTIFY);

        item->label.text = HG_STR("•");
        item->label.bullet = true;
    } else {
        (void)add(r, body(r), line, HG_ALIGN_JUSTIFY);
    }
}

struct hg_doc *hg_test_doc(const char *outline)
{
    struct reader r = {.doc = hg_doc_open()};
    struct hg_str rest = hg_str_of(outline), line;

    r.part = hg_doc_part_name(r.doc, HG_STR("word/document.xml"));
    r.doc->facts.kind = HG_PACKAGE_DOCX;
    r.look = HG_NEW(r.doc->arena, struct hg_look);
    *r.look = (struct hg_look){.east_asian_font = "仿宋_GB2312",
                               .ascii_font = "Times New Roman",
                               .half_points = 32,
                               .colour_auto = true};
    while (hg_str_split(&rest, '\n', &line)) {
        if (line.len > 0) {
            read_line(&r, line);
        } else {
            r.table = NULL;
        }
    }
    hg_doc_seal(r.doc);
    return r.doc;
}
