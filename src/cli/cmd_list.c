#include "cli/command.h"

#include <stdio.h>
#include <string.h>

#include "base/json.h"
#include "base/utf8.h"
#include "lint/registry.h"
#include "report/writer.h"
#include "template/form.h"

/* What is listed: each kind fills rows of an array of objects; text shows the same rows. */
static struct hg_json *rows_of_checks(void)
{
    struct hg_json *rows = hg_json_array();
    size_t count;
    const struct hg_check *const *checks = hg_checks(&count);

    for (size_t i = 0; i < count; i++) {
        struct hg_json *row = hg_json_object();

        hg_json_set_text(row, "id", checks[i]->id);
        hg_json_set_text(row, "name", checks[i]->name);
        hg_json_set_text(row, "family", hg_family_name(checks[i]->family));
        hg_json_set_text(row, "severity", hg_severity_name(checks[i]->severity));
        hg_json_set_text(row, "summary", checks[i]->summary);
        hg_json_push(rows, row);
    }
    return rows;
}

static struct hg_json *rows_of_templates(void)
{
    struct hg_json *rows = hg_json_array();
    const struct hg_form_set *set = hg_forms_shipped();

    for (size_t i = 0; i < set->forms.len; i++) {
        struct hg_json *row = hg_json_object();

        hg_json_set_str(row, "id", set->forms.items[i]->id);
        hg_json_set_str(row, "name", set->forms.items[i]->name);
        hg_json_set_str(row, "summary", set->forms.items[i]->summary);
        hg_json_push(rows, row);
    }
    return rows;
}

static struct hg_json *rows_of_formats(void)
{
    struct hg_json *rows = hg_json_array();
    size_t count;
    const struct hg_writer *const *writers = hg_writers(&count);

    for (size_t i = 0; i < count; i++) {
        struct hg_json *row = hg_json_object();

        hg_json_set_text(row, "id", writers[i]->name);
        hg_json_set_text(row, "name", writers[i]->summary);
        hg_json_push(rows, row);
    }
    return rows;
}

static void print_padded(struct hg_str text, size_t columns)
{
    size_t width = hg_utf8_width(text);

    (void)printf("%.*s", HG_FMT(text));
    for (; width < columns; width++) {
        (void)putchar(' ');
    }
}

static void print_rows(const struct hg_json *rows)
{
    static const struct {
        const char *key;
        size_t columns;
    } fields[] = {{"id", 24}, {"family", 11}, {"severity", 9}, {"name", 26}, {"summary", 0}};

    for (size_t i = 0; i < hg_json_len(rows); i++) {
        const struct hg_json *row = hg_json_at(rows, i);

        for (size_t f = 0; f < sizeof fields / sizeof *fields; f++) {
            const struct hg_json *value = hg_json_get(row, fields[f].key);

            if (value != NULL) {
                print_padded(hg_json_text(value), fields[f].columns);
            }
        }
        (void)putchar('\n');
    }
}

static int run(int argc, char **argv)
{
    const char *what = NULL, *format = "text";
    struct hg_json *rows;

    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--help") == 0) {
            return hg_help(&hg_command_list);
        }
        if (strcmp(argv[i], "--format") == 0 && i + 1 < argc) {
            format = argv[++i];
        } else if (strncmp(argv[i], "--format=", 9) == 0) {
            format = argv[i] + 9;
        } else if (what == NULL && argv[i][0] != '-') {
            what = argv[i];
        } else {
            return hg_usage(&hg_command_list, "不认识“%s”", argv[i]);
        }
    }
    if (what != NULL && strcmp(what, "checks") == 0) {
        rows = rows_of_checks();
    } else if (what != NULL && strcmp(what, "templates") == 0) {
        rows = rows_of_templates();
    } else if (what != NULL && strcmp(what, "formats") == 0) {
        rows = rows_of_formats();
    } else {
        return hg_usage(&hg_command_list, "请给出 checks、templates 或 formats");
    }
    if (strcmp(format, "json") == 0) {
        struct hg_buf text = HG_BUF_INIT;

        hg_json_write(&text, rows, 2);
        (void)printf("%s\n", text.data);
        hg_buf_release(&text);
    } else if (strcmp(format, "text") == 0) {
        print_rows(rows);
    } else {
        hg_json_free(rows);
        return hg_usage(&hg_command_list, "--format 可用 text、json");
    }
    hg_json_free(rows);
    return HG_EXIT_CLEAN;
}

const struct hg_command hg_command_list = {
    .name = "list",
    .usage = "list checks|templates|formats [--format text|json]",
    .summary = "列出检查、文种模板、输出格式",
    .help = "  --format 格式      text（默认）、json\n",
    .run = run,
};
