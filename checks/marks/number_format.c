#include "base/utf8.h"
#include "lang/chars.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_number_format = {
    .id = "number-format",
    .family = HG_FAMILY_MARKS,
    .name = "数字写法",
    .severity = HG_SEVERITY_WARNING,
    .summary = "全角数字、数字中的空格、发文字号的括号、年份中的“零”等写法不规范",
    .explanation = "阿拉伯数字用半角，数字中间不空格；发文字号的年份用六角括号“〔〕”，序号不编虚位"
                   "（GB/T 9704—2012 第7.2.5条）；用汉字写年份时“0”写作“〇”（GB/T 15835—2011 第4.2、5.2条）；"
                   "万、亿之外的数位词不与阿拉伯数字混用；成文日期的月、日不编虚位。",
    .bad = "落实《关于加强调解工作的意见》（清政发[2023]12号），全年调解纠纷１２０件。\n",
    .good = "落实《关于加强调解工作的意见》（清政发〔2023〕12号），全年调解纠纷120件、15 000人次。\n",
    .run = run,
};

struct reader {
    struct hg_pass *pass;
    const struct hg_paragraph *paragraph;
    const struct hg_scan *scan;
    struct hg_habit *full_width; /* １２０ */
    struct hg_habit *circles;    /* 二○二三 */
};

static bool is_full_digit(uint32_t c)
{
    return c >= 0xFF10 && c <= 0xFF19;
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static size_t digits_end(const struct hg_scan *scan, size_t at)
{
    while (at < scan->len && is_digit(scan->code[at])) {
        at++;
    }
    return at;
}

static struct hg_finding *report(struct reader *r, size_t first, size_t end, const char *message,
                                 struct hg_str right)
{
    struct hg_str text = hg_str_sub(r->scan->text, hg_scan_span(r->scan, first, end));
    struct hg_finding *finding =
        hg_report(r->pass, &hg_check_number_format, r->paragraph,
                  hg_scan_span(r->scan, first, end), "“%.*s”%s，应写作“%.*s”", HG_FMT(text),
                  message, HG_FMT(right));

    hg_finding_suggest(r->pass, finding, right);
    return finding;
}

/* ---- １２０ ---- */

static size_t check_full_width(struct reader *r, size_t at)
{
    size_t end = at;

    while (end < r->scan->len && (is_full_digit(r->scan->code[end]) ||
                                  (r->scan->code[end] == 0xFF0E &&
                                   is_full_digit(r->scan->code[end + 1])))) {
        end++;
    }
    hg_habit_wrong(r->pass, r->full_width, r->paragraph, hg_scan_span(r->scan, at, end));
    return end;
}

/* ---- 1 9 8 0 年, 3．5 ---- */

/* The number of a table, a figure, an attachment: what follows its blank is the title (表1 2024年). */
static bool is_label_number(const struct hg_scan *scan, size_t at)
{
    static const struct hg_str labels[] = {HG_STR_INIT("表"), HG_STR_INIT("图"), HG_STR_INIT("附件"),
                                           HG_STR_INIT("第"), HG_STR_INIT("专栏"),
                                           HG_STR_INIT("附录")};
    struct hg_str before;

    while (at > 0 && scan->kind[at - 1] == HG_CHAR_BLANK) {
        at--;
    }
    before = hg_str_sub(scan->text, hg_scan_span(scan, 0, at));
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        if (hg_str_ends(before, labels[i])) {
            return true;
        }
    }
    return false;
}

/* Groups of digits with one blank between two. */
struct groups {
    size_t count, end;
    bool single, threes; /* every group has one digit; every group after the first has three */
};

static struct groups read_groups(const struct hg_scan *scan, size_t at)
{
    struct groups groups = {1, digits_end(scan, at), true, true};

    groups.single = groups.end == at + 1;
    while (scan->code[groups.end] == ' ' && is_digit(scan->code[groups.end + 1])) {
        size_t next = digits_end(scan, groups.end + 1), len = next - groups.end - 1;

        groups.single = groups.single && len == 1;
        groups.threes = groups.threes && len == 3;
        groups.count++;
        groups.end = next;
    }
    return groups;
}

/* One number torn apart: digit by digit (1 9 8 0), a year in two (20 24年), or groups of three of
 * which the first is too long (1234 567). 15 000 is lawful; any other two numbers side by side may
 * well be two (图3 2023年, 任务2 15项). */
static bool is_torn(const struct hg_scan *scan, size_t at, const struct groups *groups)
{
    size_t first = digits_end(scan, at) - at;
    bool year = scan->code[groups->end] == 0x5E74; /* 年 */

    if (groups->count < 2 || is_label_number(scan, at)) {
        return false;
    }
    if (groups->single && groups->count > 2) {
        return true;
    }
    if (year) {
        return groups->count == 2 && first == 2 && groups->end - at == 5 &&
               (scan->code[at] == '1' || scan->code[at] == '2') &&
               (scan->code[at + 1] == '9' || scan->code[at + 1] == '0');
    }
    return groups->threes && first > 3;
}

/* Only what stands after Han or a mark and has a unit behind it, and is short, is read so. */
static size_t check_spaced(struct reader *r, size_t at)
{
    const struct hg_scan *scan = r->scan;
    struct groups groups = read_groups(scan, at);
    size_t end = groups.end;

    if (is_torn(scan, at, &groups) &&
        hg_char_is_han(scan->code[end + (scan->code[end] == ' ')]) &&
        end - at < 9 + groups.count &&
        (at == 0 || hg_char_is_han(scan->code[at - 1]) || scan->kind[at - 1] == HG_CHAR_MARK)) {
        struct hg_buf right = HG_BUF_INIT;

        for (size_t i = at; i < end; i++) {
            if (scan->code[i] != ' ') {
                hg_buf_code_point(&right, scan->code[i]);
            }
        }
        (void)report(r, at, end, "的数字中间有空格", hg_buf_view(&right));
        hg_buf_release(&right);
    }
    return end;
}

/* 3．5万 3。5万: the point of a decimal is half-width. */
static void check_point(struct reader *r, size_t at)
{
    const struct hg_scan *scan = r->scan;
    struct hg_buf right = HG_BUF_INIT;
    size_t first = at, end = digits_end(scan, at + 1);

    while (first > 0 && is_digit(scan->code[first - 1])) {
        first--;
    }
    if (first == at || end == at + 1 || !(hg_char_is_han(scan->code[end]) || scan->code[end] == '%')) {
        return;
    }
    hg_buf_str(&right, hg_str_sub(scan->text, hg_scan_span(scan, first, at)));
    hg_buf_putc(&right, '.');
    hg_buf_str(&right, hg_str_sub(scan->text, hg_scan_span(scan, at + 1, end)));
    (void)report(r, first, end, "的小数点应为半角", hg_buf_view(&right));
    hg_buf_release(&right);
}

/* ---- 清政发[2023]12号 ---- */

static bool is_year(const struct hg_scan *scan, size_t at)
{
    return digits_end(scan, at) == at + 4 && (scan->code[at] == '1' || scan->code[at] == '2') &&
           (scan->code[at + 1] == '9' || scan->code[at + 1] == '0');
}

/* An opening bracket at `at`, a year, a closing one, a number, 号. The court's （2023）浙08民初12号
 * has its code behind the year and is right as it stands. */
static void check_document_number(struct reader *r, size_t at)
{
    const struct hg_scan *scan = r->scan;
    uint32_t open = scan->code[at], close;
    size_t number, end;

    if (!is_year(scan, at + 1) || !hg_char_is_han(hg_scan_before(scan, at))) {
        return;
    }
    close = scan->code[at + 5];
    number = at + 6;
    if ((close != ']' && close != ')' && close != 0xFF09 && close != 0x3011 && close != 0xFF3D &&
         close != 0x3015) ||
        number >= scan->len) {
        return;
    }
    end = digits_end(scan, number);
    if (end == number || scan->code[end] != 0x53F7) {
        return;
    }
    if (open != 0x3014 || close != 0x3015) {
        struct hg_buf right = HG_BUF_INIT;

        hg_buf_puts(&right, "〔");
        hg_buf_str(&right, hg_str_sub(scan->text, hg_scan_span(scan, at + 1, at + 5)));
        hg_buf_puts(&right, "〕");
        (void)report(r, at, at + 6, "用在发文字号中不对", hg_buf_view(&right));
        hg_buf_release(&right);
    }
    if (scan->code[number] == '0' && end > number + 1) {
        size_t first = number;

        while (first + 1 < end && scan->code[first] == '0') {
            first++;
        }
        (void)report(r, number, end, "有虚位，发文序号前不加0",
                     hg_str_sub(scan->text, hg_scan_span(scan, first, end)));
    }
}

/* ---- 二零二三年 二○二三年 2023年01月05日 2万5千 ---- */

static bool is_year_digit(uint32_t c)
{
    return c == 0x96F6 || c == 0x25CB || c == 0x3007 || c == 'O' || c == 'o' || c == '0' ||
           c == 0xFF2F || c == 0x25EF ||
           (hg_char_is_han_numeral(c) && c != 0x5341 && c != 0x767E && c != 0x5343 &&
            c != 0x4E07 && c != 0x4EBF);
}

/* Four characters before 年 that write a year with something else for 〇. */
static void check_han_year(struct reader *r, size_t at)
{
    const struct hg_scan *scan = r->scan;
    struct hg_buf right = HG_BUF_INIT;
    size_t zeros = 0, circles = 0, first = at - 4;

    for (size_t i = first; i < at; i++) {
        uint32_t c = scan->code[i];

        if (!is_year_digit(c) || (i == first && c != 0x4E8C && c != 0x4E00)) {
            hg_buf_release(&right);
            return;
        }
        zeros += c == 0x96F6;
        circles += c == 0x25CB || c == 0x25EF || c == 'O' || c == 'o' || c == '0' || c == 0xFF2F;
        hg_buf_code_point(&right,
                          hg_char_is_han_numeral(c) && c != 0x96F6 ? c : 0x3007);
    }
    if (circles > 0) {
        hg_habit_wrong(r->pass, r->circles, r->paragraph, hg_scan_span(scan, first, at));
    } else if (zeros > 0) {
        (void)report(r, first, at, "中的“零”在年份里写作“〇”", hg_buf_view(&right));
    }
    hg_buf_release(&right);
}

/* 01月 05日 behind a full year. */
static void check_padded(struct reader *r, size_t at)
{
    const struct hg_scan *scan = r->scan;
    uint32_t unit = scan->code[at + 2];
    struct hg_finding *finding;

    if (scan->code[at] != '0' || !is_digit(scan->code[at + 1]) ||
        (unit != 0x6708 && unit != 0x65E5) ||
        (hg_scan_before(scan, at) != 0x5E74 && hg_scan_before(scan, at) != 0x6708)) {
        return;
    }
    finding = report(r, at, at + 2, "有虚位，月、日前不加0",
                     hg_str_sub(scan->text, hg_scan_span(scan, at + 1, at + 2)));
    hg_finding_severity(finding, HG_SEVERITY_NOTE);
}

/* 2万5千: 千 百 十 do not follow digits. */
static void check_mixed(struct reader *r, size_t at)
{
    const struct hg_scan *scan = r->scan;
    size_t digits = at, end;
    uint32_t unit = hg_scan_before(scan, at);
    struct hg_finding *finding;

    end = digits_end(scan, at);
    if (unit != 0x4E07 || (scan->code[end] != 0x5343 && scan->code[end] != 0x767E) ||
        end - digits > 2 || at < 2 || !is_digit(scan->code[at - 2])) {
        return;
    }
    finding = hg_report(r->pass, &hg_check_number_format, r->paragraph,
                        hg_scan_span(scan, at - 2, end + 1),
                        "阿拉伯数字只与“万”“亿”连用，不与“千”“百”混写，请改为全用数字或小数");
    hg_finding_severity(finding, HG_SEVERITY_NOTE);
}

/* ---- Reading ---- */

static void check_paragraph(struct reader *r)
{
    const struct hg_analysis *analysis = hg_pass_analysis(r->pass, r->paragraph);
    const struct hg_scan *scan = r->scan;
    size_t done = 0;

    for (size_t i = 0; i < scan->other_count; i++) {
        size_t at = scan->others[i];
        uint32_t c = scan->code[at];

        if (at < done ||
            (analysis->masks.len > 0 && hg_analysis_masked(analysis, scan->offset[at]))) {
            continue;
        }
        if (is_full_digit(c)) {
            done = check_full_width(r, at);
        } else if (is_digit(c)) {
            done = check_spaced(r, at);
            check_padded(r, at);
            check_mixed(r, at);
        } else if (c == 0xFF0E) {
            check_point(r, at);
        } else if (c == '[' || c == '(' || c == 0xFF08 || c == 0x3010 || c == 0xFF3B ||
                   c == 0x3014) {
            check_document_number(r, at);
        }
    }
    for (size_t at = 4; at < scan->len; at++) {
        if (scan->code[at] == 0x5E74) { /* 年 */
            check_han_year(r, at);
        }
    }
}

static void settle_full_width(struct hg_pass *pass, const struct hg_habit *habit)
{
    if (habit->places.len >= 5) {
        (void)hg_report(pass, &hg_check_number_format, habit->places.items[0].paragraph,
                        habit->places.items[0].span,
                        "全文有%zu处全角数字，应统一改为半角，此处是第一处", habit->places.len);
        return;
    }
    for (size_t i = 0; i < habit->places.len; i++) {
        struct hg_place place = habit->places.items[i];
        struct hg_str text = hg_str_sub(place.paragraph->text, place.span);
        struct hg_buf right = HG_BUF_INIT;
        struct hg_finding *finding;

        for (size_t at = 0; at < text.len;) {
            hg_buf_code_point(&right, hg_utf8_fold_width(hg_utf8_next(text, &at)));
        }
        finding = hg_report(pass, &hg_check_number_format, place.paragraph, place.span,
                            "“%.*s”是全角数字，应写作半角“%.*s”", HG_FMT(text),
                            HG_FMT(hg_buf_view(&right)));
        hg_finding_suggest(pass, finding, hg_buf_view(&right));
        hg_buf_release(&right);
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    struct hg_habit full_width = {{NULL, 0, 0}, 0}, circles = {{NULL, 0, 0}, 0};

    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        struct reader reader = {pass, doc->paragraphs.items[i], NULL, &full_width, &circles};

        if (hg_pass_is_prose(pass, reader.paragraph)) {
            reader.scan = hg_pass_scan(pass, reader.paragraph);
            check_paragraph(&reader);
        }
    }
    settle_full_width(pass, &full_width);
    if (circles.places.len > 0) {
        (void)hg_report(pass, &hg_check_number_format, circles.places.items[0].paragraph,
                        circles.places.items[0].span,
                        "年份中的“〇”误用圆圈符号或字母代替（全文%zu处），应改为“〇”",
                        circles.places.len);
    }
}
