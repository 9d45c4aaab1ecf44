#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_comments_left = {
    .id = "comments-left",
    .family = HG_FAMILY_FILE,
    .name = "批注未清理",
    .severity = HG_SEVERITY_WARNING,
    .summary = "文稿中仍留有批注",
    .explanation = "批注是起草、会商时的内部意见，随稿送出就成了对外的文字，打印时还会缩小版面。请逐条处理后在"
                   "“审阅”中删除批注再送签。核稿自己写入的批注和“核稿:忽略”标记不在此列。",
    .bad = "今年以来，共受理{==来访==}{>>此处请信访科再核<<}47件。\n",
    .good = "今年以来，共受理来访47件。\n",
    .run = run,
};

/* hegao's own comments, and the marks by which a person tells it to keep quiet. */
static bool is_own(const struct hg_comment *comment)
{
    struct hg_str text = hg_str_trim(comment->text);

    return hg_str_is(comment->author, "核稿") || hg_str_starts(text, HG_STR("核稿:忽略")) ||
           hg_str_starts(text, HG_STR("核稿：忽略"));
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    const struct hg_comment *first = NULL;
    size_t count = 0;
    struct hg_finding *finding;

    for (size_t i = 0; i < doc->comments.len; i++) {
        const struct hg_comment *comment = &doc->comments.items[i];

        if (is_own(comment)) {
            continue;
        }
        count++;
        if (first == NULL && comment->start_paragraph != NULL) {
            first = comment;
        }
    }
    if (count == 0) {
        return;
    }
    finding = hg_report_document(pass, &hg_check_comments_left, "comments",
                                 "文稿留有批注%zu条，请处理后删除再送签", count);
    if (first != NULL) {
        size_t end = first->end_paragraph == first->start_paragraph
                         ? first->end
                         : first->start_paragraph->text.len;

        hg_finding_related(pass, finding, first->start_paragraph,
                           (struct hg_span){first->start, end});
    }
}
