/* The order of an Arabic name, and its Reading: `order_of` of order.py, `in_order` of together.py. */
#include "_roles.h"
#include <math.h>

/* Is a piece of a text all in capitals, with two letters or more? */
static int is_shouted(PyObject *text, PyObject *placed)
{
    Py_ssize_t at = PyLong_AsSsize_t(PyTuple_GET_ITEM(placed, 1)), end = PyLong_AsSsize_t(PyTuple_GET_ITEM(placed, 2));
    int capitals = 0, letters = 0;
    for (; at < end && at < PyUnicode_GET_LENGTH(text); at++) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(text, at);
        if (Py_UNICODE_ISLOWER(letter) || Py_UNICODE_ISTITLE(letter))
            return 0;
        capitals |= Py_UNICODE_ISUPPER(letter);
        letters += Py_UNICODE_ISALPHA(letter);
    }
    return capitals && letters > 1;
}

/* What the words between say: after a nasab the given name has come. */
static double middle(const Teller *self, PyObject **units, int size)
{
    if (is_kind(self, units[0], KUNYA))
        return 2.0;
    for (int at = 1; at < size - 1; at++)
        if (is_loose_nasab(self, units[at]))
            return 3.0;
    return is_loose_nasab(self, units[size - 1]) ? 2.0 : 0.5 * (size - 2);
}

/* The log-odds that the given name comes first, and what they rest on. */
static double order(const Teller *self, PyObject **units, int size, PyObject *text, int arabic, long comma, int *why)
{
    PyObject *first = units[0], *last = units[size - 1];
    if (size < 2)
        return *why = ALONE, 9.0;
    if (comma >= 0)
        return *why = SET_APART, -6.0;
    int shouted = is_shouted(text, first);
    if (shouted != is_shouted(text, last))
        return *why = CAPITALS, shouted ? -5.0 : 5.0;
    PyObject *head = units[size > 2 && is_kind(self, first, KUNYA) ? 1 : 0];
    *why = LEANINGS;
    return self->prior + (arabic ? self->script : 0.0) + lean_of(self, head) - lean_of(self, last) + middle(self, units, size);
}

/* A number with three places behind the point, as round() makes it; what lies in the middle is left to decimals. */
static PyObject *rounded(double number)
{
    double whole = rint(number * 1000);
    if (fabs(fabs(number * 1000 - whole) - 0.5) > 1e-6)
        return PyFloat_FromDouble(whole / 1000);
    char *told = PyOS_double_to_string(number, 'f', 3, 0, NULL);
    double found = told ? PyOS_string_to_double(told, NULL, NULL) : -1.0;
    PyMem_Free(told);
    return PyErr_Occurred() ? NULL : PyFloat_FromDouble(found);
}

/* How sure a name is; NULL with an error. */
static PyObject *confidence(const Teller *self, const Whole *whole, PyObject *text, double sure, int count, int latin)
{
    PyObject *native = of_form(self, whole->first, NATIVE);
    if (whole->known || count > 1 || !latin || !PyUnicode_Check(native) || !PyUnicode_GET_LENGTH(native))
        return rounded(sure * (self->unknown + self->known * whole->known / count));
    PyObject *told = PyObject_CallFunctionObjArgs(self->asked[LONE], text, native, NULL);
    double share = told ? PyFloat_AsDouble(told) : -1.0;
    Py_XDECREF(told);
    return PyErr_Occurred() ? NULL : rounded(share);
}

/* What is behind a reading: what `others` tells where its order is in doubt. */
static PyObject *behind(const Teller *self, PyObject *name, double odds, int doubted, int latin)
{
    if (!doubted)
        return Py_NewRef(latin ? self->behind : self->nothing);
    PyObject *number = PyFloat_FromDouble(odds), *asked[] = {name, number, latin ? Py_True : Py_False};
    PyObject *told = number ? PyObject_Vectorcall(self->asked[OTHERS], asked, 3, NULL) : NULL;
    Py_XDECREF(number);
    return told;
}

/* The steps of a name whose order rests on these words. */
static PyObject *steps_of(Teller *self, int why)
{
    if (!self->steps[why])
        self->steps[why] = PyObject_CallOneArg(self->asked[STEPS], words[why]);
    return Py_XNewRef(self->steps[why]);
}

/* Is a text in Latin letters, is it in Arabic ones? -1 with an error. */
static int scripts(const Teller *self, PyObject *text, int *latin, int *arabic)
{
    *latin = PyUnicode_IS_ASCII(text);
    *arabic = 0;
    if (*latin)
        return 0;
    PyObject *script = PyObject_CallOneArg(self->asked[SCRIPT], text);
    if (!script)
        return -1;
    *latin = is(script, LATN);
    *arabic = is(script, ARAB);
    Py_DECREF(script);
    return 0;
}

/* read(name): the Reading of a Name in the order its words lean to; NotImplemented for a name that is left to Python. */
PyObject *read_name(Teller *self, PyObject *name)
{
    if (!PyTuple_Check(name) || PyTuple_GET_SIZE(name) != 4 || !PyUnicode_Check(PyTuple_GET_ITEM(name, 0)) ||
        !PyTuple_Check(PyTuple_GET_ITEM(name, 1)) || !PyList_Check(PyTuple_GET_ITEM(name, 2)))
        return PyErr_Format(PyExc_TypeError, "a Name: its text, titles, units, and a comma");
    PyObject *text = PyTuple_GET_ITEM(name, 0), *units = PyTuple_GET_ITEM(name, 2), *told = NULL;
    if (PyTuple_GET_SIZE(PyTuple_GET_ITEM(name, 1)) || !is_fit(self, units))
        Py_RETURN_NOTIMPLEMENTED;
    int size = (int)PyList_GET_SIZE(units), latin, arabic, why;
    long comma = PyTuple_GET_ITEM(name, 3) == Py_None ? -1 : PyLong_AsLong(PyTuple_GET_ITEM(name, 3));
    if (PyErr_Occurred() || scripts(self, text, &latin, &arabic) < 0)
        return NULL;
    Roles roles = {.teller = self, .units = ((PyListObject *)units)->ob_item};
    double odds = order(self, roles.units, size, text, arabic, comma, &why);
    if (why == LEANINGS && odds <= self->surname_sure)
        Py_RETURN_NOTIMPLEMENTED; /* few names are turned, and whether one is Python knows */
    int doubted = odds > self->surname_sure && odds < self->given_sure, given_first = doubted || odds > 0, many = size > 1;
    if (doubted)
        why = EITHER;
    add_roles(&roles, size, given_first, (int)(comma > size ? size : comma));
    Whole whole = {NULL};
    if (roles.failed || PyErr_Occurred() || assembled(self, &roles, text, &whole) < 0)
        return forget(&whole), NULL;
    PyObject *share = confidence(self, &whole, text, many ? 1 / (1 + exp(given_first ? -odds : odds)) : 0.95, size, latin);
    PyObject *others = share ? behind(self, name, odds, doubted, latin) : NULL;
    PyObject *steps = others ? steps_of(self, many ? why : NONE) : NULL;
    if (steps) {
        PyObject *fields[] = {text, whole.canonical, whole.native, words[PERSON], words[AR], whole.key, share,
                              words[doubted ? AMBIGUOUS : whole.known ? OK : UNKNOWN], whole.parts,
                              many ? Py_None : of_form(self, whole.first, ROW), others, steps, Py_None, whole.given, Py_None,
                              whole.surname, whole.gender};
        told = PyObject_Vectorcall(self->asked[READING], fields, sizeof fields / sizeof *fields, NULL);
    }
    Py_XDECREF(share);
    Py_XDECREF(others);
    Py_XDECREF(steps);
    forget(&whole);
    return told;
}
