#include <stdlib.h>

#include "base/utf8.h"
#include "lang/chars.h"
#include "lint/check.h"
#include "template/look.h"

static void run(struct hg_pass *pass);

const struct hg_check hg_check_body_format = {
    .id = "body-format",
    .family = HG_FAMILY_LAYOUT,
    .name = "正文排版不合要求",
    .severity = HG_SEVERITY_NOTE,
    .summary = "正文的字体、字号、行距或首行缩进与公文格式不一致",
    .explanation = "公文正文一般用3号仿宋体字，每个自然段左空二字，每面22行、每行28字，行距一般取固定值28至29磅"
                   "（GB/T 9704—2012 第5.2.3条、第7.3.3条）。通篇如此的只说一次，个别段落不同的逐处指出。只有整体"
                   "按公文排版的文稿才检查版式。",
    .bad = "@page 11906 16838 2098 1474 1985 1588\n@font 方正小标宋简体 44\n@title 清河县司法局2024年工作总结\n"
           "@font 宋体 28\n今年以来，全县司法行政工作扎实推进，各项任务较好完成。\n",
    .good = "@page 11906 16838 2098 1474 1985 1588\n@font 方正小标宋简体 44\n@title 清河县司法局2024年工作总结\n"
            "@font 仿宋_GB2312 32\n今年以来，全县司法行政工作扎实推进，各项任务较好完成。\n",
    .run = run,
};

enum aspect { FONT, SIZE, LINE, INDENT, ASPECTS };

/* 27 to 30 points count as 22 lines a page; a hundredth of a character aside two characters are
 * 200, or their width in twips. */
enum { LINE_LOW = 540, LINE_HIGH = 600, INDENT_LOW = 560, INDENT_HIGH = 720 };

static bool indent_fits(const struct hg_paragraph_look *look, const struct hg_paragraph *paragraph)
{
    uint32_t first = 0;
    size_t at = 0;

    if (paragraph->text.len > 0) {
        first = (unsigned char)paragraph->text.data[at];
    }
    /* Two ideographic blanks typed at the start do for the eye. */
    return look->first_line_chars == 200 ||
           (look->first_line_chars == 0 && look->first_line >= INDENT_LOW &&
            look->first_line <= INDENT_HIGH) ||
           first == 0xE3 || first == ' ';
}

static bool fits(enum aspect aspect, const struct hg_paragraph *paragraph,
                 const struct hg_look *look, const struct hg_layout_style *style)
{
    const struct hg_paragraph_look *own = paragraph->look;

    switch (aspect) {
    case FONT:
        return look->east_asian_font[0] == '\0' || hg_look_has_font(style, look->east_asian_font);
    case SIZE:
        return look->half_points == style->half_points;
    case LINE:
        return own == NULL || own->line_rule == HG_LINE_AUTO ||
               (own->line >= LINE_LOW && own->line <= LINE_HIGH);
    default:
        return own == NULL || own->align == HG_ALIGN_CENTER || own->align == HG_ALIGN_RIGHT ||
               paragraph->label.text.len > 0 || indent_fits(own, paragraph);
    }
}

/* Notes in brackets after the text (附注), lines that call on the reader, captions and what else is
 * no sentence have looks of their own. */
static bool is_running_text(const struct hg_paragraph *paragraph)
{
    struct hg_str text = hg_str_trim(paragraph->text);
    uint32_t last = hg_utf8_before(text, text.len);

    return hg_utf8_at(text, 0) != 0xFF08 && last != 0xFF1A && last != ':' &&
           (hg_char_ends_sentence(last) || last == 0x201D || last == 0xFF09);
}

static void describe(struct hg_buf *out, enum aspect aspect, const struct hg_paragraph *paragraph)
{
    const struct hg_look *look = hg_look_of(paragraph);

    switch (aspect) {
    case FONT:
        hg_buf_printf(out, "字体为%s，应为仿宋体", look->east_asian_font);
        break;
    case SIZE:
        hg_buf_printf(out, "字号为%u%s磅，应为3号（16磅）", look->half_points / 2u,
                      look->half_points % 2 != 0 ? ".5" : "");
        break;
    case LINE:
        hg_buf_printf(out, "行距为%d磅，一般为固定值28至29磅", (int)(paragraph->look->line / 20));
        break;
    default:
        hg_buf_puts(out, "首行没有空二字");
        break;
    }
}

static void report(struct hg_pass *pass, const struct hg_habit *habit, enum aspect aspect)
{
    bool throughout =
        hg_habit_verdict(habit) == HG_HABIT_THROUGHOUT || habit->right < habit->places.len;
    size_t count = throughout && habit->places.len > 0 ? 1 : habit->places.len;

    for (size_t i = 0; i < count; i++) {
        struct hg_place place = habit->places.items[i];
        struct hg_buf what = HG_BUF_INIT;

        describe(&what, aspect, place.paragraph);
        if (throughout && habit->places.len > 1) {
            (void)hg_report(pass, &hg_check_body_format, place.paragraph, place.span,
                            "正文%s，全文共%zu段", what.data, habit->places.len);
        } else {
            (void)hg_report(pass, &hg_check_body_format, place.paragraph, place.span,
                            "这一段%s", what.data);
        }
        hg_buf_release(&what);
    }
}

static void run(struct hg_pass *pass)
{
    const struct hg_doc *doc = hg_pass_doc(pass);
    const struct hg_outline *outline = hg_pass_outline(pass);
    const struct hg_layout *layout = hg_pass_layout(pass);
    struct hg_habit habits[ASPECTS] = {{{NULL, 0, 0}, 0}};
    const enum hg_layout_part *parts;

    if (!hg_look_is_official(doc, outline, layout)) {
        return;
    }
    parts = hg_look_parts(hg_pass_arena(pass), doc, outline);
    for (size_t i = 0; i < doc->body_count; i++) {
        const struct hg_paragraph *paragraph = doc->paragraphs.items[i];
        const struct hg_look *look = hg_look_of(paragraph);

        for (size_t a = 0; a < ASPECTS && parts[i] == HG_LAYOUT_BODY && look != NULL &&
                           is_running_text(paragraph);
             a++) {
            if (fits((enum aspect)a, paragraph, look, &layout->styles[HG_LAYOUT_BODY])) {
                hg_habit_right(&habits[a]);
            } else {
                hg_habit_wrong(pass, &habits[a], paragraph,
                               (struct hg_span){0, paragraph->text.len});
            }
        }
    }
    for (size_t a = 0; a < ASPECTS; a++) {
        report(pass, &habits[a], (enum aspect)a);
    }
}
