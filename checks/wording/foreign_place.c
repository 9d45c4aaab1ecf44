#include "base/utf8.h"
#include "lang/chars.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_foreign_place = {
    .id = "foreign-place",
    .family = HG_FAMILY_WORDING,
    .name = "他处地名",
    .severity = HG_SEVERITY_NOTE,
    .summary = "本单位该出现的地方写成了别的市县名",
    .explanation = "借用别处的稿子时，最容易漏改的是地名：标题、落款、句首的机关名称写成了别的市县。提示只针对与本地"
                   "没有上下级关系、句中又没有考察、协作、来自等说法的市县机关名称，请核对是否为本单位。",
    .bad = "@title 沅江市司法局2023年工作总结\n今年以来，工作有力有效。\n"
           "下一步，江山市司法局将持续深化普法工作。\n",
    .good = "@title 沅江市司法局2023年工作总结\n今年以来，工作有力有效。\n"
            "赴江山市司法局学习考察，沅江市司法局将持续深化普法工作。\n",
    .run = run,
};

enum { NAME_MOST = 40 };

/* The place the report belongs to. */
struct home {
    struct hg_str name;     /* empty if the draft does not tell */
    uint32_t row;           /* of places.tsv; UINT32_MAX if it is not listed */
    struct hg_place told;   /* where it is told */
};

static struct hg_str cell(uint32_t row, enum hg_place_cell column)
{
    return hg_lexicon_cell(&hg_lexicon_shipped, HG_LIST_PLACE, row, column);
}

static uint32_t row_of(struct hg_str name)
{
    uint32_t entry = hg_lexicon_entry(&hg_lexicon_shipped, name);
    const struct hg_lexicon_use *use =
        entry == UINT32_MAX ? NULL : hg_lexicon_use(&hg_lexicon_shipped, entry, HG_LIST_PLACE);

    return use == NULL ? UINT32_MAX : use->row;
}

/* True if `name` is one of the parents of the row, or a parent of one. */
static bool is_under(uint32_t row, struct hg_str name, int depth)
{
    struct hg_str parents, parent;

    if (row == UINT32_MAX || depth > 3) {
        return false;
    }
    parents = cell(row, HG_PLACE_PARENT);
    while (hg_str_split(&parents, '|', &parent)) {
        if (hg_str_equal(parent, name) || is_under(row_of(parent), name, depth + 1)) {
            return true;
        }
    }
    return false;
}

static bool is_related(const struct home *home, uint32_t row)
{
    struct hg_str name = cell(row, HG_PLACE_NAME);

    return hg_str_equal(home->name, name) || is_under(row, home->name, 0) ||
           is_under(home->row, name, 0) ||
           (home->row == UINT32_MAX && !hg_str_is(cell(row, HG_PLACE_LEVEL), "county"));
}

/* An office that belongs to the place right before it. */
static bool begins_office(const struct hg_scan *scan, size_t at)
{
    static const struct hg_str offices[] = {
        HG_STR_INIT("人民政府"), HG_STR_INIT("政府"),   HG_STR_INIT("委员会"),
        HG_STR_INIT("司法局"),   HG_STR_INIT("公安局"), HG_STR_INIT("财政局"),
        HG_STR_INIT("教育局"),   HG_STR_INIT("民政局"), HG_STR_INIT("卫生健康局"),
        HG_STR_INIT("应急管理局"), HG_STR_INIT("市场监督管理局"), HG_STR_INIT("市场监管局"),
        HG_STR_INIT("农业农村局"), HG_STR_INIT("住房和城乡建设局"), HG_STR_INIT("住建局"),
        HG_STR_INIT("交通运输局"), HG_STR_INIT("自然资源局"), HG_STR_INIT("审计局"),
        HG_STR_INIT("统计局"),   HG_STR_INIT("信访局"), HG_STR_INIT("水利局"),
        HG_STR_INIT("生态环境局"), HG_STR_INIT("医疗保障局"), HG_STR_INIT("医保局"),
        HG_STR_INIT("人力资源和社会保障局"), HG_STR_INIT("人社局"), HG_STR_INIT("商务局"),
        HG_STR_INIT("文化和旅游局"), HG_STR_INIT("行政审批"), HG_STR_INIT("综合行政执法局"),
        HG_STR_INIT("发展和改革"), HG_STR_INIT("发改"), HG_STR_INIT("政务服务"),
        HG_STR_INIT("纪委"),     HG_STR_INIT("政法委"), HG_STR_INIT("办公室"),
    };

    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++) {
        if (hg_scan_at(scan, at, offices[i])) {
            return true;
        }
    }
    return false;
}

/* ---- Whose report it is ---- */

static bool is_place_end(uint32_t c)
{
    return c == 0x7701 || c == 0x5E02 || c == 0x53BF || c == 0x533A || c == 0x65D7; /* 省市县区旗 */
}

/* 清河县司法局…: a name at the front of a line, known or not, with an office behind it. */
static bool read_front(const struct hg_paragraph *paragraph, const struct hg_scan *scan,
                       struct home *home)
{
    for (size_t at = 1; at < scan->len && at < 8 && scan->kind[at] == HG_CHAR_HAN; at++) {
        if (is_place_end(scan->code[at]) && begins_office(scan, at + 1)) {
            home->told = (struct hg_place){paragraph, hg_scan_span(scan, 0, at + 1)};
            home->name = hg_place_quote(home->told);
            home->row = row_of(home->name);
            return true;
        }
    }
    return false;
}

static bool read_home(struct hg_pass *pass, const struct hg_paragraph *paragraph,
                      struct home *home)
{
    const struct hg_scan *scan;
    const struct hg_lexicon_hits *hits;

    if (paragraph == NULL) {
        return false;
    }
    scan = hg_pass_scan(pass, paragraph);
    hits = hg_pass_hits(pass, paragraph);
    for (size_t i = 0; i < hits->words.len; i++) {
        struct hg_lexicon_hit hit = hits->words.items[i];

        if (hit.start < NAME_MOST && hg_lexicon_hit_in(hit, HG_LIST_PLACE) &&
            begins_office(scan, hit.end)) {
            home->told = (struct hg_place){paragraph, hg_scan_span(scan, hit.start, hit.end)};
            home->name = hg_place_quote(home->told);
            home->row = row_of(home->name);
            return true;
        }
    }
    return read_front(paragraph, scan, home);
}

static bool find_home(struct hg_pass *pass, struct home *home)
{
    const struct hg_outline *outline = hg_pass_outline(pass);
    const struct hg_doc *doc = hg_pass_doc(pass);

    if (read_home(pass, outline->title_first, home) ||
        read_home(pass, outline->signature, home)) {
        return true;
    }
    return outline->preface_end < doc->body_count &&
           read_home(pass, doc->paragraphs.items[outline->preface_end], home);
}

/* ---- Other places where the own one belongs ---- */

/* The sentence tells of going there, coming from there or working together. */
static bool tells_of_others(struct hg_str sentence)
{
    static const struct hg_str words[] = {
        HG_STR_INIT("赴"),   HG_STR_INIT("与"),   HG_STR_INIT("和"),   HG_STR_INIT("同"),
        HG_STR_INIT("向"),   HG_STR_INIT("从"),   HG_STR_INIT("来自"), HG_STR_INIT("对口"),
        HG_STR_INIT("考察"), HG_STR_INIT("学习"), HG_STR_INIT("交流"), HG_STR_INIT("协作"),
        HG_STR_INIT("联合"), HG_STR_INIT("移交"), HG_STR_INIT("委托"), HG_STR_INIT("异地"),
        HG_STR_INIT("结对"), HG_STR_INIT("支援"), HG_STR_INIT("经验"), HG_STR_INIT("调研"),
        HG_STR_INIT("共建"), HG_STR_INIT("跨"),   HG_STR_INIT("被"),   HG_STR_INIT("案"),
        HG_STR_INIT("到"),   HG_STR_INIT("及"),   HG_STR_INIT("、"),
    };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (hg_str_contains(sentence, words[i])) {
            return true;
        }
    }
    return false;
}

static void check_paragraph(struct hg_pass *pass, const struct hg_paragraph *paragraph,
                            const struct home *home)
{
    const struct hg_lexicon_hits *hits = hg_pass_hits(pass, paragraph);
    const struct hg_scan *scan = hg_pass_scan(pass, paragraph);

    for (size_t i = 0; i < hits->words.len; i++) {
        struct hg_lexicon_hit hit = hits->words.items[i];
        const struct hg_clause *clause;
        uint32_t before = hg_scan_before(scan, hit.start);
        uint32_t row;
        struct hg_finding *finding;

        if (!hg_lexicon_hit_in(hit, HG_LIST_PLACE) || hg_char_is_han(before) ||
            !begins_office(scan, hit.end)) {
            continue;
        }
        row = hg_lexicon_use(&hg_lexicon_shipped, hit.entry, HG_LIST_PLACE)->row;
        clause = hg_analysis_clause_at(hg_pass_analysis(pass, paragraph), scan->offset[hit.start]);
        if (is_related(home, row) || clause == NULL || clause->depth > 0 ||
            tells_of_others(hg_str_sub(paragraph->text, clause->span))) {
            continue;
        }
        finding = hg_report(pass, &hg_check_foreign_place, paragraph,
                            hg_scan_span(scan, hit.start, hit.end),
                            "“%.*s”与本报告所属的“%.*s”不是一地，请核对是否照搬未改",
                            HG_FMT(cell(row, HG_PLACE_NAME)), HG_FMT(home->name));
        hg_finding_related(pass, finding, home->told.paragraph, home->told.span);
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    struct home home = {{"", 0}, UINT32_MAX, {NULL, {0, 0}}};

    if (!find_home(pass, &home)) {
        return;
    }
    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        if (hg_pass_is_prose(pass, doc->paragraphs.items[i])) {
            check_paragraph(pass, doc->paragraphs.items[i], &home);
        }
    }
}
