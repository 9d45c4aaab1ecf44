#include "lint/run.h"

#include "lint/pass.h"
#include "lint/registry.h"
#include "lint/rules.h"
#include "lint/suppress.h"
#include "template/match.h"

struct hg_lint_result *hg_lint_run(struct hg_doc *doc, const struct hg_lint_options *options)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_lint_result *result = HG_NEW(arena, struct hg_lint_result);
    struct hg_pass pass = {.doc = doc, .options = options, .arena = arena};
    size_t count;
    const struct hg_check *const *checks = hg_checks(&count);

    pass.analyses = HG_NEW_ARRAY(arena, const struct hg_analysis *, doc->paragraphs.len);
    pass.reported = HG_NEW_ARRAY(arena, size_t, count);
    for (size_t i = 0; i < count; i++) {
        if (options->disabled == NULL || !options->disabled[i]) {
            checks[i]->run(&pass);
        }
    }
    if (options->settings != NULL) {
        hg_rules_run(&pass, options->settings);
    }
    hg_settle(&pass);
    result->arena = arena;
    result->doc = doc;
    result->outline = hg_pass_outline(&pass);
    result->ledger = pass.ledger;
    result->match = hg_pass_match(&pass);
    result->form_id = result->form_name = HG_STR("");
    if (result->match != NULL) {
        result->form_id = result->match->form->id;
        result->form_name = result->match->form->name;
        result->form_score = result->match->score;
    }
    result->findings.items = pass.findings.items;
    result->findings.len = pass.findings.len;
    result->dropped = pass.dropped;
    result->notices.items = pass.notices.items;
    result->notices.len = pass.notices.len;
    result->notices.cap = pass.notices.cap;
    if (options->settings != NULL) {
        hg_rules_settle(result, options->settings);
    }
    hg_suppress(result, options->settings, options->path, options->today);
    return result;
}

void hg_lint_result_free(struct hg_lint_result *result)
{
    if (result != NULL) {
        hg_arena_free(result->arena);
    }
}

size_t hg_lint_result_count(const struct hg_lint_result *result, enum hg_severity severity)
{
    size_t count = 0;

    for (size_t i = 0; i < result->findings.len; i++) {
        count += result->findings.items[i]->severity == severity;
    }
    return count;
}
