/* The units of an Arabic name, each with its place: `_placed` of parts.py; and the Name they make with its titles. */
#include "_units.h"

/* Is a list one of words with their places? */
static int are_items(const Cutter *self, PyObject *items)
{
    if (!PyList_Check(items))
        return 0;
    for (Py_ssize_t at = 0; at < PyList_GET_SIZE(items); at++) {
        PyObject *item = PyList_GET_ITEM(items, at);
        if (!PyTuple_Check(item) || PyTuple_GET_SIZE(item) != 3 || !Py_IS_TYPE(PyTuple_GET_ITEM(item, 0), self->atom))
            return 0;
    }
    return 1;
}

/* May a word follow another in a compound? -1 with an error. */
static int may_follow(const Cutter *self, PyObject *item, PyObject *seconds)
{
    PyObject *elements = of_atom(self, item, ELEMENTS), *element = of_atom(self, item, ELEMENT);
    if (!PyTuple_Check(elements) || !PyTuple_GET_SIZE(elements))
        return PyErr_SetString(PyExc_IndexError, "a word without elements"), -1;
    int told = PySequence_Contains(seconds, PyTuple_GET_ITEM(elements, 0));
    if (told || element == Py_None)
        return told;
    PyObject *name = PyObject_GetAttrString(element, "name");
    told = name ? PySequence_Contains(seconds, name) : -1;
    Py_XDECREF(name);
    return told;
}

/* Does a word make a unit with the next? -1 with an error. */
static int is_joint(const Cutter *self, PyObject *items, Py_ssize_t at)
{
    PyObject *item = PyList_GET_ITEM(items, at), *after = PyList_GET_ITEM(items, at + 1);
    if (of_atom(self, item, INITIAL) == Py_True || is_odd(self, after, COMMA))
        return 0;
    if (of_atom(self, item, ELEMENT) != Py_None || of_atom(self, after, ENDING) == Py_True)
        return 1;
    PyObject *seconds = of_atom(self, item, SECONDS);
    return seconds == Py_None ? 0 : may_follow(self, after, seconds);
}

/* The unit that begins at an item, and the item after it; NULL with an error. */
static PyObject *unit_at(const Cutter *self, PyObject *items, Py_ssize_t *at)
{
    int joint = *at + 1 < PyList_GET_SIZE(items) ? is_joint(self, items, *at) : 0;
    if (joint < 0)
        return NULL;
    if (!joint)
        return Py_NewRef(of_atom(self, PyList_GET_ITEM(items, (*at)++), UNIT));
    PyObject *place = PyLong_FromSsize_t(*at), *asked[] = {items, place}, *unit = NULL;
    PyObject *told = place ? PyObject_Vectorcall(self->asked[MADE_UNIT], asked, 2, NULL) : NULL;
    Py_ssize_t next;
    if (told && PyArg_ParseTuple(told, "On", &unit, &next)) {
        Py_INCREF(unit);
        *at = next;
    }
    Py_XDECREF(place);
    Py_XDECREF(told);
    return unit;
}

/* The units of words, and after which of them a comma stood: a Name of a text with these titles. */
static PyObject *placed(const Cutter *self, PyObject *text, PyObject *titles, PyObject *items)
{
    PyObject *found = PyList_New(0);
    int failed = !found, abroad = 0;
    Py_ssize_t size = PyList_GET_SIZE(items), comma = -1;
    for (Py_ssize_t at = 0; !failed && at < size; at++) {
        PyObject *item = PyList_GET_ITEM(items, at), *told;
        if (PyTuple_GET_SIZE(of_atom(self, item, ELEMENTS)) || is_odd(self, item, COMMA))
            continue;
        told = PyObject_CallOneArg(self->asked[FILL], PyTuple_GET_ITEM(item, 0));
        failed = !told;
        Py_XDECREF(told);
    }
    for (Py_ssize_t at = 0; !failed && at < size;) {
        PyObject *item = PyList_GET_ITEM(items, at);
        if (is_odd(self, item, COMMA)) {
            if (PyList_GET_SIZE(found) && comma < 0)
                comma = PyList_GET_SIZE(found);
            at++;
            continue;
        }
        PyObject *unit = unit_at(self, items, &at);
        if (unit && (!Py_IS_TYPE(unit, self->unit) || at < 1 || at > size)) {
            PyErr_SetString(PyExc_TypeError, "no unit");
            Py_CLEAR(unit);
        }
        if (unit && PyUnicode_GET_LENGTH(slot(unit, self->language)))
            abroad = 1;
        failed = append(found, unit, PyTuple_GET_ITEM(item, 1),
                        unit ? PyTuple_GET_ITEM(PyList_GET_ITEM(items, at - 1), 2) : NULL) < 0;
    }
    PyObject *units = failed ? NULL : abroad ? PyObject_CallFunctionObjArgs(self->asked[ABROAD], found, text, NULL) : Py_NewRef(found);
    PyObject *name = units ? self->name->tp_alloc(self->name, 4) : NULL;
    if (name) {
        PyTuple_SET_ITEM(name, 0, Py_NewRef(text));
        PyTuple_SET_ITEM(name, 1, Py_NewRef(titles));
        PyTuple_SET_ITEM(name, 2, Py_NewRef(units));
        PyTuple_SET_ITEM(name, 3, comma < 0 || comma == PyList_GET_SIZE(found) ? Py_NewRef(Py_None) : PyLong_FromSsize_t(comma));
    }
    Py_XDECREF(units);
    Py_XDECREF(found);
    return name;
}

/* Take the titles off a list of words, which is let go: the words that are left, the titles in `titles`. */
static PyObject *untitled(const Cutter *self, PyObject *text, PyObject *items, PyObject **titles)
{
    PyObject *asked[] = {text, items}, *found = NULL, *left = NULL;
    PyObject *told = PyObject_Vectorcall(self->asked[TITLES], asked, 2, NULL);
    if (told && PyArg_ParseTuple(told, "O!O!", &PyTuple_Type, &found, &PyList_Type, &left)) {
        *titles = Py_NewRef(found);
        Py_INCREF(left);
    } else
        left = NULL;
    Py_XDECREF(told);
    Py_DECREF(items);
    return left;
}

/* parse(text): a Name, its titles and its units. */
PyObject *parse(Cutter *self, PyObject *text)
{
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "a text");
    int odd, titled;
    PyObject *titles = NULL, *items = cut(self, text, &odd, &titled), *name = NULL;
    if (items && titled)
        items = untitled(self, text, items, &titles);
    else
        titles = PyTuple_New(0);
    if (items && odd)
        Py_SETREF(items, joined(self, text, items));
    if (items && !are_items(self, items))
        PyErr_SetString(PyExc_TypeError, "no list of words");
    else if (items && titles)
        name = placed(self, text, titles, items);
    Py_XDECREF(titles);
    Py_XDECREF(items);
    return name;
}
