/* What the parts of the module `_units` share. */
#ifndef UNITS_H
#define UNITS_H
#include "_slots.h"

/* The slots of a word that are asked for, what is odd of it (a tuple), and what parts.py and atoms.py are asked for. */
enum { SPELLING, JOINED, ODD, TITLED, DEFINITE, ELEMENTS, ELEMENT, SECONDS, ENDING, INITIAL, UNIT, ATOM_SLOTS };
enum { COMMA, ARTICLE, NUMBER, HALF, HOLDS_ARTICLE, HOUSE };
enum { MET, FILL, MADE_DEFINITE, TITLES, MADE_HALF, IS_ARTICLE, WHICH_ARTICLE, MADE_UNIT, ABROAD, ASKED };

typedef struct {
    PyObject_HEAD
    PyTypeObject *atom, *unit, *name;
    Py_ssize_t atom_slots[ATOM_SLOTS], language; /* where they stand in an atom and in a unit */
    PyObject *endings;                           /* the second halves of compounds */
    PyObject *asked[ASKED];
} Cutter;

static inline PyObject *of_atom(const Cutter *self, PyObject *item, int name)
{
    return slot(PyTuple_GET_ITEM(item, 0), self->atom_slots[name]);
}

static inline int is_odd(const Cutter *self, PyObject *item, int how)
{
    PyObject *odd = of_atom(self, item, ODD);
    return odd != Py_None && PyObject_IsTrue(PyTuple_GET_ITEM(odd, how));
}

/* Append a word or unit with its place to a list; takes over the first reference, which may be NULL. */
static inline int append(PyObject *list, PyObject *value, PyObject *start, PyObject *end)
{
    PyObject *item = value ? PyTuple_Pack(3, value, start, end) : NULL;
    int told = item ? PyList_Append(list, item) : -1;
    Py_XDECREF(value);
    Py_XDECREF(item);
    return told;
}

/* _units_words.c */

int make_words(void);
PyObject *cut(const Cutter *self, PyObject *text, int *odd, int *titled);
PyObject *joined(const Cutter *self, PyObject *text, PyObject *items);

/* _units_placed.c */

PyObject *parse(Cutter *self, PyObject *text);

#endif
