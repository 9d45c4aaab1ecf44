/* Levels of headings follow one another without jumps. */
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_heading_level = {
    .id = "heading-level",
    .family = HG_FAMILY_STRUCTURE,
    .name = "标题级别跳级",
    .severity = HG_SEVERITY_WARNING,
    .summary = "标题从一级直接跳到三级或更低",
    .explanation = "公文结构层次依次为“一、”“（一）”“1.”“（1）”（GB/T 9704—2012 第7.3.3条）。用样式排的标题从“标题1”"
                   "直接到“标题3”，或编号从“一、”直接到“（1）”，说明漏了一级或用错了样式，自动目录也会缺级。"
                   "只有两层时“一、”之下用“1.”是常见写法，不报告。",
    .bad = "# 一、工作情况\n今年以来，各项工作扎实推进。\n### 1.抓宣传\n开展宣传活动58场次。\n",
    .good = "# 一、工作情况\n## （一）抓宣传\n开展宣传活动58场次。\n### 1.进校园\n共进学校12所。\n",
    .run = run,
};

/* 1 to 9 from a heading style or an outline level; 0 for none. */
static uint32_t style_level(const struct hg_paragraph *paragraph)
{
    struct hg_str name = hg_str_of(paragraph->style_name);

    if (hg_str_starts(name, HG_STR("heading ")) && name.len == 9 && name.data[8] >= '1' &&
        name.data[8] <= '9') {
        return (uint32_t)(name.data[8] - '0');
    }
    return paragraph->outline_level >= 0 ? (uint32_t)paragraph->outline_level + 1 : 0;
}

/* Place of a number's style among the four of 公文; 0 for others. */
static uint32_t number_level(enum hg_label_style style)
{
    switch (style) {
    case HG_LABEL_HAN:
        return 1;
    case HG_LABEL_HAN_PAREN:
        return 2;
    case HG_LABEL_DECIMAL:
        return 3;
    case HG_LABEL_DECIMAL_PAREN:
        return 4;
    default:
        return 0;
    }
}

/* Headings by style: "heading 1" to "heading 3". Said once: it runs through a document. */
static bool check_styles(struct hg_pass *pass, const struct hg_outline *outline)
{
    struct hg_finding *finding = NULL;
    const struct hg_heading *before = NULL;

    for (size_t h = 0; h < outline->headings.len; h++) {
        const struct hg_heading *heading = &outline->headings.items[h];
        uint32_t level = style_level(heading->paragraph);

        if (level == 0) {
            continue;
        }
        if (before != NULL && level > style_level(before->paragraph) + 1) {
            if (finding == NULL) {
                finding = hg_report(pass, &hg_check_heading_level, heading->paragraph,
                                    heading->title, "标题样式从%u级跳到%u级，中间缺一级，请改用%u级标题样式",
                                    (unsigned)style_level(before->paragraph), (unsigned)level,
                                    (unsigned)style_level(before->paragraph) + 1);
            } else {
                hg_finding_related(pass, finding, heading->paragraph, heading->title);
            }
        }
        before = heading;
    }
    return finding != NULL;
}

/* 一、 straight to （1）, （一） straight to （1）. */
static void check_numbers(struct hg_pass *pass, const struct hg_outline *outline)
{
    struct hg_finding *finding = NULL;

    for (size_t h = 0; h < outline->headings.len; h++) {
        const struct hg_heading *heading = &outline->headings.items[h];
        const struct hg_heading *parent = heading->parent == UINT32_MAX
                                              ? NULL
                                              : &outline->headings.items[heading->parent];
        uint32_t level = number_level(heading->label.style);

        if (parent == NULL || level != 4 || heading->label.value != 1 ||
            number_level(parent->label.style) == 0 || number_level(parent->label.style) >= 3) {
            continue;
        }
        if (finding == NULL) {
            finding = hg_report(pass, &hg_check_heading_level, heading->paragraph, heading->title,
                                "“%.*s”之下直接用“%.*s”，按“一、”“（一）”“1.”“（1）”的次序应用%s",
                                HG_FMT(parent->number), HG_FMT(heading->number),
                                number_level(parent->label.style) == 1 ? "“（一）”或“1.”" : "“1.”");
            hg_finding_severity(finding, HG_SEVERITY_NOTE);
        } else {
            hg_finding_related(pass, finding, heading->paragraph, heading->title);
        }
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_outline *outline = hg_pass_outline(pass);

    if (!check_styles(pass, outline)) {
        check_numbers(pass, outline);
    }
}
