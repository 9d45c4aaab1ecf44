#include "lang/context.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_inconsistent_term = {
    .id = "inconsistent-term",
    .family = HG_FAMILY_WORDING,
    .name = "名称前后不一",
    .severity = HG_SEVERITY_NOTE,
    .summary = "同一事物在文中用了两种以上的叫法",
    .explanation = "同一项工作、同一个机构、同一个指标，一份文稿里只用一个名称；用简称的，第一次写全称并注明"
                   "“（以下简称……）”。混用两种叫法，读者会以为是两件事，统计口径也容易弄错。书名号和引号里的原题不计。",
    .bad = "深化公务员平时考核。推进公务员日常考核试点。\n",
    .good = "深化公务员平时考核。推进公务员平时考核试点。\n",
    .run = run,
};

/* One form of a term where it first stands; count over the draft. */
struct form {
    struct hg_place place;
    size_t count;
    uint32_t entry;
};

enum { FORMS_MOST = 6 };

struct group {
    uint32_t row;
    size_t count;
    struct form forms[FORMS_MOST];
    bool introduced; /* （以下简称……） stands in the draft beside one of the forms */
};

struct state {
    struct hg_pass *pass;
    HG_VEC(struct group) groups;
};

static struct group *group_of(struct state *state, uint32_t row)
{
    struct group *group;

    for (size_t i = 0; i < state->groups.len; i++) {
        if (state->groups.items[i].row == row) {
            return &state->groups.items[i];
        }
    }
    group = HG_PUSH(hg_pass_arena(state->pass), &state->groups);
    group->row = row;
    return group;
}

static void count_form(struct state *state, uint32_t row, uint32_t entry, struct hg_place place)
{
    struct group *group = group_of(state, row);

    for (size_t i = 0; i < group->count; i++) {
        if (group->forms[i].entry == entry) {
            group->forms[i].count++;
            return;
        }
    }
    if (group->count < FORMS_MOST) {
        group->forms[group->count++] = (struct form){place, 1, entry};
    }
}

/* A form inside a longer form of the same term is part of that one. */
static bool is_inside_longer(const struct hg_lexicon_hits *hits, size_t at, uint32_t row)
{
    const struct hg_lexicon_hit *hit = &hits->words.items[at];

    for (size_t i = hg_lexicon_reaching(hits, hit->start); i < hits->words.len && hits->words.items[i].start <= hit->start; i++) {
        const struct hg_lexicon_hit *other = &hits->words.items[i];
        const struct hg_lexicon_use *use;

        if (other->end < hit->end || other->end - other->start <= hit->end - hit->start ||
            !hg_lexicon_hit_in(*other, HG_LIST_TERM)) {
            continue;
        }
        for (use = hg_lexicon_use(&hg_lexicon_shipped, other->entry, HG_LIST_TERM); use != NULL;
             use = hg_lexicon_next_use(&hg_lexicon_shipped, other->entry, use)) {
            if (use->row == row) {
                return true;
            }
        }
    }
    return false;
}

/* 公共法律服务（以下简称……）: the short form is announced. */
static bool is_introduction(const struct hg_scan *scan, const struct hg_lexicon_hit *hit)
{
    return hg_scan_at(scan, hit->end, HG_STR("（以下简称")) ||
           hg_scan_at(scan, hit->end, HG_STR("(以下简称")) ||
           hg_scan_at(scan, hit->end, HG_STR("（简称"));
}

static void read_paragraph(struct state *state, const struct hg_paragraph *paragraph)
{
    const struct hg_lexicon_hits *hits = hg_pass_hits(state->pass, paragraph);
    const struct hg_scan *scan = hg_pass_scan(state->pass, paragraph);

    for (size_t i = 0; i < hits->words.len; i++) {
        const struct hg_lexicon_hit *hit = &hits->words.items[i];
        const struct hg_lexicon_use *use =
            hg_lexicon_hit_in(*hit, HG_LIST_TERM)
                ? hg_lexicon_use(&hg_lexicon_shipped, hit->entry, HG_LIST_TERM)
                : NULL;

        for (; use != NULL; use = hg_lexicon_next_use(&hg_lexicon_shipped, hit->entry, use)) {
            const struct hg_analysis *analysis = hg_pass_analysis(state->pass, paragraph);
            size_t at = scan->offset[hit->start];

            if (is_inside_longer(hits, i, use->row) || hg_analysis_in_title(analysis, at) ||
                hg_analysis_quoted(analysis, at)) {
                continue;
            }
            count_form(state, use->row, hit->entry,
                       (struct hg_place){paragraph, hg_scan_span(scan, hit->start, hit->end)});
            if (is_introduction(scan, hit)) {
                group_of(state, use->row)->introduced = true;
            }
        }
    }
}

static bool condition_met(const struct hg_doc *doc, uint32_t row)
{
    struct hg_str condition =
        hg_lexicon_cell(&hg_lexicon_shipped, HG_LIST_TERM, row, HG_TERM_CONDITION);

    for (size_t i = 0; i < doc->paragraphs.len && condition.len > 0; i++) {
        if (hg_str_contains(doc->paragraphs.items[i]->text, condition)) {
            return true;
        }
    }
    return condition.len == 0;
}

/* The rarer form is told, against the one that stands more often. */
static void report(struct state *state, const struct group *group)
{
    const struct form *most = &group->forms[0], *least = &group->forms[0];
    struct hg_str reason =
        hg_lexicon_cell(&hg_lexicon_shipped, HG_LIST_TERM, group->row, HG_TERM_REASON);
    struct hg_finding *finding;

    for (size_t i = 1; i < group->count; i++) {
        most = group->forms[i].count > most->count ? &group->forms[i] : most;
        least = group->forms[i].count <= least->count ? &group->forms[i] : least;
    }
    if (most == least) {
        least = &group->forms[1];
    }
    finding = hg_report(state->pass, &hg_check_inconsistent_term, least->place.paragraph,
                        least->place.span,
                        "“%.*s”（%zu处）与“%.*s”（%zu处）疑指同一事物，请统一：%.*s",
                        HG_FMT(hg_place_quote(least->place)), least->count,
                        HG_FMT(hg_place_quote(most->place)), most->count, HG_FMT(reason));
    for (size_t i = 0; i < group->count; i++) {
        if (&group->forms[i] != least) {
            hg_finding_related(state->pass, finding, group->forms[i].place.paragraph,
                               group->forms[i].place.span);
        }
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    struct state state = {.pass = pass};

    for (size_t i = 0; i < doc->paragraphs.len; i++) {
        if (hg_pass_is_prose(pass, doc->paragraphs.items[i])) {
            read_paragraph(&state, doc->paragraphs.items[i]);
        }
    }
    for (size_t i = 0; i < state.groups.len; i++) {
        if (state.groups.items[i].count > 1 && !state.groups.items[i].introduced &&
            condition_met(doc, state.groups.items[i].row)) {
            report(&state, &state.groups.items[i]);
        }
    }
}
