/* A Latin spelling laid along the letters of a word: the cheapest way through both (latin.py). */
#include "_vowels.h"

static int is_one_of(Py_UCS4 letter, const Py_UCS2 *letters)
{
    for (; *letters; letters++)
        if (*letters == letter)
            return 1;
    return 0;
}

static const Py_UCS2 LAST[] = {0x629, 0x647, 0x649, 0};                      /* ةهى */
static const Py_UCS2 THROAT[] = {0x621, 0x623, 0x625, 0x624, 0x626, 0x639, 0}; /* ءأإؤئع */

static int is_vowel(char letter)
{
    return letter && strchr("aeiou", letter) != NULL;
}

static int is_sign(char letter)
{
    return is_vowel(letter) || letter == 'y' || letter == 'w';
}

static int stands(const Laid *laid, const Way *way, int spelt)
{
    return !strncmp(laid->spelling + spelt, way->written, way->size);
}

/* Take a step where it is cheaper, with all that follows it, than what was found. */
static void tried(Laid *laid, Way_on *best, double cost, Mark mark, int at, int wide, int end)
{
    double after = way_on(laid, at + wide, end);
    if (after >= 0 && (best->wide == NEVER || cost + after < best->cost))
        *best = (Way_on){cost + after, mark, (uint8_t)wide, (uint8_t)end};
}

/* The vowels that may follow a consonant, with the letter of a long one. */
static void with_vowels(Laid *laid, Way_on *best, double cost, uint8_t doubled, int at, int spelt)
{
    Py_UCS4 following = laid->letters[at + 1];
    const Ways *ways = laid->ways[at + 1];
    if (ways && (at + 1 == laid->last || !is_one_of(following, LAST)))
        for (const Way *way = ways->vowels; way < ways->vowels + ways->more; way++)
            if (stands(laid, way, spelt))
                tried(laid, best, cost + way->cost, (Mark){doubled, way->vowels}, at, 2, spelt + way->size);
    int throat = is_one_of(following, THROAT);
    ways = laid->speller->ways;
    for (const Way *way = ways->vowels; way < ways->vowels + ways->more; way++) {
        if (!stands(laid, way, spelt))
            continue;
        int end = spelt + way->size;
        char then = laid->spelling[end];
        double more = way->cost;
        if (throat && is_vowel(then) && then != way->written[way->size - 1])
            more += 0.6; /* _PARTED */
        tried(laid, best, cost + more, (Mark){doubled, way->vowels}, at, 1, end);
    }
}

/* What the cheapest way on from a letter and a place in the spelling costs; below 0 where there is none. */
double way_on(Laid *laid, int at, int spelt)
{
    if (at > laid->last) {
        const char *rest = laid->spelling + spelt;
        return !*rest ? 0.0 : rest[0] == 'e' && !rest[1] ? 0.3 : -1; /* _MUTE */
    }
    Way_on *best = &laid->on[at][spelt];
    if (!laid->known[at][spelt]) {
        laid->known[at][spelt] = 1;
        best->wide = NEVER;
        const Ways *ways = laid->ways[at];
        Py_UCS4 letter = laid->letters[at];
        for (const Way *way = ways ? ways->consonants : NULL; ways && way < ways->consonants + ways->many; way++) {
            if ((way->doubled != ONCE && !at) || !stands(laid, way, spelt))
                continue;
            int end = spelt + way->size;
            double cost = way->cost;
            if (letter == ALEF && at)
                cost += 1.0; /* _LONE_ALEF */
            if (at == laid->last) {
                tried(laid, best, cost, (Mark){way->doubled, ANY}, at, 1, end);
                continue;
            }
            double bare = cost + (is_one_of(letter, THROAT) ? 0.1 : 0.45); /* _THROATY, _NO_VOWEL */
            tried(laid, best, bare, (Mark){way->doubled, 0}, at, 1, end);
            if (is_sign(laid->spelling[end]))
                with_vowels(laid, best, cost, way->doubled, at, end);
        }
    }
    return best->wide == NEVER ? -1 : best->cost;
}
