/* What the parts of the module `_vowels` share. */
#ifndef VOWELS_H
#define VOWELS_H
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <string.h>

#define ROOM 40  /* letters of the longest word that is read here; longer ones are left to Python */
#define EDGES 3  /* the signs of an edge before a word and after it */
#define KINDS 256
#define LONGEST (ROOM + 4) /* letters of a mark */
#define MANY 32   /* signs of a table that is read here */

#ifdef __GNUC__
#define FETCH(place) __builtin_prefetch(place)
#else
#define FETCH(place) ((void)(place))
#endif

/* What a mark gives: the numbers of signs, then what each gains. */
typedef struct {
    const uint8_t *bytes; /* NULL for a mark that the table has not */
    Py_ssize_t size;
} Line;

/* The weights of a table as vowels.py packs them: of each mark the number of its letters, these, the number of bytes
 * of its line, the line. Where each begins is told by the slot of its hash. */
typedef struct {
    PyObject_HEAD
    PyObject *names; /* the signs in their order */
    PyObject *packed;
    uint32_t *tags;   /* of the mark in each slot, 0 where there is none: so few that they stay near at hand */
    uint32_t *places; /* where it stands */
    size_t last;      /* the number of the last slot; of all slots together a power of two */
    uint8_t weak[0x10000 / 8], servile[0x10000 / 8];
} Field;

typedef struct {
    const Field *field;
    int size;
    Py_UCS2 word[ROOM], text[ROOM + 2 * EDGES], weak[ROOM], stems[ROOM + 2 * EDGES];
} Word;

typedef struct { /* the numbers of the signs that a letter may bear */
    const uint8_t *signs;
    Py_ssize_t count;
} Choices;

/* ---- the marks of a table, found by their letters ---- */

static inline int is_in(const uint8_t *bits, Py_UCS2 letter)
{
    return bits[letter >> 3] >> (letter & 7) & 1;
}

static inline uint64_t hashed(uint64_t hash, Py_UCS4 letter)
{
    hash = (hash ^ letter) * 0x9E3779B97F4A7C15ULL;
    return hash ^ hash >> 29;
}

static inline uint32_t tag_of(uint64_t hash)
{
    uint32_t tag = (uint32_t)(hash >> 32);
    return tag ? tag : 1;
}

static inline unsigned short_at(const uint8_t *bytes)
{
    return bytes[0] | (unsigned)bytes[1] << 8;
}

static inline const uint8_t *place_of(const Field *field, size_t slot)
{
    return (const uint8_t *)PyBytes_AS_STRING(field->packed) + field->places[slot];
}

static inline int is_mark(const uint8_t *place, const Py_UCS2 *mark, int size)
{
    if (short_at(place) != (unsigned)size)
        return 0;
    for (int at = 0; at < size; at++)
        if (short_at(place + 2 + 2 * at) != mark[at])
            return 0;
    return 1;
}

static inline uint64_t hash_of(const Py_UCS2 *mark, int size)
{
    uint64_t hash = 0;
    for (int at = 0; at < size; at++)
        hash = hashed(hash, mark[at]);
    return hash;
}

/* The first slot that may be a mark's from a slot on; beyond the last where there is none. */
static inline size_t slot_of(const Field *field, uint64_t hash, size_t slot)
{
    uint32_t tag = tag_of(hash);
    for (; field->tags[slot]; slot = (slot + 1) & field->last)
        if (field->tags[slot] == tag)
            return slot;
    return field->last + 1;
}

/* What a mark gives; `slot` is the first that may be its own. */
static inline Line line_at(const Field *field, const Py_UCS2 *mark, int size, uint64_t hash, size_t slot)
{
    for (; slot <= field->last; slot = slot_of(field, hash, (slot + 1) & field->last)) {
        const uint8_t *place = place_of(field, slot);
        if (is_mark(place, mark, size))
            return (Line){place + 4 + 2 * size, (Py_ssize_t)short_at(place + 2 + 2 * size)};
    }
    return (Line){NULL, 0};
}

static inline Line line_of(const Field *field, const Py_UCS2 *mark, int size)
{
    uint64_t hash = hash_of(mark, size);
    return line_at(field, mark, size, hash, slot_of(field, hash, hash & field->last));
}

/* ---- _vowels_field.c: the weights of a table ---- */

extern PyTypeObject FieldType;

/* ---- _vowels_likeliest.c: the likeliest signs of a word ---- */

int is_fit(const Field *field, PyObject *text);
int word_from(Word *word, Field *field, PyObject *text);
void likeliest(const Word *word, const Choices *choices, uint8_t *path);

/* ---- _vowels_laid.c: a Latin spelling laid along the letters of a word ---- */

#define SPELT 63 /* letters of the longest spelling that is read here */
#define PIECE 11 /* letters of a spelling in a row of the table: dschdsch */
#define NEVER 0xff

/* What a vowel is, as bits: of the letters of a sign, or what latin.py writes as a sign of its own. */
enum { A = 1, I = 2, U = 4, OTHER = 8, ANY = 16, LENGTH = 32, GLIDE = 64 };

enum { ONCE, TWICE, EITHER }; /* is a letter doubled? */

typedef struct { /* a row: what a letter may be spelt as */
    char written[PIECE + 1];
    uint8_t size, doubled, vowels;
    double cost;
} Way;

typedef struct { /* the rows of a letter: its spellings as a consonant, those of no letters last, and as a vowel */
    Py_UCS4 letter;
    Way *consonants, *vowels;
    int many, more;
} Ways;

typedef struct {
    PyObject_HEAD
    Field *field;
    PyObject *texts; /* the harakat of each sign */
    Ways *ways;      /* of each letter; the first of those that Arabic leaves out */
    int letters;
    uint8_t bodies[MANY]; /* of each sign the bit of its vowel, 0 for none */
    uint8_t any[4], short_vowels; /* what a letter bears that was never seen; how many these are */
    uint8_t unwritten[MANY], short_i[MANY], shadda[MANY], hamza[MANY]; /* is it A, i, doubled, under a hamza? */
    uint8_t twice[MANY]; /* of each sign the same with a shadda, NEVER where there is none */
} Speller;

typedef struct {
    uint8_t doubled, vowels;
} Mark;

typedef struct { /* the cheapest way on from a letter and a place in the spelling */
    double cost;
    Mark mark;
    uint8_t wide, end; /* the letters of its first step, NEVER where there is no way; where that ends */
} Way_on;

typedef struct {
    const Speller *speller;
    const Ways *ways[ROOM]; /* of each letter */
    Py_UCS4 letters[ROOM];
    const char *spelling;
    int last;
    uint8_t known[ROOM][SPELT + 1];
    Way_on on[ROOM][SPELT + 1];
} Laid;

enum { ALEF = 0x627, WAW = 0x648, YEH = 0x64A, MAQSURA = 0x649, ABOVE = 0x623, BELOW = 0x625, MADDA = 0x622,
       ON_WAW = 0x624, ON_YEH = 0x626 };

double way_on(Laid *laid, int at, int spelt);

/* ---- _vowels_speller.c: the vowels that a Latin spelling tells of ---- */

extern PyTypeObject SpellerType;

#endif
