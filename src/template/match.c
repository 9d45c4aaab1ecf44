#include "template/match.h"

#include "base/utf8.h"
#include "template/match_build.h"

/* A wording counts from FIT on; a heading below the top ones must say its role by CLEAR. */
enum { FIT = 60, CLEAR = 80, SLOGAN_LENGTH = 10, ABSORBED = 60 };

static bool is_top(const struct hg_match_facts *facts, size_t heading)
{
    return facts->outline->headings.items[heading].level == facts->level;
}

static bool says_wording(struct hg_str bare, const struct hg_form_section *section)
{
    for (size_t i = 0; i < section->bare.len; i++) {
        if (hg_str_equal(bare, section->bare.items[i])) {
            return true;
        }
    }
    return false;
}

/* How well a heading fills a section: by the form's own wordings, else by its role and place. */
static uint32_t score_of(const struct hg_match_facts *facts, const struct hg_form_section *section,
                         size_t heading)
{
    uint32_t score;

    score = section->role == HG_ROLE_NONE ? 0 : facts->scores[heading][section->role];
    if (says_wording(facts->bare[heading], section)) {
        score = 100;
    }
    if (section->role == HG_ROLE_PLAN && facts->ahead[heading]) {
        return score < 85 ? 85 : score;
    }
    if (section->role == HG_ROLE_WORK &&
        (facts->ahead[heading] || (score < 90 && facts->first_clear[HG_ROLE_PROBLEMS] < heading &&
                                   facts->first_fit[HG_ROLE_WORK] < heading))) {
        return score > 40 ? score - 40 : 0;
    }
    if (section->role == HG_ROLE_PLAN && score < 100 &&
        facts->first_fit[HG_ROLE_WORK] >= heading &&
        facts->scores[heading][HG_ROLE_WORK] >= FIT) {
        return score > 20 ? score - 20 : 0;
    }
    return score;
}

/* The section that takes headings of the drafter's own: 突出政治建设，把牢…方向. */
static uint32_t absorbing_section(const struct hg_form *form)
{
    for (uint32_t i = 0; i < form->sections.len; i++) {
        const struct hg_form_section *section = &form->sections.items[i];

        if (section->depth == 1 &&
            (section->free || section->role == HG_ROLE_WORK || section->role == HG_ROLE_TASKS ||
             section->role == HG_ROLE_DUTY)) {
            return i;
        }
    }
    return UINT32_MAX;
}

static bool looks_like_slogan(struct hg_str title)
{
    return hg_utf8_count(title) >= SLOGAN_LENGTH || hg_str_contains(title, HG_STR("，")) ||
           hg_str_contains(title, HG_STR(",")) || hg_str_contains(title, HG_STR("“"));
}

static void fill_by_wording(const struct hg_match_facts *facts, struct hg_match *match)
{
    const struct hg_form *form = match->form;

    for (size_t h = 0; h < facts->outline->headings.len; h++) {
        uint32_t best = 0;

        match->section_of[h] = UINT32_MAX;
        for (uint32_t s = 0; s < form->sections.len && is_top(facts, h); s++) {
            uint32_t score =
                form->sections.items[s].depth == 1 ? score_of(facts, &form->sections.items[s], h)
                                                   : 0;

            if (score >= FIT && score > best) {
                best = score;
                match->section_of[h] = s;
            }
        }
        if (best > 0 && match->fills[match->section_of[h]].kind == HG_FILL_NONE) {
            match->fills[match->section_of[h]] =
                (struct hg_fill){HG_FILL_HEADING, (uint32_t)h, best, NULL};
        }
    }
}

/* Headings of the drafter's own go to the work (or tasks) of the report: those that stand before
 * the problems and the plan, if there are several or they read like slogans. */
static void absorb(const struct hg_match_facts *facts, struct hg_match *match)
{
    uint32_t into = absorbing_section(match->form);
    size_t count = facts->outline->headings.len, end = count, own = 0;

    if (into == UINT32_MAX) {
        return;
    }
    for (size_t h = 0; h < count && end == count; h++) {
        uint32_t s = match->section_of[h];

        if (s != UINT32_MAX && s != into &&
            (match->form->sections.items[s].role == HG_ROLE_PROBLEMS ||
             match->form->sections.items[s].role == HG_ROLE_PLAN ||
             match->form->sections.items[s].role == HG_ROLE_SUPPORT)) {
            end = h;
        }
    }
    for (size_t h = 0; h < end; h++) {
        own += is_top(facts, h) && match->section_of[h] == UINT32_MAX;
    }
    for (size_t h = 0; h < count; h++) {
        struct hg_str title = facts->outline->headings.items[h].title_text;

        if (!is_top(facts, h) || match->section_of[h] != UINT32_MAX) {
            continue;
        }
        if (looks_like_slogan(title) || (h < end && own >= 3)) {
            match->section_of[h] = into;
            if (h < end && match->fills[into].kind == HG_FILL_NONE &&
                (own >= 2 || match->form->sections.items[into].free)) {
                match->fills[into] =
                    (struct hg_fill){HG_FILL_HEADING, (uint32_t)h, ABSORBED, NULL};
            }
        }
    }
}

/* 问题及下步打算: a heading of one part fills one section alone, whatever else it might say. */
static bool joins(struct hg_str heading)
{
    static const struct hg_str words[] = {HG_STR_INIT("及"), HG_STR_INIT("和"), HG_STR_INIT("与"),
                                          HG_STR_INIT("、"), HG_STR_INIT("暨")};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (hg_str_contains(heading, words[i])) {
            return true;
        }
    }
    return false;
}

/* 问题及下步打算 covers two sections; and in a report of two parts the sections stand one level
 * further down. */
static void fill_shared(const struct hg_match_facts *facts, struct hg_match *match)
{
    const struct hg_form *form = match->form;

    for (uint32_t s = 0; s < form->sections.len; s++) {
        const struct hg_form_section *section = &form->sections.items[s];

        if (section->depth != 1 || match->fills[s].kind != HG_FILL_NONE) {
            continue;
        }
        for (size_t h = 0; h < facts->outline->headings.len; h++) {
            const struct hg_heading *heading = &facts->outline->headings.items[h];
            uint32_t score = score_of(facts, section, h);
            bool below = heading->level == facts->level + 1 && score >= CLEAR;

            if ((is_top(facts, h) && score >= FIT && joins(heading->title_text)) || below) {
                match->fills[s] = (struct hg_fill){below ? HG_FILL_HEADING : HG_FILL_SHARED,
                                                   (uint32_t)h, score, NULL};
                if (below && match->section_of[h] == UINT32_MAX) {
                    match->section_of[h] = s;
                }
                break;
            }
        }
    }
}

/* ---- Sections that are said without a heading ---- */

static bool holds_any(struct hg_str text, const struct hg_str *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (hg_str_contains(text, words[i])) {
            return true;
        }
    }
    return false;
}

static struct hg_str head_of(struct hg_str text, size_t characters)
{
    return (struct hg_str){text.data, hg_utf8_offset(text, characters)};
}

/* 同时，我们也清醒地看到，工作中还存在一些问题和不足 … */
static bool tells_problems(struct hg_str text)
{
    static const struct hg_str exist[] = {HG_STR_INIT("存在"), HG_STR_INIT("面临"),
                                          HG_STR_INIT("还有")};
    static const struct hg_str what[] = {HG_STR_INIT("问题"), HG_STR_INIT("不足"),
                                         HG_STR_INIT("差距"), HG_STR_INIT("短板"),
                                         HG_STR_INIT("困难"), HG_STR_INIT("薄弱环节")};
    static const struct hg_str admit[] = {
        HG_STR_INIT("清醒"), HG_STR_INIT("看到"),     HG_STR_INIT("认识到"), HG_STR_INIT("还存在"),
        HG_STR_INIT("仍存在"), HG_STR_INIT("也存在"), HG_STR_INIT("依然存在"), HG_STR_INIT("仍然存在"),
    };
    struct hg_str head = head_of(text, 60);

    return holds_any(head, exist, 3) && holds_any(head, what, 6) && holds_any(head, admit, 8);
}

/* 下一步，我局将 … at the start of a paragraph. */
static bool tells_plan(struct hg_str text)
{
    static const struct hg_str starts[] = {
        HG_STR_INIT("下一步"), HG_STR_INIT("下步"), HG_STR_INIT("下一阶段"), HG_STR_INIT("下阶段"),
        HG_STR_INIT("下半年"), HG_STR_INIT("明年"), HG_STR_INIT("来年"),     HG_STR_INIT("今后"),
        HG_STR_INIT("接下来"),
    };
    static const struct hg_str will[] = {HG_STR_INIT("将"), HG_STR_INIT("要"),
                                         HG_STR_INIT("重点"), HG_STR_INIT("继续"),
                                         HG_STR_INIT("计划")};
    struct hg_str head = head_of(text, 40);

    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        if (hg_str_starts(head, starts[i])) {
            return holds_any(head, will, 5);
        }
    }
    return false;
}

/* Text of at least 150 characters in two paragraphs or more before the first problems or plan:
 * the work, told without a heading of its own. */
static const struct hg_paragraph *untitled_work(const struct hg_match_facts *facts,
                                                const struct hg_match *match)
{
    const struct hg_outline *outline = facts->outline;
    const struct hg_paragraph *first = NULL;
    size_t end = outline->text_end, characters = 0, paragraphs = 0;

    for (size_t h = 0; h < outline->headings.len; h++) {
        if (match->section_of[h] != UINT32_MAX) {
            end = outline->headings.items[h].first;
            break;
        }
    }
    for (size_t i = outline->preface_end; i < end; i++) {
        const struct hg_paragraph *paragraph = facts->doc->paragraphs.items[i];
        size_t count = hg_utf8_count(hg_str_trim(paragraph->text));

        if (count > 0) {
            paragraphs++;
            /* The opening alone is no account of the work. */
            characters += paragraphs > 1 ? count : 0;
            first = first == NULL ? paragraph : first;
        }
    }
    return paragraphs >= 3 && characters >= 150 ? first : NULL;
}

static void fill_by_prose(const struct hg_match_facts *facts, struct hg_match *match)
{
    const struct hg_outline *outline = facts->outline;

    for (uint32_t s = 0; s < match->form->sections.len; s++) {
        const struct hg_form_section *section = &match->form->sections.items[s];
        const struct hg_paragraph *found = NULL;

        if (section->depth != 1 || match->fills[s].kind != HG_FILL_NONE) {
            continue;
        }
        if (section->role == HG_ROLE_WORK || section->role == HG_ROLE_TASKS) {
            found = untitled_work(facts, match);
        }
        for (size_t i = outline->preface_end; i < outline->text_end && found == NULL; i++) {
            const struct hg_paragraph *paragraph = facts->doc->paragraphs.items[i];
            struct hg_str text = hg_str_trim(paragraph->text);

            if ((section->role == HG_ROLE_PROBLEMS && tells_problems(text)) ||
                (section->role == HG_ROLE_PLAN && tells_plan(text))) {
                found = paragraph;
            }
        }
        if (found != NULL) {
            match->fills[s] = (struct hg_fill){HG_FILL_PROSE, UINT32_MAX, 0, found};
        }
    }
}

struct hg_match *hg_match_fill(struct hg_arena *arena, const struct hg_match_facts *facts,
                               const struct hg_form *form)
{
    struct hg_match *match = HG_NEW(arena, struct hg_match);

    match->form = form;
    match->level = facts->level;
    match->fills = HG_NEW_ARRAY(arena, struct hg_fill, form->sections.len);
    match->section_of = HG_NEW_ARRAY(arena, uint32_t, facts->outline->headings.len);
    for (size_t i = 0; i < form->sections.len; i++) {
        match->fills[i].heading = UINT32_MAX;
    }
    fill_by_wording(facts, match);
    absorb(facts, match);
    fill_shared(facts, match);
    fill_by_prose(facts, match);
    return match;
}

const struct hg_match *hg_match_build(struct hg_arena *arena, const struct hg_doc *doc,
                                      const struct hg_outline *outline,
                                      const struct hg_form_set *set)
{
    struct hg_match_facts facts;
    struct hg_match *best = NULL;
    uint32_t best_particular = 0;

    hg_match_gather(arena, &facts, doc, outline);
    for (size_t i = 0; i < set->forms.len && !facts.other_kind; i++) {
        struct hg_match *match = hg_match_fill(arena, &facts, set->forms.items[i]);
        uint32_t particular;

        match->score = hg_match_score(&facts, match, &particular);
        if (match->score >= HG_MATCH_THRESHOLD &&
            (best == NULL || (match->titled && !best->titled) ||
             (match->titled == best->titled &&
              (match->score > best->score ||
               (match->score == best->score && particular > best_particular))))) {
            best = match;
            best_particular = particular;
        }
    }
    return best;
}

const struct hg_match *hg_match_given(struct hg_arena *arena, const struct hg_doc *doc,
                                      const struct hg_outline *outline, const struct hg_form *form)
{
    struct hg_match_facts facts;
    struct hg_match *match;
    uint32_t particular;

    hg_match_gather(arena, &facts, doc, outline);
    match = hg_match_fill(arena, &facts, form);
    match->score = hg_match_score(&facts, match, &particular);
    match->given = true;
    return match;
}

bool hg_match_expected(const struct hg_doc *doc, const struct hg_outline *outline)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_match_facts facts;
    bool work = false, rest = false;

    hg_match_gather(arena, &facts, doc, outline);
    for (size_t h = 0; h < outline->headings.len && !facts.other_kind; h++) {
        work = work || facts.scores[h][HG_ROLE_WORK] >= CLEAR;
        rest = rest || facts.scores[h][HG_ROLE_PROBLEMS] >= CLEAR ||
               facts.scores[h][HG_ROLE_PLAN] >= CLEAR;
    }
    hg_arena_free(arena);
    return work && rest;
}
