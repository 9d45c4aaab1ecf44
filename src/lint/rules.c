/* Users' own words, terms and rules, run over one document. */
#include "lint/rules.h"

#include "lint/settings.h"

static struct hg_finding *add(struct hg_pass *pass, const struct hg_check *check,
                              struct hg_place place, struct hg_str message)
{
    struct hg_finding *finding;

    if (pass->rule_findings >= HG_RULE_FINDINGS_MAX) {
        pass->dropped++;
        return NULL;
    }
    pass->rule_findings++;
    finding = HG_NEW(pass->arena, struct hg_finding);
    finding->check = check;
    finding->severity = check->severity;
    finding->place = place;
    finding->message = message;
    finding->working = finding->suggestion = finding->subject = HG_STR("");
    finding->heading = UINT32_MAX;
    finding->order = (uint32_t)pass->findings.len;
    *HG_PUSH(pass->arena, &pass->findings) = finding;
    return finding;
}

static void suggest(struct hg_finding *finding, struct hg_str text)
{
    if (finding != NULL) {
        finding->suggestion = text;
        finding->has_suggestion = true;
    }
}

/* ---- Words ---- */

static void find_word(struct hg_pass *pass, const struct hg_settings_word *word,
                      const struct hg_paragraph *paragraph)
{
    size_t at = hg_str_find(paragraph->text, word->wrong, 0);

    while (at != SIZE_MAX) {
        struct hg_span span = {at, at + word->wrong.len};
        const char *message = hg_arena_printf(
            pass->arena, "“%.*s”应为“%.*s”%s%.*s", HG_FMT(word->wrong), HG_FMT(word->right),
            word->reason.len > 0 ? "：" : "", HG_FMT(word->reason));

        suggest(add(pass, word->check, (struct hg_place){paragraph, span}, hg_str_of(message)),
                word->right);
        at = hg_str_find(paragraph->text, word->wrong, span.end);
    }
}

/* ---- Patterns ---- */

/* What a rule found in the document: places of each of its patterns. */
struct found {
    HG_VEC(struct hg_place) places;
};

static void notice_limit(struct hg_pass *pass, const struct hg_rule *rule,
                         const struct hg_paragraph *paragraph)
{
    *HG_PUSH(pass->arena, &pass->notices) = hg_str_of(hg_arena_printf(
        pass->arena, "规则 %s 的匹配式对第%u段过于复杂，该段未按此规则检查，请改简单些",
        rule->check.id, (unsigned)paragraph->number));
}

static void report_match(struct hg_pass *pass, const struct hg_rule *rule,
                         struct hg_matcher *matcher, struct hg_place place)
{
    struct hg_finding *finding = add(pass, &rule->check, place, rule->message);

    if (finding != NULL && rule->kind == HG_RULE_SUBSTITUTION) {
        struct hg_buf text = HG_BUF_INIT;

        hg_pattern_replace(&text, rule->patterns.items[0], matcher, place.paragraph->text,
                           place.span, rule->replacement);
        suggest(finding, hg_str_copy(pass->arena, hg_buf_view(&text)));
        hg_buf_release(&text);
    }
}

static void find_pattern(struct hg_pass *pass, const struct hg_rule *rule, size_t index,
                         struct hg_matcher *matcher, const struct hg_paragraph *paragraph,
                         struct found *found)
{
    struct hg_place place = {paragraph, {0, 0}};

    for (;;) {
        enum hg_pattern_result result = hg_pattern_find(
            rule->patterns.items[index], matcher, paragraph->text, place.span.end, &place.span);

        if (result == HG_PATTERN_LIMIT) {
            notice_limit(pass, rule, paragraph);
        }
        if (result != HG_PATTERN_FOUND) {
            return;
        }
        *HG_PUSH(pass->arena, &found->places) = place;
        if (rule->kind == HG_RULE_EXISTENCE || rule->kind == HG_RULE_SUBSTITUTION) {
            report_match(pass, rule, matcher, place);
        }
    }
}

/* The form used most is the draft's own; each of the others is said once, with its count. */
static void report_forms(struct hg_pass *pass, const struct hg_rule *rule,
                         const struct found *found)
{
    size_t most = 0;

    for (size_t i = 1; i < rule->patterns.len; i++) {
        if (found[i].places.len > found[most].places.len) {
            most = i;
        }
    }
    for (size_t i = 0; i < rule->patterns.len; i++) {
        struct hg_finding *finding;

        if (i == most || found[i].places.len == 0) {
            continue;
        }
        finding = add(pass, &rule->check, found[i].places.items[0],
                      hg_str_of(hg_arena_printf(
                          pass->arena, "%.*s（“%.*s”%zu处，此处写法%zu处）",
                          HG_FMT(rule->message), HG_FMT(hg_place_quote(found[most].places.items[0])),
                          found[most].places.len, found[i].places.len)));
        for (size_t j = 1; finding != NULL && j < found[i].places.len; j++) {
            *HG_PUSH(pass->arena, &finding->related) = found[i].places.items[j];
        }
    }
}

static void run_rule(struct hg_pass *pass, const struct hg_rule *rule, struct hg_matcher *matcher)
{
    struct found *found = HG_NEW_ARRAY(pass->arena, struct found, rule->patterns.len);

    for (size_t i = 0; i < pass->doc->paragraphs.len; i++) {
        const struct hg_paragraph *paragraph = pass->doc->paragraphs.items[i];

        for (size_t j = 0; j < rule->patterns.len && hg_pass_is_prose(pass, paragraph); j++) {
            find_pattern(pass, rule, j, matcher, paragraph, &found[j]);
        }
    }
    if (rule->kind == HG_RULE_CONSISTENCY) {
        report_forms(pass, rule, found);
    } else if (rule->kind == HG_RULE_REQUIRED && found[0].places.len == 0) {
        struct hg_finding *finding =
            add(pass, &rule->check, (struct hg_place){NULL, {0, 0}}, rule->message);

        if (finding != NULL) {
            finding->subject = hg_str_of(rule->check.id);
        }
    }
}

void hg_rules_run(struct hg_pass *pass, const struct hg_settings *settings)
{
    for (size_t i = 0; i < pass->doc->paragraphs.len && settings->words.len > 0; i++) {
        const struct hg_paragraph *paragraph = pass->doc->paragraphs.items[i];

        for (size_t j = 0; j < settings->words.len && hg_pass_is_prose(pass, paragraph); j++) {
            find_word(pass, &settings->words.items[j], paragraph);
        }
    }
    if (settings->rules.len > 0) {
        struct hg_matcher *matcher = hg_matcher_open();

        for (size_t i = 0; i < settings->rules.len; i++) {
            run_rule(pass, settings->rules.items[i], matcher);
        }
        hg_matcher_free(matcher);
    }
}

/* ---- Terms ---- */

/* True if one of the terms stands over the whole of the finding's span. */
static bool within_term(const struct hg_finding *finding, const struct hg_settings *settings)
{
    struct hg_str text = finding->place.paragraph->text;
    struct hg_span span = finding->place.span;

    for (size_t i = 0; i < settings->terms.len; i++) {
        struct hg_str term = settings->terms.items[i];
        size_t from = span.end > term.len ? span.end - term.len : 0;
        size_t at = term.len > 0 ? hg_str_find(text, term, from) : SIZE_MAX;

        if (at != SIZE_MAX && at <= span.start && at + term.len >= span.end) {
            return true;
        }
    }
    return false;
}

void hg_rules_settle(struct hg_lint_result *result, const struct hg_settings *settings)
{
    size_t kept = 0, count;
    const struct hg_check *const *checks = hg_checks(&count);

    for (size_t i = 0; i < result->findings.len; i++) {
        struct hg_finding *finding = result->findings.items[i];
        size_t index = hg_check_index(finding->check);

        if (finding->check->family == HG_FAMILY_WORDING && finding->place.paragraph != NULL &&
            index < count && checks[index] == finding->check && within_term(finding, settings)) {
            continue;
        }
        if (index < count && settings->checks[index].severity_set) {
            finding->severity = settings->checks[index].severity;
        }
        result->findings.items[kept++] = finding;
    }
    result->findings.len = kept;
}
