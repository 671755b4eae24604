/* Pieces that a text has, begins with or ends in (patterns.py). */
#include "_word.h"
#include <stddef.h>

#define ANYWHERE 0 /* where a piece may stand; as in patterns.py */
#define FIRST 1
#define LAST 2

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyObject *pieces;             /* a tuple */
    uint16_t *edge;               /* of each: the letter it begins with, or where it must stand last ends in */
    int where, always;            /* is a piece without letters among them? */
    uint64_t alone[LETTERS / 64]; /* a bit for each letter that is a piece */
    uint64_t edges[LETTERS / 64]; /* … that is the edge of a longer one */
} Pieces;

static int has_bit(const uint64_t *bits, Py_UCS4 letter)
{
    return letter < LETTERS && bits[letter >> 6] >> (letter & 63) & 1;
}

/* Do the letters of a piece stand in a text from a place on? */
static int stands_at(PyObject *piece, int kind, const void *letters, Py_ssize_t size, Py_ssize_t from)
{
    Py_ssize_t many = PyUnicode_GET_LENGTH(piece);
    if (from < 0 || from + many > size)
        return 0;
    for (Py_ssize_t at = 0; at < many; at++)
        if (PyUnicode_READ_CHAR(piece, at) != PyUnicode_READ(kind, letters, from + at))
            return 0;
    return 1;
}

/* Does a piece stand in a text at a place, from there on or, where it must stand last, up to the end? */
static int stands(const Pieces *self, int kind, const void *letters, Py_ssize_t size, Py_ssize_t at)
{
    Py_UCS4 letter = PyUnicode_READ(kind, letters, at);
    if (has_bit(self->alone, letter))
        return 1;
    if (!has_bit(self->edges, letter))
        return 0;
    for (Py_ssize_t one = 0; one < PyTuple_GET_SIZE(self->pieces); one++) {
        PyObject *piece = PyTuple_GET_ITEM(self->pieces, one);
        if (self->edge[one] != letter)
            continue;
        Py_ssize_t from = self->where == LAST ? size - PyUnicode_GET_LENGTH(piece) : at;
        if (stands_at(piece, kind, letters, size, from))
            return 1;
    }
    return 0;
}

static PyObject *pieces_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    const Pieces *self = (Pieces *)callable;
    if (PyVectorcall_NARGS(flags) != 1 || names || !PyUnicode_Check(args[0]))
        return PyErr_Format(PyExc_TypeError, "a text");
    Py_ssize_t size = PyUnicode_GET_LENGTH(args[0]);
    int kind = PyUnicode_KIND(args[0]), found = self->always;
    const void *letters = PyUnicode_DATA(args[0]);
    Py_ssize_t from = self->where == LAST ? size - 1 : 0, to = self->where == FIRST && size ? 1 : size;
    for (Py_ssize_t at = from; size && !found && at < to; at++)
        found = stands(self, kind, letters, size, at);
    return PyBool_FromLong(found);
}

/* Learn a piece; -1 with an error. */
static int learn(Pieces *self, Py_ssize_t at)
{
    PyObject *piece = PyTuple_GET_ITEM(self->pieces, at);
    Py_ssize_t size = PyUnicode_Check(piece) ? PyUnicode_GET_LENGTH(piece) : -1;
    Py_UCS4 edge = size > 0 ? PyUnicode_READ_CHAR(piece, self->where == LAST ? size - 1 : 0) : 0;
    if (size < 0 || edge >= LETTERS)
        return PyErr_SetString(PyExc_ValueError, "pieces are texts of usual letters"), -1;
    self->edge[at] = (uint16_t)edge;
    self->always |= !size;
    if (size)
        (size == 1 ? self->alone : self->edges)[edge >> 6] |= (uint64_t)1 << (edge & 63);
    return 0;
}

static PyObject *pieces_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *pieces;
    int where;
    if (!PyArg_ParseTuple(args, "O!i", &PyTuple_Type, &pieces, &where))
        return NULL;
    Pieces *self = (Pieces *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->call = pieces_call;
    self->where = where;
    self->pieces = Py_NewRef(pieces);
    self->edge = PyMem_Calloc((size_t)PyTuple_GET_SIZE(pieces) + 1, sizeof *self->edge);
    int failed = self->edge ? 0 : (PyErr_NoMemory(), -1);
    for (Py_ssize_t at = 0; !failed && at < PyTuple_GET_SIZE(pieces); at++)
        failed = learn(self, at);
    if (failed)
        Py_CLEAR(self);
    return (PyObject *)self;
}

static void pieces_dealloc(Pieces *self)
{
    Py_XDECREF(self->pieces);
    PyMem_Free(self->edge);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

PyTypeObject PiecesType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._word.Pieces",
    .tp_basicsize = sizeof(Pieces),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Pieces, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = pieces_new,
    .tp_dealloc = (destructor)pieces_dealloc,
    .tp_doc = "Pieces(pieces, where): whether a text has one of them: anywhere (0), first (1) or last (2).",
};
