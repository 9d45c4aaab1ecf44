/* The state of reading one DOCX, shared by the files that each read one kind of its content:
 *
 *   docx_story.c      walks a part: frames, leaves, the stories in it
 *   docx_content.c    which element means what, one branch of AlternateContent
 *   docx_paragraph.c  paragraphs, runs and their text
 *   docx_fields.c     complex and simple fields
 *   docx_changes.c    tracked changes
 *   docx_tables.c     tables
 *   docx_sections.c   sections and their headers and footers
 *   docx_comments.c   comment ranges, comments, w15:done
 *   docx_settings.c   settings and document properties
 *   docx_reader.c     the order of all this
 */
#ifndef HG_IO_DOCX_READING_H
#define HG_IO_DOCX_READING_H

#include "io/docx_looks.h"
#include "io/limits.h"
#include "io/reader.h"
#include "model/build.h"

/* ---- Stories and what they refer to ---- */

struct hg_docx_unit;

/* A reference to another story, in the order of the text. */
struct hg_docx_ref {
    enum hg_part part;
    int32_t id;              /* of a note or comment */
    struct hg_str target;    /* part name of a header or footer */
    struct hg_docx_unit *box; /* of a text box */
    const struct hg_paragraph *anchor;
};

/* A story that was read, and what it refers to. */
struct hg_docx_unit {
    struct hg_story *story;
    HG_VEC(struct hg_docx_ref) refs;
    bool placed; /* its place among doc->stories is settled */
    uint32_t comment; /* index into reading->comments, plus 1, of a comment's story */
};

/* A header or footer that a section names. */
struct hg_docx_header {
    bool footer;
    enum hg_header_type type;
    struct hg_str target; /* part name */
    uint32_t section;
};

/* ---- Fields ---- */

enum hg_docx_field_kind { HG_FIELD_PLAIN, HG_FIELD_TOC, HG_FIELD_LINK, HG_FIELD_FORM };

struct hg_docx_field {
    bool in_result;          /* past w:separate */
    enum hg_docx_field_kind kind;
    char code[16];           /* the first letters of the instruction, without blanks in front */
    uint8_t code_len;
    bool code_closed;        /* the keyword is complete */
    /* A drop-down form field, whose choice stands in w:ffData alone. */
};

/* ---- Tables ---- */

struct hg_docx_merge {
    uint32_t column;
    struct hg_cell *origin; /* the cell that covers what is below */
};

struct hg_docx_table {
    struct hg_docx_table *outer;
    struct hg_table *table;
    const struct hg_docx_style *style;
    struct hg_node *container; /* what the table stands in */
    HG_VEC(struct hg_docx_merge) above, below; /* vertical merges of the last row, of this one */
    size_t above_at;
    struct hg_row *row; /* null until its first cell */
    struct hg_cell *cell;
    uint32_t column;    /* where the next cell begins */
    bool header, row_gone, row_deleted;
    bool cell_gone, vertical, vertical_restart, horizontal_on;
    size_t depth;
};

/* ---- One story under way ---- */

struct hg_docx_story {
    struct hg_docx_story *outer; /* the story around a text box */
    struct hg_docx_unit *unit;
    struct hg_node *container;   /* where the next paragraph goes */
    struct hg_docx_table *table; /* innermost open table */

    struct hg_paragraph *paragraph; /* null between paragraphs, unless one waits to be joined */
    struct hg_paragraph *last;      /* the paragraph before */
    bool in_paragraph;
    bool keep_first;  /* the open paragraph came from a style separator: its first w:p shapes it */
    bool mark_removed; /* the paragraph mark is gone in this view */
    bool has_section;  /* the paragraph ends a section */
    const struct hg_docx_style *style;
    struct hg_para_props props;
    struct hg_docx_run_place mark; /* of the paragraph mark */

    struct hg_docx_run_place run;
    const struct hg_docx_run_look *run_look; /* null until the run has text */

    HG_VEC(struct hg_docx_field) fields;
    size_t fields_in_code;    /* how many of them have not come to their result */
    size_t fields_toc, fields_link, fields_result;
};

/* ---- One part under way ---- */

/* What an element's children are read as. */
enum hg_docx_mode {
    HG_MODE_SKIP,
    HG_MODE_ROOT,
    HG_MODE_DOCUMENT,
    HG_MODE_NOTES,
    HG_MODE_COMMENTS,
    HG_MODE_CONTENT,
    HG_MODE_REMOVED, /* a change that this view leaves out: text is gathered for the revision */
    HG_MODE_DRAWING,
    HG_MODE_PPR,
    HG_MODE_MARK_RPR,
    HG_MODE_RPR,
    HG_MODE_SECTION,
    HG_MODE_TABLE_PR,
    HG_MODE_TABLE_BORDERS,
    HG_MODE_ROW_PR,
    HG_MODE_CELL_PR,
    HG_MODE_SDT_PR,
    HG_MODE_FORM,
};

/* What is to be done when an element ends. */
enum hg_docx_kind {
    HG_KIND_NONE,
    HG_KIND_PARAGRAPH,
    HG_KIND_PPR,
    HG_KIND_RUN,
    HG_KIND_TEXT,
    HG_KIND_CODE,
    HG_KIND_GONE_TEXT,
    HG_KIND_MATH_TEXT,
    HG_KIND_TABLE,
    HG_KIND_ROW,
    HG_KIND_ROW_PR,
    HG_KIND_CELL,
    HG_KIND_CELL_PR,
    HG_KIND_LINK,
    HG_KIND_FIELD,
    HG_KIND_SDT,
    HG_KIND_SDT_CONTENT,
    HG_KIND_CHANGE,
    HG_KIND_ALTERNATE,
    HG_KIND_BOX,
    HG_KIND_STORY,
    HG_KIND_SECTION,
};

enum { HG_SDT_PLACEHOLDER = 1, HG_SDT_TOC = 2, HG_BRANCH_TAKEN = 4 };

struct hg_docx_frame {
    uint8_t mode, kind;
    uint8_t flags;     /* of an sdt or AlternateContent */
    uint16_t name;     /* token of a w: element, else 0 */
    uint32_t revision; /* index into doc->revisions, plus 1 */
};

struct hg_docx_part {
    struct hg_docx_reading *reading;
    uint32_t part_name;
    struct hg_docx_relations *relations; /* of this part */
    uint32_t leaves;     /* counted so far */
    uint32_t elements;   /* likewise: now and then the limits are looked at */
    struct hg_docx_frame frames[HG_LIMIT_XML_DEPTH + 1];
    size_t depth;
    struct hg_docx_story *story;

    struct hg_buf text;  /* of the open leaf */
    uint32_t leaf;       /* its ordinal */
    uint32_t leaf_at;    /* code points of it that are dealt with */
    bool preserve;       /* xml:space="preserve" on the leaf */
    bool preserve_all;   /* on the root element */
    bool known_root;     /* the root is what a story's part begins with */

    uint32_t inserted, deleted, placeholder, links, toc, simple_fields; /* depths */
    struct hg_buf gone;  /* text of the change that is left out */
    uint32_t row_revision; /* of the row that has begun, plus 1, until its first paragraph */
    struct hg_comment_range *pending; /* ranges that wait for the next paragraph */

    int32_t choice, choice_at; /* of a drop-down form field */
    struct hg_section section; /* the section being read, and what it names */
    struct hg_docx_header headers[12];
    size_t header_count;

    bool in_comment;            /* in comments.xml */
    struct hg_str paragraph_id; /* w14:paraId of the last paragraph of a comment */
};

/* ---- Comment ranges ---- */

struct hg_comment_range {
    struct hg_comment_range *next_pending;
    const struct hg_paragraph *start_paragraph, *end_paragraph;
    size_t start, end;
    bool referenced, waits;
};

struct hg_docx_comment {
    struct hg_comment comment;
    struct hg_docx_unit *unit;
    struct hg_str paragraph_id;
};

/* ---- The whole reading ---- */

struct hg_docx_reading {
    struct hg_doc *doc;
    struct hg_arena *scratch; /* gone when the document is read */
    struct hg_docx_package package;
    struct hg_docx_fonts fonts;
    struct hg_docx_styles styles;
    struct hg_docx_numbering numbering;
    struct hg_docx_looks looks;
    bool reject;         /* the view: tracked changes rejected */
    bool own_comments;   /* keep hegao's own comments */
    bool codes_are_text; /* second try: a field was never closed, so what looks like code is text */
    bool unclosed;       /* such a field was met */
    bool body_done;      /* headers, notes and comments follow */
    bool refers[HG_PART_COUNT]; /* a note of that kind is referred to */
    struct hg_error *err;
    size_t nodes;
    uint8_t leaf_names[HG_X_COUNT]; /* by token: 0 not asked yet, 1 no leaf, 2 leaf */
    struct hg_docx_unit *body;
    struct hg_map units;   /* "footnote:3", "word/header1.xml" -> struct hg_docx_unit * */
    struct hg_map ranges;  /* id of a comment -> struct hg_comment_range * */
    struct hg_map done;    /* w14:paraId of resolved comments */
    HG_VEC(struct hg_docx_comment) comments; /* in the order of comments.xml */
    HG_VEC(struct hg_docx_header) headers;   /* by section */
    uint32_t header_section; /* whose headers are being read */
    uint32_t last_section;   /* of the body's last paragraph */
};

/* HG_TOO_LARGE when the document has outgrown a limit; `nodes` are about to be added. */
enum hg_status hg_docx_room(struct hg_docx_reading *reading, size_t nodes);

/* docx_story.c */
enum hg_status hg_docx_read_part(struct hg_docx_reading *reading, struct hg_str name,
                                 struct hg_docx_unit *unit);
struct hg_docx_unit *hg_docx_unit_new(struct hg_docx_reading *reading, enum hg_part part);
/* Key of `units` for a note or comment; lives in the scratch arena. */
struct hg_str hg_docx_unit_key(struct hg_docx_reading *reading, enum hg_part part, int32_t id);
void hg_docx_story_open(struct hg_docx_part *part, struct hg_docx_unit *unit);
enum hg_status hg_docx_story_close(struct hg_docx_part *part);

/* docx_content.c */
/* An element among the content; `leaf` is its ordinal if it is one. */
enum hg_status hg_docx_content(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                               struct hg_docx_frame *frame, struct hg_docx_frame *parent,
                               uint32_t leaf);
/* An element of the markup compatibility namespace. */
void hg_docx_branch(const struct hg_xml_tag *tag, struct hg_docx_frame *frame,
                    struct hg_docx_frame *parent);
/* A child of w:pPr, of a w:rPr (`mark`: that of the paragraph mark), of a w:sdtPr. */
enum hg_status hg_docx_paragraph_property(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                                          struct hg_docx_frame *frame);
enum hg_status hg_docx_run_property(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                                    struct hg_docx_frame *frame, bool mark);
void hg_docx_sdt_property(struct hg_docx_part *part, const struct hg_xml_tag *tag);

/* docx_paragraph.c */
enum hg_status hg_docx_paragraph_open(struct hg_docx_part *part, const struct hg_xml_tag *tag);
enum hg_status hg_docx_paragraph_close(struct hg_docx_part *part);
void hg_docx_paragraph_shape(struct hg_docx_part *part); /* at the end of w:pPr */
void hg_docx_paragraph_end_container(struct hg_docx_part *part);
void hg_docx_run_open(struct hg_docx_part *part);
/* Text without an origin if `leaf` is UINT32_MAX. */
enum hg_status hg_docx_put(struct hg_docx_part *part, struct hg_str text, uint32_t leaf,
                           uint32_t offset);
void hg_docx_leaf_open(struct hg_docx_part *part, const struct hg_xml_tag *tag);
enum hg_status hg_docx_leaf_text(struct hg_docx_part *part, struct hg_str piece);
enum hg_status hg_docx_leaf_close(struct hg_docx_part *part);
enum hg_status hg_docx_put_symbol(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                                  uint32_t leaf);
enum hg_status hg_docx_put_break(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                                 uint32_t leaf);

/* docx_fields.c */
void hg_docx_field_char(struct hg_docx_part *part, const struct hg_xml_tag *tag);
void hg_docx_field_code(struct hg_docx_story *story, struct hg_str piece);
void hg_docx_field_simple(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                          struct hg_docx_frame *frame);
void hg_docx_field_simple_end(struct hg_docx_part *part, const struct hg_docx_frame *frame);
void hg_docx_fields_end(struct hg_docx_part *part);
/* A child of w:ffData. */
enum hg_status hg_docx_form(struct hg_docx_part *part, const struct hg_xml_tag *tag);

/* docx_changes.c */
/* w:ins w:del w:moveFrom w:moveTo around runs. */
void hg_docx_change_open(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                         struct hg_docx_frame *frame);
void hg_docx_change_close(struct hg_docx_part *part, const struct hg_docx_frame *frame);
/* A change of properties, rows or cells; gives its index in doc->revisions, plus 1. */
uint32_t hg_docx_change_note(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                             enum hg_revision_kind kind);
void hg_docx_change_mark(struct hg_docx_part *part, const struct hg_xml_tag *tag);

/* docx_tables.c */
enum hg_status hg_docx_table_open(struct hg_docx_part *part);
void hg_docx_table_close(struct hg_docx_part *part);
void hg_docx_row_open(struct hg_docx_part *part);
void hg_docx_row_close(struct hg_docx_part *part);
enum hg_status hg_docx_cell_open(struct hg_docx_part *part, struct hg_docx_frame *frame);
enum hg_status hg_docx_cell_close(struct hg_docx_part *part);
void hg_docx_table_property(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                            struct hg_docx_frame *frame);
void hg_docx_table_border(struct hg_docx_part *part, const struct hg_xml_tag *tag);
enum hg_status hg_docx_row_property(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                                    struct hg_docx_frame *frame);
enum hg_status hg_docx_cell_property(struct hg_docx_part *part, const struct hg_xml_tag *tag,
                                     struct hg_docx_frame *frame);

/* docx_sections.c */
void hg_docx_section_open(struct hg_docx_part *part);
void hg_docx_section_property(struct hg_docx_part *part, const struct hg_xml_tag *tag);
/* `last`: the body's own; otherwise the paragraph ends the section and the next one begins. */
void hg_docx_section_close(struct hg_docx_part *part, bool last);
enum hg_status hg_docx_headers_read(struct hg_docx_reading *reading);
void hg_docx_sections_settle(struct hg_docx_reading *reading);

/* docx_comments.c */
void hg_docx_comment_mark(struct hg_docx_part *part, const struct hg_xml_tag *tag);
void hg_docx_comments_pending(struct hg_docx_part *part);
void hg_docx_comment_open(struct hg_docx_part *part, const struct hg_xml_tag *tag);
void hg_docx_comment_close(struct hg_docx_part *part);
enum hg_status hg_docx_comments_done(struct hg_docx_reading *reading);
/* Adds the comment of a story that has found its place to doc->comments. */
void hg_docx_comment_settle(struct hg_docx_reading *reading, const struct hg_docx_unit *unit);

/* docx_settings.c */
enum hg_status hg_docx_settings_read(struct hg_docx_reading *reading);
enum hg_status hg_docx_properties_read(struct hg_docx_reading *reading);

#endif
