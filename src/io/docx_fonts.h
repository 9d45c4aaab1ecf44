/* Font names, interned in the document's arena, and the theme that names some of them. */
#ifndef HG_IO_DOCX_FONTS_H
#define HG_IO_DOCX_FONTS_H

#include "base/map.h"
#include "io/docx_package.h"

struct hg_docx_fonts {
    struct hg_arena *arena; /* the document's */
    struct hg_map names;    /* name -> const char * */
    struct hg_str last_name; /* the name asked for last, as interned … */
    const char *last;        /* … runs mostly repeat it */
    struct {
        const char *latin, *east_asia;
    } major, minor; /* "" where the theme says nothing */
};

void hg_docx_fonts_init(struct hg_docx_fonts *fonts, struct hg_arena *arena);

/* Reads the theme part; a package without one leaves the names empty. */
enum hg_status hg_docx_fonts_load(struct hg_docx_fonts *fonts, struct hg_docx_package *package,
                                  struct hg_error *err);

const char *hg_docx_font(struct hg_docx_fonts *fonts, struct hg_str name);
/* ST_Theme: majorEastAsia, minorHAnsi … */
const char *hg_docx_theme_font(const struct hg_docx_fonts *fonts, struct hg_str theme);

#endif
