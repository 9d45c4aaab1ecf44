#include "cli/options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "lint/registry.h"

static bool day_exists(int year, int month, int day)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 &&
           day <= lengths[month - 1] + (month == 2 && leap);
}

bool hg_option_day(struct hg_day *out, const char *value, struct hg_error *err)
{
    int year, month, day, used = 0;

    if (sscanf(value, "%4d-%2d-%2d%n", &year, &month, &day, &used) != 3 || value[used] != '\0' ||
        !day_exists(year, month, day)) {
        (void)hg_error_set(err, HG_USAGE, "“%s”不是日期，请写成 2024-07-05 的样子", value);
        return false;
    }
    *out = (struct hg_day){year, month, day};
    return true;
}

bool hg_option_severity(enum hg_severity *out, const char *value, struct hg_error *err)
{
    for (size_t i = 0; i < HG_SEVERITY_COUNT; i++) {
        if (strcmp(hg_severity_name((enum hg_severity)i), value) == 0) {
            *out = (enum hg_severity)i;
            return true;
        }
    }
    (void)hg_error_set(err, HG_USAGE, "“%s”不是级别，可用 error、warning、note", value);
    return false;
}

bool hg_option_checks(bool *mark, const char *value, struct hg_error *err)
{
    struct hg_str rest = hg_str_of(value), name;
    size_t count;
    const struct hg_check *const *checks = hg_checks(&count);

    while (hg_str_split(&rest, ',', &name)) {
        bool known = false;

        name = hg_str_trim(name);
        for (size_t i = 0; i < count; i++) {
            if (hg_str_is(name, checks[i]->id) ||
                hg_str_is(name, hg_family_name(checks[i]->family))) {
                mark[i] = known = true;
            }
        }
        if (!known) {
            (void)hg_error_set(err, HG_USAGE,
                               "没有“%.*s”这项检查或类别，名称见 hegao list checks", HG_FMT(name));
            return false;
        }
    }
    return true;
}

bool hg_option_colour(bool *out, const char *value, int descriptor, struct hg_error *err)
{
    const char *term = getenv("TERM");
    const char *no_color = getenv("NO_COLOR");

    if (strcmp(value, "always") == 0) {
        *out = true;
    } else if (strcmp(value, "never") == 0) {
        *out = false;
    } else if (strcmp(value, "auto") == 0) {
        *out = isatty(descriptor) && (no_color == NULL || *no_color == '\0') &&
               (term == NULL || strcmp(term, "dumb") != 0);
    } else {
        (void)hg_error_set(err, HG_USAGE, "“%s”无效，可用 auto、always、never", value);
        return false;
    }
    return true;
}

size_t hg_terminal_columns(int descriptor)
{
    struct winsize size;

    if (isatty(descriptor) && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) {
        return size.ws_col;
    }
    return 100;
}

struct hg_day hg_today(void)
{
    time_t now = time(NULL);
    struct tm local;

    if (localtime_r(&now, &local) == NULL) {
        return (struct hg_day){2000, 1, 1};
    }
    return (struct hg_day){local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
}
