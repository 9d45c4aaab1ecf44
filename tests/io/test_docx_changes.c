/* Tracked changes in both views, and as data. */
#include "support/package.h"
#include "support/unit.h"

#define T(text) "<w:r><w:t>" text "</w:t></w:r>"
#define P(inside) "<w:p>" inside "</w:p>"
#define WHO " w:id=\"1\" w:author=\"甲\" w:date=\"2025-03-01T08:00:00Z\""
#define INS(inside) "<w:ins" WHO ">" inside "</w:ins>"
#define DEL(text) "<w:del" WHO "><w:r><w:delText>" text "</w:delText></w:r></w:del>"
#define MARK(kind) "<w:pPr><w:rPr><w:" kind WHO "/></w:rPr></w:pPr>"

static struct hg_doc *view(const char *body, enum hg_revision_view which)
{
    struct package package;

    package_open(&package);
    package_body(&package, body);
    return package_read(&package, which);
}

static void both(const char *body, const char *accepted, const char *rejected)
{
    struct hg_doc *doc = view(body, HG_REVISIONS_ACCEPT);

    assert_string_equal(package_text(doc), accepted);
    hg_doc_free(doc);
    doc = view(body, HG_REVISIONS_REJECT);
    assert_string_equal(package_text(doc), rejected);
    hg_doc_free(doc);
}

static void runs_in_both_views(void **state)
{
    (void)state;
    both(P(T("共") DEL("12") INS(T("13")) T("件")), "共13件", "共12件");
    both(P("<w:moveFrom" WHO ">" T("移") "</w:moveFrom>" T("中") "<w:moveTo" WHO ">" T("移")
           "</w:moveTo>"),
         "中移", "移中");
    /* Inserted, then deleted: in neither view. */
    both(P(T("a") INS(DEL("x")) T("b")), "ab", "ab");
    /* A field that is deleted leaves the text around it alone. */
    both(P("<w:del" WHO "><w:r><w:fldChar w:fldCharType=\"begin\"/><w:delInstrText>PAGE"
           "</w:delInstrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r></w:del>" T("留")
           "<w:del" WHO "><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:del>"),
         "留", "留");
}

static void paragraph_marks_join(void **state)
{
    (void)state;
    both(P(MARK("del") T("前")) P(T("后")), "前后", "前\n后");
    both(P(MARK("ins") T("前")) P(T("后")), "前\n后", "前后");
    both(P(MARK("del") DEL("全删")) P(T("后")), "后", "全删\n后");
    both(P(MARK("del") T("一")) P(MARK("del") T("二")) P(T("三")), "一二三", "一\n二\n三");
    both(P(MARK("moveFrom") "<w:moveFrom" WHO ">" T("移") "</w:moveFrom>") P(T("留"))
             P(MARK("moveTo") "<w:moveTo" WHO ">" T("移") "</w:moveTo>") P(T("尾")),
         "留\n移\n尾", "移\n留\n尾");
    /* Nothing follows to be joined. */
    both(P(T("头")) P(MARK("del") T("尾")), "头\n尾", "头\n尾");
}

#define ROW(pr, text) "<w:tr>" pr "<w:tc>" P(T(text)) "</w:tc></w:tr>"

static void rows_and_cells(void **state)
{
    struct hg_doc *doc;
    static const char body[] = "<w:tbl>" ROW("", "一") ROW("<w:trPr><w:del" WHO "/></w:trPr>", "二")
        ROW("<w:trPr><w:ins" WHO "/></w:trPr>", "三") "</w:tbl>" P(T("尾"));

    (void)state;
    both(body, "一\n三\n尾", "一\n二\n尾");
    doc = view(body, HG_REVISIONS_REJECT);
    assert_int_equal(doc->tables.items[0]->rows, 2);
    assert_int_equal(doc->paragraphs.items[1]->flags, HG_PARAGRAPH_IN_DELETED_ROW);
    assert_int_equal(doc->revisions.len, 2);
    assert_int_equal(doc->revisions.items[0].kind, HG_REVISION_ROW_DELETE);
    assert_ptr_equal(doc->revisions.items[0].paragraph, doc->paragraphs.items[1]);
    assert_null(doc->revisions.items[1].paragraph);
    hg_doc_free(doc);
    both("<w:tbl>" ROW("<w:trPr><w:del" WHO "/></w:trPr>", "全") "</w:tbl>" P(T("尾")), "尾",
         "全\n尾");
    both("<w:tbl><w:tr><w:tc>" P(T("甲")) "</w:tc><w:tc><w:tcPr><w:cellDel" WHO "/></w:tcPr>"
         P(T("乙")) "</w:tc><w:tc><w:tcPr><w:cellIns" WHO "/></w:tcPr>" P(T("丙"))
         "</w:tc></w:tr></w:tbl>",
         "甲\n丙", "甲\n乙");
}

static void changes_are_data(void **state)
{
    struct hg_doc *doc = view(
        P(MARK("ins") T("共") DEL("12") INS(T("13")) T("件"))
        P("<w:pPr><w:jc w:val=\"left\"/><w:pPrChange" WHO "><w:pPr><w:tabs><w:tab w:val=\"left\"/>"
          "</w:tabs></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:b/><w:rPrChange" WHO "><w:rPr/>"
          "</w:rPrChange></w:rPr><w:t>粗</w:t></w:r>"),
        HG_REVISIONS_ACCEPT);
    static const enum hg_revision_kind kinds[] = {HG_REVISION_PARAGRAPH_INSERT, HG_REVISION_DELETE,
                                                  HG_REVISION_INSERT, HG_REVISION_FORMAT,
                                                  HG_REVISION_FORMAT};
    const struct hg_revision *revision;
    struct hg_origin origin;

    (void)state;
    assert_int_equal(doc->revisions.len, 5);
    for (size_t i = 0; i < 5; i++) {
        revision = &doc->revisions.items[i];
        assert_int_equal(revision->kind, kinds[i]);
        assert_true(hg_str_is(revision->author, "甲"));
        assert_true(hg_str_is(revision->date, "2025-03-01T08:00:00Z"));
        assert_ptr_equal(revision->paragraph, doc->paragraphs.items[i < 3 ? 0 : 1]);
    }
    revision = &doc->revisions.items[1];
    assert_true(hg_str_is(revision->text, "12"));
    assert_int_equal(revision->span.start, 3);
    assert_int_equal(revision->span.end, 3);
    revision = &doc->revisions.items[2];
    assert_true(hg_str_is(revision->text, "13"));
    assert_int_equal(revision->span.start, 3);
    assert_int_equal(revision->span.end, 5);
    assert_true(hg_paragraph_span_has(doc->paragraphs.items[0], revision->span, HG_RUN_INSERTED));
    /* The tab stop in the old properties counts as a leaf. */
    assert_true(hg_paragraph_origin(doc->paragraphs.items[1], 0, &origin));
    assert_int_equal(origin.leaf, 5);
    assert_int_equal(doc->paragraphs.items[1]->look->align, HG_ALIGN_LEFT);
    hg_doc_free(doc);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(runs_in_both_views),
        cmocka_unit_test(paragraph_marks_join),
        cmocka_unit_test(rows_and_cells),
        cmocka_unit_test(changes_are_data),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
