/* Values with slots, and interned words, read without asking Python: what modules of several rooms share. */
#ifndef SLOTS_H
#define SLOTS_H
#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <structmember.h>

/* What stands in a slot; borrowed. */
static inline PyObject *slot(PyObject *value, Py_ssize_t offset)
{
    return *(PyObject **)((char *)value + offset);
}

/* Where a class with slots has one of them; -1 with an error. */
static inline Py_ssize_t slot_offset(PyObject *cls, const char *name)
{
    PyObject *found = PyObject_GetAttrString(cls, name);
    Py_ssize_t offset = -1;
    if (found && Py_IS_TYPE(found, &PyMemberDescr_Type))
        offset = ((PyMemberDescrObject *)found)->d_member->offset;
    else if (found)
        PyErr_Format(PyExc_TypeError, "%R has no slot '%s'", cls, name);
    Py_XDECREF(found);
    return offset;
}

/* Where a class with slots has some of them; -1 with an error. */
static inline int slots_read(PyTypeObject *type, const char *const *names, int count, Py_ssize_t *offsets)
{
    for (int at = 0; at < count; at++)
        if ((offsets[at] = slot_offset((PyObject *)type, names[at])) < 0)
            return -1;
    return 0;
}

/* Is a text a word that is interned? */
static inline int is_word(PyObject *text, PyObject *word)
{
    if (text == word)
        return 1;
    return PyUnicode_Check(text) && !PyUnicode_CHECK_INTERNED(text) && PyUnicode_Compare(text, word) == 0;
}

#endif
