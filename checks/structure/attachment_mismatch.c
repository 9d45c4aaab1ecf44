/* The attachments that the note after the text declares, against those that follow it. */
#include "base/utf8.h"
#include "lint/check.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_attachment_mismatch = {
    .id = "attachment-mismatch",
    .family = HG_FAMILY_STRUCTURE,
    .name = "附件与附件说明不符",
    .severity = HG_SEVERITY_WARNING,
    .summary = "附件说明的序号、份数、名称与文后附件对不上",
    .explanation = "附件说明在正文之下写“附件：1.×××”，两个以上附件用阿拉伯数字顺序编号，名称后不加标点；文后附件的"
                   "序号和标题应与说明一致（GB/T 9704—2012 第7.3.4条、第7.3.7条）。附件另成文件的，只检查说明本身。",
    .bad = "全年共受理来访47件。\n附件：1.来访登记表\n3.来访办理情况表\n",
    .good = "全年共受理来访47件。\n附件：1.来访登记表\n2.来访办理情况表\n",
    .run = run,
};

/* In characters. */
enum { NAME_MAX = 60, DECLARED_MAX = 99 };

struct attachment {
    const struct hg_paragraph *paragraph;
    uint32_t number; /* 0 if it has none */
    struct hg_span name;
};

struct attachments {
    HG_VEC(struct attachment) declared, present;
};

static bool read_item(const struct hg_paragraph *paragraph, size_t from, struct attachment *out)
{
    struct hg_str text = paragraph->text;
    struct hg_label_parse label;
    struct hg_str name;

    *out = (struct attachment){.paragraph = paragraph};
    if (paragraph->label.text.len > 0 && !paragraph->label.bullet) {
        out->number = paragraph->label.value;
    } else if (hg_label_parse(text, from, &label) &&
               (label.style == HG_LABEL_DECIMAL || label.style == HG_LABEL_DECIMAL_PAREN)) {
        out->number = label.value;
        from = label.span.end;
    }
    name = hg_str_trim((struct hg_str){text.data + from, text.len - from});
    out->name.start = name.len == 0 ? text.len : (size_t)(name.data - text.data);
    out->name.end = out->name.start + name.len;
    return name.len > 0;
}

/* 附件：1.… and the numbered lines that follow it. */
static void read_note(struct hg_pass *pass, const struct hg_paragraph *note,
                      struct attachments *out)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    struct hg_str text = hg_str_trim(note->text);
    size_t start = (size_t)(text.data - note->text.data);
    struct attachment item;

    /* 附件： or 附件: */
    (void)hg_utf8_next(note->text, &start);
    (void)hg_utf8_next(note->text, &start);
    (void)hg_utf8_next(note->text, &start);
    if (read_item(note, start, &item)) {
        *HG_PUSH(hg_pass_arena(pass), &out->declared) = item;
    }
    for (size_t i = note->index + 1; i < doc->body_count && out->declared.len < DECLARED_MAX; i++) {
        const struct hg_paragraph *next = doc->paragraphs.items[i];

        if (hg_str_trim(next->text).len == 0) {
            continue;
        }
        if (!read_item(next, 0, &item) || item.number == 0 ||
            hg_utf8_count(next->text) > NAME_MAX) {
            break;
        }
        *HG_PUSH(hg_pass_arena(pass), &out->declared) = item;
    }
}

/* "附件" or "附件2" alone on a line heads an attachment; the next line is its title. */
static bool read_head(const struct hg_paragraph *paragraph, uint32_t *number)
{
    struct hg_str line = hg_str_trim(paragraph->text);
    size_t at = HG_STR("附件").len;

    *number = 0;
    if (!hg_str_starts(line, HG_STR("附件"))) {
        return false;
    }
    while (at < line.len) {
        uint32_t c = hg_utf8_fold_width(hg_utf8_next(line, &at));

        if (c >= '0' && c <= '9' && *number < 100) {
            *number = *number * 10 + (c - '0');
        } else if (c != ' ' && c != 0x3000 && !(c == ':' && at == line.len)) {
            return false;
        }
    }
    return true;
}

static void read_present(struct hg_pass *pass, struct attachments *out)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    const struct hg_outline *outline = hg_pass_outline(pass);

    for (size_t i = outline->text_end; i < doc->body_count; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];
        struct attachment head = {.paragraph = paragraph};

        if (hg_node_enclosing_cell(&paragraph->node) != NULL ||
            !read_head(paragraph, &head.number) ||
            hg_str_ends(hg_str_trim(paragraph->text), HG_STR("："))) {
            continue;
        }
        head.name = (struct hg_span){0, paragraph->text.len};
        *HG_PUSH(hg_pass_arena(pass), &out->present) = head;
    }
}

static void check_numbers(struct hg_pass *pass, const struct attachment *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (items[i].number != 0 && items[i].number != i + 1) {
            (void)hg_report(pass, &hg_check_attachment_mismatch, items[i].paragraph, items[i].name,
                            "附件序号是%u，按次序应为%zu，请核对是否漏列附件并顺改序号",
                            (unsigned)items[i].number, i + 1);
            return;
        }
        if (items[i].number == 0 && count > 1) {
            (void)hg_report(pass, &hg_check_attachment_mismatch, items[i].paragraph, items[i].name,
                            "共有%zu个附件，这一个没有序号，请用阿拉伯数字顺序编号", count);
            return;
        }
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_outline *outline = hg_pass_outline(pass);
    struct attachments attachments = {{NULL, 0, 0}, {NULL, 0, 0}};

    if (outline->attachment_notes.len == 0) {
        return;
    }
    read_note(pass, outline->attachment_notes.items[0], &attachments);
    read_present(pass, &attachments);
    check_numbers(pass, attachments.declared.items, attachments.declared.len);
    if (attachments.present.len == 0) {
        return; /* attachments are often files of their own */
    }
    if (attachments.present.len != attachments.declared.len) {
        struct hg_finding *finding = hg_report(
            pass, &hg_check_attachment_mismatch, outline->attachment_notes.items[0],
            (struct hg_span){0, outline->attachment_notes.items[0]->text.len},
            "附件说明列了%zu个附件，文后附有%zu个，请核对", attachments.declared.len,
            attachments.present.len);

        for (size_t i = 0; i < attachments.present.len; i++) {
            hg_finding_related(pass, finding, attachments.present.items[i].paragraph,
                               attachments.present.items[i].name);
        }
        return;
    }
    check_numbers(pass, attachments.present.items, attachments.present.len);
}
