#include "lint/suppress.h"

#include <string.h>

#include "base/utf8.h"
#include "lint/registry.h"

struct suppressor {
    enum hg_suppression by;
    struct hg_str checks, reason;
    const struct hg_comment *comment;          /* by a comment */
    const struct hg_settings_ignore *ignore;   /* by a rule */
    bool used;
};

struct suppressing {
    struct hg_lint_result *result;
    const struct hg_settings *settings;
    const char *path;
    struct hg_day today;
    HG_VEC(struct suppressor) list;
};

/* ---- Reading comments ---- */

static bool is_id_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-';
}

/* Takes an id off the front; empty if there is none. */
static struct hg_str take_id(struct hg_str *text)
{
    struct hg_str id = {text->data, 0};

    while (id.len < text->len && is_id_byte(text->data[id.len])) {
        id.len++;
    }
    *text = hg_str_sub(*text, (struct hg_span){id.len, text->len});
    return id;
}

static struct hg_str skip_separators(struct hg_str text)
{
    size_t at = 0;

    while (at < text.len) {
        size_t next = at;
        uint32_t c = hg_utf8_next(text, &next);

        if (c != ' ' && c != '\t' && c != '\n' && c != ',' && c != 0x3000 && c != 0xA0 &&
            c != 0x3001 /* 、 */ && c != 0xFF0C /* ， */ && c != 0xFF1A /* ： */ && c != ':') {
            break;
        }
        at = next;
    }
    return hg_str_sub(text, (struct hg_span){at, text.len});
}

bool hg_suppress_parse(struct hg_str comment, struct hg_str *checks, struct hg_str *reason)
{
    static const char *const marks[] = {"核稿:忽略", "核稿：忽略", "核稿忽略"};
    struct hg_str text = hg_str_trim(comment);
    bool marked = false;

    for (size_t i = 0; i < sizeof marks / sizeof *marks && !marked; i++) {
        if (hg_str_starts(text, hg_str_of(marks[i]))) {
            text = hg_str_sub(text, (struct hg_span){strlen(marks[i]), text.len});
            marked = true;
        }
    }
    if (!marked) {
        return false;
    }
    text = skip_separators(text);
    *checks = (struct hg_str){text.data, 0};
    while (take_id(&text).len > 0) {
        checks->len = (size_t)(text.data - checks->data);
        text = skip_separators(text);
    }
    *reason = hg_str_trim(text);
    return true;
}

/* Whether a list of ids and families names the check. */
static bool names(struct hg_str list, const struct hg_check *check)
{
    while (list.len > 0) {
        struct hg_str id = take_id(&list);

        if (id.len > 0 && (hg_str_is(id, check->id) ||
                           hg_str_is(id, hg_family_name(check->family)))) {
            return true;
        }
        list = id.len > 0 ? skip_separators(list) : HG_STR("");
    }
    return false;
}

/* The first id of a list that is neither a check, a family nor a rule; empty if all are. */
static struct hg_str unknown_id(const struct suppressing *all, struct hg_str list)
{
    size_t count;
    const struct hg_check *const *checks = hg_checks(&count);

    while (list.len > 0) {
        struct hg_str id = take_id(&list);
        bool known = false;

        for (size_t i = 0; i < count && !known; i++) {
            known = names(id, checks[i]);
        }
        for (size_t i = 0; all->settings != NULL && i < all->settings->rules.len && !known; i++) {
            known = names(id, &all->settings->rules.items[i]->check);
        }
        if (!known) {
            return id;
        }
        list = skip_separators(list);
    }
    return HG_STR("");
}

static void notice(struct suppressing *all, const char *line)
{
    *HG_PUSH(all->result->arena, &all->result->notices) = hg_str_of(line);
}

static void take_comment(struct suppressing *all, const struct hg_comment *comment)
{
    struct hg_arena *arena = all->result->arena;
    struct suppressor *one;
    struct hg_str checks, reason, unknown;

    if (!hg_suppress_parse(comment->text, &checks, &reason)) {
        return;
    }
    unknown = unknown_id(all, checks);
    if (checks.len == 0 || unknown.len > 0) {
        notice(all, hg_arena_printf(arena,
                                    "批注“核稿:忽略 %.*s”%s%.*s，没有生效；检查的名称见 hegao list checks",
                                    HG_FMT(checks),
                                    checks.len == 0 ? "没有写明忽略哪项检查" : "中没有这项检查：",
                                    HG_FMT(unknown)));
        return;
    }
    if (reason.len == 0) {
        notice(all, hg_arena_printf(arena, "批注“核稿:忽略 %.*s”没有写理由，没有生效",
                                    HG_FMT(checks)));
        return;
    }
    one = HG_PUSH(arena, &all->list);
    *one = (struct suppressor){
        .by = HG_SUPPRESSED_COMMENT, .checks = checks, .reason = reason, .comment = comment};
}

/* ---- Reading settings ---- */

static bool is_past(struct hg_day until, struct hg_day today)
{
    return until.year > 0 &&
           (until.year * 512 + until.month * 32 + until.day) <
               (today.year * 512 + today.month * 32 + today.day);
}

static void take_ignore(struct suppressing *all, const struct hg_settings_ignore *ignore)
{
    struct hg_arena *arena = all->result->arena;

    if (!hg_settings_path_fits(ignore->folder, ignore->path, all->path)) {
        return;
    }
    if (is_past(ignore->until, all->today)) {
        notice(all, hg_arena_printf(arena, "%.*s:%d: 对 %.*s 的忽略已于 %04d-%02d-%02d 到期，不再生效",
                                    HG_FMT(ignore->file), ignore->line, HG_FMT(ignore->check),
                                    ignore->until.year, ignore->until.month, ignore->until.day));
        return;
    }
    *HG_PUSH(arena, &all->list) = (struct suppressor){.by = HG_SUPPRESSED_SETTINGS,
                                                     .checks = ignore->check,
                                                     .reason = ignore->reason,
                                                     .ignore = ignore};
}

/* ---- Applying ---- */

/* The first paragraph of the body with text: a comment there speaks for the whole document, as
 * that is where an annotated copy says such things. */
static const struct hg_paragraph *first_text(const struct hg_doc *doc)
{
    for (size_t i = 0; i < doc->body_count; i++) {
        if (doc->paragraphs.items[i]->text.len > 0) {
            return doc->paragraphs.items[i];
        }
    }
    return NULL;
}

/* Paragraphs are compared by their place in the document; a range without an end is one place. */
static bool covers(const struct suppressing *all, const struct hg_comment *comment,
                   struct hg_place place)
{
    const struct hg_paragraph *start = comment->start_paragraph, *end = comment->end_paragraph;
    size_t end_at = comment->end;

    if (start == NULL) { /* anchored by its reference alone: the paragraph it hangs on */
        return comment->story != NULL && comment->story->anchor != NULL &&
               comment->story->anchor == place.paragraph;
    }
    if (place.paragraph == NULL) {
        return start == first_text(all->result->doc);
    }
    if (end == NULL) {
        end = start;
        end_at = comment->start;
    }
    if (place.paragraph->index < start->index || place.paragraph->index > end->index) {
        return false;
    }
    if (place.paragraph == start && place.span.end < comment->start) {
        return false;
    }
    return place.paragraph != end || place.span.start <= end_at;
}

static bool suppresses(const struct suppressing *all, const struct suppressor *one,
                       const struct hg_finding *finding)
{
    if (!names(one->checks, finding->check)) {
        return false;
    }
    if (one->comment != NULL) {
        return covers(all, one->comment, finding->place);
    }
    return one->ignore->quote.len == 0 ||
           (finding->place.paragraph != NULL &&
            hg_str_equal(one->ignore->quote, hg_place_quote(finding->place)));
}

static void apply(struct suppressing *all)
{
    struct hg_lint_result *result = all->result;
    size_t kept = 0;

    for (size_t i = 0; i < result->findings.len; i++) {
        struct hg_finding *finding = result->findings.items[i];
        struct suppressor *by = NULL;

        for (size_t j = 0; j < all->list.len && by == NULL; j++) {
            if (suppresses(all, &all->list.items[j], finding)) {
                by = &all->list.items[j];
            }
        }
        if (by == NULL) {
            result->findings.items[kept++] = finding;
        } else {
            by->used = true;
            *HG_PUSH(result->arena, &result->suppressed) =
                (struct hg_suppressed){finding, by->by, by->reason};
        }
    }
    result->findings.len = kept;
}

/* Only those that are about this draft: a rule of the settings for many may idle in one. */
static void say_unused(struct suppressing *all)
{
    for (size_t i = 0; i < all->list.len; i++) {
        const struct suppressor *one = &all->list.items[i];

        if (one->used || one->comment == NULL) {
            continue;
        }
        notice(all, hg_arena_printf(all->result->arena,
                                    "批注“核稿:忽略 %.*s”已没有对应的问题，可以删去",
                                    HG_FMT(one->checks)));
    }
}

void hg_suppress(struct hg_lint_result *result, const struct hg_settings *settings,
                 const char *path, struct hg_day today)
{
    struct suppressing all = {result, settings, path, today, {0}};

    for (size_t i = 0; i < result->doc->comments.len; i++) {
        take_comment(&all, &result->doc->comments.items[i]);
    }
    for (size_t i = 0; settings != NULL && i < settings->ignores.len; i++) {
        take_ignore(&all, &settings->ignores.items[i]);
    }
    if (all.list.len > 0) {
        apply(&all);
        say_unused(&all);
    }
}
