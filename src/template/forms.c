/* The shipped forms: compiled in as they stand in templates/, parsed once when first asked for. */
#include <pthread.h>

#include "template/embedded.h"
#include "template/load.h"

static struct hg_form_set shipped;
/* volatile: read by nothing but a leak checker, and kept for it. */
static struct hg_arena *volatile arena; /* holds them */
static pthread_once_t once = PTHREAD_ONCE_INIT;

/* Written once under pthread_once, constant from then on; never freed, like the program's text. */
static void read_shipped(void)
{
    arena = hg_arena_open();
    for (const struct hg_embedded *file = hg_embedded_forms; file->name != NULL; file++) {
        struct hg_str text = {(const char *)file->bytes, file->len};
        struct hg_form *form;

        /* tests/template/test_forms.c holds that every one of them reads. */
        if (hg_form_read(&form, arena, text, file->name, NULL) == HG_OK) {
            *HG_PUSH(arena, &shipped.forms) = form;
        }
    }
}

const struct hg_form_set *hg_forms_shipped(void)
{
    (void)pthread_once(&once, read_shipped);
    return &shipped;
}
