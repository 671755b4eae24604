/* The words that the parts of the module tell units, roles and scripts by. */
#include "_roles.h"

static const char *const word_texts[WORDS] = {
    "name", "compound", "kunya", "nasab", "ism", "laqab", "nisba", "family", "m", "f", "\xd8\xa7\xd8\xa8\xd9\x86 ", "",
    "person", "ar", "ok", "unknown", "ambiguous", "Latn", "Arab", "one name", "the comma sets the surname apart",
    "the surname in capitals", "the words' own leanings", "the words' own leanings; either order is possible"};
PyObject *words[WORDS];

/* Make them, once; -1 with an error. */
int make_words(void)
{
    for (int at = 0; at < WORDS; at++)
        if (!words[at] && !(words[at] = PyUnicode_InternFromString(word_texts[at])))
            return -1;
    return 0;
}
