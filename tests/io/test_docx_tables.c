/* Table geometry. */
#include "io/limits.h"
#include "support/package.h"
#include "support/unit.h"

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define TC(pr, text) "<w:tc><w:tcPr>" pr "</w:tcPr>" P(text) "</w:tc>"
#define TR(cells) "<w:tr>" cells "</w:tr>"
#define TBL(rows) "<w:tbl>" rows "</w:tbl>"
#define SPAN(n) "<w:gridSpan w:val=\"" #n "\"/>"

/* "column+span/rows " for each cell, rows parted by '|'. */
static const char *geometry(struct hg_doc *doc, const struct hg_table *table)
{
    struct hg_buf out = HG_BUF_INIT;
    const char *text;

    for (const struct hg_node *row = table->node.first_child; row != NULL; row = row->next) {
        for (const struct hg_node *cell = row->first_child; cell != NULL; cell = cell->next) {
            const struct hg_cell *c = hg_node_cell(cell);

            hg_buf_printf(&out, "%u+%u/%u ", c->column, c->column_span, c->row_span);
        }
        hg_buf_putc(&out, '|');
    }
    text = hg_arena_strndup(doc->arena, out.data, out.len);
    hg_buf_release(&out);
    return text;
}

static void cells_know_their_columns(void **state)
{
    struct hg_doc *doc = package_read_body(
        TBL("<w:tblPr><w:tblStyle w:val=\"G\"/><w:jc w:val=\"center\"/></w:tblPr>" TR(
            "<w:trPr><w:tblHeader/></w:trPr>" TC(SPAN(2), "a") TC("", "b"))
                TR("<w:trPr><w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/></w:trPr>"
                       TC("", "c"))
                    TR(TC("", "d") TC("<w:hMerge w:val=\"restart\"/>", "e")
                           "<w:tc><w:tcPr><w:hMerge/></w:tcPr><w:p/></w:tc>")),
        "<w:style w:type=\"table\" w:styleId=\"G\"><w:name w:val=\"Table Grid\"/><w:tblPr>"
        "<w:tblBorders><w:top w:val=\"single\"/></w:tblBorders></w:tblPr></w:style>",
        NULL);
    const struct hg_table *table = doc->tables.items[0];

    (void)state;
    assert_string_equal(geometry(doc, table), "0+2/1 2+1/1 |1+1/1 |0+1/1 1+2/1 |");
    assert_int_equal(table->columns, 3);
    assert_int_equal(table->rows, 3);
    assert_string_equal(table->style_name, "table grid");
    assert_int_equal(table->align, HG_ALIGN_CENTER);
    assert_true(table->has_borders);
    assert_true(hg_node_row(table->node.first_child)->header);
    hg_doc_free(doc);
}

static void merges_run_down(void **state)
{
    struct hg_doc *doc = package_read_body(
        TBL(TR(TC("<w:vMerge w:val=\"restart\"/>", "a") TC("", "b")
                   TC("<w:vMerge w:val=\"restart\"/>", "c"))
                TR(TC("<w:vMerge/>", "") TC("<w:vMerge w:val=\"restart\"/>", "d")
                       TC("<w:vMerge w:val=\"continue\"/>", ""))
                    TR(TC("<w:vMerge/>", "") TC("<w:vMerge/>", "") TC("", "e"))
                        TR(TC("<w:vMerge/>", "") TC(SPAN(2) "<w:vMerge/>", ""))),
        NULL, NULL);

    (void)state;
    assert_string_equal(geometry(doc, doc->tables.items[0]),
                        "0+1/4 1+1/1 2+1/2 |0+1/0 1+1/3 2+1/0 |0+1/0 1+1/0 2+1/1 |0+1/0 1+2/0 |");
    hg_doc_free(doc);
}

static void tables_nest(void **state)
{
    struct hg_doc *doc = package_read_body(
        P("前") TBL(TR("<w:tc>" P("外") TBL(TR(TC("", "内"))) P("尾") "</w:tc>")) P("后"), NULL,
        NULL);

    (void)state;
    assert_string_equal(package_text(doc), "前\n外\n内\n尾\n后");
    assert_int_equal(doc->tables.len, 2);
    assert_int_equal(doc->tables.items[1]->depth, 1);
    assert_int_equal(doc->tables.items[1]->number, 2);
    assert_ptr_equal(hg_node_enclosing_table(&doc->paragraphs.items[2]->node), doc->tables.items[1]);
    assert_ptr_equal(hg_node_enclosing_table(&doc->paragraphs.items[3]->node), doc->tables.items[0]);
    assert_null(hg_node_enclosing_table(&doc->paragraphs.items[4]->node));
    hg_doc_free(doc);
}

static enum hg_status status_of(const char *body)
{
    struct package package;
    struct hg_buf bytes;
    struct hg_error err;
    enum hg_status status;

    package_open(&package);
    package_body(&package, body);
    bytes = package_close(&package);
    status = package_status(hg_buf_view(&bytes), &err);
    hg_buf_release(&bytes);
    return status;
}

static void hostile_tables_are_refused(void **state)
{
    struct hg_buf body = HG_BUF_INIT;

    (void)state;
    assert_int_equal(status_of(TBL(TR(TC(SPAN(1001), "")))), HG_TOO_LARGE);
    assert_int_equal(status_of(TBL(TR(TC(SPAN(4294967295), "")))), HG_TOO_LARGE);
    assert_int_equal(status_of(TBL(TR(TC(SPAN(-5), "")))), HG_OK);
    for (size_t i = 0; i < HG_LIMIT_TABLE_DEPTH + 1; i++) {
        hg_buf_puts(&body, "<w:tbl><w:tr><w:tc>");
    }
    for (size_t i = 0; i < HG_LIMIT_TABLE_DEPTH + 1; i++) {
        hg_buf_puts(&body, "<w:p/></w:tc></w:tr></w:tbl>");
    }
    assert_int_equal(status_of(body.data), HG_TOO_LARGE);
    hg_buf_release(&body);
    /* Pieces of a table without the table. */
    assert_int_equal(status_of("<w:tr><w:tc><w:p/></w:tc></w:tr><w:tc><w:tcPr/></w:tc>"), HG_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_know_their_columns),
        cmocka_unit_test(merges_run_down),
        cmocka_unit_test(tables_nest),
        cmocka_unit_test(hostile_tables_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
