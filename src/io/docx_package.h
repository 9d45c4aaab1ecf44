/* The package around a DOCX: content types, relationships, the way to the main part (ECMA-376
 * part 2), and what the package says about itself (struct hg_package_facts). */
#ifndef HG_IO_DOCX_PACKAGE_H
#define HG_IO_DOCX_PACKAGE_H

#include "base/map.h"
#include "io/archive.h"
#include "io/docx_names.h"
#include "model/doc.h"

struct hg_docx_relation {
    struct hg_str id;
    struct hg_str type;   /* last path segment of the type URI */
    struct hg_str target; /* the part's name without leading '/', resolved; as written if external */
    bool external;
};

/* Zero-initialise it. */
struct hg_docx_relations {
    HG_VEC(struct hg_docx_relation) items;
    struct hg_map by_id; /* id -> index into items, plus 1 */
};

struct hg_docx_package {
    struct hg_archive *archive;   /* borrowed */
    struct hg_xml_names *names;   /* shared by all parts */
    struct hg_arena *arena;       /* lives as long as the reading */
    struct hg_doc *doc;           /* whose facts are filled */
    struct hg_str main;           /* name of the main part */
    struct hg_docx_relations root;      /* of the package */
    struct hg_docx_relations relations; /* of the main part */
};

/* Finds the main part and fills the facts. HG_NOT_DOCX with what the file is instead. */
enum hg_status hg_docx_package_open(struct hg_docx_package *package, struct hg_error *err);
void hg_docx_package_release(struct hg_docx_package *package);

/* Parses one part. HG_NOT_FOUND, without a message, if the package has no such part. */
enum hg_status hg_docx_parse(struct hg_docx_package *package, struct hg_str part,
                             const struct hg_xml_handler *handler, void *user,
                             struct hg_error *err);

/* The relationships of a part; none if it has no .rels. */
enum hg_status hg_docx_relations_load(struct hg_docx_relations *out,
                                      struct hg_docx_package *package, struct hg_str part,
                                      struct hg_error *err);
/* The first relation of a type, by id; null if there is none. */
const struct hg_docx_relation *hg_docx_relation_of_type(const struct hg_docx_relations *relations,
                                                        const char *type);
const struct hg_docx_relation *hg_docx_relation(const struct hg_docx_relations *relations,
                                                struct hg_str id);

#endif
