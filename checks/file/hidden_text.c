#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_hidden_text = {
    .id = "hidden-text",
    .family = HG_FAMILY_FILE,
    .name = "隐藏文字",
    .severity = HG_SEVERITY_WARNING,
    .summary = "文稿中有设为“隐藏”的文字",
    .explanation = "设为“隐藏”的文字打印时看不到，但随电子稿送出，收件人打开“显示编辑标记”即可看见，其中往往是"
                   "不该送出的旧稿或内部意见。请在“字体”对话框中取消“隐藏”，逐处删去或恢复。",
    .bad = "今年以来，共受理来访47件{%%（实为45件）%%}。\n",
    .good = "今年以来，共受理来访47件。\n",
    .run = run,
};

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    const struct hg_paragraph *first = NULL;
    size_t paragraphs = 0;
    struct hg_finding *finding;

    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];

        if ((paragraph->flags & HG_PARAGRAPH_HAS_HIDDEN) != 0 && hg_pass_is_prose(pass, paragraph)) {
            paragraphs++;
            first = first == NULL ? paragraph : first;
        }
    }
    if (paragraphs == 0) {
        return;
    }
    finding = hg_report_document(pass, &hg_check_hidden_text, "hidden",
                                 "有%zu个段落含设为“隐藏”的文字，首处在%s第%u段，请删去或恢复显示",
                                 paragraphs, first->part == HG_PART_BODY ? "正文" : "附注",
                                 (unsigned)first->number);
    hg_finding_related(pass, finding, first, (struct hg_span){0, first->text.len});
}
