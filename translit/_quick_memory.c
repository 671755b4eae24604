/* What remembers answers: see memory.py. */
#include "_quick.h"
#include <structmember.h>

/* ---- answers ----
 *
 * What is remembered, by what was asked: a word, or a tuple of values. Most words of a list come again after some
 * thousand others, when a dictionary of Python's has left the caches of the processor: its header, its index, its entry
 * and the word beside it are four waits for memory, and a name asks some thirty. Here a place has all but the word. */

#define FEWEST 8 /* places */

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

/* The hash of a value, -1 with an error; that of a word is told already, mostly. */
static Py_hash_t hash_of_one(PyObject *value)
{
    Py_hash_t told = PyUnicode_CheckExact(value) ? ((PyASCIIObject *)value)->hash : -1;
    return told == -1 ? PyObject_Hash(value) : told;
}

/* The same of what is asked: that of a lone word, whose count is 0, or one of several values. */
static Py_hash_t hash_of(PyObject *const *asked, Py_ssize_t count)
{
    if (!count)
        return hash_of_one(asked[0]);
    size_t all = 0x345678 + (size_t)count;
    for (Py_ssize_t at = 0; at < count; at++) {
        Py_hash_t one = hash_of_one(asked[at]);
        if (one == -1)
            return -1;
        all = (all ^ (size_t)one) * (size_t)0x9E3779B97F4A7C15ULL;
        all ^= all >> 29;
    }
    return all == (size_t)-1 ? -2 : (Py_hash_t)all;
}

/* Are two values, of one hash where they are words, the same? -1 with an error. */
static int alike(PyObject *one, PyObject *two)
{
    if (one == two)
        return 1;
    if (PyUnicode_CheckExact(one) && PyUnicode_CheckExact(two) && PyUnicode_IS_READY(one) && PyUnicode_IS_READY(two)) {
        Py_ssize_t size = PyUnicode_GET_LENGTH(one);
        int kind = PyUnicode_KIND(one);
        return size == PyUnicode_GET_LENGTH(two) && kind == (int)PyUnicode_KIND(two) &&
               !memcmp(PyUnicode_DATA(one), PyUnicode_DATA(two), (size_t)size * kind);
    }
    Py_INCREF(one);
    Py_INCREF(two);
    int found = PyObject_RichCompareBool(one, two, Py_EQ);
    Py_DECREF(one);
    Py_DECREF(two);
    return found;
}

/* Is that what was asked? A lone word is its own key, several values are in a tuple. */
static int is_asked(PyObject *key, PyObject *const *asked, Py_ssize_t count)
{
    if (!count)
        return alike(key, asked[0]);
    if (!PyTuple_CheckExact(key) || PyTuple_GET_SIZE(key) != count)
        return 0;
    int found = 1;
    Py_INCREF(key);
    for (Py_ssize_t at = 0; at < count && found > 0; at++)
        found = alike(PyTuple_GET_ITEM(key, at), asked[at]);
    Py_DECREF(key);
    return found;
}

/* The place of what is asked, or that where it belongs; NULL with an error. Comparing may run code that moves all. */
static Place *place_for(Answers *self, PyObject *const *asked, Py_ssize_t count, Py_hash_t hash)
{
    for (;;) {
        Place *places = self->places, *place;
        Py_ssize_t used = self->used;
        size_t at = (size_t)hash & (size_t)self->mask;
        int is = 0;
        for (; (place = places + at)->found; at = (at + 1) & (size_t)self->mask) {
            PyObject *key = place->asked;
            if (place->hash != hash)
                continue;
            is = is_asked(key, asked, count);
            if (is < 0)
                return NULL;
            if (places != self->places || used != self->used || place->asked != key)
                break;
            if (is)
                return place;
        }
        if (places == self->places && !place->found) /* else the place is gone with its table */
            return place;
    }
}

/* Where what was asked is remembered: 1 and a new reference to its answer; 0 where it is not, -1 with an error. */
static int answer_to(Answers *self, PyObject *const *asked, Py_ssize_t count, Py_hash_t hash, PyObject **found)
{
    const Place *place = place_for(self, asked, count, hash);
    if (!place)
        return -1;
    *found = Py_XNewRef(place->found);
    return *found != NULL;
}

/* Take twice as many places. */
static int grown(Answers *self)
{
    Py_ssize_t mask = 2 * self->mask + 1;
    Place *places = PyMem_Calloc((size_t)mask + 1, sizeof(Place)), *old = self->places;
    if (!places) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t from = 0; from <= self->mask; from++) {
        size_t at = (size_t)old[from].hash & (size_t)mask;
        if (!old[from].found)
            continue;
        while (places[at].found)
            at = (at + 1) & (size_t)mask;
        places[at] = old[from];
    }
    self->places = places;
    self->mask = mask;
    PyMem_Free(old);
    return 0;
}

/* Forget all; what was remembered may do something when it goes, and finds an empty room. */
static int emptied(Answers *self)
{
    Place *old = self->places, *places = PyMem_Calloc(FEWEST, sizeof(Place));
    Py_ssize_t mask = self->mask;
    if (!places) {
        PyErr_NoMemory();
        return -1;
    }
    self->places = places;
    self->mask = FEWEST - 1;
    self->used = 0;
    for (Py_ssize_t at = 0; old && at <= mask; at++)
        if (old[at].found) {
            Py_DECREF(old[at].asked);
            Py_DECREF(old[at].found);
        }
    PyMem_Free(old);
    return 0;
}

/* Remember an answer, where there are `size` of them already it alone; 0, or -1 with an error. */
static int answered(Answers *self, PyObject *asked, Py_ssize_t count, Py_hash_t hash, PyObject *found, Py_ssize_t size)
{
    if ((self->used >= size && emptied(self) < 0) || (3 * (self->used + 1) > 2 * self->mask && grown(self) < 0))
        return -1;
    Place *place = place_for(self, count ? &PyTuple_GET_ITEM(asked, 0) : &asked, count, hash);
    if (!place)
        return -1;
    if (place->found) { /* another has answered meanwhile */
        PyObject *old = place->found;
        place->found = Py_NewRef(found);
        Py_DECREF(old);
        return 0;
    }
    *place = (Place){hash, Py_NewRef(asked), Py_NewRef(found)};
    self->used++;
    return 0;
}

static PyObject *answers_new(PyTypeObject *type, PyObject *args, PyObject *named)
{
    Answers *self = (Answers *)type->tp_alloc(type, 0);
    if (self && emptied(self) < 0)
        Py_CLEAR(self);
    return (PyObject *)self;
}

static void answers_dealloc(Answers *self)
{
    for (Py_ssize_t at = 0; self->places && at <= self->mask; at++) {
        Py_XDECREF(self->places[at].asked);
        Py_XDECREF(self->places[at].found);
    }
    PyMem_Free(self->places);
    Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyObject *answers_clear(Answers *self, PyObject *none)
{
    return emptied(self) < 0 ? NULL : Py_NewRef(Py_None);
}

static PyMethodDef answers_methods[] = {
    {"clear", (PyCFunction)answers_clear, METH_NOARGS, "Forget all."}, {NULL, NULL, 0, NULL}};

PyTypeObject AnswersType = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "translit._quick.Answers",
    .tp_basicsize = sizeof(Answers),
    .tp_flags = Py_TPFLAGS_DEFAULT,
    .tp_new = answers_new,
    .tp_dealloc = (destructor)answers_dealloc,
    .tp_methods = answers_methods,
    .tp_doc = "Answers(): what was answered for one set of tables.",
};

/* ---- what remembers them ---- */

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
