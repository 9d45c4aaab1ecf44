/* What is done with findings once all checks have run. */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/map.h"
#include "base/utf8.h"
#include "lint/pass.h"
#include "lint/registry.h"

static int place_order(struct hg_place a, struct hg_place b)
{
    if (a.paragraph == NULL || b.paragraph == NULL) {
        return (a.paragraph != NULL) - (b.paragraph != NULL);
    }
    if (a.paragraph->index != b.paragraph->index) {
        return a.paragraph->index < b.paragraph->index ? -1 : 1;
    }
    if (a.span.start != b.span.start) {
        return a.span.start < b.span.start ? -1 : 1;
    }
    return a.span.end < b.span.end ? -1 : a.span.end > b.span.end;
}

static int finding_order(const void *left, const void *right)
{
    const struct hg_finding *a = *(const struct hg_finding *const *)left;
    const struct hg_finding *b = *(const struct hg_finding *const *)right;
    int order = place_order(a->place, b->place);

    if (order != 0) {
        return order;
    }
    if (a->severity != b->severity) {
        return a->severity > b->severity ? -1 : 1;
    }
    return a->order < b->order ? -1 : a->order > b->order;
}

static int related_order(const void *left, const void *right)
{
    return place_order(*(const struct hg_place *)left, *(const struct hg_place *)right);
}

static bool overlap(const struct hg_finding *a, const struct hg_finding *b)
{
    if (a->place.paragraph != b->place.paragraph || a->place.paragraph == NULL) {
        return false;
    }
    return a->place.span.start < b->place.span.end && b->place.span.start < a->place.span.end;
}

static bool supersedes(const struct hg_check *strong, const struct hg_check *weak)
{
    for (const char *const *id = strong->supersedes; id != NULL && *id != NULL; id++) {
        if (strcmp(*id, weak->id) == 0) {
            return true;
        }
    }
    return false;
}

static bool same_fault(const struct hg_finding *a, const struct hg_finding *b)
{
    return a->check == b->check && place_order(a->place, b->place) == 0 &&
           hg_str_equal(a->message, b->message) && hg_str_equal(a->subject, b->subject);
}

/* Drops findings whose span overlaps that of a finding whose check supersedes theirs, and exact
 * repeats. Findings are sorted by place, so only neighbours within one paragraph are compared. */
static void drop_superseded(struct hg_finding **items, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        for (size_t j = i + 1; j < len && items[i] != NULL; j++) {
            if (items[j] == NULL) {
                continue;
            }
            if (items[j]->place.paragraph != items[i]->place.paragraph ||
                (items[j]->place.paragraph != NULL &&
                 items[j]->place.span.start >= items[i]->place.span.end &&
                 place_order(items[i]->place, items[j]->place) != 0)) {
                break;
            }
            if (same_fault(items[i], items[j]) ||
                (overlap(items[i], items[j]) && supersedes(items[i]->check, items[j]->check))) {
                items[j] = NULL;
            } else if (overlap(items[i], items[j]) &&
                       supersedes(items[j]->check, items[i]->check)) {
                items[i] = NULL;
            }
        }
    }
}

/* What touches the placeholder of a content control is no fault of the text: placeholder-left says
 * that it is still to be written. */
static void drop_unfilled(struct hg_finding **items, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        const struct hg_paragraph *paragraph =
            items[i] == NULL ? NULL : items[i]->place.paragraph;
        struct hg_span span = items[i] == NULL ? (struct hg_span){0, 0} : items[i]->place.span;

        if (paragraph == NULL || strcmp(items[i]->check->id, "placeholder-left") == 0) {
            continue;
        }
        for (size_t r = 0; r < paragraph->runs.len; r++) {
            const struct hg_run *run = &paragraph->runs.items[r];

            if ((run->flags & HG_RUN_PLACEHOLDER) != 0 && run->span.start < span.end &&
                span.start < run->span.end) {
                items[i] = NULL;
                break;
            }
        }
    }
}

/* Of findings that rest on one claim the gravest stays (the earlier check where equal); the
 * places of the others become related to it. */
static void merge_claims(struct hg_pass *pass, struct hg_finding **items, size_t len)
{
    struct hg_map claims;

    hg_map_init(&claims, pass->arena);
    for (size_t i = 0; i < len; i++) {
        struct hg_finding *finding = items[i];
        struct hg_finding *kept;
        void **slot; /* place in items of the one that stays, from 1 */

        if (finding == NULL || finding->claim == NULL) {
            continue;
        }
        slot = hg_map_put(&claims, (struct hg_str){(const char *)&finding->claim,
                                                   sizeof finding->claim});
        if (*slot == NULL) {
            *slot = (void *)(i + 1);
            continue;
        }
        kept = items[(uintptr_t)*slot - 1];
        if (finding->severity > kept->severity ||
            (finding->severity == kept->severity &&
             hg_check_index(finding->check) < hg_check_index(kept->check))) {
            items[(uintptr_t)*slot - 1] = NULL;
            hg_finding_related(pass, finding, kept->place.paragraph, kept->place.span);
            *slot = (void *)(i + 1);
        } else {
            hg_finding_related(pass, kept, finding->place.paragraph, finding->place.span);
            items[i] = NULL;
        }
    }
}

static void sort_related(struct hg_finding *finding)
{
    size_t kept = 0;

    if (finding->related.len > 1) {
        qsort(finding->related.items, finding->related.len, sizeof *finding->related.items,
              related_order);
    }
    for (size_t i = 0; i < finding->related.len; i++) {
        struct hg_place place = finding->related.items[i];

        if (place.paragraph == NULL || place_order(place, finding->place) == 0 ||
            (kept > 0 && place_order(finding->related.items[kept - 1], place) == 0)) {
            continue;
        }
        finding->related.items[kept++] = place;
    }
    finding->related.len = kept;
}

enum { AROUND_MOST = 1200 }; /* bytes of a clause on either side of the span */

/* The clause around the span; of one without end only what stands near, so that a thousand findings
 * in a text without marks do not cost a thousand readings of it. */
static struct hg_str clause_around(const struct hg_scan *scan, struct hg_span clause,
                                   struct hg_span span)
{
    if (clause.start + AROUND_MOST < span.start) {
        clause.start = scan->offset[hg_scan_index(scan, span.start - AROUND_MOST)];
    }
    if (clause.end > span.end + AROUND_MOST) {
        clause.end = scan->offset[hg_scan_index(scan, span.end + AROUND_MOST)];
    }
    return hg_str_sub(scan->text, clause);
}

/* The text a fingerprint rests on: check id, clause around the span, quote; NFC, blanks removed,
 * so that rewrapping or renumbering elsewhere changes nothing (DESIGN.md section 5). */
static void fingerprint_text(struct hg_pass *pass, const struct hg_finding *finding,
                             struct hg_buf *out)
{
    struct hg_buf raw = HG_BUF_INIT;
    struct hg_str text;

    hg_buf_printf(out, "%s\n", finding->check->id);
    if (finding->place.paragraph == NULL) {
        hg_buf_str(&raw, finding->subject);
    } else {
        const struct hg_analysis *analysis = hg_pass_analysis(pass, finding->place.paragraph);
        const struct hg_clause *clause =
            hg_analysis_clause_at(analysis, finding->place.span.start);

        if (clause != NULL) {
            hg_buf_str(&raw, clause_around(hg_pass_scan(pass, finding->place.paragraph),
                                           clause->span, finding->place.span));
        }
        hg_buf_putc(&raw, '\n');
        hg_buf_str(&raw, hg_place_quote(finding->place));
    }
    text = hg_buf_view(&raw);
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t c = hg_utf8_next(text, &at);

        if (c != ' ' && c != '\t' && c != 0x3000 && c != 0xA0) {
            hg_buf_append(out, text.data + start, at - start);
        }
    }
    hg_buf_release(&raw);
}

static void fill_fingerprints(struct hg_pass *pass)
{
    struct hg_map seen;
    struct hg_buf text = HG_BUF_INIT, normal = HG_BUF_INIT;

    hg_map_init(&seen, pass->arena);
    for (size_t i = 0; i < pass->findings.len; i++) {
        struct hg_finding *finding = pass->findings.items[i];
        struct hg_hash128 hash;
        uintptr_t ordinal;
        void **slot;

        hg_buf_clear(&text);
        hg_buf_clear(&normal);
        fingerprint_text(pass, finding, &text);
        hg_utf8_nfc(&normal, hg_buf_view(&text));
        hash = hg_hash128(hg_buf_view(&normal));
        slot = hg_map_put(&seen, hg_str_copy(pass->arena,
                                             (struct hg_str){(const char *)&hash, sizeof hash}));
        ordinal = (uintptr_t)*slot;
        *slot = (void *)(ordinal + 1);
        if (ordinal > 0) {
            hg_buf_printf(&normal, "\n%zu", (size_t)ordinal);
            hash = hg_hash128(hg_buf_view(&normal));
        }
        hg_hash128_hex(hash, finding->fingerprint);
    }
    hg_buf_release(&text);
    hg_buf_release(&normal);
}

static void fill_headings(struct hg_pass *pass)
{
    const struct hg_outline *outline = hg_pass_outline(pass);

    for (size_t i = 0; i < pass->findings.len; i++) {
        struct hg_finding *finding = pass->findings.items[i];

        finding->heading = finding->place.paragraph == NULL
                               ? UINT32_MAX
                               : hg_outline_heading_at(outline, finding->place.paragraph,
                                                       finding->place.span.start);
    }
}

void hg_settle(struct hg_pass *pass)
{
    struct hg_finding **items = pass->findings.items;
    size_t len = pass->findings.len, kept = 0;

    if (len == 0) {
        return;
    }
    qsort(items, len, sizeof *items, finding_order);
    drop_unfilled(items, len);
    drop_superseded(items, len);
    merge_claims(pass, items, len);
    for (size_t i = 0; i < len; i++) {
        if (items[i] != NULL) {
            sort_related(items[i]);
            items[kept++] = items[i];
        }
    }
    pass->findings.len = kept;
    fill_headings(pass);
    fill_fingerprints(pass);
}
