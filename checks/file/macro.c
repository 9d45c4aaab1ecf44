#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_macro = {
    .id = "macro",
    .family = HG_FAMILY_FILE,
    .name = "含有宏",
    .severity = HG_SEVERITY_ERROR,
    .summary = "文件带有宏（可自动运行的程序）",
    .explanation = "工作报告用不着宏，带宏的文件打开时会弹出安全警告，多数单位的邮件网关和公文系统会直接拦截，"
                   "也可能是文件感染了宏病毒。请先查毒，再另存为不带宏的 .docx 后送签。",
    .bad = "@macro\n今年以来，共受理来访47件。\n",
    .good = "今年以来，共受理来访47件。\n",
    .run = run,
};

static void run(struct hg_pass *pass)
{
    if (hg_pass_doc(pass)->facts.has_macros) {
        (void)hg_report_document(pass, &hg_check_macro, "macro",
                                 "文件带有宏，请查毒后另存为不带宏的 .docx 再送签");
    }
}
