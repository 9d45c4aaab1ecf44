#include "template/role.h"

#include <string.h>

#include "base/utf8.h"
#include "lang/chars.h"
#include "template/role_words.h"

/* In characters: longer headings say a role only through an accepted wording; and how much a
 * strong tail may have before it. */
enum { HEADING_MAX = 26, BEFORE_STRONG = 14, AHEAD_MAX = 20, PARTS_MAX = 8 };

static const char *const names[HG_ROLE_COUNT] = {
    [HG_ROLE_NONE] = "none",
    [HG_ROLE_WORK] = "work",
    [HG_ROLE_HIGHLIGHTS] = "highlights",
    [HG_ROLE_EXPERIENCE] = "experience",
    [HG_ROLE_PROBLEMS] = "problems",
    [HG_ROLE_CAUSES] = "causes",
    [HG_ROLE_PLAN] = "plan",
    [HG_ROLE_REQUIREMENTS] = "requirements",
    [HG_ROLE_TASKS] = "tasks",
    [HG_ROLE_SUPPORT] = "support",
    [HG_ROLE_BACKGROUND] = "background",
    [HG_ROLE_ADVICE] = "advice",
    [HG_ROLE_DUTY] = "duty",
    [HG_ROLE_ANNEX] = "annex",
};

enum hg_role hg_role_of(struct hg_str name)
{
    for (size_t i = 0; i < HG_ROLE_COUNT; i++) {
        if (hg_str_is(name, names[i])) {
            return (enum hg_role)i;
        }
    }
    return HG_ROLE_NONE;
}

const char *hg_role_name(enum hg_role role)
{
    return names[role];
}

/* ---- Bare headings ---- */

/* 2023年 2023年度 二〇二三年 2021—2023年 at the start: bytes of it, 0 if there is none. */
static size_t year_length(struct hg_str text)
{
    size_t at = 0, digits = 0;

    while (at < text.len) {
        size_t next = at;
        uint32_t c = hg_utf8_next(text, &next);

        if (hg_char_is_digit(c) || hg_char_is_han_numeral(c) || c == 0x25CB) {
            digits++;
        } else if (digits < 4 || (c != 0x2014 && c != '-' && c != 0xFF5E && c != 0x81F3)) {
            break;
        }
        at = next;
    }
    if (digits < 4 || hg_utf8_at(text, at) != 0x5E74) {
        return 0;
    }
    (void)hg_utf8_next(text, &at);
    if (hg_utf8_at(text, at) == 0x5EA6) { /* 度 */
        (void)hg_utf8_next(text, &at);
    }
    return at;
}

/* What may stand in front of a heading without telling its kind. Openings that point ahead
 * (下半年, 明年) stay. */
static const struct hg_str fronts[] = {
    HG_STR_INIT("今年以来"), HG_STR_INIT("今年上半年"), HG_STR_INIT("今年"),
    HG_STR_INIT("本年度"),   HG_STR_INIT("全年"),       HG_STR_INIT("一年来"),
    HG_STR_INIT("半年来"),   HG_STR_INIT("过去一年"),   HG_STR_INIT("近年来"),
    HG_STR_INIT("上一年度"), HG_STR_INIT("上年度"),     HG_STR_INIT("去年"),
    HG_STR_INIT("上半年"),   HG_STR_INIT("前三季度"),   HG_STR_INIT("前两季度"),
    HG_STR_INIT("第一季度"), HG_STR_INIT("第二季度"),   HG_STR_INIT("第三季度"),
    HG_STR_INIT("第四季度"), HG_STR_INIT("一季度"),     HG_STR_INIT("二季度"),
    HG_STR_INIT("三季度"),   HG_STR_INIT("四季度"),     HG_STR_INIT("本季度"),
    HG_STR_INIT("本月"),     HG_STR_INIT("年度"),       HG_STR_INIT("截至目前"),
    HG_STR_INIT("目前"),     HG_STR_INIT("当前"),       HG_STR_INIT("现阶段"),
    HG_STR_INIT("前期"),     HG_STR_INIT("前阶段"),     HG_STR_INIT("前一阶段"),
    HG_STR_INIT("全市"),     HG_STR_INIT("全县"),       HG_STR_INIT("全区"),
    HG_STR_INIT("全省"),     HG_STR_INIT("全局"),       HG_STR_INIT("全系统"),
    HG_STR_INIT("全院"),     HG_STR_INIT("全镇"),       HG_STR_INIT("全乡"),
    HG_STR_INIT("我局"),     HG_STR_INIT("我市"),       HG_STR_INIT("我县"),
    HG_STR_INIT("我区"),     HG_STR_INIT("我省"),       HG_STR_INIT("我委"),
    HG_STR_INIT("我办"),     HG_STR_INIT("我院"),       HG_STR_INIT("我所"),
    HG_STR_INIT("我单位"),   HG_STR_INIT("我镇"),       HG_STR_INIT("我乡"),
    HG_STR_INIT("我中心"),   HG_STR_INIT("我队"),       HG_STR_INIT("我科"),
    HG_STR_INIT("我处"),     HG_STR_INIT("我部"),       HG_STR_INIT("我厅"),
    HG_STR_INIT("我街道"),   HG_STR_INIT("本单位"),     HG_STR_INIT("本局"),
    HG_STR_INIT("本部门"),   HG_STR_INIT("本人"),       HG_STR_INIT("个人"),
    HG_STR_INIT("关于"),     HG_STR_INIT("以来"),       HG_STR_INIT("我"),
};

/* 1—6月 9月份 at the start. */
static size_t month_length(struct hg_str text)
{
    size_t at = 0, digits = 0;

    while (at < text.len) {
        size_t next = at;
        uint32_t c = hg_utf8_next(text, &next);

        if (hg_char_is_digit(c)) {
            digits++;
        } else if (digits == 0 || (c != 0x2014 && c != '-' && c != 0xFF5E && c != 0x81F3)) {
            break;
        }
        at = next;
    }
    if (digits == 0 || digits > 4 || hg_utf8_at(text, at) != 0x6708) {
        return 0;
    }
    (void)hg_utf8_next(text, &at);
    if (hg_utf8_at(text, at) == 0x4EFD) { /* 份 */
        (void)hg_utf8_next(text, &at);
    }
    return at;
}

static size_t front_length(struct hg_str text)
{
    size_t cut = year_length(text);

    if (cut == 0) {
        cut = month_length(text);
    }
    for (size_t i = 0; cut == 0 && i < sizeof fronts / sizeof *fronts; i++) {
        if (hg_str_starts(text, fronts[i])) {
            cut = fronts[i].len;
        }
    }
    return cut;
}

/* Left out wherever it stands; `c` is its first character. */
static size_t filler_length(struct hg_str text, uint32_t c)
{
    switch (c) {
    case 0x4E3B: /* 主 */
        return hg_str_starts(text, HG_STR("主要")) ? HG_STR("主要").len : 0;
    case 0x4EE5: /* 以 */
        return hg_str_starts(text, HG_STR("以及")) ? HG_STR("以及").len : 0;
    case 0x7684: /* 的 */
    case 0x548C: /* 和 */
    case 0x4E0E: /* 与 */
    case 0x53CA: /* 及 */
    case 0x3001: /* 、 */
    case 0x66A8: /* 暨 */
        return HG_STR("的").len;
    default:
        return 0;
    }
}

/* Copies without brackets, blanks, 主要, 的 and closing marks; with joins (和 与 及 、) as '\n' or
 * left out. */
static void copy_bare(struct hg_buf *out, struct hg_str text, bool keep_joins)
{
    size_t depth = 0, written = out->len;

    for (size_t at = 0; at < text.len;) {
        struct hg_str rest = {text.data + at, text.len - at};
        size_t start = at;
        uint32_t c = hg_utf8_next(text, &at);
        size_t filler = depth == 0 ? filler_length(rest, c) : 0;
        bool first = out->len == written;
        size_t front = depth == 0 && first ? front_length(rest) : 0;

        if (c == 0xFF08 || c == '(' || c == 0xFF3B || c == 0x3014) {
            depth++;
        } else if ((c == 0xFF09 || c == ')' || c == 0xFF3D || c == 0x3015) && depth > 0) {
            depth--;
        } else if (depth > 0 || hg_char_class(c) == HG_CHAR_BLANK) {
            continue;
        } else if (front > 0 && front < rest.len) {
            at = start + front;
        } else if (filler > 0) {
            at = start + filler;
            if (keep_joins && !first && c != 0x7684 && !hg_str_starts(rest, HG_STR("主要"))) {
                hg_buf_putc(out, '\n');
            }
        } else if (c == 0x3002 || c == 0xFF1A || c == ':' || c == 0xFF1B) {
            if (at < text.len) {
                hg_buf_str(out, hg_str_sub(text, (struct hg_span){start, at}));
            }
        } else {
            hg_buf_str(out, hg_str_sub(text, (struct hg_span){start, at}));
        }
    }
}

void hg_role_bare(struct hg_buf *out, struct hg_str heading)
{
    copy_bare(out, heading, false);
}

/* ---- Scores ---- */

static bool holds_clause_mark(struct hg_str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = hg_utf8_next(text, &at);

        if (c != 0x3001 && c != 0x201C && c != 0x201D && c != 0x300A && c != 0x300B &&
            hg_char_ends_clause(c)) {
            return true;
        }
    }
    return false;
}

/* The text is made of neutral words alone. Longest words first is not needed: the list holds no
 * word that starts another one's remainder. */
static bool is_neutral(struct hg_str text)
{
    while (text.len > 0) {
        size_t best = 0;

        for (size_t i = 0; i < hg_role_neutral_count; i++) {
            if (hg_role_neutral[i].len > best && hg_str_starts(text, hg_role_neutral[i])) {
                best = hg_role_neutral[i].len;
            }
        }
        if (best == 0) {
            return false;
        }
        text.data += best;
        text.len -= best;
    }
    return true;
}

static bool holds_verb(struct hg_str text)
{
    for (size_t i = 0; i < hg_role_verb_count; i++) {
        if (hg_str_contains(text, hg_role_verbs[i])) {
            return true;
        }
    }
    return false;
}

static bool starts_ahead(struct hg_str text)
{
    for (size_t i = 0; i < hg_role_ahead_count; i++) {
        if (hg_str_starts(text, hg_role_ahead[i])) {
            return true;
        }
    }
    return false;
}

/* Raises the scores of the roles that one joined part of a heading says. */
static void score_part(uint32_t scores[HG_ROLE_COUNT], struct hg_str part, bool ahead, bool first)
{
    size_t longest = 0;

    for (size_t i = 0; i < hg_role_tail_count; i++) {
        if (hg_role_tails[i].text.len > longest && hg_str_ends(part, hg_role_tails[i].text)) {
            longest = hg_role_tails[i].text.len;
        }
    }
    if (longest == 0) {
        return;
    }
    for (size_t i = 0; i < hg_role_tail_count; i++) {
        const struct hg_role_tail *tail = &hg_role_tails[i];
        struct hg_str before = {part.data, part.len - tail->text.len};
        uint32_t score = 0;

        /* A shorter tail of another role may stand inside the longest one; only the longest says
         * what the part is. */
        if (tail->text.len != longest || !hg_str_ends(part, tail->text)) {
            continue;
        }
        if (is_neutral(before)) {
            score = tail->score;
        } else if (holds_verb(before)) {
            score = 0;
        } else if (tail->strong && hg_utf8_count(before) <= BEFORE_STRONG) {
            score = tail->score < 70 ? tail->score : 70;
        }
        if (ahead && first && tail->role != HG_ROLE_PLAN && tail->role != HG_ROLE_ADVICE &&
            tail->role != HG_ROLE_PROBLEMS) {
            score = 0;
        }
        if (score > scores[tail->role]) {
            scores[tail->role] = score;
        }
    }
}

void hg_role_scores(uint32_t scores[HG_ROLE_COUNT], struct hg_str heading)
{
    struct hg_buf bare = HG_BUF_INIT, parts = HG_BUF_INIT;
    struct hg_str rest, part;
    bool ahead = false, first = true;

    memset(scores, 0, HG_ROLE_COUNT * sizeof *scores);
    hg_role_bare(&bare, heading);
    for (size_t i = 0; i < hg_role_wording_count; i++) {
        const struct hg_role_wording *wording = &hg_role_wordings[i];

        if (hg_str_equal(hg_buf_view(&bare), wording->text) &&
            wording->score > scores[wording->role]) {
            scores[wording->role] = wording->score;
        }
    }
    if (bare.len > 0 && hg_utf8_count(hg_buf_view(&bare)) <= HEADING_MAX &&
        !holds_clause_mark(hg_buf_view(&bare))) {
        copy_bare(&parts, heading, true);
        rest = hg_buf_view(&parts);
        ahead = starts_ahead(rest);
        if (ahead && hg_utf8_count(rest) <= AHEAD_MAX && scores[HG_ROLE_PLAN] < 85) {
            scores[HG_ROLE_PLAN] = 85;
        }
        for (size_t i = 0; i < PARTS_MAX && hg_str_split(&rest, '\n', &part); i++) {
            score_part(scores, part, ahead || starts_ahead(part), first || starts_ahead(part));
            if (!first && starts_ahead(part) && scores[HG_ROLE_PLAN] < 85) {
                scores[HG_ROLE_PLAN] = 85;
            }
            first = false;
        }
    }
    hg_buf_release(&bare);
    hg_buf_release(&parts);
}

uint32_t hg_role_score(struct hg_str heading, enum hg_role role)
{
    uint32_t scores[HG_ROLE_COUNT];

    hg_role_scores(scores, heading);
    return role == HG_ROLE_NONE ? 0 : scores[role];
}

uint32_t hg_role_mask(struct hg_str heading)
{
    uint32_t scores[HG_ROLE_COUNT];
    uint32_t mask = 0;

    hg_role_scores(scores, heading);
    for (uint32_t role = 1; role < HG_ROLE_COUNT; role++) {
        mask |= scores[role] >= 60 ? 1u << role : 0;
    }
    return mask;
}
