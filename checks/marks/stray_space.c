#include "lang/chars.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_stray_space = {
    .id = "stray-space",
    .family = HG_FAMILY_MARKS,
    .name = "多余空格",
    .severity = HG_SEVERITY_WARNING,
    .summary = "汉字之间、标点前后、数字前后多了空格",
    .explanation = "中文正文不用空格分词，标点前后、数字与汉字之间也不空格。多余的空格多由粘贴或修改带入，"
                   "排版后出现断行和缺口。全文习惯在数字前后空格的只提示一次；姓名、落款、表格和标题中用来"
                   "对齐的空格不受影响。",
    .bad = "全年办理法律援助案件 387件，出台《关于建立协作机制的意见 》，持续提升执法水平。\n",
    .good = "全年办理法律援助案件387件，出台《关于建立协作机制的意见》，持续提升执法水平。\n",
    .run = run,
};

enum { PROSE_LEAST = 16 }; /* characters of a line that is a sentence rather than a layout */

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == 0x3000 || c == 0xA0;
}

static bool opens(uint32_t c)
{
    return c == 0x201C || c == 0x2018 || c == 0xFF08 || c == 0x300A || c == 0x3008 ||
           c == 0x3014 || c == 0x3010;
}

/* Marks that never follow a blank. */
static bool sticks_left(uint32_t c)
{
    return c == 0xFF0C || c == 0x3002 || c == 0x3001 || c == 0xFF1B || c == 0xFF1A ||
           c == 0xFF1F || c == 0xFF01 || c == 0x201D || c == 0x2019 || c == 0xFF09 ||
           c == 0x300B || c == 0x3009 || c == 0x3015 || c == 0x3011 || c == '%' || c == 0xFF05;
}

/* A line of running text: long enough, and with a mark that ends a clause. Lines laid out with
 * blanks (titles, signatures, lists of names, metadata, captions of a newspaper) are none. */
static bool is_running_text(const struct hg_scan *scan)
{
    bool ends = false;

    if (scan->len < PROSE_LEAST) {
        return false;
    }
    for (size_t i = 0; i < scan->other_count; i++) {
        uint32_t c = scan->code[scan->others[i]];

        if (c == '\t' || c == '|' || c == '_' || c == 0xFF5C) {
            return false;
        }
        if (is_blank(c) && (hg_scan_ends(scan, scan->others[i], HG_STR("记者")) ||
                            hg_scan_at(scan, scan->others[i] + 1, HG_STR("摄")))) {
            return false;
        }
        ends = ends || c == 0x3002 || c == 0xFF1B || c == 0xFF0C || c == ';' || c == ',';
    }
    return ends;
}

/* The commonest surnames. */
static bool is_surname(uint32_t c)
{
    static const uint16_t surnames[] = {
        0x4E01, 0x4E07, 0x4E54, 0x4E8E, 0x4EFB, 0x4F55, 0x4F59, 0x4FAF, 0x5085,
        0x51AF, 0x5218, 0x5362, 0x53F2, 0x53F6, 0x5415, 0x5434, 0x5468, 0x5510,
        0x590F, 0x59DA, 0x59DC, 0x5B54, 0x5B59, 0x5B5F, 0x5B8B, 0x5C39, 0x5D14,
        0x5E38, 0x5EB7, 0x5ED6, 0x5F20, 0x5F6D, 0x5F90, 0x6234, 0x6587, 0x65B9,
        0x6613, 0x66F9, 0x66FE, 0x6731, 0x674E, 0x675C, 0x6768, 0x6797, 0x6881,
        0x6B66, 0x6BB5, 0x6BDB, 0x6C5F, 0x6C64, 0x6C6A, 0x6C88, 0x6F58, 0x718A,
        0x738B, 0x7530, 0x767D, 0x77F3, 0x79E6, 0x7A0B, 0x7F57, 0x80E1, 0x82CF,
        0x8303, 0x8463, 0x848B, 0x8521, 0x859B, 0x8881, 0x8BB8, 0x8C22, 0x8C2D,
        0x8D3A, 0x8D3E, 0x8D56, 0x8D75, 0x9093, 0x90B1, 0x90B5, 0x90B9, 0x90D1,
        0x90DD, 0x90ED, 0x91D1, 0x949F, 0x94B1, 0x9646, 0x9648, 0x96F7, 0x97E9,
        0x987E, 0x9A6C, 0x9AD8, 0x9B4F, 0x9EC4, 0x9ECE, 0x9F99, 0x9F9A,
    };
    size_t low = 0, high = sizeof surnames / sizeof *surnames;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (surnames[middle] < c) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < sizeof surnames / sizeof *surnames && surnames[low] == c;
}

/* 张 三、李四光: a name of two characters spread to the width of three. */
static bool is_spread_name(const struct hg_scan *scan, size_t first, size_t end)
{
    uint32_t before = first >= 2 ? scan->code[first - 2] : 0;
    uint32_t after = end + 1 <= scan->len ? scan->code[end + 1] : 0;

    return !hg_char_is_han(after) &&
           (!hg_char_is_han(before) || is_surname(scan->code[first - 1]));
}

enum place { NOWHERE, HAN, BEFORE_MARK, AFTER_OPENING, FIGURE };

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static enum place place_of(const struct hg_scan *scan, size_t first, size_t end)
{
    uint32_t left = hg_scan_before(scan, first), right = scan->code[end];

    if (first == 0 || end >= scan->len || left == '\n' || right == '\n') {
        return NOWHERE;
    }
    if (sticks_left(right) && !is_blank(left) && left != 0x3002) {
        return BEFORE_MARK;
    }
    if (opens(left)) {
        return AFTER_OPENING;
    }
    if (end - first > 1) {
        return NOWHERE; /* wider: laid out on purpose */
    }
    if (hg_char_is_han(left) && hg_char_is_han(right)) {
        return is_spread_name(scan, first, end) ? NOWHERE : HAN;
    }
    if ((hg_char_is_han(left) && is_digit(right)) || (is_digit(left) && hg_char_is_han(right))) {
        return FIGURE;
    }
    return NOWHERE;
}

/* The blank after a number or title of a heading parts it from the text. */
static bool parts_heading(struct hg_pass *pass, const struct hg_paragraph *paragraph, size_t byte)
{
    const struct hg_outline *outline = hg_pass_outline(pass);
    uint32_t index = hg_outline_heading_at(outline, paragraph, byte);

    return index != UINT32_MAX && outline->headings.items[index].paragraph == paragraph &&
           outline->headings.items[index].title.end + 3 >= byte;
}

/* The blanks at [first, end) with what stands at both sides: one character, or the whole figure. */
static struct hg_span with_sides(const struct hg_scan *scan, size_t first, size_t end)
{
    first--;
    end++;
    while (first > 0 && is_digit(scan->code[first]) &&
           (is_digit(scan->code[first - 1]) || scan->code[first - 1] == '.')) {
        first--;
    }
    while (end < scan->len && is_digit(scan->code[end - 1]) &&
           (is_digit(scan->code[end]) || scan->code[end] == '.')) {
        end++;
    }
    return hg_scan_span(scan, first, end);
}

struct state {
    struct hg_pass *pass;
    struct hg_habit figures; /* 案件 387件 against 案件387件 */
    struct hg_habit others;
};

static void read_paragraph(struct state *state, const struct hg_paragraph *paragraph)
{
    const struct hg_scan *scan = hg_pass_scan(state->pass, paragraph);
    size_t done = 0;
    bool prose = false, asked = false;

    for (size_t i = 0; i < scan->other_count; i++) {
        size_t at = scan->others[i], end = at;
        enum place place;

        if (is_digit(scan->code[at]) && at > 0 && hg_char_is_han(scan->code[at - 1])) {
            hg_habit_right(&state->figures);
        }
        if (at < done || !is_blank(scan->code[at])) {
            continue;
        }
        while (end < scan->len && is_blank(scan->code[end])) {
            end++;
        }
        done = end;
        place = place_of(scan, at, end);
        if (place == NOWHERE) {
            continue;
        }
        if (!asked) {
            asked = true;
            prose = is_running_text(scan);
        }
        if (!prose || parts_heading(state->pass, paragraph, scan->offset[at])) {
            continue;
        }
        hg_habit_wrong(state->pass, place == FIGURE ? &state->figures : &state->others, paragraph,
                       with_sides(scan, at, end));
    }
}

static void report(struct hg_pass *pass, struct hg_place place)
{
    const struct hg_scan *scan = hg_pass_scan(pass, place.paragraph);
    struct hg_str text = hg_str_sub(place.paragraph->text, place.span);
    struct hg_buf right = HG_BUF_INIT;
    struct hg_finding *finding =
        hg_report(pass, &hg_check_stray_space, place.paragraph, place.span,
                  "“%.*s”中间多了空格，应删去", HG_FMT(text));

    for (size_t at = hg_scan_index(scan, place.span.start);
         at < scan->len && scan->offset[at] < place.span.end; at++) {
        if (!is_blank(scan->code[at])) {
            hg_buf_code_point(&right, scan->code[at]);
        }
    }
    hg_finding_suggest(pass, finding, hg_buf_view(&right));
    hg_buf_release(&right);
}

enum { SINGLE_MOST = 8 };

static void settle(struct hg_pass *pass, const struct hg_habit *habit, const char *what)
{
    if (habit->places.len > SINGLE_MOST ||
        hg_habit_verdict(habit) == HG_HABIT_THROUGHOUT) {
        (void)hg_report(pass, &hg_check_stray_space, habit->places.items[0].paragraph,
                        habit->places.items[0].span,
                        "全文有%zu处%s多了空格，应统一删去，此处是第一处", habit->places.len, what);
        return;
    }
    for (size_t i = 0; i < habit->places.len; i++) {
        report(pass, habit->places.items[i]);
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    struct state state = {.pass = pass};

    for (size_t i = hg_pass_outline(pass)->preface_end; i < doc->paragraphs.len; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];

        if (hg_pass_is_prose(pass, paragraph) &&
            hg_node_enclosing_cell(&paragraph->node) == NULL) {
            read_paragraph(&state, paragraph);
        }
    }
    settle(pass, &state.figures, "数字与汉字之间");
    settle(pass, &state.others, "汉字之间、标点前后");
}
