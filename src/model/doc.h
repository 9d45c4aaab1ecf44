/* The document model: one read-only tree whatever the source (DOCX, plain text).
 *
 * A reader builds it with model/build.h; everything else reads it. All memory belongs to the
 * document's arena and lives until hg_doc_free. */
#ifndef HG_MODEL_DOC_H
#define HG_MODEL_DOC_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "base/vec.h"

/* ---- Parts of a document as a person names them ---- */

enum hg_part {
    HG_PART_BODY,
    HG_PART_HEADER,
    HG_PART_FOOTER,
    HG_PART_FOOTNOTE,
    HG_PART_ENDNOTE,
    HG_PART_TEXTBOX,
    HG_PART_COMMENT,
    HG_PART_COUNT
};

/* "body", "header", … : outward names (JSON). */
const char *hg_part_name(enum hg_part part);

/* ---- Origins: where text stands in the raw package (DESIGN.md section 2) ---- */

/* One place in a raw OPC part. `leaf` counts w:t w:delText w:tab w:br w:cr w:sym w:noBreakHyphen
 * w:softHyphen w:ptab from 0 in raw document order, all branches, deleted and hidden included. */
struct hg_origin {
    uint32_t part_name; /* index into hg_doc.part_names */
    uint32_t leaf;
    uint32_t offset; /* code points into the leaf's own text */
};

/* Text bytes from `start` (to the next entry's start) come from one leaf, character by character. */
struct hg_origin_entry {
    uint32_t start;
    struct hg_origin origin;
};

/* ---- Looks, fully resolved (docDefaults, theme, styles, basedOn, direct formatting) ---- */

struct hg_look {
    const char *east_asian_font; /* "" if the package names none */
    const char *ascii_font;
    uint16_t half_points; /* w:sz; 20 where nothing says otherwise */
    bool bold, italic, underline, strike;
    bool highlight;     /* w:highlight other than none, or character shading */
    bool colour_auto;   /* w:color auto or absent */
    uint32_t colour;    /* 0xRRGGBB */
};

enum hg_align { HG_ALIGN_LEFT, HG_ALIGN_CENTER, HG_ALIGN_RIGHT, HG_ALIGN_JUSTIFY, HG_ALIGN_DISTRIBUTE };
enum hg_line_rule { HG_LINE_AUTO, HG_LINE_EXACT, HG_LINE_AT_LEAST };

/* Lengths are twips (1/20 pt) unless they say characters. */
struct hg_paragraph_look {
    enum hg_align align;
    int32_t left, right;        /* w:ind start/end */
    int32_t first_line;         /* negative: hanging */
    int32_t first_line_chars;   /* hundredths of a character; 0 if given in twips only */
    int32_t left_chars;
    int32_t before, after;      /* spacing */
    int32_t line;               /* 240ths of a line for HG_LINE_AUTO, else twips */
    enum hg_line_rule line_rule;
    bool keep_next, page_break_before, snap_to_grid;
};

enum hg_run_flag {
    HG_RUN_FIELD_RESULT = 1u << 0, /* cached result of a field (page number, date, reference …) */
    HG_RUN_PLACEHOLDER = 1u << 1,  /* placeholder text of a content control, still unfilled */
    HG_RUN_INSERTED = 1u << 2,     /* shown because a tracked insertion was accepted */
    HG_RUN_DELETED = 1u << 3,      /* shown because a tracked deletion was rejected */
    HG_RUN_HYPERLINK = 1u << 4,
    HG_RUN_NOTE_MARK = 1u << 5,    /* generated mark of a footnote or endnote reference */
};

/* A stretch of one paragraph's text with one look. Runs tile the text without gaps. */
struct hg_run {
    struct hg_span span;
    const struct hg_look *look;
    uint32_t flags; /* enum hg_run_flag */
};

/* ---- The tree ---- */

enum hg_node_kind {
    HG_NODE_STORY, /* the body, one header, one note, one box, one comment */
    HG_NODE_PARAGRAPH,
    HG_NODE_TABLE,
    HG_NODE_ROW,
    HG_NODE_CELL,
};

struct hg_node {
    enum hg_node_kind kind;
    struct hg_node *parent; /* null for a story */
    struct hg_node *first_child, *last_child;
    struct hg_node *prev, *next;
};

enum hg_paragraph_flag {
    HG_PARAGRAPH_IN_TOC = 1u << 0,
    HG_PARAGRAPH_IN_DELETED_ROW = 1u << 1, /* only seen in the reject view */
    HG_PARAGRAPH_HAS_HIDDEN = 1u << 2,     /* hidden text was left out of `text` */
    HG_PARAGRAPH_IN_FRAME = 1u << 3,       /* w:framePr: positioned on the page, not in the flow */
    HG_PARAGRAPH_JOINED = 1u << 4,         /* comes from several w:p (deleted mark, style separator) */
    HG_PARAGRAPH_PAGE_BREAK = 1u << 5,     /* holds a page break */
};

/* What numbers a paragraph automatically. */
struct hg_label {
    struct hg_str text;  /* as printed, "一、"; empty if the paragraph has no automatic number */
    uint32_t list;       /* abstractNum the counter belongs to; 0 if none */
    uint8_t level;       /* 0 to 8 */
    uint32_t value;      /* the counter */
    bool bullet;
    char suffix;         /* what stands between number and text: '\t', ' ' or 0 */
};

/* A paragraph. `text` is what a reader of the printed page sees, without the automatic number. */
struct hg_paragraph {
    struct hg_node node; /* first member: a node of kind PARAGRAPH is its paragraph */
    enum hg_part part;
    uint32_t number;     /* from 1 over all stories of the part (DESIGN.md section 5); unique with it */
    uint32_t index;      /* place in hg_doc.paragraphs */
    struct hg_str text;  /* line breaks are '\n', tabs '\t', never other controls */
    struct hg_label label;
    const char *style_id;   /* "" if none; ids are localised, compare names */
    const char *style_name; /* lower-case built-in name ("heading 1", "title", "toc 2") or as written */
    int8_t outline_level;   /* 0 to 8 from style or paragraph; -1 body text */
    uint32_t flags;         /* enum hg_paragraph_flag */
    uint32_t section;       /* index into hg_doc.sections; the body's last section where none exists */
    const struct hg_paragraph_look *look; /* null for plain text */
    const struct hg_look *mark_look;      /* look of the paragraph mark; null for plain text */
    HG_VEC(struct hg_run) runs;           /* none for plain text */
    HG_VEC(struct hg_origin_entry) origins; /* sorted by start; none for plain text */
    struct hg_origin anchor; /* first leaf, or where one would stand; for findings on labels */
    bool has_anchor;
    size_t text_cap; /* builder's */
};

struct hg_cell {
    struct hg_node node;
    uint32_t column;      /* first grid column, from 0 */
    uint32_t column_span; /* at least 1 */
    uint32_t row_span;    /* at least 1; 0 for a cell that a vertical merge above covers */
};

struct hg_row {
    struct hg_node node;
    uint32_t index;  /* from 0 */
    bool header;     /* repeats as header row (w:tblHeader) */
};

struct hg_table {
    struct hg_node node;
    uint32_t number;  /* from 1 over the document, nested ones included, in order of their start */
    uint32_t depth;   /* 0 for a table of the text, 1 for a nested one … */
    uint32_t columns; /* grid columns */
    uint32_t rows;
    const char *style_name; /* "" if none */
    enum hg_align align;
    bool has_borders;
};

struct hg_story {
    struct hg_node node;
    enum hg_part part;
    uint32_t part_name;              /* index into hg_doc.part_names */
    const struct hg_paragraph *anchor; /* where a note, box or comment hangs; null if nowhere */
    int32_t id;                      /* w:id of a note or comment; -1 otherwise */
};

/* ---- Sections ---- */

enum hg_header_type { HG_HEADER_DEFAULT, HG_HEADER_FIRST, HG_HEADER_EVEN, HG_HEADER_TYPE_COUNT };

struct hg_section {
    /* Twips. 0 where the package says nothing. */
    int32_t page_width, page_height;
    bool landscape;
    int32_t top, right, bottom, left, header, footer, gutter;
    uint32_t columns;
    int32_t grid_line_pitch; /* w:docGrid; 0 if no grid */
    int32_t grid_char_space;
    const char *grid_type;   /* "" "lines" "linesAndChars" "snapToChars" */
    const struct hg_story *headers[HG_HEADER_TYPE_COUNT]; /* null: none of its own or inherited */
    const struct hg_story *footers[HG_HEADER_TYPE_COUNT];
    bool title_page;              /* first page has its own header and footer */
    const char *page_number_format; /* w:pgNumType fmt, "" if none ("numberInDash" …) */
    int32_t page_number_start;    /* -1 if it goes on */
    bool stated;                  /* a w:sectPr exists */
};

/* ---- Revisions and comments ---- */

enum hg_revision_kind {
    HG_REVISION_INSERT,
    HG_REVISION_DELETE,
    HG_REVISION_MOVE_FROM,
    HG_REVISION_MOVE_TO,
    HG_REVISION_FORMAT,           /* rPrChange, pPrChange, sectPrChange, tblPrChange … */
    HG_REVISION_PARAGRAPH_INSERT, /* the paragraph mark */
    HG_REVISION_PARAGRAPH_DELETE,
    HG_REVISION_ROW_INSERT,
    HG_REVISION_ROW_DELETE,
    HG_REVISION_CELL,
};

struct hg_revision {
    enum hg_revision_kind kind;
    struct hg_str author, date; /* date as written, ISO 8601; "" if none */
    struct hg_str text;         /* what was inserted or deleted, first 200 bytes */
    const struct hg_paragraph *paragraph; /* where it stands in this view; null if its text is gone */
    struct hg_span span;        /* bytes of the paragraph's text; empty for deletions in the accept view */
};

struct hg_comment {
    int32_t id;
    struct hg_str author, initials, date;
    const struct hg_story *story; /* its text: paragraphs of part HG_PART_COMMENT */
    struct hg_str text;           /* all paragraphs, joined by '\n' */
    bool resolved;                /* w15:done */
    /* The range it is anchored to; start_paragraph is null if the package has no range. */
    const struct hg_paragraph *start_paragraph, *end_paragraph;
    size_t start, end; /* byte offsets into them */
};

/* ---- Package facts ---- */

enum hg_package_kind { HG_PACKAGE_TEXT, HG_PACKAGE_DOCX, HG_PACKAGE_DOCM, HG_PACKAGE_DOTX, HG_PACKAGE_DOTM };

struct hg_relationship {
    struct hg_str source; /* part that holds it, "" for the package */
    struct hg_str type;   /* last path segment of the type URI: "hyperlink", "attachedTemplate" … */
    struct hg_str target; /* as written */
};

struct hg_property {
    struct hg_str name, value; /* "creator", "lastModifiedBy", "company" … : local name */
    bool app;                  /* docProps/app.xml, else core.xml */
};

struct hg_package_facts {
    enum hg_package_kind kind;
    bool strict;             /* ISO strict namespaces */
    bool has_macros;         /* a vbaProject part */
    bool signed_package;     /* _xmlsignatures */
    struct hg_str protection; /* w:documentProtection edit value where enforced; "" otherwise */
    bool track_revisions;    /* settings: recording of changes is on */
    bool even_and_odd_headers;
    uint32_t embedded_objects;
    uint32_t hidden_runs;    /* runs with hidden text */
    HG_VEC(struct hg_relationship) external; /* TargetMode External */
    HG_VEC(struct hg_property) properties;
};

/* ---- The document ---- */

struct hg_doc {
    struct hg_arena *arena;
    HG_VEC(struct hg_story *) stories; /* body first, then the others in order of first reference */
    HG_VEC(struct hg_paragraph *) paragraphs; /* story by story, reading order, cells included */
    HG_VEC(struct hg_table *) tables;
    HG_VEC(struct hg_section) sections; /* at least one */
    HG_VEC(struct hg_revision) revisions;
    HG_VEC(struct hg_comment) comments;
    HG_VEC(const char *) part_names;    /* raw OPC part names that origins point into */
    struct hg_package_facts facts;
    size_t body_count; /* paragraphs[0 .. body_count) are the body's */
};

void hg_doc_free(struct hg_doc *doc);

/* The body story. */
const struct hg_story *hg_doc_body(const struct hg_doc *doc);
/* The paragraph (part, number); null if there is none. */
const struct hg_paragraph *hg_doc_paragraph(const struct hg_doc *doc, enum hg_part part,
                                            uint32_t number);
/* Downcasts; null if the node is of another kind (or null). */
const struct hg_paragraph *hg_node_paragraph(const struct hg_node *node);
const struct hg_table *hg_node_table(const struct hg_node *node);
const struct hg_row *hg_node_row(const struct hg_node *node);
const struct hg_cell *hg_node_cell(const struct hg_node *node);
const struct hg_story *hg_node_story(const struct hg_node *node);
/* The innermost table or cell around a node; null outside tables. */
const struct hg_table *hg_node_enclosing_table(const struct hg_node *node);
const struct hg_cell *hg_node_enclosing_cell(const struct hg_node *node);
/* The node after this one in reading order below `root`, children first; null at the end. */
const struct hg_node *hg_node_next(const struct hg_node *node, const struct hg_node *root);

/* Where the character at byte `at` of the paragraph's text stands in the package. False for
 * generated text, for plain text, and past the end. */
bool hg_paragraph_origin(const struct hg_paragraph *paragraph, size_t at, struct hg_origin *out);
/* The run that holds byte `at`; null for plain text. */
const struct hg_run *hg_paragraph_run(const struct hg_paragraph *paragraph, size_t at);
/* True if every byte of the span lies in runs that carry one of the flags. */
bool hg_paragraph_span_has(const struct hg_paragraph *paragraph, struct hg_span span, uint32_t flags);

#endif
