#include "lang/chars.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_restricted_mark = {
    .id = "restricted-mark",
    .family = HG_FAMILY_FILE,
    .name = "限制公开标记",
    .severity = HG_SEVERITY_NOTE,
    .summary = "文稿带有密级或“此件不公开”等标记",
    .explanation = "带有密级、“内部资料”“此件不公开”等标记的文稿，不得在非涉密计算机上处理或通过互联网传送"
                   "（《保守国家秘密法》《政府信息公开条例》）。核稿只在本机读取，不联网。请核对标记是否仍然适用，"
                   "以及报送渠道是否合适。",
    .bad = "@title 清河县司法局工作总结\n内部资料　注意保存\n今年以来，共受理来访47件。\n",
    .good = "@title 清河县司法局工作总结\n今年以来，共受理来访47件，主动公开政府信息12条。\n",
    .run = run,
};

enum { LINE_MOST = 24 }; /* characters of a line that is a mark rather than text */

static bool holds_mark(struct hg_str text)
{
    static const struct hg_str marks[] = {
        HG_STR_INIT("此件不公开"),     HG_STR_INIT("此件不予公开"), HG_STR_INIT("内部资料"),
        HG_STR_INIT("内部文件"),       HG_STR_INIT("内部材料"),     HG_STR_INIT("内部使用"),
        HG_STR_INIT("绝密★"),          HG_STR_INIT("机密★"),        HG_STR_INIT("秘密★"),
        HG_STR_INIT("密级"),           HG_STR_INIT("不得外传"),     HG_STR_INIT("工作秘密"),
        HG_STR_INIT("此件依申请公开"), HG_STR_INIT("仅供内部"),
    };

    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (hg_str_contains(text, marks[i])) {
            return true;
        }
    }
    return hg_str_is(text, "绝密") || hg_str_is(text, "机密") || hg_str_is(text, "秘密");
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);

    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];
        struct hg_str text = hg_str_trim(paragraph->text);

        if (paragraph->part != HG_PART_COMMENT && text.len > 0 && text.len <= 3 * LINE_MOST &&
            holds_mark(text)) {
            (void)hg_report(pass, &hg_check_restricted_mark, paragraph,
                            (struct hg_span){0, paragraph->text.len},
                            "文稿标有“%.*s”，请核对标记和报送渠道", HG_FMT(text));
            return;
        }
    }
}
