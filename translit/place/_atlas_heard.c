/* A name respelt out of every tradition, as far as any place has the consonants that it has then (asking.py). */
#include "_atlas.h"
#include <stddef.h>

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyObject *respell, *broadly, *groups, *bones; /* what skeleton.py does to a name, step by step; it says what */
    PyObject *places;                             /* dictionaries by consonants */
} Hearer;

/* A name in broad letters, and its consonants with a blank at both ends; NULL without an error: left to Python. */
static PyObject *next(PyObject *work, PyObject *text)
{
    PyObject *made = PyObject_CallOneArg(work, text);
    if (made && !PyUnicode_Check(made))
        Py_CLEAR(made); /* None */
    return made;
}

/* Is a name one whose letters need no more than to be looked up one by one? Arabic ones do, and the ş of maps. */
static int is_plain(PyObject *text)
{
    for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(text); at++) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(text, at);
        if (letter >= 0x0600 || letter == 0x015E || letter == 0x015F)
            return 0;
    }
    return 1;
}

/* Letters with single blanks between words, and `edge` blanks at both ends. */
static PyObject *parted(PyObject *text, int edge)
{
    char made[2 * ROOM + 2];
    Py_ssize_t size = PyUnicode_GET_LENGTH(text), used = 0;
    if (!PyUnicode_IS_ASCII(text) || size > 2 * ROOM)
        return NULL;
    const char *letters = PyUnicode_DATA(text);
    if (edge)
        made[used++] = ' ';
    for (Py_ssize_t at = 0; at < size; at++)
        if (letters[at] != ' ' || (used > edge && made[used - 1] != ' '))
            made[used++] = letters[at];
    while (used > edge && made[used - 1] == ' ')
        used--;
    if (edge)
        made[used++] = ' ';
    return PyUnicode_FromStringAndSize(made, used);
}

/* The consonants of a name, and its broad letters; NULL as above. */
static PyObject *heard(Hearer *self, PyObject *spelt, PyObject **broad)
{
    PyObject *letters = is_plain(spelt) ? next(self->broadly, spelt) : NULL;
    PyObject *grouped = letters ? next(self->groups, letters) : NULL;
    *broad = grouped ? parted(grouped, 0) : NULL;
    PyObject *edged = *broad ? parted(*broad, 1) : NULL, *bones = edged ? next(self->bones, edged) : NULL;
    Py_XDECREF(letters);
    Py_XDECREF(grouped);
    Py_XDECREF(edged);
    if (bones && !PyUnicode_GET_LENGTH(bones)) /* VOWELS_ONLY in skeleton.py */
        Py_SETREF(bones, PyUnicode_FromFormat("=%U", *broad));
    return bones;
}

/* Has any place some consonants? */
static int is_there(Hearer *self, PyObject *bones)
{
    int there = 0;
    for (Py_ssize_t one = 0; !there && one < PyTuple_GET_SIZE(self->places); one++)
        there = PyDict_Contains(PyTuple_GET_ITEM(self->places, one), bones);
    return there;
}

/* The broad letters and the consonants of a name that is not respelt; False where no place has them. */
static PyObject *as_it_stands(Hearer *self, PyObject *name)
{
    PyObject *broad = NULL, *bones = heard(self, name, &broad), *told = NULL;
    int there = bones ? is_there(self, bones) : -1;
    if (there > 0)
        told = PyTuple_Pack(2, broad, bones);
    else if (!PyErr_Occurred())
        told = Py_NewRef(there ? Py_None : Py_False);
    Py_XDECREF(broad);
    Py_XDECREF(bones);
    return told;
}

/* hearer(low): [(tradition, the name respelt, its broad letters, its consonants), ...] where any place has them; None
 * for what is left to Python. One that respells nothing tells of a name as it stands. */
static PyObject *hearer_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    Hearer *self = (Hearer *)callable;
    if (PyVectorcall_NARGS(flags) != 1 || names || !PyUnicode_Check(args[0]))
        return PyErr_Format(PyExc_TypeError, "a name");
    if (self->respell == Py_None)
        return as_it_stands(self, args[0]);
    PyObject *respelt = PyObject_CallOneArg(self->respell, args[0]), *found = PyList_New(0);
    for (Py_ssize_t at = 0; respelt && PyTuple_Check(respelt) && found && at < PyTuple_GET_SIZE(respelt); at++) {
        PyObject *pair = PyTuple_GET_ITEM(respelt, at), *broad = NULL;
        PyObject *bones = heard(self, PyTuple_GET_ITEM(pair, 1), &broad);
        int there = bones ? is_there(self, bones) : -1;
        if (there > 0) {
            PyObject *told = PyTuple_Pack(4, PyTuple_GET_ITEM(pair, 0), PyTuple_GET_ITEM(pair, 1), broad, bones);
            if (!told || PyList_Append(found, told) < 0)
                there = -1;
            Py_XDECREF(told);
        }
        Py_XDECREF(broad);
        Py_XDECREF(bones);
        if (there < 0)
            Py_CLEAR(found);
    }
    if (!respelt || PyErr_Occurred()) {
        Py_XDECREF(respelt);
        Py_XDECREF(found);
        return NULL;
    }
    if (!found || !PyTuple_Check(respelt))
        Py_XSETREF(found, Py_NewRef(Py_None));
    Py_DECREF(respelt);
    return found;
}

static PyObject *hearer_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *respell, *broadly, *groups, *bones, *places;
    if (!PyArg_ParseTuple(args, "OOOOO!", &respell, &broadly, &groups, &bones, &PyTuple_Type, &places))
        return NULL;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(places); at++)
        if (!PyDict_Check(PyTuple_GET_ITEM(places, at)))
            return PyErr_Format(PyExc_TypeError, "dictionaries by consonants");
    Hearer *self = (Hearer *)type->tp_alloc(type, 0);
    if (self) {
        self->call = hearer_call;
        self->respell = Py_NewRef(respell);
        self->broadly = Py_NewRef(broadly);
        self->groups = Py_NewRef(groups);
        self->bones = Py_NewRef(bones);
        self->places = Py_NewRef(places);
    }
    return (PyObject *)self;
}

static void hearer_dealloc(Hearer *self)
{
    PyObject *held[] = {self->respell, self->broadly, self->groups, self->bones, self->places};
    for (size_t at = 0; at < sizeof held / sizeof *held; at++)
        Py_XDECREF(held[at]);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

PyTypeObject HearerType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.place._atlas.Hearer",
    .tp_basicsize = sizeof(Hearer),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Hearer, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = hearer_new,
    .tp_dealloc = (destructor)hearer_dealloc,
    .tp_doc = "Hearer(respell, broadly, groups, bones, places): what a name may be respelt, where places sound so.",
};
