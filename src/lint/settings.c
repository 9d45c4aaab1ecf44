#include "lint/settings.h"

#include <fnmatch.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "figures/ledger.h"
#include "io/xml.h"
#include "lint/registry.h"
#include "lint/settings_schema.h"
#include "template/layout.h"

struct reading {
    struct hg_settings *settings;
    const struct hg_settings_file *file;
    struct hg_error *err;
};

static enum hg_status wrong(const struct reading *reading, int line, const char *format, ...)
    HG_PRINTF(3, 4);

static enum hg_status wrong(const struct reading *reading, int line, const char *format, ...)
{
    char message[512];
    va_list args;

    va_start(args, format);
    (void)vsnprintf(message, sizeof message, format, args);
    va_end(args);
    return hg_error_set(reading->err, HG_BAD_SETTINGS, "%.*s:%d: %s",
                        HG_FMT(reading->file->path), line, message);
}

static struct hg_str kept(const struct reading *reading, const struct hg_xml_node *node,
                          const char *name)
{
    struct hg_str value = hg_xml_field(node, name);

    return value.data == NULL ? HG_STR("") : hg_str_copy(reading->settings->arena, value);
}

static bool is_yes(const struct hg_xml_node *node, const char *name)
{
    return hg_str_is(hg_xml_field(node, name), "yes");
}

static bool severity_of(enum hg_severity *out, struct hg_str name)
{
    for (int i = 0; i < HG_SEVERITY_COUNT; i++) {
        if (hg_str_is(name, hg_severity_name((enum hg_severity)i))) {
            *out = (enum hg_severity)i;
            return true;
        }
    }
    return false;
}

/* Whether `name` is the check's id or its family. */
static bool names_check(struct hg_str name, const struct hg_check *check)
{
    return hg_str_is(name, check->id) || hg_str_is(name, hg_family_name(check->family));
}

static bool is_known(const struct reading *reading, struct hg_str name)
{
    size_t count;
    const struct hg_check *const *checks = hg_checks(&count);

    for (size_t i = 0; i < count; i++) {
        if (names_check(name, checks[i])) {
            return true;
        }
    }
    for (size_t i = 0; i < reading->settings->rules.len; i++) {
        if (hg_str_is(name, reading->settings->rules.items[i]->check.id)) {
            return true;
        }
    }
    return false;
}

static enum hg_status unknown_check(const struct reading *reading, int line, struct hg_str name)
{
    return wrong(reading, line, "没有“%.*s”这项检查或类别，名称见 hegao list checks", HG_FMT(name));
}

static enum hg_status read_check(struct reading *reading, const struct hg_xml_node *node)
{
    struct hg_str id = kept(reading, node, "id");
    struct hg_str enabled = hg_xml_field(node, "enabled"), severity = hg_xml_field(node, "severity");
    size_t count;
    const struct hg_check *const *checks = hg_checks(&count);

    if (!is_known(reading, id)) {
        return unknown_check(reading, node->line, id);
    }
    for (size_t i = 0; i < count; i++) {
        struct hg_settings_check *check = &reading->settings->checks[i];

        if (!names_check(id, checks[i])) {
            continue;
        }
        if (enabled.data != NULL) {
            check->off_set = true;
            check->off = hg_str_is(enabled, "no");
        }
        if (severity.data != NULL) {
            check->severity_set = severity_of(&check->severity, severity);
        }
    }
    for (const struct hg_xml_node *option = hg_xml_child(node, "option"); option != NULL;
         option = hg_xml_sibling(option, "option")) {
        *HG_PUSH(reading->settings->arena, &reading->settings->options) =
            (struct hg_settings_option){id, kept(reading, option, "name"),
                                        kept(reading, option, "value")};
    }
    return HG_OK;
}

static enum hg_status read_word(struct reading *reading, const struct hg_xml_node *node)
{
    struct hg_str id = hg_xml_field(node, "check");
    const struct hg_check *check = hg_check_find(id.data != NULL ? id : HG_STR("confused-word"));
    struct hg_settings_word word = {check, kept(reading, node, "wrong"),
                                    kept(reading, node, "right"), kept(reading, node, "reason")};

    if (check == NULL) {
        return unknown_check(reading, node->line, id);
    }
    if (hg_str_equal(word.wrong, word.right)) {
        return wrong(reading, node->line, "“%.*s”的 wrong 与 right 相同", HG_FMT(word.wrong));
    }
    *HG_PUSH(reading->settings->arena, &reading->settings->words) = word;
    return HG_OK;
}

static char *terminated(const struct reading *reading, struct hg_str text)
{
    return hg_arena_strndup(reading->settings->arena, text.data, text.len);
}

static enum hg_status read_patterns(struct reading *reading, struct hg_rule *rule,
                                    const struct hg_xml_node *node)
{
    struct hg_arena *arena = reading->settings->arena;

    for (const struct hg_xml_node *item = hg_xml_child(node, "pattern"); item != NULL;
         item = hg_xml_sibling(item, "pattern")) {
        struct hg_pattern *pattern;
        struct hg_error err;

        if (hg_pattern_compile(&pattern, item->text, &err) != HG_OK) {
            return wrong(reading, item->line, "%s", err.message);
        }
        *HG_PUSH(arena, &rule->patterns) = pattern;
        *HG_PUSH(arena, &rule->texts) = hg_str_copy(arena, item->text);
    }
    if (rule->kind == HG_RULE_CONSISTENCY ? rule->patterns.len < 2 : rule->patterns.len != 1) {
        return wrong(reading, node->line,
                     rule->kind == HG_RULE_CONSISTENCY
                         ? "consistency 规则至少要有两个 pattern（同一事物的两种说法）"
                         : "这种规则只能有一个 pattern");
    }
    return HG_OK;
}

static enum hg_status read_rule(struct reading *reading, const struct hg_xml_node *node)
{
    static const char *const kinds[] = {"existence", "substitution", "consistency", "required"};
    struct hg_settings *settings = reading->settings;
    struct hg_rule *rule = HG_NEW(settings->arena, struct hg_rule);
    struct hg_str id = kept(reading, node, "id"), kind = hg_xml_field(node, "kind");
    const struct hg_xml_node *replace = hg_xml_child(node, "replace");
    const struct hg_xml_node *message = hg_xml_child(node, "message");

    if (is_known(reading, id)) {
        return wrong(reading, node->line, "检查名“%.*s”已经用过，请另取一个", HG_FMT(id));
    }
    while (!hg_str_is(kind, kinds[rule->kind])) {
        rule->kind++;
    }
    if ((replace != NULL) != (rule->kind == HG_RULE_SUBSTITUTION)) {
        return wrong(reading, node->line, "substitution 规则要有 replace，其他规则不能有");
    }
    rule->message = hg_str_copy(settings->arena, message->text);
    rule->replacement =
        replace != NULL ? hg_str_copy(settings->arena, replace->text) : HG_STR("");
    rule->check = (struct hg_check){
        .id = terminated(reading, id),
        .family = HG_FAMILY_WORDING,
        .name = terminated(reading, hg_xml_field(node, "name")),
        .severity = HG_SEVERITY_WARNING,
        .summary = terminated(reading, message->text),
        .explanation = terminated(reading, message->text),
        .bad = "",
        .good = "",
    };
    (void)severity_of(&rule->check.severity, hg_xml_field(node, "severity"));
    *HG_PUSH(settings->arena, &settings->rules) = rule; /* from here on freed with the settings */
    return read_patterns(reading, rule, node);
}

static enum hg_status read_rate(struct reading *reading, const struct hg_xml_node *node)
{
    struct hg_str certainty = hg_xml_field(node, "certainty");
    struct hg_settings *settings = reading->settings;
    struct hg_rate_word *rate;

    if (settings->rate_count == settings->rate_cap) {
        settings->rates = hg_vec_more(settings->arena, settings->rates, &settings->rate_cap,
                                      sizeof *settings->rates);
    }
    rate = &settings->rates[settings->rate_count++];
    rate->words = terminated(reading, hg_xml_field(node, "words"));
    rate->parts = terminated(reading, hg_xml_field(node, "parts"));
    rate->wholes = terminated(reading, hg_xml_field(node, "wholes"));
    rate->certainty = hg_str_is(certainty, "usual")      ? HG_CERTAINTY_USUAL
                      : hg_str_is(certainty, "official") ? HG_CERTAINTY_OFFICIAL
                                                         : HG_CERTAINTY_FIXED;
    rate->capped = is_yes(node, "capped");
    return HG_OK;
}

static enum hg_status read_ignore(struct reading *reading, const struct hg_xml_node *node)
{
    struct hg_settings *settings = reading->settings;
    struct hg_str until = hg_xml_field(node, "until");
    struct hg_settings_ignore ignore = {
        .folder = hg_str_copy(settings->arena, reading->file->folder),
        .path = kept(reading, node, "path"),
        .check = kept(reading, node, "check"),
        .quote = kept(reading, node, "quote"),
        .reason = kept(reading, node, "reason"),
        .file = hg_str_copy(settings->arena, reading->file->path),
        .line = node->line,
    };

    if (!is_known(reading, ignore.check)) {
        return unknown_check(reading, node->line, ignore.check);
    }
    if (hg_str_trim(ignore.reason).len == 0) {
        return wrong(reading, node->line, "ignore 要写明理由（reason）");
    }
    if (until.data != NULL &&
        sscanf(terminated(reading, until), "%d-%d-%d", &ignore.until.year, &ignore.until.month,
               &ignore.until.day) != 3) {
        return wrong(reading, node->line, "until 应是 2024-07-05 这样的日期");
    }
    *HG_PUSH(settings->arena, &settings->ignores) = ignore;
    return HG_OK;
}

static enum hg_status read_item(struct reading *reading, const struct hg_xml_node *node)
{
    struct hg_settings *settings = reading->settings;

    if (strcmp(node->name, "check") == 0) {
        return read_check(reading, node);
    }
    if (strcmp(node->name, "word") == 0) {
        return read_word(reading, node);
    }
    if (strcmp(node->name, "rule") == 0) {
        return read_rule(reading, node);
    }
    if (strcmp(node->name, "rate") == 0) {
        return read_rate(reading, node);
    }
    if (strcmp(node->name, "ignore") == 0) {
        return read_ignore(reading, node);
    }
    if (strcmp(node->name, "term") == 0) {
        *HG_PUSH(settings->arena, &settings->terms) =
            hg_str_copy(settings->arena, hg_str_trim(node->text));
    } else if (strcmp(node->name, "layout") == 0) {
        settings->layout = kept(reading, node, "profile");
        if (!hg_str_equal(hg_layout_find(settings->layout)->id, settings->layout)) {
            return wrong(reading, node->line, "没有“%.*s”这种版式", HG_FMT(settings->layout));
        }
    } else if (strcmp(node->name, "template") == 0) {
        *HG_PUSH(settings->arena, &settings->templates) = (struct hg_settings_template){
            hg_str_copy(settings->arena, reading->file->folder), kept(reading, node, "path"),
            kept(reading, node, "use")};
    } else if (strcmp(node->name, "templates") == 0) {
        struct hg_str folder = kept(reading, node, "folder");

        *HG_PUSH(settings->arena, &settings->template_folders) =
            folder.len > 0 && folder.data[0] == '/'
                ? hg_arena_strndup(settings->arena, folder.data, folder.len)
                : hg_arena_printf(settings->arena, "%.*s/%.*s", HG_FMT(reading->file->folder),
                                  HG_FMT(folder));
    } else {
        settings->author = kept(reading, node, "author");
    }
    return HG_OK;
}

/* Rules first: other items of the same file may name them. */
static enum hg_status read_items(struct reading *reading, const struct hg_xml_node *root)
{
    enum hg_status status = HG_OK;

    for (int pass = 0; pass < 2; pass++) {
        for (const struct hg_xml_node *node = root->first_child; node != NULL && status == HG_OK;
             node = node->next) {
            if ((strcmp(node->name, "rule") == 0) == (pass == 0)) {
                status = read_item(reading, node);
            }
        }
    }
    return status;
}

static void note_fault(void *user, int line, const char *message)
{
    struct reading *reading = user;

    if (reading->err->status == HG_OK) { /* the first tells most */
        (void)wrong(reading, line, "不合设置文件的格式：%s", message);
    }
}

static enum hg_status read_file(struct reading *reading)
{
    struct hg_arena *scratch = hg_arena_open();
    struct hg_buf name = HG_BUF_INIT;
    struct hg_xml_node *root = NULL;
    bool valid = false;
    enum hg_status status;

    hg_buf_str(&name, reading->file->path);
    reading->err->status = HG_OK;
    status = hg_xml_tree(&root, scratch, reading->file->text, name.data, reading->err);
    if (status == HG_OK) {
        status = hg_xml_validate(&valid, hg_settings_schema(), reading->file->text, name.data,
                                 note_fault, reading, reading->err);
    }
    if (status == HG_OK) {
        status = valid ? read_items(reading, root) : HG_BAD_SETTINGS;
    } else {
        reading->err->status = HG_BAD_SETTINGS;
        status = HG_BAD_SETTINGS;
    }
    hg_buf_release(&name);
    hg_arena_free(scratch);
    return status;
}

enum hg_status hg_settings_load(struct hg_settings **out, const struct hg_settings_file *files,
                                size_t count, struct hg_error *err)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_settings *settings = HG_NEW(arena, struct hg_settings);
    enum hg_status status = HG_OK;
    struct hg_error own;

    *out = NULL;
    settings->arena = arena;
    settings->layout = settings->author = settings->root = HG_STR("");
    settings->checks = HG_NEW_ARRAY(arena, struct hg_settings_check, hg_check_count());
    for (size_t i = 0; i < count && status == HG_OK; i++) {
        struct reading reading = {settings, &files[i], err != NULL ? err : &own};

        if (i == 0) {
            settings->root = hg_str_copy(arena, files[i].folder);
        }
        status = read_file(&reading);
    }
    if (status != HG_OK) {
        hg_settings_free(settings);
        return status;
    }
    *out = settings;
    return HG_OK;
}

void hg_settings_free(struct hg_settings *settings)
{
    if (settings == NULL) {
        return;
    }
    for (size_t i = 0; i < settings->rules.len; i++) {
        struct hg_rule *rule = settings->rules.items[i];

        for (size_t j = 0; j < rule->patterns.len; j++) {
            hg_pattern_free(rule->patterns.items[j]);
        }
    }
    hg_arena_free(settings->arena);
}

bool hg_settings_is_root(struct hg_str text)
{
    struct hg_arena *arena = hg_arena_open();
    struct hg_xml_node *root = NULL;
    bool is_root = hg_xml_tree(&root, arena, text, HG_SETTINGS_NAME, NULL) == HG_OK &&
                   is_yes(root, "root");

    hg_arena_free(arena);
    return is_root;
}

bool hg_settings_path_fits(struct hg_str folder, struct hg_str pattern, const char *path)
{
    struct hg_buf text = HG_BUF_INIT;
    const char *rest = path;
    bool fits;

    if (pattern.len == 0) {
        return true;
    }
    if (path == NULL) {
        return false;
    }
    if (hg_str_starts(hg_str_of(path), folder)) {
        rest += folder.len;
        rest += *rest == '/';
    }
    hg_buf_str(&text, pattern);
    fits = fnmatch(text.data, rest, FNM_PERIOD) == 0;
    hg_buf_release(&text);
    return fits;
}

struct hg_str hg_settings_template_for(const struct hg_settings *settings, const char *path)
{
    for (size_t i = settings->templates.len; i > 0; i--) {
        const struct hg_settings_template *item = &settings->templates.items[i - 1];

        if (hg_settings_path_fits(item->folder, item->pattern, path)) {
            return item->use;
        }
    }
    return HG_STR("");
}

const char *hg_settings_option(const struct hg_settings *settings, const char *check,
                               const char *name)
{
    for (size_t i = settings->options.len; i > 0; i--) {
        const struct hg_settings_option *option = &settings->options.items[i - 1];

        if (hg_str_is(option->check, check) && hg_str_is(option->name, name)) {
            return option->value.data;
        }
    }
    return NULL;
}
