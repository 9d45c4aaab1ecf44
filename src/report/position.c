#include "report/position.h"

#include <string.h>

#include "base/hash.h"
#include "base/utf8.h"

struct hg_position hg_position_of(struct hg_place place)
{
    struct hg_position position = {1, 0, 0};

    if (place.paragraph != NULL) {
        struct hg_str text = place.paragraph->text;

        position.line = place.paragraph->number;
        position.start =
            hg_utf8_count(hg_str_sub(text, (struct hg_span){0, place.span.start}));
        position.end = position.start + hg_utf8_count(hg_str_sub(text, place.span));
    }
    return position;
}

void hg_position_words(struct hg_buf *out, const struct hg_outline *outline,
                       const struct hg_finding *finding)
{
    if (finding->heading != UINT32_MAX) {
        hg_outline_path(outline, finding->heading, out);
        hg_buf_puts(out, "，");
    }
    hg_place_words(out, finding->place);
}

void hg_position_fingerprint(char out[33], struct hg_str key, const struct hg_finding *finding)
{
    struct hg_buf text = HG_BUF_INIT;

    hg_buf_str(&text, key);
    hg_buf_printf(&text, "\n%s", finding->fingerprint);
    hg_hash128_hex(hg_hash128(hg_buf_view(&text)), out);
    hg_buf_release(&text);
}

void hg_position_uri(struct hg_buf *out, struct hg_str path)
{
    for (size_t i = 0; i < path.len; i++) {
        char byte = path.data[i];
        bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                     (byte >= '0' && byte <= '9') || (byte != '\0' && strchr("-._~/", byte) != NULL);

        if (plain) {
            hg_buf_putc(out, byte);
        } else {
            hg_buf_printf(out, "%%%02X", (unsigned)(unsigned char)byte);
        }
    }
}

void hg_finding_text(struct hg_buf *out, const struct hg_finding *finding, const char *separator)
{
    hg_buf_str(out, finding->message);
    if (finding->working.len > 0) {
        hg_buf_printf(out, "%s算式：%.*s", separator, HG_FMT(finding->working));
    }
    if (finding->has_suggestion) {
        hg_buf_printf(out, "%s建议改为：%.*s", separator, HG_FMT(finding->suggestion));
    }
}
