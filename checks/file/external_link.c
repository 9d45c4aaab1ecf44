#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_external_link = {
    .id = "external-link",
    .family = HG_FAMILY_FILE,
    .name = "外部链接",
    .severity = HG_SEVERITY_WARNING,
    .summary = "文件引用了外部的模板、图片、对象或本机文件",
    .explanation = "引用外部模板、图片、对象的文件，打开时会去访问那个地址：收件人那里打不开就显示残缺，联网时还会"
                   "泄露打开的时间和地点。指向本机或内网文件的超链接，别人也点不开。请把图片、对象嵌入文件，"
                   "在“编辑指向文件的链接”里断开链接；网址超链接请核对是否需要保留。",
    .bad = "@external attachedTemplate file:///D:/模板/报告.dotx\n今年以来，共受理来访47件。\n",
    .good = "今年以来，共受理来访47件。\n",
    .run = run,
};

static bool is_web(struct hg_str target)
{
    return hg_str_starts(target, HG_STR("http://")) || hg_str_starts(target, HG_STR("https://")) ||
           hg_str_starts(target, HG_STR("mailto:")) || hg_str_starts(target, HG_STR("#"));
}

static const char *kind_name(struct hg_str type)
{
    return hg_str_is(type, "attachedTemplate") ? "模板"
           : hg_str_is(type, "image")          ? "图片"
           : hg_str_is(type, "hyperlink")      ? "超链接"
                                               : "对象";
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    struct hg_str first_web = HG_STR("");
    size_t web = 0;

    for (size_t i = 0; i < doc->facts.external.len; i++) {
        const struct hg_relationship *link = &doc->facts.external.items[i];
        const char *kind = kind_name(link->type);
        struct hg_buf shown = HG_BUF_INIT;

        if (hg_str_is(link->type, "hyperlink") && is_web(link->target)) {
            first_web = web++ == 0 ? link->target : first_web;
            continue;
        }
        hg_buf_printf(&shown, "%s ", kind);
        hg_buf_str(&shown, link->target);
        (void)hg_report_document(pass, &hg_check_external_link, shown.data,
                                 "引用了外部%s“%.*s”，请嵌入文件或断开链接", kind,
                                 HG_FMT(link->target));
        hg_buf_release(&shown);
    }
    if (web > 0) {
        hg_finding_severity(
            hg_report_document(pass, &hg_check_external_link, "web",
                               "文中有网址超链接%zu处（如“%.*s”），请核对是否需要保留", web,
                               HG_FMT(first_web)),
            HG_SEVERITY_NOTE);
    }
}
