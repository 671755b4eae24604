/* The words of a name as its parts, and what these make together (together.py). */
#include "_name.h"

#define MANY 16 /* words of a name; names of more are left to Python */

/* ---- Parts: the words of a name as what they were read to be ---- */

enum { INITIAL, GIVEN, PATRONYMIC, SURNAME, MAKERS };

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyTypeObject *type;
    Py_ssize_t text, initial;
    PyObject *makers[MAKERS];
} Parts;

/* parts(words, assignment, places, how, tables): see `made` in together.py; `how` are the language, whether the name is
 * Russian, whether it is foreign, and the schemes of whoever wrote it. */
static PyObject *parts_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    const Parts *self = (Parts *)callable;
    if (PyVectorcall_NARGS(flags) != 5 || names || !PyTuple_CheckExact(args[0]) || !PyUnicode_Check(args[1]) ||
        !PyTuple_CheckExact(args[2]) || !PyTuple_CheckExact(args[3]) || PyTuple_GET_SIZE(args[3]) != 4 ||
        PyTuple_GET_SIZE(args[2]) > PyTuple_GET_SIZE(args[0]) || PyUnicode_GET_LENGTH(args[1]) < PyTuple_GET_SIZE(args[0]))
        return PyErr_Format(PyExc_TypeError, "words, their roles, their places, how they are read, and tables");
    PyObject *language = PyTuple_GET_ITEM(args[3], 0), *russian = PyTuple_GET_ITEM(args[3], 1),
             *foreign = PyTuple_GET_ITEM(args[3], 2), *by = PyTuple_GET_ITEM(args[3], 3), *tables = args[4];
    PyObject *parts = PyList_New(PyTuple_GET_SIZE(args[2]));
    for (Py_ssize_t at = 0; parts && at < PyList_GET_SIZE(parts); at++) {
        Py_ssize_t place = PyLong_AsSsize_t(PyTuple_GET_ITEM(args[2], at));
        PyObject *word = place >= 0 && place < PyTuple_GET_SIZE(args[0]) ? PyTuple_GET_ITEM(args[0], place) : NULL;
        PyObject *part = NULL;
        if (word && Py_TYPE(word) == self->type) {
            PyObject *text = slot(word, self->text);
            Py_UCS4 role = PyUnicode_READ_CHAR(args[1], place);
            if (slot(word, self->initial) == Py_True) {
                PyObject *letter = PyUnicode_FromOrdinal((int)role), *asked[] = {text, letter, language, tables};
                part = letter ? PyObject_Vectorcall(self->makers[INITIAL], asked, 4, NULL) : NULL;
                Py_XDECREF(letter);
            } else if (role == 'S') {
                PyObject *asked[] = {text, foreign, language, by, tables};
                part = PyObject_Vectorcall(self->makers[SURNAME], asked, 5, NULL);
            } else if (role == 'G') {
                PyObject *asked[] = {text, language, russian, tables};
                part = PyObject_Vectorcall(self->makers[GIVEN], asked, 4, NULL);
            } else {
                PyObject *asked[] = {text, language, tables};
                part = PyObject_Vectorcall(self->makers[PATRONYMIC], asked, 3, NULL);
            }
        } else if (!PyErr_Occurred())
            PyErr_Format(PyExc_TypeError, "a place of a %s", self->type->tp_name);
        if (part)
            PyList_SET_ITEM(parts, at, part);
        else
            Py_CLEAR(parts);
    }
    return parts;
}

/* Parts(cls, initial, given, patronymic, surname) */
static PyObject *parts_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *cls, *makers[MAKERS];
    if (!PyArg_ParseTuple(args, "O!OOOO", &PyType_Type, &cls, makers, makers + 1, makers + 2, makers + 3))
        return NULL;
    Py_ssize_t text = slot_offset(cls, "text"), initial = text < 0 ? -1 : slot_offset(cls, "initial");
    Parts *self = initial < 0 ? NULL : (Parts *)type->tp_alloc(type, 0);
    if (self) {
        self->call = parts_call;
        self->type = (PyTypeObject *)Py_NewRef(cls);
        self->text = text;
        self->initial = initial;
        for (int at = 0; at < MAKERS; at++)
            self->makers[at] = Py_NewRef(makers[at]);
    }
    return (PyObject *)self;
}

static void parts_dealloc(Parts *self)
{
    Py_XDECREF(self->type);
    for (int at = 0; at < MAKERS; at++)
        Py_XDECREF(self->makers[at]);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

PyTypeObject PartsType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.person.slavic._name.Parts",
    .tp_basicsize = sizeof(Parts),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Parts, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = parts_new,
    .tp_dealloc = (destructor)parts_dealloc,
    .tp_doc = "Parts(cls, initial, given, patronymic, surname): words as the parts they were read to be.",
};

/* ---- Whole: what the parts of a name make together ---- */

enum { CANONICAL, NATIVE, KEY, STATUS, ROW, ASKED }; /* of a part */

static const char *const asked_names[ASKED] = {"canonical", "native", "key", "status", "row"};

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyTypeObject *type;
    PyObject *blank, *rest; /* a blank; what is asked of names of many parts */
    Py_ssize_t offsets[ASKED];
} Whole;

/* Some texts in one, parted by blanks. */
static PyObject *joined(const Whole *self, PyObject *const *texts, Py_ssize_t count)
{
    PyObject *all = PyList_New(count), *made;
    if (!all)
        return NULL;
    for (Py_ssize_t at = 0; at < count; at++)
        PyList_SET_ITEM(all, at, Py_NewRef(texts[at]));
    made = PyUnicode_Join(self->blank, all);
    Py_DECREF(all);
    return made;
}

static void sort(PyObject **texts, Py_ssize_t count)
{
    for (Py_ssize_t at = 1; at < count; at++)
        for (Py_ssize_t to = at; to && PyUnicode_Compare(texts[to], texts[to - 1]) < 0; to--) {
            PyObject *later = texts[to];
            texts[to] = texts[to - 1];
            texts[to - 1] = later;
        }
}

/* whole(parts, ends): see `together` in together.py. */
static PyObject *whole_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    const Whole *self = (Whole *)callable;
    PyObject *texts[ASKED][MANY], *told[7] = {NULL};
    if (PyVectorcall_NARGS(flags) != 2 || names || !PyList_CheckExact(args[0]) || !PyTuple_CheckExact(args[1]) ||
        PyTuple_GET_SIZE(args[1]) != 3)
        return PyErr_Format(PyExc_TypeError, "a list of parts, and the ends of three roles");
    Py_ssize_t count = PyList_GET_SIZE(args[0]), start = 0;
    if (count > MANY)
        return PyObject_Vectorcall(self->rest, args, 2, NULL);
    int named = 1, known = 0;
    for (Py_ssize_t at = 0; at < count; at++) {
        PyObject *part = PyList_GET_ITEM(args[0], at);
        if (Py_TYPE(part) != self->type)
            return PyErr_Format(PyExc_TypeError, "a part is a %s", self->type->tp_name);
        for (int field = 0; field < ASKED; field++)
            texts[field][at] = slot(part, self->offsets[field]);
        if (!PyUnicode_Check(texts[CANONICAL][at]) || !PyUnicode_Check(texts[KEY][at]) ||
            !PyUnicode_Check(texts[STATUS][at]))
            return PyErr_Format(PyExc_TypeError, "a part has texts");
        named &= PyUnicode_Check(texts[NATIVE][at]) && PyUnicode_GET_LENGTH(texts[NATIVE][at]);
        known |= texts[ROW][at] != Py_None || !PyUnicode_CompareWithASCIIString(texts[STATUS][at], "ok");
    }
    sort(texts[KEY], count);
    told[0] = joined(self, texts[CANONICAL], count);
    told[1] = named ? joined(self, texts[NATIVE], count) : Py_NewRef(Py_None);
    told[2] = joined(self, texts[KEY], count);
    told[3] = PyBool_FromLong(known);
    for (int role = 0; role < 3; role++) {
        Py_ssize_t end = PyLong_AsSsize_t(PyTuple_GET_ITEM(args[1], role));
        if (!PyErr_Occurred() && (end < start || end > count))
            PyErr_SetString(PyExc_ValueError, "ends are numbers of parts");
        if (!PyErr_Occurred())
            told[4 + role] = end > start ? joined(self, texts[CANONICAL] + start, end - start) : Py_NewRef(Py_None);
        start = end;
    }
    PyObject *found = PyErr_Occurred() ? NULL : PyTuple_New(7);
    for (int at = 0; at < 7; at++)
        if (found)
            PyTuple_SET_ITEM(found, at, told[at]);
        else
            Py_XDECREF(told[at]);
    return found;
}

/* Whole(cls, rest) */
static PyObject *whole_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *cls, *rest;
    if (!PyArg_ParseTuple(args, "O!O", &PyType_Type, &cls, &rest))
        return NULL;
    Whole *self = (Whole *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->call = whole_call;
    self->type = (PyTypeObject *)Py_NewRef(cls);
    self->rest = Py_NewRef(rest);
    self->blank = PyUnicode_FromString(" ");
    int fits = self->blank != NULL;
    for (int field = 0; fits && field < ASKED; field++)
        fits = (self->offsets[field] = slot_offset(cls, asked_names[field])) >= 0;
    if (!fits)
        Py_CLEAR(self);
    return (PyObject *)self;
}

static void whole_dealloc(Whole *self)
{
    Py_XDECREF(self->type);
    Py_XDECREF(self->rest);
    Py_XDECREF(self->blank);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

PyTypeObject WholeType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.person.slavic._name.Whole",
    .tp_basicsize = sizeof(Whole),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Whole, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = whole_new,
    .tp_dealloc = (destructor)whole_dealloc,
    .tp_doc = "Whole(cls, rest): what the parts of a name make together.",
};
