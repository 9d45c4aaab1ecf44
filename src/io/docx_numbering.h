/* Automatic numbers: numbering.xml, and the counters that run as paragraphs go by (ECMA-376
 * part 1, 17.9). */
#ifndef HG_IO_DOCX_NUMBERING_H
#define HG_IO_DOCX_NUMBERING_H

#include "io/docx_number_format.h"
#include "io/docx_styles.h"

enum { HG_DOCX_LEVELS = 9 };

struct hg_docx_level {
    bool stated;           /* the package has this level */
    bool is_legal;         /* w:isLgl: all numbers of the label in decimal */
    bool hidden;           /* the number is hidden text */
    char suffix;           /* '\t', ' ' or 0 */
    int8_t restart;        /* w:lvlRestart; -1 if absent */
    enum hg_number_format format;
    int32_t start;
    struct hg_str text;    /* w:lvlText */
    struct hg_str style;   /* w:pStyle: id of the paragraph style tied to the level */
    struct hg_run_props run;
    struct hg_para_props paragraph;
};

/* One w:abstractNum with the counters of its list. */
struct hg_docx_list {
    int32_t id;
    uint32_t number; /* from 1, in the order of the part */
    struct hg_str style_link, num_style_link;
    struct hg_docx_level levels[HG_DOCX_LEVELS];
    uint32_t counters[HG_DOCX_LEVELS];
    bool counting[HG_DOCX_LEVELS]; /* the counter has been used since its last restart */
};

/* One w:num: a list, perhaps with levels of its own or another start. */
struct hg_docx_num {
    int32_t id, list_id;
    struct hg_docx_list *list; /* null if it leads nowhere */
    struct {
        bool has_start, start_used;
        int32_t start;
        struct hg_docx_level *level; /* null if not overridden */
    } overrides[HG_DOCX_LEVELS];
};

struct hg_docx_numbering {
    struct hg_arena *arena;
    HG_VEC(struct hg_docx_list *) lists;
    HG_VEC(struct hg_docx_num *) nums;
    struct hg_map lists_by_id, nums_by_id; /* decimal text -> item */
    struct hg_map lists_by_link;           /* w:styleLink -> the list it names */
    struct hg_buf label;                   /* the label being made; on the heap */
};

enum hg_status hg_docx_numbering_load(struct hg_docx_numbering *numbering,
                                      struct hg_docx_package *package,
                                      const struct hg_docx_styles *styles,
                                      struct hg_docx_fonts *fonts, struct hg_error *err);
void hg_docx_numbering_release(struct hg_docx_numbering *numbering);

/* How a paragraph is numbered: through its own w:numPr or through its style. */
struct hg_docx_numbered {
    struct hg_docx_num *num; /* null: not at all */
    const struct hg_docx_level *level;
    uint8_t index;           /* 0 to 8 */
    bool by_style;
};

struct hg_docx_numbered hg_docx_numbering_of(const struct hg_docx_numbering *numbering,
                                             const struct hg_docx_style *style,
                                             const struct hg_para_props *direct);

/* Counts the paragraph and writes its label; the text lives in the document's arena. */
void hg_docx_numbering_count(struct hg_docx_numbering *numbering,
                             const struct hg_docx_numbered *numbered, struct hg_doc *doc,
                             struct hg_label *label);

#endif
