/* What the parts of the module `_roles` share. */
#ifndef ROLES_H
#define ROLES_H
#include "_slots.h"

#define ROOM 32 /* units of the longest name that is put together here; longer ones are left to Python */

/* The slots of a unit and of a form that are asked for. */
enum { KIND, GIVEN, SURNAME, LEAN, HAS_ARTICLE, SETTLED, GENDER, UNIT_SLOTS };
enum { CANONICAL, NATIVE, KEY, ROLE, ROW, COST, FORM_SLOTS };

enum {
    NAME, COMPOUND, KUNYA, NASAB, ISM, LAQAB, NISBA, FAMILY, MAN, WOMAN, SON, NONE, PERSON, AR, OK, UNKNOWN, AMBIGUOUS, LATN, ARAB,
    ALONE, SET_APART, CAPITALS, LEANINGS, EITHER, WORDS
};

/* _roles_words.c */

extern PyObject *words[WORDS];
int make_words(void);

/* What reading.py is asked for. */
enum {
    READING,  /* makes a Reading of its fields */
    INSIDE,   /* inside(form, text): a part as it stands among others */
    IS_LAQAB, /* is_laqab(unit): does a compound honour? */
    SCRIPT,   /* script(text) */
    STEPS,    /* steps(why) */
    LONE,     /* lone(text, native): how surely a word of no row is read */
    OTHERS,   /* others(name, odds, latin): what is behind a reading whose order is in doubt */
    ASKED
};

typedef struct {
    PyObject_HEAD
    PyTypeObject *unit, *form;
    Py_ssize_t unit_slots[UNIT_SLOTS], form_slots[FORM_SLOTS]; /* where in a value they stand */
    PyObject *asked[ASKED];
    PyObject *behind;                /* the others of a reading in Latin letters whose order is sure */
    PyObject *nothing;               /* an empty tuple */
    PyObject *steps[WORDS];          /* by what the order rests on, once asked for */
    double prior, script;            /* log-odds that the given name comes first: of any name, besides of one in Arabic script */
    double given_sure, surname_sure; /* log-odds from which an order is sure */
    double cost;                     /* what a part without a row of its own may cost and still be known */
    double unknown, known;           /* how sure a name of sure order is: of unknown parts, and what known ones add */
} Teller;

typedef struct { /* a unit in its place, its role there, and how it comes out; all borrowed */
    PyObject *placed, *role, *form;
} Part;

typedef struct {
    const Teller *teller;
    PyObject **units; /* in their places */
    Part parts[ROOM];
    int count;
    int failed; /* was there an error? */
} Roles;

typedef struct { /* the parts of a name put together; all owned but the gender */
    PyObject *canonical, *native, *key, *parts, *given, *surname, *gender, *first;
    int known; /* parts that have a row, or are as good as known */
} Whole;

static inline PyObject *of_unit(const Teller *self, PyObject *placed, int name)
{
    return slot(PyTuple_GET_ITEM(placed, 0), self->unit_slots[name]);
}

static inline PyObject *of_form(const Teller *self, PyObject *form, int name)
{
    return slot(form, self->form_slots[name]);
}

static inline int is(PyObject *text, int word)
{
    return is_word(text, words[word]);
}

static inline int is_kind(const Teller *self, PyObject *placed, int word)
{
    return is(of_unit(self, placed, KIND), word);
}

static inline double lean_of(const Teller *self, PyObject *placed)
{
    return PyFloat_AsDouble(of_unit(self, placed, LEAN));
}

static inline int is_loose_nasab(const Teller *self, PyObject *placed)
{
    return is_kind(self, placed, NASAB) && of_unit(self, placed, SETTLED) != Py_True;
}

/* _roles_laid.c */

void add_roles(Roles *roles, int size, int given_first, int comma);
PyObject *gender_of(const Roles *roles);
int is_fit(const Teller *self, PyObject *units);

/* _roles_whole.c */

void forget(Whole *whole);
int assembled(const Teller *self, const Roles *roles, PyObject *text, Whole *whole);

/* _roles_reading.c */

PyObject *read_name(Teller *self, PyObject *name);

#endif
