#define PCRE2_CODE_UNIT_WIDTH 8

#include "lint/pattern.h"

#include <pcre2.h>

#include "base/utf8.h"

/* A sane pattern needs a few hundred steps a paragraph. */
enum { MATCH_LIMIT = 200000, DEPTH_LIMIT = 2000, HEAP_LIMIT_KIB = 8192 };

struct hg_matcher {
    pcre2_match_context *context;
    pcre2_match_data *data; /* for up to 32 groups */
};

/* PCRE2's own type, under a name that headers may know. */
static const pcre2_code *code_of(const struct hg_pattern *pattern)
{
    return (const pcre2_code *)(const void *)pattern;
}

enum hg_status hg_pattern_compile(struct hg_pattern **out, struct hg_str text,
                                  struct hg_error *err)
{
    int code;
    size_t at;
    pcre2_code *compiled = pcre2_compile((PCRE2_SPTR)text.data, text.len,
                                         PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C, &code,
                                         &at, NULL);

    *out = NULL;
    if (text.len == 0) {
        pcre2_code_free(compiled);
        return hg_error_set(err, HG_BAD_SETTINGS, "匹配式是空的");
    }
    if (compiled == NULL) {
        char message[160];

        (void)pcre2_get_error_message(code, (PCRE2_UCHAR *)message, sizeof message);
        return hg_error_set(err, HG_BAD_SETTINGS, "匹配式“%.*s”第 %zu 个字符处有误：%s",
                            HG_FMT(text),
                            hg_utf8_count(hg_str_sub(text, (struct hg_span){0, at})) + 1, message);
    }
    /* Without JIT support the interpreter does the same, slower. */
    (void)pcre2_jit_compile(compiled, PCRE2_JIT_COMPLETE);
    *out = (struct hg_pattern *)(void *)compiled;
    return HG_OK;
}

void hg_pattern_free(struct hg_pattern *pattern)
{
    pcre2_code_free((pcre2_code *)(void *)pattern);
}

struct hg_matcher *hg_matcher_open(void)
{
    struct hg_matcher *matcher = hg_heap_alloc(sizeof *matcher);

    matcher->context = pcre2_match_context_create(NULL);
    matcher->data = pcre2_match_data_create(32, NULL);
    if (matcher->context == NULL || matcher->data == NULL) {
        hg_oom();
    }
    (void)pcre2_set_match_limit(matcher->context, MATCH_LIMIT);
    (void)pcre2_set_depth_limit(matcher->context, DEPTH_LIMIT);
    (void)pcre2_set_heap_limit(matcher->context, HEAP_LIMIT_KIB);
    return matcher;
}

void hg_matcher_free(struct hg_matcher *matcher)
{
    pcre2_match_data_free(matcher->data);
    pcre2_match_context_free(matcher->context);
    hg_heap_free(matcher);
}

enum hg_pattern_result hg_pattern_find(const struct hg_pattern *pattern,
                                       struct hg_matcher *matcher, struct hg_str text,
                                       size_t from, struct hg_span *span)
{
    const size_t *ends;
    int count;

    if (from >= text.len) {
        return HG_PATTERN_NONE;
    }
    /* A paragraph's text is valid UTF-8: readers see to that. */
    count = pcre2_match(code_of(pattern), (PCRE2_SPTR)text.data, text.len, from,
                        PCRE2_NOTEMPTY | PCRE2_NO_UTF_CHECK, matcher->data, matcher->context);
    if (count == PCRE2_ERROR_NOMATCH) {
        return HG_PATTERN_NONE;
    }
    if (count < 0) {
        return HG_PATTERN_LIMIT;
    }
    ends = pcre2_get_ovector_pointer(matcher->data);
    if (ends[0] >= ends[1]) { /* \K in a lookahead can do this */
        return HG_PATTERN_NONE;
    }
    *span = (struct hg_span){ends[0], ends[1]};
    return HG_PATTERN_FOUND;
}

void hg_pattern_replace(struct hg_buf *out, const struct hg_pattern *pattern,
                        struct hg_matcher *matcher, struct hg_str text, struct hg_span span,
                        struct hg_str replacement)
{
    char bytes[1024];
    size_t len = sizeof bytes;
    int count = pcre2_substitute(
        code_of(pattern), (PCRE2_SPTR)text.data, text.len, span.start,
        PCRE2_NOTEMPTY | PCRE2_NO_UTF_CHECK | PCRE2_SUBSTITUTE_REPLACEMENT_ONLY |
            PCRE2_SUBSTITUTE_UNSET_EMPTY | PCRE2_SUBSTITUTE_UNKNOWN_UNSET,
        NULL, matcher->context, (PCRE2_SPTR)replacement.data, replacement.len,
        (PCRE2_UCHAR *)bytes, &len);

    if (count > 0) {
        hg_buf_append(out, bytes, len);
    } else {
        hg_buf_str(out, replacement);
    }
}
