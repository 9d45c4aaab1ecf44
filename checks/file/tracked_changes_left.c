#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_tracked_changes_left = {
    .id = "tracked-changes-left",
    .family = HG_FAMILY_FILE,
    .name = "修订痕迹未处理",
    .severity = HG_SEVERITY_WARNING,
    .summary = "文稿中仍留有修订痕迹",
    .explanation = "送签稿应当是清稿。留有修订痕迹的文稿，不同的人打开会看到不同的文字，审签人可能签的是"
                   "另一个版本。请在“审阅”中逐处接受或拒绝修订，并关闭“修订”状态后再送签。",
    .bad = "今年以来，{++共++}受理{--来信--}来访47件。\n",
    .good = "今年以来，共受理来访47件。\n",
    .run = run,
};

/* Adds "插入3处" to the list of kinds; nothing for none. */
static void say(struct hg_buf *out, const char *kind, size_t count)
{
    if (count > 0) {
        hg_buf_printf(out, "%s%s%zu处", out->len > 0 ? "、" : "", kind, count);
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    size_t inserted = 0, deleted = 0, other = 0;
    const struct hg_revision *first = NULL;
    struct hg_buf kinds = HG_BUF_INIT;
    struct hg_finding *finding;

    for (size_t i = 0; i < doc->revisions.len; i++) {
        const struct hg_revision *revision = &doc->revisions.items[i];

        switch (revision->kind) {
        case HG_REVISION_INSERT:
        case HG_REVISION_MOVE_TO:
        case HG_REVISION_PARAGRAPH_INSERT:
        case HG_REVISION_ROW_INSERT:
            inserted++;
            break;
        case HG_REVISION_DELETE:
        case HG_REVISION_MOVE_FROM:
        case HG_REVISION_PARAGRAPH_DELETE:
        case HG_REVISION_ROW_DELETE:
            deleted++;
            break;
        default:
            other++;
            break;
        }
        if (first == NULL && revision->paragraph != NULL) {
            first = revision;
        }
    }
    if (inserted + deleted + other == 0) {
        return;
    }
    say(&kinds, "插入", inserted);
    say(&kinds, "删除", deleted);
    say(&kinds, "格式等", other);
    finding = hg_report_document(pass, &hg_check_tracked_changes_left, "revisions",
                                 "文稿留有修订痕迹（%.*s），请逐处接受或拒绝后送签",
                                 HG_FMT(hg_buf_view(&kinds)));
    hg_buf_release(&kinds);
    if (first != NULL) {
        hg_finding_related(pass, finding, first->paragraph, first->span);
    }
}
