#include "io/docx_edit_own.h"

#include "io/docx_editor.h"
#include "io/limits.h"
#include "io/markup.h"

void hg_docx_own_release(struct hg_docx_own *own)
{
    hg_docx_ids_release(&own->comments);
    HG_HEAP_VEC_FREE(&own->paragraphs);
}

/* True if an attribute, references resolved, has this value. */
static bool attribute_is(const struct hg_markup *scan, const struct hg_markup_token *token,
                         const char *local, const char *value)
{
    struct hg_buf decoded = HG_BUF_INIT;
    bool same;

    hg_markup_decode(&decoded, hg_markup_value(scan, token, HG_MARKUP_NS_W, local));
    same = hg_str_is(hg_buf_view(&decoded), value);
    hg_buf_release(&decoded);
    return same;
}

static bool opens(const struct hg_markup_token *token)
{
    return token->kind == HG_MARKUP_START || token->kind == HG_MARKUP_EMPTY;
}

/* Goes on to the end of the element that `token` opened; gives the byte after it. */
static size_t element_end(struct hg_markup *scan, const struct hg_markup_token *token)
{
    struct hg_markup_token next;
    uint32_t depth = scan->depth;

    if (token->kind == HG_MARKUP_EMPTY) {
        return token->span.end;
    }
    while (scan->depth >= depth && hg_markup_next(scan, &next)) {
    }
    return scan->at;
}

void hg_docx_own_find(struct hg_docx_own *own, struct hg_docx_raw *comments)
{
    struct hg_markup scan;
    struct hg_markup_token token;
    bool inside = false; /* in one of ours */
    size_t start = 0;
    int32_t id;

    hg_markup_init(&scan, hg_buf_view(&comments->text));
    while (hg_markup_next(&scan, &token)) {
        if (opens(&token) && hg_markup_is(&token, HG_MARKUP_NS_W, "comment")) {
            inside = attribute_is(&scan, &token, "author", HG_DOCX_OWN_AUTHOR) ||
                     attribute_is(&scan, &token, "initials", HG_DOCX_OWN_INITIALS);
            start = token.span.start;
            if (inside &&
                hg_docx_id_parse(&id, hg_markup_value(&scan, &token, HG_MARKUP_NS_W, "id"))) {
                hg_docx_ids_add(&own->comments, id);
            }
        }
        if (inside && opens(&token) && hg_markup_is(&token, HG_MARKUP_NS_W, "p")) {
            struct hg_str value = hg_markup_value(&scan, &token, HG_MARKUP_NS_W14, "paraId");

            if (value.len > 0) {
                *HG_HEAP_PUSH(&own->paragraphs) = value;
            }
        }
        if (inside && hg_markup_is(&token, HG_MARKUP_NS_W, "comment") &&
            token.kind != HG_MARKUP_START) {
            hg_patches_replace(&comments->patches, (struct hg_span){start, token.span.end},
                               HG_STR(""));
            inside = false;
        }
    }
    hg_markup_release(&scan);
}

static bool is_own_mark(const struct hg_markup *scan, const struct hg_markup_token *token,
                        const struct hg_docx_own *own)
{
    int32_t id;

    return hg_docx_id_parse(&id, hg_markup_value(scan, token, HG_MARKUP_NS_W, "id")) &&
           hg_docx_ids_has(&own->comments, id);
}

/* A run while it is open: it goes as a whole if it holds own references and nothing else. */
struct open_run {
    size_t start;
    uint32_t depth;
    bool only_own;
    size_t references, first_reference; /* place in the list of references */
};

struct strip {
    struct hg_markup scan;
    HG_VEC(struct open_run) runs;
    HG_VEC(struct hg_span) references; /* of the open runs, own ones */
};

static void child_of_run(struct strip *strip, const struct hg_markup_token *token,
                         const struct hg_docx_own *own)
{
    struct open_run *run = &strip->runs.items[strip->runs.len - 1];

    if (hg_markup_is(token, HG_MARKUP_NS_W, "commentReference") &&
        is_own_mark(&strip->scan, token, own)) {
        size_t end = element_end(&strip->scan, token);

        *HG_HEAP_PUSH(&strip->references) = (struct hg_span){token->span.start, end};
        run->references++;
    } else if (!hg_markup_is(token, HG_MARKUP_NS_W, "rPr")) {
        run->only_own = false;
    }
}

static void run_ends(struct strip *strip, size_t end, struct hg_patches *patches)
{
    const struct open_run *run = &strip->runs.items[--strip->runs.len];

    if (run->references > 0 && run->only_own) {
        hg_patches_replace(patches, (struct hg_span){run->start, end}, HG_STR(""));
    } else {
        for (size_t i = run->first_reference; i < strip->references.len; i++) {
            hg_patches_replace(patches, strip->references.items[i], HG_STR(""));
        }
    }
    strip->references.len = run->first_reference;
}

void hg_docx_own_strip_marks(const struct hg_docx_own *own, struct hg_docx_raw *main)
{
    struct strip strip = {0};
    struct hg_markup_token token;

    if (own->comments.used.len == 0) {
        return;
    }
    hg_markup_init(&strip.scan, hg_buf_view(&main->text));
    while (hg_markup_next(&strip.scan, &token)) {
        if (opens(&token) && strip.runs.len > 0 &&
            strip.scan.depth == strip.runs.items[strip.runs.len - 1].depth +
                                    (token.kind == HG_MARKUP_START)) {
            child_of_run(&strip, &token, own);
        }
        if (token.kind == HG_MARKUP_START && hg_markup_is(&token, HG_MARKUP_NS_W, "r")) {
            *HG_HEAP_PUSH(&strip.runs) = (struct open_run){
                token.span.start, strip.scan.depth, true, 0, strip.references.len};
        } else if (opens(&token) && (hg_markup_is(&token, HG_MARKUP_NS_W, "commentRangeStart") ||
                                     hg_markup_is(&token, HG_MARKUP_NS_W, "commentRangeEnd"))) {
            if (is_own_mark(&strip.scan, &token, own)) {
                size_t end = element_end(&strip.scan, &token);

                hg_patches_replace(&main->patches, (struct hg_span){token.span.start, end},
                                   HG_STR(""));
            }
        } else if (token.kind == HG_MARKUP_END && strip.runs.len > 0 &&
                   strip.scan.depth + 1 == strip.runs.items[strip.runs.len - 1].depth) {
            run_ends(&strip, token.span.end, &main->patches);
        }
    }
    hg_markup_release(&strip.scan);
    HG_HEAP_VEC_FREE(&strip.runs);
    HG_HEAP_VEC_FREE(&strip.references);
}

void hg_docx_own_strip_changes(struct hg_docx_raw *main)
{
    struct hg_markup scan;
    struct hg_markup_token token;
    uint32_t deletion = 0; /* depth inside our open deletion */

    hg_markup_init(&scan, hg_buf_view(&main->text));
    while (hg_markup_next(&scan, &token)) {
        bool own = opens(&token) && token.ns == HG_MARKUP_NS_W &&
                   attribute_is(&scan, &token, "author", HG_DOCX_OWN_AUTHOR);

        if (own && hg_str_is(token.local, "ins")) {
            size_t start = token.span.start, end = element_end(&scan, &token);

            hg_patches_replace(&main->patches, (struct hg_span){start, end}, HG_STR(""));
        } else if (own && hg_str_is(token.local, "del") && token.kind == HG_MARKUP_START) {
            deletion = scan.depth;
            hg_patches_replace(&main->patches, token.span, HG_STR(""));
        } else if (deletion > 0 && token.kind == HG_MARKUP_END && scan.depth + 1 == deletion) {
            hg_patches_replace(&main->patches, token.span, HG_STR(""));
            deletion = 0;
        } else if (deletion > 0 && hg_markup_is(&token, HG_MARKUP_NS_W, "delText")) {
            size_t end = token.kind == HG_MARKUP_END ? token.span.end - 1 : token.name_end;

            while (main->text.data[end - 1] != 't') {
                end--; /* a blank before the '>' of an end tag */
            }
            hg_patches_replace(&main->patches, (struct hg_span){end - 7, end}, HG_STR("t"));
        }
    }
    hg_markup_release(&scan);
}

static bool is_own_paragraph(const struct hg_docx_own *own, struct hg_str id)
{
    for (size_t i = 0; i < own->paragraphs.len; i++) {
        if (hg_str_equal(own->paragraphs.items[i], id)) {
            return true;
        }
    }
    return false;
}

static void strip_extended(const struct hg_docx_own *own, struct hg_docx_raw *raw)
{
    struct hg_markup scan;
    struct hg_markup_token token;
    struct hg_markup_attribute parent;

    hg_markup_init(&scan, hg_buf_view(&raw->text));
    while (hg_markup_next(&scan, &token)) {
        if (!opens(&token) || !hg_markup_is(&token, HG_MARKUP_NS_W15, "commentEx")) {
            continue;
        }
        if (is_own_paragraph(own, hg_markup_value(&scan, &token, HG_MARKUP_NS_W15, "paraId"))) {
            size_t start = token.span.start, end = element_end(&scan, &token);

            hg_patches_replace(&raw->patches, (struct hg_span){start, end}, HG_STR(""));
        } else if (hg_markup_find(&scan, &token, HG_MARKUP_NS_W15, "paraIdParent", &parent) &&
                   is_own_paragraph(own, hg_str_sub(scan.text, parent.value))) {
            hg_patches_replace(&raw->patches, parent.whole, HG_STR(""));
        }
    }
    hg_markup_release(&scan);
}

/* commentsIds ties paraIds to durable ids, commentsExtensible knows the latter only. */
static void strip_durable(const struct hg_docx_own *own, struct hg_docx_raw *ids,
                          struct hg_docx_raw *extensible)
{
    HG_VEC(struct hg_str) durable = {0};
    struct hg_markup scan;
    struct hg_markup_token token;

    hg_markup_init(&scan, hg_buf_view(&ids->text));
    while (hg_markup_next(&scan, &token)) {
        if (opens(&token) && hg_markup_is(&token, HG_MARKUP_NS_CID, "commentId") &&
            is_own_paragraph(own, hg_markup_value(&scan, &token, HG_MARKUP_NS_CID, "paraId"))) {
            size_t start = token.span.start, end;

            *HG_HEAP_PUSH(&durable) =
                hg_markup_value(&scan, &token, HG_MARKUP_NS_CID, "durableId");
            end = element_end(&scan, &token);
            hg_patches_replace(&ids->patches, (struct hg_span){start, end}, HG_STR(""));
        }
    }
    hg_markup_release(&scan);
    hg_markup_init(&scan, hg_buf_view(&extensible->text));
    while (hg_markup_next(&scan, &token)) {
        bool own_entry = false;

        if (!opens(&token) || !hg_markup_is(&token, HG_MARKUP_NS_CEX, "commentExtensible")) {
            continue;
        }
        for (size_t i = 0; i < durable.len; i++) {
            own_entry = own_entry || hg_str_equal(durable.items[i],
                                                  hg_markup_value(&scan, &token, HG_MARKUP_NS_CEX,
                                                                "durableId"));
        }
        if (own_entry) {
            size_t start = token.span.start, end = element_end(&scan, &token);

            hg_patches_replace(&extensible->patches, (struct hg_span){start, end}, HG_STR(""));
        }
    }
    hg_markup_release(&scan);
    HG_HEAP_VEC_FREE(&durable);
}

enum hg_status hg_docx_own_strip_entries(const struct hg_docx_own *own,
                                         struct hg_docx_parts *parts, struct hg_error *err)
{
    enum hg_status status = hg_docx_parts_load(parts, HG_DOCX_COMMENTS_EXTENDED, err);

    if (status == HG_OK) {
        status = hg_docx_parts_load(parts, HG_DOCX_COMMENTS_IDS, err);
    }
    if (status == HG_OK) {
        status = hg_docx_parts_load(parts, HG_DOCX_COMMENTS_EXTENSIBLE, err);
    }
    if (status == HG_OK && own->paragraphs.len > 0) {
        strip_extended(own, &parts->part[HG_DOCX_COMMENTS_EXTENDED]);
        strip_durable(own, &parts->part[HG_DOCX_COMMENTS_IDS],
                      &parts->part[HG_DOCX_COMMENTS_EXTENSIBLE]);
    }
    return status;
}
