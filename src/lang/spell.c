#include "lang/spell.h"

#include <hunspell/hunspell.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

/* Debian puts dictionaries into the first folder; others use the second. */
static const char *const folders[] = {"/usr/share/hunspell", "/usr/share/myspell/dicts"};

/* The one handle of the process: made once, never freed, used behind the mutex only. */
static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static Hunhandle *handle;

/* Hunspell_create gives a handle that calls every word wrong if a file is missing: look first. */
static void load(void)
{
    struct hg_arena *arena = hg_arena_open();

    for (size_t i = 0; i < sizeof folders / sizeof *folders && handle == NULL; i++) {
        const char *rules = hg_arena_printf(arena, "%s/en_US.aff", folders[i]);
        const char *words = hg_arena_printf(arena, "%s/en_US.dic", folders[i]);

        if (access(rules, R_OK) == 0 && access(words, R_OK) == 0) {
            handle = Hunspell_create(rules, words);
        }
    }
    hg_arena_free(arena);
}

bool hg_spell_available(void)
{
    (void)pthread_once(&once, load);
    return handle != NULL;
}

static bool copy_word(struct hg_str word, char out[HG_SPELL_WORD_MOST + 1])
{
    if (word.len == 0 || word.len > HG_SPELL_WORD_MOST || !hg_spell_available()) {
        return false;
    }
    memcpy(out, word.data, word.len);
    out[word.len] = '\0';
    return true;
}

bool hg_spell_right(struct hg_str word)
{
    char text[HG_SPELL_WORD_MOST + 1];
    bool right;

    if (!copy_word(word, text)) {
        return true;
    }
    (void)pthread_mutex_lock(&mutex);
    right = Hunspell_spell(handle, text) != 0;
    (void)pthread_mutex_unlock(&mutex);
    return right;
}

void hg_spell_suggest(struct hg_str word, struct hg_arena *arena, struct hg_spell_words *out)
{
    char text[HG_SPELL_WORD_MOST + 1];
    char **list = NULL;
    int count;

    if (!copy_word(word, text)) {
        return;
    }
    (void)pthread_mutex_lock(&mutex);
    count = Hunspell_suggest(handle, &list, text);
    for (int i = 0; i < count; i++) {
        *HG_PUSH(arena, &out->items) = hg_str_copy(arena, hg_str_of(list[i]));
    }
    Hunspell_free_list(handle, &list, count);
    (void)pthread_mutex_unlock(&mutex);
}
