/* What the parts of the module `_quick` share. */
#ifndef QUICK_H
#define QUICK_H
#define PY_SSIZE_T_CLEAN
#include <Python.h>

/* _quick.c */

/* Tell the search for garbage to pass a value over, and the tuples of which it is made. */
void pass_over(PyObject *value);

/* _quick_memory.c */

extern PyTypeObject AnswersType, RememberedType;

#endif
