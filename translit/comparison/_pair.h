/* What the parts of the module `_pair` share. */
#ifndef PAIR_H
#define PAIR_H
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <math.h>
#include <stdint.h>
#include <string.h>
#include <structmember.h>

#define ROOM 12  /* the parts of a name; longer names are left to Python */
#define ROLES 64 /* parts play no more roles than these */
#define TRAITS 13

/* As in alike.py and odds.py. */
#define CERTAIN 6.0
#define FAR 1.2
#define NEAR 0.45
#define KNOWN 4.0
#define NATIVE 2.5
#define SOUND 0.3
#define CLEARED 1.0
#define LIKELY 0.0
#define LEAST 0.01
#define CLEAR 0.1
#define HOPELESS 2.2
#define DOUBTFUL 0.5
#define TELLING_RU 0.0
#define TELLING_AR 1.3
#define LEAST_BOUND 0.85
#define BY_LETTERS 0.89
#define HALF 0.5
#define EITHER 0.53
#define LITTLE 0.2
#define ARABIC 0x600 /* before which no Arabic letter stands */
#define SURE_READING 0.6
#define VOWELS 4.0
#define ENDED 2
#define SLIPPED 0.1
#define UNMEASURED 3.0 /* near.py's _HOPELESS */
/* As in pairing.py and features.py. */
#define CROSSED 0.15
#define COMMON 9.0
#define HONOURED 2.5
/* As in __init__.py. */
#define SURE 0.99
#define APART 0.02
#define CONTRADICTED 0.87
#define STRANGERS 0.49
#define SELDOM 7.0
#define ARAB_SLIP 2.0
#define OTHER_SCRIPTS 0x370
#define FATHA 0x64E
#define DAMMA 0x64F
#define FEW 2

enum relation { EQUAL, VARIANT, INITIAL, EQUIVALENT, CONTRADICTS };
/* alike.py's REASONS, in their order. */
enum reason { SAME, LENGTHS, LETTER, GENERICS, ROWS, ONE_ROW, KIN, READ_ONE, ONE_FORM, ENDINGS, ONE_SOUND, LETTERS, GENDERS, FAMILIES, COGNATES };
/* What a Judge calls, in the order in which judge.py hands it over. */
enum call { MEANT, SPLIT, SLIPS, PENNED, GENERIC, LENGTHS_APART, ONE_GENERIC, MEN, DISTANCE, VOWELS_APART, COGNATE, FITS, ENDS, CALLS };
enum role { NO_ROLE, CROSS, SURNAME, ISM, NASAB, LAQAB };
enum feature { BIAS, LEAST_LIKE, AGAINST, UNLIKE, AGREES, FARNESS, LIKE, BY_INITIAL, BY_EQUIVALENT, OMITTED, FATHER, SHARE, FEATURES };

/* ---- _pair_words.c: words and parts ---- */

extern PyObject *role_numbers; /* of each role its number; that of none is 0 */
extern PyObject *role_name, *text_name, *table_name; /* names of attributes */

typedef struct {
    PyObject_HEAD
    PyObject *forms, *best, *patterns;
    char known;
} Meant;

typedef struct {
    PyObject_HEAD
    PyObject *core, *spelt, *key, *names, *forms, *never, *symbols, *canonical, *native, *row, *ending, *called;
    Meant *meant;  /* what it is read as, once asked */
    PyObject *men; /* the key of the men's form of its family, once asked */
    double rarity;
    uint64_t sounds;
    char initial, own, generic, man, local, usual;
} Word;

typedef struct {
    PyObject_HEAD
    PyObject *part;
    Word *word;
    PyObject *words; /* its words as parts of their own, once asked */
    int role;
    char spaced;
} Token;

extern PyTypeObject MeantType, WordType, TokenType;

PyObject *bits_of(PyObject *module, PyObject *key);

/* ---- the judge, and what lies before it ---- */

typedef struct { /* how two words relate, as far as it is known */
    double far, like, raw;
    char state, relation, reason, pending, alike, kin, apart, one;
} Cell;

typedef struct { /* how two names were laid beside each other, and of what; nothing where `given[0]` is NULL */
    PyObject *given[3]; /* both names and what their Readings tell further, held */
    Token *left[ROOM], *right[ROOM];
    Cell cells[ROOM];
    double score;
    int lefts, rights, ones[ROOM], twos[ROOM], pairs;
    char left_taken[ROOM], right_taken[ROOM], one_row, bounded;
} Last;

typedef struct {
    PyObject_HEAD
    PyObject *calls[CALLS], *language, *weights;
    Last last;
    double traits[TRAITS], odds[5];
    double base[FEATURES], roles[ROLES][3]; /* what each feature weighs; of each role: contradicts, like, omitted */
    char told[ROLES], russian, arabic, other, weighed;
} Judge;

enum state { OPEN, ROUGH, DONE };

typedef struct {
    double cost;
    Word *first, *second;
    int i, j, order;
} Offer;

typedef struct { /* two names on the table */
    Token *left[ROOM], *right[ROOM];
    int lefts, rights;
    char left_taken[ROOM], right_taken[ROOM];
    Cell cells[ROOM][ROOM];
    int ones[ROOM], twos[ROOM], pairs; /* what is laid beside what */
} Table;

static inline int same(PyObject *one, PyObject *two)
{
    if (one == two)
        return 1;
    Py_ssize_t size = PyUnicode_GET_LENGTH(one);
    int kind = PyUnicode_KIND(one);
    return size == PyUnicode_GET_LENGTH(two) && kind == (int)PyUnicode_KIND(two) &&
           !memcmp(PyUnicode_DATA(one), PyUnicode_DATA(two), (size_t)(size * kind));
}

static inline PyObject *ask(Judge *self, enum call what, PyObject *one, PyObject *two)
{
    PyObject *given[] = {one, two};
    return PyObject_Vectorcall(self->calls[what], given, two ? 2 : 1, NULL);
}

static inline int ask_truth(Judge *self, enum call what, PyObject *one, PyObject *two)
{
    PyObject *found = ask(self, what, one, two);
    int truth = found ? PyObject_IsTrue(found) : -1;
    Py_XDECREF(found);
    return truth;
}

static inline int ask_number(Judge *self, enum call what, PyObject *one, PyObject *two, double *number)
{
    PyObject *found = ask(self, what, one, two);
    *number = found ? PyFloat_AsDouble(found) : -1.0;
    Py_XDECREF(found);
    return *number == -1.0 && PyErr_Occurred() ? -1 : 0;
}

static inline int bits(uint64_t word)
{
    int count = 0;
    for (; word; word &= word - 1)
        count++;
    return count;
}

/* Whether the keys of two words share so little that their letters need not be measured. */
static inline int unlike(Word *a, Word *b)
{
    int one = bits(a->sounds), two = bits(b->sounds), least = one < two ? one : two;
    return least > 1 && 3 * bits(a->sounds & b->sounds) <= least;
}

/* ---- _pair_odds.c: how far two words are apart, and the odds that they are one ---- */

int share(PyObject *set, PyObject *things);
int read_back(Judge *self, Word *word);
double share_of(const Word *word, PyObject *form);
double shared(Word *one, Word *two);
int weigh_evidence(Judge *self, Word *a, Word *b, double far, int keyed, double *like);
double within(double like);
int measure(Judge *self, Word *a, Word *b, Cell *cell);

/* ---- _pair_alike.c: how two words relate ---- */

int rough(Judge *self, const Token *left, const Token *right, Cell *cell);
int two_known(Judge *self, Word *a, Word *b);
int two_rows(const Word *a, const Word *b);
int other_rows(Judge *self, const Word *a, const Word *b);
int unread(Judge *self, Word *a, Word *b);
int two_called(Judge *self, Word *a, Word *b);
int finish(Judge *self, const Token *left, const Token *right, Cell *cell);

/* ---- _pair_laid.c: what is laid beside what ---- */

int settle(Judge *self, Table *table);
int are_tokens(PyObject *tokens);
int resolved(Judge *self, PyObject *here, PyObject *there, int apart, Token **tokens);

/* ---- _pair_score.c: the picture and the score ---- */

int weight_of(Judge *self, PyObject *name, double *weight);
double judged(Judge *self, Table *table, PyObject *further, int one_row, int bounded);

/* ---- _pair_judge.c ---- */

extern PyTypeObject JudgeType;

#endif
