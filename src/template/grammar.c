#include "template/grammar.h"

#include <string.h>

/* Sections in sections; no report nests deeper. */
enum { DEPTH_MAX = 12 };

/* One element: its attributes ('*' in front: required), its children (names between blanks; '*' in
 * front: exactly one), and whether it holds text. */
struct element {
    const char *name, *attributes, *children;
    bool text;
};

static const struct element elements[] = {
    {"form", "*id *name layout", "summary fields *title *signs opening *sections figures tables rules closing",
     false},
    {"summary", "", "", true},
    {"fields", "", "field", false},
    {"field", "*id *name type required prompt example value", "choice", false},
    {"choice", "", "", true},
    {"title", "", "", true},
    {"signs", "tense period needs-title", "title not phrase", false},
    {"not", "", "", true},
    {"phrase", "", "", true},
    {"opening", "", "sentence guidance example", false},
    {"sentence", "", "", true},
    {"guidance", "", "", true},
    {"example", "", "", true},
    {"sections", "ordered", "section", false},
    {"section", "*id *heading role required repeatable ordered free min-length example",
     "accept paragraph sentence table section", false},
    {"accept", "", "", true},
    {"paragraph", "", "guidance example sentence", false},
    {"figures", "", "figure", false},
    {"figure", "*id *name unit places formula required example", "said", false},
    {"said", "", "", true},
    {"tables", "", "table", false},
    {"table", "id ref caption corner band required", "column row rule", false},
    {"column", "*id *name formula under", "", false},
    {"row", "*id *name formula under example", "", false},
    {"rules", "", "rule", false},
    {"rule", "id over message", "", true},
    {"closing", "signature date signature-required date-required addressee", "attachment", false},
    {"attachment", "", "", true},
    /* Layout profiles. */
    {"layout", "*id *name", "page style footer", false},
    {"page", "width height top bottom left right tolerance header footer", "", false},
    {"style", "*for font latin size bold align indent line before after others", "", false},
    {"footer", "font size dash odd even", "", false},
};

static const struct element *find_element(const char *name)
{
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++) {
        if (strcmp(elements[i].name, name) == 0) {
            return &elements[i];
        }
    }
    return NULL;
}

/* True if `name` is one of the words of the list; *starred tells its mark. */
static bool listed(const char *list, const char *name, bool *starred)
{
    struct hg_str rest = hg_str_of(list), word;

    while (hg_str_split(&rest, ' ', &word)) {
        *starred = word.len > 0 && word.data[0] == '*';
        if (*starred) {
            word.data++;
            word.len--;
        }
        if (hg_str_is(word, name)) {
            return true;
        }
    }
    *starred = false;
    return false;
}

/* The list without its stars, 、 between the words. */
static void spell(struct hg_buf *out, const char *list)
{
    for (const char *c = list; *c != '\0'; c++) {
        if (*c == ' ') {
            hg_buf_puts(out, "、");
        } else if (*c != '*') {
            hg_buf_putc(out, *c);
        }
    }
}

static bool is_namespace(const struct hg_xml_node *node)
{
    return strcmp(node->uri, HG_FORM_NAMESPACE) == 0 || strcmp(node->uri, HG_LAYOUT_NAMESPACE) == 0;
}

static enum hg_status check_attributes(const struct hg_xml_node *node, const struct element *element,
                                       const char *path, struct hg_error *err)
{
    struct hg_str rest = hg_str_of(element->attributes), word;
    bool starred;

    for (size_t i = 0; i < node->field_count; i++) {
        if (node->fields[i].uri[0] == '\0' &&
            !listed(element->attributes, node->fields[i].name, &starred)) {
            struct hg_buf spelled = HG_BUF_INIT;
            enum hg_status status;

            spell(&spelled, element->attributes);
            status = hg_error_set(err, HG_BAD_SETTINGS, "%s:%d: <%s> 没有属性 %s，可用的有：%s",
                                  path, node->line, node->name, node->fields[i].name,
                                  spelled.len > 0 ? spelled.data : "（无）");
            hg_buf_release(&spelled);
            return status;
        }
    }
    while (hg_str_split(&rest, ' ', &word)) {
        if (word.len > 0 && word.data[0] == '*') {
            struct hg_str value;
            char name[32];

            memcpy(name, word.data + 1, word.len - 1);
            name[word.len - 1] = '\0';
            value = hg_xml_field(node, name);
            if (value.data == NULL || hg_str_trim(value).len == 0) {
                return hg_error_set(err, HG_BAD_SETTINGS, "%s:%d: <%s> 缺少属性 %s，请补上 %s=\"…\"",
                                    path, node->line, node->name, name, name);
            }
        }
    }
    return HG_OK;
}

static enum hg_status check_children(const struct hg_xml_node *node, const struct element *element,
                                     const char *path, struct hg_error *err)
{
    struct hg_str rest = hg_str_of(element->children), word;
    struct hg_buf spelled = HG_BUF_INIT;
    enum hg_status status = HG_OK;
    bool starred;

    spell(&spelled, element->children);
    for (const struct hg_xml_node *child = node->first_child; child != NULL && status == HG_OK;
         child = child->next) {
        if (!listed(element->children, child->name, &starred)) {
            status = hg_error_set(err, HG_BAD_SETTINGS, "%s:%d: <%s> 里不能有 <%s>，可用的有：%s",
                                  path, child->line, node->name, child->name,
                                  spelled.len > 0 ? spelled.data : "（无）");
        }
    }
    while (status == HG_OK && hg_str_split(&rest, ' ', &word)) {
        size_t count = 0;

        for (const struct hg_xml_node *child = node->first_child; child != NULL;
             child = child->next) {
            bool same = word.len > 0 && word.data[0] == '*' &&
                        hg_str_is((struct hg_str){word.data + 1, word.len - 1}, child->name);

            count += same;
            if (count == 2 && same) {
                status = hg_error_set(err, HG_BAD_SETTINGS, "%s:%d: <%s> 里只能有一个 <%s>，请删去多余的",
                                      path, child->line, node->name, child->name);
                break;
            }
        }
        if (status == HG_OK && count == 0 && word.len > 0 && word.data[0] == '*') {
            status = hg_error_set(err, HG_BAD_SETTINGS, "%s:%d: <%s> 里缺少 <%.*s>，请补上", path,
                                  node->line, node->name, (int)(word.len - 1), word.data + 1);
        }
    }
    hg_buf_release(&spelled);
    return status;
}

static enum hg_status check_node(const struct hg_xml_node *node, const char *path, size_t depth,
                                 struct hg_error *err)
{
    const struct element *element = find_element(node->name);
    enum hg_status status;

    if (element == NULL || !is_namespace(node)) {
        return hg_error_set(err, HG_BAD_SETTINGS, "%s:%d: 不认识的元素 <%s>，请对照 template.rng",
                            path, node->line, node->name);
    }
    if (depth > DEPTH_MAX) {
        return hg_error_set(err, HG_BAD_SETTINGS, "%s:%d: <%s> 嵌套过深，最多%d层", path, node->line,
                            node->name, DEPTH_MAX);
    }
    if (!element->text && hg_str_trim(node->text).len > 0) {
        return hg_error_set(err, HG_BAD_SETTINGS,
                            "%s:%d: <%s> 里不能直接写文字“%.*s”，请放进 <sentence> 等元素", path,
                            node->line, node->name, 30, hg_str_trim(node->text).data);
    }
    status = check_attributes(node, element, path, err);
    if (status == HG_OK) {
        status = check_children(node, element, path, err);
    }
    for (const struct hg_xml_node *child = node->first_child; child != NULL && status == HG_OK;
         child = child->next) {
        status = check_node(child, path, depth + 1, err);
    }
    return status;
}

enum hg_status hg_grammar_check(const struct hg_xml_node *root, const char *name, const char *path,
                                struct hg_error *err)
{
    const char *wanted = strcmp(name, "form") == 0 ? HG_FORM_NAMESPACE : HG_LAYOUT_NAMESPACE;

    if (strcmp(root->name, name) != 0) {
        return hg_error_set(err, HG_BAD_SETTINGS, "%s:%d: 最外层元素应为 <%s>，现为 <%s>", path,
                            root->line, name, root->name);
    }
    if (strcmp(root->uri, wanted) != 0) {
        return hg_error_set(err, HG_BAD_SETTINGS, "%s:%d: <%s> 应写明 xmlns=\"%s\"", path, root->line,
                            name, wanted);
    }
    return check_node(root, path, 1, err);
}
