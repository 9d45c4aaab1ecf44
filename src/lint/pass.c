#include "lint/pass.h"

#include <stdarg.h>
#include <stdio.h>

#include "figures/ledger.h"
#include "io/limits.h"
#include "lint/registry.h"
#include "lint/settings.h"
#include "template/layout.h"
#include "template/look.h"
#include "template/match.h"

const char *hg_severity_name(enum hg_severity severity)
{
    static const char *const names[HG_SEVERITY_COUNT] = {"note", "warning", "error"};

    return names[severity];
}

const char *hg_severity_label(enum hg_severity severity)
{
    static const char *const labels[HG_SEVERITY_COUNT] = {"请核", "建议改", "必改"};

    return labels[severity];
}

const char *hg_family_name(enum hg_family family)
{
    static const char *const names[HG_FAMILY_COUNT] = {"structure", "figures", "wording",
                                                       "marks",     "layout",  "file"};

    return names[family];
}

const char *hg_family_label(enum hg_family family)
{
    static const char *const labels[HG_FAMILY_COUNT] = {"结构", "数字", "用词",
                                                        "标点", "版式", "文件"};

    return labels[family];
}

const struct hg_doc *hg_pass_doc(const struct hg_pass *pass)
{
    return pass->doc;
}

struct hg_arena *hg_pass_arena(struct hg_pass *pass)
{
    return pass->arena;
}

const struct hg_analysis *hg_pass_analysis(struct hg_pass *pass,
                                           const struct hg_paragraph *paragraph)
{
    const struct hg_analysis **slot = &pass->analyses[paragraph->index];

    if (*slot == NULL) {
        *slot = hg_analysis_build(pass->arena, paragraph->text);
    }
    return *slot;
}

const struct hg_outline *hg_pass_outline(struct hg_pass *pass)
{
    if (pass->outline == NULL) {
        pass->outline = hg_outline_build(pass->doc);
    }
    return pass->outline;
}

struct hg_day hg_pass_own_day(struct hg_pass *pass)
{
    if (!pass->own_day_done) {
        const struct hg_outline *outline = hg_pass_outline(pass);

        pass->own_day_done = true;
        if (outline->year > 0) {
            pass->own_day =
                (struct hg_day){(int)outline->year, (int)outline->month, (int)outline->day};
        }
    }
    return pass->own_day;
}

struct hg_day hg_pass_day(struct hg_pass *pass)
{
    struct hg_day own = hg_pass_own_day(pass);

    return own.year > 0 ? own : pass->options->today;
}

static const struct hg_analysis *analysis_for_ledger(void *context,
                                                     const struct hg_paragraph *paragraph)
{
    return hg_pass_analysis(context, paragraph);
}

const struct hg_ledger *hg_pass_ledger(struct hg_pass *pass)
{
    if (pass->ledger == NULL) {
        const struct hg_settings *settings = pass->options->settings;
        const struct hg_ledger_options options = {
            .extra_rates = settings != NULL ? settings->rates : NULL,
            .extra_rate_count = settings != NULL ? settings->rate_count : 0,
            .outline = hg_pass_outline(pass),
            .analysis = analysis_for_ledger,
            .context = pass};

        pass->ledger = hg_ledger_build(pass->arena, pass->doc, &options);
    }
    return pass->ledger;
}

const struct hg_match *hg_pass_match(struct hg_pass *pass)
{
    const struct hg_lint_options *options = pass->options;

    if (!pass->match_done) {
        const struct hg_outline *outline = hg_pass_outline(pass);

        pass->match_done = true;
        if (options->form_choice == HG_FORM_GIVEN && options->form != NULL) {
            pass->match = hg_match_given(pass->arena, pass->doc, outline, options->form);
        } else if (options->form_choice == HG_FORM_AUTO) {
            pass->match = hg_match_build(
                pass->arena, pass->doc, outline,
                options->forms != NULL ? options->forms : hg_forms_shipped());
        }
    }
    return pass->match;
}

const struct hg_layout *hg_pass_layout(struct hg_pass *pass)
{
    const struct hg_settings *settings = pass->options->settings;

    return settings != NULL && settings->layout.len > 0 ? hg_layout_find(settings->layout)
                                                        : hg_look_profile(hg_pass_match(pass));
}

const char *hg_pass_option(const struct hg_pass *pass, const char *check_id, const char *name)
{
    const struct hg_settings *settings = pass->options->settings;

    return settings != NULL ? hg_settings_option(settings, check_id, name) : NULL;
}

bool hg_pass_is_prose(const struct hg_pass *pass, const struct hg_paragraph *paragraph)
{
    (void)pass;
    return (paragraph->flags & (HG_PARAGRAPH_IN_TOC | HG_PARAGRAPH_IN_DELETED_ROW)) == 0 &&
           (paragraph->part == HG_PART_BODY || paragraph->part == HG_PART_FOOTNOTE ||
            paragraph->part == HG_PART_ENDNOTE || paragraph->part == HG_PART_TEXTBOX);
}

static struct hg_finding *add(struct hg_pass *pass, const struct hg_check *check)
{
    size_t index = hg_check_index(check);
    struct hg_finding *finding;

    if (index == SIZE_MAX || pass->reported[index] >= HG_LIMIT_FINDINGS_PER_CHECK) {
        pass->dropped++;
        pass->overflow = (struct hg_finding){.check = check, .severity = check->severity};
        return &pass->overflow;
    }
    pass->reported[index]++;
    finding = HG_NEW(pass->arena, struct hg_finding);
    finding->check = check;
    finding->severity = check->severity;
    finding->message = finding->working = finding->suggestion = finding->subject = HG_STR("");
    finding->heading = UINT32_MAX;
    finding->order = (uint32_t)pass->findings.len;
    *HG_PUSH(pass->arena, &pass->findings) = finding;
    return finding;
}

/* Nothing for a finding beyond the limit: nobody will read it. */
static struct hg_str print(struct hg_pass *pass, const struct hg_finding *finding,
                           const char *format, va_list args)
{
    struct hg_str text = HG_STR("");
    va_list again;
    int len;

    if (finding == &pass->overflow) {
        return text;
    }
    va_copy(again, args);
    len = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (len > 0) {
        char *bytes = hg_arena_alloc(pass->arena, (size_t)len + 1);

        (void)vsnprintf(bytes, (size_t)len + 1, format, args);
        text = (struct hg_str){bytes, (size_t)len};
    }
    return text;
}

struct hg_finding *hg_report(struct hg_pass *pass, const struct hg_check *check,
                             const struct hg_paragraph *paragraph, struct hg_span span,
                             const char *format, ...)
{
    struct hg_finding *finding = add(pass, check);
    va_list args;

    finding->place = (struct hg_place){paragraph, span};
    va_start(args, format);
    finding->message = print(pass, finding, format, args);
    va_end(args);
    return finding;
}

struct hg_finding *hg_report_document(struct hg_pass *pass, const struct hg_check *check,
                                      const char *subject, const char *format, ...)
{
    struct hg_finding *finding = add(pass, check);
    va_list args;

    finding->subject = hg_str_copy(pass->arena, hg_str_of(subject));
    va_start(args, format);
    finding->message = print(pass, finding, format, args);
    va_end(args);
    return finding;
}

struct hg_finding *hg_report_label(struct hg_pass *pass, const struct hg_check *check,
                                   const struct hg_paragraph *paragraph, const char *format, ...)
{
    struct hg_finding *finding = add(pass, check);
    va_list args;

    finding->place = (struct hg_place){paragraph, {0, 0}};
    va_start(args, format);
    finding->message = print(pass, finding, format, args);
    va_end(args);
    return finding;
}

void hg_finding_severity(struct hg_finding *finding, enum hg_severity milder)
{
    if (milder < finding->severity) {
        finding->severity = milder;
    }
}

void hg_finding_working(struct hg_pass *pass, struct hg_finding *finding, struct hg_str working)
{
    finding->working = hg_str_copy(pass->arena, working);
}

void hg_finding_suggest(struct hg_pass *pass, struct hg_finding *finding, struct hg_str text)
{
    finding->suggestion = hg_str_copy(pass->arena, text);
    finding->has_suggestion = true;
}

void hg_finding_related(struct hg_pass *pass, struct hg_finding *finding,
                        const struct hg_paragraph *paragraph, struct hg_span span)
{
    *HG_PUSH(pass->arena, &finding->related) = (struct hg_place){paragraph, span};
}

struct hg_str hg_place_quote(struct hg_place place)
{
    return place.paragraph == NULL ? HG_STR("") : hg_str_sub(place.paragraph->text, place.span);
}

void hg_habit_wrong(struct hg_pass *pass, struct hg_habit *habit,
                    const struct hg_paragraph *paragraph, struct hg_span span)
{
    *HG_PUSH(pass->arena, &habit->places) = (struct hg_place){paragraph, span};
}

void hg_habit_right(struct hg_habit *habit)
{
    habit->right++;
}

enum hg_habit_verdict hg_habit_verdict(const struct hg_habit *habit)
{
    if (habit->places.len == 0) {
        return HG_HABIT_CLEAN;
    }
    return habit->places.len >= 5 && habit->places.len > habit->right ? HG_HABIT_THROUGHOUT
                                                                      : HG_HABIT_SINGLE;
}
