/* What remembers answers: see memory.py. */
#include "_quick.h"
#include <structmember.h>


enum { WORD, VALUES, ALL, MADE }; /* what is asked: a word and tables, values and (last) tables, values alone, tables alone */

typedef struct {
    PyObject_HEAD
    vectorcallfunc call;
    PyObject *work, *rooms, *open; /* open(rooms, tables): the room of tables that have none yet */
    PyObject *owner;               /* a weak reference to the object whose method the work is; NULL: a function */
    PyObject *tables, *room;       /* those asked last */
    PyObject *dict;
    Py_ssize_t size;
    int way;
} Remembered;

/* The answers for a set of tables. */
static PyObject *room_of(Remembered *self, PyObject *tables)
{
    if (tables == self->tables)
        return Py_NewRef(self->room);
    PyObject *room = Py_XNewRef(PyDict_GetItemWithError(self->rooms, tables));
    if (!room && !PyErr_Occurred())
        room = PyObject_CallFunctionObjArgs(self->open, self->rooms, tables, NULL);
    if (!room)
        return NULL;
    PyObject *others = self->tables, *left = self->room; /* let go when both are others */
    self->tables = Py_NewRef(tables);
    self->room = Py_NewRef(room); /* another thread may ask for other tables while those are let go */
    Py_XDECREF(others);
    Py_XDECREF(left);
    return room;
}

#define FEW 7 /* values that most methods are asked for at most */

/* Do the work, that of a method with its object before the values. */
static PyObject *done(const Remembered *self, PyObject *const *args, Py_ssize_t count)
{
    if (!self->owner)
        return PyObject_Vectorcall(self->work, args, (size_t)count, NULL);
    PyObject *few[FEW + 1], **all = count > FEW ? PyMem_New(PyObject *, count + 1) : few, *found = NULL;
    if (!all)
        return PyErr_NoMemory();
    all[0] = PyObject_CallNoArgs(self->owner);
    memcpy(all + 1, args, (size_t)count * sizeof *args);
    if (all[0] == Py_None)
        PyErr_Format(PyExc_ReferenceError, "whose %R is asked is gone", self->work);
    else if (all[0])
        found = PyObject_Vectorcall(self->work, all, (size_t)count + 1, NULL);
    Py_XDECREF(all[0]);
    if (all != few)
        PyMem_Free(all);
    return found;
}

/* Work an answer out and keep it. A lone word, whose count is 0, is kept as it is, several values in a tuple. */
static PyObject *worked_out(const Remembered *self, PyObject *room, Py_ssize_t several, Py_hash_t hash,
                            PyObject *const *args, Py_ssize_t count)
{
    PyObject *found = done(self, args, count);
    PyObject *key = !found ? NULL : several ? PyTuple_New(several) : Py_NewRef(args[0]);
    if (!key) {
        Py_XDECREF(found);
        return NULL;
    }
    for (Py_ssize_t at = 0; at < several; at++)
        PyTuple_SET_ITEM(key, at, Py_NewRef(args[at]));
    if (several)
        pass_over(key);
    pass_over(found);
    if (answered((Answers *)room, key, several, hash, found, self->size) < 0)
        Py_CLEAR(found);
    Py_DECREF(key);
    return found;
}

static PyObject *remembered_call(PyObject *callable, PyObject *const *args, size_t flags, PyObject *names)
{
    Remembered *self = (Remembered *)callable;
    Py_ssize_t count = PyVectorcall_NARGS(flags);
    PyObject *both[2], *found = NULL;
    if (self->way == MADE) { /* of tables, with or without "tables=", or of nothing: the room is what was made */
        Py_ssize_t told = count + (names ? PyTuple_GET_SIZE(names) : 0);
        if (told > 1)
            return PyErr_Format(PyExc_TypeError, "%R is made of a set of tables alone", self->work);
        return room_of(self, told ? args[0] : Py_None);
    }
    if (self->way == WORD && count == 1) { /* without tables, or with "tables=" */
        both[0] = args[0];
        both[1] = names ? args[1] : Py_None;
        args = both;
        count = 2;
    } else if (names || !count || (self->way == WORD && count != 2))
        return PyErr_Format(PyExc_TypeError, "%R got other arguments than it remembers answers by", self->work);
    PyObject *room = room_of(self, self->way == ALL ? Py_None : args[count - 1]);
    if (!room)
        return NULL;
    int lone = self->way == WORD || (self->way == ALL && count == 1 && PyUnicode_CheckExact(args[0]));
    Py_ssize_t several = lone ? 0 : self->way == ALL ? count : count - 1;
    Py_hash_t hash = hash_of(args, several);
    if (hash != -1 && !answer_to((Answers *)room, args, several, hash, &found))
        found = worked_out(self, room, several, hash, args, count);
    Py_DECREF(room);
    return found;
}

/* Remembered(work, rooms, open, size, way[, owner]) */
static PyObject *remembered_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    PyObject *work, *rooms, *open, *owner = NULL;
    Py_ssize_t size;
    int way;
    if (!PyArg_ParseTuple(args, "OO!Oni|O", &work, &PyDict_Type, &rooms, &open, &size, &way, &owner))
        return NULL;
    Remembered *self = (Remembered *)type->tp_alloc(type, 0);
    if (!self)
        return NULL;
    self->call = remembered_call;
    self->work = Py_NewRef(work);
    self->rooms = Py_NewRef(rooms);
    self->open = Py_NewRef(open);
    self->owner = Py_XNewRef(owner);
    self->size = size;
    self->way = way;
    return (PyObject *)self;
}

static void remembered_dealloc(Remembered *self)
{
    PyObject *owned[] = {self->work, self->rooms, self->open, self->owner, self->tables, self->room, self->dict};
    for (size_t at = 0; at < sizeof owned / sizeof *owned; at++)
        Py_XDECREF(owned[at]);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

/* It is pickled by its name, as functions are. */
static PyObject *remembered_reduce(PyObject *self, PyObject *none)
{
    return PyObject_GetAttrString(self, "__qualname__");
}

static PyMethodDef remembered_methods[] = {{"__reduce__", remembered_reduce, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};

static PyGetSetDef remembered_fields[] = {
    {"__dict__", PyObject_GenericGetDict, PyObject_GenericSetDict, NULL, NULL}, {NULL, NULL, NULL, NULL, NULL}};

PyTypeObject RememberedType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._quick.Remembered",
    .tp_basicsize = sizeof(Remembered),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_VECTORCALL,
    .tp_vectorcall_offset = offsetof(Remembered, call),
    .tp_dictoffset = offsetof(Remembered, dict),
    .tp_call = PyVectorcall_Call,
    .tp_new = remembered_new,
    .tp_dealloc = (destructor)remembered_dealloc,
    .tp_methods = remembered_methods,
    .tp_getset = remembered_fields,
    .tp_doc = "Remembered(work, rooms, open, size, way[, owner]): a function that remembers its answers.",
};
