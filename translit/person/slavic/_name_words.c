/* What the words of a name are and say before any has a role (cutting.py, order.py, origin/summing.py). */
#include "_name.h"

/* ---- Gathered: the records of the words of a name ---- */

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyObject *work; /* of a word and tables: its record, or None */
    PyTypeObject *type;
    Py_ssize_t asks;
} Gathered;

/* gathered(pieces, tables): the records of some words, and the questions that all of them ask; None where one has
 * no record. */
static PyObject *gathered_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    const Gathered *self = (Gathered *)callable;
    if (PyVectorcall_NARGS(flags) != 2 || names || !PyTuple_CheckExact(args[0]))
        return PyErr_Format(PyExc_TypeError, "a tuple of words, and tables");
    Py_ssize_t count = PyTuple_GET_SIZE(args[0]);
    long asks = 0;
    PyObject *words = PyTuple_New(count), *found = NULL;
    for (Py_ssize_t at = 0; words && at < count; at++) {
        PyObject *both[2] = {PyTuple_GET_ITEM(args[0], at), args[1]};
        PyObject *word = PyObject_Vectorcall(self->work, both, 2, NULL);
        if (word && Py_TYPE(word) == self->type) {
            asks |= PyLong_AsLong(slot(word, self->asks));
            PyTuple_SET_ITEM(words, at, word);
            continue;
        }
        if (word == Py_None)
            found = Py_NewRef(word);
        else if (word)
            PyErr_Format(PyExc_TypeError, "a record is a %s", self->type->tp_name);
        Py_XDECREF(word);
        Py_CLEAR(words);
    }
    if (words && PyErr_Occurred())
        Py_CLEAR(words);
    return words ? Py_BuildValue("Nl", words, asks) : found;
}

/* Gathered(work, cls) */
static PyObject *gathered_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *work, *cls;
    if (!PyArg_ParseTuple(args, "OO!", &work, &PyType_Type, &cls))
        return NULL;
    Py_ssize_t asks = slot_offset(cls, "asks");
    Gathered *self = asks < 0 ? NULL : (Gathered *)type->tp_alloc(type, 0);
    if (self) {
        self->call = gathered_call;
        self->work = Py_NewRef(work);
        self->type = (PyTypeObject *)Py_NewRef(cls);
        self->asks = asks;
    }
    return (PyObject *)self;
}

static void gathered_dealloc(Gathered *self)
{
    Py_XDECREF(self->work);
    Py_XDECREF(self->type);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

PyTypeObject GatheredType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.person.slavic._name.Gathered",
    .tp_basicsize = sizeof(Gathered),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Gathered, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = gathered_new,
    .tp_dealloc = (destructor)gathered_dealloc,
    .tp_doc = "Gathered(work, cls): the records of some words, and what they ask.",
};

/* ---- Evidence: how the words of a name speak for each of three families together ---- */

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyObject *work; /* of a word and tables: its evidence, or that of each of its parts, or None */
    PyObject *rest; /* the same of a word of which work says None; or NULL */
} Evidence;

/* Add what a word says, or what its parts say; -1 with an error. */
static int add(PyObject *told, double *sums)
{
    if (!PyTuple_CheckExact(told))
        return PyErr_SetString(PyExc_TypeError, "evidence is three numbers"), -1;
    Py_ssize_t count = PyTuple_GET_SIZE(told);
    if (count && PyTuple_CheckExact(PyTuple_GET_ITEM(told, 0))) {
        for (Py_ssize_t part = 0; part < count; part++)
            if (add(PyTuple_GET_ITEM(told, part), sums) < 0)
                return -1;
        return 0;
    }
    if (count && count != 3)
        return PyErr_SetString(PyExc_TypeError, "evidence is three numbers"), -1;
    for (Py_ssize_t family = 0; family < count; family++)
        sums[family] += PyFloat_AsDouble(PyTuple_GET_ITEM(told, family));
    return PyErr_Occurred() ? -1 : 0;
}

/* evidence(words, start, tables): the sums of what the words say, beside a start; None where none tells of one. */
static PyObject *evidence_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    const Evidence *self = (Evidence *)callable;
    double sums[3] = {0.0, 0.0, 0.0};
    if (PyVectorcall_NARGS(flags) != 3 || names || !PyTuple_CheckExact(args[0]))
        return PyErr_Format(PyExc_TypeError, "a tuple of words, three numbers, and tables");
    if (add(args[1], sums) < 0)
        return NULL;
    for (Py_ssize_t at = 0; at < PyTuple_GET_SIZE(args[0]); at++) {
        PyObject *both[2] = {PyTuple_GET_ITEM(args[0], at), args[2]};
        PyObject *told = PyObject_Vectorcall(self->work, both, 2, NULL);
        if (told == Py_None && self->rest)
            Py_SETREF(told, PyObject_Vectorcall(self->rest, both, 2, NULL));
        if (!told || told == Py_None)
            return told;
        int fails = add(told, sums);
        Py_DECREF(told);
        if (fails)
            return NULL;
    }
    return Py_BuildValue("ddd", sums[0], sums[1], sums[2]);
}

/* Evidence(work, rest=NULL) */
static PyObject *evidence_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *work, *rest = NULL;
    if (!PyArg_ParseTuple(args, "O|O", &work, &rest))
        return NULL;
    Evidence *self = (Evidence *)type->tp_alloc(type, 0);
    if (self) {
        self->call = evidence_call;
        self->work = Py_NewRef(work);
        self->rest = Py_XNewRef(rest);
    }
    return (PyObject *)self;
}

static void evidence_dealloc(Evidence *self)
{
    Py_XDECREF(self->work);
    Py_XDECREF(self->rest);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

PyTypeObject EvidenceType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.person.slavic._name.Evidence",
    .tp_basicsize = sizeof(Evidence),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Evidence, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = evidence_new,
    .tp_dealloc = (destructor)evidence_dealloc,
    .tp_doc = "Evidence(work, rest): how some words speak for each family together.",
};

/* ---- Columns: two slots of all words ---- */

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyTypeObject *type;
    Py_ssize_t genders, worth;
} Columns;

/* columns(words): the genders that each tells, and what each is worth. */
static PyObject *columns_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    const Columns *self = (Columns *)callable;
    if (PyVectorcall_NARGS(flags) != 1 || names || !PyTuple_CheckExact(args[0]))
        return PyErr_Format(PyExc_TypeError, "a tuple of words");
    Py_ssize_t count = PyTuple_GET_SIZE(args[0]);
    PyObject *genders = PyTuple_New(count), *worths = PyList_New(count);
    for (Py_ssize_t at = 0; genders && worths && at < count; at++) {
        PyObject *word = PyTuple_GET_ITEM(args[0], at);
        if (Py_TYPE(word) != self->type) {
            PyErr_Format(PyExc_TypeError, "a word is a %s", self->type->tp_name);
            Py_CLEAR(genders);
            break;
        }
        PyTuple_SET_ITEM(genders, at, Py_NewRef(slot(word, self->genders)));
        PyList_SET_ITEM(worths, at, Py_NewRef(slot(word, self->worth)));
    }
    if (genders && worths)
        return Py_BuildValue("NN", genders, worths);
    Py_XDECREF(genders);
    Py_XDECREF(worths);
    return NULL;
}

/* Columns(cls) */
static PyObject *columns_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *cls;
    if (!PyArg_ParseTuple(args, "O!", &PyType_Type, &cls))
        return NULL;
    Py_ssize_t genders = slot_offset(cls, "genders"), worth = genders < 0 ? -1 : slot_offset(cls, "worth");
    Columns *self = worth < 0 ? NULL : (Columns *)type->tp_alloc(type, 0);
    if (self) {
        self->call = columns_call;
        self->type = (PyTypeObject *)Py_NewRef(cls);
        self->genders = genders;
        self->worth = worth;
    }
    return (PyObject *)self;
}

static void columns_dealloc(Columns *self)
{
    Py_XDECREF(self->type);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

PyTypeObject ColumnsType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit.person.slavic._name.Columns",
    .tp_basicsize = sizeof(Columns),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Columns, call),
    .tp_call = PyVectorcall_Call,
    .tp_new = columns_new,
    .tp_dealloc = (destructor)columns_dealloc,
    .tp_doc = "Columns(cls): the genders that words tell, and what they are worth.",
};
