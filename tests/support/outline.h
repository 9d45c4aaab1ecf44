/* A readable notation for test documents, read straight into the model.
 *
 *   text                  a paragraph of the body; empty lines separate and are not paragraphs
 *   @empty                an empty paragraph
 *   @title text           a centred title paragraph (style Title)
 *   # text   ## text      heading 1, heading 2 … by style; the number, if any, is typed
 *   + text   ++ text      automatic number of level 1 一、  2 （一）  3 1.  4 （1）; heading style
 *   - text                bullet of a list
 *   | a | b |             a row of a table; rows on consecutive lines are one table; a cell "<"
 *                         widens the cell at its left, a cell "^" continues the cell above it
 *   @right text           a right-aligned paragraph (signature, date)
 *   @center text          a centred paragraph
 *   @toc text             a line of the table of contents
 *   @header text  @footer text  @footnote text  @box text    a paragraph of another story
 *   @page W H T R B L     section: page size and margins in twips
 *   @font NAME HALFPOINTS the look of the body text from here on
 *   @property NAME VALUE  a core property (creator, lastModifiedBy …)
 *   @external TYPE TARGET an external relationship
 *   @macro                the package holds macros
 *   @plain                read as plain text: no looks, no styles
 *   @text-only            what follows is taken as it stands: no notation
 *
 * Inside a text: {++inserted++} {--deleted--} tracked changes, {==range==}{>>comment<<} a comment
 * on a range, {%%hidden%%} hidden text, {__placeholder__} placeholder of a content control. */
#ifndef HG_TESTS_OUTLINE_H
#define HG_TESTS_OUTLINE_H

#include "model/doc.h"

/* Never null; a notation error fails the test with the line. Freed with hg_doc_free. */
struct hg_doc *hg_test_doc(const char *outline);

#endif
