/* Texts made to hurt: every check of wording, marks and file ends in time that grows with the text
 * alone, and none crashes. */
#include <stdio.h>
#include <time.h>

#include "lint/registry.h"
#include "lint/run.h"
#include "model/build.h"
#include "support/unit.h"

/* One paragraph that repeats `piece` to about `bytes`. */
static struct hg_doc *repeat(struct hg_str piece, size_t bytes)
{
    struct hg_doc *doc = hg_doc_open();
    struct hg_paragraph *paragraph = hg_doc_add_paragraph(doc, &doc->stories.items[0]->node);
    struct hg_buf text = HG_BUF_INIT;

    while (text.len < bytes) {
        hg_buf_str(&text, piece);
    }
    hg_paragraph_append(doc, paragraph, hg_buf_view(&text), NULL, 0, NULL);
    hg_buf_release(&text);
    hg_doc_seal(doc);
    return doc;
}

static double seconds(void)
{
    struct timespec now;

    (void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double run(struct hg_str piece, size_t bytes)
{
    struct hg_doc *doc = repeat(piece, bytes);
    struct hg_lint_options options = {.today = {2024, 7, 5}};
    bool disabled[256];
    size_t count;
    const struct hg_check *const *checks = hg_checks(&count);
    double start = seconds();

    for (size_t i = 0; i < count; i++) {
        disabled[i] = checks[i]->family != HG_FAMILY_WORDING &&
                      checks[i]->family != HG_FAMILY_MARKS && checks[i]->family != HG_FAMILY_FILE;
    }
    options.disabled = disabled;
    hg_lint_result_free(hg_lint_run(doc, &options));
    hg_doc_free(doc);
    return seconds() - start;
}

static const struct hg_str pieces[] = {
    HG_STR_INIT("《"),
    HG_STR_INIT("》"),
    HG_STR_INIT("“"),
    HG_STR_INIT("《》"),
    HG_STR_INIT("“，”"),
    HG_STR_INIT("、《》"),
    HG_STR_INIT("一"),
    HG_STR_INIT("的"),
    HG_STR_INIT("a"),
    HG_STR_INIT("a "),
    HG_STR_INIT("1"),
    HG_STR_INIT("1-"),
    HG_STR_INIT("1、"),
    HG_STR_INIT("1件、"),
    HG_STR_INIT("1 2"),
    HG_STR_INIT(" "),
    HG_STR_INIT("案 "),
    HG_STR_INIT("，"),
    HG_STR_INIT("。"),
    HG_STR_INIT("…"),
    HG_STR_INIT("?"),
    HG_STR_INIT("人?"),
    HG_STR_INIT("□"),
    HG_STR_INIT("人□"),
    HG_STR_INIT("a@b "),
    HG_STR_INIT("http://a "),
    HG_STR_INIT("截止目前"),
    HG_STR_INIT("合法权力"),
    HG_STR_INIT("合法权力。"),
    HG_STR_INIT("砥励前行"),
    HG_STR_INIT("“法治护行”"),
    HG_STR_INIT("意识形态工作任制"),
    HG_STR_INIT("推进"),
    HG_STR_INIT("良好"),
    HG_STR_INIT("乡镇各"),
    HG_STR_INIT("一张招聘会"),
    HG_STR_INIT("推行工作落实"),
    HG_STR_INIT("平时考核日常考核"),
    HG_STR_INIT("江山市司法局"),
    HG_STR_INIT("今年以来全县受理来信来访四十七件办结四十五件。"),
    HG_STR_INIT("wrnog "),
    HG_STR_INIT("\xED\xA0\x80"),
    HG_STR_INIT("\xE2\x80\xAE\xE2\x81\xA6"),
    HG_STR_INIT("人\0民"),
    HG_STR_INIT("\xFF\xFE"),
    HG_STR_INIT("二○二三年"),
    HG_STR_INIT("[2023]1号"),
    HG_STR_INIT("清政发[2023]"),
    HG_STR_INIT("\n"),
};

/* Eight times the text may take eight times the time and something; a square would take 64 times.
 * Runs too short to measure are let be. */
static void time_grows_with_the_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        double part = run(pieces[i], (size_t)1 << 17);
        double whole = run(pieces[i], (size_t)1 << 20);

        if (whole > 0.5 && whole > 24 * part) {
            fail_msg("“%.*s”: %.3f s for an eighth, %.3f s for a megabyte", HG_FMT(pieces[i]), part,
                     whole);
        }
        assert_true(whole < 60);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(time_grows_with_the_text),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
