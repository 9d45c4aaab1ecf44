#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_metadata_left = {
    .id = "metadata-left",
    .family = HG_FAMILY_FILE,
    .name = "文件属性信息",
    .severity = HG_SEVERITY_NOTE,
    .summary = "文件属性里留有作者、单位等信息",
    .explanation = "文件属性中的作者、最后修改者、单位随电子稿一起送出。从别处借来的稿子常带着别人、别单位的名字，"
                   "容易让人以为是抄来的。对外报送前，可在“文件—信息—检查文档”中清除。",
    .bad = "@property creator 王某某\n今年以来，共受理来访47件。\n",
    .good = "@property title 清河县司法局工作总结\n今年以来，共受理来访47件。\n",
    .run = run,
};

static const char *label_of(struct hg_str name)
{
    return hg_str_is(name, "creator")          ? "作者"
           : hg_str_is(name, "lastModifiedBy") ? "最后修改者"
           : hg_str_is(name, "Company") || hg_str_is(name, "company") ? "单位"
           : hg_str_is(name, "Manager") || hg_str_is(name, "manager") ? "经理"
                                                                      : NULL;
}

/* Names that programs put in by themselves say nothing about anybody. */
static bool is_nobody(struct hg_str value)
{
    static const struct hg_str names[] = {
        HG_STR_INIT("Administrator"), HG_STR_INIT("admin"),    HG_STR_INIT("user"),
        HG_STR_INIT("User"),          HG_STR_INIT("Windows"),  HG_STR_INIT("微软用户"),
        HG_STR_INIT("用户"),          HG_STR_INIT("Microsoft"), HG_STR_INIT("WPS"),
        HG_STR_INIT("Lenovo"),        HG_STR_INIT("lenovo"),   HG_STR_INIT("DELL"),
        HG_STR_INIT("HP"),            HG_STR_INIT("python-docx"), HG_STR_INIT("hegao"),
        HG_STR_INIT("核稿"),          HG_STR_INIT("uos"),      HG_STR_INIT("kylin"),
        HG_STR_INIT("Unknown"),       HG_STR_INIT("未知"),     HG_STR_INIT("PC"),
    };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (hg_str_starts(value, names[i])) {
            return true;
        }
    }
    return value.len == 0;
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    struct hg_buf list = HG_BUF_INIT;

    for (size_t i = 0; i < doc->facts.properties.len; i++) {
        const struct hg_property *property = &doc->facts.properties.items[i];
        const char *label = label_of(property->name);
        struct hg_str value = hg_str_trim(property->value);

        if (label != NULL && !is_nobody(value)) {
            hg_buf_printf(&list, "%s%s“%.*s”", list.len > 0 ? "、" : "", label, HG_FMT(value));
        }
    }
    if (list.len > 0) {
        (void)hg_report_document(pass, &hg_check_metadata_left, "metadata",
                                 "文件属性中留有%s，对外报送前请核对或清除", list.data);
    }
    hg_buf_release(&list);
}
