/* Characters of symbol fonts: w:sym, and U+F020 to U+F0FF in text, where Word keeps the glyphs of
 * fonts that have no Unicode of their own (Symbol, Wingdings). */
#ifndef HG_IO_DOCX_SYMBOLS_H
#define HG_IO_DOCX_SYMBOLS_H

#include <stdint.h>

#include "base/str.h"

/* The character that `code` of the font shows, as far as it is known; else `code` itself. Codes
 * 0x20 to 0xFF and their twins from U+F020 are taken alike. */
uint32_t hg_docx_symbol(struct hg_str font, uint32_t code);

#endif
