#include "bench/report.h"

#include <stdint.h>

#include "support/package.h"
#include "support/unit.h"

/* Sentences are put together from these, so that no two are alike and any length can be had. */
static const char *const leads[] = {
    "围绕群众关心的办事难点", "对照年初确定的目标", "在县委、县政府的领导下", "按照“一件事一次办”的要求",
    "结合清河县实际", "针对基层反映的情况", "依托村级服务站点", "以《清河县基层治理三年方案》为抓手",
    "坚持问题导向", "着眼长远发展",
};
static const char *const verbs[] = {"组织开展", "统筹推进", "认真落实", "持续深化",
                                    "全面完成", "稳步实施", "细化分解", "协调解决"};
static const char *const objects[] = {
    "窗口服务规范化建设", "矛盾纠纷排查", "农村道路养护", "法律服务进村活动", "档案数字化整理",
    "老旧小区改造", "食品安全抽查", "企业用工对接", "防汛物资储备", "河道清理", "干部业务培训",
    "困难群众走访",
};
static const char *const results[] = {
    "办事流程明显缩短", "群众满意度不断提高", "基层负担有所减轻", "风险隐患得到及时处置",
    "部门之间的配合更加顺畅", "服务质量稳步提升", "工作基础进一步夯实", "一批历史遗留问题得到解决",
    "制度机制逐步健全",
};
static const char *const figures[] = {
    "全年共受理申请%u件，办结%u件", "全县调解各类纠纷%u件，调解成功%u件",
    "举办培训%u场次，参训人员%u人次", "投入资金%u万元，惠及群众%u户",
};
static const char *const tops[] = {"一、工作开展情况", "二、特色亮点", "三、存在的主要问题",
                                   "四、下一步工作打算", "五、保障措施"};
static const char *const subs[] = {
    "推进政务服务", "加强基层治理", "改善民生保障", "抓好安全生产", "服务企业发展", "建设法治机关",
    "提升队伍能力", "做好信息公开", "严格财务管理", "深化联动协作", "完善考核办法", "推动数据共享",
    "优化窗口布局", "强化督促检查", "拓宽监督渠道", "规范档案管理", "压实工作责任", "开展结对帮扶",
    "健全应急预案", "丰富文化活动",
};
static const char *const ordinals[] = {"一", "二", "三", "四"};

struct maker {
    struct hg_buf body;
    uint32_t random;
    unsigned figures;
};

static size_t pick(struct maker *maker, size_t count)
{
    maker->random = maker->random * 1664525u + 1013904223u;
    return (maker->random >> 16) % count;
}

#define PICK(maker, list) ((list)[pick((maker), sizeof(list) / sizeof *(list))])

/* One run; digits stand in runs of their own, as office programs write them. */
static void run(struct maker *maker, const char *text, size_t len, bool digits)
{
    hg_buf_printf(&maker->body,
                  "<w:r w:rsidRPr=\"00A4B1C%u\"><w:rPr><w:rFonts %sw:ascii=\"仿宋_GB2312\" "
                  "w:eastAsia=\"仿宋_GB2312\" w:hAnsi=\"仿宋\"/><w:sz w:val=\"32\"/>"
                  "<w:szCs w:val=\"32\"/></w:rPr><w:t>%.*s</w:t></w:r>",
                  (unsigned)len % 10, digits ? "" : "w:hint=\"eastAsia\" ", (int)len, text);
}

static void paragraph(struct maker *maker, const char *properties, struct hg_str text)
{
    size_t start = 0;

    hg_buf_printf(&maker->body,
                  "<w:p w:rsidR=\"00B43D21\" w:rsidRDefault=\"00A4B1C2\"><w:pPr>%s</w:pPr>",
                  properties);
    while (start < text.len) {
        bool digits = text.data[start] >= '0' && text.data[start] <= '9';
        size_t end = start;

        while (end < text.len && (text.data[end] >= '0' && text.data[end] <= '9') == digits) {
            end++;
        }
        run(maker, text.data + start, end - start, digits);
        start = end;
    }
    hg_buf_puts(&maker->body, "</w:p>");
}

static void sentence(struct maker *maker, struct hg_buf *out, bool figure)
{
    hg_buf_printf(out, "%s，%s%s，%s%s，", PICK(maker, leads), PICK(maker, verbs),
                  PICK(maker, objects), PICK(maker, verbs), PICK(maker, objects));
    if (figure) {
        unsigned whole = 200 + (unsigned)pick(maker, 3000);
        const char *format = figures[maker->figures++ % 4];
        const char *first = strstr(format, "%u"), *second = strstr(first + 2, "%u");

        hg_buf_printf(out, "%.*s%u%.*s%u%s，", (int)(first - format), format, whole,
                      (int)(second - first - 2), first + 2, whole - whole / 17, second + 2);
    }
    hg_buf_printf(out, "%s。", PICK(maker, results));
}

static void prose(struct maker *maker, size_t sentences, size_t with_figures)
{
    struct hg_buf text = HG_BUF_INIT;

    for (size_t i = 0; i < sentences; i++) {
        sentence(maker, &text, i < with_figures);
    }
    paragraph(maker, "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>", hg_buf_view(&text));
    hg_buf_release(&text);
}

static void table(struct maker *maker, const char *what)
{
    unsigned total[3] = {0, 0, 0};

    hg_buf_puts(&maker->body, "<w:tbl><w:tblPr><w:tblStyle w:val=\"a3\"/></w:tblPr><w:tblGrid>"
                              "<w:gridCol w:w=\"2100\"/><w:gridCol w:w=\"2100\"/>"
                              "<w:gridCol w:w=\"2100\"/><w:gridCol w:w=\"2100\"/></w:tblGrid>");
    for (unsigned row = 0; row < 10; row++) {
        hg_buf_puts(&maker->body, "<w:tr w:rsidR=\"00B43D21\">");
        for (unsigned column = 0; column < 4; column++) {
            static const char *const heads[] = {"乡镇", "受理（件）", "办结（件）", "走访（户）"};
            static const char *const towns[] = {"城关镇", "柳河镇", "石桥镇", "东坡镇",
                                                "南山乡", "北湖乡", "新集镇", "大营乡"};
            struct hg_buf text = HG_BUF_INIT;

            hg_buf_puts(&maker->body, "<w:tc><w:tcPr><w:tcW w:w=\"2100\" w:type=\"dxa\"/></w:tcPr>");
            if (row == 0) {
                hg_buf_puts(&text, column == 0 ? what : heads[column]);
            } else if (column == 0) {
                hg_buf_puts(&text, row == 9 ? "合计" : towns[row - 1]);
            } else if (row == 9) {
                hg_buf_printf(&text, "%u", total[column - 1]);
            } else {
                unsigned value = 20 + (unsigned)pick(maker, 200);

                total[column - 1] += value;
                hg_buf_printf(&text, "%u", value);
            }
            paragraph(maker, "<w:jc w:val=\"center\"/>", hg_buf_view(&text));
            hg_buf_puts(&maker->body, "</w:tc>");
            hg_buf_release(&text);
        }
        hg_buf_puts(&maker->body, "</w:tr>");
    }
    hg_buf_puts(&maker->body, "</w:tbl>");
}

/* Styles as many as office programs bring along. */
static void add_styles(struct package *package)
{
    struct hg_buf styles = HG_BUF_INIT;

    hg_buf_puts(&styles, "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme=\"minorHAnsi\" "
                         "w:eastAsiaTheme=\"minorEastAsia\"/><w:sz w:val=\"21\"/></w:rPr>"
                         "</w:rPrDefault></w:docDefaults><w:latentStyles w:count=\"376\">");
    for (unsigned i = 0; i < 376; i++) {
        hg_buf_printf(&styles, "<w:lsdException w:name=\"List Accent %u\" w:semiHidden=\"1\" "
                               "w:uiPriority=\"99\"/>", i);
    }
    hg_buf_puts(&styles, "</w:latentStyles><w:style w:type=\"paragraph\" w:default=\"1\" "
                         "w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>");
    for (unsigned i = 1; i <= 9; i++) {
        hg_buf_printf(&styles, "<w:style w:type=\"paragraph\" w:styleId=\"%u\"><w:name w:val=\"heading "
                               "%u\"/><w:basedOn w:val=\"a\"/><w:pPr><w:keepNext/><w:outlineLvl "
                               "w:val=\"%u\"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>", i, i, i - 1);
    }
    for (unsigned i = 3; i < 40; i++) {
        hg_buf_printf(&styles, "<w:style w:type=\"%s\" w:styleId=\"a%u\"><w:name w:val=\"Style %u\"/>"
                               "<w:basedOn w:val=\"a\"/><w:pPr><w:spacing w:before=\"120\"/></w:pPr>"
                               "<w:rPr><w:sz w:val=\"28\"/></w:rPr></w:style>",
                      i == 3 ? "table" : "paragraph", i, i);
    }
    package_wrapped(package, "word/styles.xml", "styles", "styles", styles.data);
    hg_buf_release(&styles);
}

static void sections(struct maker *maker)
{
    static const unsigned under[] = {7, 4, 3, 4, 2};

    for (size_t top = 0, sub = 0; top < 5; top++) {
        paragraph(maker, "<w:pStyle w:val=\"1\"/>", hg_str_of(tops[top]));
        for (size_t i = 0; i < under[top]; i++, sub++) {
            struct hg_buf heading = HG_BUF_INIT;

            if (i < 4) {
                hg_buf_printf(&heading, "（%s）%s", ordinals[i], subs[sub]);
            } else {
                hg_buf_printf(&heading, "%s%s", i == 4 ? "（五）" : i == 5 ? "（六）" : "（七）",
                              subs[sub]);
            }
            paragraph(maker, "<w:pStyle w:val=\"2\"/>", hg_buf_view(&heading));
            hg_buf_release(&heading);
            prose(maker, 5, 1);
            prose(maker, 5, 0);
        }
        if (top < 2) {
            table(maker, top == 0 ? "乡镇" : "单位");
        }
    }
}

struct hg_buf bench_report(void)
{
    struct maker maker = {.body = HG_BUF_INIT, .random = 2024};
    struct package package;

    paragraph(&maker, "<w:jc w:val=\"center\"/>", HG_STR("清河县政务服务局2023年工作总结"));
    prose(&maker, 3, 0);
    sections(&maker);
    paragraph(&maker, "<w:jc w:val=\"right\"/>", HG_STR("清河县政务服务局"));
    paragraph(&maker, "<w:jc w:val=\"right\"/>", HG_STR("2024年1月8日"));
    hg_buf_puts(&maker.body, "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"2098\" "
                             "w:right=\"1474\" w:bottom=\"1984\" w:left=\"1588\"/></w:sectPr>");
    package_open(&package);
    package_body(&package, maker.body.data);
    add_styles(&package);
    package_wrapped(&package, "word/settings.xml", "settings", "settings",
                    "<w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"420\"/>");
    hg_buf_release(&maker.body);
    return package_close(&package);
}
