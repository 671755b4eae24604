/* What the parts of the module `_quick` share. */
#ifndef QUICK_H
#define QUICK_H
#define PY_SSIZE_T_CLEAN
#include <Python.h>

/* _quick.c */

/* Tell the search for garbage to pass a value over, and the tuples of which it is made. */
void pass_over(PyObject *value);

/* _quick_answers.c */

typedef struct {
    Py_hash_t hash;
    PyObject *asked, *found; /* NULL: nobody is here */
} Place;

/* The answers for one set of tables. */
typedef struct {
    PyObject_HEAD
    Place *places;
    Py_ssize_t used, mask; /* there are mask + 1 places, a power of two */
} Answers;

Py_hash_t hash_of(PyObject *const *asked, Py_ssize_t count);
int answer_to(Answers *self, PyObject *const *asked, Py_ssize_t count, Py_hash_t hash, PyObject **found);
int answered(Answers *self, PyObject *asked, Py_ssize_t count, Py_hash_t hash, PyObject *found, Py_ssize_t size);
extern PyTypeObject AnswersType;

/* _quick_memory.c */

extern PyTypeObject RememberedType;

#endif
