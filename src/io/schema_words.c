#include "io/schema_words.h"

#include <stdint.h>

/* A message of libxml2's relaxng.c: `before`, a name, `middle`, a second name, `after`. Where
 * `middle` is null there is one name. In the Chinese, @ and # are the first and second name. */
struct wording {
    const char *before, *middle, *after;
    const char *chinese;
    bool attributes; /* it helps to see which there are */
};

static const struct wording wordings[] = {
    {"Element ", NULL, " failed to validate attributes", "<@> 的属性有缺少的，或名称、取值不对", true},
    {"Element ", NULL, " failed to validate content", "<@> 的内容不对", false},
    {"Element ", " has wrong namespace: expecting ", "", "<@> 的命名空间不对，应为 #", false},
    {"Element ", " has extra content: ", "", "<@> 里多了 <#>", false},
    {"Invalid attribute ", " for element ", "", "<#> 没有属性 @，或它的取值不对", true},
    {"Did not expect element ", NULL, " there", "这里不能有 <@>", false},
    {"Did not expect text in element ", NULL, " content", "<@> 里不能直接写文字", false},
    {"Expecting no namespace for element ", NULL, "", "<@> 不应带命名空间，请去掉 xmlns", false},
    {"Expecting a namespace for element ", NULL, "", "<@> 缺少命名空间，请补上 xmlns", false},
    {"Expecting an element , got nothing", NULL, NULL, "缺少应有的下级元素", false},
    {"Expecting an element ", NULL, ", got nothing", "缺少应有的下级元素 @", false},
    {"Expecting an element got text", NULL, NULL, "这里应为元素，现为文字", false},
    {"Expecting element ", NULL, " to be empty", "<@> 里应为空", false},
    {"Expecting element ", ", got ", "", "这里应为 <@>，现为 <#>", false},
    {"Error validating datatype ", NULL, "", "取值不合要求（类型 @），或为空", false},
    {"Error validating value ", NULL, "", "取值“@”不在可选的值之中", false},
    {"Error validating list", NULL, NULL, "列表里的值不对", false},
    {"Extra data in list: ", NULL, "", "列表里多了“@”", false},
    {"Extra element ", NULL, " in interleave", "多了 <@>，或它重复了", false},
    {"Invalid sequence in interleave", NULL, NULL, "下级元素不全或有多余的", false},
    {"Extra data in the document", NULL, NULL, "文件末尾有多余的内容", false},
    {"Type ", " doesn't allow value '", "'", "取值“#”不合要求（类型 @）", false},
    {"failed to validate type ", NULL, "", "取值不合要求（类型 @）", false},
};

/* True if the message has this wording; fills the names. */
static bool reads(const struct wording *wording, struct hg_str message, struct hg_str names[2])
{
    struct hg_str before = hg_str_of(wording->before), after;
    size_t start = before.len, middle;

    if (wording->after == NULL) {
        return hg_str_equal(message, before);
    }
    after = hg_str_of(wording->after);
    if (!hg_str_starts(message, before) || !hg_str_ends(message, after) ||
        message.len < before.len + after.len) {
        return false;
    }
    message.len -= after.len;
    if (wording->middle == NULL) {
        names[0] = hg_str_sub(message, (struct hg_span){start, message.len});
        return true;
    }
    middle = hg_str_find(message, hg_str_of(wording->middle), start);
    if (middle == SIZE_MAX) {
        return false;
    }
    names[0] = hg_str_sub(message, (struct hg_span){start, middle});
    names[1] = hg_str_sub(message, (struct hg_span){middle + hg_str_of(wording->middle).len,
                                                    message.len});
    return true;
}

static void write_chinese(struct hg_buf *out, const char *chinese, const struct hg_str names[2])
{
    for (const char *c = chinese; *c != '\0'; c++) {
        if (*c == '@' || *c == '#') {
            hg_buf_str(out, hg_str_trim(names[*c == '#']));
        } else {
            hg_buf_putc(out, *c);
        }
    }
}

void hg_schema_words(struct hg_buf *out, struct hg_str message, struct hg_str attributes)
{
    message = hg_str_trim(message);
    for (size_t i = 0; i < sizeof wordings / sizeof *wordings; i++) {
        struct hg_str names[2] = {HG_STR_INIT(""), HG_STR_INIT("")};

        if (!reads(&wordings[i], message, names)) {
            continue;
        }
        write_chinese(out, wordings[i].chinese, names);
        if (wordings[i].attributes && attributes.len > 0) {
            hg_buf_puts(out, "，现有属性：");
            hg_buf_str(out, attributes);
        }
        hg_buf_puts(out, "（");
        hg_buf_str(out, message);
        hg_buf_puts(out, "）");
        return;
    }
    hg_buf_puts(out, "校验未通过（");
    hg_buf_str(out, message);
    hg_buf_puts(out, "）");
}
