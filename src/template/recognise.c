/* Recognition: what the title, the headings and the tense of a draft say about its form. */
#include "base/utf8.h"
#include "lang/chars.h"
#include "template/match_build.h"

/* In bytes or lines, as said. */
enum { OPENING_BYTES = 3000, SAMPLE_BYTES = 9000, FRONT_LINES = 24 };

/* ---- Facts ---- */

/* Kinds of text that have no form here; a title that ends in one of them is not a report. */
static const struct hg_str other_kinds[] = {
    HG_STR_INIT("通知"),   HG_STR_INIT("的函"),   HG_STR_INIT("复函"),   HG_STR_INIT("请示"),
    HG_STR_INIT("批复"),   HG_STR_INIT("办法"),   HG_STR_INIT("规定"),   HG_STR_INIT("条例"),
    HG_STR_INIT("意见"),   HG_STR_INIT("方案"),   HG_STR_INIT("纪要"),   HG_STR_INIT("公报"),
    HG_STR_INIT("公告"),   HG_STR_INIT("通告"),   HG_STR_INIT("决定"),   HG_STR_INIT("讲话"),
    HG_STR_INIT("致辞"),   HG_STR_INIT("倡议书"), HG_STR_INIT("名单"),   HG_STR_INIT("预案"),
    HG_STR_INIT("规划"),   HG_STR_INIT("细则"),   HG_STR_INIT("章程"),   HG_STR_INIT("纲要"),
    HG_STR_INIT("简报"),   HG_STR_INIT("协议"),   HG_STR_INIT("合同"),   HG_STR_INIT("答复"),
    HG_STR_INIT("决议"),   HG_STR_INIT("议案"),   HG_STR_INIT("通报"),   HG_STR_INIT("说明"),
    HG_STR_INIT("制度"),   HG_STR_INIT("规则"),   HG_STR_INIT("指南"),   HG_STR_INIT("白皮书"),
    HG_STR_INIT("政府工作报告"), HG_STR_INIT("检察院工作报告"), HG_STR_INIT("法院工作报告"),
    HG_STR_INIT("常务委员会工作报告"), HG_STR_INIT("预算草案的报告"),
};

static struct hg_str line_of(const struct hg_doc *doc, size_t i)
{
    return hg_str_trim(doc->paragraphs.items[i]->text);
}

/* Without （送审稿） at the end and any final mark. */
static struct hg_str bare_title(struct hg_str title)
{
    struct hg_str text = hg_str_trim(title);

    while (text.len > 0) {
        uint32_t last = hg_utf8_before(text, text.len);
        size_t at = text.len;

        if (last != 0xFF09 && last != ')') {
            break;
        }
        while (at > 0) {
            uint32_t c = hg_utf8_prev(text, &at);

            if (c == 0xFF08 || c == '(') {
                break;
            }
        }
        text = hg_str_trim((struct hg_str){text.data, at});
    }
    return text;
}

static bool names_other_kind(struct hg_str title)
{
    for (size_t i = 0; i < sizeof other_kinds / sizeof *other_kinds; i++) {
        if (hg_str_ends(title, other_kinds[i])) {
            return true;
        }
    }
    return false;
}

/* 各位代表： 同志们： among the first lines: a speech. */
static bool is_speech(const struct hg_doc *doc)
{
    static const struct hg_str words[] = {HG_STR_INIT("各位代表"), HG_STR_INIT("同志们"),
                                          HG_STR_INIT("各位委员"), HG_STR_INIT("各位领导"),
                                          HG_STR_INIT("各位来宾")};

    for (size_t i = 0, seen = 0; i < doc->body_count && seen < FRONT_LINES; i++) {
        struct hg_str line = line_of(doc, i);

        seen += line.len > 0;
        for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
            if (hg_str_starts(line, words[w]) &&
                (line.len == words[w].len ||
                 hg_char_ends_clause(hg_utf8_at(line, words[w].len)))) {
                return true;
            }
        }
        if (hg_str_ends(line, HG_STR("政府工作报告"))) {
            return true;
        }
    }
    return false;
}

static size_t count_of(struct hg_str text, struct hg_str word)
{
    size_t count = 0, at = 0;

    while ((at = hg_str_find(text, word, at)) != SIZE_MAX) {
        count++;
        at += word.len;
    }
    return count;
}

static enum hg_form_tense tense_of(struct hg_str text)
{
    static const struct hg_str past[] = {
        HG_STR_INIT("今年以来"), HG_STR_INIT("半年来"), HG_STR_INIT("一年来"), HG_STR_INIT("截至"),
        HG_STR_INIT("截止目前"), HG_STR_INIT("累计"),   HG_STR_INIT("荣获"),   HG_STR_INIT("同比"),
        HG_STR_INIT("先后"),     HG_STR_INIT("完成了"), HG_STR_INIT("取得了"), HG_STR_INIT("开展了"),
        HG_STR_INIT("共"),       HG_STR_INIT("已"),     HG_STR_INIT("获评"),
    };
    static const struct hg_str future[] = {
        HG_STR_INIT("力争"), HG_STR_INIT("争取"), HG_STR_INIT("确保"), HG_STR_INIT("将"),
        HG_STR_INIT("计划"), HG_STR_INIT("继续"), HG_STR_INIT("进一步"), HG_STR_INIT("加快"),
        HG_STR_INIT("要"),   HG_STR_INIT("拟"),   HG_STR_INIT("实现"),
    };
    size_t before = 0, ahead = 0;

    for (size_t i = 0; i < sizeof past / sizeof *past; i++) {
        before += count_of(text, past[i]);
    }
    for (size_t i = 0; i < sizeof future / sizeof *future; i++) {
        ahead += count_of(text, future[i]);
    }
    /* 共 and 已 stand in other words, too (公共, 共同), and 要 in 需要, 重要: only a clear lead counts. */
    if (before > 2 * ahead) {
        return HG_TENSE_PAST;
    }
    return ahead > 2 * before && ahead >= 4 ? HG_TENSE_FUTURE : HG_TENSE_ANY;
}

static bool holds_year(struct hg_str text)
{
    size_t at = hg_str_find(text, HG_STR("年"), 0);

    while (at != SIZE_MAX) {
        if (at >= 4 && hg_char_is_digit((unsigned char)text.data[at - 1]) &&
            hg_char_is_digit((unsigned char)text.data[at - 4])) {
            return true;
        }
        at = hg_str_find(text, HG_STR("年"), at + 1);
    }
    return hg_str_contains(text, HG_STR("年度")) || hg_str_contains(text, HG_STR("全年")) ||
           hg_str_contains(text, HG_STR("年终")) || hg_str_contains(text, HG_STR("一年来")) ||
           hg_str_contains(text, HG_STR("〇"));
}

/* The period a title or heading names; ANY if none. */
static enum hg_form_period period_of(struct hg_str text)
{
    if (hg_str_contains(text, HG_STR("半年"))) {
        return HG_PERIOD_HALF;
    }
    if (hg_str_contains(text, HG_STR("季度")) || hg_str_contains(text, HG_STR("月份")) ||
        hg_str_contains(text, HG_STR("月度")) || hg_str_contains(text, HG_STR("月工作"))) {
        return HG_PERIOD_QUARTER;
    }
    return holds_year(text) ? HG_PERIOD_YEAR : HG_PERIOD_ANY;
}

static void find_level(struct hg_match_facts *facts)
{
    const struct hg_outline *outline = facts->outline;
    uint32_t count = 0;

    facts->level = UINT32_MAX;
    for (size_t h = 0; h < outline->headings.len; h++) {
        if (outline->headings.items[h].level < facts->level) {
            facts->level = outline->headings.items[h].level;
        }
    }
    for (size_t h = 0; h < outline->headings.len; h++) {
        count += outline->headings.items[h].level == facts->level;
    }
    /* One heading without a number above all others is the title in a heading's style. */
    if (count == 1 && outline->headings.len > 2 && outline->headings.items[0].number.len == 0 &&
        outline->headings.items[0].level == facts->level) {
        facts->level++;
        count = 0;
        for (size_t h = 0; h < outline->headings.len; h++) {
            count += outline->headings.items[h].level == facts->level;
        }
    }
    facts->top_count = count;
}

static uint32_t leading_year(struct hg_str text)
{
    uint32_t year = 0;

    for (size_t i = 0; i < 4; i++) {
        if (i >= text.len || text.data[i] < '0' || text.data[i] > '9') {
            return 0;
        }
        year = year * 10 + (uint32_t)(text.data[i] - '0');
    }
    return year;
}

/* Scores of the headings, and what the top ones say first. 二、2024年重点工作 after
 * 一、2023年工作情况 looks ahead, though its words say work. */
static void gather_headings(struct hg_arena *arena, struct hg_match_facts *facts)
{
    const struct hg_outline *outline = facts->outline;
    struct hg_buf bare = HG_BUF_INIT;
    uint32_t earliest = UINT32_MAX;

    facts->scores = hg_arena_calloc(arena, outline->headings.len, sizeof *facts->scores);
    facts->bare = HG_NEW_ARRAY(arena, struct hg_str, outline->headings.len);
    facts->ahead = HG_NEW_ARRAY(arena, bool, outline->headings.len);
    for (size_t role = 0; role < HG_ROLE_COUNT; role++) {
        facts->first_fit[role] = facts->first_clear[role] = SIZE_MAX;
    }
    for (size_t h = 0; h < outline->headings.len; h++) {
        const struct hg_heading *heading = &outline->headings.items[h];
        uint32_t year = leading_year(heading->title_text);

        if (heading->level > facts->level + 1) {
            continue;
        }
        hg_buf_clear(&bare);
        hg_role_bare(&bare, heading->title_text);
        facts->bare[h] = hg_str_copy(arena, hg_buf_view(&bare));
        hg_role_scores(facts->scores[h], heading->title_text);
        if (heading->level != facts->level) {
            continue;
        }
        facts->ahead[h] = year > 0 && earliest < year;
        earliest = year > 0 && year < earliest ? year : earliest;
        for (size_t role = 0; role < HG_ROLE_COUNT; role++) {
            if (facts->scores[h][role] >= 60 && facts->first_fit[role] == SIZE_MAX) {
                facts->first_fit[role] = h;
            }
            if (facts->scores[h][role] >= 80 && facts->first_clear[role] == SIZE_MAX) {
                facts->first_clear[role] = h;
            }
        }
    }
    hg_buf_release(&bare);
}

/* The first line of a text without a title, if it is short and no sentence. */
static struct hg_str first_line_of(const struct hg_doc *doc)
{
    for (size_t i = 0; i < doc->body_count && i < 4; i++) {
        struct hg_str line = line_of(doc, i);
        struct hg_label_parse label;
        uint32_t last;

        if (line.len == 0) {
            continue;
        }
        last = hg_utf8_before(line, line.len);
        return hg_utf8_count(line) <= 40 && !hg_char_ends_clause(last) &&
                       !hg_label_parse(line, 0, &label)
                   ? line
                   : HG_STR("");
    }
    return HG_STR("");
}

static void gather_text(struct hg_arena *arena, struct hg_match_facts *facts)
{
    const struct hg_outline *outline = facts->outline;
    struct hg_buf text = HG_BUF_INIT;
    size_t end = outline->headings.len > 0 ? outline->headings.items[0].first : outline->text_end;
    size_t opening_len;

    for (size_t i = outline->preface_end; i < end && text.len < OPENING_BYTES; i++) {
        hg_buf_str(&text, line_of(facts->doc, i));
        hg_buf_putc(&text, '\n');
    }
    opening_len = text.len;
    for (size_t i = end; i < outline->text_end && text.len < SAMPLE_BYTES; i++) {
        hg_buf_str(&text, line_of(facts->doc, i));
    }
    facts->tense = text.len == 0 ? HG_TENSE_ANY : tense_of(hg_buf_view(&text));
    facts->opening = opening_len == 0 ? HG_STR("")
                                      : hg_str_copy(arena, (struct hg_str){text.data, opening_len});
    hg_buf_release(&text);
}

void hg_match_gather(struct hg_arena *arena, struct hg_match_facts *facts, const struct hg_doc *doc,
                     const struct hg_outline *outline)
{
    *facts = (struct hg_match_facts){.doc = doc, .outline = outline};
    facts->title = bare_title(outline->title);
    facts->first_line =
        facts->title.len > 0 ? facts->title : bare_title(first_line_of(doc));
    facts->other_kind = names_other_kind(facts->title) || is_speech(doc);
    find_level(facts);
    gather_headings(arena, facts);
    gather_text(arena, facts);
    facts->period = period_of(facts->title);
    for (size_t h = 0; h < outline->headings.len && facts->period == HG_PERIOD_ANY; h++) {
        if (outline->headings.items[h].level == facts->level &&
            facts->scores[h][HG_ROLE_WORK] >= 60) {
            facts->period = period_of(outline->headings.items[h].title_text);
        }
    }
    if (facts->period == HG_PERIOD_ANY) {
        facts->period = period_of(
            (struct hg_str){facts->opening.data, hg_utf8_offset(facts->opening, 60)});
    }
}

/* ---- The score ---- */

/* True if the pattern's pieces (… between them) stand in the title in order; *end tells whether
 * the last piece closes it. */
static bool holds_pattern(struct hg_str title, struct hg_str pattern, bool *end)
{
    size_t from = 0;

    *end = false;
    while (pattern.len > 0) {
        size_t gap = hg_str_find(pattern, HG_STR("…"), 0);
        struct hg_str piece = {pattern.data, gap == SIZE_MAX ? pattern.len : gap};
        size_t at = hg_str_find(title, piece, from);

        if (at == SIZE_MAX) {
            return false;
        }
        from = at + piece.len;
        gap = gap == SIZE_MAX ? pattern.len : gap + HG_STR("…").len;
        pattern = (struct hg_str){pattern.data + gap, pattern.len - gap};
    }
    *end = from == title.len;
    return true;
}

/* The title says that the draft is of another kind. */
static bool is_ruled_out(const struct hg_form_signs *signs, struct hg_str title)
{
    bool end;

    for (size_t i = 0; i < signs->not_titles.len; i++) {
        if (holds_pattern(title, signs->not_titles.items[i], &end)) {
            return true;
        }
    }
    return false;
}

/* 0 no hit, 1 contained, 2 closes the title; *length of the longest hit. */
static uint32_t title_hit(const struct hg_form_signs *signs, struct hg_str title, uint32_t *length)
{
    uint32_t hit = 0;
    bool end;

    *length = 0;
    for (size_t i = 0; i < signs->titles.len; i++) {
        if (holds_pattern(title, signs->titles.items[i], &end)) {
            uint32_t found = end ? 2 : 1;

            hit = found > hit ? found : hit;
            if (signs->titles.items[i].len > *length) {
                *length = (uint32_t)signs->titles.items[i].len;
            }
        }
    }
    return hit;
}

struct filling {
    uint32_t required, by_heading, by_prose;
    bool work; /* work (or duty) by a heading that says so */
};

static struct filling filling_of(const struct hg_match *match)
{
    struct filling filling = {0, 0, 0, false};

    for (size_t i = 0; i < match->form->sections.len; i++) {
        const struct hg_form_section *section = &match->form->sections.items[i];
        const struct hg_fill *fill = &match->fills[i];

        if (section->depth != 1) {
            continue;
        }
        if ((section->role == HG_ROLE_WORK || section->role == HG_ROLE_DUTY) &&
            fill->kind == HG_FILL_HEADING && fill->score >= 70) {
            filling.work = true;
        }
        if (section->required) {
            filling.required++;
            filling.by_heading += fill->kind == HG_FILL_HEADING || fill->kind == HG_FILL_SHARED;
            filling.by_prose += fill->kind == HG_FILL_PROSE;
        }
    }
    return filling;
}

static uint32_t phrases_said(const struct hg_match_facts *facts, const struct hg_form *form)
{
    uint32_t said = 0;

    for (size_t i = 0; i < form->signs.phrases.len; i++) {
        said += hg_str_contains(facts->opening, form->signs.phrases.items[i]);
    }
    return said;
}

/* A summary's headings at the top of a draft: such a draft is no plan. */
static bool reads_as_summary(const struct hg_match_facts *facts)
{
    for (size_t h = 0; h < facts->outline->headings.len; h++) {
        if (facts->outline->headings.items[h].level == facts->level &&
            (facts->scores[h][HG_ROLE_PROBLEMS] >= 80 ||
             (facts->scores[h][HG_ROLE_WORK] >= 80 && facts->scores[h][HG_ROLE_TASKS] < 80))) {
            return true;
        }
    }
    return false;
}

/* Agreement in period and tense, 0 to 20; UINT32_MAX where they contradict each other. */
static uint32_t agreement(const struct hg_match_facts *facts, const struct hg_form_signs *signs)
{
    uint32_t points = 0;

    if (signs->period == HG_PERIOD_ANY) {
        points += facts->period == HG_PERIOD_ANY ? 10 : 6;
    } else if (signs->period == facts->period) {
        points += 10;
    } else {
        return UINT32_MAX;
    }
    if (signs->tense == HG_TENSE_ANY || facts->tense == HG_TENSE_ANY) {
        points += 6;
    } else if (signs->tense == facts->tense) {
        points += 10;
    }
    return points;
}

static uint32_t untitled_score(const struct hg_match_facts *facts, const struct hg_match *match,
                               const struct filling *filling, uint32_t points)
{
    const struct hg_form_signs *signs = &match->form->signs;
    uint32_t said = phrases_said(facts, match->form);

    if (signs->needs_title) {
        return 0;
    }
    if (signs->tense == HG_TENSE_FUTURE) {
        if (reads_as_summary(facts) || facts->tense != HG_TENSE_FUTURE || facts->top_count < 2 ||
            said == 0) {
            return 0;
        }
        return 46 + points + (said > 3 ? 3u : said) * 8 + (facts->top_count >= 3 ? 6u : 0u);
    }
    /* Without a title a summary must say its work by a heading, and most of its sections. */
    if (!filling->work || filling->by_heading < 2 ||
        3 * (filling->by_heading + filling->by_prose) < 2 * filling->required) {
        return 0;
    }
    return 80 * (2 * filling->by_heading + filling->by_prose) / (2 * filling->required) + points;
}

uint32_t hg_match_score(const struct hg_match_facts *facts, struct hg_match *match,
                        uint32_t *particular)
{
    const struct hg_form_signs *signs = &match->form->signs;
    struct filling filling = filling_of(match);
    uint32_t points = agreement(facts, signs), hit, score;

    *particular = 0;
    hit = facts->first_line.len == 0 ? 0 : title_hit(signs, facts->first_line, particular);
    match->titled = hit > 0;
    if (points == UINT32_MAX || is_ruled_out(signs, facts->first_line)) {
        return 0;
    }
    if (hit == 0) {
        /* A title that names no kind of text (a slogan, a headline) leaves it to the headings. */
        score = untitled_score(facts, match, &filling, points);
        return facts->title.len == 0 || score < 10 ? score : score - 10;
    }
    if (signs->tense == HG_TENSE_FUTURE && hit == 1 && facts->tense == HG_TENSE_PAST) {
        return 0; /* a plan is told by its tense, too: 2023年工作计划完成情况 is none */
    }
    score = 45 + (hit == 2 ? 5u : 0u) + points;
    if (filling.required > 0) {
        score += 30u * (2 * filling.by_heading + filling.by_prose) / (2 * filling.required);
    } else {
        score += 30;
    }
    return score > 100 ? 100 : score;
}
