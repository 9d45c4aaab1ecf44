/* Characters and word hits of a paragraph, made when first asked for. */
#include "lint/pass.h"

const struct hg_scan *hg_pass_scan(struct hg_pass *pass, const struct hg_paragraph *paragraph)
{
    if (pass->scans == NULL) {
        pass->scans =
            HG_NEW_ARRAY(pass->arena, const struct hg_scan *, pass->doc->paragraphs.len);
    }
    if (pass->scans[paragraph->index] == NULL) {
        pass->scans[paragraph->index] = hg_scan_build(pass->arena, paragraph->text);
    }
    return pass->scans[paragraph->index];
}

const struct hg_lexicon_hits *hg_pass_hits(struct hg_pass *pass,
                                           const struct hg_paragraph *paragraph)
{
    if (pass->hits == NULL) {
        pass->hits =
            HG_NEW_ARRAY(pass->arena, const struct hg_lexicon_hits *, pass->doc->paragraphs.len);
    }
    if (pass->hits[paragraph->index] == NULL) {
        struct hg_lexicon_hits *hits = HG_NEW(pass->arena, struct hg_lexicon_hits);

        hg_lexicon_find(&hg_lexicon_shipped, hg_pass_scan(pass, paragraph), pass->arena, hits);
        pass->hits[paragraph->index] = hits;
    }
    return pass->hits[paragraph->index];
}
